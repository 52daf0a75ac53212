"""Waits for the complainant, new days, and who may open a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from kundcenter.domain import case_states as states
from kundcenter.domain.access import MATRIX, Actor, Function, Role
from kundcenter.domain.case_codes import (
    FEEDBACK,
    CaseKind,
    Stage,
)
from kundcenter.domain.case_errors import (
    CaseInvalid,
)
from kundcenter.domain.case_terms import TIMES
from tests.domain.case_made import (
    ACTS,
    NOW,
    OTHER,
    WHO,
    at,
    made,
    standing,
)

# -- waits -------------------------------------------------------------------------------------


def test_waits_are_counted_in_swedish_days() -> None:
    case = made()
    for asked, heard, days in (
        ("2026-11-25 00:00", "2026-11-25 23:59", 0),
        ("2026-11-25 23:59", "2026-11-26 00:00", 1),
        ("2026-12-01", "2026-12-08", 7),
        ("2027-03-27", "2027-03-29", 2),  # clocks go forward in between
    ):
        waiting = states.asked(case, at(asked), reason="När?", waits=True, day=None, late=False)
        before = case.paused_days
        case = states.resumed(waiting, at(heard), late=False)
        assert case.paused_days == before + days
        assert (case.paused_since, case.pause_reason) == (None, "")


@pytest.mark.parametrize("act", ["answered", "handed_over", "withdrawn"])
def test_whatever_ends_a_wait_counts_its_days(act: str) -> None:
    do, _ = ACTS[act]
    after = do(replace(standing(Stage.ASKED), paused_days=3), False)
    assert (after.paused_days, after.paused_since) == (4, None)


def test_asked_again_it_has_waited_since_the_first_time() -> None:
    case = states.asked(
        standing(Stage.ASKED), NOW, reason="Och var?", waits=True, day=None, late=False
    )
    assert (case.paused_since, case.pause_reason) == (date(2026, 11, 24), "Och var?")
    assert (case.stage, case.version) == (Stage.ASKED, 5)


def test_a_new_day_alone_leaves_the_stage() -> None:
    told = states.asked(
        made(paused_days=2), NOW, reason="Vi väntar", waits=False, day=date(2027, 2, 1), late=False
    )
    assert (told.stage, told.promised_on, told.promised_paused) == (
        Stage.REGISTERED,
        date(2027, 2, 1),
        2,
    )
    assert (told.paused_since, told.version) == (None, 1)


def test_a_new_day_told_in_a_wait_knows_how_long_it_has_lasted() -> None:
    case = states.asked(
        replace(standing(Stage.ASKED), paused_days=2),
        at("2026-11-27"),
        reason="Ny dag",
        waits=False,
        day=date(2027, 2, 1),
        late=False,
    )
    assert case.promised_paused == 5
    heard = states.timed(states.resumed(case, at("2026-11-30"), late=False), TIMES)
    heard = states.timed(replace(heard, confirmed_at=NOW), TIMES)
    assert heard.paused_days == 8
    assert heard.due_at == at("2027-02-05 00:00")  # three days of the wait came after


@pytest.mark.parametrize(
    ("reason", "waits", "day", "field"),
    [
        ("", True, None, "question"),
        ("När?", False, None, "day"),
        ("När?", True, date(2026, 11, 25), "day"),
        ("När?", False, date(2026, 11, 24), "day"),
    ],
)
def test_a_question_says_something(reason: str, waits: bool, day: date | None, field: str) -> None:
    for late in (False, True):
        with pytest.raises(CaseInvalid) as refused:
            states.asked(made(), NOW, reason=reason, waits=waits, day=day, late=late)
        assert refused.value.facts == {"field": field}


def test_tomorrow_is_a_new_day() -> None:
    tomorrow = date(2026, 11, 26)
    told = states.asked(made(), NOW, reason="Mer tid", waits=False, day=tomorrow, late=False)
    assert told.promised_on == tomorrow


def test_late_the_day_that_was_told_last_stands() -> None:
    told = states.asked(
        made(), NOW, reason="Mer tid", waits=False, day=date(2027, 2, 1), late=False
    )
    earlier, day = at("2026-11-24"), date(2027, 3, 1)
    for waits in (False, True):
        after = states.asked(
            told, earlier, reason="Vi", waits=waits, day=day, late=True, outdone=True
        )
        assert after.promised_on == date(2027, 2, 1)
        assert (after is told) == (not waits)


def test_late_no_day_is_waited_twice() -> None:
    """Two ask apart; one is heard before the other's question comes in."""
    first = states.asked(made(), at("2026-11-25"), reason="När?", waits=True, day=None, late=False)
    heard = states.resumed(first, at("2026-12-01"), late=False)
    both = states.asked(heard, at("2026-11-27"), reason="Var?", waits=True, day=None, late=True)
    done = states.resumed(both, at("2026-12-03"), late=True)
    assert done.paused_days == 8


def test_late_a_question_that_was_heard_keeps_nobody_waiting() -> None:
    """Another began meanwhile, after both; the days of that wait are not known to be free."""
    begun = states.begun(made(), at("2026-12-04"), late=False)
    asked = states.asked(begun, at("2026-11-27"), reason="När?", waits=True, day=None, late=True)
    heard = states.resumed(asked, at("2026-11-30"), late=True)
    assert (heard.stage, heard.paused_since, heard.paused_days) == (Stage.INVESTIGATED, None, 0)
    again = states.asked(heard, at("2026-12-01"), reason="Var?", waits=True, day=None, late=True)
    assert again.paused_since == date(2026, 12, 4)


def test_late_what_was_heard_before_the_wait_does_not_end_it() -> None:
    waiting = states.asked(
        made(), at("2026-11-27"), reason="När?", waits=True, day=None, late=False
    )
    assert states.resumed(waiting, at("2026-11-26"), late=True) is waiting
    assert states.resumed(waiting, at("2026-11-28"), late=True).paused_days == 1


# -- who ---------------------------------------------------------------------------------------


def _actor(id: UUID, *roles: Role) -> Actor:
    return Actor(operator_id=id, session_id=id, roles=frozenset(roles))


@pytest.mark.parametrize("kind", list(CaseKind))
def test_the_kind_says_who_handles_it(kind: CaseKind) -> None:
    function = states.function_of(kind)
    assert (function is Function.HANDLE_COMPLAINTS) == (kind in FEEDBACK)
    case = made(kind=kind, registered_by=OTHER)
    for role in Role:
        assert states.may_work(_actor(WHO, role), case) == (role in MATRIX[function])
        assert states.may_open(_actor(WHO, role), case, NOW) == (role in MATRIX[function])


def test_its_owner_works_on_it_and_whoever_took_it_in_opens_it_a_month() -> None:
    case = made(registered_by=WHO)
    me = _actor(WHO, Role.SWITCHBOARD)
    assert states.may_work(me, replace(case, owner=WHO, over_at=NOW, stage=Stage.CLOSED))
    assert not states.may_work(me.behind_lock(), replace(case, owner=WHO))
    assert not states.may_work(me, case)
    month = case.registered_at + timedelta(days=30)
    assert states.may_open(me, case, month - timedelta(microseconds=1))
    assert not states.may_open(me, case, month)
    assert not states.may_open(me, replace(case, stage=Stage.CLOSED, over_at=NOW), NOW)
    assert not states.may_open(me.behind_lock(), case, NOW)
    assert not states.may_open(_actor(OTHER, Role.SWITCHBOARD), case, NOW)
