"""A promised call that one has taken: whom to ring, at which number, why; what came of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kundcenter.domain.callbacks import (
    MOST_ATTEMPTS,
    TRY_AGAIN_AFTER,
    Callback,
    CallbackKind,
    ToldCallback,
)
from kundcenter.domain.drafts import FormKind
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.errors import KundcenterError
from ui.actions import Action
from ui.badges import Badge, urgency_badge
from ui.callback_keeper import CallbackKeeper
from ui.claiming_words import (
    callback_badge,
    kind_badge,
    promise_badge,
    promised_words,
    step_words,
)
from ui.dialogs.callback_number import NumberDialog
from ui.directory_keeper import DirectoryKeeper
from ui.kept_form import KeptForm
from ui.keys import keys
from ui.labels import label
from ui.moments import read_moment, tomorrow
from ui.numbers import shown_number
from ui.people import listed_number, name_of
from ui.services import Services, current_codes
from ui.tasks import Lane, Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.times import clock
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.page import Page
from ui.widgets.text import Text

WIDE, HIGH = 680, 500  # pixels
STEPS = 6  # the latest, in sight


class KeptUntilNoted(KeptForm):
    """Let go or put off, the call is not over: what one wrote of it waits as the call does."""

    noted = False

    def _forget(self) -> None:
        if self.noted:
            super()._forget()
        else:
            self.keep()


class CallbackDialog(Dialog):
    """`said` carries a sentence when something has been noted.

    Closed without a word the call is still one's own, until its lease ends.
    """

    said = Signal(str)

    def __init__(
        self, tasks: Tasks, services: Services, told: ToldCallback, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("CallbackDialog", "Ring upp"),
            primary=translate("CallbackDialog", "Klar"),
            secondary=translate("CallbackDialog", "Stäng, behåll den"),
            parent=parent,
        )
        self._tasks, self._services, self._told = tasks, services, told
        self._keeper = CallbackKeeper.of(tasks, services)
        self._units = DirectoryKeeper.of(tasks, services)
        self.number = Text("", Type.DISPLAY, figures=True)
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.name = Text("", Type.LEAD, wrap=True)
        self._facts = Text("", wrap=True)
        self._steps = Text("", Type.SMALL, role="muted", wrap=True)
        self._trouble = Banner(
            self.tr("Det gick inte."), ToneName.WARNING, icon="warning", wrap=True
        )
        self.text = Field(
            self.tr("Vad det blev"),
            help=self.tr("Utan nummer och namn. Det som hör till journalen skrivs i den."),
            longest=LINE_LIMIT,
        )
        self.again = Field(self.tr("Inget svar: ring igen"), longest=20)
        self.again.set_text(clock(self._keeper.now + TRY_AGAIN_AFTER))
        self.ring = Button(self.tr("Ring numret"), icon="phone-out")
        self.other = Button(self.tr("Annat nummer"), icon="pen", keys=Action.CALLBACK_NUMBER)
        self.release = Button(self.tr("Släpp"), icon="undo", keys=Action.CALLBACK_RELEASE)
        self.no_answer = Button(self.tr("Inget svar"), icon="minus", keys=Action.CALLBACK_NO_ANSWER)
        self.primary.answer_to(Action.CALLBACK_DONE, cap=True)
        self._lay_out()
        self._listen()
        texts = {"text": self.text}
        about = FormKind.CALLBACK, self._callback.id
        self._kept = KeptUntilNoted(self, tasks, services, about, texts)
        self._show()

    def open(self) -> None:
        """One begins by ringing; where the telephone is by hand, by saying how it went."""
        super().open()
        (self.text if self.ring.isHidden() else self.ring).setFocus()

    @property
    def _callback(self) -> Callback:
        return self._told.callback

    # -- what is shown -------------------------------------------------------------------------

    def _show(self) -> None:
        callback, now = self._callback, self._keeper.now
        person = self._told.person
        self.number.setText(shown_number(callback.number))
        name = "" if person is None else f"{name_of(person)}, {listed_number(person)}"
        self.name.setText(name)
        self.name.setVisible(bool(name))
        end = callback.promised_to if callback.kind is CallbackKind.QUEUE else None
        start = callback.promised_from
        attempts = self.tr("{count} av {most}").format(count=callback.attempts, most=MOST_ATTEMPTS)
        pairs = (
            (self.tr("Utlovat"), promised_words(start, end or start, now)),
            (self.tr("Enhet"), self._units.name(callback.unit_id)),
            (self.tr("Det gäller"), callback.reason),
            (self.tr("Ska ringa tidigare om"), callback.criteria),
            (self.tr("Tolkspråk"), callback.language),
            (self.tr("Utan svar"), attempts if callback.attempts else ""),
            (self.tr("Numret"), self._about_number(callback)),
        )
        words = self.tr("{what}: {value}")
        told = [words.format(what=what, value=value) for what, value in pairs if value]
        self._facts.setText("\n".join(told))
        latest = self._told.steps[-STEPS:]
        self._steps.setText("\n".join(step_words(each, now, self._keeper.name) for each in latest))
        self._steps.setVisible(bool(latest))

    def _about_number(self, callback: Callback) -> str:
        person = self._told.person
        words = []
        if callback.number_is_temporary:
            words.append(self.tr("tillfälligt, glöms när det är klart"))
        if person is not None and person.protected:
            words.append(self.tr("skyddat, får inte lämnas ut"))
        return ", ".join(words)

    def _chips(self) -> QHBoxLayout:
        callback, now = self._callback, self._keeper.now
        row = spaced(QHBoxLayout(), gap="s")
        levels = {each.code: each.label for each in current_codes(self._services).urgencies}
        badges = [promise_badge(callback.promise(now)), callback_badge(callback, now)]
        if callback.category is not None:
            badges.append(Badge(label(callback.category), ToneName.NEUTRAL, "queue"))
        else:
            badges.append(kind_badge(callback.kind))
        if callback.urgency in levels:
            badges.append(urgency_badge(callback.urgency, levels[callback.urgency]))
        for badge in badges:
            row.addWidget(Chip(badge))
        row.addStretch()
        return row

    def _lay_out(self) -> None:
        page = Page(margins="none", gap="m")
        self._trouble.hide()
        card = Card(self.tr("Ring"), icon="phone-out")
        card.body.addWidget(self.number)
        card.body.addWidget(self.name)
        card.body.addWidget(self._facts)
        card.body.addWidget(self._steps)
        for button in (self.ring, self.other):
            card.trailing.addWidget(button)
        page.body.addWidget(self._trouble)
        page.body.addLayout(self._chips())
        page.body.addWidget(card)
        page.body.addWidget(self.text)
        row = spaced(QHBoxLayout(), gap="m")
        row.addWidget(self.again, 1)
        for button in (self.no_answer, self.release):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        page.body.addLayout(row)
        page.body.addStretch()
        self.body.addWidget(page, 1)
        self.fit_page(page, WIDE, HIGH)
        self.ring.setVisible(self._services.telephone.rings_out)

    def _listen(self) -> None:
        self.confirmed.connect(self._done)
        acts: tuple[tuple[Button, Action | None, Callable[[], object]], ...] = (
            (self.ring, None, self._ring),
            (self.other, Action.CALLBACK_NUMBER, self._ask_number),
            (self.release, Action.CALLBACK_RELEASE, self._release),
            (self.no_answer, Action.CALLBACK_NO_ANSWER, self._tried),
        )
        for button, action, act in acts:
            button.clicked.connect(partial(self._act, act))
            if action is not None:
                keys().bind(self, action, button.click)

    def _act(self, act: Callable[[], object], *_: object) -> None:
        """Struck twice it is done once: two without an answer are two of three attempts."""
        if self.primary.isEnabled():
            act()

    # -- what is done --------------------------------------------------------------------------

    def _ring(self) -> None:
        verb = partial(self._services.telephone.ring_out, self._callback.number)
        self._tasks.run(self, verb, refused=self._say, lane=Lane.LINE)
        self.text.setFocus()

    def _ask_number(self) -> None:
        dialog = NumberDialog(self._tasks, self._services, self._callback, parent=self)
        dialog.changed.connect(self._look_again)
        dialog.open()

    def _look_again(self) -> None:
        verb = partial(self._services.callbacks.get, self._callback.id)
        self._tasks.run(self, verb, self._on_read, self._say)

    def _on_read(self, told: ToldCallback) -> None:
        self._told = told
        self._show()

    def _release(self) -> None:
        callback = self._callback
        told = self.tr("Återuppringningen är släppt. Vem som helst kan ta den.")
        if callback.holder is not None and callback.holder == callback.leased_by:
            # Only the lease goes: colleagues do not see what one has promised oneself.
            told = self.tr(
                "Släppt, men löftet är fortfarande ditt. Lämna vidare det om någon annan ska ringa."
            )
        self._run(partial(self._services.callbacks.release, callback.id), told, noted=False)

    def _done(self) -> None:
        callback = self._callback
        needed = callback.kind is not CallbackKind.QUEUE or not callback.open
        if needed and not self.text.text().strip():
            self._wrong(self.text, self.tr("Skriv vad det blev av uppringningen."))
            return
        verb = partial(self._services.callbacks.done, callback.id, self.text.text())
        self._run(verb, self.tr("Återuppringningen är klar."))

    def _tried(self) -> None:
        at = self._again_at()
        if at is None:
            words = self.tr("Skriv tiden som 21:00 eller {day} 21:00.")
            self._wrong(self.again, words.format(day=tomorrow(self._keeper.now)))
            return
        callback, text = self._callback, self.text.text()
        last = callback.attempts + 1 >= MOST_ATTEMPTS
        if last and callback.kind is CallbackKind.SAFETY and not text.strip():
            words = self.tr(
                "Tredje gången utan svar. Skriv vad du gjorde i stället för att nå fram."
            )
            self._wrong(self.text, words)
            return
        told = self.tr("Noterat: inget svar. Ring igen {clock}.").format(clock=clock(at))
        if last:
            told = self.tr("Noterat: inget svar tredje gången. Avslutad som ej nådd.")
        verb = partial(self._services.callbacks.tried, callback.id, try_at=at, text=text)
        self._run(verb, told)

    def _again_at(self) -> datetime | None:
        try:
            return read_moment(self.again.text(), self._keeper.now + timedelta(seconds=1))
        except ValueError:
            return None

    def _run(self, verb: Callable[[], object], told: str, *, noted: bool = True) -> None:
        self.set_busy(True)
        self._tasks.run(self, verb, lambda _: self._noted(told, noted), self._say)

    def _noted(self, told: str, noted: bool) -> None:
        self._kept.noted = noted
        self.said.emit(told)
        self.accept()

    def _say(self, error: KundcenterError) -> None:
        self.set_busy(False)
        if error.code == "callback.needs_outcome":
            self._wrong(self.text, sentence(error))
            return
        if error.code == "callback.due_invalid":
            self._wrong(self.again, sentence(error))
            return
        self._trouble.say(sentence(error))
        self._trouble.show()
        self.make_room()

    def _wrong(self, field: Field, words: str) -> None:
        field.show_error(words)
        field.setFocus()
