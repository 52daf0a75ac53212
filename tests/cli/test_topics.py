"""`kundcenter topics import` and `export` on a real profile, as they are typed."""

from __future__ import annotations

import argparse
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kundcenter.cli import topics
from kundcenter.cli.profile_commands import DONE, NOT_DONE, UNSOUND
from kundcenter.domain.access import Role
from kundcenter.domain.service_desk.sheets import CardFault
from kundcenter.domain.service_desk.topics import Topic
from tests.ground import CARE_UNIT, PASSWORD
from tests.profiles import PASSPHRASE, make_profile, opened

Run = Callable[..., int]
CARDS = """
[[topics]]
heading = "AMN03"
title = "Frikort (test)"
text = "Ett.\\n\\nTvå."
owner = "Redaktionen"

[[topics]]
heading = "AMN09"
title = "Ge blod (test)"
text = "Text."
owner = "Redaktionen"
link = "https://www.1177.se/"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_profile(tmp_path / "profile")
    with opened(tmp_path / "profile") as opening:
        desk = opening.desk
        desk.operators.begin("admin", "Test Administratör", PASSWORD)
        desk.sessions.sign_in("admin", PASSWORD)
        roles = frozenset({Role.SERVICE_DESK})
        added = desk.operators.add("editor", "Test Redaktör", roles=roles, care_unit=CARE_UNIT)
        desk.operators.give_password(added.the("operator"), PASSWORD)
        desk.sessions.sign_out()
    return tmp_path / "profile"


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Type a command; the passphrase and the password come from standard in."""

    def run(*typed: object, password: str = PASSWORD) -> int:
        parser = argparse.ArgumentParser()
        topics.register(parser.add_subparsers())
        words = ["topics", *map(str, typed), "--user", "editor"]
        arguments = parser.parse_args(words)
        arguments.profile = folder
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSPHRASE}\n{password}\n"))
        code: int = arguments.run(arguments)
        return code

    return run


def held(folder: Path) -> list[Topic]:
    with opened(folder) as opening:
        opening.desk.sessions.sign_in("editor", PASSWORD)
        found = list(opening.desk.topics.all())
        opening.desk.sessions.sign_out()
    return found


def test_a_dry_run_tells_and_changes_nothing_and_the_real_one_does_it(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "kort.toml"
    path.write_text(CARDS, encoding="utf-8")
    assert run("import", path, "--dry-run", "--json") == DONE
    told = {"done": False, "new": 2, "changed": 0, "same": 0, "faults": []}
    assert json.loads(capsys.readouterr().out) == told
    assert held(folder) == []
    assert run("import", path) == DONE
    assert capsys.readouterr().out == "2 nya, 0 ändrade, 0 lika.\nKorten är inlästa.\n"
    assert [each.told.title for each in held(folder)] == ["Frikort (test)", "Ge blod (test)"]
    path.write_text(CARDS.replace("Text.", "Nytt."), encoding="utf-8")
    assert run("import", path, "--json") == DONE
    again = {**told, "done": True, "new": 0, "changed": 1, "same": 1}
    assert json.loads(capsys.readouterr().out) == again
    assert [each.number for each in held(folder)] == [1, 2]


def test_one_faulty_card_stops_the_whole_file(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "kort.toml"
    path.write_text(CARDS.replace("www.1177.se", "example.com"), encoding="utf-8")
    assert run("import", path) == UNSOUND
    out = capsys.readouterr().out
    assert out == "kort 2: länken leder inte till 1177.se\nInget är ändrat.\n"
    assert run("import", path, "--json") == UNSOUND
    assert json.loads(capsys.readouterr().out)["faults"] == [{"card": 2, "fault": "link"}]
    path.write_text("a = ", encoding="utf-8")
    assert run("import", path) == UNSOUND
    assert capsys.readouterr().out == "filen: den är varken TOML eller JSON\nInget är ändrat.\n"
    assert held(folder) == []


@pytest.mark.parametrize("name", ["kort.toml", "kort.json"])
def test_what_is_written_is_read_again_as_the_same(
    run: Run, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = tmp_path / "source.toml", tmp_path / name
    source.write_text(CARDS, encoding="utf-8")
    assert run("import", source) == DONE
    assert run("export", out) == DONE
    assert capsys.readouterr().out.endswith("2 kort är skrivna.\n")
    assert run("export", out) == NOT_DONE  # it is there
    assert run("export", out, "--replace", "--json") == DONE
    capsys.readouterr()
    assert run("import", out, "--json") == DONE
    told = json.loads(capsys.readouterr().out)
    assert told == {"done": True, "new": 0, "changed": 0, "same": 2, "faults": []}


def test_without_a_file_or_with_a_wrong_password_nothing_is_done(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", tmp_path / "none.toml") == NOT_DONE
    assert capsys.readouterr().err == "Filen går inte att läsa (filen finns inte).\n"
    path = tmp_path / "kort.toml"
    path.write_text(CARDS, encoding="utf-8")
    assert run("import", path, password="fel") == NOT_DONE
    assert capsys.readouterr().err == "Fel användarnamn eller lösenord.\n"
    assert held(folder) == []


@pytest.mark.parametrize("language", ["sv_SE.UTF-8", "en_GB.UTF-8"])
def test_every_fault_has_words(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    monkeypatch.setenv("LC_ALL", language)
    words = [topics.fault_name(fault) for fault in CardFault]
    assert all(words) and len(set(words)) == len(words)
