"""From a button or a key of an open case to what is asked and done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kundcenter.changes import Changes
from kundcenter.domain.case_codes import CaseField, Recipient
from kundcenter.domain.cases import Case, CaseEdit, ToldCase
from kundcenter.errors import KundcenterError
from ui.actions import Action
from ui.case_keeper import CaseKeeper
from ui.dialogs.case_act import CaseActDialog
from ui.dialogs.case_acts import (
    AnswerDialog,
    CloseDialog,
    CommentDialog,
    ConfirmDialog,
    DecideDialog,
    InformDialog,
    ReopenDialog,
    ResumeDialog,
    WithdrawDialog,
)
from ui.dialogs.case_ask import AskDialog
from ui.dialogs.case_choose import ChooseValueDialog
from ui.dialogs.case_give import GiveCaseDialog
from ui.dialogs.case_hand_over import HandOverDialog
from ui.dialogs.case_history import CaseHistoryDialog, Said
from ui.dialogs.case_letters import LettersDialog
from ui.dialogs.find_person import FindPersonDialog
from ui.dialogs.place import About, PlaceDialog
from ui.directory_keeper import DirectoryKeeper
from ui.labels import label
from ui.services import Services
from ui.tasks import Tasks
from ui.widgets.dialog import Dialog

OF_CASE: dict[Action, Callable[..., CaseActDialog]] = {
    Action.CASE_CONFIRM: ConfirmDialog,
    Action.CASE_ASK: AskDialog,
    Action.CASE_RESUME: ResumeDialog,
    Action.CASE_ANSWER: AnswerDialog,
    Action.CASE_HAND_OVER: HandOverDialog,
    Action.CASE_WITHDRAW: WithdrawDialog,
    Action.CASE_CLOSE: CloseDialog,
    Action.CASE_REOPEN: ReopenDialog,
    Action.CASE_DECIDE: DecideDialog,
    Action.CASE_COMMENT: CommentDialog,
}


class CaseDoing(QObject):
    """`said` a sentence, `refused` an error; `look_again` where a verb tells of no change."""

    said = Signal(str)
    refused = Signal(object)
    look_again = Signal()

    def __init__(self, tasks: Tasks, services: Services, over: Dialog, value: Said) -> None:
        super().__init__(over)
        self._tasks, self._services, self._over, self._value = tasks, services, over, value
        self._keeper = CaseKeeper.of(tasks, services)
        self._under_way = False

    def act(self, action: Action, told: ToldCase, field: CaseField | None = None) -> None:
        """What the action means of the case as it was shown; `field` is the one written in."""
        case = told.case
        need = (self._tasks, self._services)
        if action in OF_CASE:
            self._open(OF_CASE[action](*need, case, parent=self._over))
        elif action is Action.CASE_INFORM:
            self._open(InformDialog(*need, told, parent=self._over))
        elif action is Action.CASE_ASSIGN:
            given = GiveCaseDialog(*need, case, parent=self._over)
            given.said.connect(self.said)
            given.open()
        elif action is Action.CASE_LETTER:
            letters = LettersDialog(*need, told, parent=self._over)
            letters.taken.connect(self.look_again)
            self._open(letters)
        elif action is Action.CASE_HISTORY:
            CaseHistoryDialog(told, self._value, field, parent=self._over).open()
        elif action is Action.CASE_PLACE:
            self._place(case)
        elif action is Action.CASE_BEGIN:
            begin = partial(self._services.cases.begin, case.id)
            self.at_once(begin, self.tr("Utredningen har börjat."))
        elif action is Action.CASE_MINE and self._keeper.me is not None:
            cases, me = self._services.cases, self._keeper.me
            take = partial(cases.assign, case.id, me, upon=case.version)
            self.at_once(take, self.tr("Du har hand om ärendet nu."))

    def at_once(self, verb: Callable[[], object], words: str) -> None:
        """Without a question; struck twice it is done once."""
        if not self._under_way:
            self._under_way = True
            self._tasks.run(self, verb, lambda _: self._on_done(words), self._on_refused)

    def _on_done(self, words: str) -> None:
        self._under_way = False
        self.said.emit(words)

    def _on_refused(self, error: KundcenterError) -> None:
        self._under_way = False
        self.refused.emit(error)

    def ask_other(self, case: Case, edit: CaseEdit) -> None:
        """Neither of the two: a third value."""
        self._open(ChooseValueDialog(self._tasks, self._services, case, edit, parent=self._over))

    def find_person(self, found: Callable[[UUID], object]) -> None:
        dialog = FindPersonDialog(self._tasks, self._services, parent=self._over)
        dialog.found.connect(found)
        dialog.open()

    def _open(self, dialog: CaseActDialog) -> None:
        dialog.said.connect(self.said)
        dialog.open()

    # -- into a unit's queue -------------------------------------------------------------------

    def _place(self, case: Case) -> None:
        person = case.facts.person_id
        if person is None:
            return
        about = About(
            person,
            number=case.facts.number,
            reason=label(case.service) if case.service is not None else label(case.kind),
            language=case.facts.language,
            call_id=case.call_id,
        )
        unit = DirectoryKeeper.of(self._tasks, self._services).unit(case.facts.unit_id)
        dialog = PlaceDialog(self._tasks, self._services, about, unit=unit, parent=self._over)
        dialog.placed.connect(partial(self._hand_over, case.id))
        dialog.open()

    def _hand_over(self, case_id: UUID, changes: Changes) -> None:
        """The place is given: the unit has the matter now."""
        placed = changes.of("callback")
        if not placed:
            return
        verb = partial(
            self._services.cases.hand_over,
            case_id,
            Recipient.CARE_PROVIDER,
            self.tr("Patienten har fått en plats i enhetens återuppringning."),
            callback_id=next(iter(placed)),
        )
        done = self.tr("Ärendet är överlämnat till enhetens återuppringning.")
        self._tasks.run(self, verb, lambda _: self.said.emit(done), self.refused.emit)
