"""What a desk is handed of the centre's anchors, and what it makes of what does not fit."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from threading import Barrier, Thread
from uuid import UUID

import pytest
from sqlalchemy import text

from db.faults import RowConflict
from db.local import DESK_EPOCH, mark
from db.sync.anchors import SqlAnchors
from db.sync.noted_anchors import SqlNotedAnchors
from kundcenter.adapters.anchor_signing import AnchorKey
from kundcenter.domain.access_log import GENESIS, Head
from kundcenter.domain.anchors import (
    FAR,
    KEPT,
    MOST_LINKS,
    Anchor,
    Handed,
    HeadsWentBack,
    OwnHead,
    Seen,
    next_anchor,
    own_head,
)
from kundcenter.domain.devices import Device
from kundcenter.domain.feed import Page
from kundcenter.start.desk import new_id
from kundcenter.sync.anchoring import AnchorKeeper, Handing
from kundcenter.sync.wire import Pull, pack, unpack
from tests.ground import CARE_UNIT, Clock, fill_central
from tests.postgres import PostgresServer
from tests.sync.anchor_ground import CHECK, KEY, Pair
from tests.sync.ground import Centre, Side, a_centre, a_side
from tests.sync.tampering import unguarded

DAY = timedelta(days=1)
doubted = pytest.mark.logs("security: an anchor of the centre does not fit")
contradicted = pytest.mark.logs("security: ", "are begun anew")


@pytest.fixture(scope="module")
def there(
    postgres_server: PostgresServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Centre, Side]]:
    folder, clock = tmp_path_factory.mktemp("desks"), Clock()
    with ExitStack() as stack:
        url = stack.enter_context(postgres_server.clone("empty", fill_central))
        centre = stack.enter_context(a_centre(url, clock))
        side = a_side(stack, folder / "one.db", clock, centre, "ett")
        a_side(stack, folder / "other.db", clock, centre, "två")
        side.begin()
        side.talk(centre)
        yield centre, side


@pytest.fixture
def pair(there: tuple[Centre, Side]) -> Iterator[Pair]:
    """Both as if nothing had been anchored yet."""
    centre, side = there
    clock, epoch = centre.clock, centre.central.epoch()
    anchors = SqlAnchors(centre.engine)
    noted = SqlNotedAnchors(side.engine, side.device_id)
    found = Pair(
        centre, side, anchors, Handing(anchors, clock), noted, AnchorKeeper(noted, CHECK, clock)
    )
    yield found
    tables = ("centre_anchors", "centre_anchor_heads", "centre_anchor_doubts")
    heads = side.local.heads()
    with centre.engine.begin() as connection, unguarded(connection, *tables):
        for table in tables:
            connection.execute(text(f"DELETE FROM {table}"))
        mark(connection, "centre_epoch", str(epoch))
        own = {"n": heads.operation.n, "hash": heads.operation.hash, "id": side.device_id}
        connection.execute(
            text("UPDATE centre_devices SET n = :n, hash = :hash WHERE id = :id"), own
        )
    with side.engine.begin() as connection:
        connection.execute(text("DELETE FROM sync_anchors"))
        connection.execute(text("DELETE FROM marks WHERE name = 'anchor_doubt'"))
        mark(connection, DESK_EPOCH, str(epoch))


def test_nothing_changed_is_nothing_anchored(pair: Pair) -> None:
    first = pair.anchored()
    assert (first.n, first.previous_hash) == (1, GENESIS)
    assert first.size == len(pair.centre.central.devices())  # and nothing was done at the centre
    assert pair.anchors.make(KEY.sign, pair.centre.clock()) is None
    second = pair.anchored()
    assert (second.n, second.previous_hash) == (2, first.hash)


def test_two_that_anchor_at_once_make_one_anchor(pair: Pair) -> None:
    pair.work()
    barrier, made, lost = Barrier(2), [], []

    def slow(anchor: Anchor) -> Anchor:
        barrier.wait(10)  # both have read what is there
        return KEY.sign(anchor)

    def make() -> None:
        try:
            made.append(SqlAnchors(pair.centre.engine).make(slow, pair.centre.clock.at))
        except RowConflict:
            lost.append(1)

    threads = [Thread(target=make) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert (len(made), len(lost), pair.anchors.count()) == (1, 1, 1)


def test_a_desk_is_handed_what_follows_and_the_proof_of_its_own(pair: Pair) -> None:
    assert pair.handed() is None  # there is none yet
    pair.anchored()
    pair.take()
    assert pair.handed() is None
    newest = pair.noted.newest()
    assert newest is not None and newest.own is not None
    heads = pair.side.local.heads()
    assert (newest.own.operation, newest.own.access) == (heads.operation, heads.access)
    assert newest.own.proven_by(newest.anchor, pair.side.device_id)
    assert not newest.own.proven_by(newest.anchor, new_id())
    for _ in range(3):
        pair.anchored()
    pair.take()
    assert [each.anchor.n for each in pair.noted.all()] == [1, 2, 3, 4]
    assert pair.keeper.doubt == ""


def test_a_desk_of_an_older_program_is_handed_nothing_and_a_new_desk_no_proof(pair: Pair) -> None:
    pair.anchored()
    assert pair.handing.handed(pair.side.device_id, None) is None
    late = new_id()
    pair.centre.central.add_device(Device(late, "sen", CARE_UNIT, b"\0" * 32, pair.centre.clock()))
    handed = pair.handing.handed(late, Seen())
    assert handed is not None and handed.own is None and len(handed.anchors) == 1


def test_after_a_while_the_whole_chain_comes_page_by_page(pair: Pair) -> None:
    pair.anchored()
    pair.take()
    pair.fill(2 * MOST_LINKS + 5)
    pages = 0
    while (handed := pair.handed()) is not None:
        assert handed.more == (handed.own is None) == (pages < 2)
        pair.keeper.take(handed)
        pages += 1
    assert pages == 3
    assert pair.keeper.seen().n == 2 * MOST_LINKS + 6
    assert pair.keeper.doubt == ""


def test_after_a_long_absence_those_between_are_left_out(pair: Pair) -> None:
    pair.anchored()
    pair.take()
    pair.fill(FAR + 1)
    handed = pair.handed()
    assert handed is not None and handed.jump and len(handed.anchors) == 1
    pair.centre.clock.pass_time(days=40)
    pair.keeper.take(handed)
    assert [each.anchor.n for each in pair.noted.all()] == [FAR + 2]  # so old ones are let go
    assert pair.keeper.doubt == ""


@doubted
def test_a_centre_cannot_get_around_the_chain_by_leaving_it_out(pair: Pair) -> None:
    """It has rewritten its history and says that too many are between: it was an hour ago."""
    pair.anchored()
    pair.take()
    pair.fill(FAR + 1)
    handed = pair.handed()
    assert handed is not None and handed.jump
    pair.centre.clock.pass_time(hours=1)
    pair.keeper.take(handed)
    assert pair.keeper.seen().n == 1
    assert pair.keeper.doubt == "anchor.broken"


def test_a_desk_keeps_the_newest_and_lets_the_oldest_go(pair: Pair) -> None:
    pair.anchored()
    pair.take()
    pair.fill(KEPT + 10)
    while (handed := pair.handed()) is not None:
        pair.keeper.take(handed)
    kept = [each.anchor.n for each in pair.noted.all()]
    assert kept == list(range(12, KEPT + 12))


def spoilt(handed: Handed, how: str) -> Handed:
    """What a centre that lies might hand."""
    (anchor,) = handed.anchors
    own = handed.own
    assert own is not None
    other = {
        "signature": replace(anchor, signature=bytes(64)),
        "key": AnchorKey(bytes(32)).sign(anchor),
        "hash": replace(anchor, hash=GENESIS),
        "chain": KEY.sign(replace(anchor, previous_hash=GENESIS).hashed()),
        "number": KEY.sign(replace(anchor, n=anchor.n + 1).hashed()),
        "before": KEY.sign(replace(anchor, n=1, previous_hash=GENESIS).hashed()),
        "epoch": KEY.sign(replace(anchor, epoch=UUID(int=1)).hashed()),
    }
    if how in other:
        return replace(handed, anchors=(other[how],))
    heads = {
        "own proof": replace(own, path=()),
        "own head": replace(own, operation=Head(own.operation.n, GENESIS)),
        "own less": replace(own, operation=Head(own.operation.n - 1, own.operation.hash)),
        "own gone": None,
    }
    return replace(handed, own=heads[how])


SPOILT = {
    "signature": "anchor.forged",
    "key": "anchor.forged",
    "hash": "anchor.broken",
    "chain": "anchor.broken",
    "number": "anchor.broken",
    "before": "anchor.broken",
    "epoch": "anchor.broken",
    "own proof": "anchor.own_wrong",
    "own head": "anchor.own_wrong",
    "own less": "anchor.own_wrong",
    "own gone": "anchor.own_lost",
}


@contradicted
def test_what_does_not_fit_is_not_kept_and_is_told_until_somebody_has_looked(pair: Pair) -> None:
    for how, code in SPOILT.items():
        pair.anchored()
        pair.take()
        before = pair.noted.all()
        made = pair.anchored()
        handed = pair.handed()
        assert handed is not None
        pair.keeper.take(spoilt(handed, how))
        assert (how, pair.keeper.doubt) == (how, code)
        assert pair.noted.all() == before
        pair.keeper.take(handed)  # what fits is kept all the same
        assert pair.keeper.seen().n == made.n
        again = AnchorKeeper(pair.noted, CHECK, pair.centre.clock)
        assert again.doubt == code  # after a restart
        pair.noted.begin_anew()
        assert (pair.noted.doubt(), pair.noted.all()) == ("", ())
        pair.keeper = AnchorKeeper(pair.noted, CHECK, pair.centre.clock)


@doubted
def test_an_anchor_that_is_proven_to_hold_less_than_before_is_no_good(pair: Pair) -> None:
    """A centre that has forgotten the newest, and has anchored that: its proof is whole."""
    pair.anchored()
    pair.take()
    before = pair.side.local.heads()
    with pair.centre.engine.begin() as connection:
        connection.execute(
            text("UPDATE centre_devices SET n = 0, hash = :none WHERE id = :id"),
            {"none": GENESIS, "id": pair.side.device_id},
        )
    with pytest.raises(HeadsWentBack):  # an honest one stops there
        pair.anchors.make(KEY.sign, pair.centre.clock())
    now = [
        each if each.device_id != pair.side.device_id else replace(each, operation=Head())
        for each in pair.anchors.heads(1)
    ]
    newest = pair.anchors.newest()
    assert newest is not None
    lie = KEY.sign(next_anchor(newest, now, newest.at + DAY, newest.epoch))
    own = own_head(now, pair.side.device_id)
    assert own is not None and own.operation.n < before.operation.n
    pair.keeper.take(Handed((lie,), own))
    assert pair.keeper.doubt == "anchor.own_lost"


@doubted
def test_a_desk_whose_log_was_made_anew_is_told_by_the_centre(pair: Pair) -> None:
    pair.anchored()
    handed = pair.handed()
    assert handed is not None and handed.own is not None
    head = handed.own.access
    for hash in (GENESIS, head.hash):
        with pair.side.engine.begin() as connection, unguarded(connection, "access_log"):
            connection.execute(
                text("UPDATE access_log SET hash = :hash WHERE n = :n"),
                {"hash": hash, "n": head.n},
            )
        pair.keeper.take(handed)
        assert pair.keeper.doubt == "anchor.own_wrong"
        assert (pair.keeper.seen().n == 0) == (hash == GENESIS)


@contradicted
def test_a_centre_that_contradicts_itself_is_found_by_both(pair: Pair) -> None:
    tables = ("centre_anchors", "centre_anchor_heads")
    pair.anchored()
    for how in ("rewritten", "put back", "all gone"):
        n = pair.anchored().n
        pair.take()
        with pair.centre.engine.begin() as connection, unguarded(connection, *tables):
            if how == "rewritten":
                connection.execute(
                    text("UPDATE centre_anchors SET hash = :none WHERE n = :n"),
                    {"none": GENESIS, "n": n},
                )
            for table in tables if how != "rewritten" else ():
                least = n - 1 if how == "put back" else 0
                connection.execute(text(f"DELETE FROM {table} WHERE n > :n"), {"n": least})
        known = len(pair.anchors.doubts())
        pair.take()
        assert (how, pair.keeper.doubt) == (how, "anchor.differs")
        assert pair.anchors.doubts()[-1][:2] == (pair.side.device_id, n)
        assert len(pair.anchors.doubts()) == known + 1
        pair.take()
        assert len(pair.anchors.doubts()) == known + 1  # once is enough
        pair.side.talk(pair.centre)  # work goes on
        pair.noted.begin_anew()
        pair.keeper = AnchorKeeper(pair.noted, CHECK, pair.centre.clock)


def test_a_desk_that_has_gone_over_to_another_founding_begins_anew(pair: Pair) -> None:
    """The centre was put back, and says so: its epoch is another one.  The old ones stay."""
    pair.anchored()
    pair.take()
    pair.anchored()
    pair.take()
    other = UUID(int=77)
    tables = ("centre_anchors", "centre_anchor_heads")
    with pair.centre.engine.begin() as connection, unguarded(connection, *tables):
        for table in tables:
            connection.execute(text(f"DELETE FROM {table} WHERE n > 1"))
        connection.execute(
            text("UPDATE marks SET value = :epoch WHERE name = 'centre_epoch'"),
            {"epoch": str(other)},
        )
    made = pair.anchors.make(KEY.sign, pair.centre.clock())
    assert made is not None and (made.n, made.epoch) == (2, other)
    with pair.side.engine.begin() as connection:
        mark(connection, DESK_EPOCH, str(other))
    pair.take()
    assert pair.keeper.doubt == ""
    assert len(pair.noted.all()) == 3
    assert pair.handed() is None
    assert pair.anchors.doubts() == ()


def test_the_wire_carries_what_an_older_program_passes_over() -> None:
    own = OwnHead(Head(3, bytes(range(32))), Head(), 0, (bytes(32),))
    anchor = KEY.sign(Anchor(1, Clock()(), UUID(int=5), 1, GENESIS).hashed())
    page = Page(UUID(int=5), (), {}, anchors=Handed((anchor,), own))
    assert unpack(pack(page), Page) == page
    CHECK(unpack(pack(page), Page).anchors.anchors[0])  # type: ignore[union-attr]
    pull = Pull({}, anchor=Seen(1, anchor.hash, anchor.epoch))
    assert unpack(pack(pull), Pull) == pull
    assert unpack(b'{"cursors":{}}', Pull).anchor is None
