"""A shift's work on the content packs: brought in, approved, worded, followed and retired."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from kundcenter.domain.access import Role
from tests.ground import Ground
from tests.packs import COUGH, FEVER, PACK


def packs(ground: Ground) -> None:
    """The medical lead takes the administrator's seat, and then gives it back."""
    ground.operator("lena", Role.MEDICAL_LEAD, position="Läkare")
    ground.sign_in("lena")
    packs, today = ground.desk.packs, ground.clock.at.date()
    pack = replace(
        PACK, written_on=today - timedelta(days=30), review_on=today + timedelta(days=300)
    )
    first = packs.import_(pack).the("pack")
    packs.approve(first)
    packs.edit("test", "FEBER", replace(FEVER, title="Hög\u00a0 feber 😀"), upon=0)
    packs.edit("test", "HOSTA", replace(COUGH, words=("rosslar",)), upon=0)
    packs.take_back("test", "HOSTA", upon=1)
    newer = replace(pack, version="2", topics=(replace(FEVER, call_back=("Ny.",)),))
    packs.approve(packs.import_(newer).the("pack"))
    packs.retire(first)
    ground.sign_in("admin")
