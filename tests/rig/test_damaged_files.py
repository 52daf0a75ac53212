"""A desk's files are damaged, swapped or set back: never served wrong, and no work is given up."""

from __future__ import annotations

import hashlib
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import pytest

from db.faults import StoreDamaged, translated
from db.mirror.reading import read_back
from db.mirror.segments import numbers, path_of
from kundcenter.adapters.centre_faults import CentreAway
from kundcenter.adapters.passphrase import PassphraseSource
from kundcenter.errors import KundcenterError
from kundcenter.start.opening import open_desk, open_profile
from kundcenter.start.rebuilding import rebuild
from tests.faults.checks import FULL
from tests.ground import CHEAP, rows
from tests.profiles import TERMS, key_of, opened, source
from tests.rig.checks import broken
from tests.rig.processes import DeskProcess, until
from tests.rig.world import World, a_world

pytestmark = pytest.mark.loopback

SEED = 20261124
DATABASE, LOG, INDEX = "kundcenter.db", "kundcenter.db-wal", "kundcenter.db-shm"
PAGE = 4096
FLIPS = 60 if FULL else 5
UNSENT = 40


@dataclass(slots=True)
class Left:
    """What a killed desk has left: work that no centre has, in the folder `whole`."""

    whole: Path
    old: Path  # the same folder a while ago
    other: Path  # another desk's
    key: bytes
    device_id: UUID
    told: set[UUID]  # what the operator was told is saved
    true: object
    trials: int = 0
    found_out: int = 0  # flips in the database
    chance: random.Random = field(default_factory=lambda: random.Random(SEED))

    def copy(self) -> Path:
        self.trials += 1
        made = self.whole.with_name(f"trial-{self.trials}")
        shutil.copytree(self.whole, made)
        return made

    def in_mirror(self, folder: Path) -> set[UUID]:
        told = read_back(folder / "mirror", self.key, self.device_id)
        return {operation.id for operation in told.operations()}


def flip(path: Path, bit: int) -> None:
    content = bytearray(path.read_bytes())
    content[bit // 8] ^= 1 << bit % 8
    path.write_bytes(content)


def digests(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "profile.lock"
    }


# Each is given a copy of the folder and says what went wrong with it; nothing, if all is well.
Damage = Callable[[Left, Path], Iterator[str]]


def must_be_whole(left: Left, folder: Path, *, served: bool = True) -> Iterator[str]:
    """It opens, and has all that was saved; with `served` it also shows all of it at once."""
    try:
        with opened(folder) as desk:
            assert desk.local is not None
            kept = {operation.id for operation in desk.local.operations(0, 100_000)}
            if left.told - kept:
                yield f"{len(left.told - kept)} operations are gone"
            if served and rows(desk.engine) != left.true:
                yield "it shows something else"
    except KundcenterError as error:
        yield f"it does not open: {error.code}"


def must_be_refused(left: Left, folder: Path, *codes: str) -> Iterator[str]:
    """It does not open, says why, and leaves everything as it lies."""
    before = digests(folder)
    try:
        with opened(folder):
            yield "it opens"
    except KundcenterError as error:
        if error.code not in codes:
            yield f"it says {error.code}"
    after = digests(folder)
    changed = [name for name in before if before[name] != after.get(name) and name != INDEX]
    changed += [name for name in after if name not in before and name not in (LOG, INDEX)]
    if changed:
        yield f"it has changed {changed}"
    if left.told - left.in_mirror(folder):
        yield "the mirror has lost work"


def flipped_database(left: Left, folder: Path) -> Iterator[str]:
    """F39: either it is found out, or it shows the truth; the mirror keeps the work."""
    pages = (folder / DATABASE).stat().st_size // PAGE
    flip(folder / DATABASE, left.chance.randrange(pages) * PAGE * 8 + left.chance.randrange(32_000))
    try:
        with translated(), opened(folder) as desk:
            if rows(desk.engine) != left.true:
                yield "it serves what was never written"
    except StoreDamaged:
        left.found_out += 1
    except KundcenterError as error:
        yield f"it says {error.code}"
    if left.told - left.in_mirror(folder):
        yield "the mirror has lost work"


def flipped_mirror(left: Left, folder: Path) -> Iterator[str]:
    segment = path_of(folder / "mirror", left.chance.choice(numbers(folder / "mirror")))
    flip(segment, left.chance.randrange(segment.stat().st_size * 8))
    yield from must_be_whole(left, folder)


def flipped_log(left: Left, folder: Path) -> Iterator[str]:
    flip(folder / LOG, left.chance.randrange((folder / LOG).stat().st_size * 8))
    (folder / INDEX).unlink(missing_ok=True)
    yield from must_be_whole(left, folder, served=False)


def log_and_index_gone(left: Left, folder: Path) -> Iterator[str]:
    for name in (LOG, INDEX):
        (folder / name).unlink(missing_ok=True)
    yield from must_be_whole(left, folder, served=False)


def index_gone(left: Left, folder: Path) -> Iterator[str]:
    (folder / INDEX).unlink(missing_ok=True)
    yield from must_be_whole(left, folder)


def cut_in_half(left: Left, folder: Path) -> Iterator[str]:
    """F40."""
    for name in (LOG, INDEX):
        (folder / name).unlink(missing_ok=True)
    whole = (folder / DATABASE).read_bytes()
    (folder / DATABASE).write_bytes(whole[: len(whole) // PAGE // 2 * PAGE])
    yield from must_be_refused(left, folder, "store.damaged")


def emptied(left: Left, folder: Path) -> Iterator[str]:
    (folder / DATABASE).write_bytes(b"")
    yield from must_be_refused(left, folder, "database.missing")


def gone(left: Left, folder: Path) -> Iterator[str]:
    for name in (DATABASE, LOG, INDEX):
        (folder / name).unlink(missing_ok=True)
    yield from must_be_refused(left, folder, "database.missing")


def an_old_database(left: Left, folder: Path) -> Iterator[str]:
    """Only the file was set back: the mirror knows more."""
    for name in (LOG, INDEX):
        (folder / name).unlink(missing_ok=True)
    shutil.copy(left.old / DATABASE, folder / DATABASE)
    yield from must_be_whole(left, folder, served=False)


def another_database(left: Left, folder: Path) -> Iterator[str]:
    for name in (LOG, INDEX):
        (folder / name).unlink(missing_ok=True)
    shutil.copy(left.other / DATABASE, folder / DATABASE)
    yield from must_be_refused(left, folder, "store.damaged", "store.of_another")


def key_missing(left: Left, folder: Path) -> Iterator[str]:
    """F41: a wrong passphrase opens nothing, makes nothing and changes nothing."""
    before = digests(folder)
    with open_profile(folder) as profile:
        try:
            open_desk(profile, PassphraseSource("fel våta vantar på tork", cost=CHEAP), TERMS)
            yield "it opens"
        except KundcenterError as error:
            if error.code != "passphrase.wrong":
                yield f"it says {error.code}"
    if digests(folder) != before:
        yield "it has changed something"


ONCE: tuple[Damage, ...] = (
    index_gone,
    log_and_index_gone,
    cut_in_half,
    emptied,
    gone,
    an_old_database,
    another_database,
    key_missing,
)
OFTEN: tuple[Damage, ...] = (flipped_database, flipped_mirror, flipped_log)


def test_no_damage_to_a_desks_files_is_served_and_none_costs_work(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """F37 to F41 at a desk whose work no centre has yet; then a machine that is set back, F57."""
    with a_world(tmp_path, seed=SEED, pace=0.01) as world:
        desk = world.desks[0]
        left = left_by_a_kill(world, desk)
        found = [
            f"{damage.__name__}: {told}"
            for damage, times in [(each, 1) for each in ONCE] + [(each, FLIPS) for each in OFTEN]
            for _ in range(times)
            for told in damage(left, left.copy())
        ]
        assert found == []
        assert left.found_out > 0  # not every page is read, but some are
        log_and_index_gone_then_exchanged(world, desk)
        made_anew(world, desk)
        set_back(world, desk, left)
    caplog.clear()  # it is said each time that something is damaged, or came back


def left_by_a_kill(world: World, desk: DeskProcess) -> Left:
    """Both desks work and exchange; then the centre is away, and one of them is killed."""
    for each in world.desks:
        each.begin_and_open()
    world.work_until(60)
    world.drain()
    world.end_desks()
    old, whole = world.folder / "old", world.folder / "whole"
    shutil.copytree(desk.profile, old)
    world.services[0].kill()
    desk.begin_and_open()
    before = len(desk.saved)
    until(lambda: len(desk.hear().saved) >= before + UNSENT, what="it works without a centre")
    desk.running.kill()
    shutil.copytree(desk.profile, whole)
    true = world.folder / "true"
    shutil.copytree(whole, true)
    told = {each.id for each in desk.hear().saved.values()}
    with opened(true) as open_desk:
        served = rows(open_desk.engine)
    return Left(whole, old, world.desks[1].profile, key_of(whole), desk.device_id, told, served)


def log_and_index_gone_then_exchanged(world: World, desk: DeskProcess) -> None:
    """The worst that may happen without anybody noticing; everything comes through."""
    for name in (LOG, INDEX):
        (desk.profile / name).unlink(missing_ok=True)
    world.heal()
    world.work_until(20)
    world.drain()
    world.end_desks()
    assert broken(world) == []


def made_anew(world: World, desk: DeskProcess) -> None:
    """F39, F40: the file is beyond repair, there is no copy, and work was not sent yet."""
    world.services[0].kill()
    desk.begin_and_open()
    world.desks[1].begin_and_open()
    world.work_until(20)
    desk.running.kill()
    whole = (desk.profile / DATABASE).read_bytes()
    (desk.profile / DATABASE).write_bytes(whole[: len(whole) // PAGE // 2 * PAGE])
    for name in (LOG, INDEX):
        (desk.profile / name).unlink(missing_ok=True)
    before = digests(desk.profile)
    with open_profile(desk.profile) as profile, pytest.raises(CentreAway):
        rebuild(profile, source(), TERMS)
    assert digests(desk.profile) == before
    world.begin_service(world.services[0])
    with open_profile(desk.profile) as profile:
        restored = rebuild(profile, source(), TERMS)
    assert restored.verdict.sound
    assert restored.report.agreement.replayed > 0  # what the centre had not seen
    assert (restored.aside / DATABASE).stat().st_size == len(whole) // PAGE // 2 * PAGE
    world.heal()
    world.work_until(20)
    world.drain()
    world.end_desks()
    assert broken(world) == []


def set_back(world: World, desk: DeskProcess, left: Left) -> None:
    """F57, F56: the whole folder is an old one.  Its own work comes back from the centre; if it
    has gone on before it heard of that, it is stopped.  The centre's rows are not touched.
    """
    shutil.rmtree(desk.profile)
    shutil.copytree(left.old, desk.profile)
    desk.begin_and_open(idle=True)
    world.desks[1].begin_and_open(idle=True)
    world.drain()
    world.end_desks()
    assert broken(world) == []

    before = [tuple(row) for row in world.asked("SELECT * FROM centre_results ORDER BY 1, 2")]
    shutil.rmtree(desk.profile)
    shutil.copytree(left.old, desk.profile)
    world.services[0].kill()
    desk.saved.clear()  # from now on it tells another story
    desk.begin_and_open()
    world.work_until(5)
    world.begin_service(world.services[0])
    until(lambda: desk.hear().state.startswith("stopped"), within=150, what="a fork")
    desk.running.kill()
    after = world.asked("SELECT * FROM centre_results ORDER BY 1, 2")
    assert [tuple(row) for row in after] == before
    state = world.asked(f"SELECT state FROM centre_devices WHERE id = '{desk.device_id}'")
    assert state == [("frozen",)]
