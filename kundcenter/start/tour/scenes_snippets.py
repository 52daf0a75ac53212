"""Snippets: a code becomes a text with holes; the page of them; a file that is only tried."""

from __future__ import annotations

from kundcenter.start.tour.ground import DemoGround
from kundcenter.start.tour.moves import Lines, by_hand, sign, write_note
from kundcenter.start.tour.player import Player
from kundcenter.start.tour.scenes_law import dissent
from kundcenter.start.tour.stage import Stage

FILE = """kod;rubrik;text;nivå
vila;Vila;Vila och drick ofta. Hör av dig inom [[1 dygn|2 dygn]].;egen
sova;Sömn;Sov med huvudändan höjd.;egen
trasig;Trasig;Drick [[;egen
"""
SOUND = FILE.replace("trasig;Trasig;Drick [[;egen\n", "")

PLAIN = Lines(
    "hosta",
    "Hostat i tre dagar.",
    "Virusutlöst hosta, opåverkad.",
    "7",
    "egenv",
    "Receptfri hostmedicin hjälper sällan.",
    back=True,
)


def play(player: Player, stage: Stage, demo: DemoGround) -> None:
    holes(player, stage, demo)
    page(player)


def holes(player: Player, stage: Stage, demo: DemoGround) -> None:
    """The code and Tab; digits choose, Tab goes on; a hole that must be filled blocks signing."""
    person = demo.cases["tva_nummer"]
    by_hand(player, person.person_id.value, person.name, "Tolk: Arabiska")
    write_note(player, PLAIN)
    with player.journey("Fras med luckor"):
        player.press("F4", "Ctrl+End")
        player.write(" ;feb")
        player.see("Feber, anamnes")
        player.shoot("fras-kod", "Kortkoden visar sina fraser medan den skrivs.")
        player.press("Tab")
        player.see("Feber")
        player.shoot(
            "fras-luckor", "Frasen har luckor: den första fylls i nu, valen tas på siffran."
        )
        player.press("Tab", "Tab", "Esc")
        player.press("Ctrl+Return")
        player.see("Fyll i luckan innan du signerar.")
        player.shoot("fras-kravs", "En lucka som måste fyllas i spärrar signeringen.")
        player.write("38,4")
        player.press("Tab")
        player.write("1")
    player.shoot("fras-ifylld", "Luckan är ifylld; det som inte används försvinner.")
    sign(player)
    dissent(player, stage)
    player.press("Ctrl+D")
    player.see("Inget samtal pågår")


def page(player: Player) -> None:
    """Own, the unit's and the region's; a file tells what it would do before it does it."""
    player.press("Ctrl+4")
    player.see("Feber, anamnes", "Granskas senast")
    player.shoot("fraser", "Egna fraser, enhetens och regionens, med ägare och granskningsdatum.")
    import_file(player, FILE, "Inget läses in", "fras-fel", "Filen provas: en rad är trasig.")
    import_file(player, SOUND, "2 nya fraser", "fras-prov", "Filen är hel. Inget är inläst än.")
    player.press("Ctrl+1")


def import_file(player: Player, text: str, told: str, name: str, sentence: str) -> None:
    file = player.out / "fraser.csv"
    file.write_text(text, encoding="utf-8")
    player.press("Ctrl+Shift+O")
    player.see("Ingen fil är vald.")
    player.press("Tab", "Space")
    player.see("Filnamn")
    player.write(str(file))
    player.press("Return")
    player.see(told)
    player.shoot(name, sentence)
    player.press("Esc")
    player.see_no_more(told)
    file.unlink()
