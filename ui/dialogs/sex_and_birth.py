"""Which sex and which day of birth, asked for where no number tells them."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundcenter.domain.identity import PersonId, Sex
from kundcenter.domain.identity_errors import BirthDayImpossible, BornInTheFuture
from kundcenter.domain.people import BirthUnreadable, birth_said
from kundcenter.errors import KundcenterError
from ui.badges import Badge
from ui.labels import label
from ui.people import today
from ui.texts import sentence
from ui.theme.space import spaced
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.field import Field

NOT_SAID = ""


class SexAndBirth(QWidget):
    """What is left empty stays unknown, or is what the number tells."""

    def __init__(self, identity: PersonId | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = identity.sex if identity else None
        choices = [] if self._told else [Choice(NOT_SAID, Badge(self.tr("Inte känt")))]
        choices += [Choice(sex, Badge(label(sex).capitalize())) for sex in Sex]
        self.sex_row = ChoiceRow(self.tr("Kön"), choices)
        self.sex_row.choose(self._told or NOT_SAID)
        born = identity.birth_date if identity else None
        help = self.tr("ÅÅÅÅ-MM-DD, eller ungefär: ett årtal, 40 år, 5 mån.")
        if born is not None:
            help = self.tr("Numret säger {day}. Lämna tomt så gäller det.").format(
                day=born.isoformat()
            )
        self.born_field = Field(self.tr("Född, eller ålder"), help=help, longest=20)
        column = spaced(QVBoxLayout(self), gap="l")
        column.addWidget(self.sex_row)
        column.addWidget(self.born_field)

    def show_known(self, sex: Sex | None, born_on: date | None) -> None:
        """What is registered."""
        self.sex_row.choose(sex or self._told or NOT_SAID)
        self.born_field.set_text(born_on.isoformat() if born_on else "")

    def ask_only_for_what_is_missing(self, identity: PersonId) -> None:
        """A number that tells is not asked about."""
        self.sex_row.setHidden(identity.sex is not None)
        self.born_field.setHidden(identity.birth_date is not None)
        self.setHidden(identity.sex is not None and identity.birth_date is not None)

    @property
    def sex(self) -> Sex | None:
        return Sex(self.sex_row.value) if self.sex_row.value else None

    @property
    def born_on(self) -> date | None:
        """The day that was said.  Raises BirthUnreadable, BornInTheFuture, BirthDayImpossible."""
        return birth_said(self.born_field.text(), today())

    @property
    def said(self) -> date | None:
        """The day that was said, if it can be read."""
        try:
            return self.born_on
        except (BirthUnreadable, BornInTheFuture, BirthDayImpossible):
            return None

    def read(self) -> bool:
        """Whether the day of birth can be read; what is wrong is told at the field."""
        try:
            _ = self.born_on
        except (BirthUnreadable, BornInTheFuture, BirthDayImpossible) as error:
            self.refuse(error)
            return False
        return True

    def refuse(self, error: KundcenterError) -> None:
        self.born_field.show_error(sentence(error))
        self.born_field.setFocus()

    def refuses(self, error: KundcenterError) -> bool:
        """Show the error when it is about the day of birth."""
        if isinstance(error, BornInTheFuture | BirthDayImpossible):
            self.refuse(error)
            return True
        return False
