"""Persons whom calls are about: patients, with one or several identities over time.

The date in a number is not always the date of birth (folkbokföringslagen 1991:481 18 §), so a
registered date is kept beside the number and wins over it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from kundcenter.domain import identity
from kundcenter.domain.identity import PersonId, Sex
from kundcenter.domain.identity_errors import BirthDayImpossible, BornInTheFuture
from kundcenter.domain.personal_numbers import EARLIEST_YEAR
from kundcenter.errors import NotFound, Refused

NAME_LIMIT = 100
_DEATH = re.compile("((?:18|19|20|21)[0-9]{2})-([0-9]{2})-([0-9]{2})")


class PersonNotFound(NotFound):
    """No person has the id.  Facts: id."""

    code = "person.not_found"


class PersonExists(Refused):
    """The number already belongs to a registered person.  Facts: id (the person's)."""

    code = "person.exists"


class NameInvalid(Refused):
    """A name is empty, longer than 100 characters, or holds control characters."""

    code = "person.name_invalid"


class PersonMerged(Refused):
    """The person has been merged into another, who is to be used instead.  Facts: id, into."""

    code = "person.merged"


class DeathDateInvalid(Refused):
    """The day of death is no YYYY-MM-DD, whose month and day may be 00, or lies in the future."""

    code = "person.death_date_invalid"


class LiftNeedsReason(Refused):
    """Whoever takes away the mark of a protected identity says why."""

    code = "person.lift_needs_reason"


class Protection(StrEnum):
    """Protected identity, DOMAIN §1.4."""

    NONE = "NONE"
    CONFIDENTIAL = "SEKRETESSMARKERING"
    PROTECTED_REGISTRATION = "SKYDDAD_FOLKBOKFORING"

    def lowered_to(self, other: Protection) -> bool:
        """Whether the other protects less."""
        ladder = (Protection.NONE, Protection.CONFIDENTIAL, Protection.PROTECTED_REGISTRATION)
        return ladder.index(other) < ladder.index(self)


@dataclass(frozen=True, slots=True)
class Person:
    """One person.  An unidentified caller is a person too, with an id of kind OKAND.

    `died_on` is YYYY-MM-DD whose month and day may be 00 (the population register knows no more),
    empty for the living.  `language` is what an interpreter is needed for, empty when none is.
    `merged_into` is the person who is used instead (domain/merges.py).

    Names and days stay out of repr(), so that they reach no log and no traceback.
    """

    id: UUID
    person_id: PersonId
    given_name: str = field(repr=False)
    family_name: str = field(repr=False)
    registered_at: datetime
    sex: Sex | None = None
    born_on: date | None = field(default=None, repr=False)
    protection: Protection = Protection.NONE
    died_on: str = field(default="", repr=False)
    language: str = field(default="", repr=False)
    merged_into: UUID | None = None

    @property
    def protected(self) -> bool:
        return self.protection is not Protection.NONE

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()

    def birth_date(self) -> date | None:
        """The registered date, or else the date in the number."""
        return self.born_on or self.person_id.birth_date

    def age(self, on: date) -> int | None:
        """Whole years on a day; None when no date of birth is known."""
        born = self.birth_date()
        return None if born is None else identity.age(born, on)

    def protected_as(self, protection: Protection) -> Person:
        return replace(self, protection=protection)

    def identified_as(self, identity: PersonId) -> Person:
        """The same person under a later identity; what is registered wins over the number."""
        self.must_stand()
        return replace(self, person_id=identity, sex=self.sex or identity.sex)

    def veiled(self) -> Person:
        """As lists may hold them: of a protected person nothing but that they exist."""
        if not self.protected:
            return self
        return Person(
            id=self.id,
            person_id=PersonId.unknown(self.id),
            given_name="",
            family_name="",
            registered_at=self.registered_at,
            protection=self.protection,
            merged_into=self.merged_into,
        )

    def must_stand(self) -> None:
        """Raise PersonMerged when another person is used instead."""
        if self.merged_into is not None:
            raise PersonMerged(id=self.id, into=self.merged_into)


@dataclass(frozen=True, slots=True)
class FormerIdentity:
    """An identity that a person had until `until_at`; it still finds them (DOMAIN §1.3)."""

    id: UUID
    person_id: UUID
    identity: PersonId
    until_at: datetime
    by: UUID


_STRICTNESS = tuple(Protection)


def strictest(*marks: Protection) -> Protection:
    """The strongest of several marks: of persons who turn out to be one."""
    return max(marks, key=_STRICTNESS.index)


def birth_day(born: date | None, today: date) -> date | None:
    """A registered day of birth.  Raises BornInTheFuture, BirthDayImpossible."""
    if born is not None and born > today:
        raise BornInTheFuture
    if born is not None and born.year < EARLIEST_YEAR:
        raise BirthDayImpossible
    return born


def death_date(text: str, today: date) -> str:
    """A day of death as it is stored, where month and day may be 00 (OfullstandigtDatum).

    Raises DeathDateInvalid.
    """
    match = _DEATH.fullmatch(text.strip())
    if match is None:
        raise DeathDateInvalid
    year, month, day = match.groups()
    if day != "00" and month == "00":
        raise DeathDateInvalid
    whole = f"{year}-{max(month, '01')}-{max(day, '01')}"
    try:
        earliest = date.fromisoformat(whole)
    except ValueError:
        raise DeathDateInvalid from None
    if earliest > today:
        raise DeathDateInvalid
    return f"{year}-{month}-{day}"


def clean_name(text: str) -> str:
    """A name as it is stored: NFC, single spaces.  Raises NameInvalid."""
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if not name or len(name) > NAME_LIMIT or any(_odd(c) for c in name):
        raise NameInvalid(length=len(name))
    return name


def _odd(character: str) -> bool:
    # Cc control, Cs lone surrogate, Cf formatting (right-to-left marks hide what is written)
    return unicodedata.category(character) in {"Cc", "Cs", "Cf", "Co", "Cn"}
