"""Reads opening hours as people write them; `opening_text` tells the form.

Tolerated: whole names and short ones, å ä ö or not, numbers of days, every dash, 8-17, 08.00 and
0800, commas and lines between parts, "dygnet runt", "vardagar", "alla dagar", "till", "och".
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kundcenter.domain.opening import (
    COMMENT_LIMIT,
    MIDNIGHT,
    Hours,
    HoursInvalid,
    OtherHours,
    Span,
)
from kundcenter.domain.text import NOTE_LIMIT, TextInvalid, checked, line

_NAMES = ("mandag", "tisdag", "onsdag", "torsdag", "fredag", "lordag", "sondag")
_PLAIN = str.maketrans("åäö", "aao")
_SUNDAY = 7
_HOLIDAY = (_SUNDAY, _SUNDAY)  # a public holiday has Sunday's hours
_MANY = {
    "vard": (1, 5),
    "vardag": (1, 5),
    "alla": (1, 7),
    "varje": (1, 7),
    "dagligen": (1, 7),
    "helg": _HOLIDAY,
    "helgdag": _HOLIDAY,
}

_LINE = "[-\u2010-\u2015\u2212]"
_SPACE = re.compile(r"\s*")
_BREAK = re.compile(r"[;,.\s]*")
_COLON = re.compile(r"\s*[:,]?\s*")
_AND = re.compile(r"\s*(?:,|och\b|samt\b|&)\s*", re.IGNORECASE)
_DASH = re.compile(rf"\s*(?:{_LINE}|till\b)\s*", re.IGNORECASE)
_THROUGH = re.compile(rf"\s*(?:\.\.\.?|…|{_LINE}|till\b)\s*", re.IGNORECASE)
_FLAG = re.compile(r"(helg(?:dag|dagar)?|afton|aftnar)\s+som\s+vardag(?:ar)?\b", re.IGNORECASE)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")
_WORD = re.compile(r"((?:[^\W\d_][\u0300-\u036f]*)+)\.?")
_DAYS = re.compile(r"\s+dag(?:ar)?\b", re.IGNORECASE)
_DIGIT = re.compile(rf"([1-7])(?=\s*(?:{_LINE}|,)\s*[1-7](?:\s|,|:\s|{_LINE})|:?\s)")
_NUMBERED = re.compile(rf"[1-7](?:\s*{_LINE}\s*[1-7])?(?:\s+|:\s+)\d")  # days before times
_CLOCK = re.compile(r"(?:kl\.?\s*)?(\d{1,2})(?:[:.]?(\d{2}))?(?![\d:.]*\d)", re.IGNORECASE)
_CLOSED = re.compile(r"(?:stängt|stängd|stangt)\b", re.IGNORECASE)
_ALWAYS = re.compile(r"(?:dygnet\s+runt|hela\s+dygnet)\b", re.IGNORECASE)


class HoursFault(StrEnum):
    """What was looked for and not found, or is too long."""

    DAYS = "days"
    TIMES = "times"
    DATE = "date"
    COMMENT = "comment"
    LENGTH = "length"


class HoursTextWrong(HoursInvalid):
    """The text cannot be read as opening hours.  Facts: at (character, from 1), fault."""

    code = "hours.text_wrong"


@dataclass(frozen=True, slots=True)
class _Times:
    """One stretch as it is written after its day; `to_day` only when it is written too."""

    opens: int
    closes: int
    to_day: int = 0
    comment: str = ""


class HoursReader:
    """Reads a text from left to right.  Raises HoursTextWrong."""

    def __init__(self, text: str) -> None:
        self._at = 0
        try:
            self._text = checked(text, "hours", limit=NOTE_LIMIT)
        except TextInvalid as error:
            raise self._wrong(HoursFault.LENGTH) from error

    def hours(self) -> Hours:
        """What the text tells, not checked as a whole."""
        spans: list[Span] = []
        others: list[OtherHours] = []
        holidays = eves = True
        closed = False
        self._take(_BREAK)
        while self._at < len(self._text):
            if flag := self._take(_FLAG):
                if flag[1].lower().startswith("helg"):
                    holidays = False
                else:
                    eves = False
            elif _DATE.match(self._text, self._at):
                others += self._other()
            else:
                found = self._weekly()
                closed = closed or not found
                spans += found
            self._take(_BREAK)
        if closed and not spans and not others:
            raise self._wrong(HoursFault.TIMES, at=0)  # never open is no opening hours at all
        return Hours(tuple(spans), tuple(others), holidays, eves)

    def _weekly(self) -> list[Span]:
        start = self._at
        days = self._days()
        if not days and not _ALWAYS.match(self._text, self._at):
            raise self._wrong(HoursFault.DAYS, at=start)
        spans = []
        for times in self._times(one_day=len(days) == 1):
            for day in days or range(1, 8):
                over = 1 if times.closes <= times.opens else 0
                to_day = times.to_day or (day - 1 + over) % 7 + 1
                span = Span(day, times.opens, to_day, times.closes, times.comment)
                if not span.possible:
                    raise self._wrong(HoursFault.TIMES, at=start)
                spans.append(span)
        return spans

    def _other(self) -> list[OtherHours]:
        start = self._at
        first = last = self._date()
        before = self._at
        if self._take(_THROUGH) and _DATE.match(self._text, self._at):
            last = self._date()
        else:
            self._at = before
        if last < first:
            raise self._wrong(HoursFault.DATE, at=start)
        self._take(_COLON)
        if self._take(_CLOSED):
            return [OtherHours(first, last, comment=self._comment())]
        return [
            OtherHours(first, last, times.opens, times.closes, times.comment)
            for times in self._times()
        ]

    def _date(self) -> date:
        found = self._take(_DATE)
        try:
            return date.fromisoformat(found[0] if found else "")
        except ValueError as error:
            raise self._wrong(HoursFault.DATE, at=found.start() if found else None) from error

    def _days(self) -> list[int]:
        """The days that stand here, such as "mån-ons, fre"; none when none do."""
        days: list[int] = []
        before = self._at
        while first := self._day():
            before = self._at
            last = first[1]
            if self._take(_DASH):
                through = self._day()
                if through is None or first[0] != last or through[0] != through[1]:
                    raise self._wrong(HoursFault.DAYS, at=before)
                before, last = self._at, through[1]
            count = (last - first[0]) % 7 + 1
            days += [(first[0] - 1 + step) % 7 + 1 for step in range(count)]
            if not self._take(_AND):
                break
        else:
            self._at = before
        self._take(_COLON)
        return list(dict.fromkeys(days))

    def _day(self) -> tuple[int, int] | None:
        """The first and the last day of the word that stands here."""
        if digit := self._take(_DIGIT):
            return int(digit[1]), int(digit[1])
        return self._named_day()

    def _named_day(self) -> tuple[int, int] | None:
        before, found = self._at, self._take(_WORD)
        days = _day_of(found[1]) if found else None
        if days is None:
            self._at = before
        elif days == (1, 7):
            self._take(_DAYS)
        return days

    def _times(self, *, one_day: bool = False) -> list[_Times]:
        """The stretches that stand here with commas between; none when it is closed."""
        if self._take(_CLOSED):
            start = self._at
            if self._comment():  # there is nowhere to keep it
                raise self._wrong(HoursFault.COMMENT, at=start)
            return []
        found = [self._stretch(one_day)]
        while True:
            before = self._at
            if not self._take(_AND):
                return found
            times = any(form.match(self._text, self._at) for form in (_CLOCK, _ALWAYS))
            if not times or any(form.match(self._text, self._at) for form in (_DATE, _NUMBERED)):
                self._at = before  # the days of the next part
                return found
            found.append(self._stretch(one_day))

    def _stretch(self, one_day: bool) -> _Times:
        if self._take(_ALWAYS):
            return _Times(0, MIDNIGHT, comment=self._comment())
        start = self._at
        opens = self._clock()
        if opens == MIDNIGHT:
            raise self._wrong(HoursFault.TIMES, at=start)
        if not self._take(_DASH):
            raise self._wrong(HoursFault.TIMES)
        start, to_day = self._at, 0
        until = self._named_day()
        if until is not None:
            if not one_day or until[0] != until[1]:
                raise self._wrong(HoursFault.DAYS, at=start)
            to_day = until[0]
            self._take(_SPACE)
        closes = self._clock()
        if closes == 0:  # the midnight that begins a day ends the day before
            to_day, closes = (to_day - 2) % 7 + 1 if to_day else 0, MIDNIGHT
        return _Times(opens, closes, to_day, self._comment())

    def _clock(self) -> int:
        start, found = self._at, self._take(_CLOCK)
        if not found:
            raise self._wrong(HoursFault.TIMES)
        hour, minute = int(found[1]), int(found[2] or 0)
        if minute > 59 or 60 * hour + minute > MIDNIGHT:
            raise self._wrong(HoursFault.TIMES, at=start)
        return 60 * hour + minute

    def _comment(self) -> str:
        before = self._at
        self._take(_SPACE)
        start = self._at
        if self._text[start : start + 1] != "(":
            self._at = before
            return ""
        found, depth = [], 0
        signs = iter(range(start, len(self._text)))
        for at in signs:
            sign = self._text[at]
            depth += (sign == "(") - (sign == ")")
            if not depth:
                self._at = at + 1
                break
            if sign == "\\" and at + 1 < len(self._text):
                sign = self._text[next(signs)]
            found.append(sign)
        else:
            raise self._wrong(HoursFault.COMMENT, at=start)
        try:
            return line("".join(found[1:]), "hours.comment", limit=COMMENT_LIMIT)
        except TextInvalid as error:
            raise self._wrong(HoursFault.COMMENT, at=start) from error

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        found = pattern.match(self._text, self._at)
        if found:
            self._at = found.end()
        return found

    def _wrong(self, fault: HoursFault, *, at: int | None = None) -> HoursTextWrong:
        return HoursTextWrong(at=(self._at if at is None else at) + 1, fault=fault)


def _day_of(word: str) -> tuple[int, int] | None:
    small = unicodedata.normalize("NFC", word).lower()
    small = small[:-2] if small.endswith("dagar") else small
    if small in _MANY:
        return _MANY[small]
    plain = small.translate(_PLAIN)
    found = [at for at, name in enumerate(_NAMES, start=1) if name.startswith(plain)]
    return (found[0], found[0]) if len(plain) >= 2 and len(found) == 1 else None
