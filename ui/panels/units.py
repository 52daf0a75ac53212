"""The page of units: found by a few letters, with the card beside; written by those who may."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.domain.access import Function
from kundcenter.domain.directory import Sieve
from kundcenter.domain.unit_cards import UnitCard
from kundcenter.domain.units import UnitKind
from ui.actions import Action
from ui.badges import Badge
from ui.dialling import Dialling
from ui.dialogs.unit import UnitCardDialog
from ui.directory_keeper import DirectoryKeeper
from ui.keys import keys
from ui.labels import label
from ui.link import Marks, mark_column
from ui.numbers import shown_number
from ui.panels.unit_acts import UnitActs
from ui.records import Column, RecordModel
from ui.services import Services, current_codes
from ui.tasks import Tasks
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.unit_state import unit_badge
from ui.unit_view import UnitCardView
from ui.widgets.check import Check
from ui.widgets.combo import Combo, Option
from ui.widgets.empty import EmptyState
from ui.widgets.field import Field
from ui.widgets.head import Head
from ui.widgets.table import RecordTable
from ui.widgets.text import Text

SHOWN = 200  # units; nobody reads more of them
SETTLE_MS = 90  # so long the letters have rest before the card follows
ANY = "*"
ROOMY = 980  # pixels of the page at ordinary text size: then the card lies beside the list
WIDE = 1300  # then the list has room for the number too, which the card tells anyhow
SHARE = 0.35  # of the page is the card
PHONE = 3  # its column


class UnitsPage(QWidget):
    """`said` carries a sentence, `refused` an error, for a notice."""

    said = Signal(str)
    refused = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._services = tasks, services
        self._keeper = DirectoryKeeper.of(tasks, services)
        self._wanted: UUID | None = None  # to be chosen when it comes
        self._outdated = False  # the card, whichever unit is shown
        self._badges: dict[UUID, Badge] = {}
        self._make_list()
        self._make_sieve()
        self.acts = UnitActs(tasks, services, self)
        self.acts.said.connect(self.said)
        self.acts.saved.connect(self._on_saved)
        self.card = UnitCardView(self._keeper, current_codes(services))
        self.card.unit_wanted.connect(self.show_unit)
        self._dialling = Dialling.of(tasks, services)
        self.card.dial_wanted.connect(lambda number: self._dialling.dial(number, self.window()))
        keys().bind(self, Action.RING_UNIT, self._ring)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SETTLE_MS)
        self._later.timeout.connect(self._show_card)
        self._lay_out()
        self._keeper.changed.connect(self._on_directory)
        self._keeper.aged.connect(self._on_time)
        self._on_directory()

    # -- what others ask -----------------------------------------------------------------------

    def take_focus(self) -> None:
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """It is read beforehand; what may be outdated is the time of day."""
        self._on_time()

    def forget(self) -> None:
        """The next operator begins anew."""
        self._wanted = None
        self.words.set_text("")
        self.kind.choose(ANY)
        self.municipality.choose(ANY)
        for box in (self.open_now, self.queue, self.retired):
            box.setChecked(False)

    def show_unit(self, unit_id: UUID) -> None:
        """Put the cursor on a unit, whatever is searched for."""
        card = self._keeper.unit(unit_id)
        if card is None:
            return
        if self.model.row_of(unit_id) < 0:
            self.forget()
            self.retired.setChecked(card.retired_at is not None)
            self.words.set_text(card.unit.name)
            self._find()
        self.table.choose(unit_id)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- the parts -----------------------------------------------------------------------------

    def _make_list(self) -> None:
        marks = Marks.of(self._tasks, self._services)
        self.model = RecordModel[UnitCard](
            (
                Column(self.tr("Namn"), lambda card: card.unit.name),
                Column(
                    self.tr("Typ och kommun"),
                    lambda card: f"{label(card.unit.kind)}, {card.unit.municipality}",
                    width=20,
                ),
                Column(
                    self.tr("Öppet"),
                    lambda card: self._badge(card).text,
                    badge=self._badge,
                    width=20,
                ),
                Column(self.tr("Telefon"), lambda card: shown_number(card.unit.phone), width=13),
                *mark_column(marks, lambda card: marks.badge("unit", card.id)),
            ),
            key=lambda card: card.id,
            parent=self,
        )
        marks.changed.connect(self.model.renew)
        self._empty = EmptyState(self.tr("Hämtar enheterna"), icon="building")
        self.table = RecordTable(self.tr("Enheter"), self.model, empty=self._empty)
        self.table.chosen.connect(lambda _: self._on_chosen())
        self.table.opened.connect(lambda _: self._open())

    def _make_sieve(self) -> None:
        self.words = Field(self.tr("Sök enhet"), keys=Action.FIND_UNIT, longest=120)
        kinds = [Option(each, label(each)) for each in UnitKind]
        self.kind = Combo(self.tr("Typ"), [Option(ANY, self.tr("Alla typer")), *kinds])
        self.municipality = Combo(self.tr("Kommun"), [Option(ANY, self.tr("Alla kommuner"))])
        self.open_now = Check(self.tr("Öppet nu"))
        self.queue = Check(self.tr("Har teleQ"))
        self.retired = Check(self.tr("Även ur bruk"))
        self.kind.choose(ANY)
        self.municipality.choose(ANY)
        self.words.changed.connect(lambda _: self._find())
        self.words.submitted.connect(self._to_list)
        for combo in (self.kind, self.municipality):
            combo.chosen.connect(lambda _: self._find())
        for box in (self.open_now, self.queue, self.retired):
            box.toggled.connect(lambda _: self._find())
        keys().bind(self, Action.FIND_UNIT, self._to_find)

    def _lay_out(self) -> None:
        title = Text(self.tr("Enheter"), Type.TITLE)
        title.setProperty("heading", True)
        head = Head((title,), self.acts.of_all)
        sieve = spaced(QHBoxLayout(), gap="m")
        bottom = Qt.AlignmentFlag.AlignBottom
        for field, share in ((self.words, 3), (self.kind, 2), (self.municipality, 2)):
            sieve.addWidget(field, share)
        ticks = spaced(QHBoxLayout(), gap="m")
        for box in (self.open_now, self.queue, self.retired):
            ticks.addWidget(box, 0, bottom)
        ticks.addStretch()
        self.count = Text("", Type.SMALL, role="muted")
        ticks.addWidget(self.count, 0, bottom)
        acts = spaced(QHBoxLayout(), gap="s")
        for button in self.acts.of_one:
            acts.addWidget(button)
        acts.addStretch()
        left = spaced(QVBoxLayout(), gap="m")
        left.addLayout(sieve)
        left.addLayout(ticks)
        left.addWidget(self.table, 1)
        left.addLayout(acts)
        both = spaced(QHBoxLayout(), gap="l")
        both.addLayout(left, 5)
        both.addWidget(self.card, 3)
        column = spaced(QVBoxLayout(self), "l", "m")
        column.addWidget(head)
        column.addLayout(both, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the card is opened by Enter instead of lying beside."""
        super().resizeEvent(event)
        roomy = self.width() >= round(ROOMY * current().metrics.scale)
        self.card.setVisible(roomy)
        self.card.setMaximumWidth(round(self.width() * SHARE))
        wide = self.width() >= round(WIDE * current().metrics.scale)
        self.table.show_column(PHONE, wide or not roomy)

    # -- the list ------------------------------------------------------------------------------

    def _sieve(self) -> Sieve:
        kind, municipality = self.kind.value or ANY, self.municipality.value or ANY
        return Sieve(
            kinds=frozenset() if kind == ANY else frozenset({UnitKind(kind)}),
            municipality="" if municipality == ANY else municipality,
            queue=self.queue.isChecked(),
            open_at=self._keeper.now if self.open_now.isChecked() else None,
            retired=self.retired.isChecked(),
        )

    def _find(self) -> None:
        """What fits the words and the sieve, the best first."""
        chosen = self.table.current
        found = self._keeper.directory.find(self.words.text(), self._sieve(), SHOWN)
        self.model.replace(found)
        words = self.tr("De {count} första visas; skriv mer för att hitta fler.")
        told = words if len(found) >= SHOWN else self.tr("Träffar: {count}")
        self.count.setText(told.format(count=len(found)) if found else "")
        if self._keeper.loaded:
            self._empty.say(
                self.tr("Ingen enhet passar"),
                self.tr("Skriv färre bokstäver, eller ta bort ett urval."),
            )
        if found and (
            chosen is None or self.model.row_of(chosen.id) < 0 or self.words.edit.hasFocus()
        ):
            self.table.selectRow(0)
            self.table.scrollToTop()
        self._on_chosen()

    def _badge(self, card: UnitCard) -> Badge:
        """Made once for a state of things: a row that is painted asks three times."""
        made = self._badges.get(card.id)
        if made is None:
            made = self._badges[card.id] = unit_badge(self._keeper, card)
        return made

    def _on_chosen(self) -> None:
        self.acts.show_for(self.table.current)
        self._later.start()

    def _show_card(self) -> None:
        shown: UnitCard | None = self.table.current
        if self._outdated or shown != self.card.card:
            self._outdated = False
            self.card.show_card(shown)

    def _on_directory(self) -> None:
        self._badges.clear()
        self._show_municipalities()
        self._find()
        self.model.renew()
        self._outdated = True
        if self._wanted is not None and self._keeper.unit(self._wanted) is not None:
            self.show_unit(self._wanted)
            self._wanted = None

    def _on_time(self) -> None:
        if not self.isVisible():
            return
        self._badges.clear()
        if self.open_now.isChecked():
            self._find()
        self.model.renew()
        self.card.renew()
        self.acts.show_for(self.table.current)

    def _show_municipalities(self) -> None:
        names = sorted({card.unit.municipality for card in self._keeper.directory.cards} - {""})
        every = Option(ANY, self.tr("Alla kommuner"))
        self.municipality.set_options([every, *(Option(name, name) for name in names)])
        if self.municipality.value is None:
            self.municipality.choose(ANY)

    def _to_find(self) -> None:
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.edit.selectAll()

    def _to_list(self) -> None:
        if self.model.rowCount():
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open(self) -> None:
        """Enter is a change for whoever may, else a look, where the card has no room beside."""
        if self._keeper.may(Function.EDIT_DIRECTORY):
            self.acts.change.click()
        elif self.table.current is not None:
            id: UUID = self.table.current.id
            UnitCardDialog(self._tasks, self._services, id, parent=self).open()

    def _ring(self) -> None:
        """The number of the unit under the cursor."""
        card = self.table.current
        if isinstance(card, UnitCard):
            self._dialling.dial(card.unit.phone, self.window())

    def _on_saved(self, unit_id: UUID) -> None:
        """It is chosen when the directory has it."""
        self._wanted = unit_id
