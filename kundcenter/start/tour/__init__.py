"""The tour: real key events through the real window, a picture of every step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kundcenter.start.tour.player import Player
    from kundcenter.start.tour.stage import Stage

Scenes = Callable[["Player", "Stage"], None]


def play(out: Path, *more: Scenes) -> int:
    """Play the tour; pictures, printed pages and `keys.json` come into the folder `out`.

    `more` are scenes to be played after its own.

    Returns the exit code: 0, or 1 when a step did not show what it should.  It must be called
    before the process has a QApplication, and it is the only thing that process does.
    """
    # Qt is not loaded by a command line that only wants to know whether there is a tour.
    from kundcenter.start.tour.display import screen

    with screen() as own:
        from kundcenter.start.tour.programme import play_all

        return play_all(out, *more, own_screen=own)
