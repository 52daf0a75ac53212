"""The table of seed 003 §6.1 (DOMAIN §0.1): who handles which question."""

from __future__ import annotations

from itertools import product

import pytest

from kundcenter.domain.service_desk.axes import (
    Axes,
    Complexity,
    HandledBy,
    Handling,
    Nature,
    Scope,
    handled_by,
)

G, P = Scope.GENERAL, Scope.INDIVIDUAL
S, C = Complexity.SIMPLE, Complexity.COMPLEX
A, M = Nature.ADMINISTRATIVE, Nature.MEDICAL
SWITCHBOARD = Handling((HandledBy.SWITCHBOARD,), proposed=False)
SITE_OR_DESK = Handling((HandledBy.SITE, HandledBy.SERVICE_DESK), proposed=False)
CARE = Handling(
    (HandledBy.PRIMARY_CARE, HandledBy.E_SERVICES, HandledBy.NURSE_LINE), proposed=False
)
TABLE = {
    (G, S, A): SWITCHBOARD,
    (P, S, A): SWITCHBOARD,
    (G, C, A): SITE_OR_DESK,
    (G, C, M): SITE_OR_DESK,
    (P, S, M): CARE,
    (P, C, M): CARE,
    (P, C, A): Handling((HandledBy.SERVICE_DESK,), proposed=True),
    (G, S, M): Handling((HandledBy.SITE, HandledBy.NURSE_LINE), proposed=True),
}


@pytest.mark.parametrize("axes", list(product(Scope, Complexity, Nature)))
def test_every_row_of_the_table(axes: tuple[Scope, Complexity, Nature]) -> None:
    assert handled_by(Axes(*axes)) == TABLE[axes]


def test_the_proposals_are_the_two_rows_of_which_the_seed_is_silent() -> None:
    assert {axes for axes, told in TABLE.items() if told.proposed} == {(P, C, A), (G, S, M)}
