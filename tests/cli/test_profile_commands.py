"""`backup`, `restore`, `verify` and `audit` on a real profile, as they are typed."""

from __future__ import annotations

import argparse
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from db.backup import label_of
from kundcenter.cli import asking, audit, backup, restore, verify
from kundcenter.cli.profile_commands import DONE, NOT_DONE, UNSOUND, attempted
from tests.db.test_verify import tampering
from tests.profiles import PASSPHRASE, Shift, key_of, make_profile, opened

DATABASE = "kundcenter.db"
Run = Callable[..., int]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_profile(tmp_path / "profile")
    with opened(tmp_path / "profile") as desk:
        shift = Shift(desk.desk)
        shift.begin()
        shift.call()
    return tmp_path / "profile"


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Type a command; the passphrase comes from standard in."""

    def run(*typed: object, profile: Path = folder, passphrase: str = PASSPHRASE) -> int:
        parser = argparse.ArgumentParser()
        commands = parser.add_subparsers()
        for module in (audit, backup, restore, verify):
            module.register(commands)
        arguments = parser.parse_args([str(word) for word in typed])
        arguments.profile = profile
        monkeypatch.setattr("sys.stdin", io.StringIO(passphrase + "\n"))
        code: int = arguments.run(arguments)
        return code

    return run


def answer(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    told: dict[str, object] = json.loads(capsys.readouterr().out)
    return told


def test_a_copy_is_made_verified_and_restored(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("backup", tmp_path / "out.db", "--json") == DONE
    assert answer(capsys)["copy"] == str(tmp_path / "out.db")
    assert run("verify", tmp_path / "out.db", "--json") == DONE
    assert answer(capsys)["sound"] is True
    (folder / DATABASE).unlink()
    assert run("verify") == NOT_DONE
    assert "kundcenter restore" in capsys.readouterr().err
    assert run("restore", tmp_path / "out.db") == DONE
    assert "Återställt" in capsys.readouterr().out
    assert run("verify") == DONE
    assert "Allt håller" in capsys.readouterr().out


def test_without_a_place_the_copy_goes_among_the_profile_s_own(run: Run, folder: Path) -> None:
    assert run("backup") == DONE
    assert len(list((folder / "backups").glob("*.db"))) == 1


def test_a_wrong_passphrase_is_said_in_a_sentence(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("verify", passphrase=PASSPHRASE + "x") == NOT_DONE
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "Lösenfrasen stämmer inte.\n")


def test_an_open_profile_is_in_use(
    run: Run, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with opened(folder):
        assert run("backup", "--json") == NOT_DONE
    assert answer(capsys)["error"] == "profile.in_use"


def test_every_faulty_link_is_named(
    run: Run, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("audit", "verify", "--json") == DONE
    assert answer(capsys)["findings"] == []
    with tampering(folder / DATABASE, key_of(folder)) as raw:
        raw.execute("UPDATE access_log SET reason = 'x' WHERE n IN (3, 7)")
        raw.execute("DELETE FROM operations WHERE n = 5")
    assert run("audit", "verify", "--json") == UNSOUND
    findings = answer(capsys)["findings"]
    assert isinstance(findings, list)
    assert {(each["part"], each["fault"], each["n"]) for each in findings} >= {
        ("access_log", "edited", 3),
        ("access_log", "edited", 7),
        ("operations", "missing", 5),
    }
    assert run("audit", "verify") == UNSOUND
    assert "nummer 7: är ändrad" in capsys.readouterr().out


def test_a_log_that_was_cut_everywhere_is_told_by_a_copy_that_lay_elsewhere(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("backup", tmp_path / "out.db") == DONE
    with tampering(folder / DATABASE, key_of(folder)) as raw:
        (last,) = raw.execute("SELECT access_n FROM operations WHERE n = 9").fetchone()
        raw.execute("DELETE FROM operations WHERE n > 9")
        raw.execute(f"DELETE FROM access_log WHERE n > {last}")
    for segment in (folder / "mirror").iterdir():
        segment.unlink()
    capsys.readouterr()
    assert run("audit", "verify", "--json") == UNSOUND
    alone = answer(capsys)["findings"]
    assert alone == [{"part": "mirror", "fault": "missing", "where": "", "n": 0}]
    assert run("audit", "verify", "--json", "--witness", tmp_path / "out.db") == UNSOUND
    findings = answer(capsys)["findings"]
    assert isinstance(findings, list)
    assert {(each["part"], each["fault"]) for each in findings} == {
        ("operations", "truncated"),
        ("access_log", "truncated"),
        ("mirror", "missing"),
    }


def test_a_witness_has_to_have_a_label(run: Run, tmp_path: Path) -> None:
    assert run("audit", "verify", "--witness", tmp_path / "nothing.db") == NOT_DONE


def test_a_lost_folder_is_made_anew_of_a_copy(run: Run, folder: Path, tmp_path: Path) -> None:
    assert run("backup", tmp_path / "out.db") == DONE
    new = tmp_path / "new"
    assert run("restore", tmp_path / "out.db", profile=new) == NOT_DONE
    assert run("restore", tmp_path / "out.db", "--new-profile", profile=new) == DONE
    assert run("verify", profile=new) == DONE


def test_another_profile_s_copy_is_taken_only_with_its_key(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("backup", tmp_path / "out.db") == DONE
    label_of(tmp_path / "out.db").unlink()
    other = make_profile(tmp_path / "other")
    opened(other).close()
    assert run("restore", tmp_path / "out.db", profile=other) == NOT_DONE
    both = f"{PASSPHRASE}\n{PASSPHRASE}"
    typed = ("restore", tmp_path / "out.db", "--from-profile", folder)
    assert run(*typed, profile=other, passphrase=both) == DONE
    assert run("verify", profile=other) == DONE


def test_a_restore_wants_a_copy_or_an_accepted_loss(run: Run) -> None:
    with pytest.raises(SystemExit) as ended:
        run("restore")
    assert ended.value.code == 2
    assert run("restore", "--accept-loss", "--json") == DONE


def test_a_backup_to_nowhere_is_no_command(run: Run) -> None:
    with pytest.raises(SystemExit) as ended:
        run("backup", "")
    assert ended.value.code == 2


@pytest.mark.parametrize("command", ["restore", "verify", "backup"])
def test_a_name_that_no_file_can_have_is_told(
    run: Run, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    assert run(command, "x" * 5_000) == NOT_DONE
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("command", [("audit", "verify"), ("verify",)])
def test_a_mirror_that_is_gone_or_damaged_is_told(
    run: Run, folder: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    segment = min((folder / "mirror").iterdir())
    content = bytearray(segment.read_bytes())
    content[len(content) // 2] ^= 1
    segment.write_bytes(content)
    assert run(*command) == UNSOUND
    assert "spegelns segment 1, ram" in capsys.readouterr().out
    shutil.rmtree(folder / "mirror")
    assert run(*command) == UNSOUND
    assert "spegeln: saknas" in capsys.readouterr().out


def test_a_secret_that_is_no_text_is_told(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = io.TextIOWrapper(io.BytesIO(b"\xff\xfe\x00\n"), "utf-8", "surrogateescape")
    monkeypatch.setattr("sys.stdin", typed)
    assert attempted(lambda: len(asking.typed("")), as_json=False) == NOT_DONE
    assert "ingen textrad" in capsys.readouterr().err


def test_damage_is_told_line_by_line(
    run: Run, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = bytearray((folder / DATABASE).read_bytes())
    content[5 * 4096 + 17] ^= 1
    (folder / DATABASE).write_bytes(content)
    assert run("verify") == UNSOUND
    assert "sida 6: fel kontrollsumma" in capsys.readouterr().out


def test_the_commands_speak_english_where_the_locale_does(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert run("verify") == DONE
    assert "Everything holds" in capsys.readouterr().out


def test_a_commands_output_holds_nothing_of_a_record(
    run: Run, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with tampering(folder / DATABASE, key_of(folder)) as raw:
        raw.execute("UPDATE people SET id_value = id_value || 'x'")
        raw.execute("DELETE FROM calls")
        raw.execute("UPDATE access_log SET reason = 'Tolvan Testsson'")
    run("verify")
    run("verify", "--json")
    said = capsys.readouterr()
    assert "Testsson" not in said.out + said.err
    assert "19880701" not in said.out + said.err
