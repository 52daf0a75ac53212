"""Write a snippet: its code, whose it is, its text with holes, and how it will look."""

from __future__ import annotations

from datetime import UTC, date, datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.domain.snippet_text import BODY_LIMIT, SnippetTextWrong, filled, parse
from kundcenter.domain.snippets import (
    CODE_LIMIT,
    TITLE_LIMIT,
    NoteField,
    Scope,
    Setting,
    Snippet,
    SnippetCodeInvalid,
    SnippetCodeTaken,
    SnippetNeedsUnit,
    Wording,
)
from kundcenter.errors import KundcenterError
from ui.labels import label
from ui.snippet_words import explained
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.check import Check
from ui.widgets.combo import Combo, Option
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.labelled import Labelled
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea

WIDE = 920  # pixels: the text and its help stand beside each other
WIDEST = 1200  # of the 1280 that there are at least


class FieldBoxes(Labelled):
    """A box for each field of a note that the snippet is meant for."""

    def __init__(self, fields: frozenset[NoteField], parent: QWidget | None = None) -> None:
        inside = QWidget()
        grid = spaced(QGridLayout(inside), gap="s")
        self._boxes = {field: Check(label(field)) for field in NoteField}
        for at, (field, box) in enumerate(self._boxes.items()):
            box.setChecked(field in fields)
            grid.addWidget(box, at // 2, at % 2)
        words = QCoreApplication.translate("FieldBoxes", "Passar i (annars överallt)")
        super().__init__(words, inside, parent=parent)
        self.setFocusProxy(next(iter(self._boxes.values())))

    @property
    def chosen(self) -> frozenset[NoteField]:
        return frozenset(field for field, box in self._boxes.items() if box.isChecked())


class SnippetDialog(Dialog):
    """A new snippet, or another wording of one; then its level stays."""

    def __init__(self, snippet: Snippet | None = None, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("SnippetDialog", "Ändra fras")
            if snippet
            else translate("SnippetDialog", "Ny fras"),
            primary=translate("SnippetDialog", "Spara"),
            parent=parent,
        )
        self.snippet = snippet
        self.code = Field(
            self.tr("Kod"), longest=CODE_LIMIT, help=self.tr("Skrivs efter ; i texten.")
        )
        self.title = Field(self.tr("Rubrik"), longest=TITLE_LIMIT)
        self.scope = Combo(self.tr("Nivå"), [Option(scope, label(scope)) for scope in Scope])
        self.review = Field(
            self.tr("Granskas senast"), longest=10, placeholder=self.tr("ÅÅÅÅ-MM-DD")
        )
        self.fits = FieldBoxes(snippet.fields if snippet else frozenset())
        self.text = TextArea(self.tr("Text"), fewest=5, most=10, longest=BODY_LIMIT)
        self.preview = TextArea(self.tr("Så här blir den"), fewest=3, most=5)
        self.preview.edit.setReadOnly(True)
        self._lay_out()
        self.text.changed.connect(self._show_preview)
        self.scope.choose(snippet.scope if snippet else Scope.PERSONAL)
        if snippet is not None:
            self.scope.setEnabled(False)
            self.code.set_text(snippet.code)
            self.title.set_text(snippet.title)
            self.review.set_text(snippet.review_on.isoformat() if snippet.review_on else "")
            self.text.set_text(snippet.body)
        self._show_preview()

    @property
    def chosen_scope(self) -> Scope:
        return Scope(self.scope.value or Scope.PERSONAL)

    def wording(self) -> Wording | None:
        """What was written; None when the day is no day, which is then said."""
        day = self.review.text().strip()
        try:
            review_on = date.fromisoformat(day) if day else None
        except ValueError:
            self.review.show_error(self.tr("Skriv dagen som 2027-01-31."))
            self.review.setFocus()
            return None
        return Wording(
            self.code.text(),
            self.title.text().strip(),
            self.text.text(),
            review_on,
            self.fits.chosen,
        )

    def refuse(self, error: KundcenterError) -> None:
        """Say what is wrong at the field that it is about."""
        self.set_busy(False)
        field: Labelled = self.text
        if isinstance(error, SnippetCodeInvalid | SnippetCodeTaken):
            field = self.code
        elif isinstance(error, SnippetNeedsUnit):
            field = self.scope
        elif error.facts.get("field") == "title":
            field = self.title
        field.show_error(explained(error))
        field.setFocus()

    def _lay_out(self) -> None:
        first, second = (spaced(QHBoxLayout(), gap="m") for _ in range(2))
        for field, share in ((self.code, 1), (self.title, 2)):
            first.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
        for each in (self.scope, self.review):
            second.addWidget(each, 1, Qt.AlignmentFlag.AlignTop)
        left, right = (spaced(QVBoxLayout(), gap="m") for _ in range(2))
        left.addLayout(first)
        left.addLayout(second)
        left.addWidget(self.text, 1)
        right.addWidget(self.fits)
        right.addWidget(self.preview)
        right.addStretch()
        both = spaced(QHBoxLayout(), gap="l")
        both.addLayout(left, 3)
        both.addLayout(right, 2)
        self.body.addLayout(both)
        help = spaced(QHBoxLayout(), gap="l")
        for words in self._help():
            help.addWidget(Text(words, Type.SMALL, role="muted"), 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(help)
        self.setMinimumWidth(min(WIDEST, round(WIDE * current().metrics.scale)))

    def _help(self) -> tuple[str, str]:
        """The language of snippets in eight lines, which need no wrapping."""
        return (
            self.tr(
                "[[ledtext]] lucka att fylla i\n"
                "[[ledtext=38]] lucka med en text som står kvar\n"
                "[[0–3 dygn|>3 dygn]] val med siffra\n"
                "[[!ledtext]] måste fyllas i före signering"
            ),
            self.tr(
                "[? Tar [[läkemedel]]. ?] försvinner om den inte används\n"
                "{{patient.age}} {{patient.name}} {{patient.sex}}\n"
                "{{unit}} {{today}} {{time}} {{operator}} fylls i\n"
                "\\ före ett tecken gör det till vanlig text"
            ),
        )

    def _show_preview(self) -> None:
        """As it is inserted, or what is wrong with it; an empty text is not wrong yet."""
        try:
            shown = filled(parse(self.text.text()), Setting(datetime.now(UTC)).values())
        except SnippetTextWrong as error:
            self.preview.show_error(explained(error))
            return
        self.preview.clear_error()
        self.preview.set_text(shown)
