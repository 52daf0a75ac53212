"""Puts Inter into Qt's font database; without it the desk's own font is used, silently."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase

from resources.fonts import cut_inter, fixed_inter, variable_inter

STRONG = 600  # the only weight beside the regular one


def load_fonts(cut: Path | None = None) -> bool:
    """Load Inter, and its strong weight if `cut` (a cache folder) holds it.

    Call it again when `cut_strong` has made the strong weight; it is cheap.  False means that
    the strong weight is not there yet and titles are set in the regular one.
    """
    regular = variable_inter()
    if regular is None:
        return True  # nothing to wait for
    if "Regular" not in QFontDatabase.styles("Inter"):
        QFontDatabase.addApplicationFont(str(regular))
    if cut is None or "SemiBold" in QFontDatabase.styles("Inter"):
        return cut is not None
    strong = fixed_inter(cut, STRONG)
    return strong.is_file() and QFontDatabase.addApplicationFont(str(strong)) >= 0


def cut_strong(cut: Path) -> None:
    """Make the strong weight in the cache folder `cut`; seconds of work, for the outside lane."""
    cut_inter(cut, STRONG)
