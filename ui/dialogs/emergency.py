"""Open blocked data in two steps: first which units hold any, then only the relevant ones."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.blocks import SHORTEST_REASON, HiddenUnit, LiftGround, hsa
from kundcenter.domain.units import Unit
from kundcenter.errors import KundcenterError
from ui.badges import Badge
from ui.labels import label
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.check import Check
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.labelled import Labelled
from ui.widgets.text import Text

WIDE = 620  # pixels

_ICONS = {
    LiftGround.CONSENT: "check-circle",
    LiftGround.EMERGENCY: "ambulance",
    LiftGround.LACKS_DECISION: "person",
}


class UnitBoxes(Labelled):
    """A box for each unit; none is ticked beforehand."""

    def __init__(self, names: Mapping[str, str], parent: QWidget | None = None) -> None:
        inside = QWidget()
        column = spaced(QVBoxLayout(inside), gap="s")
        self.boxes = {care_unit: Check(name) for care_unit, name in names.items()}
        for box in self.boxes.values():
            column.addWidget(box)
            box.toggled.connect(lambda _: self.clear_error())
        translate = QCoreApplication.translate
        super().__init__(
            translate("UnitBoxes", "Enheter med spärrade uppgifter"),
            inside,
            help=translate("UnitBoxes", "Välj bara dem som behövs för vården nu."),
            parent=parent,
        )
        self.setFocusProxy(next(iter(self.boxes.values())))

    @property
    def chosen(self) -> tuple[str, ...]:
        return tuple(care_unit for care_unit, box in self.boxes.items() if box.isChecked())


class EmergencyDialog(Dialog):
    """`lifted` when the chosen units' data are open: the card is to be opened again."""

    lifted = Signal()

    def __init__(
        self, tasks: Tasks, services: Services, person_id: UUID, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("EmergencyDialog", "Öppna spärrade uppgifter"),
            sentence=translate(
                "EmergencyDialog",
                "Först visas vilka enheter som har spärrade uppgifter. Varje steg loggas och"
                " granskas.",
            ),
            primary=translate("EmergencyDialog", "Visa enheterna"),
            parent=parent,
        )
        self._tasks, self._services, self._person_id = tasks, services, person_id
        self._names: dict[str, str] = {}
        self.ground = ChoiceRow(
            self.tr("Grund"),
            [Choice(ground, Badge(label(ground), icon=_ICONS[ground])) for ground in LiftGround],
        )
        self.reason = Field(
            self.tr("Skäl"),
            placeholder=self.tr("Varför uppgifterna behövs för vården nu"),
            help=self.tr("Minst {minimum} tecken.").format(minimum=SHORTEST_REASON),
            longest=300,
        )
        self.units: UnitBoxes | None = None
        self.body.addWidget(self.ground)
        self.body.addWidget(self.reason)
        self.ground.chosen.connect(self._on_chosen)
        self.confirmed.connect(self._go_on)
        self.setMinimumWidth(round(WIDE * current().metrics.scale))
        tasks.run(self, services.units.all, self._learn_names, lambda _: None)

    def _on_chosen(self) -> None:
        self.reason.setFocus()

    def _learn_names(self, units: tuple[Unit, ...]) -> None:
        self._names = {hsa(unit.hsa_id): unit.name for unit in units}

    def _go_on(self) -> None:
        ground = self._ground()
        if ground is None:
            return
        blocks, reason = self._services.blocks, self.reason.text()
        if self.units is None:
            self.set_busy(True)
            look = partial(blocks.units, self._person_id, ground, reason)
            self._tasks.run(self, look, self._show, self._refuse)
        elif not self.units.chosen:
            self.units.show_error(self.tr("Välj minst en enhet."))
        else:
            self.set_busy(True)
            lift = partial(blocks.lift, self._person_id, self.units.chosen, ground, reason)
            self._tasks.run(self, lift, self._done, self._refuse)

    def _ground(self) -> LiftGround | None:
        if self.ground.value is None:
            self.ground.show_error(self.tr("Välj en grund."))
            self.ground.take_focus()
            return None
        return LiftGround(self.ground.value)

    def _show(self, hidden: tuple[HiddenUnit, ...]) -> None:
        self.set_busy(False)
        self.ground.setEnabled(False)  # what is logged is what was chosen
        self.reason.setEnabled(False)
        if not hidden:
            self.body.addWidget(Text(self.tr("Ingen enhet har spärrade uppgifter."), Type.LEAD))
            self.primary.hide()
            self.secondary.setText(self.tr("Stäng"))
            self.secondary.setFocus()
            return
        self.units = UnitBoxes({each.care_unit: self._name(each.care_unit) for each in hidden})
        self.body.addWidget(self.units)
        self.primary.setText(self.tr("Öppna de valda"))
        self.units.setFocus()

    def _name(self, care_unit: str) -> str:
        name = self._names.get(care_unit)
        return f"{name} ({care_unit})" if name else care_unit

    def _done(self, _changes: Changes) -> None:
        self.lifted.emit()
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        field: Labelled = self.reason if self.units is None else self.units
        field.show_error(sentence(error))
        field.setFocus()
