"""Units: found with a typing error, an order across every desk, whom one rings at night."""

from __future__ import annotations

from kundcenter.start.demo_region import PASSWORD
from kundcenter.start.tour import ground
from kundcenter.start.tour.moves import fill, leave_desk
from kundcenter.start.tour.player import Player
from kundcenter.start.tour.scenes_where import saturday_evening
from kundcenter.start.tour.stage import Stage

CARD_FOLLOWS_MS = 200  # after the last letter


def play(player: Player, stage: Stage) -> None:
    demo = ground.demo(stage.folder / "units")
    with stage.opened(player, demo.folder, demo.source, now=saturday_evening()):
        player.see("Användarnamn")
        fill(player, "ledare", PASSWORD)
        player.press("Return")
        player.see("Inget samtal pågår")
        find(player)
        redirect(player)
        write(player)
        consult(player)


def find(player: Player) -> None:
    """Letters in the wrong order find the unit all the same; its card lies beside."""
    with player.journey("Hitta en enhet trots ett skrivfel"):
        player.press("Ctrl+7")
        player.see("Rosenlunds vårdcentral")
        player.write("rosenlnuds")
        player.let_pass(CARD_FOLLOWS_MS)
        player.see("Skicka inte hit")
    player.shoot("enheter", "Ett skrivfel gör inget: enheten med kortet bredvid.")
    player.press("Ctrl+A")
    player.write("närakut")
    player.let_pass(CARD_FOLLOWS_MS)
    player.see("Kan bokas från 1177")
    player.shoot("enhetskort", "Närakuterna, öppna eller inte just nu, och vem som skickas dit.")


def redirect(player: Player) -> None:
    """The order is in force at once; a banner tells every desk until it is over."""
    with player.journey("Omdirigera en enhet"):
        player.press("Ctrl+R")
        player.see("Skicka i stället")
        player.press("Tab")
        player.write("akutmottagningen ryhov")
        player.press("Tab", "Tab")
        player.write("Strömavbrott")
        player.press("Tab")
        player.write("23:30")
        player.shoot("omdirigera", "En order: vart i stället, varför och till när.")
        player.press("Return")
        player.see("Omdirigering gäller", "Häv omdirigering")
    player.let_pass(CARD_FOLLOWS_MS)
    player.shoot("omdirigerad", "Ordern står överst hos alla tills den är slut eller hävs.")
    player.press("Ctrl+R")
    player.see("Häva omdirigeringen?")
    player.press("Return")
    player.see_no_more("Omdirigering gäller")


def write(player: Player) -> None:
    """The editor, the roster, a file."""
    player.press("Return", "Return")
    player.see("Ändra enheten", "HSA-id")
    player.shoot("enhet-andra", "Kortet skrivs här; tiderna som man skriver dem för hand.")
    player.press("Esc")
    player.see_no_more("Ändra enheten")
    player.press("Ctrl+B")
    player.see("Jourlistan, de närmaste fjorton dagarna")
    player.shoot("jourlistan", "Jourlistan, fjorton dagar framåt.")
    player.press("Esc")
    player.see_no_more("Jourlistan, de närmaste fjorton dagarna")


def consult(player: Player) -> None:
    """From anywhere: who is on call in which order, other regions, languages."""
    with player.journey("Se vem som har jour nu"):
        player.press("Ctrl+O")
        player.see("Jour nu", "Ersättare")
    player.shoot("jour-nu", "Jour nu: vem som rings först, och ersättaren.")
    player.press("2")
    player.see("Region Stockholm")
    player.shoot("andra-regioner", "Andra regioner: hur de nås, och vem som svarar nu.")
    player.press("3")
    player.see("finska", "Telefontolk")
    player.shoot("sprak", "Språk som svarar nu, och vilka tolkar som finns.")
    player.press("Esc")
    player.see_no_more("Telefontolk")
    leave_desk(player)
