"""The language of the screen: Swedish as written, English where the locale says so."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

import resources

FOLDER = Path(resources.__file__).parent / "translations"


def install(app: QApplication, locale: QLocale | None = None) -> None:
    """Load our own words and Qt's for the locale, in place of those that were loaded before.

    Swedish plural forms come from a file too.
    """
    for before in app.findChildren(QTranslator):
        app.removeTranslator(before)
        before.deleteLater()
    english = (locale or QLocale()).language() is QLocale.Language.English
    language = "en" if english else "sv"
    QLocale.setDefault(QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden))
    places = (
        (str(FOLDER), language),
        (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), f"qtbase_{language}"),
    )
    for folder, name in places:
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
