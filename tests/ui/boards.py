"""Boards that show every widget in every state it has."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.badges import Badge, urgency_badge
from ui.records import Column, RecordModel
from ui.theme.colours import ToneName
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.busy import BusyBar
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.card import Card
from ui.widgets.check import Check
from ui.widgets.chip import Chip
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.combo import Combo, Option
from ui.widgets.empty import EmptyState
from ui.widgets.field import Field, SecretField
from ui.widgets.key_hint import KeyHint
from ui.widgets.table import RecordTable
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea
from ui.widgets.timer import TimerLabel

URGENCIES = (
    ("U0", "Larm 112"),
    ("U1", "Omedelbart"),
    ("U2", "Inom några timmar"),
    ("U3", "Inom 24 timmar"),
    ("U4", "Inom några dagar"),
    ("U5", "Vid tillfälle"),
    ("U6", "Egenvård"),
    ("UX", "Ej bedömt"),
)
NOTE = (
    "Hosta och feber sedan tre dagar, som högst 38,6. Andas obehindrat i vila, talar i hela "
    "meningar. Dricker bra. Ingen bröstsmärta. Tar paracetamol med viss effekt."
)


@dataclass(frozen=True, slots=True)
class Row:
    id: int
    time: str
    number: str
    who: str
    reason: str
    urgency: Badge
    minutes: int


ROWS = tuple(
    Row(i, f"{8 + i // 6:02}:{(i * 7) % 60:02}", number, who, reason, urgency_badge(*u), 3 + i % 9)
    for i, (number, who, reason, u) in enumerate(
        [
            ("070-174 06 05", "Åsa Öberg", "Hosta och feber", URGENCIES[6]),
            ("070-174 06 11", "Erik Lindqvist", "Bröstsmärta vid ansträngning", URGENCIES[0]),
            ("08-465 004 12", "Hälsocentralen Ärlan", "Fråga om remiss", URGENCIES[7]),
            ("070-174 06 44", "Maja Ek", "Öroninflammation, barn 3 år", URGENCIES[3]),
            ("031-390 06 21", "Ove Ångström", "Svullet knä efter fall", URGENCIES[2]),
            ("070-174 06 71", "Skyddad uppgift", "Oro och sömnsvårigheter", URGENCIES[4]),
            ("040-628 04 30", "Lena Zetterberg", "Förnya recept", URGENCIES[5]),
            ("070-174 06 83", "Ali Hassan", "Allergisk reaktion", URGENCIES[1]),
        ]
        * 3
    )
)


def model() -> RecordModel[Row]:
    made: RecordModel[Row] = RecordModel(
        [
            Column("Tid", lambda r: r.time, figures=True, width=7),
            Column("Nummer", lambda r: r.number, width=15, icon=lambda _: "phone"),
            Column("Inringare", lambda r: r.who, width=22),
            Column("Kontaktorsak", lambda r: r.reason),
            Column("Hur bråttom", lambda r: r.urgency.text, badge=lambda r: r.urgency, width=22),
            Column(
                "Min", lambda r: str(r.minutes), sort=lambda r: r.minutes, figures=True, width=8
            ),
        ],
        key=lambda r: r.id,
    )
    made.replace(ROWS)
    return made


def controls() -> QWidget:
    page = QWidget()
    page.resize(1280, 900)
    grid = spaced(QGridLayout(page), "xl", "l")
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    grid.addWidget(_buttons(), 0, 0)
    grid.addWidget(_marks(), 0, 1)
    grid.addWidget(_fields(), 1, 0)
    grid.addWidget(_choices(), 1, 1)
    grid.setRowStretch(2, 1)
    return page


def _buttons() -> Card:
    card = Card("Knappar", hint="vila, nedtryckt, avstängd", icon="keyboard")
    card.trailing.addWidget(IconButton("Mer", "more"))
    kinds = list(ButtonKind)
    words = ("Signera", "Spara utkast", "Visa logg", "Ta bort")
    icons = ("sign", "save", "eye", "trash")
    for enabled in (True, False):
        row = spaced(QHBoxLayout(), gap="s")
        for kind, word, icon in zip(kinds, words, icons, strict=True):
            keys = "Ctrl+S" if kind is ButtonKind.SECONDARY else ""
            button = Button(word, kind, icon=icon, keys=keys)
            button.setEnabled(enabled)
            row.addWidget(button)
        row.addStretch()
        card.body.addLayout(row)
    row = spaced(QHBoxLayout(), gap="s")
    for name, icon in (("Skriv ut", "print"), ("Ångra", "undo"), ("Fäst", "pin"), ("Lås", "lock")):
        row.addWidget(IconButton(name, icon))
    row.addWidget(IconButton("Sök", "search", ButtonKind.SECONDARY))
    row.addWidget(IconButton("Nytt samtal", "plus", ButtonKind.PRIMARY))
    row.addSpacing(12)
    for keys in ("F4", "Ctrl+Return", "Alt+1"):
        row.addWidget(KeyHint(keys))
    row.addStretch()
    card.body.addLayout(row)
    ticked, plain, off = Check("Tolk behövs"), Check("Ring från skyddat nummer"), Check("Avstängd")
    ticked.setChecked(True)
    off.setEnabled(False)
    row = spaced(QHBoxLayout(), gap="l")
    for box in (ticked, plain, off):
        row.addWidget(box)
    row.addStretch()
    card.body.addLayout(row)
    return card


def _marks() -> Card:
    card = Card("Märken och text")
    grid = spaced(QGridLayout(), gap="s")
    for number, (code, words) in enumerate(URGENCIES):
        chip = Chip(urgency_badge(code, words))
        grid.addWidget(chip, number // 4, number % 4, Qt.AlignmentFlag.AlignLeft)
    for number, (tone, words, icon) in enumerate(
        (
            (ToneName.SUCCESS, "Bekräftad", "check"),
            (ToneName.WARNING, "Preliminär", "clock"),
            (ToneName.DANGER, "Skyddad", "shield"),
            (ToneName.INFO, "Signerad", "sign"),
        )
    ):
        chip = Chip(Badge(words, tone, icon))
        grid.addWidget(chip, 2, number, Qt.AlignmentFlag.AlignLeft)
    grid.setColumnStretch(4, 1)
    card.body.addLayout(grid)
    row = spaced(QHBoxLayout(), gap="l")
    timer = TimerLabel("Samtalstid", Type.DISPLAY)
    timer.count_from(187)
    timer.stop()
    row.addWidget(timer)
    words_column = spaced(QVBoxLayout(), gap="none")
    words_column.addWidget(Text("Åsa Öberg", Type.TITLE))
    words_column.addWidget(Text("19880101-2389 · 38 år", figures=True))
    row.addLayout(words_column)
    row.addStretch()
    words_column = spaced(QVBoxLayout(), gap="none")
    words_column.addWidget(Text("Ledtext i vanlig storlek", Type.LEAD))
    words_column.addWidget(Text("Dämpad text om något mindre viktigt", role="muted"))
    words_column.addWidget(Text("Liten text: senast sparad 14:02", Type.SMALL, role="muted"))
    row.addLayout(words_column)
    card.body.addLayout(row)
    busy = BusyBar("Hämtar")
    busy.set_busy(True)
    card.body.addWidget(busy)
    return card


def _fields() -> Card:
    card = Card("Fält")
    number = Field("Personnummer", help="Tio eller tolv siffror.", keys="F3")
    number.set_text("880101-2389")
    wrong = Field("Telefon", placeholder="070-174 06 05")
    wrong.set_text("070-17")
    wrong.show_error("Numret är för kort. Skriv riktnummer och abonnentnummer.")
    off = Field("Enhet")
    off.set_text("Eksjö vårdcentral")
    off.setEnabled(False)
    secret = SecretField("Lösenord", help="Minst 12 tecken. Skriv gärna en hel mening.")
    secret.edit.setText("korrekthäst")
    combo = Combo(
        "Kontaktorsak",
        [Option("a", "Hosta"), Option("b", "Feber hos barn"), Option("c", "Buksmärta")],
        placeholder="Skriv eller välj",
    )
    combo.choose("b")
    empty = Combo("Tolkspråk", [Option("a", "Arabiska")], placeholder="Skriv eller välj")
    grid = spaced(QGridLayout(), gap="l")
    top = Qt.AlignmentFlag.AlignTop
    for at, field in enumerate((number, wrong, off, secret, combo, empty)):
        grid.addWidget(field, at // 2, at % 2, top)
    card.body.addLayout(grid)
    card.body.addStretch()
    return card


def _choices() -> Card:
    card = Card("Val och fritext")
    urgency = ChoiceRow(
        "Hur bråttom", [Choice(code, urgency_badge(code, words)) for code, words in URGENCIES]
    )
    urgency.choose("U3")
    card.body.addWidget(urgency)
    sex = ChoiceRow("Ringer för", [Choice("self", Badge("Sig själv")), Choice("o", Badge("Någon"))])
    sex.choose("self")
    card.body.addWidget(sex)
    note = TextArea("Bedömning", help="Ctrl+Retur signerar.", keys="Alt+B")
    note.set_text(NOTE)
    card.body.addWidget(note)
    card.body.addStretch()
    return card


def lists() -> QWidget:
    page = QWidget()
    page.resize(1280, 800)
    column = spaced(QVBoxLayout(page), "xl", "l")
    table = RecordTable("Samtal", model())
    table.sort_by(0)
    table.selectRow(2)
    column.addWidget(table, 3)
    row = spaced(QHBoxLayout(), gap="l")
    empty = RecordModel([Column[Row]("Tid", lambda r: r.time)], key=lambda r: r.id)
    state = EmptyState(
        "Inga samtal än",
        "Samtal som du tar emot under passet visas här.",
        icon="phone",
        action=Button("Registrera samtal", ButtonKind.PRIMARY, icon="plus", keys="Ctrl+N"),
    )
    row.addWidget(RecordTable("Tom lista", empty, empty=state))
    card = Card("Patient", icon="person", hint="öppnad 14:02")
    card.body.addWidget(EmptyState("Ingen träff", "Kontrollera numret.", icon="search"))
    row.addWidget(card)
    column.addLayout(row, 2)
    return page
