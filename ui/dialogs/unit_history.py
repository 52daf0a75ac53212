"""What a unit's card has been: every version with who and when, and what each changed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kundcenter.domain.unit_cards import UnitCard
from kundcenter.errors import KundcenterError
from ui.records import Column, RecordModel
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.look import current
from ui.times import day_and_time
from ui.unit_words import differences
from ui.widgets.dialog import Dialog
from ui.widgets.empty import EmptyState
from ui.widgets.table import RecordTable
from ui.widgets.text_area import TextArea

WIDE, HIGH = 820, 220  # pixels


@dataclass(frozen=True, slots=True)
class Version:
    """One version, what it was made of, and who made it."""

    card: UnitCard
    older: UnitCard | None
    who: str

    @property
    def changes(self) -> tuple[tuple[str, str, str], ...]:
        return () if self.older is None else differences(self.older, self.card)


class UnitHistoryDialog(Dialog):
    """Nothing can be changed here; the newest first."""

    def __init__(
        self, tasks: Tasks, services: Services, card: UnitCard, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("UnitHistoryDialog", "Tidigare versioner av {unit}").format(
                unit=card.unit.name
            ),
            primary=translate("UnitHistoryDialog", "Stäng"),
            parent=parent,
        )
        self.secondary.hide()
        self.confirmed.connect(self.accept)
        self.model = RecordModel[Version](
            (
                Column(
                    self.tr("Version"),
                    lambda each: str(each.card.number),
                    sort=lambda each: each.card.number,
                    figures=True,
                    width=8,
                ),
                Column(self.tr("När"), _when, width=16, figures=True),
                Column(self.tr("Vem"), lambda each: each.who, width=24),
                Column(self.tr("Ändrade"), self._changed_fields),
            ),
            key=lambda each: each.card.number,
            parent=self,
        )
        self._empty = EmptyState(self.tr("Hämtar versionerna"), icon="clock")
        self.table = RecordTable(self.tr("Versioner"), self.model, empty=self._empty)
        self.table.chosen.connect(self._tell)
        self.what = TextArea(self.tr("Vad som ändrades"), fewest=4, most=8)
        self.what.edit.setReadOnly(True)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.what)
        scale = current().metrics.scale
        self.setMinimumWidth(round(WIDE * scale))
        self.table.setMinimumHeight(round(HIGH * scale))
        self.set_busy(True)
        tasks.run(self, partial(_versions, services, card.id), self._show, self._refuse)

    def _show(self, versions: tuple[Version, ...]) -> None:
        self.set_busy(False)
        self._empty.say(self.tr("Kortet har bara en version"), icon="building")
        self.model.replace(versions)
        self.table.setFocus()
        if versions:
            self.table.selectRow(0)

    def _tell(self, version: Version | None) -> None:
        if version is None:
            self.what.set_text("")
            return
        line = self.tr("{field}: {before} → {after}")
        told = [
            line.format(field=field, before=before, after=after)
            for field, before, after in version.changes
        ]
        self.what.set_text("\n".join(told) or self._changed_fields(version))

    def _changed_fields(self, version: Version) -> str:
        if version.older is None:
            return self.tr("Första versionen")
        changes = version.changes
        return ", ".join(field for field, _, _ in changes) or self.tr("Inget som syns på kortet")

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self._empty.say(sentence(error), icon="error")


def _when(version: Version) -> str:
    at = version.card.changed_at
    return "" if at is None else day_and_time(at)


def _versions(services: Services, unit_id: UUID) -> tuple[Version, ...]:
    """On the store's thread."""
    cards = services.units.history(unit_id)
    names = services.units.writers(unit_id)
    older = (*cards[1:], None)
    return tuple(
        Version(card, before, names.get(card.changed_by, "–") if card.changed_by else "–")
        for card, before in zip(cards, older, strict=True)
    )
