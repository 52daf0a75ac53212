"""Open units of work on one database, at the desk or at the centre."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Thread, current_thread
from uuid import UUID

from sqlalchemy import Engine

from db.connect import IMMEDIATE
from db.faults import translated
from db.work import SqlReading, SqlViewing, SqlWork
from kundcenter.domain.triage import CodeSet
from kundcenter.operations import Operation, Source


class LookWithoutRecord(AssertionError):
    """A view ended without an access record: no log, no view."""


@dataclass(frozen=True, slots=True)
class StoreTerms:
    """On what terms a store is opened.

    `final` says whether it has the last word.  `gui` is the thread that must never wait for
    it.  `committed` is told of every operation after its transaction, before the verb returns.
    """

    device_id: UUID
    codes: Mapping[str, CodeSet]
    final: bool = True
    gui: Thread | None = None
    committed: Callable[[Operation], None] | None = None


class SqlStore:
    """Three doors: `read` a moment, `view` with an access record, `work` with an operation."""

    def __init__(self, engine: Engine, source: Callable[[], Source], terms: StoreTerms) -> None:
        self._readers = engine
        self._writers = engine.execution_options(**IMMEDIATE)
        self._source = source
        self._terms = terms

    @contextmanager
    def read(self) -> Iterator[SqlReading]:
        """One consistent moment, without a trace; for what is not about a person."""
        self._not_on_gui_thread()
        with translated(), self._readers.begin() as connection:
            yield SqlReading(connection, self._source(), self._terms.codes)

    @contextmanager
    def view(self) -> Iterator[SqlViewing]:
        """One consistent moment that must leave an access record behind."""
        self._not_on_gui_thread()
        terms = self._terms
        with translated(), self._writers.begin() as connection:
            view = SqlViewing(connection, self._source(), terms.codes, device_id=terms.device_id)
            yield view
            if not view.witnessed:
                raise LookWithoutRecord

    @contextmanager
    def work(self, kind: str, /, **arguments: object) -> Iterator[SqlWork]:
        """One verb: what the block changes and the operation are committed together."""
        self._not_on_gui_thread()
        terms = self._terms
        with translated(), self._writers.begin() as connection:
            work = SqlWork(
                connection,
                self._source(),
                terms.codes,
                device_id=terms.device_id,
                final=terms.final,
            )
            yield work
            operation = work.finish(kind, arguments)
        if terms.committed:
            terms.committed(operation)

    def _not_on_gui_thread(self) -> None:
        if self._terms.gui is not None and current_thread() is self._terms.gui:
            raise AssertionError("the GUI thread opened the store")
