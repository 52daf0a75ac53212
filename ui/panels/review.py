"""The log review: patterns, random samples, and who has opened one person."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.drafts import FormKind
from kundcenter.domain.identity import PersonId, parse
from kundcenter.domain.identity_errors import PersonIdInvalid
from kundcenter.domain.log_review import Period, Verdict
from kundcenter.errors import KundcenterError
from kundcenter.services.log_review import DrawnSample, PatternList, ReviewedAccess
from ui.actions import Action
from ui.dialogs.access_report import AccessReportDialog
from ui.dialogs.finding import FindingDialog
from ui.kept_form import KeptForm
from ui.keys import keys
from ui.panels.review_tables import access_model, draw_model
from ui.people import today
from ui.review_words import access_words
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.combo import Combo, Option
from ui.widgets.empty import EmptyState
from ui.widgets.field import Field
from ui.widgets.speech import named
from ui.widgets.table import RecordTable
from ui.widgets.text import Text

DAYS = (1, 7, 31)
SIZE = 20  # accesses of one draw
YEARS_KEPT = 5  # HSLF-FS 2016:40 4 kap. 9 §: as long as the log must be kept
PATTERNS, SAMPLES, PERSON = range(3)


class ReviewPage(QWidget):
    """`said` carries a sentence and `refused` an error, for a notice."""

    said = Signal(str)
    refused = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._services = tasks, services
        self._draw: UUID | None = None
        self._person: PersonId | None = None
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        named(self.tabs, self.tr("Vad som granskas"))
        for words in (self.tr("Mönster"), self.tr("Stickprov"), self.tr("En person")):
            self.tabs.addTab(words)
        self.period = Combo(
            self.tr("Period"),
            [Option(str(days), self._days(days)) for days in DAYS],
        )
        self.period.choose(str(DAYS[1]))
        self.number = Field(self.tr("Personnummer eller reservnummer"), longest=40)
        self.accesses = access_model(self)
        self.draws = draw_model(self)
        self.table = RecordTable(self.tr("Åtkomster"), self.accesses, empty=self._nothing())
        self.samples = RecordTable(self.tr("Stickprov"), self.draws, empty=self._no_draws())
        self._lists = QStackedWidget()
        self._lists.addWidget(self.table)
        self._lists.addWidget(self.samples)
        self._told = Text("", Type.SMALL, role="muted", wrap=True)
        self._waiting = Banner(
            self.tr("Nödöppningar väntar på granskning."),
            ToneName.WARNING,
            icon="warning",
            wrap=True,
        )
        self._whole = Text("", wrap=True)  # what the columns had no room for
        self._whole.setMinimumHeight(2 * self._whole.fontMetrics().lineSpacing())
        self.judge = Button(self.tr("Bedöm"), icon="check")
        self.take = Button(
            self.tr("Dra stickprov"), ButtonKind.PRIMARY, icon="filter", keys=Action.DRAW_SAMPLE
        )
        self.back = Button(self.tr("Alla stickprov"), icon="arrow-left")
        self.look = Button(self.tr("Visa"), ButtonKind.PRIMARY, icon="search")
        self.report = Button(
            self.tr("Rapport till patienten"), icon="print", keys=Action.ACCESS_REPORT
        )
        self.judge.answer_to(Action.JUDGE)
        self.back.answer_to(Action.ALL_SAMPLES)
        self.look.answer_to(Action.SHOW_ACCESSES)
        keys().bind(self, Action.NEXT_REVIEW, self._next_tab)
        self._report_key = keys().bind(self, Action.ACCESS_REPORT, self._ask_report)
        self._draw_key = keys().bind(self, Action.DRAW_SAMPLE, self._take_sample)
        self._lay_out()
        self._listen()
        self._show_tab()

    def take_focus(self) -> None:
        shown = self._lists.currentWidget()
        if shown is not None:
            shown.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def forget(self) -> None:
        """The reviewer has left: nobody whom they looked at stays in a field or a list."""
        self._draw = self._person = None
        self.number.set_text("")
        self.number.clear_error()
        self.draws.replace(())
        self._lay_tab()

    def refresh(self) -> None:
        """Ask for what the chosen tab shows."""
        review = self._services.log_review
        if self.tabs.currentIndex() == PATTERNS:
            look = partial(review.patterns, self._chosen_period())
            self._tasks.run(self, look, self._show_patterns, self.refused.emit, topic="review")
        elif self.tabs.currentIndex() == SAMPLES and self._draw is None:
            self._tasks.run(
                self, review.draws, self.draws.replace, self.refused.emit, topic="review"
            )
        elif self.tabs.currentIndex() == SAMPLES and self._draw is not None:
            look_again = partial(review.open_draw, self._draw)
            self._tasks.run(
                self, look_again, self._show_accesses, self.refused.emit, topic="review"
            )
        elif self._person is not None:
            self._ask_person(self._person)

    def look_up(self) -> None:
        """Who has opened the person whose number is written."""
        try:
            reading = parse(
                self.number.text(), today(), local_pattern=self._services.reserve_pattern
            )
        except PersonIdInvalid as error:
            self.number.show_error(sentence(error))
            return
        self._ask_person(reading.person_id)

    def _on_typed(self) -> None:
        """Another number: the list of the one before does not stand under it."""
        if self._person is not None:
            self._person = None
            self.accesses.replace(())
            self._offer_report()

    def _ask_person(self, identity: PersonId) -> None:
        look = partial(self._services.log_review.of_person, identity, kept())
        show = partial(self._show_person, identity)
        self._tasks.run(self, look, show, self._no_person, topic="review")

    def _show_person(self, identity: PersonId, accesses: tuple[ReviewedAccess, ...]) -> None:
        words = self.tr("Egna åtkomster visas inte. Att du ser listan är självt loggat.")
        if any(each.protected for each in accesses):
            self.number.set_text("")  # a page is no place for the number either
            words = self.tr(
                "Skyddad uppgift. Egna åtkomster visas inte. Att du ser listan är självt loggat."
            )
        self._person = identity
        self._show_accesses(accesses)
        self._told.setText(words)
        self._offer_report()
        self.take_focus()

    def _no_person(self, error: KundcenterError) -> None:
        self._person = None
        self._offer_report()
        self.accesses.replace(())
        self.number.show_error(sentence(error))

    def _take_sample(self) -> None:
        period = self._chosen_period()
        look = partial(self._services.log_review.sample, period, SIZE)
        self._tasks.run(self, look, partial(self._keep_draw, period), self.refused.emit)

    def _keep_draw(self, period: Period, chosen: tuple[UUID, ...]) -> None:
        if not chosen:
            self.said.emit(self.tr("Ingen annan har öppnat något under perioden."))
            return
        verb = partial(self._services.log_review.draw, period, chosen)
        self._tasks.run(self, verb, self._open_made, self.refused.emit)

    def _open_made(self, changes: Changes) -> None:
        self._draw = changes.the("draw")
        self._show_tab()
        self.take_focus()

    def _open_draw(self, sample: DrawnSample) -> None:
        self._draw = sample.draw.id
        self._show_tab()
        self.take_focus()

    def _close_draw(self) -> None:
        self._draw = None
        self._show_tab()
        self.take_focus()

    def _judge(self) -> None:
        chosen: ReviewedAccess | None = self.table.current
        if chosen is not None:
            self._ask_finding(chosen)

    def _ask_finding(self, access: ReviewedAccess) -> None:
        dialog = FindingDialog(access, parent=self)
        about = FormKind.FINDING, access.record.id
        KeptForm(dialog, self._tasks, self._services, about, {"words": dialog.words})
        dialog.confirmed.connect(partial(self._note, dialog, access))
        dialog.open()

    def _note(self, dialog: FindingDialog, access: ReviewedAccess) -> None:
        dialog.set_busy(True)
        draw = self._draw if self.tabs.currentIndex() == SAMPLES else None
        verb = partial(
            self._services.log_review.note,
            access.record.id,
            Verdict(str(dialog.verdict.value)),
            dialog.words.text(),
            draw,
        )
        self._tasks.run(dialog, verb, lambda _: dialog.accept(), dialog.refuse)

    def _show_patterns(self, found: PatternList) -> None:
        self._show_accesses(found.accesses)
        words = self.tr(
            "Ogranskade nödöppningar äldre än ett dygn: {count}. De står överst, oavsett period."
        )
        self._waiting.setVisible(bool(found.unreviewed))
        if found.unreviewed:
            self._waiting.say(words.format(count=found.unreviewed))
        if found.left_out:
            words = self.tr("{count} äldre åtkomster visas inte. Välj en kortare period.")
            self._told.setText(words.format(count=found.left_out))

    def _show_accesses(self, accesses: tuple[ReviewedAccess, ...]) -> None:
        self._told.setText(
            self.tr("Egna åtkomster visas inte. Att du ser listan är självt loggat.")
        )
        self.accesses.replace(accesses)

    def _tell_whole(self, access: ReviewedAccess | None) -> None:
        self._whole.setText("" if access is None else access_words(access))
        self.judge.setEnabled(access is not None)

    def _show_tab(self) -> None:
        self._lay_tab()
        if self.isVisible():
            self.refresh()

    def _next_tab(self) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + 1) % self.tabs.count())

    def _lay_tab(self) -> None:
        tab = self.tabs.currentIndex()
        listing_draws = tab == SAMPLES and self._draw is None
        self._lists.setCurrentWidget(self.samples if listing_draws else self.table)
        self.period.setVisible(tab == PATTERNS or listing_draws)
        self.take.setVisible(listing_draws)
        self.back.setVisible(tab == SAMPLES and not listing_draws)
        self.judge.setVisible(not listing_draws)
        for widget in (self.number, self.look, self.report):
            widget.setVisible(tab == PERSON)
        self._offer_report()
        self.accesses.replace(())
        self._told.setText("")
        self._waiting.hide()
        self._tell_whole(None)
        self._whole.setVisible(not listing_draws)

    def _chosen_period(self) -> Period:
        now = datetime.now(UTC)
        return Period(now - timedelta(days=int(self.period.value or DAYS[0])), now)

    def _days(self, days: int) -> str:
        return (
            self.tr("Senaste dygnet") if days == 1 else self.tr("Senaste {n} dygnen").format(n=days)
        )

    def _nothing(self) -> EmptyState:
        return EmptyState(
            self.tr("Inget att visa"),
            self.tr("Inga åtkomster att granska finns här."),
            icon="shield-check",
        )

    def _no_draws(self) -> EmptyState:
        return EmptyState(
            self.tr("Inga stickprov än"),
            self.tr("Dra ett stickprov ur periodens åtkomster och bedöm dem en och en."),
            icon="filter",
        )

    def _lay_out(self) -> None:
        title = Text(self.tr("Loggranskning"), Type.TITLE)
        title.setProperty("heading", True)
        head = spaced(QHBoxLayout(), gap="s")
        head.addWidget(title)
        head.addStretch()
        for button in (self.back, self.report, self.judge, self.take):
            head.addWidget(button)
        asked = spaced(QHBoxLayout(), gap="m")
        asked.addWidget(self.period)
        asked.addWidget(self.number, 1)
        asked.addWidget(self.look, 0, Qt.AlignmentFlag.AlignBottom)
        asked.addStretch(1)
        column = spaced(QVBoxLayout(self), "l", "m")
        column.addLayout(head)
        column.addWidget(self.tabs)
        column.addLayout(asked)
        column.addWidget(self._waiting)
        column.addWidget(self._told)
        column.addWidget(self._lists, 1)
        column.addWidget(self._whole)

    def _listen(self) -> None:
        self.tabs.currentChanged.connect(lambda _: self._show_tab())
        self.period.chosen.connect(lambda _: self.refresh())
        self.take.clicked.connect(self._take_sample)
        self.back.clicked.connect(self._close_draw)
        self.judge.clicked.connect(self._judge)
        self.table.opened.connect(self._ask_finding)
        self.table.chosen.connect(self._tell_whole)
        self.samples.opened.connect(self._open_draw)
        self.look.clicked.connect(self.look_up)
        self.number.submitted.connect(self.look_up)
        self.number.changed.connect(lambda _: self._on_typed())
        self.report.clicked.connect(self._ask_report)
        self._tasks.changed.connect(self._on_changed)

    def _offer_report(self) -> None:
        """Only about the person whose list is in sight, and never about another."""
        offered = self.tabs.currentIndex() == PERSON and self._person is not None
        self.report.setEnabled(offered)
        self._report_key.setEnabled(offered)
        self._draw_key.setEnabled(not self.take.isHidden())

    def _ask_report(self) -> None:
        if self._person is None:
            return
        dialog = AccessReportDialog(self._tasks, self._services, self._person, kept(), parent=self)
        dialog.said.connect(self.said)
        dialog.open()

    def _on_changed(self, changes: Changes) -> None:
        if changes.of("finding") and self.isVisible():
            self.refresh()


def kept() -> Period:
    """The time for which the log must be kept, up to now."""
    now = datetime.now(UTC)
    return Period(now - timedelta(days=round(365.25 * YEARS_KEPT)), now)
