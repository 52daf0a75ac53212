"""requirements.lock holds all that pyproject.toml asks for, each by version and hash."""

from __future__ import annotations

import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LOCKS = (ROOT / "requirements.lock", ROOT / "packaging" / "requirements-build.lock")


def entries(lock: Path) -> list[str]:
    """One entry for each locked release, continuation lines joined, comments left out."""
    lines = [line for line in lock.read_text().splitlines() if not line.strip().startswith("#")]
    return [entry for entry in "\n".join(lines).replace("\\\n", "").splitlines() if entry.strip()]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: str(lock.name))
def test_every_release_is_pinned_by_version_and_hash(lock: Path) -> None:
    loose = [e for e in entries(lock) if not re.search(r"==\S+ .*--hash=sha256:[0-9a-f]{64}", e)]
    assert loose == []


def test_what_the_project_asks_for_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = list(chain(project["dependencies"], *project["optional-dependencies"].values()))
    locked = [Requirement(entry.split("--hash")[0].strip()) for entry in entries(LOCKS[0])]
    versions: dict[str, list[str]] = {}
    for requirement in locked:
        version = str(requirement.specifier).removeprefix("==")
        versions.setdefault(canonicalize_name(requirement.name), []).append(version)
    unmet = [
        line
        for line in asked
        if not any(
            Requirement(line).specifier.contains(version)
            for version in versions.get(canonicalize_name(Requirement(line).name), [])
        )
    ]
    assert unmet == []
