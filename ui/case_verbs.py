"""What the verbs of cases are called."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

CASE_VERBS: dict[str, object] = {  # marked for translation, so only objects to the types
    "case_terms.publish": QT_TRANSLATE_NOOP("verbs", "Villkor för ärenden publicerades"),
    "cases.answer": QT_TRANSLATE_NOOP("verbs", "Ärende besvarades"),
    "cases.ask": QT_TRANSLATE_NOOP("verbs", "Motfråga eller nytt datum i ett ärende"),
    "cases.assign": QT_TRANSLATE_NOOP("verbs", "Ärende fick en annan handläggare"),
    "cases.begin": QT_TRANSLATE_NOOP("verbs", "Ärende började utredas"),
    "cases.choose": QT_TRANSLATE_NOOP("verbs", "Val mellan två uppgifter i ett ärende"),
    "cases.close": QT_TRANSLATE_NOOP("verbs", "Ärende avslutades"),
    "cases.comment": QT_TRANSLATE_NOOP("verbs", "Ärende kommenterades"),
    "cases.confirm": QT_TRANSLATE_NOOP("verbs", "Mottagandet av ett ärende bekräftades"),
    "cases.decide": QT_TRANSLATE_NOOP("verbs", "Beslut om vårdskada i ett ärende"),
    "cases.edit": QT_TRANSLATE_NOOP("verbs", "Ärende ändrades"),
    "cases.hand_over": QT_TRANSLATE_NOOP("verbs", "Ärende lämnades över"),
    "cases.import_": QT_TRANSLATE_NOOP("verbs", "Ärenden lästes in ur en e-tjänst"),
    "cases.inform": QT_TRANSLATE_NOOP("verbs", "Patienten informerades efter en vårdskada"),
    "cases.note_letter": QT_TRANSLATE_NOOP("verbs", "Brev om ett ärende skrevs ut"),
    "cases.note_mail": QT_TRANSLATE_NOOP("verbs", "Brev om ett ärende lämnades till e-post"),
    "cases.note_mailed": QT_TRANSLATE_NOOP("verbs", "Hur det gick att skicka e-post om ett ärende"),
    "cases.register": QT_TRANSLATE_NOOP("verbs", "Ärende togs in"),
    "cases.reopen": QT_TRANSLATE_NOOP("verbs", "Ärende öppnades igen"),
    "cases.resume": QT_TRANSLATE_NOOP("verbs", "Svar kom i ett ärende som väntade"),
    "cases.withdraw": QT_TRANSLATE_NOOP("verbs", "Ärende togs tillbaka"),
}

__all__ = ["CASE_VERBS", "QT_TRANSLATE_NOOP"]
