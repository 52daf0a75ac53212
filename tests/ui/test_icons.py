"""Our icons: drawn alike, tinted by the theme, and all there."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QIcon
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from ui.badges import URGENCY, Shape
from ui.icons import APP, FOLDER, app_icon, drawing, icon, pixmap
from ui.panels.strip import ICONS, LOOKS
from ui.theme.look import Look, colour
from ui.theme.themes import ThemeName
from ui.theme.wear import wear
from ui.widgets.notices import ICONS as NOTICE_ICONS

DRAWINGS = sorted(FOLDER.glob("*.svg"))
OURS = [path for path in DRAWINGS if path.stem != APP]
UI = FOLDER.parents[1] / "ui"
NAMED_FIRST = {"Glyph", "Medallion", "pixmap", "icon"}  # calls whose first argument is an icon
NAMED_SECOND = {"IconButton", "RailButton", "rename"}


def names_used(path: Path) -> set[str]:
    """Every icon that a module names in a call."""
    used: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        called = getattr(node.func, "id", getattr(node.func, "attr", ""))
        said = [keyword.value for keyword in node.keywords if keyword.arg == "icon"]
        said += node.args[:1] if called in NAMED_FIRST else []
        said += node.args[1:2] if called in NAMED_SECOND else []
        for value in said:
            for part in ast.walk(value):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    used.add(part.value)
    return used


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_every_icon_can_be_drawn(path: Path) -> None:
    assert QSvgRenderer(QByteArray(path.read_bytes())).isValid()


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_every_icon_is_of_one_family(path: Path) -> None:
    text = path.read_text("utf-8")
    root = ElementTree.fromstring(text)
    assert (root.get("viewBox"), root.get("stroke")) == ("0 0 24 24", "currentColor")
    assert (root.get("stroke-width"), root.get("stroke-linecap")) == ("1.75", "round")
    assert not re.search(r"#[0-9a-fA-F]{3}|rgb|<text|<image|href", text)


def test_every_icon_that_is_named_exists() -> None:
    used = {name: path.name for path in UI.rglob("*.py") for name in names_used(path)}
    used |= {icon_name: "strip" for _, icon_name in LOOKS.values()}
    used |= dict.fromkeys(ICONS.values(), "strip")
    used |= dict.fromkeys(NOTICE_ICONS.values(), "notices")
    used |= {str(shape): "badges" for shape in Shape}
    known = {path.stem for path in DRAWINGS}
    assert len(used) > 40
    assert {name: where for name, where in used.items() if name not in known} == {}


def test_an_icon_that_does_not_exist_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="unicorn"):
        drawing("unicorn")


def test_every_urgency_has_a_shape_of_its_own() -> None:
    shapes = [shape for _, shape in URGENCY.values()]
    assert len(set(shapes)) == len(URGENCY) == 8
    assert shapes[0] is Shape.TRIANGLE
    assert shapes[-1] is None  # not assessed has none, which is a shape too


def test_an_icon_takes_the_colour_of_its_role(qapp: QApplication) -> None:
    def centre(mode: QIcon.Mode = QIcon.Mode.Normal) -> QColor:
        image = icon("shape-square", "danger", 20).pixmap(20, 20, mode).toImage()
        return image.pixelColor(image.width() // 2, image.height() // 2)

    assert centre() == colour("danger")
    assert centre(QIcon.Mode.Disabled) == colour("disabled")
    wear(qapp, Look(ThemeName.DARK))
    assert centre() == colour("danger")


def test_an_icon_is_as_sharp_as_the_screen(qapp: QApplication) -> None:
    fine = pixmap("phone", QColor("black"), 18, 2.0)
    assert (fine.width(), fine.deviceIndependentSize().width()) == (36, 18)


def test_the_program_has_an_icon_in_every_size() -> None:
    assert {size.width() for size in app_icon().availableSizes()} >= {16, 32, 48, 128}
