"""Switchboard and service desk: found by a few letters, passed on, noted, and asked about."""

from __future__ import annotations

from datetime import time

from kundcenter.start.tour import ground
from kundcenter.start.tour.ground import DemoGround
from kundcenter.start.tour.moves import (
    answer,
    change_operator,
    leave_desk,
    sign_in_again,
    working_day,
)
from kundcenter.start.tour.player import Player
from kundcenter.start.tour.stage import Stage, Switchboard
from ui.in_hand import DEAD_TIME_MS

FORENOON = time(10, 20)
CALLER, ANOTHER, THIRD = "0701740611", "0846500412", "0313900613"
BUSY, SILENT = "7", "9"  # how the simulated exchange takes the last digit
FOLLOWS_MS = 200  # until what lies beside has followed the cursor
BRIEF = "Gäller en leverans, har väntat sedan i går."
MESSAGE = "Ring upp om leveransen till matsalen. Går bra fram till klockan tre."


def play(player: Player, stage: Stage) -> None:
    demo = ground.demo(stage.folder / "switchboard")
    with stage.opened(player, demo.folder, demo.source, now=working_day(FORENOON)) as program:
        sign_in_again(player)
        change_operator(player, "vaxel", "Inget samtal pågår")
        switchboard = Switchboard(program)
        find(player)
        pass_on(player, switchboard, demo)
        ask_first(player, switchboard, demo)
        comes_back(player, switchboard, demo)
        aside(player)
        change_operator(player, "vaxelledare", "Inget samtal pågår")
        lead(player)
        change_operator(player, "service", "Inget samtal pågår")
        service(player)
        leave_desk(player)


def find(player: Player) -> None:
    """People, units, functions in one list, with what one needs to know before passing on."""
    player.press("Ctrl+Å")
    player.see("Växel")
    player.settle()
    player.shoot("vaxel", "Växeln: ett fält söker i alla kataloger på en gång.")
    player.write("vakt")
    player.let_pass(FOLLOWS_MS)
    player.shoot("vaxel-sok", "Några bokstäver räcker. Läge, frånvaro och öppettid står i raden.")
    player.press("Ctrl+F")


def pass_on(player: Player, switchboard: Switchboard, demo: DemoGround) -> None:
    """Ring, answer, name, Return."""
    name = free(demo)
    answer(player, switchboard, CALLER)
    player.press("Ctrl+Å")
    with player.journey("Koppla ett samtal vidare"):
        player.press("Ctrl+T")
        player.write(BRIEF)
        player.press("Return")
        player.write(name)
        player.see(name)
        player.let_pass(FOLLOWS_MS)
        player.shoot("koppla", "Hälsningen, den som söks och texten som följer med.")
        player.press("Return")
        player.see("Kopplat till")
    player.settle()
    player.shoot("kopplat", "Kopplat. Fältet är redo för nästa.")


def ask_first(player: Player, switchboard: Switchboard, demo: DemoGround) -> None:
    """The caller waits; two are talked with in turn, then all three."""
    name = free(demo, place=1)
    answer(player, switchboard, ANOTHER)
    player.press("Ctrl+Å")
    with player.journey("Fråga först, tala alla tre, och koppla ihop"):
        player.write(name)
        player.see(name)
        player.press("Ctrl+G")
        player.see("Du talar med")
        player.settle()
        player.shoot("presentation", "Inringaren väntar medan man frågar.")
        player.press("Alt+2")
        player.settle()
        player.shoot("tre-parter", "Alla tre hör varandra.")
        player.press("Alt+3")
        player.see("Kopplat till")


def comes_back(player: Player, switchboard: Switchboard, demo: DemoGround) -> None:
    """Whoever is engaged: the caller comes back, with all that was known."""
    name = ending(demo, BUSY)
    answer(player, switchboard, THIRD)
    player.press("Ctrl+Å")
    player.write(name)
    player.see(name)
    player.press("Return")
    player.settle()
    player.press("Return")
    player.see("Ringer")
    player.let_pass(DEAD_TIME_MS)
    player.shoot("ater", "Upptaget: samtalet kommer åter, med vem det gällde och varför.")
    player.press("Ctrl+Shift+S")
    player.see("I samtal")
    player.settle()
    player.press("Ctrl+Shift+Ö")
    player.see("Nytt meddelande")
    player.settle()
    player.write(MESSAGE)
    player.shoot("meddelande", "Ett meddelande till den som inte svarade.")
    player.press("Ctrl+Return")
    player.see("stämmer det?")
    player.settle()
    player.shoot("upplast", "Läses upp stort för den som ringer innan det sparas.")
    player.press("Return")
    player.see_no_more("stämmer det?")
    player.settle()
    player.press("Ctrl+Shift+L")
    player.see("Ledig")


def aside(player: Player) -> None:
    """What goes with it: absence, messages, who was asked about, missed calls."""
    player.press("Ctrl+Å", "Ctrl+F")
    player.write("sjuksköterska")
    player.let_pass(FOLLOWS_MS)
    player.shoot("vaxel-franvaro", "Vem som är borta, till när, och vem som ersätter.")
    player.press("Ctrl+R")
    player.settle()
    player.shoot("franvaro", "Frånvaro sätts härifrån, även i förväg.")
    player.press("Esc")
    player.settle()
    player.press("Ctrl+Shift+F7")
    player.settle()
    player.shoot("meddelanden", "Meddelanden och hur de har gått fram.")
    player.press("Esc")
    player.settle()
    player.press("Ctrl+Shift+Å")
    player.see("Någon frågar efter en person")
    player.settle()
    player.shoot("sekretess", "Ingen får veta om någon är patient. Svaret antecknas med skäl.")
    player.press("Esc")
    player.settle()
    player.press("Ctrl+2")
    player.settle()
    player.shoot("missade", "Samtalslistan, med de missade för sig.")


def lead(player: Player) -> None:
    """Who leads sets the mode, and writes the greetings."""
    player.press("Ctrl+F8")
    player.settle()
    player.shoot("lage", "Dag, natt eller nödläge, tills vidare eller till en tid.")
    player.press("Esc")
    player.settle()
    player.press("Ctrl+Shift+F8")
    player.settle()
    player.shoot("vaxelns-villkor", "Hälsningar, mallar, dagtid och regelkort, i utgåvor.")
    player.press("Esc")
    player.settle()


def service(player: Player) -> None:
    """Three keys say who handles it; a few letters find the card."""
    player.press("Ctrl+Ö")
    player.see("Servicedisk")
    player.settle()
    player.shoot("servicedisk", "Servicedisken: tre frågor, områden och kort.")
    with player.journey("Besvara en fråga med ett kort"):
        player.press("Ctrl+F")
        player.write("frikort")
        player.settle()
        player.shoot("kort", "Kortet, vem som äger det och när det granskades.")
        player.press("Ctrl+Return")
        player.settle()
    player.press("Ctrl+T")
    player.settle()
    player.shoot("obesvarad", "Det ingen kunde svara på går till redaktören.")
    player.press("Esc")
    player.settle()
    player.press("Ctrl+Shift+W")
    player.settle()
    player.shoot("obesvarade", "Redaktörens lista.")
    player.press("Esc")
    player.settle()
    player.press("Ctrl+Shift+T")
    player.settle()
    player.shoot("antal", "Antal per kort och period.")
    player.press("Esc")
    player.settle()
    player.press("Ctrl+F")
    player.write("frikort")
    player.settle()
    player.press("Ctrl+Shift+E")
    player.settle()
    player.shoot("kort-andra", "Kortet skrivs om, med versioner.")
    player.press("Esc")
    player.settle()


def free(demo: DemoGround, place: int = 0) -> str:
    """Somebody who lifts the telephone."""
    names = [n for ext, n in sorted(demo.contacts.items()) if ext[-1] not in {BUSY, SILENT}]
    return names[place]


def ending(demo: DemoGround, digit: str) -> str:
    """Somebody whose extension ends so."""
    return next(name for ext, name in sorted(demo.contacts.items()) if ext.endswith(digit))
