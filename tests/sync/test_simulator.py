"""The seeded simulator: whatever goes wrong, all agree in the end and nothing is lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.ground import fill_local
from tests.postgres import PostgresServer
from tests.sync.simulator.places import a_hall
from tests.sync.simulator.run import simulate

SEEDS = int(os.environ.get("KUNDCENTER_SEEDS", "60"))
ONE = os.environ.get("KUNDCENTER_SEED")
CHUNK = 10


def chunks() -> list[tuple[int, ...]]:
    if ONE is not None:
        return [(int(ONE),)]
    every = range(1, SEEDS + 1)
    return [tuple(every[at : at + CHUNK]) for at in range(0, SEEDS, CHUNK)]


@pytest.mark.parametrize("seeds", chunks(), ids=lambda seeds: f"{seeds[0]}-{seeds[-1]}")
def test_whatever_goes_wrong_all_agree_in_the_end(
    postgres_server: PostgresServer, seeds: tuple[int, ...], tmp_path: Path
) -> None:
    fill_local(tmp_path / "empty")
    broken = {}
    with a_hall(postgres_server, tmp_path / "empty", tmp_path) as hall:
        for seed in seeds:
            if found := simulate(hall, seed):
                broken[seed] = found
    assert not broken, "\n\n".join(
        f"seed {seed} (run it again with KUNDCENTER_SEED={seed}):\n{text}"
        for seed, text in broken.items()
    )
