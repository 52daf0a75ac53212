"""Finds the typeface the program is set in, and cuts fixed weights out of the variable font.

Qt under X11 shows only the default weight of a variable font that is loaded from a file, and
reportlab knows nothing but fixed weights.  Both therefore use the same cut files, made once.
"""

from __future__ import annotations

import os
from pathlib import Path
from threading import get_ident

VERSION = "4.1"  # of the cut: a new typeface or another set of characters needs a new number
CHARACTERS = (
    (0x0020, 0x0180),  # Latin, with the letters of every official minority language in Sweden
    (0x0180, 0x0250),
    (0x02C6, 0x02DE),
    (0x2010, 0x2040),
    (0x20AC, 0x20AD),
    (0x2190, 0x2194),
    (0x2212, 0x2213),
    (0x2260, 0x2266),
    (0x25A0, 0x2600),
)
FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl", "tnum", "case", "ss02")


def variable_inter() -> Path | None:
    """The variable font file, or None where the font package is not installed."""
    try:
        import fontpkg_inter
    except ImportError:
        return None
    file = Path(fontpkg_inter.ROOT) / "files" / "Inter[opsz,wght].ttf"
    return file if file.is_file() else None


def fixed_inter(folder: Path, weight: int) -> Path:
    """Where the cut of `weight` (400, 600 ...) lies in `folder`, made or not."""
    return folder / f"inter-{VERSION}-{weight}.ttf"


def cut_inter(folder: Path, weight: int) -> Path | None:
    """Make the cut of `weight` unless it exists: about two seconds of work, off the GUI thread.

    Returns the file, or None where the font package is missing.  Two processes may race: each
    writes its own file and the last rename wins, with the same bytes.
    """
    source, wanted = variable_inter(), fixed_inter(folder, weight)
    if source is None or wanted.is_file():
        return wanted if wanted.is_file() else None
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    with TTFont(source, lazy=True) as font:
        options = subset.Options()
        options.layout_features = list(FEATURES)
        options.notdef_outline = True
        options.hinting = False
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=[c for first, end in CHARACTERS for c in range(first, end)])
        cutter.subset(font)
        # The optical size of text: small letters on a screen are what it is for.
        instancer.instantiateVariableFont(font, {"wght": weight, "opsz": 14}, inplace=True)
        style = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}
        face = style.get(weight, str(weight))
        names = {1: "Inter", 2: "Regular", 4: f"Inter {face}", 6: f"Inter-{face}", 16: "Inter"}
        for number, name in {**names, 17: face}.items():
            font["name"].setName(name, number, 3, 1, 0x409)
        folder.mkdir(parents=True, exist_ok=True)
        half = wanted.with_suffix(f".{os.getpid()}-{get_ident()}")  # two windows may cut at once
        font.save(half)
    half.replace(wanted)
    return wanted
