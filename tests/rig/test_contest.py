"""Several processes on one PostgreSQL, all for the same seats: exactly the capacity, never more.

Nothing keeps them apart but the database (F44, RELIABILITY §2.7); the centre's own lock is not
taken.  In full length 8 000 placements, and over 10 000 claims on freed times, some made twice.
"""

from __future__ import annotations

from pathlib import Path

from tests.postgres import PostgresServer
from tests.rig.contesting import INTERVALS, PLACES, TIMES, a_contest, told
from tests.rig.network import FULL, measured

PROCESSES = 8
PLACEMENTS = 1_000 if FULL else 120  # of each: many more than there is room for in any interval
CHANGES = 3_000 if FULL else 100
PERSONS = 400


def test_all_places_are_given_and_none_twice(
    postgres_server: PostgresServer, tmp_path: Path
) -> None:
    with a_contest(
        postgres_server,
        tmp_path,
        "placements",
        many=PROCESSES,
        acts=PLACEMENTS,
        persons=PERSONS,
    ) as contest:
        said = contest.run()
        counts = told(said)
        seconds = max(each.seconds for each in said)
        measured(f"{counts} in {seconds:.1f} s; tried anew {sum(each.again for each in said)}")
        assert contest.wrong() == {}
        held = contest.count("SELECT count(*) FROM timeslot_seats WHERE held_by IS NOT NULL")
        assert held == INTERVALS * PLACES
        assert contest.count("SELECT count(*) FROM callbacks WHERE seat > 0") == held
        assert counts["placed: timeslot.full"] > 0
        steps = contest.count("SELECT count(*) FROM callback_steps WHERE kind = 'PLACERAD'")
        merged = contest.count("SELECT count(*) FROM callback_steps WHERE kind = 'SAMMANFORD'")
        assert steps == held
        assert steps + merged == counts["placed"] + counts["placed again"]


def test_no_time_is_booked_or_offered_twice(
    postgres_server: PostgresServer, tmp_path: Path
) -> None:
    with a_contest(
        postgres_server, tmp_path, "times", many=PROCESSES, acts=CHANGES, persons=TIMES * 2
    ) as contest:
        said = contest.run()
        counts = told(said)
        seconds = max(each.seconds for each in said)
        measured(f"{counts} in {seconds:.1f} s; tried anew {sum(each.again for each in said)}")
        assert contest.wrong() == {}
        for what in ("booked", "cancelled", "rebooked", "offered", "accepted", "declined"):
            assert counts[what] > 0, counts
        assert counts["cancelled again: booking.refused"] > 0  # said twice, done once
        cancelled = contest.count("SELECT count(*) FROM bookings WHERE state = 'AVBOKAD'")
        first = "SELECT count(*) FROM cancellations WHERE NOT again AND NOT rebooked"
        assert contest.count(first) == cancelled
        accepted = contest.count("SELECT count(*) FROM offers WHERE state = 'TACKAT_JA'")
        assert accepted == counts["accepted"]
