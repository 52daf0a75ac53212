"""Open a profile: lock, key, database, mirror, desk.  Nothing that cannot be opened is replaced."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import TYPE_CHECKING, Self
from uuid import UUID

from db import restore
from db.backup import Copy, Source, back_up, copies, keep_newest
from db.commits import Commit, Heads
from db.connect import IMMEDIATE, Access, Engine, check_settings, checkpoint, open_local
from db.faults import StoreDamaged, translated
from db.files import saving, sync_file, sync_folder
from db.local import DESK_EPOCH, mark, marked
from db.migrate import pending, upgrade
from db.mirror.outbox import MirrorBehind, OutboxMirror
from db.mirror.segments import size
from db.progress import Progress, Step, silent
from db.sync import touches
from db.verify import PROFILE_MARK
from kundcenter.adapters.hardening import wipe
from kundcenter.adapters.key_sources import KeySource
from kundcenter.adapters.profile import Profile
from kundcenter.adapters.profile_folder import DATABASE, RECORD
from kundcenter.domain.slots import FULL_COST, Argon2Cost
from kundcenter.errors import KundcenterError, Refused
from kundcenter.services.link import Link
from kundcenter.settings import SettingsWrong
from kundcenter.start.desk import Desk, DeskTerms, new_id, utc_now
from kundcenter.start.reconcile import Agreement, MirrorTerms, reconcile
from kundcenter.start.settings_file import SETTINGS, read_settings

if TYPE_CHECKING:
    from db.sync.desk import SqlLocal
    from kundcenter.start.gate import GateClient
    from kundcenter.sync.history import Wishes

log = logging.getLogger(__name__)

KEPT_COPIES = 3
MIRROR_LIMIT = 64 * 1024 * 1024  # bytes: some weeks of hard work at one desk


class StoreOfAnother(Refused):
    """The database in the profile's folder is another profile's.  Facts: found."""

    code = "store.of_another"


@dataclass(frozen=True, slots=True)
class OpeningTerms:
    """How a profile is opened.

    `accept_loss` is an administrator's word that work which nobody can bring back is given up;
    `adopt`, that a database of another profile shall be this one's from now on.
    `announce` is told, from any thread, when the mirror falls behind and when it has caught up.
    """

    progress: Progress = silent
    accept_loss: bool = False
    adopt: bool = False
    announce: Callable[[MirrorBehind | None], None] | None = None
    now: Callable[[], datetime] = utc_now
    new_id: Callable[[], UUID] = new_id
    cost: Argon2Cost = FULL_COST
    gui: Thread | None = None
    mirror_limit: int = MIRROR_LIMIT


@dataclass(frozen=True, slots=True)
class Report:
    """What opening had to do.  `upgraded_from` and `copy` are set when the schema was older."""

    created: bool = False
    upgraded_from: str | None = None
    copy: Path | None = None
    agreement: Agreement = field(default_factory=Agreement)


@dataclass(frozen=True, slots=True)
class OpenDesk:
    """An open profile with its desk.  `close` lets go of everything.

    `local` is its side of the exchange, if it has a centre.  `followers` are told of every commit,
    on the thread that made it; they must not raise.
    """

    profile: Profile
    desk: Desk
    engine: Engine
    mirror: OutboxMirror
    report: Report
    followers: list[Callable[[Commit], None]]
    _source: Source
    _terms: OpeningTerms
    local: SqlLocal | None = None
    gate: GateClient | None = None
    wishes: Wishes | None = None

    @property
    def key(self) -> bytes:
        """The key of the database, of which the desk's key for the centre is made."""
        return self._source.key

    @property
    def link(self) -> Link | None:
        """What the screen asks about the centre; None without one."""
        if self.local is None:
            return None
        return Link(self.local, self.wishes, lambda: self.desk.seat.actor)

    def back_up(self, to: Path | None = None, *, progress: Progress = silent) -> Copy:
        """A verified copy into the folder or new file `to`, while work goes on.

        Without `to` it goes among the profile's own copies, of which the newest few are kept;
        what all of them hold is then deleted from the mirror.
        Raises what db.backup.back_up raises.
        """
        at = self._terms.now()
        if to is not None:
            return back_up(self._source, to, at=at, progress=progress)
        copy = _own_copy(self.profile, self._source, at, progress)
        self._forget_copied()
        return copy

    def close(self) -> None:
        """Empty the log into the file, and let go of the file, the mirror and the lock."""
        try:
            if self.gate is not None:
                self.gate.close()
            self.mirror.close()
            try:
                with translated():
                    checkpoint(self.engine)
            except KundcenterError as error:
                log.warning("the log was not emptied: %s", error.code)
        finally:
            self.desk.close()
            self.profile.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _forget_copied(self) -> None:
        oldest = next(iter(copies(self.profile.backups)), None)
        label = oldest.label if oldest else None
        if label is not None:
            with saving():
                self.mirror.forget(dict(label.heads).get(self.profile.id, Heads()))


def open_profile(folder: Path) -> Profile:
    """The profile in the folder, after an interrupted restore was finished.

    Raises what Profile.open raises.
    """
    if restore.pending(folder / DATABASE):
        with Profile.open(folder, for_restore=True) as profile:
            restore.finish(profile.database)
    return Profile.open(folder)


def open_desk(profile: Profile, source: KeySource, terms: OpeningTerms | None = None) -> OpenDesk:
    """Open the profile's database and mirror, and put a desk on them.

    A file of an older schema is upgraded after a verified copy was made of it.
    Raises KeyMissing and what else Profile.key raises; StoreTooNew, StoreDamaged, StoreBusy,
    StoreOfAnother, StoreEngineUnsafe, NotSaved; CopyUnsound; and what reconcile raises.
    The profile stays open when it fails.
    """
    terms = terms or OpeningTerms()
    kept = profile.key(source)
    key = bytes(kept)  # the driver and the mirror need it as long as they are open
    wipe(kept)
    copied = Source(profile.database, key, profile.id, (profile.folder / RECORD).read_bytes())
    created = not profile.ready
    if created:
        _create(profile, key)
    engine = open_local(profile.database, key, Access.WRITE)
    try:
        upgraded_from, copy = _made_current(engine, profile, copied, terms)
        _check(engine, profile, adopt=terms.adopt)
        watched = _has_centre(engine, profile)
        if watched:  # from its first connection on, and never before the schema is there
            engine.dispose()
            engine = open_local(profile.database, key, Access.WRITE)
            touches.watch(engine)
        mirror, agreement = reconcile(
            engine,
            MirrorTerms(
                profile.mirror,
                key,
                profile.id,
                accept_loss=terms.accept_loss,
                announce=terms.announce,
                progress=terms.progress,
                watched=watched,
            ),
        )
    except BaseException:
        engine.dispose()
        raise
    followers: list[Callable[[Commit], None]] = [mirror.append]
    gate_client = _gate_client(profile, key) if watched else None
    desk = Desk(
        engine,
        DeskTerms(
            profile.id,
            key,
            now=terms.now,
            new_id=terms.new_id,
            cost=terms.cost,
            gui=terms.gui,
            committed=partial(_follow, followers),
            watched=watched,
            gate=gate_client.gate if gate_client else None,
        ),
    )
    report = Report(created, upgraded_from, copy, agreement)
    opened = OpenDesk(profile, desk, engine, mirror, report, followers, copied, terms)
    if watched:
        from kundcenter.start.local_side import local_side
        from kundcenter.sync.history import Wishes

        opened = replace(
            opened,
            local=local_side(engine, profile.id, terms.now),
            gate=gate_client,
            wishes=Wishes(),
        )
        desk.link = opened.link
    if mirror.trouble is None and size(profile.mirror) > terms.mirror_limit:
        try:
            opened.back_up(progress=terms.progress)
        except KundcenterError as error:  # the mirror grows on; work is not kept waiting for it
            log.warning("the mirror could not be shortened: %s", error.code)
    return opened


def _follow(followers: list[Callable[[Commit], None]], commit: Commit) -> None:
    for follow in tuple(followers):
        follow(commit)


def _gate_client(profile: Profile, key: bytes) -> GateClient | None:
    """The way to whoever says who may sign in, where it is not this desk alone."""
    from kundcenter.start.gate import GateClient

    try:
        centre = read_settings(profile.folder / SETTINGS).centre
    except SettingsWrong:  # said where the settings are needed
        return None
    return None if centre is None else GateClient(centre, profile.folder, key, profile.id)


def _has_centre(engine: Engine, profile: Profile) -> bool:
    """Whether the centre has the last word on what is done here: it is written, or it was so."""
    with translated(), engine.connect() as connection:
        if marked(connection, DESK_EPOCH) is not None:
            return True
    try:
        return read_settings(profile.folder / SETTINGS).centre is not None
    except SettingsWrong:  # said where the settings are needed
        return False


def _create(profile: Profile, key: bytes) -> None:
    """The first database of a profile: it has its name only when it is whole."""
    if not profile.database.exists():
        draft = profile.database.with_name(profile.database.name + ".new")
        with saving():
            for path in (draft, *(draft.with_name(draft.name + end) for end in ("-wal", "-shm"))):
                path.unlink(missing_ok=True)
        engine = open_local(draft, key)
        try:
            upgrade(engine)
            with translated(), engine.execution_options(**IMMEDIATE).begin() as connection:
                mark(connection, PROFILE_MARK, str(profile.id))
            with translated():
                checkpoint(engine)
        finally:
            engine.dispose()
        with saving():
            draft.chmod(0o600)
            sync_file(draft)
            draft.rename(profile.database)
            sync_folder(profile.folder)
    engine = open_local(profile.database, key, Access.WRITE)
    try:
        if pending(engine) == "":
            raise StoreDamaged(why="empty")
    finally:
        engine.dispose()
    profile.database_created()


def _made_current(
    engine: Engine, profile: Profile, source: Source, terms: OpeningTerms
) -> tuple[str | None, Path | None]:
    """Upgrade an older file, after a verified copy.  Returns from where, and the copy."""
    found = pending(engine)
    if found is None:
        return None, None
    if not found:  # a profile that was ready has a file without a single table
        raise StoreDamaged(why="empty")
    copy = _own_copy(profile, source, terms.now(), terms.progress)
    upgrade(engine)
    with translated():
        checkpoint(engine)  # the mirror could not bring the schema back
    terms.progress(Step.UPGRADE, 1, 1)
    return found, copy.path


def _own_copy(profile: Profile, source: Source, at: datetime, progress: Progress) -> Copy:
    with saving():
        profile.backups.mkdir(mode=0o700, exist_ok=True)
    copy = back_up(source, profile.backups, at=at, progress=progress)
    with saving():
        keep_newest(copies(profile.backups), KEPT_COPIES)
    return copy


def _check(engine: Engine, profile: Profile, *, adopt: bool) -> None:
    """Raise unless the file is ours and is kept as safely as we asked for."""
    with translated(), engine.connect() as connection:
        check_settings(connection)
        found = marked(connection, PROFILE_MARK)
    if found is None or (adopt and found != str(profile.id)):
        with translated(), engine.execution_options(**IMMEDIATE).begin() as connection:
            mark(connection, PROFILE_MARK, str(profile.id))
    elif found != str(profile.id):
        raise StoreOfAnother(found=found)
