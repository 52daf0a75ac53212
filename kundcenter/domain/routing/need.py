"""What is asked when a caller is to be guided: how urgent, when, for whom, and where they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from uuid import UUID

from kundcenter.domain.identity import Sex
from kundcenter.domain.unit_cards import Spot

LIFE_THREAT = "U0"  # DOMAIN §3.4
# How long care can wait, by urgency (DOMAIN §3.4); a code set may have other limits.
WITHIN: Mapping[str, timedelta] = MappingProxyType(
    {
        "U0": timedelta(0),
        "U1": timedelta(0),
        "U2": timedelta(hours=4),
        "U3": timedelta(hours=24),
        "U4": timedelta(hours=72),
    }
)


@dataclass(frozen=True, slots=True)
class Need:
    """One caller's need, as far as it is known.  What is unknown is told, and never guessed.

    `urgency` and `reason` are codes of the code set, empty while nobody has chosen.  `at` is when
    the patient sets out, an aware instant.  `age` is in whole years.  `listed` is the unit at which
    the patient is listed.  `municipality` and `spot` are where the patient is now.  `region` names
    another region at which the patient is listed; empty for this one, or when nobody knows.
    """

    urgency: str
    at: datetime
    age: int | None
    sex: Sex | None = None
    reason: str = ""
    listed: UUID | None = None
    municipality: str = ""
    spot: Spot | None = None
    region: str = ""

    @property
    def life_threat(self) -> bool:
        return self.urgency == LIFE_THREAT
