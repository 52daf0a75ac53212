"""Bit rot: one flipped bit anywhere is reported, and never served as if it were true."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from db.connect import Access, open_local
from db.faults import StoreDamaged, translated
from db.mirror.segments import numbers, path_of
from db.verify import verify
from kundcenter.start.opening import open_profile
from kundcenter.start.verifying import verify_profile
from tests.faults.checks import FULL
from tests.ground import rows
from tests.profiles import Shift, key_of, make_profile, opened, source

DATABASE = "kundcenter.db"
PAGE = 4096
SEED = 20261121


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_profile(tmp_path_factory.mktemp("flips") / "profile")
    with opened(folder) as desk:
        shift = Shift(desk.desk)
        shift.begin()
        shift.call()
    return folder


@pytest.fixture(scope="module")
def crashed(folder: Path) -> Path:
    """The same profile after a crash: work that only the log and the mirror hold."""
    crashed = folder.with_name("crashed")
    shutil.copytree(folder, crashed)
    with opened(crashed) as desk:
        shift = Shift(desk.desk)
        shift.resume()
        shift.call()
        shutil.copytree(crashed, folder.with_name("left"))
    return folder.with_name("left")


def places(path: Path) -> Iterator[int]:
    """Bits to flip: one in every page, all over the first one, and others at random."""
    size = path.stat().st_size
    chance = random.Random(SEED)
    step = 1 if FULL else max(1, size // PAGE // 40)
    for page in range(0, size // PAGE, step):
        yield page * PAGE * 8 + chance.randrange(PAGE * 8)
    yield from (chance.randrange(min(PAGE, size) * 8) for _ in range(200 if FULL else 10))
    yield from (chance.randrange(size * 8) for _ in range(2_000 if FULL else 20))


def flip(whole: bytes, bit: int, to: Path) -> None:
    content = bytearray(whole)
    content[bit // 8] ^= 1 << bit % 8
    to.write_bytes(content)


def served(read: Callable[[], object], true: object) -> bool:
    """Whether something else than the truth was served as if it were true."""
    try:
        with translated():
            return read() != true
    except StoreDamaged:
        return False


def read_all(path: Path, key: bytes) -> object:
    engine = open_local(path, key, Access.WRITE)
    try:
        return rows(engine)
    finally:
        engine.dispose()


def test_a_flipped_bit_in_the_database_is_never_served_and_always_reported(
    folder: Path, tmp_path: Path
) -> None:
    """F39."""
    key = key_of(folder)
    whole = (folder / DATABASE).read_bytes()
    true = read_all(folder / DATABASE, key)
    spoiled = tmp_path / "spoiled.db"
    for bit in places(folder / DATABASE):
        flip(whole, bit, spoiled)
        assert not served(lambda: read_all(spoiled, key), true), f"bit {bit}"
        flip(whole, bit, spoiled)
        assert not verify(spoiled, key).sound, f"bit {bit}"


def test_the_checker_sees_a_database_that_serves_what_was_never_written(tmp_path: Path) -> None:
    """The same flips in a plain SQLite file: that is what it would be without check sums."""
    path = tmp_path / "plain.db"
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE notes (text)")
    plain.executemany("INSERT INTO notes VALUES (?)", [("Ont i halsen " * 20,)] * 300)
    plain.commit()
    plain.close()
    whole = path.read_bytes()

    def read() -> object:
        opened_again = sqlite3.connect(path)
        try:
            return opened_again.execute("SELECT text FROM notes").fetchall()
        except sqlite3.Error:
            raise StoreDamaged(why="plain") from None
        finally:
            opened_again.close()

    true = read()
    wrong = 0
    for bit in places(path):
        flip(whole, bit, path)
        wrong += served(read, true)
    assert wrong > 5


def test_a_flipped_bit_in_the_log_costs_nothing(
    crashed: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """SQLite forgets the log from a wrong check sum on; the mirror has what was in it."""
    true = rows_of(crashed, tmp_path / "true")
    log = crashed / (DATABASE + "-wal")
    whole = log.read_bytes()
    forgotten = 0
    for number, bit in enumerate(list(places(log))[:: 8 if FULL else 4]):
        trial = tmp_path / str(number)
        shutil.copytree(crashed, trial)
        (trial / (DATABASE + "-shm")).unlink()
        flip(whole, bit, trial / (DATABASE + "-wal"))
        with opened(trial) as desk:
            forgotten += desk.report.agreement.replayed > 0
            assert rows(desk.engine) == true, f"bit {bit}"
        shutil.rmtree(trial)
    assert forgotten > 5
    caplog.clear()  # each time it is said that work came back from the mirror


def rows_of(folder: Path, to: Path) -> object:
    shutil.copytree(folder, to)
    with opened(to) as desk:
        return rows(desk.engine)


def test_a_flipped_bit_in_the_mirror_is_reported_and_costs_nothing(
    crashed: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    true = rows_of(crashed, tmp_path / "true")
    for number in numbers(crashed / "mirror"):
        whole = path_of(crashed / "mirror", number).read_bytes()
        chance = random.Random(SEED + number)
        for bit in [chance.randrange(len(whole) * 8) for _ in range(150 if FULL else 6)]:
            trial = tmp_path / f"{number}-{bit}"
            shutil.copytree(crashed, trial)
            flip(whole, bit, path_of(trial / "mirror", number))
            with open_profile(trial) as profile:
                assert not verify_profile(profile, source()).sound, f"bit {bit}"
            with opened(trial) as desk:
                assert rows(desk.engine) == true, f"bit {bit}"
            shutil.rmtree(trial)
    caplog.clear()  # each time it is said that the mirror is damaged
