"""Who left a queue, when a queue is closed, who is there, and what went wrong: the pure rules."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from kundcenter.domain.supervision.breaks import BreakKind
from kundcenter.domain.supervision.closures import Closure, Switch, closed_now, switches
from kundcenter.domain.supervision.incidents import Incident, IncidentKind, outages
from kundcenter.domain.supervision.presences import (
    SILENCE,
    Presence,
    PresenceKind,
    PresenceNoBreak,
)
from kundcenter.domain.supervision.queue_calls import MOST_AGO, Left, QueueUnnamed
from kundcenter.domain.text import TextInvalid

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
ME, SESSION = UUID(int=1), UUID(int=2)
MINUTE = timedelta(minutes=1)


def at(minutes: float) -> datetime:
    return NOON + minutes * MINUTE


# -- callers who left ------------------------------------------------------------------------------


def test_two_desks_make_the_same_row_of_the_same_caller_whatever_their_clocks_say() -> None:
    here = Left("17.3", "1177", timedelta(seconds=75), ago=timedelta(seconds=3))
    there_ = Left("17.3", "1177", timedelta(seconds=75), ago=timedelta(seconds=29))
    assert here.queue_call(at(0)).id == there_.queue_call(at(5)).id
    row = here.queue_call(at(0))
    assert row.left_at == at(0) - timedelta(seconds=3)
    assert row.waited == timedelta(seconds=75)


@pytest.mark.parametrize(
    "other",
    [
        Left("17.4", "1177", timedelta(seconds=75)),
        Left("17.3", "vaxel", timedelta(seconds=75)),
        Left("17.3", "1177", timedelta(seconds=76)),
    ],
)
def test_another_caller_another_queue_or_another_wait_is_another_row(other: Left) -> None:
    assert other.id != Left("17.3", "1177", timedelta(seconds=75)).id


def test_what_an_exchange_says_beyond_a_day_is_cut_and_below_nothing_is_nothing() -> None:
    long = Left("17.3", "1177", timedelta(days=9), ago=timedelta(days=9)).checked()
    assert (long.waited, long.ago) == (timedelta(hours=24), MOST_AGO)
    short = Left("17.3", "1177", timedelta(-1), ago=timedelta(-1)).checked()
    assert (short.waited, short.ago) == (timedelta(), timedelta())


def test_a_queue_has_a_name_that_can_be_kept() -> None:
    with pytest.raises(QueueUnnamed):
        Left("17.3", "", timedelta()).checked()
    for wrong in (Left("a\0b", "1177", timedelta()), Left("17.3", "x" * 301, timedelta())):
        with pytest.raises(TextInvalid):
            wrong.checked()


# -- closed queues ---------------------------------------------------------------------------------


def closure(
    n: int, queue: str = "1177", *, starts_at: datetime = NOON, ends_at: datetime | None = None
) -> Closure:
    return Closure(UUID(int=n), queue, "Brandlarm", starts_at, ends_at, ME)


def test_an_order_holds_from_its_beginning_until_its_end_or_until_it_is_lifted() -> None:
    order = closure(1, ends_at=at(60))
    assert [order.holds(at(each)) for each in (-1, 0, 59, 60)] == [False, True, True, False]
    lifted = order.lifted(at(10), ME)
    assert [lifted.holds(at(each)) for each in (9, 10)] == [True, False]
    assert lifted.until == at(10)
    assert order.lifted(at(90), ME).until == at(60)
    assert closure(1).until is None


def test_of_two_orders_for_a_queue_the_later_one_holds() -> None:
    orders = (closure(2, starts_at=at(5)), closure(1, ends_at=at(60)), closure(3, queue="vaxel"))
    assert {queue: each.id.int for queue, each in closed_now(orders, at(6)).items()} == {
        "1177": 2,
        "vaxel": 3,
    }


def test_the_exchange_is_told_of_every_queue_that_was_ever_closed() -> None:
    orders = (
        closure(1, ends_at=at(60)),
        closure(2, queue="service").lifted(at(1), ME),
        closure(3, queue="vaxel"),
    )
    assert switches(orders, at(2)) == (
        Switch("1177", True, at(60)),
        Switch("service", False),
        Switch("vaxel", True),
    )
    assert switches((), at(2)) == ()


# -- presence --------------------------------------------------------------------------------------


def presence(start: float = 0, end: float | None = None, seen: float | None = None) -> Presence:
    return Presence(
        UUID(int=9), ME, SESSION, PresenceKind.SIGNED_IN, None,
        at(start), at(start if seen is None else seen), None if end is None else at(end),
    )  # fmt: skip


def test_who_has_given_a_sign_lately_is_there_until_now() -> None:
    here = presence(0, seen=60)
    assert here.goes_on(at(70))
    assert here.until(at(70)) == at(70)


def test_who_has_not_been_heard_of_counts_as_gone_since_the_last_sign() -> None:
    here = presence(0, seen=60)
    later = at(60) + SILENCE + timedelta(seconds=1)
    assert not here.goes_on(later)
    assert here.until(later) == at(60)
    assert here.lapsed().ends_at == at(60)
    assert here.until(at(60) + SILENCE) == at(60) + SILENCE


def test_an_end_is_never_before_the_beginning() -> None:
    assert presence(5).ended(at(0)).ends_at == at(5)
    assert presence(5).ended(at(9)).until(at(400)) == at(9)
    assert not presence(5).ended(at(9)).goes_on(at(8))


def test_only_a_break_has_a_kind_of_break() -> None:
    with pytest.raises(PresenceNoBreak):
        presence().explained(BreakKind.LUNCH)


# -- incidents -------------------------------------------------------------------------------------


def incident(
    n: int, start: float, end: float | None, *, kind: IncidentKind = IncidentKind.LINE, by: int = 1
) -> Incident:
    over = None if end is None else at(end)
    return Incident(UUID(int=n), kind, at(start), over, "", UUID(int=by), automatic=True)


def test_what_many_desks_noted_of_the_same_is_one_outage() -> None:
    (found,) = outages([incident(2, 1, 20), incident(1, 0, 12), incident(3, 15, 18)])
    assert (found.starts_at, found.ends_at) == (at(0), at(20))
    assert [each.id.int for each in found.incidents] == [1, 2, 3]


def test_what_goes_on_at_one_desk_is_not_over() -> None:
    (found,) = outages([incident(1, 0, 12), incident(2, 1, None), incident(3, 500, 501)])
    assert found.ends_at is None


def test_other_kinds_other_times_and_what_somebody_wrote_stand_by_themselves() -> None:
    by_hand = Incident(UUID(int=8), IncidentKind.LINE, at(1), at(2), "Knaster", ME)
    found = outages([
        incident(1, 0, 10), incident(2, 11, 12), incident(3, 5, 6, kind=IncidentKind.CENTRE),
        by_hand,
    ])  # fmt: skip
    assert [[each.id.int for each in outage.incidents] for outage in found] == [[1], [8], [3], [2]]


def test_an_incident_keeps_its_words_out_of_what_is_logged() -> None:
    assert "Knaster" not in repr(
        Incident(UUID(int=8), IncidentKind.LINE, NOON, None, "Knaster", ME)
    )
