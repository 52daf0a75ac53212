"""Register a person who is new here, or somebody whose identity is not known."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kundcenter.domain.identity import Reading
from kundcenter.domain.people import NameInvalid, Person
from kundcenter.domain.red_flags import RedFlags
from kundcenter.errors import KundcenterError
from ui.dialogs.sex_and_birth import SexAndBirth
from ui.people import listed_number, name_of, number_of, told
from ui.texts import sentence
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.red_flags import RedFlagPanel
from ui.widgets.text import Text

PAUSE = 500  # ms without a key before it looks for somebody alike: the search is logged


class RegisterDialog(Dialog):
    """Nobody here has the number.  It is read back, so that a mistyped one is seen.

    `named` carries both names, when there has been a pause after them.
    """

    named = Signal(str, str)

    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("RegisterDialog", "Ny person"),
            sentence=translate("RegisterDialog", "Numret finns inte här. Stämmer det?"),
            primary=translate("RegisterDialog", "Registrera"),
            parent=parent,
        )
        self.body.addWidget(Text(number_of(reading.person_id), Type.TITLE, figures=True))
        self.body.addWidget(Text(told(reading), role="muted", wrap=True))
        self.given_name = Field(self.tr("Förnamn"), longest=100)
        self.family_name = Field(self.tr("Efternamn"), longest=100)
        names = spaced(QHBoxLayout(), gap="m")
        names.addWidget(self.given_name)
        names.addWidget(self.family_name)
        self.body.addLayout(names)
        self.facts = SexAndBirth(reading.person_id)
        self.facts.ask_only_for_what_is_missing(reading.person_id)
        self.body.addWidget(self.facts)
        self.advice = Text("", role="warning", wrap=True)
        self.advice.hide()
        self.body.addWidget(self.advice)
        self.elsewhere = Text("", role="muted", wrap=True)
        self.elsewhere.hide()
        self.body.addWidget(self.elsewhere)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._on_named)
        for field in (self.given_name, self.family_name):
            field.changed.connect(lambda _: self._pause.start())
        self.given_name.setFocus()

    def advise(self, people: Sequence[Person]) -> None:
        """Say who looks like the one who is being registered.  It stops nobody."""
        told = [f"{name_of(each)}, {listed_number(each)}" for each in people]
        words = self.tr("Kan redan finnas: {people}").format(people="; ".join(told))
        self.advice.setText(words if told else "")
        self.advice.setVisible(bool(told))

    def say_elsewhere(self, words: str) -> None:
        """Whether the person is sought at the centre too."""
        self.elsewhere.setText(words)
        self.elsewhere.setVisible(bool(words))

    def _on_named(self) -> None:
        names = self.given_name.text().strip(), self.family_name.text().strip()
        if all(names):
            self.named.emit(*names)

    def refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        if self.facts.refuses(error):
            return
        field = self.given_name
        if isinstance(error, NameInvalid) and self.given_name.text().strip():
            field = self.family_name
        field.show_error(sentence(error))
        field.setFocus()


class UnidentifiedDialog(Dialog):
    """Care may not wait for a number.  `alarm_wanted` when 112 is asked for beside a red flag."""

    alarm_wanted = Signal()

    def __init__(self, red_flags: RedFlags, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("UnidentifiedDialog", "Okänd identitet"),
            sentence=translate(
                "UnidentifiedDialog",
                "Anteckningen skrivs på en okänd person och kan knytas till rätt person senare.",
            ),
            primary=translate("UnidentifiedDialog", "Fortsätt"),
            parent=parent,
        )
        self.described = Field(
            self.tr("Hur personen ska kallas"),
            placeholder=self.tr("Till exempel: Kvinna, cirka 40 år"),
            longest=100,
        )
        self.body.addWidget(self.described)
        self.facts = SexAndBirth()
        self.body.addWidget(self.facts)
        self.flags = RedFlagPanel(red_flags)
        self.flags.alarm_wanted.connect(self.alarm_wanted)
        self.flags.changed.connect(self.make_room)
        self.described.changed.connect(self.flags.look_at)
        self.body.addWidget(self.flags)
        self.described.setFocus()

    def refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        if self.facts.refuses(error):
            return
        self.described.show_error(sentence(error))
