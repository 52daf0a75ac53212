"""The words for what is wrong with a row of an e-service's file."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kundcenter.domain.case_files import CaseRowProblem, CaseRowRefusal
from kundcenter.domain.case_sheets import CaseFault, CaseSheetFault

_ROW: dict[CaseFault, object] = {  # marked for translation, so only objects to the types
    CaseFault.NO_HEADINGS: QT_TRANSLATE_NOOP("cases", "en rubrik som behövs saknas"),
    CaseFault.HEADING: QT_TRANSLATE_NOOP("cases", "rubriken är okänd"),
    CaseFault.HEADING_TWICE: QT_TRANSLATE_NOOP("cases", "samma rubrik står två gånger"),
    CaseFault.CELLS: QT_TRANSLATE_NOOP("cases", "raden har fel antal celler"),
    CaseFault.QUOTES: QT_TRANSLATE_NOOP("cases", "ett citattecken är fel eller inte avslutat"),
    CaseFault.MISSING: QT_TRANSLATE_NOOP("cases", "cellen får inte vara tom"),
    CaseFault.HSA_ID: QT_TRANSLATE_NOOP("cases", "HSA-id går inte att använda"),
    CaseFault.FLAG: QT_TRANSLATE_NOOP("cases", "svaret är inte ja eller nej"),
    CaseFault.TOO_LONG: QT_TRANSLATE_NOOP("cases", "texten är för lång"),
    CaseFault.SIGNS: QT_TRANSLATE_NOOP("cases", "cellen har ett tecken som inte syns"),
    CaseFault.LETTERS: QT_TRANSLATE_NOOP("cases", "bokstäver har gått förlorade i filen"),
    CaseFault.REPEATED: QT_TRANSLATE_NOOP("cases", "ärendets nummer står redan i filen"),
    CaseFault.TOO_MANY: QT_TRANSLATE_NOOP("cases", "filen har för många ärenden"),
    CaseFault.NOTHING: QT_TRANSLATE_NOOP("cases", "filen har inga ärenden"),
    CaseFault.NUMBER: QT_TRANSLATE_NOOP("cases", "det är inget personnummer"),
    CaseFault.INSTANT: QT_TRANSLATE_NOOP("cases", "tiden går inte att läsa"),
    CaseFault.FUTURE: QT_TRANSLATE_NOOP("cases", "tiden har inte varit än"),
    CaseFault.SERVICE: QT_TRANSLATE_NOOP("cases", "e-tjänsten är okänd"),
    CaseFault.KIND: QT_TRANSLATE_NOOP("cases", "e-tjänsten har inga sådana ärenden"),
    CaseFault.COMPLAINANT: QT_TRANSLATE_NOOP("cases", "vem som hör av sig är okänt"),
    CaseFault.ANSWER: QT_TRANSLATE_NOOP("cases", "svarsvägen är okänd"),
    CaseFault.EVENT: QT_TRANSLATE_NOOP("cases", "dagen är inget år, ingen månad och inget datum"),
    CaseFault.PHONE: QT_TRANSLATE_NOOP("cases", "numret går inte att ringa"),
    CaseFault.EMAIL: QT_TRANSLATE_NOOP("cases", "e-postadressen går inte att använda"),
    CaseFault.LANGUAGE: QT_TRANSLATE_NOOP("cases", "språket är okänt"),
    CaseFault.INJURY: QT_TRANSLATE_NOOP("cases", "uppgiften om vårdskada är okänd"),
    CaseFault.ANONYMOUS: QT_TRANSLATE_NOOP("cases", "en anonym kan inte ha namn eller nummer"),
    CaseFault.UNUSABLE: QT_TRANSLATE_NOOP("cases", "uppgiften går inte att spara"),
    CaseFault.JSON: QT_TRANSLATE_NOOP("cases", "filens JSON är trasig"),
    CaseFault.SHAPE: QT_TRANSLATE_NOOP("cases", "filen är JSON men ingen lista av ärenden"),
    CaseFault.VALUE: QT_TRANSLATE_NOOP("cases", "värdet är ingen text och inget ja eller nej"),
}
_REFUSED: dict[CaseRowRefusal, object] = {
    CaseRowRefusal.UNIT: QT_TRANSLATE_NOOP("cases", "ingen enhet har HSA-id:t"),
    CaseRowRefusal.PERSON: QT_TRANSLATE_NOOP(
        "cases", "personen finns inte här, och raden har inget namn att lägga upp"
    ),
    CaseRowRefusal.REPEATED: QT_TRANSLATE_NOOP("cases", "ärendets nummer står redan i filen"),
}


def fault_words(fault: CaseSheetFault) -> str:
    """One faulty row of a file as a line."""
    if fault.column:
        words = QCoreApplication.translate("cases", "Rad {line}, {column}: {what}.")
    else:
        words = QCoreApplication.translate("cases", "Rad {line}: {what}.")
    return words.format(line=fault.line, column=fault.column, what=_said(_ROW[fault.fault]))


def problem_words(problem: CaseRowProblem) -> str:
    """One row that cannot be brought in here."""
    words = QCoreApplication.translate("cases", "Rad {line}: {what}.")
    return words.format(line=problem.row, what=_said(_REFUSED[problem.why]))


def _said(words: object) -> str:
    return QCoreApplication.translate("cases", str(words))
