"""The language of the screen: Swedish as written, English where the locale says so."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

import resources

LANGUAGE = "kundcenter.language"  # a property of the application
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
    app.setProperty(LANGUAGE, language)
    QLocale.setDefault(QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden))
    places = (
        (str(FOLDER), language),
        (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), f"qtbase_{language}"),
    )
    for folder, name in places:
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)


def names() -> QLocale:
    """What days and months are called in the language of the screen; numbers are always Swedish."""
    app = QApplication.instance()
    if app is not None and app.property(LANGUAGE) == "en":
        return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    return QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden)
