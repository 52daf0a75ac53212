"""What `kundcenter centre status` tells of chores and anchors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from kundcenter.cli.error_words import explained_code
from kundcenter.cli.words import say

if TYPE_CHECKING:
    from db.connect import Engine
    from kundcenter.domain.anchors import Anchor
    from kundcenter.domain.chores import ChoreState

_NAMES = {
    "age": ("Gamla uppgifter lämnar skrivborden", "What is old leaves the desks"),
    "anchor": ("Ankare", "Anchors"),
    "compact": ("Flödet gallras", "The feed is thinned"),
}


@dataclass(frozen=True, slots=True)
class Care:
    """Chores as they were left, the newest anchor, and what desks hold that is none of ours."""

    chores: tuple[ChoreState, ...]
    newest: Anchor | None
    doubts: tuple[tuple[UUID, int, datetime], ...]

    def told(self) -> dict[str, object]:
        """For another program."""
        newest = self.newest
        return {
            "chores": [
                {
                    "name": each.name,
                    "begun_at": each.begun_at.isoformat(),
                    "done_at": each.done_at.isoformat() if each.done_at else None,
                    "failed": each.failed,
                    "code": each.code,
                    "runs": each.runs,
                    "failures": each.failures,
                }
                for each in self.chores
            ],
            "anchor": {"n": newest.n, "at": newest.at.isoformat()} if newest else None,
            "anchor_doubts": [
                {"device": str(id), "n": n, "since": at.isoformat()} for id, n, at in self.doubts
            ],
        }

    def lines(self, now: datetime) -> Iterator[str]:
        """For a person."""
        for each in self.chores:
            name = say(*_NAMES.get(each.name, (each.name, each.name)))
            done = _ago(each.done_at, now)
            failed = say("; det senaste försöket: ", "; the last attempt: ")
            yield f"{name}: {done}" + (failed + explained_code(each.code) if each.failed else "")
        if self.newest is not None:
            line = say("Senaste ankare: nummer {n}, {ago}", "Newest anchor: number {n}, {ago}")
            yield line.format(n=self.newest.n, ago=_ago(self.newest.at, now))
        if self.doubts:
            line = say(
                "SÄKERHET: {count} skrivbord har ankare som inte är centralens. Historien här är"
                " ändrad, eller databasen tillbakalagd: kundcenter centre audit",
                "SECURITY: {count} desks hold anchors that are none of the centre's. Its history"
                " was rewritten, or the database put back: kundcenter centre audit",
            )
            yield line.format(count=len({id for id, _, _ in self.doubts}))


def care_of(engine: Engine) -> Care:
    """How chores and anchors stand.  Raises StoreAway."""
    from db.sync.anchors import SqlAnchors
    from db.sync.chores import SqlChores

    anchors = SqlAnchors(engine)
    return Care(SqlChores(engine).states(), anchors.newest(), anchors.doubts())


def _ago(at: datetime | None, now: datetime) -> str:
    if at is None:
        return say("aldrig gjort", "never done")
    minutes = max(0, round((now - at).total_seconds() / 60))
    if minutes < 120:
        return say("för {n} min sedan", "{n} min ago").format(n=minutes)
    return say("för {n} h sedan", "{n} h ago").format(n=round(minutes / 60))
