"""A centre with two desks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from kundcenter.domain.access import Role
from tests.ground import Clock, fill_central
from tests.sync.ground import Centre, Side, a_centre, a_side


@pytest.fixture
def three(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Centre, Side, Side]]:
    clock = Clock()
    with ExitStack() as stack:
        server = request.getfixturevalue("postgres_server")
        url = stack.enter_context(server.clone("empty", fill_central))
        centre = stack.enter_context(a_centre(url, clock))
        one = a_side(stack, tmp_path / "one.db", clock, centre, "ett")
        other = a_side(stack, tmp_path / "other.db", clock, centre, "två")
        yield centre, one, other


@pytest.fixture
def team_of_two(three: tuple[Centre, Side, Side]) -> tuple[Centre, Side, Side]:
    """Two nurses of one team, who both know of each other."""
    centre, one, other = three
    one.begin()
    one.operator("anna", Role.NURSE, Role.SUPERVISOR_NURSE)
    one.operator("bo", Role.NURSE)
    one.sign_in("anna")
    for side in (one, other):
        side.talk(centre)
    other.takes("bo")
    for side in (one, other, one):
        side.talk(centre)
    return centre, one, other
