"""A seat at the workstation: the real window on a real desk, with hands and eyes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from kundcenter.domain.lines import LineUp
from kundcenter.ports import Line
from kundcenter.settings import Settings
from kundcenter.start.furnish import furnish
from kundcenter.start.program import cache_folder
from kundcenter.start.tour import eyes
from kundcenter.start.tour.eyes import sees
from kundcenter.start.tour.player import Player
from tests.ground import PASSWORD, Ground
from tests.ui.workstation.handset import Handset
from ui.link import LinkView
from ui.tasks import Tasks
from ui.window import Window
from ui.workstation import Workstation

SIZE = (1280, 800)
DOORS = ("Logga in", "Sign in", "Välkommen")
ANSWERABLE = 410  # ms; 400 are the pause after a ring


class Seat(Player):
    """What an operator has: keys, a screen, a telephone.  `ground` is what lies beneath."""

    def __init__(
        self,
        ground: Ground,
        folder: Path,
        *,
        idle_minutes: float = 5.0,
        line: Line | None = None,
        link: LinkView | None = None,
        settings: Settings | None = None,
    ) -> None:
        """`line` in place of the test's own handset, which then lies there for nothing.

        `link` is what a desk with a centre knows of it.
        """
        super().__init__(folder)
        self.strangers = frozenset(QApplication.allWidgets())  # what other tests have left behind
        self.ground, self.line = ground, Handset()
        self.tasks, self.window = Tasks(), Window()
        self.workstation = Workstation(
            self.tasks,
            furnish(
                ground.desk,
                line or self.line,
                cache_folder(),
                settings=settings or Settings(),
                demo=False,
            ),
            self.window,
            line_expected=True,
            idle_minutes=idle_minutes,
            link=link,
        )
        self.busy = lambda: not self.tasks.idle
        self.failed: list[str] = []
        self.tasks.failed.connect(self.failed.append)
        self.line.start(self.tasks.tell)
        if line is None:
            self.line.tell(LineUp())
        self.workstation.open()
        self.window.resize(*SIZE)
        self.window.show()
        self.window.activateWindow()
        self.until(lambda: any(map(sees, DOORS)), "a door")

    def sign_in(self, user_name: str = "nurse", password: str = PASSWORD) -> None:
        self.write(user_name)
        self.press("Tab")
        self.write(password)
        self.press("Return")
        self.see_no_more("Logga in")

    def take_call(self, keyed_id: str | None = None) -> None:
        """It rings, and the call is answered by the chord when it may be."""
        self.line.ring(keyed_id=keyed_id)
        self.see("Ringer")
        self.let_pass(ANSWERABLE)
        self.press("Ctrl+Shift+S")
        self.see("I samtal", "Kontaktorsak")

    def call_by_hand(self) -> None:
        self.press("Ctrl+N")
        self.see("Vem gäller det?")

    def reads(self) -> str:
        """All that stands on the screen."""
        self.settle()
        return "\n".join(eyes.readable())

    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def leave(self) -> None:
        """Put everything away, whatever was being written.  May be done twice."""
        if not isValid(self.window):
            return
        self.window.may_close = lambda: True
        self.window.drop_dialogs()
        self.window.close()
        self.tasks.close()
        self.window.deleteLater()
        app = QApplication.instance()
        assert app is not None
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert self.failed == []
