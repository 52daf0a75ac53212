"""Put a copy back, and then everything that was done since the copy was made."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from pathlib import Path

from db import restore
from db.backup import LabelMissing, read_label
from db.commits import Heads
from db.connect import Access, open_local
from db.migrate import pending
from db.mirror.reading import Lost
from db.verify import Verdict, verify
from kundcenter.adapters.durable_files import write_durably
from kundcenter.adapters.hardening import wipe
from kundcenter.adapters.key_sources import KeySource
from kundcenter.adapters.profile import Profile, ProfileExists
from kundcenter.adapters.profile_folder import DATABASE, RECORD, exists, prepare, remains
from kundcenter.adapters.profile_record import read_form
from kundcenter.errors import KundcenterError
from kundcenter.start.opening import OpeningTerms, Report, open_desk, open_profile
from kundcenter.start.reconcile import (
    MirrorForked,
    MirrorTerms,
    put_aside,
    reconcile,
    tell,
    work_lost,
)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Restored:
    """What restoring did.  `aside` holds the file that was there before, if there was one."""

    verdict: Verdict
    aside: Path
    report: Report


def restore_copy(
    profile: Profile,
    source: KeySource,
    copy: Path,
    terms: OpeningTerms | None = None,
    *,
    copy_key: bytes | None = None,
) -> Restored:
    """Let a verified copy take the place of the database; then replay what the mirror has since.

    The present file is moved aside, never deleted, and what it alone holds is first brought
    into the mirror, as far as it can be read.  `copy_key` says that the copy is known to be
    another profile's.  The profile is closed at the end.

    Raises CopyOfAnother, CopyUnsound, NotSaved; WorkLost when the mirror does not reach back to
    the copy, unless `terms.accept_loss`; MirrorForked; and what open_desk raises.
    """
    terms = terms or OpeningTerms()
    kept = profile.key(source)
    key = bytes(kept)
    wipe(kept)
    mirror = MirrorTerms(profile.mirror, key, profile.id)
    rescue(profile, mirror)
    verdict = restore.stage(
        copy,
        profile.database,
        key=key,
        profile_id=profile.id,
        copy_key=copy_key,
        progress=terms.progress,
    )
    strange = copy_key is not None
    if not strange and not terms.accept_loss:
        try:
            check_reach(mirror, verdict.heads_of(profile.id))
        except KundcenterError:
            restore.unstage(profile.database)
            raise
    if strange and profile.mirror.exists():
        put_aside(profile.mirror)
    aside = restore.swap(profile.database, terms.now())
    profile.database_created()
    with open_desk(profile, source, replace(terms, adopt=strange)) as opened:
        report = opened.report
    return Restored(verify(profile.database, key, progress=terms.progress), aside, report)


def open_for_restore(folder: Path) -> Profile:
    """The profile in the folder, with or without its database.  Raises what Profile.open raises."""
    if restore.pending(folder / DATABASE):
        return open_profile(folder)
    return Profile.open(folder, for_restore=True)


def adopt_label(folder: Path, copy: Path) -> None:
    """Make a profile's folder of the label beside a copy, ready for the copy to be restored.

    Raises LabelMissing, ProfileExists, FolderTaken, ProfileBroken.
    """
    label = read_label(copy)
    if label is None:
        raise LabelMissing
    if exists(folder) or remains(folder):
        raise ProfileExists
    read_form(label.record)
    prepare(folder)
    write_durably(folder / RECORD, label.record)


def rescue(profile: Profile, terms: MirrorTerms) -> None:
    """Bring what only the present file holds into the mirror, if the file can be read at all."""
    if not profile.database.exists():
        return
    try:
        engine = open_local(profile.database, terms.key, Access.WRITE)
        try:
            if pending(engine) is None:
                mirror, _ = reconcile(engine, terms)
                mirror.close()
        finally:
            engine.dispose()
    except KundcenterError as error:
        log.warning("nothing more could be read from the present file: %s", error.code)


def check_reach(terms: MirrorTerms, copied: Heads) -> None:
    """Raise unless the mirror goes on where a database stands: MirrorForked, WorkLost."""
    told = tell(terms, copied)
    if told.contradicts(copied):
        raise MirrorForked
    lost: Lost = told.owed(copied).lost
    if lost:
        raise work_lost(lost)
