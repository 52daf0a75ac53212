"""What one's own shift has held so far: for oneself alone, and nothing in it is a rank.

Those who lead see the team's active shares beneath, by name (DOMAIN §12).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.supervision.definitions import FigureCode
from kundcenter.domain.supervision.own_shift import OwnBreak, OwnShift
from kundcenter.domain.supervision.periods import Span
from kundcenter.errors import KundcenterError
from ui.actions import Action
from ui.dialogs.supervision.break_kind import BreakKindDialog
from ui.keys import keys
from ui.panels.supervision.mine_rows import Seen, break_model, read_mine, team_model
from ui.services import Services
from ui.supervision.figure_words import shown_definition
from ui.supervision.live_keeper import LiveKeeper
from ui.supervision.live_words import percent
from ui.supervision.mine_words import (
    advice_words,
    base_words,
    length,
    share_badge,
    share_note,
    share_words,
    span_words,
)
from ui.tasks import Tasks
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.times import clock
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.empty import EmptyState
from ui.widgets.head import Head
from ui.widgets.key_hint import key_text
from ui.widgets.page import Page
from ui.widgets.share_bar import ShareBar
from ui.widgets.table import RecordTable
from ui.widgets.text import Text
from ui.widgets.tile import Tile, Tiles

LOOK_MS = 60_000  # a shift is not followed by the second
SETTLE_MS = 2_000
TEAM_EVERY = timedelta(minutes=5)
BREAK_LINES, TEAM_LINES = 3, 3  # in sight without scrolling


class MineView(QWidget):
    """`said` carries a sentence, `refused` an error, for a notice."""

    said = Signal(str)
    refused = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._services = tasks, services
        self._keeper = LiveKeeper.of(tasks, services)
        self.seen: Seen | None = None
        self._team_at = services.now()
        self._span: Span | None = None  # the shift before that is looked at
        self.advice = Banner(self.tr("Ta gärna en paus"), ToneName.INFO, icon="coffee", wrap=True)
        self.advice.hide()
        self.calls = Tile(self.tr("Samtal"))
        self.talk = Tile(self.tr("Samtalstid"))
        self.wrap = Tile(self.tr("Efterarbete"))
        self.heavy = Tile(self.tr("Tunga samtal i rad"))
        self.rest = Tile(self.tr("Sedan senaste paus"))
        self.tiles = Tiles((self.calls, self.talk, self.wrap, self.heavy, self.rest))
        self.share = Tile(self.tr("Aktiv rådgivning i passet"))
        self.weeks = Tile(self.tr("Aktiv rådgivning, fyra veckor"))
        self.share_bar = ShareBar(self.tr("Aktiv rådgivning i passet"))
        self.weeks_bar = ShareBar(self.tr("Aktiv rådgivning, fyra veckor"))
        self.breaks = break_model(self)
        self.table = RecordTable(
            self.tr("Pauser"),
            self.breaks,
            empty=EmptyState(self.tr("Ingen paus än"), icon="coffee"),
        )
        self.team = team_model(self)
        self.shares = RecordTable(
            self.tr("Teamets aktiva rådgivning"),
            self.team,
            empty=EmptyState(self.tr("Ingen har arbetat i passet"), icon="people"),
        )
        self.kind = Button(self.tr("Vad var pausen?"), icon="coffee", keys=Action.MINE_BREAK)
        self.before = Button(self.tr("Pass före"), icon="chevron-left", keys=Action.MINE_BEFORE)
        self.after = Button(self.tr("Pass efter"), icon="chevron-right", keys=Action.MINE_AFTER)
        self._told = Text("", Type.SMALL, role="muted", wrap=True)
        self._base = Text("", Type.SMALL, role="muted", wrap=True)
        self._looks = QTimer(self)
        self._looks.setInterval(LOOK_MS)
        self._looks.timeout.connect(self.refresh)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._soon.timeout.connect(self.refresh)
        self._lay_out()
        self._listen()

    # -- what the page asks --------------------------------------------------------------------

    def take_focus(self) -> None:
        """Where the keys do something; before there is a break, nowhere in particular."""
        if self.breaks.records:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        leads = self._keeper.may(Function.SEE_OPERATORS) and self._span is None
        for part in (self._team_head, self.shares):
            part.setVisible(leads)
        known = self.seen is not None and self.seen.team is not None
        team = leads and not (known and self._keeper.now - self._team_at < TEAM_EVERY)
        ask = partial(read_mine, self._services, leads=team, span=self._span)
        then = partial(self._on_read_of, self._span)
        self._tasks.run(self, ask, then, self._on_refused, topic="mine")

    def forget(self) -> None:
        """The operator has left: the next one sees nothing of theirs."""
        self._looks.stop()
        self._soon.stop()
        self.seen = self._span = None
        self.breaks.replace(())
        self.team.replace(())
        self.advice.hide()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._looks.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._looks.stop()
        self._soon.stop()

    # -- what is shown -------------------------------------------------------------------------

    def _on_read_of(self, span: Span | None, seen: Seen) -> None:
        if span == self._span:
            self._on_read(seen)

    def _on_read(self, seen: Seen) -> None:
        if seen.team is not None:
            self._team_at = seen.own.now
        elif self.seen is not None:  # four weeks of a whole team are not read by the minute
            seen = replace(seen, team=self.seen.team)
        self.seen = seen
        own = seen.own
        words = self.tr(
            "{span}. Bara du ser det här; andelen aktiv rådgivning ser även din arbetsledare."
        )
        self._told.setText(words.format(span=span_words(own)))
        self.calls.show_value(
            str(len(own.calls)), self.tr("varav tunga: {count}").format(count=own.heavy)
        )
        self.talk.show_value(
            length(own.talk), self.tr("och parkerat {time}").format(time=length(own.hold))
        )
        self.wrap.show_value(length(own.wrap))
        self.heavy.show_value(str(own.heavy_in_row), self.tr("sedan senaste paus"))
        on_break = own.on_break
        if on_break is None:
            self.rest.show_value(length(own.without_break))
        else:
            since = self.tr("sedan {clock}").format(clock=clock(on_break.starts_at))
            self.rest.show_value(self.tr("Paus nu"), since)
        limits = own.limits
        marks = (float(limits.warn_percent), float(limits.most_percent))
        for tile, bar, share in (
            (self.share, self.share_bar, own.share),
            (self.weeks, self.weeks_bar, own.weeks),
        ):
            tile.show_value(percent(share.percent), share_note(share), share_badge(share, limits))
            bar.show_share(share.percent, marks, share_words(share))
        for tile in (self.share, self.weeks):
            tile.explain(shown_definition(FigureCode.ACTIVE).text)
        self._base.setText(self.tr("Arbetstiden är {base}.").format(base=base_words(own.base)))
        self._advise(own)
        self.breaks.replace(reversed(own.breaks))
        self.team.replace(seen.team or ())
        self._show_acts()
        self._fit_tables()

    def _advise(self, own: OwnShift) -> None:
        words = advice_words(own, key_text(Action.PAUSE))
        if words:
            self.advice.say(words)
        self.advice.setVisible(bool(words))

    def _on_refused(self, error: KundcenterError) -> None:
        if self.isVisible() and self.seen is None:
            self.refused.emit(error)

    def _show_acts(self) -> None:
        self.kind.setEnabled(bool(self.breaks.records))
        self.before.setEnabled(self._earlier() is not None)
        self.after.setEnabled(self._span is not None)

    def _earlier(self) -> Span | None:
        """The shift before the one that is shown."""
        spans = self.seen.spans if self.seen is not None else ()
        start = self._span.start if self._span is not None else None
        return next((each for each in spans if start is None or each.start < start), None)

    def _later(self) -> Span | None:
        """The shift after the one that is shown; None is the one that goes on."""
        spans = self.seen.spans if self.seen is not None else ()
        if self._span is None:
            return None
        return next((each for each in reversed(spans) if each.start > self._span.start), None)

    def _go_before(self) -> None:
        self._go(self._earlier())

    def _go_after(self) -> None:
        self._go(self._later())

    def _go(self, span: Span | None) -> None:
        self._span = span
        self.refresh()

    def _fit_tables(self) -> None:
        for table, least in ((self.table, BREAK_LINES), (self.shares, TEAM_LINES)):
            lines = max(least, table.model().rowCount())
            high = max((lines + 1) * current().metrics.row + 2, table.minimumSizeHint().height())
            if table.height() != high:
                table.setFixedHeight(high)

    # -- what is done --------------------------------------------------------------------------

    def _ask_kind(self, chosen: OwnBreak | None = None) -> None:
        """Of the break under the cursor, else of the last one."""
        found = chosen or self.table.current
        if not isinstance(found, OwnBreak):
            found = next(iter(self.breaks.records), None)
        if found is None:
            return
        dialog = BreakKindDialog(
            self._tasks, self._services, found.id, found.why, parent=self.window()
        )
        dialog.said.connect(self.said)
        dialog.open()

    def _ask_last(self) -> None:
        self._ask_kind()

    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and (changes.of("presence") or changes.of("call")):
            self._soon.start()

    def _lay_out(self) -> None:
        shares = Tiles((self.share, self.weeks))
        for tile, bar in ((self.share, self.share_bar), (self.weeks, self.weeks_bar)):
            tile.add(bar)
        self._team_head = Text(self.tr("Teamets aktiva rådgivning, efter namn"), Type.STRONG)
        self._team_head.setProperty("heading", True)
        page = Page("none", "m")
        for part in (self.advice, self.tiles, shares, self._base):
            page.body.addWidget(part)
        breaks = Text(self.tr("Dina pauser"), Type.STRONG)
        breaks.setProperty("heading", True)
        page.body.addWidget(Head((breaks,), (self.kind,)))
        page.body.addWidget(self.table)
        page.body.addWidget(self._team_head)
        page.body.addWidget(self.shares)
        page.body.addStretch(1)
        column = spaced(QVBoxLayout(self), gap="m")
        column.addWidget(Head((self._told,), (self.before, self.after)))
        column.addWidget(page, 1)
        self._team_head.hide()
        self.shares.hide()

    def _listen(self) -> None:
        self._tasks.changed.connect(self._on_changed)
        self.table.opened.connect(self._ask_kind)
        self.kind.clicked.connect(self._ask_last)
        self.before.clicked.connect(self._go_before)
        self.after.clicked.connect(self._go_after)
        keys().bind(self, Action.MINE_BREAK, self.kind.click)
        keys().bind(self, Action.MINE_BEFORE, self.before.click)
        keys().bind(self, Action.MINE_AFTER, self.after.click)
        self._show_acts()
