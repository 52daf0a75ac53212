"""Write a unit's card: what it is, when it is open, its lines, whom it takes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.drafts import FORMS, FormKind
from kundcenter.domain.opening_text import hours_text
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.domain.unit_cards import Details, Notice, PhoneLine, UnitCard
from kundcenter.domain.unit_checks import UnitHsaTaken
from kundcenter.domain.unit_wordings import UnitWording
from kundcenter.domain.units import UnitKind
from kundcenter.errors import KundcenterError
from ui.dialogs.unit_criteria import CriteriaForm, WrongField, parts, section, wrong
from ui.dialogs.unit_rows import (
    LineDialog,
    NoticeDialog,
    RelationDialog,
    read_hours_of,
    read_number,
)
from ui.directory_keeper import DirectoryKeeper
from ui.kept_form import Fields, KeptForm
from ui.labels import label
from ui.numbers import shown_number
from ui.records import Column
from ui.services import Services, current_codes
from ui.tasks import Tasks
from ui.theme.look import current
from ui.theme.space import spaced
from ui.times import day_and_time
from ui.unit_faults import explained
from ui.unit_words import read_spot, spot_text
from ui.widgets.check import Check
from ui.widgets.combo import Combo, Option
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.labelled import Labelled
from ui.widgets.page import Page
from ui.widgets.rows import Line, Rows
from ui.widgets.text_area import TextArea

WIDE, HIGH, MARGIN = 980, 540, 48  # pixels
TOP = Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class WrittenUnit:
    wording: UnitWording
    details: Details


class UnitDialog(Dialog):
    """A new unit, or the next version of one's card.  `saved` carries the unit's id."""

    saved = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        card: UnitCard | None = None,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("UnitDialog", "Ändra enheten")
            if card
            else translate("UnitDialog", "Ny enhet"),
            primary=translate("UnitDialog", "Spara"),
            parent=parent,
        )
        self._tasks, self._services, self.card = tasks, services, card
        self._keeper = DirectoryKeeper.of(tasks, services)
        self._codes = current_codes(services)
        self._make_fields()
        self._make_rows()
        self._lay_out()
        if card is not None:
            self._show(card)
        about = card.id if card is not None else FORMS
        KeptForm(self, tasks, services, (FormKind.UNIT, about), self._texts())
        self.confirmed.connect(self._save)
        self.name.setFocus()

    # -- what there is to write ----------------------------------------------------------------

    def _make_fields(self) -> None:
        self.name = Field(self.tr("Namn"), longest=LINE_LIMIT)
        self.kind = Combo(self.tr("Typ"), [Option(each, label(each)) for each in UnitKind])
        self.kind.choose(UnitKind.PRIMARY_CARE)
        self.municipality = Field(self.tr("Kommun"), longest=LINE_LIMIT)
        self.phone = Field(self.tr("Telefon"), longest=32)
        self.hsa_id = Field(self.tr("HSA-id"), longest=64)
        self.public_name = Field(self.tr("Namn utåt"), longest=LINE_LIMIT)
        self.synonyms = Field(
            self.tr("Kallas även"), longest=LINE_LIMIT, help=self.tr("Med komma mellan.")
        )
        self.street = Field(self.tr("Gata"), longest=LINE_LIMIT)
        self.postal = Field(self.tr("Postadress"), longest=LINE_LIMIT)
        self.way = TextArea(
            self.tr("Hitta dit"),
            fewest=1,
            most=4,
            longest=2_000,
            help=self.tr("Entré, våning, målpunkt."),
        )
        self.spot = Field(
            self.tr("Läge på kartan"),
            longest=40,
            placeholder="57.782600, 14.161800",
            help=self.tr("Latitud och longitud, med punkt."),
        )
        self.web = Field(self.tr("Webbplats"), longest=LINE_LIMIT)
        self.hours = TextArea(
            self.tr("Öppettider"),
            fewest=2,
            most=6,
            longest=4_000,
            help=self.tr(
                "Som mån-fre 08:00-17:00; lör 10:00-14:00; helg 10:00-14:00;"
                " 2026-12-24 stängt. Tomt betyder okänt."
            ),
        )
        self.queue = Check(self.tr("Har en teleQ-kö som man kan ställa i"))
        self.bookable = Check(self.tr("Kan bokas från 1177"))
        self.criteria = CriteriaForm(self._codes)

    def _make_rows(self) -> None:
        self.lines = Rows(
            self.tr("Telefonlinjer"),
            (
                Column[Line](self.tr("Till för"), lambda at: label(at.value.function), width=18),
                Column[Line](self.tr("Nummer"), lambda at: shown_number(at.value.number), width=16),
                Column[Line](self.tr("Tider"), lambda at: hours_text(at.value.hours)),
                Column[Line](self.tr("Visas för"), _roles_of, width=20),
            ),
            empty=self.tr("Inga egna linjer"),
            add=self.tr("Ny linje"),
        )
        self.notices = Rows(
            self.tr("Tillfällig information"),
            (
                Column[Line](self.tr("Text"), lambda at: at.value.text),
                Column[Line](
                    self.tr("Från"), lambda at: day_and_time(at.value.starts_at), width=16
                ),
                Column[Line](
                    self.tr("Till"),
                    lambda at: day_and_time(at.value.ends_at) if at.value.ends_at else "",
                    width=16,
                ),
            ),
            empty=self.tr("Ingen tillfällig information"),
            add=self.tr("Ny information"),
        )
        self.related = Rows(
            self.tr("Andra enheter"),
            (
                Column[Line](self.tr("Hur"), lambda at: label(at.value.kind), width=24),
                Column[Line](self.tr("Enhet"), lambda at: self._name_of(at.value.hsa_id)),
            ),
            empty=self.tr("Inga andra enheter"),
            add=self.tr("Ny koppling"),
        )
        self.lines.asked.connect(self._ask_line)
        self.notices.asked.connect(self._ask_notice)
        self.related.asked.connect(self._ask_relation)

    def _lay_out(self) -> None:
        page = Page("none", "m")
        for words, rows in (
            (self.tr("Enheten"), ((self.name, self.kind), (self.municipality, self.phone),
                                  (self.hsa_id, self.public_name), (self.synonyms, self.web))),
            (self.tr("Var den ligger"), ((self.street, self.postal), (self.way, self.spot))),
        ):  # fmt: skip
            section(page.body, words, rows)
        page.body.addWidget(self.hours)
        ticks = spaced(QVBoxLayout(), gap="s")
        ticks.addWidget(self.queue)
        ticks.addWidget(self.bookable)
        page.body.addLayout(ticks)
        for each in (self.lines, self.notices):
            page.body.addWidget(each)
        page.body.addWidget(self.criteria)
        page.body.addWidget(self.related)
        self.body.addWidget(page, 1)
        scale, parent = current().metrics.scale, self.parentWidget()
        width, height = round(WIDE * scale), round(HIGH * scale)
        if parent is not None:
            host = parent.window().size()
            width = min(width, host.width() - 2 * MARGIN)
            height = min(height, host.height() - 5 * MARGIN)
        self.setMinimumWidth(width)
        page.setMinimumHeight(height)

    def _show(self, card: UnitCard) -> None:
        unit, details = card.unit, card.details
        self.kind.choose(unit.kind)
        for field, text in (
            (self.name, unit.name),
            (self.municipality, unit.municipality),
            (self.phone, shown_number(unit.phone)),
            (self.hsa_id, unit.hsa_id),
            (self.public_name, details.public_name),
            (self.synonyms, ", ".join(details.synonyms)),
            (self.street, details.street),
            (self.postal, details.postal),
            (self.way, details.way),
            (self.spot, spot_text(details.spot)),
            (self.web, details.web),
            (self.hours, hours_text(details.hours)),
        ):
            field.set_text(text)
        self.criteria.show_criteria(details.criteria)
        self.queue.setChecked(details.queue)
        self.bookable.setChecked(details.bookable)
        self.lines.set_values(details.lines)
        self.notices.set_values(details.notices)
        self.related.set_values(details.related)

    def _texts(self) -> Fields:
        names = ("name", "municipality", "phone", "hsa_id", "public_name", "synonyms", "street",
                 "postal", "way", "spot", "web", "hours")  # fmt: skip
        return {name: getattr(self, name) for name in names} | dict(self.criteria.texts())

    # -- the lists within it -------------------------------------------------------------------

    def _ask_line(self, place: int | None) -> None:
        known: PhoneLine | None = None if place is None else self.lines.values[place]
        dialog = LineDialog(known, parent=self)
        dialog.confirmed.connect(lambda: _put(dialog, dialog.line(), self.lines, place))
        dialog.open()

    def _ask_notice(self, place: int | None) -> None:
        known: Notice | None = None if place is None else self.notices.values[place]
        dialog = NoticeDialog(self._keeper.now, known, parent=self)
        dialog.confirmed.connect(lambda: _put(dialog, dialog.notice(), self.notices, place))
        dialog.open()

    def _ask_relation(self, place: int | None) -> None:
        dialog = RelationDialog(self._keeper, parent=self)
        dialog.confirmed.connect(lambda: _put(dialog, dialog.related(), self.related, place))
        dialog.open()

    def _name_of(self, hsa_id: str) -> str:
        card = self._keeper.directory.by_hsa(hsa_id)
        return card.unit.name if card is not None else hsa_id

    # -- what was written ----------------------------------------------------------------------

    def written(self) -> WrittenUnit | None:
        """The card as it stands; None when something is wrong, which is said at its field."""
        try:
            return self._read()
        except WrongField:
            return None

    def _read(self) -> WrittenUnit:
        if not self.name.text().strip():
            wrong(self.name, self.tr("Enheten behöver ett namn."))
        number, hours = read_number(self.phone, needed=False), read_hours_of(self.hours)
        if number is None or hours is None:
            raise WrongField
        try:
            spot = read_spot(self.spot.text())
        except ValueError:
            wrong(self.spot, self.tr("Skriv läget som 57.782600, 14.161800."))
        wording = UnitWording(
            hsa_id=self.hsa_id.text().strip(),
            name=self.name.text().strip(),
            kind=UnitKind(self.kind.value or UnitKind.PRIMARY_CARE),
            municipality=self.municipality.text().strip(),
            phone=number,
        )
        details = Details(
            public_name=self.public_name.text().strip(),
            street=self.street.text().strip(),
            postal=self.postal.text().strip(),
            way=self.way.text().strip(),
            spot=spot,
            hours=hours,
            lines=self.lines.values,
            notices=self.notices.values,
            criteria=self.criteria.criteria(),
            related=self.related.values,
            synonyms=parts(self.synonyms.text()),
            queue=self.queue.isChecked(),
            bookable=self.bookable.isChecked(),
            web=self.web.text().strip(),
        )
        return WrittenUnit(wording, details)

    # -- saving --------------------------------------------------------------------------------

    def _save(self) -> None:
        written, card = self.written(), self.card
        if written is None:
            return
        verb = partial(
            self._services.units.save,
            card.id if card else None,
            written.wording,
            written.details,
            upon=card.number if card else 0,
        )
        self.set_busy(True)
        self._tasks.run(self, verb, self._saved, self.refuse)

    def _saved(self, changes: Changes) -> None:
        ids: tuple[UUID, ...] = changes.of("unit")
        self.accept()
        self.saved.emit(ids[0] if ids else (self.card.id if self.card else None))

    def refuse(self, error: KundcenterError) -> None:
        """Say what is wrong at the field that it is about."""
        self.set_busy(False)
        name = str(error.facts.get("field", ""))
        field: Any = getattr(self, name, None) or self.criteria.texts().get(name)
        if name in {"spans", "exceptions"}:
            field = self.hours
        elif not isinstance(field, Labelled):
            field = self.hsa_id if isinstance(error, UnitHsaTaken) else self.name
        field.show_error(explained(error))
        field.setFocus()


def _put(dialog: Dialog, value: object | None, rows: Rows, place: int | None) -> None:
    if value is not None:
        dialog.accept()
        rows.put(place, value)


def _roles_of(at: Line) -> str:
    return ", ".join(sorted(label(role) for role in at.value.roles))
