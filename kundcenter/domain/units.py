"""Units that callers are guided to.  The directory with hours and rules grows from here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from kundcenter.errors import NotFound

_LOWER = {ord(upper): upper.lower() for upper in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}


class UnitNotFound(NotFound):
    """No unit has the id.  Facts: id."""

    code = "unit.not_found"


class UnitKind(StrEnum):
    PRIMARY_CARE = "VC"
    OUT_OF_HOURS = "NARAKUT"
    EMERGENCY = "AKUT"
    PAEDIATRIC_EMERGENCY = "BARNAKUT"
    PSYCHIATRIC_EMERGENCY = "PSYKAKUT"
    MATERNITY = "FORLOSSNING"
    SPECIALIST = "SPECIALIST"
    MOTHER_AND_CHILD = "MVC_BVC"


@dataclass(frozen=True, slots=True)
class Unit:
    """`hsa_id` is the national identity of the unit; `phone` is E.164."""

    id: UUID
    hsa_id: str
    name: str
    kind: UnitKind
    municipality: str
    phone: str
    hours: str = ""


def hsa_key(hsa_id: str) -> str:
    """An HSA-id as it is compared: without regard to case (DOMAIN §9).

    Only A–Z have case here, as in both stores: an HSA-id has no other letters.
    """
    return hsa_id.strip().translate(_LOWER)
