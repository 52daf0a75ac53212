"""The colour roles.  A theme is one `Colours`; nothing else in the program names a colour."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ToneName(StrEnum):
    """What a mark means.  The tone never stands alone: a shape or a word goes with it."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    DANGER = "danger"
    U0 = "u0"  # urgency, DOMAIN 3.4
    U1 = "u1"
    U2 = "u2"
    U3 = "u3"
    U4 = "u4"
    U5 = "u5"
    U6 = "u6"
    UX = "ux"


@dataclass(frozen=True, slots=True)
class Tone:
    """Colours of one meaning: text on a soft ground, or the same meaning shouted."""

    ink: str  # text and icons, at least 4.5:1 on `soft` and on every ground of the theme
    soft: str  # the quiet ground
    line: str  # the hairline round the quiet ground
    solid: str  # shapes (3:1 on `soft`) and the loud ground
    on_solid: str  # text on the loud ground, 4.5:1


@dataclass(frozen=True, slots=True)
class Colours:
    """All roles of one theme, as #rrggbb."""

    # grounds, from the window's floor upwards
    canvas: str
    surface: str
    raised: str
    sunken: str
    hover: str
    pressed: str
    # what stands on them
    text: str
    muted: str
    disabled: str
    # lines: `line` only separates, `edge` bounds something one can use (3:1)
    line: str
    edge: str
    focus: str
    # the one colour of the program
    accent: str
    accent_hover: str
    accent_pressed: str
    accent_text: str  # on accent
    accent_soft: str
    accent_ink: str  # accent as text
    # chosen rows and marked text
    selection: str
    selection_text: str
    # the veil behind an open dialog
    scrim: str
    tones: dict[ToneName, Tone]

    def tone(self, name: ToneName) -> Tone:
        return self.tones[name]
