"""Plays scenes: keys in, words out, a picture of every step.

It waits for what should be seen, never for a while; what does not come is a `Missed`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import monotonic
from types import TracebackType

from PySide6.QtTest import QTest

from kundcenter.start.tour import eyes
from kundcenter.start.tour.hands import Hands

PATIENCE = 15.0  # s; what takes longer is a fault
LOOK_EVERY = 5  # ms


class Missed(Exception):
    """What should have been seen did not come, or something went wrong on the way."""


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture of the tour, or a file that the program wrote, and what it shows."""

    file: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Journey:
    """What an operator set out to do, and the keys it took."""

    name: str
    typed: int
    pressed: int
    seconds: float


class Player:
    """Hands and eyes on the program.  `busy` says whether the program still has work under way.

    `photographing` takes pictures of the screen itself, which must be ours alone.
    """

    def __init__(self, out: Path, *, photographing: bool = False) -> None:
        self.out = out
        self._picture = eyes.photograph if photographing else eyes.composed
        self.hands = Hands()
        self.busy: Callable[[], bool] = lambda: False
        self.shots: list[Shot] = []
        self.journeys: list[Journey] = []
        self._pictures = 0
        self._faults: list[BaseException] = []

    def note_fault(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        """For `sys.excepthook`: what breaks in the window breaks the tour too."""
        self._faults.append(fault)

    def press(self, *keys: str) -> None:
        """Keys or chords by name, one after the other, each when the program has settled."""
        for each in keys:
            self.settle()
            self.hands.press(each)
        self.settle()

    def write(self, text: str) -> None:
        self.settle()
        self.hands.write(text)
        self.settle()

    def see(self, *texts: str, within: float = PATIENCE) -> None:
        """Wait until each of the texts stands on the screen."""
        for text in texts:
            self.until(partial(eyes.sees, text), f"“{text}”", within)
        self.settle()

    def see_no_more(self, *texts: str, within: float = PATIENCE) -> None:
        for text in texts:
            self.until(partial(eyes.sees_no, text), f"no “{text}” any more", within)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self.until(lambda: not self.busy(), "the end of what is under way")

    def until(self, holds: Callable[[], bool], what: str, within: float = PATIENCE) -> None:
        """Let the program run until it holds; raises Missed when it does not within `within` s."""
        end = monotonic() + within
        QTest.qWait(0)
        while self._faults or not holds():
            if self._faults:
                raise Missed("a run without errors") from self._faults[0]
            if monotonic() > end:
                raise Missed(what)
            QTest.qWait(LOOK_EVERY)

    def let_pass(self, milliseconds: int) -> None:
        """For a rule that is about time, such as the pause before a ring may be answered."""
        end = monotonic() + milliseconds / 1000
        self.until(lambda: monotonic() >= end, "time to pass")

    def shoot(self, name: str, sentence: str) -> None:
        """A picture of the screen as it is now; `sentence` tells what one sees."""
        self.settle()
        QTest.qWait(30)  # what was changed last is painted, and on another machine's screen shown
        self._pictures += 1
        file = f"{self._pictures:03}-{name}.png"
        if not self._picture().save(str(self.out / file)):
            raise OSError(f"{file} could not be written")
        self.shots.append(Shot(file, sentence))

    def show_trouble(self) -> None:
        """A last picture, of what was there in place of what should have been."""
        self._pictures += 1
        self._picture().save(str(self.out / f"{self._pictures:03}-missed.png"))

    def keep(self, file: str, sentence: str) -> None:
        """A file that the program itself has written into the folder."""
        self.until((self.out / file).is_file, file)
        self.shots.append(Shot(file, sentence))

    @contextmanager
    def journey(self, name: str) -> Iterator[None]:
        """Count the keys of what is done inside."""
        typed, pressed, began = self.hands.typed, self.hands.pressed, monotonic()
        yield
        self.journeys.append(
            Journey(
                name,
                self.hands.typed - typed,
                self.hands.pressed - pressed,
                round(monotonic() - began, 1),
            )
        )
