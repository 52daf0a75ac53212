"""Personnummer and samordningsnummer: twelve digits stored, ten or twelve written.

Sources: folkbokföringslagen (1991:481) 18 §; Skatteverket, SKV 707.  A samordningsnummer has 60
added to the day.  Official ones also have month 00, day 60 and days that do not exist: then the
day of birth is unknown, and the number is still sound.
"""

from __future__ import annotations

import re
from datetime import date

from kundcenter.domain.identity_errors import (
    BirthDayImpossible,
    BirthNumberZero,
    BornInTheFuture,
    CheckDigitWrong,
    OrganisationNumber,
)
from kundcenter.domain.written_numbers import luhn

EARLIEST_YEAR = 1840  # nobody born before was alive in 1947, when the first numbers were given

_SPELLING = re.compile("([0-9]{2})?([0-9]{2})([0-9]{4})([-+]?)([0-9]{3})([0-9])")
# A letter for the first digit of the birth number: given by schools and employers, not for care.
_INTERIM = re.compile("([0-9]{2})?([0-9]{2})([0-9]{4})([-+]?)([TRSUWXJKLMN])([0-9]{3})")


def calendar_day(year: int, month: int, day: int) -> date | None:
    """The day, if the calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def birth_date(number: str) -> date | None:
    """The day that twelve stored digits tell; None when a samordningsnummer tells none."""
    return _born(int(number[:4]), number[4:8])


def is_coordination(number: str) -> bool:
    return number[6] >= "6"


def sign(year: int, today: date) -> str:
    """'-', replaced by '+' from the first day of the year in which the person turns 100."""
    return "+" if today.year - year >= 100 else "-"


def read(written: str, today: date) -> tuple[str, bool] | None:
    """The twelve digits, and whether a written sign agrees with the age.

    None when the text is no such number; PersonIdInvalid when it is one with a fault.
    """
    match = _SPELLING.fullmatch(written)
    if match is None:
        return None
    century, short_year, month_day, written_sign, birth_number, check = match.groups()
    sound = luhn(short_year + month_day + birth_number + check)
    if sound and month_day[0] >= "2" and century in {None, "16"}:
        raise OrganisationNumber
    if century not in {None, "18", "19", "20", "21"}:
        return None
    year = _year(century, short_year, month_day, written_sign, today)
    born = _born(year, month_day)
    coordination = "60" <= month_day[2:] <= "91" and month_day[:2] <= "12"
    if year < EARLIEST_YEAR or (born is None and not coordination):
        raise BirthDayImpossible
    if birth_number == "000":
        raise BirthNumberZero
    if not sound:
        raise CheckDigitWrong
    if year > today.year or (born is not None and born > today):
        raise BornInTheFuture
    number = f"{year}{month_day}{birth_number}{check}"
    return number, written_sign in {"", sign(year, today)}


def read_interim(written: str, today: date) -> str | None:
    """The twelve signs of an interim number; its letter counts as 1.  Raises CheckDigitWrong."""
    match = _INTERIM.fullmatch(written)
    if match is None:
        return None
    century, short_year, month_day, written_sign, letter, rest = match.groups()
    year = _year(century, short_year, month_day, written_sign, today)
    born = _born(year, month_day)
    if born is None or not EARLIEST_YEAR <= year <= today.year or born > today:
        raise BirthDayImpossible
    if not luhn(f"{short_year}{month_day}1{rest}"):
        raise CheckDigitWrong
    return f"{year}{month_day}{letter}{rest}"


def _year(
    century: str | None, short_year: str, month_day: str, written_sign: str, today: date
) -> int:
    """The year as written, or else the latest that is possible: never a birth after today."""
    if century is not None:
        return int(century + short_year)
    oldest = today.year - 100 if written_sign == "+" else today.year
    year = oldest - (oldest - int(short_year)) % 100
    born = _born(year, month_day)
    return year - 100 if born is not None and born > today else year


def _born(year: int, month_day: str) -> date | None:
    month, day = int(month_day[:2]), int(month_day[2:])
    return calendar_day(year, month, day - 60 if day > 60 else day)
