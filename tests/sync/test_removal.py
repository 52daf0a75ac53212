"""Nobody takes away most of what a desk holds unless an administrator has said so."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from db.local import marked
from db.sync.removal import UNIT
from kundcenter.domain.feed import REFERENCE, SHARED, MassRemoval, team
from kundcenter.domain.link import Removal
from kundcenter.sync.exchange import Exchange
from tests.ground import CARE_UNIT
from tests.sync.ground import Centre, Side, shared

Three = tuple[Centre, Side, Side]
MANY = 110
MINE = team(CARE_UNIT)
ELSEWHERE = "SE0000000001-ANNAN"


@pytest.fixture
def full(three: Three) -> Three:
    """A desk with a large bucket of its team."""
    centre, one, _ = three
    one.nurse()
    for number in range(MANY):
        one.desk.calls.register(f"+4670174{number:04d}")
    one.talk(centre)
    return three


def buckets_without(side: Side, *gone: str) -> set[str]:
    return side.local.cursors().keys() - set(gone)


def calls(side: Side) -> int:
    return len(shared(side.engine)["calls"])


@pytest.mark.logs("most of a bucket would go", "as was allowed")
def test_the_own_team_never_goes_at_once_without_leave(full: Three) -> None:
    _, one, _ = full
    stay = buckets_without(one, MINE)
    for _ in range(2):
        one.local.hold(stay, CARE_UNIT)
        assert calls(one) == MANY
    (asked,) = one.local.removals()
    assert asked == Removal(MINE, MANY, MANY)
    one.local.allow_removal(MINE, asked.count)
    one.local.hold(stay, CARE_UNIT)
    assert calls(one) == 0
    assert one.local.removals() == ()


@pytest.mark.logs("most of a bucket would go")
def test_it_works_on_meanwhile_and_the_question_ends_when_the_team_is_its_own_again(
    full: Three,
) -> None:
    centre, one, _ = full
    one.local.hold(buckets_without(one, MINE), CARE_UNIT)
    assert one.local.removals()
    one.desk.calls.register("+46701740999")
    one.exchange = Exchange(one.local)
    one.talk(centre)
    assert one.local.waiting().count == 0
    assert one.local.removals() == ()
    assert calls(one) == MANY + 1


def test_a_desk_that_is_told_of_another_unit_lets_go_of_the_old_one(full: Three) -> None:
    centre, one, _ = full
    with centre.engine.begin() as connection:
        connection.execute(
            text("UPDATE centre_devices SET care_unit = :unit WHERE id = :id"),
            {"unit": ELSEWHERE, "id": one.device_id},
        )
        connection.execute(text("DELETE FROM centre_device_operators"))
    one.exchange = Exchange(one.local)
    one.talk(centre)
    assert set(one.local.cursors()) == {REFERENCE, SHARED, team(ELSEWHERE)}
    assert calls(one) == 0
    assert one.local.removals() == ()
    with one.engine.connect() as connection:
        assert marked(connection, UNIT) == ELSEWHERE  # the hello has told it


@pytest.mark.logs("most of a bucket would go")
def test_a_centre_of_before_does_not_tell_the_unit_and_one_team_stays(full: Three) -> None:
    _, one, _ = full
    with one.engine.begin() as connection:
        connection.execute(text("DELETE FROM marks WHERE name = 'sync_care_unit'"))
    one.local.hold(buckets_without(one, MINE))
    assert calls(one) == MANY
    one.local.hold({*buckets_without(one, MINE), team(ELSEWHERE)})
    assert calls(one) == 0


def test_what_operators_brought_goes_with_them(full: Three) -> None:
    centre, _, other = full
    other.talk(centre)
    other.takes("nurse")
    other.desk.calls.register("+46701740999")
    other.talk(centre)
    stay = {REFERENCE, SHARED, MINE}
    other.local.hold(stay, CARE_UNIT)
    assert set(other.local.cursors()) == stay
    assert other.local.removals() == ()


@pytest.mark.logs("most of a bucket would go", "as was allowed")
def test_leave_is_good_for_as_many_as_were_told_and_no_more(full: Three) -> None:
    centre, one, _ = full
    with centre.engine.begin() as connection:  # the centre has lost them
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        for table in ("centre_current", "centre_feed"):
            connection.execute(text(f"DELETE FROM {table} WHERE entity = 'calls'"))
        connection.execute(text("DELETE FROM calls"))
        connection.execute(
            text("UPDATE centre_buckets SET size = 0, total = '0' WHERE id = :id"), {"id": MINE}
        )
    one.local.refill(MINE)
    one.exchange = Exchange(one.local)
    with pytest.raises(MassRemoval):
        one.talk(centre)
    assert one.local.removals() == (Removal(MINE, MANY, MANY),)
    one.local.allow_removal(MINE, MANY - 1)
    one.exchange = Exchange(one.local)
    with pytest.raises(MassRemoval):
        one.talk(centre)
    assert calls(one) == MANY
    one.local.allow_removal(MINE, MANY)
    one.exchange = Exchange(one.local)
    one.talk(centre)
    assert calls(one) == 0
    assert one.local.removals() == ()
