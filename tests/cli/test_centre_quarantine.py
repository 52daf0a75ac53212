"""`kundcenter centre quarantine` and `centre restored`, as an administrator types them."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from kundcenter.centre.config import config_text
from kundcenter.cli import centre as command_line
from kundcenter.cli.profile_commands import DONE, NOT_DONE, UNSOUND
from kundcenter.domain.quarantine import DRIVEN
from tests.ground import NUMBER, WHOLE, WOMAN, Clock, fill_central
from tests.sync.ground import Centre, Side, a_centre, a_side, shared
from tests.sync.redrive_ground import agree, an_older_centre

Run = Callable[..., int]


@dataclass(slots=True)
class Office:
    """A centre with two operations in quarantine, its desk, and whoever runs it."""

    centre: Centre
    side: Side
    config: Path
    capsys: pytest.CaptureFixture[str]

    def run(self, *typed: object) -> int:
        program = argparse.ArgumentParser()
        command_line.register(program.add_subparsers())
        words = ["centre", *(str(word) for word in typed), "--config", str(self.config)]
        self.centre.engine.dispose()
        arguments = program.parse_args(words)
        code: int = arguments.run(arguments)
        return code

    def told(self, *typed: object) -> Any:
        self.run(*typed, "--json")
        return json.loads(self.capsys.readouterr().out)


@pytest.fixture
def office(
    request: pytest.FixtureRequest, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Iterator[Office]:
    server = request.getfixturevalue("postgres_server")
    clock = Clock()
    with ExitStack() as stack:
        url = stack.enter_context(server.clone("empty", fill_central))
        centre = stack.enter_context(a_centre(url, clock))
        side = a_side(stack, tmp_path / "one.db", clock, centre, "Plats 1")
        side.nurse()
        with an_older_centre("people.register"):
            person = side.person()
            side.desk.journal.write(person, WHOLE)
            side.talk(centre)
        config = tmp_path / "centre.toml"
        config.write_text(
            config_text(url, host="127.0.0.1", port=0, certificate="", key=""), encoding="utf-8"
        )
        yield Office(centre, side, config, capsys)


def test_what_waits_is_listed_without_a_word_of_the_patient(office: Office) -> None:
    assert office.run("quarantine", "list") == DONE
    out = office.capsys.readouterr().out
    assert "people.register  operation.verb_unknown  försenad sedan 2026-11-21 08:30" in out
    assert out.count("ingen ser till den") == 2
    assert WOMAN[2:8] not in out
    listed = office.told("quarantine", "list")
    assert [(each["device"], each["verb"]) for each in listed] == [
        ("Plats 1", "people.register"),
        ("Plats 1", "journal.write"),
    ]
    assert WHOLE.history not in json.dumps(listed, ensure_ascii=False)
    status = office.told("status")
    assert (status["quarantine"], status["quarantine_overdue"]) == (2, 2)
    assert status["quarantine_oldest_due"] == listed[0]["due_at"]


def test_the_contents_are_shown_to_who_asks_for_them_and_somebody_sees_to_it(
    office: Office,
) -> None:
    _, note = office.told("quarantine", "list")
    assert office.run("quarantine", "show", note["id"]) == DONE
    out = office.capsys.readouterr().out
    assert "--yes-show-contents" in out
    assert "journal.write" in out
    assert '"arguments"' not in out
    assert office.run("quarantine", "show", note["id"], "--yes-show-contents") == DONE
    assert '"arguments"' in office.capsys.readouterr().out
    assert "contents" not in office.told("quarantine", "show", note["id"])
    assert office.run("quarantine", "show", uuid4()) == NOT_DONE
    assert "karantän" in office.capsys.readouterr().err

    first, _ = office.told("quarantine", "list")
    assert office.run("quarantine", "own", first["id"], "--owner", "nurse") == DONE
    assert office.told("quarantine", "list")[0]["owner"] == "nurse"
    assert office.run("quarantine", "own", first["id"], "--owner", "ingen") == NOT_DONE


@pytest.mark.parametrize("which", ["device", "ids"])
def test_it_is_driven_in_its_order(office: Office, which: str) -> None:
    first, second = office.told("quarantine", "list")
    typed: list[object] = {
        "device": ["--device", "Plats 1"],
        "ids": [second["id"], first["id"]],
    }[which]
    with an_older_centre("people.register"):
        assert office.run("quarantine", "drive", "--all") == UNSOUND
    out = office.capsys.readouterr().out
    assert "Genomförda: 0" in out
    assert "operation.verb_unknown" in out
    assert office.run("quarantine", "drive", *typed) == DONE
    assert "Genomförda: 2" in office.capsys.readouterr().out
    agree(office.centre, office.side)
    assert {item["resolution"] for item in shared(office.side.engine)["work_items"]} == {DRIVEN}
    assert office.told("quarantine", "list") == []
    assert office.run("quarantine", "drive", "--device", "Plats 9") == NOT_DONE


@pytest.mark.logs("the centre was put back in time")
def test_a_centre_that_was_put_back_says_so_and_remembers_every_epoch(office: Office) -> None:
    own = office.side.local.epoch()
    with office.centre.engine.connect() as connection:
        connection.execute(text("SELECT 1"))
        program = argparse.ArgumentParser()
        command_line.register(program.add_subparsers())
        typed = ["centre", "restored", "--config", str(office.config)]
        arguments = program.parse_args(typed)
        assert arguments.run(arguments) == NOT_DONE
        assert "databasen" in office.capsys.readouterr().err.lower()
    first = office.told("restored")
    assert first["earlier"] == [str(own)]
    with office.centre.engine.begin() as connection:  # a copy from before that is put back
        connection.execute(text("DELETE FROM marks WHERE name = 'centre_earlier'"))
        connection.execute(
            text("UPDATE marks SET value = :own WHERE name = 'centre_epoch'"), {"own": str(own)}
        )
    named = uuid4()
    assert office.run("restored", "--earlier", named) == DONE
    assert "ny epok" in office.capsys.readouterr().out
    epoch, earlier = office.centre.central.lineage()
    assert set(earlier) == {own, UUID(first["epoch"]), named}
    office.side.desk.calls.register(NUMBER)
    office.side.talk(office.centre)
    assert office.side.local.epoch() == epoch
    assert office.side.local.waiting().count == 0
