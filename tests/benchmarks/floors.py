"""What anything durable costs at least: bare writes to the disk that the stores are on."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from db.connect import CACHE_KIB, open_raw
from tests.ground import KEY

FLOOR = "floor: append 4 kB, fdatasync"
RAW = "SQLCipher WAL FULL, one row"
BLOCK = os.urandom(4096)


@contextmanager
def disk(folder: Path) -> Iterator[Callable[[], object]]:
    """A block appended to a file in the folder and brought to the disk."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="floor-", dir=folder) as own:
        descriptor = os.open(Path(own) / "blocks", os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        try:
            yield lambda: _append(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def raw_row(folder: Path) -> Iterator[Callable[[], object]]:
    """A row of a call's size into an encrypted table with one key, by the driver alone."""
    with tempfile.TemporaryDirectory(prefix="floor-", dir=folder) as own:
        driver = open_raw(Path(own) / "raw.db", KEY)
        try:
            for pragma in (
                "journal_mode = WAL",
                "synchronous = FULL",
                f"cache_size = -{CACHE_KIB}",
            ):
                driver.execute(f"PRAGMA {pragma}").fetchall()
            driver.execute("CREATE TABLE plain (id BLOB PRIMARY KEY, text TEXT) STRICT")
            yield lambda: _insert(driver)
        finally:
            driver.close()


def _append(descriptor: int) -> None:
    os.write(descriptor, BLOCK)
    os.fdatasync(descriptor)


def _insert(driver: Any) -> None:
    driver.execute("BEGIN IMMEDIATE")
    driver.execute("INSERT INTO plain VALUES (?, ?)", (os.urandom(16), "x" * 300))
    driver.execute("COMMIT")
