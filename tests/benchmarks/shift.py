"""One call of a nurse, verb by verb, over and over: what saving is measured with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import count
from uuid import UUID

from kundcenter.domain.drafts import Unsaved
from kundcenter.domain.lines import EndReason
from kundcenter.domain.parts import PartKind
from kundcenter.services.calls import Ring
from kundcenter.start.desk import Desk
from tests.ground import NUMBER, WHOLE, WOMAN, identity

NOTE = replace(
    WHOLE,
    history="Hosta och feber sedan tre dagar, som högst 38,6. Andas obehindrat i vila, talar i "
    "hela meningar. Dricker bra. Ingen bröstsmärta. Tar paracetamol med viss effekt. " * 2,
    background="Astma sedan barndomen, tar inhalation vid behov. Inga andra läkemedel.",
)

UNSAVED = Unsaved(replace(NOTE, history=NOTE.history * 10))


class Calls:
    """The verbs of one call.  `verbs` are in order: each uses what those before it made."""

    def __init__(self, desk: Desk) -> None:
        found = desk.people.find(identity(WOMAN))
        assert found is not None, "the store has the official test persons"
        self._desk = desk
        self._person = found.id
        self._numbers = count(1)
        self._call = self._part = self._entry = UUID(int=0)

    @property
    def verbs(self) -> dict[str, Callable[[], object]]:
        return {
            "calls.ring": self._ring,
            "calls.answer": lambda: self._desk.calls.answer(self._call),
            "calls.open_part": self._open_part,
            "calls.point_part": lambda: self._desk.calls.point_part(self._part, self._person),
            "drafts.keep": lambda: self._desk.drafts.keep(self._call, self._part, UNSAVED),
            "journal.write": self._write,
            "journal.save": lambda: self._desk.journal.save(self._entry, NOTE, upon=1),
            "journal.sign": lambda: self._desk.journal.sign(self._entry, upon=2),
            "drafts.drop": lambda: self._desk.drafts.drop(self._call),
            "calls.end": lambda: self._desk.calls.end(self._call, EndReason.CALLER),
            "calls.close": lambda: self._desk.calls.close(self._call),
        }

    def _ring(self) -> None:
        line_call = f"bench-{next(self._numbers)}"
        ring = Ring(line_call, number=NUMBER, queue="1177", waited=timedelta(seconds=40))
        self._call = self._desk.calls.ring(ring).the("call")

    def _open_part(self) -> None:
        self._part = self._desk.calls.open_part(self._call, PartKind.ADVICE).the("part")

    def _write(self) -> None:
        note = replace(NOTE, advice="")
        written = self._desk.journal.write(self._person, note, self._call, self._part)
        self._entry = written.the("entry")
