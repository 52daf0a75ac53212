"""Several telephone numbers written in one cell or field, and back again."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kundcenter.domain.phone_numbers import PhoneNumber, PhoneNumberInvalid, parse
from kundcenter.domain.switchboard.contacts import ContactNumber, NumberKind

_BETWEEN = re.compile(r"[,;\n]")


def numbers_in(text: str, kind: NumberKind, *, hidden: bool = False) -> tuple[ContactNumber, ...]:
    """The numbers of a text with commas, semicolons or lines between.

    Raises PhoneNumberInvalid, also for a word that says that a number is withheld.
    """
    found = []
    for part in _BETWEEN.split(text):
        if part.strip():
            number = parse(part)
            if number is None:
                raise PhoneNumberInvalid
            found.append(ContactNumber(kind, number.value, hidden))
    return tuple(found)


def numbers_text(numbers: Iterable[ContactNumber], kind: NumberKind) -> str:
    """The numbers of the kind as Swedes group them; those that are hidden are not in it."""
    return ", ".join(
        _shown(each.number) for each in numbers if each.kind is kind and not each.hidden
    )


def _shown(number: str) -> str:
    try:
        return PhoneNumber(number).shown()
    except PhoneNumberInvalid:
        return number
