"""Our own icons, tinted by the theme and crisp on every screen.

The drawings lie in resources/icons: 24 by 24, one line width, `currentColor`.  Pixels are kept in
Qt's own pixmap cache, so nothing outlives the application.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtWidgets import QApplication

import resources
from ui.theme.look import colour, current

FOLDER = Path(resources.__file__).parent / "icons"
APP = "app"
RATIOS = (1, 2)  # enough for 100 to 200 per cent; Qt scales the larger one down between them


@lru_cache(maxsize=256)
def drawing(name: str) -> str:
    """The SVG source of an icon; FileNotFoundError names the one that does not exist."""
    return (FOLDER / f"{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, tint: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon in one colour; `size` in logical pixels, `ratio` is the screen's."""
    key = f"icon:{name}:{tint.name()}:{size}:{ratio}"
    ready = QPixmap()
    if QPixmapCache.find(key, ready):
        return ready
    from PySide6.QtSvg import QSvgRenderer  # not needed before the first icon is painted

    source = drawing(name).replace("currentColor", tint.name())
    renderer = QSvgRenderer(QByteArray(source.encode()))
    side = round(size * ratio)
    ready = QPixmap(QSize(side, side))
    ready.fill(Qt.GlobalColor.transparent)
    painter = QPainter(ready)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    ready.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, ready)
    return ready


def icon(name: str, role: str = "text", size: int | None = None) -> QIcon:
    """An icon in a colour role of the current theme (a field of `Colours` or a tone's name).

    Icons do not follow a change of theme by themselves: ask again on `StyleChange`.
    """
    appearance = current()
    side = size or appearance.metrics.icon
    made = QIcon()
    for mode, tint in (
        (QIcon.Mode.Normal, colour(role)),
        (QIcon.Mode.Selected, colour("selection_text")),
        (QIcon.Mode.Disabled, colour("disabled")),
    ):
        for ratio in RATIOS:
            made.addPixmap(pixmap(name, tint, side, ratio), mode)
    return made


def app_icon() -> QIcon:
    """The program's own icon, for windows and the task bar."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128):
        made.addPixmap(pixmap(APP, QColor("black"), size))
    return made


def screen_ratio() -> float:
    """The densest screen's ratio, for pixmaps that are painted by hand."""
    app = QApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QApplication) else 1.0
