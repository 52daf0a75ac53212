"""An operator's look as the words it is kept in."""

from __future__ import annotations

from ui.theme.look import Look
from ui.theme.metrics import Density
from ui.theme.themes import ThemeName


def words_of(look: Look) -> str:
    """ "dark 110 compact" """
    return f"{look.theme} {look.size} {look.density}"


def look_of(words: str) -> Look:
    """The look that was kept, or the plain one when the words are none of ours."""
    try:
        theme, size, density = words.split()
        return Look(ThemeName(theme), int(size), Density(density))
    except ValueError:
        return Look()
