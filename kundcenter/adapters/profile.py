"""The profile: the folder in which one desk keeps its database, mirror, backups and logs.

It is made in steps, each written after it is true, so that a crash between any two is mended by
opening the profile and asking for its key again:

1. the folder (0700) and its lock
2. the record at stage BEGUN: the profile's id and the fingerprint of the key to come
3. the key in the keyring, and read back from it
4. the record at stage KEYED: from now on the database may be made, with that key
5. the record at stage READY, once the database is there: `database_created()`

The record lies in two files, so that one bad sector does not cost the profile's id, without which
the key in the keyring cannot be named.

Where something is already there that cannot be opened, everything stops: a new key or a new, empty
database would hide what the operators have written.
"""

from __future__ import annotations

import hmac
import logging
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self
from uuid import UUID, uuid4

from filelock import BaseFileLock, FileLock, Timeout
from msgspec.structs import replace

from kundcenter.adapters import profile_folder as at
from kundcenter.adapters.durable_files import sync_folder, write_durably
from kundcenter.adapters.hardening import wipe
from kundcenter.adapters.key_errors import KeyMissing, KeyWrong, PassphraseWrong
from kundcenter.adapters.key_sources import KeySource, fingerprint
from kundcenter.adapters.profile_record import (
    FromPassphrase,
    InKeyring,
    ProfileBroken,
    Record,
    Stage,
    read_record,
    write_form,
)
from kundcenter.errors import Conflict, KundcenterError, NotFound, Refused, Unavailable

log = logging.getLogger(__name__)

_STAGES = tuple(Stage)


class ProfileMissing(NotFound):
    """The folder holds no profile and nothing that belongs to one."""

    code = "profile.missing"


class ProfileExists(Conflict):
    """The folder holds a profile; it is opened, not made again."""

    code = "profile.exists"


class ProfileInUse(Unavailable):
    """Another window or command has this profile open."""

    code = "profile.in_use"


class DatabaseMissing(Refused):
    """There was a database, and it is gone or empty.  Facts for the recovery."""

    code = "database.missing"


class Profile:
    """An open profile.  No other process can open it until `close()` or the end of this one."""

    def __init__(self, folder: Path, lock: BaseFileLock, record: Record) -> None:
        self.folder = folder
        self.database = folder / at.DATABASE
        self.mirror = folder / at.MIRROR
        self.backups = folder / at.BACKUPS
        self.logs = folder / at.LOGS
        self._lock = lock
        self._record = record

    @classmethod
    def create(cls, folder: Path, source: KeySource, *, demo: bool = False) -> Profile:
        """Make a profile in a new or empty folder.  `demo` marks that all its persons are invented.

        Raises ProfileExists, FolderTaken, ProfileInUse, ProfileUnfit; KeyMissing when a database
        lies there without a record.  What the source raises leaves no profile behind.
        """
        with at.fit():
            if at.exists(folder):
                raise ProfileExists
            if at.remains(folder):
                raise KeyMissing(**at.facts(folder))
            at.prepare(folder)
        lock = _locked(folder)
        try:
            if at.exists(folder):  # somebody was quicker
                raise ProfileExists
            record = Record(uuid4(), datetime.now(UTC), Stage.BEGUN, InKeyring(), "0" * 16, demo)
            profile = cls(folder, lock, record)
            try:
                wipe(profile._finish(source))
            except at.ProfileUnfit:
                raise  # what was written stays: opening it later finishes it
            except KundcenterError:
                profile._forget()
                raise
        except BaseException:
            lock.release()
            raise
        return profile

    @classmethod
    def open(cls, folder: Path, *, for_restore: bool = False) -> Profile:
        """Open the profile in the folder; its key is asked for with `key`.

        Only a command that puts a database back opens it `for_restore`, without one.
        Raises ProfileMissing, ProfileInUse, ProfileBroken, ProfileNewer, ProfileNotOurs,
        ProfileUnfit, DatabaseMissing; KeyMissing when a database lies there without a record.
        """
        with at.fit():
            if not at.exists(folder):
                raise KeyMissing(**at.facts(folder)) if at.remains(folder) else ProfileMissing
            at.check_owner(folder)
        lock = _locked(folder)
        try:
            with at.fit():
                at.close_to_others(folder)
                profile = cls(folder, lock, _read(folder))
            lost = profile._record.stage is Stage.READY and not at.has_database(folder)
            if lost and not for_restore:
                raise DatabaseMissing(profile=profile.id, **at.facts(folder))
        except BaseException:
            lock.release()
            raise
        return profile

    @property
    def id(self) -> UUID:
        return self._record.profile_id

    @property
    def created_at(self) -> datetime:
        return self._record.created_at

    @property
    def demo(self) -> bool:
        return self._record.demo

    @property
    def needs_passphrase(self) -> bool:
        """Whether the key comes from a passphrase, so that somebody has to be asked."""
        return isinstance(self._record.key, FromPassphrase)

    @property
    def keyring(self) -> str | None:
        """The keyring that has the key, if that is known."""
        origin = self._record.key
        return (origin.backend or None) if isinstance(origin, InKeyring) else None

    @property
    def ready(self) -> bool:
        """Whether a database was made once."""
        return self._record.stage is Stage.READY

    def key(self, source: KeySource) -> bytearray:
        """The key of the database, checked by its fingerprint; the caller wipes it.

        An interrupted beginning is finished first, as long as there is no database.
        Raises KeyMissing, KeyWrong, PassphraseWrong, KeySourceDiffers and what the source raises.
        """
        if self._record.stage is Stage.BEGUN:
            return self._finish(source)
        try:
            key = source.fetch(self.id, self._record.key)
        except KeyMissing as error:
            if self._record.stage is Stage.KEYED and not at.remains(self.folder):
                return self._finish(source)  # nothing was ever written with the lost key
            known = {"profile": self.id, **at.facts(self.folder)}
            raise KeyMissing(**{**known, **error.facts}) from None
        if not hmac.compare_digest(fingerprint(key), self._record.fingerprint):
            wipe(key)
            raise (PassphraseWrong if self.needs_passphrase else KeyWrong)(profile=self.id)
        return key

    def database_created(self) -> None:
        """Say that the database is there and holds its tables.  Raises DatabaseMissing."""
        if not at.has_database(self.folder):
            raise DatabaseMissing(profile=self.id, **at.facts(self.folder))
        with at.fit():
            sync_folder(self.folder)
        if self._record.stage is not Stage.READY:
            self._write(replace(self._record, stage=Stage.READY))

    def close(self) -> None:
        """Let others open the profile."""
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _finish(self, source: KeySource) -> bytearray:
        if at.remains(self.folder):
            raise KeyMissing(profile=self.id, **at.facts(self.folder))
        origin, key = source.begin(self.id)
        try:
            mark = fingerprint(key)
            self._write(replace(self._record, stage=Stage.BEGUN, key=origin, fingerprint=mark))
            kept = source.keep(self.id, key)
            self._write(replace(self._record, stage=Stage.KEYED, key=kept or origin))
        except BaseException:
            wipe(key)
            raise
        return key

    def _write(self, record: Record) -> None:
        with at.fit():
            for name in (at.RECORD_COPY, at.RECORD):
                write_durably(self.folder / name, write_form(record))
        self._record = record

    def _forget(self) -> None:
        """Take back a beginning that failed, so that another source can be tried."""
        for name in (at.RECORD, at.RECORD_COPY):
            (self.folder / name).unlink(missing_ok=True)


def _locked(folder: Path) -> BaseFileLock:
    lock = FileLock(
        folder / at.LOCK,
        timeout=0,
        mode=0o600,
        thread_local=False,  # opened on one thread, closed on another
        fallback_to_soft=False,  # a mere file would outlive a crash and keep everybody out
    )
    with at.fit():
        try:
            lock.acquire()
        except Timeout:
            raise ProfileInUse from None
    return lock


def _agree(one: Record, other: Record, *, begun_only: bool) -> bool:
    """Whether two records are of one profile and key, and at most their stages differ.

    A beginning that was cut short between the two files leaves the first with an older key, or
    without the keyring's name; nothing was written with that key as long as it is `begun_only`.
    """
    stages = {one.stage, other.stage}
    if begun_only and Stage.BEGUN in stages and Stage.READY not in stages:
        other = replace(other, key=one.key, fingerprint=one.fingerprint)
    return replace(one, stage=other.stage) == other


def _read(folder: Path) -> Record:
    """The record, from its copy where the first is damaged, and both made whole again.

    Two whole records that tell of different profiles or keys are left as they are: one of them
    was swapped, and nobody here can know which.
    """
    found: list[Record] = []
    broken: list[tuple[str, ProfileBroken]] = []
    for name in (at.RECORD, at.RECORD_COPY):
        try:
            found.append(read_record(folder / name))
        except ProfileBroken as error:
            broken.append((name, error))
    if not found:
        raise broken[0][1]
    if len(found) == 2 and not _agree(*found, begun_only=not at.remains(folder)):
        raise ProfileBroken(fault="differs")
    record = max(found, key=lambda each: _STAGES.index(each.stage))
    for name, why in broken:
        if name == at.RECORD:
            fault = why.facts["fault"]
            log.warning("the profile's record was damaged (%s) and is restored", fault)
    whole = write_form(record)
    for path in (folder / at.RECORD_COPY, folder / at.RECORD):
        if not path.exists() or path.read_bytes() != whole:
            write_durably(path, whole)
    return record
