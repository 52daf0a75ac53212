"""The referral that follows from a signed note; what could not be made is offered again."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kundcenter.domain.journal import Note
from kundcenter.domain.referrals import ReferralStands, ToldReferral
from kundcenter.domain.triage import CodeSet
from kundcenter.errors import KundcenterError
from ui.panels.guided import Guided
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.theme.space import spaced
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button


def refers(note: Note, codes: CodeSet) -> bool:
    """Whether the outcome sends the patient to a unit."""
    known = {each.code: each for each in codes.outcomes}
    outcome = known.get(note.outcome)
    return outcome is not None and outcome.unit_required and note.unit_id is not None


class Sending(QWidget):
    """A line that is there while a referral has not been made.  `made` when one has."""

    made = Signal()

    def __init__(
        self, tasks: Tasks, services: Services, codes: CodeSet, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks, self._referrals, self._codes = tasks, services.referrals, codes
        self._due: tuple[UUID, Guided] | None = None
        self._line = Banner(
            self.tr("Hänvisningen är inte lagd."), ToneName.WARNING, icon="warning", wrap=True
        )
        self.again = Button(self.tr("Lägg hänvisningen"), icon="refresh", parent=self)
        self.again.clicked.connect(self._make)
        row = spaced(QHBoxLayout(self), ("m", "s"), "s")
        row.addWidget(self._line, 1)
        row.addWidget(self.again, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def send(self, entry_id: UUID, note: Note, guided: Guided) -> None:
        """Make the referral of an entry that has just been signed, if it sends anybody anywhere."""
        if refers(note, self._codes):
            self._due = (entry_id, guided)
            self._make()
        else:
            self._settle()

    def look(self, entry_id: UUID, note: Note) -> None:
        """Offer it again if the signed entry has none: the program may have died in between."""
        if refers(note, self._codes):
            verb = partial(self._referrals.of_entry, entry_id)
            found = partial(self._on_found, entry_id, note)
            self._tasks.run(self, verb, found, lambda _: None, topic="referral")

    def _on_found(self, entry_id: UUID, note: Note, found: tuple[ToldReferral, ...]) -> None:
        places = {(told.referral.outcome, told.referral.unit_id) for told in found}
        if (note.outcome, note.unit_id) not in places:
            self._due = (entry_id, Guided())
            self._line.say(self.tr("Hänvisningen är inte lagd."))
            self.show()

    def _make(self) -> None:
        if self._due is None:
            return
        entry_id, guided = self._due
        verb = partial(self._referrals.make, entry_id, rules=guided.rules, rank=guided.rank)
        self._tasks.run(self, verb, lambda _: self._settle(), self._on_refused)

    def _settle(self) -> None:
        self._due = None
        self.hide()
        self.made.emit()

    def _on_refused(self, error: KundcenterError) -> None:
        if isinstance(error, ReferralStands):  # signed once more, and sent there already
            self._settle()
            return
        words = self.tr("Hänvisningen är inte lagd. {why}")
        self._line.say(words.format(why=sentence(error)))
        self.show()
