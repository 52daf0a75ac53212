"""A shift's work on what callers are guided by: the directory, orders, who is on call."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from kundcenter.domain.access import Role
from kundcenter.domain.calendar import DayClass
from kundcenter.domain.on_call import Turn
from kundcenter.domain.opening import Hours, OtherHours, Span
from kundcenter.domain.routing.rules import Case, Rule, When
from kundcenter.domain.routing.text import RulesText
from kundcenter.domain.unit_cards import (
    Criteria,
    Details,
    LineFunction,
    Notice,
    PhoneLine,
    RelatedUnit,
    RelationKind,
    Spot,
)
from kundcenter.domain.unit_wordings import IncomingUnit, UnitWording
from kundcenter.domain.units import UnitKind
from tests.ground import MORNING, NUMBER, Ground

OTHER_NUMBER = "+46701740606"
WORDING = UnitWording(
    "SE0000000001-DEMOA", "Närakuten Test", UnitKind.OUT_OF_HOURS, "Jönköping", NUMBER
)
WEEK = Hours(
    (Span(1, 480, 5, 1_020), Span(6, 600, 6, 840, "Endast bokade tider")),
    (OtherHours(date(2026, 12, 24), date(2026, 12, 26), comment="Jul"),),
)
FULL = Details(
    public_name="Närakuten",
    street="Testgatan 1",
    postal="555 55 Teststad",
    way="Port B.\nRing på klockan 😀.",
    spot=Spot(57_780_000, 14_160_000),
    hours=WEEK,
    lines=(
        PhoneLine(LineFunction.BOOKING, NUMBER, WEEK),
        PhoneLine(LineFunction.STAFF, OTHER_NUMBER, roles=frozenset({Role.NURSE})),
    ),
    notices=(Notice("Stängt för ombyggnad.", MORNING, MORNING + timedelta(days=3)),),
    criteria=Criteria(
        youngest=2,
        oldest=99,
        takes=frozenset({"FEBER"}),
        refuses=frozenset({"BROSTSMARTA"}),
        send_here="Feber och hosta.",
        not_here="Bröstsmärta.",
        signed_off_on=date(2026, 9, 1),
        signed_off_by="Verksamhetschefen",
    ),
    related=(RelatedUnit(RelationKind.TAKES_OVER, "SE0000000001-DEMOB"),),
    synonyms=("Jourcentralen", "Primärvårdsjouren"),
    queue=True,
    bookable=True,
    web="https://example.com/narakuten",
)


def directory(ground: Ground, unit: UUID) -> UUID:
    """A card for a unit that had none, a new unit, a file of units; one goes and comes back.

    Returns the new unit.
    """
    units = ground.desk.units
    new = units.save(None, WORDING, FULL).the("unit")
    units.save(unit, UnitWording.of(units.card(unit).unit), Details(queue=True), upon=0)
    row = IncomingUnit(WORDING, Details(way="Ny ingång."), frozenset({"way"}))
    other = UnitWording("SE0000000001-DEMOC", "Akuten Test", UnitKind.EMERGENCY)
    units.import_((row, IncomingUnit(other, Details())))
    units.retire(new, upon=2, replaced_by=unit)
    units.restore(new, upon=3)
    return new


def redirects(ground: Ground, unit: UUID, other: UUID) -> None:
    """An order that another takes the place of, which is lifted."""
    redirects = ground.desk.redirects
    redirects.set(unit, other, "Vattenläcka", ground.clock.at + timedelta(hours=6))
    redirects.set(unit, None, "Stängt helt")
    (order,) = redirects.standing()
    redirects.lift(order.id)


def rules(ground: Ground, unit: UUID) -> None:
    """A draft that is given up; another, worded, and put in force by the medical lead (lena)."""
    ground.sign_in("lena")
    rules = ground.desk.rules
    rules.drop(rules.begin("Utkast").the("rules"), upon=1)
    draft = rules.begin("Regler").the("rules")
    hsa_id = ground.desk.units.card(unit).unit.hsa_id
    own = When(frozenset({"U3"}), frozenset({DayClass.LORDAG_AFTON}), 360, 1_200, listed=True)
    case = Case("Egen", "U3", MORNING, 40, "FEBER", hsa_id, "Jönköping", "VC", hsa_id, ("AKUT",))
    worded = RulesText(
        "Regler 1",
        (Rule("EGEN", 1, own, "VC", UnitKind.PRIMARY_CARE, own=True, sentence="Den egna."),),
        (case,),
        date(2027, 1, 1),
    )
    rules.save(draft, worded, upon=1)
    rules.publish(draft, upon=2)
    ground.sign_in("admin")


def on_call(ground: Ground, unit: UUID) -> None:
    """A roster with its deputy, changed, and one turn taken off it."""
    on_call = ground.desk.on_call
    until = MORNING + timedelta(hours=12)
    turn = Turn("Psykiatrijour", unit, MORNING, until, 1, NUMBER, "Test Jour")
    id = on_call.put(None, turn).the("duty")
    on_call.put(id, Turn("Psykiatrijour", unit, MORNING, until, 1, "1177"), upon=1)
    on_call.import_((Turn("Psykiatrijour", unit, MORNING, until, 1, NUMBER, deputy=True),))
    on_call.remove(id, upon=2)
