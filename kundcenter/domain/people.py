"""Persons whom calls are about: patients, with one or several identities over time.

The date in a number is not always the date of birth (folkbokföringslagen 1991:481 18 §), so a
registered date is kept beside the number and wins over it.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from kundcenter.domain import identity
from kundcenter.domain.identity import PersonId, Sex
from kundcenter.errors import NotFound, Refused

NAME_LIMIT = 100


class PersonNotFound(NotFound):
    """No person has the id.  Facts: id."""

    code = "person.not_found"


class PersonExists(Refused):
    """The number already belongs to a registered person.  Facts: id (the person's)."""

    code = "person.exists"


class NameInvalid(Refused):
    """A name is empty, longer than 100 characters, or holds control characters."""

    code = "person.name_invalid"


class Protection(StrEnum):
    """Protected identity, DOMAIN §1.4."""

    NONE = "NONE"
    CONFIDENTIAL = "SEKRETESSMARKERING"
    PROTECTED_REGISTRATION = "SKYDDAD_FOLKBOKFORING"


@dataclass(frozen=True, slots=True)
class Person:
    """One person.  An unidentified caller is a person too, with an id of kind OKAND.

    Names and the day of birth stay out of repr(), so that they reach no log and no traceback.
    """

    id: UUID
    person_id: PersonId
    given_name: str = field(repr=False)
    family_name: str = field(repr=False)
    registered_at: datetime
    sex: Sex | None = None
    born_on: date | None = field(default=None, repr=False)
    protection: Protection = Protection.NONE

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


def clean_name(text: str) -> str:
    """A name as it is stored: NFC, single spaces.  Raises NameInvalid."""
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if not name or len(name) > NAME_LIMIT or any(_odd(c) for c in name):
        raise NameInvalid(length=len(name))
    return name


def _odd(character: str) -> bool:
    # Cc control, Cs lone surrogate, Cf formatting (right-to-left marks hide what is written)
    return unicodedata.category(character) in {"Cc", "Cs", "Cf", "Co", "Cn"}
