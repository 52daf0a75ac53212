"""A program that is killed in the middle of a word, for the scene that finds the word again.

It runs as a process of its own: `python -m kundcenter.start.tour.crash FOLDER`.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from pathlib import Path

from kundcenter.start.demo_region import PASSWORD, published_source
from kundcenter.start.tour.moves import by_hand, fill
from kundcenter.start.tour.player import Player
from kundcenter.start.tour.stage import Stage

TEXT = "Ont i magen sedan i natt, kräkts två gånger. Kan inte"
KEPT_MS = 1_000  # by then what was written is on the disk


def work_until_killed(folder: Path, identity: str, name: str) -> None:
    """Sign in, open a card, write, and be killed.  Never returns."""
    from kundcenter.start.program import application

    app = application()
    with tempfile.TemporaryDirectory() as out:
        player = Player(Path(out))
        with Stage(app, Path(out)).opened(player, folder, published_source()):
            player.see("Användarnamn")
            fill(player, "ssk", PASSWORD)
            player.press("Return")
            by_hand(player, identity, name)
            player.press("F4")
            player.write(TEXT)
            player.let_pass(KEPT_MS)
            os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    work_until_killed(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
