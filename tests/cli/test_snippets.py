"""`kundcenter snippets import` on a real profile, as it is typed."""

from __future__ import annotations

import argparse
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kundcenter.cli import snippets
from kundcenter.cli.profile_commands import DONE, NOT_DONE, UNSOUND
from kundcenter.domain.access import Role
from tests.ground import CARE_UNIT, PASSWORD
from tests.profiles import PASSPHRASE, make_profile, opened

Run = Callable[..., int]
ROWS = "kod;rubrik;text;nivå\nfeb;Feber;Feber [[grader]].;\nlag;Lag;=1+1;enhet\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_profile(tmp_path / "profile")
    with opened(tmp_path / "profile") as opening:
        desk = opening.desk
        desk.operators.begin("admin", "Test Administratör", PASSWORD)
        desk.sessions.sign_in("admin", PASSWORD)
        roles = frozenset({Role.SUPERVISOR_NURSE})
        added = desk.operators.add("leader", "Test Ledare", roles=roles, care_unit=CARE_UNIT)
        desk.operators.give_password(added.the("operator"), PASSWORD)
        desk.sessions.sign_out()
    return tmp_path / "profile"


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Type a command; the passphrase and the password come from standard in."""

    def run(*typed: object, password: str = PASSWORD) -> int:
        parser = argparse.ArgumentParser()
        snippets.register(parser.add_subparsers())
        words = ["snippets", "import", "--user", "leader", *map(str, typed)]
        arguments = parser.parse_args(words)
        arguments.profile = folder
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSPHRASE}\n{password}\n"))
        code: int = arguments.run(arguments)
        return code

    return run


def codes(folder: Path) -> list[str]:
    with opened(folder) as opening:
        opening.desk.sessions.sign_in("leader", PASSWORD)
        found = [snippet.code for snippet in opening.desk.snippets.mine().snippets]
        opening.desk.sessions.sign_out()
    return found


def test_a_dry_run_tells_and_changes_nothing_and_the_real_one_does_it(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "fraser.csv"
    path.write_bytes(ROWS.encode("cp1252"))
    assert run(path, "--dry-run", "--json") == DONE
    told = {"done": False, "new": 2, "changed": 0, "same": 0, "faulty": 0, "faults": []}
    assert json.loads(capsys.readouterr().out) == told
    assert codes(folder) == []
    assert run(path) == DONE
    assert capsys.readouterr().out == (
        "2 nya, 0 ändrade, 0 lika, 0 rader med fel.\nFraserna är inlästa.\n"
    )
    assert codes(folder) == ["feb", "lag"]
    assert run(path, "--json") == DONE
    assert json.loads(capsys.readouterr().out) == {**told, "done": True, "new": 0, "same": 2}


def test_one_faulty_row_stops_the_whole_file(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "fraser.csv"
    path.write_text(ROWS + "två ord;x;y;\n", encoding="utf-8")
    assert run(path) == UNSOUND
    out = capsys.readouterr().out
    assert "rad 4: koden kan inte användas" in out
    assert "Inget är ändrat." in out
    assert run(path, "--json") == UNSOUND
    assert json.loads(capsys.readouterr().out)["faults"] == [{"line": 4, "fault": "code"}]
    assert codes(folder) == []


def test_without_a_file_or_with_a_wrong_password_nothing_is_done(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path / "none.csv") == NOT_DONE
    assert capsys.readouterr().err == "Filen går inte att läsa (filen finns inte).\n"
    path = tmp_path / "fraser.csv"
    path.write_text(ROWS, encoding="utf-8")
    assert run(path, password="fel") == NOT_DONE
    assert capsys.readouterr().err == "Fel användarnamn eller lösenord.\n"
    assert codes(folder) == []
