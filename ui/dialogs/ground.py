"""Why a person outside the own call is opened.  Asked anew for each person."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kundcenter.domain.grounds import SHORTEST, Ground, GroundCategory
from kundcenter.errors import KundcenterError
from ui.badges import Badge
from ui.labels import label
from ui.texts import sentence
from ui.theme.look import current
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field

WIDE = 620  # pixels

_ICONS = {
    GroundCategory.CARE: "person",
    GroundCategory.ADMINISTRATION: "list",
    GroundCategory.LAW: "note",
    GroundCategory.QUALITY: "check-circle",
    GroundCategory.SUPERVISION: "search",
    GroundCategory.STATISTICS: "database",
}


class GroundDialog(Dialog):
    """A purpose by its number, a reason, Enter.  `ground` is what to open the person with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("GroundDialog", "Personen hör inte till ditt samtal"),
            sentence=translate(
                "GroundDialog",
                "Ange varför du behöver uppgifterna. Skälet loggas, gäller i två timmar"
                " och granskas.",
            ),
            primary=translate("GroundDialog", "Öppna"),
            parent=parent,
        )
        self.category = ChoiceRow(
            self.tr("Ändamål"),
            [
                Choice(category, Badge(label(category), icon=_ICONS[category]))
                for category in GroundCategory
            ],
        )
        self.reason = Field(
            self.tr("Skäl"),
            placeholder=self.tr("Till exempel: Ringer tillbaka efter läkarens svar"),
            help=self.tr("Minst {minimum} tecken.").format(minimum=SHORTEST),
            longest=300,
        )
        self.body.addWidget(self.category)
        self.body.addWidget(self.reason)
        self.category.chosen.connect(self._on_chosen)
        self.setMinimumWidth(round(WIDE * current().metrics.scale))

    @property
    def ground(self) -> Ground | None:
        """What was stated; None, and said at the field, while something is missing."""
        if self.category.value is None:
            self.category.show_error(self.tr("Välj ett ändamål."))
            self.category.take_focus()
            return None
        text = self.reason.text().strip()
        if len(" ".join(text.split())) < SHORTEST:
            words = self.tr("Skriv skälet med minst {minimum} tecken.")
            self.reason.show_error(words.format(minimum=SHORTEST))
            self.reason.setFocus()
            return None
        return Ground(category=GroundCategory(self.category.value), text=text)

    def refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.reason.show_error(sentence(error))
        self.reason.setFocus()

    def _on_chosen(self) -> None:
        self.reason.setFocus()
