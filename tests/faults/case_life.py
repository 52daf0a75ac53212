"""Somebody brought into one state of a case, who waits to be killed in it.

The state is told on the standard output when it is reached.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from threading import main_thread
from typing import TypeVar

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kundcenter.domain.case_codes import CaseField
from kundcenter.start.opening import OpeningTerms
from tests.ground import CHEAP, Clock, Ground
from tests.profiles import opened
from tests.ui.workstation.cased import page_of
from tests.ui.workstation.intake import form, open_form, taken
from tests.ui.workstation.open_case import facts_of
from tests.ui.workstation.seat import Seat
from ui.dialogs.case import CaseDialog
from ui.dialogs.case_acts import AnswerDialog
from ui.dialogs.case_ask import AskDialog
from ui.kept_form import KEEP_WITHIN_MS
from ui.theme.fonts import load_fonts
from ui.widgets.dialog import Dialog

D = TypeVar("D", bound=Dialog)
SAID, NAME = "De lyssnade inte på mig.", "Anna Exempel"
ANSWER = "Vi glömde ringa, och ringer i dag."
QUESTION = "Vilken dag ringde du?"
WANTED = "Att någon ber om ursäkt."


def half_intake(seat: Seat) -> None:
    """A matter that came by no call, half told."""
    open_form(seat)
    seat.write(SAID)
    form(seat).who.complainant.take_focus()
    seat.press("2")
    seat.write(NAME)


def registered(seat: Seat) -> None:
    half_intake(seat)
    seat.press("Ctrl+Return")
    taken(seat)


def half_answer(seat: Seat) -> None:
    opened_case(seat)
    seat.press("Ctrl+Shift+A")
    seat.see("Vad som hände, och vad som görs åt det.")
    shown(seat, AnswerDialog).text.setFocus()
    seat.write(ANSWER)


def half_question(seat: Seat) -> None:
    opened_case(seat)
    seat.press("Ctrl+M")
    seat.see("Vad som frågas, eller varför det dröjer")
    shown(seat, AskDialog).question.setFocus()
    seat.write(QUESTION)


def half_edit(seat: Seat) -> None:
    opened_case(seat)
    facts_of(shown(seat, CaseDialog)).editors[CaseField.WANTED].setFocus()
    seat.press("Ctrl+A")
    seat.write(WANTED)


def opened_case(seat: Seat) -> None:
    """The only case of the list, by key."""
    seat.press("Ctrl+Ä")
    seat.see("Ingen nämns i listorna.")
    seat.settle()
    page = page_of(seat)
    page.table.setFocus()
    seat.press("Return")
    (line,) = page.model.records
    seat.see(f"Ärende {line.case.number}")
    seat.settle()


def shown(seat: Seat, kind: type[D]) -> D:
    """The one of the kind that is in sight."""
    seat.settle()
    (found,) = (each for each in seat.window.findChildren(kind) if each.isVisible())
    return found


STATES: dict[str, tuple[str, Callable[[Seat], None]]] = {
    "half_intake": ("nurse", half_intake),
    "registered": ("nurse", registered),
    "half_answer": ("handler", half_answer),
    "half_question": ("handler", half_question),
    "half_edit": ("handler", half_edit),
}


def live(folder: Path, state: str) -> None:
    """Sign in, come into the state, keep what is typed, and wait for the end."""
    app = QApplication(["kundcenter"])
    load_fonts()
    app.setQuitOnLastWindowClosed(False)
    desk = opened(folder, OpeningTerms(cost=CHEAP, gui=main_thread()))
    seat = Seat(Ground(desk.desk, Clock(), desk.engine), folder.parent)
    who, come_into = STATES[state]
    seat.sign_in(who)
    seat.settle()
    come_into(seat)
    seat.let_pass(KEEP_WITHIN_MS + 200)
    seat.settle()
    sys.stdout.write(f"{state}\n")
    sys.stdout.flush()
    QTest.qWait(600_000)


if __name__ == "__main__":
    live(Path(sys.argv[1]), sys.argv[2])
