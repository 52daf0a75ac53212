"""Whether a window can be shown here, and what is said and done when it cannot."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kundcenter.cli.words import say

if TYPE_CHECKING:
    from kundcenter.start.tour import Scenes

TOUR = Path("out", "tour")


def there() -> bool:
    """Whether this is a desktop, or somebody has chosen Qt's platform."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def play_instead() -> int:
    """Say so, and play the tour; returns its exit code."""
    sentence = say(
        "Datorn har ingen skärm, så rundturen spelas i stället; bilderna hamnar i {folder}.",
        "There is no display here, so the tour is played instead; its pictures go to {folder}.",
    )
    print(sentence.format(folder=TOUR), flush=True)
    return play_tour(TOUR)


def play_tour(folder: Path, *more: Scenes) -> int:
    """Play the tour, and `more` after it, and say where to look; returns its exit code."""
    from kundcenter.start.tour import play

    code = play(folder, *more)
    if code == 0:
        sentence = say("Rundturen är spelad. Öppna {page}.", "The tour is played. Open {page}.")
        print(sentence.format(page=folder / "index.html"))
    return code


def refuse() -> int:
    """Say that the workstation needs a screen; returns the exit code."""
    print(
        say(
            "Arbetsstationen behöver en skärm. Rundturen går utan: kundcenter demo --tour MAPP",
            "The workstation needs a display. The tour does without: kundcenter demo --tour FOLDER",
        ),
        file=sys.stderr,
    )
    return 3
