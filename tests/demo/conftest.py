"""A demo region small enough to be made once for all these tests, as values and in a file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from sqlalchemy import Engine

from db.connect import open_local
from kundcenter.demo.month import DemoRegion, made
from kundcenter.demo.region import DemoTerms
from kundcenter.start.demo_region import fill
from kundcenter.start.desk import published_codes
from tests.ground import KEY, fill_local, opened

V = TypeVar("V")

UNTIL = datetime(2026, 11, 20, 23, tzinfo=UTC)  # midnight in Sweden
CALLS = 6_000


def terms(calls: int = CALLS, seed: int = 1177) -> DemoTerms:
    codes = published_codes()
    return DemoTerms(UNTIL, codes[max(codes)], calls=calls, seed=seed)


def of(values: list[object], kind: type[V]) -> list[V]:
    """The values of one kind."""
    return [value for value in values if isinstance(value, kind)]


@pytest.fixture(scope="session")
def region() -> DemoRegion:
    return made(terms())


@pytest.fixture(scope="session")
def values(region: DemoRegion) -> list[object]:
    """Everything that is stored, in the order in which it is made."""
    return list(region.values())


@pytest.fixture(scope="session")
def region_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "region.db"
    fill_local(path)
    with opened(open_local(path, KEY)) as engine:
        fill(engine, KEY, terms())
    return path


@pytest.fixture
def store(region_file: Path) -> Iterator[Engine]:
    """The region's file, to read in."""
    with opened(open_local(region_file, KEY)) as engine:
        yield engine
