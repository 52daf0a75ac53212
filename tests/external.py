"""Data that others have published, beside the repository: ../shared/data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data"


def external(name: str) -> Any:
    """What a JSON file there holds; skips the test when the file is not there."""
    path = FOLDER / name
    if not path.exists():
        pytest.skip(f"external data is not here: {path}")
    return json.loads(path.read_text(encoding="utf-8"))
