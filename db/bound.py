"""A store on a transaction that somebody else has opened: verbs in a row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from db.faults import translated
from db.store import StoreTerms
from db.work import SqlKeeping, SqlReading, SqlViewing, SqlWork
from kundcenter.operations import Operation, Source


class BoundStore:
    """The doors of a store, all in one transaction.

    Nothing is undone here: a verb that fails has to be, by whoever opened the transaction.
    `record` is given each verb's operation, to write it; where it stands already nobody is.
    """

    def __init__(
        self,
        connection: Connection,
        source: Callable[[], Source],
        terms: StoreTerms,
        *,
        record: Callable[[Connection, Operation], None] | None,
    ) -> None:
        self._connection = connection
        self._source = source
        self._terms = terms
        self._record = record

    @contextmanager
    def read(self) -> Iterator[SqlReading]:
        """The moment of the transaction."""
        with translated():
            yield SqlReading(self._connection, self._source(), self._terms.codes)

    @contextmanager
    def view(self) -> Iterator[SqlViewing]:
        """The same: what is carried out again leaves no access record behind."""
        with translated():
            yield SqlViewing(
                self._connection,
                self._source(),
                self._terms.codes,
                device_id=self._terms.device_id,
            )

    opening = view

    @contextmanager
    def keep(self) -> Iterator[SqlKeeping]:
        """No verb keeps anything of its own."""
        with translated():
            yield SqlKeeping(self._connection, self._source())

    @contextmanager
    def work(self, kind: str, /, **arguments: object) -> Iterator[SqlWork]:
        """One verb."""
        terms = self._terms
        with translated():
            work = SqlWork(
                self._connection,
                self._source(),
                terms.codes,
                device_id=terms.device_id,
                final=terms.final,
            )
            yield work
            operation = work.finish(kind, arguments, record=False)
            if self._record is not None:
                self._record(self._connection, operation)
