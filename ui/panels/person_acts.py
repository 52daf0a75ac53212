"""What is noted about an opened person: asks in a small dialog and carries it out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.changes import Changes
from kundcenter.domain.drafts import FormKind
from kundcenter.domain.grounds import Ground
from kundcenter.domain.identity import PersonIdInvalid, parse
from kundcenter.domain.people import NameInvalid, Person, PersonExists, Protection
from kundcenter.domain.person_cards import PersonCard, Undoing
from kundcenter.domain.special_notes import SpecialKind
from kundcenter.errors import KundcenterError
from ui.dialogs.accesses import AccessesDialog
from ui.dialogs.blocks import BlocksDialog
from ui.dialogs.emergency import EmergencyDialog
from ui.dialogs.find_person import FindPersonDialog
from ui.dialogs.identity import CorrectDialog, IdentityDialog, UnidentifyDialog
from ui.dialogs.merge import MergeDialog, UnmergeDialog
from ui.dialogs.person_facts import (
    DeathDialog,
    EndSpecialDialog,
    Fact,
    FactsDialog,
    LanguageDialog,
    ProtectionDialog,
    SpecialNoteDialog,
)
from ui.kept_form import KeptForm
from ui.people import today
from ui.services import Services
from ui.tasks import Tasks
from ui.widgets.dialog import Dialog

Refused = Callable[[KundcenterError], None]


class PersonActs(QObject):
    """`changed` when the person has to be shown anew; it carries the id of who is kept."""

    changed = Signal(object)
    refused = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, host: QWidget) -> None:
        super().__init__(host)
        self._tasks, self._services, self._host = tasks, services, host

    def ask(self, card: PersonCard) -> None:
        """Ask which fact is to be changed."""
        dialog = FactsDialog(card, self._host)
        dialog.confirmed.connect(partial(self._on_fact, dialog, card))
        dialog.open()

    def merge(self, one_id: UUID, other_id: UUID) -> None:
        """Hold two persons side by side; the first is the one who is kept."""
        dialog = MergeDialog(
            self._tasks, self._services, kept_id=one_id, absorbed_id=other_id, parent=self._host
        )
        dialog.confirmed.connect(partial(self._merge, dialog))
        dialog.open()

    def lift(self, card: PersonCard) -> None:
        """Open what is blocked, in two steps."""
        dialog = EmergencyDialog(self._tasks, self._services, card.person.id, self._host)
        dialog.lifted.connect(partial(self.changed.emit, card.person.id))
        dialog.open()

    def blocks(self, card: PersonCard, ground: Ground) -> None:
        """The patient's blocks; a new one may hide what is in sight."""
        dialog = BlocksDialog(self._tasks, self._services, card.person.id, ground, self._host)
        dialog.changed.connect(partial(self.changed.emit, card.person.id))
        dialog.open()

    def accesses(self, card: PersonCard) -> None:
        """Who has opened the person, and why."""
        AccessesDialog(self._tasks, self._services, card.person.person_id, self._host).open()

    def _on_fact(self, dialog: FactsDialog, card: PersonCard) -> None:
        fact = dialog.fact.value
        if fact is None:
            return
        dialog.accept()
        opening: dict[Fact, Callable[[PersonCard], None]] = {
            Fact.SPECIAL: self._special,
            Fact.END_SPECIAL: self._end_special,
            Fact.LANGUAGE: self._language,
            Fact.IDENTITY: self._identity,
            Fact.DEATH: self._death,
            Fact.PROTECTION: self._protection,
            Fact.MERGE: self._other,
            Fact.UNMERGE: self._undoing,
            Fact.CORRECT: self._correct,
            Fact.UNIDENTIFY: self._unidentify,
        }
        opening[Fact(fact)](card)

    def _special(self, card: PersonCard) -> None:
        dialog = SpecialNoteDialog(self._host)
        about = FormKind.SPECIAL_NOTE, card.person.id
        KeptForm(dialog, self._tasks, self._services, about, {"field": dialog.field})
        note = self._services.people.note_special
        self._on_confirmed(
            dialog,
            card,
            lambda: partial(
                note,
                card.person.id,
                SpecialKind(dialog.kind.value or SpecialKind.OTHER),
                dialog.field.text(),
            ),
            dialog.refuse,
        )

    def _end_special(self, card: PersonCard) -> None:
        dialog = EndSpecialDialog(card, self._host)
        end = self._services.people.end_special
        self._on_confirmed(
            dialog, card, lambda: partial(end, UUID(dialog.note.value)), dialog.refuse
        )

    def _language(self, card: PersonCard) -> None:
        dialog = LanguageDialog(card, self._host)
        note = self._services.people.note_language
        self._on_confirmed(
            dialog,
            card,
            lambda: partial(note, card.person.id, dialog.field.text()),
            dialog.refuse,
        )

    def _death(self, card: PersonCard) -> None:
        dialog = DeathDialog(card, self._host)
        note = self._services.people.note_death
        self._on_confirmed(
            dialog,
            card,
            lambda: partial(note, card.person.id, dialog.field.text()),
            dialog.refuse,
        )

    def _protection(self, card: PersonCard) -> None:
        dialog = ProtectionDialog(card, self._host)
        about = FormKind.PROTECTION, card.person.id
        KeptForm(dialog, self._tasks, self._services, about, {"field": dialog.field})
        protect = self._services.people.protect
        self._on_confirmed(
            dialog,
            card,
            lambda: partial(
                protect,
                card.person.id,
                Protection(dialog.mark.value or card.person.protection),
                dialog.field.text(),
            ),
            dialog.refuse,
        )

    def _identity(self, card: PersonCard) -> None:
        dialog = IdentityDialog(card, self._host)
        dialog.confirmed.connect(partial(self._identify, dialog, card))
        dialog.open()

    def _identify(self, dialog: IdentityDialog, card: PersonCard) -> None:
        try:
            pattern = self._services.reserve_pattern
            reading = parse(dialog.field.text(), today(), local_pattern=pattern)
        except PersonIdInvalid as error:
            dialog.refuse(error)
            return
        dialog.set_busy(True)
        identity, refused = reading.person_id, partial(self._on_not_identified, dialog, card)
        if card.person.unidentified and dialog.names.empty:  # who has the number needs no name
            find = partial(self._services.people.find, identity)
            self._tasks.run(dialog, find, partial(self._on_holder, dialog, card), refused)
            return
        verb = partial(
            self._services.people.identify, card.person.id, identity, **dialog.names.texts()
        )
        self._tasks.run(dialog, verb, partial(self._done, dialog, card.person.id), refused)

    def _on_holder(self, dialog: IdentityDialog, card: PersonCard, holder: Person | None) -> None:
        """Who has the number already may be the same person; else the name is missing."""
        missing = NameInvalid(length=0) if holder is None else PersonExists(id=holder.id)
        self._on_not_identified(dialog, card, missing)

    def _correct(self, card: PersonCard) -> None:
        dialog = CorrectDialog(card, self._host)
        correct = self._services.people.correct

        def verb() -> Callable[[], Changes]:
            return partial(
                correct,
                card.person.id,
                *dialog.names.texts().values(),
                sex=dialog.facts.sex,
                born_on=dialog.facts.born_on,
                reason=dialog.reason.text(),
            )

        self._on_confirmed(dialog, card, verb, dialog.refuse, ready=dialog.facts.read)

    def _unidentify(self, card: PersonCard) -> None:
        dialog = UnidentifyDialog(card, self._host)
        unidentify = self._services.people.unidentify

        def ready() -> bool:
            if dialog.names.empty:
                dialog.refuse(NameInvalid(length=0))
            return not dialog.names.empty

        self._on_confirmed(
            dialog,
            card,
            lambda: partial(
                unidentify, card.person.id, dialog.reason.text(), **dialog.names.texts()
            ),
            dialog.refuse,
            ready=ready,
        )

    def _on_not_identified(
        self, dialog: IdentityDialog, card: PersonCard, error: KundcenterError
    ) -> None:
        other_id = error.facts.get("id")
        if isinstance(error, PersonExists) and isinstance(other_id, UUID):
            dialog.accept()
            self.merge(other_id, card.person.id)
        else:
            dialog.refuse(error)

    def _other(self, card: PersonCard) -> None:
        dialog = FindPersonDialog(self._tasks, self._services, self._host)
        dialog.found.connect(partial(self.merge, card.person.id))
        dialog.open()

    def _merge(self, dialog: MergeDialog) -> None:
        dialog.set_busy(True)
        merge = partial(
            self._services.people.merge, dialog.kept_id, dialog.absorbed_id, dialog.reason.text()
        )
        self._tasks.run(dialog, merge, partial(self._done, dialog, dialog.kept_id), dialog.refuse)

    def _undoing(self, card: PersonCard) -> None:
        latest = card.absorbed[-1].merge
        look = partial(self._services.people.undoing, latest.id)
        self._tasks.run(self._host, look, self._ask_unmerge, self.refused.emit)

    def _ask_unmerge(self, undoing: Undoing) -> None:
        dialog = UnmergeDialog(undoing, self._host)
        dialog.confirmed.connect(partial(self._unmerge, dialog, undoing))
        dialog.open()

    def _unmerge(self, dialog: UnmergeDialog, undoing: Undoing) -> None:
        dialog.set_busy(True)
        verb = partial(self._services.people.unmerge, undoing.merge.id)
        self._tasks.run(dialog, verb, partial(self._done, dialog, undoing.kept.id), dialog.refuse)

    def _on_confirmed(
        self,
        dialog: Dialog,
        card: PersonCard,
        verb: Callable[[], Callable[[], Changes]],
        refuse: Refused,
        *,
        ready: Callable[[], bool] = lambda: True,
    ) -> None:
        """Open the dialog; when it is confirmed, carry out what `verb` makes of its fields.

        Not before they are `ready`, which says itself what is wrong.
        """

        def carry_out() -> None:
            if not ready():
                return
            dialog.set_busy(True)
            done = partial(self._done, dialog, card.person.id)
            self._tasks.run(dialog, verb(), done, refuse)

        dialog.confirmed.connect(carry_out)
        dialog.open()

    def _done(self, dialog: Dialog, person_id: UUID, _changes: Changes) -> None:
        dialog.accept()
        self.changed.emit(person_id)
