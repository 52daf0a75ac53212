"""What the tests of ageing stand on: two nurses of a team, and a centre whose chores are done."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import text

from db.sync.ageing import SqlAgeing
from db.sync.kin import LASTING
from kundcenter.domain.ageing import KeepTerms
from kundcenter.domain.feed import team
from kundcenter.domain.lines import EndReason
from kundcenter.domain.parts import PartKind
from tests.ground import CARE_UNIT, WHOLE, WOMAN
from tests.sync.ground import Centre, Side, shared

Three = tuple[Centre, Side, Side]
TEAM = team(CARE_UNIT)
YEAR = 365


def age(centre: Centre, **kept: timedelta) -> int:
    """What the chore does at this moment."""
    return SqlAgeing(centre.engine, KeepTerms(**kept)).age(centre.clock())


def compact(centre: Centre) -> int:
    return SqlAgeing(centre.engine, KeepTerms()).compact(centre.clock())


def later(centre: Centre, days: float) -> None:
    centre.clock.pass_time(days=days)


def in_bucket(centre: Centre, bucket: str = TEAM) -> set[str]:
    """The tables of the rows that are in the bucket."""
    with centre.engine.connect() as connection:
        found = connection.execute(
            text("SELECT entity FROM centre_current WHERE bucket = :b AND past_at IS NULL"),
            {"b": bucket},
        )
        return set(found.scalars())


def tables_of(side: Side) -> set[str]:
    """The tables of which the desk has a row, without those that never grow old."""
    return {name for name, rows in shared(side.engine).items() if rows} - LASTING


def ids(side: Side, table: str) -> set[UUID]:
    return {UUID(row["id"]) for row in shared(side.engine)[table]}


def ended_call(side: Side, number: str | None = "+46701740605") -> UUID:
    """A call with nothing left to do in it."""
    call = side.desk.calls.register(number).the("call")
    side.desk.calls.end(call, EndReason.OTHER)
    return call


def signed_entry(side: Side, person: UUID, **changed: Any) -> UUID:
    """A note that its author has signed, in a call that is closed."""
    call = side.desk.calls.register("+46701740605").the("call")
    part = side.desk.calls.open_part(call, PartKind.ADVICE).the("part")
    entry = side.desk.journal.write(person, replace(WHOLE, **changed), call, part).the("entry")
    side.desk.journal.sign(entry, upon=1)
    side.desk.calls.end(call, EndReason.OTHER)
    side.desk.calls.close(call, "EGENVARD")
    return entry


def told(centre: Centre, *sides: Side) -> None:
    for _ in range(2):
        for side in sides:
            side.talk(centre)


def agrees(centre: Centre, *sides: Side) -> None:
    """What a desk has is what is in its buckets, and adds up to what the centre says."""
    for side in sides:
        assert not side.local.filling()
        with centre.engine.connect() as connection:
            wanted = connection.execute(
                text(
                    "SELECT DISTINCT entity, key FROM centre_current "
                    "WHERE bucket = ANY(:b) AND past_at IS NULL"
                ),
                {"b": list(side.local.cursors())},
            ).all()
            counted = connection.execute(
                text(
                    "SELECT id, size, total, (SELECT count(*) FROM centre_current c "
                    "WHERE c.bucket = b.id AND past_at IS NULL) AS found, "
                    "(SELECT coalesce(sum(sum::numeric), 0) % 18446744073709551616 "
                    "FROM centre_current c WHERE c.bucket = b.id AND past_at IS NULL) AS summed "
                    "FROM centre_buckets b"
                )
            ).all()
        held = {
            (row.entity, row.key) for row in _of(side, "SELECT DISTINCT entity, key FROM sync_held")
        }
        assert held == {(row.entity, row.key) for row in wanted}
        assert all((row.size, int(row.total)) == (row.found, int(row.summed)) for row in counted)
        mine, its = shared(side.engine), shared(centre.engine)
        for name, rows in mine.items():
            assert all(row in its[name] for row in rows)


def _of(side: Side, query: str) -> list[Any]:
    with side.engine.connect() as connection:
        return list(connection.execute(text(query)))


def many(side: Side, count: int) -> None:
    for number in range(count):
        side.desk.people.register_unidentified(f"Person {number}")


def unsigned_entry(side: Side) -> None:
    side.desk.journal.write(side.person(WOMAN), WHOLE)


__all__ = [
    "TEAM",
    "YEAR",
    "Three",
    "age",
    "agrees",
    "compact",
    "ended_call",
    "ids",
    "in_bucket",
    "later",
    "many",
    "signed_entry",
    "tables_of",
    "told",
    "unsigned_entry",
]
