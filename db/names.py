"""The words by which persons are found: an index that the verbs keep, word by word."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    PrimaryKeyConstraint,
    Select,
    bindparam,
    delete,
    func,
    insert,
    select,
)

from db.base import table
from db.types import Bytes, Id
from kundcenter.domain.names import NameQuery, born_text, index_words
from kundcenter.domain.people import Person

# Bytes, not text: every database sorts them alike, whatever language it was set up for.
name_words = table(
    "name_words",
    Column("word", Bytes, nullable=False),
    Column("born", Bytes, nullable=False),
    Column("person_id", Id, ForeignKey("people.id"), nullable=False),
    PrimaryKeyConstraint("word", "born", "person_id"),
    Index(None, "person_id", "word"),
)

FEW = 400  # beyond that a word is not counted further: it is a common one
MOST = 1_500  # persons with the rarest word whose other words are looked at
_LAST = b"\xff"  # sorts after every letter

_FORGET = delete(name_words).where(name_words.c.person_id == bindparam("of_person"))
_ADD = insert(name_words)
_EXACT = (
    select(name_words.c.person_id)
    .where(name_words.c.word == bindparam("word"), name_words.c.born == bindparam("born"))
    .limit(bindparam("limit"))
)
_COUNT = select(func.count()).select_from(
    select(name_words.c.person_id)
    .where(name_words.c.word >= bindparam("low"), name_words.c.word < bindparam("high"))
    .limit(bindparam("limit"))
    .subquery()
)


def words_of(person: Person) -> Iterator[dict[str, Any]]:
    """The rows of one person.  A protected one has none: no list of names may show them."""
    if person.protected:
        return
    born = born_text(person.birth_date()).encode()
    for word in index_words(person.given_name, person.family_name):
        yield {"word": word.encode(), "born": born, "person_id": person.id}


def index(on: Connection, person: Person) -> None:
    """Write the words of a person anew."""
    on.execute(_FORGET, {"of_person": person.id})
    rows = list(words_of(person))
    if rows:
        on.execute(_ADD, rows)


def alike(on: Connection, word: str, born: str, limit: int) -> list[UUID]:
    """Persons who have just that word and that day of birth."""
    named = {"word": word.encode(), "born": born.encode(), "limit": limit}
    return [row.person_id for row in on.execute(_EXACT, named)]


def found(on: Connection, query: NameQuery, limit: int) -> list[UUID]:
    """Persons who have a word beginning with each of the query's, `limit` at most, in any order.

    The rarest word leads, and at most `MOST` persons who have it are looked at, so that no
    search takes long, whatever is typed.
    """
    ranges = [_range(word) for word in query.words]
    if len(ranges) > 1:
        ranges.sort(key=lambda each: _count(on, *each))
    born_low, born_high = _range(query.born)
    named: dict[str, object] = {"born_low": born_low, "born_high": born_high}
    for number, (low, high) in enumerate(ranges):
        named |= {f"low_{number}": low, f"high_{number}": high}
    statement = _search(len(ranges))
    return [row.person_id for row in on.execute(statement, {**named, "most": MOST, "limit": limit})]


def _range(beginning: str) -> tuple[bytes, bytes]:
    return beginning.encode(), beginning.encode() + _LAST


def _count(on: Connection, low: bytes, high: bytes) -> int:
    return on.execute(_COUNT, {"low": low, "high": high, "limit": FEW}).scalar_one()


@cache
def _search(words: int) -> Select[Any]:
    leading = (
        select(name_words.c.person_id)
        .where(
            name_words.c.word >= bindparam("low_0"),
            name_words.c.word < bindparam("high_0"),
            name_words.c.born >= bindparam("born_low"),
            name_words.c.born < bindparam("born_high"),
        )
        .limit(bindparam("most"))
        .subquery("leading")
    )
    statement = select(leading.c.person_id).distinct()
    for number in range(1, words):
        other = name_words.alias(f"word_{number}")
        statement = statement.where(
            select(other.c.person_id)
            .where(
                other.c.person_id == leading.c.person_id,
                other.c.word >= bindparam(f"low_{number}"),
                other.c.word < bindparam(f"high_{number}"),
            )
            .exists()
        )
    return statement.limit(bindparam("limit"))
