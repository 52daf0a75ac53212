"""Place a patient in a unit's call-back queue: category, time, number; then what to say."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from uuid import UUID, uuid5

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundcenter.changes import Change, Changes
from kundcenter.domain.callback_queues import CallbackQueue, MenuCategory
from kundcenter.domain.callbacks import Callback, CallbackState, Placing
from kundcenter.domain.capacity import Room
from kundcenter.domain.drafts import FormKind
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.domain.unit_cards import UnitCard
from kundcenter.errors import KundcenterError
from ui.badges import Badge
from ui.claiming_words import breaks_day, promised_words, said_words
from ui.dialogs.placing_looks import number_in, placed, rooms_of
from ui.dialogs.placing_times import TimesTable
from ui.dialogs.say import Said
from ui.dialogs.say_claim import SayClaimDialog
from ui.dialogs.unit_rows import read_number
from ui.directory_keeper import DirectoryKeeper
from ui.kept_form import KeptForm
from ui.labels import label
from ui.link import Marks
from ui.numbers import shown_number
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.theme.space import spaced
from ui.unit_finder import UnitFinder
from ui.widgets.banner import Banner
from ui.widgets.beside import Beside
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.check import Check
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.page import Page

WIDE, HIGH = 720, 616  # pixels


@dataclass(frozen=True, slots=True)
class About:
    """Whom it is about, and what the card knows already."""

    person_id: UUID
    number: str = ""
    urgency: str = ""
    reason: str = ""
    language: str = ""
    call_id: UUID | None = None
    entry_id: UUID | None = None


class PlaceDialog(Dialog):
    """`placed` carries the Changes; then what was promised is shown, to be read aloud."""

    placed = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        about: About,
        *,
        unit: UnitCard | None = None,
        category: MenuCategory | None = None,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("PlaceDialog", "Plats i enhetens återuppringning"),
            primary=translate("PlaceDialog", "Ge platsen"),
            parent=parent,
        )
        self._tasks, self._services, self._about = tasks, services, about
        self._keeper = DirectoryKeeper.of(tasks, services)
        self._wanted = category
        self._unit: UnitCard | None = None
        self._queues: tuple[CallbackQueue, ...] = ()
        self._standing: Callback | None = None  # the patient's own, in the queue that is chosen
        self._numbered: Callback | None = None  # another's there, with the same number to ring
        self.categories: ChoiceRow | None = None
        self.finder = UnitFinder(self.tr("Enhet"), self._keeper)
        self.finder.opened.connect(self._on_unit)
        self.another = Button(self.tr("Annan enhet"), ButtonKind.QUIET, icon="building")
        self.another.clicked.connect(self._ask_unit)
        self.times = TimesTable(services)
        self.times.chosen.connect(lambda _: self._show_said())
        self.times.opened.connect(lambda _: self._go_on())
        self.said = Said()
        self._told = Banner(self.tr("Att veta"), ToneName.INFO, icon="info", wrap=True)
        self._trouble = Banner(
            self.tr("Det gick inte."), ToneName.WARNING, icon="warning", wrap=True
        )
        self.number = Field(self.tr("Nummer att ringa"), longest=32)
        self.number.set_text(shown_number(about.number) if about.number else "")
        self.temporary = Check(self.tr("Tillfälligt nummer, glöms efteråt"))
        self.reason = Field(self.tr("Det gäller, en rad"), longest=LINE_LIMIT)
        self.reason.set_text(about.reason)
        self.language = Field(self.tr("Tolkspråk, om tolk behövs"), longest=60)
        self.language.set_text(about.language)
        self._lay_out()
        self.number.changed.connect(self._on_number)
        self.confirmed.connect(self._go_on)
        if about.call_id is not None:
            texts = {"number": self.number, "reason": self.reason, "language": self.language}
            subject = uuid5(about.call_id, f"place {about.person_id}")
            kept = KeptForm(self, tasks, services, (FormKind.CALLBACK, subject), texts)
            kept.given_back.connect(lambda: self._on_number(self.number.text()))
        if unit is None:
            self._ask_unit()
        else:
            self._on_unit(unit)

    @property
    def queue(self) -> CallbackQueue | None:
        """The one that is chosen."""
        value = self.categories.value if self.categories is not None else None
        return next((each for each in self._queues if each.category == value), None)

    # -- the unit and the category ------------------------------------------------------------

    def _ask_unit(self) -> None:
        self._unit, self._queues = None, ()
        self._show_parts()
        self.finder.setFocus()

    def _on_unit(self, unit: UnitCard | None) -> None:
        if unit is None:
            self.finder.show_error(self.tr("Välj en enhet i listan."))
            return
        self._unit = unit
        self.set_busy(True)
        verb = partial(self._services.callback_queues.of_unit, unit.id)
        self._tasks.run(self, verb, self._on_queues, self._tell, topic="queues")

    def _on_queues(self, queues: tuple[CallbackQueue, ...]) -> None:
        self.set_busy(False)
        unit = self._unit
        open_ones = tuple(each for each in queues if each.ended_at is None)
        if unit is None:
            return
        if not open_ones:
            self._ask_unit()
            words = self.tr("{unit} har ingen kö för återuppringning.")
            self.finder.show_error(words.format(unit=unit.unit.name))
            return
        self._queues = tuple(sorted(open_ones, key=lambda each: each.category.digit))
        self._offer_categories(unit)
        self._show_parts()
        held = {each.category for each in self._queues}
        if self._wanted in held or len(held) == 1:
            chosen = self._wanted if self._wanted in held else next(iter(held))
            assert self.categories is not None
            self.categories.choose(chosen)
            self._ask_times(go=True)
        elif self.categories is not None:
            self.categories.take_focus()

    def _offer_categories(self, unit: UnitCard) -> None:
        if self.categories is not None:
            self._place.removeWidget(self.categories)
            self.categories.hide()
            self.categories.deleteLater()
        choices = [Choice(each.category, Badge(label(each.category))) for each in self._queues]
        marks = [str(each.category.digit) for each in self._queues]
        words = self.tr("Ärende hos {unit}").format(unit=unit.unit.name)
        self.categories = ChoiceRow(words, choices, marks=marks)
        self.categories.chosen.connect(lambda _: self._ask_times())
        self.categories.struck.connect(self.times.take_focus)
        self._place.addWidget(self.categories)
        self.times.show_none()  # another unit's may not stand under this one
        self._show_said()

    # -- the times ----------------------------------------------------------------------------

    def _ask_times(self, *, go: bool = False) -> None:
        queue = self.queue
        if queue is None:
            return
        self._trouble.hide()
        self._standing = None
        verb = partial(rooms_of, self._services, queue, self._about.person_id)
        then = partial(self._on_times, queue, go)
        self._tasks.run(self, verb, then, self._tell, topic="times")
        self._ask_number()

    def _on_times(
        self, queue: CallbackQueue, go: bool, found: tuple[tuple[Room, ...], Callback | None]
    ) -> None:
        if queue != self.queue:
            return  # another unit has been chosen since
        rooms, standing = found
        # A promise that can be kept no more gives way to the new one.
        kept = standing is not None and standing.state is not CallbackState.NO_ANSWER
        if standing is not None and kept and self._keeper.now < standing.promised_to:
            self._standing = standing
        self.times.show_rooms(rooms)
        if go:
            self.times.take_focus()
        self._show_said()

    def _show_said(self) -> None:
        """The sentence for the time that is chosen, and what to know before it is given."""
        room, queue, unit, now = self.times.room, self.queue, self._unit, self._keeper.now
        self.said.setVisible(room is not None)
        if room is None or queue is None or unit is None:
            self._told.setVisible(False)
            return
        slot = room.timeslot
        self.said.say(said_words(slot.starts_at, slot.ends_at, now, unit.unit.name))
        words = []
        standing = self._standing
        if standing is not None:
            start, end = standing.promised_from, standing.promised_to
            told = self.tr(
                "Patienten väntar redan i kön: {time}. Det blir en plats, och den tidigaste gäller."
            )
            words.append(told.format(time=promised_words(start, end, now)))
        if self._numbered is not None:
            start, end = self._numbered.promised_from, self._numbered.promised_to
            told = self.tr("Någon annan väntar redan i kön på samma nummer: {time}.")
            words.append(told.format(time=promised_words(start, end, now)))
        if queue.same_day and breaks_day(slot.starts_at, now):
            words.append(
                self.tr(
                    "Samma dag-garantin: patienten ska få kontakt i dag."
                    " Den här tiden är en annan dag."
                )
            )
        if words:
            self._told.say(" ".join(words))
        self._told.setVisible(bool(words))

    # -- the number ---------------------------------------------------------------------------

    def _on_number(self, text: str) -> None:
        """Another number than the one that calls is most often somebody else's telephone."""
        own = shown_number(self._about.number) if self._about.number else ""
        self.temporary.setChecked(bool(own) and text.strip() != own)
        self._ask_number()

    def _ask_number(self) -> None:
        """Whether somebody else waits in the queue for a call to the number."""
        queue, text = self.queue, self.number.text()
        self._numbered = None
        if queue is None:
            return
        verb = partial(number_in, self._services, queue, text, self._about.person_id)
        then = partial(self._on_numbered, queue, text)
        self._tasks.run(self, verb, then, lambda _: None, topic="number")

    def _on_numbered(self, queue: CallbackQueue, text: str, found: Callback | None) -> None:
        if queue == self.queue and text == self.number.text():  # nothing else has been said since
            self._numbered = found
            self._show_said()

    # -- placing ------------------------------------------------------------------------------

    def _go_on(self) -> None:
        if self._unit is None:
            self._on_unit(self.finder.unit)
            return
        queue, room = self.queue, self.times.room
        if queue is None:
            if self.categories is not None:
                self.categories.show_error(self.tr("Välj vad det gäller."))
                self.categories.take_focus()
            return
        if room is None:
            self._say(
                self.tr("Det finns ingen ledig tid. Välj ett annat ärende eller en annan enhet.")
            )
            return
        number = read_number(self.number)
        if number is None:
            return
        about = self._about
        placing = Placing(
            about.person_id,
            number,
            self.temporary.isChecked(),
            about.urgency,
            self.reason.text(),
            self.language.text(),
            about.call_id,
            about.entry_id,
        )
        self.set_busy(True)
        self._trouble.hide()
        verb = partial(placed, self._services, queue, room, placing)
        self._tasks.run(self, verb, partial(self._on_placed, queue), self._refuse)

    def _on_placed(self, queue: CallbackQueue, done: tuple[Changes, Callback | None]) -> None:
        changes, callback = done
        self._tasks.announce(changes)
        unit, now, host = self._unit, self._keeper.now, self.parentWidget()
        self.placed.emit(changes)
        self.accept()
        if callback is None or unit is None:
            return
        told, warned = self.tr("På {number}.").format(number=self.number.text()), ""
        if self._standing is not None:
            told = self.tr(
                "Patienten väntade redan i kön. Platsen är en, och den tidigaste gäller."
            )
        if callback.breaks_same_day():
            warned = self.tr("Löftet ligger efter i dag, och bryter samma dag-garantin.")
        title = self.tr("Platsen är given")
        if Marks.of(self._tasks, self._services).there:  # it has the last word, and may say no
            title = self.tr("Plats i enhetens återuppringning")
        dialog = SayClaimDialog(
            self._tasks,
            self._services,
            Change("callback", callback.id),
            title,
            said_words(callback.promised_from, callback.promised_to, now, unit.unit.name),
            told=told,
            warned=warned,
            parent=host,
        )
        dialog.open()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        if error.code.startswith(("phone_number.", "callback.needs_number")):
            self.number.show_error(sentence(error))
            self.number.setFocus()
            return
        self._ask_times(go=True)  # what is full by now goes out of the list
        self._say(sentence(error))

    def _tell(self, error: KundcenterError) -> None:
        """A look-up that was refused is said, and not made again by itself."""
        if self._queues:
            self.times.show_rooms(())  # those of another queue may not stand under this one
            self._show_said()
        else:
            self.set_busy(False)
            self._ask_unit()
        self._say(sentence(error))

    def _say(self, words: str) -> None:
        self._trouble.say(words)
        self._trouble.show()
        QTimer.singleShot(0, self, self.make_room)

    # -- how it is laid out -------------------------------------------------------------------

    def _lay_out(self) -> None:
        page = Page(margins="none", gap="m")
        self._place = spaced(QVBoxLayout(), gap="none")
        page.body.addWidget(self._trouble)
        page.body.addWidget(self.finder)
        page.body.addLayout(self._place)
        page.body.addWidget(self.times)
        page.body.addWidget(self.said)
        page.body.addWidget(self._told)
        self._more = Beside(self.number, self.reason)
        page.body.addWidget(self._more)
        self._rest = Beside(self.temporary, self.language)
        page.body.addWidget(self._rest)
        page.body.addWidget(self.another, 0, Qt.AlignmentFlag.AlignLeft)
        page.body.addStretch()
        self.body.addWidget(page, 1)
        self.fit_page(page, WIDE, HIGH)
        self._trouble.hide()
        self._told.hide()
        self.said.hide()

    def _show_parts(self) -> None:
        chosen = self._unit is not None and bool(self._queues)
        self.finder.setVisible(not chosen)
        for part in (self.times, self._more, self._rest, self.another):
            part.setVisible(chosen)
        if self.categories is not None:
            self.categories.setVisible(chosen)
        if not chosen:
            self.said.hide()
            self._told.hide()
        self.primary.setText(self.tr("Ge platsen") if chosen else self.tr("Välj enheten"))
