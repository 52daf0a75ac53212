"""Greetings, templates and the secrecy card: each edition upon the one before, all of them kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kundcenter.domain.access import MATRIX, Function, NotPermitted, Role
from kundcenter.domain.opening import Hours, HoursInvalid, Span
from kundcenter.domain.switchboard.modes import Mode
from kundcenter.domain.switchboard.terms import (
    Greeting,
    SwitchboardTermsInvalid,
    SwitchboardTermsStale,
    Template,
)
from kundcenter.domain.switchboard.terms_default import DEFAULT
from kundcenter.domain.text import TextInvalid
from tests.ground import Ground, rows
from tests.services.switchboard.desk_ground import staffed


def test_before_the_first_there_is_none(ground: Ground) -> None:
    staffed(ground)
    book = ground.desk.switchboard_terms
    assert book.current() is None and book.all() == ()
    assert ground.refuses(SwitchboardTermsStale, book.publish, DEFAULT, upon=1) == {"number": 0}


def test_each_edition_is_kept_to_the_letter(ground: Ground) -> None:
    ids = staffed(ground)
    book = ground.desk.switchboard_terms
    book.publish(DEFAULT, upon=0, comment=" Påhittade. ", demonstration=True)
    own = replace(
        DEFAULT,
        greetings=(Greeting("Hej \u2028å😀", queue="Kö", mode=Mode.NIGHT), Greeting(" Hej ")),
        templates=(Template("a", "A", "Ring\n[[namn]].", urgent=True, ended=True),),
        secrecy=(),
    )
    book.publish(own, upon=1)
    first, second = book.all()
    assert (first.number, first.comment, first.demonstration) == (1, "Påhittade.", True)
    assert first.content == DEFAULT
    assert second == book.current()
    assert second.content == replace(
        own,
        greetings=(Greeting("Hej å😀", queue="Kö", mode=Mode.NIGHT), Greeting("Hej")),
    )
    assert (second.number, second.comment, second.published_by) == (2, "", ids["lena"])
    assert second.published_at > first.published_at
    (row, _) = rows(ground.engine, "switchboard_terms")["switchboard_terms"]
    assert "Regionens växel" in str(row["content"])  # text that anybody can read


def test_whoever_saw_an_older_one_is_told_so(ground: Ground) -> None:
    staffed(ground)
    publish = ground.desk.switchboard_terms.publish
    publish(DEFAULT, upon=0)
    assert ground.refuses(SwitchboardTermsStale, publish, DEFAULT, upon=0) == {"number": 1}


def test_what_cannot_be_published_leaves_nothing(ground: Ground) -> None:
    staffed(ground)
    publish = ground.desk.switchboard_terms.publish
    wrong = replace(DEFAULT, greetings=())
    refused = ground.refuses(SwitchboardTermsInvalid, publish, wrong, upon=0)
    assert refused == {"field": "greetings", "row": 0}
    nowhen = replace(DEFAULT, day=Hours(spans=(Span(8, 0, 8, 60),)))
    ground.refuses(HoursInvalid, publish, nowhen, upon=0)
    ground.refuses(TextInvalid, publish, replace(DEFAULT, secrecy=("\0",)), upon=0)
    ground.refuses(TextInvalid, publish, DEFAULT, upon=0, comment="x" * 301)
    assert ground.desk.switchboard_terms.all() == ()


@pytest.mark.parametrize("role", Role)
def test_those_who_may_publish_it_and_those_who_read_it(ground: Ground, role: Role) -> None:
    ground.begin()
    ground.operator("anybody", role)
    ground.sign_in("anybody")
    book = ground.desk.switchboard_terms
    may = role in MATRIX[Function.EDIT_SWITCHBOARD]
    if may:
        book.publish(DEFAULT, upon=0)
    else:
        ground.refuses(NotPermitted, book.publish, DEFAULT, upon=0)
    if role in MATRIX[Function.READ_DIRECTORY]:
        assert len(book.all()) == may
    else:
        ground.refuses(NotPermitted, book.all)
        ground.refuses(NotPermitted, book.current)
