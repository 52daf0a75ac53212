"""A file with a directory, rules in force and a content pack: Saturday evening, nobody has called.

Units and rules are invented; the pack is the demonstration's own.
"""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import resources
from db import packs as pack_rows
from db import rule_sets
from kundcenter.domain.opening_text import read_hours
from kundcenter.domain.packs import Pack
from kundcenter.domain.packs.files import read_pack
from kundcenter.domain.routing.rules import Rule, RuleSet, When
from kundcenter.domain.unit_cards import Criteria, Details
from kundcenter.domain.unit_wordings import UnitWording
from kundcenter.domain.units import UnitKind
from kundcenter.start.desk import new_id, published_codes
from tests.ground import CHILD, PASSWORD, Ground

EVENING = datetime(2026, 11, 21, 20, 50, tzinfo=UTC)  # Saturday 21:50
RULES = 7
CLINIC, AKUT, CHILDREN, CENTRE = (
    "Närakuten Testtorget",
    "Akuten Testsjukhuset",
    "Barnakuten Testsjukhuset",
    "Vårdcentralen Ankdammen",
)
HOURS = {
    CLINIC: "mån-sön 08:00-22:00; helg 08:00-22:00",
    AKUT: "mån-sön dygnet runt",
    CHILDREN: "mån-sön dygnet runt",
    CENTRE: "mån-fre 08:00-17:00",
}
KINDS = {
    CLINIC: UnitKind.OUT_OF_HOURS,
    AKUT: UnitKind.EMERGENCY,
    CHILDREN: UnitKind.PAEDIATRIC_EMERGENCY,
    CENTRE: UnitKind.PRIMARY_CARE,
}
SOON = frozenset({"U1", "U2", "U3"})


def rules_of(by: UUID, at: datetime) -> RuleSet:
    """Children to the children's emergency, others to the clinic, who can wait to their own."""
    rules = (
        Rule("BARN", 1, When(urgencies=SOON, oldest=17), "BARNAKUT",
             UnitKind.PAEDIATRIC_EMERGENCY, sentence="Barn bedöms på barnakuten på kvällen"),
        Rule("NARA", 2, When(urgencies=SOON), "NARAKUT", UnitKind.OUT_OF_HOURS,
             sentence="Närakuten tar det som inte kan vänta"),
        Rule("AKUT", 3, When(urgencies=SOON, youngest=16), "AKUT", UnitKind.EMERGENCY,
             sentence="Akuten är öppen dygnet runt"),
        Rule("EGEN", 4, When(urgencies=frozenset({"U6"})), "EGENVARD",
             sentence="Egenvård räcker"),
    )  # fmt: skip
    return RuleSet(
        id=new_id(),
        number=RULES,
        title="Påhittade regler",
        rules=rules,
        cases=(),
        edition=1,
        changed_at=at,
        changed_by=by,
        published_at=at,
        published_by=by,
        review_on=date(2027, 11, 21),
        demonstration=True,
    )


def furnish_guidance(ground: Ground) -> None:
    """What a nurse is guided by, put there by those who may; the clock stands at the evening."""
    ground.desk.sessions.sign_in("admin", PASSWORD)
    editor = ground.desk.operators.me().id
    for at, (name, hours) in enumerate(HOURS.items(), 1):
        wording = UnitWording(
            f"SE0000000001-DEMO{at:04}", name, KINDS[name], "Jönköping", "+46701740610"
        )
        criteria = Criteria(oldest=17) if name == CHILDREN else Criteria()
        details = Details(hours=read_hours(hours), criteria=criteria)
        ground.desk.units.save(None, wording, details)
    ground.sign_in("nurse")
    ground.person(CHILD)
    ground.desk.sessions.sign_out()
    ground.clock.at = EVENING
    with ground.engine.begin() as connection:
        rule_sets.rows.put(connection, rules_of(editor, EVENING))
        pack_rows.rows.put(connection, demo_pack(editor))


def demo_pack(by: UUID) -> Pack:
    """The demonstration's pack, approved."""
    path = Path(resources.__file__).parent / "packs" / "demo-2026-1.toml"
    text = path.read_text(encoding="utf-8")
    assert tomllib.loads(text)["demonstration"]
    codes = published_codes()
    content = read_pack(text, codes[max(codes)])
    return Pack(new_id(), content, EVENING, by, EVENING, by, "Test Läkare, medicinskt ansvarig")
