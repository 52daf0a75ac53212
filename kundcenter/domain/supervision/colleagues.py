"""Those who may be on the roster, or were, as everybody at the desk sees them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from kundcenter.domain.access import Role
from kundcenter.domain.operators import Operator
from kundcenter.domain.supervision.work_turns import WORKING


@dataclass(frozen=True, slots=True)
class Colleague:
    """`roles` are those that one may work as, in the order of WORKING; `left` may not sign in.

    Whoever has none of them may have had one: their old turns are theirs.
    """

    id: UUID
    name: str
    user_name: str
    roles: tuple[Role, ...]
    left: bool = False


def colleagues(operators: Iterable[Operator]) -> tuple[Colleague, ...]:
    """By name, then user name."""
    found = (
        Colleague(
            each.id,
            each.name,
            each.user_name,
            tuple(role for role in WORKING if role in each.roles),
            not each.enabled,
        )
        for each in operators
    )
    return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.user_name)))
