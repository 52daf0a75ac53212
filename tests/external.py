"""Data that others have published, beside the repository: ../shared/data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data"


def external(name: str) -> Any:
    """What a JSON file there holds; skips the test when the file is not there."""
    return json.loads(external_path(name).read_text(encoding="utf-8"))


def external_path(name: str) -> Path:
    """A file there; skips the test when it is not there."""
    path = FOLDER / name
    if not path.exists():
        pytest.skip(f"external data is not here: {path}")
    return path
