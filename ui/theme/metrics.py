"""Sizes in logical pixels: type, controls, space.  Text size and density decide them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

SIZES = (90, 100, 110, 125, 150)  # per cent of the text
Step = Literal["none", "xs", "s", "m", "l", "xl", "xxl"]


class Density(StrEnum):
    COMFORTABLE = "comfortable"
    COMPACT = "compact"


class Type(StrEnum):
    """The type scale; the names are values of the property `type` in the style sheet."""

    SMALL = "small"
    BODY = "body"
    STRONG = "strong"
    LEAD = "lead"
    TITLE = "title"
    DISPLAY = "display"


BASE_TYPE = {
    Type.SMALL: 12.0,
    Type.BODY: 14.0,
    Type.STRONG: 14.0,
    Type.LEAD: 16.0,
    Type.TITLE: 20.0,
    Type.DISPLAY: 28.0,
}
SPACE: dict[Density, dict[Step, int]] = {
    Density.COMFORTABLE: {"none": 0, "xs": 4, "s": 8, "m": 12, "l": 16, "xl": 24, "xxl": 40},
    Density.COMPACT: {"none": 0, "xs": 2, "s": 6, "m": 8, "l": 12, "xl": 16, "xxl": 28},
}


@dataclass(frozen=True, slots=True)
class Metrics:
    """Everything measured, for one text size and density."""

    scale: float
    density: Density
    focus_width: int

    def type_size(self, type_: Type) -> int:
        return max(11, round(BASE_TYPE[type_] * self.scale))

    def space(self, step: Step) -> int:
        return SPACE[self.density][step]

    @property
    def control(self) -> int:
        """Height of a button, a field or a segment."""
        return round((36 if self.density is Density.COMFORTABLE else 30) * self.scale)

    @property
    def row(self) -> int:
        """Height of a row in a list."""
        return round((38 if self.density is Density.COMFORTABLE else 29) * self.scale)

    @property
    def padding(self) -> int:
        """Inside a control, left and right."""
        return round((12 if self.density is Density.COMFORTABLE else 10) * self.scale)

    @property
    def icon(self) -> int:
        return round(18 * self.scale)

    @property
    def key_cap(self) -> int:
        """Height of a key cap and of the line it stands in."""
        return round(self.type_size(Type.SMALL) * 1.5) + 1

    @property
    def mark(self) -> int:
        """Side of the program's mark, and of an operator's initials, at the door."""
        return 2 * round(26 * self.scale)

    @property
    def radius(self) -> int:
        return 7 if self.density is Density.COMFORTABLE else 6

    @property
    def card_radius(self) -> int:
        return 12 if self.density is Density.COMFORTABLE else 9
