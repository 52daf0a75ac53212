"""Times: one waits for an earlier one, one is cancelled in the call, and it is filled at once."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from kundcenter.domain.bookings import Booking
from kundcenter.domain.calendar import local
from kundcenter.domain.people import Person
from kundcenter.start.tour import ground
from kundcenter.start.tour.ground import DemoGround
from kundcenter.start.tour.moves import by_hand, leave_desk, sign_in_again, working_day
from kundcenter.start.tour.player import Player
from kundcenter.start.tour.stage import Stage

EARLY = time(7, 10)
CALLERS = ("upprepad", "dubblett", "hot", "sparrad")  # one of them has a time ahead
WAITS = "tva_nummer"
NUMBER = "070-174 06 12"
NOTICE = timedelta(hours=2, minutes=30)
QUESTION = "Vilken mottagning gäller tiden, eller vilken dag är den?"


def play(player: Player, stage: Stage) -> None:
    demo = ground.demo(stage.folder / "times")
    now = working_day(EARLY)
    with stage.opened(player, demo.folder, demo.source, now=now):
        sign_in_again(player)
        caller, booking = timed(demo, now())
        wait(player, demo, booking)
        cancel(player, caller, booking)
        fill(player)
        lists(player, demo, booking)


def timed(demo: DemoGround, now: datetime) -> tuple[Person, Booking]:
    """Somebody with a time that may be cancelled and is far enough ahead to be filled."""
    for key in CALLERS:
        booking = demo.bookings.get(demo.cases[key].id)
        if booking is None or booking.starts_at is None or not booking.cancel_allowed:
            continue
        if booking.starts_at > now + NOTICE:
            return demo.cases[key], booking
    raise LookupError("nobody in the region has a time that the scene can be played with")


def wait(player: Player, demo: DemoGround, booking: Booking) -> None:
    """Somebody who could come at short notice is put on the unit's waiting list, from the card."""
    person = demo.cases[WAITS]
    by_hand(player, person.person_id.value, person.name, "Tolk: Arabiska")
    with player.journey("Sätta upp på väntelistan"):
        player.press("Ctrl+Shift+X")
        player.see("Sätt upp på väntelistan")
        player.write(demo.units[booking.unit_id])
        player.press("Return", "Tab")
        player.write(booking.time_type)
        player.press("Tab")
        player.write(NUMBER)
        player.press("Tab")
        player.write("2 tim")
        player.press("Return")
        player.settle()
        player.shoot("vantelista-ny", "Vad, var och hur kort varsel som går bra.")
        player.press("Ctrl+Return")
        player.see("Patienten står på väntelistan.")
    player.press("F6", "Esc")
    player.see_no_more("Patienten står på väntelistan.")


def cancel(player: Player, caller: Person, booking: Booking) -> None:
    """One control question first; then what the rules say, before anything is saved."""
    assert booking.starts_at is not None
    day = local(booking.starts_at).date()
    by_hand(player, caller.person_id.value, caller.name)
    with player.journey("Avboka i samtalet"):
        player.press("Ctrl+Shift+A")
        player.see(QUESTION)
        player.shoot("kontrollfraga", "En kontrollfråga: inget om tiden sägs före svaret.")
        player.write(f"{day.day}/{day.month}")
        player.press("Return")
        player.see("Svaret stämde.")
        player.shoot("patientens-tider", "Patientens tider, och vad som får göras med dem.")
        player.press("Return")
        player.see("Avboka tiden", "Vad vill patienten")
        player.settle()
        player.shoot("avboka", "I tid eller sen, vilken regel, och vad man säger.")
        player.press("1", "H", "Return")
        player.see("Tiden är avbokad.")
    player.settle()
    player.shoot("avbokad", "Avbokad. Mottagningen beslutar om avgift, aldrig operatören.")
    player.press("Esc")
    player.see_no_more("Svaret stämde.")


def fill(player: Player) -> None:
    """The time is on the list at once; whoever waits and is on turn is rung."""
    player.press("Ctrl+W")
    player.see("Återbud", "Retur tar tiden.")
    player.press("Ctrl+End")
    player.settle()
    player.shoot("aterbud", "Tider som blev lediga nyss, den som börjar först överst.")
    with player.journey("Återbudsminuten: fylla en tid"):
        player.press("Return")
        player.see("På tur nu", "Ring upp")
        player.settle()
        player.shoot("pa-tur", "Den som står på tur, och varför: det kan sägas till vem som helst.")
        player.press("Return")
        player.see("Erbjudandet gäller i", "Ring igen")
        player.settle()
        player.shoot("erbjuden", "Uppringd med en tangent. Ingen annan kan erbjuda tiden nu.")
        player.press("Alt+1")
        player.see("Tiden är bokad.")
    player.shoot("fylld", "Tackade ja: bokad, och nästa tid står på tur.")
    player.press("F6", "Esc")
    player.see_no_more("Tiden är bokad.")


def lists(player: Player, demo: DemoGround, booking: Booking) -> None:
    """What is free soon, what a unit has, and who waits there; nobody is named."""
    player.press("Ctrl+W", "Ctrl+J")
    player.see("Tider med kort varsel", "Sök bland tiderna")
    player.settle()
    player.shoot("kort-varsel", "Tider med kort varsel: det som börjar inom tre dygn.")
    player.press("Ctrl+J", "Ctrl+F")
    player.write(demo.units[booking.unit_id])
    player.press("Return")
    player.settle()
    player.shoot("lediga-tider", "Enhetens lediga tider. Enter bokar för patienten på kortet.")
    player.press("Ctrl+J", "Ctrl+F")
    player.write(demo.units[booking.unit_id])
    player.press("Return")
    player.settle()
    player.shoot("vantelista", "Väntelistan utan namn. Den som öppnas loggas.")
    leave_desk(player)
