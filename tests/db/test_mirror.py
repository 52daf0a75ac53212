"""The outbox mirror: every commit a second time, and no change in it goes unnoticed."""

from __future__ import annotations

import errno
import os
import random
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

import db.mirror.segments
from db.commits import Commit, Heads, heads
from db.mirror.outbox import MirrorBehind, OutboxMirror
from db.mirror.reading import Mirrored, read_back
from db.mirror.segments import Damage, numbers, path_of, size
from kundcenter.domain.slots import PasswordWrong
from kundcenter.services.calls import Ring
from kundcenter.start.desk import Desk, DeskTerms, new_id
from tests.ground import CHEAP, DEVICE, KEY, PASSWORD, WOMAN, Clock, Ground, identity

NOTHING = Heads()


@dataclass(slots=True)
class Mirrors:
    """A desk whose commits are mirrored, and the mirror."""

    engine: Engine
    folder: Path
    outbox: OutboxMirror
    ground: Ground
    announced: list[MirrorBehind | None] = field(default_factory=list)

    def read(self, known: Heads | None = None) -> Mirrored:
        return read_back(self.folder, KEY, DEVICE, known=known)

    def heads(self) -> Heads:
        with self.engine.connect() as connection:
            return heads(connection, DEVICE)

    def ring(self, times: int = 1) -> None:
        for _ in range(times):
            self.ground.desk.calls.ring(Ring("line-1"))


@pytest.fixture
def mirrors(local: Engine, tmp_path: Path) -> Iterator[Mirrors]:
    announced: list[MirrorBehind | None] = []
    outbox = OutboxMirror(
        tmp_path / "mirror",
        KEY,
        DEVICE,
        engine=local,
        heads=NOTHING,
        last=None,
        announce=announced.append,
    )
    clock = Clock()
    terms = DeskTerms(DEVICE, KEY, now=clock, new_id=new_id, cost=CHEAP, committed=outbox.append)
    ground = Ground(Desk(local, terms), clock, local)
    ground.nurse()
    yield Mirrors(local, tmp_path / "mirror", outbox, ground, announced)
    outbox.close()


def again(mirrors: Mirrors) -> OutboxMirror:
    """The mirror as the next start of the program finds it."""
    told = mirrors.read()
    return OutboxMirror(
        mirrors.folder, KEY, DEVICE, engine=mirrors.engine, heads=told.heads, last=told.last
    )


def test_the_mirror_has_all_that_the_database_has(mirrors: Mirrors) -> None:
    mirrors.ring(3)
    told = mirrors.read()
    assert (told.heads, told.faults, told.torn) == (mirrors.heads(), (), 0)
    assert told.owed(NOTHING).operations == mirrors.ground.operations()
    assert told.owed(NOTHING).accesses == mirrors.ground.accesses()
    assert not told.owed(mirrors.heads())


def test_a_look_is_mirrored_too(mirrors: Mirrors) -> None:
    before = mirrors.heads()
    mirrors.ground.desk.people.find(identity(WOMAN))
    owed = mirrors.read().owed(before)
    assert (len(owed.operations), len(owed.accesses)) == (0, 1)


def test_what_belongs_to_the_desk_alone_is_mirrored(mirrors: Mirrors) -> None:
    """No operation holds a password slot; without it nobody could sign in after a replay."""
    owed = mirrors.read().owed(NOTHING)
    assert len({slot.operator_id for slot in owed.slots}) == 2
    assert {tried.failures for tried in owed.attempts} == {0}
    with pytest.raises(PasswordWrong):
        mirrors.ground.desk.sessions.sign_in("nurse", PASSWORD + "x")
    assert mirrors.read().owed(NOTHING).attempts[-1].failures == 1


def test_the_files_are_for_the_owner_alone_and_hold_no_word_in_clear(mirrors: Mirrors) -> None:
    for number in numbers(mirrors.folder):
        path = path_of(mirrors.folder, number)
        assert path.stat().st_mode & 0o077 == 0
        assert b"line-1" not in path.read_bytes()
    assert mirrors.folder.stat().st_mode & 0o077 == 0


def test_another_key_reads_nothing(mirrors: Mirrors) -> None:
    told = read_back(mirrors.folder, bytes(32), DEVICE)
    assert (told.commits, told.heads) == ((), NOTHING)
    assert {fault.damage for fault in told.faults} == {Damage.CHANGED}


def test_another_desk_s_mirror_is_strange(mirrors: Mirrors) -> None:
    told = read_back(mirrors.folder, KEY, new_id())
    assert (told.commits, [fault.damage for fault in told.faults]) == ((), [Damage.STRANGE])


def test_no_two_segments_share_a_key_and_none_is_written_twice(mirrors: Mirrors) -> None:
    first = path_of(mirrors.folder, 1).read_bytes()
    mirrors.outbox.close()
    outbox = again(mirrors)
    mirrors.ground.desk.calls.ring(Ring("line-1"))
    outbox.catch_up()
    outbox.close()
    second = path_of(mirrors.folder, 2).read_bytes()
    assert path_of(mirrors.folder, 1).read_bytes().startswith(first)
    assert first[8:40] != second[8:40]
    assert mirrors.read().heads == mirrors.heads()


def test_a_torn_last_frame_is_cut_wherever_it_is_torn(mirrors: Mirrors) -> None:
    path = path_of(mirrors.folder, 1)
    before, known = path.stat().st_size, mirrors.read()
    mirrors.ring()
    whole = path.read_bytes()
    for end in range(before, len(whole)):
        path.write_bytes(whole[:end])
        told = mirrors.read()
        assert (told.faults, told.heads, told.torn) == ((), known.heads, int(end > before))
    path.write_bytes(whole + bytes(700))  # the file system gave room that was never filled
    told = mirrors.read()
    assert (told.faults, told.heads, told.torn) == ((), mirrors.heads(), 1)


def test_after_a_torn_frame_the_mirror_goes_on_in_a_new_segment(mirrors: Mirrors) -> None:
    mirrors.ring()
    mirrors.outbox.close()
    path = path_of(mirrors.folder, 1)
    path.write_bytes(path.read_bytes()[:-5])
    outbox = again(mirrors)
    assert outbox.catch_up() == 1
    outbox.close()
    told = mirrors.read()
    assert (told.heads, told.faults, numbers(mirrors.folder)) == (mirrors.heads(), (), [1, 2])


def test_every_flipped_bit_is_reported_and_nothing_changed_is_read(mirrors: Mirrors) -> None:
    path = path_of(mirrors.folder, 1)
    mirrors.ring(2)
    whole = path.read_bytes()
    true = set(mirrors.read().commits)
    chosen = random.Random(20261121).sample(range(len(whole) * 8), 300)
    for bit in (*range(0, 44 * 8, 7), *range(44 * 8, 52 * 8), *chosen):
        flipped = bytearray(whole)
        flipped[bit // 8] ^= 1 << bit % 8
        path.write_bytes(flipped)
        told = mirrors.read()
        assert told.faults, f"bit {bit}"
        assert set(told.commits) <= true


def test_frames_cannot_be_moved_left_out_or_repeated(mirrors: Mirrors) -> None:
    mirrors.ring(4)
    path = path_of(mirrors.folder, 1)
    whole = path.read_bytes()
    *_, third, second, first = frames_of(whole)
    start = len(whole) - len(third) - len(second) - len(first)
    for tampered in (
        whole[:start] + second + third + first,
        whole[:start] + third + first,
        whole + first,
        whole[:start] + third + third + second + first,
    ):
        path.write_bytes(tampered)
        assert mirrors.read().faults


def frames_of(content: bytes) -> list[bytes]:
    found, at = [], 44
    while at < len(content):
        end = at + 8 + int.from_bytes(content[at : at + 4], "big")
        found.append(content[at:end])
        at = end
    return found


def test_a_missing_and_a_shortened_segment_are_reported(
    mirrors: Mirrors, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(db.mirror.segments, "LIMIT", 4_000)
    mirrors.ring(30)
    there = numbers(mirrors.folder)
    assert len(there) > 4
    assert (mirrors.read().heads, mirrors.read().faults) == (mirrors.heads(), ())

    second, third = (path_of(mirrors.folder, number) for number in there[1:3])
    whole = third.read_bytes()
    third.write_bytes(whole[: -len(frames_of(whole)[-1])])
    assert [(f.segment, f.damage) for f in mirrors.read().faults] == [(3, Damage.SHORTENED)]
    third.write_bytes(whole)
    second.unlink()
    told = mirrors.read()
    assert [(f.segment, f.damage) for f in told.faults] == [(2, Damage.MISSING)]
    assert told.owed(NOTHING).lost.operations == range(
        told.heads.operation.n + 1, mirrors.heads().operation.n + 1
    )


def test_only_the_segments_that_the_database_needs_are_read(
    mirrors: Mirrors, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(db.mirror.segments, "LIMIT", 4_000)
    mirrors.ring(30)
    path_of(mirrors.folder, 1).write_bytes(b"nobody looks here")
    assert mirrors.read(known=mirrors.heads()).faults == ()
    assert mirrors.read().faults


def test_what_a_verified_copy_holds_is_forgotten(
    mirrors: Mirrors, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(db.mirror.segments, "LIMIT", 4_000)
    mirrors.ring(20)
    copied = mirrors.heads()
    mirrors.ring(20)
    before = size(mirrors.folder)
    assert mirrors.outbox.forget(NOTHING) == 0
    assert mirrors.outbox.forget(copied) > 0
    assert size(mirrors.folder) < before
    told = mirrors.read()
    assert (told.heads, told.faults) == (mirrors.heads(), ())
    assert told.owed(copied).operations == mirrors.ground.operations(copied.operation.n)
    assert told.owed(NOTHING).lost


@pytest.mark.logs("the mirror is behind: full")
def test_a_mirror_that_cannot_be_written_does_not_stop_work_and_catches_up(
    mirrors: Mirrors, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = mirrors.read().heads
    with monkeypatch.context() as full:
        full.setattr(db.mirror.segments, "_sync", _no_space)
        mirrors.ring(3)
    assert [error.facts if error else None for error in mirrors.announced] == [{"why": "full"}]
    assert len(mirrors.ground.operations()) == mirrors.heads().operation.n
    assert mirrors.outbox.heads == before

    assert mirrors.outbox.trouble is mirrors.announced[0]

    mirrors.ring()
    assert mirrors.announced[1:] == [mirrors.outbox.trouble] == [None]
    assert (mirrors.read().heads, mirrors.read().faults) == (mirrors.heads(), ())


def _no_space(_descriptor: int) -> None:
    raise OSError(28, os.strerror(28))


@pytest.mark.logs("in a way nobody foresaw", "the mirror is behind: unforeseen")
def test_not_even_a_fault_of_our_own_in_the_mirror_stops_a_verb(
    mirrors: Mirrors, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(db.mirror.segments, "encode", lambda _: 1 / 0)
        mirrors.ring()
    mirrors.ring()
    assert mirrors.read().heads == mirrors.heads()


@pytest.mark.logs("the mirror is behind: full")
def test_what_was_kept_from_the_mirror_is_written_when_it_closes(
    mirrors: Mirrors, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        full.setattr(db.mirror.segments, "_sync", _no_space)
        mirrors.ring(3)
    mirrors.outbox.close()
    assert mirrors.read().heads == mirrors.heads()


@pytest.mark.logs("the mirror is behind: full")
def test_a_disk_that_is_full_gathers_no_broken_segments(
    mirrors: Mirrors, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int, _content: Any) -> int:
        raise OSError(28, os.strerror(28))

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        mirrors.ring(10)
    assert len(numbers(mirrors.folder)) == 1


@pytest.mark.logs("the mirror is behind: full")
def test_a_segment_that_was_written_by_half_is_never_written_to_again(
    mirrors: Mirrors, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a place in it, and with it a nonce, would be used for two texts."""
    write = os.write

    def half(descriptor: int, content: Any) -> int:
        write(descriptor, content[: len(content) // 2])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", half)
        mirrors.ring()
    torn = path_of(mirrors.folder, 1).read_bytes()
    mirrors.ring(2)
    assert path_of(mirrors.folder, 1).read_bytes() == torn
    assert numbers(mirrors.folder) == [1, 2]
    told = mirrors.read()
    assert (told.heads, told.faults, told.torn) == (mirrors.heads(), (), 1)


def test_two_threads_that_commit_at_once_leave_no_hole(mirrors: Mirrors) -> None:
    """The later commit may come to the mirror first; it then brings the earlier one along."""
    held: list[Commit] = []
    tell = mirrors.outbox.append

    def overtaken(commit: Commit) -> None:
        if held or threading.current_thread() is not slow:
            tell(commit)
        else:
            held.append(commit)

    slow = threading.Thread(target=mirrors.ring)
    terms = DeskTerms(DEVICE, KEY, cost=CHEAP, committed=overtaken)
    desk = Desk(mirrors.engine, terms)
    desk.sessions.sign_in("nurse", PASSWORD)
    mirrors.ground.desk = desk
    slow.start()
    slow.join()
    assert mirrors.read().heads.operation.n == mirrors.heads().operation.n - 1
    mirrors.ring()
    assert mirrors.read().heads == mirrors.heads()
    tell(held[0])  # at last
    told = mirrors.read()
    assert (told.heads, told.faults) == (mirrors.heads(), ())
    assert told.owed(NOTHING).operations == mirrors.ground.operations()


def test_many_threads_at_once_are_all_mirrored(mirrors: Mirrors) -> None:
    threads = [threading.Thread(target=mirrors.ring, args=(10,)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    told = mirrors.read()
    assert (told.heads, told.faults) == (mirrors.heads(), ())
    assert told.owed(NOTHING).operations == mirrors.ground.operations()
    assert told.owed(NOTHING).accesses == mirrors.ground.accesses()
