"""A centre, and a desk that is joined to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.ground import Clock, fill_central
from tests.start.link_ground import Joined, joined
from tests.sync.ground import Centre, a_centre, a_side


@pytest.fixture
def centre(request: pytest.FixtureRequest) -> Iterator[Centre]:
    server = request.getfixturevalue("postgres_server")
    with ExitStack() as stack:
        url = stack.enter_context(server.clone("empty", fill_central))
        yield stack.enter_context(a_centre(url, Clock()))


@pytest.fixture
def one(centre: Centre, tmp_path: Path) -> Iterator[Joined]:
    """A desk at which a nurse sits.  Its link is not started yet."""
    with ExitStack() as stack:
        side = a_side(stack, tmp_path / "one.db", centre.clock, centre, "ett")
        side.nurse()
        made = joined(side, centre)
        yield made
        made.link.stop()
