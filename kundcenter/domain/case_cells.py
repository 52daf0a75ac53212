"""One cell of a file of an e-service's cases: from text to what is kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

from kundcenter.domain.booking_cells import when
from kundcenter.domain.booking_sheets import Unusable, number_of
from kundcenter.domain.calendar import is_instant, local
from kundcenter.domain.case_checks import EARLIEST
from kundcenter.domain.case_codes import (
    AnswerBy,
    CaseField,
    CaseKind,
    Complainant,
    Injury,
    Said,
    Service,
)
from kundcenter.domain.case_errors import CaseInvalid
from kundcenter.domain.case_fields import checked
from kundcenter.domain.case_files import SOURCE_LIMIT
from kundcenter.domain.case_sheets import CaseFault, Unfit, as_case_fault
from kundcenter.domain.case_words import (
    ANSWERS,
    COMPLAINANTS,
    INJURIES,
    KINDS,
    SAID,
    SERVICES,
    Code,
    Words,
    code_of,
)
from kundcenter.domain.identity import PersonId
from kundcenter.domain.people import NAME_LIMIT, NameInvalid, clean_name
from kundcenter.domain.text import NOTE_LIMIT, TextInvalid
from kundcenter.domain.unit_sheets import Wrong, hsa_id_of, one_line, prose

T = TypeVar("T")

_ZONED = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?"
    r"(Z|[+-][0-9]{2}:?[0-9]{2})"
)
_FAULTS = {
    CaseField.EVENT: CaseFault.EVENT,
    CaseField.NUMBER: CaseFault.PHONE,
    CaseField.EMAIL: CaseFault.EMAIL,
    CaseField.LANGUAGE: CaseFault.LANGUAGE,
}


def _safe(read: Callable[[str], T], text: str) -> T:
    """What the files of units and of times read alike, with our faults.  Raises Unfit."""
    try:
        return read(text)
    except Wrong as wrong:
        raise Unfit(as_case_fault(wrong.fault)) from None
    except Unusable as wrong:
        raise Unfit(CaseFault(wrong.fault.value)) from None


def said(text: str) -> str:
    """One line, or nothing.  Raises Unfit."""
    return _safe(one_line, text)


def source_of(text: str) -> str:
    """The number in the e-service.  Raises Unfit."""
    found = _safe(lambda each: one_line(each, limit=SOURCE_LIMIT), text)
    if not found:
        raise Unfit(CaseFault.MISSING)
    return found


def received_of(text: str, now: datetime) -> datetime:
    """When it came in: a Swedish clock's time, or one with a zone.  Raises Unfit."""
    shown = said(text)
    if _ZONED.fullmatch(shown):
        try:
            found = datetime.fromisoformat(shown)
        except ValueError:
            raise Unfit(CaseFault.INSTANT) from None
        if not is_instant(found):
            raise Unfit(CaseFault.INSTANT)
        found = found.astimezone(UTC)
    else:
        found = _safe(when, shown)
    if found < EARLIEST:
        raise Unfit(CaseFault.INSTANT)
    if found > now:
        raise Unfit(CaseFault.FUTURE)
    return found


def person_of(text: str, now: datetime) -> PersonId | None:
    """A person's number in any spelling; None of nothing.  Raises Unfit."""
    return _safe(lambda each: number_of(each, local(now).date()), text) if said(text) else None


def unit_of(text: str) -> str:
    """An HSA-id, or nothing.  Raises Unfit."""
    return _safe(hsa_id_of, text) if said(text) else ""


def name_of(text: str) -> str:
    """A name, or nothing.  Raises Unfit."""
    shown = _safe(lambda each: one_line(each, limit=NAME_LIMIT), text)
    try:
        return clean_name(shown) if shown else ""
    except NameInvalid:
        raise Unfit(CaseFault.SIGNS) from None


def _code(words: Words[Code], fault: CaseFault) -> Callable[[str], Code]:
    def read(text: str) -> Code:
        shown = said(text)
        code = code_of(words, shown)
        if code is None:
            raise Unfit(fault if shown else CaseFault.MISSING)
        return code

    return read


def kind_of(text: str) -> CaseKind | None:
    """The kind; None when nothing is said.  Raises Unfit."""
    return _code(KINDS, CaseFault.KIND)(text) if said(text) else None


service_of: Callable[[str], Service] = _code(SERVICES, CaseFault.SERVICE)
complainant_of: Callable[[str], Complainant] = _code(COMPLAINANTS, CaseFault.COMPLAINANT)
answer_of: Callable[[str], AnswerBy] = _code(ANSWERS, CaseFault.ANSWER)
injury_of: Callable[[str], Injury] = _code(INJURIES, CaseFault.INJURY)
flag_of: Callable[[str], Said] = _code(SAID, CaseFault.FLAG)


def _field(name: CaseField, *, lines: bool = False) -> Callable[[str], str]:
    """A field by the rule that it has wherever it is written."""

    def read(text: str) -> str:
        shown = _safe(lambda each: prose(each, limit=NOTE_LIMIT), text) if lines else said(text)
        try:
            return checked(name, shown)
        except TextInvalid:
            raise Unfit(CaseFault.TOO_LONG) from None
        except CaseInvalid:
            raise Unfit(_FAULTS.get(name, CaseFault.UNUSABLE)) from None

    return read


def _words(text: str) -> str:
    found = _field(CaseField.WORDS, lines=True)(text)
    if not found:
        raise Unfit(CaseFault.MISSING)
    return found


@dataclass(frozen=True, slots=True)
class CaseColumn:
    """One column: its heading, the headings that mean the same, and how its cell is read.

    `key` is a field of ImportedCase, or of its facts.
    """

    key: str
    heading: str
    also: tuple[str, ...]
    read: Callable[[str], Any]
    needed: bool = False


def case_columns(now: datetime) -> tuple[CaseColumn, ...]:
    """Those of a file of cases; nothing has come in after `now`."""
    return (
        CaseColumn("source", "ärende-id", ("ärendeid", "case id", "id"), source_of, True),
        CaseColumn("service", "e-tjänst", ("tjänst", "service"), service_of, True),
        CaseColumn(
            "received_at",
            "inkommet",
            ("inkom", "received"),
            lambda text: received_of(text, now),
            True,
        ),
        CaseColumn("words", "text", ("meddelande", "words", "message"), _words, True),
        CaseColumn("kind", "typ", ("kind", "type"), kind_of),
        CaseColumn("hsa_id", "hsa-id", ("hsaid",), unit_of),
        CaseColumn(
            "identity",
            "personnummer",
            ("person", "personal number"),
            lambda text: person_of(text, now),
        ),
        CaseColumn("given_name", "förnamn", ("given name", "first name"), name_of),
        CaseColumn("family_name", "efternamn", ("family name", "last name"), name_of),
        CaseColumn("complainant", "anmälare", ("vem", "complainant"), complainant_of),
        CaseColumn("name", "anmälarens namn", ("complainant name",), _field(CaseField.NAME)),
        CaseColumn("relation", "relation", (), _field(CaseField.RELATION)),
        CaseColumn("consent", "samtycke", ("consent",), flag_of),
        CaseColumn("answer_by", "svar via", ("svarssätt", "answer by"), answer_of),
        CaseColumn("number", "telefon", ("phone", "telephone"), _field(CaseField.NUMBER)),
        CaseColumn("email", "e-post", ("epost", "e-mail", "email"), _field(CaseField.EMAIL)),
        CaseColumn("address", "adress", ("address",), _field(CaseField.ADDRESS, lines=True)),
        CaseColumn("event", "händelse", ("händelsedatum", "event"), _field(CaseField.EVENT)),
        CaseColumn("provider", "vårdgivare", ("provider",), _field(CaseField.PROVIDER)),
        CaseColumn("wanted", "önskemål", ("wanted",), _field(CaseField.WANTED, lines=True)),
        CaseColumn("child", "barn", ("child",), flag_of),
        CaseColumn("language", "språk", ("language",), _field(CaseField.LANGUAGE)),
        CaseColumn("injury", "vårdskada", ("injury",), injury_of),
        CaseColumn("protected", "skyddad", ("protected",), flag_of),
    )
