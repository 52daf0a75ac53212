"""The whole tour with the scene of the two desks: `make tour`.

The scene needs a PostgreSQL of its own; where there is none it is left out, and that is said.
"""

from __future__ import annotations

import sys
from pathlib import Path

from kundcenter.cli.display import play_tour
from kundcenter.cli.words import say
from tests.postgres_binaries import binaries


def main(arguments: list[str]) -> int:
    """Play it into the folder that is named; returns the exit code."""
    (out,) = arguments
    try:
        binaries()
    except FileNotFoundError:
        left_out = say(
            "Scenen med två arbetsstationer är utelämnad: datorn har ingen PostgreSQL 15.",
            "The scene of two workstations is left out: this machine has no PostgreSQL 15.",
        )
        sys.stderr.write(f"{left_out}\n")
        return play_tour(Path(out))
    from tests.rig.tour_scene import play

    return play_tour(Path(out), play)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
