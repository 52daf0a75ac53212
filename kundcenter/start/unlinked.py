"""A desk that belongs to a centre which its settings no longer name: it is said, and it counts."""

from __future__ import annotations

from kundcenter.domain.feed import Waiting
from kundcenter.domain.link import NO_CENTRE, LinkState, Phase
from kundcenter.start.opening import OpenDesk
from ui.link import LinkView
from ui.tasks import Tasks


def tell_unlinked(desk: OpenDesk, tasks: Tasks, view: LinkView) -> None:
    """Tell `view` now, and after every change, how much waits for a centre that is not there."""
    local = desk.local
    assert local is not None, "a desk that is its own centre waits for nobody"
    since = desk.desk.now()

    def show(waiting: Waiting) -> None:
        view.tell(LinkState(Phase.STOPPED, since, waiting, code=NO_CENTRE))

    def count(_: object = None) -> None:
        tasks.run(view, local.waiting, show, lambda _: None, topic="unlinked")

    tasks.changed.connect(count)
    count()
