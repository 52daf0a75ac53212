"""What is past is asked for when a person is opened, and given to nobody who has no reason."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from db.sync.ageing import SqlAgeing
from kundcenter.domain.access import Role
from kundcenter.domain.ageing import KeepTerms
from kundcenter.domain.blocks import BlockKind
from kundcenter.domain.devices import DeviceFrozen
from kundcenter.domain.feed import asked_for, team
from kundcenter.domain.lines import EndReason
from kundcenter.domain.parts import PartKind
from kundcenter.sync.exchange import Exchange
from kundcenter.sync.history import Recall, Recalled, Wishes, recall
from tests.ground import ASKED, CARE_UNIT, MAN, WHOLE, WOMAN, identity
from tests.sync.ground import Centre, Side, a_side, shared

OTHER_UNIT = "SE0000000001-DEMO2"


class Floor:
    """Two desks of one team and one of another; each has its wishes."""

    def __init__(self, centre: Centre, one: Side, other: Side, far: Side) -> None:
        self.centre, self.one, self.other, self.far = centre, one, other, far
        self.wishes = {side.device_id: Wishes() for side in (one, other, far)}
        for side in (one, other, far):
            side.exchange = Exchange(side.local, wishes=self.wishes[side.device_id])

    def talk(self, *sides: Side) -> None:
        for _ in range(2):
            for side in sides or (self.one, self.other, self.far):
                side.talk(self.centre)

    def looked(self, side: Side) -> Wishes:
        """Tell the desk's wishes of all that was looked at there, as the follower does."""
        wishes = self.wishes[side.device_id]
        wishes.looked(side.local.accesses(0, 10_000)[-3:])
        return wishes

    def year_passes(self) -> None:
        self.centre.clock.pass_time(days=365)
        self.age()
        self.talk()

    def age(self) -> int:
        return SqlAgeing(self.centre.engine, KeepTerms()).age(self.centre.clock())


@pytest.fixture
def floor(three: tuple[Centre, Side, Side], tmp_path: Path) -> Any:
    centre, one, other = three
    with ExitStack() as stack:
        far = a_side(stack, tmp_path / "far.db", centre.clock, centre, "långt", unit=OTHER_UNIT)
        one.begin()
        one.desk.operators.add(
            "cilla", "Test Cilla", roles=frozenset({Role.NURSE}), care_unit=OTHER_UNIT
        )
        one.operator("anna", Role.NURSE)
        one.operator("bo", Role.NURSE)
        one.sign_in("anna")
        found = Floor(centre, one, other, far)
        found.talk()
        other.takes("bo")
        far.takes("cilla")
        found.talk()
        yield found


def with_a_record(side: Side, number: str = WOMAN) -> tuple[UUID, UUID]:
    """A person with a block and a signed note in a call that is closed."""
    person = side.person(number)
    side.desk.blocks.set(person, BlockKind.INNER, "SE0000000001-LANGT")
    call = side.desk.calls.register("+46701740605").the("call")
    part = side.desk.calls.open_part(call, PartKind.ADVICE).the("part")
    entry = side.desk.journal.write(person, WHOLE, call, part).the("entry")
    side.desk.journal.sign(entry, upon=1)
    side.desk.calls.end(call, EndReason.OTHER)
    side.desk.calls.close(call, "EGENVARD")
    return person, entry


def names(side: Side) -> set[str]:
    return {name for name, rows in shared(side.engine).items() if rows}


def last_access(side: Side) -> int:
    return side.local.heads().access.n


def of(side: Side, table: str) -> list[dict[str, Any]]:
    return shared(side.engine)[table]


def test_who_is_sought_and_opened_is_there_again_with_all_of_it(floor: Floor) -> None:
    person, entry = with_a_record(floor.one)
    floor.talk()
    before = shared(floor.other.engine)
    floor.year_passes()
    other = floor.other
    assert "people" not in names(other)
    assert other.desk.people.find(identity(WOMAN)) is None
    wishes = floor.looked(other)
    wishes.sought(identity(WOMAN))
    before_it_came = wishes.past
    floor.talk(other)
    assert (before_it_came.seeking, wishes.past.seeking) == (True, False)
    assert wishes.has_come(identity(WOMAN))
    found = other.desk.people.find(identity(WOMAN))
    assert found is not None
    assert found.id == person
    assert of(other, "blocks") == before["blocks"]
    assert of(other, "entries") == []  # nobody has opened the record yet
    assert other.desk.people.open(person, ASKED).history == ()
    wishes = floor.looked(other)
    assert wishes.past.asked == {person}
    floor.talk(other)
    assert wishes.past.asked == frozenset()
    card = other.desk.people.open(person, ASKED)
    assert [past.entry.id for past in card.history] == [entry]
    for name in ("entry_versions", "calls", "parts", "people", "name_words"):
        assert of(other, name) == before[name]
    assert "entries" not in names(floor.one)  # it was one desk that asked
    assert "entries" not in names(floor.far)


def test_what_leaves_one_bucket_as_it_comes_into_another_is_there(floor: Floor) -> None:
    person, _ = with_a_record(floor.one)
    floor.talk()
    floor.year_passes()
    other, local = floor.other, floor.other.local
    local.refill(team(CARE_UNIT))  # it is told of everything that has left that bucket
    other.desk.people.find(identity(WOMAN))
    floor.looked(other).sought(identity(WOMAN))
    other.exchange = Exchange(local, wishes=floor.wishes[other.device_id])
    floor.talk(other)
    assert [row["id"] for row in of(other, "people")] == [person.hex]
    assert of(other, "blocks")


def test_it_leaves_again_when_it_has_not_been_asked_for_lately(floor: Floor) -> None:
    person, _ = with_a_record(floor.one)
    floor.talk()
    floor.one.desk.people.open(person, ASKED)
    floor.year_passes()
    other = floor.other
    recalled(floor, other, person)
    assert of(other, "entries")
    floor.centre.clock.pass_time(days=6)
    floor.age()
    recalled(floor, other, person)  # she rings again
    floor.centre.clock.pass_time(days=6)
    floor.age()
    floor.talk(other)
    assert of(other, "entries")
    floor.centre.clock.pass_time(days=2)
    assert floor.age() > 5
    floor.talk(other)
    assert of(other, "entries") == of(other, "people") == of(other, "blocks") == []


def recalled(floor: Floor, side: Side, person: UUID) -> bool:
    """The person is opened as in the middle of a call, and what is past of them is asked for."""
    if side.desk.people.find(identity(WOMAN)) is None:
        floor.looked(side).sought(identity(WOMAN))
        floor.talk(side)
    side.desk.people.open(person, ASKED)
    n = last_access(side)
    floor.talk(side)
    said = recall(floor.centre.central, floor.centre.clock, side.device_id, Recall(n, person))
    floor.talk(side)
    return said.past


def test_what_was_asked_for_and_is_written_in_is_the_whole_teams_again(floor: Floor) -> None:
    person, entry = with_a_record(floor.one)
    floor.talk()
    floor.year_passes()
    recalled(floor, floor.one, person)
    floor.one.desk.journal.correct(entry, WHOLE, upon=1, reason="Fel råd.")
    floor.talk()
    for side in (floor.one, floor.other):
        assert [row["id"] for row in of(side, "entries")] == [entry.hex]
        assert len(of(side, "entry_versions")) == 2
        assert of(side, "blocks")


def test_only_whoever_has_looked_is_given_anything(floor: Floor) -> None:
    centre, one, other = floor.centre, floor.one, floor.other
    person, _ = with_a_record(one)
    stranger = one.person(MAN)
    one.desk.people.note_language(stranger, "polska")
    floor.talk()
    one.desk.people.open(stranger, ASKED)
    looked = last_access(one)
    one.desk.people.open(person, ASKED)
    opened = last_access(one)
    other.desk.people.find(identity("200001012384"))
    floor.talk()
    SqlAgeing(centre.engine, KeepTerms(team=timedelta(0))).age(centre.clock())

    def given(side: Side, asked: Recall) -> bool:
        return recall(centre.central, centre.clock, side.device_id, asked).past

    assert not given(one, Recall(looked, person))  # of somebody else
    assert not given(one, Recall(opened + 100, person))  # nobody has written that yet
    assert not given(one, Recall(opened - 3, person)), "a verb's own record is no look"
    assert not given(other, Recall(opened, person))  # another desk's look
    assert not given(other, Recall(last_access(other), person))  # a search is no look
    assert not given(one, Recall(opened, identity=identity(WOMAN)))  # a look is no search
    assert not given(one, Recall(opened))
    assert given(one, Recall(opened, person))
    assert not given(one, Recall(opened, person))  # it is there now
    centre.clock.pass_time(minutes=11)
    SqlAgeing(centre.engine, KeepTerms(asked_for=timedelta(0))).age(centre.clock())
    assert not given(one, Recall(opened, person))  # it was a while ago


def test_one_search_is_one_question(floor: Floor) -> None:
    with_a_record(floor.one)
    with_a_record(floor.one, MAN)
    floor.talk()
    floor.year_passes()
    other, centre = floor.other, floor.centre
    other.desk.people.find(identity(WOMAN))
    n = last_access(other)
    floor.talk(other)

    def given(number: str) -> bool:
        asked = Recall(n, identity=identity(number))
        return recall(centre.central, centre.clock, other.device_id, asked).past

    assert given(WOMAN)
    assert not given(MAN)
    other.exchange = Exchange(other.local)
    floor.talk(other)
    assert len(of(other, "people")) == 1


def test_nothing_is_told_of_who_is_known_to_another_unit_alone(floor: Floor) -> None:
    far = floor.far
    with_a_record(far)
    floor.talk()
    floor.year_passes()
    other, centre = floor.other, floor.centre
    answers = []
    for number in (WOMAN, MAN):  # one is known elsewhere, one nowhere
        other.desk.people.find(identity(number))
        n = last_access(other)
        floor.talk(other)
        asked = Recall(n, identity=identity(number))
        answers.append(recall(centre.central, centre.clock, other.device_id, asked))
    assert answers == [Recalled(), Recalled()]
    floor.talk(other)
    assert "people" not in names(other)
    with centre.engine.connect() as connection:
        query = text("SELECT count(*) FROM centre_buckets WHERE id = :b")
        assert connection.execute(query, {"b": asked_for(other.device_id)}).scalar_one() == 0


def test_of_a_person_of_two_units_each_gets_its_own(floor: Floor) -> None:
    person, mine = with_a_record(floor.one)
    floor.talk()
    far = floor.far
    far.person(WOMAN)  # both have met her, and they become one
    theirs = far.desk.journal.write(far.person_of(WOMAN), WHOLE).the("entry")
    far.desk.journal.sign(theirs, upon=1)
    floor.talk()
    floor.year_passes()
    recalled(floor, floor.other, person)
    assert [row["id"] for row in of(floor.other, "entries")] == [mine.hex]
    far.desk.people.find(identity(WOMAN))
    floor.looked(far).sought(identity(WOMAN))
    floor.talk(far)
    kept = far.desk.people.find(identity(WOMAN))
    assert kept is not None
    far.desk.people.open(kept.id, ASKED)
    floor.looked(far)
    floor.talk(far)
    assert [row["id"] for row in of(far, "entries")] == [theirs.hex]


def test_a_merged_person_comes_with_every_registration(floor: Floor) -> None:
    one = floor.one
    person, entry = with_a_record(one)
    again = one.desk.people.register_unidentified("Kvinna").the("person")
    also = one.desk.journal.write(again, WHOLE).the("entry")
    one.desk.journal.sign(also, upon=1)
    one.desk.people.merge(person, again, "Samma person")
    floor.talk()
    floor.year_passes()
    recalled(floor, floor.other, person)
    assert {row["id"] for row in of(floor.other, "entries")} == {entry.hex, also.hex}
    assert {row["id"] for row in of(floor.other, "people")} == {person.hex, again.hex}
    assert of(floor.other, "merges")


def test_a_desk_that_may_not_exchange_is_given_nothing(floor: Floor) -> None:
    with floor.centre.central.batch(floor.other.device_id) as batch:
        batch.put_device(batch.device.frozen())
    with pytest.raises(DeviceFrozen):
        recall(floor.centre.central, floor.centre.clock, floor.other.device_id, Recall(1))


def test_a_centre_of_before_is_never_asked(floor: Floor) -> None:
    person, _ = with_a_record(floor.one)
    floor.talk()
    floor.one.desk.people.open(person, ASKED)
    wishes = floor.looked(floor.one)
    floor.one.exchange._talk.recalls = False  # type: ignore[union-attr]
    floor.talk(floor.one)
    assert wishes.past.asked == {person}


def test_a_wish_that_gets_no_answer_holds_up_nothing_for_long() -> None:
    wishes = Wishes()
    wishes._waiting.append(wish := Recall(1, UUID(int=7)))
    assert [wishes.next() for _ in range(4)] == [wish, wish, wish, None]
    assert wishes.past.asked == frozenset()


def test_who_has_been_asked_for_is_not_asked_for_at_every_look(floor: Floor) -> None:
    person, _ = with_a_record(floor.one)
    wishes = Wishes()
    for hours, wanted in ((0, 1), (1, 1), (13, 2)):
        floor.centre.clock.pass_time(hours=hours)
        floor.one.desk.people.open(person, ASKED)
        wishes.looked(floor.one.local.accesses(last_access(floor.one) - 1, 5))
        assert len(wishes._waiting) == wanted
