"""One unit as an operator reads it to a caller: open or not, its lines, whom to send there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.domain.calendar import local
from kundcenter.domain.opening import opening_at
from kundcenter.domain.opening_text import hours_text
from kundcenter.domain.triage import CodeSet
from kundcenter.domain.unit_cards import Criteria, Details, PhoneLine, UnitCard
from ui.badges import Badge
from ui.directory_keeper import DirectoryKeeper
from ui.labels import label
from ui.numbers import shown_number
from ui.opening_words import opening_badge
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import emptied, spaced
from ui.times import day_and_time
from ui.unit_words import (
    address,
    age_badge,
    ages_text,
    day_kind,
    day_word,
    openings_text,
    redirect_text,
    spot_text,
    until_text,
)
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.chip import Chip
from ui.widgets.page import Page
from ui.widgets.speech import named
from ui.widgets.text import Text

WEEK = 7
NARROWEST = 96  # pixels of a word, and of what stands beside it
TOP = Qt.AlignmentFlag.AlignTop


class UnitCardView(Page):
    """Nothing can be changed here.  `unit_wanted` carries the id of a related unit, and
    `dial_wanted` a number that is to be rung up.
    """

    unit_wanted = Signal(object)
    dial_wanted = Signal(str)

    def __init__(
        self, keeper: DirectoryKeeper, codes: CodeSet, parent: QWidget | None = None
    ) -> None:
        super().__init__("m", "m", parent=parent)
        named(self, self.tr("Enhetens kort"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # the arrows and PgDn read on
        self._keeper, self._codes = keeper, codes
        self._card: UnitCard | None = None
        self._column: QVBoxLayout | None = None

    @property
    def card(self) -> UnitCard | None:
        """The one that is shown."""
        return self._card

    def show_card(self, card: UnitCard | None) -> None:
        """Show a unit from its top, or none."""
        if card is None or self._card is None or card.id != self._card.id:
            self.verticalScrollBar().setValue(0)
        self._card = card
        self.renew()

    def renew(self) -> None:
        """The same unit, by now."""
        emptied(self.body)
        card = self._card
        if card is None:
            self.body.addStretch()
            return
        sheet = QWidget()
        self._column = spaced(QVBoxLayout(sheet), gap="s")
        self._write(card)
        self._column.addStretch()
        self.body.addWidget(sheet)

    # -- the parts -----------------------------------------------------------------------------

    def _write(self, card: UnitCard) -> None:
        unit, details = card.unit, card.details
        title = Text(unit.name, Type.TITLE, wrap=True)
        title.setProperty("heading", True)
        self._add(title)
        under = (label(unit.kind), unit.municipality, _other_name(card))
        self._add(Text(" · ".join(filter(None, under)), role="muted", wrap=True))
        self._write_marks(card)
        self._write_orders(card)
        self._write_criteria(details.criteria)
        self._write_lines(card)
        self._write_days(card)
        self._write_place(details)
        self._write_related(details)
        self._write_foot(card)

    def _write_marks(self, card: UnitCard) -> None:
        now, details = self._keeper.now, card.details
        if card.retired_at is not None:
            words = self.tr("Ur bruk sedan {time}").format(time=day_and_time(card.retired_at))
            self._add_chip(Badge(words, ToneName.WARNING, "warning"))
            to = self._keeper.name(card.replaced_by)
            if to:
                self._add(Text(self.tr("Ersatt av {unit}").format(unit=to), wrap=True))
        else:
            self._add_chip(opening_badge(opening_at(details.hours, now), now))
        if details.queue:
            self._add_chip(Badge(self.tr("teleQ: kan ställas i kö"), ToneName.INFO, "queue"))
        if details.bookable:
            self._add_chip(Badge(self.tr("Kan bokas från 1177"), ToneName.INFO, "calendar"))

    def _write_orders(self, card: UnitCard) -> None:
        now = self._keeper.now
        order = self._keeper.redirect_of(card.id)
        if order is not None:
            words = redirect_text(order, self._keeper.name, now)
            self._add_banner(Banner(words, ToneName.WARNING, icon="arrow-right", wrap=True))
        for notice in card.details.notices:
            if notice.starts_at <= now and (notice.ends_at is None or now < notice.ends_at):
                until = until_text(notice.ends_at, now)
                words = f"{notice.text} ({until})" if until else notice.text
                self._add_banner(Banner(words, ToneName.INFO, icon="info", wrap=True))

    def _write_criteria(self, criteria: Criteria) -> None:
        known = (criteria.send_here, criteria.not_here, criteria.takes, criteria.refuses)
        ages = ages_text(criteria)
        if not (any(known) or ages or criteria.signed_off_on):
            return
        self._head(self.tr("Skicka hit"))
        self._add_chip(age_badge(criteria, self._keeper.now))
        grid = self._grid()
        rows = (
            (self.tr("Ålder"), ages),
            (self.tr("Skicka hit"), criteria.send_here),
            (self.tr("Tar emot för"), self._reasons(criteria.takes)),
            (self.tr("Skicka inte hit"), criteria.not_here),
            (self.tr("Tar inte emot för"), self._reasons(criteria.refuses)),
            (self.tr("Godkänt av"), criteria.signed_off_by),
        )
        _fill(grid, rows)

    def _write_lines(self, card: UnitCard) -> None:
        self._head(self.tr("Telefon"))
        grid = self._grid()
        rows = [(self.tr("Nummer"), shown_number(card.unit.phone), card.unit.phone)]
        rows += [(label(e.function), self._line_text(e), e.number) for e in card.details.lines]
        for name, value, number in rows:
            if value:
                grid.addWidget(self._ring_button(number), _fill_row(grid, name, value), 2, TOP)

    def _ring_button(self, number: str) -> IconButton:
        name = self.tr("Ring {number}").format(number=shown_number(number))
        button = IconButton(name, "phone-out", small=True)
        button.setToolTip(self.tr("Ring"))  # a number is in no tip, whosever it is
        button.clicked.connect(partial(self.dial_wanted.emit, number))
        return button

    def _write_days(self, card: UnitCard) -> None:
        hours = card.details.hours
        if not hours.spans and not hours.exceptions:
            if card.unit.hours:
                self._head(self.tr("Öppet"))
                self._add(Text(card.unit.hours, wrap=True))
            return
        self._head(self.tr("Öppet de närmaste dagarna"))
        today = local(self._keeper.now).date()
        days = [today + timedelta(days=n) for n in range(WEEK)]
        _fill(
            self._grid(), [(self._day_name(day, today), openings_text(hours, day)) for day in days]
        )
        self._add(Text(hours_text(hours), Type.SMALL, role="muted", wrap=True))

    def _write_place(self, details: Details) -> None:
        rows = (
            (self.tr("Adress"), address(details)),
            (self.tr("Hitta dit"), details.way),
            (self.tr("Karta"), spot_text(details.spot)),
            (self.tr("Webbplats"), details.web),
        )
        if any(value for _, value in rows):
            self._head(self.tr("Hitta dit"))
            _fill(self._grid(), rows)

    def _write_related(self, details: Details) -> None:
        if not details.related:
            return
        self._head(self.tr("Andra enheter"))
        for related in details.related:
            other = self._keeper.directory.by_hsa(related.hsa_id)
            row = spaced(QHBoxLayout(), gap="s")
            row.addWidget(Text(label(related.kind), role="muted"))
            if other is None:
                row.addWidget(Text(related.hsa_id, wrap=True), 1)
            else:
                go = Button(other.unit.name, ButtonKind.QUIET, icon="building")
                go.clicked.connect(partial(self.unit_wanted.emit, other.id))
                row.addWidget(go)
                row.addStretch()
            self._add_row(row)

    def _write_foot(self, card: UnitCard) -> None:
        changed = ""
        if card.changed_at is not None:
            words = self.tr("Version {number}, ändrad {time}")
            changed = words.format(number=card.number, time=day_and_time(card.changed_at))
        rows = (
            (self.tr("HSA-id"), card.unit.hsa_id),
            (self.tr("Kallas även"), ", ".join(card.details.synonyms)),
            (self.tr("Kortet"), changed or self.tr("Enheten har inget kort än.")),
        )
        self._head(self.tr("Om uppgifterna"))
        _fill(self._grid(), rows)

    # -- how they are written ------------------------------------------------------------------

    def _line_text(self, line: PhoneLine) -> str:
        """The number, its hours, for whom: staff's own numbers say so."""
        told = [shown_number(line.number)]
        if line.hours.spans:
            told.append(hours_text(line.hours))
        if line.comment:
            told.append(line.comment)
        if line.roles:
            roles = ", ".join(sorted(label(role) for role in line.roles))
            told.append(self.tr("Endast för {roles}; lämnas inte ut.").format(roles=roles))
        return "\n".join(told)

    def _day_name(self, day: date, today: date) -> str:
        name = self.tr("i dag") if day == today else day_word(day)
        kind = day_kind(day)
        return f"{name}, {kind}" if kind else name

    def _reasons(self, codes: Iterable[str]) -> str:
        names = {reason.code: reason.label for reason in self._codes.reasons}
        return ", ".join(sorted(names.get(code, code) for code in codes))

    def _head(self, words: str) -> None:
        assert self._column is not None
        self._column.addSpacing(current().metrics.space("s"))
        head = Text(words, Type.LEAD, wrap=True)
        head.setProperty("heading", True)
        self._add(head)

    def _add(self, widget: QWidget) -> None:
        assert self._column is not None
        self._column.addWidget(widget)

    def _add_banner(self, banner: Banner) -> None:
        banner.setMinimumWidth(2 * NARROWEST)
        self._add(banner)

    def _add_chip(self, badge: Badge) -> None:
        assert self._column is not None
        self._column.addWidget(Chip(badge).giving_way(), 0, Qt.AlignmentFlag.AlignLeft)

    def _add_row(self, row: QHBoxLayout) -> None:
        assert self._column is not None
        self._column.addLayout(row)

    def _grid(self) -> QGridLayout:
        assert self._column is not None
        grid = spaced(QGridLayout(), gap="s")
        grid.setColumnStretch(1, 1)
        self._column.addLayout(grid)
        return grid


def _other_name(card: UnitCard) -> str:
    name = card.details.public_name
    return "" if name == card.unit.name else name


def _fill(grid: QGridLayout, rows: Iterable[tuple[str, str]]) -> None:
    """What is empty is left out."""
    for name, value in rows:
        if value:
            _fill_row(grid, name, value)


def _fill_row(grid: QGridLayout, name: str, value: str) -> int:
    """One row more; its place."""
    at = grid.rowCount()
    grid.setColumnMinimumWidth(0, NARROWEST)
    grid.addWidget(Text(name, role="muted", wrap=True), at, 0, TOP)
    told = Text(value, wrap=True)
    told.setMinimumWidth(NARROWEST)  # else Qt asks for the width it would look best in
    grid.addWidget(told, at, 1, TOP)
    return at
