"""The call log: every call of the desk and what its parts led to, without medical text.

Calls that nobody answered are a list of their own, until somebody has seen to them.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.calls import Call
from kundcenter.services.calls import LoggedCall
from ui.actions import Action
from ui.badges import Badge
from ui.dialling import Dialling
from ui.directory_keeper import DirectoryKeeper
from ui.keys import keys
from ui.link import Marks
from ui.panels.switchboard.log_rows import LogRows
from ui.services import Services
from ui.switchboard.missed_keeper import MissedKeeper
from ui.tasks import Tasks
from ui.theme.colours import ToneName
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.beside import Beside
from ui.widgets.button_lines import ButtonLines
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.choice_row import Choice, Segments
from ui.widgets.empty import EmptyState
from ui.widgets.field import Field
from ui.widgets.head import Head
from ui.widgets.speech import named
from ui.widgets.table import RecordTable
from ui.widgets.text import Text


class LogList(StrEnum):
    """Which calls are listed."""

    ALL = "all"
    MISSED = "missed"
    MINE = "mine"


class LogPage(QWidget):
    """`opened` carries a call that is still open; `registering` asks for a call by hand;
    `case_wanted` carries a Call; `said` a sentence and `refused` an error for a notice;
    `counted` how many missed calls nobody has seen to.
    """

    opened = Signal(object)
    registering = Signal()
    case_wanted = Signal(object)
    said = Signal(str)
    refused = Signal(object)
    counted = Signal(int)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._services = tasks, services
        self._rows = LogRows(tasks, services)
        self._keeper = MissedKeeper.of(tasks, services)
        self._dialling = Dialling.of(tasks, services)
        self._logged: tuple[LoggedCall, ...] = ()
        self.part = Segments(
            [
                Choice(LogList.ALL, Badge(self.tr("Alla"))),
                Choice(LogList.MISSED, Badge(self.tr("Missade"), ToneName.WARNING)),
                Choice(LogList.MINE, Badge(self.tr("Mina"))),
            ],
            dense=True,
        )
        named(self.part, self.tr("Vilka samtal"))
        self.part.choose(LogList.ALL)
        self.search = Field(
            self.tr("Sök"),
            keys=Action.LOG_FIND,
            placeholder=self.tr("Nummer, kö, läge eller vem som hanterat"),
            longest=64,
        )
        self.model = self._rows.model(self)
        self._empty = EmptyState(self.tr("Inga samtal än"), icon="phone")
        self.table = RecordTable(self.tr("Samtal"), self.model, empty=self._empty)
        self.register = Button(
            self.tr("Nytt samtal"), ButtonKind.PRIMARY, icon="plus", keys=Action.REGISTER
        )
        self.every = Button(
            self.tr("Markera alla hanterade"), icon="check", keys=Action.LOG_ALL_HANDLED
        )
        self.handle = Button(self.tr("Hanterat"), icon="check", keys=Action.LOG_HANDLED)
        self.case = Button(self.tr("Ärende"), icon="note", keys=Action.LOG_CASE)
        self.ring = Button(self.tr("Ring tillbaka"), icon="phone-out", keys=Action.LOG_RING)
        self._acts = ButtonLines((self.every, self.case, self.handle, self.ring))
        self._lay_out()
        self._listen()
        self._show()

    def take_focus(self) -> None:
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def forget(self) -> None:
        """The operator has left."""
        self._logged = ()
        self.search.set_text("")
        self.part.choose(LogList.ALL)
        self.model.replace(())

    def refresh(self) -> None:
        self._keeper.read()
        self._tasks.run(
            self, self._services.calls.logged, self._on_logged, lambda _: None, topic="calls"
        )

    @property
    def listing(self) -> LogList:
        """Which list is in sight."""
        return LogList(self.part.value or LogList.ALL)

    def show_listing(self, listing: LogList) -> None:
        self.part.choose(listing)
        self._show_another()

    @property
    def current(self) -> Call | None:
        """The call under the cursor."""
        row = self.table.current
        return row.call if isinstance(row, LoggedCall) else None

    # -- what is shown -------------------------------------------------------------------------

    def _on_logged(self, logged: tuple[LoggedCall, ...]) -> None:
        self._logged = logged
        self._show()

    def _listed(self) -> tuple[LoggedCall, ...]:
        match self.listing:
            case LogList.MISSED:
                return tuple(LoggedCall(each.call) for each in self._keeper.missed)
            case LogList.MINE:
                me = self._keeper.me
                return tuple(r for r in self._logged if me and r.call.operator_id == me)
        return self._logged

    def _show(self) -> None:
        wanted = self.search.text().strip()
        self._say_empty(searched=bool(wanted))
        rows = [row for row in self._listed() if not wanted or self._rows.fits(row, wanted)]
        self.model.replace(rows)
        if self.table.hasFocus() and self.table.current is None and rows:
            self.table.selectRow(0)
        self._show_acts()

    def _say_empty(self, *, searched: bool) -> None:
        if searched:
            self._empty.say(self.tr("Inget samtal stämmer"), "", icon="search")
        elif self.listing is LogList.MISSED:
            words = self.tr("Alla som ringt de senaste tre dygnen är besvarade eller hanterade.")
            self._empty.say(self.tr("Inga missade samtal"), words, icon="check-circle")
        else:
            words = self.tr("Här visas samtalen när telefonen har ringt.")
            self._empty.say(self.tr("Inga samtal än"), words, icon="phone")

    def _show_acts(self) -> None:
        call, works = self.current, self._may(Function.WORK_CALLS)
        self.register.setVisible(works)
        acts = [self.every, self.handle, self.ring] if works else []
        self._acts.show_only([*acts, self.case] if self._may(Function.TAKE_CASE) else acts)
        self.case.setEnabled(call is not None)
        self.handle.setEnabled(call is not None and call.missed and call.handled_at is None)
        self.ring.setEnabled(call is not None and bool(call.number))
        self.every.setEnabled(bool(self._keeper.missed))

    def _may(self, function: Function) -> bool:
        return DirectoryKeeper.of(self._tasks, self._services).may(function)

    def _show_another(self) -> None:
        """Another list is begun from its top, where the latest stands."""
        self._show()
        if self.table.current is not None:
            self.table.selectRow(0)
            self.table.scrollToTop()

    def _on_missed(self) -> None:
        self.counted.emit(len(self._keeper.missed))
        self._show()
        self.model.renew()  # who has seen to a call is known now

    def _lay_out(self) -> None:
        title = Text(self.tr("Samtal"), Type.TITLE)
        title.setProperty("heading", True)
        column = spaced(QVBoxLayout(self), "l", "m")
        column.addWidget(Head((title,), (self.register,)))
        column.addWidget(Beside(self.part, self.search))
        column.addWidget(self.table, 1)
        column.addWidget(self._acts)

    def _listen(self) -> None:
        Marks.of(self._tasks, self._services).changed.connect(self.model.renew)
        self._keeper.changed.connect(self._on_missed)
        self._tasks.changed.connect(self._on_changed)
        self.part.chosen.connect(lambda _: self._show_another())
        self.search.changed.connect(lambda _: self._show())
        self.search.edit.returnPressed.connect(self._to_table)
        self.table.opened.connect(self._on_activated)
        self.table.chosen.connect(lambda _: self._show_acts())
        self.register.clicked.connect(self.registering)
        acts: tuple[tuple[Button, Action, Callable[[], object]], ...] = (
            (self.handle, Action.LOG_HANDLED, self._mark_one),
            (self.every, Action.LOG_ALL_HANDLED, self._mark_all),
            (self.ring, Action.LOG_RING, self._ring),
            (self.case, Action.LOG_CASE, self._ask_case),
        )
        for button, action, act in acts:
            button.clicked.connect(act)
            keys().bind(self, action, partial(_strike, button))
        keys().bind(self, Action.LOG_FIND, self._to_search)
        keys().bind(self, Action.LOG_NEXT, partial(self._step, 1))
        keys().bind(self, Action.LOG_LAST, partial(self._step, -1))

    # -- what is done --------------------------------------------------------------------------

    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.edit.selectAll()

    def _to_table(self) -> None:
        if self.model.records:
            self.table.selectRow(0)
            self.take_focus()

    def _step(self, by: int) -> None:
        lists = list(LogList)
        self.show_listing(lists[(lists.index(self.listing) + by) % len(lists)])
        self.take_focus()

    def _on_activated(self, row: LoggedCall) -> None:
        """What is open is worked on; a missed call is rung back."""
        if row.call.open:
            self.opened.emit(row.call.id)
        elif row.call.missed:
            self._ring()

    def _ring(self) -> None:
        if self.current is not None and self._may(Function.WORK_CALLS):
            self._dialling.dial(self.current.number, self.window())

    def _ask_case(self) -> None:
        if self.current is not None:
            self.case_wanted.emit(self.current)

    def _mark_one(self) -> None:
        """The call under the cursor, each time that it rang."""
        call = self.current
        if call is not None:
            rang = next((e.call_ids for e in self._keeper.missed if call.id in e.call_ids), ())
            self._mark(rang or (call.id,), 1)

    def _mark_all(self) -> None:
        """Those in sight.  From another list they are shown first: nobody marks what is unseen."""
        if self.listing is not LogList.MISSED:
            self.show_listing(LogList.MISSED)
            self.take_focus()
            return
        shown = {row.call.id for row in self.model.records}
        seen = [each for each in self._keeper.missed if each.call.id in shown]
        if seen:
            self._mark(tuple(id for each in seen for id in each.call_ids), len(seen))

    def _mark(self, call_ids: tuple[UUID, ...], callers: int) -> None:
        verb = partial(self._services.calls.mark_handled, call_ids)
        told = self.tr("Samtalet är markerat som hanterat.")
        if callers > 1:
            told = self.tr("{count} samtal är markerade som hanterade.").format(count=callers)
        self._tasks.run(self, verb, lambda _: self._marked(told), self.refused.emit)

    def _marked(self, told: str) -> None:
        self.said.emit(told)
        self.refresh()

    def _on_changed(self, changes: Changes) -> None:
        if (changes.of("call") or changes.of("part")) and self.isVisible():
            self.refresh()


def _strike(button: Button) -> None:
    """A key does what its button does: nothing while that is not offered."""
    if button.isVisible():
        button.click()
