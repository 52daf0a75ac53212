"""The content packs of the demo region: those that the program carries, approved and in force."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import resources.packs
from kundcenter.demo.chance import ID_BITS, chance_of, id_at
from kundcenter.domain.access import Role
from kundcenter.domain.operators import Operator
from kundcenter.domain.packs import Content, Pack
from kundcenter.domain.packs.files import read_pack
from kundcenter.domain.triage import CodeSet


def published_packs(codes: CodeSet) -> tuple[Content, ...]:
    """Every pack that the program carries.  All of them are demonstrations."""
    return tuple(read_pack(text, codes) for text in resources.packs.texts())


def packs(
    operators: tuple[Operator, ...], codes: CodeSet, *, seed: int, at: datetime
) -> Iterator[Pack]:
    """Each pack, brought in and approved about the instant by the medical lead."""
    chance = chance_of(seed, "packs")
    lead = next(each for each in operators if Role.MEDICAL_LEAD in each.roles)
    for content in published_packs(codes):
        yield Pack(
            id=id_at(at, chance.getrandbits(ID_BITS)),
            content=content,
            imported_at=at,
            imported_by=lead.id,
            approved_at=at,
            approved_by=lead.id,
            approver=f"{lead.name}, {lead.position}",
        )
