"""`kundcenter contacts` on a real profile, as it is typed."""

from __future__ import annotations

import argparse
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kundcenter.changes import Changes
from kundcenter.cli import contact_faults, contacts
from kundcenter.cli.profile_commands import DONE, NOT_DONE, UNSOUND
from kundcenter.domain.access import Role
from kundcenter.domain.switchboard.contact_sheets import RowFault
from kundcenter.domain.switchboard.contacts import (
    IMPORT_LIMIT,
    Contact,
    ContactDraft,
    ContactNumber,
    NumberKind,
    id_of_key,
)
from kundcenter.domain.units import UnitKind
from kundcenter.services.switchboard.contacts import Contacts
from tests.ground import CARE_UNIT, PASSWORD
from tests.profiles import PASSPHRASE, make_profile, opened

Run = Callable[..., int]
OURS = "Regionen (test)"
ROWS = (
    "nyckel;namn;titel;enhet;anknytning;mobil;dolda nummer\n"
    "P1;Åsa Person;Kurator;SE0000000001-demo1;3101;070-174 06 05;\n"
    "P2;Bo Person;;;;;070-174 06 06\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_profile(tmp_path / "profile")
    with opened(tmp_path / "profile") as opening:
        desk = opening.desk
        desk.operators.begin("admin", "Test Administratör", PASSWORD)
        desk.sessions.sign_in("admin", PASSWORD)
        for user, role in (("leader", Role.SUPERVISOR_SWITCHBOARD), ("switch", Role.SWITCHBOARD)):
            name, roles = f"Test {user}", frozenset({role})
            added = desk.operators.add(user, name, roles=roles, care_unit=CARE_UNIT)
            desk.operators.give_password(added.the("operator"), PASSWORD)
        desk.units.add(
            "SE0000000001-DEMO1",
            "Demo",
            kind=UnitKind.PRIMARY_CARE,
            municipality="Habo",
            phone="",
            hours="",
        )
        desk.sessions.sign_out()
    return tmp_path / "profile"


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Type a command; the passphrase and the password come from standard in."""

    def run(what: str, *typed: object, user: str = "leader", password: str = PASSWORD) -> int:
        parser = argparse.ArgumentParser()
        contacts.register(parser.add_subparsers())
        usual = ["contacts", what, "--user", user, "--directory", OURS]
        arguments = parser.parse_args([*usual, *map(str, typed)])
        arguments.profile = folder
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSPHRASE}\n{password}\n"))
        code: int = arguments.run(arguments)
        return code

    return run


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "katalog.csv"
    path.write_bytes(ROWS.encode("cp1252"))
    return path


def there(folder: Path) -> dict[str, Contact]:
    """The rows by their keys."""
    with opened(folder) as opening:
        opening.desk.sessions.sign_in("leader", PASSWORD)
        found = opening.desk.contacts.all()
        opening.desk.sessions.sign_out()
    return {each.told.key: each for each in found}


def test_a_dry_run_tells_and_changes_nothing_and_the_real_one_does_it(
    run: Run, folder: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", file, "--dry-run", "--json") == DONE
    counts = {"new": 2, "changed": 0, "same": 0, "gone": 0}
    told = {"done": False, **counts, "encoding": "windows-1252", "faulty": 0, "faults": []}
    assert json.loads(capsys.readouterr().out) == told
    assert there(folder) == {}
    assert run("import", file) == DONE
    assert capsys.readouterr().out == (
        "Läst som windows-1252.\n2 nya, 0 ändrade, 0 lika, 0 ur bruk.\nKatalogen är inläst.\n"
    )
    found = there(folder)
    assert found["P1"].told.name == "Åsa Person"
    assert found["P1"].told.unit_id is not None
    assert found["P2"].told.numbers == (
        ContactNumber(NumberKind.OTHER, "+46701740606", hidden=True),
    )
    assert run("import", file, "--json") == DONE
    assert json.loads(capsys.readouterr().out) == {**told, "done": True, "new": 0, "same": 2}
    assert {each.number for each in there(folder).values()} == {1}


def test_one_faulty_row_stops_the_whole_file_before_a_password_is_asked_for(
    run: Run, folder: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(ROWS + "P3;Cia Person;;;nio;;\n", encoding="utf-8")
    assert run("import", file, password="fel") == UNSOUND
    out = capsys.readouterr().out
    assert "rad 4, anknytning: numret går inte att ringa\n" in out
    assert out.endswith("Inget är ändrat.\n")
    assert there(folder) == {}


def test_a_unit_that_is_not_there_stops_the_whole_file_too(
    run: Run, folder: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(ROWS + "P3;Cia Person;;SE9-X;;;\n", encoding="utf-8")
    assert run("import", file, "--json") == UNSOUND
    told = json.loads(capsys.readouterr().out)
    assert told["faults"] == [{"line": 4, "fault": "unit", "column": "enhet"}]
    assert there(folder) == {}


def test_a_whole_file_takes_out_of_use_what_it_lacks_and_nothing_else(
    run: Run, folder: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with opened(folder) as opening:
        opening.desk.sessions.sign_in("leader", PASSWORD)
        for draft in (ContactDraft(OURS, "Handskriven"), ContactDraft("Annan", "Annan")):
            opening.desk.contacts.put(None, draft)
        opening.desk.contacts.import_("Annan", (ContactDraft("Annan", "Cia Person", key="P2"),))
        opening.desk.sessions.sign_out()
    assert run("import", file) == DONE
    file.write_text("nyckel;namn\nP1;Åsa Person\n", encoding="utf-8")
    assert run("import", file, "--json") == DONE
    assert run("import", file, "--whole", "--dry-run", "--json") == DONE
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()[-2:]]
    assert [each["gone"] for each in found] == [0, 1]
    assert run("import", file, "--whole") == DONE
    with opened(folder) as opening:
        opening.desk.sessions.sign_in("leader", PASSWORD)
        gone = [each for each in opening.desk.contacts.all() if each.retired_at is not None]
        opening.desk.sessions.sign_out()
    assert [(each.told.directory, each.told.key) for each in gone] == [(OURS, "P2")]
    assert [each.told.numbers[0].hidden for each in gone] == [True]


@pytest.mark.parametrize("name", ["ut.csv", "ut.json"])
def test_what_was_written_comes_back_and_changes_nothing(
    run: Run,
    folder: Path,
    file: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
) -> None:
    out = tmp_path / name
    assert run("import", file) == DONE
    before = there(folder)
    assert run("export", out) == DONE
    assert capsys.readouterr().out.endswith("2 rader är skrivna.\n")
    text = out.read_text(encoding="utf-8-sig")
    assert "Åsa Person" in text and "06 06" not in text and "dolda" not in text
    assert run("export", out) == NOT_DONE  # it is there already
    assert run("export", out, "--replace", "--json") == DONE
    assert run("import", out, "--whole", "--json") == DONE
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (told["new"], told["changed"], told["same"], told["gone"]) == (0, 0, 2, 0)
    assert there(folder) == before


def test_who_may_not_edit_the_directory_brings_nothing_in(
    run: Run, folder: Path, file: Path
) -> None:
    assert run("import", file, user="switch") == NOT_DONE
    assert run("import", file, "--dry-run", user="switch") == NOT_DONE
    assert there(folder) == {}


def test_a_file_that_is_not_there_is_told_before_a_password_is_asked_for(
    run: Run, tmp_path: Path
) -> None:
    assert run("import", tmp_path / "finns-inte.csv", password="fel") == NOT_DONE


def test_many_rows_come_in_parts_and_an_interruption_tells_how_far_it_came(
    run: Run,
    folder: Path,
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    count = 2 * IMPORT_LIMIT + 1
    text = "nyckel;namn\n" + "".join(f"P{at:05};Test {at}\n" for at in range(count))
    file.write_text(text, encoding="utf-8")
    real, rounds = Contacts.import_, iter((True, False))

    def once(self: Contacts, directory: str, drafts: tuple[ContactDraft, ...]) -> Changes:
        if not next(rounds):
            raise KeyboardInterrupt
        return real(self, directory, drafts)

    with monkeypatch.context() as patched:
        patched.setattr(Contacts, "import_", once)
        assert run("import", file) == NOT_DONE
    assert f"{IMPORT_LIMIT} av {count} är inlästa." in capsys.readouterr().err
    assert len(there(folder)) == IMPORT_LIMIT
    assert run("import", file, "--json") == DONE
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (told["new"], told["same"]) == (count - IMPORT_LIMIT, IMPORT_LIMIT)
    assert len(there(folder)) == count


def test_every_fault_has_words() -> None:
    assert set(contact_faults._WORDS) == {fault.value for fault in RowFault}


def test_the_ids_are_the_same_wherever_the_file_comes_in(
    run: Run, folder: Path, file: Path
) -> None:
    assert run("import", file) == DONE
    found = {key: each.id for key, each in there(folder).items()}
    assert found == {key: id_of_key(OURS, key) for key in ("P1", "P2")}
