"""Cases that come in as a file of an e-service (docs/cases.md), CSV or JSON."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID, uuid5

from kundcenter.domain.case_codes import CaseKind, Service
from kundcenter.domain.cases import CaseFacts
from kundcenter.domain.identity import PersonId
from kundcenter.errors import Refused

IMPORT_LIMIT = 500  # rows in one operation; a file is brought in in several
SOURCE_LIMIT = 64  # characters of a number in the e-service
_CASES = UUID("6f2d8a52-9c0b-5b1e-8f57-3c1d5e0a7b46")  # the ids of cases that have a number there


class CasesTooMany(Refused):
    """More rows at once than one operation takes.  Facts: count, limit."""

    code = "case.too_many"


@dataclass(frozen=True, slots=True)
class ImportedCase:
    """One matter as the e-service tells it.

    `row` is its line in the file, `source` its number there.  `identity` is of whom the matter is
    about, None of an anonymous one; a person who is not registered is registered with the names.
    `hsa_id` is the unit that it is about, empty when none is said.  Of `facts` person and unit are
    empty: they are found by these two.
    """

    row: int
    source: str
    service: Service
    kind: CaseKind
    received_at: datetime
    facts: CaseFacts
    hsa_id: str = ""
    identity: PersonId | None = None
    given_name: str = field(default="", repr=False)
    family_name: str = field(default="", repr=False)

    @property
    def key(self) -> str:
        """What `Case.source` keeps of it."""
        return source_key(self.service, self.source)

    @property
    def case_id(self) -> UUID:
        """The number's: two desks that bring in one file mean the same cases."""
        return uuid5(_CASES, self.key)


class CaseRowRefusal(StrEnum):
    """Why a row that could be read cannot be brought in here."""

    UNIT = "unit"  # no unit has the HSA-id
    PERSON = "person"  # nobody has the number, and the row has no name to register
    REPEATED = "repeated"  # the number stands in the rows twice, of the same e-service


@dataclass(frozen=True, slots=True)
class CaseRowProblem:
    """`row` is the line in the file."""

    row: int
    why: CaseRowRefusal


@dataclass(frozen=True, slots=True)
class CasePlan:
    """What an import would do.  With any problem nothing is brought in.

    `same` counts those that are here already: whatever a file says of them, they are left alone.
    `persons` are those who would be registered.
    """

    new: tuple[ImportedCase, ...] = ()
    same: int = 0
    persons: frozenset[PersonId] = field(default=frozenset(), repr=False)
    problems: tuple[CaseRowProblem, ...] = ()


def source_key(service: Service, source: str) -> str:
    """One text for a number of an e-service: two of them may use the same number."""
    return f"{service.value}#{source}"


def repeated(rows: tuple[ImportedCase, ...]) -> tuple[CaseRowProblem, ...]:
    """The rows whose number stands among them already.  Raises CasesTooMany."""
    if len(rows) > IMPORT_LIMIT:
        raise CasesTooMany(count=len(rows), limit=IMPORT_LIMIT)
    met: set[str] = set()
    found: list[CaseRowProblem] = []
    for row in rows:
        if row.key in met:
            found.append(CaseRowProblem(row.row, CaseRowRefusal.REPEATED))
        met.add(row.key)
    return tuple(found)
