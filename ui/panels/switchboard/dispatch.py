"""The page of the switchboard: find whoever is asked for, and pass the caller on."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.domain.lines import ConsultEnd
from kundcenter.domain.switchboard.board import Line
from kundcenter.domain.switchboard.transfers import TargetKind
from ui.actions import Action
from ui.dialling import Dialling
from ui.directory_keeper import DirectoryKeeper
from ui.keys import keys
from ui.labels import label
from ui.panels.switchboard.directory_acts import DirectoryActs
from ui.panels.switchboard.dispatch_acts import DispatchActs
from ui.panels.switchboard.dispatch_detail import DispatchDetail
from ui.panels.switchboard.dispatch_list import DispatchList
from ui.panels.switchboard.ribbon import Ribbon
from ui.services import Services
from ui.switchboard.board_keeper import BoardKeeper
from ui.switchboard.on_way import Asking, Back, Waiting
from ui.switchboard.passing import Passing
from ui.switchboard.receivers import Receiver, of_line
from ui.switchboard.targets import Target, row_of
from ui.tasks import Tasks
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.field import Field
from ui.widgets.head import Head
from ui.widgets.text import Text

SETTLE_MS = 90  # so long the letters have rest before what lies beside follows
ROOMY = 960  # pixels of the page at ordinary text size: then there is room beside the list
SHARE = 0.29  # of the page


class DispatchPage(QWidget):
    """`said` carries a sentence, `refused` an error, for a notice.

    `alarm_wanted` carries the id of the call that 112 is to be called for, or None.
    """

    said = Signal(str)
    refused = Signal(object)
    alarm_wanted = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._services = tasks, services
        self._units = DirectoryKeeper.of(tasks, services)
        self._board = BoardKeeper.of(tasks, services)
        self._dialling = Dialling.of(tasks, services)
        self.passing = Passing.of(tasks, services)
        self._again: UUID | None = None  # the transfer whose row was chosen again
        self.ribbon = Ribbon(self.passing)
        self.list = DispatchList(self._board, self._units)
        self.does = DispatchActs(tasks, services, self.list)
        self.detail = DispatchDetail(self._board, self._units, self._dialling)
        self.acts = DirectoryActs(tasks, services, self, lambda: self.chosen)
        self.brief = Field(
            self.tr("Text som följer med samtalet"),
            keys=Action.DISPATCH_BRIEF,
            placeholder=self.tr("Vad den som tar emot behöver veta. Enter går tillbaka."),
            longest=300,
        )
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SETTLE_MS)
        self._later.timeout.connect(self._settle)
        self._lay_out()
        self._listen()
        self._bind()
        self.list.search()

    # -- what others ask -----------------------------------------------------------------------

    @property
    def chosen(self) -> Line | None:
        """The row under the cursor."""
        return self.list.current

    def receiver(self) -> Receiver | None:
        """Whom a message would be for, while the page is in sight."""
        line = self.list.current if self.isVisible() else None
        return of_line(line) if line is not None else None

    def take_focus(self) -> None:
        self.list.take_focus()

    def refresh(self) -> None:
        self._on_time()

    def forget(self) -> None:
        """The next operator begins anew."""
        self.does.forget()
        self.brief.set_text("")
        self.brief.hide()
        self.ribbon.tell("")
        self.list.clear()
        self.passing.forget()

    # -- the parts -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        title = Text(self.tr("Växel"), Type.TITLE)
        title.setProperty("heading", True)
        left = spaced(QVBoxLayout(), gap="s")
        left.addWidget(self.brief)
        left.addWidget(self.list, 1)
        both = spaced(QHBoxLayout(), gap="l")
        both.addLayout(left, 5)
        both.addWidget(self.detail, 3)
        column = spaced(QVBoxLayout(self), ("l", "m"), "m")
        column.addWidget(Head((title,), self.acts.buttons))
        column.addWidget(self.ribbon)
        column.addLayout(both, 1)
        self.brief.hide()

    def _listen(self) -> None:
        passing, found = self.passing, self.list
        found.sent.connect(self.does.send)
        found.asked.connect(self.does.ask)
        found.chosen.connect(self._on_chosen)
        self.ribbon.sent.connect(self.does.send)
        self.ribbon.struck.connect(self._strike)
        self.detail.deputy_wanted.connect(self.does.deputy)
        self.does.done.connect(self.brief.hide)
        self.does.told.connect(self.ribbon.tell)
        self.does.refused.connect(self.refused)
        self.does.alarm_wanted.connect(self.alarm_wanted)
        self.brief.changed.connect(self._on_brief)
        self.brief.submitted.connect(self.list.take_focus)
        for signal in (self.acts.said, self._dialling.said):
            signal.connect(self.ribbon.tell)
        self.acts.saved.connect(self.does.show_contact)
        self._board.changed.connect(self._on_board)
        self._board.told.connect(self._on_time)
        self._board.aged.connect(self._on_time)
        passing.changed.connect(self._on_passing)
        passing.refused.connect(self.refused)
        passing.passed.connect(self._on_passed)
        passing.freed.connect(self._on_freed)
        passing.asked_ended.connect(self._on_asked_ended)
        passing.came_back.connect(self._on_back)

    def _bind(self) -> None:
        acts: dict[Action, Callable[[], object]] = {
            Action.DISPATCH_FIND: self.list.take_focus,
            Action.DISPATCH_ASK: self.does.ask,
            Action.DISPATCH_WAIT: self.does.wait,
            Action.DISPATCH_VOICEMAIL: self.does.voicemail,
            Action.DISPATCH_DEPUTY: self.does.deputy,
            Action.DISPATCH_BRIEF: self._to_brief,
            Action.DISPATCH_NEXT_CALL: self.passing.step,
            Action.DISPATCH_TOGGLE: self.passing.toggle,
            Action.DISPATCH_JOIN: self.passing.join,
            Action.DISPATCH_COMPLETE: self.passing.complete,
            Action.DISPATCH_DROP: self.passing.drop,
        }
        self._acts = acts
        for action, act in acts.items():
            keys().bind(self, action, act)

    def _strike(self, action: Action) -> None:
        self._acts[action]()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the list has all the room."""
        super().resizeEvent(event)
        self.detail.setVisible(self.width() >= round(ROOMY * current().metrics.scale))
        self.detail.setMaximumWidth(round(self.width() * SHARE))

    # -- the words that go with it -------------------------------------------------------------

    def _to_brief(self) -> None:
        call = self.passing.call
        if call is None:
            self.does.there()
            return
        self.brief.set_text(self.passing.briefs.get(call.id, ""))
        self.brief.show()
        self.brief.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_brief(self, words: str) -> None:
        call = self.passing.call
        if call is not None:
            self.passing.briefs[call.id] = words
            self.ribbon.show_state()

    # -- what changes --------------------------------------------------------------------------

    def _on_chosen(self) -> None:
        self.does.moved_on()
        self._later.start()

    def _settle(self) -> None:
        self._board.watch(self.list.model.records)
        self.acts.show_for(self.list.current)
        if self.detail.isVisible():
            self.detail.show_line(self.list.current)

    def _on_board(self) -> None:
        self.list.renew()
        self.list.search()
        self._later.start()

    def _on_time(self) -> None:
        if self.isVisible():
            self.list.renew()
            self._later.start()

    def _on_passing(self) -> None:
        self.ribbon.show_state()
        back = self.passing.back_of(self.passing.call)
        if back is not None and back.returned is not None and not self.list.text:
            self._show_again(back)

    def _show_again(self, back: Back) -> None:
        """Whoever did not answer is chosen again, once."""
        if back.transfer.id == self._again:
            return
        self._again = back.transfer.id
        line = row_of(back.transfer, self._board.board)
        if line is not None:
            self.list.show_line(line)

    def _on_passed(self, target: Target) -> None:
        words = self.tr("Kopplat till {name}.")
        if target.kind is TargetKind.VOICEMAIL:
            words = self.tr("Kopplat till röstbrevlådan hos {name}.")
        self.ribbon.tell(words.format(name=target.name))

    def _on_freed(self, waits: Waiting) -> None:
        self.said.emit(self.tr("Nu ledig: {name}").format(name=waits.sent.target.name))

    def _on_asked_ended(self, asking: Asking, why: ConsultEnd) -> None:
        words = self.tr("{name}: {why}. Du har inringaren igen.")
        self.ribbon.tell(words.format(name=asking.sent.target.name, why=label(why).lower()))
        if not self.list.text and asking.sent.target.key is not None:
            line = self._board.line(asking.sent.target.key)
            if line is not None:
                self.list.show_line(line)

    def _on_back(self, back: Back) -> None:
        if back.returned is None:
            return
        self.ribbon.tell("")
        if self.passing.call is None and not self.list.text:
            self._show_again(back)
