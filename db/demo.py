"""The mark of a store whose persons are all invented, and which therefore can never enrol.

A centre is asked to take part with a store only after `is_demo` has said no; a verb never sees
the mark, and nothing but making a demo region writes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import msgspec
from sqlalchemy import Connection, Engine

from db.faults import translated
from db.local import mark, marked

DEMO_MARK = "demo"


@dataclass(frozen=True, slots=True)
class DemoMark:
    """What the region in the store was made from; the same makes the same."""

    seed: int
    calls: int
    until: datetime


def mark_demo(connection: Connection, made: DemoMark) -> None:
    """Say that every person in the store is invented.  There is no way back."""
    mark(connection, DEMO_MARK, msgspec.json.encode(made).decode())


def demo_mark(engine: Engine) -> DemoMark | None:
    """What the region in the store was made from; None for a store of real work."""
    with translated(), engine.connect() as connection:
        found = marked(connection, DEMO_MARK)
    return None if found is None else msgspec.json.decode(found, type=DemoMark)


def is_demo(engine: Engine) -> bool:
    """Whether the persons in the store are invented: such a store is never enrolled."""
    with translated(), engine.connect() as connection:
        return marked(connection, DEMO_MARK) is not None
