"""Open units of work on one database, at the desk or at the centre."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Thread, current_thread
from uuid import UUID

from sqlalchemy import Connection, Engine

from db import grounds
from db.commits import Commit
from db.connect import IMMEDIATE
from db.faults import translated
from db.work import SqlKeeping, SqlReading, SqlViewing, SqlWork
from kundcenter.domain.blocks import EntryBlocked
from kundcenter.domain.grounds import GroundNeeded
from kundcenter.domain.triage import CodeSet
from kundcenter.operations import Source


class LookWithoutRecord(AssertionError):
    """A view ended without an access record: no log, no view."""


@dataclass(frozen=True, slots=True)
class StoreTerms:
    """On what terms a store is opened.

    `final` says whether it has the last word.  `gui` is the thread that must never wait for
    it.  `committed` is told of every transaction that wrote something, after its commit and
    before the verb or the look returns; it must not raise, for what it is told of is saved.
    `claim` is told the number of each operation inside its transaction, where a desk has a centre
    and keeps what its verbs touch (db.sync.touches).
    """

    device_id: UUID
    codes: Mapping[str, CodeSet]
    final: bool = True
    gui: Thread | None = None
    committed: Callable[[Commit], None] | None = None
    claim: Callable[[Connection, int], None] | None = None


class SqlStore:
    """Three doors: `read` a moment, `view` with an access record, `work` with an operation.

    A hatch beside them, `keep`, leads to what is this desk's own and leaves no trace.
    """

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
        self._tell(view.commit())

    @contextmanager
    def keep(self) -> Iterator[SqlKeeping]:
        """Unsaved text: in the file, but in no operation, no mirror and no access log."""
        self._not_on_gui_thread()
        with translated(), self._writers.begin() as connection:
            yield SqlKeeping(connection, self._source())

    @contextmanager
    def opening(self) -> Iterator[SqlViewing]:
        """A view of one person.  Refused for want of a ground, or blocked, it leaves a record.

        The refusal has undone the view, so that the record is written in another.
        """
        try:
            with self.view() as view:
                yield view
        except (GroundNeeded, EntryBlocked) as refused:
            with self.view() as view:
                grounds.witness_refusal(view, refused)
            raise

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
            if terms.claim:
                terms.claim(connection, operation.n)
        self._tell(work.commit(operation))

    def _tell(self, commit: Commit) -> None:
        if self._terms.committed and commit:
            self._terms.committed(commit)

    def _not_on_gui_thread(self) -> None:
        if self._terms.gui is not None and current_thread() is self._terms.gui:
            raise AssertionError("the GUI thread opened the store")
