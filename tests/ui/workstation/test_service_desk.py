"""The service desk by keys: who handles a question, the card that answers, what is counted."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from sqlalchemy import text

from kundcenter.domain.service_desk.axes import HandledBy
from kundcenter.domain.service_desk.topics import Heading
from tests.ground import Ground
from tests.ui.workstation.asked_desk import Sit, sit_down, topics
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_keys import ambiguous, nameless, unreachable
from tests.ui.workstation.test_people import beside, picture
from tests.ui.workstation.test_stretch import cut
from ui.dialogs.service_desk.counts import CountsDialog
from ui.dialogs.service_desk.topic import TopicDialog
from ui.dialogs.service_desk.versions import VersionsDialog
from ui.panels.service_desk.page import ServicePage
from ui.theme.look import Look
from ui.theme.themes import ThemeName
from ui.theme.wear import wear
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog

__all__ = ["sit_down", "topics"]
D = TypeVar("D", bound=Dialog)


def page_of(seat: Seat) -> ServicePage:
    (page,) = seat.window.findChildren(ServicePage)
    return page


def front(seat: Seat, kind: type[D]) -> D:
    """The dialog before all others."""
    seat.settle()
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def held(seat: Seat, question: str) -> list[tuple[object, ...]]:
    """What the file holds, when nothing else is under way."""
    seat.settle()

    def rows() -> list[tuple[object, ...]]:
        with seat.ground.engine.connect() as connection:
            return [tuple(row) for row in connection.execute(text(question))]

    return beside(rows)


def at_the_desk(sit_down: Sit, name: str = "service") -> Seat:
    seat = sit_down(name)
    seat.press("Ctrl+Ö")
    seat.see("Sök i korten", "Televäxeln")
    seat.until(lambda: len(page_of(seat).model.records) == 27, "the cards")
    return seat


def test_three_keys_say_who_handles_it_while_the_caret_stays(sit_down: Sit) -> None:
    seat = at_the_desk(sit_down)
    page = page_of(seat)
    picture(seat, "service-desk")
    assert seat.focus() is page.finder.field.edit
    seat.press("Alt+3")
    seat.see("1177.se, annars 1177 på telefon", "Förslag: källan säger inget.")
    seat.press("Alt+1")
    seat.see("Vårdcentralen, annars E-tjänsterna, annars 1177 på telefon")
    seat.see_no_more("Förslag: källan säger inget.")
    seat.press("Alt+2")
    seat.press("Alt+3")
    seat.see("Servicefunktionen", "Förslag: källan säger inget.")
    seat.press("Alt+1")
    seat.see("1177.se, annars Servicefunktionen")
    assert seat.focus() is page.finder.field.edit
    assert page.axes.chosen_handler is HandledBy.SITE


def test_a_lay_word_finds_the_card_and_enter_counts_it(
    sit_down: Sit, ground: Ground, topics: dict[str, UUID]
) -> None:
    seat = at_the_desk(sit_down)
    seat.write("vad kostar det")
    seat.see("Nämn inget belopp på minnet")
    picture(seat, "service-found")
    seat.press("Return")
    seat.see("Antecknat: Patientavgifter för besök.")
    assert page_of(seat).finder.field.text() == ""
    seat.press("Return")  # nothing has been asked yet: nothing is counted
    seat.settle()
    ((heading, topic),) = held(seat, "SELECT heading, topic_id FROM questions")
    assert heading == Heading.FEES and topic is not None


def test_arrows_choose_another_card_while_one_types(sit_down: Sit) -> None:
    seat = at_the_desk(sit_down)
    seat.write("journal")
    first = page_of(seat).current
    seat.press("Down")
    second = page_of(seat).current
    assert first is not None and second is not None and first.id != second.id
    seat.see(second.told.title)
    assert seat.focus() is page_of(seat).finder.field.edit


def test_headings_are_turned_by_key(sit_down: Sit) -> None:
    seat = at_the_desk(sit_down)
    seat.press("Ctrl+J")
    seat.see("Vem ansvarar för vad: region, kommun och stat")
    assert {t.told.heading for t in page_of(seat).model.records} == {Heading.ORGANISATION}
    seat.press("Ctrl+Shift+J")
    assert len(page_of(seat).model.records) == 27
    seat.press("Ctrl+Shift+J")
    assert page_of(seat).model.records == ()  # those that are out of use
    seat.press("Ctrl+Shift+J")
    assert {t.told.heading for t in page_of(seat).model.records} == {Heading.OTHER}


def test_what_is_sent_on_is_counted_without_a_card(sit_down: Sit, ground: Ground) -> None:
    seat = at_the_desk(sit_down)
    seat.press("Alt+1")
    seat.press("Alt+3")
    seat.see("Vårdcentralen, annars")
    seat.press("Ctrl+R")
    seat.see("Antecknat: hänvisad till Vårdcentralen.")
    seat.settle()
    rows = held(seat, "SELECT scope, complexity, nature, handler, topic_id FROM questions")
    assert [tuple(row) for row in rows] == [
        ("INDIVIDBUNDEN", "ENKEL", "MEDICINSK", "VARDCENTRAL", None)
    ]
    assert page_of(seat).axes.chosen_handler is HandledBy.SWITCHBOARD  # the next question


def test_a_question_belongs_to_the_call_in_hand(sit_down: Sit, ground: Ground) -> None:
    seat = sit_down("nurse")
    seat.take_call()
    seat.press("Ctrl+Ö")
    seat.see("Sök i korten")
    seat.write("tolk")
    seat.see("Barn och anhöriga ska inte tolka")
    seat.press("Ctrl+Return")
    seat.see("Antecknat: Rätt till tolk.")
    seat.settle()
    ((noted, call),) = held(
        seat, "SELECT q.call_id, c.id FROM questions q JOIN calls c ON c.id = q.call_id"
    )
    assert noted == call


def test_what_no_card_answers_goes_to_the_editor_who_writes_one(
    sit_down: Sit, ground: Ground
) -> None:
    seat = at_the_desk(sit_down)
    seat.write("hundvakt")
    seat.see("Inget kort svarar")
    seat.press("Ctrl+T")
    seat.see("Obesvarad fråga till redaktören", "inga namn, nummer eller sjukdomar")
    picture(seat, "service-unanswered")
    seat.press("Ctrl+Return")
    seat.see("Frågan är skickad till redaktören.")
    seat.see("Obesvarade frågor (1)")
    seat.press("Ctrl+Shift+W")
    seat.see("hundvakt", "Den äldsta först.")
    picture(seat, "service-waiting")
    seat.press("Ctrl+Return")
    seat.see("Nytt kunskapskort", "Svarar för kortet")
    seat.settle()
    dialog = front(seat, TopicDialog)
    dialog.text.set_text("Fråga avdelningen först. Påhittat.")
    dialog.owner.set_text("Redaktionen")
    picture(seat, "service-topic")
    dialog.primary.click()
    seat.see("Inget väntar")
    seat.press("Escape")
    seat.settle()
    (row,) = held(seat, "SELECT settled_by_topic, settled_at FROM questions")
    assert row[0] is not None and row[1] is not None
    seat.write("hund")
    seat.see("Fråga avdelningen först.")


def test_a_card_is_changed_kept_in_versions_taken_out_and_back(
    sit_down: Sit, topics: dict[str, UUID]
) -> None:
    seat = at_the_desk(sit_down)
    seat.write("ge blod")
    seat.see("Blodcentralen avgör vem som kan ge.")
    seat.press("Ctrl+Shift+E")
    seat.see("Ändra kunskapskort", "Varje version sparas.")
    picture(seat, "service-edit")
    dialog = front(seat, TopicDialog)
    dialog.owner.set_text("")
    dialog.primary.click()
    seat.see("Skriv vem som svarar för kortet.")
    dialog.owner.set_text("Blodcentralens redaktör")
    dialog.link.set_text("https://example.com/")
    dialog.primary.click()
    seat.see("Länken ska börja med https://www.1177.se/")
    dialog.link.set_text("https://www.1177.se/")
    dialog.primary.click()
    seat.see("Kortet är sparat.", "Blodcentralens redaktör. Version 2.")
    seat.press("Ctrl+Shift+H")
    seat.see("Kortets versioner", "I bruk")
    picture(seat, "service-versions")
    seat.press("Escape")
    seat.press("Ctrl+Shift+E")
    seat.see("Ändra kunskapskort")
    dialog = front(seat, TopicDialog)
    dialog.retire.click()
    seat.see("Kortet är ur bruk. Versionerna finns kvar.")
    seat.press("Ctrl+F")
    seat.press("Backspace")
    seat.until(lambda: len(page_of(seat).model.records) == 26, "it is gone")
    page = page_of(seat)
    seat.press("Ctrl+Shift+J")
    seat.see("Ge blod", "Ur bruk")
    assert not page.acts.answered.isEnabled() and not page.acts.edit.isEnabled()
    seat.press("Ctrl+Shift+H")
    seat.see("Ta i bruk igen")
    front(seat, VersionsDialog).restore.click()
    seat.see("Kortet är i bruk igen.")
    seat.until(lambda: page.model.records == (), "nothing is out of use")
    seat.press("Ctrl+J")
    seat.until(lambda: len(page.model.records) == 27, "it is back")


def test_counts_of_a_period_are_shown_and_copied(
    sit_down: Sit, ground: Ground, topics: dict[str, UUID]
) -> None:
    seat = at_the_desk(sit_down)
    for _ in range(2):
        seat.write("frikort")
        seat.see("Takets belopp ändras varje år")
        seat.press("Return")
        seat.see("Antecknat: Frikort och högkostnadsskydd.")
        seat.settle()
    seat.press("Ctrl+Shift+T")
    seat.see("Antal frågor per kort", "2 frågor tillsammans")
    picture(seat, "service-counts")
    dialog = front(seat, CountsDialog)
    dialog.copy.click()
    line = "Vad får man betala;AMN03;Frikort och högkostnadsskydd;2"
    assert line in QApplication.clipboard().text()


def test_who_edits_no_cards_is_offered_none_of_it(sit_down: Sit) -> None:
    seat = at_the_desk(sit_down, "nurse")
    acts = page_of(seat).acts
    for button in (acts.new, acts.edit, acts.waiting, acts.counts):
        assert not button.isVisible()
    for chord in ("Ctrl+Shift+N", "Ctrl+Shift+E", "Ctrl+Shift+W", "Ctrl+Shift+T"):
        seat.press(chord)
        seat.settle()
        assert QApplication.activeModalWidget() is None
    assert acts.answered.isVisible() and acts.versions.isVisible()


def test_an_overdue_card_says_so_in_words(sit_down: Sit) -> None:
    seat = at_the_desk(sit_down)
    seat.write("egen vårdbegäran")
    seat.see("Granskning försenad")


def test_the_unit_of_a_card_is_shown_with_its_number_and_rung_by_a_button(sit_down: Sit) -> None:
    seat = at_the_desk(sit_down)
    seat.write("byta vårdcentral")
    seat.see("Vårdcentralen Test", "070-174 06 10")
    assert any(b.accessibleName() == "Ring Vårdcentralen Test" for b in buttons(seat))


def buttons(seat: Seat) -> list[Button]:
    return page_of(seat).card.findChildren(Button)


def test_the_link_is_copied_and_opens_nothing(sit_down: Sit) -> None:
    seat = at_the_desk(sit_down)
    seat.write("vart vänder man sig")
    seat.press("Ctrl+B")
    seat.see("Länken är kopierad.")
    assert QApplication.clipboard().text() == "https://www.1177.se/hitta-vard/"


def test_another_desks_card_comes_by_itself(sit_down: Sit, ground: Ground) -> None:
    seat = at_the_desk(sit_down)
    page = page_of(seat)
    topic = page.model.records[0]
    changes = beside(
        lambda: ground.desk.topics.put(
            topic.id,
            topic.told.__class__(topic.told.heading, "Ny rubrik (test)", "Ny.", owner="X"),
            upon=topic.number,
        )
    )
    seat.tasks.announce(changes)
    seat.see("Ny rubrik (test)")


@pytest.mark.parametrize("theme", [ThemeName.LIGHT, ThemeName.DARK])
@pytest.mark.parametrize("size", [100, 150])
def test_nothing_is_cut_and_everything_is_reached_in_every_look(
    sit_down: Sit, qapp: QApplication, theme: ThemeName, size: int
) -> None:
    seat = at_the_desk(sit_down)
    wear(qapp, Look(theme=theme, size=size))
    try:
        seat.write("journal")
        seat.settle()
        picture(seat, f"service-{theme}-{size}")
        assert cut(seat) == []
        assert not nameless(seat) and not unreachable(seat) and not ambiguous(seat)
    finally:
        wear(qapp, Look())
