"""Targets with their validity, and what was measured by others."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.calendar import local
from kundcenter.domain.supervision.surveys import SurveyResult
from kundcenter.domain.supervision.target_defaults import DEFAULTS
from kundcenter.domain.supervision.targets import AimKind, Target
from kundcenter.errors import KundcenterError
from ui.actions import Action
from ui.badges import Badge
from ui.dialogs.supervision.survey import SurveyDialog
from ui.dialogs.supervision.survey_import import SurveyImportDialog
from ui.dialogs.supervision.target import TargetDialog
from ui.keys import keys
from ui.panels.supervision.aim_rows import survey_model, target_model, told_survey, told_target
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.button_lines import ButtonLines
from ui.widgets.buttons import Button
from ui.widgets.check import Check
from ui.widgets.choice_row import Choice, Segments
from ui.widgets.empty import EmptyState
from ui.widgets.speech import announce, named
from ui.widgets.table import RecordTable
from ui.widgets.text import Text

TARGETS, SURVEYS = "targets", "surveys"


class AimsView(QWidget):
    """`said` carries a sentence, `refused` an error, for a notice."""

    said = Signal(str)
    refused = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._services = tasks, services
        self._targets: tuple[Target, ...] = ()
        self._surveys: tuple[SurveyResult, ...] = ()
        self._doomed: UUID | None = None  # removed by one press more
        self._kept: UUID | None = None  # has just been saved, and has not been shown yet
        self.choice = Segments(
            [
                Choice(TARGETS, Badge(self.tr("Mål och gränser"))),
                Choice(SURVEYS, Badge(self.tr("Mätningar"))),
            ],
            dense=True,
        )
        named(self.choice, self.tr("Mål eller mätningar"))
        self.choice.choose(TARGETS)
        self.over = Check(self.tr("Även sådana som har slutat gälla"))
        self.targets = target_model(self)
        self.surveys = survey_model(self)
        self.target_table = RecordTable(
            self.tr("Mål och gränser"), self.targets, empty=EmptyState(self.tr("Inga mål"), "")
        )
        self.survey_table = RecordTable(
            self.tr("Mätningar"),
            self.surveys,
            empty=EmptyState(
                self.tr("Inga mätningar"),
                self.tr("NKI, följsamhet och tidigare mätningar läses in eller skrivs här."),
            ),
        )
        self._lists = QStackedWidget()
        for table in (self.target_table, self.survey_table):
            self._lists.addWidget(table)
        self._whole = Text("", Type.SMALL, role="muted", wrap=True)  # what columns have no room for
        self._whole.setMinimumHeight(2 * self._whole.fontMetrics().lineSpacing())
        self.new = Button(self.tr("Ny"), icon="plus")
        self.change = Button(self.tr("Ändra"), icon="pen")
        self.remove = Button(self.tr("Ta bort"), icon="trash")
        self.bring_in = Button(self.tr("Läs in fil"), icon="search")
        self.new.answer_to(Action.AIMS_NEW, cap=True)
        self.bring_in.answer_to(Action.AIMS_IMPORT, cap=True)
        self.acts = ButtonLines((self.new, self.change, self.remove, self.bring_in))
        keys().bind(self, Action.AIMS_NEXT, self._next)
        self._lay_out()
        self._listen()
        self._show_choice()

    def take_focus(self) -> None:
        self._table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """Read again what is shown."""
        self._tasks.run(
            self, self._services.targets.all, self._show_targets, self.refused.emit, topic="targets"
        )
        self._tasks.run(
            self, self._services.surveys.all, self._show_surveys, self.refused.emit, topic="surveys"
        )

    def forget(self) -> None:
        """The operator has left."""
        self.over.setChecked(False)

    # -- the parts -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = spaced(QHBoxLayout(), gap="m")
        head.addWidget(self.choice, 1)
        head.addWidget(self.over)
        column = spaced(QVBoxLayout(self), "none", "m")
        column.addLayout(head)
        column.addWidget(self._lists, 1)
        column.addWidget(self._whole)
        column.addWidget(self.acts)

    def _listen(self) -> None:
        self.choice.chosen.connect(lambda _: self._show_choice())
        self.over.toggled.connect(lambda _: self._fill_targets())
        self.new.clicked.connect(self._ask_new)
        self.change.clicked.connect(self._ask_change)
        self.remove.clicked.connect(self._remove)
        self.bring_in.clicked.connect(self._ask_file)
        for table in (self.target_table, self.survey_table):
            table.opened.connect(lambda _: self._ask_change())
            table.chosen.connect(lambda _: self._on_chosen())
        self._tasks.changed.connect(self._on_changed)

    @property
    def _of_targets(self) -> bool:
        return self.choice.value != SURVEYS

    @property
    def _table(self) -> RecordTable:
        return self.target_table if self._of_targets else self.survey_table

    def _next(self) -> None:
        self.choice.choose(SURVEYS if self._of_targets else TARGETS)
        self._show_choice()
        self.take_focus()

    def _show_choice(self) -> None:
        self._lists.setCurrentWidget(self._table)
        self.over.setVisible(self._of_targets)
        shown = [self.new, self.change, self.remove]
        self.acts.show_only(shown if self._of_targets else [*shown, self.bring_in])
        self._on_chosen()

    # -- what there is -------------------------------------------------------------------------

    def _show_targets(self, found: tuple[Target, ...]) -> None:
        self._targets = found
        self._fill_targets()
        if self._kept is not None and self._kept in {each.id for each in self.targets.records}:
            self.target_table.choose(self._kept)
            self._kept = None

    def _fill_targets(self) -> None:
        today = local(self._services.now()).date()
        over = self.over.isChecked()
        shown = (e for e in self._targets if over or e.valid_to is None or e.valid_to >= today)
        self.targets.replace(shown)
        self._on_chosen()

    def _show_surveys(self, found: tuple[SurveyResult, ...]) -> None:
        self._surveys = found
        self.surveys.replace(found)
        self._on_chosen()

    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and (changes.of("target") or changes.of("survey")):
            self.refresh()

    def _on_chosen(self) -> None:
        chosen: Target | SurveyResult | None = self._table.current
        self._doomed = None
        self.change.setEnabled(chosen is not None)
        # A limit that the program has itself is changed, never missing.
        fixed = (
            isinstance(chosen, Target) and chosen.kind is AimKind.SETTING and chosen.id in DEFAULTS
        )
        self.remove.setEnabled(chosen is not None and not fixed)
        told = ""
        if isinstance(chosen, Target):
            told = told_target(chosen)
        elif isinstance(chosen, SurveyResult):
            told = told_survey(chosen)
        self._whole.setText(told)

    # -- what is done --------------------------------------------------------------------------

    def _ask_new(self) -> None:
        self._open(None)

    def _ask_change(self) -> None:
        chosen = self._table.current
        if chosen is not None:
            self._open(chosen)

    def _open(self, chosen: Target | SurveyResult | None) -> None:
        if self._of_targets:
            target = chosen if isinstance(chosen, Target) else None
            dialog = TargetDialog(self._tasks, self._services, self._targets, target, self)
            dialog.said.connect(self.said)
            dialog.kept.connect(self._on_kept)
            dialog.open()
        else:
            survey = chosen if isinstance(chosen, SurveyResult) else None
            SurveyDialog(self._tasks, self._services, survey, self).open()

    def _on_kept(self, target_id: UUID) -> None:
        """It is chosen in the list when it comes."""
        self._kept = target_id
        self.refresh()

    def _remove(self) -> None:
        chosen = self._table.current
        if isinstance(chosen, Target):
            verb = partial(self._services.targets.remove, chosen.id, upon=chosen.number)
            said = self.tr("Målet är borttaget.")
        elif isinstance(chosen, SurveyResult):
            verb = partial(self._services.surveys.remove, chosen.id, upon=chosen.number)
            said = self.tr("Mätningen är borttagen.")
        else:
            return
        if self._doomed != chosen.id:
            self._doomed = chosen.id
            self._whole.setText(self.tr("Tryck en gång till för att ta bort."))
            announce(self._whole, self._whole.text())
            return
        self.remove.setEnabled(False)  # until what is there now has come
        self._tasks.run(self, verb, lambda _: self.said.emit(said), self._refuse)

    def _refuse(self, error: KundcenterError) -> None:
        self.refused.emit(error)
        self.refresh()

    def _ask_file(self) -> None:
        dialog = SurveyImportDialog(self._tasks, self._services, self)
        dialog.said.connect(self.said)
        dialog.open()
