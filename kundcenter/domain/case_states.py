"""What may happen to a case, whoever does it, and what it is afterwards (DOMAIN §7.2, §7.5).

Each function gives the next value or raises; `timed` comes last of all.  `late` says that it
happened at a desk, and others have written since: then nothing is refused, and when it was done or
over already the same value comes back, so that the step alone tells what happened.

DOMAIN §7.5 names the stages and not who moves them; what it leaves open: a case goes forward only,
stages that nobody took are passed over, and what is over is taken up again by reopening.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from kundcenter.domain.access import Actor, Function
from kundcenter.domain.calendar import day_bounds, local
from kundcenter.domain.case_clocks import answer_day, next_clock
from kundcenter.domain.case_codes import (
    AnswerBy,
    CaseKind,
    Injury,
    InjuryDecision,
    Recipient,
    Said,
    Service,
    Stage,
)
from kundcenter.domain.case_errors import (
    CaseConflictOpen,
    CaseInjuryUndecided,
    CaseInvalid,
    CaseStageWrong,
    CaseStale,
    CaseUnanswerable,
)
from kundcenter.domain.case_terms import CaseTimes
from kundcenter.domain.cases import Case, CaseDraft

LONGEST = timedelta(days=3 * 366)  # a new date further away is a slip of the pen
OWN_INTAKE = timedelta(days=30)  # so long whoever took a case in may go on with what was said

_BEFORE_WORK = frozenset({Stage.REGISTERED, Stage.CONFIRMED, Stage.ASSIGNED})
_GRAVITY = {Injury.SUSPECTED: 1, Injury.SERIOUS: 2}  # of all else 0
_NOT_HANDED = frozenset({Recipient.UNSAID, Recipient.OWN})


# -- who ---------------------------------------------------------------------------------------


def function_of(kind: CaseKind) -> Function:
    """What whoever handles cases of the kind may do."""
    if kind is CaseKind.E_SERVICE:
        return Function.HANDLE_SERVICES
    return Function.ANSWER_ADVICE if kind is CaseKind.ADVICE else Function.HANDLE_COMPLAINTS


def may_work(actor: Actor, case: Case) -> bool:
    """Whether the actor handles cases of the kind, or owns this one."""
    owns = case.owner is not None and case.owner == actor.operator_id
    return actor.may(function_of(case.kind)) or (owns and actor.may(Function.TAKE_CASE))


def may_open(actor: Actor, case: Case, now: datetime) -> bool:
    """Whether the actor may work on it, or took it in: for OWN_INTAKE, unless it is over."""
    took = case.registered_by == actor.operator_id and actor.may(Function.TAKE_CASE)
    fresh = not case.over and now < case.registered_at + OWN_INTAKE
    return may_work(actor, case) or (took and fresh)


# -- taken in ----------------------------------------------------------------------------------


def taken_in(
    draft: CaseDraft,
    *,
    id: UUID,
    at: datetime,
    by: UUID,
    care_unit: str,
    call_id: UUID | None = None,
    service: Service | None = None,
    source: str = "",
) -> Case:
    """The case as it begins; `draft.facts` have been checked.

    Confirmed in the call it is CONFIRMED at once, and a suspected care injury is with the chief.
    Raises CaseUnanswerable when somebody was told who cannot be.
    """
    case = Case(
        id=id,
        care_unit=care_unit,
        channel=draft.channel,
        received_at=draft.received_at or at,
        registered_at=at,
        registered_by=by,
        facts=draft.facts,
        stage=Stage.REGISTERED,
        stage_at=at,
        service=service,
        source=source,
        call_id=call_id,
    )
    if draft.confirmed is not AnswerBy.UNSAID:
        case = replace(confirmed(case, at, late=False), version=0)
    return injured(case, at)


def injured(case: Case, at: datetime, *, was: Injury | None = None) -> Case:
    """The chief is told of a suspected care injury, once; `alerted_at` says that it was now.

    `was` is what was said of it before: when it is worse than what the chief decided about, the
    chief is told anew, and decides again.
    """
    if not case.facts.injured:
        return case
    worse = was is not None and _GRAVITY[case.facts.injury] > _GRAVITY.get(was, 0)
    worse = worse and case.decided_at is not None
    if case.alerted_at is not None and not worse:
        return case
    if worse:
        case = replace(case, decision=InjuryDecision.UNDECIDED, decided_at=None)
    return replace(case, alerted_at=at)


def timed(case: Case, times: CaseTimes) -> Case:
    """With the end of its next clock.  After whatever was done with a case, an edit too."""
    found = next_clock(case, times)
    if found is None:
        return replace(case, due_at=None, due_clock=None)
    return replace(case, due_at=found.ends, due_clock=found.kind)


def still_promised(case: Case, before: CaseTimes, after: CaseTimes) -> Case:
    """With the day that the complainant was told, when other terms would put it off.

    Whoever was confirmed to was told the day of the answer; a shorter time is nobody's loss.
    """
    if case.confirmed_at is None or case.promised_on is not None or not owed(case):
        return case
    plain = replace(case, paused_days=0, paused_since=None)
    day = answer_day(plain, before)
    if answer_day(plain, after) <= day:
        return case
    return replace(case, promised_on=day, promised_paused=0)


# -- on its way --------------------------------------------------------------------------------


def confirmed(case: Case, at: datetime, *, late: bool) -> Case:
    """The complainant knows that it has come in.  Told again, or when it is over, it stays so.

    Raises CaseUnanswerable.
    """
    if not late and not case.facts.answerable:
        raise CaseUnanswerable(id=case.id)
    if case.over or case.confirmed_at is not None:
        return case
    told = replace(case, confirmed_at=at)
    if case.stage is not Stage.REGISTERED:
        return replace(told, version=case.version + 1)
    return _moved(told, Stage.CONFIRMED, at)


def assigned(case: Case, owner: UUID | None, at: datetime, *, upon: int) -> Case:
    """Somebody's, or nobody's.  Raises CaseStale, CaseStageWrong."""
    must_be_upon(case, upon)
    _must_go_on(case)
    given = replace(case, owner=owner)
    if owner is None or case.stage not in {Stage.REGISTERED, Stage.CONFIRMED}:
        return replace(given, version=case.version + 1)
    return _moved(given, Stage.ASSIGNED, at)


def begun(case: Case, at: datetime, *, late: bool) -> Case:
    """It is being looked into.  Raises CaseStageWrong."""
    if case.stage not in _BEFORE_WORK:
        return _done_already(case, late=late)
    return _moved(case, Stage.INVESTIGATED, at)


def asked(
    case: Case,
    at: datetime,
    *,
    reason: str,
    waits: bool,
    day: date | None,
    late: bool,
    outdone: bool = False,
) -> Case:
    """The complainant is asked something, or told a new day for the answer, or both.

    Asked again while it waits, it has waited since the first time.  `outdone`: another day was told
    after this one, and came in before it; that one stands.  Raises CaseStageWrong,
    CaseUnanswerable, CaseInvalid("question" when nothing is said, "day" when it is not after today,
    or LONGEST away, or when neither is meant).
    """
    today = local(at).date()
    if not reason:
        raise CaseInvalid(field="question")
    if (day is None and not waits) or (day is not None and not today < day <= today + LONGEST):
        raise CaseInvalid(field="day")
    if case.over or case.stage is Stage.ANSWERED:
        return _done_already(case, late=late)
    if not late and not case.facts.answerable:
        raise CaseUnanswerable(id=case.id)
    if outdone and not waits:
        return case
    version = case.version + 1
    if waits and case.paused_since is None:
        since = max(today, local(case.stage_at).date())  # late, no day is waited twice
        case = replace(_moved(case, Stage.ASKED, at), paused_since=since, stage_at=at)
    if waits:
        case = replace(case, pause_reason=reason)
    if day is not None and not outdone:
        waited = case.paused_days + _waited(case, today)
        case = replace(case, promised_on=day, promised_paused=waited)
    return replace(case, version=version)


def resumed(case: Case, at: datetime, *, late: bool) -> Case:
    """The complainant was heard; the days of the wait are whole Swedish days.

    Late, what was heard before the present wait began does not end it.  Raises CaseStageWrong.
    """
    if case.paused_since is None or (late and at < case.stage_at):
        return _done_already(case, late=late)
    return _moved(_unpaused(case, at), Stage.INVESTIGATED, at)


def answered(case: Case, at: datetime, *, late: bool) -> Case:
    """The first answer is what the clock asks for; a wait ends with it.

    Raises CaseStageWrong, CaseUnanswerable.
    """
    if case.over or case.stage is Stage.ANSWERED:
        return _done_already(case, late=late)
    if not late and not case.facts.answerable:
        raise CaseUnanswerable(id=case.id)
    told = replace(_unpaused(case, at), answered_at=case.answered_at or at)
    return _moved(told, Stage.ANSWERED, at)


# -- over --------------------------------------------------------------------------------------


def handed_over(
    case: Case,
    to: Recipient,
    at: datetime,
    *,
    text: str,
    callback_id: UUID | None = None,
    late: bool,
) -> Case:
    """Another handles it from now on (PSL 3 kap. 8 e §).

    To another care provider by the complainant's leave, or with the reason in `text`.  Raises
    CaseStageWrong, CaseInvalid("to" or "text").
    """
    if to in _NOT_HANDED:
        raise CaseInvalid(field="to")
    if case.over:
        return _done_already(case, late=late)
    agreed = case.facts.consent is Said.YES
    if to is Recipient.OTHER_PROVIDER and not (agreed or text or late):
        raise CaseInvalid(field="text")
    given = replace(_unpaused(case, at), handed_to=to, callback_id=callback_id or case.callback_id)
    return _over(given, Stage.HANDED_OVER, at)


def withdrawn(case: Case, at: datetime, *, late: bool) -> Case:
    """Whoever complained takes it back.  Raises CaseStageWrong."""
    if case.over:
        return _done_already(case, late=late)
    return _over(_unpaused(case, at), Stage.WITHDRAWN, at)


def closed(case: Case, at: datetime, *, upon: int, text: str = "") -> Case:
    """It is done with; of one that is over already, that what came in since has been seen.

    One that is owed an answer and has had none is closed with the reason only.  Raises CaseStale,
    CaseStageWrong, CaseConflictOpen, CaseInjuryUndecided, CaseInvalid("text").
    """
    must_be_upon(case, upon)
    if case.over:
        if not case.flagged:
            raise CaseStageWrong(id=case.id, stage=case.stage)
        return replace(case, flagged=False, version=case.version + 1)
    if case.conflicts:
        raise CaseConflictOpen(id=case.id)
    if case.facts.injured and case.decision is InjuryDecision.UNDECIDED:
        raise CaseInjuryUndecided(id=case.id)
    if case.answered_at is None and owed(case) and not text:
        raise CaseInvalid(field="text")
    return _over(_unpaused(case, at), Stage.CLOSED, at)


def reopened(case: Case, at: datetime, *, upon: int) -> Case:
    """It is looked into again, and what came in since has been seen.

    Raises CaseStale, CaseStageWrong.
    """
    must_be_upon(case, upon)
    if not case.over:
        raise CaseStageWrong(id=case.id, stage=case.stage)
    again = replace(case, over_at=None, handed_to=Recipient.UNSAID, flagged=False)
    return _moved(again, Stage.INVESTIGATED, at)


# -- beside the stages -------------------------------------------------------------------------


def remarked(case: Case) -> Case:
    """Somebody said something of it; of one that is over somebody ought to see that."""
    if not case.over or case.flagged:
        return case
    return replace(case, flagged=True, version=case.version + 1)


def decided(case: Case, decision: InjuryDecision, at: datetime, *, late: bool) -> Case:
    """Whether it is reported (lex Maria, PSL 3 kap. 5 §); the last decision in time stands.

    Raises CaseInvalid("decision") when nothing is decided, or the chief was never told.
    """
    if decision is InjuryDecision.UNDECIDED:
        raise CaseInvalid(field="decision")
    if case.alerted_at is None and not late:
        raise CaseInvalid(field="decision")
    if case.decided_at is not None and at < case.decided_at:
        return case
    return replace(case, decision=decision, decided_at=at, version=case.version + 1)


def owed(case: Case) -> bool:
    """Whether somebody waits for an answer."""
    return case.facts.answerable and case.kind is not CaseKind.PRAISE


def must_be_upon(case: Case, upon: int) -> None:
    """Raise CaseStale unless the case is as it was seen."""
    if case.version != upon:
        raise CaseStale(id=case.id, version=case.version)


def _must_go_on(case: Case) -> None:
    if case.over:
        raise CaseStageWrong(id=case.id, stage=case.stage)


def _done_already(case: Case, *, late: bool) -> Case:
    """The same case, late; else CaseStageWrong."""
    if not late:
        raise CaseStageWrong(id=case.id, stage=case.stage)
    return case


def _moved(case: Case, stage: Stage, at: datetime) -> Case:
    """In another stage; one that was told late did not begin before the one before it."""
    return replace(case, stage=stage, stage_at=max(at, case.stage_at), version=case.version + 1)


def _over(case: Case, stage: Stage, at: datetime) -> Case:
    return replace(_moved(case, stage, at), over_at=at)


def _unpaused(case: Case, at: datetime) -> Case:
    """The wait is over, if there was one; its days are added, and not waited again."""
    if case.paused_since is None:
        return case
    days = case.paused_days + _waited(case, local(at).date())
    begun = max(case.stage_at, day_bounds(case.paused_since)[0])
    return replace(case, paused_since=None, pause_reason="", paused_days=days, stage_at=begun)


def _waited(case: Case, today: date) -> int:
    """Whole days of the present wait, 0 when there is none."""
    return 0 if case.paused_since is None else max(0, (today - case.paused_since).days)
