"""A person who has been opened: what to heed first, who it is, and what has been before."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.domain.access import Function
from kundcenter.domain.identity import PersonId
from kundcenter.domain.people import Person
from kundcenter.domain.person_cards import PersonCard
from kundcenter.domain.repeats import Radar
from kundcenter.domain.special_notes import SpecialKind
from kundcenter.domain.triage import CodeSet
from ui.actions import Action, words_of
from ui.badges import Badge
from ui.labels import label
from ui.panels.history import HistoryView
from ui.panels.person_waits import PersonWaits
from ui.panels.radar import RadarView
from ui.people import age_of, heeding, number_of
from ui.theme.colours import ToneName
from ui.theme.metrics import Type
from ui.theme.space import emptied, spaced
from ui.tips import plain_tip
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.key_hint import key_text
from ui.widgets.text import Text

CLAIMS = (
    (Action.TIMES, "calendar", Function.BOOK),
    (Action.PLACE, "queue", Function.CALL_BACK),
    (Action.WAIT_ADD, "timer", Function.BOOK),
    (Action.CALL_LATER, "phone-out", Function.CALL_BACK),
)


class PersonView(QWidget):
    """`changed_mind` asks for another person, `facts_wanted` to change what is known of this one,
    `blocks_wanted` for the patient's blocks, `lift_wanted` to see what is blocked,
    `accesses_wanted` for who has opened the person and `claim_wanted`, with its Action, for what
    can be booked or promised; `course_chosen` carries a Course and the id of the entry that is
    followed.

    `shield` stands on top, and may be put across the whole card (DOMAIN 1.4, rule 2).
    """

    changed_mind = Signal()
    facts_wanted = Signal()
    blocks_wanted = Signal()
    lift_wanted = Signal()
    accesses_wanted = Signal()
    claim_wanted = Signal(object)
    course_chosen = Signal(object, object)

    def __init__(
        self, codes: Mapping[str, CodeSet] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.card: PersonCard | None = None
        self.claims: dict[Action, IconButton] = {}
        self.shield = Banner(
            self.tr("SKYDDADE PERSONUPPGIFTER – lämna inte ut några uppgifter"),
            ToneName.DANGER,
            icon="shield",
            loud=True,
            wrap=True,
            parent=self,
        )
        self.shield.hide()
        self._heeded = spaced(QVBoxLayout(), gap="xs")
        self._lift = self._button(self.tr("Öppna spärrade"), "lock", Action.OPEN_BLOCKED)
        self._lift.set_kind(ButtonKind.SECONDARY)
        self._lift.show_keys(True)
        self._lift.clicked.connect(self.lift_wanted)
        self._lift.hide()
        self.radar = RadarView(codes or {}, self)
        self.radar.course_chosen.connect(self.course_chosen)
        self._card = Card(self.tr("Patient"), icon="person", parent=self)
        self._facts = self._button(self.tr("Uppgifter"), "", Action.PERSON_FACTS)
        self._facts.clicked.connect(self.facts_wanted)
        self._change = Button(self.tr("Byt"), ButtonKind.QUIET, name=self.tr("Byt patient"))
        self._change.clicked.connect(self.changed_mind)
        self._change.answer_to(Action.CHANGE_PERSON)
        self.blocks = IconButton(words_of(Action.BLOCKS), "lock", keys=Action.BLOCKS)
        self.blocks.clicked.connect(self.blocks_wanted)
        self._card.trailing.addWidget(self.blocks)
        self._card.trailing.addWidget(self._facts)
        self._card.trailing.addWidget(self._change)
        self._name = Text("", Type.TITLE, wrap=True)
        self._number = Text("", Type.LEAD, role="muted", wrap=True, figures=True)
        self._chips = spaced(QHBoxLayout(), gap="s")
        self._also = Text("", Type.SMALL, role="muted", wrap=True, figures=True)
        who = spaced(QVBoxLayout(), gap="xs")
        who.addWidget(self._name)
        who.addWidget(self._number)
        beside = spaced(QHBoxLayout(), gap="s")  # the heading has no room for one more
        beside.addLayout(who, 1)
        beside.addLayout(self._claims())
        self._card.body.addLayout(beside)
        self._card.body.addLayout(self._chips)
        self._card.body.addWidget(self._also)
        self._accesses = self._button(self.tr("Vem har öppnat"), "eye", Action.ACCESSES)
        self._accesses.clicked.connect(self.accesses_wanted)
        self._card.body.addWidget(self._accesses, 0, Qt.AlignmentFlag.AlignLeft)
        self.waits = PersonWaits(self)
        self.history = HistoryView(codes or {}, self)
        column = spaced(QVBoxLayout(self), gap="m")
        column.addWidget(self.shield)
        column.addLayout(self._heeded)
        column.addWidget(self._lift, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.waits)
        column.addWidget(self._card)
        column.addWidget(self.radar)
        column.addWidget(self.history, 1)

    @property
    def person(self) -> Person | None:
        return self.card.person if self.card else None

    def offers(self, action: Action) -> bool:
        """Whether the action can be done now, by whoever looks, with the person in sight."""
        if self.card is None:
            return False
        may = self.card.may
        offered = {
            Action.PERSON_FACTS: True,
            Action.BLOCKS: Function.BLOCK_RECORD in may,
            Action.OPEN_BLOCKED: self.card.blocked and Function.OPEN_BLOCKED in may,
            Action.ACCESSES: Function.REVIEW_ACCESS_LOG in may,
            **{action: needed in may for action, _, needed in CLAIMS},
        }
        return offered.get(action, False)

    def forget(self) -> None:
        """Nobody is opened any more; what is written now is about nobody yet.

        Nothing of the person stays in a hidden label: who reads the screen reads those too.
        """
        self.card = None
        self.shield.hide()
        for text in (self._name, self._number, self._also):
            text.clear()
        emptied(self._chips)
        emptied(self._heeded)
        self.radar.show_radar(Radar(datetime.now(UTC)))
        self.waits.show_of(())
        self.history.forget()

    def keep(self) -> None:
        """Offer no other person any more."""
        self._change.hide()

    def hold(self, why: str = "") -> None:
        """Offer no other person for now, and say why; without a reason offer one again."""
        self._change.setEnabled(not why)
        self._change.setToolTip(plain_tip(why or key_text(Action.CHANGE_PERSON)))

    def show_card(self, card: PersonCard, found_by: PersonId | None = None) -> None:
        """`found_by` is the number that was typed, when it is not the present one."""
        person = card.person
        self.card = card
        self.shield.setVisible(person.protected)
        self._show_heeded(card)
        self._name.setText(person.name)
        self._number.setText(number_of(person.person_id))
        emptied(self._chips)
        words = [age_of(person), label(person.sex) if person.sex else ""]
        for text in filter(None, words):
            self._chips.addWidget(Chip(Badge(text)).giving_way())
        self._chips.addWidget(Chip(Badge(label(person.person_id.kind))).giving_way())
        self._chips.addStretch()
        self._show_also(card, found_by)
        self.radar.show_radar(card.radar)
        self.waits.show_of((person.id, *(each.person.id for each in card.absorbed)))
        self.history.show_history(card)
        self._lift.setVisible(self.offers(Action.OPEN_BLOCKED))
        self.blocks.setVisible(self.offers(Action.BLOCKS))
        self._accesses.setVisible(self.offers(Action.ACCESSES))
        for action, button in self.claims.items():
            button.setVisible(self.offers(action))

    def _claims(self) -> QGridLayout:
        """What the note's keys can do for the patient, for whoever has the mouse in hand."""
        grid = spaced(QGridLayout(), gap="none")  # no higher than name and number: notes are below
        for place, (action, icon, _) in enumerate(CLAIMS):
            button = IconButton(words_of(action), icon, keys=action, small=True)
            button.clicked.connect(partial(self._want, action))
            grid.addWidget(button, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
            self.claims[action] = button
        return grid

    def _want(self, action: Action) -> None:
        self.claim_wanted.emit(action)

    @staticmethod
    def _button(words: str, icon: str, action: Action) -> Button:
        """A small button whose name is that of the action, and whose key its tip tells."""
        button = Button(
            words, ButtonKind.QUIET, icon=icon or None, name=words_of(action), keys=action
        )
        button.show_keys(False)
        return button

    def _show_heeded(self, card: PersonCard) -> None:
        """On top: what not to write (DOMAIN 1.4, rule 10), death, threats, language, blocks."""
        emptied(self._heeded)
        person = card.person
        if person.protected:
            words = self.tr("Skriv inte adress, arbetsplats eller skola i anteckningen.")
            self._heed(words, ToneName.INFO, "pen")
        if person.died_on:
            words = self.tr("Avliden {day}").format(day=person.died_on.replace("-00", "-??"))
            self._heed(words, ToneName.WARNING, "info")
        if person.language:
            words = self.tr("Tolk: {language}").format(language=person.language)
            self._heed(words, ToneName.INFO, "people")
        for note in card.special_notes:
            tone = ToneName.DANGER if note.kind is SpecialKind.THREAT else ToneName.INFO
            self._heed(heeding(note), tone, "warning" if tone is ToneName.DANGER else "pin")
        if card.blocked:
            self._heed(self.tr("Det finns spärrade uppgifter."), ToneName.WARNING, "lock")

    def _heed(self, words: str, tone: ToneName, icon: str) -> None:
        self._heeded.addWidget(Banner(words, tone, icon=icon, wrap=True))

    def _show_also(self, card: PersonCard, found_by: PersonId | None) -> None:
        lines = []
        if found_by is not None and found_by != card.person.person_id:
            lines.append(self.tr("Numret som angavs är ett annat för samma person."))
        before = [each.identity for each in card.identities]
        before += [each.person.person_id for each in card.absorbed]
        numbers = ", ".join(number_of(each) for each in dict.fromkeys(before))
        if numbers:
            lines.append(self.tr("Även: {numbers}").format(numbers=numbers))
        if card.absorbed:
            names = ", ".join(each.person.name for each in card.absorbed)
            lines.append(self.tr("Sammanslagen med: {names}").format(names=names))
        self._also.setText("\n".join(lines))
        self._also.setVisible(bool(lines))
