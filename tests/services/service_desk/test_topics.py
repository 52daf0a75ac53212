"""Knowledge cards: every version is kept, one that is retired comes back, files come in whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from kundcenter.domain.access import MATRIX, Function, NotPermitted, Role
from kundcenter.domain.service_desk.topics import (
    IMPORT_LIMIT,
    Heading,
    TopicInvalid,
    TopicNotFound,
    TopicRepeated,
    TopicStale,
    TopicsTooMany,
)
from kundcenter.domain.text import TextInvalid
from kundcenter.domain.units import UnitNotFound
from tests.ground import Ground
from tests.services.service_desk.service_desk_ground import CARD, card, staffed


def test_a_card_is_kept_as_it_was_written_and_every_version_of_it(ground: Ground) -> None:
    ids = staffed(ground)
    ground.sign_in("admin")
    unit = ground.unit()
    ground.sign_in("edda")
    topics = ground.desk.topics
    first = replace(CARD, title="  Frikort   (test) ", text=f"\n{CARD.text}\n ")
    id = topics.put(None, first).the("topic")
    later = replace(CARD, unit_id=unit, text="Annat.", link="", demonstration=False)
    topics.put(id, later, upon=1)
    (stands,) = topics.all()
    assert (stands.id, stands.number, stands.told) == (id, 2, later)
    assert stands.changed_by == ids["edda"]
    before, now = topics.versions(id)
    assert (before.number, before.told, now) == (1, CARD, stands)
    assert before.changed_at < now.changed_at


def test_whoever_saw_an_older_version_is_told_so(ground: Ground) -> None:
    staffed(ground)
    id, topics = card(ground), ground.desk.topics
    topics.put(id, replace(CARD, text="Andra."), upon=1)
    stale = {"id": id, "number": 2}
    assert ground.refuses(TopicStale, topics.put, id, CARD, upon=1) == stale
    assert ground.refuses(TopicStale, topics.retire, id, upon=1) == stale
    assert ground.refuses(TopicStale, topics.restore, id, upon=1) == stale
    assert ground.refuses(TopicStale, topics.put, None, CARD, upon=1) == {"id": None, "number": 0}


def test_a_retired_card_is_no_more_and_comes_back_as_it_was(ground: Ground) -> None:
    staffed(ground)
    id, topics = card(ground), ground.desk.topics
    topics.retire(id, upon=1)
    (gone,) = topics.all()
    assert gone.retired_at is not None and gone.told == CARD
    assert ground.refuses(TopicNotFound, topics.retire, id, upon=2) == {"id": id}
    ground.refuses(TopicNotFound, topics.put, id, CARD, upon=2)
    topics.restore(id, upon=2)
    (back,) = topics.all()
    assert (back.retired_at, back.number, back.told) == (None, 3, CARD)
    ground.refuses(TopicNotFound, topics.restore, id, upon=3)
    assert [each.number for each in topics.versions(id)] == [1, 2, 3]
    assert [each.retired_at is None for each in topics.versions(id)] == [True, False, True]


@pytest.mark.parametrize(
    "link",
    [
        "http://www.1177.se/",
        "https://1177.se.example.com/",
        "https://www.1177.se@example.com/",
        "https://www.1177.se:8443/",
        "https://example.com/?https://www.1177.se/",
        "HTTPS://WWW.1177.SE/",
        "https://www.1177.se/å",
        "https://www.1177.se/a b",
        "javascript:alert(1)//https://www.1177.se/",
        "https://www.1177.se\\@example.com/",
        "https://evil1177.se/",
    ],
)
def test_a_link_leads_to_1177_alone(ground: Ground, link: str) -> None:
    staffed(ground)
    put = ground.desk.topics.put
    refused = ground.refuses(TopicInvalid, put, None, replace(CARD, link=link))
    assert refused == {"field": "link"}


def test_links_that_may_stand(ground: Ground) -> None:
    staffed(ground)
    for link in ("", "https://1177.se", "https://www.1177.se/hitta-vard/?st=a%20b#c"):
        card(ground, replace(CARD, link=link))


def test_a_card_is_refused_with_what_is_wrong(ground: Ground) -> None:
    staffed(ground)
    put = ground.desk.topics.put
    for draft, field in (
        (replace(CARD, title=" \n"), "title"),
        (replace(CARD, text=" "), "text"),
        (replace(CARD, owner=""), "owner"),
        (replace(CARD, reviewed_on=date(2026, 11, 22)), "reviewed_on"),
    ):
        assert ground.refuses(TopicInvalid, put, None, draft) == {"field": field}
    ground.refuses(TextInvalid, put, None, replace(CARD, title="x" * 121))
    ground.refuses(TextInvalid, put, None, replace(CARD, text="x" * 5_001))
    ground.refuses(UnitNotFound, put, None, replace(CARD, unit_id=uuid4()))
    ground.refuses(TopicNotFound, put, uuid4(), CARD, upon=1)
    ground.refuses(TopicNotFound, ground.desk.topics.versions, uuid4())
    put(None, replace(CARD, reviewed_on=date(2026, 11, 21)))


def test_a_file_comes_in_whole_or_not_at_all_and_twice_is_once(ground: Ground) -> None:
    staffed(ground)
    there, topics = card(ground), ground.desk.topics
    changed = replace(CARD, title="FRIKORT (test)", text="Nytt.")
    other = replace(CARD, heading=Heading.DONATION, title="Ge blod (test)")
    for bad, why, row in (
        (replace(other, title=""), TopicInvalid, 3),
        (replace(CARD, owner="x" * 121), TextInvalid, 3),
        (other, TopicRepeated, 3),
    ):
        drafts = (changed, other, bad)
        assert ground.refuses(why, topics.import_, drafts)["row"] == row
        with pytest.raises(why):
            topics.plan(drafts)
    ground.refuses(UnitNotFound, topics.import_, (changed, replace(other, unit_id=uuid4())))
    many = tuple(replace(CARD, title=f"Kort {n}") for n in range(IMPORT_LIMIT + 1))
    refused = ground.refuses(TopicsTooMany, topics.import_, many)
    assert refused == {"count": IMPORT_LIMIT + 1, "limit": IMPORT_LIMIT}
    assert len(topics.all()) == 1
    plan = topics.plan((changed, other))
    assert (plan.new, [(t.id, d) for t, d in plan.changed], plan.same) == (
        (other,),
        [(there, changed)],
        0,
    )
    topics.import_((changed, other))
    by_title = {each.told.title: (each.id, each.number) for each in topics.all()}
    assert by_title["FRIKORT (test)"] == (there, 2)
    assert by_title["Ge blod (test)"][1] == 1
    assert not topics.import_((changed, other))
    assert topics.plan((changed, other)).same == 2


def test_a_retired_card_is_not_known_again_by_a_file(ground: Ground) -> None:
    staffed(ground)
    id, topics = card(ground), ground.desk.topics
    topics.retire(id, upon=1)
    topics.import_((CARD,))
    assert {each.id == id: each.retired_at is None for each in topics.all()} == {
        True: False,
        False: True,
    }


@pytest.mark.parametrize("role", Role)
def test_those_who_may_write_cards(ground: Ground, role: Role) -> None:
    ground.begin()
    ground.operator("anybody", role)
    ground.sign_in("anybody")
    put = ground.desk.topics.put
    if role in MATRIX[Function.EDIT_TOPICS]:
        assert put(None, CARD)
    else:
        ground.refuses(NotPermitted, put, None, CARD)


def test_a_switchboard_operator_reads_the_cards_and_writes_none(ground: Ground) -> None:
    staffed(ground)
    id = card(ground)
    ground.sign_in("vera")
    topics = ground.desk.topics
    assert [each.told for each in topics.all()] == [CARD]
    assert len(topics.versions(id)) == 1
    ground.refuses(NotPermitted, topics.put, id, CARD, upon=1)
    ground.refuses(NotPermitted, topics.import_, (CARD,))
    ground.refuses(NotPermitted, topics.plan, (CARD,))
    ground.refuses(NotPermitted, topics.retire, id, upon=1)
    ground.refuses(NotPermitted, topics.restore, id, upon=1)
