"""Finds every number in a text that might be a person's or a telephone's, and judges it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kundcenter.demo.region import published
from kundcenter.domain import phone_numbers
from kundcenter.domain.identity import PersonIdInvalid, parse
from kundcenter.domain.phone_numbers import PhoneKind, PhoneNumberInvalid, is_fictional

TODAY = date(2026, 11, 21)
SHORT_NUMBERS = {"112", "1177"}
OFFICIAL = frozenset(published().person_numbers)

# What is known not to be a number of anybody: our marks, our own test ids, places, instants, days.
_KNOWN = re.compile(
    rf"(?<![0-9A-Za-z]){published().reserve_pattern}(?![0-9A-Za-z])"
    "|OKÄND-[0-9a-f-]{36}"
    "|SE0000000001(?:-DEMO[A-Z0-9]+)?"
    "|demo-[a-z0-9]+-[0-9]+"
    '|"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"'  # our ids, in JSON
    '|"(?:latitude|longitude)":[0-9]{7,8}(?![0-9])'  # millionths of a degree
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[ T][0-9:.]+Z?)?"
)
_PERSON = re.compile(r"(?<![0-9])(?:[0-9]{2})?[0-9]{6}[-+ –]?[0-9]{4}(?![0-9])")
_PHONE = re.compile(r"(?<![0-9.])(?:\+|00|0)[0-9](?:[ ()/–-]?[0-9]){5,13}(?![0-9])")
_LONG = re.compile("[0-9]{7,}")


def strangers(text: str) -> Iterator[str]:
    """The numbers that are neither official test numbers nor fictional telephone numbers."""
    text = _KNOWN.sub(" ", text)
    for match in _PERSON.finditer(text):
        if _is_person(match[0]) and _person(match[0]) not in OFFICIAL:
            yield match[0]
    for found in (_PHONE, _LONG):
        for match in found.finditer(text):
            if not _is_person(match[0]) and not _allowed_phone(match[0]):
                yield match[0]


def _person(text: str) -> str | None:
    try:
        return parse(text.replace("–", "-"), TODAY).person_id.value
    except PersonIdInvalid:
        return None


def _is_person(text: str) -> bool:
    return _person(text) is not None


def _allowed_phone(text: str) -> bool:
    try:
        number = phone_numbers.parse(text)
    except PhoneNumberInvalid:
        return text in OFFICIAL or text in {value[2:] for value in OFFICIAL}
    if number is None or number.kind is not PhoneKind.PUBLIC:
        return number is None or number.value in SHORT_NUMBERS
    return is_fictional(number)
