"""One statement for several times: of a short time most of what it costs is to ask at all.

A query that is asked of one time names its times in parameters; here there is a copy for each time,
with parameters of its own, and every copy finds its rows as the query itself does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    CompoundSelect,
    Connection,
    Integer,
    Select,
    bindparam,
    literal_column,
    union_all,
)
from sqlalchemy.sql.visitors import replacement_traverse

MOST = 16  # copies in one statement: SQLite takes five hundred selects, and one query has nine

Query = Select[Any] | CompoundSelect[Any]


def rows_at(
    connection: Connection, query: Query, times: Sequence[Mapping[str, object]], **also: object
) -> list[list[Sequence[Any]]]:
    """The query's rows for each of the times, which are its parameters; `also` are common to all.

    Within one time they are in no order.
    """
    found: list[list[Sequence[Any]]] = [[] for _ in times]
    for first in range(0, len(times), MOST):
        some = times[first : first + MOST]
        named = {
            f"{name}_{at}": told for at, time in enumerate(some) for name, told in time.items()
        }
        copies = _copies(query, tuple(some[0]), len(some))
        for row in connection.execute(copies, {**named, **also}):
            found[first + row[-1]].append(row[:-1])
    return found


@cache
def _copies(query: Query, names: tuple[str, ...], count: int) -> CompoundSelect[Any]:
    return union_all(*(one for at in range(count) for one in _numbered(query, names, at)))


def _numbered(query: Query, names: tuple[str, ...], at: int) -> Iterator[Select[Any]]:
    """The query's selects, with parameters of that number, and the number as the last column."""

    def own(element: Any, **_: Any) -> Any:
        if isinstance(element, BindParameter) and element.key in names:
            return bindparam(f"{element.key}_{at}", type_=element.type)
        return None

    parts: Sequence[Any] = query.selects if isinstance(query, CompoundSelect) else (query,)
    for part in parts:
        yield replacement_traverse(part, {}, own).add_columns(literal_column(str(at), Integer))
