"""`kundcenter surveys` on a real profile, as it is typed."""

from __future__ import annotations

import argparse
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kundcenter.cli import surveys
from kundcenter.cli.main import COMMANDS
from kundcenter.cli.profile_commands import DONE, NOT_DONE, UNSOUND
from kundcenter.domain.access import Role
from kundcenter.domain.supervision.survey_files import RowFault
from tests.ground import CARE_UNIT, PASSWORD
from tests.profiles import PASSPHRASE, make_profile, opened

Run = Callable[..., int]
HEAD = "mått;från;till;värde;svar;tillfrågade;område;källa;kommentar"
ROWS = (
    f"{HEAD}\n"
    "NKI;2019-01-01;2019-12-31;82;1210;4000;;Inera;\n"
    "NKI;2019-01-01;2019-12-31;83,5;;;riket;Inera;=1+1\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_profile(tmp_path / "profile")
    with opened(tmp_path / "profile") as opening:
        desk = opening.desk
        desk.operators.begin("admin", "Test Administratör", PASSWORD)
        desk.sessions.sign_in("admin", PASSWORD)
        for user, role in (("leader", Role.SUPERVISOR_NURSE), ("nurse", Role.NURSE)):
            roles = frozenset({role})
            added = desk.operators.add(user, f"Test {user}", roles=roles, care_unit=CARE_UNIT)
            desk.operators.give_password(added.the("operator"), PASSWORD)
        desk.sessions.sign_out()
    return tmp_path / "profile"


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Type a command; the passphrase and the password come from standard in."""

    def run(what: str, *typed: object, user: str = "leader", password: str = PASSWORD) -> int:
        parser = argparse.ArgumentParser()
        surveys.register(parser.add_subparsers())
        arguments = parser.parse_args(["surveys", what, "--user", user, *map(str, typed)])
        arguments.profile = folder
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSPHRASE}\n{password}\n"))
        code: int = arguments.run(arguments)
        return code

    return run


def kept(folder: Path) -> set[tuple[str, int, int]]:
    with opened(folder) as opening:
        opening.desk.sessions.sign_in("leader", PASSWORD)
        found = {(each.area.value, each.value, each.number) for each in opening.desk.surveys.all()}
        opening.desk.sessions.sign_out()
    return found


def test_it_is_one_of_the_programs_commands() -> None:
    assert "surveys" in COMMANDS


def test_a_dry_run_changes_nothing_the_real_one_does_it_and_the_file_comes_out_again(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "matningar.csv"
    path.write_bytes(ROWS.encode("cp1252"))
    assert run("import", path, "--dry-run", "--json") == DONE
    told = {"done": False, "new": 2, "changed": 0, "same": 0, "faulty": 0, "faults": []}
    assert json.loads(capsys.readouterr().out) == told
    assert kept(folder) == set()
    assert run("import", path) == DONE
    assert capsys.readouterr().out == ("2 nya, 0 ändrade, 0 lika.\nMätningarna är inlästa.\n")
    assert kept(folder) == {("EGEN", 82_000, 1), ("RIKET", 83_500, 1)}
    assert run("export", tmp_path / "ut.csv", user="nurse") == DONE
    assert capsys.readouterr().out == "2 mätningar är skrivna.\n"
    text = (tmp_path / "ut.csv").read_text("utf-8-sig")
    assert text.splitlines()[0] == HEAD
    assert "'=1+1" in text  # no spreadsheet calculates it
    assert run("import", tmp_path / "ut.csv", "--json") == DONE
    assert json.loads(capsys.readouterr().out) == {**told, "done": True, "new": 0, "same": 2}
    assert kept(folder) == {("EGEN", 82_000, 1), ("RIKET", 83_500, 1)}
    assert run("export", tmp_path / "ut.csv") == NOT_DONE  # nothing is written over by a slip
    capsys.readouterr()
    assert run("export", tmp_path / "ut.csv", "--replace", "--json") == DONE
    assert json.loads(capsys.readouterr().out)["surveys"] == 2


def test_one_faulty_row_stops_the_whole_file(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "matningar.csv"
    path.write_text(ROWS + "NKI;i går;2019-12-31;82;;;;;\n", encoding="utf-8")
    assert run("import", path) == UNSOUND
    assert capsys.readouterr().out == (
        "rad 4, från: datumet är inte ÅÅÅÅ-MM-DD\nInget är ändrat.\n"
    )
    assert run("import", path, "--json") == UNSOUND
    faults = json.loads(capsys.readouterr().out)["faults"]
    assert faults == [{"line": 4, "fault": "day", "column": "från"}]
    assert kept(folder) == set()


def test_without_a_file_a_right_or_a_password_nothing_is_done(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", tmp_path / "none.csv") == NOT_DONE
    assert capsys.readouterr().err == "Filen går inte att läsa (filen finns inte).\n"
    path = tmp_path / "matningar.csv"
    path.write_text(ROWS, encoding="utf-8")
    assert run("import", path, user="nurse") == NOT_DONE
    assert run("import", path, password="fel") == NOT_DONE
    assert kept(folder) == set()


@pytest.mark.parametrize("language", ["sv_SE.UTF-8", "en_GB.UTF-8"])
def test_every_fault_has_words(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", language)
    words = [surveys.fault_name(fault) for fault in RowFault]
    assert len(set(words)) == len(RowFault)
