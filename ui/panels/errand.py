"""A part without a record entry: what it is, and what came of it.  No medical text."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from kundcenter.domain.calls import Call
from kundcenter.domain.drafts import Unsaved
from kundcenter.domain.parts import Part, PartKind
from ui.actions import Action
from ui.badges import Badge
from ui.keys import keys
from ui.labels import label
from ui.panels.part import Next, PartView, state_of
from ui.theme.colours import ToneName
from ui.theme.space import spaced
from ui.widgets.action_bar import ActionBar
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.combo import Combo, Option
from ui.widgets.text import Text

OUTCOME = "errand_outcome"


class ErrandPart(PartView):
    """Its outcome is saved when the part is closed."""

    def begin(self, call: Call, part: Part, *, first: bool) -> None:
        super().begin(call, part, first=first)
        self._droppable = False
        own = [outcome for outcome in self._codes.outcomes if not outcome.journal]
        self.outcome = Combo(
            self.tr("Ärendet ledde till"),
            [Option(outcome.code, outcome.label) for outcome in own],
            keys=Action.OUTCOME,
            placeholder=self.tr("Skriv en del av ordet"),
        )
        if part.outcome:
            self.outcome.choose(part.outcome)
        self.outcome.setEnabled(part.open)
        card = Card(label(part.kind), icon="phone-transfer")
        card.body.addWidget(
            Text(self.tr("Här skrivs ingen medicinsk text."), role="muted", wrap=True)
        )
        if part.kind is PartKind.COMPLAINT:
            take_in = Button(self.tr("Ta emot klagomålet"), icon="pen", keys=Action.NEW_CASE)
            take_in.clicked.connect(self._take_in)
            card.body.addWidget(take_in, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addWidget(self.outcome)
        inside = QWidget()
        column = spaced(QVBoxLayout(inside), "l")
        column.addWidget(card)
        column.addStretch(1)
        right = QScrollArea()
        right.setWidget(inside)
        right.setWidgetResizable(True)
        right.setAccessibleName(label(part.kind))
        self._drop = Button(self.tr("Ta bort delen"), icon="trash")
        self._finish = Button(self.tr("Avsluta"), icon="check", keys=Action.FINISH)
        self._bar = ActionBar(self.tr("Delens läge"), self.badge, (self._drop, self._finish))
        self._lay_out(right, self._bar)
        self.outcome.chosen.connect(lambda _: self._on_edited())
        self.who.identified.connect(lambda _: self.outcome.setFocus())
        self.stated.connect(self._show_state)
        self._drop.clicked.connect(self.dropping)
        self._drop.answer_to(Action.DROP_PART)
        self._finish.clicked.connect(self.finishing)
        self._show_state()

    @property
    def badge(self) -> Badge:
        if self.part.open and self.outcome.value:
            return Badge(self.tr("Klar att avsluta"), ToneName.INFO, "check")
        return state_of(self.part)

    @property
    def unsaved(self) -> bool:
        return self.part.open and bool(self.outcome.value)

    @property
    def unkept(self) -> Unsaved | None:
        whom = self._whom(self.part.person_id)
        told = self.outcome.value or whom.number or whom.person_id or whom.anonymous
        if not (self.part.open and told):
            return None
        return replace(whom, outcome=self.outcome.value or "")

    def save_then(self, then: Next) -> None:
        """Close the part with its outcome: there is nothing else to save."""
        self.point_then(partial(self._close_then, then))

    def restore(self, unsaved: Unsaved) -> None:
        self.outcome.choose(unsaved.outcome or None)
        self._take_person(unsaved)
        self._on_edited()

    def take_focus(self) -> None:
        if self.who.person is None and self.part.open:
            self.who.take_focus()
        else:
            self.outcome.setFocus()

    def _close_then(self, then: Next) -> None:
        self._close_as(self.outcome.value or "", then)

    def _take_in(self) -> None:
        """As by the window's own key: the matter is a case for itself, linked to this call."""
        live = keys().live(self.window())
        bound = next((each for each in live if each.action is Action.NEW_CASE), None)
        if bound is not None:
            bound.run()

    def _on_edited(self) -> None:
        self.stated.emit()
        self.edited.emit()

    def _show_state(self) -> None:
        self.outcome.setEnabled(self.part.open)
        self._bar.show_state(self.badge)
        self._drop.setVisible(self.blank and self._droppable)

    def show_droppable(self, droppable: bool) -> None:
        self._droppable = droppable
        self._drop.setVisible(self.blank and droppable)

    def _named_fields(self) -> dict[str, QWidget]:
        return {**super()._named_fields(), OUTCOME: self.outcome}
