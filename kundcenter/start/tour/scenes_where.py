"""Where to: a child with fever on a Saturday evening, a deviation, and the decision support."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta

from kundcenter.domain.calendar import at_clock, local
from kundcenter.start.tour import ground
from kundcenter.start.tour.moves import change_operator, leave_desk, sign, sign_in_again
from kundcenter.start.tour.player import Player
from kundcenter.start.tour.stage import Stage

CHILD = "240702-2389"  # an official test number that nobody in the demo region has
SATURDAY = 6
EVENING = time(21, 50)


def play(player: Player, stage: Stage) -> None:
    demo = ground.demo(stage.folder / "where")
    with stage.opened(player, demo.folder, demo.source, now=saturday_evening()):
        sign_in_again(player)
        child_with_fever(player)
        look_up(player)
        where_to(player)
        deviate(player)
        follow(player)
        count(player)


def saturday_evening() -> Callable[[], datetime]:
    """The closest unit is about to close."""
    return saturday(EVENING)


def saturday(clock: time) -> Callable[[], datetime]:
    """A clock that goes on from this hour of the next Saturday."""
    begun = datetime.now(UTC)
    today = local(begun).date()
    day = today + timedelta(days=(SATURDAY - today.isoweekday()) % 7 or 7)
    ahead = at_clock(day, clock) - begun
    return lambda: datetime.now(UTC) + ahead


def child_with_fever(player: Player) -> None:
    """A call by hand about a child who is new here."""
    player.press("Ctrl+N")
    player.see("Vem gäller det?")
    player.write(CHILD)
    player.press("Return")
    player.see("Numret finns inte här. Stämmer det?")
    player.write("Elsa")
    player.press("Tab")
    player.write("Demodotter")
    player.press("Return")
    player.see("Elsa Demodotter", "Inga tidigare anteckningar")
    player.press("F3")
    player.write("feb")
    player.press("Return", "Tab", "Ctrl+A")
    player.write("vårdnads")
    player.press("Return", "Tab")
    player.write("Anna Demodotter")


def look_up(player: Player) -> None:
    """The threats to life first; what is answered stands in the note at once."""
    with player.journey("Slå upp beslutsstöd och dokumentera"):
        player.press("Ctrl+T")
        player.see("Livshot – fråga först", "Demonstration")
        player.shoot("sla-upp", "Beslutsstödet vid anteckningen: livshot frågas först.")
        player.press("N", "N", "N")
        player.settle()
        player.shoot("sla-upp-svarat", "Svaren står i anteckningen, med ämne och version.")
        player.press("Esc")
        player.write("trampat på en spik")
        player.settle()
        player.shoot("sla-upp-sok", "Man söker med ord som den som ringer använder.")
    player.press("Esc")
    player.settle()


def where_to(player: Player) -> None:
    """The clinic closes before the child can be there, and the list says so."""
    player.press("F8")
    player.write("3")
    with player.journey("Vart? Från brådska till vald enhet"):
        player.press("Ctrl+E")
        player.see("Vart?", "Framme cirka")
        player.settle()
        player.shoot("vart", "Vart? Öppet eller stängt när patienten är framme, med skälen.")
        player.press("Shift+Tab")
        player.write("Jönköping")
        player.press("Return")
        player.see("I samma kommun som patienten")
        player.settle()
        player.shoot("vart-kommun", "Med kommunen blir avståndet ett skäl.")
        player.press("Return")
        player.settle()
    player.shoot("vart-vald", "Enter fyllde i hänvisning och enhet.")


def deviate(player: Player) -> None:
    """Something else than the first takes one key more, and is counted."""
    with player.journey("Avsteg från förslaget"):
        player.press("Ctrl+E")
        player.settle()
        player.write("2")
        player.see("Varför något annat än förslag 1?")
        player.shoot("avsteg", "Något annat än förslag 1: en siffra säger varför.")
        player.write("3")
        player.settle()
    player.shoot("avsteg-klart", "Avsteget är dokumenterat; den som vill skriver mer.")


def follow(player: Player) -> None:
    """The referral is made with the signature."""
    player.press("F7")
    player.write("Feber hos litet barn, bedöms i kväll.")
    player.press("F10")
    player.write("Åk in nu. Ring 112 om barnet blir svårt att väcka.")
    sign(player)
    player.settle()
    player.shoot(
        "vart-signerad", "Signerad: hänvisningen är lagd med sin plats och reglernas nummer."
    )
    player.press("Ctrl+D")
    player.see("Inget samtal pågår")


def count(player: Player) -> None:
    """Who leads sees how often one deviated, and no names."""
    change_operator(player, "ledare", "Inget samtal pågår")
    player.press("Ctrl+8")
    player.see("Avsteg den här månaden, hela regionen", "Annan vårdnivå")
    player.shoot("avsteg-manad", "Avstegen i hela regionen, räknade utan namn.")
    leave_desk(player)
