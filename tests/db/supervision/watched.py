"""When the centre counts ahead: once whoever was writing when it was first asked is done."""

from __future__ import annotations

import time

from sqlalchemy import Engine, text

from db.supervision.cell_tables import WATCH

PATIENCE = 60.0  # seconds
_SINCE = text(f"SELECT starts FROM figure_marks WHERE source = '{WATCH}'")
_OLDEST = text("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")


def seen_by_all(engine: Engine) -> None:
    """After the first asking: wait until the transactions are over that had begun before.

    They are those of every database of the server, other tests' too.  A desk waits for nobody.
    """
    if engine.dialect.name == "sqlite":
        return
    until = time.monotonic() + PATIENCE
    while True:
        with engine.begin() as connection:
            since = connection.execute(_SINCE).scalar_one()
            if connection.execute(_OLDEST).scalar_one() > since:
                return
        assert time.monotonic() < until, "somebody's transaction does not end"
        time.sleep(0.02)
