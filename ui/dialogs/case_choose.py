"""Neither of two values that differ, but a third."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kundcenter.domain.cases import Case, CaseEdit
from ui.case_keeper import CaseKeeper
from ui.dialogs.case_act import CaseActDialog
from ui.dialogs.case_editors import CategoryCombo, UnitCombo, editors
from ui.directory_keeper import DirectoryKeeper
from ui.labels import label
from ui.services import Services
from ui.tasks import Tasks
from ui.unit_source import DirectoryUnits


class ChooseValueDialog(CaseActDialog):
    """What counts now stands there to begin with."""

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        case: Case,
        edit: CaseEdit,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            tasks,
            services,
            case,
            translate("ChooseValueDialog", "Vad ska gälla: {field}").format(field=label(edit.name)),
            name=f"choose {edit.id}",
            primary=translate("ChooseValueDialog", "Spara"),
            told=translate("ChooseValueDialog", "Valet är sparat."),
            parent=parent,
        )
        self._edit = edit
        self.value = self._add(edit.name.value, editors(case.kind)[edit.name])
        if isinstance(self.value, UnitCombo):
            keeper = DirectoryKeeper.of(tasks, services)
            self.value.know(DirectoryUnits(keeper.directory))
        if isinstance(self.value, CategoryCombo):
            self.value.offer(CaseKeeper.of(tasks, services).categories)
        self.value.set_text(case.facts.value(edit.name))

    def verb(self) -> Callable[[], object] | None:
        cases, edit = self._services.cases, self._edit
        return partial(cases.choose, self._case.id, edit.id, self.value.text())
