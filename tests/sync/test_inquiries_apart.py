"""Who asked about a person, and what was answered, at desks that do not hear of each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kundcenter.domain.people import Protection
from kundcenter.domain.switchboard.inquiries import (
    Answer,
    Asked,
    Asker,
    DisclosureGround,
    InquiryDraft,
    InquiryProtected,
)
from tests.ground import WOMAN
from tests.postgres import PostgresServer
from tests.services.switchboard.desk_ground import answered
from tests.sync.case_ground import Office, an_office

DISCLOSED = InquiryDraft(
    Asker.RELATIVE,
    Asked.WHERE,
    Answer.DISCLOSED,
    DisclosureGround.CONSENT,
    reason="Patienten har sagt ja.",
)
ORDERS = pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=str)


@pytest.fixture
def two(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[Office]:
    with an_office(postgres_server, tmp_path, 2) as office:
        yield office


@ORDERS
def test_what_was_said_before_the_mark_was_known_is_kept_and_shown_as_such(
    two: Office, order: tuple[int, int]
) -> None:
    person = two.one.person(WOMAN)
    two.agree()
    two.other.desk.people.protect(person, Protection.CONFIDENTIAL)
    call = answered(two.one)
    draft = replace(DISCLOSED, person_id=person, call_id=call)
    two.one.desk.inquiries.note(draft)
    two.agree(order)
    assert two.rejected() == {}
    (noted,) = two.one.desk.inquiries.latest()
    assert noted.draft == draft
    # The centre heard of the mark first, or of what was said.
    assert noted.protected is (order == (1, 0))
    assert two.one.desk.calls.get(call).number_hidden is noted.protected
    two.one.refuses(InquiryProtected, two.one.desk.inquiries.note, draft)


def test_it_is_kept_though_whom_they_rang_back_was_turned_away(two: Office) -> None:
    for side in two.sides:
        side.takes("admin")
    two.other.unit(hsa_id="SE0000000001-NY")
    unit = two.one.unit(hsa_id="SE0000000001-NY")
    two.one.takes("anna")
    draft = replace(DISCLOSED, answer=Answer.CALLED_BACK, ground=DisclosureGround.NONE)
    two.one.desk.inquiries.note(replace(draft, called_back=unit))
    two.agree((1, 0))
    assert set(two.rejected()) == {"units.add"}
    (noted,) = two.one.desk.inquiries.latest()
    assert noted.draft.called_back == unit  # as it was said: an id that names nothing any more
