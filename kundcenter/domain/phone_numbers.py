"""Telephone numbers: read in every spelling, stored as E.164, shown as Swedes group them.

    parse("070-174 06 05")           # PhoneNumber("+46701740605")
    parse("1177"), parse("104 50")   # a short number, an extension of our own exchange
    parse("ankn. 104 50")            # the same extension
    parse("anonymous")               # None: the caller withheld the number

The library `phonenumbers` is imported when first needed: it costs 40 ms that a start must not pay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from kundcenter.domain.written_numbers import plain
from kundcenter.errors import Refused

LONGEST = 64  # characters; nothing longer is looked at

_PUBLIC = re.compile(r"\+[1-9][0-9]{5,14}")
_SHORT = re.compile("112|1177|11[3468][0-9]{2,3}|90[0-9]{3}")  # the national series 11 and 90
_EXTENSION = re.compile("[1-9][0-9]{1,4}")
_INTERNAL = re.compile(r"(?:anknytning|ankn|int|ext)\.?:?([1-9][0-9]{1,4})")
_SPELLING = re.compile(r"\(?\+?[0-9][0-9()/.-]*")
_WITHHELD = frozenset(
    {"", "anonymous", "withheld", "private", "restricted", "unavailable", "unknown"}
    | {"hemligt", "hemligtnummer", "skyddatnummer", "doltnummer", "okänt", "okäntnummer"}
)


class PhoneNumberInvalid(Refused):
    """The text is no telephone number that could be dialled.  It is never carried along."""

    code = "phone_number.invalid"


class AreaCodeMissing(PhoneNumberInvalid):
    """Only the local part was given: the area code, or a mobile number's first 0, is missing."""

    code = "phone_number.area_code_missing"


class PhoneKind(StrEnum):
    PUBLIC = "public"  # can be dialled from anywhere in the world
    SHORT = "short"  # 112, 1177, 113 13 …: within Sweden
    EXTENSION = "extension"  # within our own exchange


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """One number as it is stored: E.164, or the bare digits of a short number or an extension.

    Raises PhoneNumberInvalid.  The value stays out of repr(), and so out of logs.
    """

    value: str = field(repr=False)

    def __post_init__(self) -> None:
        if not any(form.fullmatch(self.value) for form in (_PUBLIC, _SHORT, _EXTENSION)):
            raise PhoneNumberInvalid

    @property
    def kind(self) -> PhoneKind:
        if self.value.startswith("+"):
            return PhoneKind.PUBLIC
        return PhoneKind.SHORT if _SHORT.fullmatch(self.value) else PhoneKind.EXTENSION

    def shown(self) -> str:
        """As Swedes group it: 070-174 06 05, 0980-31 92 00, 113 13; foreign ones with +."""
        if self.kind is PhoneKind.EXTENSION or len(self.value) <= 4:
            return self.value
        if self.kind is PhoneKind.SHORT:
            return f"{self.value[:3]} {self.value[3:]}"
        if shared_cost := re.fullmatch(r"\+46(771)(\d\d)(\d\d)(\d\d)", self.value):
            return "0{}-{} {} {}".format(*shared_cost.groups())  # the library writes 077-1…
        import phonenumbers as library

        number = library.parse(self.value)
        swedish = number.country_code == 46
        form = library.PhoneNumberFormat
        return library.format_number(number, form.NATIONAL if swedish else form.INTERNATIONAL)


def parse(text: str) -> PhoneNumber | None:
    """Read a number in any spelling; None when it is blank or says that it is withheld.

    Accepts spaces, dashes, dots, slashes, brackets, (0), 00 for +, and tel: addresses; digits are
    0–9 only.  Raises PhoneNumberInvalid, or AreaCodeMissing.
    """
    if len(text) > LONGEST:
        raise PhoneNumberInvalid
    spelled = plain(text).lower()
    if spelled in _WITHHELD:
        return None
    if internal := _INTERNAL.fullmatch(spelled):
        return _extension(internal[1])
    digits = _digits(spelled)
    if _SHORT.fullmatch(digits) or _EXTENSION.fullmatch(digits):
        return PhoneNumber(digits)
    return _public(_international(digits))


def stored(text: str) -> PhoneNumber | None:
    """The number that a verb keeps; None when there is none that could be dialled.

    What has the stored form already is taken as it is: which numbers are in use changes with the
    years, and an operation must be carried out again to the letter in any of them.
    """
    try:
        return PhoneNumber(text)
    except PhoneNumberInvalid:
        pass
    try:
        return parse(text)
    except PhoneNumberInvalid:
        return None


def _extension(digits: str) -> PhoneNumber:
    """What is called an extension; 112 and its like are none, whatever they are called."""
    if _SHORT.fullmatch(digits):
        raise PhoneNumberInvalid
    return PhoneNumber(digits)


def _digits(spelled: str) -> str:
    """Only digits, and a + in front if there was one."""
    address = spelled.removeprefix("tel:")
    if address != spelled:
        address = address.removeprefix("//")  # as many web pages write it
    number, *parameters = address.replace("%2b", "+").split(";")
    if not _SPELLING.fullmatch(number) or set(parameters) - {"phone-context=+46"}:
        raise PhoneNumberInvalid  # an extension after the number would otherwise be lost
    return re.sub("[^+0-9]", "", number)


def _international(digits: str) -> str:
    """With + and the country: Sweden where none is given."""
    if digits.startswith("00"):
        digits = f"+{digits[2:]}"
    elif digits.startswith("0"):
        digits = f"+46{digits[1:]}"
    elif re.fullmatch("46[1-9][0-9]{8}", digits):  # as some exchanges deliver it
        digits = f"+{digits}"  # shorter ones are left alone: ten digits may be a personnummer
    elif re.fullmatch("[1-9][0-9]{5,8}", digits):
        raise AreaCodeMissing
    return digits


def _public(written: str) -> PhoneNumber:
    import phonenumbers as library

    try:
        number = library.parse(written)
    except library.NumberParseException:
        raise PhoneNumberInvalid from None
    # Sweden's plan is known to the digit; of other countries' only the lengths are relied on.
    swedish = number.country_code == 46
    usable = library.is_valid_number if swedish else library.is_possible_number
    stored = library.format_number(number, library.PhoneNumberFormat.E164)
    if not usable(number) or library.parse(stored) != number:
        raise PhoneNumberInvalid  # the latter: rows of zeros, of which a new one goes each time
    return PhoneNumber(stored)


@dataclass(frozen=True, slots=True)
class NumberSeries:
    """A run of numbers, `first` to `last` in E.164, in a place."""

    place: str
    first: str
    last: str

    def __contains__(self, number: PhoneNumber) -> bool:
        value = number.value
        return len(value) == len(self.first) and self.first <= value <= self.last

    def __iter__(self) -> Iterator[PhoneNumber]:
        for digits in range(int(self.first), int(self.last) + 1):
            yield PhoneNumber(f"+{digits}")


# Never given to a subscriber (PTS, numbers for books and films): all that a demo may show.
FICTIONAL_SERIES = (
    NumberSeries("mobil", "+46701740605", "+46701740699"),
    NumberSeries("Göteborg", "+46313900600", "+46313900699"),
    NumberSeries("Malmö", "+46406280400", "+46406280499"),
    NumberSeries("Stockholm", "+46846500400", "+46846500499"),
    NumberSeries("Kiruna", "+46980319200", "+46980319299"),
)


def is_fictional(number: PhoneNumber) -> bool:
    return any(number in series for series in FICTIONAL_SERIES)
