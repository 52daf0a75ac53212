"""Whatever is done to the logs of a desk, or of the centre, is found (F66, G13).

Each class is tried in the access log and in the operations, in the desk's file and in the centre's
tables, by somebody who may do everything there.  Those that a chain alone does not show are shown
not to be found without the anchors.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from uuid import UUID

import pytest
from sqlalchemy import Connection, text

from db.sync.anchors import SqlAnchors, head_of
from db.sync.centre_audit import CentreVerdict, audited
from db.sync.noted_anchors import NotedAnchor, SqlNotedAnchors
from db.verify import Finding, Noted, Part, chains
from kundcenter.domain import merkle
from kundcenter.domain.access import Role
from kundcenter.domain.access_log import GENESIS
from kundcenter.domain.anchors import Anchor, DeviceHead, Witness, tree
from kundcenter.sync.anchoring import AnchorKeeper, Handing
from tests.ground import ASKED, MAN, WHOLE, WOMAN, Clock, fill_central
from tests.postgres import PostgresServer
from tests.sync import tampering
from tests.sync.anchor_ground import CHECK, KEY
from tests.sync.ground import Centre, Side, a_centre, a_side
from tests.sync.tampering import BY_THE_ANCHOR, BY_THE_CHAIN, LOGS, Attack, undone, unguarded

EVERY = (*BY_THE_CHAIN, tampering.insert, *BY_THE_ANCHOR)


@dataclass(slots=True)
class Worked:
    """A centre and two desks with some days' work, anchored on the way and at the end."""

    centre: Centre
    one: Side
    witnesses: tuple[Witness, ...]

    @property
    def noted(self) -> Noted:
        """What the desk's own anchors bear witness of."""
        own = [each.own for each in self.witnesses if each.own is not None]
        return Noted(
            self.one.device_id,
            tuple(each.operation for each in own),
            tuple(each.access for each in own),
        )


@pytest.fixture(scope="module")
def worked(
    postgres_server: PostgresServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Worked]:
    folder, clock = tmp_path_factory.mktemp("desks"), Clock()
    with ExitStack() as stack:
        url = stack.enter_context(postgres_server.clone("empty", fill_central))
        centre = stack.enter_context(a_centre(url, clock))
        one = a_side(stack, folder / "one.db", clock, centre, "ett")
        other = a_side(stack, folder / "other.db", clock, centre, "två")
        anchors = SqlAnchors(centre.engine)
        noted = SqlNotedAnchors(one.engine, one.device_id)
        keeper = AnchorKeeper(noted, CHECK, clock)
        handing = Handing(anchors, clock)
        one.begin()
        one.operator("nurse", Role.NURSE)
        one.sign_in("nurse")
        for number in (WOMAN, MAN):
            entry = one.desk.journal.write(one.person(number), WHOLE).the("entry")
            one.desk.journal.sign(entry, upon=1)
            one.desk.journal.open(entry, ASKED)
            one.talk(centre)
            other.talk(centre)
            assert anchors.make(KEY.sign, clock()) is not None
            handed = handing.handed(one.device_id, keeper.seen())
            assert handed is not None
            keeper.take(handed)
        assert keeper.doubt == ""
        witnesses = tuple(Witness(each.anchor, one.device_id, each.own) for each in kept(noted))
        assert len(witnesses) == 2
        yield Worked(centre, one, witnesses)


def kept(noted: SqlNotedAnchors) -> tuple[NotedAnchor, ...]:
    return noted.all()


def at_centre(connection: Connection, *witnesses: Witness) -> CentreVerdict:
    return audited(connection, CHECK, witnesses=witnesses)


def at_desk(connection: Connection, *noted: Noted) -> tuple[Finding, ...]:
    return tuple(chains(connection, noted))


def without_anchors(connection: Connection) -> None:
    """The centre as it would be if nobody had ever anchored anything."""
    with unguarded(connection, "centre_anchors", "centre_anchor_heads"):
        connection.execute(text("DELETE FROM centre_anchors"))
        connection.execute(text("DELETE FROM centre_anchor_heads"))


def names(attack: object) -> str:
    return getattr(attack, "__name__", str(attack))


def test_logs_that_nobody_touched_are_sound(worked: Worked) -> None:
    with undone(worked.centre.engine) as connection:
        verdict = at_centre(connection, *worked.witnesses)
    assert verdict.sound
    assert (verdict.anchors, verdict.unread) == (2, 0)
    assert verdict.operations > 8 and verdict.accesses > 8
    with undone(worked.one.engine) as connection:
        assert at_desk(connection, worked.noted) == ()


@pytest.mark.parametrize("log", LOGS)
@pytest.mark.parametrize("attack", EVERY, ids=names)
def test_in_the_log_of_the_centre_it_is_found(worked: Worked, attack: Attack, log: str) -> None:
    with undone(worked.centre.engine) as connection:
        attack(connection, worked.one.device_id, log)
        findings = at_centre(connection).findings
    part = Part.ACCESS_LOG if log == "access_log" else Part.OPERATIONS
    assert part in {each.part for each in findings}
    assert not {each for each in findings if each.part is Part.GUARDS}  # all put back


@pytest.mark.parametrize("log", LOGS)
@pytest.mark.parametrize("attack", BY_THE_ANCHOR, ids=names)
def test_without_anchors_the_centre_would_not_see_it(
    worked: Worked, attack: Attack, log: str
) -> None:
    with undone(worked.centre.engine) as connection:
        without_anchors(connection)
        attack(connection, worked.one.device_id, log)
        assert at_centre(connection).findings == ()


@pytest.mark.parametrize("log", LOGS)
@pytest.mark.parametrize("attack", (*BY_THE_CHAIN, *BY_THE_ANCHOR), ids=names)
def test_in_the_log_of_the_desk_it_is_found(worked: Worked, attack: Attack, log: str) -> None:
    with undone(worked.one.engine) as connection:
        attack(connection, worked.one.device_id, log)
        assert at_desk(connection, worked.noted)


@pytest.mark.parametrize("log", LOGS)
@pytest.mark.parametrize("attack", BY_THE_ANCHOR, ids=names)
def test_without_anchors_the_desk_would_not_see_it(
    worked: Worked, attack: Attack, log: str
) -> None:
    with undone(worked.one.engine) as connection:
        attack(connection, worked.one.device_id, log)
        assert at_desk(connection) == ()


def test_a_link_added_at_the_end_of_a_desks_log_is_found_when_the_desk_sends_it(
    worked: Worked,
) -> None:
    """It is a whole link of a whole chain: only the centre can tell that it was there before."""
    with undone(worked.one.engine) as connection:
        tampering.insert(connection, worked.one.device_id, "access_log")
        assert at_desk(connection, worked.noted) == ()


def aside(connection: Connection, device_id: UUID, code: str) -> None:
    """The desk's last operation, as if it had been quarantined."""
    id = {"id": device_id}
    last = "device_id = :id AND n = (SELECT max(n) FROM centre_results WHERE device_id = :id)"
    connection.execute(
        text(
            "INSERT INTO centre_quarantine (device_id, n, operation_id, body, since, due_at) "
            f"SELECT device_id, n, id, body, at, at FROM operations WHERE {last}"
        ),
        id,
    )
    connection.execute(
        text(f"UPDATE centre_results SET verdict = 'quarantined', code = :code WHERE {last}"),
        id | {"code": code},
    )
    with unguarded(connection, "operations"):
        connection.execute(text(f"DELETE FROM operations WHERE {last}"), id)


def test_what_was_kept_aside_is_verified_too(worked: Worked) -> None:
    with undone(worked.centre.engine) as connection:
        aside(connection, worked.one.device_id, "sync.not_of_the_session")
        assert at_centre(connection).sound
        changed = "replace(convert_from(body, 'UTF8'), 'journal', 'Journal')"
        connection.execute(
            text(f"UPDATE centre_quarantine SET body = convert_to({changed}, 'UTF8')")
        )
        assert "edited" in {each.fault for each in at_centre(connection).findings}


def test_what_nobody_could_read_is_counted_and_believed(worked: Worked) -> None:
    with undone(worked.centre.engine) as connection:
        aside(connection, worked.one.device_id, "sync.not_understood")
        connection.execute(text("UPDATE centre_quarantine SET body = 'x'"))
        verdict = at_centre(connection)
    assert verdict.sound
    assert verdict.unread == 1


# -- anchors -------------------------------------------------------------------------------------


@pytest.mark.parametrize("column", ["root", "hash", "previous_hash", "signature", "at", "size"])
def test_an_anchor_that_was_changed_is_found(worked: Worked, column: str) -> None:
    value = {"at": "at + interval '1 second'", "size": "size + 1"}.get(
        column, f"set_byte({column}, 0, get_byte({column}, 0) # 1)"
    )
    with undone(worked.centre.engine) as connection:
        with unguarded(connection, "centre_anchors"):
            connection.execute(text(f"UPDATE centre_anchors SET {column} = {value} WHERE n = 1"))
        assert Part.ANCHORS in {each.part for each in at_centre(connection).findings}


@pytest.mark.parametrize("n", [1, 2])
def test_an_anchor_that_was_taken_away_is_found(worked: Worked, n: int) -> None:
    """The last one only by a witness, or by the heads that lie there without it."""
    with undone(worked.centre.engine) as connection:
        with unguarded(connection, "centre_anchors", "centre_anchor_heads"):
            for table in ("centre_anchors", "centre_anchor_heads"):
                connection.execute(text(f"DELETE FROM {table} WHERE n = :n"), {"n": n})
        alone = at_centre(connection).findings
        told = at_centre(connection, *worked.witnesses).findings
    assert bool(alone) == (n == 1)
    assert Finding(Part.ANCHORS, "missing" if n == 1 else "truncated", n=n) in told


@pytest.mark.parametrize("column", ["operation_hash", "access_hash", "access_n"])
def test_a_head_that_was_changed_gives_another_root(worked: Worked, column: str) -> None:
    other = f"set_byte({column}, 0, get_byte({column}, 0) # 1)"  # never what it was
    changed = "access_n - 1" if column == "access_n" else other
    with undone(worked.centre.engine) as connection:
        with unguarded(connection, "centre_anchor_heads"):
            connection.execute(
                text(f"UPDATE centre_anchor_heads SET {column} = {changed} WHERE n = 2")
            )
        assert Finding(Part.ANCHORS, "root", n=2) in at_centre(connection).findings


def test_heads_that_were_taken_away_with_their_desk_are_found(worked: Worked) -> None:
    with undone(worked.centre.engine) as connection:
        id = {"id": worked.one.device_id}
        with unguarded(connection, "centre_anchor_heads", *LOGS):
            for table in ("centre_anchor_heads", "centre_results", *LOGS):
                connection.execute(text(f"DELETE FROM {table} WHERE device_id = :id"), id)
        connection.execute(text("DELETE FROM centre_devices WHERE id = :id"), id)
        assert Finding(Part.ANCHORS, "root", n=1) in at_centre(connection).findings


def test_a_desk_that_was_taken_away_is_missed_by_its_anchors(worked: Worked) -> None:
    with undone(worked.centre.engine) as connection:
        id = {"id": worked.one.device_id}
        with unguarded(connection, *LOGS):
            for table in ("centre_results", *LOGS):
                connection.execute(text(f"DELETE FROM {table} WHERE device_id = :id"), id)
        connection.execute(text("DELETE FROM centre_devices WHERE id = :id"), id)
        found = {(each.part, each.fault) for each in at_centre(connection).findings}
    assert {(Part.OPERATIONS, "truncated"), (Part.ACCESS_LOG, "truncated")} <= found


@pytest.mark.parametrize("attack", BY_THE_ANCHOR, ids=names)
def test_who_has_the_key_and_signs_all_anew_is_found_by_a_witness_alone(
    worked: Worked, attack: Attack
) -> None:
    """The heads were handed to the desks: rewriting history contradicts them."""
    with undone(worked.centre.engine) as connection:
        attack(connection, worked.one.device_id, "access_log")
        signed_anew(connection, worked.one.device_id)
        assert at_centre(connection).findings == ()
        found = at_centre(connection, *worked.witnesses).findings
    assert Finding(Part.ANCHORS, "rebuilt", n=2) in found
    assert Part.ACCESS_LOG in {each.part for each in found}  # the desk's own heads say where


def test_a_witness_that_was_changed_is_no_witness(worked: Worked) -> None:
    witness = worked.witnesses[-1]
    assert witness.own is not None
    spoilt = (
        replace(witness, anchor=replace(witness.anchor, root=GENESIS)),
        replace(witness, anchor=replace(witness.anchor, hash=GENESIS)),
        replace(witness, own=replace(witness.own, operation=witness.own.access)),
    )
    with undone(worked.centre.engine) as connection:
        for each in spoilt:
            found = at_centre(connection, each).findings
            assert found == (Finding(Part.ANCHORS, "forged_witness", n=witness.anchor.n),)


def test_a_centre_that_was_put_back_says_so_of_what_it_lacks(worked: Worked) -> None:
    """Its epoch is another one: the anchors since then are of before it was put back."""
    with undone(worked.centre.engine) as connection:
        with unguarded(connection, "centre_anchors", "centre_anchor_heads"):
            for table in ("centre_anchors", "centre_anchor_heads"):
                connection.execute(text(f"DELETE FROM {table} WHERE n = 2"))
        last = SqlAnchorsOn(connection).newest
        other = replace(last, n=2, epoch=UUID(int=9), previous_hash=last.hash).hashed()
        write(connection, KEY.sign(other))
        found = at_centre(connection, *worked.witnesses).findings
    assert Finding(Part.ANCHORS, "put_back", n=2) in found
    assert Finding(Part.ANCHORS, "rebuilt", n=2) not in found


def test_a_trigger_that_was_taken_away_is_missed(worked: Worked) -> None:
    with undone(worked.centre.engine) as connection:
        connection.execute(text("ALTER TABLE access_log DISABLE TRIGGER access_log_append_only"))
        found = at_centre(connection).findings
    assert found == (Finding(Part.GUARDS, "missing", "access_log_append_only"),)


@dataclass(slots=True)
class SqlAnchorsOn:
    """The anchors as a transaction sees them."""

    connection: Connection

    @property
    def all(self) -> list[Anchor]:
        rows = self.connection.execute(text("SELECT * FROM centre_anchors ORDER BY n"))
        return [
            Anchor(
                row.n,
                row.at,
                row.epoch,
                row.size,
                bytes(row.root),
                bytes(row.previous_hash),
                bytes(row.hash),
                bytes(row.signature),
            )
            for row in rows
        ]

    @property
    def newest(self) -> Anchor:
        return self.all[-1]


def write(connection: Connection, anchor: Anchor) -> None:
    connection.execute(
        text(
            "INSERT INTO centre_anchors VALUES "
            "(:n, :at, :epoch, :size, :root, :previous_hash, :hash, :signature)"
        ),
        {name: getattr(anchor, name) for name in Anchor.__slots__},
    )


def signed_anew(connection: Connection, device_id: UUID) -> None:
    """All anchors over what the logs say now, by somebody who has the centre's secret."""
    old = SqlAnchorsOn(connection).all
    logs = tampering.Logs.of(connection, device_id)
    with unguarded(connection, "centre_anchors", "centre_anchor_heads"):
        connection.execute(text("DELETE FROM centre_anchors"))
        connection.execute(text("DELETE FROM centre_anchor_heads WHERE n > 1"))
        for table, values in (("operation", logs.operations), ("access", logs.accesses)):
            connection.execute(
                text(
                    f"UPDATE centre_anchor_heads SET {table}_n = :n, {table}_hash = :hash "
                    "WHERE device_id = :id"
                ),
                {"n": values[-1].n, "hash": values[-1].hash, "id": device_id},
            )
    previous = GENESIS
    for anchor in old:
        heads = heads_on(connection)
        new = replace(
            anchor, root=merkle.root(tree(heads)), size=len(heads), previous_hash=previous
        ).hashed()
        write(connection, KEY.sign(new))
        previous = new.hash


def heads_on(connection: Connection) -> tuple[DeviceHead, ...]:
    rows = connection.execute(text("SELECT * FROM centre_anchor_heads"))
    return tuple(head_of(row) for row in rows)
