"""The page of one's own referrals, a week at a time: what came of each."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.calendar import local
from kundcenter.domain.referrals import ReferralState, ToldReferral
from ui.actions import Action
from ui.badges import Badge, urgency_badge
from ui.dialogs.tell_referral import TellReferralDialog
from ui.directory_keeper import DirectoryKeeper
from ui.keys import keys
from ui.labels import label
from ui.link import Marks, mark_column
from ui.panels.deviations import DeviationsPart
from ui.records import Column, RecordModel
from ui.referral_words import in_week, outcome_words, state_badge, week_of, week_words
from ui.services import Services, current_codes
from ui.tasks import Tasks
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.times import day_and_time
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.empty import EmptyState
from ui.widgets.head import Head
from ui.widgets.table import RecordTable
from ui.widgets.text import Text

_TOLD = (
    (ReferralState.REACHED, Action.TELL_REACHED, "check-circle"),
    (ReferralState.NOT_REACHED, Action.TELL_NOT_REACHED, "close"),
    (ReferralState.CANCELLED, Action.TELL_CANCELLED, "minus"),
)


class ReferralsPage(QWidget):
    """`opened` carries the id of an entry; `said` a sentence and `refused` an error for a notice.

    Nobody but the operator sees the list, and no patient is named in it: opening a line leaves a
    record in the log, looking at the list does not.
    """

    opened = Signal(object)
    said = Signal(str)
    refused = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._services = tasks, services
        self._keeper = DirectoryKeeper.of(tasks, services)
        self._start, self._end = week_of(self._today)
        marks = Marks.of(tasks, services)
        self.model = self._made_model(marks)
        marks.changed.connect(self.model.renew)
        self._keeper.changed.connect(self.model.renew)
        self.table = RecordTable(
            self.tr("Mina hänvisningar"),
            self.model,
            empty=EmptyState(
                self.tr("Inga hänvisningar den här veckan"),
                self.tr("Här ser du själv vad det blev av dem som du har hänvisat."),
                icon="arrow-right",
            ),
        )
        self.table.opened.connect(self._open)
        self.table.chosen.connect(lambda _: self._show_acts())
        self.week = Text("", Type.LEAD)
        self.counts = Text("", role="muted", wrap=True)
        self.earlier = IconButton(self.tr("Veckan före"), "chevron-left", keys=Action.EARLIER_WEEK)
        self.later = IconButton(self.tr("Veckan efter"), "chevron-right", keys=Action.LATER_WEEK)
        self.earlier.clicked.connect(partial(self._turn, -1))
        self.later.clicked.connect(partial(self._turn, 1))
        self.look = Button(self.tr("Öppna anteckningen"), icon="note", keys="Return")
        self.look.clicked.connect(lambda: self._open(self.table.current))
        self.tell = {
            state: Button(
                label(state),
                ButtonKind.PRIMARY if state is ReferralState.REACHED else ButtonKind.SECONDARY,
                icon=icon,
                keys=action,
            )
            for state, action, icon in _TOLD
        }
        for state, action, _ in _TOLD:
            self.tell[state].clicked.connect(partial(self._ask, state))
            keys().bind(self, action, self.tell[state].click)
        keys().bind(self, Action.EARLIER_WEEK, self.earlier.click)
        keys().bind(self, Action.LATER_WEEK, self.later.click)
        self.deviations = DeviationsPart(tasks, services)
        self.deviations.refused.connect(self.refused)
        self._lay_out()
        tasks.changed.connect(self._on_changed)
        self._show_week()

    def take_focus(self) -> None:
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def forget(self) -> None:
        """The operator has left."""
        self.model.replace(())
        self.deviations.forget()
        self._start, self._end = week_of(self._today)
        self._show_week()

    def refresh(self) -> None:
        verb = partial(self._services.referrals.mine, self._start, self._end)
        self._tasks.run(self, verb, self._show, self.refused.emit, topic="referrals")
        self.deviations.refresh()

    @property
    def _today(self) -> date:
        return local(self._services.now()).date()

    # -- what is shown -------------------------------------------------------------------------

    def _show(self, told: tuple[ToldReferral, ...]) -> None:
        self.model.replace(told)
        if self.table.hasFocus() and self.table.current is None and told:
            self.table.selectRow(0)
        self._show_week()

    def _show_week(self) -> None:
        self.week.setText(week_words(self._start))
        self.later.setEnabled(self._end <= self._services.now())
        counted = Counter(each.referral.state for each in self.model.records)
        words = self.tr("{state}: {count}")
        shown = [words.format(state=label(s), count=counted[s]) for s in ReferralState]
        self.counts.setText(" · ".join(shown) if self.model.records else "")
        self._show_acts()

    def _show_acts(self) -> None:
        chosen: ToldReferral | None = self.table.current
        self.look.setEnabled(chosen is not None)
        state = chosen.referral.state if chosen is not None else ReferralState.CANCELLED
        for each, button in self.tell.items():
            button.setEnabled(state not in {ReferralState.CANCELLED, each})

    def _made_model(self, marks: Marks) -> RecordModel[ToldReferral]:
        codes = current_codes(self._services)
        levels = {each.code: each.label for each in codes.urgencies}

        def urgency(told: ToldReferral) -> Badge | None:
            code = told.referral.urgency
            return urgency_badge(code, levels[code]) if code in levels else None

        def where(told: ToldReferral) -> str:
            outcome = outcome_words(told.referral.outcome, codes)
            return ": ".join(filter(None, (outcome, self._keeper.name(told.referral.unit_id))))

        return RecordModel[ToldReferral](
            (
                Column(
                    self.tr("Hänvisad"),
                    lambda told: in_week(told.referral.made_at, self._start),
                    tip=lambda told: day_and_time(told.referral.made_at),
                    sort=lambda told: told.referral.made_at,
                    width=10,
                ),
                Column(
                    self.tr("Läge"),
                    lambda told: label(told.referral.state),
                    badge=lambda told: state_badge(told.referral.state),
                    width=10,
                ),
                Column(self.tr("Vart"), where, tip=where),
                Column(
                    self.tr("Hur bråttom"),
                    lambda told: levels.get(told.referral.urgency, ""),
                    badge=urgency,
                    width=17,
                ),
                Column(self.tr("Bokad tid"), self._booked, width=16),
                Column(self.tr("Överlämnad till"), _receiver, tip=_receiver, width=15),
                *mark_column(marks, lambda told: marks.badge("referral", told.referral.id)),
            ),
            key=lambda told: told.referral.id,
            parent=self,
        )

    def _lay_out(self) -> None:
        title = Text(self.tr("Mina hänvisningar"), Type.TITLE)
        title.setProperty("heading", True)
        head = Head((title,), (self.look, *self.tell.values()))
        weeks = spaced(QHBoxLayout(), gap="s")
        for part in (self.earlier, self.week, self.later):
            weeks.addWidget(part)
        weeks.addStretch()
        words = self.tr("Bara du ser listan, och ingen patient nämns i den.")
        column = spaced(QVBoxLayout(self), "l", "m")
        column.addWidget(head)
        column.addLayout(weeks)
        column.addWidget(self.counts)
        column.addWidget(self.table, 2)
        column.addWidget(Text(words, Type.SMALL, role="muted", wrap=True))
        column.addWidget(self.deviations, 1)

    def _booked(self, told: ToldReferral) -> str:
        at = told.referral.booked_at
        return in_week(at, self._start) if at is not None else ""

    # -- what is done --------------------------------------------------------------------------

    def _turn(self, weeks: int) -> None:
        day = local(self._start).date() + timedelta(days=7 * weeks)
        self._start, self._end = week_of(day)
        self.model.replace(())
        self._show_week()
        self.refresh()

    def _open(self, told: ToldReferral | None) -> None:
        if told is not None:
            self.opened.emit(told.referral.entry_id)

    def _ask(self, state: ReferralState) -> None:
        told: ToldReferral | None = self.table.current
        if told is None:
            return
        dialog = TellReferralDialog(self._tasks, self._services, told.referral, state, parent=self)
        dialog.said.connect(self.said)
        dialog.open()

    def _on_changed(self, changes: Changes) -> None:
        if changes.of("referral") and self.isVisible():
            self.refresh()


def _receiver(told: ToldReferral) -> str:
    step = told.handed_over
    return step.receiver if step is not None else ""
