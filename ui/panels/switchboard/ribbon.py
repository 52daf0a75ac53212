"""The ribbon of the switchboard: whose call it is about, how far it has come, what can be done."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kundcenter.domain.calls import Call
from kundcenter.domain.lines import Side
from ui.actions import Action
from ui.labels import label
from ui.numbers import number_of_call
from ui.switchboard.on_way import Asking, Back
from ui.switchboard.passing import Passing
from ui.theme.colours import ToneName
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.head import Head
from ui.widgets.medallion import Medallion
from ui.widgets.speech import announce, named
from ui.widgets.text import Text, repolish

ENTER = "Return"
_ASKING = (
    Action.DISPATCH_COMPLETE,
    Action.DISPATCH_TOGGLE,
    Action.DISPATCH_JOIN,
    Action.DISPATCH_DROP,
)
_CALL = (
    Action.DISPATCH_ASK,
    Action.DISPATCH_WAIT,
    Action.DISPATCH_VOICEMAIL,
    Action.DISPATCH_BRIEF,
)


class Ribbon(QFrame):
    """Two lines and the acts.  `struck` carries the Action of a button, `sent` is Enter's own."""

    struck = Signal(object)
    sent = Signal()

    def __init__(self, passing: Passing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._passing = passing
        self._last = ""
        self._told_of: UUID | None = None
        named(self, self.tr("Samtalet som kopplas"))
        row = spaced(QHBoxLayout(self), ("m", "s"), "m")
        self._mark = Medallion("switchboard")
        row.addWidget(self._mark)
        column = spaced(QVBoxLayout(), gap="xs")
        self._words = Text(" ", Type.LEAD)
        self._words.setProperty("heading", True)
        self._beneath = Text(" ", Type.SMALL, role="muted")
        for text in (self._words, self._beneath):
            text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._send = Button(
            self.tr("Koppla"), ButtonKind.PRIMARY, icon="phone-transfer", keys=ENTER
        )
        self._send.clicked.connect(self.sent)
        self._buttons = {action: self._button(action) for action in (*_ASKING, *_CALL)}
        self._next = self._button(Action.DISPATCH_NEXT_CALL)
        self.acts = Head((), (self._send, *self._buttons.values(), self._next))
        column.addWidget(self._words)
        column.addWidget(self._beneath)
        column.addWidget(self.acts)
        row.addLayout(column, 1)
        self.show_state()

    @property
    def words(self) -> str:
        """What it says, for those who look."""
        return f"{self._words.text()} {self._beneath.text()}".strip()

    def tell(self, words: str) -> None:
        """Say what has just come of something; it stays until something else is to be told.

        Under the next call it would be read as said of that one: there it is gone.
        """
        call = self._passing.call
        self._last, self._told_of = words, None if call is None else call.id
        self.show_state()
        announce(self, words)

    def show_state(self) -> None:
        """As it stands now."""
        passing = self._passing
        call, asking, back = passing.call, passing.asking, passing.back_of(passing.call)
        free = next((each for each in passing.waiting if each.free), None)
        waits = passing.waiting_of(call)
        shown: tuple[Action, ...] = ()
        send = False
        tone, icon = ToneName.NEUTRAL, "switchboard"
        beneath = self._came_of(call)
        if asking is not None:
            tone, icon, shown = ToneName.ACCENT, "phone-transfer", _ASKING
            words, beneath = self._asking(asking)
        elif free is not None:
            tone, icon, send = ToneName.SUCCESS, "check-circle", True
            words = self.tr("Nu ledig: {name}").format(name=free.sent.target.name)
            beneath = self.tr("Inringaren väntar. Enter på tomt sökfält kopplar.")
            shown = (Action.DISPATCH_DROP,)
        elif waits is not None:
            tone, icon, shown = ToneName.WARNING, "hold", (Action.DISPATCH_DROP,)
            words = self.tr("Inringaren väntar på {name}").format(name=waits.sent.target.name)
            beneath = self.tr("Det sägs till när linjen blir ledig.")
        elif call is not None and passing.busy(call):
            tone, icon = ToneName.ACCENT, "phone-transfer"
            words = self.tr("Kopplar")
        elif call is not None:
            tone, icon, send, shown = ToneName.SUCCESS, "phone", True, _CALL
            words = self.tr("Samtal: {number}").format(number=number_of_call(call))
            if back is not None:
                words, beneath = self._back(back)
                tone = ToneName.WARNING if back.returned else tone
            brief = passing.briefs.get(call.id, "")
            if brief and not (back is not None and back.returned is None):
                beneath = self.tr("Följer med: {brief}").format(brief=brief)
        elif passing.by_hand is not None:
            tone, icon = ToneName.WARNING, "phone"
            words = self.tr("Samtalet styrs på telefonen")
            beneath = self.tr("Enter visar numret, så att du kan koppla för hand.")
        elif passing.ringing is not None:
            words, beneath = self._ringing(passing.back_of(passing.ringing))
            tone, icon = ToneName.ACCENT, "phone-ring"
        else:
            words = self.tr("Inget samtal att koppla")
            beneath = beneath or self.tr("Enter ringer upp den som är vald.")
        self._say(words, beneath, tone, icon)
        self._send.setVisible(send)
        for action, button in self._buttons.items():
            button.setVisible(action in shown)
        answered = asking is not None and asking.answered
        for action in (Action.DISPATCH_COMPLETE, Action.DISPATCH_TOGGLE, Action.DISPATCH_JOIN):
            self._buttons[action].setEnabled(answered)
        self._next.setVisible(len(passing.calls) > 1)
        self.acts.setVisible(send or bool(shown) or len(passing.calls) > 1)

    def _came_of(self, call: Call | None) -> str:
        """What was told last, unless another call has come since."""
        if call is not None and call.id != self._told_of:
            self._last = ""
        return self._last

    def _say(self, words: str, beneath: str, tone: ToneName, icon: str) -> None:
        if words != self._words.text():
            announce(self, words)
        self._words.setText(words)
        self._beneath.setText(beneath or " ")
        self._beneath.setToolTip("")
        self._mark.show_icon(icon, tone, loud=tone is not ToneName.NEUTRAL)
        if self.property("tone") != tone.value:
            self.setProperty("tone", tone.value)
            repolish(self)

    def _asking(self, asking: Asking) -> tuple[str, str]:
        name = asking.sent.target.name
        if not asking.answered:
            return self.tr("Det ringer hos {name}").format(name=name), self.tr("Inringaren väntar.")
        told = {
            Side.OTHER: (
                self.tr("Du talar med {name}"),
                self.tr("Inringaren väntar. Enter kopplar ihop dem."),
            ),
            Side.CALLER: (
                self.tr("Du talar med inringaren"),
                self.tr("{name} väntar. Enter kopplar ihop dem."),
            ),
            Side.BOTH: (
                self.tr("Du talar med båda: {name} och inringaren"),
                self.tr("Enter lämnar dem ensamma."),
            ),
        }
        words, beneath = told[asking.side]
        return words.format(name=name), beneath.format(name=name)

    def _back(self, back: Back) -> tuple[str, str]:
        """A call that has a transfer behind it: come back to us, or passed on to us."""
        brief = back.transfer.draft.brief
        if back.returned is None:
            return self.tr("Kopplat till dig"), brief
        words = self.tr("Kom tillbaka från {name}: {why}")
        why = label(back.returned).lower()
        return words.format(name=self._passing.whom(back), why=why), brief

    def _ringing(self, back: Back | None) -> tuple[str, str]:
        if back is None:
            return self.tr("Det ringer"), self.tr("Svara först, och sök sedan.")
        if back.returned is None:
            return self.tr("Det ringer: kopplat till dig"), back.transfer.draft.brief
        words = self.tr("Kommer tillbaka från {name}: {why}")
        why = label(back.returned).lower()
        return words.format(name=self._passing.whom(back), why=why), back.transfer.draft.brief

    def _button(self, action: Action) -> Button:
        words = {
            Action.DISPATCH_COMPLETE: (self.tr("Koppla ihop"), "phone-transfer"),
            Action.DISPATCH_TOGGLE: (self.tr("Växla"), "refresh"),
            Action.DISPATCH_JOIN: (self.tr("Alla tre"), "people"),
            Action.DISPATCH_DROP: (self.tr("Släpp"), "close"),
            Action.DISPATCH_ASK: (self.tr("Fråga först"), "phone-out"),
            Action.DISPATCH_WAIT: (self.tr("Vänta"), "hold"),
            Action.DISPATCH_VOICEMAIL: (self.tr("Röstbrevlåda"), "note"),
            Action.DISPATCH_BRIEF: (self.tr("Text"), "pen"),
            Action.DISPATCH_NEXT_CALL: (self.tr("Nästa samtal"), "arrow-right"),
        }[action]
        primary = action is Action.DISPATCH_COMPLETE
        kind = ButtonKind.PRIMARY if primary else ButtonKind.SECONDARY
        button = Button(words[0], kind, icon=words[1], keys=action)
        button.clicked.connect(lambda: self.struck.emit(action))
        return button
