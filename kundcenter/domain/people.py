"""Persons whom calls are about: patients, with one or several identities over time.

The date in a number is not always the date of birth (folkbokföringslagen 1991:481 18 §), so a
registered date is kept beside the number and wins over it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from kundcenter.domain import identity
from kundcenter.domain.identity import IdKind, PersonId, Sex
from kundcenter.domain.identity_errors import BirthDayImpossible, BornInTheFuture
from kundcenter.domain.personal_numbers import EARLIEST_YEAR
from kundcenter.errors import NotFound, Refused

NAME_LIMIT = 100
_BIRTH_DAY = re.compile("([0-9]{4})-?([0-9]{2})-?([0-9]{2})")
_BIRTH_YEAR = re.compile("(?:18|19|20|21)[0-9]{2}")
_AGE = re.compile(r"(?:ca\.? |cirka )?([0-9]{1,3}) ?(år|mån|månad|månader)?")
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


class ProtectionNeedsReason(Refused):
    """Whoever takes away the mark of a protected identity says why."""

    code = "person.lift_needs_reason"


class PersonNeedsReason(Refused):
    """What is said of who an identified person is, is changed with a reason.  Facts: id."""

    code = "person.needs_reason"


class IdentityIsFirst(Refused):
    """The person has had no identity before the present one.  Facts: id."""

    code = "person.identity_is_first"


class BirthUnreadable(Refused):
    """What was written is no date of birth, no year and no age."""

    code = "person.birth_unreadable"


class Protection(StrEnum):
    """Protected identity, DOMAIN §1.4."""

    NONE = "NONE"
    CONFIDENTIAL = "SEKRETESSMARKERING"
    PROTECTED_REGISTRATION = "SKYDDAD_FOLKBOKFORING"

    def lowered_to(self, other: Protection) -> bool:
        """Whether the other protects less."""
        return _STRICTNESS.index(other) < _STRICTNESS.index(self)


_STRICTNESS = (Protection.NONE, Protection.CONFIDENTIAL, Protection.PROTECTED_REGISTRATION)


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

    @property
    def unidentified(self) -> bool:
        """Whether nobody knows who it is; then name, sex and day of birth are a description."""
        return self.person_id.kind is IdKind.OKAND

    def identified_as(self, identity: PersonId) -> Person:
        """The same person under a later identity.

        What is registered wins over the number, but what was guessed of somebody unknown does not.
        """
        self.must_stand()
        sex = (self.sex, identity.sex)
        if not self.unidentified:
            return replace(self, person_id=identity, sex=sex[0] or sex[1])
        born = None if identity.birth_date else self.born_on
        return replace(self, person_id=identity, sex=sex[1] or sex[0], born_on=born)

    def identified_before_as(self, identity: PersonId) -> Person:
        """The same person under the identity that the present one took the place of.

        What only the present number can have told goes with it: a sex, or a day of birth, that is
        the number's own and that the former one does not tell.
        """
        self.must_stand()
        mistaken = self.person_id
        same_sex = self.sex is mistaken.sex and self.sex is not identity.sex
        same_day = self.born_on == mistaken.birth_date
        return replace(
            self,
            person_id=identity,
            sex=identity.sex if same_sex else self.sex,
            born_on=None if same_day else self.born_on,
        )

    def named(self, given_name: str, family_name: str) -> Person:
        """The same person by another name; who is unidentified needs no family name.

        Raises NameInvalid.
        """
        family = family_name
        if family.strip() or not self.unidentified:
            family = clean_name(family)
        return replace(self, given_name=clean_name(given_name), family_name=family.strip())

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

    @property
    def void(self) -> bool:
        """Whether the change that made it a former one was taken back."""
        return self.identity == PersonId.unknown(self.id)

    def voided(self) -> FormerIdentity:
        """The row that stays when the person goes by the identity again: it has no number."""
        return replace(self, identity=PersonId.unknown(self.id))


def latest_of(person: Person, former: Iterable[FormerIdentity]) -> FormerIdentity:
    """The identity that the person's present one took the place of.  Raises IdentityIsFirst."""
    own = [each for each in former if each.person_id == person.id and not each.void]
    if not own:
        raise IdentityIsFirst(id=person.id)
    return max(own, key=lambda each: (each.until_at, each.id))


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


def birth_said(text: str, today: date) -> date | None:
    """A day of birth out of what somebody says: a date, a year, or an age in years or months.

    A year means its middle, and an age the day that is just so long ago: near enough for an age.
    None for nothing said.  Raises BirthUnreadable, BornInTheFuture, BirthDayImpossible.
    """
    said = " ".join(text.split()).casefold()
    if not said:
        return None
    if match := _BIRTH_DAY.fullmatch(said):
        try:
            return birth_day(date(int(match[1]), int(match[2]), int(match[3])), today)
        except ValueError:
            raise BirthUnreadable from None
    if match := _BIRTH_YEAR.fullmatch(said):
        year = int(match[0])
        middle = date(year, 7, 1)
        return birth_day(min(middle, today) if year == today.year else middle, today)
    if match := _AGE.fullmatch(said):
        months = int(match[1]) * (1 if (match[2] or "").startswith("m") else 12)
        year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
        if year < EARLIEST_YEAR:
            raise BirthDayImpossible
        return birth_day(date(year, month + 1, min(today.day, 28)), today)
    raise BirthUnreadable


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
