"""A number that is shown can be rung up: by the exchange, else by hand from a number shown large.

There is one for the window, as with `ui.link.Marks`; nobody hands it on:

    dialling = Dialling.of(tasks, services)
    dialling.dial(number, self)                  # of a key: `self` is where a dialog would lie
    row.addWidget(dialling.button(number, self)) # a small "Ring" with the number in its name

What it has to say the window says (`said`, `refused`).
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kundcenter.domain.phone_numbers import PhoneKind, PhoneNumber, stored
from kundcenter.errors import KundcenterError
from ui.actions import Action
from ui.clip import put_on_clipboard
from ui.numbers import shown_number
from ui.services import Services
from ui.tasks import Lane, Tasks
from ui.theme.colours import ToneName
from ui.theme.metrics import Type
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.dialog import Dialog
from ui.widgets.key_hint import key_text
from ui.widgets.text import Text

EMERGENCY = "112"


class Dialling(QObject):
    """`said` carries a sentence and `refused` an error, for a notice."""

    said = Signal(str)
    refused = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent if parent is not None else tasks)
        self._tasks, self._services = tasks, services

    @staticmethod
    def of(tasks: Tasks, services: Services) -> Dialling:
        """The one of this window."""
        return tasks.findChild(Dialling) or Dialling(tasks, services)

    def rings(self, number: str | None) -> bool:
        """Whether the exchange would ring the number up now.  Waits for nothing."""
        read = _read(number)
        public = read is not None and read.kind is PhoneKind.PUBLIC
        return public and self._services.telephone.rings_out

    def dial(self, number: str | None, host: QWidget) -> None:
        """Ring the number up; where no line does, show it large and put it on the clipboard.

        112 is never rung so: it is pointed at its own key.  No number, nothing is done.  Whose
        number it is, and whether it may be shown, the caller has asked.
        """
        if not number:
            return
        if not self.rings(number):
            self._show(number, host)
            return
        verb = partial(self._services.telephone.ring_out, number)
        refused = partial(self._not_rung, number, host)
        self._tasks.run(self, verb, lambda _: self._rung(), refused, lane=Lane.LINE)

    def button(self, number: str, host: QWidget) -> Button:
        """A button that rings the number up."""
        name = self.tr("Ring {number}").format(number=shown_number(number))
        made = Button(self.tr("Ring"), ButtonKind.QUIET, icon="phone-out", name=name)
        made.clicked.connect(lambda: self.dial(number, host))
        return made

    def _rung(self) -> None:
        self.said.emit(self.tr("Numret rings upp. Lyft luren när telefonen ringer."))

    def _not_rung(self, number: str, host: QWidget, error: KundcenterError) -> None:
        self.refused.emit(error)
        if isValid(host) and host.isVisible():
            self._show(number, host)

    def _show(self, number: str, host: QWidget) -> None:
        if not is_emergency(number):
            put_on_clipboard(number)
        NumberShown(number, parent=host).open()


class NumberShown(Dialog):
    """A number to dial by hand, large enough to be read from the telephone."""

    def __init__(self, number: str, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("NumberShown", "Nummer att ringa"),
            primary=translate("NumberShown", "Stäng"),
            parent=parent,
        )
        self.number = Text(shown_number(number), Type.DISPLAY, figures=True)
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(self.number)
        if is_emergency(number):
            told = self.tr("112 rings inte upp härifrån. Larma med {keys}.")
            told = told.format(keys=key_text(Action.ALARM))
            self.body.addWidget(Banner(told, ToneName.DANGER, icon="warning", wrap=True))
        else:
            told = self.tr("Slå numret på telefonen. Det är kopierat och glöms om en minut.")
            self.body.addWidget(Text(told, role="muted", wrap=True))
        self.secondary.hide()
        self.confirmed.connect(self.accept)


def is_emergency(number: str) -> bool:
    """Whether the number is 112, in any spelling."""
    read = _read(number)
    return read is not None and read.value == EMERGENCY


def _read(number: str | None) -> PhoneNumber | None:
    return stored(number) if number else None
