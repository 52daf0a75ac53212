"""`kundcenter centre removal` on a real profile, as it is typed."""

from __future__ import annotations

import argparse
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from db.connect import IMMEDIATE
from db.local import DESK_EPOCH, mark
from db.sync import removal
from kundcenter.cli import centre
from kundcenter.cli.profile_commands import DONE, NOT_DONE, UNSOUND
from kundcenter.domain.access import Role
from kundcenter.domain.feed import team
from kundcenter.domain.link import Removal
from kundcenter.start.desk import new_id
from tests.ground import CARE_UNIT, PASSWORD
from tests.profiles import PASSPHRASE, make_profile, opened

Run = Callable[..., int]
MINE = team(CARE_UNIT)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A desk of a centre that would take away most of it."""
    make_profile(tmp_path / "profile")
    with opened(tmp_path / "profile") as opening:
        desk = opening.desk
        desk.operators.begin("admin", "Test Administratör", PASSWORD)
        desk.sessions.sign_in("admin", PASSWORD)
        added = desk.operators.add("bo", "Test Bo", roles=frozenset({Role.SUPERVISOR_NURSE}))
        desk.operators.give_password(added.the("operator"), PASSWORD)
        desk.sessions.sign_out()
        with opening.engine.execution_options(**IMMEDIATE).begin() as connection:
            mark(connection, DESK_EPOCH, str(new_id()))
            removal.ask(connection, Removal(MINE, 190, 200))
    return tmp_path / "profile"


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    def run(*typed: object, password: str = PASSWORD) -> int:
        parser = argparse.ArgumentParser()
        parser.add_argument("--profile", type=Path, default=folder)
        centre.register(parser.add_subparsers())
        arguments = parser.parse_args(["centre", "removal", *map(str, typed)])
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSPHRASE}\n{password}\n"))
        code: int = arguments.run(arguments)
        return code

    return run


def allowed(folder: Path) -> bool:
    with opened(folder) as opening, opening.engine.begin() as connection:
        return removal.may_go(connection, MINE, 200, 190)


@pytest.mark.logs("most of a bucket would go")
def test_it_tells_in_numbers_and_changes_nothing(
    run: Run, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run() == UNSOUND
    assert "190 av 200 uppgifter skulle tas bort" in capsys.readouterr().out
    assert run("--json") == UNSOUND
    told = {"waiting": [{"bucket": MINE, "count": 190, "size": 200}], "allowed": None}
    assert json.loads(capsys.readouterr().out) == told
    assert not allowed(folder)


@pytest.mark.logs("most of a bucket would go", "lets 190 rows of 200 go", "as was allowed")
def test_an_administrator_allows_it_with_the_password(
    run: Run, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--allow", MINE, "--user", "admin", password="en annan") == NOT_DONE
    assert not allowed(folder)
    assert run("--allow", MINE, "--user", "admin") == DONE
    assert "Tillåtet, en gång." in capsys.readouterr().out
    assert allowed(folder)


@pytest.mark.logs("most of a bucket would go")
def test_nobody_else_allows_it(run: Run, folder: Path) -> None:
    assert run("--allow", MINE, "--user", "bo") == NOT_DONE
    assert run("--allow", "ref", "--user", "admin") == UNSOUND  # of which nothing was asked
    assert not allowed(folder)
