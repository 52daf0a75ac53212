"""Rules of cancelled visits to show the program with: the facts of DOMAIN §6.1–6.2, gathered.

A demonstration.  Amounts, limits and whom they spare are each region's own to confirm; of the demo
region the page gives no sum for adults ("motsvarande patientavgiften"), so 250 kr stands for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from kundcenter.demo.chance import ID_BITS, chance_of, id_at
from kundcenter.domain.access import Role
from kundcenter.domain.bookings import CareType
from kundcenter.domain.cancellations import (
    CancelRule,
    CancelRules,
    ExceptionClaim,
    checked_own,
    checked_rules,
)
from kundcenter.domain.operators import Operator

OWN = "06"

_DAY = 24
_MOST = (
    ExceptionClaim.ACUTELY_ILL,
    ExceptionClaim.CHILD_ILL,
    ExceptionClaim.REDUCED_AUTONOMY,
    ExceptionClaim.INVITATION_NOT_RECEIVED,
    ExceptionClaim.CANCELLED_BY_CARE,
    ExceptionClaim.PROTECTED,
)
_OREBRO = (
    ExceptionClaim.ACUTELY_ILL,
    ExceptionClaim.CHILD_ILL,
    ExceptionClaim.REDUCED_AUTONOMY,
    ExceptionClaim.VACCINATION,
    ExceptionClaim.PROTECTED,
)
_ADULT = 20
_JONKOPING = "1177.se Jönköpings län, uteblivet besök (demonstration)"
_STOCKHOLM = "1177.se Stockholm, uteblivet besök (demonstration)"
_VGR = "1177.se Västra Götaland, uteblivet besök (demonstration)"
_ORE = "Region Örebro län, avgiftshandbok (demonstration)"


def demo_rules() -> tuple[CancelRule, ...]:
    """The lines of the edition, as they are stored."""
    return checked_rules(tuple(_lines()))


def cancel_rules(
    operators: tuple[Operator, ...], *, seed: int, at: datetime
) -> Iterator[CancelRules]:
    """The one edition, published at the instant by the medical lead."""
    lead = next(each for each in operators if Role.MEDICAL_LEAD in each.roles)
    rules = demo_rules()
    yield CancelRules(
        id=id_at(at, chance_of(seed, "cancel_rules").getrandbits(ID_BITS)),
        number=1,
        rules=rules,
        published_at=at,
        published_by=lead.id,
        comment="Demonstration",
        demonstration=True,
        own=checked_own(OWN, rules),
    )


def _lines() -> Iterator[CancelRule]:
    for care, hours in ((CareType.SPECIALIST, 3 * _DAY), (CareType.OTHER, _DAY)):
        travel = care is CareType.SPECIALIST
        for amount, youngest, oldest in ((100, 0, _ADULT - 1), (250, _ADULT, 150)):
            yield CancelRule(
                OWN,
                care,
                hours,
                amount,
                age_from=youngest,
                age_to=oldest,
                exceptions=_MOST,
                travel_paid=travel,
                source=_JONKOPING,
            )
    for care in CareType:
        yield CancelRule(
            "01", care, _DAY, 400, exceptions=_MOST, next_free=False, source=_STOCKHOLM
        )
    for care in CareType:
        yield CancelRule("14", care, _DAY, 300, exceptions=_MOST, next_free=False, source=_VGR)
    for care, amount in ((CareType.SPECIALIST, 330), (CareType.OTHER, 220)):
        yield CancelRule(
            "18",
            care,
            _DAY,
            amount,
            exceptions=_OREBRO,
            next_free=False,
            attempts=3,
            source=_ORE,
        )
