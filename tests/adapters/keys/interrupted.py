"""Makes a profile, its key and its database again and again, and dies one step later each time.

A program of its own, run by test_profile_crashes: `interrupted.py FOLDER SOURCE`.  A step is
whatever the program asks of the file system or of a child process; Python's audit events tell.
After each death the profile is opened again, and what went wrong is printed as JSON.
"""

from __future__ import annotations

import json
import os
import sys
from itertools import count
from pathlib import Path
from uuid import UUID

from db.connect import Access, open_raw
from kundcenter.adapters.durable_files import write_durably
from kundcenter.adapters.key_errors import KeyMissing
from kundcenter.adapters.key_sources import KeyringSource, KeySource, Origin
from kundcenter.adapters.keyring_store import KeyringStore
from kundcenter.adapters.passphrase import PassphraseSource
from kundcenter.adapters.profile import Profile
from kundcenter.adapters.profile_folder import exists, has_database
from kundcenter.adapters.profile_record import InKeyring
from kundcenter.domain.slots import Argon2Cost

KILLED = 77
CHANGES = {"os.mkdir", "os.chmod", "os.rename", "os.remove", "subprocess.Popen"}
# Of the questions to the keyring and the renamings: before the key is kept; when it is kept and
# the record does not say so; when the database is there and the record does not say so.
IN_THE_KEYRING = (3, 4, 7)
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class KeysInFolder:
    """A key source that keeps its keys in files: as durable as a keyring, and much quicker."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def begin(self, profile_id: UUID) -> tuple[Origin, bytearray]:
        try:
            return InKeyring(), self.fetch(profile_id, InKeyring())
        except KeyMissing:
            return InKeyring(), bytearray(os.urandom(32))

    def keep(self, profile_id: UUID, key: bytearray) -> Origin:
        write_durably(self._folder / str(profile_id), bytes(key))
        return InKeyring("files")

    def fetch(self, profile_id: UUID, origin: Origin) -> bytearray:
        try:
            return bytearray((self._folder / str(profile_id)).read_bytes())
        except FileNotFoundError:
            raise KeyMissing from None


class Death:
    """An audit hook that kills the process at the given step."""

    def __init__(self, step: int, *, below: Path, only: set[str]) -> None:
        self._left = step
        self._below = str(below)
        self._only = only

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            path, _, flags = arguments
            matters = str(path).startswith(self._below) and bool(int(str(flags)) & WRITING)
        else:
            matters = event in CHANGES
        if matters and (not self._only or event in self._only):
            self._left -= 1
            if self._left < 0:
                os._exit(KILLED)


def live(folder: Path, source: KeySource) -> tuple[str, int]:
    """What every start of the program does.  Returns the key and the number of notes."""
    profile = Profile.open(folder) if exists(folder) else Profile.create(folder, source)
    with profile:
        key = profile.key(source)
        access = Access.WRITE if profile.ready else Access.MAKE
        raw = open_raw(profile.database, bytes(key), access)
        raw.execute("CREATE TABLE IF NOT EXISTS notes (text)")
        raw.execute("INSERT INTO notes VALUES ('hej')")
        notes = raw.execute("SELECT count(*) FROM notes").fetchone()[0]
        raw.close()
        profile.database_created()
        if not profile.ready:
            raise RuntimeError("not ready")
        return key.hex(), notes


def dies(step: int, folder: Path, source: KeySource, only: set[str]) -> bool:
    """Whether a life that is to end at the step got so far."""
    child = os.fork()
    if child == 0:
        sys.addaudithook(Death(step, below=folder.parent, only=only))
        live(folder, source)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    ended = os.waitstatus_to_exitcode(status)
    if ended not in {0, KILLED}:
        raise RuntimeError(f"step {step} ended with {ended}")
    return ended == KILLED


def faults_after(folder: Path, source: KeySource) -> list[str]:
    """What is wrong after a death: it does not open, or not with the same key ever after."""
    had_notes = int(has_database(folder))
    try:
        (first, few), (second, more) = live(folder, source), live(folder, source)
    except Exception as error:
        return [repr(error)]
    faults = [] if first == second else ["another key"]
    return faults if (few, more) == (had_notes + 1, had_notes + 2) else [*faults, "notes are lost"]


def main(root: Path, kind: str) -> None:
    keys = root / "keys"
    keys.mkdir()
    sources: dict[str, KeySource] = {
        "folder": KeysInFolder(keys),
        "keyring": KeyringSource(KeyringStore()),
        "passphrase": PassphraseSource(
            "åtta blå kor på rad", cost=Argon2Cost(memory_kib=8, passes=1)
        ),
    }
    only = {"subprocess.Popen", "os.rename"} if kind == "keyring" else set()
    steps = IN_THE_KEYRING if kind == "keyring" else count()
    found: dict[int, list[str]] = {}
    for step in steps:
        folder = root / str(step) / "profile"
        if not dies(step, folder, sources[kind], only):
            break
        found[step] = faults_after(folder, sources[kind])
    orphans = len(list(keys.iterdir())) - len(found) - 1 if kind == "folder" else 0
    sys.stdout.write(json.dumps({"steps": len(found), "faults": found, "orphans": orphans}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
