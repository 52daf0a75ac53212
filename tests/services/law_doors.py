"""The text fields of blocks and of the log review, for the tests of naughty text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any
from uuid import UUID

from kundcenter.domain.access_log import Level
from kundcenter.domain.blocks import BlockKind, LiftGround, hsa
from kundcenter.domain.identity import PersonId
from kundcenter.domain.log_review import Period, Verdict
from kundcenter.domain.people import PersonNotFound
from kundcenter.domain.text import LINE_LIMIT, NOTE_LIMIT
from tests.ground import CARE_UNIT, MORNING, Ground
from tests.naughty import MEGABYTE, NO_TEXT, Sort, free, identities, one_line

Rows = Callable[[], list[dict[str, Any]]]
Opened = tuple[
    Callable[[dict[str, str]], object],
    dict[str, Sort],
    Callable[[], Iterable[Mapping[str, Any]]] | None,
]
LIFT = LiftGround.CONSENT


def block_doors(
    ground: Ground, texts: list[str], newly: Callable[[str], Rows]
) -> dict[str, Opened]:
    """By noun and verb, for an operator who may block, open what is blocked, and review.

    `newly` gives what will have come into a table since it was asked.
    """
    blocks = ground.desk.blocks
    person = ground.desk.people.register_unidentified("Okänd").the("person")
    line = free(texts, LINE_LIMIT)
    good = (CARE_UNIT, "se1-a", " SE2-B\n", "Z" * 31 + "-" + "9" * 31)
    bad = [text for text in texts if not re.fullmatch(r"[A-Z0-9]{1,31}-[A-Z0-9]{1,31}", hsa(text))]
    units = Sort(good, (*NO_TEXT, MEGABYTE, "", "-", "SE-1-2", "Å-1", "S" * 32 + "-1", *bad), hsa)
    named = tuple(text for text in line.kept if hsa(text))
    blocked, revoked, lifts = map(newly, ("blocks", "block_revocations", "block_lifts"))
    known = len(ground.accesses())

    def block(unit: str = CARE_UNIT) -> UUID:
        return blocks.set(person, BlockKind.INNER, unit).the("block")

    def opened() -> list[dict[str, str]]:
        records = ground.accesses(known)
        return [{"reason": r.reason} for r in records if r.level == Level.BLOCKED_UNITS]

    reason = one_line(line, 10)
    return {
        "blocks.set": (lambda t: block(t["care_unit"]), {"care_unit": units}, blocked),
        "blocks.revoke": (
            lambda t: blocks.revoke(block(), t["reason"]), {"reason": one_line(line)}, revoked
        ),
        "blocks.units": (
            lambda t: blocks.units(person, LIFT, t["reason"]),
            {"reason": replace(reason, form=lambda text: f"{LIFT}: {reason.form(text)}")},
            opened,
        ),
        "blocks.lift": (
            lambda t: blocks.lift(person, (t["units"],), LIFT, t["reason"]),
            {"reason": reason, "units": Sort(named, (*line.refused, "", " \n"), hsa)},
            lambda: [{**row, "units": "".join(json.loads(row["units"]))} for row in lifts()],
        ),
    }  # fmt: skip


def review_doors(
    ground: Ground, texts: list[str], newly: Callable[[str], Rows]
) -> dict[str, Opened]:
    """As `block_doors`, for who reviews the access log; the first access is another's."""
    review, text = ground.desk.log_review, free(texts, NOTE_LIMIT)
    access = ground.accesses()[0].id
    found = newly("log_findings")
    numbers = identities(texts, 40)
    period = Period(MORNING, ground.clock.at)

    def asked(look: Callable[[PersonId, Period], object]) -> Opened:
        def put(texts: dict[str, str]) -> None:
            with suppress(PersonNotFound):
                look(numbers[texts["identity.value"]], period)

        return put, {"identity.value": Sort(tuple(numbers))}, None

    kept = tuple(each for each in text.kept if each.strip())
    return {
        "log_review.note": (
            lambda t: review.note(access, Verdict.ASKED, t["text"]),
            {"text": Sort(kept, (*text.refused, "", " \n\t"))},
            found,
        ),
        "log_review.of_person": asked(review.of_person),
        "log_review.take_report": asked(review.take_report),
    }
