"""The window in the situations of a day, with made-up content."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tests.ui.boards import NOTE, ROWS, URGENCIES, Row, lists
from ui.badges import Badge, urgency_badge
from ui.panels.sign_in import Door, SignIn
from ui.panels.strip import LineState, StripAct, StripView
from ui.records import Column, RecordModel
from ui.theme.colours import ToneName
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.dialog import Dialog
from ui.widgets.empty import EmptyState
from ui.widgets.field import Field
from ui.widgets.notices import Severity
from ui.widgets.page import Page
from ui.widgets.rail import RailButton
from ui.widgets.table import RecordTable
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea
from ui.window import Window


def desk(state: StripView) -> Window:
    window = Window()
    window.resize(1280, 800)
    window.show_banner("test", Banner("TESTDATA – inga verkliga personer"))
    places = (
        ("call", "Samtal", "phone", "Alt+1"),
        ("people", "Personer", "person", "Alt+2"),
        ("queue", "Återuppringning", "phone-out", "Alt+3"),
        ("day", "Passet", "calendar", "Alt+4"),
        ("operators", "Operatörer", "people", "Alt+5"),
    )
    pages = {"call": _card_page(state), "queue": lists()}
    for place, words, icon, keys in places:
        page = pages.get(place)
        make = QWidget if page is None else partial(_as_it_is, page)
        window.add_page(place, RailButton(words, icon, keys=keys), make)
    window.rail.button("queue").set_count(3, "3 att ringa upp")
    for words, icon in (("Utseende", "contrast"), ("Lås", "lock"), ("Logga ut", "logout")):
        window.rail.foot.addWidget(RailButton(words, icon))
    window.show_page("call")
    window.strip.show_state(state)
    window.status.show_item("db", Badge("Sparat lokalt, krypterat", icon="database"))
    window.status.show_item("centre", Badge("Centralen svarar", ToneName.SUCCESS, "cloud-ok"))
    window.status.right.addWidget(Text("Åsa Öberg, sjuksköterska", Type.SMALL, role="muted"))
    window.show_desk()
    return window


def _as_it_is(page: QWidget) -> QWidget:
    return page


def _card_page(state: StripView) -> QWidget:
    page = Page()
    row = spaced(QHBoxLayout(), gap="l")
    page.body.addLayout(row)
    if state.state is LineState.FREE:
        row.addWidget(
            EmptyState(
                "Inget pågående samtal",
                "När det ringer visas det högst upp. Du svarar när du är redo.",
                icon="headset",
                action=Button("Registrera samtal", ButtonKind.PRIMARY, icon="plus", keys="Ctrl+N"),
            )
        )
        return page
    left = spaced(QVBoxLayout(), gap="l")
    person = Card("Patient", icon="person")
    person.trailing.addWidget(Chip(Badge("Listad Eksjö", ToneName.NEUTRAL, "building")))
    person.body.addWidget(Text("Åsa Öberg", Type.TITLE))
    person.body.addWidget(Text("19880101-2389 · kvinna, 38 år", role="muted", figures=True))
    person.body.addWidget(Field("Personnummer eller namn", keys="F3"))
    left.addWidget(person)
    history = RecordTable("Tidigare", _history(), flush=True)
    earlier = Card("Tidigare kontakter", icon="clock")
    earlier.body.addWidget(history)
    left.addWidget(earlier, 1)
    row.addLayout(left, 2)
    note = Card("Anteckning", icon="note", hint="utkast sparat 14:02")
    note.trailing.addWidget(IconButton("Skriv ut", "print"))
    history_field = TextArea("Anamnes", keys="Alt+A", fewest=2)
    history_field.set_text(NOTE)
    note.body.addWidget(history_field)
    urgency = ChoiceRow(
        "Hur bråttom", [Choice(code, urgency_badge(code, words)) for code, words in URGENCIES]
    )
    urgency.choose("U6")
    note.body.addWidget(urgency)
    note.body.addWidget(TextArea("Råd", fewest=2, placeholder="Vad du har rått till"))
    note.body.addStretch()
    ends = spaced(QHBoxLayout(), gap="s")
    ends.addStretch()
    ends.addWidget(Button("Spara utkast", keys="Ctrl+S"))
    ends.addWidget(Button("Signera", ButtonKind.PRIMARY, icon="sign", keys="Ctrl+Return"))
    note.body.addLayout(ends)
    row.addWidget(note, 3)
    return page


def _history() -> RecordModel[Row]:
    made = RecordModel(
        [
            Column[Row]("Tid", lambda r: r.time, figures=True, width=7),
            Column[Row]("Orsak", lambda r: r.reason),
        ],
        key=lambda r: r.id,
    )
    made.replace(ROWS[:5])
    return made


def ringing() -> Window:
    keys = ((StripAct.ANSWER, "Ctrl+F9"), (StripAct.PAUSE, "Ctrl+F12"))
    since = datetime.now(UTC) - timedelta(seconds=8)
    view = StripView(
        LineState.RINGING,
        "070-174 06 05",
        "1177 på telefon",
        "3 i kö, längst 4 min",
        ToneName.WARNING,
        since,
        keys,
    )
    window = desk(view)
    window.notices.say("Anteckningen är sparad.", Severity.SUCCESS)
    window.notices.say(
        "Skrivaren svarar inte. Utskriften ligger kvar.",
        Severity.WARNING,
        action="Försök igen",
        on_action=lambda: None,
    )
    window.notices.say("Något gick fel. Felnummer 4F2A91.", Severity.DANGER)
    return window


def talking() -> Window:
    since = datetime.now(UTC) - timedelta(minutes=3, seconds=7)
    keys = ((StripAct.HANG_UP, "Ctrl+F10"), (StripAct.HOLD, "Ctrl+F11"))
    return desk(
        StripView(LineState.TALKING, "070-174 06 05", "Åsa Öberg", "1 i kö", since=since, keys=keys)
    )


def resting() -> Window:
    return desk(StripView(keys=((StripAct.REGISTER, "Ctrl+N"),)))


def protected() -> Window:
    window = talking()
    words = "SKYDDADE PERSONUPPGIFTER – lämna inte ut några uppgifter"
    window.show_banner("protected", Banner(words, ToneName.DANGER, icon="shield", loud=True))
    window.show_page("queue")
    return window


def asking() -> Window:
    window = talking()
    dialog = Dialog(
        "Avsluta samtalet utan anteckning?",
        sentence="Samtalet sparas som enkel fråga. Det går att öppna igen från passet.",
        primary="Avsluta",
        parent=window,
    )
    why = TextArea("Varför", fewest=2)
    dialog.body.addWidget(why)
    window.setProperty("asks", dialog)
    return window


def door(kind: Door) -> Window:
    window = Window()
    window.resize(1280, 800)
    window.show_banner("test", Banner("TESTDATA – inga verkliga personer"))
    made = SignIn(kind, place="Region Jönköpings län", locked_by="Åsa Öberg", user_name="asaobe")
    if kind is Door.SIGN_IN:
        made.user.set_text("asaobe")
    window.show_door(made)
    if kind is Door.SIGN_IN:
        made.show_error("Användarnamnet eller lösenordet stämmer inte.")
    return window
