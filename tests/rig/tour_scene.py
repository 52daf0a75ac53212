"""The scene of the two desks on one centre: what the network takes away, and what it does not.

Both windows are in every picture.  The centre's service, its PostgreSQL and the network between
are real; the clock is the scene's own, so that the pictures are alike from run to run.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QCursor, QGuiApplication

from kundcenter.domain.access import Role
from kundcenter.domain.calendar import at_clock, local
from kundcenter.domain.link import Phase
from kundcenter.start.program import Program
from kundcenter.start.tour import eyes
from kundcenter.start.tour.moves import Lines, fill, sign, write_note
from kundcenter.start.tour.player import Missed, Player
from kundcenter.start.tour.stage import Stage
from tests.ground import MAN, PASSWORD, WOMAN
from tests.rig.at_clock import FileClock
from tests.rig.proxy import Fault, Proxy, proxy_before
from tests.rig.two_desks import Wishes, source, two_desks

WIDE, HIGH = 960, 1080  # pixels: half a screen each
QUIET_MS = 500
BACK_WITHIN = 90.0  # s: a desk that has tried in vain takes its time, so that not all come at once
NURSES = {"anna": "Anna Demolin", "bo": "Bo Demoberg"}
FEVER = Lines(
    "feb",
    "Feber sedan i går, 38,8 grader. Dricker bra.",
    "Trolig virusinfektion.",
    "7",
    "egenv",
    "Vila och dryck.",
    back=True,
)
RASH = Lines(
    "utslag",
    "Kliande utslag på armarna sedan i natt.",
    "Trolig nässelfeber.",
    "7",
    "egenv",
    "Svala omslag.",
    back=True,
)
PAIN = Lines(
    "rygg",
    "Ont i ryggen efter ett lyft.",
    "Trolig muskelsträckning.",
    "7",
    "egenv",
    "Rör på dig.",
    back=True,
)
ONE_ADDED = " Hosta sedan i morse."
OTHER_ADDED = " Äter penicillin sedan i onsdags."
BRIEF = "Mamman vill bli uppringd om svaret."


@dataclass(slots=True)
class Desks:
    """Two operators at two windows, the wires to the centre, and what time it is."""

    player: Player
    left: Program
    right: Program
    wires: Sequence[Proxy]  # of the left one, of the right one
    clock: FileClock

    def at(self, hour: int, minute: int) -> None:
        """From now on it is so late."""
        self.clock.be(moment(hour, minute))

    def sit(self, program: Program) -> None:
        """Whose keys are struck from now on."""
        self.player.hands.at = program.window
        program.window.activateWindow()

    def see(self, program: Program, *texts: str, within: float = 15.0) -> None:
        """Wait until each of the texts stands in the window, or in a dialog of it."""
        for text in texts:
            self.player.until(partial(eyes.sees, text, program.window), text, within)
        self.player.settle()

    def see_no_more(self, program: Program, text: str) -> None:
        """Wait until the text is gone from the window."""
        gone = f"no “{text}” any more"
        self.player.until(lambda: not eyes.sees(text, program.window), gone)
        self.player.settle()

    def joined(self, *programs: Program) -> None:
        """Wait until the centre has all that these desks have done, and they know it."""
        for program in programs:
            self.player.until(partial(_at_rest, program), "contact", BACK_WITHIN)
            self.see(program, "Uppkopplad")

    def cut(self, *programs: Program, at: tuple[int, int]) -> None:
        """The network between these desks and the centre is gone from this minute on."""
        self.joined(*programs)
        self.player.let_pass(QUIET_MS)  # what is on its way has come: then it was heard before
        self.at(*at)
        for program in programs:
            wire = self._wire(program)
            wire.be(Fault(refuse=True))
            wire.reset()
            self.see(program, "Frånkopplad sedan", within=BACK_WITHIN)

    def heal(self, *programs: Program) -> None:
        """It is back."""
        for program in programs:
            self._wire(program).heal()
        self.joined(*programs)

    def _wire(self, program: Program) -> Proxy:
        return self.wires[0 if program is self.left else 1]


def _at_rest(program: Program) -> bool:
    link = program.link
    assert link is not None
    link.nudge()  # an operator who waits does not have to wait for long
    state = link.state
    return state.phase is Phase.JOINED and not state.waiting.count


def moment(hour: int, minute: int) -> datetime:
    """So late today: a list then shows the clock alone."""
    return at_clock(local(datetime.now(UTC)).date(), time(hour, minute))


def play(player: Player, stage: Stage) -> None:
    with ExitStack() as stack:
        clock = FileClock(stage.folder / "clock")
        clock.be(moment(10, 30))
        wires: list[Proxy] = []

        def way(port: int) -> int:
            wires.append(stack.enter_context(proxy_before(port)))
            return wires[-1].port

        wishes = Wishes(NURSES, frozenset({Role.NURSE}), clock, way)
        left, right = stack.enter_context(two_desks(wishes))
        one, other = (
            stack.enter_context(_seated(player, stage, folder, clock, place))
            for place, folder in enumerate((left, right))
        )
        player.busy = lambda: not (one.tasks.idle and other.tasks.idle)
        desks = Desks(player, one, other, wires, clock)
        try:
            scenes(desks)
        except Missed:
            player.show_trouble()
            raise
        finally:
            player.busy, player.hands.at = lambda: False, None


@contextmanager
def _seated(
    player: Player, stage: Stage, folder: Path, clock: FileClock, place: int
) -> Iterator[Program]:
    program = Program(stage.app, folder, source=source(), now=clock)
    window = program.window
    # A screen in memory draws frames of its own, and pushes a window in until they are on it.
    inset = 8 if QGuiApplication.platformName() == "offscreen" else 0
    window.setGeometry(place * WIDE + inset, inset, WIDE, HIGH)
    QCursor.setPos(QPoint(2 * WIDE - 1, HIGH - 1))  # it points at nothing
    program.begin()
    try:
        yield program
    finally:
        player.hands.at = None
        window.close()
        program.close()
        window.deleteLater()
        program.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def scenes(desks: Desks) -> None:
    come_in(desks)
    one_store(desks)
    without_network(desks)
    claimed(desks)
    corrected_twice(desks)
    registered_twice(desks)


def come_in(desks: Desks) -> None:
    """Each signs in at the centre, at a desk of their own."""
    player = desks.player
    desks.at(10, 36)
    for program, name in ((desks.left, "anna"), (desks.right, "bo")):
        desks.sit(program)
        desks.see(program, "Användarnamn")
        player.settle()
        fill(player, name, PASSWORD)
        player.press("Return")
        desks.see(program, "Inget samtal pågår", NURSES[name])
    desks.joined(desks.left, desks.right)
    player.shoot("uppkopplade", "Två arbetsstationer på en central. Båda är uppkopplade.")


def one_store(desks: Desks) -> None:
    """What one does is on the other's screen."""
    player, left, right = desks.player, desks.left, desks.right
    player.press("Ctrl+2")
    desks.at(10, 38)
    desks.sit(left)
    register(desks, left, WOMAN, "Åsa", "Demoström")
    desks.see(right, "10:38")
    desks.joined(left, right)
    desks.see_no_more(left, "Äldre anteckningar hämtas")
    player.shoot("samma-samtal", "Samtalet till vänster finns genast i listan till höger.")


def without_network(desks: Desks) -> None:
    """The network goes, the work does not."""
    player, left, right = desks.player, desks.left, desks.right
    desks.cut(left, right, at=(10, 42))
    desks.sit(left)
    write_note(player, FEVER)
    sign(player)
    desks.see(left, "Centralen: ej skickad", "2 poster väntar")
    player.shoot("frankopplad", "Nätet är borta. Arbetet går vidare; foten säger vad som väntar.")
    player.press("Ctrl+0")
    desks.see(left, "Förbindelsen med centralen")
    player.shoot("forbindelsen", "En tangent säger mer: sedan när, hur mycket, och vad man gör.")
    player.press("Return")
    desks.see_no_more(left, "Förbindelsen med centralen")
    player.press("Ctrl+2")
    desks.see(left, "Ej skickad")
    player.shoot("ej-skickat", "Varje post som bara finns här är märkt med ord och form.")
    desks.at(10, 51)
    desks.heal(left, right)
    desks.see_no_more(left, "Ej skickad")
    player.shoot("ater", "Nätet är tillbaka. Allt är skickat, och märkena är borta.")


def claimed(desks: Desks) -> None:
    """A card is taken without contact, and was taken back meanwhile."""
    player, left, right = desks.player, desks.left, desks.right
    desks.cut(left, at=(10, 53))
    player.press("Ctrl+1", "Ctrl+Shift+O")
    desks.see(left, "Lämna över samtalet")
    player.write(NURSES["bo"])
    player.press("Return", "Tab")
    player.write(BRIEF)
    player.press("Tab", "Tab", "Space")
    desks.see(left, "Preliminär: centralen har inte svarat än.")
    desks.sit(right)
    player.press("Ctrl+1")
    player.shoot("preliminar", "Ett kort lämnas över utan kontakt: det är preliminärt.")
    desks.heal(left)
    desks.see(left, "Bekräftad: det gäller.")
    desks.see(right, BRIEF)
    player.shoot("bekraftad", "Centralen har svarat att det gäller, och kollegan ser kortet.")
    desks.see_no_more(left, "Bekräftad: det gäller.")
    desks.cut(right, at=(10, 55))
    player.press("Ctrl+Shift+T")
    desks.see(right, "Preliminär: centralen har inte svarat än.")
    desks.sit(left)
    player.press("Ctrl+Shift+R")
    desks.see_no_more(left, "Överlämnat: kortet väntar på att kollegan tar det.")
    desks.joined(left)
    desks.see_no_more(left, "Bekräftad: det gäller.")
    desks.see_no_more(right, "Ett samtal är överlämnat till dig.")
    player.shoot("samtidigt", "Kortet tas över utan kontakt, och tas tillbaka på samma gång.")
    desks.at(10, 57)
    desks.heal(right)
    desks.see(right, "Avvisad: kort togs över.")
    player.shoot("avvisad", "Kollegan hann ta tillbaka kortet. Det sägs, och vad man kan göra.")
    desks.sit(right)
    player.press("Ctrl+3")
    desks.see(right, "Återlämnat av centralen", "Kort togs över")
    player.shoot("aterlamnat", "Det avvisade är en uppgift. Den går inte att vifta bort.")
    player.press("Return")
    desks.see(right, "Du gjorde", "hos Anna Demolin", "Vad du kan göra")
    player.shoot("bada", "Vad man gjorde och vad som gäller, sida vid sida, och vägarna vidare.")
    player.write("Anna ringer själv upp mamman.")
    player.shoot("losa", "Uppgiften löses med ett ord om hur.")
    player.press("Return")
    desks.see(right, "Uppgiften är löst.")
    desks.joined(left, right)
    player.shoot("lost", "Uppgiften är löst, också hos centralen.")


def corrected_twice(desks: Desks) -> None:
    """The same note is corrected at both desks while one of them is alone."""
    player, left, right = desks.player, desks.left, desks.right
    desks.at(11, 2)
    player.press("Ctrl+Q")
    desks.see(right, "Användarnamn")
    fill(player, "anna", PASSWORD)
    player.press("Return")
    desks.see(right, NURSES["anna"], "Trolig virusinfektion.")
    desks.joined(left, right)
    desks.cut(left, at=(11, 4))
    desks.sit(left)
    correct(player, "Patienten ringde tillbaka.", ONE_ADDED)
    desks.at(11, 6)
    desks.sit(right)
    correct(player, "Hörde av vårdcentralen.", OTHER_ADDED)
    desks.joined(right)
    player.shoot("tva-rattelser", "Samma anteckning rättas på två håll, det ena utan kontakt.")
    desks.at(11, 9)
    desks.heal(left)
    desks.see(right, "Två ändringar av samma anteckning")
    desks.see(left, "Två ändringar av samma anteckning")
    player.shoot("tva-andringar", "Båda rättelserna finns kvar, och det sägs att de är två.")


def correct(player: Player, reason: str, more: str) -> None:
    """A new version of the signed note on the card."""
    player.press("Ctrl+R")
    player.see("Varför rättas anteckningen?")
    player.write(reason)
    player.press("Return")
    player.see("Rättas")
    player.press("Ctrl+End")
    player.write(more)
    player.press("Ctrl+Return")
    player.see(reason, more.strip())


def registered_twice(desks: Desks) -> None:
    """The same person is new at both desks at the same time."""
    player, left, right = desks.player, desks.left, desks.right
    desks.cut(left, right, at=(11, 15))
    for program, note in ((left, RASH), (right, PAIN)):
        desks.sit(program)
        register(desks, program, MAN, "Olle", "Demoqvist")
        write_note(player, note)
        sign(player)
    player.shoot("samma-person", "Samma person läggs upp vid båda skrivborden, utan kontakt.")
    desks.at(11, 21)
    desks.heal(left, right)
    desks.see_no_more(left, "ej skickad")
    desks.see_no_more(right, "ej skickad")
    player.press("Ctrl+N")
    desks.see(right, "Vem gäller det?")
    player.write(MAN)
    player.press("Return")
    desks.see(right, RASH.assessment, PAIN.assessment)
    end_talk(desks, right)
    desks.joined(left, right)
    desks.see_no_more(right, "ej skickad")
    player.shoot("en-person", "Det blev en person, och nästa samtal visar båda anteckningarna.")


def register(desks: Desks, program: Program, number: str, *names: str) -> None:
    """A call that is over, about somebody who is new."""
    player = desks.player
    player.press("Ctrl+N")
    desks.see(program, "Vem gäller det?")
    player.write(number)
    player.press("Return")
    desks.see(program, "Numret finns inte här. Stämmer det?")
    fill(player, *names)
    player.press("Return")
    desks.see(program, " ".join(names), "Tidigare anteckningar")
    end_talk(desks, program)


def end_talk(desks: Desks, program: Program) -> None:
    """So that no clock runs in the strip."""
    desks.player.press("Ctrl+Shift+L")
    desks.see(program, "Efterarbete")
    desks.player.press("Shift+F5")
    desks.see(program, "Ingen telefoni")
