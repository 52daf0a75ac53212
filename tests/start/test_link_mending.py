"""A desk at work looks itself over when there is nothing else to do, and is mended by itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from kundcenter.adapters.centre_faults import CentreRefused
from kundcenter.domain.link import LinkState, Phase
from kundcenter.start import link as link_module
from kundcenter.start.link import Link
from kundcenter.sync.exchange import Ask
from kundcenter.sync.exchange import Path as Where
from tests.start.link_ground import Joined, joined
from tests.sync.damage import beneath, changed, deleted, there
from tests.sync.ground import Centre, a_side, shared


@pytest.fixture
def desk(centre: Centre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Joined]:
    """A desk with rows that somebody has been at.  Its link is not started yet."""
    monkeypatch.setattr(link_module, "IDLE_EVERY", 0.005)
    with ExitStack() as stack:
        side = a_side(stack, tmp_path / "one.db", centre.clock, centre, "ett")
        side.nurse()
        for number in range(5):
            side.desk.calls.register(f"+4670174060{number}")
        side.talk(centre)
        with beneath(side.engine) as connection:
            rows = there(connection, "calls")
            changed(connection, "calls", rows[0])
            deleted(connection, "calls", rows[1])
        made = joined(side, centre)
        made.link = Link(
            side.local, made.line.connect, replace(made.link._terms, idle=side.local.look_over)
        )
        yield made
        made.link.stop()


def whole(state: LinkState) -> bool:
    return state.phase is Phase.JOINED and state.waiting.count == 0


@pytest.mark.logs("a desk's bucket differs", "mended", "rows of this desk")
def test_what_somebody_did_to_the_rows_is_undone_while_nothing_else_is_to_do(
    centre: Centre, desk: Joined
) -> None:
    desk.link.start()
    desk.seen.until_changed("call")
    desk.seen.until(whole)
    desk.link.stop()
    assert shared(desk.side.engine) == shared(centre.engine)
    assert Where.COMPARE in {ask.path for ask in desk.line.asked}


@pytest.mark.logs("rows of this desk")
def test_a_centre_of_before_gives_all_of_the_bucket_again(centre: Centre, desk: Joined) -> None:
    def of_before(ask: Ask) -> None:
        if ask.path is Where.COMPARE:
            raise CentreRefused(code="centre.no_such_path", told={}, status=404)

    desk.line.fault = of_before
    desk.link.start()
    desk.seen.until_changed("call")
    state = desk.seen.until(whole)
    desk.link.stop()
    assert state.code == ""
    assert shared(desk.side.engine) == shared(centre.engine)
    assert desk.side.local.filling() == frozenset()
