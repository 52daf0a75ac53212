"""A day on a disk that fills up, told as JSON.  Run inside a mount namespace of its own:

unshare --mount python -m tests.faults.small_disk FOLDER
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from uuid import UUID

from db.faults import NotSaved
from kundcenter.start.opening import OpenDesk, open_profile
from kundcenter.start.verifying import verify_profile
from tests.faults.checks import Acknowledged, lost, torn
from tests.profiles import Shift, make_profile, opened, source

MEGABYTE = 1 << 20


def fill(folder: Path, *, leave: int) -> Path:
    """A file that takes all the room but `leave` bytes."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            file.truncate(max(0, file.tell() - leave))
    return filler


def work_until_it_is_refused(desk: OpenDesk, told: list[Acknowledged]) -> str:
    """Calls, one after the other, until something is not saved; returns the error's code."""
    shift = Shift(desk.desk)
    try:
        shift.resume()
        for number in range(1_000):
            for what, id in shift.steps(f"Samtal {number} " + "å" * 2_000):
                told.append((what, UUID(id)))
    except NotSaved as error:
        return error.code
    return ""


def look(desk: OpenDesk) -> str:
    """To open a patient, whose access record cannot be written; returns the error's code."""
    try:
        for _ in range(500):
            Shift(desk.desk).person()
    except NotSaved as error:
        return error.code
    return ""


def day(disk: Path, *, leave: int) -> dict[str, object]:
    """What happened on a disk on which so little was left."""
    folder = make_profile(disk / "profile")
    told: list[Acknowledged] = []
    with opened(folder) as desk:
        Shift(desk.desk).begin()
        filler = fill(disk, leave=leave)
        refused = work_until_it_is_refused(desk, told)
        unseen = look(desk)
        found = [*lost(desk.engine, told), *torn(desk.engine)]
        counted = len(desk.desk.calls.latest(1_000))
        filler.unlink()
        shift = Shift(desk.desk)
        shift.resume()
        shift.call("Nu finns det plats")
        behind = desk.mirror.trouble is not None
        found += [*lost(desk.engine, told), *torn(desk.engine)]
    with opened(folder) as desk:
        found += [*lost(desk.engine, told), *torn(desk.engine)]
    with open_profile(folder) as profile:
        verdict = verify_profile(profile, source())
    return {
        "told": len(told),
        "refused": refused,
        "unseen": unseen,
        "calls": counted,
        "rung": sum(what == "rung" for what, _ in told),
        "found": [*found, *map(str, verdict.findings)],
        "behind": behind,
    }


def crowded_start(disk: Path) -> dict[str, object]:
    """To open a profile, and to make one, where there is no room at all."""
    folder = make_profile(disk / "profile")
    with opened(folder) as desk:
        Shift(desk.desk).begin()
        Shift(desk.desk).call()
    new = make_profile(disk / "new")
    filler = fill(disk, leave=0)
    errors = []
    for each in (folder, new):
        try:
            opened(each).close()
            errors.append("")
        except NotSaved as error:
            errors.append(error.code)
    filler.unlink()
    for each in (folder, new):
        opened(each).close()
    return {"errors": errors}


def main(disk: Path) -> None:
    mount = ("mount", "-t", "tmpfs", "-o", "size=6m,mode=700", "none", str(disk))
    told: dict[str, object] = {}
    for name, leave in (("nothing", 0), ("a page", 4096), ("some", 900_000)):
        subprocess.run(mount, check=True)
        told[name] = day(disk, leave=leave)
        os.sync()
        subprocess.run(("umount", str(disk)), check=True)
    subprocess.run(mount, check=True)
    told["start"] = crowded_start(disk)
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
