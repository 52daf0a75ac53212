"""Which of the rig's tests run where.

Those that keep many processes at work for minutes are `make faults`: beside a whole test run on
two cores they would make every other test late, and be late themselves.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

LONG = {
    "test_bad_company",
    "test_damaged_files",
    "test_failpoints",
    "test_full_disk",
    "test_killed_centre",
    "test_killed_desks",
    "test_long",
    "test_network",
    "test_partitions",
    "test_skew",
    "test_put_back",
    "test_storm",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if os.environ.get("KUNDCENTER_FAULTS"):
        return
    for item in items:
        if item.path.parent == Path(__file__).parent and item.path.stem in LONG:
            item.add_marker(pytest.mark.skip(reason="make faults"))
