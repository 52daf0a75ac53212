"""The rig's own checkers: each names what is planted for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import text

from db import access_log
from kundcenter.domain.access_log import Activity
from tests.ground import ASKED, PASSWORD, WOMAN, Clock, fill_central
from tests.postgres import PostgresServer
from tests.rig.checks import Seen, SeenCentre, SeenDesk, c16_each_look_is_logged_once
from tests.rig.processes import Opened
from tests.rig.words import CANARIES, c14_nothing_readable, c18_logs, personal_numbers
from tests.rig.work import CANARY
from tests.sync.ground import a_centre, a_side

# -- C14 -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("where", ["desk/logs/kundcenter.log", "tmp/spool", "desk-0.out", "home/x"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_c14_finds_a_word_of_a_note_in_any_file(tmp_path: Path, where: str, encoding: str) -> None:
    planted = tmp_path / where
    planted.parent.mkdir(parents=True, exist_ok=True)
    planted.write_bytes(bytes(1000) + f"patienten {CANARY} ringde".encode(encoding))
    assert list(c14_nothing_readable(tmp_path)) == [f"C14: {where} has {CANARY!r}"]
    planted.write_bytes(b"INFO: a call was registered\n")
    assert list(c14_nothing_readable(tmp_path)) == []


@pytest.mark.parametrize("canary", CANARIES)
def test_c14_finds_them_in_the_log_of_postgresql(tmp_path: Path, canary: str) -> None:
    (tmp_path / "data").write_text(CANARY)  # the centre's own data are in clear, and not looked at
    log = tmp_path / "log"
    log.write_text(f"STATEMENT: INSERT INTO people VALUES ('{canary}')\n")
    (tmp_path / "world").mkdir()
    assert list(c14_nothing_readable(tmp_path / "world", log)) == [f"C14: log has {canary!r}"]


# -- C16 -----------------------------------------------------------------------------------------


@pytest.fixture
def looked(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[Seen]:
    """A desk at which somebody was opened, and a centre that knows of it."""
    with ExitStack() as stack:
        url = stack.enter_context(postgres_server.clone("empty", fill_central))
        clock = Clock()
        centre = stack.enter_context(a_centre(url, clock))
        side = a_side(stack, tmp_path / "one.db", clock, centre, "ett")
        side.nurse()
        person = side.person(WOMAN)
        side.desk.people.open(person, ASKED)
        side.talk(centre)
        with side.engine.connect() as connection:
            chain = tuple(access_log.chain(connection, side.device_id))
        shown = [
            Opened(each.person_id, each.n, each.hash)
            for each in chain
            if each.activity is Activity.READ and each.person_id
        ]
        assert person in {each.person_id for each in shown}
        desk = SeenDesk("ett", side.device_id, side.engine, side.local, {}, shown=shown)
        yield Seen(SeenCentre(centre.engine), [desk])


def test_c16_is_content_with_what_is_so(looked: Seen) -> None:
    assert list(c16_each_look_is_logged_once(looked)) == []


def beneath(seen: Seen, statement: str) -> None:
    """Something is done to the centre's log that its guards would not let pass."""
    with seen.centre.engine.begin() as connection:
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        connection.execute(text(statement))


NOBODY = UUID(int=7)


@pytest.mark.parametrize(
    ("deed", "told"),
    [
        ("DELETE FROM access_log WHERE n = (SELECT max(n) FROM access_log)", "other records"),
        ("DELETE FROM access_log WHERE n = 1", "is missing"),
        ("UPDATE access_log SET reason = 'nyfiken' WHERE n = 2", "is edited"),
        (f"UPDATE access_log SET person_id = '{NOBODY}' WHERE activity = 'Läsa'", "without"),
    ],
)
def test_c16_finds_a_record_that_is_gone_or_changed(looked: Seen, deed: str, told: str) -> None:
    beneath(looked, deed)
    assert any(told in each for each in c16_each_look_is_logged_once(looked))


def test_c16_finds_a_look_without_a_record_and_one_told_twice(looked: Seen) -> None:
    (desk,) = looked.places
    look = desk.shown[-1]
    desk.shown.append(replace(look, n=look.n + 100))
    (told,) = c16_each_look_is_logged_once(looked)
    assert "without record" in told
    desk.shown[-1] = look
    (told,) = c16_each_look_is_logged_once(looked)
    assert "of two looks" in told


# -- C18 -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "2026-11-22 12:00:01,123 ERROR kundcenter: it broke",
        "Traceback (most recent call last):",
        "KeyError: 'x'",
        f"2026-11-22 12:00:01,123 INFO kundcenter: {CANARY} ringde",
        f"2026-11-22 12:00:01,123 INFO kundcenter: {WOMAN}",
        "2026-11-22 12:00:01,123 INFO kundcenter: person 850709-9805",
        f"2026-11-22 12:00:01,123 INFO kundcenter: signed in with {PASSWORD}",
        "2026-11-22 12:00:01,123 INFO kundcenter: key 00ff00ff",
    ],
)
@pytest.mark.parametrize("where", ["desk/logs/kundcenter.log", "service-0.err"])
def test_c18_finds_a_word_of_error_a_number_and_a_secret(
    tmp_path: Path, where: str, line: str
) -> None:
    planted = tmp_path / where
    planted.parent.mkdir(parents=True, exist_ok=True)
    planted.write_text(f"2026-11-22 12:00:00,000 INFO kundcenter: it begins\n{line}\n")
    assert len(list(c18_logs(tmp_path, secrets=("00ff00ff",)))) >= 1
    planted.write_text("2026-11-22 12:00:00,000 INFO kundcenter: it begins\n")
    assert list(c18_logs(tmp_path, secrets=("00ff00ff",))) == []


def test_a_personal_number_is_known_by_its_date_and_its_last_digit() -> None:
    told = "person 198507099805, 850709-9805; not 850709-9806, 991399-1234, 20261122 120001"
    assert personal_numbers(told) == ["198507099805", "850709-9805"]
