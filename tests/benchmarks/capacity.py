"""Many claim the same few seats: eight processes on one PostgreSQL, and one desk by itself.

The contest is that of the rig (`tests.rig.contest`), whose checks are made here too: a figure of a
run in which somebody was told yes who has not got it would be worth nothing.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.frame import Row, Terms, value
from tests.postgres import shared_server
from tests.rig.contesting import a_contest, told

NAME = "capacity"
PROCESSES, QUICK_PROCESSES = 8, 2
ACTS, QUICK_ACTS = 125, 5  # of each process: a thousand placements
PERSONS, QUICK_PERSONS = 400, 40
KINDS = {  # and the most milliseconds a decision: 200 in a second (PERFORMANCE §7)
    "placements": ("a place, contended", 5.0),
    "times": ("book, cancel, offer, answer, contended", None),
}


def rows(terms: Terms) -> Iterator[Row]:
    """What one decision takes while others contend for the same seats."""
    many = QUICK_PROCESSES if terms.quick else PROCESSES
    acts = QUICK_ACTS if terms.quick else ACTS
    persons = QUICK_PERSONS if terms.quick else PERSONS
    terms.stores.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=terms.stores) as own:
        folder = Path(own)
        with shared_server(folder) as server:
            for kind, (name, most) in KINDS.items():
                place = folder / kind
                place.mkdir()
                with a_contest(
                    server, place, kind, many=many, acts=acts, persons=persons
                ) as contest:
                    said = contest.run()
                    assert contest.wrong() == {}, contest.wrong()
                    decided = told(said).total()
                    taken = max(each.seconds for each in said) * 1_000 / decided
                    yield value(NAME, name, taken, "ms", size=decided, most=most)
