"""Each import contract is seen to fail: a violation is planted, and the contract says so."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
CONTRACTS: dict[str, dict[str, Any]] = {
    contract["name"]: contract
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
        "importlinter"
    ]["contracts"]
}
# What to plant, by contract: files and what they import.  Of a forbidden contract all forbidden
# modules are imported, and each of them must be reported.
PLANTS: dict[str, dict[str, tuple[str, ...]]] = {
    "The house has floors": {"kundcenter/domain/planted.py": ("kundcenter.services",)},
    "Every module of the core has its floor": {"kundcenter/planted.py": ()},
    "The screen talks to services, never to the store, the ports or the outside": {
        "ui/planted.py": ()
    },
    "Only ui and start know Qt": {"db/planted.py": ()},
    "Only db knows the databases": {"kundcenter/start/planted.py": ()},
    "Only adapters know the keyring, paper and the network": {"db/planted.py": ()},
    "Only adapters work on secrets, and db for its mirror": {"db/planted.py": ()},
    "Values, rules and verbs do no input or output": {"kundcenter/domain/planted.py": ()},
    "Services do not call each other": {
        "kundcenter/services/planted.py": ("kundcenter.services.calls",)
    },
    "Row classes stay in db": {"kundcenter/start/planted.py": ("db.tables",)},
    "No cycles": {"ui/planted.py": ("ui.planted_too",), "ui/planted_too.py": ("ui.planted",)},
}


def verdicts(tree: Path) -> str:
    """What lint-imports says about the packages in `tree`."""
    said = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-logo", "--cache-dir", "cache"],
        cwd=tree,
        env=os.environ | {"PYTHONPATH": str(tree), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    return said.stdout + said.stderr


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the four packages with their contracts."""
    copy = tmp_path_factory.mktemp("contracts")
    for package in ("kundcenter", "db", "ui", "resources"):
        for source in (ROOT / package).rglob("*.py"):
            target = copy / source.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)
    shutil.copy(ROOT / "pyproject.toml", copy)
    return copy


@pytest.fixture(scope="module")
def before(tree: Path) -> str:
    return verdicts(tree)


def test_every_contract_has_its_violation() -> None:
    assert PLANTS.keys() == CONTRACTS.keys()


@pytest.mark.parametrize("name", PLANTS)
def test_a_contract_is_broken_by_its_violation(name: str, tree: Path, before: str) -> None:
    assert f"{name} KEPT" in before
    forbidden = tuple(CONTRACTS[name].get("forbidden_modules", ()))
    for path, imports in PLANTS[name].items():
        lines = [f"import {module}" for module in imports + forbidden]
        (tree / path).write_text("\n".join(lines), encoding="utf-8")
    said = verdicts(tree)
    for path in PLANTS[name]:
        (tree / path).unlink()
    assert f"{name} BROKEN" in said
    for module in forbidden:
        assert f"import {module}:" in said
