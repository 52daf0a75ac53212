"""Two desks and the centre: what one does the other sees, and all three agree."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from kundcenter.domain.access import Role
from tests.ground import MAN, PASSWORD, WHOLE, WOMAN, Clock, fill_central, identity
from tests.sync.ground import Centre, Side, a_centre, a_side, shared


@pytest.fixture
def three(
    request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[tuple[Centre, Side, Side]]:
    clock = Clock()
    with ExitStack() as stack:
        server = request.getfixturevalue("postgres_server")
        url = stack.enter_context(server.clone("empty", fill_central))
        centre = stack.enter_context(a_centre(url, clock))
        one = a_side(stack, tmp_path / "one.db", clock, centre, "ett")
        other = a_side(stack, tmp_path / "other.db", clock, centre, "två")
        yield centre, one, other


def test_what_one_desk_does_the_other_has(three: tuple[Centre, Side, Side]) -> None:
    centre, one, other = three
    one.nurse()
    person = one.person(WOMAN)
    call = one.desk.calls.register("+46701740605").the("call")
    entry = one.desk.journal.write(person, WHOLE, call_id=call).the("entry")
    version = one.desk.journal.entry(entry).versions[-1] if hasattr(one.desk.journal, "entry") else None
    del version
    one.talk(centre)
    other.talk(centre)
    assert one.local.waiting().count == 0
    assert shared(one.engine) == shared(centre.engine)
    theirs = shared(other.engine)
    assert theirs["entries"] == shared(one.engine)["entries"]
    assert theirs["people"] == shared(one.engine)["people"]
