"""When an operator is at the desk, and when they take a break.

The base of what was worked, of lone working and of one's own day.  A desk that loses its power
ends nothing: so it gives a sign of life now and then, and whoever is not heard of counts as gone
from the last one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.supervision.breaks import BreakKind
from kundcenter.errors import NotFound, Refused

SIGN_EVERY = timedelta(minutes=10)  # how often a desk says that its operator is still there
SILENCE = timedelta(minutes=25)  # without a sign for so long they are gone: two have failed
LOCKED_FOR = timedelta(hours=1)  # a desk that is locked longer has been left: it gives no sign


class PresenceNotFound(NotFound):
    """No presence has the id.  Facts: id."""

    code = "presence.not_found"


class PresenceOfAnother(Refused):
    """Only the operator themselves says what their break was.  Facts: id."""

    code = "presence.of_another"


class PresenceNoBreak(Refused):
    """It is no break, so it has no kind of break.  Facts: id."""

    code = "presence.no_break"


class PresenceKind(StrEnum):
    SIGNED_IN = "INLOGGAD"
    PAUSE = "PAUS"


@dataclass(frozen=True, slots=True)
class Presence:
    """One operator in one session, from `starts_at` until `ends_at`; None while it goes on.

    `seen_at` is the last sign of life.  `why` is of breaks only.
    """

    id: UUID
    operator_id: UUID
    session_id: UUID
    kind: PresenceKind
    why: BreakKind | None
    starts_at: datetime
    seen_at: datetime
    ends_at: datetime | None = None

    def until(self, now: datetime) -> datetime:
        """Until when it counts, as known at `now`: one that goes on, until now or the last sign."""
        if self.ends_at is not None:
            return self.ends_at
        return max(self.starts_at, self.seen_at if self.silent(now) else now)

    def silent(self, now: datetime) -> bool:
        """Whether it has not been ended, and nobody has heard of it for long."""
        return self.ends_at is None and now - self.seen_at > SILENCE

    def goes_on(self, now: datetime) -> bool:
        """Whether they are there, or at their break, now."""
        return self.ends_at is None and self.starts_at <= now and not self.silent(now)

    def seen(self, at: datetime) -> Presence:
        """They are still there."""
        return replace(self, seen_at=max(self.seen_at, at))

    def ended(self, at: datetime) -> Presence:
        """Over; never before it began, even where the clock was set back.

        Of who has not been heard of for long it is not known until when they were there.  A break
        they end themselves, so it has lasted until then: a machine sleeps through a lunch.
        """
        if self.kind is PresenceKind.SIGNED_IN and self.silent(at):
            return self.lapsed()
        end = max(self.starts_at, at)
        return replace(self, ends_at=end, seen_at=max(self.seen_at, end))

    def lapsed(self) -> Presence:
        """Over since the last sign of life: nobody has ended it."""
        return replace(self, ends_at=max(self.starts_at, self.seen_at))

    def explained(self, why: BreakKind) -> Presence:
        """What the break was.  Raises PresenceNoBreak."""
        if self.kind is not PresenceKind.PAUSE:
            raise PresenceNoBreak(id=self.id)
        return replace(self, why=why)
