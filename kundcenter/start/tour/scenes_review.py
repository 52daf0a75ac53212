"""The reviewer of the access log: patterns, a random sample, a finding, a patient's report."""

from __future__ import annotations

from kundcenter.start.tour.ground import DemoGround
from kundcenter.start.tour.moves import change_operator
from kundcenter.start.tour.player import Player

REPORT = "atkomstrapport.pdf"


def play(player: Player, demo: DemoGround) -> None:
    change_operator(player, "logg", "Mönster", "Stickprov")
    patterns(player)
    sample(player)
    report(player, demo)


def patterns(player: Player) -> None:
    """What the log itself points out; a finding is kept."""
    player.see("Utpekad för")
    player.shoot("monster", "Mönster i loggen: återkommande, många, nekade, utanför uppgiften.")
    with player.journey("Bedöma en åtkomst"):
        player.press("Down", "Return")
        player.see("Bedöm åtkomsten")
        player.write("fråg")
        player.press("Return", "Tab")
        player.write("Operatören har tillfrågats, svar väntas.")
        player.shoot("bedom", "Åtkomsten bedöms. Bedömningen kan inte tas bort.")
        player.press("Tab", "Tab", "Space")
        player.see_no_more("Bedöm åtkomsten")
    player.shoot("bedomd", "Bedömningen står vid åtkomsten.")


def sample(player: Player) -> None:
    """A random sample of what everybody else has opened."""
    player.press("Shift+Tab", "Shift+Tab", "Right")
    player.see("Inga stickprov än")
    player.press("Ctrl+Shift+N")
    player.see("Alla stickprov")
    player.shoot("stickprov", "Ett slumpat stickprov. Granskarens egna åtkomster är aldrig med.")


def report(player: Player, demo: DemoGround) -> None:
    """Who has opened one person, and the patient's own report of it."""
    player.press("Shift+Tab", "Right")
    player.see("Rapport till patienten")
    player.press("Tab")
    player.write(demo.cases["upprepad"].person_id.value)
    player.press("Return")
    player.see("Ingrid Demogren")
    player.shoot("en-person", "Vem som öppnat en person, när och på vilken grund.")
    player.press("Ctrl+P")
    player.see("Enheter och tider, utan personalens namn.")
    player.press("Return")
    player.see("Spara som PDF")
    player.shoot("rapport", "Patientens rapport: enheter och tider.")
    player.press("Ctrl+S")
    player.see("Filnamn")
    player.press("Ctrl+A")
    player.write(str(player.out / REPORT))
    player.press("Return")
    player.keep(REPORT, "Rapporten till patienten som PDF.")
