"""Opening hours in one line, as people write them: read in many spellings, written in one.

mån-fre 08:00-12:00 (drop-in), 13:00-17:00; lör 10:00-14:00; helg 10:00-14:00
fre 22:00-06:00                      until Saturday morning; mån 08:00-fre 17:00 is one stretch
2026-12-24 stängt; 2026-12-27..2026-12-30 10:00-15:00 (julöppet)
helg som vardag; afton som vardag    public holidays, and the three eves, are ordinary days
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from kundcenter.domain.opening import MIDNIGHT, Hours, OtherHours
from kundcenter.domain.opening_reader import HoursReader

_SHORT = ("mån", "tis", "ons", "tor", "fre", "lör", "sön")
_SATURDAY, _SUNDAY = 6, 7
_ENDING = re.compile(r"[()\\]")


def read_hours(text: str) -> Hours:
    """The hours that the text tells, checked; an empty text is that nobody knows them.

    Raises HoursTextWrong, HoursInvalid, HoursTooMany.
    """
    return HoursReader(text).hours().checked()


def hours_text(hours: Hours) -> str:
    """The hours as `read_hours` reads them back; empty when nobody knows them."""
    parts = [*_weekly(hours), *_exceptions(hours.exceptions)]
    parts += [] if hours.holidays_as_sunday else ["helg som vardag"]
    parts += [] if hours.eves_as_saturday else ["afton som vardag"]
    return "; ".join(parts)


def _weekly(hours: Hours) -> Iterator[str]:
    """The parts of the week: days with the same times together, then what is longer than a day."""
    days: list[list[str]] = [[] for _ in range(8)]
    long = []
    for span in hours.spans:
        if span.length <= MIDNIGHT:
            days[span.from_day].append(_stretch(span.opens, span.closes, span.comment))
        else:
            begins = f"{_SHORT[span.from_day - 1]} {_clock(span.opens)}"
            ends = f"{_SHORT[span.to_day - 1]} {_clock(span.closes)}"
            long.append(f"{begins}-{ends}{_bracketed(span.comment)}")
    if days[1] and all(day == days[1] for day in days[1:]):
        times = ", ".join(days[1])
        yield times if times.startswith("dygnet") else f"mån-sön {times}"
        yield from long
        return
    first = 1
    while first <= _SATURDAY:
        last = first
        while last < _SATURDAY and days[last + 1] == days[first]:
            last += 1
        if days[first]:
            named = _SHORT[first - 1] + ("" if last == first else f"-{_SHORT[last - 1]}")
            yield f"{named} {', '.join(days[first])}"
        first = last + 1
    if days[_SUNDAY]:
        yield f"{'helg' if hours.holidays_as_sunday else 'sön'} {', '.join(days[_SUNDAY])}"
    yield from long


def _exceptions(others: Iterable[OtherHours]) -> Iterator[str]:
    together: dict[tuple[date, date], list[str]] = {}
    for other in others:
        if other.opens is None or other.closes is None:
            told = f"stängt{_bracketed(other.comment)}"
        else:
            told = _stretch(other.opens, other.closes, other.comment)
        together.setdefault((other.first, other.last), []).append(told)
    for (first, last), told_times in together.items():
        through = "" if first == last else f"..{last.isoformat()}"
        yield f"{first.isoformat()}{through} {', '.join(told_times)}"


def _stretch(opens: int, closes: int, comment: str) -> str:
    whole = (opens, closes) == (0, MIDNIGHT)
    times = "dygnet runt" if whole else f"{_clock(opens)}-{_clock(closes)}"
    return f"{times}{_bracketed(comment)}"


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _bracketed(comment: str) -> str:
    """The comment in brackets; a sign that would end it too early has a backslash before it."""
    return f" ({_ENDING.sub(_kept, comment)})" if comment else ""


def _kept(sign: re.Match[str]) -> str:
    return f"\\{sign[0]}"
