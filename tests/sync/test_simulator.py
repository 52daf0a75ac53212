"""The seeded simulator: whatever goes wrong, all agree in the end and nothing is lost."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.ground import fill_local
from tests.postgres import PostgresServer
from tests.sync.simulator.acts import Acts
from tests.sync.simulator.hall import Hall, a_hall
from tests.sync.simulator.poison import KINDS
from tests.sync.simulator.run import simulate
from tests.sync.simulator.world import COPIES, FAULTS

SEEDS = int(os.environ.get("KUNDCENTER_SEEDS", "300"))
ONE = os.environ.get("KUNDCENTER_SEED")
CHUNK = 10
OFTEN = 100  # in so many seeds everything that there is to do is done at least once


@pytest.fixture(scope="module")
def hall(
    postgres_server: PostgresServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Hall]:
    folder = tmp_path_factory.mktemp("simulator")
    fill_local(folder / "empty")
    with a_hall(postgres_server, folder / "empty", folder) as found:
        yield found


@pytest.fixture(scope="module")
def meeting_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where all workers of this run note what has been done."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "simulated"
    folder.mkdir(exist_ok=True)
    return folder


def chunks() -> list[tuple[int, ...]]:
    if ONE is not None:
        return [(int(ONE),)]
    every = range(1, SEEDS + 1)
    return [tuple(every[at : at + CHUNK]) for at in range(0, SEEDS, CHUNK)]


def too_seldom(done: Counter[str], times: int) -> dict[str, int]:
    """What was done less often."""
    wanted = [f"act {name}" for name in Acts(Random(0)).names]
    wanted += [f"fault {name}" for name in (*FAULTS, *COPIES)]
    wanted += [f"poison {name}" for name in KINDS]
    return {name: done[name] for name in wanted if done[name] < times}


@pytest.mark.parametrize("seeds", chunks(), ids=lambda seeds: f"{seeds[0]}-{seeds[-1]}")
def test_whatever_goes_wrong_all_agree_in_the_end(
    hall: Hall, seeds: tuple[int, ...], meeting_place: Path
) -> None:
    broken, done = {}, Counter[str]()
    for seed in seeds:
        found = simulate(hall, seed, done=done)
        if found:
            broken[seed] = found
    assert not broken, "\n\n".join(
        f"seed {seed} (run it again with KUNDCENTER_SEED={seed}):\n{text}"
        for seed, text in broken.items()
    )
    noted = meeting_place / f"{seeds[0]}.json"
    noted.with_suffix(".new").write_text(json.dumps(done))
    noted.with_suffix(".new").replace(noted)
    every = [json.loads(each.read_text()) for each in meeting_place.glob("*.json")]
    if ONE is None and len(every) == len(chunks()):  # whoever is last sees all that was done
        total = sum(map(Counter[str], every), Counter[str]())
        assert too_seldom(total, SEEDS // OFTEN) == {}


def test_what_is_not_simulated_any_more_is_seen() -> None:
    every = Counter(dict.fromkeys(too_seldom(Counter(), 1), 5))
    assert too_seldom(every, 5) == {}
    every["act sign"] = 4
    assert too_seldom(every, 5) == {"act sign": 4}
