"""Every widget in every theme and text size, as pictures to be looked at.

`python -m tests.ui.gallery OUT` writes them; a test only makes sure that it can.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.boards import controls, lists
from tests.ui.scenes import asking, door, protected, resting, ringing, talking
from ui.panels.sign_in import Door
from ui.theme.fonts import cut_strong, load_fonts
from ui.theme.look import Look
from ui.theme.metrics import SIZES, Density
from ui.theme.themes import ThemeName
from ui.theme.wear import wear
from ui.widgets.dialog import Dialog
from ui.widgets.focus import FocusRings

BOARDS: dict[str, Callable[[], QWidget]] = {
    "controls": controls,
    "lists": lists,
    "resting": resting,
    "ringing": ringing,
    "talking": talking,
    "protected": protected,
    "asking": asking,
    "sign-in": lambda: door(Door.SIGN_IN),
    "locked": lambda: door(Door.LOCKED),
    "first-run": lambda: door(Door.FIRST_RUN),
}


def shoot(out: Path, board: str, look: Look, size: tuple[int, int] | None = None) -> Path:
    """Show one board in one look and save its picture; returns the file."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    wear(app, look)
    widget = BOARDS[board]()
    if size is not None:
        widget.resize(*size)
    widget.show()
    widget.activateWindow()
    app.processEvents()
    if board != "sign-in" and board != "locked":
        widget.focusNextPrevChild(True)
    dialog = widget.property("asks")
    if isinstance(dialog, Dialog):
        dialog.open()
    for _ in range(4):
        app.processEvents()
    where = f"-{widget.width()}" if size else ""
    file = out / f"{board}-{look.theme}-{look.size}-{look.density}{where}.png"
    picture = widget.grab()
    if isinstance(dialog, Dialog):
        dialog.grab().save(str(file.with_stem(file.stem + "-dialog")))
        dialog.close()
    picture.save(str(file))
    widget.close()
    widget.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return file


def main(out: Path, only: list[str]) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    FocusRings(app)
    out.mkdir(parents=True, exist_ok=True)
    cut_strong(out / "fonts")
    load_fonts(out / "fonts")
    for board in only or BOARDS:
        for theme in ThemeName:
            for size in SIZES if not only else (100, 150):
                shoot(out, board, Look(theme, size))
        shoot(out, board, Look(density=Density.COMPACT))
        shoot(out, board, Look(), (1920, 1080))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
