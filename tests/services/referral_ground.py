"""Who refers, where to, and out of which notes, for the tests of referrals."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from kundcenter.domain.access import Role
from kundcenter.domain.journal import Note
from kundcenter.domain.referrals import (
    ToldReferral,
)
from kundcenter.domain.units import UnitKind
from tests.ground import NUMBER, PASSWORD, WHOLE, Ground

LATER = timedelta(hours=3)
DAY = timedelta(days=1)
ELSEWHERE = "SE0000000001-DEMO2"
S, B, A, R = "SBAR"


def staff(ground: Ground) -> UUID:
    """Nurses of two units, a supervisor, and a place to send to; anna is seated."""
    ground.begin()
    out = ground.desk.units.add(
        "SE0000000001-DEMONA",
        "Närakuten Test",
        kind=UnitKind.OUT_OF_HOURS,
        municipality="Jönköping",
        phone=NUMBER,
        hours="",
    ).the("unit")
    ground.operator("anna", Role.NURSE)
    ground.operator("bo", Role.NURSE)
    ground.operator("eva", Role.SUPERVISOR_NURSE)
    other = ground.desk.operators.add(
        "cia", "Test Cia", roles=frozenset({Role.NURSE}), care_unit=ELSEWHERE
    )
    ground.desk.operators.give_password(other.the("operator"), PASSWORD)
    ground.sign_in("anna")
    return out


def sent(unit: UUID | None, outcome: str = "NARAKUT") -> Note:
    return replace(
        WHOLE,
        outcome=outcome,
        unit_id=unit,
        urgency="U2",
        interpreter_kind="TELEFONTOLK",
        interpreter_language="so",
    )


def written(ground: Ground, note: Note) -> UUID:
    if "woman" not in ground.people:
        ground.people["woman"] = ground.person()
    return ground.desk.journal.write(ground.people["woman"], note).the("entry")


def only(ground: Ground, entry: UUID) -> ToldReferral:
    (told,) = ground.desk.referrals.of_entry(entry)
    return told
