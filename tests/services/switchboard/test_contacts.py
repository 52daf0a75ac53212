"""Telephone directories: rows by hand and from files, and what becomes of them."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from kundcenter.domain.access import NotPermitted, Role
from kundcenter.domain.switchboard.contacts import (
    IMPORT_LIMIT,
    MOST_NUMBERS,
    ContactDraft,
    ContactFault,
    ContactInvalid,
    ContactNotFound,
    ContactNumber,
    ContactStale,
    ContactsTooMany,
    NumberKind,
    id_of_key,
)
from kundcenter.domain.text import TextInvalid
from kundcenter.domain.units import UnitNotFound
from tests.ground import NUMBER, Ground

OURS = "Regionen (test)"
DRAFT = ContactDraft(OURS, "Testa Person", title="Kurator", extension="3101")
ROW = ContactDraft(OURS, "Testo Person", key="P1")
MOBILE = ContactNumber(NumberKind.MOBILE, NUMBER)


def editor(ground: Ground) -> None:
    ground.begin()
    ground.operator("leader", Role.SUPERVISOR_SWITCHBOARD)
    ground.operator("operator", Role.SWITCHBOARD)
    ground.operator("handler", Role.CASE_HANDLER)
    ground.sign_in("leader")


def put(ground: Ground, draft: ContactDraft = DRAFT) -> UUID:
    return ground.desk.contacts.put(None, draft).the("contact")


def told(ground: Ground) -> list[tuple[str, int, bool]]:
    """Name, version, and whether the row is in use, by name."""
    found = ground.desk.contacts.all()
    return sorted((each.name, each.number, each.retired_at is None) for each in found)


def test_a_row_is_kept_tidy_and_read_by_everybody_who_may_see_the_directory(
    ground: Ground,
) -> None:
    editor(ground)
    unit = UUID(int=1)
    ground.refuses(UnitNotFound, ground.desk.contacts.put, None, replace(DRAFT, unit_id=unit))
    numbers = (replace(MOBILE, number="070-174 06 05"), ContactNumber(NumberKind.DESK, " 3101 "))
    id = put(
        ground,
        replace(DRAFT, name="  Testa \n Person ", numbers=numbers, email=" Testa@EXAMPLE.com "),
    )
    ground.sign_in("operator")
    (contact,) = ground.desk.contacts.some((id, uuid4()))
    assert contact.told == replace(
        DRAFT,
        numbers=(MOBILE, ContactNumber(NumberKind.DESK, "3101")),
        email="Testa@example.com",
    )
    assert (contact.number, contact.retired_at) == (1, None)
    assert contact.changed_at is not None
    assert NUMBER not in repr(contact) and "Testa" not in repr(contact)
    ground.refuses(NotPermitted, ground.desk.contacts.put, None, DRAFT)


def test_a_row_is_changed_upon_its_latest_version(ground: Ground) -> None:
    editor(ground)
    id = put(ground)
    contacts = ground.desk.contacts
    contacts.put(id, replace(DRAFT, title="Enhetschef"), upon=1)
    (contact,) = contacts.all()
    assert (contact.told.title, contact.number) == ("Enhetschef", 2)
    stale = {"id": id, "number": 2}
    assert ground.refuses(ContactStale, contacts.put, id, DRAFT, upon=1) == stale
    assert ground.refuses(ContactStale, contacts.retire, id, upon=1) == stale
    assert ground.refuses(ContactStale, contacts.put, None, DRAFT, upon=1)["number"] == 0
    ground.refuses(ContactNotFound, contacts.put, uuid4(), DRAFT, upon=1)


def test_a_retired_row_stays_and_comes_back_by_a_new_version(ground: Ground) -> None:
    editor(ground)
    id = put(ground)
    contacts = ground.desk.contacts
    contacts.retire(id, upon=1)
    assert told(ground) == [("Testa Person", 2, False)]
    ground.refuses(ContactNotFound, contacts.retire, id, upon=2)
    contacts.put(id, DRAFT, upon=2)
    assert told(ground) == [("Testa Person", 3, True)]


@pytest.mark.parametrize(
    ("wrong", "facts"),
    [
        ({"name": " \n"}, {"field": "name", "fault": ContactFault.EMPTY}),
        ({"directory": ""}, {"field": "directory", "fault": ContactFault.EMPTY}),
        ({"extension": "070-174 06 05"}, {"field": "extension", "fault": ContactFault.PHONE}),
        ({"extension": "112"}, {"field": "extension", "fault": ContactFault.PHONE}),
        ({"email": "Testa <a@example.com>"}, {"field": "email", "fault": ContactFault.MAIL}),
        ({"key": "P1"}, {"field": "key", "fault": ContactFault.FIXED}),
        (
            {"numbers": (MOBILE, ContactNumber(NumberKind.DESK, "nummer"))},
            {"field": "numbers", "fault": ContactFault.PHONE, "at": 2},
        ),
        (
            {"numbers": (MOBILE,) * (MOST_NUMBERS + 1)},
            {"field": "numbers", "fault": ContactFault.MANY},
        ),
    ],
    ids=["name", "directory", "long extension", "112", "mail", "key", "number", "many"],
)
def test_a_row_is_refused_with_what_is_wrong(
    ground: Ground, wrong: dict[str, object], facts: dict[str, object]
) -> None:
    editor(ground)
    draft = replace(DRAFT, **wrong)  # type: ignore[arg-type]
    assert ground.refuses(ContactInvalid, ground.desk.contacts.put, None, draft) == facts
    ground.refuses(TextInvalid, ground.desk.contacts.put, None, replace(DRAFT, words="x" * 301))


def test_a_number_that_is_hidden_once_is_hidden(ground: Ground) -> None:
    editor(ground)
    hidden = replace(MOBILE, kind=NumberKind.OTHER, hidden=True)
    put(ground, replace(DRAFT, numbers=(MOBILE, hidden)))
    (contact,) = ground.desk.contacts.all()
    assert contact.told.numbers == (replace(MOBILE, hidden=True),)
    assert contact.told.shown_numbers == ()


def test_a_hidden_extension_is_dialled_and_not_shown() -> None:
    own = ContactNumber(NumberKind.DESK, "3101", hidden=True)
    hidden = replace(DRAFT, numbers=(own,))
    assert (hidden.shown_extension, hidden.first_number) == ("", "3101")
    assert replace(DRAFT, numbers=(MOBILE,)).shown_extension == "3101"
    assert replace(DRAFT, extension="", numbers=(MOBILE,)).first_number == NUMBER
    assert replace(DRAFT, extension="").first_number == ""


def test_a_file_brings_rows_in_by_their_keys(ground: Ground) -> None:
    editor(ground)
    contacts = ground.desk.contacts
    other = replace(ROW, name="Testina Person", key=" P2 ")
    plan = contacts.plan(OURS, (ROW, other))
    assert ([each.key for each in plan.new], plan.changed, plan.same) == (["P1", "P2"], (), 0)
    contacts.import_(OURS, (ROW, other))
    assert told(ground) == [("Testina Person", 1, True), ("Testo Person", 1, True)]
    assert {each.id for each in contacts.all()} == {id_of_key(OURS, key) for key in ("P1", "P2")}
    newer = replace(ROW, title="Kurator")
    plan = contacts.plan(OURS, (newer, other))
    assert [(older.told, draft) for older, draft in plan.changed] == [(ROW, newer)]
    assert (plan.new, plan.same) == ((), 1)
    contacts.import_(OURS, (newer, other))
    assert told(ground) == [("Testina Person", 1, True), ("Testo Person", 2, True)]


def test_the_same_key_in_another_directory_is_another_row(ground: Ground) -> None:
    editor(ground)
    contacts = ground.desk.contacts
    contacts.import_(OURS, (ROW,))
    contacts.import_("Kommunen (test)", (replace(ROW, directory="Kommunen (test)"),))
    assert told(ground) == [("Testo Person", 1, True), ("Testo Person", 1, True)]
    contacts.retire_others("Kommunen (test)", ("P1",))
    assert told(ground) == [("Testo Person", 1, True), ("Testo Person", 2, False)]


def test_a_file_is_brought_in_whole_or_not_at_all(ground: Ground) -> None:
    editor(ground)
    contacts = ground.desk.contacts
    for wrong, field, fault in (
        (replace(ROW, name=""), "name", ContactFault.EMPTY),
        (replace(ROW, key=" "), "key", ContactFault.EMPTY),
        (replace(ROW, name="Testa"), "key", ContactFault.TWICE),
        (replace(ROW, directory="Kommunen", key="P2"), "directory", ContactFault.FIXED),
    ):
        facts = {"field": field, "fault": fault, "row": 2}
        assert ground.refuses(ContactInvalid, contacts.import_, OURS, (ROW, wrong)) == facts
        assert ground.refuses(ContactInvalid, contacts.plan, OURS, (ROW, wrong)) == facts
    strange = replace(ROW, key="P2", unit_id=uuid4())
    ground.refuses(UnitNotFound, contacts.import_, OURS, (ROW, strange))
    long = replace(ROW, key="P2", title="x" * 301)
    assert ground.refuses(TextInvalid, contacts.import_, OURS, (ROW, long))["row"] == 2
    many = tuple(replace(ROW, key=f"P{at}") for at in range(IMPORT_LIMIT + 1))
    facts = {"count": IMPORT_LIMIT + 1, "limit": IMPORT_LIMIT}
    assert ground.refuses(ContactsTooMany, contacts.import_, OURS, many) == facts
    keys = tuple(each.key for each in many)
    assert ground.refuses(ContactsTooMany, contacts.retire_others, OURS, keys) == facts
    assert told(ground) == []


def test_what_a_whole_file_leaves_out_goes_and_comes_back_with_it(ground: Ground) -> None:
    editor(ground)
    contacts = ground.desk.contacts
    by_hand = put(ground)
    contacts.import_(OURS, (ROW, replace(ROW, name="Testina Person", key="P2")))
    contacts.retire_others(OURS, ("P2", "P2", "P9", ""))
    before = [("Testa Person", 1, True), ("Testina Person", 2, False), ("Testo Person", 1, True)]
    assert told(ground) == before
    contacts.retire_others(OURS, ("P2",))  # it is gone already
    assert told(ground) == before
    contacts.import_(OURS, (replace(ROW, name="Testina Person", key="P2"),))
    assert ("Testina Person", 3, True) in told(ground)
    assert contacts.some((by_hand,))[0].retired_at is None


def test_a_directorys_key_is_not_changed_by_hand(ground: Ground) -> None:
    editor(ground)
    contacts = ground.desk.contacts
    contacts.import_(OURS, (ROW,))
    id = id_of_key(OURS, "P1")
    for wrong, field in (
        (replace(ROW, key=""), "key"),
        (replace(ROW, key="P2"), "key"),
        (replace(ROW, directory="Kommunen"), "directory"),
    ):
        facts = ground.refuses(ContactInvalid, contacts.put, id, wrong, upon=1)
        assert facts == {"field": field, "fault": ContactFault.FIXED}
    contacts.put(id, replace(ROW, title="Kurator"), upon=1)
    assert told(ground) == [("Testo Person", 2, True)]


def test_a_hidden_number_is_for_those_who_connect_callers_and_keep_the_directory(
    ground: Ground,
) -> None:
    editor(ground)
    own = ContactNumber(NumberKind.DESK, "3101", hidden=True)
    id = put(ground, replace(DRAFT, numbers=(own, MOBILE)))
    ground.sign_in("operator")
    (seen,) = ground.desk.contacts.some((id,))
    assert seen.told.first_number == "3101"
    ground.sign_in("handler")
    for found in (*ground.desk.contacts.some((id,)), *ground.desk.contacts.all()):
        assert (found.told.numbers, found.told.extension) == ((MOBILE,), "")
