"""`kundcenter roster` on a real profile, as it is typed."""

from __future__ import annotations

import argparse
import io
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kundcenter.cli import roster, roster_faults
from kundcenter.cli.profile_commands import DONE, NOT_DONE, UNSOUND
from kundcenter.domain.access import Role
from kundcenter.domain.supervision.roster_sheets import RosterFault
from kundcenter.domain.supervision.work_turns import WorkTurn
from tests.ground import CARE_UNIT, PASSWORD
from tests.profiles import PASSPHRASE, make_profile, opened

Run = Callable[..., int]
ROWS = (
    "datum;användare;pass;roll;börjar;slutar;raster;anmärkning\n"
    "2026-10-24;nurse;N;;;;;första natten\n"
    "2026-10-25;leader;;SUPERVISOR_SSK;08:00;12:00;inga;\n"
)
NOTHING = {"new": 0, "changed": 0, "same": 0, "gone": 0}


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
        roster.register(parser.add_subparsers())
        arguments = parser.parse_args(["roster", what, "--user", user, *map(str, typed)])
        arguments.profile = folder
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSPHRASE}\n{password}\n"))
        code: int = arguments.run(arguments)
        return code

    return run


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "schema.csv"
    path.write_bytes(ROWS.encode("cp1252"))
    return path


def there(folder: Path) -> tuple[WorkTurn, ...]:
    with opened(folder) as opening:
        opening.desk.sessions.sign_in("leader", PASSWORD)
        start, end = datetime(2026, 10, 1, tzinfo=UTC), datetime(2026, 11, 1, tzinfo=UTC)
        found = opening.desk.roster.between(start, end)
        opening.desk.sessions.sign_out()
    return found


def test_a_dry_run_changes_nothing_the_real_one_does_and_the_export_reads_as_the_same(
    run: Run, folder: Path, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", file, "--dry-run", "--json") == DONE
    told = {"done": False, **NOTHING, "new": 2, "encoding": "windows-1252"}
    told = {**told, "faulty": 0, "faults": []}
    assert json.loads(capsys.readouterr().out) == told
    assert there(folder) == ()
    assert run("import", file) == DONE
    assert capsys.readouterr().out == (
        "Läst som windows-1252.\n2 nya, 0 ändrade, 0 lika, 0 borttagna.\nSchemat är inläst.\n"
    )
    night, morning = there(folder)
    assert (night.pattern, night.comment) == ("N", "första natten")
    assert (night.ends_at - night.starts_at).total_seconds() == 11 * 3600
    assert (morning.pattern, morning.breaks) == ("", ())
    out = tmp_path / "ut.csv"
    assert run("export", out, "--from", "2026-10-24", "--to", "2026-10-25") == DONE
    assert capsys.readouterr().out == "2 pass är skrivna.\n"
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    assert run("import", out, "--json") == DONE
    assert json.loads(capsys.readouterr().out)["same"] == 2
    assert {each.number for each in there(folder)} == {1}
    assert run("export", out, "--from", "2026-10-24", "--to", "2026-10-25") == NOT_DONE
    assert run("export", out, "--from", "2026-10-25", "--to", "2026-10-25", "--replace") == DONE
    assert len(out.read_text("utf-8").splitlines()) == 2


def test_a_file_that_is_the_whole_takes_away_what_it_lacks(
    run: Run, folder: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", file) == DONE
    head, night, morning = ROWS.splitlines(keepends=True)
    file.write_text(head + night.replace(";N;", ";K;") + morning, "utf-8")
    capsys.readouterr()
    assert run("import", file, "--json") == UNSOUND  # the evening goes on when the night begins
    faults = json.loads(capsys.readouterr().out)["faults"]
    assert faults == [{"line": 2, "fault": "taken"}]
    assert run("import", file, "--whole", "--dry-run", "--json") == DONE
    told = json.loads(capsys.readouterr().out)
    assert (told["new"], told["same"], told["gone"]) == (1, 1, 1)
    assert run("import", file, "--whole") == DONE
    assert [each.pattern for each in there(folder)] == ["K", ""]


def test_one_faulty_row_stops_the_whole_file_before_a_password_is_asked_for(
    run: Run, folder: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(ROWS + "i går;nurse;N;;;;;\n", "utf-8")
    assert run("import", file, password="wrong") == UNSOUND
    out = capsys.readouterr().out
    assert "rad 4, datum: datumet är inget datum" in out
    assert "Inget är ändrat." in out
    file.write_text(ROWS + "2026-10-26;nobody;N;;;;;\n2026-10-26;nurse;X;;;;;\n", "utf-8")
    assert run("import", file) == UNSOUND
    out = capsys.readouterr().out
    assert "rad 4, användare: ingen med det användarnamnet" in out
    assert "rad 5, pass: " in out
    assert there(folder) == ()


def test_a_nurse_brings_in_nothing_and_says_so(
    run: Run, folder: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", file, "--json", user="nurse") == NOT_DONE
    assert json.loads(capsys.readouterr().out)["error"] == "access.not_permitted"
    assert there(folder) == ()
    assert run("import", file.with_name("none.csv")) == NOT_DONE


def test_every_fault_has_words() -> None:
    for fault in RosterFault:
        assert roster_faults.fault_name(fault)


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "2026-W48-2", "20261126", "i dag"])
def test_a_day_that_no_roster_has_is_no_day(run: Run, tmp_path: Path, day: str) -> None:
    for typed in (["--from", day, "--to", "2026-11-26"], ["--from", "2026-11-26", "--to", day]):
        with pytest.raises(SystemExit) as left:
            run("export", tmp_path / "a.csv", *typed)
        assert left.value.code == 2
    assert not (tmp_path / "a.csv").exists()
