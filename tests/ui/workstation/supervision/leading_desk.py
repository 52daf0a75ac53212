"""A desk with somebody who leads at it: calls of today, queues that the exchange tells of."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from kundcenter.domain.access import Role
from kundcenter.domain.lines import EndReason, QueueLoad, QueueLoads
from kundcenter.domain.rings import Ring
from tests.ground import PASSWORD, Ground
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_people import beside
from ui.actions import Action
from ui.panels.supervision.live import LiveView
from ui.panels.supervision.mine import MineView
from ui.panels.supervision.page import SupervisionPage

QUEUE, OTHER = "1177", "vaxel"


def lead(ground: Ground, *roles: Role) -> UUID:
    """Somebody who leads nurses, or whom the roles make of them."""

    def made() -> UUID:
        ground.desk.sessions.sign_in("admin", PASSWORD)
        id = ground.operator("lead", *(roles or (Role.SUPERVISOR_NURSE,)), position="Arbetsledare")
        ground.desk.sessions.sign_out()
        return id

    return beside(made)


def call(ground: Ground, *, queue: str, waited: float, lasts: float, wrap: int = 0) -> UUID:
    """A call that was answered after so many seconds and lasted so many."""
    calls, clock = ground.desk.calls, ground.clock
    rang = Ring(
        f"line-{clock().timestamp():.0f}-{queue}",
        "+46701740605",
        queue=queue,
        waited=timedelta(seconds=waited),
    )
    id = calls.ring(rang).the("call")
    calls.answer(id)
    clock.pass_time(seconds=lasts)
    calls.end(id, EndReason.CALLER, wrap_up_seconds=wrap)
    calls.close(id, "EGENVARD")
    return id


def loads(*told: QueueLoad) -> tuple[QueueLoad, ...]:
    """What the exchange says of three queues, unless told otherwise."""
    return told or (
        QueueLoad("1177", 4, timedelta(minutes=7), 0, 12),
        QueueLoad("service", 0, timedelta(), 2, 3),
        QueueLoad("vaxel", 1, timedelta(seconds=20), 0, 0),
    )


def tell_loads(seat: Seat, *told: QueueLoad) -> None:
    seat.line.tell(QueueLoads(loads(*told)))
    seat.settle()


def sit(seat: Seat, name: str = "lead", *, tab: str = "") -> SupervisionPage:
    """At the page, on one of its tabs."""
    seat.sign_in(name)
    seat.settle()
    seat.press("Ctrl+F11")
    if tab:
        seat.press(tab)
    seat.settle()
    return page_of(seat)


def page_of(seat: Seat) -> SupervisionPage:
    return seat.workstation.pages.supervision


def live_of(seat: Seat) -> LiveView:
    view = page_of(seat).view
    assert isinstance(view, LiveView), page_of(seat).offered
    return view


def mine_of(seat: Seat) -> MineView:
    page_of(seat).show_tab(Action.SUPERVISION_MINE)
    seat.settle()
    view = page_of(seat).view
    assert isinstance(view, MineView)
    return view
