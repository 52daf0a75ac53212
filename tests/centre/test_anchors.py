"""Anchors over the real wire: made by the service, kept by desks, told by commands."""

from __future__ import annotations

import argparse
import io
import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from db.connect import open_local
from db.sync.anchors import SqlAnchors
from db.sync.centre_audit import audited
from db.sync.noted_anchors import SqlNotedAnchors
from kundcenter.adapters.anchor_signing import AnchorCheck, AnchorKey
from kundcenter.adapters.witness_file import read_witness
from kundcenter.centre.config import CONFIG, SECRET, config_text
from kundcenter.cli import audit, centre
from kundcenter.cli.profile_commands import DONE, NOT_DONE, UNSOUND
from kundcenter.domain.access_log import GENESIS
from kundcenter.domain.link import Phase
from tests.centre import ground
from tests.centre.ground import House, a_house
from tests.centre.test_whole_desks import Floor, Whole, nurse
from tests.ground import ASKED, NUMBER, PASSWORD, WOMAN, identity
from tests.profiles import PASSPHRASE, key_of
from tests.sync.tampering import delete_tail, edit_rebuild, undone, unguarded

pytestmark = pytest.mark.loopback
Type = Callable[..., tuple[int, Any]]


@pytest.fixture
def floor(house: House, tmp_path: Path) -> Iterator[Floor]:
    with ExitStack() as stack:
        yield Floor(house, tmp_path, stack)


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Type:
    """Type a command; the passphrase comes from standard in.  Gives the code and the answer."""

    def run(*words: object, profile: Path | None = None) -> tuple[int, Any]:
        program = argparse.ArgumentParser()
        program.add_argument("--profile", type=Path, default=profile)
        commands = program.add_subparsers()
        centre.register(commands)
        audit.register(commands)
        arguments = program.parse_args([str(word) for word in words])
        monkeypatch.setattr("sys.stdin", io.StringIO(PASSPHRASE + "\n"))
        capsys.readouterr()
        code = arguments.run(arguments)
        told = capsys.readouterr().out
        return code, json.loads(told) if "--json" in words else told

    return run


@pytest.fixture
def config(store: str, tmp_path: Path) -> Path:
    """The configuration of the centre, as its administrator has it."""
    secret = tmp_path / SECRET
    secret.write_bytes(ground.SECRET)
    secret.chmod(0o600)
    made = tmp_path / CONFIG
    made.write_text(config_text(store, host="127.0.0.1", port=0, certificate="", key=""))
    return made


def anchored(house: House) -> int:
    """The chore is done when it is due; returns the number of the newest anchor."""
    house.centre.clock.pass_time(minutes=10)
    house.service.chores.look()
    newest = SqlAnchors(house.centre.engine).newest()
    assert newest is not None
    return newest.n


def seated(floor: Floor) -> Whole:
    """A desk at which a nurse sits, and a person whom she knows."""
    one = floor.desk("ett")
    nurse(one)
    one.desk.sessions.sign_in("anna", PASSWORD)
    one.desk.people.register(identity(WOMAN), "Test", "Person")
    return one


def work(desk: Whole, times: int = 3) -> None:
    """Something for both logs, that the centre is told."""
    found = desk.desk.people.find(identity(WOMAN))
    assert found is not None
    for _ in range(times):
        desk.desk.people.open(found.id, ASKED)
        desk.desk.calls.register(NUMBER)
    desk.drained()


def holds(desk: Whole, n: int) -> None:
    """Wait until the desk has the anchor; it asks for news whenever it has sent something."""
    noted = SqlNotedAnchors(desk.open.engine, desk.open.profile.id)
    work(desk, 1)
    desk.until(lambda: (found := noted.newest()) and found.anchor.n >= n, "the anchor")


def test_what_the_service_anchors_every_desk_holds_and_verifies(
    floor: Floor, typed: Type, config: Path, tmp_path: Path
) -> None:
    one = seated(floor)
    for _ in range(2):
        work(one)
        holds(one, anchored(floor.house))
    one.drained()
    assert one.states[-1].doubt == ""
    metrics = floor.house.raw().get("/metrics").text
    assert "\nkundcenter_anchors 2\n" in metrics
    assert "\nkundcenter_anchor_doubts 0\n" in metrics
    assert 'kundcenter_chore_runs_total{chore="anchor"} 2' in metrics
    folder = one.open.profile.folder
    floor.leave(one)
    assert typed("audit", "verify", profile=folder)[0] == DONE

    out = tmp_path / "anchors.jsonl"
    assert typed("audit", "anchors", "--out", out, profile=folder)[0] == DONE
    assert [each.anchor.n for each in read_witness(out)] == [1, 2]
    code, told = typed("centre", "audit", "--config", config, "--witness", out, "--json")
    assert (code, told["sound"], told["anchors"], told["findings"]) == (DONE, True, 2, [])
    code, line = typed("centre", "audit", "--config", config, "--heads")
    heads = tmp_path / "heads.jsonl"
    heads.write_text(line + line)  # as a timer adds to it
    assert code == DONE and len(read_witness(heads)) == 2
    code, said = typed("centre", "audit", "--config", config, "--witness", heads)
    assert code == DONE and "2 ankare" in said

    with undone(floor.house.centre.engine) as connection:  # what was done at the centre itself
        epoch = {"id": floor.house.centre.central.epoch()}
        with unguarded(connection, "operations"):
            own = connection.execute(text("DELETE FROM operations WHERE device_id = :id"), epoch)
        assert own.rowcount
        found = audited(connection, AnchorCheck(AnchorKey(ground.SECRET).public).check).findings
        assert ("operations", "truncated") in {(each.part, each.fault) for each in found}
    with floor.house.centre.engine.begin() as connection:
        edit_rebuild(connection, one.open.profile.id, "access_log")
    code, told = typed("centre", "audit", "--config", config, "--json")
    assert code == UNSOUND
    assert {"access_log"} <= {each["part"] for each in told["findings"]}
    assert typed("centre", "audit", "--config", config, "--witness", config)[0] == NOT_DONE
    _, status = typed("centre", "status", "--config", config, "--json")
    assert status["anchor"]["n"] == 2
    assert ("anchor", False) in [(each["name"], each["failed"]) for each in status["chores"]]
    assert "Senaste ankare: nummer 2" in typed("centre", "status", "--config", config)[1]


def test_a_desks_log_that_was_cut_with_its_mirror_is_found_by_its_anchors(
    floor: Floor, typed: Type
) -> None:
    one = seated(floor)
    work(one)
    holds(one, anchored(floor.house))
    folder, id = one.open.profile.folder, one.open.profile.id
    floor.leave(one)
    engine = open_local(folder / "kundcenter.db", key_of(folder))
    with engine.begin() as connection:
        for _ in range(3):  # also what was done since the anchor
            delete_tail(connection, id, "access_log")
    engine.dispose()
    for segment in (folder / "mirror").iterdir():
        segment.unlink()
    code, told = typed("audit", "verify", "--json", profile=folder)
    assert code == UNSOUND
    found = {(each["part"], each["fault"]) for each in told["findings"]}
    assert {("access_log", "truncated"), ("operations", "truncated")} <= found
    engine = open_local(folder / "kundcenter.db", key_of(folder))
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM sync_anchors"))
    engine.dispose()
    _, told = typed("audit", "verify", "--json", profile=folder)
    assert {each["part"] for each in told["findings"]} == {"mirror"}


@pytest.mark.logs("security: ", "are begun anew")
def test_a_centre_that_was_rewritten_is_told_at_the_desk_and_in_the_status(
    floor: Floor, typed: Type, config: Path, tmp_path: Path
) -> None:
    one = seated(floor)
    work(one)
    holds(one, anchored(floor.house))
    engine = floor.house.centre.engine
    with engine.begin() as connection, unguarded(connection, "centre_anchors"):
        connection.execute(text("UPDATE centre_anchors SET hash = :none"), {"none": GENESIS})
    work(one)
    one.until(lambda: one.states[-1].doubt == "anchor.differs", "the doubt")
    work(one)  # and on it goes
    assert one.states[-1].phase is Phase.JOINED
    house = floor.house
    assert "\nkundcenter_anchor_doubts 1\n" in house.raw().get("/metrics").text
    _, told = typed("centre", "status", "--config", config, "--json")
    (doubt,) = told["anchor_doubts"]
    assert (doubt["device"], doubt["n"]) == (str(one.open.profile.id), 1)
    assert "SÄKERHET" in typed("centre", "status", "--config", config)[1]
    folder = one.open.profile.folder
    floor.leave(one)
    code, told = typed("audit", "verify", "--json", profile=folder)
    assert code == UNSOUND
    assert [(each["part"], each["fault"]) for each in told["findings"]] == [("anchors", "doubted")]
    out = tmp_path / "evidence.jsonl"
    assert typed("audit", "anchors", "--out", out, "--begin-anew", profile=folder)[0] == DONE
    assert len(read_witness(out)) == 1
    assert typed("audit", "verify", profile=folder)[0] == DONE


def test_two_services_make_no_anchor_twice(house: House, store: str) -> None:
    house.enrolled()
    with a_house(house.centre, store, house.authority) as other:
        for _ in range(2):
            house.service.chores.look()
            other.service.chores.look()
    assert SqlAnchors(house.centre.engine).count() == 1
