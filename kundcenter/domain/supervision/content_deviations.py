"""How often nurses chose something else than the rules said, by edition of the rules.

It tells the owner of the rules where they do not fit; it tells nothing of any nurse.  As the
statistics do (DOMAIN §3.6, R9) it counts the last referral of each entry.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from kundcenter.domain.referrals import Referral


@dataclass(frozen=True, slots=True)
class ContentDeviation:
    """`count` of the `of` entries that were guided under the edition deviated for that reason.

    `rules` is the number of the edition, 0 for none; `outcome` what was chosen instead.
    """

    rules: int
    deviation: str
    outcome: str
    count: int
    of: int


def content_deviations(referrals: Iterable[Referral]) -> tuple[ContentDeviation, ...]:
    """The most first, then the newest edition."""
    last: Mapping[UUID, Referral] = {
        each.entry_id: each for each in sorted(referrals, key=lambda r: (r.made_at, r.id))
    }
    guided = Counter(each.rules for each in last.values())
    counts = Counter(
        (each.rules, each.deviation, each.outcome) for each in last.values() if each.deviation
    )
    found = (
        ContentDeviation(rules, deviation, outcome, count, guided[rules])
        for (rules, deviation, outcome), count in counts.items()
    )
    return tuple(sorted(found, key=lambda e: (-e.count, -e.rules, e.deviation, e.outcome)))
