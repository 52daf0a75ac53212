"""What may stand in each field of a case, and the one form in which it is kept (DOMAIN §7.2).

Two desks that mean the same write the same text, so that their edits can be joined field by field.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Any
from uuid import UUID

from kundcenter.domain.case_clocks import event_span
from kundcenter.domain.case_codes import (
    FEEDBACK,
    AnswerBy,
    CaseField,
    CaseKind,
    Complainant,
    Injury,
    Recipient,
    Said,
)
from kundcenter.domain.case_errors import CaseInvalid
from kundcenter.domain.case_terms import Category, is_category
from kundcenter.domain.cases import CaseFacts, FieldEdit
from kundcenter.domain.phone_numbers import LONGEST, stored
from kundcenter.domain.text import NOTE_LIMIT, line
from kundcenter.domain.text import checked as checked_text

SUMMARY_LIMIT = 5_000
WANTED_LIMIT = 2_000
ADDRESS_LIMIT = 1_000
EMAIL_LIMIT = 254  # RFC 5321 §4.5.3.1.3
LANGUAGE_LIMIT = 40
REGISTRY_LIMIT = 60
EARLIEST_EVENT = 1900

# What says who somebody is: none of it may stand in an anonymous case.
TELLING = (
    CaseField.NAME,
    CaseField.PERSON,
    CaseField.NUMBER,
    CaseField.ADDRESS,
    CaseField.EMAIL,
)

_ENUMS: dict[CaseField, type[StrEnum]] = {
    CaseField.KIND: CaseKind,
    CaseField.COMPLAINANT: Complainant,
    CaseField.CONSENT: Said,
    CaseField.ANSWER_BY: AnswerBy,
    CaseField.CHILD: Said,
    CaseField.INJURY: Injury,
    CaseField.PROTECTED: Said,
    CaseField.RECIPIENT: Recipient,
    CaseField.HEARD: Said,
}
# Kept as they were typed: what somebody said in so many words.
_TEXTS = {
    CaseField.WORDS: NOTE_LIMIT,
    CaseField.SUMMARY: SUMMARY_LIMIT,
    CaseField.WANTED: WANTED_LIMIT,
    CaseField.ADDRESS: ADDRESS_LIMIT,
}
_LINES = {
    CaseField.NAME: 300,
    CaseField.RELATION: 300,
    CaseField.PATIENT: 300,
    CaseField.PROVIDER: 300,
    CaseField.LANGUAGE: LANGUAGE_LIMIT,
    CaseField.REGISTRY: REGISTRY_LIMIT,
}
_EVENT = re.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_EMAIL = re.compile(r"[^@\s,;:<>()\[\]\"\\]+@[^@\s,;:<>()\[\]\"\\]+\.[^@\s,;:<>()\[\]\"\\.]{2,}")


def checked(name: CaseField, value: str) -> str:
    """The value as it is kept; empty is always right, but of the kind.

    Raises CaseInvalid (facts field), TextInvalid.
    """
    if name in _TEXTS:
        return checked_text(value, name.value, limit=_TEXTS[name]) if value.strip() else ""
    if name in _LINES:
        return line(value, name.value, limit=_LINES[name])
    text = line(value, name.value)
    if name in _ENUMS:
        return _code(name, text)
    return _FORMS[name](text) if text else ""


def checked_facts(facts: CaseFacts) -> CaseFacts:
    """Every field as it is kept.  Raises CaseInvalid (facts field), TextInvalid."""
    for name in CaseField:
        facts = changed(facts, name, checked(name, facts.value(name)))
    must_be_nobody(facts)
    return facts


def changed(facts: CaseFacts, name: CaseField, value: str) -> CaseFacts:
    """The facts with one field's value, which has been checked."""
    kept: Any = _ENUMS[name](value) if name in _ENUMS else value
    return replace(facts, **{name.value: kept})


def checked_edits(edits: Iterable[FieldEdit]) -> tuple[FieldEdit, ...]:
    """Edits with their new values as they are kept, without those that want no change.

    Raises CaseInvalid (facts field, of what is not right or stands there twice), TextInvalid.
    """
    good: dict[CaseField, FieldEdit] = {}
    for edit in edits:
        if edit.name in good:
            raise CaseInvalid(field=edit.name.value)
        old = checked_text(edit.old, edit.name.value)  # what was seen, whatever it was
        new = checked(edit.name, edit.new)
        good[edit.name] = FieldEdit(edit.name, old, new)
    return tuple(edit for edit in good.values() if edit.old != edit.new)


def must_stay_handled(kind: CaseKind, other: str) -> None:
    """Raise CaseInvalid when a case would become what other operators handle."""
    if other != kind and not (kind in FEEDBACK and other in FEEDBACK):
        raise CaseInvalid(field=CaseField.KIND.value)


def must_be_nobody(facts: CaseFacts) -> None:
    """Raise CaseInvalid when an anonymous case says who somebody is."""
    told = telling(facts)
    if told:
        raise CaseInvalid(field=told[0].value)


def telling(facts: CaseFacts) -> tuple[CaseField, ...]:
    """Of an anonymous case: the fields that say who somebody is."""
    return tuple(name for name in TELLING if facts.anonymous and facts.value(name))


def must_have_been(event: str, today: date) -> None:
    """Raise CaseInvalid when what is complained of lies after today.  The text was checked."""
    span = event_span(event)
    if span is not None and span[0] > today:
        raise CaseInvalid(field=CaseField.EVENT.value)


def must_be_in_force(category: str, categories: Iterable[Category]) -> None:
    """Raise CaseInvalid unless the code is one of the terms, and not ended; or none."""
    if category and not any(each.code == category and not each.ended for each in categories):
        raise CaseInvalid(field=CaseField.CATEGORY.value)


def lacks(facts: CaseFacts) -> tuple[CaseField, ...]:
    """What should be known too, or the answer comes nowhere: said to the operator, never refused.

    Whether the person has an address in the register is not known here: a person is enough.
    """
    found: list[CaseField] = []
    known = bool(facts.person)
    if facts.complainant is Complainant.UNSAID:
        found.append(CaseField.COMPLAINANT)
    if facts.complainant in {Complainant.RELATIVE, Complainant.OTHER}:
        found += [name for name in (CaseField.NAME, CaseField.RELATION) if not facts.value(name)]
        if facts.consent is Said.UNSAID:
            found.append(CaseField.CONSENT)
    if not facts.anonymous and facts.answer_by is AnswerBy.UNSAID:
        found.append(CaseField.ANSWER_BY)
    needed = {
        AnswerBy.EMAIL: (CaseField.EMAIL, False),
        AnswerBy.LETTER: (CaseField.ADDRESS, known),
        AnswerBy.TELEPHONE: (CaseField.NUMBER, known),
        AnswerBy.INBOX: (CaseField.PERSON, known),
    }
    if facts.answer_by in needed and not facts.anonymous:
        name, otherwise = needed[facts.answer_by]
        if not facts.value(name) and not otherwise:
            found.append(name)
    if not facts.words and not facts.summary:
        found.append(CaseField.WORDS)
    if facts.kind is CaseKind.COMPLAINT:
        if not facts.unit and not facts.provider:
            found.append(CaseField.UNIT)
        if not facts.event:
            found.append(CaseField.EVENT)
        if facts.injury is Injury.UNSAID:
            found.append(CaseField.INJURY)
    return tuple(found)


def is_address(text: str) -> bool:
    """Whether it looks like one e-mail address, with nothing that a header could be made of."""
    odd = any(unicodedata.category(sign)[0] in "CZ" for sign in text)
    return len(text) <= EMAIL_LIMIT and not odd and _EMAIL.fullmatch(text) is not None


def _code(name: CaseField, text: str) -> str:
    try:
        return _ENUMS[name](text).value
    except ValueError:
        raise CaseInvalid(field=name.value) from None


def _id(name: CaseField, text: str) -> str:
    """An id in its one spelling: small letters with dashes."""
    try:
        return str(UUID(text))
    except ValueError:
        raise CaseInvalid(field=name.value) from None


def _number(text: str) -> str:
    found = stored(text) if len(text) <= LONGEST else None
    if found is None:
        raise CaseInvalid(field=CaseField.NUMBER.value)
    return found.value


def _event(text: str) -> str:
    if _EVENT.fullmatch(text) is None or int(text[:4]) < EARLIEST_EVENT:
        raise CaseInvalid(field=CaseField.EVENT.value)
    event_span(text)
    return text


def _email(text: str) -> str:
    if not is_address(text):
        raise CaseInvalid(field=CaseField.EMAIL.value)
    return text


def _category(text: str) -> str:
    if not is_category(text):
        raise CaseInvalid(field=CaseField.CATEGORY.value)
    return text


_FORMS: dict[CaseField, Callable[[str], str]] = {
    CaseField.PERSON: partial(_id, CaseField.PERSON),
    CaseField.UNIT: partial(_id, CaseField.UNIT),
    CaseField.NUMBER: _number,
    CaseField.EVENT: _event,
    CaseField.EMAIL: _email,
    CaseField.CATEGORY: _category,
}
