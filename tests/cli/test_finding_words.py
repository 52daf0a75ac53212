"""Everything that `verify` and `audit` can find is told in words."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from db.faults import _SQLITE
from db.mirror.segments import Damage
from db.verify import Finding, Part
from kundcenter.cli.finding_words import describe, part_name
from kundcenter.domain.access_log import Fault

ROOT = Path(__file__).parents[2]


def written() -> set[str]:
    """The faults that stand in the source as words."""
    found = set()
    for path in sorted([*(ROOT / "kundcenter").rglob("*.py"), *(ROOT / "db").rglob("*.py")]):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Finding"
            if called and isinstance(node, ast.Call) and len(node.args) > 1:
                constants = (n for n in ast.walk(node.args[1]) if isinstance(n, ast.Constant))
                found |= {each.value for each in constants if isinstance(each.value, str)}
    return found - {"why"}  # the key of a fact


@pytest.mark.parametrize("part", Part)
def test_every_part_has_words_with_and_without_a_place(part: Part) -> None:
    for where in ("", "x"):
        assert "{" not in describe(Finding(part, "edited", where, 3))
    assert part_name(part) != part.value


def test_every_fault_has_words() -> None:
    passed_on = {why for _, _, why in _SQLITE} | {"empty", "references"}
    faults = written() | {*Fault} | {*Damage} | passed_on
    assert len(faults) > 20
    wordless = [each for each in faults if describe(Finding(Part.FILE, each)) == f"filen: {each}"]
    assert wordless == []
