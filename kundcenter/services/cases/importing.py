"""Bring in what came by e-service: who it is about, which unit, and what is here already."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from kundcenter.domain.access_log import Activity, Level, Purpose
from kundcenter.domain.case_checks import checked_row
from kundcenter.domain.case_codes import CaseAct, CaseChannel, Said, Service
from kundcenter.domain.case_errors import CaseInvalid
from kundcenter.domain.case_fields import must_be_in_force
from kundcenter.domain.case_files import (
    CasePlan,
    CaseRowProblem,
    CaseRowRefusal,
    ImportedCase,
    repeated,
)
from kundcenter.domain.case_states import taken_in, timed
from kundcenter.domain.case_terms import Category
from kundcenter.domain.cases import CaseDraft
from kundcenter.domain.identity import PersonId
from kundcenter.domain.people import Person, Protection
from kundcenter.domain.text import TextInvalid
from kundcenter.domain.units import hsa_key
from kundcenter.ports import Reading, Work
from kundcenter.services.cases.working import categories, step, times


@dataclass(slots=True)
class Import:
    """What is known of the rows in one moment of the store; the keys are HSA-ids."""

    units: Mapping[str, UUID]
    there: Collection[str]
    people: dict[PersonId, Person]
    rows: tuple[ImportedCase, ...]  # all of them, as they are kept
    new: list[ImportedCase] = field(default_factory=list)
    same: int = 0
    unknown: dict[PersonId, ImportedCase] = field(default_factory=dict)
    problems: list[CaseRowProblem] = field(default_factory=list)

    def told(self) -> CasePlan:
        return CasePlan(
            new=tuple(self.new),
            same=self.same,
            persons=frozenset(self.unknown),
            problems=tuple(self.problems),
        )

    def draft(self, row: ImportedCase) -> CaseDraft:
        """The case as it is taken in: with the person and the unit that the row names."""
        person = None if row.identity is None else self.people[row.identity].id
        unit = self.units[hsa_key(row.hsa_id)] if row.hsa_id else None
        facts = replace(row.facts, person=str(person or ""), unit=str(unit or ""))
        chat = row.service is Service.CHAT
        channel = CaseChannel.CHAT if chat else CaseChannel.E_SERVICE
        return CaseDraft(facts, channel=channel, received_at=row.received_at, service=row.service)


def planned(reading: Reading, rows: tuple[ImportedCase, ...], *, late: bool = False) -> Import:
    """What would be done with the rows; those that have a problem are in no other list.

    Raises CasesTooMany, CaseInvalid, TextInvalid.
    """
    repeated(rows)  # too many are not looked at
    in_force = () if late else categories(reading)
    good = tuple(_checked(row, reading.now, in_force) for row in rows)
    twice = repeated(good)
    found = Import(
        units=reading.unit_cards.by_hsa({row.hsa_id for row in good if row.hsa_id}),
        there=reading.cases.by_source({row.key for row in good}).keys(),
        people=dict(_known(reading, good)),
        rows=good,
        problems=list(twice),
    )
    again = {problem.row for problem in twice}
    for row in good:
        if row.row not in again:
            _sort(found, _as_it_can_be(found, row) if late else row)
    found.problems.sort(key=lambda problem: problem.row)
    return found


def brought_in(work: Work, rows: tuple[ImportedCase, ...]) -> None:
    """Write what `planned` says.  Raises what it raises, and CaseInvalid for a problem."""
    found = planned(work, rows, late=work.late)
    # One for each, whether it is needed or not: at the centre somebody may know them.
    ids = {row.identity: work.new_id() for row in rows if row.identity is not None}
    steps = {row.key: (work.new_id(), work.new_id()) for row in found.rows}
    if found.problems and not work.late:
        first = found.problems[0]
        raise CaseInvalid(field=first.why.value, row=first.row)
    for identity, row in found.unknown.items():
        said = row.facts.protected is Said.YES
        person = Person(
            id=ids[identity],
            person_id=identity,
            given_name=row.given_name,
            family_name=row.family_name,
            registered_at=work.now,
            sex=identity.sex,
            protection=Protection.CONFIDENTIAL if said else Protection.NONE,
        )
        work.people.put(person)
        found.people[identity] = person
    about: dict[Purpose, dict[UUID, None]] = {Purpose.LAW: {}, Purpose.ADMINISTRATION: {}}
    limits = times(work)
    for row in found.new:
        case = taken_in(
            found.draft(row),
            id=row.case_id,
            at=work.now,
            by=work.actor.operator_id,
            care_unit=work.actor.care_unit,
            service=row.service,
            source=row.key,
        )
        case = timed(case, limits)
        work.cases.put(case)
        registering, alerting = steps[row.key]
        step(work, case, CaseAct.REGISTERED, id=registering)
        if case.alerted_at is not None:
            step(work, case, CaseAct.ALERTED, id=alerting)
        if case.facts.person_id is not None:
            purpose = Purpose.LAW if case.feedback else Purpose.ADMINISTRATION
            about[purpose][case.facts.person_id] = None
    for purpose, people in about.items():
        work.witness_each(Activity.WRITE, tuple(people), level=Level.OVERVIEW, purpose=purpose)


def _known(reading: Reading, rows: tuple[ImportedCase, ...]) -> Iterator[tuple[PersonId, Person]]:
    for identity in dict.fromkeys(row.identity for row in rows):
        person = None if identity is None else reading.people.by_identity(identity)
        if identity is not None and person is not None:
            yield identity, reading.people.kept(person)


def _as_it_can_be(found: Import, row: ImportedCase) -> ImportedCase:
    """A late row without what was known at the desk only: nobody's matter is lost for that.

    The unit's HSA-id stands as the provider, if nothing else does.
    """
    if _unit_is_away(found, row):
        provider = row.facts.provider or row.hsa_id
        row = replace(row, hsa_id="", facts=replace(row.facts, provider=provider))
    return replace(row, identity=None) if _is_nameless(found, row) else row


def _unit_is_away(found: Import, row: ImportedCase) -> bool:
    return bool(row.hsa_id) and hsa_key(row.hsa_id) not in found.units


def _is_nameless(found: Import, row: ImportedCase) -> bool:
    """Whether the row is about somebody who is not here and could not be registered."""
    unknown = row.identity is not None and row.identity not in found.people
    return unknown and not (row.given_name and row.family_name)


def _sort(found: Import, row: ImportedCase) -> None:
    """Put the row where it belongs."""
    if row.key in found.there:
        found.same += 1
    elif _unit_is_away(found, row):
        found.problems.append(CaseRowProblem(row.row, CaseRowRefusal.UNIT))
    elif _is_nameless(found, row):
        found.problems.append(CaseRowProblem(row.row, CaseRowRefusal.PERSON))
    else:
        found.new.append(row)
        if row.identity is not None and row.identity not in found.people:
            found.unknown.setdefault(row.identity, row)


def _checked(row: ImportedCase, now: datetime, in_force: Sequence[Category]) -> ImportedCase:
    """The row as it is kept; late, other terms may be in force, and none is asked for."""
    try:
        good = checked_row(row, now)
        if in_force:
            must_be_in_force(good.facts.category, in_force)
    except (CaseInvalid, TextInvalid) as wrong:
        raise type(wrong)(**wrong.facts, row=row.row) from None
    return good
