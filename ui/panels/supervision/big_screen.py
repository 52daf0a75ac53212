"""The queues on a screen in the room: read from afar, touched by nobody, and nobody's name on it.

It stays while the desk is locked: what the exchange tells goes on, and the figures of the day say
of when they are.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from kundcenter.domain.supervision.closures import Closure
from kundcenter.domain.supervision.live_now import Heed, LiveNow, staff_heed
from ui.badges import Badge
from ui.directory_keeper import DirectoryKeeper
from ui.panels.supervision.big_paint import BigBoard, BigRow, BigTile, paint_board
from ui.panels.supervision.live_rows import queue_badge
from ui.supervision.live_keeper import LiveKeeper
from ui.supervision.live_words import (
    NOTHING,
    answered_note,
    heed_badge,
    incident_name,
    percent,
    queue_name,
    seconds,
    told_at,
    verdict_badge,
    wait_badge,
    worst_wait,
)
from ui.times import clock, lately, span
from ui.widgets.speech import named

TICK_MS = 1_000  # the clock in its corner
LEAST = (960, 600)


class BigScreen(QWidget):
    """A window of its own; Esc closes it.  `closed` when it is gone."""

    closed = Signal()

    def __init__(self, keeper: LiveKeeper, units: DirectoryKeeper, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._keeper, self._units = keeper, units
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(self.tr("Läget nu"))
        self.setMinimumSize(*LEAST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.board = self._made()
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK_MS)
        self._ticks.timeout.connect(self._show)
        keeper.changed.connect(self._show)
        units.changed.connect(self._show)
        keeper.watch(self, True)
        self._ticks.start()
        named(self, self.windowTitle(), self.board.words)

    @property
    def words(self) -> str:
        """All that stands on it, line by line."""
        return self.board.words

    def show_on_free_screen(self) -> None:
        """Over the whole of another screen than the desk's, where there is one."""
        screen = _free_screen(self.parentWidget())
        self.setScreen(screen)
        self.setGeometry(screen.geometry())  # where nobody manages windows it is all there is
        self.showFullScreen()
        self.raise_()
        self.activateWindow()
        self.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    # -- what Qt asks --------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._ticks.stop()
        self._keeper.watch(self, False)
        super().closeEvent(event)
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_board(painter, self.rect(), self.board)

    # -- what is shown -------------------------------------------------------------------------

    def _show(self) -> None:
        made = self._made()
        if made != self.board:
            self.board = made
            named(self, self.windowTitle(), made.words)
            self.update()

    def _made(self) -> BigBoard:
        keeper = self._keeper
        live, now = keeper.live, keeper.now
        queues = []
        for queue in keeper.queues:
            load = keeper.load(queue)
            free = NOTHING
            if load is not None:
                free = self.tr("{free} av {members}").format(free=load.free, members=load.members)
            queues.append(
                BigRow(
                    queue_name(queue),
                    (
                        NOTHING if load is None else str(load.waiting),
                        NOTHING if load is None or not load.waiting else span(load.longest),
                        free,
                    ),
                    queue_badge(keeper, queue),
                )
            )
        return BigBoard(
            self.tr("Läget nu"),
            clock(now),
            self._tiles(),
            (self.tr("Kö"), self.tr("Väntar"), self.tr("Längst"), self.tr("Lediga")),
            tuple(queues),
            self._notes(),
            told_at(live, now),
            self.tr("Växeln har inte sagt något om köerna"),
        )

    def _tiles(self) -> tuple[BigTile, ...]:
        keeper = self._keeper
        live, loads = keeper.live, keeper.loads
        waiting = [load for load in loads if load.waiting]
        longest = max((load.longest for load in waiting), default=None)
        told = bool(loads)
        heed = worst_wait(loads, live) if live is not None else Heed.UNKNOWN
        state = wait_badge(heed) if heed in {Heed.NEAR, Heed.OVER} else None
        made = [
            BigTile(
                self.tr("I kö nu"),
                str(sum(o.waiting for o in waiting)) if told else NOTHING,
                "",
                state,
            ),
            BigTile(
                self.tr("Längsta väntan"),
                span(longest) if longest is not None else NOTHING,
                "",
                state,
            ),
        ]
        if live is not None:
            whole, short = live.whole, live.limits.short_seconds
            made += [
                BigTile(
                    self.tr("Besvarade i dag"),
                    percent(whole.share(short)),
                    answered_note(whole, short),
                    verdict_badge(whole.answered),
                ),
                BigTile(
                    self.tr("Medelväntetid i dag"),
                    seconds(whole.counts.answered.mean),
                    "",
                    verdict_badge(whole.mean),
                ),
                BigTile(
                    self.tr("Försenade återuppringningar"),
                    str(live.overdue),
                    "",
                    heed_badge(Heed.OVER, self.tr("Ring upp")) if live.overdue else None,
                ),
            ]
        return tuple(made)

    def _notes(self) -> tuple[Badge, ...]:
        """What is closed or out of order; of whom or why an incident tells is not for the room."""
        live, now = self._keeper.live, self._keeper.now
        if live is None:
            return ()
        closed = (heed_badge(Heed.NEAR, _closed_words(each, now)) for each in live.closed.values())
        words = self.tr("Händelse: {what}, sedan {clock}")
        troubled = (
            heed_badge(
                Heed.OVER,
                words.format(what=incident_name(each.kind).lower(), clock=clock(each.starts_at)),
            )
            for each in live.incidents
        )
        return (*_staffed(live), *troubled, *closed, *self._sent(live))

    def _sent(self, live: LiveNow) -> tuple[Badge, ...]:
        """The units that callers are sent elsewhere from; to which, and why, is not for the room.

        Many are told in one line: what stands before them is not to be crowded out.
        """
        names = sorted({self._units.name(each.unit_id) or NOTHING for each in live.redirects})
        if not names:
            return ()
        words = self.tr("Omdirigerat: {unit}").format(unit=names[0])
        if len(names) > 1:
            words = self.tr("{words} och {count} till").format(words=words, count=len(names) - 1)
        return (heed_badge(Heed.NEAR, words),)


def _staffed(live: LiveNow) -> tuple[Badge, ...]:
    """That nobody is there who may give advice, or one alone; who it is is not for the room."""
    translate, heed = QCoreApplication.translate, staff_heed(live.nurses)
    if heed is Heed.OVER:
        return (heed_badge(heed, translate("BigScreen", "Ingen sjuksköterska är inloggad")),)
    words = translate("BigScreen", "Ensamarbete: en sjuksköterska är inloggad")
    return (heed_badge(heed, words),) if heed is Heed.NEAR else ()


def _closed_words(closure: Closure, now: datetime) -> str:
    """Which queue, and until when; why it is closed is written for colleagues, not for a wall."""
    translate = QCoreApplication.translate
    queue = queue_name(closure.queue)
    if closure.until is None:
        return translate("BigScreen", "{queue} är stängd tills vidare").format(queue=queue)
    words = translate("BigScreen", "{queue} är stängd till {end}")
    return words.format(queue=queue, end=lately(closure.until, now))


def _free_screen(window: QWidget | None) -> QScreen:
    """One that the desk's window is not on; where there is but one, that."""
    mine = window.screen() if window is not None else QGuiApplication.primaryScreen()
    return next((each for each in QGuiApplication.screens() if each is not mine), mine)
