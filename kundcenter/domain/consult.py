"""Whom to ask or hand over to elsewhere: other regions, other languages, who answers at night.

Content that comes as data (resources/consult).  Which numbers and hours hold is the regions' own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from kundcenter.domain.opening import Hours, HoursInvalid, Opening, OpenState, opening_at
from kundcenter.domain.opening_text import read_hours
from kundcenter.domain.phone_numbers import PhoneNumber, PhoneNumberInvalid
from kundcenter.errors import Refused


class ConsultWrong(Refused):
    """The content cannot be used.  Facts: why (the place in the file, or what stands there)."""

    code = "consult.wrong"


@dataclass(frozen=True, slots=True)
class Region:
    """A region by its county's code.  `inside` is dialled there, `outside` from anywhere else.

    Numbers are short ones or E.164.
    """

    code: str
    name: str
    inside: str
    outside: str


@dataclass(frozen=True, slots=True)
class LanguageLine:
    """1177 in a language: its code as in the code sets (sv for Swedish), its name in Swedish."""

    code: str
    name: str
    number: str
    hours: Hours

    def at(self, at: datetime) -> Opening:
        """Whether somebody who speaks the language answers then."""
        return opening_at(self.hours, at)


@dataclass(frozen=True, slots=True)
class Night:
    """Hours in which one region answers the calls of others; all by code."""

    answers: str
    for_: tuple[str, ...]
    hours: Hours
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Consult:
    """One version of the content.  `own` is the code of the region that this desk is of."""

    version: str
    own: str
    regions: tuple[Region, ...]
    languages: tuple[LanguageLine, ...]
    nights: tuple[Night, ...] = ()
    reviewed: str = ""
    demonstration: bool = False

    def region(self, code: str) -> Region | None:
        return next((region for region in self.regions if region.code == code), None)

    def languages_at(self, at: datetime) -> tuple[tuple[LanguageLine, Opening], ...]:
        """Every line with how it is then: the open ones first, else as in the file."""
        told = [(line, line.at(at)) for line in self.languages]
        return tuple(sorted(told, key=lambda each: each[1].state is not OpenState.OPEN))

    def answering_for(self, code: str, at: datetime) -> Region | None:
        """The other region that answers the region's calls then; None when it does itself."""
        for night in self.nights:
            if code in night.for_ and opening_at(night.hours, at).state is OpenState.OPEN:
                return self.region(night.answers)
        return None


class _Region(msgspec.Struct, forbid_unknown_fields=True):
    code: str
    name: str
    inside: str = ""
    outside: str = ""


class _Language(msgspec.Struct, forbid_unknown_fields=True):
    code: str
    name: str
    number: str
    hours: str


class _Night(msgspec.Struct, forbid_unknown_fields=True):
    answers: str
    for_: tuple[str, ...] = msgspec.field(name="for")
    hours: str = ""
    comment: str = ""


class _Reached(msgspec.Struct, forbid_unknown_fields=True):
    inside: str
    outside: str


class _Content(msgspec.Struct, forbid_unknown_fields=True):
    version: str
    own: str
    regions: tuple[_Region, ...]
    reached: _Reached
    languages: tuple[_Language, ...]
    nights: tuple[_Night, ...] = ()
    reviewed: str = ""
    demonstration: bool = False


def consult(table: Mapping[str, Any]) -> Consult:
    """The content of a parsed file.  Raises ConsultWrong."""
    try:
        read = msgspec.convert(table, _Content)
    except msgspec.ValidationError as error:
        raise ConsultWrong(why=str(error)) from None
    reached = read.reached
    found = Consult(
        version=read.version,
        own=read.own,
        regions=tuple(
            Region(
                each.code,
                each.name,
                _number(each.inside or reached.inside),
                _number(each.outside or reached.outside),
            )
            for each in read.regions
        ),
        languages=tuple(
            LanguageLine(each.code, each.name, _number(each.number), _hours(each.hours))
            for each in read.languages
        ),
        nights=tuple(
            Night(each.answers, each.for_, _hours(each.hours), each.comment) for each in read.nights
        ),
        reviewed=read.reviewed,
        demonstration=read.demonstration,
    )
    _must_hang_together(found)
    return found


def _must_hang_together(found: Consult) -> None:
    codes = [region.code for region in found.regions]
    named = [found.own, *(code for n in found.nights for code in (n.answers, *n.for_))]
    for code in (*codes, *named):
        if codes.count(code) != 1:
            raise ConsultWrong(why=code)
    for night in found.nights:
        if night.answers in night.for_:
            raise ConsultWrong(why=night.answers)


def _number(text: str) -> str:
    try:
        return PhoneNumber(text).value
    except PhoneNumberInvalid:
        raise ConsultWrong(why=text) from None


def _hours(text: str) -> Hours:
    try:
        hours = read_hours(text)
    except HoursInvalid:
        raise ConsultWrong(why=text) from None
    if not hours.spans:
        raise ConsultWrong(why=f"hours: {text!r}")
    return hours
