"""Say that somebody is away: why, from when, until when, and who stands in; and that they are back.

Why is personal data: whoever calls is told when somebody is back, not always why (DOMAIN §14).
"""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.switchboard.absences import (
    UNSAID,
    Absence,
    AbsenceDraft,
    AbsenceReason,
)
from kundcenter.domain.switchboard.contacts import Contact
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.errors import KundcenterError
from ui.dialogs.switchboard.contact_finder import ContactFinder
from ui.labels import label
from ui.moments import read_moment, tomorrow
from ui.records import Column, RecordModel
from ui.services import Services
from ui.switchboard.board_keeper import BoardKeeper
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.look import current
from ui.theme.space import spaced
from ui.times import lately
from ui.widgets.buttons import Button
from ui.widgets.combo import Combo, Option
from ui.widgets.dialog import Dialog
from ui.widgets.empty import EmptyState
from ui.widgets.field import Field
from ui.widgets.labelled import Labelled
from ui.widgets.page import Page
from ui.widgets.table import RecordTable

WIDE, HIGH = 1040, 520  # pixels
ROWS = 3  # absences in sight
TOP = Qt.AlignmentFlag.AlignTop


class AbsenceDialog(Dialog):
    """`said` carries a sentence for a notice.  It is closed when an absence has been set."""

    said = Signal(str)

    def __init__(
        self, tasks: Tasks, services: Services, contact: Contact, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("AbsenceDialog", "Frånvaro: {name}").format(name=contact.name),
            sentence=translate(
                "AbsenceDialog",
                "Den som ringer får veta när personen är åter. Sjukdom och ledighet sägs aldrig.",
            ),
            primary=translate("AbsenceDialog", "Anteckna frånvaro"),
            parent=parent,
        )
        self._tasks, self._services, self.contact = tasks, services, contact
        self._keeper = BoardKeeper.of(tasks, services)
        self.reason = Combo(
            self.tr("Orsak"), [Option(each, _named(each)) for each in AbsenceReason]
        )
        self.starts = Field(
            self.tr("Från"), longest=20, help=self.tr("Tomt: från nu."), placeholder=self.tr("nu")
        )
        example = f"{tomorrow(self._keeper.now)} 08:00"
        self.back = Field(
            self.tr("Åter"),
            longest=20,
            help=self.tr("Som 13:00 eller {example}. Tomt: okänt.").format(example=example),
        )
        self.comment = Field(self.tr("Kommentar"), longest=LINE_LIMIT)
        self.deputy = ContactFinder(self.tr("Ersätts av"), self._keeper, without=contact.id)
        self._empty = EmptyState(self.tr("Ingen frånvaro är antecknad"), icon="calendar")
        self.model = RecordModel[Absence](
            (
                Column(self.tr("Orsak"), lambda each: _named(each.reason), width=14),
                Column(self.tr("Från"), lambda each: self._when(each.starts_at), width=14),
                Column(self.tr("Åter"), lambda each: self._when(each.back_at), width=14),
                Column(self.tr("Ersätts av"), self._deputy_name),
            ),
            key=lambda each: each.id,
            parent=self,
        )
        self.table = RecordTable(self.tr("Antecknad frånvaro"), self.model, empty=self._empty)
        self.end = Button(self.tr("Åter, eller stryk"), icon="check", keys="Delete")
        self._lay_out()
        self.reason.choose(AbsenceReason.MEETING)
        self.confirmed.connect(self._set)
        self.end.clicked.connect(self._end)
        self.table.chosen.connect(lambda _: self._show_acts())
        erase = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table, self.end.click)
        erase.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._keeper.changed.connect(self._show)
        self._keeper.aged.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        left, right = (spaced(QVBoxLayout(), gap="m") for _ in range(2))
        left.addWidget(self.reason)
        times = spaced(QHBoxLayout(), gap="m")
        for field in (self.starts, self.back):
            times.addWidget(field, 1, TOP)
        left.addLayout(times)
        left.addWidget(self.comment)
        left.addStretch()
        right.addWidget(self.deputy)
        right.addStretch()
        page = Page("none", "m")
        both = spaced(QHBoxLayout(), gap="l")
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        held = QWidget()
        held.setLayout(both)
        page.body.addWidget(held)
        row = current().metrics.row
        self.table.setMinimumHeight((ROWS + 1) * row)
        page.body.addWidget(self.table)
        page.body.addStretch(1)
        self.body.addWidget(page, 1)
        self.add_act(self.end)
        self.fit_page(page, WIDE, HIGH)

    # -- what is there already -----------------------------------------------------------------

    def _show(self) -> None:
        self.model.replace(self._keeper.absences_of(self.contact.id))
        self._show_acts()

    def _show_acts(self) -> None:
        if self.table.current is None and self.model.records:
            self.table.selectRow(0)
        self.end.setEnabled(self.table.current is not None)

    def _end(self) -> None:
        absence: Absence | None = self.table.current
        if absence is None:
            return
        began = absence.holds(self._keeper.now)
        words = self.tr("{name} är åter.") if began else self.tr("Frånvaron för {name} är struken.")
        verb = partial(self._services.absences.end, absence.id)
        then = partial(self._ended, words.format(name=self.contact.name))
        self.set_busy(True)
        self._tasks.run(self, verb, then, self._refuse)

    def _ended(self, words: str, _: Changes) -> None:
        self.set_busy(False)
        self.said.emit(words)

    def _when(self, at: datetime | None) -> str:
        return self.tr("Okänt") if at is None else lately(at, self._keeper.now)

    def _deputy_name(self, absence: Absence) -> str:
        found = self._keeper.contact(absence.deputy_id)
        return found.name if found is not None else ""

    # -- a new one -----------------------------------------------------------------------------

    def draft(self) -> AbsenceDraft | None:
        """What was written; None when something is wrong, which is said at its field."""
        moments: list[datetime | None] = []
        after = self._keeper.now  # a time without a day is the next one after this
        for field in (self.starts, self.back):
            written = field.text().strip()
            try:
                moments.append(read_moment(written, after) if written else None)
            except ValueError:
                self._wrong(field, self.tr("Skriv tiden som 18:00 eller 2026-11-21 18:00."))
                return None
            after = max(after, moments[-1] or after)
        starts, back = moments
        if back is not None and back <= max(starts or self._keeper.now, self._keeper.now):
            self._wrong(self.back, self.tr("Den tiden ligger före början, eller har varit."))
            return None
        deputy = self.deputy.contact
        if deputy is None and self.deputy.field.text().strip():
            self.deputy.show_error(self.tr("Ingen sådan finns i katalogerna."))
            return None
        return AbsenceDraft(
            reason=AbsenceReason(self.reason.value or AbsenceReason.OTHER),
            starts_at=starts,
            back_at=back,
            deputy_id=deputy.id if deputy is not None else None,
            comment=self.comment.text(),
        )

    def _set(self) -> None:
        draft = self.draft()
        if draft is None:
            return
        self.set_busy(True)
        verb = partial(self._services.absences.set, self.contact.id, draft)
        self._tasks.run(self, verb, lambda _: self._done(), self._refuse)

    def _done(self) -> None:
        words = self.tr("Frånvaron för {name} är antecknad.")
        self.said.emit(words.format(name=self.contact.name))
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        fields: dict[str, Labelled] = {"starts_at": self.starts, "back_at": self.back}
        self._wrong(fields.get(str(error.facts.get("field", "")), self.comment), sentence(error))

    def _wrong(self, field: Labelled, words: str) -> None:
        field.show_error(words)
        field.setFocus()


def _named(reason: AbsenceReason) -> str:
    """The reason, and whether it is one that is said to nobody."""
    if reason not in UNSAID:
        return label(reason)
    words = QCoreApplication.translate("AbsenceDialog", "{reason} (sägs inte)")
    return words.format(reason=label(reason))
