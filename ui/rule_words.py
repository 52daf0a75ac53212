"""Rules of routing in words: when a rule applies, what is wrong with a line, what has changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kundcenter.domain.calendar import DayClass
from kundcenter.domain.opening import MIDNIGHT
from kundcenter.domain.routing.diff import ChangeKind, RuleChange
from kundcenter.domain.routing.rules import CasesFail, RuleSet, When
from kundcenter.domain.routing.text import RuleFault, RulesInvalid
from kundcenter.domain.routing.try_out import CaseFault, Tried
from kundcenter.errors import KundcenterError
from ui.badges import Badge
from ui.labels import label
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.times import day_and_time

_FAULTS: dict[RuleFault, object] = {  # marked for translation, so only objects to the types
    RuleFault.EMPTY: QT_TRANSLATE_NOOP("rules", "får inte vara tomt"),
    RuleFault.CODE: QT_TRANSLATE_NOOP("rules", "skrivs med versaler, siffror, bindestreck"),
    RuleFault.REPEATED: QT_TRANSLATE_NOOP("rules", "finns redan på en annan rad"),
    RuleFault.ORDER: QT_TRANSLATE_NOOP("rules", "är ett tal från 1"),
    RuleFault.UNKNOWN: QT_TRANSLATE_NOOP("rules", "är ingen kod som finns"),
    RuleFault.KIND: QT_TRANSLATE_NOOP("rules", "behövs om hänvisningen har en enhet, annars inte"),
    RuleFault.OWN: QT_TRANSLATE_NOOP("rules", "gäller bara en hänvisning som har en enhet"),
    RuleFault.MINUTES: QT_TRANSLATE_NOOP("rules", "är inget klockslag"),
    RuleFault.AGES: QT_TRANSLATE_NOOP("rules", "är ingen ålder, eller i fel ordning"),
    RuleFault.INSTANT: QT_TRANSLATE_NOOP("rules", "är ingen tid"),
    RuleFault.TOO_MANY: QT_TRANSLATE_NOOP("rules", "är för många"),
    RuleFault.NONE: QT_TRANSLATE_NOOP("rules", "saknas helt"),
}
_FIELDS: dict[str, object] = {
    "title": QT_TRANSLATE_NOOP("rules", "Rubrik"),
    "review_on": QT_TRANSLATE_NOOP("rules", "Granskas senast"),
    "rules": QT_TRANSLATE_NOOP("rules", "Regler"),
    "cases": QT_TRANSLATE_NOOP("rules", "Fall"),
    "code": QT_TRANSLATE_NOOP("rules", "Kod"),
    "order": QT_TRANSLATE_NOOP("rules", "Ordning"),
    "outcome": QT_TRANSLATE_NOOP("rules", "Hänvisning"),
    "kind": QT_TRANSLATE_NOOP("rules", "Typ av enhet"),
    "own": QT_TRANSLATE_NOOP("rules", "Bara den listade enheten"),
    "sentence": QT_TRANSLATE_NOOP("rules", "Skäl"),
    "urgencies": QT_TRANSLATE_NOOP("rules", "Hur bråttom"),
    "urgency": QT_TRANSLATE_NOOP("rules", "Hur bråttom"),
    "days": QT_TRANSLATE_NOOP("rules", "Dagar"),
    "opens": QT_TRANSLATE_NOOP("rules", "Klockan från"),
    "closes": QT_TRANSLATE_NOOP("rules", "Klockan till"),
    "youngest": QT_TRANSLATE_NOOP("rules", "Ålder från"),
    "oldest": QT_TRANSLATE_NOOP("rules", "Ålder till"),
    "reasons": QT_TRANSLATE_NOOP("rules", "Kontaktorsaker"),
    "reason": QT_TRANSLATE_NOOP("rules", "Kontaktorsak"),
    "listed": QT_TRANSLATE_NOOP("rules", "Listad"),
    "name": QT_TRANSLATE_NOOP("rules", "Namn"),
    "at": QT_TRANSLATE_NOOP("rules", "Tid"),
    "age": QT_TRANSLATE_NOOP("rules", "Ålder"),
    "municipality": QT_TRANSLATE_NOOP("rules", "Kommun"),
    "first": QT_TRANSLATE_NOOP("rules", "Först"),
    "unit": QT_TRANSLATE_NOOP("rules", "Enhet"),
    "never": QT_TRANSLATE_NOOP("rules", "Aldrig"),
}
_TRIED: dict[CaseFault, object] = {
    CaseFault.LISTED_UNKNOWN: QT_TRANSLATE_NOOP("rules", "Enheten {found} finns inte i katalogen"),
    CaseFault.FIRST: QT_TRANSLATE_NOOP("rules", "Först kommer {found}"),
    CaseFault.UNIT: QT_TRANSLATE_NOOP("rules", "Först kommer enheten {found}"),
    CaseFault.NEVER: QT_TRANSLATE_NOOP("rules", "{found} erbjuds"),
}


def _said(words: object) -> str:
    return QCoreApplication.translate("rules", str(words))


def field_word(name: str) -> str:
    """What a field of a rule, a condition, a case or a set is called."""
    name = name.rpartition(".")[2]
    return _said(_FIELDS[name]) if name in _FIELDS else name


def refusal(error: KundcenterError) -> str:
    """Why the rules are not kept or published, with the line."""
    if isinstance(error, RulesInvalid):
        facts = error.facts
        field, fault = field_word(str(facts["field"])), RuleFault(str(facts["fault"]))
        words = QCoreApplication.translate("rules", "{part}, rad {at}: {field} {fault}.")
        if not facts["at"]:
            words = QCoreApplication.translate("rules", "{field} {fault}.")
        part = field_word(str(facts["part"]))
        return words.format(part=part, at=facts["at"], field=field, fault=_said(_FAULTS[fault]))
    if isinstance(error, CasesFail):
        words = QCoreApplication.translate("rules", "De här fallen stämmer inte: {rows}.")
        failing = error.facts["failing"]
        rows = ", ".join(map(str, failing)) if isinstance(failing, tuple) else str(failing)
        return words.format(rows=rows)
    return sentence(error)


def clock_text(minutes: int | None) -> str:
    """07:30; nothing for None."""
    return "" if minutes is None else f"{minutes // 60:02}:{minutes % 60:02}"


def read_clock(text: str) -> int | None:
    """Minutes after midnight of 07:30 or 24:00; None of nothing.  Raises ValueError."""
    if not text.strip():
        return None
    hours, _, minutes = text.strip().replace(".", ":").partition(":")
    if not (hours + minutes).isascii() or not (hours.isdigit() and len(minutes) == 2):
        raise ValueError(text)
    found = int(hours) * 60 + int(minutes)
    if int(minutes) > 59 or found > MIDNIGHT:
        raise ValueError(text)
    return found


def read_age(text: str) -> int | None:
    """Whole years; None of nothing.  Raises ValueError."""
    text = text.strip()
    if text and not (text.isascii() and text.isdigit()):
        raise ValueError(text)
    return int(text[:6]) if text else None


def when_text(when: When) -> str:
    """When a rule applies, on one line; nothing when it always does."""
    listed = {
        None: "",
        True: QCoreApplication.translate("rules", "listad"),
        False: QCoreApplication.translate("rules", "inte listad"),
    }[when.listed]
    clocks = "–".join((clock_text(when.opens), clock_text(when.closes))).strip("–")
    ages = "–".join("" if a is None else str(a) for a in (when.youngest, when.oldest))
    years = QCoreApplication.translate("rules", "{ages} år").format(ages=ages)
    parts = (
        " ".join(sorted(when.urgencies)),
        ", ".join(label(day) for day in DayClass if day in when.days),
        clocks,
        years if ages != "–" else "",
        " ".join(sorted(when.reasons)),
        listed,
    )
    return " · ".join(part for part in parts if part)


def tried_text(tried: Tried) -> str:
    """That a case holds, or what came instead."""
    if tried.why is None:
        return QCoreApplication.translate("rules", "Stämmer")
    nothing = QCoreApplication.translate("rules", "ingenting")
    return _said(_TRIED[tried.why]).format(found=tried.found or nothing)


def tried_badge(tried: Tried | None) -> Badge:
    """The same as a mark; not tried yet for None."""
    if tried is None:
        return Badge(QCoreApplication.translate("rules", "Inte provat"), ToneName.NEUTRAL, "help")
    if tried.holds:
        return Badge(tried_text(tried), ToneName.SUCCESS, "check")
    return Badge(tried_text(tried), ToneName.DANGER, "error")


def set_badge(found: RuleSet, in_force: RuleSet | None) -> Badge:
    """Whether it is a draft, in force, or was."""
    if found.is_draft:
        return Badge(QCoreApplication.translate("rules", "Utkast"), ToneName.INFO, "pen")
    if in_force is not None and found.id == in_force.id:
        return Badge(
            QCoreApplication.translate("rules", "Gäller"), ToneName.SUCCESS, "check-circle"
        )
    return Badge(QCoreApplication.translate("rules", "Gällde förr"), ToneName.NEUTRAL, "clock")


def change_lines(changes: Iterable[RuleChange]) -> list[str]:
    """What publishing would change, a line each."""
    heads = {
        ChangeKind.NEW: QCoreApplication.translate("rules", "Ny: {part} {name}"),
        ChangeKind.GONE: QCoreApplication.translate("rules", "Borta: {part} {name}"),
        ChangeKind.CHANGED: QCoreApplication.translate("rules", "Ändrad: {part} {name}"),
    }
    lines = []
    for change in changes:
        part = (
            QCoreApplication.translate("rules", "Regelverket")
            if change.part == "set"
            else field_word(change.part)
        )
        lines.append(" ".join(heads[change.kind].format(part=part, name=change.name).split()))
        for name, older, newer in change.fields:
            lines.append(f"    {field_word(name)}: {_value(older)} → {_value(newer)}")
    return lines


def _value(value: object) -> str:
    if value is None or value in ("", frozenset(), ()):
        return "–"
    if isinstance(value, bool):
        yes = QCoreApplication.translate("rules", "ja")
        return yes if value else QCoreApplication.translate("rules", "nej")
    if isinstance(value, datetime):
        return day_and_time(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset | tuple):
        return " ".join(sorted(map(str, value)))
    return str(value) if not isinstance(value, StrEnum) else label(value)
