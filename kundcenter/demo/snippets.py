"""The snippets of the demo region: the region's, the unit's and one nurse's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from kundcenter.demo.chance import ID_BITS, chance_of, id_at
from kundcenter.domain.calendar import local
from kundcenter.domain.operators import Operator
from kundcenter.domain.snippets import NoteField, Scope, Snippet, SnippetVersion


@dataclass(frozen=True, slots=True)
class Phrase:
    """One snippet as data.  `user` owns it; it is to be read again `reviewed` days on, 0 never."""

    scope: Scope
    user: str
    code: str
    title: str
    body: str
    fields: frozenset[NoteField] = frozenset()
    reviewed: int = 0


def snippets(
    phrases: tuple[Phrase, ...], operators: tuple[Operator, ...], *, seed: int, at: datetime
) -> Iterator[Snippet | SnippetVersion]:
    """Each snippet with its first version, added about the instant by its owner."""
    chance = chance_of(seed, "snippets")
    users = {operator.user_name: operator for operator in operators}
    for phrase in phrases:
        owner = users[phrase.user]
        days = timedelta(days=phrase.reviewed)
        added = Snippet(
            id=id_at(at, chance.getrandbits(ID_BITS)),
            code=phrase.code,
            title=phrase.title,
            body=phrase.body,
            scope=phrase.scope,
            owner_id=owner.id,
            care_unit=owner.care_unit if phrase.scope is Scope.TEAM else "",
            review_on=local(at + days).date() if phrase.reviewed else None,
            fields=phrase.fields,
            number=1,
            changed_at=at,
            changed_by=owner.id,
        )
        yield added
        yield SnippetVersion(id_at(at, chance.getrandbits(ID_BITS)), added)
