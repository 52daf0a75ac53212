"""kill -9 while a file is brought in: whole parts are there, and the file does the rest.

`KUNDCENTER_KILLS` says how often, as in test_kill.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from db.cases import cases
from db.people import people
from kundcenter.domain.case_files import ImportedCase
from kundcenter.domain.case_tables import read_cases
from kundcenter.start.opening import OpenDesk, open_profile
from kundcenter.start.verifying import verify_profile
from tests.faults.checks import Acknowledged
from tests.faults.lives import Acknowledge, lived
from tests.faults.test_kill import KILLS, lose_log
from tests.ground import MAN, WOMAN, identity
from tests.profiles import Shift, make_profile, opened, source

SEED = 20261123
PART, PARTS = 20, 100
HEAD = "ärende-id;e-tjänst;inkommet;personnummer;förnamn;efternamn;text\n"


def rows_of_file() -> tuple[ImportedCase, ...]:
    """More than anybody brings in before they are killed; of one who is known, and of one who
    is not.
    """
    lines = (
        f"K{n};kontakta oss;2026-11-20 10:00;{WOMAN if n % 2 else MAN};Åsa;Öberg;Fråga {n}\n"
        for n in range(PART * PARTS)
    )
    sheet = read_cases(HEAD + "".join(lines), datetime(2026, 11, 21, tzinfo=UTC))
    assert not sheet.faults
    return sheet.rows


ROWS = rows_of_file()
SPANS = tuple(ROWS[at : at + PART] for at in range(0, len(ROWS), PART))


def importing(desk: OpenDesk, acknowledge: Acknowledge) -> None:
    """Bring in what is missing, part by part, as the command does."""
    Shift(desk.desk).resume()
    for part in SPANS:
        new = desk.desk.cases.plan(part).new
        if new:
            desk.desk.cases.import_(new)
            acknowledge("brought", str(part[0].case_id))


def faults_of(there: set[UUID], acknowledged: Iterable[Acknowledged]) -> list[str]:
    """What was told to be in and is not, and parts of which only a half is."""
    told = {id for _, id in acknowledged}
    found = []
    for number, part in enumerate(SPANS):
        ids = {row.case_id for row in part}
        if ids & there and not ids <= there:
            found.append(f"half of part {number}")
        if part[0].case_id in told and not ids <= there:
            found.append(f"lost part {number}")
    return found


def there(desk: OpenDesk) -> set[UUID]:
    with desk.engine.connect() as connection:
        return {row.id for row in connection.execute(select(cases.c.id))}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_profile(tmp_path / "profile")
    with opened(tmp_path / "profile") as desk:
        Shift(desk.desk).begin()
    return tmp_path / "profile"


def test_killed_in_an_import_whole_parts_are_there_and_the_file_does_the_rest(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """After every second kill the database's log is deleted as well."""
    chance = random.Random(SEED)
    acknowledged: list[Acknowledged] = []
    for kill in range(max(6, KILLS // 5)):
        acknowledged += lived(folder, importing, seconds=chance.uniform(0.05, 0.9))
        if kill % 2:
            lose_log(folder)
        with opened(folder) as desk:
            assert faults_of(there(desk), acknowledged) == [], f"kill {kill}"
    caplog.clear()  # that work came back from the mirror is said each time
    assert len(acknowledged) > 3
    assert len({id for _, id in acknowledged}) == len(acknowledged)  # nothing came in twice
    some = ROWS[: PART * (len(acknowledged) + 3)]
    with opened(folder) as desk:
        Shift(desk.desk).resume()
        for part in SPANS[: len(some) // PART]:
            new = desk.desk.cases.plan(part).new
            if new:
                desk.desk.cases.import_(new)
        assert {row.case_id for row in some} <= there(desk)
        with desk.engine.connect() as connection:
            numbers = [row.id_value for row in connection.execute(select(people))]
        assert numbers.count(identity(WOMAN).value) == numbers.count(identity(MAN).value) == 1
    with open_profile(folder) as profile:
        assert verify_profile(profile, source()).findings == ()


def test_a_part_that_is_lost_or_half_is_caught(folder: Path) -> None:
    """The checker itself."""
    with opened(folder) as desk:
        Shift(desk.desk).resume()
        desk.desk.cases.import_(SPANS[0])
        whole = there(desk)
    told = [("brought", SPANS[0][0].case_id)]
    assert faults_of(whole, told) == []
    assert faults_of(whole - {ROWS[3].case_id}, []) == ["half of part 0"]
    assert faults_of(set(), told) == ["lost part 0"]
