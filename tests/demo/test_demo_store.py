"""The demo region in a store: written in bulk, marked for ever, and worked on like any other."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from pprint import pformat
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, text

from db import bulk, names, waiting
from db.connect import check_settings, open_local
from db.demo import DemoMark, demo_mark, is_demo
from db.faults import StatementWrong
from db.tables import metadata
from db.unit_cards import SqlUnitCards
from db.verify import verify
from kundcenter.domain.calls import Call
from kundcenter.domain.operators import Operator
from kundcenter.domain.passwords import PasswordContainsName, check
from kundcenter.domain.people import Person
from kundcenter.domain.unit_cards import UnitCard
from kundcenter.start.demo_region import PASSWORD, fill
from tests.demo.conftest import CALLS, UNTIL, terms
from tests.ground import KEY, fill_local, opened

FEW = 400


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Engine]:
    fill_local(tmp_path / "desk.db")
    with opened(open_local(tmp_path / "desk.db", KEY)) as engine:
        yield engine


def raw(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    """Every row as the file has it, but for the slots, whose salt is real chance."""
    tables = sorted(set(metadata.tables) - {"slots"})
    with engine.connect() as connection:
        return {
            table: sorted(map(tuple, connection.execute(text(f"SELECT * FROM {table}"))), key=repr)
            for table in tables
        }


def spelt(value: object) -> str:
    """The value with all its types, and what is in a set always in the same order."""
    return pformat(value, width=1)


def kept(connection: Connection, kind: type[Any]) -> tuple[object, ...]:
    """All values of a kind; a card is put together with its unit, which its row is not."""
    if kind is UnitCard:
        of_unit = SimpleNamespace(connection=connection)
        return tuple(card for card in SqlUnitCards(of_unit).all() if card.number)  # type: ignore[arg-type]
    return bulk.ROWS[kind].all(connection, bulk.ROWS[kind].select())


def schema(engine: Engine) -> set[tuple[Any, ...]]:
    query = "SELECT type, name, tbl_name, replace(sql, char(10), ' ') FROM sqlite_master"
    with engine.connect() as connection:
        return set(map(tuple, connection.execute(text(query))))


def test_the_same_seed_fills_two_stores_alike(tmp_path: Path) -> None:
    kept = []
    for name in ("one.db", "two.db"):
        fill_local(tmp_path / name)
        with opened(open_local(tmp_path / name, KEY)) as engine:
            fill(engine, KEY, terms(FEW))
            kept.append(raw(engine))
    assert kept[0] == kept[1]
    assert len(kept[0]["calls"]) == FEW


def test_what_is_written_in_bulk_is_what_the_stores_would_have_written(
    empty: Engine, tmp_path: Path, values: list[object]
) -> None:
    some = {kind: [v for v in values if type(v) is kind][:300] for kind in bulk.ROWS}
    fill_local(tmp_path / "slow.db")
    with opened(open_local(tmp_path / "slow.db", KEY)) as slow:
        for engine in (empty, slow):
            with engine.connect() as connection:
                # Only the bytes are compared; the first few of each need not refer to each other.
                connection.connection.dbapi_connection.execute("PRAGMA foreign_keys = OFF")  # type: ignore[union-attr]
        bulk.write(empty, (value for each in some.values() for value in each))
        with slow.connect() as connection:
            for kind, rows in bulk.ROWS.items():
                for value in some[kind]:
                    rows.add(connection, value)
                    if isinstance(value, Person):
                        names.index(connection, value)
            connection.execute(waiting.FILL)
            connection.commit()
        assert raw(empty) == raw(slow)
        for kind in bulk.ROWS:
            with empty.connect() as connection:
                got = kept(connection, kind)
            assert set(map(spelt, got)) == set(map(spelt, some[kind]))


def test_bulk_writing_leaves_the_schema_and_the_settings_as_they_were(
    empty: Engine, values: list[object]
) -> None:
    before = schema(empty)
    bulk.write(empty, values[:500])
    assert schema(empty) == before
    with empty.connect() as connection:
        check_settings(connection)


def test_bulk_writing_that_fails_leaves_no_hurried_connection(
    empty: Engine, values: list[object]
) -> None:
    with pytest.raises(StatementWrong):
        bulk.write(empty, [values[0], values[0]])
    with empty.connect() as connection:
        check_settings(connection)


def test_the_store_is_sound_and_its_chains_hold(region_file: Path, store: Engine) -> None:
    verdict = verify(region_file, KEY)
    assert verdict.findings == ()
    with store.connect() as connection:
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
        assert connection.execute(text("SELECT count(*) FROM access_log")).scalar_one() > 10_000
        assert connection.execute(text("SELECT count(*) FROM operations")).scalar_one() == 0


def test_the_store_is_marked_and_an_ordinary_one_is_not(store: Engine, empty: Engine) -> None:
    assert is_demo(store)
    assert demo_mark(store) == DemoMark(1177, CALLS, UNTIL)
    assert not is_demo(empty)
    assert demo_mark(empty) is None


def test_the_mark_is_there_before_the_first_person(
    empty: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object, **__: object) -> None:
        assert is_demo(empty)
        raise KeyboardInterrupt

    monkeypatch.setattr(bulk, "write", stopped)
    with pytest.raises(KeyboardInterrupt):
        fill(empty, KEY, terms(FEW))


def test_the_published_password_can_be_chosen_by_no_real_operator() -> None:
    with pytest.raises(PasswordContainsName):
        check(PASSWORD, names=("anna", "Anna Berg"), common=frozenset())


def test_no_more_is_kept_in_memory_than_a_chunk_and_the_people_of_late(empty: Engine) -> None:
    before = alive()
    most = Counter[str]()

    def told(_calls: int) -> None:
        for kind, count in alive().items():
            most[kind] = max(most[kind], count - before[kind])

    counts = fill(empty, KEY, terms(12_000), told=told)
    assert (counts[Call], counts[Operator]) == (12_000, 40)
    assert 0 < most["Call"] <= bulk.CHUNK
    assert 0 < most["EntryVersion"] <= bulk.CHUNK
    assert 0 < most["Person"] <= bulk.CHUNK + 11_000


def alive() -> Counter[str]:
    """How many objects there are of each kind."""
    return Counter(type(each).__name__ for each in gc.get_objects())
