"""What two desks write in the directory at once: nothing merged by guesses, nothing lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from kundcenter.domain.feed import Verdict
from kundcenter.domain.on_call import Turn
from kundcenter.domain.unit_cards import Details
from kundcenter.domain.unit_wordings import IncomingUnit, UnitWording
from kundcenter.domain.units import UnitKind
from tests.ground import MORNING, NUMBER
from tests.services.shift_guiding import FULL, WORDING
from tests.sync.ground import Side
from tests.sync.test_two_at_once import Three, agree, both

TURN = Turn("Psykiatrijour", None, MORNING, MORNING + timedelta(days=1), 1, NUMBER)


def begun(three: Three) -> tuple[UUID, UUID]:
    """Two supervisors at their desks, and two units that both know."""
    both(three)
    one = three[1]
    units = [
        one.desk.units.save(None, replace(WORDING, hsa_id=f"SE0000000001-DEMO{n}"), FULL)
        for n in "PQ"
    ]
    agree(three)
    return units[0].the("unit"), units[1].the("unit")


def rejected(three: Three, at: Side, code: str) -> None:
    """The one claim of this desk that the centre has turned away, with its reason."""
    assert three[0].central.counts()[Verdict.REJECTED] == 1
    (item,) = at.desk.work_items.waiting()
    assert item.code == code


def test_the_second_who_saves_a_card_is_told(three: Three) -> None:
    a, _ = begun(three)
    _, one, other = three
    one.desk.units.save(
        a, replace(WORDING, hsa_id="SE0000000001-DEMOP", name="Ettan"), FULL, upon=1
    )
    other.desk.units.retire(a, upon=1)
    agree(three)
    rejected(three, other, "unit.stale")
    for side in (one, other):
        assert side.desk.units.card(a).unit.name == "Ettan"
        assert [card.number for card in side.desk.units.history(a)] == [2, 1]


def test_one_unit_added_at_two_desks_stands_once(three: Three) -> None:
    begun(three)
    _, one, other = three
    one.desk.units.save(None, replace(WORDING, hsa_id="SE0000000001-DEMOX"), FULL)
    other.desk.units.save(None, replace(WORDING, hsa_id="se0000000001-demox"), FULL)
    agree(three)
    rejected(three, other, "unit.hsa_taken")


def test_two_files_are_both_brought_in_each_upon_the_other(three: Three) -> None:
    """What was new at one desk is a change at the centre, and what was the same is one too."""
    a, _ = begun(three)
    centre, one, other = three
    new = UnitWording("SE0000000001-DEMOX", "Ny enhet", UnitKind.SPECIALIST)
    there = replace(WORDING, hsa_id="SE0000000001-DEMOP")
    one.desk.units.import_(
        (
            IncomingUnit(new, Details(way="Port A"), frozenset({"way"})),
            IncomingUnit(there, Details(way="Port A"), frozenset({"way"})),
        )
    )
    other.desk.units.import_(
        (
            IncomingUnit(new, Details(street="Testgatan 2"), frozenset({"street"})),
            IncomingUnit(there, Details(way=FULL.way), frozenset({"way"})),
        )
    )
    agree(three)
    assert set(centre.central.counts()) == {Verdict.APPLIED}
    units = one.desk.units
    (found,) = (card for card in units.directory().cards if card.unit.name == "Ny enhet")
    assert (found.details.way, found.details.street) == ("Port A", "Testgatan 2")
    assert [card.details.way for card in units.history(a)] == [FULL.way, "Port A", FULL.way]


def test_of_two_orders_at_once_one_stands_everywhere(three: Three) -> None:
    a, b = begun(three)
    centre, one, other = three
    one.desk.redirects.set(a, b, "Full")
    other.desk.redirects.set(a, None, "Stängt")
    agree(three)
    assert set(centre.central.counts()) == {Verdict.APPLIED}
    for side in (one, other):
        (order,) = side.desk.redirects.standing()
        assert (order.to_id, order.reason) == (None, "Stängt")


def test_what_both_lift_is_lifted(three: Three) -> None:
    a, b = begun(three)
    centre, one, other = three
    order = one.desk.redirects.set(a, b, "Full").the("redirect")
    agree(three)
    one.desk.redirects.lift(order)
    other.desk.redirects.lift(order)
    agree(three)
    assert set(centre.central.counts()) == {Verdict.APPLIED}
    assert one.desk.redirects.standing() == ()


def test_two_orders_that_would_make_a_ring_do_not(three: Three) -> None:
    a, b = begun(three)
    _, one, other = three
    one.desk.redirects.set(a, b, "Full")
    other.desk.redirects.set(b, a, "Full")
    agree(three)
    rejected(three, other, "redirect.to_itself")
    assert [order.unit_id for order in other.desk.redirects.standing()] == [a]


def test_one_place_in_the_order_is_given_once(three: Three) -> None:
    begun(three)
    _, one, other = three
    one.desk.on_call.put(None, TURN)
    other.desk.on_call.put(None, replace(TURN, phone="1177"))
    agree(three)
    rejected(three, other, "duty.taken")
    assert [duty.phone for duty in other.desk.on_call.now()] == [NUMBER]


def test_one_roster_brought_in_at_both_desks_stands_once(three: Three) -> None:
    begun(three)
    centre, one, other = three
    for side in (one, other):
        side.desk.on_call.import_((TURN, replace(TURN, deputy=True)))
    agree(three)
    assert set(centre.central.counts()) == {Verdict.APPLIED}
    assert len(one.desk.on_call.now()) == 2
