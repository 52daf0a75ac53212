"""Messages in, answers out: what HTTP adds to them, and how an error looks on the wire."""

from __future__ import annotations

import asyncio
import logging
import secrets

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from kundcenter.centre.doorkeeper import TokenWrong
from kundcenter.centre.limits import TooOften
from kundcenter.domain.enrolment import MEDIA_TYPE
from kundcenter.errors import Conflict, KundcenterError, NotFound, Refused, Unavailable
from kundcenter.sync.wire import MOST_BYTES, MessageWrong

log = logging.getLogger(__name__)

DRAINED = 4 * MOST_BYTES  # of a body that is too large, so that whoever sends it hears why
SLOWEST = 30.0  # seconds for a body to come
RETRY_SECONDS = 5


class NotOurMedia(Refused):
    """The message is of another kind than ours."""

    code = "message.not_our_media"


class MessageTooLarge(Refused):
    """The message is too large.  Facts: limit (bytes)."""

    code = "message.too_large"


_STATUS: tuple[tuple[type[KundcenterError], int], ...] = (  # the first that fits
    (MessageWrong, 400),
    (TokenWrong, 401),
    (MessageTooLarge, 413),
    (NotOurMedia, 415),
    (TooOften, 429),
    (Refused, 403),
    (NotFound, 404),
    (Conflict, 409),
    (Unavailable, 503),
)


async def body_of(request: Request, most: int = MOST_BYTES) -> bytes:
    """The body, with or without a length.  Raises NotOurMedia, MessageTooLarge, MessageWrong."""
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media != MEDIA_TYPE or "content-encoding" in request.headers:
        raise NotOurMedia
    body, total = bytearray(), 0
    try:
        async with asyncio.timeout(SLOWEST):
            async for part in request.stream():
                total += len(part)
                if total > max(DRAINED, most):
                    break
                if total <= most:
                    body += part
    except TimeoutError:
        raise MessageWrong(why="slow") from None
    if total > most:
        raise MessageTooLarge(limit=most)
    return bytes(body)


def answered(content: bytes) -> Response:
    """An answer of ours."""
    return Response(content, media_type=MEDIA_TYPE, headers={"cache-control": "no-store"})


def refusal(error: KundcenterError) -> Response:
    """An error that was raised on purpose: its code and facts, and no word more."""
    status = next((status for kind, status in _STATUS if isinstance(error, kind)), 500)
    facts = {name: str(value) for name, value in error.facts.items()}
    response = told(status, error.code, **facts)
    if status in {429, 503}:
        response.headers["retry-after"] = str(error.facts.get("seconds", RETRY_SECONDS))
    return response


def fault(path: str) -> Response:
    """An error of our own.  Call it while it is being handled: the log gets it, with a number."""
    number = secrets.token_hex(4)
    log.error("fault %s at %s", number, path, exc_info=True)
    return told(500, "centre.fault", number=number)


def told(status: int, code: str, **facts: str) -> Response:
    """An answer that is not what was asked for."""
    response = answered(msgspec.json.encode({"code": code, "facts": facts}))
    response.status_code = status
    return response
