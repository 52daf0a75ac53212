"""The series of reserve numbers: how each is written, checked and read.

Sources: Inera, "Lokala Reservidn" and "Nationellt ReservID, specifikation 1.0"; the patterns of
HL7 Sweden's base profiles; Region Stockholm, Vårdgivarguiden.  No two patterns match one text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from kundcenter.domain.personal_numbers import calendar_day
from kundcenter.domain.written_numbers import luhn

_EVEN_IS_WOMAN = dict.fromkeys("02468", "K") | dict.fromkeys("13579", "M")


@dataclass(frozen=True, slots=True)
class ReserveSeries:
    """One series.  All functions take a number that `pattern` has matched whole.

    `check` is None where there is no check digit.  `born_in` tells the full year of birth, None
    where the number tells no birth.  `sexes` reads the sign at index `sex_at`: "K" woman, "M" man.
    """

    oid: str
    pattern: re.Pattern[str]
    check: Callable[[str], bool] | None
    born_in: Callable[[str], int | None]
    sexes: Mapping[str, str]
    sex_at: int = 10

    def tells_birth(self, number: str) -> bool:
        return self.born_in(number) is not None

    def birth_date(self, number: str) -> date | None:
        """The day of birth; None when the number tells none, or one that does not exist."""
        year = self.born_in(number)
        return calendar_day(year, int(number[4:6]), int(number[6:8])) if year else None


def _never(_number: str) -> None:
    return None


def _national_year(number: str) -> int | None:
    # The century plus 3, 6 … 78: 22 and 25 mean 19, 23 and 26 mean 20.  00 means born unknown.
    century = 19 + (int(number[:2]) - 19) % 3
    return None if number.startswith("00") else 100 * century + int(number[2:4])


def _varmland_year(number: str) -> int | None:
    # F: the date is the day of birth.  U without one, X unknown, P staff, L a sample.
    return int(number[:4]) if number[9] == "F" else None


_VGR_LETTERS = str.maketrans("KMX", "578")
_CENTURY = "(?:1[89]|2[01])"
_DATE = _CENTURY + "[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
_LETTER = "[A-HJ-NPR-UX-Z]"  # not I, O, Q, V, W

NATIONAL = ReserveSeries(
    oid="1.2.752.74.9.1",
    pattern=re.compile(
        "(?:00[0-9]{2}[2-9][0-9][45][0-9]"
        "|(?:2[2-9]|[3-9][0-9])[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]))"
        f"{_LETTER}{{2}}(?:[0-9]|{_LETTER})[0-9]"
    ),
    check=luhn,
    born_in=_national_year,
    sexes=_EVEN_IS_WOMAN,  # a letter: unknown
)
STOCKHOLM = ReserveSeries(  # the year is the year of issue, not of birth
    oid="1.2.752.97.3.1.3",
    pattern=re.compile("99(?:19|2[0-2])[0-9]{8}"),
    check=lambda number: luhn(number[4:]),
    born_in=_never,
    sexes=_EVEN_IS_WOMAN,
)
VASTRA_GOTALAND = ReserveSeries(
    oid="1.2.752.113.11.0.2.1.1.1",
    pattern=re.compile(_DATE + "[KMX](?:0[6-9]|[1-8][0-9])[0-9]"),
    check=lambda number: luhn(number[2:].translate(_VGR_LETTERS)),
    born_in=lambda number: int(number[:4]),
    sexes={"K": "K", "M": "M"},
    sex_at=8,
)
VARMLAND = ReserveSeries(  # the last sign is a running letter, no check digit
    oid="1.2.752.74.9.2",
    pattern=re.compile(_DATE + "S[FUXPL][0-9][A-UW-Z1-9]"),
    check=None,
    born_in=_varmland_year,
    sexes=dict.fromkeys("2468", "K") | dict.fromkeys("3579", "M"),
)
CARELINK = ReserveSeries(  # day 32–59 stands for an unknown day
    oid="1.2.752.129.2.1.3.2",
    pattern=re.compile(_CENTURY + "[0-9]{2}(?:0[1-9]|1[0-2])(?:3[2-9]|[45][0-9])[0-9]{4}"),
    check=lambda number: luhn(number[2:]),
    born_in=_never,
    sexes={},
)
