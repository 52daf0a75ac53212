"""What the verbs about a case have in common: who may work on it, its clocks, its steps."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from kundcenter.domain.access import Function, NotPermitted
from kundcenter.domain.access_log import Activity, Level, Purpose
from kundcenter.domain.calendar import local
from kundcenter.domain.calls import CallNotFound
from kundcenter.domain.case_codes import CaseAct, CaseField, Said
from kundcenter.domain.case_fields import must_be_in_force, must_have_been
from kundcenter.domain.case_states import function_of, may_open, timed
from kundcenter.domain.case_terms import CATEGORIES, TIMES, CaseTimes, Category
from kundcenter.domain.cases import Case, CaseFacts, CaseStep
from kundcenter.ports import Reading, Viewing, Work


def times(reading: Reading) -> CaseTimes:
    """How long everything may take, by the terms in force."""
    terms = reading.case_terms.latest()
    return TIMES if terms is None else terms.times


def categories(reading: Reading) -> tuple[Category, ...]:
    """Those of the terms in force, the ended ones too."""
    terms = reading.case_terms.latest()
    return CATEGORIES if terms is None else terms.categories


def must_work_on(reading: Reading, case: Case) -> None:
    """Raise NotPermitted, NotSignedIn or DeskLocked unless the actor may open the case.

    Whoever handles its kind, its owner, and for a while whoever took it in (DOMAIN §7.4).
    """
    reading.actor.must(Function.TAKE_CASE)
    if not may_open(reading.actor, case, reading.now):
        reading.actor.must(function_of(case.kind))


def there(work: Work, case_id: UUID, *, claim: bool = False) -> Case:
    """The case that the actor works on.  Raises CaseNotFound, NotPermitted.

    Late, somebody may have taken it from them meanwhile: what they did with it has happened all
    the same, unless it is a `claim`.
    """
    work.actor.must(Function.TAKE_CASE)
    case = work.cases.get(case_id)
    if claim or not work.late:
        must_work_on(work, case)
    return case


def must_be_usable(work: Work, name: CaseField, value: str, known: set[str]) -> None:
    """Raise unless what the value names is there; of what was `known` already it is not asked.

    PersonNotFound, UnitNotFound, CaseInvalid.  Late, other terms may be in force.
    """
    if not value or value in known:
        return
    if name is CaseField.PERSON:
        work.people.get(UUID(value))
    elif name is CaseField.UNIT:
        work.units.get(UUID(value))
    elif name is CaseField.CATEGORY and not work.late:
        must_be_in_force(value, categories(work))
    elif name is CaseField.EVENT:
        must_have_been(value, local(work.now).date())


def must_all_be_usable(work: Work, facts: CaseFacts) -> None:
    """As `must_be_usable` of everything that a new case says."""
    for name in CaseField:
        must_be_usable(work, name, facts.value(name), set())


def put(work: Work, case: Case) -> Case:
    """Write the case with its next clock."""
    case = timed(case, times(work))
    work.cases.put(case)
    return case


def step(work: Work, case: Case, act: CaseAct, *, id: UUID, text: str = "", **told: Any) -> None:
    """Add what was done now, by the actor.  `id` was drawn before the verb looked at the store."""
    work.cases.add_step(
        CaseStep(
            id=id,
            case_id=case.id,
            at=work.now,
            by=work.actor.operator_id,
            act=act,
            text=text,
            **told,
        )
    )


def witness(view: Viewing, case: Case, activity: Activity = Activity.WRITE) -> None:
    """The access record: of a file of its own, and no part of the record (PDL 3 kap. 5 §)."""
    view.witness(
        activity,
        case.facts.person_id,
        level=Level.OVERVIEW,
        purpose=Purpose.LAW if case.feedback else Purpose.ADMINISTRATION,
        subject=("case", case.id),
    )


def refused(view: Viewing, case: Case) -> None:
    """The access record of somebody who tried to see a case that is not theirs to open."""
    view.witness(
        Activity.READ,
        case.facts.person_id,
        level=Level.DENIED,
        subject=("case", case.id),
        reason=NotPermitted.code,
    )


def guard_call(work: Work, case: Case) -> None:
    """The call that it came in loses its number, when it is about somebody with protected identity.

    By the register, or by what was said (DOMAIN §1.4 rule 3).  A desk of another team does not
    have the call: then the centre sees to it.
    """
    if case.call_id is None:
        return
    try:
        call = work.calls.get(case.call_id)
    except CallNotFound:
        return
    person = case.facts.person_id
    listed = person is not None and work.people.kept(work.people.get(person)).protected
    if (listed or case.facts.protected is Said.YES) and not call.number_hidden:
        work.calls.put(call.hiding_number())
