"""All about the row that is chosen, beside the list.  Hidden numbers are not in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.domain.switchboard.absences import UNSAID, Absence
from kundcenter.domain.switchboard.board import Line
from kundcenter.domain.switchboard.contacts import Contact
from ui.actions import Action
from ui.dialling import Dialling
from ui.directory_keeper import DirectoryKeeper
from ui.labels import label
from ui.numbers import shown_number
from ui.opening_words import when_words
from ui.switchboard.board_keeper import BoardKeeper
from ui.switchboard.row_words import (
    about,
    absence_words,
    line_badge,
    load_of,
    longest_words,
    there_badge,
)
from ui.switchboard.targets import name_of
from ui.theme.metrics import Type
from ui.theme.space import emptied, spaced
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.chip import Chip
from ui.widgets.page import Page
from ui.widgets.speech import named
from ui.widgets.text import Text

NARROWEST = 90
TOP = Qt.AlignmentFlag.AlignTop
LEFT = Qt.AlignmentFlag.AlignLeft


class DispatchDetail(Page):
    """`deputy_wanted` when whoever stands in is to be chosen."""

    deputy_wanted = Signal()

    def __init__(
        self,
        board: BoardKeeper,
        units: DirectoryKeeper,
        dialling: Dialling,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(("m", "none"), "m", parent=parent)
        named(self, self.tr("Om den som är vald"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._board, self._units, self._dialling = board, units, dialling
        self._column: QVBoxLayout | None = None
        self.line: Line | None = None

    def show_line(self, line: Line | None) -> None:
        """Show a row, or none."""
        if self.line is None or line is None or self.line.key != line.key:
            self.verticalScrollBar().setValue(0)
        self.line = line
        emptied(self.body)
        if line is None:
            self.body.addStretch()
            return
        sheet = QWidget()
        self._column = spaced(QVBoxLayout(sheet), gap="s")
        self._write(line)
        self._column.addStretch()
        self.body.addWidget(sheet)

    def _write(self, line: Line) -> None:
        title = Text(name_of(line), Type.TITLE, wrap=True)
        title.setProperty("heading", True)
        self._add(title)
        if about(line):
            self._add(Text(about(line), role="muted", wrap=True))
        for badge in (line_badge(self._board, line), there_badge(self._board, self._units, line)):
            if badge is not None:
                self._add(Chip(badge).giving_way(), LEFT)
        load = load_of(self._board, line)
        if load is not None and load.waiting:
            self._add(Text(longest_words(load), wrap=True))
        if line.contact is not None:
            self._write_contact(line.contact)
        elif line.duties:
            self._write_duties(line)
        elif line.card is not None:
            self._numbers(((self.tr("Telefon"), line.card.unit.phone),))
            self._write_unit(line)

    def _write_contact(self, contact: Contact) -> None:
        told, now = contact.told, self._board.now
        absence = self._board.absence(contact.id)
        if absence is not None:
            self._write_absence(absence, now)
        ahead = [each for each in self._board.absences_of(contact.id) if each.starts_at > now]
        if ahead:
            self._head(self.tr("Borta framöver"))
            for each in ahead[:5]:
                words = self.tr("Från {when}: {why}")
                when = when_words(each.starts_at, now)
                self._add(Text(words.format(when=when, why=absence_words(each, now)), wrap=True))
        self._head(self.tr("Nummer"))
        shown = [(label(each.kind), each.number) for each in told.shown_numbers]
        known = {each.number for each in told.shown_numbers}
        if told.shown_extension and told.shown_extension not in known:
            shown.insert(0, (self.tr("Anknytning"), told.shown_extension))
        self._numbers(shown)
        if len(told.numbers) > len(told.shown_numbers):
            hidden = self.tr("Dolt nummer: kopplas, men lämnas inte ut")
            self._add(Text(hidden, Type.STRONG, wrap=True))
        unit = self._units.name(told.unit_id)
        self._rows(
            (
                (self.tr("Enhet"), unit),
                (self.tr("Kommun"), told.municipality),
                (self.tr("E-post"), told.email.replace("@", "@\u200b")),  # it may break there
                (self.tr("Katalog"), told.directory),
                (self.tr("Notering"), told.comment),
            )
        )

    def _write_absence(self, absence: Absence, now: datetime) -> None:
        if absence.comment and absence.reason not in UNSAID:
            self._add(Text(absence.comment, wrap=True))
        deputy = self._board.contact(absence.deputy_id)
        if deputy is not None and deputy.retired_at is None:
            words = self.tr("Ersätts av {name}").format(name=deputy.name)
            button = Button(words, ButtonKind.SECONDARY, icon="person", keys=Action.DISPATCH_DEPUTY)
            button.clicked.connect(self.deputy_wanted)
            self._add(button, LEFT)

    def _write_duties(self, line: Line) -> None:
        self._head(self.tr("Ring i den här ordningen"))
        for place, duty in enumerate(line.duties, start=1):
            who = duty.name or duty.function
            if duty.deputy:
                who = self.tr("{who}, bakjour").format(who=who)
            until = self.tr("till {when}").format(when=when_words(duty.ends_at, self._board.now))
            self._add(Text(f"{place}. {who}, {until}", wrap=True))
            self._numbers(((self.tr("Telefon"), duty.phone),))
            if duty.comment:
                self._add(Text(duty.comment, role="muted", wrap=True))

    def _write_unit(self, line: Line) -> None:
        assert line.card is not None
        duties = [each for each in self._board.board.duties if each.unit_id == line.id]
        now = self._board.now
        duties = [each for each in duties if each.covers(now)]
        if duties:
            self._head(self.tr("Jour"))
            for duty in sorted(duties, key=lambda each: (each.deputy, each.place)):
                who = f"{duty.function}: {duty.name}" if duty.name else duty.function
                self._numbers(((who, duty.phone),))
        for notice in line.card.details.notices:
            if notice.starts_at <= now and (notice.ends_at is None or now < notice.ends_at):
                self._add(Text(notice.text, wrap=True))
        self._rows(((self.tr("Kallas även"), ", ".join(line.card.details.synonyms)),))

    # -- how it is written ---------------------------------------------------------------------

    def _numbers(self, rows: Iterable[tuple[str, str]]) -> None:
        assert self._column is not None
        for name, number in rows:
            if not number:
                continue
            row = spaced(QHBoxLayout(), gap="s")
            told = Text(f"{name}  {shown_number(number)}", wrap=True, figures=True)
            row.addWidget(told, 1)
            row.addWidget(self._dialling.button(number, self))
            self._column.addLayout(row)

    def _rows(self, rows: Iterable[tuple[str, str]]) -> None:
        assert self._column is not None
        grid = spaced(QGridLayout(), gap="s")
        grid.setColumnStretch(1, 1)
        for at, (name, value) in enumerate((n, v) for n, v in rows if v):
            grid.addWidget(Text(name, role="muted", wrap=True), at, 0, TOP)
            told = Text(value, wrap=True)
            told.setMinimumWidth(NARROWEST)
            grid.addWidget(told, at, 1, TOP)
        grid.setColumnMinimumWidth(0, NARROWEST)
        self._column.addLayout(grid)

    def _head(self, words: str) -> None:
        head = Text(words, Type.LEAD, wrap=True)
        head.setProperty("heading", True)
        self._add(head)

    def _add(self, widget: QWidget, side: Qt.AlignmentFlag | None = None) -> None:
        assert self._column is not None
        if side is None:
            self._column.addWidget(widget)
        else:
            self._column.addWidget(widget, 0, side)
