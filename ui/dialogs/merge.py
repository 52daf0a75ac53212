"""Two registrations side by side: are they one person?  And the way back."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.domain.person_cards import Side, Undoing
from kundcenter.errors import KundcenterError
from ui.badges import Badge
from ui.people import born_of, heeding, name_of, number_of
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import emptied, spaced
from ui.times import day_and_time
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.text import Text


class MergeDialog(Dialog):
    """`confirmed` when both are to be one; `kept_id` and `absorbed_id` say which is which."""

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        *,
        kept_id: UUID,
        absorbed_id: UUID,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("MergeDialog", "Är det samma person?"),
            sentence=translate(
                "MergeDialog", "Inget flyttas. Sammanslagningen kan tas tillbaka när som helst."
            ),
            primary=translate("MergeDialog", "Slå ihop"),
            parent=parent,
        )
        self.kept_id, self.absorbed_id = kept_id, absorbed_id
        self._sides: tuple[Side, ...] = ()
        self._pair = spaced(QHBoxLayout(), gap="m")
        self._swap = Button(self.tr("Byt vilken som behålls"), icon="refresh")
        self._swap.clicked.connect(self.swap)
        self.reason = Field(self.tr("Varför det är samma person"), longest=300)
        row = spaced(QHBoxLayout(), gap="s")
        row.addWidget(self._swap)
        row.addStretch()
        self.body.addLayout(self._pair)
        self.body.addWidget(self.reason)
        self.body.addLayout(row)
        self.setMinimumWidth(round(680 * current().metrics.scale))
        self.primary.setEnabled(False)
        self.reason.setFocus()
        compare = partial(services.people.compare, kept_id, absorbed_id)
        tasks.run(self, compare, self._show, self.refuse)

    def swap(self) -> None:
        """The other one is kept."""
        if self._sides:
            self.kept_id, self.absorbed_id = self.absorbed_id, self.kept_id
            self._show((self._sides[1], self._sides[0]))

    def refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.reason.show_error(sentence(error))
        self.reason.setFocus()

    def _show(self, sides: tuple[Side, ...]) -> None:
        self._sides = sides
        self.primary.setEnabled(True)
        emptied(self._pair)
        for side, kept in zip(sides, (True, False), strict=True):
            self._pair.addWidget(SideCard(side, kept=kept), 1)
        QTimer.singleShot(0, self, self.make_room)


class SideCard(Card):
    """One of the two: what tells them apart, without medical text."""

    def __init__(self, side: Side, *, kept: bool, parent: QWidget | None = None) -> None:
        title = self.tr("Behålls") if kept else self.tr("Går upp i den andra")
        super().__init__(title, icon="person", parent=parent)
        person = side.person
        if person.protected:
            mark = Badge(self.tr("Skyddade personuppgifter"), ToneName.DANGER, "shield")
            self.body.addWidget(Chip(mark))
        self.body.addWidget(Text(name_of(person), Type.LEAD, wrap=True))
        numbers = [person.person_id, *(each.identity for each in side.identities)]
        lines = [] if person.protected else [number_of(each) for each in numbers]
        if born := born_of(person):
            lines.append(self.tr("Född {day}").format(day=born))
        lines.append(self.tr("Registrerad {time}").format(time=day_and_time(person.registered_at)))
        if side.closed:
            lines.append(self.tr("Öppna personen för att se antalet anteckningar."))
        else:
            lines.append(self.tr("Anteckningar: {count}").format(count=side.entries))
        if side.latest_at is not None:
            lines.append(self.tr("Senast {time}").format(time=day_and_time(side.latest_at)))
        if not person.protected:
            lines += [heeding(note) for note in side.special_notes]
        for line in lines:
            self.body.addWidget(Text(line, wrap=True, figures=True))
        self.body.addStretch()


class UnmergeDialog(Dialog):
    """Part two persons again.  What was written since is listed: it may be about the wrong one."""

    def __init__(self, undoing: Undoing, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("UnmergeDialog", "Dela sammanslagningen"),
            sentence=translate("UnmergeDialog", "Båda står för sig själva igen, som de var."),
            primary=translate("UnmergeDialog", "Dela"),
            danger=True,
            parent=parent,
        )
        names = self.tr("{kept} och {absorbed}").format(
            kept=name_of(undoing.kept), absorbed=name_of(undoing.absorbed)
        )
        self.body.addWidget(Text(names, Type.LEAD, wrap=True))
        column = spaced(QVBoxLayout(), gap="xs")
        if undoing.since:
            words = self.tr("Skrivet efter sammanslagningen. Kontrollera vem det gäller:")
            column.addWidget(Text(words, wrap=True))
        for entry in undoing.since:
            kept = entry.person_id == undoing.kept.id
            whose = undoing.kept if kept else undoing.absorbed
            if whose.protected:
                name = self.tr("den som behålls") if kept else self.tr("den andra")
            else:
                name = whose.name
            line = self.tr("{time}, {author}: står på {name}").format(
                time=day_and_time(entry.contact_at), author=entry.author_name, name=name
            )
            column.addWidget(Text(line, wrap=True, figures=True))
        self.body.addLayout(column)

    def refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.body.addWidget(Text(sentence(error), role="danger", wrap=True))
