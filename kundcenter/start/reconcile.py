"""Make the database and its mirror agree before anybody works: neither may know less."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from db import access_log, local
from db.commits import Heads, heads, same_link
from db.connect import IMMEDIATE, Engine
from db.faults import translated
from db.mirror.outbox import MirrorBehind, OutboxMirror
from db.mirror.reading import Lost, Mirrored, Owed, read_back
from db.mirror.segments import SegmentFault
from db.progress import Progress, Step, silent
from db.restore import ASIDE
from db.store import SqlStore, StoreTerms
from db.sync import touches
from kundcenter.errors import Conflict, KundcenterError, Unavailable
from kundcenter.start.desk import published_codes
from kundcenter.sync.replay import Original, Replay

log = logging.getLogger(__name__)


class MirrorUnreadable(Unavailable):
    """The mirror's files cannot be read, so nobody knows what the database lacks.  Facts: errno."""

    code = "mirror.unreadable"


class MirrorForked(Conflict):
    """Database and mirror have different links at the same place: one of them was swapped."""

    code = "mirror.forked"


class WorkLost(Conflict):
    """Work was saved that neither the database nor the mirror can give back.

    Facts: operations, accesses (how many), first (number of the first operation).
    An administrator has to accept the loss before the desk opens.
    """

    code = "mirror.work_lost"


class ReplayRefused(Conflict):
    """An operation in the mirror could not be carried out again.  Facts: n, kind, cause."""

    code = "mirror.replay_refused"


@dataclass(frozen=True, slots=True)
class Agreement:
    """What had to be done.  `mirrored` counts the links that the mirror lacked.

    `parked` counts those of the replayed whose verbs wait for rows that the centre has.
    """

    replayed: int = 0
    parked: int = 0
    accesses: int = 0
    mirrored: int = 0
    torn: int = 0
    faults: tuple[SegmentFault, ...] = ()
    lost: Lost = field(default_factory=Lost)
    set_aside: Path | None = None


@dataclass(frozen=True, slots=True)
class MirrorTerms:
    """Where the mirror lies and whose it is."""

    folder: Path
    key: bytes = field(repr=False)
    device_id: UUID
    accept_loss: bool = False
    announce: Callable[[MirrorBehind | None], None] | None = None
    progress: Progress = silent
    watched: bool = False  # the desk has a centre, and keeps what its verbs touch


def reconcile(engine: Engine, terms: MirrorTerms) -> tuple[OutboxMirror, Agreement]:
    """Give the database what only the mirror has, and the mirror what only the database has.

    Raises MirrorUnreadable, MirrorForked, WorkLost, ReplayRefused; with `accept_loss` the mirror
    is set aside instead, after everything that could be brought back has been.
    """
    known = _heads(engine, terms.device_id)
    told, owed = Mirrored(), Owed()
    set_aside: Path | None = None
    parked = 0
    try:
        told = tell(terms, known)
        if forked(engine, terms.device_id, told, known):
            raise MirrorForked
        owed = told.owed(known)
        if owed.lost and not terms.accept_loss:
            raise work_lost(owed.lost)
        parked = give_back(
            engine, terms.device_id, owed, progress=terms.progress, watched=terms.watched
        )
        if owed.lost:
            set_aside = put_aside(terms.folder)
    except (MirrorForked, MirrorUnreadable, ReplayRefused):
        if not terms.accept_loss:
            raise
        set_aside = put_aside(terms.folder)
    if set_aside:
        log.error("the mirror does not fit the database and was set aside")
    elif told.faults:
        log.error("the mirror is damaged in %d places", len(told.faults))
    mirror = OutboxMirror(
        terms.folder,
        terms.key,
        terms.device_id,
        engine=engine,
        heads=Heads() if set_aside else told.heads,
        last=None if set_aside else told.last,
        announce=terms.announce,
    )
    return mirror, Agreement(
        replayed=len(owed.operations),
        parked=parked,
        accesses=len(owed.accesses),
        mirrored=mirror.catch_up(),
        torn=told.torn,
        faults=told.faults,
        lost=owed.lost,
        set_aside=set_aside,
    )


def tell(terms: MirrorTerms, known: Heads | None) -> Mirrored:
    """What the mirror knows from `known` on, or all of it.  Raises MirrorUnreadable."""
    try:
        return read_back(terms.folder, terms.key, terms.device_id, known=known)
    except OSError as error:
        raise MirrorUnreadable(errno=error.errno) from None


def forked(engine: Engine, device_id: UUID, told: Mirrored, known: Heads) -> bool:
    """Whether the two tell different stories about the same link."""
    if told.contradicts(known):
        return True
    with translated(), engine.connect() as connection:
        return not same_link(connection, device_id, told.links())


def work_lost(lost: Lost) -> WorkLost:
    return WorkLost(
        operations=len(lost.operations),
        accesses=len(lost.accesses),
        first=lost.operations.start if lost.operations else None,
    )


def give_back(
    engine: Engine,
    device_id: UUID,
    owed: Owed,
    *,
    progress: Progress = silent,
    watched: bool = False,
) -> int:
    """Write what the database is owed: the records as they were, the verbs by being done again.

    At a desk with a centre the database may have lost rows of other desks too, which only the
    centre can give again.  A verb that built on them is parked until then.  Returns how many are.

    Killed in the middle, it goes on where it stopped: the records and slots are one transaction,
    each verb is one.  Raises ReplayRefused, NotSaved.
    """
    if not owed:
        return 0
    with translated(), engine.execution_options(**IMMEDIATE).begin() as connection:
        for record in owed.accesses:
            access_log.add(connection, record)
        for slot in owed.slots:
            local.put_slot(connection, slot)
        for tried in owed.attempts:
            local.put_attempts(connection, tried)
    original = Original(elsewhere=watched)
    claim = touches.claim if watched else None
    store_terms = StoreTerms(device_id, published_codes(), final=not watched, claim=claim)
    replay = Replay(SqlStore(engine, original.source, store_terms), original)
    parked = 0
    for done, operation in enumerate(owed.operations):
        progress(Step.REPLAY, done, len(owed.operations))
        try:
            replay.apply(operation)
        except Unavailable:
            raise  # a full disk is no fault of the operation
        except (KundcenterError, ValueError) as error:
            cause = getattr(error, "code", type(error).__name__)
            if not watched:
                raise ReplayRefused(n=operation.n, kind=operation.kind, cause=cause) from None
            log.info("an operation waits for the centre's rows: %s %s", operation.kind, cause)
            with translated(), engine.execution_options(**IMMEDIATE).begin() as connection:
                touches.park(connection, operation)
            parked += 1
    progress(Step.REPLAY, len(owed.operations), len(owed.operations))
    if not (owed.operations or owed.accesses):
        return 0
    log.warning(
        "brought back from the mirror: %d operations, %d access records",
        len(owed.operations),
        len(owed.accesses),
    )
    return parked


def put_aside(folder: Path) -> Path:
    """Move the mirror out of the way, whole, for those who may make sense of it later."""
    name = f"{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}-mirror"
    aside = folder.parent / ASIDE / name
    aside.parent.mkdir(mode=0o700, exist_ok=True)
    folder.rename(aside)
    return aside


def _heads(engine: Engine, device_id: UUID) -> Heads:
    with translated(), engine.connect() as connection:
        return heads(connection, device_id)
