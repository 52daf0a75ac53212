"""Targets and measurements in words: names of figures, values with their units, periods."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kundcenter.domain.supervision.definitions import FigureCode, Unit, definition
from kundcenter.domain.supervision.limits import LEAST_CELL, MOST_CELL, Setting
from kundcenter.domain.supervision.summary import Line
from kundcenter.domain.supervision.survey_files import RowFault, RowTold, amount_of, amount_text
from kundcenter.domain.supervision.targets import THOUSAND, Aim, AimKind
from ui.labels import label
from ui.supervision import figure_words

_CLOCK = re.compile("([0-9]{1,4}):([0-5][0-9])")
MINUTE = 60
_FAULTS: dict[RowFault, object] = {  # marked for translation, so only objects to the types
    RowFault.NO_HEADINGS: QT_TRANSLATE_NOOP("aims", "en rubrik som behövs saknas"),
    RowFault.HEADING: QT_TRANSLATE_NOOP("aims", "rubriken är okänd"),
    RowFault.HEADING_TWICE: QT_TRANSLATE_NOOP("aims", "samma rubrik står två gånger"),
    RowFault.CELLS: QT_TRANSLATE_NOOP("aims", "raden har fel antal celler"),
    RowFault.QUOTES: QT_TRANSLATE_NOOP("aims", "ett citattecken är fel eller inte avslutat"),
    RowFault.MISSING: QT_TRANSLATE_NOOP("aims", "cellen får inte vara tom"),
    RowFault.FIGURE: QT_TRANSLATE_NOOP("aims", "måttet är okänt"),
    RowFault.NUMBER: QT_TRANSLATE_NOOP("aims", "talet går inte att använda"),
    RowFault.DAY: QT_TRANSLATE_NOOP("aims", "datumet skrivs som 2026-11-21"),
    RowFault.PERIOD: QT_TRANSLATE_NOOP("aims", "slutet ligger före början, eller för långt bort"),
    RowFault.ANSWERS: QT_TRANSLATE_NOOP("aims", "det är fler svar än tillfrågade"),
    RowFault.AREA: QT_TRANSLATE_NOOP("aims", "området är varken ”egen” eller ”riket”"),
    RowFault.TOO_LONG: QT_TRANSLATE_NOOP("aims", "texten är för lång"),
    RowFault.SIGNS: QT_TRANSLATE_NOOP("aims", "ett tecken kan inte sparas"),
    RowFault.REPEATED: QT_TRANSLATE_NOOP("aims", "mätningen står redan i filen"),
    RowFault.TOO_MANY: QT_TRANSLATE_NOOP("aims", "filen har för många rader"),
    RowFault.NOTHING: QT_TRANSLATE_NOOP("aims", "filen har inga mätningar"),
}
_SERVICE: dict[FigureCode, object] = {
    FigureCode.SERVICE_NEAR: QT_TRANSLATE_NOOP("aims", "Servicegrad"),
    FigureCode.SERVICE_FAR: QT_TRANSLATE_NOOP("aims", "Servicegrad, den längre tiden"),
}


def figure_name(figure: str) -> str:
    """What a figure or a limit is called; of a later program's its code."""
    if figure in set(Setting):
        return label(Setting(figure))
    if figure not in set(FigureCode):
        return figure
    code = FigureCode(figure)
    if code in _SERVICE:  # whose name tells seconds that are themselves a limit
        return QCoreApplication.translate("aims", str(_SERVICE[code]))
    return figure_words.figure_name(code)


def unit_of(figure: str) -> Unit:
    """In what a figure or a limit is counted."""
    if figure in set(Setting):
        setting = Setting(figure)
        return Unit.COUNT if setting is Setting.SMALL_CELL else Unit.SECONDS
    return definition(FigureCode(figure)).unit if figure in set(FigureCode) else Unit.COUNT


def value_words(figure: str, value: int) -> str:
    """A value in thousandths with its unit: 85 %, 10:00 min, 83."""
    translate = QCoreApplication.translate
    unit, text = unit_of(figure), amount_text(value)
    if unit is Unit.SECONDS and value >= MINUTE * THOUSAND and value % THOUSAND == 0:
        minutes, seconds = divmod(value // THOUSAND, MINUTE)
        return translate("aims", "{time} min").format(time=f"{minutes}:{seconds:02}")
    words = {
        Unit.PERCENT: translate("aims", "{value} %"),
        Unit.SECONDS: translate("aims", "{value} s"),
        Unit.MINUTES: translate("aims", "{value} min"),
        Unit.HOURS: translate("aims", "{value} tim"),
    }
    return words.get(unit, "{value}").format(value=text)


def value_of(figure: str, text: str) -> int | None:
    """What is written in a field, in thousandths: 85, 82,5 and of a time 10:00 too."""
    clock = _CLOCK.fullmatch(text.strip())
    if clock is not None and unit_of(figure) is Unit.SECONDS:
        return (int(clock[1]) * MINUTE + int(clock[2])) * THOUSAND
    return amount_of(text)


def value_help(figure: str) -> str:
    """What one writes in the field of a value."""
    translate = QCoreApplication.translate
    if figure == Setting.SMALL_CELL:
        words = translate("aims", "Ett antal, {least}–{most}.")
        return words.format(least=LEAST_CELL, most=MOST_CELL)
    known = {
        Unit.PERCENT: translate("aims", "I procent, 0–100."),
        Unit.INDEX: translate("aims", "Ett index, 0–100."),
        Unit.SECONDS: translate("aims", "I sekunder, eller som 10:00."),
        Unit.MINUTES: translate("aims", "I minuter."),
        Unit.HOURS: translate("aims", "I timmar."),
        Unit.COUNT: translate("aims", "Ett antal."),
    }
    return known[unit_of(figure)]


def aim_words(aim: Aim) -> str:
    """minst 85 %, högst 10:00 min; of what is not judged the value alone."""
    translate = QCoreApplication.translate
    value = value_words(aim.figure, aim.value)
    if aim.kind is not AimKind.TARGET:
        return value
    words = translate("aims", "minst {value}")
    if not aim.at_least:
        words = translate("aims", "högst {value}")
    return words.format(value=value)


def aimed_words(line: Line) -> str:
    """What a figure ought to be, or else what others have; nothing where neither is known."""
    translate = QCoreApplication.translate
    if line.target is not None:
        words = translate("aims", "minst {value}")
        if not line.at_least:
            words = translate("aims", "högst {value}")
        return words.format(value=value_words(line.code, round(line.target * THOUSAND)))
    if line.comparison is None:
        return ""
    words = translate("aims", "riket {value}")
    if line.compared_year:
        words = translate("aims", "riket {year} {value}")
    value = value_words(line.code, round(line.comparison * THOUSAND))
    return words.format(year=line.compared_year, value=value)


def period_words(first: date, last: date | None, *, since: date | None = None) -> str:
    """2026-01-01 – 2026-06-30; `since` is the day from which on it has always been so."""
    translate = QCoreApplication.translate
    if last is None and first == since:
        return translate("aims", "tills vidare")
    if last is None:
        return translate("aims", "från {day}").format(day=first.isoformat())
    if first == since:
        return translate("aims", "till och med {day}").format(day=last.isoformat())
    return f"{first.isoformat()} – {last.isoformat()}"


def fault_words(told: RowTold) -> str:
    """One faulty row of a file as a line."""
    words = QCoreApplication.translate("aims", "Rad {line}: {what}.")
    if told.column:
        words = QCoreApplication.translate("aims", "Rad {line}, {column}: {what}.")
    what = QCoreApplication.translate("aims", str(_FAULTS[told.fault]))
    return words.format(line=told.line, column=told.column, what=what)


def written_day(text: str) -> date | None:
    """A day as it is written, 2026-11-21; None when it is none."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
