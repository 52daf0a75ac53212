"""Writes down once that the exchange or the centre is away for long, and that it is back."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from kundcenter.changes import Changes
from kundcenter.domain.access import NotPermitted, NotSignedIn
from kundcenter.domain.lines import LineDown, LineEvent, LineUp
from kundcenter.domain.link import LinkState, Phase
from kundcenter.domain.supervision.incidents import (
    CENTRE_AWAY_AFTER,
    LINE_AWAY_AFTER,
    Incident,
    IncidentKind,
)
from kundcenter.domain.supervision.presences import SILENCE
from kundcenter.errors import KundcenterError
from ui.link import LinkView
from ui.services import Services
from ui.tasks import Tasks

MOST_KEPT = 100  # outages that were over before anybody sat down


class OutageFollower(QObject):
    """Of one thing that may be away.  `refused` carries an error for a notice."""

    refused = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        kind: IncidentKind,
        after: timedelta,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._incidents, self._kind = tasks, services.incidents, kind
        self._now = services.now
        self.after = after
        self._seated = self._tidied = False
        self._up = QElapsedTimer()  # since it has been there
        self._there: bool | None = None  # not known yet
        self._since: QElapsedTimer | None = None
        self._noting = False
        self._noted: UUID | None = None
        self._over: list[tuple[QElapsedTimer, timedelta]] = []  # since its beginning; how long
        self._ended: list[tuple[UUID, QElapsedTimer]] = []  # when nobody sat here
        self._long = QTimer(self)
        self._long.setSingleShot(True)
        self._long.timeout.connect(self._note)
        self._again = QTimer(self)
        self._again.setInterval(round((SILENCE + timedelta(minutes=1)).total_seconds() * 1000))
        self._again.timeout.connect(self._tidy)

    def sit_down(self) -> None:
        """Somebody sits here: what has been heard is written down."""
        self._seated, self._tidied = True, False
        self._catch_up()

    def _catch_up(self) -> None:
        over, self._over = self._over, []
        for since, lasted in over:
            self._notice(_elapsed(since), lasted)
        ended, self._ended = self._ended, []
        for id, since in ended:
            self._cease(id, _elapsed(since))
        if self._there and not self._noting and not self._tidied:
            self._tidied = True
            self._tidy()
        if self._since is not None and _elapsed(self._since) >= self.after:
            self._note()

    def stand_up(self) -> None:
        """Nobody sits here; it is only listened to."""
        self._seated = False
        self._again.stop()

    def tell(self, there: bool) -> None:
        """Whether it is there.  May be told again and again."""
        if there is self._there:
            return
        self._there = there
        if there:
            self._up.start()
            self._back()
            return
        self._since = QElapsedTimer()
        self._since.start()
        self._long.start(round(self.after.total_seconds() * 1000))

    def _back(self) -> None:
        self._long.stop()
        since, self._since = self._since, None
        noted, self._noted = self._noted, None
        if noted is not None:
            self._end(noted)
        elif since is not None and not self._noting and _elapsed(since) >= self.after:
            lasted = _elapsed(since)
            self._over = [*self._over[-MOST_KEPT:], (since, lasted)]
        if self._seated:
            self._catch_up()

    def _note(self) -> None:
        """It has been away for long."""
        if not self._seated or self._since is None or self._noting or self._noted is not None:
            return
        self._noting = True
        ago = _elapsed(self._since)
        verb = partial(self._incidents.notice, self._kind, ago)
        self._tasks.run(self, verb, self._on_noted, self._not_noted)

    def _on_noted(self, changes: Changes) -> None:
        self._noting = False
        (id,) = changes.of("incident")
        if self._there:  # back before it was written down
            self._end(id)
        else:
            self._noted = id
        if self._seated:
            self._catch_up()

    def _not_noted(self, error: KundcenterError) -> None:
        self._noting = False
        self._complain(error)

    def _notice(self, ago: timedelta, lasted: timedelta) -> None:
        verb = partial(self._incidents.notice, self._kind, ago, lasted)
        self._tasks.run(self, verb, refused=self._complain)

    def _end(self, id: UUID) -> None:
        """Now; by whoever sits here next, if nobody does."""
        if self._seated:
            self._cease(id)
            return
        since = QElapsedTimer()
        since.start()
        self._ended = [*self._ended[-MOST_KEPT:], (id, since)]

    def _cease(self, id: UUID, ago: timedelta = timedelta()) -> None:
        verb = partial(self._incidents.cease, id, ago)
        self._tasks.run(self, verb, refused=self._complain)

    def _tidy(self) -> None:
        """What this operator's desk had noted when it lost its power itself is over too.

        Asked again now and then: a desk of theirs that is silent is known to be so after a while.
        """
        if not self._seated or not self._there:
            return
        self._again.start()
        ask = partial(self._incidents.left_open, self._kind)
        self._tasks.run(self, ask, self._end_left, lambda _: None)

    def _end_left(self, left: tuple[Incident, ...]) -> None:
        """Over since it has been there; of what began later it is not known until when it was."""
        if not self._there:
            return
        lasted = _elapsed(self._up)
        up = self._now() - lasted
        for each in left:
            if each.id != self._noted:
                self._cease(each.id, lasted if each.starts_at < up else timedelta())

    def _complain(self, error: KundcenterError) -> None:
        if not isinstance(error, NotSignedIn | NotPermitted):  # they have just left
            self.refused.emit(error)


class Outages(QObject):
    """Both of a window: the exchange, and the centre where there is one."""

    refused = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        link: LinkView | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.line = OutageFollower(tasks, services, IncidentKind.LINE, LINE_AWAY_AFTER, self)
        self.centre = OutageFollower(tasks, services, IncidentKind.CENTRE, CENTRE_AWAY_AFTER, self)
        for each in (self.line, self.centre):
            each.refused.connect(self.refused)
        tasks.rang.connect(self._on_line)
        if link is not None:
            link.changed.connect(self._on_link)

    def sit_down(self) -> None:
        """Somebody who works calls sits here."""
        self.line.sit_down()
        self.centre.sit_down()

    def stand_up(self) -> None:
        """Nobody does."""
        self.line.stand_up()
        self.centre.stand_up()

    def _on_line(self, event: LineEvent) -> None:
        if isinstance(event, LineUp | LineDown):
            self.line.tell(isinstance(event, LineUp))

    def _on_link(self, state: LinkState) -> None:
        """What a person has to look at is told elsewhere: here only whether it answers."""
        if state.phase is not Phase.JOINING:
            self.centre.tell(state.phase is not Phase.AWAY)


def _elapsed(since: QElapsedTimer) -> timedelta:
    return timedelta(milliseconds=since.elapsed())
