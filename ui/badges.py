"""What a small mark says: a word, a shape and a tone.  Never a colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ui.theme.colours import ToneName


class Shape(StrEnum):
    """Names of icons in resources/icons."""

    TRIANGLE = "shape-triangle"
    SQUARE = "shape-square"
    DIAMOND = "shape-diamond"
    DOT = "shape-dot"
    RING = "shape-ring"
    BOX = "shape-box"
    DASH = "shape-dash"


@dataclass(frozen=True, slots=True)
class Badge:
    """A mark in a list, on a card or in the strip; `icon` is the name of any icon or a `Shape`."""

    text: str
    tone: ToneName = ToneName.NEUTRAL
    icon: str | None = None


URGENCY: dict[str, tuple[ToneName, Shape | None]] = {
    "U0": (ToneName.U0, Shape.TRIANGLE),
    "U1": (ToneName.U1, Shape.SQUARE),
    "U2": (ToneName.U2, Shape.DIAMOND),
    "U3": (ToneName.U3, Shape.DOT),
    "U4": (ToneName.U4, Shape.RING),
    "U5": (ToneName.U5, Shape.BOX),
    "U6": (ToneName.U6, Shape.DASH),
    "UX": (ToneName.UX, None),
}


def urgency_badge(code: str, text: str) -> Badge:
    """The mark of an urgency code of DOMAIN 3.4 with the region's own words for it."""
    tone, shape = URGENCY[code]
    return Badge(text, tone, shape)
