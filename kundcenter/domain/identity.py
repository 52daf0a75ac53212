"""Who a patient is: personnummer, samordningsnummer and reserve numbers, read from any spelling.

    reading = parse("850709-9805", today)
    reading.person_id.value           # "198507099805", as it is stored
    reading.person_id.shown(today)    # "850709-9805", as it is read aloud
    reading.warnings                  # what to look at once more, although it was accepted

`parse` tries, in this order, and takes the first that fits whole:

1. personnummer and samordningsnummer, of ten or twelve digits;
2. the national reserve number;
3. the region's own reserve number, when its pattern is given;
4. the reserve numbers of Stockholm, Västra Götaland, Värmland and Inera Carelink;
5. an interim number: no patient identity, but kept as LRES_LOCAL so that care is not held up;
6. our own mark for a person whom nobody could identify.

When none fits, the first that came close says why.  The number on an LMA card has no form to be
recognised by: it is made with `PersonId(IdKind.LMA, text)`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import partial
from uuid import UUID

from kundcenter.domain import personal_numbers, reserve_numbers
from kundcenter.domain.identity_errors import (
    BirthDayImpossible,
    BornInTheFuture,
    CheckDigitWrong,
    PersonIdInvalid,
    PersonIdMalformed,
    Reason,
)
from kundcenter.domain.reserve_numbers import ReserveSeries
from kundcenter.domain.written_numbers import plain

__all__ = [
    "Caution", "IdKind", "PersonId", "PersonIdInvalid", "Reading", "Reason", "Sex", "age", "parse",
]  # fmt: skip

LONGEST = 64  # characters; nothing longer is looked at


class IdKind(StrEnum):
    PNR = "PNR"  # personnummer
    SAM = "SAM"  # samordningsnummer
    NRID = "NRID"  # nationellt reservnummer
    LRES_SLL = "LRES_SLL"  # Region Stockholm
    LRES_VGR = "LRES_VGR"  # Västra Götalandsregionen
    LRES_VARMLAND = "LRES_VARMLAND"
    LRES_CARELINK = "LRES_CARELINK"
    LRES_LOCAL = "LRES_LOCAL"  # the region's own series; also interim numbers
    LMA = "LMA"  # an asylum seeker's card, free text
    OKAND = "OKAND"  # a person whom nobody could identify; the value is our own

    @property
    def oid(self) -> str | None:
        """The root of the identity in RIV-TA; None for kinds that have none of their own."""
        series = _SERIES.get(self)
        return series.oid if series else _OIDS.get(self)


class Sex(StrEnum):
    WOMAN = "K"
    MAN = "M"


class Caution(StrEnum):
    SIGN_MISMATCH = "SIGN_MISMATCH"  # the '-' or '+' does not agree with the age
    CHECK_NOT_VERIFIED = "CHECK_NOT_VERIFIED"  # the number has no check digit that we could check
    INTERIM = "INTERIM"  # given by a school or an employer; no national patient identity


@dataclass(frozen=True, slots=True)
class PersonId:
    """One identity of one person, as it is stored.  Raises PersonIdMalformed.

    The value stays out of repr(), so that no log and no traceback tells whose it is.
    """

    kind: IdKind
    value: str = field(repr=False)

    def __post_init__(self) -> None:
        if not _STORED[self.kind].fullmatch(self.value):
            raise PersonIdMalformed(kind=self.kind)

    @classmethod
    def unknown(cls, id: UUID) -> PersonId:
        """The mark of a person whom nobody could identify."""
        return cls(IdKind.OKAND, f"OKÄND-{id}")

    @property
    def birth_date(self) -> date | None:
        """The day that the number tells, if any.  Only a default: a registered day wins, for a
        nearby date is given when the numbers of a day have run out (1991:481 18 §).
        """
        if self.kind in _PERSONAL:
            return personal_numbers.birth_date(self.value)
        series = _SERIES.get(self.kind)
        return series.birth_date(self.value) if series else None

    @property
    def sex(self) -> Sex | None:
        """The sex that the number tells, if any.  Only a default: a registered one wins."""
        if self.kind in _PERSONAL:
            return Sex.MAN if int(self.value[10]) % 2 else Sex.WOMAN
        series = _SERIES.get(self.kind)
        letter = series.sexes.get(self.value[series.sex_at]) if series else None
        return Sex(letter) if letter else None

    def shown(self, today: date) -> str:
        """As it is written and read aloud: YYMMDD-NNNC, with + from the year of turning 100.
        Other kinds than personnummer and samordningsnummer are shown as they are stored.
        """
        if self.kind not in _PERSONAL:
            return self.value
        sign = personal_numbers.sign(int(self.value[:4]), today)
        return f"{self.value[2:8]}{sign}{self.value[8:]}"


@dataclass(frozen=True, slots=True)
class Reading:
    person_id: PersonId
    warnings: tuple[Caution, ...] = ()


def parse(text: str, today: date, *, local_pattern: re.Pattern[str] | None = None) -> Reading:
    """Read a person's number in any spelling.  Raises PersonIdInvalid; every text is answered.

    White space, invisible marks and the sort of dash do not matter; digits are 0 to 9 and no
    others.  A short form means the latest birth that is possible, never one after today.
    `local_pattern` has to match the whole text in upper case, without white space.
    """
    if len(text) > LONGEST:
        raise PersonIdMalformed
    written = plain(text)
    if written.isascii():
        written = written.upper()
    refusal: PersonIdInvalid | None = None
    for read in (
        _personal,
        partial(_reserve, _NATIONAL),
        partial(_own_region, local_pattern),
        partial(_reserve, _OTHER_REGIONS),
        _interim,
        _unidentified,
    ):
        try:
            if reading := read(written, today):
                return reading
        except PersonIdInvalid as error:
            refusal = refusal or error
    raise refusal or PersonIdMalformed


def age(born: date, on: date) -> int:
    """Whole years.  Who was born on 29 February gets older on 28 February in common years: a time
    in years ends on the last day of a month that lacks the day (lag 1930:173 1 §).
    """
    birthday = personal_numbers.calendar_day(on.year, born.month, born.day)
    return on.year - born.year - (on < (birthday or date(on.year, 2, 28)))


# The readers: None when the text is not of their kind, PersonIdInvalid when it is one with a fault.


def _personal(written: str, today: date) -> Reading | None:
    read = personal_numbers.read(written, today)
    if read is None:
        return None
    number, sign_agrees = read
    kind = IdKind.SAM if personal_numbers.is_coordination(number) else IdKind.PNR
    return Reading(PersonId(kind, number), () if sign_agrees else (Caution.SIGN_MISMATCH,))


def _reserve(
    all_series: Mapping[IdKind, ReserveSeries], written: str, today: date
) -> Reading | None:
    number = written[:8] + written[8:].removeprefix("-")
    for kind, series in all_series.items():
        if series.pattern.fullmatch(number):
            born = series.birth_date(number)
            if series.tells_birth(number) and born is None:
                raise BirthDayImpossible
            if series.check and not series.check(number):
                raise CheckDigitWrong
            if born and born > today:
                raise BornInTheFuture
            return Reading(PersonId(kind, number), () if series.check else _UNVERIFIED)
    return None


def _own_region(pattern: re.Pattern[str] | None, written: str, _today: date) -> Reading | None:
    if pattern and pattern.fullmatch(written):
        return Reading(PersonId(IdKind.LRES_LOCAL, written), _UNVERIFIED)
    return None


def _interim(written: str, today: date) -> Reading | None:
    number = personal_numbers.read_interim(written, today)
    return Reading(PersonId(IdKind.LRES_LOCAL, number), (Caution.INTERIM,)) if number else None


def _unidentified(written: str, _today: date) -> Reading | None:
    match = re.fullmatch("OKÄND-([0-9A-F-]{36})", written.upper())
    return Reading(PersonId(IdKind.OKAND, f"OKÄND-{match[1].lower()}")) if match else None


_UNVERIFIED = (Caution.CHECK_NOT_VERIFIED,)
_PERSONAL = frozenset({IdKind.PNR, IdKind.SAM})
_NATIONAL = {IdKind.NRID: reserve_numbers.NATIONAL}
_OTHER_REGIONS = {
    IdKind.LRES_SLL: reserve_numbers.STOCKHOLM,
    IdKind.LRES_VGR: reserve_numbers.VASTRA_GOTALAND,
    IdKind.LRES_VARMLAND: reserve_numbers.VARMLAND,
    IdKind.LRES_CARELINK: reserve_numbers.CARELINK,
}
_SERIES: Mapping[IdKind, ReserveSeries] = _NATIONAL | _OTHER_REGIONS
_OIDS = {IdKind.PNR: "1.2.752.129.2.1.3.1", IdKind.SAM: "1.2.752.129.2.1.3.3"}
_STORED: Mapping[IdKind, re.Pattern[str]] = {
    IdKind.PNR: re.compile("(?:1[89]|2[01])[0-9]{2}(?:0[1-9]|1[0-2])[0-3][0-9]{5}"),
    IdKind.SAM: re.compile("(?:1[89]|2[01])[0-9]{2}(?:0[0-9]|1[0-2])[6-9][0-9]{5}"),
    **{kind: series.pattern for kind, series in _SERIES.items()},
    IdKind.LRES_LOCAL: re.compile("[!-~]{1,40}"),
    IdKind.LMA: re.compile("[!-~\u00a1-\u024f](?:[ -~\u00a1-\u024f]{0,18}[!-~\u00a1-\u024f])?"),
    IdKind.OKAND: re.compile("OKÄND-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
}
