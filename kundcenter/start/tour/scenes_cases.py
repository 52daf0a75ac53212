"""Cases: a complaint is taken in during the call, and worked on until it is answered."""

from __future__ import annotations

from datetime import time

from kundcenter.start.tour import ground
from kundcenter.start.tour.ground import DemoGround
from kundcenter.start.tour.moves import (
    by_hand,
    change_operator,
    leave_desk,
    sign_in_again,
    working_day,
)
from kundcenter.start.tour.player import Player
from kundcenter.start.tour.stage import Stage

MORNING = time(9, 20)
WORDS = "Jag ringde fem gånger i går och blev bortkopplad varje gång."
SUMMARY = "Upplever att samtalen har brutits vid fem försök."
WANTED = "Att någon ringer upp och förklarar."
QUESTION = "Vilken mottagning ringde du till?"
ANSWER = "Telefonlinjen var trasig. Den är lagad, och vi har ringt upp."
LIST = "Klagomål"


def play(player: Player, stage: Stage) -> None:
    demo = ground.demo(stage.folder / "cases")
    with stage.opened(player, demo.folder, demo.source, now=working_day(MORNING)):
        sign_in_again(player)
        take_in(player, demo)
        change_operator(player, "arenden", "Ärenden")
        lists(player)
        work(player)
        lead(player)


def take_in(player: Player, demo: DemoGround) -> None:
    """What was said stands apart from what one makes of it; the clocks run while one writes."""
    person = demo.cases["tva_nummer"]
    by_hand(player, person.person_id.value, person.name, "Tolk: Arabiska")
    with player.journey("Ta emot ett klagomål"):
        player.press("Ctrl+Shift+Ä")
        player.see("Med egna ord", "Klockor", "Vem ska ha det?")
        player.write(WORDS)
        player.press("Tab")
        player.write(SUMMARY)
        player.press("Tab")
        player.write(WANTED)
        player.shoot("klagomal", "Egna ord och sammanfattning var för sig; datumen räknas medan.")
        player.press("Ctrl+Return")
        player.see("Ärendet är registrerat")
    player.shoot("klagomal-taget", "Numret att säga, och vad den som ringer kan vänta sig.")
    player.press("Return")
    player.see_no_more("Ärendet är registrerat")


def lists(player: Player) -> None:
    """What is due first, coloured and shaped; nobody is named."""
    player.press("Ctrl+Ä")
    player.see(LIST, "Ta hand om")
    player.settle()
    player.shoot("arenden", "Det som brådskar överst: form, färg och ord. Ingen nämns.")
    player.press("Ctrl+J")
    player.settle()
    player.shoot("e-tjanster", "E-tjänsternas ärenden i samma inkorg, med samma klockor.")
    player.press("Ctrl+Shift+J")
    player.settle()


def work(player: Player) -> None:
    """The first of the list: taken, asked about, answered."""
    player.press("Ctrl+Home")
    with player.journey("Ta hand om, fråga och besvara ett ärende"):
        player.press("Return")
        player.see("Vad som har sagts", "Klockor")
        player.settle()
        player.shoot("arende", "Ärendet: vad som sagts, vad som gjorts, och vad som är kvar.")
        player.press("Ctrl+M")
        player.see("Vänta på svaret")
        player.write(QUESTION)
        player.shoot("motfraga", "En motfråga: klockan väntar, eller ett nytt datum ges.")
        player.press("Ctrl+Return")
        player.see("Väntar på den som hörde av sig")
        player.press("Ctrl+R")
        player.see("Vad svaret var")
        player.write("Vårdcentralen, i går förmiddag.")
        player.press("Ctrl+Return")
        player.see_no_more("Vad svaret var")
        player.press("Ctrl+Shift+A")
        player.see("Vad som hände, och vad som görs åt det.")
        player.write(ANSWER)
        player.press("Ctrl+Return")
        player.see_no_more("Vad som hände, och vad som görs åt det.")
    player.settle()
    player.shoot("besvarat", "Besvarat: varje steg står kvar, med vem och när.")
    player.press("Ctrl+P")
    player.see("Vilket brev?")
    player.settle()
    player.shoot("brev", "Breven läses först; utskriften noteras i ärendet.")
    player.press("Esc")
    player.see_no_more("Vilket brev?")
    player.press("Ctrl+H")
    player.settle()
    player.shoot("arende-historik", "Varje fälts historik: vem som skrev vad, och när.")
    player.press("Esc")
    player.settle()
    player.press("Esc")
    player.see_no_more("Vad som har sagts")


def lead(player: Player) -> None:
    """The year, and how long things may take."""
    player.press("Ctrl+T")
    player.see("Årets tal")
    player.settle()
    player.shoot("arets-tal", "Årets tal, så som patientnämnden frågar efter dem.")
    player.press("Esc")
    player.see_no_more("Det som patientnämnden frågar efter")
    player.press("Ctrl+B")
    player.settle()
    player.shoot("arende-villkor", "Kategorier och tider är regionens egna, och har utgåvor.")
    player.press("Esc")
    player.settle()
    leave_desk(player)
