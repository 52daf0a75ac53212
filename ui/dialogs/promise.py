"""Promise to ring: one's own call-back, or the clock that nets a risk."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from uuid import uuid5

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.callbacks import CallbackKind, Promised
from kundcenter.domain.drafts import FormKind
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.errors import KundcenterError
from ui.badges import Badge
from ui.claiming_words import ring_words
from ui.dialogs.place import About
from ui.dialogs.say import Said, SayDialog
from ui.dialogs.unit_rows import read_number
from ui.directory_keeper import DirectoryKeeper
from ui.kept_form import KeptForm
from ui.labels import label
from ui.moments import read_moment, tomorrow
from ui.numbers import shown_number
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.widgets.banner import Banner
from ui.widgets.beside import Beside
from ui.widgets.check import Check
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.page import Page

WIDE, HIGH = 640, 500  # pixels


class PromiseDialog(Dialog):
    """`promised` carries the Changes.  Who may net a risk is asked which of the two it is."""

    promised = Signal(object)

    def __init__(
        self, tasks: Tasks, services: Services, about: About, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("PromiseDialog", "Lova att ringa upp"),
            primary=translate("PromiseDialog", "Lova"),
            parent=parent,
        )
        self._tasks, self._services, self._about = tasks, services, about
        self._keeper = DirectoryKeeper.of(tasks, services)
        own, safety = CallbackKind.OWN, CallbackKind.SAFETY
        self.kind = ChoiceRow(
            self.tr("Vad för löfte"),
            (
                Choice(own, Badge(label(own), ToneName.NEUTRAL, "phone-out")),
                Choice(safety, Badge(label(safety), ToneName.NEUTRAL, "shield")),
            ),
        )
        self.kind.choose(own)
        self.kind.chosen.connect(lambda _: self._show_kind())
        self.kind.struck.connect(self._go_to_due)
        self.due = Field(
            self.tr("När vi ringer"),
            help=self.tr("Som 21:00 eller {day} 21:00.").format(day=tomorrow(self._keeper.now)),
            longest=20,
        )
        self.number = Field(self.tr("Nummer att ringa"), longest=32)
        self.number.set_text(shown_number(about.number) if about.number else "")
        self.temporary = Check(self.tr("Tillfälligt nummer, glöms efteråt"))
        self.reason = Field(self.tr("Det gäller, en rad"), longest=LINE_LIMIT)
        self.reason.set_text(about.reason)
        self.criteria = Field(
            self.tr("Ring tidigare om"),
            help=self.tr("När patienten inte ska vänta på att vi ringer. Läs upp det."),
            longest=LINE_LIMIT,
        )
        self.said = Said()
        self._trouble = Banner(
            self.tr("Det gick inte."), ToneName.WARNING, icon="warning", wrap=True
        )
        self._lay_out()
        self.due.changed.connect(lambda _: self._show_said())
        self.criteria.changed.connect(lambda _: self._show_said())
        self.number.changed.connect(self._on_number)
        self.confirmed.connect(self._promise)
        if about.call_id is not None:
            texts = {
                "due": self.due,
                "number": self.number,
                "reason": self.reason,
                "criteria": self.criteria,
            }
            # Of the person too: the next part of the call is about somebody else.
            subject = uuid5(about.call_id, str(about.person_id))
            kept = KeptForm(self, tasks, services, (FormKind.CALLBACK, subject), texts)
            kept.given_back.connect(self._on_given_back)
        self._show_kind()

    def open(self) -> None:
        """One most often begins by saying when."""
        super().open()
        self.due.setFocus()

    @property
    def safety(self) -> bool:
        """Whether it is the clock that nets a risk."""
        return self.kind.value == CallbackKind.SAFETY

    def _lay_out(self) -> None:
        page = Page(margins="none", gap="m")
        self._trouble.hide()
        page.body.addWidget(self._trouble)
        page.body.addWidget(self.kind)
        page.body.addWidget(Beside(self.due, self.number))
        page.body.addWidget(self.temporary)
        page.body.addWidget(self.reason)
        page.body.addWidget(self.criteria)
        page.body.addWidget(self.said)
        page.body.addStretch()
        self.body.addWidget(page, 1)
        self.fit_page(page, WIDE, HIGH)
        self.kind.setVisible(self._keeper.may(Function.NET_RISK))

    def _show_kind(self) -> None:
        self.criteria.setVisible(self.safety)
        self._show_said()

    def _on_given_back(self) -> None:
        """Criteria were written of a net: after a crash it may not become less, unseen."""
        self._on_number(self.number.text())
        if self.criteria.text().strip() and self._keeper.may(Function.NET_RISK):
            self.kind.choose(CallbackKind.SAFETY)
        self._show_kind()

    def _go_to_due(self) -> None:
        self.due.setFocus()

    def _show_said(self) -> None:
        due = self._due()
        self.said.setVisible(due is not None)
        if due is not None:
            words = ring_words(due, self._keeper.now)
            criteria = self.criteria.text().strip() if self.safety else ""
            if criteria:
                asked = self.tr("Ring oss tidigare om: {criteria}")
                words = f"{words} {asked.format(criteria=criteria)}"
            self.said.say(words)

    def _due(self) -> datetime | None:
        try:
            return read_moment(self.due.text(), self._keeper.now)
        except ValueError:
            return None

    def _on_number(self, text: str) -> None:
        own = shown_number(self._about.number) if self._about.number else ""
        self.temporary.setChecked(bool(own) and text.strip() != own)

    def _promise(self) -> None:
        due = self._due()
        if due is None:
            words = self.tr("Skriv tiden som 21:00 eller {day} 21:00.")
            self._wrong(self.due, words.format(day=tomorrow(self._keeper.now)))
            return
        number = read_number(self.number)
        if number is None:
            return
        if self.safety and not self.criteria.text().strip():
            self._wrong(self.criteria, self.tr("Skriv när patienten ska ringa tidigare än så."))
            return
        about = self._about
        promised = Promised(
            about.person_id,
            number,
            self.temporary.isChecked(),
            criteria=self.criteria.text() if self.safety else "",
            urgency=about.urgency,
            reason=self.reason.text(),
            language=about.language,
            call_id=about.call_id,
            entry_id=about.entry_id,
        )
        kind = CallbackKind.SAFETY if self.safety else CallbackKind.OWN
        self.set_busy(True)
        self._trouble.hide()
        verb = partial(self._services.callbacks.promise, kind, due, promised)
        self._tasks.run(self, verb, self._on_promised, self._refuse)

    def _on_promised(self, changes: Changes) -> None:
        words, host = self.said.words.text(), self.parentWidget()
        told = self.tr("På {number}.").format(number=self.number.text())
        if self.safety:
            told = self.tr(
                "På {number}. Klockan står kvar tills någon har skrivit vad det blev."
            ).format(number=self.number.text())
        self.promised.emit(changes)
        self.accept()
        SayDialog(self.tr("Löftet är gett"), words, told=told, parent=host).open()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        fields = {"callback.due_invalid": self.due, "callback.needs_criteria": self.criteria}
        field = fields.get(error.code)
        if field is None and error.code.startswith(("phone_number.", "callback.needs_number")):
            field = self.number
        if field is not None:
            self._wrong(field, sentence(error))
        else:
            self._trouble.say(sentence(error))
            self._trouble.show()

    def _wrong(self, field: Field, words: str) -> None:
        field.show_error(words)
        field.setFocus()
