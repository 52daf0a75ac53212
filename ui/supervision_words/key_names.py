"""The words of what figures are broken down by, marked for translation."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

KEY_WORDS: tuple[object, ...] = (
    QT_TRANSLATE_NOOP("keys", "Inte sagt"),
    QT_TRANSLATE_NOOP("keys", "Enhet som inte finns kvar"),
    QT_TRANSLATE_NOOP("keys", "1177 på telefon"),
    QT_TRANSLATE_NOOP("keys", "Växeln"),
    QT_TRANSLATE_NOOP("keys", "Servicedisken"),
    QT_TRANSLATE_NOOP("keys", "Egenvård"),
    QT_TRANSLATE_NOOP("keys", "Primärvård"),
    QT_TRANSLATE_NOOP("keys", "Specialistvård"),
    QT_TRANSLATE_NOOP("keys", "Akutmottagning"),
    QT_TRANSLATE_NOOP("keys", "112"),
    QT_TRANSLATE_NOOP("keys", "Annan vård"),
    QT_TRANSLATE_NOOP("keys", "Information"),
    QT_TRANSLATE_NOOP("keys", "Avbrutet"),
    QT_TRANSLATE_NOOP("keys", "Rådgivning"),
    QT_TRANSLATE_NOOP("keys", "Växel"),
    QT_TRANSLATE_NOOP("keys", "Avbokning"),
    QT_TRANSLATE_NOOP("keys", "Service"),
    QT_TRANSLATE_NOOP("keys", "Klagomål"),
    QT_TRANSLATE_NOOP("keys", "Inte uppföljd"),
    QT_TRANSLATE_NOOP("keys", "Nådde fram"),
    QT_TRANSLATE_NOOP("keys", "Nådde inte fram"),
    QT_TRANSLATE_NOOP("keys", "Avbokad"),
    QT_TRANSLATE_NOOP("keys", "Tiden passar inte"),
    QT_TRANSLATE_NOOP("keys", "Har inget vårdbehov längre"),
    QT_TRANSLATE_NOOP("keys", "Bokad på annan mottagning"),
    QT_TRANSLATE_NOOP("keys", "Sjuk"),
    QT_TRANSLATE_NOOP("keys", "Vård av sjukt barn"),
    QT_TRANSLATE_NOOP("keys", "Har inte fått kallelsen"),
    QT_TRANSLATE_NOOP("keys", "Transport eller väder"),
    QT_TRANSLATE_NOOP("keys", "Patienten har avlidit"),
    QT_TRANSLATE_NOOP("keys", "Annat"),
    QT_TRANSLATE_NOOP("keys", "I tid"),
    QT_TRANSLATE_NOOP("keys", "Sent"),
    QT_TRANSLATE_NOOP("keys", "Ledig"),
    QT_TRANSLATE_NOOP("keys", "Fylld igen"),
    QT_TRANSLATE_NOOP("keys", "Passerad"),
    QT_TRANSLATE_NOOP("keys", "Släppt"),
    QT_TRANSLATE_NOOP("keys", "Kopplat"),
    QT_TRANSLATE_NOOP("keys", "Kom inte fram"),
    QT_TRANSLATE_NOOP("keys", "Synpunkt"),
    QT_TRANSLATE_NOOP("keys", "Beröm"),
    QT_TRANSLATE_NOOP("keys", "Fråga"),
    QT_TRANSLATE_NOOP("keys", "E-tjänst"),
    QT_TRANSLATE_NOOP("keys", "Televäxeln"),
    QT_TRANSLATE_NOOP("keys", "1177.se"),
    QT_TRANSLATE_NOOP("keys", "Servicefunktionen"),
    QT_TRANSLATE_NOOP("keys", "Vårdcentral"),
    QT_TRANSLATE_NOOP("keys", "E-tjänster"),
    QT_TRANSLATE_NOOP("keys", "Registrerade för hand"),
    QT_TRANSLATE_NOOP("keys", "Utan kö"),
    QT_TRANSLATE_NOOP("keys", "Återkommande"),
    QT_TRANSLATE_NOOP("keys", "Första gången"),
)


def shown_key(word: str) -> str:
    """A word of domain.supervision.key_words in the language of the screen."""
    return QCoreApplication.translate("keys", word)
