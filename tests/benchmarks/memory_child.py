"""The child of `memory`: a whole shift, without its pauses; memory after every few calls."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from tests.benchmarks.seat import own, pss, seated, tell
from tests.benchmarks.working import Working

EVERY = 25  # calls between two looks at the memory


def main(folder: Path, calls: int) -> None:
    looks: list[tuple[int, float, float]] = []
    with seated(folder) as seat:
        seat.sign_in()
        working = Working(seat, "Hosta och feber.")
        for done in range(calls + 1):
            if done % EVERY == 0:
                gc.collect()
                looks.append((done, pss(), own()))
            working.one_call()
            if done % 10 == 0:
                working.look_at_log()
    tell(looks)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
