"""The centre's chores in its database: whose turn it is, and how the last run ended.

The lock is one of the session, not of a transaction: it is held as long as the chore takes, and
PostgreSQL lets go of it when the service dies.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Connection, Engine, insert, text, update

from db.base import Rows
from db.exchange_tables import chores
from db.faults import StatementWrong, translated
from kundcenter.domain.chores import ChoreState
from kundcenter.errors import Unavailable

log = logging.getLogger(__name__)

_rows = Rows(chores, ChoreState)
_TRY = text("SELECT pg_try_advisory_lock(hashtextextended(:key, 0))")
_LET_GO = text("SELECT pg_advisory_unlock(hashtextextended(:key, 0))")


class SqlChores:
    """What the services of one centre know of each other's chores."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @contextmanager
    def turn(
        self, name: str, due: Callable[[ChoreState | None], bool], at: datetime
    ) -> Iterator[bool]:
        """Whether the chore is to be done here and now; nobody else begins it meanwhile.

        Raises StoreAway, StoreBusy.
        """
        with translated(), self._engine.connect() as connection:
            mine = connection.execute(_TRY, key := {"key": f"chore {name}"}).scalar()
            connection.commit()
            if not mine:
                yield False
                return
            try:
                yield _begun(connection, name, due, at)
            finally:
                _let_go(connection, key)

    def ended(self, name: str, at: datetime, code: str = "") -> None:
        """The run that began last has ended, well or with the code of what went wrong."""
        went = {"done_at": at} if not code else {"failures": chores.c.failures + 1}
        with translated(), self._engine.begin() as connection:
            connection.execute(
                update(chores)
                .where(chores.c.name == name)
                .values(ended_at=at, code=code, runs=chores.c.runs + 1, **went)
            )

    def states(self) -> tuple[ChoreState, ...]:
        """Every chore that was ever begun, by name."""
        with translated(), self._engine.connect() as connection:
            return _rows.all(connection, _rows.select().order_by(chores.c.name))


def _begun(
    connection: Connection, name: str, due: Callable[[ChoreState | None], bool], at: datetime
) -> bool:
    """Write down that it begins, if it is due."""
    query = _rows.select().where(chores.c.name == name)
    with connection.begin():
        state = _rows.one(connection, query)
        if not due(state):
            return False
        if state is None:
            connection.execute(insert(chores), _rows.row(ChoreState(name, at)))
        else:
            connection.execute(update(chores).where(chores.c.name == name).values(begun_at=at))
    return True


def _let_go(connection: Connection, key: dict[str, str]) -> None:
    """Give the lock back; a session that cannot is ended, for a pool would keep the lock in it."""
    try:
        with translated():
            connection.rollback()
            connection.execute(_LET_GO, key)
            connection.commit()
    except (Unavailable, StatementWrong):
        log.warning("the lock of a chore could not be given back: its session is ended")
        connection.invalidate()
