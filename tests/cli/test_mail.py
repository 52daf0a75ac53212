"""`kundcenter mail secret`: the password at the mail server, kept where nobody reads it."""

from __future__ import annotations

import argparse
import io
from pathlib import Path

import pytest

from kundcenter.cli import mail
from kundcenter.cli.profile_commands import DONE, NOT_DONE
from kundcenter.start.desk_secrets import Secret, keep, kept
from tests.profiles import PASSPHRASE, make_profile, opened

PASSWORD = "tolv gröna krukor"


def run(folder: Path, monkeypatch: pytest.MonkeyPatch, *lines: str) -> int:
    parser = argparse.ArgumentParser()
    mail.register(parser.add_subparsers())
    arguments = parser.parse_args(["mail", "secret"])
    arguments.profile = folder
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
    code: int = arguments.run(arguments)
    return code


def test_the_password_is_kept_encrypted_and_apart_from_the_exchange_s(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_profile(tmp_path / "profile")
    with opened(folder) as desk:
        assert kept(desk.engine, Secret.MAIL) == ""
        keep(desk.engine, Secret.LINE, "växelns")
    assert run(folder, monkeypatch, PASSPHRASE, "fel") == DONE
    assert run(folder, monkeypatch, PASSPHRASE, PASSWORD) == DONE
    told = capsys.readouterr()
    assert "Lösenordet är sparat" in told.out
    assert PASSWORD not in told.out + told.err
    with opened(folder) as desk:
        assert kept(desk.engine, Secret.MAIL) == PASSWORD
        assert kept(desk.engine, Secret.LINE) == "växelns"
    for file in folder.rglob("*"):
        assert not file.is_file() or PASSWORD.encode() not in file.read_bytes()


def test_who_does_not_know_the_passphrase_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_profile(tmp_path / "profile")
    with opened(folder) as desk:
        keep(desk.engine, Secret.MAIL, PASSWORD)
    assert run(folder, monkeypatch, "en annan lösenfras", "nytt") == NOT_DONE
    with opened(folder) as desk:
        assert kept(desk.engine, Secret.MAIL) == PASSWORD
