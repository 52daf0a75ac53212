"""Make an end of a profile: first its key, so that nothing can be read, and then its files.

It is said in the folder before it begins, and the record goes last: whoever is interrupted opens
the profile again and goes on (`erasing_begun`).  What another program has copied is not reached,
and an SSD may keep old blocks; without the key they say nothing.
"""

from __future__ import annotations

import logging
import shutil
from pathlib import Path
from typing import Protocol
from uuid import UUID

from kundcenter.adapters import profile_folder as at
from kundcenter.adapters.durable_files import sync_folder, write_durably
from kundcenter.adapters.profile import Profile

NOTE = "profile.erasing"
_LAST = (at.RECORD_COPY, at.RECORD)

log = logging.getLogger(__name__)


class Forgetful(Protocol):
    """Where the key is kept; see KeyringStore."""

    def forget(self, profile_id: UUID, *, backend: str | None = None) -> None: ...


def erasing_begun(folder: Path) -> bool:
    """Whether the profile was being erased when the program ended: open it and go on."""
    return (folder / NOTE).exists()


def erase(profile: Profile, keyring: Forgetful) -> None:
    """Destroy the profile's key and remove all its files but the lock; the folder is left empty.

    Nobody may have its database open.  The key of a passphrase cannot be derived any more, for
    the salt goes with the record.  Raises KeyringAway, KeyringLocked, KeyringNotAllowed: then
    everything is still there; and ProfileUnfit.
    """
    folder = profile.folder
    with at.fit():
        write_durably(folder / NOTE, b"")
    if not profile.needs_passphrase:
        keyring.forget(profile.id, backend=profile.keyring)
    with at.fit():
        for path in sorted(folder.iterdir()):
            if path.name not in {*_LAST, NOTE, at.LOCK}:
                _remove(path)
        sync_folder(folder)
        for name in (*_LAST, NOTE):
            (folder / name).unlink(missing_ok=True)
        sync_folder(folder)
    log.info("the profile was erased")


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()
