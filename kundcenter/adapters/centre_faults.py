"""What can be wrong on the way to the centre, in the house's own words."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from kundcenter.errors import Refused, Unavailable


class CentreAway(Unavailable):
    """The centre gave no answer.  Facts: why, status, retry_after (seconds, or None).

    why: unreachable, timeout, lost (perhaps after it was carried out), proxy, not_tls, not_ours,
    not_json, too_long, busy, fault, too_often, ca_file, closed.
    """

    code = "centre.away"


class CentreUntrusted(Unavailable):
    """Whoever answers cannot show that it is the centre.  Facts: why.

    why: expired, not_yet_valid, host, unknown_authority, protocol, certificate.
    """

    code = "centre.untrusted"


class CentreRefused(Refused):
    """The centre says no.  Facts: code and told (of the centre's own error), status."""

    code = "centre.refused"


class CentreTooLarge(Refused):
    """The message is larger than the centre takes: send less at a time."""

    code = "centre.too_large"


# OpenSSL's X509_V_ERR_…: certificate has expired, is not yet valid; host or address differs; the
# issuer is not among those that are trusted.
_VERIFY = {10: "expired", 9: "not_yet_valid", 62: "host", 64: "host"}
_VERIFY |= dict.fromkeys((2, 18, 19, 20, 21), "unknown_authority")
_NOT_TLS = {"WRONG_VERSION_NUMBER", "HTTP_REQUEST", "RECORD_LAYER_FAILURE"}
_PROTOCOL = ("PROTOCOL_VERSION", "UNSUPPORTED_PROTOCOL", "NO_PROTOCOLS", "HANDSHAKE_FAILURE")


@contextmanager
def translated(*, kept: Callable[[], bool], closed: Callable[[], bool]) -> Iterator[None]:
    """Turn what httpx raises into CentreAway or CentreUntrusted.

    `kept` says whether the connection was used before: then the message may be sent once more.
    """
    import httpx

    try:
        yield
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, RuntimeError) as error:
        if closed():
            raise _away("closed") from None
        raise _known(error) or _away(_why(error), kept=kept()) from None


def _away(why: str, *, kept: bool = False) -> CentreAway:
    facts: dict[str, object] = {"why": why, "status": None, "retry_after": None}
    return CentreAway(**facts, kept=True) if kept else CentreAway(**facts)


def _why(error: Exception) -> str:
    import httpx

    if isinstance(error, httpx.TimeoutException):
        return "timeout"
    if isinstance(error, httpx.ProxyError):
        return "proxy"
    if isinstance(error, httpx.ConnectError | httpx.InvalidURL | httpx.UnsupportedProtocol):
        return "unreachable"
    return "lost"


def _known(error: BaseException) -> Unavailable | None:
    """What TLS complained of, if it did."""
    found: BaseException | None = error
    while found is not None:
        if isinstance(found, ssl.SSLCertVerificationError):
            return CentreUntrusted(why=_VERIFY.get(found.verify_code, "certificate"))
        if isinstance(found, ssl.SSLError):
            reason = found.reason or ""
            if reason in _NOT_TLS:
                return _away("not_tls")
            if reason.endswith(_PROTOCOL):
                return CentreUntrusted(why="protocol")
        found = found.__cause__ or found.__context__
    return None
