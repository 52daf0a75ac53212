"""`kundcenter packs` on a real profile, as it is typed."""

from __future__ import annotations

import argparse
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kundcenter.cli import packs
from kundcenter.cli.pack_faults import fault_name, place_name
from kundcenter.cli.profile_commands import DONE, NOT_DONE, UNSOUND
from kundcenter.domain.access import Role
from kundcenter.domain.packs.checks import PackFault
from kundcenter.domain.packs.files import pack_text, read_pack
from tests.domain.packs.carried import CODES
from tests.ground import CARE_UNIT, PASSWORD
from tests.packs import COUGH, FEVER, PACK
from tests.profiles import PASSPHRASE, make_profile, opened

Run = Callable[..., int]
OURS = replace(FEVER, title="Feber hos oss")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_profile(tmp_path / "profile")
    with opened(tmp_path / "profile") as opening:
        desk = opening.desk
        desk.operators.begin("admin", "Test Administratör", PASSWORD)
        desk.sessions.sign_in("admin", PASSWORD)
        for name, role in (("lead", Role.MEDICAL_LEAD), ("nurse", Role.NURSE)):
            added = desk.operators.add(
                name, f"Test {name}", roles=frozenset({role}), care_unit=CARE_UNIT
            )
            desk.operators.give_password(added.the("operator"), PASSWORD)
        desk.sessions.sign_out()
    return tmp_path / "profile"


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Type a command; the passphrase and the password come from standard in."""

    def run(*typed: object, user: str = "lead") -> int:
        parser = argparse.ArgumentParser()
        packs.register(parser.add_subparsers())
        arguments = parser.parse_args(["packs", *map(str, typed), "--user", user])
        arguments.profile = folder
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSPHRASE}\n{PASSWORD}\n"))
        code: int = arguments.run(arguments)
        return code

    return run


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "paket.toml"
    path.write_text(pack_text(PACK), encoding="utf-8")
    return path


def approve(folder: Path) -> None:
    """The last pack in force, with a local wording."""
    with opened(folder) as opening:
        desk = opening.desk
        desk.sessions.sign_in("lead", PASSWORD)
        desk.packs.approve(desk.packs.all()[-1].id)
        desk.packs.edit("test", "FEBER", OURS, upon=0)
        desk.sessions.sign_out()


def listed(run: Run, capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str]]:
    capsys.readouterr()
    assert run("list", "--json") == DONE
    rows = json.loads(capsys.readouterr().out)["packs"]
    return [(row["version"], row["state"]) for row in rows]


def test_a_dry_run_tells_and_changes_nothing_and_the_real_one_does_it(
    run: Run, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", file, "--dry-run", "--json") == DONE
    told = json.loads(capsys.readouterr().out)
    assert (told["done"], told["new"], told["known"]) == (False, 2, False)
    assert listed(run, capsys) == []
    assert run("import", file) == DONE
    assert capsys.readouterr().out == (
        "2 nya ämnen, 0 ändrade, 0 borta, 0 lika.\nPaketet är inläst.\n"
    )
    assert listed(run, capsys) == [("1", "waiting")]
    assert run("import", file) == NOT_DONE
    assert "redan inläst" in capsys.readouterr().err


def test_a_new_version_tells_what_differs_and_what_stays_local(
    run: Run, folder: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("import", file)
    approve(folder)
    newer = replace(
        PACK, version="2", topics=(replace(FEVER, title="Feber, ny"), replace(COUGH, words=("x",)))
    )
    file.write_text(pack_text(newer), encoding="utf-8")
    capsys.readouterr()
    assert run("import", file, "--dry-run") == DONE
    out = capsys.readouterr().out
    assert "FEBER title:\n  - Feber\n  + Feber, ny\n" in out
    assert "HOSTA words:\n  - hosta\n  - slem 😀\n  + x\n" in out
    assert "FEBER: ändrat både här och i paketet" in out
    assert out.endswith("Inget är ändrat.\n")
    assert run("import", file, "--json") == DONE
    told = json.loads(capsys.readouterr().out)
    assert told["fields"] == {"FEBER": ["title"], "HOSTA": ["words"]}
    assert (told["disputed"], told["since"], told["older"]) == (["FEBER"], "1", False)
    assert listed(run, capsys) == [("1", "in_force"), ("2", "waiting")]


def test_a_faulty_file_is_told_place_by_place_and_nothing_is_done(
    run: Run, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = pack_text(PACK).replace('title = "Feber"', 'title = ""').replace('"FEBER"', '"SJUK"')
    file.write_text(text, encoding="utf-8")
    assert run("import", file) == UNSOUND
    out = capsys.readouterr().out
    assert out == (
        "ämne 1, reason: kontaktorsaken är okänd\nämne 1, title: är tomt\nInget är ändrat.\n"
    )
    assert run("import", file, "--json") == UNSOUND
    told = json.loads(capsys.readouterr().out)
    assert told["faults"][0] == {"place": "topics.1.reason", "fault": "reason"}
    assert listed(run, capsys) == []


def test_an_exported_pack_can_be_brought_in_again(
    run: Run, folder: Path, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("import", file)
    approve(folder)
    out, local = tmp_path / "ut.toml", tmp_path / "lokal.toml"
    assert run("export", "test", out) == DONE
    assert read_pack(out.read_text(encoding="utf-8"), CODES) == PACK
    assert run("export", "test", local, "--local", "--version", "1", "--json") == DONE
    assert read_pack(local.read_text(encoding="utf-8"), CODES).topics == (OURS, COUGH)
    assert run("export", "test", out) == NOT_DONE  # it is there already
    assert run("export", "test", out, "--replace") == DONE
    assert run("export", "test", tmp_path / "x", "--version", "9") == NOT_DONE
    assert run("export", "annat", tmp_path / "x") == NOT_DONE
    assert not (tmp_path / "x").exists()
    capsys.readouterr()


def test_who_may_not_is_told_so(run: Run, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("import", file, user="nurse") == NOT_DONE
    assert run("list", user="nurse") == NOT_DONE
    assert "Din roll får inte göra det här." in capsys.readouterr().err
    assert run("list") == DONE
    assert capsys.readouterr().out == "Inga innehållspaket.\n"


def test_every_fault_and_place_has_words() -> None:
    for fault in PackFault:
        assert fault_name(fault)
    assert place_name("7") == "rad 7"
    assert place_name("pack") == "paketet"
    assert place_name("topics.3.threats.1.text") == "ämne 3, livshotsfråga 1, text"
