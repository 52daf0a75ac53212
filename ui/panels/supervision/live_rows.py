"""The two lists of the page that tells how it is now: the queues, and what is switched."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kundcenter.domain.redirects import Redirect
from kundcenter.domain.supervision.closures import Closure
from kundcenter.domain.supervision.incidents import Incident
from kundcenter.domain.supervision.live_now import Heed, LiveNow, free_heed, wait_heed
from ui.badges import Badge
from ui.directory_keeper import DirectoryKeeper
from ui.records import Column, RecordModel
from ui.supervision.live_keeper import LiveKeeper
from ui.supervision.live_words import (
    NOTHING,
    closure_words,
    free_badge,
    heed_badge,
    incident_name,
    incident_words,
    percent,
    queue_name,
    seconds,
    wait_badge,
)
from ui.theme.colours import ToneName
from ui.times import span
from ui.unit_words import redirect_text

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Switched:
    """One thing that is not as usual; exactly one of the three is there."""

    id: UUID
    closure: Closure | None = None
    redirect: Redirect | None = None
    incident: Incident | None = None


def switched(live: LiveNow) -> tuple[Switched, ...]:
    """What is closed, sent elsewhere or out of order, the queues first."""
    return (
        *(Switched(each.id, closure=each) for each in live.closed.values()),
        *(Switched(each.id, redirect=each) for each in live.redirects),
        *(Switched(each.id, incident=each) for each in live.incidents),
    )


class LiveRows:
    """What the columns need to know; a row of a queue is its name."""

    def __init__(self, keeper: LiveKeeper, units: DirectoryKeeper) -> None:
        self._keeper, self._units = keeper, units

    def queues(self, parent: QWidget) -> RecordModel[str]:
        """How it is in each queue."""
        return RecordModel[str](
            (
                Column(translate("LiveRows", "Kö"), queue_name),
                Column(translate("LiveRows", "Väntar"), self._waiting, figures=True, width=8),
                Column(translate("LiveRows", "Längst"), self._longest, figures=True, width=8),
                Column(translate("LiveRows", "Lediga"), self._free, figures=True, width=8),
                Column(
                    translate("LiveRows", "Läge"),
                    lambda queue: self.badge(queue).text,
                    badge=self.badge,
                    width=17,
                ),
                Column(translate("LiveRows", "Besvarat"), self._answered, figures=True, width=9),
                Column(translate("LiveRows", "Medelväntetid"), self._mean, figures=True, width=14),
                Column(translate("LiveRows", "Samtal"), self._offered, figures=True, width=8),
            ),
            key=lambda queue: queue,
            parent=parent,
        )

    def switched(self, parent: QWidget) -> RecordModel[Switched]:
        """What is closed, sent elsewhere or out of order."""
        return RecordModel[Switched](
            (
                Column(
                    translate("LiveRows", "Vad"),
                    lambda row: self.kind_badge(row).text,
                    badge=self.kind_badge,
                    width=17,
                ),
                Column(translate("LiveRows", "Vilken"), self._which, width=18),
                Column(translate("LiveRows", "Sedan när och varför"), self._told, tip=self._told),
            ),
            key=lambda row: row.id,
            parent=parent,
        )

    def badge(self, queue: str) -> Badge:
        """The one thing to know of a queue."""
        return queue_badge(self._keeper, queue)

    def kind_badge(self, row: Switched) -> Badge:
        """What sort of thing it is."""
        if row.closure is not None:
            return Badge(translate("LiveRows", "Stängd kö"), ToneName.WARNING, "lock")
        if row.redirect is not None:
            return Badge(translate("LiveRows", "Omdirigerad"), ToneName.WARNING, "arrow-right")
        return Badge(translate("LiveRows", "Händelse"), ToneName.DANGER, "warning")

    # -- the cells -----------------------------------------------------------------------------

    def _waiting(self, queue: str) -> str:
        load = self._keeper.load(queue)
        return NOTHING if load is None else str(load.waiting)

    def _longest(self, queue: str) -> str:
        load = self._keeper.load(queue)
        return NOTHING if load is None or not load.waiting else span(load.longest)

    def _free(self, queue: str) -> str:
        load = self._keeper.load(queue)
        if load is None:
            return NOTHING
        words = translate("LiveRows", "{free} av {members}")
        return words.format(free=load.free, members=load.members)

    def _answered(self, queue: str) -> str:
        live = self._keeper.live
        if live is None:
            return NOTHING
        return percent(live.queue(queue).share(live.limits.short_seconds))

    def _mean(self, queue: str) -> str:
        live = self._keeper.live
        return NOTHING if live is None else seconds(live.queue(queue).counts.answered.mean)

    def _offered(self, queue: str) -> str:
        live = self._keeper.live
        return NOTHING if live is None else str(live.queue(queue).counts.offered)

    def _which(self, row: Switched) -> str:
        if row.closure is not None:
            return queue_name(row.closure.queue)
        if row.redirect is not None:
            return self._units.name(row.redirect.unit_id)
        return incident_name(row.incident.kind) if row.incident is not None else ""

    def _told(self, row: Switched) -> str:
        now = self._keeper.now
        if row.closure is not None:
            return closure_words(row.closure, now)
        if row.redirect is not None:
            return redirect_text(row.redirect, self._units.name, now)
        return incident_words(row.incident, now) if row.incident is not None else ""


def queue_badge(keeper: LiveKeeper, queue: str) -> Badge:
    """The one thing to know of a queue: closed, unmanned, or how long one waits.

    Of one that the exchange does not close or open as it is told: that.
    """
    live, load = keeper.live, keeper.load(queue)
    if queue in keeper.unheeded:
        return heed_badge(Heed.OVER, translate("LiveRows", "Växeln följer inte"))
    if live is not None and queue in live.closed:
        return Badge(translate("LiveRows", "Stängd"), ToneName.WARNING, "lock")
    if live is None or load is None:
        return heed_badge(Heed.UNKNOWN, translate("LiveRows", "Växeln tiger"))
    wait, free = wait_heed(load, live.limits_of(queue)), free_heed(load)
    if wait is Heed.OVER or free is Heed.CALM:
        return wait_badge(wait)
    return free_badge(free, load) if wait is Heed.CALM or free is Heed.OVER else wait_badge(wait)
