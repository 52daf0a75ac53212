"""The window's words for an error where no window is: on the command line."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import resources
from ui.texts import words_of

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator

FOLDER = Path(resources.__file__).parent / "translations"


def windowless(code: str, *, english: bool = False, folder: Path = FOLDER) -> str | None:
    """The words of a code, their places unfilled; None when it has none.

    Swedish needs no Qt.  They are Swedish too where English is asked for and Qt cannot be loaded (a
    centre's server may lack what Qt is built on), or the catalogue has not been compiled.
    """
    swedish = words_of(code)
    if swedish is None or not english or (catalogue := _catalogue(folder)) is None:
        return swedish
    return catalogue.translate("texts", swedish) or swedish


@cache
def _catalogue(folder: Path) -> QTranslator | None:
    try:
        from PySide6.QtCore import QTranslator
    except ImportError:
        return None
    found = QTranslator()
    return found if found.load("en", str(folder)) else None
