"""Hand a patient over by voice: the SBAR text, large, ticked off as it is read."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.domain.drafts import FormKind
from kundcenter.domain.opening import opening_at
from kundcenter.domain.referral_papers import SbarSheet
from kundcenter.domain.referrals import BOOKABLE, PRIMARY_CARE, StepKind, ToldReferral
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.errors import KundcenterError
from ui.badges import Badge
from ui.dialogs.referral_paper import ReferralPaperDialog
from ui.directory_keeper import DirectoryKeeper
from ui.kept_form import KeptForm
from ui.moments import read_moment
from ui.opening_words import opening_badge
from ui.referral_words import state_badge
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.times import clock, day_and_time
from ui.widgets.banner import Banner
from ui.widgets.beside import Beside
from ui.widgets.buttons import Button
from ui.widgets.check import Check
from ui.widgets.chip import Chip
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.page import Page
from ui.widgets.tab_order import put_in_order
from ui.widgets.text import Text

WIDE, HIGH, MARGIN = 760, 640, 48  # pixels
AROUND = 260  # pixels of the height for what stands above and beneath the page


class SbarDialog(Dialog):
    """Of one saved entry.  The referral is made when it is handed over or booked, not before.

    `ranked` is the number of the rule set and the place of what was chosen, as the card knows
    them.  `said` carries a sentence.
    """

    said = Signal(str)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        entry_id: UUID,
        ranked: tuple[int, int] = (0, 0),
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("SbarDialog", "Lämna över"),
            sentence=translate(
                "SbarDialog", "Läs högt och kryssa för det som är sagt. Läsningen är loggad."
            ),
            primary=translate("SbarDialog", "Överlämnad"),
            secondary=translate("SbarDialog", "Stäng"),
            parent=parent,
        )
        self._tasks, self._services = tasks, services
        self._entry_id, self._ranked = entry_id, ranked
        self._keeper = DirectoryKeeper.of(tasks, services)
        self._sheet: SbarSheet | None = None
        self._trouble = Banner(self.tr("Det gick inte."), ToneName.DANGER, icon="error", wrap=True)
        self._trouble.hide()
        self.where = Text("", Type.LEAD, wrap=True)
        self.opening = Chip(Badge(self.tr("Läge")))
        self.opening.hide()
        self.state = Chip(Badge(self.tr("Läge")))
        self.state.hide()
        self._page = Page("none", "m")
        self.ticks: dict[str, Check] = {}
        self.texts: dict[str, Text] = {}
        self.booked = Field(
            self.tr("Bokad tid"),
            longest=20,
            help=self.tr("Som 20:15 eller 2026-11-21 20:15. Tomt: ingen tid bokas."),
        )
        self.booked.hide()
        self.receiver = Field(
            self.tr("Vem tar emot?"),
            placeholder=self.tr("Namn och befattning"),
            longest=LINE_LIMIT,
        )
        self.print = Button(self.tr("Skriv ut till mottagaren"), icon="print")
        self.print.clicked.connect(self._print)
        self.steps = Text("", Type.SMALL, role="muted", wrap=True)
        marks = spaced(QHBoxLayout(), gap="s")
        for mark in (self.opening, self.state):
            marks.addWidget(mark)
        marks.addStretch()
        parts = QWidget()  # of its own, so that Tab comes to what is put in later first
        self._read = spaced(QVBoxLayout(parts), gap="m")
        # All of it scrolls: a long text, or a large one, leaves the buttons in sight.
        page = self._page.body
        page.addWidget(self.where)
        page.addLayout(marks)
        page.addWidget(self.steps)
        page.addWidget(parts)
        page.addWidget(Beside(self.receiver, self.booked))
        page.addWidget(self.print, 0, Qt.AlignmentFlag.AlignLeft)
        page.addStretch()
        spaced(self.body, gap="m")
        self.body.addWidget(self._trouble)
        self.body.addWidget(self._page, 1)
        self.confirmed.connect(self._hand_over)
        self._fit(parent)
        KeptForm(
            self,
            tasks,
            services,
            (FormKind.REFERRAL, entry_id),
            {"receiver": self.receiver, "booked": self.booked},
        )
        self._look()

    # -- what is read --------------------------------------------------------------------------

    def _look(self) -> None:
        self.set_busy(True)
        verb = partial(self._services.referrals.to_read, self._entry_id)
        self._tasks.run(self, verb, self._show, self._refuse)

    def _show(self, sheet: SbarSheet) -> None:
        self.set_busy(False)
        self._sheet = sheet
        self._show_where(sheet)
        first = not self.ticks
        for part in sheet.parts:
            if part.key not in self.ticks:
                self._add_part(part.key, part.heading)
            self.texts[part.key].setText(part.text)
        if first:
            put_in_order(self._inside, self.secondary, self.primary)
            self.ticks[sheet.parts[0].key].setFocus(Qt.FocusReason.OtherFocusReason)
        self.booked.setVisible(self._bookable(sheet.outcome) and sheet.card is not None)
        self.steps.setText("\n".join(self._told(sheet.current)))
        self.steps.setVisible(bool(self.steps.text()))
        if not sheet.outcome:
            self.set_busy(True)
            self._say(self.tr("Anteckningen säger inte vart patienten hänvisas. Fyll i det först."))

    def _add_part(self, key: str, heading: str) -> None:
        tick = Check(f"{key} – {heading}")
        tick.toggled.connect(lambda _: self._trouble.hide())
        text = Text("", Type.LEAD, wrap=True)
        box = spaced(QVBoxLayout(), gap="xs")
        box.addWidget(tick)
        box.addWidget(text)
        self._read.addLayout(box)
        self.ticks[key], self.texts[key] = tick, text

    def _show_where(self, sheet: SbarSheet) -> None:
        card = sheet.card
        name = card.unit.name if card is not None else ""
        self.where.setText(": ".join(filter(None, (sheet.destination, name))))
        if card is not None:
            self.opening.show_badge(
                opening_badge(opening_at(card.details.hours, sheet.at), sheet.at)
            )
            self.opening.show()
        if sheet.current is not None:
            self.state.show_badge(state_badge(sheet.current.referral.state))
            self.state.show()

    def _told(self, told: ToldReferral | None) -> list[str]:
        """What has happened, a line each."""
        words = {
            StepKind.MADE: self.tr("{at} hänvisad"),
            StepKind.BOOKED: self.tr("{at} tid bokad"),
            StepKind.HANDED_OVER: self.tr("{at} överlämnad till {receiver}"),
            StepKind.PRINTED: self.tr("{at} utskriven till {receiver}"),
            StepKind.REACHED: self.tr("{at} nådd"),
            StepKind.NOT_REACHED: self.tr("{at} ej nådd"),
            StepKind.CANCELLED: self.tr("{at} avbokad"),
        }
        lines = [
            words[step.kind].format(at=clock(step.at), receiver=step.receiver)
            for step in (told.steps if told is not None else ())
        ]
        if told is not None and told.referral.booked_at is not None:
            booked = self.tr("Bokad tid: {at}")
            lines.append(booked.format(at=day_and_time(told.referral.booked_at)))
        return lines

    def _bookable(self, outcome: str) -> bool:
        primary = self._services.guiding.book_primary_care
        return outcome in (BOOKABLE | PRIMARY_CARE if primary else BOOKABLE)

    # -- what is done --------------------------------------------------------------------------

    def _hand_over(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        booked_at: datetime | None = None
        if not self.booked.isHidden() and self.booked.text().strip():
            try:
                booked_at = read_moment(self.booked.text(), sheet.at)
            except ValueError:
                self._wrong(self.booked, self.tr("Skriv tiden som 20:15 eller 2026-11-21 20:15."))
                return
        read = tuple(key for key, tick in self.ticks.items() if tick.isChecked())
        if read and not self.receiver.text().strip():
            self._wrong(self.receiver, self.tr("Skriv vem som tar emot."))
            return
        if not read and booked_at is None:
            self._say(self.tr("Kryssa för det som är sagt, eller boka en tid."))
            return
        self.set_busy(True)
        work = partial(
            _handed_over,
            self._services,
            sheet,
            self._ranked,
            booked_at,
            receiver=self.receiver.text(),
            read=read,
        )
        self._tasks.run(self, work, lambda _: self._done(), self._refuse)

    def _done(self) -> None:
        self.said.emit(self.tr("Överlämningen är noterad."))
        self.accept()

    def _print(self) -> None:
        """The page is of a referral: it is made first, if nobody has."""
        if self._sheet is None or not self._sheet.outcome:
            return
        self.set_busy(True)
        work = partial(_made, self._services, self._sheet, self._ranked, None)
        self._tasks.run(self, work, self._show_paper, self._refuse)

    def _show_paper(self, referral_id: UUID) -> None:
        self.set_busy(False)
        dialog = ReferralPaperDialog(
            self._tasks, self._services, referral_id, self.receiver.text(), parent=self
        )
        dialog.said.connect(self.said)
        dialog.finished.connect(lambda _: self._look())
        dialog.open()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        if error.code in {"referral.booked_in_past", "referral.booked_when_closed"}:
            self._wrong(self.booked, sentence(error))
        else:
            self._say(sentence(error))

    def _wrong(self, field: Field, words: str) -> None:
        field.show_error(words)
        field.setFocus()

    def _say(self, words: str) -> None:
        self._trouble.say(words)
        self._trouble.show()

    def _fit(self, parent: QWidget | None) -> None:
        scale = current().metrics.scale
        room = parent.window().size() if parent is not None else self.size()
        self.setMinimumWidth(min(round(WIDE * scale), max(440, room.width() - MARGIN)))
        beside = round(AROUND * scale)
        self._page.setMinimumHeight(min(round(HIGH * scale), max(160, room.height() - beside)))


def _made(
    services: Services, sheet: SbarSheet, ranked: tuple[int, int], booked_at: datetime | None
) -> UUID:
    """On the store's thread: the referral to where the entry guides, made if nobody has."""
    primary = services.guiding.book_primary_care
    if sheet.current is None:
        rules, rank = ranked
        changes = services.referrals.make(
            sheet.entry.id, rules=rules, rank=rank, booked_at=booked_at, allow_primary=primary
        )
        return changes.of("referral")[-1]  # what was cancelled by it comes before
    if booked_at is not None:
        services.referrals.book(sheet.current.referral.id, booked_at, allow_primary=primary)
    return sheet.current.referral.id


def _handed_over(
    services: Services,
    sheet: SbarSheet,
    ranked: tuple[int, int],
    booked_at: datetime | None,
    *,
    receiver: str,
    read: tuple[str, ...],
) -> None:
    """On the store's thread.  What was done before something was refused stands."""
    referral_id = _made(services, sheet, ranked, booked_at)
    if read:
        services.referrals.hand_over(referral_id, receiver, read)
