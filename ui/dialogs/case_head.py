"""Above the facts of an open case: what it is, how it stands, and what can be done with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kundcenter.domain.cases import Case, ToldCase
from ui.actions import Action, words_of
from ui.badges import Badge
from ui.case_acts import acts_of
from ui.case_keeper import CaseKeeper
from ui.case_words import flag_words, kind_badge, stage_badge
from ui.labels import label
from ui.theme.colours import ToneName
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.times import day_and_time
from ui.widgets.button_lines import ButtonLines
from ui.widgets.buttons import Button
from ui.widgets.chip import Chip
from ui.widgets.text import Text

LINES = 3  # of buttons with their keys, before the keys give way
ICONS = {
    Action.CASE_CONFIRM: "check",
    Action.CASE_MINE: "person",
    Action.CASE_ASSIGN: "people",
    Action.CASE_BEGIN: "search",
    Action.CASE_ASK: "help",
    Action.CASE_RESUME: "play",
    Action.CASE_ANSWER: "check-circle",
    Action.CASE_HAND_OVER: "arrow-right",
    Action.CASE_PLACE: "phone-out",
    Action.CASE_WITHDRAW: "undo",
    Action.CASE_CLOSE: "close",
    Action.CASE_REOPEN: "refresh",
    Action.CASE_DECIDE: "sign",
    Action.CASE_INFORM: "info",
    Action.CASE_COMMENT: "plus",
    Action.CASE_LETTER: "print",
    Action.CASE_HISTORY: "clock",
}


class CaseHead(QWidget):
    """Marks, and who has it in hand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.about = Text("", Type.SMALL, role="muted", wrap=True)
        across = spaced(QHBoxLayout(self), gap="m")
        self._chips = spaced(QHBoxLayout(), gap="s")
        across.addLayout(self._chips)
        across.addWidget(self.about, 1, Qt.AlignmentFlag.AlignVCenter)

    def show_case(self, told: ToldCase, mark: Badge | None) -> None:
        """`mark` is how the centre stands to what was done last."""
        case = told.case
        while (item := self._chips.takeAt(0)) is not None:
            chip = item.widget()
            if chip is not None:
                chip.hide()
                chip.deleteLater()
        badges = [kind_badge(case), stage_badge(case.stage)]
        badges += [Badge(words, ToneName.WARNING, "warning") for words in flag_words(case)]
        for badge in filter(None, (*badges, mark)):
            self._chips.addWidget(Chip(badge))
        self._chips.addStretch()
        owner = told.names.get(case.owner, "–") if case.owner is not None else self.tr("ingen")
        self.about.setText(
            self.tr("Kom in {when}, {how}. Har hand om det: {owner}.").format(
                when=day_and_time(case.received_at), how=label(case.channel).lower(), owner=owner
            )
        )


class CaseActLines(ButtonLines):
    """What can be done with the case as it stands, and nothing else.  `struck` carries it."""

    struck = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.acts = {action: self._made(action) for action in ICONS}
        super().__init__(tuple(self.acts.values()), most=LINES, parent=parent)
        for action, button in self.acts.items():
            button.answer_to(action, cap=True)
            button.clicked.connect(partial(self._strike, action))

    def show_case(self, case: Case, keeper: CaseKeeper) -> None:
        possible = acts_of(case, keeper)
        for action, button in self.acts.items():
            button.setEnabled(action in possible)
        self.show_only([button for action, button in self.acts.items() if action in possible])

    def _strike(self, action: Action, *_: object) -> None:
        self.struck.emit(action)

    def _made(self, action: Action) -> Button:
        """With the words there is room for; read out, it has all of them."""
        translate = QCoreApplication.translate
        short = {
            Action.CASE_CONFIRM: translate("CaseActLines", "Bekräfta"),
            Action.CASE_ASSIGN: translate("CaseActLines", "Ge vidare"),
            Action.CASE_ASK: translate("CaseActLines", "Motfråga"),
            Action.CASE_RESUME: translate("CaseActLines", "Svar har kommit"),
            Action.CASE_PLACE: translate("CaseActLines", "Plats i kö"),
            Action.CASE_WITHDRAW: translate("CaseActLines", "Återtaget"),
            Action.CASE_DECIDE: translate("CaseActLines", "Beslut"),
            Action.CASE_INFORM: translate("CaseActLines", "Informerat"),
            Action.CASE_HISTORY: translate("CaseActLines", "Historik"),
        }
        words = words_of(action)
        return Button(short.get(action, words), icon=ICONS[action], name=words)
