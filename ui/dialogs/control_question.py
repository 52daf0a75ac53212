"""One control question before anything of a patient's times is said: which unit, or which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kundcenter.domain.bookings import Booking, BookingUnverified, Control
from kundcenter.domain.calendar import local
from kundcenter.domain.unit_cards import UnitCard
from kundcenter.errors import KundcenterError
from ui.actions import Action
from ui.caller_day import read_day
from ui.dialogs.say import Said
from ui.directory_keeper import DirectoryKeeper
from ui.labels import label
from ui.records import Column, RecordModel
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.space import spaced
from ui.times_words import day_words
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.empty import EmptyState
from ui.widgets.finder import Finder

WIDE = 720  # pixels
SHOWN = 8  # units at most: who does not see theirs writes a letter more
LINES, FEW = 4, 2  # in sight; the fewer in large text, where height is scarce
LARGE = 1.25


@dataclass(frozen=True, slots=True)
class Answer:
    """What the caller's words may mean: a day, or a unit."""

    control: Control
    value: str  # as the verb takes it: the day in ISO 8601, or the unit's id
    words: str
    more: str = ""


def answers_to(text: str, keeper: DirectoryKeeper, today: date) -> tuple[Answer, ...]:
    """What the words may mean, the likeliest first.  All units of the directory are among them,
    so that nobody learns from the list where the patient goes.
    """
    if not text.strip():
        return ()
    day = read_day(text, today)
    if day is not None:
        return (Answer(Control.DATE, day.isoformat(), day_words(day), _a_day()),)
    return tuple(_unit(card) for card in keeper.directory.find(text, limit=SHOWN))


def _a_day() -> str:
    return QCoreApplication.translate("ControlQuestionDialog", "Dag")


def _unit(card: UnitCard) -> Answer:
    more = ", ".join(filter(None, (label(card.unit.kind), card.unit.municipality)))
    return Answer(Control.UNIT, str(card.id), card.unit.name, more)


class ControlQuestionDialog(Dialog):
    """`verified` carries the bookings; `book` asks for a new time, `queue` for a place in a queue:
    neither of them tells the caller anything."""

    verified = Signal(object)
    book = Signal()
    queue = Signal()

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        person_id: UUID,
        call_id: UUID,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("ControlQuestionDialog", "Patientens tider"),
            primary=translate("ControlQuestionDialog", "Kontrollera svaret"),
            secondary=translate("ControlQuestionDialog", "Stäng"),
            parent=parent,
        )
        self._tasks, self._services = tasks, services
        self._person_id, self._call_id = person_id, call_id
        self._wrong: Answer | None = None  # refused last
        self._keeper = DirectoryKeeper.of(tasks, services)
        self.said = Said()
        self.said.say(
            self.tr("Vilken mottagning gäller tiden, eller vilken dag är den?"),
            self.tr("Säg inget om tiderna förrän svaret stämmer."),
        )
        self.spent = Banner(self.tr("Inga fler försök."), ToneName.DANGER, icon="lock", wrap=True)
        self.spent.hide()
        self.finder = self._made_finder()
        self.new = Button(self.tr("Boka ny tid"), icon="calendar")
        self.wait = Button(self.tr("Ställ i kö"), icon="queue")
        for button, action, signal in (
            (self.new, Action.TIMES_BOOK, self.book),
            (self.wait, Action.TIMES_QUEUE, self.queue),
        ):
            button.answer_to(action, cap=True)
            button.clicked.connect(self.accept)
            button.clicked.connect(signal)
        row = spaced(QHBoxLayout(), gap="s")
        for button in (self.new, self.wait):
            row.addWidget(button)
        row.addStretch()
        for part in (self.said, self.spent, self.finder):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.body.addLayout(row)
        self.confirmed.connect(self._verify)
        self.setMinimumWidth(round(WIDE * current().metrics.scale))
        self.finder.setFocus()

    def _made_finder(self) -> Finder:
        model = RecordModel[Answer](
            (
                Column(self.tr("Svar"), lambda each: each.words),
                Column(self.tr("Vad det är"), lambda each: each.more, width=30),
            ),
            key=lambda each: each.value,
        )
        self._empty = EmptyState(self.tr("Skriv svaret"), icon="help")
        finder = Finder(
            self.tr("Inringarens svar"),
            model,
            list_name=self.tr("Vad svaret betyder"),
            placeholder=self.tr("26/11, torsdag, eller en del av mottagningens namn"),
            empty=self._empty,
        )
        model.setParent(finder)
        lines = FEW if current().metrics.scale >= LARGE else LINES
        finder.table.setFixedHeight((lines + 1) * current().metrics.row)
        finder.typed.connect(self._find)
        finder.opened.connect(lambda _: self._verify())
        return finder

    def _find(self, text: str) -> None:
        today = local(self._services.now()).date()
        self.finder.show_records(answers_to(text, self._keeper, today))
        found = self.tr("Varken en dag eller en mottagning") if text.strip() else ""
        self._empty.say(found or self.tr("Skriv svaret"), icon="help")

    def _verify(self) -> None:
        answer: Answer | None = self.finder.current
        if answer is None:
            self.finder.field.show_error(self.tr("Skriv vad inringaren svarar."))
            self.finder.setFocus()
            return
        if answer == self._wrong:  # Enter struck twice is one try
            return
        self.set_busy(True)
        verb = partial(
            self._services.bookings.verify,
            self._person_id,
            answer.control,
            answer.value,
            call_id=self._call_id,
        )
        self._tasks.run(self, verb, self._on_verified, partial(self._refuse, answer))

    def _on_verified(self, bookings: tuple[Booking, ...]) -> None:
        self.accept()
        self.verified.emit(bookings)

    def _refuse(self, answer: Answer, error: KundcenterError) -> None:
        self.set_busy(False)
        if isinstance(error, BookingUnverified) and error.facts.get("left") == 0:
            self._give_up()
            return
        self.finder.field.show_error(sentence(error))
        self.finder.field.edit.selectAll()
        self.finder.setFocus()
        if isinstance(error, BookingUnverified):
            self._wrong = answer
            self.said.say(
                self.tr("Jag hittar ingen sådan tid. Minns du mottagningen, eller dagen?"),
                self.tr("Säg inget om tiderna förrän svaret stämmer."),
            )

    def _give_up(self) -> None:
        """Nothing may be told in this call; what helps without telling is still there."""
        self.spent.say(
            self.tr("Inga fler försök i det här samtalet. Lämna inte ut något om patientens tider.")
        )
        self.spent.show()
        self.finder.hide()
        self.primary.setEnabled(False)
        self.said.say(
            self.tr(
                "Jag kan tyvärr inte se någon tid med de uppgifterna. Ring mottagningen, eller så"
                " ber jag den ringa upp."
            )
        )
        self.wait.setFocus()
        QTimer.singleShot(0, self, self.adjustSize)  # when what is hidden takes no room
