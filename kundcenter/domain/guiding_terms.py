"""What a region has decided about guiding: one switch and one assumption."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST_WAY = 480  # minutes


@dataclass(frozen=True, slots=True)
class GuidingTerms:
    """`book_primary_care`: 1177 books times at primary care centres too (DOMAIN, rule 18).

    `way_minutes` is how long the way to a unit is taken to be when a place is not known.
    """

    book_primary_care: bool = False
    way_minutes: int = 60
