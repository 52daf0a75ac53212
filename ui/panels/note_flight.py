"""A note on its way to the store: what may be done meanwhile, and what is to follow."""

from __future__ import annotations

from uuid import UUID

from kundcenter.domain.drafts import Caret
from ui.panels.note_bar import NoteBar
from ui.panels.part import Next
from ui.panels.who import WhoPanel


class NoteFlight:
    """One at a time.  `signing` from the press until the answer: then the note is read only."""

    def __init__(self, bar: NoteBar, who: WhoPanel) -> None:
        self._bar, self._who = bar, who
        self._waiting: list[Next] = []
        self.on = self.signing = False
        self.caret = Caret()  # where the operator was writing when the form was locked

    def begin(self, person_id: UUID, *, signing: bool, caret: Caret) -> None:
        """From here on the note is about this person and nobody else."""
        if signing and not self.signing:
            self.caret = caret
        self.on, self.signing = True, signing
        self._who.hold_person(person_id)
        self._bar.set_busy(True)

    def wait(self, then: Next) -> None:
        """Go on with this when the answer has come, unless it was a no."""
        self._waiting.append(then)

    def land(self) -> tuple[Next, ...]:
        """The answer has come; what has waited for it."""
        waiting, self._waiting = tuple(self._waiting), []
        self.on = self.signing = False
        self._who.release_person()
        self._bar.set_busy(False)
        return waiting
