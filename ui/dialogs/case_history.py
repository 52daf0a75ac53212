"""What every field of a case has been: who wrote what and when, and where two differed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kundcenter.domain.case_codes import CaseField, EditOutcome
from kundcenter.domain.cases import CaseEdit, ToldCase
from ui.badges import Badge, Shape
from ui.labels import label
from ui.records import Column, RecordModel
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.times import day_and_time
from ui.widgets.combo import Combo, Option
from ui.widgets.dialog import MARGIN, Dialog
from ui.widgets.empty import EmptyState
from ui.widgets.table import RecordTable
from ui.widgets.text_area import TextArea

WIDE, HIGH, LOWEST = 900, 240, 120  # pixels
AROUND = 400  # above and beneath the list
EVERY = "every"
_MARKS = {
    EditOutcome.APPLIED: (ToneName.SUCCESS, "check"),
    EditOutcome.SAME: (ToneName.NEUTRAL, Shape.RING),
    EditOutcome.CONFLICT: (ToneName.WARNING, "warning"),
    EditOutcome.CHOSEN: (ToneName.INFO, "check-circle"),
}
Said = Callable[[CaseField, str], str]


class CaseHistoryDialog(Dialog):
    """Nothing can be changed here; the newest first.  It was read with the case, and is no look
    of its own.
    """

    def __init__(
        self,
        told: ToldCase,
        said: Said,
        field: CaseField | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Of `field` first, if it has one."""
        translate = QCoreApplication.translate
        super().__init__(
            translate("CaseHistoryDialog", "Fältens historik"),
            primary=translate("CaseHistoryDialog", "Stäng"),
            parent=parent,
        )
        self.secondary.hide()
        self.confirmed.connect(self.accept)
        self._told, self._said = told, said
        self.field = Combo(self.tr("Fält"))
        fields = sorted({each.name for each in told.edits}, key=list(CaseField).index)
        every = Option(EVERY, self.tr("Alla fält"))
        self.field.set_options([every, *(Option(each, label(each)) for each in fields)])
        self.field.choose(field if field in fields else EVERY)
        self.field.chosen.connect(lambda _: self._show())
        self.model = RecordModel[CaseEdit](
            (
                Column(self.tr("När"), lambda each: day_and_time(each.at), width=16, figures=True),
                Column(self.tr("Fält"), lambda each: label(each.name), width=18),
                Column(self.tr("Skrev"), self._new, tip=self._new),
                Column(self.tr("Vem"), lambda each: told.names.get(each.by, "–"), width=16),
                Column(
                    self.tr("Blev"),
                    lambda each: label(each.outcome),
                    badge=lambda each: Badge(label(each.outcome), *_MARKS[each.outcome]),
                    width=10,
                ),
            ),
            key=lambda each: each.id,
            parent=self,
        )
        empty = EmptyState(self.tr("Inget fält har ändrats sedan ärendet togs in"), icon="clock")
        self.table = RecordTable(self.tr("Ändringar"), self.model, empty=empty)
        self.table.chosen.connect(self._tell)
        self.what = TextArea(self.tr("Hela ändringen"), fewest=4, most=8)
        self.what.edit.setReadOnly(True)
        self.body.addWidget(self.field)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.what)
        scale, host = current().metrics.scale, self.host
        wide, high = round(WIDE * scale), round(HIGH * scale)
        if host is not None:
            wide = min(wide, host.width() - MARGIN)
            high = max(LOWEST, min(high, host.height() - round(AROUND * scale)))
        self.setMinimumWidth(wide)
        self.table.setMinimumHeight(high)
        self._show()

    def _show(self) -> None:
        wanted = self.field.value
        rows = [each for each in self._told.edits if wanted in {EVERY, each.name, None}]
        self.model.replace(sorted(rows, key=lambda each: each.at, reverse=True))
        self.table.setFocus()
        if rows:
            self.table.selectRow(0)

    def _new(self, edit: CaseEdit) -> str:
        return self._said(edit.name, edit.new).replace("\n", " ")

    def _tell(self, edit: CaseEdit | None) -> None:
        if edit is None:
            self.what.set_text("")
            return
        pairs = [(self.tr("Såg"), edit.old), (self.tr("Skrev"), edit.new)]
        if edit.stood != edit.old:
            pairs.insert(1, (self.tr("Där stod"), edit.stood))
        line = self.tr("{what}: {value}")
        self.what.set_text(
            "\n".join(
                line.format(what=what, value=self._said(edit.name, value)) for what, value in pairs
            )
        )
