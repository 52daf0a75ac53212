"""Knowledge cards are found by lay words, by parts, in any spelling, and with one error."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.demo.topics import SITE, cards
from kundcenter.domain.service_desk.finder import TopicIndex
from kundcenter.domain.service_desk.topics import REVIEW_AFTER, Heading, TopicDraft
from tests.domain.service_desk.cards import card, topic

TODAY = date(2026, 11, 21)
NAMES = {Heading.FEES: "Vad får man betala", Heading.ORGANISATION: "Så är vården organiserad"}


def demo_index() -> TopicIndex:
    drafts = (
        TopicDraft(c.heading, c.title, c.text, c.link, owner=c.owner, words=c.words)
        for c in cards()
    )
    return TopicIndex([topic(each) for each in drafts], NAMES)


INDEX = demo_index()


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("vad kostar det", "Patientavgifter för besök"),
        ("hur byter man vårdcentral", "Välja eller byta vårdcentral"),
        ("byta vc", "Välja eller byta vårdcentral"),
        ("jag vill klaga", "Lämna synpunkter eller klagomål"),
        ("sjukgymnast", "Hjälpmedel: rullstol, rullator, hörapparat"),
        ("frikrot", "Frikort och högkostnadsskydd"),
        ("fri kort", "Frikort och högkostnadsskydd"),
        ("HOGKOSTNADSSKYDD", "Frikort och högkostnadsskydd"),
        ("skadestånd", "Ersättning när något gått fel"),
        ("teckenspråk", "Rätt till tolk"),
        ("dog hemma", "När någon har dött hemma"),
        ("taxi till sjukhuset", "Sjukresor"),
    ],
)
def test_what_people_say_finds_the_card_first(said: str, title: str) -> None:
    found = INDEX.find(said)
    assert found and found[0].told.title == title


def test_a_word_of_a_heading_does_not_go_before_a_word_of_a_title() -> None:
    found = INDEX.find("organ")
    assert found[0].told.heading is Heading.DONATION


def test_a_heading_is_found_by_its_code_and_its_words() -> None:
    index = INDEX
    assert {each.told.heading for each in index.find("amn03")} == {Heading.FEES}
    everything = index.find("", Heading.FEES)
    assert len(everything) == 3
    assert index.find("xyzzyx") == () == index.find("xyzzyx qwqwq")
    assert index.find("journal", Heading.FEES) == ()


def test_without_a_word_all_stand_by_heading_and_by_the_swedish_alphabet() -> None:
    titles = ["Ära", "Zebra", "Öde", "Åka", "Apa"]
    index = TopicIndex([topic(card(title)) for title in titles])
    assert [each.told.title for each in index.find(" ")] == ["Apa", "Zebra", "Åka", "Ära", "Öde"]


def test_the_title_goes_before_what_it_is_called_and_that_before_the_text() -> None:
    named, called, told = (
        card("Parkering"),
        card("Bilar", words="parkering"),
        card("Cyklar", "Om parkering."),
    )
    index = TopicIndex([topic(each) for each in (told, called, named)])
    found = [each.told.title for each in index.find("parkering")]
    assert found == ["Parkering", "Bilar", "Cyklar"]


def test_a_retired_card_is_not_found() -> None:
    assert TopicIndex([topic(card("Frikort"), retired=True)]).find("frikort") == ()


@given(st.text(max_size=60))
def test_any_text_may_be_searched_for(text: str) -> None:
    found = INDEX.find(text)
    assert len(found) == len({each.id for each in found}) <= 27


def test_five_hundred_cards_are_searched_in_a_few_milliseconds() -> None:
    drafts = [
        card(f"{c.title} {n}", c.text, words=c.words, heading=c.heading)
        for n in range(19)
        for c in cards()
    ]
    index = TopicIndex([topic(each) for each in drafts], NAMES)
    index.find("x")
    spans = []
    for said in ("v", "va", "vård", "vad kostar", "frikrot", "journal kopia", "e", "organ"):
        begun = perf_counter()
        index.find(said)
        spans.append(perf_counter() - begun)
    assert max(spans) < 0.05


def test_a_card_that_nobody_has_read_for_a_year_is_overdue() -> None:
    read = card("A", reviewed_on=TODAY - REVIEW_AFTER)
    assert not topic(read).overdue(TODAY)
    older = replace(read, reviewed_on=TODAY - REVIEW_AFTER - timedelta(1))
    assert topic(older).overdue(TODAY) and topic(replace(read, reviewed_on=None)).overdue(TODAY)
    assert not topic(older, retired=True).overdue(TODAY)


def test_the_demonstration_cards_are_sound_under_every_heading_and_say_what_they_are() -> None:
    assert {each.heading for each in cards()} == set(Heading)
    assert 25 <= len(cards()) <= 30
    for each in cards():
        draft = TopicDraft(
            each.heading, each.title, each.text, each.link, owner=each.owner, words=each.words
        )
        assert draft.checked(TODAY).text == each.text.strip()
        assert "Demonstrationstext." in each.text
        assert each.link in {"", SITE, "https://www.1177.se/hitta-vard/"}
    assert any(each.read > REVIEW_AFTER.days for each in cards())
