"""Notes of the demo region: every code in its place, complete enough to be signed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from random import Random

from kundcenter.demo.guidance import Guide
from kundcenter.demo.names import Names
from kundcenter.demo.people import Resident
from kundcenter.demo.texts import Texts
from kundcenter.domain.calendar import local
from kundcenter.domain.identity import Sex
from kundcenter.domain.journal import Note, Relation

_FAMILY = {Relation.GUARDIAN, Relation.RELATIVE}
_SAME_NAME = 0.75  # of parents, spouses and grown children
_HOME = {"EGENVARD", "U6"}  # self-care: the caller is told when to ring again
_CALL_BACK = "Besvären blir värre, eller inte är bättre inom några dagar."
_UNKNOWN_AGE = 40  # a samordningsnummer may tell no birth


class NoteWriter:
    """`codes` is the version of the code set that the notes are bound to."""

    def __init__(self, guide: Guide, texts: Texts, names: Names, *, codes: str) -> None:
        self._guide = guide
        self._texts = texts
        self._names = names
        self._codes = codes

    def note(
        self, chance: Random, resident: Resident, *, at: datetime, reason: str | None = None
    ) -> Note:
        """A note about the person in a call at the instant; of the given reason, when it goes
        with the person.
        """
        person = resident.person
        today = local(at).date()
        age = person.age(today)
        age = _UNKNOWN_AGE if age is None else max(age, 0)
        sex = person.sex or Sex.WOMAN
        reason = reason or self._guide.reason(chance, age=age, sex=sex, month=today.month)
        urgency = self._guide.urgency(chance, reason)
        outcome = self._guide.outcome(chance, reason, urgency=urgency, age=age, at=at)
        relation = self._guide.informant(chance, age)
        teller = Sex.WOMAN if chance.random() < 0.68 else Sex.MAN
        level, name = self._texts.level(reason, urgency, age)
        acute = name == "acute"
        told, assessment = self._texts.case(chance, level, acute=acute, teller=(relation, teller))
        return Note(
            codes=self._codes,
            informant=relation,
            informant_name=self._name(chance, resident, relation, sex=teller),
            reason=reason,
            history=told,
            background=self._texts.background(chance, age),
            assessment=assessment,
            urgency=urgency,
            outcome=outcome,
            unit_id=self._guide.unit(chance, outcome, resident),
            advice=self._texts.advice(chance, level, acute=acute),
            call_back_if=_CALL_BACK if _HOME & {outcome, urgency} else "",
        )

    def unfinished(self, note: Note) -> Note:
        """What was saved while the call still went on."""
        begun = replace(note, assessment="", urgency="", outcome="", unit_id=None)
        return replace(begun, advice="", call_back_if="")

    def corrected(self, chance: Random, note: Note) -> tuple[Note, str]:
        """The note with something added, and why."""
        why, added = self._texts.correction(chance)
        return replace(note, advice=f"{note.advice} {added}"), why

    def _name(self, chance: Random, resident: Resident, relation: Relation, *, sex: Sex) -> str:
        if relation is Relation.SELF:
            return ""
        born = 1950 + int(50 * chance.random())
        given = self._names.given(sex, born, chance.random())
        family = self._names.family(chance.random())
        if relation in _FAMILY and chance.random() < _SAME_NAME:
            family = resident.person.family_name
        return f"{given} {family}"
