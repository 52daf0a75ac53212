"""One call after another at the window: answered, looked up, written, signed, closed, by keys."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import cycle
from time import perf_counter

from PySide6.QtWidgets import QApplication

import resources.demo
from kundcenter.domain.lines import Answered, EndReason, HungUp
from tests.benchmarks.frame import Times
from tests.benchmarks.seat import Seat, painted, until
from ui.panels.advice import AdvicePart
from ui.panels.card import CallCard
from ui.panels.log import LogPage
from ui.panels.strip import LineState

HISTORY = "Hosta och feber sedan tre dagar, som högst 38,6. Andas obehindrat, dricker bra. "
NUMBER = "+46701740605"


def _persons() -> Iterator[str]:
    return cycle(resources.demo.person_numbers())


@dataclass(slots=True)
class Working:
    """An operator at work, who writes `text` about each patient; `times` are her waits."""

    seat: Seat
    text: str = HISTORY
    times: dict[str, Times] = field(default_factory=lambda: defaultdict(Times))
    _persons: Iterator[str] = field(default_factory=_persons)

    def one_call(self) -> None:
        """From the ring to the closed card."""
        line_call = self.ring()
        self.answer(line_call)
        self.look_up()
        self.write()
        self.save()
        self.sign()
        self.hang_up(line_call)
        self.close()

    def ring(self) -> str:
        strip = self.seat.program.window.strip
        line_call = ""

        def rings() -> None:
            nonlocal line_call
            line_call = self.seat.ring(NUMBER)
            until(lambda: strip.view.state is LineState.RINGING, "the ring on the strip")
            painted(strip)

        self.timed("ring → strip", rings)
        return line_call

    def answer(self, line_call: str) -> None:
        def answered() -> None:
            self.seat.program.tasks.tell(Answered(line_call))
            self.seat.until_card(line_call)

        self.timed("answered → card painted", answered)
        self.seat.settle()

    def look_up(self) -> None:
        """Write a number and wait for the patient with the history."""
        who = self.card.who
        who.take_focus()
        self.letters("search", next(self._persons))

        def found() -> None:
            self.seat.press("Return")
            until(lambda: who.person is not None and who.person_view.isVisible(), "the patient")
            painted(who.person_view)

        self.timed("number → patient with history", found)

    def write(self) -> None:
        form = self.card.form
        self.seat.press("F3")
        self.letters("list", _reason(form.reason.box.itemText(2)))
        self.seat.press("Return")
        self.seat.press("F4")
        self.letters("note", self.text)

    def save(self) -> None:
        card = self.card

        def saved() -> None:
            self.seat.press("Ctrl+S")
            until(lambda: not card.unsaved, "the saved note")

        self.timed("Ctrl+S → saved", saved)
        self.seat.settle()

    def sign(self) -> None:
        card = self.card
        form = card.form
        form.assessment.set_text("Vaken, dricker, inga varningstecken.")
        form.advice.set_text("Vila och vätska.")
        form.call_back_if.set_text("Febern inte ger sig på tre dygn.")
        form.urgency.choose("U6")
        form.outcome.choose("EGENVARD")
        view = card.view
        assert isinstance(view, AdvicePart)

        def signed() -> None:
            self.seat.press("Ctrl+Return")
            until(lambda: view.state.written and view.state.written.signed, "the signed note")

        self.timed("Ctrl+Return → saved and signed", signed)
        self.seat.settle()

    def hang_up(self, line_call: str) -> None:
        self.seat.program.tasks.tell(HungUp(line_call, EndReason.CALLER))
        strip = self.seat.program.window.strip
        until(lambda: strip.view.state is LineState.WRAP_UP, "the wrap-up")
        until(lambda: not self.card.call.on_line, "the card that knows")

    def close(self) -> None:
        card = self.card

        def closed() -> None:
            self.seat.press("Ctrl+D")
            until(lambda: self.seat.card is not card, "the closed card")

        self.timed("Ctrl+D → closed", closed)
        self.seat.settle()

    def look_at_log(self) -> None:
        """The call log and back."""
        log = self.seat.workstation.pages["log"]
        assert isinstance(log, LogPage)

        def shown() -> None:
            self.seat.press("Ctrl+2")
            until(lambda: log.isVisible() and log.model.rowCount() > 0, "the log")
            self.seat.settle()
            painted(log.table)

        self.timed("Ctrl+2 → call log", shown)
        self.seat.press("Ctrl+1")

    def switch_cards(self) -> None:
        def switched() -> None:
            before = self.seat.card
            self.seat.press("Ctrl+Tab")
            until(lambda: self.seat.card is not before, "the other card")
            painted(self.card)

        self.timed("Ctrl+Tab → other card", switched)

    @property
    def card(self) -> CallCard:
        """The card in sight."""
        card = self.seat.card
        assert card is not None
        return card

    def letters(self, where: str, text: str) -> None:
        """Each letter, timed until the field that has the focus is painted again."""
        for letter in text:

            def shown(letter: str = letter) -> None:
                focus = QApplication.focusWidget()
                self.seat.write(letter)
                if focus is not None:
                    painted(focus)

            self.timed(f"key → painted ({where})", shown)

    def timed(self, name: str, act: Callable[[], None]) -> None:
        start = perf_counter()
        act()
        self.times[name].clock.append((perf_counter() - start) * 1000)


def _reason(text: str) -> str:
    """Enough of a contact reason's name to find it."""
    return text[:5]
