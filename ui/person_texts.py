"""The sentences for the errors of people: who somebody is, what of theirs is opened or blocked.

Codes and facts in, Swedish out.
"""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "ground.needed": QT_TRANSLATE_NOOP(
        "texts", "Personen hör inte till ditt samtal. Ange varför du behöver uppgifterna."
    ),
    "ground.too_short": QT_TRANSLATE_NOOP("texts", "Skriv skälet med minst {minimum} tecken."),
    "block.already_revoked": QT_TRANSLATE_NOOP("texts", "Spärren är redan hävd."),
    "block.entry_blocked": QT_TRANSLATE_NOOP(
        "texts", "Patienten har spärrat anteckningen för din enhet."
    ),
    "block.guardian": QT_TRANSLATE_NOOP(
        "texts", "En vårdnadshavare får inte spärra ett barns uppgifter."
    ),
    "block.not_found": QT_TRANSLATE_NOOP("texts", "Spärren finns inte."),
    "block.of_patient": QT_TRANSLATE_NOOP(
        "texts", "Bara patienten, en god man eller en förvaltare kan begära en spärr."
    ),
    "block.period_invalid": QT_TRANSLATE_NOOP("texts", "Spärren slutar innan den börjar."),
    "block.revocation_needs_reason": QT_TRANSLATE_NOOP("texts", "Skriv varför spärren hävs."),
    "block.unit_invalid": QT_TRANSLATE_NOOP(
        "texts", "Skriv HSA-id för enheten, till exempel SE0000000001-DEMO1."
    ),
    "lift.needs_reason": QT_TRANSLATE_NOOP("texts", "Skriv skälet med minst {minimum} tecken."),
    "lift.needs_units": QT_TRANSLATE_NOOP("texts", "Välj minst en enhet."),
    "person.exists": QT_TRANSLATE_NOOP("texts", "Personen finns redan registrerad."),
    "person.name_invalid": QT_TRANSLATE_NOOP(
        "texts", "Skriv ett namn med högst 100 vanliga tecken."
    ),
    "merge.has_others": QT_TRANSLATE_NOOP(
        "texts", "Andra är sammanslagna med personen. Slå ihop åt andra hållet."
    ),
    "merge.needs_reason": QT_TRANSLATE_NOOP("texts", "Skriv varför de två är samma person."),
    "merge.not_found": QT_TRANSLATE_NOOP("texts", "Sammanslagningen finns inte."),
    "merge.of_one": QT_TRANSLATE_NOOP("texts", "Det är samma person."),
    "merge.undone": QT_TRANSLATE_NOOP("texts", "Sammanslagningen är redan upphävd."),
    "person.birth_unreadable": QT_TRANSLATE_NOOP(
        "texts", "Skriv ett datum ÅÅÅÅ-MM-DD, ett årtal, eller en ålder som 40 år eller 5 mån."
    ),
    "person.identity_is_first": QT_TRANSLATE_NOOP(
        "texts", "Personen har inte haft något annat identitetsnummer. Inget kan tas tillbaka."
    ),
    "person.needs_reason": QT_TRANSLATE_NOOP("texts", "Skriv varför uppgiften ändras."),
    "person.death_date_invalid": QT_TRANSLATE_NOOP(
        "texts", "Skriv datumet som ÅÅÅÅ-MM-DD. Okänd månad eller dag skrivs 00."
    ),
    "person.lift_needs_reason": QT_TRANSLATE_NOOP(
        "texts", "Skriv varför skyddsmarkeringen tas bort."
    ),
    "person.merged": QT_TRANSLATE_NOOP(
        "texts", "Personen är sammanslagen med en annan. Öppna den i stället."
    ),
    "search.too_short": QT_TRANSLATE_NOOP(
        "texts",
        "Skriv minst {shortest} bokstäver av namnet, ett personnummer eller ett telefonnummer.",
    ),
    "special_note.empty": QT_TRANSLATE_NOOP("texts", "Skriv vad som behöver uppmärksammas."),
    "special_note.ended": QT_TRANSLATE_NOOP("texts", "Uppmärksamheten är redan avslutad."),
    "special_note.not_found": QT_TRANSLATE_NOOP("texts", "Uppmärksamheten finns inte."),
    "person.not_found": QT_TRANSLATE_NOOP("texts", "Personen finns inte."),
    "person_id.birth_number": QT_TRANSLATE_NOOP(
        "texts", "Födelsenumret 000 finns inte. Kontrollera siffrorna."
    ),
    "person_id.check": QT_TRANSLATE_NOOP(
        "texts", "Sista siffran stämmer inte med de andra. Någon siffra är fel."
    ),
    "person_id.date": QT_TRANSLATE_NOOP("texts", "Datumet i numret finns inte."),
    "person_id.format": QT_TRANSLATE_NOOP(
        "texts", "Skriv tio eller tolv siffror, till exempel 850709-9805."
    ),
    "person_id.future": QT_TRANSLATE_NOOP("texts", "Födelsedatumet ligger i framtiden."),
    "person_id.invalid": QT_TRANSLATE_NOOP("texts", "Det är inget personnummer."),
    "person_id.organisation": QT_TRANSLATE_NOOP(
        "texts", "Det är ett organisationsnummer, inte en person."
    ),
    "phone_number.area_code_missing": QT_TRANSLATE_NOOP("texts", "Skriv numret med riktnummer."),
    "phone_number.invalid": QT_TRANSLATE_NOOP("texts", "Det är inget telefonnummer."),
    "disclosure.needs_recipient": QT_TRANSLATE_NOOP("texts", "Skriv vem som får kopian."),
    "search.term_forbidden": QT_TRANSLATE_NOOP(
        "texts",
        "Det ordet får inte användas som sökord i en journal. Sök på ett besvär, ett råd eller "
        "ett läkemedel i stället.",
    ),
    "search.words_too_short": QT_TRANSLATE_NOOP(
        "texts", "Skriv minst ett ord med {minimum} bokstäver."
    ),
}
