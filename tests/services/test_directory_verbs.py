"""The directory: what is kept of a unit, who sees it, and how units come in together."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from kundcenter.domain.access import NotPermitted, Role
from kundcenter.domain.opening import Hours, HoursInvalid, Span
from kundcenter.domain.text import TextInvalid
from kundcenter.domain.unit_cards import (
    Criteria,
    Details,
    LineFunction,
    PhoneLine,
    UnitCard,
    UnitNotRetired,
    UnitReplacesItself,
    UnitRetired,
    UnitStale,
)
from kundcenter.domain.unit_checks import UnitHsaTaken, UnitInvalid
from kundcenter.domain.unit_wordings import (
    IMPORT_LIMIT,
    IncomingUnit,
    UnitRepeated,
    UnitsTooMany,
    UnitWording,
)
from kundcenter.domain.units import UnitKind, UnitNotFound
from tests.ground import NUMBER, Ground
from tests.services.shift_guiding import FULL, OTHER_NUMBER, WORDING

NOWHERE = UUID(int=7)


def staff(ground: Ground) -> UUID:
    """An administrator at the desk, a nurse, a switchboard operator, and a unit without a card."""
    ground.begin()
    ground.operator("nurse", Role.NURSE)
    ground.operator("switch", Role.SWITCHBOARD)
    ground.operator("leader", Role.SUPERVISOR_NURSE)
    return ground.unit()


def saved(ground: Ground) -> UUID:
    return ground.desk.units.save(None, WORDING, FULL).the("unit")


def test_a_card_is_kept_as_it_was_written(ground: Ground) -> None:
    staff(ground)
    id = saved(ground)
    card = ground.desk.units.card(id)
    assert (UnitWording.of(card.unit), card.details) == (WORDING, FULL)
    assert (card.number, card.changed_by) == (1, ground.desk.seat.actor.operator_id)
    assert card in ground.desk.units.directory().cards
    assert ground.desk.units.some((id, uuid4())) == (card,)
    assert ground.desk.units.history(id) == (card,)


def test_what_a_unit_was_before_it_had_a_card_is_kept_too(ground: Ground) -> None:
    unit = staff(ground)
    units = ground.desk.units
    before = units.card(unit)
    assert (before.number, before.details) == (0, Details())
    assert units.history(unit) == (before,)
    units.save(unit, replace(WORDING, name="Nytt namn"), FULL, upon=0)
    newest, oldest = units.history(unit)
    assert oldest == before
    assert (newest.unit.name, newest.unit.hours) == ("Nytt namn", before.unit.hours)


def test_who_has_written_a_card_is_told_by_name(ground: Ground) -> None:
    unit = staff(ground)
    units = ground.desk.units
    assert units.writers(unit) == {}
    units.save(unit, WORDING, FULL, upon=0)
    admin = ground.desk.seat.actor.operator_id
    ground.sign_in("leader")
    units.save(unit, WORDING, Details(), upon=1)
    leader = ground.desk.seat.actor.operator_id
    assert units.writers(unit) == {admin: "Test Administratör", leader: "Test Leader"}
    assert ground.refuses(UnitNotFound, units.writers, NOWHERE) == {"id": NOWHERE}


def test_nothing_is_lost_when_a_card_is_replaced(ground: Ground) -> None:
    staff(ground)
    id = saved(ground)
    units = ground.desk.units
    first = units.card(id)
    units.save(id, WORDING, Details(), upon=1)
    second = units.card(id)
    assert units.history(id) == (second, first)
    assert first.details == FULL


def test_two_who_edit_one_card_are_told_apart(ground: Ground) -> None:
    unit = staff(ground)
    id = saved(ground)
    units = ground.desk.units
    units.save(id, WORDING, Details(), upon=1)
    stale = {"id": id, "number": 2}
    assert ground.refuses(UnitStale, units.save, id, WORDING, FULL, upon=1) == stale
    assert ground.refuses(UnitStale, units.retire, id, upon=1) == stale
    assert ground.refuses(UnitStale, units.restore, id, upon=1) == stale
    ground.refuses(UnitStale, units.save, None, WORDING, FULL, upon=1)
    ground.refuses(UnitStale, units.save, unit, WORDING, FULL, upon=1)
    ground.refuses(UnitNotFound, units.save, uuid4(), WORDING, FULL)


def test_an_hsa_id_is_kept_as_written_and_stands_once_in_any_case(ground: Ground) -> None:
    unit = staff(ground)
    units = ground.desk.units
    odd = replace(WORDING, hsa_id="  TSTNMT2321000156-Åx/9 ")
    id = units.save(None, odd, Details()).the("unit")
    assert units.card(id).unit.hsa_id == "TSTNMT2321000156-Åx/9"
    for same in ("tstnmt2321000156-ÅX/9", "TSTNMT2321000156-Åx/9\n"):
        taken = replace(WORDING, hsa_id=same)
        assert ground.refuses(UnitHsaTaken, units.save, None, taken, FULL) == {"id": id}
        assert ground.refuses(UnitHsaTaken, units.save, unit, taken, FULL) == {"id": id}
    units.save(None, replace(WORDING, hsa_id="TSTNMT2321000156-åX/9"), FULL)  # å is no Å to HSA
    units.save(id, replace(odd, hsa_id="TSTNMT2321000156-ÅX/9"), Details(), upon=1)
    assert units.card(id).unit.hsa_id == "TSTNMT2321000156-ÅX/9"
    units.retire(id, upon=2)
    ground.refuses(UnitHsaTaken, units.save, None, odd, FULL)


def test_what_cannot_stand_on_a_card_is_refused_with_its_field(ground: Ground) -> None:
    staff(ground)
    save = ground.desk.units.save
    for wording, field in (
        (replace(WORDING, hsa_id=" "), "hsa_id"),
        (replace(WORDING, name="\n"), "name"),
        (replace(WORDING, phone="12 34 567"), "phone"),
    ):
        assert ground.refuses(UnitInvalid, save, None, wording, FULL)["field"] == field
    long = replace(WORDING, hsa_id="x" * 65)
    assert ground.refuses(TextInvalid, save, None, long, FULL)["field"] == "hsa_id"
    bad_line = PhoneLine(LineFunction.ADVICE, NUMBER, Hours((Span(9, 0, 9, 1),)))
    two = (FULL.lines[0], bad_line)
    facts = ground.refuses(HoursInvalid, save, None, WORDING, replace(FULL, lines=two))
    assert (facts["field"], facts["line"]) == ("spans", 2)
    unknown = replace(FULL, criteria=Criteria(takes=frozenset({"PÅHITTAD"})))
    facts = ground.refuses(UnitInvalid, save, None, WORDING, unknown)
    assert facts == {"field": "takes", "fault": "reason"}


def test_numbers_are_stored_in_one_form_and_short_ones_as_they_are(ground: Ground) -> None:
    staff(ground)
    lines = tuple(PhoneLine(LineFunction.OTHER, text) for text in ("112", "1177", "070-174 06 06"))
    wording = replace(WORDING, phone=" 070/174 06 05")
    id = ground.desk.units.save(None, wording, Details(lines=lines)).the("unit")
    card = ground.desk.units.card(id)
    assert card.unit.phone == NUMBER
    assert [line.number for line in card.details.lines] == ["112", "1177", OTHER_NUMBER]


def test_a_staff_only_number_is_shown_to_its_roles_and_to_who_edits(ground: Ground) -> None:
    staff(ground)
    id = saved(ground)
    units = ground.desk.units

    def seen(who: str) -> set[tuple[str, ...]]:
        ground.sign_in(who)
        (whole,) = (card for card in units.directory().cards if card.id == id)
        cards = (whole, units.card(id), *units.some((id,)), *units.history(id))
        return {tuple(line.number for line in card.details.lines) for card in cards}

    assert seen("nurse") == seen("leader") == seen("admin") == {(NUMBER, OTHER_NUMBER)}
    assert seen("switch") == {(NUMBER,)}


def test_a_nurse_reads_the_directory_and_changes_nothing(ground: Ground) -> None:
    unit = staff(ground)
    units = ground.desk.units
    ground.sign_in("nurse")
    assert len(units.directory().cards) == 1
    ground.refuses(NotPermitted, units.save, None, WORDING, FULL)
    ground.refuses(NotPermitted, units.retire, unit, upon=0)
    ground.refuses(NotPermitted, units.import_, ())


def test_a_retired_unit_says_who_took_its_place_and_can_come_back(ground: Ground) -> None:
    unit = staff(ground)
    id = saved(ground)
    units = ground.desk.units
    ground.refuses(UnitReplacesItself, units.retire, id, upon=1, replaced_by=id)
    ground.refuses(UnitNotFound, units.retire, id, upon=1, replaced_by=uuid4())
    ground.refuses(UnitNotRetired, units.restore, id, upon=1)
    units.retire(id, upon=1, replaced_by=unit)
    card = units.card(id)
    assert (card.retired_at, card.replaced_by, card.details) == (card.changed_at, unit, FULL)
    ground.refuses(UnitRetired, units.retire, id, upon=2)
    in_ring = ground.refuses(UnitRetired, units.retire, unit, upon=0, replaced_by=id)
    assert in_ring == {"id": id}
    units.restore(id, upon=2)
    card = units.card(id)
    assert (card.retired_at, card.replaced_by, card.number) == (None, None, 3)
    units.retire(unit, upon=0)
    assert [card.number for card in units.history(unit)] == [1, 0]


def incoming(number: int, **details: object) -> IncomingUnit:
    wording = UnitWording(
        f"SE0000000001-DEMO{number}", f"Test {number}", UnitKind.SPECIALIST, "Eksjö", NUMBER
    )
    return IncomingUnit(wording, Details(**details), frozenset(details))  # type: ignore[arg-type]


def test_what_a_file_does_not_give_stays_on_the_card(ground: Ground) -> None:
    staff(ground)
    id = saved(ground)
    units = ground.desk.units
    wording = UnitWording("se0000000001-demoa", "Nytt namn", UnitKind.SPECIALIST)
    criteria = Criteria(youngest=18, send_here="ej med i filen")
    row = IncomingUnit(
        wording, Details(way="Ny port.", criteria=criteria), frozenset({"way", "youngest"})
    )
    units.import_((replace(row, guessed=frozenset({"kind"})),))
    card = units.card(id)
    assert card.details == replace(
        FULL, way="Ny port.", criteria=replace(FULL.criteria, youngest=18)
    )
    assert UnitWording.of(card.unit) == replace(
        WORDING, hsa_id="se0000000001-demoa", name="Nytt namn"
    )
    assert [version.number for version in units.history(id)] == [2, 1]


def test_many_come_in_together_or_none_at_all(ground: Ground) -> None:
    unit = staff(ground)
    units = ground.desk.units
    same = units.save(None, incoming(1).wording, Details()).the("unit")
    older = units.save(None, incoming(2).wording, Details()).the("unit")
    units.retire(older, upon=1)
    landed = replace(incoming(0), wording=replace(incoming(0).wording, hsa_id="SE0000000001-VC1"))
    rows = (incoming(1), incoming(2, queue=True), incoming(3, synonyms=("Å",)), landed)
    plan = units.plan(rows)
    assert [row.wording.name for row in plan.new] == ["Test 3"]
    assert [card.id for card, _ in plan.changed] == [older, unit]
    assert plan.same == 1
    broken = (*rows, replace(incoming(4), wording=replace(incoming(4).wording, phone="x")))
    assert ground.refuses(UnitInvalid, units.import_, broken)["row"] == 5
    again = (*rows, replace(rows[1], wording=replace(rows[1].wording, hsa_id="se0000000001-demo2")))
    assert ground.refuses(UnitRepeated, units.import_, again) == {"row": 5}
    crossed = (*rows, incoming(5, criteria=Criteria(youngest=9, oldest=8)))
    assert ground.refuses(UnitInvalid, units.import_, crossed)["row"] == 5
    many = tuple(incoming(number) for number in range(IMPORT_LIMIT + 1))
    for verb in (units.plan, units.import_):
        ground.refuses(UnitsTooMany, verb, many)
    changes = units.import_(rows)
    assert same not in changes.of("unit")
    assert {older, unit} < set(changes.of("unit"))
    found = {card.unit.name: card for card in units.directory().cards}
    assert found["Test 2"].details.queue
    assert found["Test 2"].retired_at is not None
    assert found["Test 3"].details.synonyms == ("Å",)
    assert [card.number for card in units.history(unit)] == [1, 0]
    assert units.plan(rows).same == len(rows)


def test_what_is_wrong_only_together_with_the_card_is_refused(ground: Ground) -> None:
    """The card takes those up to 99; the file says from 120."""
    staff(ground)
    saved(ground)
    row = IncomingUnit(WORDING, Details(criteria=Criteria(youngest=120)), frozenset({"youngest"}))
    facts = ground.refuses(UnitInvalid, ground.desk.units.import_, (row,))
    assert facts == {"field": "oldest", "fault": "ages", "row": 1}


def test_a_failure_half_way_leaves_nothing_behind(ground: Ground) -> None:
    staff(ground)
    before = ground.desk.units.directory().cards
    with ground.refusing("unit_card_versions"), pytest.raises(Exception, match="store"):
        ground.desk.units.import_((incoming(1), incoming(2)))
    assert ground.desk.units.directory().cards == before


def test_the_old_lists_go_on_working(ground: Ground) -> None:
    unit = staff(ground)
    id = saved(ground)
    ground.desk.units.retire(id, upon=1)
    ground.sign_in("nurse")
    assert {each.id for each in ground.desk.units.all()} == {unit, id}
    assert all(isinstance(card, UnitCard) for card in ground.desk.units.directory().cards)
