"""When something happened, as a caller remembers it: a day, a month or only a year."""

from __future__ import annotations

import re
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from ui.caller_day import SHORTEST, read_day

_YEAR = re.compile(r"(19|20)\d\d")
_MONTH = re.compile(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])")
_NAMED = re.compile(r"([a-zåäö]+)\.?(?: ((?:19|20)\d\d))?")
# So far back a day without a year, a month or a week is looked for, that it lies behind us.
_BACK = (6, 30, 182)


def read_event(text: str, today: date) -> str | None:
    """YYYY, YYYY-MM or YYYY-MM-DD, never after today; "" for nothing, None when it is no time.

    2026; 2026-11; november; nov 2025; i går; torsdag; 24/11; 2026-11-24.
    """
    words = " ".join(text.casefold().split())
    if not words:
        return ""
    if _YEAR.fullmatch(words):
        return words if int(words) <= today.year else None
    month = _month(words, today)
    if month is not None:
        return month if month <= f"{today:%Y-%m}" else None
    day = _day(words, today)
    return None if day is None else day.isoformat()


def _month(words: str, today: date) -> str | None:
    if _MONTH.fullmatch(words):
        return words
    found = _NAMED.fullmatch(words)
    if found is None or len(found[1]) < SHORTEST:
        return None
    names = [QLocale().monthName(month).casefold() for month in range(1, 13)]
    month = next((at for at, name in enumerate(names, 1) if name.startswith(found[1])), None)
    if month is None:
        return None
    year = int(found[2]) if found[2] else today.year - (month > today.month)
    return f"{year}-{month:02}"


def _day(words: str, today: date) -> date | None:
    translate = QCoreApplication.translate
    ago = {
        translate("event_day", "i går"): 1,
        translate("event_day", "i förrgår"): 2,
    }
    if words in ago:
        return today - timedelta(days=ago[words])
    day = read_day(words, today)
    if day is None or day <= today:
        return day
    if re.match(r"\d{4}-", words) or words == translate("times", "i morgon"):
        return None
    for back in _BACK:
        earlier = read_day(words, today - timedelta(days=back))
        if earlier is not None and earlier <= today:
            return earlier
    return None
