"""Who is rung about a freed time: why it is their turn, the number, and what they answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.domain.freed_times import FreedItem, OfferState, Wait
from kundcenter.domain.matching import Match
from kundcenter.domain.people import Person
from ui.actions import Action
from ui.badges import Badge
from ui.freed_words import because_words, left_badge, number_words, spoken_words, when_words
from ui.keys import keys
from ui.labels import label
from ui.people import name_of, number_of
from ui.records import Column, RecordModel
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.empty import EmptyState
from ui.widgets.page import Page
from ui.widgets.table import RecordTable
from ui.widgets.text import Text
from ui.widgets.timer import TimerLabel

ANSWERS = (
    (OfferState.ACCEPTED, Action.OFFER_ACCEPTED, "check-circle"),
    (OfferState.DECLINED, Action.OFFER_DECLINED, "close"),
    (OfferState.UNREACHED, Action.OFFER_UNREACHED, "phone-hangup"),
)
LINES = 3  # of those who come after, in sight


class FreedOffer(Page):
    """`ringing` asks to dial; `answered` carries an OfferState; `left` gives the time back to the
    others, `dropped` takes it off the list.
    """

    ringing = Signal()
    answered = Signal(object)
    left = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("none", "m", parent=parent)
        self._taken = False
        self.when = Text("", Type.LEAD, wrap=True)
        self.where = Text("", role="muted", wrap=True)
        self.begins = Chip(Badge(self.tr("Ledig")))
        self.why = Text("", Type.LEAD, wrap=True)
        self.name = Text("", Type.STRONG, wrap=True)
        self.identity = Text("", role="muted", figures=True)
        self.protected = Chip(Badge(self.tr("SKYDDADE PERSONUPPGIFTER"), ToneName.DANGER, "shield"))
        self.number = Text("", Type.DISPLAY, figures=True, wrap=True)
        self.number.setAccessibleName(self.tr("Numret att ringa"))
        self.speech = Text("", wrap=True)
        self.hint = Text("", role="warning", wrap=True)
        self.time_left = TimerLabel(self.tr("Erbjudandet gäller i"), Type.STRONG)
        self._lasting = Text(self.tr("Erbjudandet gäller i"), role="muted")
        self.ring = Button(
            self.tr("Ring upp"), ButtonKind.PRIMARY, icon="phone-out", keys=Action.FREED_RING
        )
        self.answers = {
            state: Button(label(state), icon=icon, keys=action) for state, action, icon in ANSWERS
        }
        self.leave = Button(
            self.tr("Lämna"), ButtonKind.QUIET, icon="undo", keys=Action.FREED_RELEASE
        )
        self.drop = Button(
            self.tr("Erbjud inte mer"), ButtonKind.QUIET, icon="minus", keys=Action.FREED_DROP
        )
        self.coming = self._made_list()
        self.table = RecordTable(
            self.tr("De som kommer efter"),
            self.coming,
            empty=EmptyState(self.tr("Ingen mer på väntelistan passar"), icon="people"),
        )
        self._after = Card(self.tr("Kommer efter"), icon="people")
        self._lay_out()
        self._now: datetime | None = None
        self._connect()

    # -- what is shown -------------------------------------------------------------------------

    def clear(self) -> None:
        """No time is taken."""
        self._taken = False
        self.coming.replace(())
        for text in (self.name, self.identity, self.number, self.why, self.speech, self.hint):
            text.setText("")
        self.protected.hide()
        self._show_lasting(None, None)
        self._show_acts(person=False, offered=False)

    def show_time(self, item: FreedItem, unit: str, now: datetime) -> None:
        """The time that is taken, before it is known who is on turn."""
        self.clear()  # of the one before nobody is named beside this time
        self._show_turn(somebody=True)
        self._now = now
        slot = item.timeslot
        self.when.setText(when_words(slot, now))
        self.where.setText(", ".join(filter(None, (unit, slot.category, slot.performer))))
        self.begins.show_badge(left_badge(slot.starts_at, now))
        self.speech.setText(spoken_words(slot, unit, now))
        self._taken = True

    def show_line(self, matches: Sequence[Match], now: datetime) -> None:
        """The first of those who fit is rung; of those who come after, no names."""
        first = matches[0] if matches else None
        self.coming.replace(matches[1:])
        if first is None:
            self.show_nobody()
            return
        self._show_turn(somebody=True)
        self.why.setText(because_words(first, now))
        self.show_person(first.wait, first.person)
        self.hint.setText("")
        self._show_lasting(None, now)
        self._show_acts(person=True, offered=False)

    def show_nobody(self) -> None:
        """Nobody who waits could take it."""
        self.coming.replace(())
        for text in (self.name, self.identity, self.number, self.speech):
            text.setText("")
        self.protected.hide()
        self.why.setText(
            self.tr("Ingen på väntelistan passar. Tiden står kvar bland de lediga tiderna.")
        )
        self.hint.setText("")
        self._show_lasting(None, None)
        self._show_acts(person=False, offered=False)
        self._show_turn(somebody=False)

    def show_gone(self, words: str) -> None:
        """The time can go to nobody any more; what was said of it stays, and one way out."""
        focused = QApplication.focusWidget()
        here = focused is not None and self.isAncestorOf(focused)
        self.clear()
        self._show_turn(somebody=False)
        self.why.setText(words)
        self._taken = True
        self._show_acts(person=False, offered=False)
        self.drop.setEnabled(False)
        if here:  # whoever is in the list already stays there
            self.go_to(self.leave)

    def show_person(self, wait: Wait, person: Person | None, *, opened: bool = False) -> None:
        """Whom to ring, and at which number; of a protected person not before it is `opened`."""
        hidden = person is not None and person.protected and not opened
        self.protected.setVisible(person is not None and person.protected)
        name = person.name if person is not None and opened else ""
        self.name.setText(name or (name_of(person) if person is not None else ""))
        identity = number_of(person.person_id) if person is not None and not hidden else ""
        self.identity.setText(identity)
        self.number.setText(
            number_words(wait.number, person) or self.tr("Nummer visas när du ringer")
        )

    def show_offered(self, until: datetime, now: datetime) -> None:
        """It is offered: now the answer is waited for."""
        self._show_lasting(until, now)
        self._show_acts(person=True, offered=True)

    def say(self, words: str) -> None:
        """What to mind, by the number."""
        self.hint.setText(words)
        self.hint.setVisible(bool(words))

    def go_to(self, button: Button) -> None:
        """The focus, with the time, the number and every answer in sight as far as they fit."""
        button.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._show_whole)  # when what came has its height

    def _show_whole(self) -> None:
        self.verticalScrollBar().setValue(0)
        for part in (self.answers[OfferState.UNREACHED], self.number):
            self.ensureWidgetVisible(part, 0, 0)
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.ensureWidgetVisible(focused, 0, 0)

    def set_busy(self, busy: bool) -> None:
        for button in (self.ring, *self.answers.values(), self.leave, self.drop):
            if busy:
                button.setEnabled(False)

    def renew(self, item: FreedItem, now: datetime) -> None:
        """Time has passed."""
        self.begins.show_badge(left_badge(item.timeslot.starts_at, now))

    # -- the parts -----------------------------------------------------------------------------

    def _show_lasting(self, until: datetime | None, now: datetime | None) -> None:
        lasts = until is not None and now is not None
        for part in (self._lasting, self.time_left):
            part.setVisible(lasts)
        if until is not None and now is not None:
            self.time_left.count_down((until - now).total_seconds())
        else:
            self.time_left.clear_time()

    def _show_turn(self, *, somebody: bool) -> None:
        """What is of use only when there is somebody to ring."""
        parts = (self.name, self.identity, self.number, self.speech, self.ring, self._after)
        for part in (*parts, *self.answers.values()):
            part.setVisible(somebody)

    def _show_acts(self, *, person: bool, offered: bool) -> None:
        self.ring.setEnabled(person)
        self.ring.setText(self.tr("Ring igen") if offered else self.tr("Ring upp"))
        self.ring.set_kind(ButtonKind.SECONDARY if offered else ButtonKind.PRIMARY)
        for state, button in self.answers.items():
            button.setEnabled(offered)
            first = offered and state is OfferState.ACCEPTED
            button.set_kind(ButtonKind.PRIMARY if first else ButtonKind.SECONDARY)
        self.leave.setEnabled(self._taken)
        self.drop.setEnabled(self._taken and not offered)
        self.hint.setVisible(bool(self.hint.text()))

    def _made_list(self) -> RecordModel[Match]:
        return RecordModel[Match](
            (
                Column(self.tr("Plats"), lambda match: str(match.place), width=5, figures=True),
                Column(self.tr("Varför"), lambda match: label(match.because)),
                Column(
                    self.tr("Väntat, dygn"),
                    lambda match: str(self._waited(match)),
                    figures=True,
                    width=12,
                ),
            ),
            key=lambda match: match.wait.id,
            parent=self,
        )

    def _waited(self, match: Match) -> int:
        now = self._now
        return max(0, (now - match.wait.added_at).days) if now is not None else 0

    def _lay_out(self) -> None:
        left = Qt.AlignmentFlag.AlignLeft
        time = Card(self.tr("Den lediga tiden"), icon="clock")
        time.trailing.addWidget(self.begins)
        told = spaced(QVBoxLayout(), gap="xs")
        told.addWidget(self.when)
        told.addWidget(self.where)
        time.body.addLayout(told)
        turn = Card(self.tr("På tur nu"), icon="person")
        turn.body.addWidget(self.why)
        turn.body.addWidget(self.protected, 0, left)
        who = spaced(QHBoxLayout(), gap="m")
        who.addWidget(self.name)
        who.addWidget(self.identity)
        who.addStretch()
        turn.body.addLayout(who)
        turn.body.addWidget(self.number)
        turn.body.addWidget(self.speech)
        turn.body.addWidget(self.hint)
        dial = spaced(QHBoxLayout(), gap="m")
        dial.addWidget(self.ring)
        dial.addWidget(self._lasting)
        dial.addWidget(self.time_left)
        dial.addStretch()
        turn.body.addLayout(dial)
        answers = spaced(QVBoxLayout(), gap="s")
        for button in self.answers.values():
            answers.addWidget(button)
        turn.body.addLayout(answers)
        acts = spaced(QHBoxLayout(), gap="s")
        acts.addWidget(self.leave)
        acts.addWidget(self.drop)
        acts.addStretch()
        after = self._after
        after.body.addWidget(self.table)
        row = current().metrics.row
        self.table.setFixedHeight((LINES + 1) * row)
        for part in (time, turn):
            self.body.addWidget(part)
        self.body.addLayout(acts)
        self.body.addWidget(after)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.ring.clicked.connect(self.ringing)
        self.leave.clicked.connect(self.left)
        self.drop.clicked.connect(self.dropped)
        for state, action, _ in ANSWERS:
            button = self.answers[state]
            button.clicked.connect(lambda _=False, told=state: self.answered.emit(told))
            keys().bind(self, action, button.click)
        for action, button in (
            (Action.FREED_RING, self.ring),
            (Action.FREED_RELEASE, self.leave),
            (Action.FREED_DROP, self.drop),
        ):
            keys().bind(self, action, button.click)
        self.clear()
