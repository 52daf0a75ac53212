"""The demo region as data: units, posts, callers' habits, invented phrases, test persons."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

_HERE = files("resources") / "demo"


def table(name: str) -> dict[str, Any]:
    """One of the region's files, parsed."""
    return tomllib.loads((_HERE / f"{name}.toml").read_text(encoding="utf-8"))


def reasons() -> dict[str, dict[str, Any]]:
    """What there is to know about each contact reason, by its code."""
    return {
        file.name.removesuffix(".toml"): tomllib.loads(file.read_text(encoding="utf-8"))
        for file in sorted((_HERE / "reasons").iterdir(), key=lambda file: file.name)
        if file.name.endswith(".toml")
    }


def person_numbers() -> tuple[str, ...]:
    """The official test numbers that the region's persons have, twelve digits each."""
    text = (_HERE / "persons.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))
