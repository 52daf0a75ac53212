"""The words for what is wrong with a snippet's text or with a row of a file of snippets."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kundcenter.domain.snippet_files import Fault, RowFault
from kundcenter.domain.snippet_text import SnippetTextWrong, TextFault
from kundcenter.errors import KundcenterError
from ui.texts import sentence

_TEXT_FAULTS: dict[TextFault, object] = {
    TextFault.UNCLOSED_VARIABLE: QT_TRANSLATE_NOOP("snippets", "variabeln saknar }} på slutet"),
    TextFault.UNCLOSED_HOLE: QT_TRANSLATE_NOOP("snippets", "luckan saknar ]] på samma rad"),
    TextFault.UNCLOSED_PART: QT_TRANSLATE_NOOP("snippets", "den valfria delen saknar ?]"),
    TextFault.UNKNOWN_VARIABLE: QT_TRANSLATE_NOOP("snippets", "variabeln finns inte"),
    TextFault.EMPTY_HOLE: QT_TRANSLATE_NOOP("snippets", "luckan är tom"),
    TextFault.EMPTY_CHOICE: QT_TRANSLATE_NOOP("snippets", "ett av valen är tomt"),
    TextFault.MANY_CHOICES: QT_TRANSLATE_NOOP("snippets", "det är fler än nio val"),
    TextFault.NESTED: QT_TRANSLATE_NOOP("snippets", "en lucka eller en del står i en annan"),
    TextFault.PART_WITHOUT_HOLE: QT_TRANSLATE_NOOP("snippets", "den valfria delen har ingen lucka"),
    TextFault.PART_END_ALONE: QT_TRANSLATE_NOOP("snippets", "?] står utan [? före"),
    TextFault.MARK: QT_TRANSLATE_NOOP("snippets", "tecknen ⟦ ⟧ ⟪ ⟫ kan inte användas"),
}
_ROW_FAULTS: dict[RowFault, object] = {
    RowFault.NO_HEADINGS: QT_TRANSLATE_NOOP(
        "snippets", "första raden behöver rubrikerna kod och text"
    ),
    RowFault.HEADING_TWICE: QT_TRANSLATE_NOOP("snippets", "samma rubrik står två gånger"),
    RowFault.CELLS: QT_TRANSLATE_NOOP("snippets", "raden har fel antal celler"),
    RowFault.QUOTES: QT_TRANSLATE_NOOP("snippets", "ett citattecken är fel eller inte avslutat"),
    RowFault.CODE: QT_TRANSLATE_NOOP("snippets", "koden kan inte användas"),
    RowFault.EMPTY: QT_TRANSLATE_NOOP("snippets", "texten saknas"),
    RowFault.TOO_LONG: QT_TRANSLATE_NOOP("snippets", "texten eller rubriken är för lång"),
    RowFault.NOT_TEXT: QT_TRANSLATE_NOOP("snippets", "ett tecken kan inte sparas"),
    RowFault.TEXT: QT_TRANSLATE_NOOP("snippets", "textens luckor eller variabler är fel"),
    RowFault.SCOPE: QT_TRANSLATE_NOOP("snippets", "nivån är inte egen, enhet eller region"),
    RowFault.REVIEW: QT_TRANSLATE_NOOP("snippets", "datumet är inte skrivet som 2027-01-31"),
    RowFault.FIELDS: QT_TRANSLATE_NOOP(
        "snippets", "fältet är inte anamnes, bakgrund, bedömning eller råd"
    ),
    RowFault.REPEATED: QT_TRANSLATE_NOOP("snippets", "koden står redan i filen"),
    RowFault.TOO_MANY: QT_TRANSLATE_NOOP("snippets", "filen har för många rader"),
    RowFault.NOTHING: QT_TRANSLATE_NOOP("snippets", "filen har inga fraser"),
}


def explained(error: KundcenterError) -> str:
    """The sentence of an error; of a text that is not understood also what is wrong with it."""
    fault = error.facts.get("fault")
    if isinstance(error, SnippetTextWrong) and isinstance(fault, TextFault):
        return f"{sentence(error)} ({_said(_TEXT_FAULTS[fault])})"
    return sentence(error)


def told(fault: Fault) -> str:
    """One faulty row of a file as a line."""
    words = QCoreApplication.translate("snippets", "Rad {line}: {what}.")
    said = words.format(line=fault.line, what=_said(_ROW_FAULTS[fault.fault]))
    if fault.at is None:
        return said
    place = QCoreApplication.translate("snippets", "Textens rad {line}, tecken {column}.")
    return f"{said} {place.format(line=fault.at[0], column=fault.at[1])}"


def _said(words: object) -> str:
    return QCoreApplication.translate("snippets", str(words))
