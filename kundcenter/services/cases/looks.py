"""Looks at cases: lists that name nobody, and one case as a whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date, datetime
from uuid import UUID

from kundcenter.domain.access import MATRIX, Function, NotPermitted
from kundcenter.domain.access_log import Activity, Level, Purpose
from kundcenter.domain.calendar import add_weekdays, day_bounds, local
from kundcenter.domain.case_clocks import LONG
from kundcenter.domain.case_codes import FEEDBACK, CaseKind, ClockKind, Said
from kundcenter.domain.case_errors import CaseInvalid
from kundcenter.domain.case_figures import CaseFigures, figures
from kundcenter.domain.case_numbers import read_case_number
from kundcenter.domain.case_states import OWN_INTAKE, function_of, may_open
from kundcenter.domain.cases import Case, CaseEdit, CaseStep, ToldCase
from kundcenter.domain.hand_overs import Colleague
from kundcenter.domain.operators import OperatorNotFound
from kundcenter.ports import Reading, Store, Viewing
from kundcenter.services.cases.working import refused, times, witness

_EVERY_KIND = frozenset(CaseKind)
_MOST_SKIPPED = 1_000_000


class Looks:
    """Whoever opens a case, or takes out a year of them, leaves an access record of each."""

    _store: Store

    def due(
        self,
        kinds: frozenset[CaseKind],
        *,
        mine: bool = False,
        nobody: bool = False,
        limit: int = 200,
        skip: int = 0,
    ) -> tuple[Case, ...]:
        """What is not over, the first due first: no name, number or word.

        Of the kinds asked for, those that the actor may handle; with `mine` the actor's own of
        any kind asked for.  What is over is among them while something of it waits to be seen.
        The `skip` first are passed over.  Raises CaseInvalid(field="skip").
        """
        with self._store.read() as reading:
            reading.actor.must(Function.TAKE_CASE)
            if not 0 <= skip <= _MOST_SKIPPED:
                raise CaseInvalid(field="skip")
            own = mine and not nobody  # nobody's cases are nobody's own
            asked = kinds if own else kinds & _handled(reading)
            owner = reading.actor.operator_id if own else None
            found = reading.cases.due(asked, owner=owner, nobody=nobody, limit=limit, skip=skip)
            return _bare(found)

    def undecided(self) -> tuple[Case, ...]:
        """The suspected care injuries that the chief has not decided about, bare.

        The one that was told first is the first.
        """
        with self._store.read() as reading:
            reading.actor.must(Function.DECIDE_INJURY)
            return _bare(reading.cases.undecided())

    def waiting(self) -> tuple[int, int, int]:
        """How many of what the actor may handle are open, late, and near their end."""
        with self._store.read() as reading:
            reading.actor.must(Function.TAKE_CASE)
            kinds, now, limits = _handled(reading), reading.now, times(reading)
            if not kinds:
                return 0, 0, 0
            open, late = reading.cases.count(kinds, now)
            ends = (
                (limits.answer_soon, LONG),
                (limits.confirm_soon, frozenset(ClockKind) - LONG),
            )
            near = sum(
                reading.cases.count(kinds, _end_of(now, days), clocks)[1] for days, clocks in ends
            )
            return open, late, near - late

    def registered(self) -> tuple[Case, ...]:
        """What the actor has taken in during the last 30 days, bare."""
        with self._store.read() as reading:
            reading.actor.must(Function.TAKE_CASE)
            since = reading.now - OWN_INTAKE
            return _bare(reading.cases.registered(reading.actor.operator_id, since))

    def find(self, number: str) -> tuple[Case, ...]:
        """Those with the number that the actor may open, as it was said or written; bare.

        Raises CaseInvalid(field="number") when no case can have it.
        """
        with self._store.read() as reading:
            reading.actor.must(Function.TAKE_CASE)
            read = read_case_number(number)
            if read is None:
                raise CaseInvalid(field="number")
            found = reading.cases.by_number(read)
            return _bare(each for each in found if may_open(reading.actor, each, reading.now))

    def handlers(self, case_id: UUID | None = None) -> tuple[Colleague, ...]:
        """Those who may own the case, or without one any case: by name.

        For whoever handles cases of some kind.  Raises CaseNotFound.
        """
        with self._store.read() as reading:
            handled = _handled(reading)
            if not handled:
                reading.actor.must(Function.HANDLE_SERVICES)
            kinds = _EVERY_KIND if case_id is None else {reading.cases.get(case_id).kind}
            roles = frozenset().union(*(MATRIX[function_of(kind)] for kind in kinds))
            fit = [each for each in reading.operators.all() if each.enabled and each.roles & roles]
            found = (Colleague(each.id, each.name, each.position) for each in fit)
            return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.id)))

    def get(self, case_id: UUID) -> ToldCase:
        """One case as a whole, with an access record; refused, it leaves one too.

        For whoever may handle its kind, owns it, or took it in and has not been a month about it.
        Raises CaseNotFound, NotPermitted.
        """
        with self._store.view() as view:
            view.actor.must(Function.TAKE_CASE)
            case = view.cases.get(case_id)
            if may_open(view.actor, case, view.now):
                witness(view, case, Activity.READ)
                return _told(view, case)
            refused(view, case)
        raise NotPermitted(function=function_of(case.kind))

    def figures(self, year: int) -> CaseFigures:
        """The year by category, unit and time to the answer (lag 2017:372; DOMAIN §7).

        Raises CaseInvalid(field="year").
        """
        start, end = _year(year)
        with self._store.read() as reading:
            reading.actor.must(Function.LEAD_CASES)
            found = reading.cases.received(_EVERY_KIND, start, end)
            return figures(year, found, times(reading))

    def export(self, year: int) -> tuple[Case, ...]:
        """The year's complaints as whole rows, with one access record each.

        Of somebody with protected identity it is not said who they are or where they are reached.
        Raises CaseInvalid(field="year").
        """
        start, end = _year(year)
        with self._store.view() as view:
            view.actor.must(Function.LEAD_CASES)
            found = tuple(view.cases.received(FEEDBACK, start, end))
            for each in found:
                witness(view, each, Activity.READ)
            if not found:  # that somebody asked is known all the same
                view.witness(Activity.READ, level=Level.OVERVIEW, purpose=Purpose.LAW)
            return tuple(_veiled(view, each) for each in found)


def _handled(reading: Reading) -> frozenset[CaseKind]:
    """The kinds that the actor may handle."""
    return frozenset(kind for kind in CaseKind if reading.actor.may(function_of(kind)))


def _bare(found: Iterable[Case]) -> tuple[Case, ...]:
    return tuple(each.bare() for each in found)


def _end_of(now: datetime, weekdays: int) -> datetime:
    """The last instant of a clock that is soon over, so many vardagar ahead."""
    return day_bounds(add_weekdays(local(now).date(), weekdays))[1]


def _year(year: int) -> tuple[datetime, datetime]:
    """From its first instant in Sweden to that of the next.  Raises CaseInvalid."""
    if not MINYEAR < year < MAXYEAR:
        raise CaseInvalid(field="year")
    return day_bounds(date(year, 1, 1))[0], day_bounds(date(year, 12, 31))[1]


def _told(view: Viewing, case: Case) -> ToldCase:
    steps, edits = view.cases.steps([case.id]), view.cases.edits([case.id])
    id = case.facts.person_id
    person = None if id is None else view.people.kept(view.people.get(id))
    hidden = person is not None and person.protected
    return ToldCase(
        case=case,
        steps=steps,
        edits=edits,
        person=person.veiled() if person is not None and hidden else person,
        protected=hidden or case.facts.protected is Said.YES,
        names=_names(view, case, steps, edits),
    )


def _names(
    reading: Reading, case: Case, steps: Iterable[CaseStep], edits: Iterable[CaseEdit]
) -> dict[UUID, str]:
    """Of the operators who have had to do with it; one who is not here is left out."""
    met = [case.registered_by, case.owner, *(each.by for each in edits)]
    met += [id for each in steps for id in (each.by, each.owner)]
    names = {}
    for id in set(filter(None, met)):
        try:
            names[id] = reading.operators.get(id).name
        except OperatorNotFound:
            continue
    return names


def _veiled(view: Viewing, case: Case) -> Case:
    """Without what tells who somebody with protected identity is (by register, or as was said)."""
    id = case.facts.person_id
    listed = id is not None and view.people.kept(view.people.get(id)).protected
    if not listed and case.facts.protected is not Said.YES:
        return case
    facts = replace(case.facts, name="", patient="", number="", address="", email="")
    return replace(case, facts=facts)
