"""The looks: legible by measure, complete, and put on while the program runs."""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFontDatabase, QFontMetricsF
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from resources.fonts import fixed_inter
from tests.ui.contrast import ratio
from ui.theme.colours import Colours, ToneName
from ui.theme.fonts import cut_strong, load_fonts
from ui.theme.look import Appearance, Look, colour, current
from ui.theme.metrics import SIZES, Density, Type
from ui.theme.sheet import FOLDER, SHEETS, style_sheet
from ui.theme.space import spaced
from ui.theme.themes import THEMES, ThemeName
from ui.theme.wear import wear

GROUNDS = ("canvas", "surface", "raised", "sunken", "hover")
TEXT, CONTROL = 4.5, 3.0  # WCAG 2.2: 1.4.3 and 1.4.11
EVERY_LOOK = [Look(*parts) for parts in product(ThemeName, SIZES, Density)]


def too_faint(pairs: dict[str, tuple[str, str]], least: float) -> dict[str, float]:
    ratios = {name: round(ratio(*pair), 2) for name, pair in pairs.items()}
    return {name: found for name, found in ratios.items() if found < least}


@pytest.fixture(params=ThemeName)
def colours(request: pytest.FixtureRequest) -> Colours:
    return THEMES[request.param]


def test_black_on_white_measures_twenty_one() -> None:
    assert ratio("#000000", "#FFFFFF") == 21
    assert round(ratio("#777777", "#FFFFFF"), 2) == 4.48


def test_text_is_legible_on_every_ground(colours: Colours) -> None:
    pairs = {
        f"{ink} on {ground}": (getattr(colours, ink), getattr(colours, ground))
        for ink, ground in product(("text", "muted", "accent_ink"), GROUNDS)
    }
    pairs |= {
        "text on a chosen row": (colours.selection_text, colours.selection),
        "text on pressed": (colours.text, colours.pressed),
        "chosen place": (colours.accent_ink, colours.accent_soft),
        "tool tip": (colours.raised, colours.text),
    }
    fills = (colours.accent, colours.accent_hover, colours.accent_pressed)
    pairs |= {f"on accent {n}": (colours.accent_text, fill) for n, fill in enumerate(fills)}
    assert too_faint(pairs, TEXT) == {}


def test_every_tone_is_legible_quiet_and_loud(colours: Colours) -> None:
    pairs = {}
    for name in ToneName:
        tone = colours.tone(name)
        pairs[f"{name} on its ground"] = (tone.ink, tone.soft)
        pairs[f"on loud {name}"] = (tone.on_solid, tone.solid)
        for ground in GROUNDS:
            pairs[f"{name} on {ground}"] = (tone.ink, getattr(colours, ground))
    danger = colours.tone(ToneName.DANGER)
    pairs["the danger button pointed at"] = (danger.on_solid, danger.ink)
    for name in (ToneName.ACCENT, ToneName.SUCCESS, ToneName.WARNING, ToneName.DANGER):
        pairs[f"text on the strip in {name}"] = (colours.text, colours.tone(name).soft)
        pairs[f"muted on the strip in {name}"] = (colours.muted, colours.tone(name).soft)
    pairs["what is written in a wrong field"] = (colours.text, danger.soft)
    assert too_faint(pairs, TEXT) == {}


def test_edges_shapes_and_the_focus_ring_can_be_seen(colours: Colours) -> None:
    pairs = {
        f"{line} on {ground}": (getattr(colours, line), getattr(colours, ground))
        for line, ground in product(("edge", "focus", "accent"), GROUNDS)
    }
    for name in ToneName:
        tone = colours.tone(name)
        pairs[f"shape of {name} on its ground"] = (tone.solid, tone.soft)
        pairs[f"shape of {name} on a card"] = (tone.solid, colours.raised)
        pairs[f"the ring round something in {name}"] = (colours.focus, tone.soft)
    assert too_faint(pairs, CONTROL) == {}


@pytest.mark.parametrize("look", EVERY_LOOK, ids=str)
def test_every_token_of_the_style_sheets_has_a_value(look: Look) -> None:
    assert "$" not in style_sheet(Appearance(look))


def test_the_style_sheets_name_no_colour_of_their_own() -> None:
    named = re.compile(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|:\s*(white|black|red|grey|gray)\b")
    found = {sheet: named.findall((FOLDER / sheet).read_text("utf-8")) for sheet in SHEETS}
    assert {sheet: colours for sheet, colours in found.items() if colours} == {}
    assert {path.name for path in FOLDER.glob("*.qss")} == set(SHEETS)


def test_the_screen_names_no_colour_outside_the_themes() -> None:
    root = Path(FOLDER).parents[1] / "ui"
    hexadecimal = re.compile(r"[\"']#[0-9a-fA-F]{6}[\"']")
    found = [
        path.name
        for path in root.rglob("*.py")
        if hexadecimal.search(path.read_text("utf-8")) and path.name != "themes.py"
    ]
    assert found == []


def test_a_text_size_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="117"):
        Look(size=117)


def test_larger_text_makes_controls_larger_and_compact_makes_them_lower() -> None:
    plain = Appearance(Look()).metrics
    large, dense = (
        Appearance(Look(size=150)).metrics,
        Appearance(Look(density=Density.COMPACT)).metrics,
    )
    assert (plain.control, large.control, dense.control) == (36, 54, 30)
    assert large.type_size(Type.BODY) == 21
    assert min(Appearance(look).metrics.type_size(Type.SMALL) for look in EVERY_LOOK) >= 11


def test_the_desktops_own_text_scaling_is_respected() -> None:
    assert Appearance(Look(), platform_scale=1.5).metrics.type_size(Type.BODY) == 21


class Counter(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.changes = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.changes += event.type() == QEvent.Type.StyleChange
        return False


def test_a_new_look_reaches_what_is_on_the_screen(qtbot: QtBot, qapp: QApplication) -> None:
    widget = QWidget()
    layout = spaced(QVBoxLayout(widget), "l", "m")
    assert (layout.contentsMargins().left(), layout.spacing()) == (16, 12)
    qtbot.addWidget(widget)
    widget.show()
    wear(qapp, Look(ThemeName.DARK, 125, Density.COMPACT))
    assert widget.font().pixelSize() == 18
    assert widget.palette().window().color() == colour("canvas")
    assert colour("canvas").name().upper() == THEMES[ThemeName.DARK].canvas
    assert (layout.contentsMargins().left(), layout.spacing()) == (12, 8)
    wear(qapp, Look())
    assert (layout.contentsMargins().left(), layout.spacing()) == (16, 12)


def test_the_same_look_again_costs_nothing(qtbot: QtBot, qapp: QApplication) -> None:
    widget, counter = QWidget(), Counter()
    qtbot.addWidget(widget)
    widget.show()
    widget.installEventFilter(counter)
    wear(qapp, Look())
    assert counter.changes == 0
    wear(qapp, Look(ThemeName.DARK))
    assert counter.changes > 0


def test_roles_are_found_by_name() -> None:
    light = THEMES[ThemeName.LIGHT]
    assert colour("danger").name().upper() == light.tone(ToneName.DANGER).ink
    assert colour("danger_on").name().upper() == light.tone(ToneName.DANGER).on_solid
    with pytest.raises(AttributeError):
        colour("pink")


def test_columns_of_figures_stand_straight(qapp: QApplication, tmp_path: Path) -> None:
    load_fonts(tmp_path)
    wear(qapp, Look(size=110))
    measure = QFontMetricsF(current().font(Type.BODY, figures=True))
    assert measure.horizontalAdvance("111111") == measure.horizontalAdvance("888888")


def test_the_strong_weight_is_cut_once_and_shown_by_qt(qapp: QApplication, tmp_path: Path) -> None:
    # Nothing unloads a font: another test of this process may have had it.
    assert load_fonts(tmp_path) is ("SemiBold" in QFontDatabase.styles("Inter"))
    cut_strong(tmp_path)
    cut = fixed_inter(tmp_path, 600)
    stamp = cut.stat().st_mtime_ns
    cut_strong(tmp_path)
    assert cut.stat().st_mtime_ns == stamp
    assert [path.name for path in tmp_path.iterdir()] == [cut.name]
    assert load_fonts(tmp_path)
    assert "SemiBold" in QFontDatabase.styles("Inter")
    with TTFont(cut) as font:
        known = font.getBestCmap()
        assert [letter for letter in "ÅÄÖåäöÉéÜüčšŋđžø–…−≥€" if ord(letter) not in known] == []
        assert font["OS/2"].usWeightClass == 600


def test_without_the_font_package_the_program_goes_on() -> None:
    script = (
        "import sys; sys.modules['fontpkg_inter'] = None\n"
        "from pathlib import Path\n"
        "from PySide6.QtWidgets import QApplication, QLabel\n"
        "app = QApplication([])\n"
        "from ui.theme.fonts import load_fonts\n"
        "from ui.theme.look import Look\n"
        "from ui.theme.wear import wear\n"
        "assert load_fonts(Path('x'))\n"
        "wear(app, Look()); label = QLabel('Å'); label.show(); label.grab(); label.close()\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)
