"""`kundcenter notes export` on a real profile, as it is typed."""

from __future__ import annotations

import argparse
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kundcenter.adapters.care_documentation import faults
from kundcenter.cli import notes
from kundcenter.cli.profile_commands import DONE, NOT_DONE
from tests.ground import ASKED, MAN, PASSWORD, WHOLE
from tests.profiles import PASSPHRASE, Shift, make_profile, opened

Run = Callable[..., int]
SHOWN = "880701-2391"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A profile in which one call was noted and signed, and another note is not signed."""
    make_profile(tmp_path / "profile")
    with opened(tmp_path / "profile") as opening:
        shift = Shift(opening.desk)
        shift.begin()
        shift.call()
        opening.desk.journal.write(shift.person(), WHOLE)
        opening.desk.sessions.sign_out()
    return tmp_path / "profile"


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Type a command; the passphrase, then what is asked for, come from standard in."""

    def run(*typed: object, number: str = SHOWN, password: str = PASSWORD, asked: str = "") -> int:
        parser = argparse.ArgumentParser()
        notes.register(parser.add_subparsers())
        words = ["notes", "export", "--user", "nurse", "--number", number, *map(str, typed)]
        arguments = parser.parse_args(words)
        arguments.profile = folder
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSPHRASE}\n{asked}{password}\n"))
        code: int = arguments.run(arguments)
        return code

    return run


def disclosures(folder: Path) -> list[str]:
    with opened(folder) as opening:
        desk = opening.desk
        desk.sessions.sign_in("nurse", PASSWORD)
        person = Shift(desk).person()
        (entry,) = desk.journal.exportable(person, ground=ASKED).entry_ids
        found = [copy.recipient for copy in desk.journal.open(entry).disclosures]
        desk.sessions.sign_out()
    return found


def test_the_signed_notes_of_a_patient_are_written_and_the_copy_is_noted(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "ut.xml"
    assert run("--to", out, "--recipient", "Vårdcentralen Test", "--json") == DONE
    said = capsys.readouterr()
    told = {"notes": 1, "unsigned": 1, "hidden": False, "file": str(out)}
    assert json.loads(said.out) == told
    content = out.read_bytes()
    assert faults(content) == ()
    assert MAN.encode() in content
    assert out.stat().st_mode & 0o777 == 0o600
    assert disclosures(folder) == ["Vårdcentralen Test"]


def test_the_number_may_be_asked_for_and_a_folder_named(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "ut").mkdir()
    assert run("--to", tmp_path / "ut", number="-", asked=f"{SHOWN}\n") == DONE
    (file,) = (tmp_path / "ut").iterdir()
    assert file.name.startswith("journalkopia-")
    out = capsys.readouterr().out
    assert out == f"Skrivna till {file}: 1. Osignerade, utelämnade: 1.\n"
    assert "880701" not in out


def test_a_file_that_is_there_is_not_overwritten_and_then_no_copy_is_noted(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "ut.xml"
    out.write_text("viktigt", encoding="utf-8")
    assert run("--to", out) == NOT_DONE
    assert capsys.readouterr().err == "Det finns redan en fil med det namnet. Välj ett annat.\n"
    assert run("--to", tmp_path / "none" / "ut.xml") == NOT_DONE
    assert capsys.readouterr().err.startswith("Filen gick inte att skriva (")
    assert out.read_text(encoding="utf-8") == "viktigt"
    assert disclosures(folder) == []
    assert run("--to", out, "--replace") == DONE
    assert faults(out.read_bytes()) == ()
    assert disclosures(folder) == [notes.RECIPIENT]


def test_a_period_without_notes_a_wrong_number_and_a_stranger_give_no_file(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "ut.xml"
    assert run("--to", out, "--until", "2000-01-01") == NOT_DONE
    assert capsys.readouterr().err == "Det finns inget att exportera.\n"
    assert run("--to", out, number="880701-2392") == NOT_DONE
    assert run("--to", out, number="880702-2382") == NOT_DONE
    assert run("--to", out, password="fel") == NOT_DONE
    assert run("--to", out, "--reason", "kort") == NOT_DONE
    assert not out.exists()
    assert disclosures(folder) == []
    with pytest.raises(SystemExit):
        run("--to", out, "--from", "i går")
