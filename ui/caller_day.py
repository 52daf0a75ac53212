"""The day that a caller's words mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QLocale

SHORTEST = 3  # letters of a weekday or a month: no two begin alike
_DAY = re.compile(r"(\d{1,2})(?::?e|:?a)?(?:\s*[/.-]\s*|\s+)?(\d{1,2}|[a-zåäö]+)?\.?")
_THE = re.compile(r"^(den|the)\s+")


def read_day(text: str, today: date) -> date | None:
    """26/11, 26 nov, den 26:e, 2026-11-26, torsdag, i morgon; None when it is no day.

    With a month the nearest such day; without one the next to come.
    """
    words = _THE.sub("", " ".join(text.casefold().split()))
    translate = QCoreApplication.translate
    plain = {translate("times", "i dag"): 0, translate("times", "i morgon"): 1}
    if words in plain:
        return today + timedelta(days=plain[words])
    try:
        return date.fromisoformat(words)
    except ValueError:
        return _spoken(words, today)


def _spoken(words: str, today: date) -> date | None:
    first, _, rest = words.partition(" ")
    weekday = _begins(first, [QLocale().dayName(day) for day in range(1, 8)])
    if weekday is not None and not rest:
        return today + timedelta(days=(weekday - today.isoweekday()) % 7)
    found = _DAY.fullmatch(words if weekday is None else _THE.sub("", rest))
    if found is None:
        return None
    if found[2] is None:
        return _next(int(found[1]), today)
    month = _month(found[2])
    return None if month is None else _nearest(int(found[1]), month, today)


def _begins(word: str, names: list[str]) -> int | None:
    """Which of the names the word is the beginning of, from 1."""
    if len(word) < SHORTEST or not word.isalpha():
        return None
    folded = (name.casefold() for name in names)
    return next((at for at, name in enumerate(folded, 1) if name.startswith(word)), None)


def _month(word: str) -> int | None:
    if word.isdecimal():
        return int(word) if 1 <= int(word) <= 12 else None
    return _begins(word, [QLocale().monthName(month) for month in range(1, 13)])


def _nearest(day: int, month: int, today: date) -> date | None:
    """One that was yesterday is meant before next year's."""
    days = _there((year, month, day) for year in (today.year - 1, today.year, today.year + 1))
    return min(days, key=lambda each: abs(each - today), default=None)


def _next(day: int, today: date) -> date | None:
    """Today's too."""
    months = range(today.month - 1, today.month + 2)
    days = _there((today.year + n // 12, n % 12 + 1, day) for n in months)
    return next((each for each in days if each >= today), None)


def _there(wanted: Iterable[tuple[int, int, int]]) -> list[date]:
    """Those of the days that there are."""
    found = []
    for each in wanted:
        try:
            found.append(date(*each))
        except ValueError:
            continue
    return found
