"""Files of knowledge cards: read whole or not at all, and written so that they can be read."""

from __future__ import annotations

import json
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.service_desk.sheets import (
    FILE_LIMIT,
    CardFault,
    Fault,
    TopicFileTooLarge,
    TopicSheet,
    read_topics,
    written,
)
from kundcenter.domain.service_desk.topics import IMPORT_LIMIT, Heading, TopicDraft
from kundcenter.domain.units import hsa_key
from tests.domain.service_desk.cards import topic

TODAY = date(2026, 11, 21)
UNIT = UUID(int=5)
UNITS = {hsa_key("SE0000000001-VC1"): UNIT}
WHOLE = {
    "heading": "AMN03",
    "title": "Frikort",
    "text": "Ett.\n\nTvå.",
    "owner": "Redaktionen",
    "link": "https://www.1177.se/",
    "hsa_id": "se0000000001-vc1",
    "reviewed": "2026-09-01",
    "words": "tak",
    "demonstration": True,
}
DRAFT = TopicDraft(
    Heading.FEES,
    "Frikort",
    "Ett.\n\nTvå.",
    "https://www.1177.se/",
    UNIT,
    "Redaktionen",
    date(2026, 9, 1),
    "tak",
    demonstration=True,
)


def read(*rows: object) -> TopicSheet:
    return read_topics(json.dumps({"topics": rows}), TODAY, UNITS)


def test_toml_and_json_say_the_same() -> None:
    assert read(WHOLE) == TopicSheet((DRAFT,))
    toml = "\n".join(
        f"{name} = {json.dumps(value)}" for name, value in WHOLE.items() if name != "reviewed"
    )
    as_day = read_topics(f"\ufeff[[topics]]\n{toml}\nreviewed = 2026-09-01\n", TODAY, UNITS)
    assert as_day == TopicSheet((DRAFT,))


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"heading": "AMN11"}, CardFault.HEADING),
        ({"title": " "}, CardFault.TITLE),
        ({"text": ""}, CardFault.TEXT),
        ({"owner": ""}, CardFault.OWNER),
        ({"link": "https://example.com/"}, CardFault.LINK),
        ({"hsa_id": "SE0000000001-INGEN"}, CardFault.UNIT),
        ({"reviewed": "2026-11-22"}, CardFault.REVIEWED),
        ({"reviewed": "i går"}, CardFault.FIELDS),
        ({"title": 3}, CardFault.FIELDS),
        ({"okänt": "fält"}, CardFault.FIELDS),
        ({"title": "x" * 121}, CardFault.LONG),
    ],
)
def test_a_faulty_card_is_told_by_its_place_and_nothing_is_used(
    change: dict[str, object], fault: CardFault
) -> None:
    assert read(WHOLE, {**WHOLE, "title": "Annan", **change}) == TopicSheet((), (Fault(2, fault),))


def test_a_card_that_stands_there_twice_is_told() -> None:
    again = {**WHOLE, "title": " FRIKORT"}
    assert read(WHOLE, again).faults == (Fault(2, CardFault.REPEATED),)
    assert read(WHOLE, {**again, "heading": "AMN99"}).faults == ()


def test_what_is_no_such_file_is_told() -> None:
    for text, fault in (
        ("", CardFault.NOTHING),
        ("a = ", CardFault.NOT_READ),
        ('{"topics": 3}', CardFault.NOT_READ),
        ("topics = 3", CardFault.NOT_READ),
        ('{"topics": []}', CardFault.NOTHING),
        ("[" * 100_000, CardFault.NOT_READ),
        ('{"a":' * 100_000, CardFault.NOT_READ),
    ):
        assert read_topics(text, TODAY, UNITS) == TopicSheet((), (Fault(0, fault),))
    many = read(*({**WHOLE, "title": f"{n}"} for n in range(IMPORT_LIMIT + 1)))
    assert many.faults == (Fault(0, CardFault.TOO_MANY),)
    with pytest.raises(TopicFileTooLarge) as caught:
        read_topics("x" * (FILE_LIMIT + 1), TODAY, UNITS)
    assert caught.value.facts == {"size": FILE_LIMIT + 1, "limit": FILE_LIMIT}


@pytest.mark.parametrize("as_json", [True, False])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(Heading),
            *(
                st.text(
                    st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=30
                )
                for _ in range(4)
            ),
        ),
        max_size=4,
    )
)
def test_what_is_written_is_read_again(
    as_json: bool, told: list[tuple[Heading, str, str, str, str]]
) -> None:
    drafts = {}
    for heading, title, text, owner, words in told:
        if title.split() and text.strip() and owner.split():
            draft = TopicDraft(
                heading, title, text, unit_id=UNIT, owner=owner, words=words, reviewed_on=TODAY
            ).checked(TODAY)
            drafts[draft.key] = draft
    out = written(
        [topic(each) for each in drafts.values()], {UNIT: "SE0000000001-VC1"}, as_json=as_json
    )
    assert read_topics(out, TODAY, UNITS).drafts == tuple(drafts.values())


def test_a_retired_card_is_not_written() -> None:
    out = written([topic(DRAFT), topic(DRAFT, retired=True)], {}, as_json=True)
    assert len(json.loads(out)["topics"]) == 1
