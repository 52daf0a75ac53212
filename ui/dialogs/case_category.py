"""One category of cases: its code, what it is called, whether it is still used."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kundcenter.domain.case_terms import Category, is_category
from kundcenter.domain.text import LINE_LIMIT
from ui.widgets.check import Check
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field


class CategoryDialog(Dialog):
    """What holds of all together is tried when they are published.

    The code of one that has been published stays: old cases are kept under it.
    """

    def __init__(self, known: Category | None, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("CategoryDialog", "Kategori"),
            sentence=translate(
                "CategoryDialog", "1 är en huvudkategori, 1.4 hör till den. Koden blir kvar."
            ),
            primary=translate("CategoryDialog", "Klar"),
            parent=parent,
        )
        self.code = Field(self.tr("Kod"), longest=8)
        self.name = Field(self.tr("Vad den heter"), longest=LINE_LIMIT)
        self.ended = Check(self.tr("Används inte längre, men gamla ärenden behåller den"))
        for part in (self.code, self.name, self.ended):
            self.body.addWidget(part)
        if known is not None:
            self.code.set_text(known.code)
            self.code.edit.setReadOnly(True)
            self.name.set_text(known.label)
            self.ended.setChecked(known.ended)
        (self.name if known is not None else self.code).setFocus()

    def category(self) -> Category | None:
        """What was written; None when something is missing, which is said at its field."""
        for field, words in (
            (self.code, self.tr("Skriv en kod, till exempel 1.7.")),
            (self.name, self.tr("Skriv vad kategorin heter.")),
        ):
            if not field.text().strip():
                field.show_error(words)
                field.setFocus()
                return None
        if not is_category(self.code.text().strip()):
            self.code.show_error(self.tr("Skriv en kod, till exempel 1.7."))
            self.code.setFocus()
            return None
        return Category(
            self.code.text().strip(), self.name.text().strip(), ended=self.ended.isChecked()
        )
