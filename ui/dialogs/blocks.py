"""The blocks that a patient has asked for: see them, set one, take one away."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.blocks import (
    Block,
    BlockIsOfPatient,
    BlockKind,
    BlockPeriodInvalid,
    GuardianMayNotBlock,
)
from kundcenter.domain.calendar import day_bounds, local
from kundcenter.domain.grounds import Ground
from kundcenter.domain.journal import Relation
from kundcenter.errors import KundcenterError
from ui.badges import Badge
from ui.labels import label
from ui.records import Column, RecordModel
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.space import spaced
from ui.widgets.buttons import Button
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.combo import Combo, Option
from ui.widgets.dialog import Dialog
from ui.widgets.empty import EmptyState
from ui.widgets.field import Field
from ui.widgets.labelled import Labelled
from ui.widgets.table import RecordTable

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)  # of a block that somebody may mean
WIDE, HIGH, MARGIN = 960, 280, 48  # pixels
ASKERS = (Relation.SELF, Relation.GUARDIAN, Relation.TRUSTEE, Relation.ADMINISTRATOR)


class BlockDialog(Dialog):
    """A new block.  `block` is what to set, as the verb wants it."""

    def __init__(self, care_unit: str = "", parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("BlockDialog", "Ny spärr"),
            sentence=translate(
                "BlockDialog", "Patienten vill att en enhets uppgifter inte visas för andra."
            ),
            primary=translate("BlockDialog", "Spärra"),
            parent=parent,
        )
        self.kind = ChoiceRow(
            self.tr("Slag"),
            [
                Choice(BlockKind.INNER, Badge(label(BlockKind.INNER), icon="lock")),
                Choice(BlockKind.OUTER, Badge(label(BlockKind.OUTER), icon="shield")),
            ],
            help=self.tr("Inre: mellan enheter. Yttre: mot andra vårdgivare."),
        )
        self.kind.choose(BlockKind.INNER)
        self.care_unit = Field(self.tr("Vårdenhetens HSA-id"), longest=64)
        self.care_unit.set_text(care_unit)
        self.asked_by = Combo(
            self.tr("Vem begär spärren?"), [Option(each, label(each)) for each in ASKERS]
        )
        self.asked_by.choose(Relation.SELF)
        self.first = Field(
            self.tr("Från och med"),
            placeholder=self.tr("ÅÅÅÅ-MM-DD"),
            help=self.tr("Tomt: från början."),
            longest=10,
        )
        self.last = Field(
            self.tr("Till och med"),
            placeholder=self.tr("ÅÅÅÅ-MM-DD"),
            help=self.tr("Tomt: tills vidare."),
            longest=10,
        )
        days = spaced(QHBoxLayout(), gap="m")
        days.addWidget(self.first)
        days.addWidget(self.last)
        for part in (self.kind, self.care_unit, self.asked_by):
            self.body.addWidget(part)
        self.body.addLayout(days)

    def verb(self, services: Services, person_id: UUID) -> partial[Changes] | None:
        """The verb with what was chosen; None, and said at the field, where something is wrong."""
        first, last = self._day(self.first), self._day(self.last)
        if self.first.error or self.last.error:
            return None
        return partial(
            services.blocks.set,
            person_id,
            BlockKind(self.kind.value or BlockKind.INNER),
            self.care_unit.text(),
            valid_from=None if first is None else day_bounds(first)[0],
            valid_until=None if last is None else _end(last),
            asked_by=Relation(self.asked_by.value or Relation.SELF),
        )

    def refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        field: Labelled = self.care_unit
        if isinstance(error, GuardianMayNotBlock | BlockIsOfPatient):
            field = self.asked_by
        elif isinstance(error, BlockPeriodInvalid):
            field = self.last
        field.show_error(sentence(error))
        field.setFocus()

    def _day(self, field: Field) -> date | None:
        text = field.text().strip()
        if not text:
            return None
        try:
            day = date.fromisoformat(text)
            if not EARLIEST <= day <= LATEST:
                raise ValueError
        except ValueError:
            field.show_error(self.tr("Skriv datumet som ÅÅÅÅ-MM-DD."))
            field.setFocus()
            return None
        return day


class RevokeDialog(Dialog):
    """Why a block is taken away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("RevokeDialog", "Häv spärren"),
            sentence=translate(
                "RevokeDialog",
                "Patienten vill inte längre ha spärren. Den finns kvar i historiken.",
            ),
            primary=translate("RevokeDialog", "Häv spärren"),
            parent=parent,
        )
        self.reason = Field(self.tr("Varför hävs spärren?"), longest=300)
        self.body.addWidget(self.reason)

    def refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.reason.show_error(sentence(error))
        self.reason.setFocus()


class BlocksDialog(Dialog):
    """The blocks of one person with their history.  `changed` when one was set or taken away."""

    changed = Signal()

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        person_id: UUID,
        ground: Ground,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("BlocksDialog", "Spärrar"),
            sentence=translate("BlocksDialog", "Spärrar är patientens vilja. Inget tas bort."),
            primary=translate("BlocksDialog", "Ny spärr"),
            secondary=translate("BlocksDialog", "Stäng"),
            parent=parent,
        )
        self._tasks, self._services = tasks, services
        self._person_id, self._ground = person_id, ground
        self.model = RecordModel[Block](self._columns(), key=lambda block: block.id, parent=self)
        self._empty = EmptyState(self.tr("Inga spärrar"), icon="shield-check")
        self.table = RecordTable(self.tr("Spärrar"), self.model, empty=self._empty)
        self.revoke = Button(self.tr("Häv spärren"), icon="undo")
        self.revoke.setEnabled(False)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(lambda _: self._ask_why())
        self.revoke.clicked.connect(self._ask_why)
        self.confirmed.connect(self._ask_what)
        row = spaced(QHBoxLayout(), gap="s")
        row.addWidget(self.revoke)
        row.addStretch()
        self.body.addWidget(self.table, 1)
        self.body.addLayout(row)
        scale = current().metrics.scale
        width = round(WIDE * scale)
        if parent is not None:
            width = min(width, parent.window().width() - 2 * MARGIN)
        self.setMinimumWidth(width)
        self.table.setMinimumHeight(round(HIGH * scale))
        self._refresh()

    def _columns(self) -> tuple[Column[Block], ...]:
        return (
            Column(
                self.tr("Läge"),
                self._state,
                badge=lambda block: Badge(
                    self._state(block),
                    ToneName.WARNING if block.in_force else ToneName.NEUTRAL,
                    "lock" if block.in_force else "undo",
                ),
                width=10,
            ),
            Column(self.tr("Slag"), lambda block: label(block.kind), width=8),
            Column(
                self.tr("Uppgifter hos"),
                lambda block: block.care_unit or block.care_provider,
                width=20,
            ),
            Column(self.tr("Period"), self._period, width=23),
            Column(
                self.tr("Satt"),
                lambda block: f"{local(block.set_at):%Y-%m-%d}",
                sort=lambda block: block.set_at,
                figures=True,
                width=11,
            ),
            Column(
                self.tr("Varför hävd"), lambda block: block.revoked.reason if block.revoked else ""
            ),
        )

    def _state(self, block: Block) -> str:
        return self.tr("Gäller") if block.in_force else self.tr("Hävd")

    def _period(self, block: Block) -> str:
        if block.valid_from is None and block.valid_until is None:
            return self.tr("All tid")
        first, last = (f"{local(at):%Y-%m-%d}" if at else "" for at in (
            block.valid_from, block.valid_until,
        ))  # fmt: skip
        return f"{first} – {last}".strip()

    def _refresh(self) -> None:
        look = partial(self._services.blocks.of_person, self._person_id, self._ground)
        self.set_busy(True)
        self._tasks.run(self, look, self._show, self._refuse, topic="blocks")

    def _show(self, blocks: tuple[Block, ...]) -> None:
        self.set_busy(False)
        self.model.replace(reversed(blocks))
        self._on_chosen(self.table.current)

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.primary.setEnabled(False)
        self._empty.say(sentence(error), icon="error")

    def _on_chosen(self, block: Block | None) -> None:
        self.revoke.setEnabled(block is not None and block.in_force)

    def _ask_what(self) -> None:
        dialog = BlockDialog(parent=self)
        dialog.confirmed.connect(partial(self._set, dialog))
        dialog.open()

    def _set(self, dialog: BlockDialog) -> None:
        verb = dialog.verb(self._services, self._person_id)
        if verb is not None:
            dialog.set_busy(True)
            self._tasks.run(dialog, verb, partial(self._done, dialog), dialog.refuse)

    def _ask_why(self) -> None:
        block = self.table.current
        if block is None or not block.in_force:
            return
        dialog = RevokeDialog(parent=self)
        dialog.confirmed.connect(partial(self._revoke, dialog, block.id))
        dialog.open()

    def _revoke(self, dialog: RevokeDialog, block_id: UUID) -> None:
        dialog.set_busy(True)
        verb = partial(self._services.blocks.revoke, block_id, dialog.reason.text())
        self._tasks.run(dialog, verb, partial(self._done, dialog), dialog.refuse)

    def _done(self, dialog: Dialog, _changes: Changes) -> None:
        dialog.accept()
        self.changed.emit()
        self._refresh()


def _end(day: date) -> datetime:
    """The last instant of the day."""
    return day_bounds(day)[1] - timedelta(microseconds=1)
