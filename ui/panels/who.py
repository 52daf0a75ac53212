"""Who the call is about: find by number or name, pick a candidate, register, or stay anonymous."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.calls import Call
from kundcenter.domain.drafts import FormKind
from kundcenter.domain.grounds import Ground, GroundNeeded
from kundcenter.domain.identity import PersonIdInvalid, Reading, parse
from kundcenter.domain.people import Person, PersonExists
from kundcenter.errors import KundcenterError
from kundcenter.services.people import PersonCard
from ui.actions import Action
from ui.callback_keeper import CallbackKeeper
from ui.dialling import Dialling
from ui.dialogs.find_person import FindPersonDialog
from ui.dialogs.ground import GroundDialog
from ui.dialogs.person import RegisterDialog, UnidentifiedDialog
from ui.directory_keeper import DirectoryKeeper
from ui.kept_form import KeptForm
from ui.keys import keys
from ui.panels.caller import HiddenCaller
from ui.panels.candidates import Candidates
from ui.panels.held_person import HeldPerson
from ui.panels.person import PersonView
from ui.panels.person_acts import PersonActs
from ui.panels.record_look import RecordLook
from ui.panels.seek import SeekAtCentre
from ui.people import today, told
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.theme.space import spaced
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.field import Field


class WhoPanel(QWidget):
    """Finds the person of one call.  `identified` carries the opened PersonCard; `forgotten` is
    told when another person is to be found instead.

    `course_chosen` carries a Course and the id of the entry it is compared with; `anonymous` is
    told when the caller wants no record, and when somebody changes their mind; `alarm_wanted`
    asks for 112.
    """

    _call: Call
    identified = Signal(object)
    forgotten = Signal()
    course_chosen = Signal(object, object)
    anonymous_changed = Signal(bool)
    alarm_wanted = Signal()

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._services = tasks, services
        self._sought: Reading | None = None
        self._acts = PersonActs(tasks, services, self)
        self._acts.changed.connect(self.open)
        self._acts.refused.connect(self._refuse)
        self._caller = HiddenCaller(self)
        dialling = Dialling.of(tasks, services)
        self._caller.dial_wanted.connect(lambda number: dialling.dial(number, self.window()))
        self._nobody = Banner(
            self.tr("Anonym – ingen journal"), ToneName.INFO, icon="info", wrap=True
        )
        self._nobody.hide()
        self._held = HeldPerson(self)
        self.number = Field(
            self.tr("Personnummer eller reservnummer"),
            keys=Action.WHO,
            placeholder=self.tr("ÅÅÅÅMMDD-NNNN"),
            longest=64,
        )
        self.number.submitted.connect(self.look_up)
        self.number.changed.connect(self._on_typed)
        self._candidates = Candidates(services.codes, self)
        self._candidates.chosen.connect(self.open)
        self._search_card = self._laid_out()
        self.person_view = PersonView(services.codes, self)
        self._record = RecordLook(tasks, services, self.person_view.history, self._own_task)
        calls, units = CallbackKeeper.of(tasks, services), DirectoryKeeper.of(tasks, services)
        self.person_view.waits.follow(calls, units)
        self.person_view.history.renewed.connect(self._renew)
        self.person_view.changed_mind.connect(self._ask_again)
        self.person_view.facts_wanted.connect(self._ask_facts)
        self.person_view.blocks_wanted.connect(self._ask_blocks)
        self.person_view.lift_wanted.connect(self._ask_lift)
        self.person_view.accesses_wanted.connect(self._ask_accesses)
        self.person_view.course_chosen.connect(self.course_chosen)
        self.person_view.hide()
        column = spaced(QVBoxLayout(self), gap="m")
        column.addWidget(self._caller)
        column.addWidget(self._nobody)
        column.addWidget(self._held)
        column.addWidget(self._search_card)
        column.addWidget(self.person_view)
        self._by_name = keys().bind(self, Action.FIND_PERSON, self.search)
        acts = {
            Action.PERSON_FACTS: self._ask_facts,
            Action.BLOCKS: self._ask_blocks,
            Action.OPEN_BLOCKED: self._ask_lift,
            Action.ACCESSES: self._ask_accesses,
        }
        self._keys = tuple(keys().bind(self, action, act) for action, act in acts.items())
        self._offer_keys()

    def begin(self, call: Call) -> None:
        """Look for whom this call is about."""
        self._call = call
        self._caller.show_call(call)
        self._prefill()

    def renew(self, call: Call) -> None:
        """The call as the store has it now; its number may have been hidden meanwhile."""
        self._caller.show_call(call)

    @property
    def person(self) -> Person | None:
        """The person who has been opened, if any."""
        return self.person_view.person

    @property
    def anonymous(self) -> bool:
        """Whether the operator has said that the call is about nobody, so that no note is due."""
        return self.person is None and not self._nobody.isHidden()

    def take_focus(self) -> None:
        self.number.setFocus()

    def look_up(self) -> None:
        """Look the number up; a number that nobody has opens the form for a new person."""
        try:
            reading = self._read(self.number.text())
        except PersonIdInvalid as error:
            self.number.show_error(sentence(error))
            return
        self._tasks.run(
            self,
            partial(self._services.people.find, reading.person_id),
            partial(self._on_found, reading),
            self._refuse,
            topic="find",
        )

    def search(self) -> None:
        """Look for somebody by name, birth date or telephone number."""
        if self._search_card.isHidden():
            return
        dialog = FindPersonDialog(self._tasks, self._services, self)
        dialog.found.connect(self.open)
        dialog.open()

    def open(self, person_id: UUID, ground: Ground | None = None) -> None:
        """Open a person, with its access record, and show them in place of the search."""
        opening = partial(
            self._services.people.open, person_id, ground or Ground(call_id=self._call.id)
        )
        opened = partial(self._on_opened, person_id)
        self._tasks.run(self, opening, opened, partial(self._on_not_opened, person_id))

    def keep_person(self, person_id: UUID) -> None:
        """An entry has been written about the person: no other can take their place here."""
        self._held.keep(person_id)
        self.person_view.keep()

    def hold_person(self, person_id: UUID) -> None:
        """An entry about the person is on its way: no other can take their place meanwhile."""
        self._held.hold(person_id)
        self.person_view.hold(self._held.why)

    def release_person(self) -> None:
        """The answer has come."""
        self._held.release()
        self.person_view.hold()

    def stay_anonymous(self) -> None:
        """A general question, about nobody: no person, and no record.  The second time: not so."""
        self._set_anonymous(self._nobody.isHidden())

    def _set_anonymous(self, on: bool) -> None:
        self._nobody.setVisible(on)
        self._anonymous.setText(self.tr("Ange person") if on else self.tr("Anonym"))
        self.number.setEnabled(not on)
        self.anonymous_changed.emit(on)

    def _laid_out(self) -> Card:
        card = Card(self.tr("Vem gäller det?"), icon="person", parent=self)
        find = Button(self.tr("Sök"), ButtonKind.SECONDARY, icon="search", keys="Return")
        find.clicked.connect(self.look_up)
        unknown = Button(self.tr("Okänd identitet"), ButtonKind.QUIET, icon="help")
        unknown.clicked.connect(self._ask_unidentified)
        unknown.answer_to(Action.UNIDENTIFIED)
        by_name = Button(
            self.tr("Sök på namn"), ButtonKind.QUIET, icon="search", keys=Action.FIND_PERSON
        )
        by_name.show_keys(False)
        by_name.clicked.connect(self.search)
        self._anonymous = Button(
            self.tr("Anonym"),
            ButtonKind.QUIET,
            icon="eye-off",
            name=self.tr("Anonym, ingen journal"),
        )
        self._anonymous.clicked.connect(self.stay_anonymous)
        self._anonymous.answer_to(Action.ANONYMOUS)
        grid = spaced(QGridLayout(), gap="s")
        for place, button in enumerate((find, unknown, by_name, self._anonymous)):
            grid.addWidget(button, place // 2, place % 2)
        card.body.addWidget(self.number)
        card.body.addLayout(grid)
        card.body.addWidget(self._candidates)
        self._candidates.follow = self._anonymous
        return card

    def _read(self, text: str) -> Reading:
        return parse(text, today(), local_pattern=self._services.reserve_pattern)

    def _prefill(self) -> None:
        if self._call.keyed_id:
            self.number.set_text(self._call.keyed_id)
            self.look_up()
        number = self._call.number
        if number and not self._call.number_hidden:
            people = self._services.people
            self._tasks.run(self, partial(people.of_caller, number), self._offer, self._refuse)
            radar = partial(people.radar_of_number, number, self._call.id)
            self._tasks.run(self, radar, self._candidates.show_radar, lambda _: None)

    def _on_typed(self, text: str) -> None:
        try:
            reading = self._read(text)
        except PersonIdInvalid:
            self.number.set_help("")
            return
        self.number.set_help(told(reading))

    def _offer(self, people: tuple[Person, ...]) -> None:
        self._candidates.offer(people if self.person is None else ())

    def _on_found(self, reading: Reading, person: Person | None) -> None:
        self._sought = reading
        if person is not None:
            self.open(person.id)
            return
        dialog = RegisterDialog(reading, parent=self)
        SeekAtCentre(self._tasks, self._services, dialog, reading.person_id, self.open)
        dialog.named.connect(partial(self._look_for_alike, dialog, reading))
        dialog.confirmed.connect(partial(self._register, dialog, reading))
        dialog.open()

    def _renew(self) -> None:
        """Older notes have come: the person is opened again, with its access record."""
        if self.person is not None:
            self.open(self.person.id)

    def _look_for_alike(
        self, dialog: RegisterDialog, reading: Reading, given_name: str, family_name: str
    ) -> None:
        born = reading.person_id.birth_date or dialog.facts.said
        look = partial(self._services.people.look_alikes, given_name, family_name, born)
        self._tasks.run(dialog, look, dialog.advise, lambda _: None, topic="alike")

    def _register(self, dialog: RegisterDialog, reading: Reading) -> None:
        if not dialog.facts.read():
            return
        dialog.set_busy(True)
        verb = partial(
            self._services.people.register,
            reading.person_id,
            dialog.given_name.text(),
            dialog.family_name.text(),
            sex=dialog.facts.sex,
            born_on=dialog.facts.born_on,
        )
        registered = partial(self._registered, dialog)
        self._tasks.run(dialog, verb, registered, partial(self._on_not_registered, dialog))

    def _on_not_registered(self, dialog: RegisterDialog, error: KundcenterError) -> None:
        other_id = error.facts.get("id")
        if isinstance(error, PersonExists) and isinstance(other_id, UUID):  # another was first
            dialog.accept()
            self.open(other_id)
        else:
            dialog.refuse(error)

    def _ask_unidentified(self) -> None:
        dialog = UnidentifiedDialog(self._services.red_flags, parent=self)
        about = FormKind.UNIDENTIFIED, self._call.id
        KeptForm(dialog, self._tasks, self._services, about, {"described": dialog.described})
        dialog.alarm_wanted.connect(self.alarm_wanted)
        dialog.confirmed.connect(partial(self._register_unidentified, dialog))
        dialog.open()

    def _register_unidentified(self, dialog: UnidentifiedDialog) -> None:
        if not dialog.facts.read():
            return
        dialog.set_busy(True)
        verb = partial(
            self._services.people.register_unidentified,
            dialog.described.text(),
            sex=dialog.facts.sex,
            born_on=dialog.facts.born_on,
        )
        self._tasks.run(dialog, verb, partial(self._registered, dialog), dialog.refuse)

    def _registered(self, dialog: RegisterDialog | UnidentifiedDialog, changes: Changes) -> None:
        dialog.accept()
        self.open(changes.the("person"))

    def _on_opened(self, asked: UUID, card: PersonCard) -> None:
        sought, self._sought = self._sought, None
        if not self._held.admits(asked, card):
            return
        self.person_view.show_card(card, sought.person_id if sought else None)
        if not self._nobody.isHidden():
            self._set_anonymous(False)
        self._offer_keys()
        self._search_card.hide()
        self.person_view.show()
        self.number.set_text("")  # what stands in a hidden field is read aloud and copied too
        self.number.set_help("")
        self._candidates.offer(())
        self.identified.emit(card)

    def _on_not_opened(self, person_id: UUID, error: KundcenterError) -> None:
        if not isinstance(error, GroundNeeded):
            self._refuse(error)
            return
        dialog = GroundDialog(parent=self)
        about = FormKind.GROUND, person_id
        KeptForm(dialog, self._tasks, self._services, about, {"reason": dialog.reason})
        dialog.confirmed.connect(partial(self._open_on, dialog, person_id))
        dialog.open()

    def _open_on(self, dialog: GroundDialog, person_id: UUID) -> None:
        ground = dialog.ground
        if ground is not None:
            dialog.accept()
            self.open(person_id, ground)

    def _own_task(self) -> Ground:
        return Ground(call_id=self._call.id)

    def _ask_facts(self) -> None:
        if self.person_view.card is not None:
            self._acts.ask(self.person_view.card)

    def _ask_blocks(self) -> None:
        card = self.person_view.card
        if card is not None and self.person_view.offers(Action.BLOCKS):
            self._acts.blocks(card, Ground(call_id=self._call.id))

    def _ask_lift(self) -> None:
        card = self.person_view.card
        if card is not None and self.person_view.offers(Action.OPEN_BLOCKED):
            self._acts.lift(card)

    def _ask_accesses(self) -> None:
        card = self.person_view.card
        if card is not None and self.person_view.offers(Action.ACCESSES):
            self._acts.accesses(card)

    def _offer_keys(self) -> None:
        """The keys, and the palette, offer only what can be done with the person in sight."""
        for bound in self._keys:
            bound.setEnabled(self.person_view.offers(bound.action))
        self._by_name.setEnabled(self.person_view.card is None)

    def _ask_again(self) -> None:
        if self._held.held:
            return
        self.person_view.forget()
        self.person_view.hide()
        self._offer_keys()
        self._search_card.show()
        self.take_focus()
        self.forgotten.emit()

    def _refuse(self, error: KundcenterError) -> None:
        self.number.show_error(sentence(error))
