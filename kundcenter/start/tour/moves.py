"""What the operator of the scenes does again and again: answer, write a note, close the call."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time

from PySide6.QtWidgets import QApplication

from kundcenter.domain.calendar import add_weekdays, at_clock, is_weekday, local
from kundcenter.start.demo_region import PASSWORD
from kundcenter.start.tour.eyes import sees
from kundcenter.start.tour.player import Player
from kundcenter.start.tour.stage import Switchboard
from ui.in_hand import DEAD_TIME_MS

DOOR, PROMISES = "Användarnamn", "Dina löften innan du loggar ut"
MOST_STOPS = 40  # of Tab in one dialog


@dataclass(frozen=True, slots=True)
class Lines:
    """What is written in a note.  `urgency` is a number key, `outcome` and `unit` parts of words;
    `told_by` is a relation and a name, when it is not the patient; `back` ticks the first reason to
    ring again.
    """

    reason: str
    history: str
    assessment: str
    urgency: str
    outcome: str
    advice: str
    unit: str = ""
    told_by: tuple[str, str] | None = None
    back: bool = False


def answer(player: Player, switchboard: Switchboard, number: str | None, keyed: str = "") -> None:
    """Somebody calls and is answered by the chord."""
    switchboard.ring(number, keyed_id=keyed or None)
    player.see("Ringer")
    player.let_pass(DEAD_TIME_MS)
    player.press("Ctrl+Shift+S")
    player.see("I samtal")


def by_hand(player: Player, identity: str, *seen: str) -> None:
    """A call that is registered by hand, about the person with the number."""
    player.press("Ctrl+N")
    player.see("Vem gäller det?")
    player.write(identity)
    player.press("Return")
    player.see(*seen)


def write_note(player: Player, lines: Lines) -> None:
    """From contact reason to advice, field by field, by their keys."""
    player.press("F3")
    player.write(lines.reason)
    player.press("Return")
    if lines.told_by:
        player.press("Tab", "Ctrl+A")
        player.write(lines.told_by[0])
        player.press("Return", "Tab")
        player.write(lines.told_by[1])
    player.press("F4")
    player.write(lines.history)
    player.press("F7")
    player.write(lines.assessment)
    player.press("F8")
    player.write(lines.urgency)
    player.press("F9")
    player.write(lines.outcome)
    player.press("Return")
    if lines.unit:
        player.press("Tab")
        player.write(lines.unit)
        player.press("Return")
    player.press("F10")
    player.write(lines.advice)
    if lines.back:
        player.press("Shift+F10", "J")


def sign(player: Player) -> None:
    player.press("Ctrl+Return")
    player.see("Signerad")


def hang_up(player: Player) -> None:
    """The talk is over, and the next one may come at once."""
    player.press("Ctrl+Shift+L")
    player.see("Efterarbete")
    player.press("Shift+F5")


def close_unwritten(player: Player) -> None:
    """Close a call without a note: the letter of the outcome is enough."""
    player.press("Ctrl+D")
    player.see("Samtalet ledde till", "Enbart information")
    player.write("o")
    player.see("Inget samtal pågår")


def leave_desk(player: Player) -> None:
    """Leave the desk; promises that are due are left to those who are there."""
    player.press("Ctrl+Q")
    player.until(lambda: sees(DOOR) or sees(PROMISES), f"“{DOOR}” or “{PROMISES}”")
    if sees(PROMISES):
        player.press("Return")
    player.see(DOOR)


def change_operator(player: Player, user: str, *seen: str) -> None:
    """One goes and another comes, to the same desk."""
    leave_desk(player)
    fill(player, user, PASSWORD)
    player.press("Return")
    player.see(*seen)


def fill(player: Player, *texts: str) -> None:
    """Write in one field after the other."""
    for place, text in enumerate(texts):
        if place:
            player.press("Tab")
        player.write(text)


def to_field(player: Player, name: str) -> None:
    """By Tab to what has the name, wherever one stands in the dialog."""
    for _ in range(MOST_STOPS):
        if _focused() == name:
            return
        player.press("Tab")
    player.until(lambda: _focused() == name, f"the focus on “{name}”")


def _focused() -> str:
    found = QApplication.focusWidget()
    return found.accessibleName() if found is not None else ""


def working_day(clock: time) -> Callable[[], datetime]:
    """A clock that goes on from this hour of the first working day that the region is made for."""
    begun = datetime.now(UTC)
    today = local(begun).date()
    day = today if is_weekday(today) else add_weekdays(today, 1)
    ahead = at_clock(day, clock) - begun
    return lambda: datetime.now(UTC) + ahead


def sign_in_again(player: Player) -> None:
    """The door once more, in another run of the program."""
    player.see("Användarnamn")
    fill(player, "ssk", PASSWORD)
    player.press("Return")
    player.see("Inget samtal pågår", "Ledig")
