"""Where two have written different things of a case: both, by whom and when, and a choice."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.domain.cases import CaseEdit, ToldCase
from ui.actions import Action
from ui.case_told import stood_by
from ui.labels import label
from ui.theme.colours import ToneName
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.times import day_and_time
from ui.widgets.banner import Banner
from ui.widgets.beside import Beside
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.text import Text

LETTERS, LINES = 240, 4  # of each value, in sight


class ConflictsPart(QWidget):
    """The oldest of them, until none is left.  `chosen` carries the edit and the value that is to
    count; `other_wanted` the edit, when it is to be neither.
    """

    chosen = Signal(object, str)
    other_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.conflict: CaseEdit | None = None
        self._stands = ""
        self.banner = Banner(
            self.tr("Två har skrivit olika."), ToneName.WARNING, icon="warning", wrap=True
        )
        self.standing, self.standing_by = Text("", wrap=True), _small()
        self.wanted, self.wanted_by = Text("", wrap=True), _small()
        self.keep = Button(self.tr("Behåll det"), icon="check")
        self.change = Button(self.tr("Ta det i stället"), icon="pen")
        self.other = Button(self.tr("Skriv något tredje"), icon="plus")
        for button, action, act in (
            (self.keep, Action.CASE_KEEP, self._keep),
            (self.change, Action.CASE_CHANGE, self._change),
            (self.other, Action.CASE_OTHER, self._other),
        ):
            button.answer_to(action, cap=True)
            button.clicked.connect(act)
        self._lay_out()
        self.hide()

    def show_conflicts(self, told: ToldCase, words: dict[CaseEdit, tuple[str, str]]) -> None:
        """`words` are of each difference the value that counts and the other one, to be read."""
        waiting = told.conflicts
        self.setVisible(bool(waiting))
        self.conflict = waiting[0] if waiting else None
        if self.conflict is None:
            return
        one = self.conflict
        self._stands = told.case.facts.value(one.name)
        count = self.tr("Två har skrivit olika i ”{field}”. Välj vad som ska gälla.")
        if len(waiting) > 1:
            count = self.tr(
                "Två har skrivit olika i ”{field}”. Välj vad som ska gälla, {count} gånger i allt."
            )
        self.banner.say(count.format(field=label(one.name), count=len(waiting)))
        stands, wants = words[one]
        self.standing.setText(_begun(stands))
        self.wanted.setText(_begun(wants))
        by, edit = stood_by(told, one)
        self.standing_by.setText(
            self.tr("{name}, {when}").format(
                name=told.names.get(by, "–"),
                when=day_and_time(edit.at if edit is not None else told.case.registered_at),
            )
        )
        self.wanted_by.setText(
            self.tr("{name}, {when}").format(
                name=told.names.get(one.by, "–"), when=day_and_time(one.at)
            )
        )

    def _keep(self) -> None:
        if self.conflict is not None:
            self.chosen.emit(self.conflict, self._stands)

    def _change(self) -> None:
        if self.conflict is not None:
            self.chosen.emit(self.conflict, self.conflict.new)

    def _other(self) -> None:
        if self.conflict is not None:
            self.other_wanted.emit(self.conflict)

    def _lay_out(self) -> None:
        column = spaced(QVBoxLayout(self), gap="s")
        row = spaced(QHBoxLayout(), gap="s")
        row.addWidget(self.banner, 1)
        for button in (self.keep, self.change, self.other):
            row.addWidget(button)
        column.addLayout(row)
        stands = Card(self.tr("Gäller nu"), icon="check")
        wants = Card(self.tr("Skrevs samtidigt"), icon="pen")
        for card, text, by in (
            (stands, self.standing, self.standing_by),
            (wants, self.wanted, self.wanted_by),
        ):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            spaced(card.body, gap="xs")
            card.body.addWidget(text)
            card.body.addWidget(by)
        column.addWidget(Beside(stands, wants))


def _begun(words: str) -> str:
    """As much of a long text as leaves room for the rest; the history tells all of it."""
    lines = words.splitlines()[:LINES]
    begun = "\n".join(lines)[:LETTERS].rstrip()
    return begun if begun == words else f"{begun} …"


def _small() -> Text:
    return Text("", Type.SMALL, role="muted", wrap=True)
