"""A desk that does not hold what the centre has: it finds out which rows, and fetches those."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from sqlalchemy import select, text

from db.exchange_tables import cursors, held
from db.sync import look_over
from db.sync.desk import SqlLocal
from db.sync.images import TABLES
from kundcenter.domain.access import Role
from kundcenter.domain.feed import SLICES, Mark, slice_of, team
from kundcenter.sync.comparing import compare
from kundcenter.sync.exchange import Exchange
from kundcenter.sync.exchange import Path as Where
from kundcenter.sync.wire import Compare, MessageWrong, unpack
from tests.ground import CARE_UNIT, WHOLE, WOMAN
from tests.services.whole_shift import whole_shift
from tests.sync.damage import added, beneath, changed, deleted, there, wrong_sum
from tests.sync.ground import Centre, Side, shared
from tests.sync.simulator.evidence import differences, rows_of

Three = tuple[Centre, Side, Side]
SEEN = ("a desk's bucket differs", "rows of this desk")
mended = pytest.mark.logs(*SEEN, "mended")


@pytest.fixture
def refilled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The buckets that were filled anew as a whole."""
    found: list[str] = []
    refill = SqlLocal.refill

    def noted(self: SqlLocal, bucket: str, **named: Any) -> None:
        found.append(bucket)
        refill(self, bucket, **named)

    monkeypatch.setattr(SqlLocal, "refill", noted)
    return found


@pytest.fixture
def filled(three: Three) -> Three:
    """All that can be done has been done at the first desk, and the other has it."""
    centre, one, other = three
    whole_shift(one, with_item=False)
    one.talk(centre)
    other.talk(centre)
    return three


@pytest.fixture
def some(three: Three) -> Three:
    """A nurse has worked at the first desk, and the other has it."""
    centre, one, other = three
    one.begin()
    one.unit()
    one.operator("bo", Role.NURSE)
    one.sign_in("bo")
    call = one.desk.calls.register("+46701740605").the("call")
    one.desk.calls.register("+46701740606")
    entry = one.desk.journal.write(one.person(WOMAN), WHOLE, call_id=call).the("entry")
    one.desk.journal.sign(entry, upon=1)
    one.talk(centre)
    other.talk(centre)
    return three


def agree(centre: Centre, side: Side) -> None:
    """The desk has the centre's rows, and holds them as what they are."""
    with centre.engine.connect() as connection:
        query = text("SELECT DISTINCT entity, key FROM centre_current WHERE bucket = ANY(:its)")
        its = {tuple(row) for row in connection.execute(query, {"its": [*side.local.cursors()]})}
        wanted = {key: row for key, row in rows_of(connection).items() if key in its}
    with side.engine.connect() as connection:
        assert differences(rows_of(connection), wanted) == []
    assert side.local.look_over_all() == 0
    with side.engine.connect() as connection:
        for row in connection.execute(select(cursors)):
            its_sums = select(held.c.sum).where(held.c.bucket == row.bucket)
            sums = [int(x) for x in connection.scalars(its_sums)]
            assert (row.size, int(row.total)) == (len(sums), sum(sums) % 2**64)


def many_units(desk: Side, count: int) -> None:
    """What nobody gave is compared with the reference rows.

    A region has so many of these that they are not taken for most of what goes; `removal` has its
    own tests.
    """
    desk.sign_in("admin")
    for number in range(count):
        desk.unit(f"Vårdcentralen {number}", f"SE0000000001-A{number}")
    desk.sign_in("bo")


def test_a_desk_where_nothing_is_wrong_finds_nothing(filled: Three, refilled: list[str]) -> None:
    centre, one, other = filled
    for side in (one, other):
        assert side.local.look_over_all() == 0
        side.talk(centre)
        agree(centre, side)
    assert refilled == []


@mended
def test_a_row_of_any_table_is_mended_by_its_slice(filled: Three, refilled: list[str]) -> None:
    """Signed versions too, and rows that are only ever added to."""
    centre, one, other = filled
    many_units(one, 100)
    one.talk(centre)
    other.talk(centre)
    done = set()
    for deed in (changed, deleted, added):
        damage = set()
        with beneath(one.engine) as connection:
            for entity in sorted(TABLES):
                for row in there(connection, entity)[:1]:
                    damage.add(deed(connection, entity, row))
        damage -= {None}
        done |= {key[0] for key in damage if key}
        assert one.local.look_over_all() == len(damage) > 10
        one.talk(centre)
        agree(centre, one)
    assert len(done) > 20
    assert refilled == []


@mended
def test_much_damage_is_found_to_the_last_row_and_nothing_is_filled_anew(
    filled: Three, refilled: list[str]
) -> None:
    """G12: all of it is found, and at least 95 % of it is mended by slices."""
    centre, one, other = filled
    many_units(one, 200)
    for number in range(150):
        call = one.desk.calls.register(f"+4670174{number:04d}").the("call")
        if number % 10 == 0:
            one.desk.journal.write(one.person_of(WOMAN), WHOLE, call_id=call)
    one.talk(centre)
    other.talk(centre)
    rng = Random(12)
    damage = set()
    with beneath(other.engine) as connection:
        for entity in sorted(TABLES):
            rows = there(connection, entity)
            for row in rng.sample(rows, min(len(rows), 12)):
                damage.add(rng.choice([changed, deleted, added])(connection, entity, row))
    damage -= {None}
    assert len(damage) > 40
    assert other.local.look_over_all() == len(damage)
    other.talk(centre)
    agree(centre, other)
    assert refilled == []


@mended
def test_a_sum_that_was_kept_wrongly_is_mended_though_the_row_is_right(
    some: Three, refilled: list[str]
) -> None:
    centre, one, other = some
    with beneath(other.engine) as connection:
        wrong_sum(connection, Random(3))
        connection.execute(text("UPDATE sync_cursors SET total = '5' WHERE bucket = 'ref'"))
    other.talk(centre)  # what the cursor says is wrong at once
    one.sign_in("bo")
    one.desk.calls.register("+46701740606")
    one.talk(centre)
    other.talk(centre)
    assert other.local.look_over_all() == 1
    other.talk(centre)
    agree(centre, other)
    assert refilled == []


@mended
def test_what_this_desk_has_not_had_an_answer_to_survives(some: Three, refilled: list[str]) -> None:
    centre, _, other = some
    other.takes("bo")
    person = other.person_of(WOMAN)
    other.talk(centre)
    with beneath(other.engine) as connection:
        for row in there(connection, "entry_versions"):
            changed(connection, "entry_versions", row)
    entry = other.desk.journal.write(person, WHOLE).the("entry")
    assert other.local.look_over_all() > 0
    waiting = other.local.waiting().count
    while (ask := other.exchange.ask()).path is not Where.PUSH:
        other.exchange.hear(centre.answer(other.device_id, ask))
    talk_without_push(centre, other)
    assert other.local.waiting().count == waiting > 0
    assert entry.hex in {row["id"] for row in shared(other.engine)["entries"]}
    other.exchange = Exchange(other.local)
    other.talk(centre)
    agree(centre, other)
    assert refilled == []


@mended
def test_a_row_that_this_desk_is_changing_is_looked_at_as_it_was_before(
    some: Three, refilled: list[str]
) -> None:
    centre, _, other = some
    other.takes("bo")
    person = other.person_of(WOMAN)
    other.desk.people.note_language(person, "polska")
    assert other.local.look_over_all() == 0
    other.talk(centre)
    with beneath(other.engine) as connection:
        changed(connection, "people", there(connection, "people")[0])
    other.desk.people.note_language(person, "arabiska")
    assert other.local.look_over_all() == 1
    talk_without_push(centre, other)
    assert other.local.look_over_all() == 0
    other.exchange = Exchange(other.local)
    other.talk(centre)
    agree(centre, other)
    assert refilled == []


def talk_without_push(centre: Centre, side: Side) -> None:
    """Hear all that there is to hear, before anything is sent."""
    quiet = Exchange(side.local)
    quiet._push = lambda talk: None  # type: ignore[method-assign]
    while (ask := quiet.ask()).path is not Where.WAIT:
        quiet.hear(centre.answer(side.device_id, ask))


@mended
def test_what_is_done_while_all_is_compared_comes_at_the_same_moment(
    some: Three, refilled: list[str]
) -> None:
    centre, one, other = some
    with beneath(other.engine) as connection:
        changed(connection, "people", there(connection, "people")[0])
        changed(connection, "units", there(connection, "units")[0])
    other.local.look_over_all()
    other.exchange = Exchange(other.local)
    while (ask := other.exchange.ask()).path is not Where.COMPARE:
        other.exchange.hear(centre.answer(other.device_id, ask))
    one.sign_in("bo")
    one.desk.calls.register("+46701740607")  # between the page and the comparison
    one.sign_in("admin")
    one.unit("Vårdcentralen Ny", "SE0000000001-NY")
    one.talk(centre)
    heads = centre.central.heads(list(other.local.cursors()))
    asked = set(unpack(ask.body, Compare).sums)
    other.exchange.hear(centre.answer(other.device_id, ask))
    if len(asked) == 2:
        assert other.local.cursors() == heads
    other.talk(centre)
    agree(centre, other)
    assert refilled == []


@mended
def test_two_buckets_that_differ_in_one_row_are_mended_together(
    three: Three, refilled: list[str]
) -> None:
    centre, one, other = three
    one.begin()
    one.desk.operators.add(
        "cilla", "Test Cilla", roles=frozenset({Role.NURSE}), care_unit="SE0000000001-DEMO2"
    )
    one.operator("anna", Role.NURSE)
    one.sign_in("anna")
    person = one.person(WOMAN)
    one.desk.journal.write(person, WHOLE)
    one.talk(centre)
    other.talk(centre)
    other.takes("cilla")
    other.desk.journal.write(person, WHOLE)
    other.talk(centre)
    with other.engine.connect() as connection:
        query = select(held.c.bucket).where(held.c.entity == "people")
        assert len(list(connection.scalars(query))) == 2
    with beneath(other.engine) as connection:
        changed(connection, "people", there(connection, "people")[0])
    assert other.local.look_over_all() == 1
    other.talk(centre)
    agree(centre, other)
    assert refilled == []


@mended
def test_a_row_that_cannot_even_be_read_is_mended(some: Three, refilled: list[str]) -> None:
    centre, _, other = some
    with beneath(other.engine) as connection:
        connection.execute(text("UPDATE operators SET roles = 'GENERALDIREKTÖR'"))
        connection.execute(text("UPDATE entry_versions SET written_at = 'i går'"))
    assert other.local.look_over_all() > 0
    other.talk(centre)
    agree(centre, other)
    assert refilled == []


@pytest.mark.logs("rows of this desk")
def test_an_older_centre_that_compares_nothing_has_the_bucket_filled_anew(
    some: Three, refilled: list[str]
) -> None:
    centre, _, other = some
    with beneath(other.engine) as connection:
        changed(connection, "calls", there(connection, "calls")[0])
    other.local.look_over_all()
    other.exchange.look()
    while other.exchange.ask().path is not Where.COMPARE:
        other.step(centre)
    other.exchange.cannot_compare()
    other.talk(centre)
    agree(centre, other)
    assert refilled == [team(CARE_UNIT)]


@pytest.mark.logs(*SEEN)
def test_more_than_a_page_of_differences_is_filled_anew(
    some: Three, refilled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    centre, _, other = some
    with beneath(other.engine) as connection:
        for row in there(connection, "calls"):
            changed(connection, "calls", row)
    monkeypatch.setattr("kundcenter.sync.comparing.MOST_ROWS", 1)
    other.local.look_over_all()
    other.talk(centre)
    agree(centre, other)
    assert refilled == [team(CARE_UNIT)]


def test_a_desk_is_told_of_no_bucket_but_its_own(some: Three) -> None:
    centre, one, _ = some
    sums = (1,) * SLICES
    ask = Compare({"team:SE0000000001-LANGT": sums}, {team("SE0000000001-LANGT"): 0})
    told = compare(centre.central, one.device_id, ask)
    assert (told.mended, told.others, told.anew) == ((), (), ())
    with pytest.raises(MessageWrong):
        compare(centre.central, one.device_id, Compare({"ref": (1, 2)}))


@pytest.mark.logs(SEEN[0])
def test_both_sides_cut_a_bucket_into_the_same_slices(some: Three) -> None:
    centre, _, other = some
    for bucket in other.local.cursors():
        with centre.engine.connect() as connection:
            rows = connection.execute(
                text(
                    "SELECT entity, key, get_byte(sha256(convert_to(entity, 'UTF8') || "
                    "'\\x00'::bytea || convert_to(key, 'UTF8')), 0) AS slice "
                    "FROM centre_current WHERE bucket = :bucket"
                ),
                {"bucket": bucket},
            ).all()
        assert all(slice_of(row.entity, row.key) == row.slice for row in rows)
        sums = {bucket: other.local.slices(bucket)}
        (mended,) = compare(centre.central, other.device_id, Compare(sums)).mended
        assert (mended.slices, mended.rows) == ((), ())
        assert isinstance(mended.mark, Mark)


@pytest.mark.logs("rows of this desk")
def test_a_desk_looks_itself_over_once_a_day_and_a_little_at_a_time(
    some: Three, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, _, other = some
    monkeypatch.setattr(look_over, "BITE", 0.0)
    monkeypatch.setattr(look_over, "ROWS", 5)
    bites = 1
    while other.local.look_over():
        bites += 1
    assert bites > 5
    with beneath(other.engine) as connection:
        changed(connection, "calls", there(connection, "calls")[0])
    other.clock.pass_time(hours=23)
    stood = sums(other)
    assert not other.local.look_over()
    assert sums(other) == stood
    other.clock.pass_time(hours=2)
    while other.local.look_over():
        bites -= 1
    assert bites == 1
    assert sums(other) != stood


def sums(side: Side) -> list[Any]:
    with side.engine.connect() as connection:
        return list(connection.execute(select(cursors)).all())
