"""The rule of CheckBlocks (DOMAIN §2.3), vector by vector and as laws."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.blocks import (
    LIFT_LASTS,
    Block,
    BlockAlreadyRevoked,
    BlockIsOfPatient,
    BlockKind,
    BlockPeriodInvalid,
    BlockUnitInvalid,
    EntryBlocked,
    GuardianMayNotBlock,
    HiddenUnit,
    Lift,
    LiftGround,
    LiftNeedsReason,
    Piece,
    Reach,
    Revocation,
    RevocationNeedsReason,
    Seat,
    care_provider,
    checked_period,
    holder,
    lift_reason,
    must_be_patients_wish,
    opens,
    revocation_reason,
    withholds,
)
from kundcenter.domain.identity import IdKind, PersonId
from kundcenter.domain.journal import Entry, Relation

PERSON, NURSE, OTHER = UUID(int=1), UUID(int=2), UUID(int=3)
HERE, THERE, ELSEWHERE = "SE0000000001-HAR", "SE0000000001-DAR", "SE0000000002-DAR"
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def block(kind: BlockKind = BlockKind.INNER, unit: str = HERE, **changed: object) -> Block:
    provider, care_unit = holder(kind, unit)
    made = Block(
        UUID(int=10), PERSON, kind, provider, care_unit, None, None, Relation.SELF, NOON, NURSE
    )
    return replace(made, **changed)  # type: ignore[arg-type]


def lift(**changed: object) -> Lift:
    made = Lift(
        UUID(int=11), PERSON, NURSE, THERE, LiftGround.EMERGENCY, "Medvetslös patient", (HERE,),
        NOON, NOON + LIFT_LASTS,
    )  # fmt: skip
    return replace(made, **changed)  # type: ignore[arg-type]


def entry(unit: str = HERE, at: datetime = NOON, id: int = 20) -> Entry:
    number = PersonId(IdKind.PNR, "198807022382")
    return Entry(UUID(int=id), PERSON, number, None, NURSE, "Test", "SSK", unit, at, at)


def seat(unit: str = THERE, operator: UUID = NURSE, at: datetime = NOON) -> Seat:
    return Seat(operator, unit, at)


INNER, OUTER = BlockKind.INNER, BlockKind.OUTER


@pytest.mark.parametrize(
    ("kind", "blocked_unit", "record", "actor", "blocked"),
    [
        (INNER, HERE, HERE, THERE, True),
        (INNER, HERE, HERE, HERE, False),  # the unit's own data
        (INNER, HERE, THERE, THERE, False),
        (INNER, HERE, THERE, HERE, False),
        (INNER, HERE, ELSEWHERE, THERE, False),
        (INNER, HERE, HERE, ELSEWHERE, False),  # an inner block works within one provider
        (INNER, HERE, HERE, "", True),  # a seat of unknown unit is nobody's own
        (INNER, HERE, HERE.lower(), f" {THERE.lower()} ", True),
        (INNER, HERE, HERE, f" {HERE.lower()} ", False),
        (OUTER, HERE, HERE, ELSEWHERE, True),
        (OUTER, HERE, THERE, ELSEWHERE, True),  # every unit of the provider
        (OUTER, HERE, HERE, THERE, False),
        (OUTER, HERE, HERE, HERE, False),
        (OUTER, HERE, ELSEWHERE, ELSEWHERE, False),
        (OUTER, HERE, ELSEWHERE, HERE, False),
        (OUTER, HERE, HERE, "", True),
    ],
)
def test_who_is_kept_out(
    kind: BlockKind, blocked_unit: str, record: str, actor: str, blocked: bool
) -> None:
    assert withholds(block(kind, blocked_unit), Piece(record, NOON, NOON), seat(actor)) is blocked


@pytest.mark.parametrize(
    ("valid_from", "valid_until", "begins", "ends", "blocked"),
    [
        (None, None, NOON, NOON, True),
        (NOON, NOON + DAY, NOON - DAY, NOON - timedelta(microseconds=1), False),
        (NOON, NOON + DAY, NOON - DAY, NOON, True),  # any overlap
        (NOON, NOON + DAY, NOON, NOON, True),
        (NOON, NOON + DAY, NOON + DAY, NOON + DAY, True),
        (NOON, NOON + DAY, NOON + DAY + timedelta(microseconds=1), NOON + 2 * DAY, False),
        (NOON, NOON + DAY, NOON - DAY, NOON + 2 * DAY, True),  # the record goes past both ends
        (NOON, None, NOON - DAY, NOON - DAY, False),
        (NOON, None, NOON + 900 * DAY, NOON + 900 * DAY, True),
        (None, NOON, NOON + DAY, NOON + DAY, False),
        (None, NOON, NOON - 900 * DAY, NOON - 900 * DAY, True),
        (NOON, NOON + DAY, None, None, True),  # what has no time cannot lie outside
        (NOON, NOON + DAY, NOON + 2 * DAY, None, False),
        (NOON, NOON + DAY, NOON - DAY, None, True),
        (NOON, NOON + DAY, None, NOON - DAY, False),
        (NOON, NOON + DAY, None, NOON + 2 * DAY, True),
    ],
)
def test_when_it_counts(
    valid_from: datetime | None,
    valid_until: datetime | None,
    begins: datetime | None,
    ends: datetime | None,
    blocked: bool,
) -> None:
    one = block(valid_from=valid_from, valid_until=valid_until)
    assert withholds(one, Piece(HERE, begins, ends), seat()) is blocked


@pytest.mark.parametrize(
    ("information", "blocked"), [("voo", True), ("dia", True), ("lak", False), ("upp", False)]
)
def test_prescriptions_and_warnings_are_never_blocked(information: str, blocked: bool) -> None:
    for kind, actor in ((INNER, THERE), (OUTER, ELSEWHERE)):
        piece = Piece(HERE, NOON, NOON, information)
        assert withholds(block(kind), piece, seat(actor)) is blocked


def test_a_block_that_was_revoked_keeps_nobody_out_and_is_revoked_once() -> None:
    revocation = Revocation(UUID(int=12), UUID(int=10), NOON, NURSE, "Patienten ångrade sig")
    revoked = block().revoked_by(revocation)
    assert not withholds(revoked, Piece(HERE, NOON, NOON), seat())
    with pytest.raises(BlockAlreadyRevoked):
        revoked.revoked_by(revocation)


@pytest.mark.parametrize(
    ("changed", "who", "opened"),
    [
        ({}, seat(), True),
        ({}, seat(operator=OTHER), False),  # the lift is the operator's own
        ({}, seat(at=NOON + LIFT_LASTS - timedelta(microseconds=1)), True),
        ({}, seat(at=NOON + LIFT_LASTS), False),
        ({}, seat(at=NOON - timedelta(microseconds=1)), False),
        ({"units": (ELSEWHERE,)}, seat(), False),  # only the relevant units
        ({"units": (ELSEWHERE, HERE)}, seat(), True),
        ({"operator_id": None}, seat(operator=OTHER), True),  # for everybody of the unit
        ({"operator_id": None}, seat(HERE, OTHER), False),
        ({"operator_id": None, "care_unit": ""}, seat("", OTHER), False),
    ],
)
def test_what_a_lift_opens(changed: dict[str, object], who: Seat, opened: bool) -> None:
    assert opens(lift(**changed), Piece(HERE, NOON, NOON), who) is opened


def test_a_reach_shows_what_is_not_blocked_and_tells_units_only() -> None:
    near, far = entry(HERE), entry(THERE, id=21)
    reach = Reach(seat(), (block(),))
    assert reach.visible((near, far)) == (far,)
    assert reach.hidden((near, far, entry(HERE.lower(), id=22))) == (HiddenUnit(HERE),)
    assert reach.hides((near, far)) and not reach.hides((far,))
    with pytest.raises(EntryBlocked) as refused:
        reach.must(near)
    assert refused.value.facts == {"id": near.id, "person_id": PERSON}
    reach.must(far)


def test_a_lift_shows_its_units_and_says_so() -> None:
    near, far = entry(HERE), entry(THERE, id=21)
    lifted = Reach(seat(), (block(),), (lift(),))
    assert lifted.visible((near, far)) == (near, far)
    assert lifted.hidden((near, far)) == ()
    assert lifted.lifted((near, far)) == ((near, lift()),)
    assert Reach(seat(), (), (lift(),)).lifted((near, far)) == ()  # nothing was blocked


UNITS = st.sampled_from([HERE, THERE, ELSEWHERE, "SE0000000002-HAR", ""])
TIMES = st.none() | st.integers(-5, 5).map(lambda days: NOON + days * DAY)
KINDS = st.sampled_from(BlockKind)
BLOCKS = st.builds(
    lambda kind, unit, since, until: block(kind, unit, valid_from=since, valid_until=until),
    KINDS, st.sampled_from([HERE, THERE, ELSEWHERE]), TIMES, TIMES,
)  # fmt: skip
SEATS = st.builds(seat, UNITS, st.sampled_from([NURSE, OTHER]))
ENTRIES = st.lists(
    st.builds(entry, UNITS, st.integers(-6, 6).map(lambda d: NOON + d * DAY)), max_size=6
)
LIFTS = st.builds(
    lambda units, operator: lift(units=tuple(units), operator_id=operator),
    st.sets(st.sampled_from([HERE, THERE, ELSEWHERE])),
    st.sampled_from([NURSE, OTHER, None]),
)


@given(st.lists(BLOCKS, max_size=4), st.lists(LIFTS, max_size=3), SEATS, ENTRIES)
def test_every_entry_is_either_visible_or_of_a_hidden_unit(
    several: list[Block], lifted: list[Lift], who: Seat, entries: list[Entry]
) -> None:
    reach = Reach(who, tuple(several), tuple(lifted))
    seen = reach.visible(entries)
    units = {unit.care_unit for unit in reach.hidden(entries)}
    for each in entries:
        if each not in seen:
            assert each.care_unit in units
            with pytest.raises(EntryBlocked):
                reach.must(each)
        else:
            reach.must(each)
    assert reach.hides(entries) is bool(units)


@given(st.lists(BLOCKS, max_size=4), BLOCKS, SEATS, ENTRIES)
def test_one_block_more_never_shows_more(
    several: list[Block], more: Block, who: Seat, entries: list[Entry]
) -> None:
    fewer = Reach(who, (*several, more)).visible(entries)
    assert set(fewer) <= set(Reach(who, tuple(several)).visible(entries))


@given(st.lists(BLOCKS, max_size=4), UNITS.filter(bool), ENTRIES)
def test_nobody_is_kept_from_the_data_of_their_own_unit(
    several: list[Block], unit: str, entries: list[Entry]
) -> None:
    own = [each for each in entries if each.care_unit == unit]
    assert Reach(seat(unit), tuple(several)).visible(own) == tuple(own)


@given(st.lists(BLOCKS, max_size=4), SEATS, ENTRIES)
def test_an_overlap_decides_as_a_calendar_would(
    several: list[Block], who: Seat, entries: list[Entry]
) -> None:
    """The rule once more, written from the text and not from the code."""
    for each in entries:
        provider, own = each.care_unit.split("-")[0], who.care_unit.split("-")[0]
        expected = False
        for one in several:
            first, last = one.valid_from or NOON - 99 * DAY, one.valid_until or NOON + 99 * DAY
            outside = (each.contact_at < first) or (each.contact_at > last)
            if one.kind is OUTER:
                hit = provider == one.care_provider and own != one.care_provider
            else:
                same = own in ("", one.care_provider)
                hit = each.care_unit == one.care_unit and who.care_unit != one.care_unit and same
            expected = expected or (hit and not outside)
        assert Reach(who, tuple(several)).sees(each) is not expected


@pytest.mark.parametrize(
    ("kind", "text", "named"),
    [
        (INNER, "se0000000001-har ", ("SE0000000001", HERE)),
        (OUTER, "SE0000000001", ("SE0000000001", "")),
        (OUTER, HERE, ("SE0000000001", "")),
    ],
)
def test_a_block_names_a_unit_or_a_provider(
    kind: BlockKind, text: str, named: tuple[str, str]
) -> None:
    assert holder(kind, text) == named
    assert care_provider(text) == named[0]


@pytest.mark.parametrize(
    ("kind", "text"),
    [(INNER, "SE0000000001"), (INNER, ""), (INNER, "SE1-"), (INNER, "A B-C"), (INNER, "Å-1"),
     (INNER, "A-B-C"), (OUTER, ""), (OUTER, "-X"), (OUTER, "A\0"), (OUTER, "X" * 40)],
)  # fmt: skip
def test_what_is_no_hsa_id_is_refused(kind: BlockKind, text: str) -> None:
    with pytest.raises(BlockUnitInvalid):
        holder(kind, text)


@pytest.mark.parametrize("age", [0, 17, None])
@pytest.mark.parametrize("asked_by", [Relation.GUARDIAN, Relation.LEGAL_GUARDIAN])
def test_a_guardian_may_not_block_a_childs_data(asked_by: Relation, age: int | None) -> None:
    with pytest.raises(GuardianMayNotBlock):
        must_be_patients_wish(asked_by, age)


@pytest.mark.parametrize(
    ("asked_by", "may"),
    [
        (each, each in {Relation.SELF, Relation.TRUSTEE, Relation.ADMINISTRATOR})
        for each in Relation
    ],
)
def test_a_block_is_the_patients_wish(asked_by: Relation, may: bool) -> None:
    if may:
        must_be_patients_wish(asked_by, 18)
    else:
        with pytest.raises(BlockIsOfPatient):
            must_be_patients_wish(asked_by, 18)


def test_a_child_may_block_their_own_data() -> None:
    must_be_patients_wish(Relation.SELF, 15)


def test_a_period_ends_after_it_begins() -> None:
    checked_period(NOON, NOON)
    checked_period(None, NOON)
    with pytest.raises(BlockPeriodInvalid):
        checked_period(NOON, NOON - DAY)


def test_reasons_say_something() -> None:
    assert lift_reason(" tio\ttecken") == "tio tecken"
    assert revocation_reason(" Ångrat ") == "Ångrat"
    with pytest.raises(LiftNeedsReason):
        lift_reason("  nio teckn  ")
    with pytest.raises(RevocationNeedsReason):
        revocation_reason(" \n ")
