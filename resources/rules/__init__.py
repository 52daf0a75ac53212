"""Rules of routing that the program carries, one file a version.  Invented, for demonstration."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any


def tables() -> tuple[dict[str, Any], ...]:
    """Every file, parsed, by name."""
    found = sorted(files(__name__).iterdir(), key=lambda file: file.name)
    return tuple(
        tomllib.loads(file.read_text(encoding="utf-8"))
        for file in found
        if file.name.endswith(".toml")
    )
