"""Somebody asks about a named person: every answer is written down, and of a protected one
nothing is disclosed, whoever asks.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest

from kundcenter.domain.access import NotPermitted, Role
from kundcenter.domain.access_log import Activity, Level, Purpose
from kundcenter.domain.calls import CallNotFound
from kundcenter.domain.people import PersonNotFound, Protection
from kundcenter.domain.switchboard.contacts import ContactDraft
from kundcenter.domain.switchboard.inquiries import (
    MOST_SHOWN,
    Answer,
    Asked,
    Asker,
    DisclosureGround,
    InquiryDraft,
    InquiryInvalid,
    InquiryProtected,
)
from kundcenter.domain.text import TextInvalid
from kundcenter.domain.units import UnitNotFound
from tests.ground import Ground
from tests.services.service_desk.service_desk_ground import answered, staffed

REFUSED = InquiryDraft(Asker.PRESS, Asked.IS_HERE, Answer.REFUSED)
DISCLOSED = InquiryDraft(
    Asker.RELATIVE,
    Asked.WHERE,
    Answer.DISCLOSED,
    DisclosureGround.CONSENT,
    reason="Patienten har sagt ja på avdelningen.",
)


def protected_person(ground: Ground) -> UUID:
    person = ground.person()
    ground.desk.people.protect(person, Protection.CONFIDENTIAL)
    return person


def test_a_refusal_is_written_down_with_its_access_record(ground: Ground) -> None:
    ids = staffed(ground)
    ground.sign_in("vera")
    person, call = ground.person(), answered(ground)
    after = ground.accesses()[-1].n
    inquiries = ground.desk.inquiries
    draft = replace(REFUSED, person_id=person, call_id=call, who="  En   tidning ")
    id = inquiries.note(draft).the("inquiry")
    (noted,) = inquiries.latest()
    assert noted.id == id and noted.by == ids["vera"] and not noted.protected
    assert noted.draft == replace(draft, who="En tidning")
    (record,) = ground.accesses(after)
    assert (record.activity, record.level, record.purpose, record.person_id) == (
        Activity.WRITE,
        Level.OVERVIEW,
        Purpose.ADMINISTRATION,
        person,
    )
    assert (record.object_kind, record.object_id, record.reason) == ("inquiry", id, "")


def test_somebody_who_is_not_in_the_register_is_asked_about_too(ground: Ground) -> None:
    staffed(ground)
    ground.desk.inquiries.note(REFUSED)
    (noted,) = ground.desk.inquiries.latest()
    assert noted.draft == REFUSED
    assert ground.accesses()[-1].person_id is None


@pytest.mark.parametrize("name", ["vera", "lena", "edda", "nina"])
@pytest.mark.parametrize("protection", [p for p in Protection if p is not Protection.NONE])
def test_of_a_protected_person_nothing_is_disclosed_whoever_asks_and_whoever_leads(
    ground: Ground, name: str, protection: Protection
) -> None:
    staffed(ground)
    person = ground.person()
    ground.desk.people.protect(person, protection)
    ground.sign_in(name)
    note = ground.desk.inquiries.note
    for asker in Asker:
        draft = replace(DISCLOSED, asker=asker, person_id=person)
        assert ground.refuses(InquiryProtected, note, draft) == {"id": person}
    note(replace(REFUSED, person_id=person))
    assert ground.desk.inquiries.latest()[0].protected


def test_one_who_was_merged_into_a_protected_person_is_protected_too(ground: Ground) -> None:
    staffed(ground)
    ground.sign_in("lena")
    gone, kept = ground.person(), ground.person("198807012391")
    ground.desk.people.protect(kept, Protection.CONFIDENTIAL)
    ground.sign_in("nina")
    merged = _merge(ground, gone, kept)
    draft = replace(DISCLOSED, person_id=gone)
    assert merged
    ground.refuses(InquiryProtected, ground.desk.inquiries.note, draft)


def _merge(ground: Ground, gone: UUID, kept: UUID) -> bool:
    ground.sign_in("admin")
    ground.operator("medic", Role.SUPERVISOR_NURSE, Role.MEDICAL_LEAD)
    ground.sign_in("medic")
    ground.desk.people.merge(kept, gone, reason="Samma person.")
    return True


def test_the_call_about_a_protected_person_loses_its_number(ground: Ground) -> None:
    staffed(ground)
    ground.sign_in("vera")
    person, call = protected_person(ground), answered(ground)
    ground.desk.inquiries.note(replace(REFUSED, person_id=person, call_id=call))
    assert ground.desk.calls.get(call).number_hidden


def test_what_is_disclosed_has_a_ground_and_a_reason(ground: Ground) -> None:
    staffed(ground)
    note = ground.desk.inquiries.note
    wrong: tuple[tuple[dict[str, Any], str], ...] = (
        ({"ground": DisclosureGround.NONE}, "ground"),
        ({"reason": " \n"}, "reason"),
        ({"answer": Answer.REFUSED}, "ground"),
        ({"answer": Answer.CALLED_BACK}, "ground"),
        ({"answer": Answer.CALLED_BACK, "ground": DisclosureGround.NONE}, "called_back"),
    )
    for change, field in wrong:
        refused = ground.refuses(InquiryInvalid, note, replace(DISCLOSED, **change))
        assert refused == {"field": field}
    for each in DisclosureGround:
        if each is not DisclosureGround.NONE:
            note(replace(DISCLOSED, ground=each))


def test_one_is_rung_back_at_a_number_of_the_register_and_at_no_other(ground: Ground) -> None:
    staffed(ground)
    ground.sign_in("admin")
    unit = ground.unit()
    contact = ground.desk.contacts.put(None, ContactDraft("Test", "Vakten")).the("contact")
    ground.sign_in("vera")
    note = ground.desk.inquiries.note
    draft = replace(REFUSED, asker=Asker.POLICE, answer=Answer.CALLED_BACK)
    for id in (unit, contact):
        note(replace(draft, called_back=id))
    unknown = uuid4()
    refused = ground.refuses(UnitNotFound, note, replace(draft, called_back=unknown))
    assert refused == {"id": unknown}


def test_what_is_not_there_and_what_is_no_text_is_refused(ground: Ground) -> None:
    staffed(ground)
    note = ground.desk.inquiries.note
    ground.refuses(PersonNotFound, note, replace(REFUSED, person_id=uuid4()))
    ground.refuses(CallNotFound, note, replace(REFUSED, call_id=uuid4()))
    ground.refuses(TextInvalid, note, replace(REFUSED, who="x" * 301))
    ground.refuses(TextInvalid, note, replace(DISCLOSED, reason="x" * 1_001))


def test_one_sees_ones_own_and_who_leads_sees_all_the_latest_first(ground: Ground) -> None:
    staffed(ground)
    inquiries = ground.desk.inquiries
    ground.sign_in("vera")
    hers = inquiries.note(REFUSED).the("inquiry")
    ground.sign_in("edda")
    mine = inquiries.note(REFUSED).the("inquiry")
    assert [each.id for each in inquiries.latest()] == [mine]
    for name in ("lena", "logg"):
        ground.sign_in(name)
        assert [each.id for each in inquiries.latest()] == [mine, hers]
    ground.sign_in("admin")
    ground.refuses(NotPermitted, inquiries.latest)
    ground.refuses(NotPermitted, inquiries.note, REFUSED)


def test_no_more_than_the_latest_fifty_are_shown(ground: Ground) -> None:
    staffed(ground)
    ids = [ground.desk.inquiries.note(REFUSED).the("inquiry") for _ in range(MOST_SHOWN + 2)]
    assert [each.id for each in ground.desk.inquiries.latest()] == ids[: -MOST_SHOWN - 1 : -1]
