"""Whom a call is about: candidates, two children, the same trouble again, what to heed first."""

from __future__ import annotations

from kundcenter.start.tour.ground import DemoGround
from kundcenter.start.tour.moves import (
    Lines,
    answer,
    by_hand,
    close_unwritten,
    hang_up,
    sign,
    write_note,
)
from kundcenter.start.tour.player import Player
from kundcenter.start.tour.stage import Stage, Switchboard

PARENT = "0980319295"
AGAIN = "0980319296"

ELDER = Lines(
    "diarr",
    "Kräks fortfarande, dricker små klunkar.",
    "Fortsatt maginfektion, opåverkad.",
    "7",
    "egenv",
    "Små mängder vätska ofta.",
    told_by=("vårdnads", "Johan Demolund"),
)
YOUNGER = Lines(
    "öron",
    "Ont i örat, 38,5 grader.",
    "Misstänkt öroninflammation.",
    "5",
    "vårdcentral",
    "Ring vårdcentralen i morgon.",
    unit="rosenlunds",
)
WORSE = Lines(
    "buk",
    "Värken sitter nu till höger.",
    "Tilltagande buksmärta, bör undersökas i dag.",
    "2",
    "akutm",
    "Åk till akuten nu, ät inget.",
    unit="ryhov, akutk",
)


def play(player: Player, stage: Stage, switchboard: Switchboard, demo: DemoGround) -> None:
    two_children(player, switchboard)
    the_same_again(player, stage, switchboard, demo)
    what_to_heed(player, demo)


def two_children(player: Player, switchboard: Switchboard) -> None:
    """One call, two patients, two notes; one of them may not be signed yet."""
    answer(player, switchboard, PARENT)
    player.see("Tidigare samtal från numret", "Alma Demolund", "Elis Demolund")
    player.shoot("kandidater", "Innan någon har skrivit: vilka samtal från numret har gällt.")
    with player.journey("Två barn i ett samtal, två signerade anteckningar"):
        player.press("Tab", "Tab", "Tab", "Tab", "Tab", "Space")
        player.see("Alma Demolund", "Sämre")
        write_note(player, ELDER)
        player.press("Ctrl+Return")
        player.see("Fyll i fältet innan du signerar.")
        player.shoot("aterkom-saknas", "Råd om egenvård signeras inte utan ”återkom om”.")
        player.press("Shift+F10", "J")
        sign(player)
        player.press("Ctrl+Shift+N")
        player.see("Ny del i samtalet")
        player.shoot("ny-del", "Samtalet gäller ett barn till.")
        player.press("Return")
        player.see("Rådgivning 2", "Vem gäller det?")
        player.press("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Space")
        player.see("Elis Demolund")
        write_note(player, YOUNGER)
        player.shoot("tva-delar", "Två delar på ett kort, var och en med sin anteckning.")
        sign(player)
    player.shoot("tva-signerade", "Båda anteckningarna är signerade, var och en på sitt barn.")
    hang_up(player)
    player.press("Ctrl+D")
    player.see("Inget samtal pågår")


def the_same_again(
    player: Player, stage: Stage, switchboard: Switchboard, demo: DemoGround
) -> None:
    """The third call in three days: worse in one key, and the text writes itself."""
    again = demo.cases["upprepad"]
    answer(player, switchboard, AGAIN, again.person_id.value)
    player.see(again.name, "Buksmärta, 3 gånger på 72 timmar")
    player.shoot("upprepad", "Tredje gången på tre dagar. Det sägs före första tangenten.")
    with player.journey("Anteckning med frågor, förhandsvisad"):
        player.press("Alt+1", "Ctrl+Shift+V")
        write_note(player, WORSE)
        player.press("Shift+F4", "N", "N", "N", "J")
        player.see("Texten som den blir")
        with stage.as_large(1920, 1080):
            player.see("Buken är hård och öm.")
            player.shoot("forhandsvisad", "Texten skriver sig själv av det som kryssas och skrivs.")
        player.press("Ctrl+Shift+V")
        sign(player)
    player.shoot("hela-texten", "Den signerade texten är densamma som på skärmen och i utskriften.")
    player.press("Ctrl+Shift+L")
    player.see("Efterarbete")
    player.press("F5")
    player.shoot("mer-tid", "Efterarbetet räknas ned. En tangent ger mer tid.")
    player.press("Shift+F5")
    player.see("Redo för nästa samtal. Kortet är öppet tills du avslutar det.")
    player.shoot("redo", "Redo igen. Kortet är kvar tills det avslutas.")
    player.press("Ctrl+D")
    player.see("Inget samtal pågår")


def what_to_heed(player: Player, demo: DemoGround) -> None:
    """On top of the card: interpreter, hearing, threats, death; an identity that was another."""
    several = demo.cases["tva_nummer"]
    by_hand(player, "99JK90000001", several.name, "Tolk: Arabiska", "Även: 99JK90000001")
    player.shoot("flera-nummer", "Det gamla reservnumret hittar samma person. Tolken sägs överst.")
    close_unwritten(player)
    threat = demo.cases["hot"]
    by_hand(player, threat.person_id.value, threat.name, "Har hotat personal")
    player.press("Ctrl+F2")
    player.see("Vad ska ändras?")
    player.shoot("uppgifter", "Det som ska uppmärksammas står överst. Allt om personen ändras här.")
    player.press("Esc")
    player.see_no_more("Vad ska ändras?")
    close_unwritten(player)
    dead = demo.cases["avliden"]
    by_hand(player, dead.person_id.value, dead.name, "Avliden")
    player.shoot("avliden", "En avliden patient: det sägs, och samtalet kan ändå antecknas.")
    close_unwritten(player)
