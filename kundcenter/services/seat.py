"""Who sits at the desk right now.  One per running program; set only by the sessions' verbs."""

from __future__ import annotations

from kundcenter.domain.access import NOBODY, Actor


class Seat:
    """Holds the actor between verbs.  Read and set on the store lane alone."""

    def __init__(self) -> None:
        self._actor = NOBODY

    @property
    def actor(self) -> Actor:
        return self._actor

    def take(self, actor: Actor) -> None:
        self._actor = actor

    def leave(self) -> None:
        self._actor = NOBODY
