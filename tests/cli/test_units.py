"""`kundcenter units` on a real profile, as it is typed."""

from __future__ import annotations

import argparse
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kundcenter.changes import Changes
from kundcenter.cli import unit_faults, units
from kundcenter.cli.profile_commands import DONE, NOT_DONE, UNSOUND
from kundcenter.domain.access import Role
from kundcenter.domain.opening_text import hours_text
from kundcenter.domain.unit_cards import LineFunction as Line
from kundcenter.domain.unit_cards import PhoneLine, UnitCard
from kundcenter.domain.unit_sheets import RowFault
from kundcenter.domain.unit_wordings import IMPORT_LIMIT, IncomingUnit, UnitWording
from kundcenter.domain.units import UnitKind
from kundcenter.services.units import Units
from tests.ground import CARE_UNIT, PASSWORD
from tests.profiles import PASSPHRASE, make_profile, opened

Run = Callable[..., int]
HEAD = "hsa-id;namn;typ;kommun;telefon;öppettider\n"
ROWS = (
    HEAD
    + "SE0000000001-DEMO1;Demo Å;VC;Habo;0980-31 92 01;mån-fre 08:00-17:00\n"
    + "SE0000000001-DEMO2;Närakuten Demo;närakut;Habo;0980-31 92 02;\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_profile(tmp_path / "profile")
    with opened(tmp_path / "profile") as opening:
        desk = opening.desk
        desk.operators.begin("admin", "Test Administratör", PASSWORD)
        desk.sessions.sign_in("admin", PASSWORD)
        for user, role in (("leader", Role.SUPERVISOR_NURSE), ("nurse", Role.NURSE)):
            name, roles = f"Test {user}", frozenset({role})
            added = desk.operators.add(user, name, roles=roles, care_unit=CARE_UNIT)
            desk.operators.give_password(added.the("operator"), PASSWORD)
        desk.sessions.sign_out()
    return tmp_path / "profile"


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Type a command; the passphrase and the password come from standard in."""

    def run(what: str, *typed: object, user: str = "leader", password: str = PASSWORD) -> int:
        parser = argparse.ArgumentParser()
        units.register(parser.add_subparsers())
        arguments = parser.parse_args(["units", what, "--user", user, *map(str, typed)])
        arguments.profile = folder
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSPHRASE}\n{password}\n"))
        code: int = arguments.run(arguments)
        return code

    return run


def cards(folder: Path) -> dict[str, UnitCard]:
    with opened(folder) as opening:
        opening.desk.sessions.sign_in("leader", PASSWORD)
        found = opening.desk.units.directory().cards
        opening.desk.sessions.sign_out()
    return {card.unit.hsa_id: card for card in found}


def test_a_dry_run_tells_and_changes_nothing_and_the_real_one_does_it(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "enheter.csv"
    path.write_bytes(ROWS.encode("cp1252"))
    assert run("import", path, "--dry-run", "--json") == DONE
    counts = {"new": 2, "changed": 0, "same": 0, "archived": 0, "odd_ids": 0}
    told = {"done": False, **counts, "encoding": "windows-1252", "faulty": 0, "faults": []}
    assert json.loads(capsys.readouterr().out) == told
    assert cards(folder) == {}
    assert run("import", path) == DONE
    assert capsys.readouterr().out == (
        "Läst som windows-1252.\n2 nya, 0 ändrade, 0 lika.\nEnheterna är inlästa.\n"
    )
    found = cards(folder)
    assert [card.unit.name for card in found.values()] == ["Demo Å", "Närakuten Demo"]
    assert hours_text(found["SE0000000001-DEMO1"].details.hours) == "mån-fre 08:00-17:00"
    assert run("import", path, "--json") == DONE
    assert json.loads(capsys.readouterr().out) == {**told, "done": True, "new": 0, "same": 2}
    assert {card.number for card in cards(folder).values()} == {1}


def test_one_faulty_row_stops_the_whole_file_before_a_password_is_asked_for(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "enheter.csv"
    path.write_text(ROWS + "SE3;Demo;apotek;Habo;112;\n", encoding="utf-8")
    assert run("import", path, password="fel") == UNSOUND
    out = capsys.readouterr().out
    assert "rad 4, typ: typen är okänd; ange --kind om alla sådana är av samma typ\n" in out
    assert out.endswith("Inget är ändrat.\n")
    assert run("import", path, "--json") == UNSOUND
    told = json.loads(capsys.readouterr().out)
    assert told["faults"] == [{"line": 4, "fault": "kind", "column": "typ"}]
    assert (told["done"], told["new"]) == (False, 0)
    assert cards(folder) == {}


def test_hsa_comes_in_with_a_kind_and_leaves_what_it_does_not_know(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    csv = tmp_path / "enheter.csv"
    csv.write_text(ROWS, encoding="utf-8")
    assert run("import", csv) == DONE
    path = tmp_path / "hsa.xml"
    path.write_text(
        '<FileGetHsaUnitsResponse xmlns="urn:riv:hsa:HsaWsResponder:3"><hsaUnits><hsaUnit>'
        "<hsaIdentity>SE0000000001-demo2</hsaIdentity><name>Demoområdet</name></hsaUnit>"
        "</hsaUnits></FileGetHsaUnitsResponse>",
        encoding="utf-8",
    )
    assert run("import", path) == UNSOUND
    assert run("import", path, "--kind", "SPECIALIST", "--json") == DONE
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["changed"] == 1
    found = cards(folder)
    assert len(found) == 2
    unit = found["SE0000000001-demo2"].unit
    assert (unit.name, unit.kind) == ("Demoområdet", UnitKind.OUT_OF_HOURS)
    assert (unit.municipality, unit.phone) == ("Habo", "+46980319202")


def test_what_was_written_comes_back_and_changes_nothing(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = tmp_path / "enheter.csv", tmp_path / "ut.csv"
    path.write_text(ROWS, encoding="utf-8")
    assert run("import", path) == DONE
    with opened(folder) as opening:
        desk = opening.desk
        desk.sessions.sign_in("leader", PASSWORD)
        first, second = desk.units.directory().cards
        staff = PhoneLine(Line.STAFF, "+46980319203", roles=frozenset({Role.MEDICAL_LEAD}))
        details = first.details.__class__(lines=(staff,), way="=Entré A")
        wording = UnitWording.of(first.unit)
        desk.units.save(first.id, wording, details, upon=first.number)
        desk.units.retire(second.id, upon=second.number)
        desk.sessions.sign_out()
    capsys.readouterr()
    assert run("export", out, "--json") == DONE
    assert json.loads(capsys.readouterr().out) == {"units": 1, "file": str(out)}
    text = out.read_bytes().decode("utf-8")
    assert text.startswith("\ufeffhsa-id;namn;typ;")
    assert ";'=Entré A;" in text
    assert "92 03" not in text
    before = cards(folder)
    assert run("import", out, "--json") == DONE
    told = json.loads(capsys.readouterr().out)
    assert (told["same"], told["changed"], told["new"]) == (1, 0, 0)
    assert cards(folder) == before
    assert run("export", out) == NOT_DONE
    assert out.read_bytes().decode("utf-8") == text
    assert run("export", out, "--replace") == DONE
    assert capsys.readouterr().out == "1 enheter är skrivna.\n"


def many(count: int) -> str:
    rows = (f"SE0000000001-DEMO{n};Demo {n};VC;Habo;112;\n" for n in range(count))
    return HEAD + "".join(rows)


@pytest.mark.parametrize("stop", [KeyboardInterrupt, "power"])
def test_a_run_that_was_stopped_half_way_and_runs_again_has_the_same_end(
    run: Run,
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    stop: type[BaseException] | str,
) -> None:
    count = IMPORT_LIMIT + 20
    path = tmp_path / "enheter.csv"
    path.write_text(many(count), encoding="utf-8")
    whole = Units.import_
    sizes = []

    def stopped(self: Units, rows: tuple[IncomingUnit, ...]) -> Changes:
        sizes.append(len(rows))
        if len(sizes) == 2:
            raise KeyboardInterrupt if stop is KeyboardInterrupt else ValueError("power")
        return whole(self, rows)

    with monkeypatch.context() as patch:
        patch.setattr(Units, "import_", stopped)
        if stop is KeyboardInterrupt:
            assert run("import", path) == NOT_DONE
        else:
            with pytest.raises(ValueError, match="power"):
                run("import", path)
    assert f"{IMPORT_LIMIT} av {count} är inlästa." in capsys.readouterr().err
    assert sizes == [IMPORT_LIMIT, 20]
    assert len(cards(folder)) == IMPORT_LIMIT
    assert run("import", path, "--json") == DONE
    told = json.loads(capsys.readouterr().out)
    assert (told["new"], told["changed"], told["same"]) == (20, 0, IMPORT_LIMIT)
    found = cards(folder)
    assert len(found) == count
    assert {card.number for card in found.values()} == {1}


def test_without_a_file_a_right_password_or_leave_nothing_is_done(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", tmp_path / "none.csv") == NOT_DONE
    assert capsys.readouterr().err == "Filen går inte att läsa (filen finns inte).\n"
    path = tmp_path / "enheter.csv"
    path.write_text(ROWS, encoding="utf-8")
    assert run("import", path, password="fel") == NOT_DONE
    assert run("import", path, user="nurse") == NOT_DONE
    assert capsys.readouterr().err != ""
    assert cards(folder) == {}


def test_every_fault_and_every_kind_has_its_words() -> None:
    assert all(unit_faults.fault_name(fault) for fault in RowFault)
    assert tuple(UnitKind) == units.KINDS
