"""What is old leaves the desks, and nothing that is still needed does."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from db.sync.kin import KIN, LASTING, UNFINISHED
from db.tables import SYNCED
from kundcenter.domain.access import Role
from kundcenter.domain.blocks import BlockKind
from kundcenter.domain.feed import MassRemoval
from kundcenter.domain.journal import Relation
from kundcenter.domain.parts import PartKind
from kundcenter.domain.special_notes import SpecialKind
from kundcenter.domain.work_items import DUE_AFTER, ItemKind, WorkItem
from kundcenter.start.desk import new_id
from tests.ground import CARE_UNIT, MAN, WHOLE, WOMAN, identity
from tests.sync.ageing_ground import (
    YEAR,
    Three,
    age,
    agrees,
    ended_call,
    ids,
    in_bucket,
    later,
    many,
    signed_entry,
    tables_of,
    told,
    unsigned_entry,
)
from tests.sync.ground import Centre, Side, shared


def test_every_shared_table_grows_old_or_is_said_not_to() -> None:
    assert UNFINISHED.keys() | LASTING == {table.name for table in SYNCED}
    assert not UNFINISHED.keys() & LASTING
    assert {name for kin in KIN.values() for name, _ in kin} <= UNFINISHED.keys()


def test_what_is_done_and_old_leaves_every_desk(team_of_two: Three) -> None:
    centre, one, other = team_of_two
    person = one.person(WOMAN)
    one.desk.blocks.set(person, BlockKind.INNER, CARE_UNIT)
    one.desk.people.note_special(person, SpecialKind.OTHER, "Hund i trappan")
    entry = signed_entry(one, person)
    one.desk.journal.dissent(entry, "Så var det inte", "Test", Relation.SELF)
    one.desk.journal.disclose(entry, "Vårdcentralen")
    told(centre, one, other)
    assert "entries" in tables_of(other)
    later(centre, 89)
    assert age(centre) == 0
    later(centre, 2)
    assert age(centre) > 8
    assert age(centre) == 0  # once is enough
    told(centre, one, other)
    assert tables_of(one) == tables_of(other) == set()
    assert in_bucket(centre) <= LASTING
    agrees(centre, one, other)
    assert len(shared(centre.engine)["entries"]) == 1  # nothing is gone


def open_call(side: Side) -> None:
    side.desk.calls.register("+46701740605")


def open_part(side: Side) -> None:
    call = side.desk.calls.register("+46701740605").the("call")
    side.desk.calls.open_part(call, PartKind.ADVICE)


def offered_call(side: Side) -> None:
    call = side.desk.calls.register("+46701740605").the("call")
    (to,) = [row["id"] for row in shared(side.engine)["operators"] if row["user_name"] == "bo"]
    side.desk.calls.hand_over(call, UUID(to), "Ring upp")


def open_alarm(side: Side) -> None:
    call = side.desk.calls.register("+46701740605").the("call")
    side.desk.alarms.sound(call)


@pytest.mark.parametrize(
    ("begun", "stays"),
    [
        (open_call, {"calls"}),
        (open_part, {"calls", "parts"}),
        (unsigned_entry, {"entries", "entry_versions", "waiting_entries", "people",
                          "name_words"}),
        (offered_call, {"calls", "hand_overs"}),
        (open_alarm, {"calls", "alarms"}),
    ],
    ids=lambda each: getattr(each, "__name__", ""),
)  # fmt: skip
def test_what_is_still_going_on_stays_with_all_that_it_needs(
    team_of_two: Three, begun: Any, stays: set[str]
) -> None:
    centre, one, other = team_of_two
    signed_entry(one, one.person(MAN))
    begun(one)
    told(centre, one, other)
    later(centre, YEAR)
    assert age(centre) > 0
    told(centre, one, other)
    assert tables_of(other) - {"parts"} == stays - {"parts"}
    agrees(centre, one, other)


def test_a_part_of_what_stays_never_leaves_alone(team_of_two: Three) -> None:
    centre, one, other = team_of_two
    person = one.person(WOMAN)
    one.desk.blocks.set(person, BlockKind.INNER, CARE_UNIT)
    block = ids(one, "blocks").pop()
    one.desk.blocks.revoke(block, "Patienten önskar det")
    entry = signed_entry(one, person)
    one.desk.journal.dissent(entry, "Så var det inte", "Test", Relation.SELF)
    told(centre, one, other)
    later(centre, 80)
    one.desk.journal.correct(entry, replace(WHOLE, advice="Vila mer."), upon=1, reason="Fel råd.")
    one.desk.journal.sign(entry, upon=2)
    told(centre, one, other)
    later(centre, 20)
    age(centre)
    told(centre, one, other)
    found = shared(other.engine)
    assert len(found["entry_versions"]) == 2
    assert [len(found[name]) for name in ("blocks", "block_revocations", "dissents")] == [1, 1, 1]
    assert found["calls"]
    assert found["parts"]
    agrees(centre, one, other)


def test_who_was_merged_is_where_the_other_is(team_of_two: Three) -> None:
    centre, one, other = team_of_two
    absorbed = one.desk.people.register_unidentified("Kvinna").the("person")
    one.desk.blocks.set(absorbed, BlockKind.INNER, CARE_UNIT)
    kept = one.person(WOMAN)
    one.desk.people.merge(kept, absorbed, "Samma person")
    told(centre, one, other)
    later(centre, 80)
    one.desk.people.note_language(kept, "polska")
    told(centre, one, other)
    later(centre, 20)
    age(centre)
    told(centre, one, other)
    assert ids(other, "people") == {kept, absorbed}
    assert ids(other, "blocks")
    assert ids(other, "merges")
    agrees(centre, one, other)


def test_an_open_work_item_keeps_what_it_is_about(team_of_two: Three) -> None:
    centre, one, other = team_of_two
    call = ended_call(one)
    one.desk.calls.close(call, "EGENVARD")
    signed_entry(one, one.person(WOMAN))
    told(centre, one, other)
    item = _item(centre, one, about=call)
    with centre.central.batch(one.device_id) as batch:
        batch.add_work_item(item)
        batch.publish(CARE_UNIT, centre.clock())
    later(centre, YEAR)
    age(centre)
    told(centre, one, other)
    assert ids(other, "calls") == {call}
    assert tables_of(other) == {"calls", "work_items"}
    one.desk.work_items.resolve(item.id, "Ringde upp patienten")
    told(centre, one, other)
    later(centre, YEAR)
    age(centre)
    told(centre, one, other)
    assert tables_of(other) == set()
    agrees(centre, one, other)


def _item(centre: Centre, side: Side, *, about: UUID) -> WorkItem:
    at = centre.clock()
    author = side.desk.seat.actor
    return WorkItem(
        id=new_id(),
        kind=ItemKind.QUARANTINED,
        device_id=side.device_id,
        n=1,
        verb="calls.close",
        code="sync.not_understood",
        operator_id=author.operator_id,
        care_unit=CARE_UNIT,
        about_kind="call",
        about_id=about,
        happened_at=at,
        made_at=at,
        due_at=at + DUE_AFTER,
    )


def test_what_is_written_again_comes_back_with_its_kin(team_of_two: Three) -> None:
    centre, one, other = team_of_two
    person = one.person(WOMAN)
    one.desk.blocks.set(person, BlockKind.INNER, "SE0000000001-LANGT")
    entry = signed_entry(one, person)
    one.desk.journal.dissent(entry, "Så var det inte", "Test", Relation.SELF)
    old = signed_entry(one, person, advice="Något annat.")
    told(centre, one, other)
    before = shared(one.engine)
    later(centre, YEAR)
    # Anna has not heard of it yet: her desk was away, and she works on.
    age(centre)
    one.desk.journal.correct(entry, replace(WHOLE, advice="Vila mer."), upon=1, reason="Fel råd.")
    one.desk.journal.sign(entry, upon=2)
    told(centre, one, other)
    found = shared(other.engine)
    assert {row["id"] for row in found["entries"]} == {entry.hex} != {old.hex}
    assert len(found["entry_versions"]) == 2
    for name in ("blocks", "people", "name_words"):
        assert found[name] == before[name]
    assert [row["entry_id"] for row in found["dissents"]] == [entry.hex]
    assert shared(one.engine) == found | {"choices": shared(one.engine)["choices"]}
    agrees(centre, one, other)


def test_work_that_was_waiting_on_what_is_past_survives(team_of_two: Three) -> None:
    """The desk has heard that the person is past before its own note about them was sent."""
    centre, one, other = team_of_two
    person = one.person(WOMAN)
    told(centre, one, other)
    later(centre, YEAR)
    age(centre)
    other.exchange.look()
    ask = other.exchange.ask()  # a pull, while bo is writing
    entry = other.desk.journal.write(person, WHOLE).the("entry")
    other.exchange.hear(centre.answer(other.device_id, ask))
    assert other.local.waiting().count
    told(centre, other, one)
    assert other.local.waiting().count == 0
    assert ids(other, "entries") == ids(one, "entries") == {entry}
    assert ids(other, "people") == {person}
    agrees(centre, one, other)


def test_a_person_who_is_registered_anew_meanwhile_becomes_one_with_the_past(
    team_of_two: Three,
) -> None:
    centre, one, other = team_of_two
    person = one.person(WOMAN)
    one.desk.blocks.set(person, BlockKind.INNER, CARE_UNIT)
    told(centre, one, other)
    later(centre, YEAR)
    age(centre)
    told(centre, one, other)
    assert not ids(other, "people")
    again = other.person(WOMAN)
    told(centre, other, one)
    assert ids(one, "people") == ids(other, "people") == {person, again}
    assert ids(one, "blocks")
    assert ids(one, "merges")
    agrees(centre, one, other)


def test_that_much_is_past_needs_nobodys_leave(team_of_two: Three) -> None:
    centre, one, other = team_of_two
    many(one, 60)
    told(centre, one, other)
    assert sum(map(len, shared(other.engine).values())) > 100
    later(centre, YEAR)
    age(centre)
    told(centre, one, other)
    assert tables_of(other) == set()
    agrees(centre, one, other)


@pytest.mark.logs("most of a bucket would go")
def test_that_much_goes_without_being_past_still_does(team_of_two: Three) -> None:
    centre, one, other = team_of_two
    many(one, 60)
    told(centre, one, other)
    later(centre, YEAR)
    age(centre)
    with centre.engine.begin() as connection:
        connection.execute(text("UPDATE centre_feed SET past = false"))
    with pytest.raises(MassRemoval):
        other.talk(centre)


# -- two teams -------------------------------------------------------------------------------------

FAR = "SE0000000001-DEMO2"


@pytest.fixture
def two_teams(three: Three) -> Three:
    """Anna of one team, and Cilla of another, who sits at a desk that holds both."""
    centre, one, other = three
    one.begin()
    one.desk.operators.add("cilla", "Test Cilla", roles=frozenset({Role.NURSE}), care_unit=FAR)
    one.operator("anna", Role.NURSE)
    one.sign_in("anna")
    told(centre, one, other)
    other.takes("cilla")
    told(centre, other, one)
    return centre, one, other


def test_what_goes_away_where_it_is_past_and_where_it_is_not(two_teams: Three) -> None:
    """A row of a name that is no more was past in one team, and in force in the other."""
    centre, one, other = two_teams
    person = one.desk.people.register_unidentified("Kvinna").the("person")
    told(centre, one, other)
    later(centre, 80)
    other.desk.journal.write(person, WHOLE)  # now the other team has her too
    told(centre, other, one)
    later(centre, 20)
    age(centre)
    told(centre, other, one)
    assert not ids(one, "people")
    other.desk.people.identify(person, identity(WOMAN), given_name="Test", family_name="Testsson")
    told(centre, other, one)
    agrees(centre, one, other)
    with centre.engine.connect() as connection:
        lost = connection.execute(
            text(
                "SELECT count(*) FROM centre_current c WHERE entity = 'name_words' AND NOT EXISTS "
                "(SELECT 1 FROM name_words w WHERE c.key LIKE '%' || replace(w.person_id::text, "
                "'-', '') AND c.key LIKE encode(w.word, 'hex') || '/%')"
            )
        ).scalar_one()
    assert lost == 0


def test_who_is_merged_by_another_team_comes_back_where_the_other_is(two_teams: Three) -> None:
    """One registration was past in a team that still works with the other."""
    centre, one, other = two_teams
    absorbed = one.desk.people.register_unidentified("Kvinna").the("person")
    kept = one.person(WOMAN)
    one.desk.journal.write(kept, WHOLE)  # unsigned: it stays, and she with it
    told(centre, one, other)
    later(centre, 80)
    for person in (absorbed, kept):
        other.desk.journal.write(person, WHOLE)
    told(centre, other, one)
    later(centre, 20)
    age(centre)
    told(centre, other, one)
    assert ids(one, "people") == {kept}
    other.desk.people.merge(kept, absorbed, "Samma person")
    told(centre, other, one)
    assert ids(one, "people") == {kept, absorbed}
    agrees(centre, one, other)
