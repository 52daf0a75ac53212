"""What Enter and the other keys do with the caller and with the row that is chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kundcenter.domain.lines import PhoneState
from kundcenter.domain.switchboard.board import Key, Line, LineKind, Special
from ui.dialling import Dialling
from ui.directory_keeper import DirectoryKeeper
from ui.panels.switchboard.dispatch_list import DispatchList
from ui.services import Services
from ui.switchboard.board_keeper import BoardKeeper
from ui.switchboard.passing import Passing
from ui.switchboard.row_words import doubt
from ui.switchboard.targets import Target, target_of, voicemail_of
from ui.tasks import Lane, Tasks


class DispatchActs(QObject):
    """`done` when something was begun; `told` carries a sentence for the ribbon, `refused` an error
    for a notice, `alarm_wanted` the id of the call that 112 is to be called for, or None.
    """

    done = Signal()
    told = Signal(str)
    refused = Signal(object)
    alarm_wanted = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, found: DispatchList) -> None:
        super().__init__(found)
        self._tasks, self._services, self._list = tasks, services, found
        self._units = DirectoryKeeper.of(tasks, services)
        self._board = BoardKeeper.of(tasks, services)
        self._dialling = Dialling.of(tasks, services)
        self._passing = Passing.of(tasks, services)
        self._doubted: tuple[Key, str] | None = None  # the row and the act that wants a second word

    def send(self) -> None:
        """Pass the caller on; without a caller, ring up.  With nothing written, go on."""
        if not self._list.text and self._go_on():
            return
        line = self._chosen()
        if line is None:
            return
        if line.code == Special.EMERGENCY:
            self._alarm(line)
            return
        target = self._target(line)
        if target is None:
            return
        if self._passing.call is None:
            self._ring_up(target)
        elif self._sure(line, "send"):
            self._done(partial(self._passing.blind, target))

    def _alarm(self, line: Line) -> None:
        """112 by its number at once; found by a letter of its other names it is asked about."""
        meant = self._list.text == Special.EMERGENCY
        if not meant and self._doubted != (line.key, "send"):
            self._doubted = (line.key, "send")
            self.warn(self.tr("Samma tangent igen öppnar larmet 112."))
            return
        call = self._passing.call or self._passing.by_hand
        self._done(partial(self.alarm_wanted.emit, call.id if call is not None else None))

    def _go_on(self) -> bool:
        """An empty field and Enter: who has been asked gets the caller, or who has become free."""
        passing = self._passing
        if passing.asking is not None:
            if passing.asking.answered:
                passing.complete()
            return True
        free = next((each for each in passing.waiting if each.free), None)
        if free is not None:
            passing.connect_free(free)
        return free is not None

    def ask(self) -> None:
        """Ask whoever is chosen while the caller waits."""
        line = self._chosen()
        target = self._target(line) if line is not None else None
        if line is None or target is None or not self.there():
            return
        if self._passing.asking is not None:
            self.warn(self.tr("Du frågar redan någon om samtalet."))
        elif self._sure(line, "ask"):
            self._done(partial(self._passing.ask, target))

    def wait(self) -> None:
        """The caller waits until the line of whoever is chosen is free."""
        line = self._chosen()
        target = self._target(line) if line is not None else None
        if target is None or not self.there():
            return
        if not target.extension or self._board.state(target.extension) is PhoneState.UNKNOWN:
            self.warn(self.tr("Det syns inte när den linjen blir ledig. Koppla, eller parkera."))
        elif self._passing.asking is not None:
            self.warn(self.tr("Du frågar redan någon om samtalet."))
        else:
            self._done(partial(self._passing.wait, target))

    def voicemail(self) -> None:
        """Pass the caller on to the mailbox of whoever is chosen."""
        line = self._chosen()
        if line is None or not self.there():
            return
        target = voicemail_of(line)
        if target is None:
            self.warn(self.tr("Den valda har ingen röstbrevlåda i växeln."))
        else:
            self._done(partial(self._passing.blind, target))

    def deputy(self) -> None:
        """Choose whoever stands in for the one who is chosen."""
        contact = self._list.current.contact if self._list.current is not None else None
        absence = self._board.absence(contact.id) if contact is not None else None
        deputy = self._board.contact(absence.deputy_id) if absence is not None else None
        if deputy is None or deputy.retired_at is not None:
            self.warn(self.tr("Ingen ersätter den valda nu."))
            return
        self.show_contact(deputy.id)

    def _target(self, line: Line) -> Target | None:
        target = target_of(line, frozenset(load.queue for load in self._board.loads))
        if target is None:
            voicemail = line.code == Special.VOICEMAIL
            words = self.tr("Välj en person, och koppla till röstbrevlådan med dess tangent.")
            self.warn(words if voicemail else self.tr("Den valda har inget nummer."))
        return target

    def there(self) -> bool:
        """Whether there is a caller to pass on."""
        if self._passing.call is None:
            ringing = self._passing.ringing is not None
            words = self.tr("Svara först.") if ringing else self.tr("Inget samtal att koppla.")
            self.warn(words)
        return self._passing.call is not None

    def _sure(self, line: Line, act: str) -> bool:
        """Say what speaks against it; the same again is meant."""
        words = doubt(self._board, self._units, line)
        if self._passing.asking is not None:
            name = self._passing.asking.sent.target.name
            words = self.tr("Du frågar {name}, som släpps.").format(name=name)
        if not words or self._doubted == (line.key, act):
            return True
        self._doubted = (line.key, act)
        self.warn(self.tr("{why} Samma tangent igen kopplar ändå.").format(why=words))
        return False

    def _ring_up(self, target: Target) -> None:
        if self._passing.ringing is not None:
            self.warn(self.tr("Svara först."))
        elif not target.hidden:
            self._dialling.dial(target.to.value, self._list)
        elif self._services.telephone.rings_out:
            verb = partial(self._services.telephone.ring_out, target.to.value)
            told = self.tr("Ringer upp {name}. Lyft luren när telefonen ringer.")
            said = partial(self.told.emit, told.format(name=target.name))
            self._tasks.run(self, verb, lambda _: said(), self.refused.emit, lane=Lane.LINE)
        else:
            self.warn(self.tr("Numret är dolt: samtal kan kopplas dit, men det visas inte."))

    def _done(self, act: Callable[[], None]) -> None:
        """Do it, and be ready for the next name."""
        act()
        self.done.emit()
        self._list.clear()
        self.warn("")
        self._list.take_focus()

    def warn(self, words: str) -> None:
        """Say at the field what to look at once more; nothing takes it away."""
        self._list.field.warn(words)

    def moved_on(self) -> None:
        """Another row is chosen: what was said of the last one is not meant of it."""
        line = self._list.current
        if self._doubted is not None and (line is None or line.key != self._doubted[0]):
            self._doubted = None
        if self._doubted is None:
            self.warn("")

    def forget(self) -> None:
        self._doubted = None
        self.warn("")

    def show_contact(self, contact_id: UUID) -> None:
        """Choose somebody, as if their name had been written."""
        line = self._board.line((LineKind.CONTACT, contact_id))
        if line is not None:
            self._list.show_line(line)
            self._list.take_focus()

    def _chosen(self) -> Line | None:
        """The row that is meant; without a word only one that was gone to."""
        if self._list.text or self._list.moved:
            return self._list.current
        self.warn(self.tr("Skriv ett namn, eller välj med pilarna."))
        return None
