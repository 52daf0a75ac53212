"""A directory for the tests of the screen: a few units, who is on call, a leader to write it."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from kundcenter.domain.access import Role
from kundcenter.domain.on_call import Turn
from kundcenter.domain.opening_text import read_hours
from kundcenter.domain.unit_cards import (
    Criteria,
    Details,
    LineFunction,
    Notice,
    PhoneLine,
    RelatedUnit,
    RelationKind,
)
from kundcenter.domain.unit_wordings import UnitWording
from kundcenter.domain.units import UnitKind
from tests.ground import Ground

HSA = "SE0000000001-DEMO"
NIGHT = datetime(2026, 11, 21, 21, 30, tzinfo=UTC)  # a Saturday, 22:30 in Sweden
VC_HOURS = "mån-fre 08:00-17:00; 2026-12-24 stängt"


@dataclass(frozen=True, slots=True)
class Placed:
    """The ids of the units."""

    health_centre: UUID
    out_of_hours: UUID
    emergency: UUID


@contextmanager
def lane() -> Iterator[ThreadPoolExecutor]:
    """The GUI thread may not open the store."""
    with ThreadPoolExecutor(1) as made:
        yield made


def furnish_directory(ground: Ground) -> Placed:
    """Three units with cards, two on call, a leader; the administrator signs out again."""
    with lane() as store:
        return store.submit(_furnish, ground).result()


def _furnish(ground: Ground) -> Placed:
    ground.desk.sessions.sign_in("admin", "tolv gröna krukor")
    ground.operator("leader", Role.SUPERVISOR_NURSE, position="Arbetsledare")
    units = ground.desk.units
    emergency = units.save(
        None,
        UnitWording(
            f"{HSA}AKUT",
            "Akutmottagningen Testberga",
            UnitKind.EMERGENCY,
            "Testberga",
            "+46980319240",
        ),
        Details(hours=read_hours("mån-sön dygnet runt")),
    ).the("unit")
    out_of_hours = units.save(
        None,
        UnitWording(
            f"{HSA}NARAKUT",
            "Närakuten Testberga",
            UnitKind.OUT_OF_HOURS,
            "Testberga",
            "+46980319241",
        ),
        Details(hours=read_hours("mån-fre 17:00-22:00; lör 10:00-22:00; sön 10:00-22:00")),
    ).the("unit")
    health_centre = units.save(
        None,
        UnitWording(
            f"{HSA}VC", "Ängsgärdets vårdcentral", UnitKind.PRIMARY_CARE, "Åby", "+46980319242"
        ),
        _details(ground.clock.at),
    ).the("unit")
    start, end = ground.clock.at - timedelta(hours=1), NIGHT + timedelta(hours=9)
    for place, name, deputy in ((1, "Test Jourläkare", False), (2, "Test Bakjour", True)):
        ground.desk.on_call.put(
            None,
            Turn(
                "Läkarjour primärvård",
                None,
                start,
                end,
                place,
                f"+4698031925{place}",
                name=name,
                deputy=deputy,
            ),
        )
    ground.desk.sessions.sign_out()
    return Placed(health_centre, out_of_hours, emergency)


def _details(at: datetime) -> Details:
    staff = frozenset({Role.NURSE, Role.SUPERVISOR_NURSE})
    return Details(
        public_name="Ängsgärdets vårdcentral",
        street="Testgatan 1",
        postal="555 55 Teststad",
        way="Entré B, plan 2",
        hours=read_hours(VC_HOURS),
        lines=(
            PhoneLine(LineFunction.ADVICE, "+46980319243", read_hours("mån-fre 08:00-11:00")),
            PhoneLine(LineFunction.STAFF, "+46980319244", roles=staff, comment="Vård till vård"),
        ),
        notices=(Notice("Provtagningen har flyttat till plan 1.", at - timedelta(days=1)),),
        criteria=Criteria(
            youngest=16,
            takes=frozenset({"FEBER", "HALSONT"}),
            send_here="Listade, samma dag.",
            not_here="Sårskador efter klockan 15.",
            signed_off_on=date(2026, 2, 1),
            signed_off_by="Test Verksamhetschef",
        ),
        related=(RelatedUnit(RelationKind.TAKES_OVER, f"{HSA}NARAKUT"),),
        synonyms=("Ängen",),
        queue=True,
        bookable=True,
    )
