"""What each verb is called when it is told of afterwards."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui.case_verbs import CASE_VERBS
from ui.claiming_verbs import CLAIMING_VERBS
from ui.guide_verbs import GUIDE_VERBS
from ui.supervision_words.verbs import SUPERVISION_VERBS
from ui.switchboard_words.verbs import SWITCHBOARD_VERBS

_WORDS: dict[str, object] = {  # marked for translation, so only an object to the types
    "alarms.confirm": QT_TRANSLATE_NOOP("verbs", "112 svarade"),
    "alarms.end": QT_TRANSLATE_NOOP("verbs", "Larm 112 stängdes"),
    "alarms.fail": QT_TRANSLATE_NOOP("verbs", "Larm 112 kom inte fram"),
    "alarms.sound": QT_TRANSLATE_NOOP("verbs", "Larm 112"),
    "blocks.lift": QT_TRANSLATE_NOOP("verbs", "Spärrade uppgifter öppnades"),
    "blocks.revoke": QT_TRANSLATE_NOOP("verbs", "Spärr hävdes"),
    "blocks.set": QT_TRANSLATE_NOOP("verbs", "Spärr lades in"),
    "calls.answer": QT_TRANSLATE_NOOP("verbs", "Samtal besvarades"),
    "calls.close": QT_TRANSLATE_NOOP("verbs", "Samtal avslutades"),
    "calls.close_part": QT_TRANSLATE_NOOP("verbs", "Del av samtal avslutades"),
    "calls.drop_part": QT_TRANSLATE_NOOP("verbs", "Tom del av samtal togs bort"),
    "calls.end": QT_TRANSLATE_NOOP("verbs", "Samtal lades på"),
    "calls.extend_wrap_up": QT_TRANSLATE_NOOP("verbs", "Efterarbete förlängdes"),
    "calls.hand_over": QT_TRANSLATE_NOOP("verbs", "Kort lämnades över"),
    "calls.hold": QT_TRANSLATE_NOOP("verbs", "Samtal parkerades"),
    "calls.note_part": QT_TRANSLATE_NOOP("verbs", "Anteckning knöts till samtal"),
    "calls.open_part": QT_TRANSLATE_NOOP("verbs", "Ny del av samtal"),
    "calls.point_part": QT_TRANSLATE_NOOP("verbs", "Person knöts till samtal"),
    "calls.ready": QT_TRANSLATE_NOOP("verbs", "Efterarbete avslutades"),
    "calls.register": QT_TRANSLATE_NOOP("verbs", "Samtal lades upp"),
    "calls.resume": QT_TRANSLATE_NOOP("verbs", "Samtal återtogs"),
    "calls.ring": QT_TRANSLATE_NOOP("verbs", "Samtal kom in"),
    "calls.take": QT_TRANSLATE_NOOP("verbs", "Kort togs över"),
    "calls.withdraw": QT_TRANSLATE_NOOP("verbs", "Kort togs tillbaka eller avböjdes"),
    "choices.set": QT_TRANSLATE_NOOP("verbs", "Egen inställning"),
    "journal.correct": QT_TRANSLATE_NOOP("verbs", "Anteckning rättades"),
    "journal.disclose": QT_TRANSLATE_NOOP("verbs", "Anteckning lämnades ut"),
    "journal.dissent": QT_TRANSLATE_NOOP("verbs", "Avvikande mening antecknades"),
    "journal.save": QT_TRANSLATE_NOOP("verbs", "Anteckning ändrades"),
    "journal.sign": QT_TRANSLATE_NOOP("verbs", "Anteckning signerades"),
    "journal.sign_not_required": QT_TRANSLATE_NOOP("verbs", "Signering behövdes inte"),
    "journal.write": QT_TRANSLATE_NOOP("verbs", "Anteckning skrevs"),
    "log_review.draw": QT_TRANSLATE_NOOP("verbs", "Stickprov drogs"),
    "log_review.note": QT_TRANSLATE_NOOP("verbs", "Åtkomst bedömdes"),
    "operators.add": QT_TRANSLATE_NOOP("verbs", "Operatör lades upp"),
    "operators.add_first": QT_TRANSLATE_NOOP("verbs", "Första administratören lades upp"),
    "operators.disable": QT_TRANSLATE_NOOP("verbs", "Operatör stängdes av"),
    "operators.enable": QT_TRANSLATE_NOOP("verbs", "Operatör öppnades igen"),
    "operators.note_password": QT_TRANSLATE_NOOP("verbs", "Lösenord byttes"),
    "operators.set_roles": QT_TRANSLATE_NOOP("verbs", "Roller ändrades"),
    "people.correct": QT_TRANSLATE_NOOP("verbs", "Personuppgift rättades"),
    "people.end_special": QT_TRANSLATE_NOOP("verbs", "Uppmärksamhet avslutades"),
    "people.identify": QT_TRANSLATE_NOOP("verbs", "Person fick ett nummer"),
    "people.merge": QT_TRANSLATE_NOOP("verbs", "Två personer slogs ihop"),
    "people.note_death": QT_TRANSLATE_NOOP("verbs", "Dödsfall antecknades"),
    "people.note_language": QT_TRANSLATE_NOOP("verbs", "Språk antecknades"),
    "people.note_special": QT_TRANSLATE_NOOP("verbs", "Uppmärksamhet antecknades"),
    "people.protect": QT_TRANSLATE_NOOP("verbs", "Skyddsmarkering ändrades"),
    "people.register": QT_TRANSLATE_NOOP("verbs", "Person lades upp"),
    "people.register_unidentified": QT_TRANSLATE_NOOP("verbs", "Okänd person lades upp"),
    "people.unidentify": QT_TRANSLATE_NOOP("verbs", "Nummer togs tillbaka"),
    "people.unmerge": QT_TRANSLATE_NOOP("verbs", "Sammanslagning upphävdes"),
    "sessions.close": QT_TRANSLATE_NOOP("verbs", "Utloggning"),
    "sessions.open": QT_TRANSLATE_NOOP("verbs", "Inloggning"),
    "snippets.add": QT_TRANSLATE_NOOP("verbs", "Fras lades till"),
    "snippets.change": QT_TRANSLATE_NOOP("verbs", "Fras ändrades"),
    "snippets.import_": QT_TRANSLATE_NOOP("verbs", "Fraser lästes in"),
    "snippets.note_uses": QT_TRANSLATE_NOOP("verbs", "Fraser användes"),
    "snippets.retire": QT_TRANSLATE_NOOP("verbs", "Fras togs ur bruk"),
    "units.add": QT_TRANSLATE_NOOP("verbs", "Enhet lades till"),
    "work_items.resolve": QT_TRANSLATE_NOOP("verbs", "Återlämnad uppgift löstes"),
    **GUIDE_VERBS,
    **CLAIMING_VERBS,
    **CASE_VERBS,
    **SWITCHBOARD_VERBS,
    **SUPERVISION_VERBS,
}


def verb_words(kind: str) -> str:
    """The words for the kind of an operation; of a later program's, that it is one."""
    words = _WORDS.get(kind, QT_TRANSLATE_NOOP("verbs", "Händelse från en annan programversion"))
    return QCoreApplication.translate("verbs", str(words))
