"""What the operator sees of the link to the centre, state by state."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from threading import Thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kundcenter.domain.feed import Waiting
from kundcenter.domain.link import LinkState, Phase
from tests.ground import MORNING, Clock
from tests.services.test_replay import written_verbs
from ui.badges import Badge
from ui.dialogs.link_details import LinkDialog, advice
from ui.link import LinkView
from ui.link_words import link_badge
from ui.panels.link_state import LinkItem
from ui.texts import sentence_of
from ui.theme.colours import ToneName
from ui.verb_words import verb_words

NOW = MORNING + timedelta(hours=3)


def waiting(count: int, **ago: float) -> Waiting:
    return Waiting(count, NOW - timedelta(**ago) if count else None)


def away(count: int, **ago: float) -> LinkState:
    return LinkState(Phase.AWAY, NOW - timedelta(minutes=18), waiting(count, **ago))


@pytest.mark.parametrize(
    ("state", "badge"),
    [
        (LinkState(), Badge("Kopplar upp", icon="refresh")),
        (LinkState(Phase.JOINED, NOW), Badge("Uppkopplad", icon="cloud-ok")),
        (LinkState(Phase.JOINED, NOW, waiting(1)), Badge("Synkar 1 post", icon="refresh")),
        (LinkState(Phase.JOINED, NOW, waiting(3)), Badge("Synkar 3 poster", icon="refresh")),
        (away(0), Badge("Frånkopplad sedan 10:42 – inget väntar", icon="cloud-off")),
        (away(1), Badge("Frånkopplad sedan 10:42 – 1 post väntar", icon="cloud-off")),
        (away(7), Badge("Frånkopplad sedan 10:42 – 7 poster väntar", icon="cloud-off")),
        (
            away(501),
            Badge("Frånkopplad sedan 10:42 – 501 poster väntar", ToneName.WARNING, "cloud-off"),
        ),
        (
            away(7, minutes=61),
            Badge("Frånkopplad sedan 10:42 – 7 poster väntar", ToneName.WARNING, "cloud-off"),
        ),
        (
            away(7, hours=25),
            Badge("Frånkopplad sedan 10:42 – 7 poster väntar", ToneName.DANGER, "cloud-off"),
        ),
        (
            LinkState(Phase.AWAY, NOW - timedelta(days=1), waiting(7)),
            Badge("Frånkopplad sedan 2026-11-20 11:00 – 7 poster väntar", icon="cloud-off"),
        ),
        (
            LinkState(Phase.STUCK, NOW, waiting(7)),
            Badge("Behöver hjälp – 7 poster väntar", ToneName.WARNING, "help"),
        ),
        (
            LinkState(Phase.STOPPED, NOW),
            Badge("Behöver hjälp – inget väntar", ToneName.DANGER, "help"),
        ),
        (
            LinkState(Phase.JOINED, NOW, skew=timedelta(minutes=-3)),
            Badge("Uppkopplad – klockan går fel", ToneName.WARNING, "clock"),
        ),
        (
            LinkState(Phase.JOINED, NOW, doubt="anchor.differs"),
            Badge("Uppkopplad – centralens logg stämmer inte", ToneName.WARNING, "help"),
        ),
    ],
)
def test_each_state_has_words_a_shape_and_a_tone(state: LinkState, badge: Badge) -> None:
    assert link_badge(state, NOW) == badge


@pytest.fixture
def view(qtbot: QtBot) -> LinkView:
    return LinkView()


@pytest.fixture
def clock() -> Clock:
    return Clock(NOW)


@pytest.fixture
def item(view: LinkView, clock: Clock, qtbot: QtBot) -> LinkItem:
    made = LinkItem(view, clock)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_state_comes_from_any_thread_and_is_told_to_a_screen_reader(
    view: LinkView, item: LinkItem, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(view.changed):
        other = Thread(target=view.tell, args=(away(7),))
        other.start()
        other.join()
    assert item.accessibleName() == "Frånkopplad sedan 10:42 – 7 poster väntar"
    assert item.accessibleDescription() == "Mer om förbindelsen: Ctrl+0"


def test_it_is_spoken_when_the_state_is_another_and_not_at_each_new_number(
    view: LinkView, item: LinkItem, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoken: list[str] = []

    def speak(_: QWidget, sentence: str, *, urgent: bool = False) -> None:
        spoken.append(f"{sentence}{' (at once)' if urgent else ''}")

    monkeypatch.setattr("ui.panels.link_state.announce", speak)
    for state in (away(7), away(8), away(9), away(9, hours=25)):
        with qtbot.waitSignal(view.changed):
            view.tell(state)
    assert spoken == [
        "Frånkopplad sedan 10:42 – 7 poster väntar",
        "Frånkopplad sedan 10:42 – 9 poster väntar (at once)",
    ]


def test_what_is_sent_in_a_moment_is_not_worth_a_word(
    view: LinkView, item: LinkItem, qtbot: QtBot
) -> None:
    joined, sending = LinkState(Phase.JOINED, NOW), LinkState(Phase.JOINED, NOW, waiting(3))
    for state in (joined, sending):
        with qtbot.waitSignal(view.changed):
            view.tell(state)
        assert item.accessibleName() == "Uppkopplad"
    qtbot.waitUntil(lambda: item.accessibleName() == "Synkar 3 poster")
    with qtbot.waitSignal(view.changed):
        view.tell(joined)
    assert item.accessibleName() == "Uppkopplad"


def test_a_click_asks_for_more(item: LinkItem, qtbot: QtBot) -> None:
    with qtbot.waitSignal(item.opened):
        QTest.mouseClick(item, Qt.MouseButton.LeftButton)


def test_the_details_follow_the_link_while_they_are_open(
    view: LinkView, clock: Clock, qtbot: QtBot
) -> None:
    dialog = LinkDialog(view, clock)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.open()
    assert (dialog.value("waiting"), dialog.value("oldest")) == ("inget väntar", "")
    assert dialog.value("heard") == "Inget än"
    with qtbot.waitSignal(view.changed):
        view.tell(
            LinkState(
                Phase.AWAY,
                NOW - timedelta(minutes=18),
                waiting(7, minutes=17),
                timedelta(minutes=-10),
                "centre.away",
                NOW - timedelta(minutes=20),
            )
        )
    assert dialog.value("since") == "10:42"
    assert dialog.value("waiting") == "7 poster väntar"
    assert dialog.value("oldest") == "10:43"
    assert dialog.value("heard") == "10:40"
    assert dialog.value("skew") == "Går 10:00 före centralens."
    assert "Det försöks igen av sig självt." in dialog.advice.text()


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (LinkState(Phase.STOPPED, NOW, code="device.frozen"), "Säg till arbetsledaren"),
        (LinkState(Phase.STOPPED, NOW, code="device.frozen"), sentence_of("device.frozen")),
        (LinkState(Phase.STUCK, NOW, code="sync.message_wrong"), sentence_of("sync.message_wrong")),
        (away(7, hours=25), "mer än ett dygn"),
        (LinkState(Phase.JOINED, NOW, skew=timedelta(minutes=5)), "klocka behöver ställas"),
    ],
)
def test_the_operator_is_told_what_to_do(state: LinkState, words: str) -> None:
    assert words in advice(state, NOW)


def test_a_code_without_its_facts_leaves_no_place_open() -> None:
    told = sentence_of("centre.untrusted")
    assert told == "Den som svarar kan inte visa att den är centralen."
    assert sentence_of("of.a.later.program") == sentence_of("unknown")


def test_every_verb_has_words_of_its_own() -> None:
    kinds = {kind for kind, _, _ in written_verbs()}
    words = {kind: verb_words(kind) for kind in kinds}
    later = verb_words("of.a.later.program")
    assert [kind for kind, told in words.items() if told == later] == []
    assert len(set(words.values())) == len(kinds)


def test_a_desk_that_is_alone_imports_nothing_of_the_link() -> None:
    ask = (
        "import sys, kundcenter.start.program, kundcenter.start.opening, kundcenter.start.furnish\n"
        "print(sorted(each for each in sys.modules if each in {"
        "'kundcenter.start.link', 'kundcenter.start.joining', 'kundcenter.start.local_side',"
        "'kundcenter.adapters.centre_client', 'db.sync.desk', 'httpx'}))"
    )
    done = subprocess.run([sys.executable, "-c", ask], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("code", ["broken", "differs", "forged", "own_lost", "own_wrong"])
def test_what_the_centre_has_said_that_does_not_fit_is_told_while_work_goes_on(code: str) -> None:
    state = LinkState(Phase.JOINED, NOW, doubt=f"anchor.{code}")
    said = advice(state, NOW)
    assert "Centralen svarar." in said
    assert "Arbetet går vidare." in said and "administratör" in said
