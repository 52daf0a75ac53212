"""What those who asked about persons were answered: one's own, or everybody's for who leads.

No person is named: whoever needs to know opens the record, which leaves its own mark.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kundcenter.domain.access import Function
from kundcenter.domain.switchboard.inquiries import Answer, DisclosureGround, Inquiry
from kundcenter.errors import KundcenterError
from ui.badges import Badge
from ui.directory_keeper import DirectoryKeeper
from ui.labels import label
from ui.records import Column, RecordModel
from ui.services import Services
from ui.switchboard.board_keeper import BoardKeeper
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.times import day_and_time
from ui.widgets.dialog import Dialog
from ui.widgets.empty import EmptyState
from ui.widgets.page import Page
from ui.widgets.table import RecordTable
from ui.widgets.text import Text

WIDE, HIGH = 1080, 480  # pixels
LINES, FEW = 9, 4  # in sight; the fewer in large text
LARGE = 1.25

Read = tuple[tuple[Inquiry, ...], Mapping[UUID, str]]


class InquiriesDialog(Dialog):
    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("InquiriesDialog", "Frågor om personer"),
            sentence=translate("InquiriesDialog", "De senaste femtio. Ingen person nämns."),
            primary=translate("InquiriesDialog", "Stäng"),
            parent=parent,
        )
        self._services = services
        self._board = BoardKeeper.of(tasks, services)
        self._units = DirectoryKeeper.of(tasks, services)
        self._names: Mapping[UUID, str] = {}
        self.model = RecordModel[Inquiry](
            (
                Column(
                    self.tr("När"),
                    lambda each: day_and_time(each.at),
                    sort=lambda each: each.at,
                    figures=True,
                    width=16,
                ),
                Column(self.tr("Svarade"), self._by, width=18),
                Column(self.tr("Vem frågade"), lambda each: label(each.draft.asker), width=16),
                Column(self.tr("Om vad"), lambda each: label(each.draft.asked)),
                Column(
                    self.tr("Svar"),
                    lambda each: self._answer(each).text,
                    badge=self._answer,
                    width=26,
                ),
            ),
            key=lambda each: each.id,
            parent=self,
        )
        self._empty = EmptyState(self.tr("Hämtar frågorna"), icon="list")
        self.table = RecordTable(self.tr("Frågor om personer"), self.model, empty=self._empty)
        lines = FEW if current().metrics.scale >= LARGE else LINES
        self.table.setFixedHeight(round((lines + 1) * current().metrics.row))
        self.told = Text("", wrap=True)
        page = Page("none", "m")
        page.body.addWidget(self.table)
        page.body.addWidget(self.told)
        page.body.addStretch(1)
        self.body.addWidget(page, 1)
        self.fit_page(page, WIDE, HIGH)
        self.secondary.hide()
        self.confirmed.connect(self.accept)
        self.table.chosen.connect(lambda _: self._show_one())
        work = partial(_read, services, self._units.may(Function.WORK_CALLS))
        tasks.run(self, work, self._show, self._refuse)

    def _by(self, each: Inquiry) -> str:
        return self._names.get(each.by, "–")

    def _answer(self, each: Inquiry) -> Badge:
        words = label(each.draft.answer)
        if each.draft.answer is Answer.DISCLOSED:
            tone = ToneName.DANGER if each.protected else ToneName.WARNING
            return Badge(words, tone, "warning")
        return Badge(words, ToneName.NEUTRAL, "lock" if each.protected else "check")

    def _show(self, read: Read) -> None:
        found, self._names = read
        self._empty.say(self.tr("Ingen har frågat"), icon="list")
        self.model.replace(found)
        if found:
            self.table.selectRow(0)
        self._show_one()

    def _show_one(self) -> None:
        each = self.table.current
        if not isinstance(each, Inquiry):
            self.told.setText("")
            return
        draft = each.draft
        parts = []
        if each.protected:
            parts.append(self.tr("Personen hade skyddade personuppgifter."))
        if draft.who:
            parts.append(self.tr("Den som frågade: {who}.").format(who=draft.who))
        if draft.called_back is not None:
            parts.append(self.tr("Motringd: {name}.").format(name=self._rung(draft.called_back)))
        if draft.ground is not DisclosureGround.NONE:
            parts.append(self.tr("Grund: {ground}.").format(ground=label(draft.ground)))
        if draft.reason:
            parts.append(self.tr("Skäl: {reason}").format(reason=draft.reason))
        self.told.setText("\n".join(parts))

    def _rung(self, id: UUID) -> str:
        contact = self._board.contact(id)
        return contact.name if contact is not None else self._units.name(id) or "–"

    def _refuse(self, error: KundcenterError) -> None:
        self._empty.say(sentence(error), icon="warning")


def _read(services: Services, names: bool) -> Read:
    """On the store's thread.  Who reviews the log sees no list of colleagues."""
    found = services.inquiries.latest()
    known = {each.id: each.name for each in services.calls.colleagues()} if names else {}
    me = services.operators.me()
    return found, {**known, me.id: me.name}
