"""The desk's side of the exchange, put together.  Imported only at a desk that has a centre."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from db.connect import Engine
from db.store import StoreTerms
from db.sync import touches
from db.sync.desk import SqlLocal
from kundcenter.start.desk import published_codes
from kundcenter.sync.replay import rerun


def local_side(engine: Engine, device_id: UUID, now: Callable[[], datetime]) -> SqlLocal:
    """The exchange's view of the desk's file.  The engine is watched (db.sync.touches)."""
    terms = StoreTerms(device_id, published_codes(), final=False, claim=touches.claim)
    return SqlLocal(engine, terms, rerun, now)
