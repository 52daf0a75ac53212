"""How it is just now: the queues with their thresholds, what waits, and what is switched."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundcenter.domain.access import Function
from kundcenter.domain.lines import QueueLoad
from kundcenter.domain.supervision.definitions import FigureCode
from kundcenter.domain.supervision.live_now import (
    Heed,
    LiveNow,
    count_heed,
)
from ui.actions import Action
from ui.dialogs.redirect import LiftDialog
from ui.dialogs.supervision.close_queue import CloseQueueDialog
from ui.dialogs.supervision.incident import IncidentDialog
from ui.dialogs.supervision.which_unit import WhichUnitDialog
from ui.directory_keeper import DirectoryKeeper
from ui.keys import keys
from ui.panels.supervision.live_rows import LiveRows, Switched, switched
from ui.services import Services
from ui.supervision.figure_words import shown_definition
from ui.supervision.live_keeper import LiveKeeper
from ui.supervision.live_words import (
    NOTHING,
    answered_note,
    bare_badge,
    heed_badge,
    percent,
    seconds,
    staff_badge,
    told_at,
    verdict_badge,
    wait_badge,
    worst_wait,
)
from ui.tasks import Tasks
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.times import span
from ui.widgets.buttons import Button
from ui.widgets.empty import EmptyState
from ui.widgets.head import Head
from ui.widgets.page import Page
from ui.widgets.table import RecordTable
from ui.widgets.text import Text
from ui.widgets.tile import Tile, Tiles

QUEUE_LINES, SWITCH_LINES = 3, 2  # in sight without scrolling
NO_STOP = Qt.FocusPolicy.NoFocus  # of a list without rows: no key does anything there


class LiveView(QWidget):
    """`said` carries a sentence, `refused` an error for a notice; `act_wanted` an Action.

    Nobody is named in it, neither callers nor colleagues.
    """

    said = Signal(str)
    refused = Signal(object)
    act_wanted = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._services = tasks, services
        self._keeper = LiveKeeper.of(tasks, services)
        self._units = DirectoryKeeper.of(tasks, services)
        rows = LiveRows(self._keeper, self._units)
        self.waiting = Tile(self.tr("I kö nu"))
        self.free = Tile(self.tr("Köer utan någon ledig"))
        self.answered = Tile(self.tr("Besvarade i dag"))
        self.mean = Tile(self.tr("Medelväntetid i dag"))
        self.callbacks = Tile(self.tr("Försenade återuppringningar"))
        self.safety = Tile(self.tr("Säkerhetsnät"))
        self.nurses = Tile(self.tr("Inloggade sjuksköterskor"))
        self.tiles = Tiles(
            (
                self.waiting,
                self.free,
                self.answered,
                self.mean,
                self.callbacks,
                self.safety,
                self.nurses,
            )
        )
        self.queues = rows.queues(self)
        self.table = RecordTable(
            self.tr("Köer"),
            self.queues,
            empty=EmptyState(self.tr("Växeln har inte sagt något om köerna"), icon="queue"),
        )
        self.switches = rows.switched(self)
        self.switched = RecordTable(
            self.tr("Stängt, omdirigerat och ur funktion"),
            self.switches,
            empty=EmptyState(self.tr("Allt är som vanligt"), icon="check-circle"),
        )
        self._tables = (self.table, self.switched)
        self._told = Text("", Type.SMALL, role="muted", wrap=True)
        self.big = Button(self.tr("Storskärm"), icon="eye", keys=Action.BIG_SCREEN)
        self.close_queue = Button(self.tr("Stäng kö"), icon="lock", keys=Action.CLOSE_QUEUE)
        self.redirect = Button(self.tr("Omdirigera"), icon="arrow-right", keys=Action.LIVE_REDIRECT)
        self.incident = Button(self.tr("Händelse"), icon="warning", keys=Action.INCIDENT)
        self._lay_out()
        self._listen()
        self._show()

    # -- what the page asks --------------------------------------------------------------------

    def take_focus(self) -> None:
        """Where the keys do something: a list that is empty is no such place."""
        full = (each for each in self._tables if each.model().rowCount())
        first = next(full, None) or self.big
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        self._show_rights()
        self._keeper.read()

    def forget(self) -> None:
        """The operator has left."""
        self._keeper.watch(self, False)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._keeper.watch(self, True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._keeper.watch(self, False)

    # -- what is shown -------------------------------------------------------------------------

    def _show(self) -> None:
        keeper = self._keeper
        self._show_loads(keeper.loads)
        live = keeper.live
        if live is not None:
            self._show_live(live)
        self.queues.replace(keeper.queues)
        self.queues.renew()  # time has passed
        self.switches.replace(switched(live) if live is not None else ())
        self.switches.renew()
        self._fit_tables()
        self._told.setText(told_at(live, keeper.now))
        focus = self.window().focusWidget()
        if any(each is focus and not each.model().rowCount() for each in self._tables):
            self.take_focus()  # the row that one was on has gone
        for table in self._tables:
            reached = Qt.FocusPolicy.StrongFocus if table.model().rowCount() else NO_STOP
            table.setFocusPolicy(reached)

    def _show_loads(self, loads: tuple[QueueLoad, ...]) -> None:
        live = self._keeper.live
        if not loads or live is None:
            unknown = heed_badge(Heed.UNKNOWN, self.tr("Växeln tiger"))
            for tile in (self.waiting, self.free):
                tile.show_value(NOTHING, "", unknown)
            return
        waiting = sum(load.waiting for load in loads)
        worst = max(loads, key=lambda load: load.longest if load.waiting else timedelta())
        note = self.tr("längst {time}").format(time=span(worst.longest)) if waiting else ""
        self.waiting.show_value(str(waiting), note, wait_badge(worst_wait(loads, live)))
        bare = sum(load.free == 0 for load in loads)  # one may be a member of several
        self.free.show_value(
            str(bare),
            self.tr("av 1 kö")
            if len(loads) == 1
            else self.tr("av {count} köer").format(count=len(loads)),
            bare_badge(loads),
        )

    def _show_live(self, live: LiveNow) -> None:
        whole, short = live.whole, live.limits.short_seconds
        for tile, code in ((self.answered, FigureCode.ANSW), (self.mean, FigureCode.MEDELV)):
            tile.explain(shown_definition(code, live.limits).text)
        self.answered.show_value(
            percent(whole.share(short)), answered_note(whole, short), verdict_badge(whole.answered)
        )
        self.mean.show_value(
            seconds(whole.counts.answered.mean),
            self.tr("längst {time}").format(time=seconds(whole.counts.answered.longest)),
            verdict_badge(whole.mean),
        )
        late = count_heed(live.overdue)
        words = self.tr("Ring upp") if live.overdue else self.tr("Inga")
        self.callbacks.show_value(str(live.overdue), "", heed_badge(late, words))
        due = Heed.NEAR if live.safety_due else Heed.CALM
        words = self.tr("{count} att ringa nu").format(count=live.safety_due)
        if not live.safety_due:
            words = self.tr("Inga att ringa nu")
        self.safety.show_value(str(live.safety), "", heed_badge(due, words))
        self.nurses.setVisible(live.nurses is not None)
        if live.nurses is not None:
            self.nurses.show_value(str(live.nurses), "", staff_badge(live.nurses))

    def _show_rights(self) -> None:
        keeper = self._keeper
        self.close_queue.setVisible(keeper.may(Function.CLOSE_QUEUE))
        self.redirect.setVisible(self._units.may(Function.REDIRECT))
        self.incident.setVisible(keeper.may(Function.NOTE_INCIDENT))

    def _fit_tables(self) -> None:
        """As high as their rows, and never a table in a table that scrolls."""
        for table, least in ((self.table, QUEUE_LINES), (self.switched, SWITCH_LINES)):
            lines = max(least, table.model().rowCount())
            high = max((lines + 1) * current().metrics.row + 2, table.minimumSizeHint().height())
            if table.height() != high:
                table.setFixedHeight(high)

    # -- what is done --------------------------------------------------------------------------

    def _open_queue(self, queue: str) -> None:
        self._ask_close(queue)

    def _ask_close(self, queue: str = "") -> None:
        dialog = CloseQueueDialog(self._tasks, self._services, queue, parent=self.window())
        dialog.said.connect(self.said)
        dialog.open()

    def _ask_redirect(self) -> None:
        WhichUnitDialog(self._tasks, self._services, parent=self.window()).open()

    def _open_switched(self, row: Switched) -> None:
        if row.closure is not None:
            self._ask_close(row.closure.queue)
        elif row.redirect is not None:
            if self._units.may(Function.REDIRECT):
                dialog = LiftDialog(self._tasks, self._services, row.redirect, parent=self.window())
                dialog.open()
        elif row.incident is not None and self._keeper.may(Function.NOTE_INCIDENT):
            noting = IncidentDialog(self._tasks, self._services, row.incident, parent=self.window())
            noting.said.connect(self.said)
            noting.open()

    def _lay_out(self) -> None:
        acts = (self.incident, self.redirect, self.close_queue, self.big)
        page = Page("none", "m")
        page.body.addWidget(self.tiles)
        page.body.addWidget(self.table)
        heading = Text(self.tr("Stängt, omdirigerat och ur funktion"), Type.STRONG)
        page.body.addWidget(heading)
        page.body.addWidget(self.switched)
        page.body.addStretch(1)
        column = spaced(QVBoxLayout(self), gap="m")
        column.addWidget(Head((self._told,), acts))
        column.addWidget(page, 1)

    def _listen(self) -> None:
        self._keeper.changed.connect(self._show)
        self._units.changed.connect(self.switches.renew)
        self.table.opened.connect(self._open_queue)
        self.switched.opened.connect(self._open_switched)
        bound: tuple[tuple[Button, Action | None, Callable[[], object]], ...] = (
            (self.big, None, self._want_big),
            (self.close_queue, None, self._want_close),
            (self.redirect, Action.LIVE_REDIRECT, self._ask_redirect),
            (self.incident, None, self._want_incident),
        )
        for button, action, act in bound:
            button.clicked.connect(act)
            if action is not None:
                keys().bind(self, action, button.click)
        for table, action in (
            (self.table, Action.LIVE_QUEUES),
            (self.switched, Action.LIVE_SWITCHED),
        ):
            keys().bind(self, action, _focus(table))

    def _want_big(self) -> None:
        self.act_wanted.emit(Action.BIG_SCREEN)

    def _want_close(self) -> None:
        self._ask_close()

    def _want_incident(self) -> None:
        self.act_wanted.emit(Action.INCIDENT)


def _focus(table: RecordTable) -> Callable[[], None]:
    def focus() -> None:
        if table.model().rowCount():
            table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    return focus
