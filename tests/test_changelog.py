"""CHANGELOG.md is for operators: Swedish headings, newest first, nothing empty."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from pathlib import Path

CHANGELOG = (Path(__file__).parents[1] / "CHANGELOG.md").read_text(encoding="utf-8")
UNRELEASED = "## [Ej släppt]"
KINDS = ("Tillagt", "Ändrat", "Utfasat", "Borttaget", "Rättat", "Säkerhet")
RELEASE = re.compile(r"## \[(\d+)\.(\d+)\.(\d+)\] - (\d{4}-\d{2}-\d{2})")


def releases() -> list[str]:
    return [line for line in CHANGELOG.splitlines() if line.startswith("## ")]


def test_what_is_not_released_stands_first() -> None:
    assert releases()[0] == UNRELEASED


def test_releases_are_dated_and_the_newest_is_on_top() -> None:
    found = [RELEASE.fullmatch(line) for line in releases()[1:]]
    assert None not in found
    numbers = [tuple(map(int, match.groups()[:3])) for match in found if match]
    days = [date.fromisoformat(match[4]) for match in found if match]
    assert all(newer > older for newer, older in pairwise(numbers))
    assert all(newer >= older for newer, older in pairwise(days))


def test_changes_stand_under_the_known_headings_in_order() -> None:
    for release in re.split(r"^## ", CHANGELOG, flags=re.MULTILINE)[1:]:
        kinds = re.findall(r"^### (.+)$", release, flags=re.MULTILINE)
        assert kinds == [kind for kind in KINDS if kind in kinds]


def test_no_heading_is_empty() -> None:
    for section in re.split(r"^### ", CHANGELOG, flags=re.MULTILINE)[1:]:
        assert re.search(r"^- \S", section, flags=re.MULTILINE), section.splitlines()[0]
