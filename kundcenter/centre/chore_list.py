"""Which chores the centre has, and how often.  Each entry is one line; its work lies elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from db.connect import Engine
from db.sync.ageing import SqlAgeing
from db.sync.anchors import SqlAnchors
from kundcenter.adapters.anchor_signing import AnchorKey
from kundcenter.centre.chores import Chore, Stopping
from kundcenter.domain.ageing import KeepTerms
from kundcenter.domain.triage import CodeSet


@dataclass(frozen=True, slots=True)
class ChoreTerms:
    """What chores may need.  `secret` is the service's own; signing keys are derived from it."""

    engine: Engine
    secret: bytes = field(repr=False)
    codes: Mapping[str, CodeSet]
    now: Callable[[], datetime]
    keep: KeepTerms = field(default_factory=KeepTerms)


def chore_list(terms: ChoreTerms) -> tuple[Chore, ...]:
    """Every chore of a service."""
    anchors, key = SqlAnchors(terms.engine), AnchorKey(terms.secret)

    def anchor(_stopping: Stopping) -> None:
        anchors.make(key.sign, terms.now())

    ageing = SqlAgeing(terms.engine, terms.keep)

    def age(stopping: Stopping) -> None:
        ageing.age(terms.now(), stopping)

    def compact(stopping: Stopping) -> None:
        ageing.compact(terms.now(), stopping)

    return (
        Chore("anchor", timedelta(minutes=10), anchor),
        Chore("age", timedelta(hours=24), age),
        Chore("compact", timedelta(hours=24), compact),
    )
