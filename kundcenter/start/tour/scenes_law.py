"""What the law asks: blocks and their opening, a stated reason, a dissent, who has looked."""

from __future__ import annotations

from kundcenter.start.tour.ground import DemoGround
from kundcenter.start.tour.moves import by_hand, close_unwritten, sign
from kundcenter.start.tour.player import Player
from kundcenter.start.tour.stage import Stage

CLOSED_UNIT = "Vuxenpsykiatriska mottagningen, Jönköping (demo)"
BLOCKED = "Det finns spärrade uppgifter."
WHY = "Suicidrisk bedöms nu i samtalet"


def play(player: Player, stage: Stage, demo: DemoGround) -> None:
    blocked(player, stage, demo)
    stated(player)


def blocked(player: Player, stage: Stage, demo: DemoGround) -> None:
    """That something is blocked is shown; which unit it is at only in the second step."""
    person = demo.cases["sparrad"]
    by_hand(player, person.person_id.value, person.name, BLOCKED)
    player.shoot("sparrat", "Det sägs att spärrade uppgifter finns, men inte var eller vad.")
    player.press("Ctrl+Shift+F2")
    player.see("Spärrar är patientens vilja. Inget tas bort.", "Gäller")
    player.shoot("sparrar", "Patientens spärrar. De hävs men tas aldrig bort.")
    player.press("Esc")
    player.see_no_more("Spärrar är patientens vilja. Inget tas bort.")
    with player.journey("Nödöppna i två steg"):
        player.press("Ctrl+Shift+F3")
        player.see("Öppna spärrade uppgifter", "Grund")
        player.write("2")
        player.write(WHY)
        player.shoot("nodoppning", "Första steget: grund och skäl. Steget loggas.")
        player.press("Return")
        player.see(CLOSED_UNIT)
        player.press("Space")
        player.shoot("nodoppning-enheter", "Andra steget: bara de enheter som behövs nu.")
        player.press("Return")
        player.see_no_more(BLOCKED)
    with stage.as_large(1920, 1080):
        player.see("Försämring, ingen akut risk vid samtalet.")
        player.press("Ctrl+F")
        player.write("aptit")
        player.press("Return")
        player.see("Träffar: 1")
        player.shoot("nodoppnat", "Öppet i två timmar. Ord söks i den öppnade patientens journal.")
    close_unwritten(player)


def stated(player: Player) -> None:
    """A person whom no call in hand is about is opened on a reason that is stated, and logged."""
    player.press("Ctrl+3")
    player.see("Dina osignerade anteckningar", "Läkemedel")
    player.press("Down", "Return")
    player.see("Personen hör inte till ditt samtal")
    player.write("1Signerar min anteckning från samtalet")
    player.shoot("skal", "Utanför den egna uppgiften anges ett skäl, som loggas och granskas.")
    player.press("Return")
    player.see("Patient")
    sign(player)
    player.shoot("signerad-senare", "Den gamla anteckningen är läst igenom och signerad.")
    player.press("Ctrl+D")
    player.see("Inget samtal pågår")


def dissent(player: Player, stage: Stage) -> None:
    """The patient holds that something is wrong in the note that has just been signed."""
    player.press("Tab", "Space")
    player.see("Vad är fel eller missvisande?")
    player.write("Patienten menar att hostan varat i en vecka.")
    player.press("Tab")
    player.write("Amina Demozada")
    player.shoot("avvikande", "Patientens avvikande mening. Anteckningen själv ändras inte.")
    player.press("Return")
    with stage.as_large(1920, 1080):
        player.see("Patienten menar att hostan varat i en vecka.")
        player.shoot("avvikande-noterad", "Den avvikande meningen står bredvid anteckningen.")
