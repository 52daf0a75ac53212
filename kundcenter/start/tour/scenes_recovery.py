"""After a crash: the card is open again, with every letter, marked as not saved."""

from __future__ import annotations

import signal
import subprocess
import sys

from kundcenter.start.demo_region import PASSWORD
from kundcenter.start.tour.crash import TEXT
from kundcenter.start.tour.ground import DemoGround
from kundcenter.start.tour.moves import close_unwritten, fill
from kundcenter.start.tour.player import Missed, Player
from kundcenter.start.tour.stage import Stage

KILLED = (sys.executable, "-m", "kundcenter.start.tour.crash")


def play(player: Player, stage: Stage, demo: DemoGround) -> None:
    """Another program is killed by the system; this one finds what it was writing."""
    person = demo.cases["dubblett"]
    argued = (*KILLED, str(demo.folder), person.person_id.value, person.name)
    killed = subprocess.run(argued, capture_output=True, timeout=60, check=False)  # noqa: S603
    if killed.returncode != -signal.SIGKILL:
        raise Missed("a program that is killed")
    with stage.opened(player, demo.folder, demo.source):
        player.see("Användarnamn")
        fill(player, "ssk", PASSWORD)
        player.press("Return")
        player.see(TEXT, "Återställd")
        player.shoot("aterstalld", "Programmet dog mitt i ett ord. Kortet är öppet igen, märkt.")
        player.write(" behålla vatten.")
        player.press("Ctrl+S")
        player.see("Sparad, osignerad")
        player.shoot("fortsatt", "Det går att skriva vidare där man var.")
        close_unwritten(player)
