"""Snippets: texts that are inserted by a short code; one's own, the unit's or the region's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.access import Actor, Function
from kundcenter.domain.calendar import local
from kundcenter.domain.identity import Sex
from kundcenter.domain.people import Person
from kundcenter.domain.snippet_text import BODY_LIMIT, parse
from kundcenter.domain.text import checked
from kundcenter.errors import Conflict, NotFound, Refused

CODE_LIMIT = 20
TITLE_LIMIT = 100
IMPORT_LIMIT = 5_000  # snippets in one file

_SEXES = {Sex.WOMAN: "kvinna", Sex.MAN: "man"}  # in the record's language
_CODE = re.compile(rf"[a-zåäöéü0-9][a-zåäöéü0-9\-]{{0,{CODE_LIMIT - 1}}}")


class SnippetNotFound(NotFound):
    """The snippet is not here, or not for this operator.  Facts: id."""

    code = "snippet.not_found"


class SnippetCodeInvalid(Refused):
    """A code has 1–20 letters, digits or hyphens.  Facts: length."""

    code = "snippet.code_invalid"


class SnippetCodeTaken(Refused):
    """The code has a snippet already, in the same place.  Facts: id."""

    code = "snippet.code_taken"


class SnippetEmpty(Refused):
    """A snippet needs a title and a text.  Facts: field."""

    code = "snippet.empty"


class SnippetNeedsUnit(Refused):
    """Who works for no care unit has no unit to keep snippets for."""

    code = "snippet.needs_unit"


class SnippetStale(Conflict):
    """Somebody else has changed the snippet.  Facts: id, upon, found."""

    code = "snippet.stale"


class SnippetsTooMany(Refused):
    """More snippets at once than there is room for.  Facts: count, limit."""

    code = "snippet.too_many"


class SnippetRepeated(Refused):
    """The same code stands twice among those that come in together.  Facts: at (place from 1)."""

    code = "snippet.repeated"


class Scope(StrEnum):
    """Whose a snippet is.  The nearer goes before the farther when two have the same code."""

    PERSONAL = "EGEN"
    TEAM = "ENHET"
    REGION = "REGION"


NEAREST = (Scope.PERSONAL, Scope.TEAM, Scope.REGION)


class NoteField(StrEnum):
    """The fields of a note that a snippet may be meant for; their names in Note."""

    HISTORY = "history"
    BACKGROUND = "background"
    ASSESSMENT = "assessment"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Wording:
    """What a snippet says.  No `fields` means that it fits everywhere."""

    code: str
    title: str
    body: str
    review_on: date | None = None
    fields: frozenset[NoteField] = frozenset()

    def checked(self) -> Wording:
        """The wording as it is stored.

        Raises SnippetCodeInvalid, SnippetEmpty, SnippetTextWrong, TextInvalid.
        """
        for name, text in (("title", self.title), ("text", self.body)):
            if not text.strip():
                raise SnippetEmpty(field=name)
        checked(self.title, "title", limit=TITLE_LIMIT)
        parse(checked(self.body, "text", limit=BODY_LIMIT))
        return replace(self, code=clean_code(self.code))


@dataclass(frozen=True, slots=True)
class Snippet:
    """One snippet as it stands.  `owner_id` answers for it; `care_unit` is set for a team's.

    `review_on` is the day by which the owner shall have read it again; `number` counts versions.
    """

    id: UUID
    code: str
    title: str
    body: str
    scope: Scope
    owner_id: UUID
    care_unit: str
    review_on: date | None
    fields: frozenset[NoteField]
    number: int
    changed_at: datetime
    changed_by: UUID
    retired_at: datetime | None = None

    @property
    def holder(self) -> str:
        """Where a code may stand once: with one operator, in one unit, or in the region."""
        if self.scope is Scope.PERSONAL:
            return str(self.owner_id)
        return f"unit:{self.care_unit}" if self.scope is Scope.TEAM else ""

    @property
    def wording(self) -> Wording:
        return Wording(self.code, self.title, self.body, self.review_on, self.fields)

    def overdue(self, today: date) -> bool:
        """Whether it should have been read again by now."""
        return self.retired_at is None and self.review_on is not None and self.review_on < today

    def fits(self, field: NoteField | None) -> bool:
        return field is None or not self.fields or field in self.fields

    def worded(self, wording: Wording, at: datetime, by: UUID) -> Snippet:
        """The next version."""
        return replace(
            self,
            code=wording.code,
            title=wording.title,
            body=wording.body,
            review_on=wording.review_on,
            fields=wording.fields,
            number=self.number + 1,
            changed_at=at,
            changed_by=by,
        )

    def retired(self, at: datetime, by: UUID) -> Snippet:
        """No longer offered; what it has been is kept."""
        return replace(self, number=self.number + 1, changed_at=at, changed_by=by, retired_at=at)


@dataclass(frozen=True, slots=True)
class SnippetVersion:
    """What a snippet was when it was written; it is never changed."""

    id: UUID
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class Use:
    """How often a snippet was inserted, by anybody."""

    snippet_id: UUID
    uses: int
    last_on: date


@dataclass(frozen=True, slots=True)
class Incoming:
    """One snippet that comes in from elsewhere."""

    scope: Scope
    wording: Wording


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do: which come as new, which replace one, how many are the same."""

    new: tuple[Incoming, ...] = ()
    changed: tuple[tuple[Snippet, Incoming], ...] = ()
    same: int = 0


@dataclass(frozen=True, slots=True)
class Shelf:
    """All snippets of one operator at one moment, and how much they are used."""

    snippets: tuple[Snippet, ...] = ()
    uses: Mapping[UUID, Use] = field(default_factory=dict)


def clean_code(text: str) -> str:
    """A code as it is stored: NFC, lower case.  Raises SnippetCodeInvalid."""
    code = unicodedata.normalize("NFC", text.strip()).lower()
    if not _CODE.fullmatch(code):
        raise SnippetCodeInvalid(length=len(text))
    return code


def holder_of(scope: Scope, actor: Actor) -> str:
    """The place of the actor's own snippets of a scope.  Raises SnippetNeedsUnit."""
    if scope is Scope.PERSONAL:
        return str(actor.operator_id)
    if scope is Scope.REGION:
        return ""
    if not actor.care_unit:
        raise SnippetNeedsUnit
    return f"unit:{actor.care_unit}"


def holders_of(actor: Actor) -> tuple[str, ...]:
    """Every place whose snippets the actor sees: other people's and units' are none of them."""
    unit = (f"unit:{actor.care_unit}",) if actor.care_unit else ()
    return (str(actor.operator_id), *unit, "")


def function_of(scope: Scope) -> Function:
    """What one must be allowed to, to change snippets of the scope."""
    return Function.OWN_SNIPPETS if scope is Scope.PERSONAL else Function.SHARED_SNIPPETS


def nearest(snippets: Iterable[Snippet]) -> tuple[Snippet, ...]:
    """One snippet for each code, the nearest, in the order of the codes."""
    found: dict[str, Snippet] = {}
    for snippet in snippets:
        held = found.get(snippet.code)
        if held is None or NEAREST.index(snippet.scope) < NEAREST.index(held.scope):
            found[snippet.code] = snippet
    return tuple(found[code] for code in sorted(found))


def planned(
    there: Iterable[Snippet], rows: tuple[Incoming, ...], holders: Mapping[Scope, str]
) -> Plan:
    """What bringing in the rows would do to the snippets that are there.

    The rows' wordings must be checked.  Raises SnippetsTooMany, SnippetRepeated.
    """
    if len(rows) > IMPORT_LIMIT:
        raise SnippetsTooMany(count=len(rows), limit=IMPORT_LIMIT)
    held = {(snippet.holder, snippet.code): snippet for snippet in there}
    met: set[tuple[Scope, str]] = set()
    new: list[Incoming] = []
    changed: list[tuple[Snippet, Incoming]] = []
    same = 0
    for at, row in enumerate(rows, start=1):
        key = (row.scope, row.wording.code)
        if key in met:
            raise SnippetRepeated(at=at)
        met.add(key)
        older = held.get((holders[row.scope], row.wording.code))
        if older is None:
            new.append(row)
        elif older.wording == row.wording:
            same += 1
        else:
            changed.append((older, row))
    return Plan(tuple(new), tuple(changed), same)


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and by whom a snippet is inserted: what its variables can be filled in with."""

    at: datetime
    operator: str = ""
    unit: str = ""
    person: Person | None = None

    def values(self) -> dict[str, str]:
        """The variables that are known; nothing of a person with protected identity."""
        now = local(self.at)
        values = {
            "today": f"{now:%Y-%m-%d}",
            "time": f"{now:%H:%M}",
            "operator": self.operator,
            "unit": self.unit,
        }
        person = self.person
        if person is not None and not person.protected:
            age = person.age(now.date())
            values["patient.name"] = person.name
            values["patient.age"] = "" if age is None else f"{age} år"
            sex = person.sex or person.person_id.sex
            values["patient.sex"] = _SEXES[sex] if sex else ""
        return {name: value for name, value in values.items() if value}
