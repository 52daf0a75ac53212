"""A part with a record entry: written, saved, signed, corrected and printed here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.calls import Call
from kundcenter.domain.drafts import Unsaved
from kundcenter.domain.journal import EntryIncomplete, Note
from kundcenter.domain.opened import OpenEntry
from kundcenter.domain.parts import Part
from kundcenter.errors import KundcenterError
from kundcenter.services.people import PersonCard
from ui.actions import Action
from ui.badges import Badge
from ui.link import Marks
from ui.panels.alarm_note import add_alarm, only_outcome
from ui.panels.note import NotePanel
from ui.panels.note_again import NoteAgain
from ui.panels.note_aids import NoteAids
from ui.panels.note_bar import NoteBar
from ui.panels.note_flight import NoteFlight
from ui.panels.note_state import NoteState, Written, saving
from ui.panels.part import Next, PartView
from ui.panels.recovered import RecoveredSlot, write_texts
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.space import spaced

Verb = Callable[[], Changes]


class AdvicePart(PartView):
    """What went well is told by the bar beneath; an own note only is written in."""

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(tasks, services, parent)
        self._written: Written | None = None
        self._begun = Note()  # what stands there before anybody has written
        self._correction = ""
        self._restored = False
        self._droppable = False
        # In its place from the beginning: to be moved there afterwards costs a style each time.
        right = QWidget(self)
        self._beside = RecoveredSlot(right)
        self.panel = NotePanel(self._codes, right)
        self.form = self.panel.form
        self.aids = NoteAids(tasks, services, self.panel, self.who, self)
        acts = {
            Action.SAVE: self.save,
            Action.SIGN: self.sign,
            Action.CORRECT: self.correct,
            Action.PRINT: self.print,
            Action.FINISH: self.finishing.emit,
        }
        self._bar = NoteBar(acts, self.dropping.emit, self, Marks.of(tasks, services))
        self._flight = NoteFlight(self._bar, self.who)
        self._again = NoteAgain(tasks, services, lambda: self._written, self._at_rest, self)
        column = spaced(QVBoxLayout(right), gap="none")
        column.addWidget(self._beside)
        column.addWidget(self.aids.guide.sending)
        column.addWidget(self.panel, 1)
        self._lay_out(right, self._bar.bar, above=self.aids.flags)

    def begin(self, call: Call, part: Part, *, first: bool) -> None:
        super().begin(call, part, first=first)
        self._listen()  # only now: a new look rewrites formats, which Qt tells as edits
        self.aids.begin()
        self._show_state()

    # -- how it stands -------------------------------------------------------------------------

    @property
    def unsaved(self) -> bool:
        return not self._locked and self.form.note != self._base

    @property
    def unkept(self) -> Unsaved | None:
        written, beside = self._written, self._beside.note
        whom = self._whom(written.person_id if written else self.part.person_id)
        told = whom.number or whom.person_id or whom.anonymous
        if not (self.unsaved or self._correction or beside or told):
            return None
        kept = replace(
            whom,
            note=self.form.note if self.unsaved else self._base,
            entry_id=written.entry_id if written else None,
            upon=written.number if written else 0,
            correction=self._correction,
            beside=beside,
        )
        return self.aids.guide.with_choice(kept)

    @property
    def state(self) -> NoteState:
        """How the note stands."""
        changing, nobody = bool(self._correction), self.who.anonymous
        return NoteState(self.part, self._written, self.unsaved, self._restored, changing, nobody)

    @property
    def badge(self) -> Badge:
        return self.state.mark

    def _at_rest(self) -> bool:
        return not (self.unsaved or self._correction or self._flight.on)

    @property
    def _base(self) -> Note:
        return self._written.note if self._written else self._begun

    @property
    def _locked(self) -> bool:
        return NoteState(self.part, self._written, correcting=bool(self._correction)).locked

    def take_focus(self) -> None:
        if self._locked:
            self.panel.setFocus()
        elif self.who.person is None:
            self.who.take_focus()
        else:
            self.form.reason.setFocus()

    # -- what is shown in it -------------------------------------------------------------------

    def begin_with(self, note: Note) -> None:
        """Begin with what is known already, such as who tells; it is not yet anybody's text."""
        self._begun = note
        self.form.show_note(note)
        self._begun = self.form.note
        self._show_state()

    def show_entry(self, opened: OpenEntry) -> None:
        if self._written is not None or self.unsaved:
            return
        self._take(opened)
        self._show_state()  # locked first: the view then keeps what belongs to the entry
        self.panel.show_entry(opened, self._services.codes)
        self.who.open(opened.entry.person_id)
        self.who.keep_person(opened.entry.person_id)
        self.aids.guide.opened(opened)
        self._show_state()

    def _take(self, opened: OpenEntry) -> None:
        latest = opened.latest
        self.form.show_note(replace(latest.note, codes=""))
        self._written = Written(
            latest.entry_id,
            opened.entry.person_id,
            latest.number,
            self.form.note,
            latest.signed,
            opened.mine,
        )

    def restore(self, unsaved: Unsaved) -> None:
        written = self._written
        note = replace(unsaved.note, codes="")
        current = written is None or written.takes(unsaved)
        if written is None:
            self._take_person(unsaved)
        if unsaved.beside is not None:
            self._beside.offer(unsaved.beside, self._base)
        if not current:
            self._beside.offer(note, self._base)
        else:
            self._correction = unsaved.correction
            self.form.show_note(note)
            self.aids.guide.restore(unsaved)
            self._restored = self.unsaved
        self._show_state()
        self.edited.emit()

    def carry_on(self, note: Note, person_id: UUID) -> None:
        """Go on with what another wrote, as an own text that is not saved yet."""
        self.form.show_note(note)
        self.who.open(person_id)
        self._on_edited()
        self.form.history.setFocus()

    def add_alarm(self, words: str) -> None:
        """What an alarm left behind, after what is written; beside a note that is locked."""
        if self._locked or self._flight.signing:
            self._beside.offer(replace(self._base, advice=words), self._base)
        else:
            add_alarm(self.form, words)
        self._on_edited()

    def _insert(self, lost: dict[str, str]) -> None:
        if self._locked:
            self.correct()  # the first press says why, the second inserts
        elif not self._flight.signing:
            write_texts(self.form, lost)
            self._beside.drop()

    def save(self) -> None:
        """Save what is written as a version of the entry, unsigned."""
        if not self._bar.refuses():
            self.save_then(lambda: self._bar.bar.say(self.tr("Anteckningen är sparad, osignerad.")))

    def sign(self) -> None:
        """Save what stood there at the press, then lock it with the operator's signature."""
        if self._bar.refuses() or self._locked or self._flight.on:
            return
        if self._written is not None and self.who.person is None:
            self.who.open(self._written.person_id)  # whom it is about is seen before it is signed
            return
        if self.aids.go_to_hole(self.tr("Fyll i luckan innan du signerar.")):
            return
        self.aids.settle()
        if self.unsaved or self._written is None:
            self._save_then(self._sign_saved, signing=True)
        else:
            self._sign_saved()

    def _sign_saved(self) -> None:
        written = self._written
        if written is not None:  # and nothing that may stand in the form by now
            verb = partial(self._services.journal.sign, written.entry_id, upon=written.number)
            self._ask(verb, lambda _: self._on_signed(), written.person_id, signing=True)

    def correct(self) -> None:
        """Write a corrected version of a signed entry; go on with somebody else's in an own."""
        written = self._written
        if written is None or not self._locked:
            return
        if not written.own:
            self.carried_on.emit(self)
            return
        self.aids.ask_correction(written.entry_id, self._begin_correction)

    def print(self) -> None:
        """Print the entry as it is saved."""
        self.saved_then(self.print_wanted.emit)

    def saved_then(self, then: Callable[[UUID], object]) -> None:
        """Save what is not saved, and go on with the entry, by its id."""
        if self._bar.refuses():
            return
        if self.unsaved or self._written is None:
            self.save_then(partial(self.saved_then, then))
        else:
            then(self._written.entry_id)

    @property
    def carried(self) -> tuple[Note, UUID] | None:
        """The saved note and whom it is about, for who goes on with it."""
        return (self._written.note, self._written.person_id) if self._written else None

    def save_then(self, then: Next) -> None:
        if self._flight.on:
            self._flight.wait(lambda: self.save_then(then) if self.unsaved else then())
        else:
            self._save_then(then)

    def _save_then(self, then: Next, *, signing: bool = False) -> None:
        person = self.who.person
        if self._locked:
            then()
        elif self.who.anonymous:
            self._finish_anonymous(then)
        elif person is None:
            self.who.number.show_error(self.tr("Ange först vem samtalet gäller."))
            self.who.take_focus()
        else:
            self._save_about(person.id, then, signing=signing)

    def _save_about(self, person_id: UUID, then: Next, *, signing: bool) -> None:
        self.aids.settle()
        note, written, journal = self.form.note, self._written, self._services.journal
        if written is None:
            part_id = self.part.id if self._placeable else None
            verb: Verb = partial(journal.write, person_id, note, self.call.id, part_id)
        else:  # whoever is shown was let in as the entry's person, under whichever number
            person_id = written.person_id
            verb = saving(journal, written, note, self._correction)
        saved = partial(self._on_saved, person_id, note, then)
        self._ask(verb, saved, person_id, signing=signing)

    def _finish_anonymous(self, then: Next) -> None:
        """The outcome is all that is kept of a call about nobody."""
        note = self.form.note
        if not only_outcome(note, self._begun):
            words = self.tr("En anonym får ingen anteckning. Ta bort texten, eller ange person.")
            self.who.number.show_error(words)
            return
        self._begun = note
        self._close_as(note.outcome, then)

    def _on_anonymous(self, on: bool) -> None:
        self._on_edited()
        if on:
            self.form.outcome.setFocus()

    def _ask(
        self, verb: Verb, then: Callable[[Changes], object], person_id: UUID, *, signing: bool
    ) -> None:
        self.form.clear_errors()
        self._flight.begin(person_id, signing=signing, caret=self.caret)
        self._show_state()
        self._tasks.run(self, verb, then, self._on_refused)

    def _on_saved(self, person_id: UUID, note: Note, then: Next, changes: Changes) -> None:
        number = self._written.number + 1 if self._written else 1
        entry_id = changes.the("entry")
        if self._written is None and self._placeable:
            self.part = replace(self.part, entry_id=entry_id, person_id=person_id, note_due=False)
        self._written = Written(entry_id, person_id, number, note)
        self._restored = self._restored and self.unsaved
        self.who.keep_person(person_id)
        waiting = () if self._flight.signing else self._flight.land()
        self._on_edited()
        self._place_then(entry_id, person_id, then)
        for after in waiting:
            after()

    def _on_signed(self) -> None:
        if self._written is not None:
            self._written = replace(self._written, signed=True)
            self.aids.guide.signed(self._written.entry_id)
        self._correction = ""
        waiting = self._flight.land()
        self._on_edited()
        self._bar.bar.say(self.tr("Anteckningen är signerad."))
        self._again.read()
        for then in waiting:
            then()

    def _on_refused(self, error: KundcenterError) -> None:
        caret, gone = self._flight.caret, self._flight.signing
        self._flight.land()
        self._show_state()
        if gone and caret.field and self.panel.isAncestorOf(self.focusWidget()):
            self.go_to(caret)  # the form is open again, with everything
        if isinstance(error, EntryIncomplete):
            missing = error.facts["missing"]
            assert isinstance(missing, tuple)
            self.form.show_missing(missing, self.tr("Fyll i fältet innan du signerar."))
            return
        super()._on_refused(error)

    def _begin_correction(self, reason: str) -> None:
        self._correction = reason
        self._on_edited()
        self.form.history.setFocus()

    def _show_again(self, opened: OpenEntry) -> None:
        if self._at_rest():
            self._take(opened)
        self.panel.show_entry(opened, self._services.codes)
        self._show_state()

    def _on_identified(self, card: PersonCard) -> None:
        if card.record_closed:
            self.panel.setEnabled(False)
        elif self.form.reason.value is None and not self._restored:
            self.form.reason.setFocus()

    def _on_edited(self) -> None:
        self._show_state()
        self.edited.emit()

    def _show_state(self) -> None:
        self.panel.set_locked(self._locked or self._flight.signing)
        droppable = self._droppable and self.blank
        signing = self.tr("Anteckningen signeras.") if self._flight.signing else ""
        if self._bar.show_state(self.state, signing or self._correction, droppable=droppable):
            self.stated.emit()

    def show_droppable(self, droppable: bool) -> None:
        if droppable != self._droppable:
            self._droppable = droppable
            self._show_state()

    def press(self, action: Action) -> None:
        """As if the action's button had been pressed; nothing where it is not offered."""
        self._bar.press(action)

    def _listen(self) -> None:
        self.who.identified.connect(self._on_identified)
        self.who.anonymous_changed.connect(self._on_anonymous)
        for edited in (self.form.edited, self._beside.changed):
            edited.connect(self._on_edited)
        self._beside.inserting.connect(self._insert)
        self.panel.dissent_wanted.connect(
            partial(self.saved_then, partial(self.aids.ask_dissent, then=self._again.read))
        )
        self.aids.guide.units_known.connect(self._show_state)
        self.aids.guide.said.connect(self.said)
        self.aids.alarm_wanted.connect(self.alarm_wanted)
        self._again.found.connect(self._show_again)
        self._again.refused.connect(self._on_refused)

    def _named_fields(self) -> dict[str, QWidget]:
        return {**super()._named_fields(), **self.form.fields}
