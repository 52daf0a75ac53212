"""One greeting, one template of messages: written in a dialog of its own."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kundcenter.domain.snippet_text import SnippetTextWrong, parse
from kundcenter.domain.switchboard.modes import Mode
from kundcenter.domain.switchboard.terms import (
    GREETING_LIMIT,
    NAME,
    QUEUE_LIMIT,
    TEMPLATE_LIMIT,
    TITLE_LIMIT,
    Greeting,
    Template,
)
from ui.badges import Badge
from ui.dialogs.unit_rows import read_number
from ui.labels import label
from ui.numbers import shown_number
from ui.switchboard.mode_words import LOOKS
from ui.texts import sentence
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.widgets.beside import Beside
from ui.widgets.check import Check
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.labelled import Labelled
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea

WIDE = 720  # pixels
CODE = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
ANY = "any"
_BRACES = re.compile(r"[{}]")


class GreetingDialog(Dialog):
    """`example` is a given name, with which the greeting is shown as it will be said."""

    def __init__(self, known: Greeting | None, example: str, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("GreetingDialog", "Hälsning"),
            sentence=translate(
                "GreetingDialog",
                "Den som gäller ett visst nummer går före den som gäller en kö. Tomt: alla.",
            ),
            primary=translate("GreetingDialog", "Klar"),
            parent=parent,
        )
        self._example = example
        self.text = TextArea(
            self.tr("Vad som sägs"),
            fewest=2,
            most=4,
            longest=GREETING_LIMIT,
            help=self.tr("{namn} blir operatörens förnamn."),
        )
        self.said = Text("", Type.STRONG, wrap=True)
        self.called = Field(self.tr("Uppringt nummer"), longest=32)
        self.queue = Field(self.tr("Kö"), longest=QUEUE_LIMIT)
        self.mode = ChoiceRow(
            self.tr("Läge"),
            [
                Choice(ANY, Badge(self.tr("Alla"))),
                *(Choice(each, Badge(label(each), icon=LOOKS[each][1])) for each in Mode),
            ],
        )
        for part in (self.text, self.said, Beside(self.called, self.queue), self.mode):
            self.body.addWidget(part)
        self.setMinimumWidth(round(WIDE * current().metrics.scale))
        self.mode.choose(known.mode or ANY if known is not None else ANY)
        if known is not None:
            self.text.set_text(known.text)
            self.called.set_text(shown_number(known.called) if known.called else "")
            self.queue.set_text(known.queue)
        self.text.changed.connect(self._show_said)
        self._show_said()
        self.text.setFocus()

    def _show_said(self) -> None:
        words = " ".join(self.text.text().split()).replace(NAME, self._example)
        self.said.setText(self.tr("Så låter det: {words}").format(words=words))

    def greeting(self) -> Greeting | None:
        """What was written; None when something is wrong, which is said at its field."""
        text = " ".join(self.text.text().split())
        if not text:
            _wrong(self.text, self.tr("Skriv vad som sägs."))
            return None
        if _BRACES.search(text.replace(NAME, "")):
            _wrong(self.text, self.tr("Mellan klamrar kan bara {namn} stå."))
            return None
        number = read_number(self.called, needed=False)
        if number is None:
            return None
        value = self.mode.value or ANY
        mode = None if value == ANY else Mode(value)
        return Greeting(text, number, " ".join(self.queue.text().split()), mode)


class TemplateDialog(Dialog):
    """The code of one that has been published stays: messages are kept with it."""

    def __init__(
        self, known: Template | None, taken: frozenset[str], parent: QWidget | None = None
    ) -> None:
        """`taken` are the codes of the others."""
        translate = QCoreApplication.translate
        super().__init__(
            translate("TemplateDialog", "Mall för meddelanden"),
            sentence=translate(
                "TemplateDialog",
                "[[vem]] blir en lucka att fylla i, [[när=i dag]] en som står om ingen ändrar den.",
            ),
            primary=translate("TemplateDialog", "Klar"),
            parent=parent,
        )
        self._taken = taken
        self.code = Field(
            self.tr("Kod"), longest=40, help=self.tr("Små bokstäver a–z och siffror: ring-upp")
        )
        self.name = Field(self.tr("Vad den heter"), longest=TITLE_LIMIT)
        self.text = TextArea(self.tr("Text"), fewest=3, most=8, longest=TEMPLATE_LIMIT)
        self.urgent = Check(self.tr("Brådskande från början"))
        self.ended = Check(self.tr("Erbjuds inte längre"))
        for part in (Beside(self.code, self.name), self.text, self.urgent, self.ended):
            self.body.addWidget(part)
        self.setMinimumWidth(round(WIDE * current().metrics.scale))
        if known is not None:
            self.code.set_text(known.code)
            self.code.edit.setReadOnly(True)
            self.name.set_text(known.title)
            self.text.set_text(known.text)
            self.urgent.setChecked(known.urgent)
            self.ended.setChecked(known.ended)
        (self.name if known is not None else self.code).setFocus()

    def template(self) -> Template | None:
        """What was written; None when something is wrong, which is said at its field."""
        code, name, text = (each.text().strip() for each in (self.code, self.name, self.text))
        if not CODE.fullmatch(code):
            _wrong(self.code, self.tr("Skriv en kod av små bokstäver a–z och siffror."))
            return None
        if code in self._taken:
            _wrong(self.code, self.tr("Koden är upptagen."))
            return None
        if not name:
            _wrong(self.name, self.tr("Skriv vad mallen heter."))
            return None
        if not text:
            _wrong(self.text, self.tr("Skriv mallens text."))
            return None
        try:
            parse(text)
        except SnippetTextWrong as error:
            _wrong(self.text, sentence(error))
            return None
        return Template(
            code, name, text, urgent=self.urgent.isChecked(), ended=self.ended.isChecked()
        )


def _wrong(field: Labelled, words: str) -> None:
    field.show_error(words)
    field.setFocus()
