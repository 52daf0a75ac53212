"""Whom the simulated callers call about: official test personnummer only (DOMAIN §1.6)."""

from __future__ import annotations

import json
import re
from pathlib import Path

MOST_PERSONS = 100_000

_TWELVE_DIGITS = re.compile(r"[0-9]{12}")

# Skatteverket's test numbers; a man and a woman of each age that a kundcenter hears from
TEST_PERSONS = (
    "192105309195",
    "192107249241",
    "192605218110",
    "192612049029",
    "193406178354",
    "193406248827",
    "194106177753",
    "194108109168",
    "194807141777",
    "194806172682",
    "195305232570",
    "195306172460",
    "195907142599",
    "195909122821",
    "196407133252",
    "196407313607",
    "197207172391",
    "197206099280",
    "198107022397",
    "198107022389",
    "198807012391",
    "198807022382",
    "199307012394",
    "199307022385",
    "199606282391",
    "199606232388",
    "200006302392",
    "200006282388",
    "200407022391",
    "200407022383",
    "200807022397",
    "200807022389",
    "201207022391",
    "201207022383",
    "201507022398",
    "201507032389",
    "201707032395",
    "201707022388",
    "201907022394",
    "201907032385",
    "202106302397",
    "202107072387",
    "202207022399",
    "202207012382",
    "202307032397",
    "202307042388",
)


def read_persons(path: Path) -> tuple[str, ...]:
    """Numbers of twelve digits from a file: one a line, or a JSON list of strings.

    Raises OSError, and ValueError with the place of the first thing that is not such a number.
    """
    text = path.read_text(encoding="utf-8")
    found = json.loads(text) if text.lstrip().startswith("[") else text.split()
    if not found or len(found) > MOST_PERSONS:
        raise ValueError(f"1 to {MOST_PERSONS} numbers are wanted, {len(found)} were found")
    for place, number in enumerate(found, start=1):
        if not (isinstance(number, str) and _TWELVE_DIGITS.fullmatch(number)):
            raise ValueError(f"number {place} is not twelve digits")
    return tuple(found)
