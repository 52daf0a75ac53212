"""Add an operator, choose roles, give a password."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from kundcenter.domain.access import Role
from kundcenter.domain.operators import OperatorExists, OperatorNeedsRole, UserNameInvalid
from kundcenter.errors import KundcenterError
from ui.labels import label
from ui.texts import sentence
from ui.theme.look import current
from ui.theme.space import spaced
from ui.widgets.check import Check
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field, SecretField
from ui.widgets.labelled import Labelled

WIDE = 560  # pixels: an HSA-id is read whole


class RoleBoxes(Labelled):
    """A box for each role."""

    def __init__(self, roles: frozenset[Role], parent: QWidget | None = None) -> None:
        inside = QWidget()
        grid = spaced(QGridLayout(inside), gap="m")
        self._boxes = {role: Check(label(role)) for role in Role}
        for at, (role, box) in enumerate(self._boxes.items()):
            box.setChecked(role in roles)
            grid.addWidget(box, at // 2, at % 2)
        words = QCoreApplication.translate("RoleBoxes", "Roller")
        super().__init__(words, inside, parent=parent)
        self.setFocusProxy(next(iter(self._boxes.values())))

    @property
    def chosen(self) -> frozenset[Role]:
        return frozenset(role for role, box in self._boxes.items() if box.isChecked())


class RolesDialog(Dialog):
    """Other roles, from the operator's next session on."""

    def __init__(self, roles: frozenset[Role], parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("RolesDialog", "Ändra roller"),
            sentence=translate("RolesDialog", "Rollerna gäller från nästa inloggning."),
            primary=translate("RolesDialog", "Spara"),
            parent=parent,
        )
        self.roles = RoleBoxes(roles)
        self.body.addWidget(self.roles)

    def refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.roles.show_error(sentence(error))


class OperatorDialog(Dialog):
    """A new operator.  The password is given in the next step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("OperatorDialog", "Ny operatör"),
            primary=translate("OperatorDialog", "Lägg till"),
            parent=parent,
        )
        self.user_name = Field(self.tr("Användarnamn"), longest=40)
        self.name = Field(self.tr("Namn"), longest=100)
        self.position = Field(
            self.tr("Befattning"), placeholder=self.tr("Står under varje anteckning"), longest=100
        )
        self.care_unit = Field(self.tr("Vårdenhetens HSA-id"), longest=64)
        self.roles = RoleBoxes(frozenset({Role.NURSE}))
        first, second = (spaced(QHBoxLayout(), gap="m") for _ in range(2))
        first.addWidget(self.user_name)
        first.addWidget(self.name)
        second.addWidget(self.position)
        second.addWidget(self.care_unit)
        self.body.addLayout(first)
        self.body.addLayout(second)
        self.body.addWidget(self.roles)
        self.setMinimumWidth(round(WIDE * current().metrics.scale))
        self.user_name.setFocus()

    def refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        field: Labelled = self.name
        if isinstance(error, OperatorExists | UserNameInvalid):
            field = self.user_name
        elif isinstance(error, OperatorNeedsRole):
            field = self.roles
        field.show_error(sentence(error))
        field.setFocus()


class PasswordDialog(Dialog):
    """A new password, written twice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("PasswordDialog", "Nytt lösenord"),
            sentence=translate("PasswordDialog", "Skriv gärna en hel mening."),
            primary=translate("PasswordDialog", "Ge lösenordet"),
            parent=parent,
        )
        self.password = SecretField(self.tr("Lösenord"))
        self.again = SecretField(self.tr("Lösenordet en gång till"))
        self.body.addWidget(self.password)
        self.body.addWidget(self.again)
        self.password.setFocus()

    def agrees(self) -> bool:
        """Whether the two are the same; if not, it is said at the second."""
        same = self.password.text() == self.again.text()
        if not same:
            self.again.show_error(self.tr("De två lösenorden är inte lika."))
        return same

    def refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.password.show_error(sentence(error))
        self.password.setFocus()
