"""The three themes: light, dark and high contrast.  Warm neutrals and one calm petrol green."""

from __future__ import annotations

from enum import StrEnum

from ui.theme.colours import Colours, Tone, ToneName


class ThemeName(StrEnum):
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


LIGHT = Colours(
    canvas="#F4F1EC",
    surface="#FAF8F5",
    raised="#FFFFFF",
    sunken="#EDE8E0",
    hover="#EFEBE4",
    pressed="#E4DED4",
    text="#24211D",
    muted="#5E574E",
    disabled="#8C8478",
    line="#E3DDD3",
    edge="#8C8377",
    focus="#3B5BDB",
    accent="#0F6A67",
    accent_hover="#0B5A57",
    accent_pressed="#084A48",
    accent_text="#FFFFFF",
    accent_soft="#DCEDEA",
    accent_ink="#0B5F5C",
    selection="#DCEDEA",
    selection_text="#24211D",
    scrim="#24211D",
    tones={
        ToneName.NEUTRAL: Tone("#5A534A", "#ECE7DF", "#DAD3C8", "#6E665B", "#FFFFFF"),
        ToneName.ACCENT: Tone("#0B5F5C", "#DCEDEA", "#BFDDD8", "#0F6A67", "#FFFFFF"),
        ToneName.INFO: Tone("#1E5084", "#E2EDF8", "#C5DBF0", "#2A67A5", "#FFFFFF"),
        ToneName.SUCCESS: Tone("#20603A", "#E0F0E3", "#C1DFC8", "#2B7848", "#FFFFFF"),
        ToneName.WARNING: Tone("#744700", "#FBEDD0", "#EFD7A4", "#9C5D00", "#FFFFFF"),
        ToneName.DANGER: Tone("#9F2A1E", "#FBE5E1", "#F1C6BF", "#B5372A", "#FFFFFF"),
        ToneName.U0: Tone("#9A1B12", "#F9D5CF", "#EFB3AA", "#A8201A", "#FFFFFF"),
        ToneName.U1: Tone("#9F2A1E", "#FBE5E1", "#F1C6BF", "#B5372A", "#FFFFFF"),
        ToneName.U2: Tone("#853F00", "#FCE6CF", "#F2CDA6", "#B45500", "#FFFFFF"),
        ToneName.U3: Tone("#654E00", "#F8EDB8", "#E6D68A", "#8A6C00", "#FFFFFF"),
        ToneName.U4: Tone("#20603A", "#E0F0E3", "#C1DFC8", "#2B7848", "#FFFFFF"),
        ToneName.U5: Tone("#1E5084", "#E2EDF8", "#C5DBF0", "#2A67A5", "#FFFFFF"),
        ToneName.U6: Tone("#5A534A", "#ECE7DF", "#DAD3C8", "#6E665B", "#FFFFFF"),
        ToneName.UX: Tone("#5E574E", "#FFFFFF", "#D3CBBF", "#6E665B", "#FFFFFF"),
    },
)

DARK = Colours(
    canvas="#171614",
    surface="#1D1C1A",
    raised="#272522",
    sunken="#131210",
    hover="#302E2A",
    pressed="#3A3732",
    text="#ECE8E1",
    muted="#B0A89C",
    disabled="#7D766B",
    line="#38352F",
    edge="#8A8276",
    focus="#8FB4FF",
    accent="#5FC0B8",
    accent_hover="#76CDC5",
    accent_pressed="#93DAD4",
    accent_text="#0C2422",
    accent_soft="#1E3A38",
    accent_ink="#7FD0C9",
    selection="#1E3A38",
    selection_text="#ECE8E1",
    scrim="#000000",
    tones={
        ToneName.NEUTRAL: Tone("#B8B0A4", "#34312C", "#48443D", "#9A9286", "#1A1916"),
        ToneName.ACCENT: Tone("#7FD0C9", "#1E3A38", "#2C524F", "#5FC0B8", "#0C2422"),
        ToneName.INFO: Tone("#94C3EE", "#1D3145", "#2C4762", "#6AA8E0", "#0B1F31"),
        ToneName.SUCCESS: Tone("#8FCFA2", "#1E3626", "#2D4D38", "#62B57E", "#0B2414"),
        ToneName.WARNING: Tone("#EBBE73", "#3D2F14", "#56431F", "#D9A044", "#281B02"),
        ToneName.DANGER: Tone("#F5A59B", "#43231F", "#5E342E", "#E8796C", "#2A0F0C"),
        ToneName.U0: Tone("#FFB4AA", "#54231D", "#75342C", "#FF8474", "#2A0805"),
        ToneName.U1: Tone("#F5A59B", "#43231F", "#5E342E", "#E8796C", "#2A0F0C"),
        ToneName.U2: Tone("#F2B27E", "#422A16", "#5C3D22", "#E58B3F", "#2A1503"),
        ToneName.U3: Tone("#E6CF6A", "#393110", "#51461B", "#CDB23F", "#231D02"),
        ToneName.U4: Tone("#8FCFA2", "#1E3626", "#2D4D38", "#62B57E", "#0B2414"),
        ToneName.U5: Tone("#94C3EE", "#1D3145", "#2C4762", "#6AA8E0", "#0B1F31"),
        ToneName.U6: Tone("#B8B0A4", "#34312C", "#48443D", "#9A9286", "#1A1916"),
        ToneName.UX: Tone("#B8B0A4", "#272522", "#544F47", "#9A9286", "#1A1916"),
    },
)


def _loud(ink: str, line: str | None = None) -> Tone:
    """A tone in high contrast: black ground, a line as bright as the text."""
    return Tone(ink, "#000000", line or ink, ink, "#000000")


CONTRAST = Colours(
    canvas="#000000",
    surface="#000000",
    raised="#000000",
    sunken="#000000",
    hover="#2B2B2B",
    pressed="#404040",
    text="#FFFFFF",
    muted="#E4E4E4",
    disabled="#A3A3A3",
    line="#8F8F8F",
    edge="#FFFFFF",
    focus="#00E0FF",
    accent="#FFD93D",
    accent_hover="#FFE680",
    accent_pressed="#FFF0B3",
    accent_text="#000000",
    accent_soft="#3A3100",
    accent_ink="#FFD93D",
    selection="#FFD93D",
    selection_text="#000000",
    scrim="#000000",
    tones={
        ToneName.NEUTRAL: _loud("#FFFFFF"),
        ToneName.ACCENT: _loud("#FFD93D"),
        ToneName.INFO: _loud("#8CC8FF"),
        ToneName.SUCCESS: _loud("#7FE3A0"),
        ToneName.WARNING: _loud("#FFC24D"),
        ToneName.DANGER: _loud("#FF9A8F"),
        ToneName.U0: _loud("#FF8A7D"),
        ToneName.U1: _loud("#FF9A8F"),
        ToneName.U2: _loud("#FFB36B"),
        ToneName.U3: _loud("#FFE45C"),
        ToneName.U4: _loud("#7FE3A0"),
        ToneName.U5: _loud("#8CC8FF"),
        ToneName.U6: _loud("#D6D6D6"),
        ToneName.UX: _loud("#FFFFFF"),
    },
)

THEMES: dict[ThemeName, Colours] = {
    ThemeName.LIGHT: LIGHT,
    ThemeName.DARK: DARK,
    ThemeName.CONTRAST: CONTRAST,
}
