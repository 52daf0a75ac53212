"""The text fields of referrals and of files of notes, for the tests of naughty text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import UUID

from kundcenter.domain.access_log import Level
from kundcenter.domain.grounds import Ground, GroundCategory
from kundcenter.domain.referrals import ReferralState
from kundcenter.domain.text import LINE_LIMIT
from tests.ground import WHOLE
from tests.ground import Ground as Desk
from tests.naughty import NO_TEXT, Sort, free, one_line, squeezed

Rows = Callable[[], list[dict[str, Any]]]
Opened = tuple[
    Callable[[dict[str, str]], object],
    dict[str, Sort],
    Callable[[], Iterable[Mapping[str, Any]]] | None,
]
WHY = GroundCategory.QUALITY


@dataclass
class Sent:
    """A signed entry with its referral, made when the first of the doors is tried."""

    ground: Desk
    person: UUID
    states: list[ReferralState] = field(
        default_factory=lambda: [ReferralState.REACHED, ReferralState.NOT_REACHED]
    )

    @cached_property
    def entry(self) -> UUID:
        entry = self.ground.desk.journal.write(self.person, WHOLE).the("entry")
        self.ground.desk.journal.sign(entry, upon=1)
        return entry

    @cached_property
    def id(self) -> UUID:
        return self.ground.desk.referrals.make(self.entry).the("referral")

    def tell(self, text: str) -> None:
        """Once this and once that: the same is not told twice."""
        self.ground.desk.referrals.tell(self.id, self.states[0], text)
        self.states.reverse()


def referral_doors(
    ground: Desk, person: UUID, texts: list[str], newly: Callable[[str], Rows]
) -> dict[str, Opened]:
    """By noun and verb: how to put texts, which fields there are, and where they lie afterwards.

    `newly` gives what will have come into a table since it was asked.
    """
    referrals, journal = ground.desk.referrals, ground.desk.journal
    sent = Sent(ground, person)
    line = free(texts, LINE_LIMIT)
    receiver = one_line(line)
    steps, copies = newly("referral_steps"), newly("disclosures")
    recipient = Sort(tuple(filter(str.strip, line.kept)), (*line.refused, "", " \n"))
    parts = Sort((*"SBAR",), (*NO_TEXT, "", "X", "SB", "s", *texts[:40:9]))
    known: list[int] = []

    def told(text: str) -> str:
        return f"{WHY}: {squeezed(text)}"

    kept = tuple(text for text in line.kept if len(squeezed(text)) >= 10)
    why = {"ground.text": Sort(kept, (*line.refused, "kort", " " * 30), told)}

    def stated(texts: dict[str, str]) -> Ground:
        return Ground(category=WHY, text=texts["ground.text"])

    def looked(texts: dict[str, str]) -> None:
        known.append(len(ground.accesses()))
        referrals.of_entry(sent.entry, stated(texts))

    def reasons() -> list[dict[str, str]]:
        return [
            {"ground.text": r.reason}
            for r in ground.accesses(known[0])
            if r.level == Level.STATED and r.reason.startswith(WHY)
        ]

    def of(kind: str, *names: str) -> Rows:
        return lambda: [
            {name: row[name] for name in names} for row in steps() if row["kind"] == kind
        ]

    return {
        "referrals.of_entry": (looked, why, reasons),
        "referrals.hand_over": (
            lambda t: referrals.hand_over(sent.id, t["receiver"], (t["parts"],)),
            {"receiver": receiver, "parts": parts},
            of("OVERLAMNAD", "receiver", "parts"),
        ),
        "referrals.tell": (
            lambda t: sent.tell(t["text"]),
            {"text": Sort(line.kept, line.refused, squeezed)},
            lambda: [{"text": r["text"]} for r in steps() if r["kind"] in {"NADD", "EJ_NADD"}],
        ),
        "referrals.note_print": (
            lambda t: referrals.note_print(sent.id, t["receiver"]),
            {"receiver": receiver},
            of("UTSKRIVEN", "receiver"),
        ),
        "referrals.take_print": (
            lambda t: referrals.take_print(sent.id, t["receiver"], stated(t)),
            {"receiver": receiver, **why},
            None,
        ),
        "referrals.to_read": (lambda t: referrals.to_read(sent.entry, stated(t)), why, None),
        "journal.disclose_each": (
            lambda t: journal.disclose_each((sent.entry,), t["recipient"]),
            {"recipient": recipient},
            lambda: [r for r in copies() if (r["entry_id"], r["form"]) == (sent.entry, "KOPIA")],
        ),
        "journal.take_export": (
            lambda t: journal.take_export((sent.entry,), t["recipient"], stated(t)),
            {"recipient": recipient, **why},
            None,
        ),
        "journal.exportable": (
            lambda t: journal.exportable(person, ground=stated(t)),
            why,
            None,
        ),
    }
