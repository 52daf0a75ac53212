"""All that calls may be passed on to, as every screen of this window knows it.

There is one for the window; nobody hands it on, and nobody seats it: it follows the directory.

    keeper = BoardKeeper.of(tasks, services)
    keeper.changed.connect(self._on_board)  # other rows, or somebody is away or back
    keeper.told.connect(self._on_lines)     # telephones and queues, as the exchange tells
    keeper.aged.connect(self._on_time)      # nothing is new, but time has passed
    rows = keeper.find("eriksson anna")

The rows are read on the store's lane and their index is built outside of it; the screen only ever
reads what is ready.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kundcenter.changes import Changes
from kundcenter.domain.directory import Directory
from kundcenter.domain.lines import LineDown, PhoneState, PhoneStates, QueueLoad, QueueLoads
from kundcenter.domain.on_call import Duty
from kundcenter.domain.switchboard.absences import Absence, absent
from kundcenter.domain.switchboard.board import Board, Key, Line
from kundcenter.domain.switchboard.contacts import Contact
from kundcenter.errors import KundcenterError
from ui.directory_keeper import DirectoryKeeper
from ui.services import Services
from ui.tasks import Lane, Tasks

MANY = 1_000  # changed contacts at once are the whole board anew
AHEAD = timedelta(hours=24)  # turns on call that are known before they begin
READ_AGAIN = AHEAD / 2
EMPTY = Directory.of(())


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is outdated."""

    whole: bool = False
    contacts: frozenset[UUID] = frozenset()
    absences: bool = False
    duties: bool = False

    def __or__(self, other: _Wanted) -> _Wanted:
        return _Wanted(
            self.whole or other.whole,
            self.contacts | other.contacts,
            self.absences or other.absences,
            self.duties or other.duties,
        )


ALL = _Wanted(whole=True, absences=True, duties=True)


@dataclass(frozen=True, slots=True)
class _Read:
    """What the store said; None was not asked for."""

    contacts: tuple[Contact, ...] | None = None
    absences: tuple[Absence, ...] | None = None
    duties: tuple[Duty, ...] | None = None


class BoardKeeper(QObject):
    """`changed`, `told` and `aged` as above; empty until the directory has come."""

    changed = Signal()
    told = Signal()
    aged = Signal()

    def __init__(self, tasks: Tasks, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent if parent is not None else tasks)
        self._tasks, self._services = tasks, services
        self._units = DirectoryKeeper.of(tasks, services)
        self._states: dict[str, PhoneState] = {}
        self._loads: dict[str, QueueLoad] = {}
        self._shown: frozenset[str] = frozenset()
        self._also: frozenset[str] = frozenset()
        self._watched: frozenset[str] = frozenset()
        self._sitting = 0  # answers to an operator who has left are nobody's
        self._loaded = self._busy = False
        self._wanted = ALL
        self._clear()
        self._units.changed.connect(self._on_units)
        self._units.aged.connect(self._on_aged)
        tasks.changed.connect(self._on_changed)
        tasks.rang.connect(self._on_line)
        self._on_units()

    @staticmethod
    def of(tasks: Tasks, services: Services) -> BoardKeeper:
        """The one of this window."""
        return tasks.findChild(BoardKeeper) or BoardKeeper(tasks, services)

    # -- what screens ask ----------------------------------------------------------------------

    @property
    def loaded(self) -> bool:
        """Whether the rows have come; until then there are none."""
        return self._loaded

    @property
    def now(self) -> datetime:
        """The time by the desk's clock."""
        return self._services.now()

    def find(self, text: str, limit: int = 50) -> tuple[Line, ...]:
        """The rows that all words of the text find, the best first."""
        return self.board.find(text, limit)

    def line(self, key: Key) -> Line | None:
        """A row as it is now."""
        return self.board.line(key)

    def contact(self, id: UUID | None) -> Contact | None:
        return self.board.contact(id)

    def absence(self, contact_id: UUID | None) -> Absence | None:
        """Why a contact is away now."""
        if contact_id is None:
            return None
        return absent(self._absences.get(contact_id, ()), contact_id, self.now)

    def absences_of(self, contact_id: UUID) -> tuple[Absence, ...]:
        """Those of a contact that hold now or begin later, by when they begin."""
        now = self.now
        standing = self._absences.get(contact_id, ())
        return tuple(
            each
            for each in standing
            if each.ended_at is None and (each.back_at is None or each.back_at > now)
        )

    def state(self, extension: str) -> PhoneState:
        """What the exchange last said of a telephone of its own."""
        return self._states.get(extension, PhoneState.UNKNOWN)

    def state_of(self, line: Line) -> PhoneState:
        """The state of the telephone by which a row is reached."""
        return self.state(_extension_of(line))

    def load(self, queue: str) -> QueueLoad | None:
        """How much waits in a queue now; None when the exchange has not said."""
        return self._loads.get(queue)

    @property
    def loads(self) -> tuple[QueueLoad, ...]:
        return tuple(self._loads.values())

    def watch(self, lines: Iterable[Line]) -> None:
        """Be told of the telephones of these rows, and of those who stand in; of no others."""
        wanted: set[str] = set()
        for line in lines:
            wanted.add(_extension_of(line))
            away = self.absence(line.contact.id) if line.contact else None
            deputy = self.contact(away.deputy_id) if away else None
            wanted.add(deputy.told.extension if deputy else "")
        self._shown = frozenset(wanted - {""})
        self._watch()

    def watch_also(self, extensions: frozenset[str]) -> None:
        """Be told of these telephones too, in place of those that were named so before."""
        self._also = extensions - {""}
        self._watch()

    def catch_up(self) -> None:
        """Ask for what is outdated; behind a lock it could not be asked for."""
        if self._busy or not self._units.loaded:
            return
        wanted, self._wanted = self._wanted, _Wanted()
        if wanted == _Wanted():
            if self._units.directory is not self.board.directory:
                self._build(_Read())
            return
        self._busy = True
        if len(wanted.contacts) > MANY or not self._loaded:
            wanted = wanted | _Wanted(whole=True)
        ask = partial(_read, self._services, wanted, self.now)
        then = partial(self._on_read, self._sitting)
        self._tasks.run(self, ask, then, partial(self._on_refused, self._sitting, wanted))

    # -- how it is kept fresh ------------------------------------------------------------------

    def _clear(self) -> None:
        self.board = Board.of(EMPTY)
        self._absences: Mapping[UUID, tuple[Absence, ...]] = {}
        self._duties: tuple[Duty, ...] = ()
        self._duties_read = self.now
        self._loaded = self._busy = False
        self._wanted = ALL

    def _on_units(self) -> None:
        if self._units.loaded:
            self.catch_up()
        elif self._loaded or self._busy:  # the operator has left
            self._sitting += 1
            self._clear()
            self.changed.emit()

    def _on_changed(self, changes: Changes) -> None:
        self._wanted |= _Wanted(
            contacts=frozenset(changes.of("contact")),
            absences=bool(changes.of("absence")),
            duties=bool(changes.of("duty")),
        )
        self.catch_up()

    def _on_aged(self) -> None:
        if self._loaded and self.now - self._duties_read > READ_AGAIN:
            self._wanted |= _Wanted(duties=True)
        if self._loaded and self._on_call() != self.board.duties:
            self.board = self.board.with_duties(self._on_call())
            self.changed.emit()
        self.catch_up()
        self.aged.emit()

    def _on_read(self, sitting: int, read: _Read) -> None:
        if sitting != self._sitting:
            return
        if read.absences is not None:
            self._absences = _by_contact(read.absences)
        if read.duties is not None:
            self._duties, self._duties_read = read.duties, self.now
        self._build(read)

    def _build(self, read: _Read) -> None:
        """Put what was read into the index, beside the screen."""
        self._busy = True
        board = self.board if self._loaded else None
        make = partial(
            _made, board, self._units.directory, read, self._on_call(), tuple(sorted(self._loads))
        )
        then = partial(self._on_built, self._sitting)
        self._tasks.run(self, make, then, lane=Lane.OUTSIDE)

    def _on_built(self, sitting: int, board: Board) -> None:
        if sitting != self._sitting:
            return
        self.board, self._loaded, self._busy = board, True, False
        self._take_queues()
        self.changed.emit()
        self.catch_up()  # what changed meanwhile

    def _on_refused(self, sitting: int, wanted: _Wanted, _: KundcenterError) -> None:
        """The desk is locked: it is asked again when it is not."""
        if sitting == self._sitting:
            self._busy = False
            self._wanted |= wanted

    def _on_call(self) -> tuple[Duty, ...]:
        now = self.now
        return tuple(duty for duty in self._duties if duty.covers(now))

    def _watch(self) -> None:
        extensions = self._shown | self._also
        if extensions == self._watched:
            return
        self._watched = extensions
        # What was told is kept: of a telephone watched anew the line tells only what is news.
        ask = partial(self._services.telephone.watch, tuple(sorted(extensions)))
        self._tasks.run(self, ask, lambda _: None, lambda _: None, lane=Lane.LINE, topic="watch")

    # -- what the exchange tells ---------------------------------------------------------------

    def _on_line(self, event: object) -> None:
        if isinstance(event, PhoneStates):
            self._states.update(event.states)
        elif isinstance(event, QueueLoads):
            self._loads = {load.queue: load for load in event.loads}
            if self._take_queues():
                self.changed.emit()
        elif isinstance(event, LineDown):  # what it said is worth nothing any more
            self._states, self._loads = {}, {}
        else:
            return
        self.told.emit()

    def _take_queues(self) -> bool:
        """Whether the exchange has other queues than the board, which keeps its own in between."""
        queues = tuple(sorted(self._loads))
        if not self._loaded or not queues or queues == self.board.queues:
            return False
        self.board = self.board.with_queues(queues)
        return True


def _extension_of(line: Line) -> str:
    """The telephone of our own exchange by which a row is reached; empty: it is on none."""
    if line.contact is not None:
        return line.contact.told.extension
    phone = line.duties[0].phone if line.duties else ""
    return "" if phone.startswith("+") else phone


def _by_contact(absences: Iterable[Absence]) -> dict[UUID, tuple[Absence, ...]]:
    found: dict[UUID, list[Absence]] = {}
    for each in sorted(absences, key=lambda each: (each.starts_at, each.id)):
        found.setdefault(each.contact_id, []).append(each)
    return {id: tuple(those) for id, those in found.items()}


def _read(services: Services, wanted: _Wanted, now: datetime) -> _Read:
    """On the store's thread."""
    read = _Read()
    if wanted.whole:
        read = replace(read, contacts=services.contacts.all())
    elif wanted.contacts:
        read = replace(read, contacts=services.contacts.some(tuple(sorted(wanted.contacts))))
    if wanted.absences:
        read = replace(read, absences=services.absences.standing())
    if wanted.duties:
        read = replace(read, duties=services.on_call.between(now, now + AHEAD))
    return read


def _made(
    older: Board | None,
    directory: Directory,
    read: _Read,
    duties: tuple[Duty, ...],
    queues: tuple[str, ...],
) -> Board:
    """The board with all that is new, beside the screen and beside the store."""
    if older is None or (read.contacts is not None and len(read.contacts) > MANY):
        kept = queues or (older.queues if older is not None else ())
        return Board.of(directory, read.contacts or (), duties, kept)
    board = older if directory is older.directory else older.with_directory(directory)
    if read.contacts is not None:
        board = board.with_contacts(read.contacts)
    return board if duties == board.duties else board.with_duties(duties)
