"""What a nurse types is nowhere on the disk in a form that anybody could read (C14)."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from db.connect import open_raw
from tests.faults.checks import readable
from tests.ground import KEY
from tests.profiles import Shift, make_profile, opened

CANARY = "kanariefågeln Åke är på vift igen"
ROOT = Path(__file__).parents[2]

LIFE = """
import sys
from pathlib import Path
from tests.faults.test_canary import life
life(Path(sys.argv[1]))
"""


def life(home: Path) -> None:
    """Everything that puts a note on the disk; ends as by kill -9, with all files open."""
    folder = make_profile(home / "profile")
    desk = opened(folder)
    shift = Shift(desk.desk)
    shift.begin()
    entry = shift.call(CANARY)
    desk.desk.journal.take_print(entry, CANARY)
    desk.desk.people.register_unidentified(CANARY)
    desk.back_up()
    desk.back_up(home / "out.db")
    shift.call(CANARY)
    sys.stdout.write(json.dumps(len(desk.desk.calls.latest())))
    sys.stdout.flush()
    os.kill(os.getpid(), 9)


def test_a_canary_in_a_note_is_nowhere_to_be_found(tmp_path: Path) -> None:
    """In a process whose home, temporary folder and profile all lie in one place."""
    for name in ("home", "tmp"):
        (tmp_path / name).mkdir()
    environment = {
        **os.environ,
        "HOME": str(tmp_path / "home"),
        "TMPDIR": str(tmp_path / "tmp"),
        "SQLITE_TMPDIR": str(tmp_path / "tmp"),
        "XDG_STATE_HOME": str(tmp_path / "home"),
        "XDG_CACHE_HOME": str(tmp_path / "home"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    said = subprocess.run(
        [sys.executable, "-c", LIFE, str(tmp_path)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert (said.stdout, said.stderr) == (b"2", b"")
    files = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    assert {"kundcenter.db", "kundcenter.db-wal", "out.db", "00000001.segment"} <= files
    assert readable(tmp_path, CANARY) == []
    with opened(tmp_path / "profile"):
        assert readable(tmp_path, CANARY) == []
    assert readable(tmp_path, CANARY) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "latin-1"])
def test_the_checker_finds_a_canary_in_clear(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "log.txt").write_bytes(b"INFO " + CANARY.encode(encoding))
    assert readable(tmp_path, CANARY) == ["log.txt"]


def test_the_checker_finds_a_canary_in_json_base64_and_a_database_without_a_key(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"note": CANARY}))
    for shift in range(3):
        coded = base64.b64encode(b"x" * shift + CANARY.encode() + b"rest")
        (tmp_path / f"b{shift}").write_bytes(coded)
    raw = open_raw(tmp_path / "keyed.db", KEY)
    raw.execute("CREATE TABLE notes (text)")
    raw.execute("INSERT INTO notes VALUES (?)", (CANARY,))
    raw.execute("ATTACH ? AS plain KEY ''", (str(tmp_path / "plain.db"),))
    raw.execute("SELECT sqlcipher_export('plain')")
    raw.close()
    assert readable(tmp_path, CANARY) == ["a.json", "b0", "b1", "b2", "plain.db"]
