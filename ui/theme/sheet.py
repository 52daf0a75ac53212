"""Fills the style sheet and the palette from an `Appearance`."""

from __future__ import annotations

from dataclasses import fields
from functools import lru_cache
from pathlib import Path
from string import Template

from PySide6.QtGui import QColor, QPalette

import resources
from ui.theme.colours import ToneName
from ui.theme.look import Appearance
from ui.theme.metrics import Type

FOLDER = Path(resources.__file__).parent / "style"
SHEETS = ("base.qss", "controls.qss", "lists.qss", "frame.qss")


@lru_cache(maxsize=1)
def template() -> Template:
    return Template("\n".join((FOLDER / name).read_text(encoding="utf-8") for name in SHEETS))


def tokens(appearance: Appearance) -> dict[str, str]:
    """Every $name a style sheet may use."""
    colours, metrics = appearance.colours, appearance.metrics
    named = {f.name: str(getattr(colours, f.name)) for f in fields(colours) if f.name != "tones"}
    for name in ToneName:
        tone = colours.tone(name)
        named |= {f"{name}_{f.name}": str(getattr(tone, f.name)) for f in fields(tone)}
    named |= {f"type_{t}": f"{metrics.type_size(t)}px" for t in Type}
    return named | {
        "control": f"{metrics.control - 2}px",  # without its border
        "row": f"{metrics.row}px",
        "padding": f"{metrics.padding}px",
        "radius": f"{metrics.radius}px",
        "card_radius": f"{metrics.card_radius}px",
        "icon": f"{metrics.icon}px",
        "arrow": f"{metrics.icon + metrics.padding}px",
        "key_cap": f"{metrics.key_cap}px",
        "key_cap_inner": f"{metrics.key_cap - 3}px",
        "half_mark": f"{metrics.mark // 2}px",
        "cell": f"{metrics.space('m') - 3}px",  # Qt adds three of its own
        "space_xs": f"{metrics.space('xs')}px",
        "space_s": f"{metrics.space('s')}px",
        "space_m": f"{metrics.space('m')}px",
    }


def style_sheet(appearance: Appearance) -> str:
    """The whole QSS; KeyError names a token that does not exist."""
    return template().substitute(tokens(appearance))


def palette(appearance: Appearance) -> QPalette:
    """For what Qt paints without asking the style sheet: placeholders, links, native parts."""
    c, role, group = appearance.colours, QPalette.ColorRole, QPalette.ColorGroup
    made = QPalette()
    for which, value in (
        (role.Window, c.canvas),
        (role.WindowText, c.text),
        (role.Base, c.raised),
        (role.AlternateBase, c.surface),
        (role.Text, c.text),
        (role.Button, c.raised),
        (role.ButtonText, c.text),
        (role.BrightText, c.accent_text),
        (role.ToolTipBase, c.text),
        (role.ToolTipText, c.raised),
        (role.PlaceholderText, c.muted),
        (role.Highlight, c.selection),
        (role.HighlightedText, c.selection_text),
        (role.Link, c.accent_ink),
        (role.LinkVisited, c.accent_ink),
        (role.Accent, c.accent),
        (role.Light, c.raised),
        (role.Midlight, c.surface),
        (role.Mid, c.line),
        (role.Dark, c.edge),
        (role.Shadow, c.scrim),
    ):
        made.setColor(which, QColor(value))
    for which in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(group.Disabled, which, QColor(c.disabled))
    return made
