"""The whole evening: which scenes are played, on which profiles, and what is left afterwards."""

from __future__ import annotations

import logging
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, Qt

from kundcenter.adapters.hardening import harden
from kundcenter.start.program import application
from kundcenter.start.tour import (
    Scenes,
    scenes_callbacks,
    scenes_cases,
    scenes_guidance,
    scenes_house,
    scenes_referrals,
    scenes_supervision,
    scenes_switchboard,
    scenes_times,
    scenes_units,
    scenes_where,
)
from kundcenter.start.tour.album import bind, key_table
from kundcenter.start.tour.hands import NobodyListens
from kundcenter.start.tour.player import Missed, Player
from kundcenter.start.tour.stage import Stage
from ui.widgets.focus import FocusRings

log = logging.getLogger(__name__)

# In the order in which they are played.
PROGRAMME: tuple[Scenes, ...] = (
    scenes_house.play,
    scenes_where.play,
    scenes_units.play,
    scenes_referrals.play,
    scenes_guidance.play,
    scenes_callbacks.play,
    scenes_times.play,
    scenes_cases.play,
    scenes_switchboard.play,
    scenes_supervision.play,
)


def play_all(out: Path, *more: Scenes, own_screen: bool) -> int:
    """Play every scene; the exit code.  The folder is made, and an earlier tour in it replaced."""
    out = out.resolve()
    _cleared(out)
    harden()
    QLocale.setDefault(QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden))
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    app = application()
    app.setQuitOnLastWindowClosed(False)
    app.setCursorFlashTime(0)  # a caret that is there in one picture and gone in the next
    rings = FocusRings(app)
    player = Player(out, photographing=own_screen)
    sys.excepthook = player.note_fault
    try:
        with tempfile.TemporaryDirectory(prefix="kundcenter-tour-") as folder:
            stage = Stage(app, Path(folder))
            for play in (*PROGRAMME, *more):
                play(player, stage)
    except (Missed, NobodyListens):
        log.exception("the tour stopped after %d pictures", len(player.shots))
        return 1
    finally:
        sys.excepthook = sys.__excepthook__
        bind(out, player.shots, player.journeys)
        sys.stdout.write(key_table(player.journeys))
        del rings
    return 0


def _cleared(out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    for kind in ("[0-9][0-9]*-*.png", "*.pdf", "*.xml", "index.html", "keys.json"):
        for left in out.glob(kind):
            left.unlink()
