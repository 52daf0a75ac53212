"""`kundcenter report` on a real profile, as it is typed."""

from __future__ import annotations

import argparse
import io
import json
import stat
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from db.access_log import access_log
from kundcenter.cli import report
from kundcenter.cli.profile_commands import DONE, NOT_DONE
from kundcenter.domain.access import Role
from kundcenter.domain.access_log import Activity, Level
from kundcenter.domain.calendar import local
from tests.ground import CARE_UNIT, PASSWORD
from tests.profiles import PASSPHRASE, make_profile, opened

Run = Callable[..., int]
DAY = local(datetime.now(UTC)).date()
LAST_DST = ("2026-10-24T21:00", "2026-10-25T07:00")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile with somebody who leads, and a nurse."""
    folder = tmp_path_factory.mktemp("reported") / "profile"
    make_profile(folder)
    with opened(folder) as opening:
        desk = opening.desk
        desk.operators.begin("admin", "Test Administratör", PASSWORD)
        desk.sessions.sign_in("admin", PASSWORD)
        for user, role in (("leader", Role.SUPERVISOR_NURSE), ("nurse", Role.NURSE)):
            added = desk.operators.add(
                user, f"Test {user}", roles=frozenset({role}), care_unit=CARE_UNIT
            )
            desk.operators.give_password(added.the("operator"), PASSWORD)
        desk.sessions.sign_out()
    return folder


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Type a command; the passphrase and the password come from standard in."""

    def run(*typed: object, user: str = "leader") -> int:
        parser = argparse.ArgumentParser()
        report.register(parser.add_subparsers())
        arguments = parser.parse_args(["report", *map(str, typed), "--user", user])
        arguments.profile = folder
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSPHRASE}\n{PASSWORD}\n"))
        code: int = arguments.run(arguments)
        return code

    return run


def printed(folder: Path) -> int:
    """How many pages have been taken out."""
    with opened(folder) as opening, opening.desk._engine.connect() as connection:
        query = select(access_log.c.id).where(
            access_log.c.activity == Activity.PRINT, access_log.c.level == Level.SUMMARY
        )
        return len(connection.execute(query).all())


def test_a_shift_over_a_change_of_clocks_is_written_as_pages_and_as_json(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = printed(folder)
    start, end = LAST_DST
    pages, told = tmp_path / "x.pdf", tmp_path / "x.json"
    assert run("shift", "--from", start, "--to", end, "--out", pages, "--json", told) == DONE
    assert printed(folder) == before + 1
    first = PdfReader(pages).pages[0].extract_text()
    assert "11 timmar" in first and "TESTDATA" not in first
    period = json.loads(told.read_text(encoding="utf-8"))["period"]
    assert period["hours"] == 11 and period["utc_offsets"] == ["+02:00", "+01:00"]
    for file in (pages, told):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert capsys.readouterr().out.count("Skriven: ") == 2
    assert run("shift", "--from", start, "--to", end, "--out", pages) == NOT_DONE  # it is there
    assert run("shift", "--from", start, "--to", end, "--out", pages, "--replace") == DONE


@pytest.mark.parametrize(
    ("kind", "asked", "start", "hours"),
    [
        ("day", ["2026-10-25"], "2026-10-24T22:00", 25),
        ("tertial", ["2026-12-01"], "2026-08-31T22:00", 122 * 24 + 1),
        ("year", ["2026-05-05"], "2025-12-31T23:00", 365 * 24),
        ("own", ["2026-11-02T10:00", "2026-11-02T11:30"], "2026-11-02T09:00", 1.5),
        ("shift", ["2026-11-02T23:30"], "2026-11-02T20:00", 10),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_each_period_is_the_one_that_holds_the_day(
    run: Run, tmp_path: Path, kind: str, asked: list[str], start: str, hours: float
) -> None:
    typed = [kind, "--from", asked[0], *(["--to", asked[1]] if asked[1:] else [])]
    assert run(*typed, "--json", tmp_path) == DONE  # into a folder
    (file,) = tmp_path.iterdir()
    period = json.loads(file.read_text(encoding="utf-8"))["period"]
    assert period["start"].startswith(start) and period["hours"] == hours


def test_a_shift_is_known_by_its_code_and_what_goes_on_is_meant_else(
    run: Run, tmp_path: Path
) -> None:
    for at, typed in enumerate((["--from", "2026-11-02", "--shift", "n"], [])):
        file = tmp_path / f"{at}.json"
        assert run("shift", *typed, "--json", file) == DONE
    night, now = (
        json.loads((tmp_path / f"{at}.json").read_text(encoding="utf-8"))["period"]
        for at in range(2)
    )
    assert (night["name"], night["hours"]) == ("Natt", 10)
    began = datetime.fromisoformat(now["start"])
    assert began <= datetime.now(UTC) < began + timedelta(hours=14)


def test_a_shift_that_is_not_there_is_told_with_those_that_are(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("shift", "--shift", "ZZ") == NOT_DONE
    assert capsys.readouterr().err == "Inget skift har den koden. De som finns: D, K, N.\n"


def test_where_it_cannot_be_written_is_told_before_anything_is_logged(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = printed(folder)
    same = tmp_path / "en.pdf"
    there = tmp_path / "mapp"
    there.mkdir()
    (there / f"dygn-{DAY}.pdf").write_bytes(b"")
    for typed, words in (
        (["--out", ""], "filen har inget namn"),
        (["--json", " "], "filen har inget namn"),
        (["--out", same, "--json", same], "två filer har samma plats"),
        (["--out", same, "--json", tmp_path / "." / "x" / ".." / "en.pdf", "--replace"], "skriva"),
        (["--out", tmp_path / f"{'x' * 256}.pdf"], "namnet är för långt"),
        (["--out", there], "finns"),
    ):
        assert run("day", "--from", DAY, *typed) == NOT_DONE
        assert words in capsys.readouterr().err, typed
    assert printed(folder) == before
    assert not same.exists()
    assert run("day", "--from", DAY, "--out", there, "--json", there, "--replace") == DONE
    assert sorted(each.suffix for each in there.iterdir()) == [".json", ".pdf"]


def test_without_files_the_figures_are_shown_and_nothing_is_logged(
    run: Run, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = printed(folder)
    assert run("day", "--from", DAY) == DONE
    told = capsys.readouterr().out
    assert "Dygnssammanfattning" in told and "Andel besvarade samtal\t–\t0 / 0\tminst 85" in told
    assert printed(folder) == before


def test_what_cannot_be_is_refused_in_words(
    run: Run, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run("own", "--from", "2026-11-02") == NOT_DONE
    assert run("own", "--from", "2026-11-03", "--to", "2026-11-02T00:00") == NOT_DONE
    assert run("shift", "--shift", "INGEN") == NOT_DONE
    assert run("day", user="nurse") == NOT_DONE
    assert capsys.readouterr().err.count("\n") == 4
    for wrong in ("i går", "2026-11-02T10:00+01:00", "1899-01-01", "2026-13-01"):
        with pytest.raises(SystemExit):
            run("day", "--from", wrong)
    assert run("day", "--out", tmp_path / "ingen" / "x.pdf") == NOT_DONE
