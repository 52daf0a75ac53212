"""The words for what is wrong with a unit's card, or with a row of a file of units."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kundcenter.domain.on_call import TurnFault
from kundcenter.domain.unit_checks import CardFault
from kundcenter.domain.unit_sheets import RowFault, UnitFault
from kundcenter.errors import KundcenterError
from ui.texts import sentence

_CARD: dict[CardFault, object] = {
    CardFault.EMPTY: QT_TRANSLATE_NOOP("units", "det får inte vara tomt"),
    CardFault.PHONE: QT_TRANSLATE_NOOP("units", "numret går inte att ringa"),
    CardFault.AGES: QT_TRANSLATE_NOOP("units", "åldern är 0–130 år, den lägsta först"),
    CardFault.REASON: QT_TRANSLATE_NOOP("units", "kontaktorsaken finns inte"),
    CardFault.BOTH_WAYS: QT_TRANSLATE_NOOP(
        "units", "en kontaktorsak kan inte både tas emot och inte"
    ),
    CardFault.PERIOD: QT_TRANSLATE_NOOP("units", "slutet ligger före början"),
    CardFault.TIME: QT_TRANSLATE_NOOP("units", "tiden finns inte"),
    CardFault.ITSELF: QT_TRANSLATE_NOOP("units", "enheten kan inte höra ihop med sig själv"),
    CardFault.OUTSIDE: QT_TRANSLATE_NOOP(
        "units", "platsen ligger långt från Sverige; latituden skrivs först"
    ),
    CardFault.WEB: QT_TRANSLATE_NOOP("units", "adressen börjar med https:// eller http://"),
    CardFault.TOO_MANY: QT_TRANSLATE_NOOP("units", "det är för många"),
}
_TURN: dict[TurnFault, object] = {
    TurnFault.EMPTY: QT_TRANSLATE_NOOP("units", "det får inte vara tomt"),
    TurnFault.PHONE: QT_TRANSLATE_NOOP("units", "numret går inte att ringa"),
    TurnFault.PLACE: QT_TRANSLATE_NOOP("units", "platsen är ett tal från 1 till 99"),
    TurnFault.PERIOD: QT_TRANSLATE_NOOP("units", "slutet ligger före början"),
    TurnFault.TIME: QT_TRANSLATE_NOOP("units", "tiden finns inte"),
}
_ROW: dict[RowFault, object] = {
    RowFault.NO_HEADINGS: QT_TRANSLATE_NOOP("units", "en rubrik som behövs saknas"),
    RowFault.HEADING: QT_TRANSLATE_NOOP("units", "rubriken är okänd"),
    RowFault.HEADING_TWICE: QT_TRANSLATE_NOOP("units", "samma rubrik står två gånger"),
    RowFault.CELLS: QT_TRANSLATE_NOOP("units", "raden har fel antal celler"),
    RowFault.QUOTES: QT_TRANSLATE_NOOP("units", "ett citattecken är fel eller inte avslutat"),
    RowFault.MISSING: QT_TRANSLATE_NOOP("units", "cellen får inte vara tom"),
    RowFault.HSA_ID: QT_TRANSLATE_NOOP("units", "HSA-id går inte att använda"),
    RowFault.KIND: QT_TRANSLATE_NOOP("units", "typen är okänd och syns inte av namnet"),
    RowFault.PHONE: QT_TRANSLATE_NOOP("units", "numret går inte att ringa"),
    RowFault.HOURS: QT_TRANSLATE_NOOP("units", "tiderna går inte att läsa"),
    RowFault.SPOT: QT_TRANSLATE_NOOP("units", "platsen går inte att läsa"),
    RowFault.AGE: QT_TRANSLATE_NOOP("units", "åldern är inte ett helt tal mellan 0 och 130"),
    RowFault.REASONS: QT_TRANSLATE_NOOP("units", "kontaktorsaken finns inte"),
    RowFault.DAY: QT_TRANSLATE_NOOP("units", "datumet är inte skrivet som 2027-01-31"),
    RowFault.FLAG: QT_TRANSLATE_NOOP("units", "svaret är inte ja eller nej"),
    RowFault.WEB: QT_TRANSLATE_NOOP("units", "adressen börjar inte med https:// eller http://"),
    RowFault.TOO_LONG: QT_TRANSLATE_NOOP("units", "texten är för lång"),
    RowFault.SIGNS: QT_TRANSLATE_NOOP("units", "cellen har ett tecken som inte syns"),
    RowFault.LETTERS: QT_TRANSLATE_NOOP("units", "bokstäver har gått förlorade i filen"),
    RowFault.REPEATED: QT_TRANSLATE_NOOP("units", "HSA-id står redan i filen"),
    RowFault.TOO_MANY: QT_TRANSLATE_NOOP("units", "filen har för många enheter"),
    RowFault.NOTHING: QT_TRANSLATE_NOOP("units", "filen har inga enheter"),
    RowFault.MARKUP: QT_TRANSLATE_NOOP("units", "filens XML är trasig"),
    RowFault.DOCTYPE: QT_TRANSLATE_NOOP("units", "filen har en dokumenttyp, som inte läses"),
    RowFault.NOT_HSA: QT_TRANSLATE_NOOP("units", "filen är XML men inte enheter ur HSA"),
    RowFault.NESTED: QT_TRANSLATE_NOOP("units", "filens XML är för djupt nästlad"),
}


def explained(error: KundcenterError) -> str:
    """The sentence of an error; of a field that cannot be kept also what is wrong with it."""
    fault = error.facts.get("fault")
    words = _CARD.get(fault) if isinstance(fault, CardFault) else None
    if words is None and isinstance(fault, RowFault):
        words = _ROW.get(fault)
    said = sentence(error)
    return f"{said} ({_said(words)})" if words is not None else said


def told(fault: UnitFault) -> str:
    """One faulty row of a file as a line."""
    if fault.column:
        words = QCoreApplication.translate("units", "Rad {line}, {column}: {what}.")
    else:
        words = QCoreApplication.translate("units", "Rad {line}: {what}.")
    return words.format(line=fault.line, column=fault.column, what=_said(_ROW[fault.fault]))


def turn_fault(fault: TurnFault) -> str:
    """What is wrong with a field of a turn on call."""
    return _said(_TURN[fault])


def _said(words: object) -> str:
    return QCoreApplication.translate("units", str(words))
