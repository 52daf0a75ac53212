"""A number that other roles keep to themselves comes with no referral."""

from __future__ import annotations

from dataclasses import replace

from kundcenter.domain.access import Role
from kundcenter.domain.unit_cards import Details, LineFunction, PhoneLine
from kundcenter.domain.unit_wordings import UnitWording
from kundcenter.domain.units import UnitKind
from tests.ground import ASKED, NUMBER, WHOLE, Ground

KEPT = "+46701740606"


def test_neither_sbar_nor_page_carries_a_number_of_another_role(ground: Ground) -> None:
    ground.begin()
    ground.operator("anna", Role.NURSE)
    line = PhoneLine(LineFunction.ON_CALL, KEPT, roles=frozenset({Role.SWITCHBOARD}))
    wording = UnitWording("SE0000000001-NA", "Närakuten", UnitKind.OUT_OF_HOURS, "Habo", NUMBER)
    unit = ground.desk.units.save(None, wording, Details(lines=(line,))).the("unit")
    ground.sign_in("anna")
    note = replace(WHOLE, outcome="NARAKUT", unit_id=unit, urgency="U2")
    entry = ground.desk.journal.write(ground.person(), note).the("entry")
    referral = ground.desk.referrals.make(entry).the("referral")
    sheet = ground.desk.referrals.to_read(entry, ASKED)
    page = ground.desk.referrals.take_print(referral, "Närakuten", ASKED)
    for card in (sheet.card, page.card):
        assert card is not None
        assert card.unit.name == "Närakuten"
        assert card.details.lines == ()
