"""`kundcenter cases` on a real profile, as it is typed."""

from __future__ import annotations

import argparse
import io
import json
import stat
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from db.access_log import access_log
from kundcenter.cli import case_names, cases
from kundcenter.cli.main import parser
from kundcenter.cli.profile_commands import DONE, NOT_DONE, UNSOUND
from kundcenter.domain.access import Role
from kundcenter.domain.access_log import Activity
from kundcenter.domain.calendar import local
from kundcenter.domain.case_clocks import Heed
from kundcenter.domain.case_codes import CaseField, CaseKind, ClockKind, Stage
from kundcenter.domain.case_files import IMPORT_LIMIT
from kundcenter.domain.cases import Case, FieldEdit, ToldCase
from kundcenter.domain.people import Protection
from kundcenter.domain.units import UnitKind
from kundcenter.services.cases import Cases
from tests.ground import CARE_UNIT, MAN, PASSWORD, WOMAN, identity
from tests.profiles import PASSPHRASE, make_profile, opened

Run = Callable[..., int]
UNIT = "SE0000000001-DEMO1"
CAME = local(datetime.now(UTC) - timedelta(days=1))
YEAR = CAME.year
HEAD = "ärende-id;e-tjänst;typ;inkommet;personnummer;förnamn;efternamn;hsa-id;text\n"
FIRST = f"A1;kontakta oss;;{CAME:%Y-%m-%d %H:%M};{WOMAN};;;{UNIT.lower()};När kommer svaret?\n"
SECOND = f"A1;synpunkter;klagomål;{CAME:%Y-%m-%d %H:%M};{MAN};Nils;Testsson;;Ingen svarade\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A profile with a unit, a person, and those who may and may not work with cases."""
    make_profile(tmp_path / "profile")
    with opened(tmp_path / "profile") as opening:
        desk = opening.desk
        desk.operators.begin("admin", "Test Administratör", PASSWORD)
        desk.sessions.sign_in("admin", PASSWORD)
        for user, role in (("leader", Role.SUPERVISOR_NURSE), ("nurse", Role.NURSE)):
            name, roles = f"Test {user}", frozenset({role})
            added = desk.operators.add(user, name, roles=roles, care_unit=CARE_UNIT)
            desk.operators.give_password(added.the("operator"), PASSWORD)
        desk.units.add(
            UNIT, "Demo mottagning", kind=UnitKind.SPECIALIST, municipality="Habo",
            phone="+46980319201", hours="",
        )  # fmt: skip
        desk.sessions.sign_out()
        desk.sessions.sign_in("nurse", PASSWORD)
        desk.people.register(identity(WOMAN), "Åsa", "Öberg")
        desk.sessions.sign_out()
    return tmp_path / "profile"


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Type a command; the passphrase and the password come from standard in."""

    def run(what: str, *typed: object, user: str = "leader", password: str = PASSWORD) -> int:
        parser = argparse.ArgumentParser()
        cases.register(parser.add_subparsers())
        arguments = parser.parse_args(["cases", what, "--user", user, *map(str, typed)])
        arguments.profile = folder
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSPHRASE}\n{password}\n"))
        code: int = arguments.run(arguments)
        return code

    return run


def there(folder: Path) -> dict[str, ToldCase]:
    """Every case that is not over, by its number in the e-service."""
    with opened(folder) as opening:
        desk = opening.desk
        desk.sessions.sign_in("leader", PASSWORD)
        found = [desk.cases.get(each.id) for each in desk.cases.due(frozenset(CaseKind))]
        desk.sessions.sign_out()
    return {each.case.source: each for each in found}


def test_a_dry_run_tells_and_changes_nothing_and_the_real_one_does_it(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "e-tjanster.csv"
    path.write_bytes((HEAD + FIRST + SECOND).encode("cp1252"))
    assert run("import", path, "--dry-run", "--json") == DONE
    told = {"done": False, "new": 2, "same": 0, "persons": 1, "encoding": "windows-1252"}
    told |= {"faulty": 0, "faults": []}
    assert json.loads(capsys.readouterr().out) == told
    assert there(folder) == {}
    assert run("import", path) == DONE
    assert capsys.readouterr().out == (
        "Läst som windows-1252.\n2 nya ärenden, 0 redan inlästa.\n"
        "1 personer registreras.\nÄrendena är inlästa.\n"
    )
    found = there(folder)
    assert set(found) == {"KONTAKTA_OSS#A1", "SYNPUNKTER#A1"}
    first = found["KONTAKTA_OSS#A1"]
    assert (first.case.kind, first.case.stage) == (CaseKind.E_SERVICE, Stage.REGISTERED)
    assert first.case.received_at == CAME.replace(second=0, microsecond=0).astimezone(UTC)
    assert first.person is not None and first.person.family_name == "Öberg"
    assert (first.case.facts.words, bool(first.case.facts.unit)) == ("När kommer svaret?", True)
    second = found["SYNPUNKTER#A1"]
    assert second.person is not None and second.person.family_name == "Testsson"
    assert run("import", path, "--json") == DONE
    again = {**told, "done": True, "new": 0, "same": 2, "persons": 0}
    assert json.loads(capsys.readouterr().out) == again
    assert there(folder) == found


def test_what_was_worked_on_is_left_alone_and_json_is_the_same_file(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "e-tjanster.csv"
    path.write_text(HEAD + FIRST, encoding="utf-16")
    assert run("import", path) == DONE
    (told,) = there(folder).values()
    with opened(folder) as opening:
        opening.desk.sessions.sign_in("nurse", PASSWORD)
        edit = FieldEdit(CaseField.WORDS, "När kommer svaret?", "Svaret på provet")
        opening.desk.cases.edit(told.case.id, (edit,))
        opening.desk.sessions.sign_out()
    row = dict(zip(HEAD.strip().split(";"), FIRST.strip().split(";"), strict=True))
    listed = tmp_path / "e-tjanster.json"
    listed.write_text(json.dumps({"ärenden": [row]}), encoding="utf-8")
    assert run("import", listed) == DONE
    (after,) = there(folder).values()
    assert after.case.id == told.case.id
    assert after.case.facts.words == "Svaret på provet"


def test_one_faulty_row_stops_the_whole_file_before_a_password_is_asked_for(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "e-tjanster.csv"
    path.write_text(HEAD + FIRST + SECOND.replace("klagomål", "annat"), encoding="utf-8")
    assert run("import", path, password="fel") == UNSOUND
    out = capsys.readouterr().out
    assert "rad 3, typ: typen är okänd, eller hör inte till e-tjänsten\n" in out
    assert out.endswith("Inget är ändrat.\n")
    assert run("import", path, "--json", password="fel") == UNSOUND
    told = json.loads(capsys.readouterr().out)
    assert told["faults"] == [{"line": 3, "fault": "kind", "column": "typ"}]
    assert (told["done"], told["new"], told["faulty"]) == (False, 0, 1)
    assert there(folder) == {}


def test_what_only_the_store_knows_stops_the_whole_file_too(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "e-tjanster.csv"
    nameless = SECOND.replace("Nils;Testsson", ";")
    elsewhere = FIRST.replace(UNIT.lower(), "SE0000000001-DEMO9").replace("A1", "A2")
    path.write_text(HEAD + FIRST + nameless + elsewhere, encoding="utf-8")
    assert run("import", path, "--json") == UNSOUND
    told = json.loads(capsys.readouterr().out)
    assert told["faults"] == [{"line": 3, "fault": "person"}, {"line": 4, "fault": "unit"}]
    assert (told["done"], told["faulty"]) == (False, 2)
    assert run("import", path) == UNSOUND
    out = capsys.readouterr().out
    assert "rad 3: personen är inte registrerad, och raden har inget namn\n" in out
    assert out.endswith("Inget är ändrat.\n")
    assert there(folder) == {}


def test_who_may_not_is_told_so_and_nothing_is_written(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", tmp_path / "borta.csv") == NOT_DONE
    assert "finns inte" in capsys.readouterr().err
    path = tmp_path / "2026.csv"
    assert run("export", "--year", YEAR, "--csv", path, user="nurse") == NOT_DONE
    assert run("figures", "--year", YEAR, "--csv", path, user="nurse") == NOT_DONE
    assert run("import", tmp_path, user="admin") == NOT_DONE
    assert not path.exists()


def test_an_interruption_leaves_whole_parts_and_the_same_file_does_the_rest(
    run: Run,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "e-tjanster.csv"
    rows = [SECOND.replace("A1", f"A{n}") for n in range(IMPORT_LIMIT + 3)]
    path.write_text(HEAD + "".join(rows), encoding="utf-8")
    parts: list[int] = []
    whole = Cases.import_

    def stopping(self: Cases, rows: tuple[object, ...]) -> object:
        if parts:
            raise KeyboardInterrupt
        parts.append(len(rows))
        return whole(self, rows)  # type: ignore[arg-type]

    monkeypatch.setattr(Cases, "import_", stopping)
    assert run("import", path) == NOT_DONE
    assert f"{IMPORT_LIMIT} av {IMPORT_LIMIT + 3} är inlästa." in capsys.readouterr().err
    monkeypatch.setattr(Cases, "import_", whole)
    assert run("import", path, "--json") == DONE
    told = json.loads(capsys.readouterr().out)
    assert (told["new"], told["same"], told["persons"]) == (3, IMPORT_LIMIT, 0)
    assert run("due", "--json") == DONE
    assert len(json.loads(capsys.readouterr().out)["cases"]) == IMPORT_LIMIT + 3


def test_what_is_due_is_listed_without_names_or_words(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "e-tjanster.csv"
    old = FIRST.replace(f"{CAME:%Y-%m-%d}", "2020-01-02").replace("A1", "A0")
    path.write_text(HEAD + SECOND + FIRST + old, encoding="utf-8")
    assert run("import", path) == DONE
    capsys.readouterr()
    assert run("due", "--json") == DONE
    told = json.loads(capsys.readouterr().out)
    assert not told["more"]
    assert told["cases"][0] == {
        "number": told["cases"][0]["number"], "kind": "E_TJANST", "stage": "REGISTRERAD",
        "clock": "FORSTA_SVAR", "day": "2020-01-07", "heed": "FORSENAD", "owned": False,
        "conflicts": 0, "flagged": False,
    }  # fmt: skip
    assert run("due") == DONE
    out = capsys.readouterr().out
    assert "e-tjänst, registrerat, första svar 2020-01-07: FÖRSENAT, utan ägare\n" in out
    assert out.endswith("3 ärenden.\n")
    assert not any(each in out for each in ("Testsson", "Öberg", "svarade"))
    assert run("due", "--mine") == DONE
    assert capsys.readouterr().out == "0 ärenden.\n"
    assert run("due", user="nurse") == DONE
    assert capsys.readouterr().out.endswith("2 ärenden.\n")  # complaints are not a nurse's


def test_what_came_in_after_a_case_was_over_is_listed_again(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "e-tjanster.csv"
    path.write_text(HEAD + FIRST, encoding="utf-8")
    assert run("import", path) == DONE
    (told,) = there(folder).values()
    with opened(folder) as opening:
        opening.desk.sessions.sign_in("leader", PASSWORD)
        opening.desk.cases.close(told.case.id, upon=told.case.version, text="Löst i samtal")
        capsys.readouterr()
        opening.desk.cases.comment(told.case.id, "Ringde igen")
        opening.desk.sessions.sign_out()
    assert run("due") == DONE
    out = capsys.readouterr().out
    assert out.endswith(", avslutat, utan ägare, något har kommit in efteråt\n1 ärenden.\n")


def test_a_year_is_written_whole_for_its_owner_and_over_no_other_file(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "e-tjanster.csv"
    path.write_text(HEAD + FIRST + SECOND, encoding="utf-8")
    assert run("import", path) == DONE
    (case,) = (each.case for each in there(folder).values() if each.case.feedback)
    table, listed = tmp_path / "aret.csv", tmp_path / "aret.json"
    capsys.readouterr()
    assert run("export", "--year", YEAR, "--csv", table) == DONE
    assert capsys.readouterr().out == "1 ärenden är skrivna.\n"
    assert stat.S_IMODE(table.stat().st_mode) == 0o600
    text = table.read_bytes().decode("utf-8-sig")
    assert text.count("\r\n") == 2
    assert f"{case.number};;klagomål;e-tjänst;synpunkter;A1;" in text
    assert MAN not in text
    assert run("export", "--year", YEAR, "--json", listed) == DONE
    (told,) = json.loads(listed.read_text(encoding="utf-8"))["ärenden"]
    assert (told["ärendenummer"], told["text"]) == (case.number, "Ingen svarade")
    before = table.read_bytes()
    assert run("export", "--year", 2005, "--csv", table, password="fel") == NOT_DONE
    assert table.read_bytes() == before
    assert run("export", "--year", 2005, "--csv", table, "--replace") == DONE
    assert table.read_bytes().decode("utf-8-sig").count("\r\n") == 1
    assert _looks(folder, case) == 2 + 1  # two exports, and this test's own look


def test_of_somebody_with_a_protected_identity_the_file_does_not_say_who_or_where(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    """By the register, and by what the row itself says."""
    path = tmp_path / "e-tjanster.csv"
    head = HEAD.replace("\n", ";telefon;adress;skyddad\n")
    mine = FIRST.replace("kontakta oss;;", "synpunkter;fråga;").strip()
    theirs = SECOND.replace("A1", "A2").strip()
    path.write_text(
        f"{head}{mine};070-174 06 05;Testgatan 1;\n{theirs};070-174 06 06;Testgatan 2;ja\n",
        encoding="utf-8",
    )
    assert run("import", path) == DONE
    told = tmp_path / "aret.json"

    def exported() -> list[tuple[str, str]]:
        assert run("export", "--year", YEAR, "--json", told, "--replace") == DONE
        rows = json.loads(told.read_text(encoding="utf-8"))["ärenden"]
        return sorted((row["telefon"], row["adress"]) for row in rows)

    assert exported() == [("", ""), ("070-174 06 05", "Testgatan 1")]
    with opened(folder) as opening:
        desk = opening.desk
        desk.sessions.sign_in("nurse", PASSWORD)
        person = desk.people.find(identity(WOMAN))
        assert person is not None
        desk.people.protect(person.id, Protection.CONFIDENTIAL)
        desk.sessions.sign_out()
    assert exported() == [("", ""), ("", "")]


def _looks(folder: Path, case: Case) -> int:
    """How often the access log says that somebody read the case."""
    of_case = access_log.c.object_kind == "case", access_log.c.object_id == case.id
    query = select(func.count()).where(*of_case, access_log.c.activity == Activity.READ)
    with opened(folder) as opening, opening.engine.connect() as connection:
        return int(connection.execute(query).scalar_one())


def test_figures_are_shown_and_written(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "e-tjanster.csv"
    path.write_text(HEAD + FIRST + SECOND, encoding="utf-8")
    assert run("import", path) == DONE
    capsys.readouterr()
    assert run("figures", "--year", YEAR) == DONE
    out = capsys.readouterr().out.splitlines()
    assert out[0].startswith("uppdelning\tkod\tnamn\tinkomna")
    assert "totalt\t\t\t1\t0\t0\t0\t1\t" in out
    assert "typ\tKLAGOMAL\tklagomål\t1\t0\t0\t0\t1\t" in out
    assert "e-tjänst\tKONTAKTA_OSS\tkontakta oss\t1\t0\t0\t0\t1\t" in out
    for name in ("--csv", "--json"):
        file = tmp_path / name.strip("-")
        assert run("figures", "--year", YEAR, name, file) == DONE
        assert capsys.readouterr().out == ""
        assert "KONTAKTA_OSS" in file.read_text(encoding="utf-8-sig")
    into = tmp_path / "mapp"
    into.mkdir()
    assert run("figures", "--year", YEAR, "--json", into) == DONE
    assert [each.name for each in into.iterdir()] == [f"siffror-{YEAR}.json"]
    assert run("figures", "--year", YEAR, "--csv", into / "a" / "b", password="fel") == NOT_DONE


def test_every_code_has_a_name() -> None:
    for codes, name in (
        (CaseKind, case_names.kind_name),
        (Stage, case_names.stage_name),
        (ClockKind, case_names.clock_name),
        (Heed, case_names.heed_name),
    ):
        named = [name(code) for code in codes]
        assert len(set(named)) == len(named)


@pytest.mark.parametrize("year", ["2004", "2200", "26", "-1", "20260", "tjugo", "٢٠٢٦"])
def test_only_a_year_is_a_year(year: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(["cases", "figures", "--user", "a", f"--year={year}"])
    assert "inget år" in capsys.readouterr().err


def test_the_program_knows_the_commands() -> None:
    for words in (
        ["cases", "import", "x", "--user", "a", "--dry-run", "--json"],
        ["cases", "due", "--user", "a", "--mine", "--json"],
        ["cases", "export", "--user", "a", "--year", "2026", "--csv", "x", "--replace"],
        ["cases", "figures", "--user", "a", "--year", "2026"],
    ):
        assert parser().parse_args(words).user == "a"
    with pytest.raises(SystemExit):
        parser().parse_args(["cases", "export", "--user", "a", "--year", "2026"])


@pytest.mark.parametrize("held", [b"\x89PNG\r\n\0\0\0\x01\x02\x03\0", b"\xff\xfe\0"])
def test_what_is_no_text_is_not_read(
    run: Run, tmp_path: Path, held: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bild.csv"
    path.write_bytes(held)
    assert run("import", path, "--json", password="fel") == NOT_DONE
    assert json.loads(capsys.readouterr().out)["error"] == "text_file.not_text"
