"""The sentence for every error that is raised on purpose.  Codes and facts in, Swedish out."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kundcenter.errors import KundcenterError

_SENTENCES: dict[str, object] = {  # marked for translation, so only an object to the types
    "access.locked": QT_TRANSLATE_NOOP("texts", "Skrivbordet är låst. Lås upp först."),
    "access.not_permitted": QT_TRANSLATE_NOOP("texts", "Din roll får inte göra det här."),
    "access.not_signed_in": QT_TRANSLATE_NOOP("texts", "Ingen är inloggad här."),
    "call.needs_outcome": QT_TRANSLATE_NOOP(
        "texts", "Välj vad samtalet ledde till innan du avslutar det."
    ),
    "call.not_found": QT_TRANSLATE_NOOP("texts", "Samtalet finns inte."),
    "call.state_wrong": QT_TRANSLATE_NOOP("texts", "Det går inte i samtalets nuvarande läge."),
    "database.missing": QT_TRANSLATE_NOOP(
        "texts", "Databasen har funnits men är borta. Återställ den från en säkerhetskopia."
    ),
    "entry.already_signed": QT_TRANSLATE_NOOP(
        "texts", "Anteckningen är signerad. Gör en rättelse i stället."
    ),
    "entry.correction_needs_reason": QT_TRANSLATE_NOOP(
        "texts", "Skriv varför anteckningen rättas."
    ),
    "entry.incomplete": QT_TRANSLATE_NOOP("texts", "Fyll i fältet innan du signerar."),
    "entry.not_found": QT_TRANSLATE_NOOP("texts", "Anteckningen finns inte."),
    "entry.not_signed": QT_TRANSLATE_NOOP(
        "texts", "Anteckningen är inte signerad. Ändra den direkt i stället."
    ),
    "entry.of_another": QT_TRANSLATE_NOOP(
        "texts", "Bara den som skrev anteckningen får ändra eller signera den."
    ),
    "entry.stale": QT_TRANSLATE_NOOP(
        "texts", "Anteckningen har fått en nyare version. Öppna den igen."
    ),
    "key.missing": QT_TRANSLATE_NOOP(
        "texts",
        "Nyckeln till databasen finns inte i datorns nyckelring. Inget har ändrats.",
    ),
    "key.other_source": QT_TRANSLATE_NOOP(
        "texts", "Profilens nyckel kommer från ett annat ställe än det som angavs."
    ),
    "key.taken": QT_TRANSLATE_NOOP(
        "texts", "Nyckelringen har redan en annan nyckel för profilen. Den skrivs aldrig över."
    ),
    "key.wrong": QT_TRANSLATE_NOOP("texts", "Nyckeln hör inte till den här databasen."),
    "keyring.away": QT_TRANSLATE_NOOP("texts", "Datorns nyckelring svarar inte."),
    "keyring.locked": QT_TRANSLATE_NOOP("texts", "Datorns nyckelring är låst. Lås upp den."),
    "keyring.not_allowed": QT_TRANSLATE_NOOP(
        "texts", "En nyckelring som inte är operativsystemets har valts. Den används inte."
    ),
    "copy.exists": QT_TRANSLATE_NOOP("texts", "Filen finns redan."),
    "copy.label_missing": QT_TRANSLATE_NOOP("texts", "Kopians etikett saknas bredvid filen."),
    "copy.missing": QT_TRANSLATE_NOOP("texts", "Kopian finns inte."),
    "copy.of_another": QT_TRANSLATE_NOOP(
        "texts", "Kopian är en annan profils, eller har en annan nyckel."
    ),
    "copy.unsound": QT_TRANSLATE_NOOP("texts", "Kopian håller inte. Inget har ändrats."),
    "mirror.behind": QT_TRANSLATE_NOOP(
        "texts", "Allt är sparat, men inte i reservkopian bredvid. Det rättas automatiskt."
    ),
    "mirror.forked": QT_TRANSLATE_NOOP(
        "texts", "Databasen och dess reservkopia berättar olika saker. En av dem är utbytt."
    ),
    "mirror.replay_refused": QT_TRANSLATE_NOOP(
        "texts", "Händelse {n} i reservkopian gick inte att göra om."
    ),
    "mirror.unreadable": QT_TRANSLATE_NOOP("texts", "Reservkopian går inte att läsa."),
    "mirror.work_lost": QT_TRANSLATE_NOOP(
        "texts",
        "{operations} händelser och {accesses} loggposter går inte att få tillbaka."
        " En administratör behöver godta det med kommandot restore.",
    ),
    "line.away": QT_TRANSLATE_NOOP("texts", "Växeln svarar inte. Använd telefonen för hand."),
    "line.call_gone": QT_TRANSLATE_NOOP("texts", "Samtalet finns inte kvar på linjen."),
    "line.phone_by_hand": QT_TRANSLATE_NOOP(
        "texts", "Telefonen styrs för hand: lyft, parkera eller lägg på luren själv."
    ),
    "line.refused": QT_TRANSLATE_NOOP("texts", "Växeln sade nej. Använd telefonen för hand."),
    "operation.diverged": QT_TRANSLATE_NOOP(
        "texts", "En händelse gick inte att göra om likadant. Arbetsledaren behöver titta på den."
    ),
    "operation.verb_unknown": QT_TRANSLATE_NOOP(
        "texts", "En händelse kommer från en annan version av programmet."
    ),
    "operator.disabled": QT_TRANSLATE_NOOP("texts", "Kontot är avstängt."),
    "operator.exists": QT_TRANSLATE_NOOP("texts", "Användarnamnet är upptaget."),
    "operator.first_exists": QT_TRANSLATE_NOOP("texts", "Det finns redan en administratör."),
    "operator.last_administrator": QT_TRANSLATE_NOOP(
        "texts", "Den enda administratören kan inte tas bort. Utse en till först."
    ),
    "operator.needs_role": QT_TRANSLATE_NOOP("texts", "Välj minst en roll."),
    "operator.not_found": QT_TRANSLATE_NOOP("texts", "Användaren finns inte."),
    "operator.user_name_invalid": QT_TRANSLATE_NOOP(
        "texts", "Ett användarnamn har 2–40 bokstäver, siffror, punkter eller bindestreck."
    ),
    "paper.not_saved": QT_TRANSLATE_NOOP(
        "texts", "Filen kunde inte sparas där. Välj en annan plats."
    ),
    "passphrase.wrong": QT_TRANSLATE_NOOP("texts", "Lösenfrasen stämmer inte."),
    "password.contains_name": QT_TRANSLATE_NOOP(
        "texts", "Lösenordet får inte innehålla ditt namn eller ordet kundcenter."
    ),
    "password.too_common": QT_TRANSLATE_NOOP(
        "texts", "Lösenordet är för vanligt. En mening är lättare att minnas."
    ),
    "password.too_long": QT_TRANSLATE_NOOP("texts", "Lösenordet får ha högst {maximum} tecken."),
    "password.too_short": QT_TRANSLATE_NOOP("texts", "Lösenordet behöver minst {minimum} tecken."),
    "password.unusable": QT_TRANSLATE_NOOP(
        "texts", "Lösenordet har ett tecken som inte kan användas."
    ),
    "password.wrong": QT_TRANSLATE_NOOP("texts", "Fel användarnamn eller lösenord."),
    "person.exists": QT_TRANSLATE_NOOP("texts", "Personen finns redan registrerad."),
    "person.name_invalid": QT_TRANSLATE_NOOP(
        "texts", "Skriv ett namn med högst 100 vanliga tecken."
    ),
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
    "profile.broken": QT_TRANSLATE_NOOP(
        "texts", "Profilens uppgifter går inte att läsa. Inget har ändrats."
    ),
    "profile.exists": QT_TRANSLATE_NOOP("texts", "Mappen har redan en profil."),
    "profile.folder_taken": QT_TRANSLATE_NOOP(
        "texts", "Mappen innehåller andra filer. Välj en tom mapp."
    ),
    "profile.in_use": QT_TRANSLATE_NOOP("texts", "Programmet är redan öppet med den här profilen."),
    "profile.missing": QT_TRANSLATE_NOOP("texts", "Mappen har ingen profil."),
    "profile.newer": QT_TRANSLATE_NOOP(
        "texts", "Profilen är skriven av en nyare version av programmet."
    ),
    "profile.not_ours": QT_TRANSLATE_NOOP("texts", "Profilens mapp tillhör någon annan."),
    "profile.unfit": QT_TRANSLATE_NOOP("texts", "Profilens mapp går inte att läsa eller skriva."),
    "secret.unusable": QT_TRANSLATE_NOOP("texts", "Hemligheten är ingen rad text."),
    "settings.wrong": QT_TRANSLATE_NOOP("texts", "Inställningsfilen går inte att använda: {why}"),
    "sign_in.too_soon": QT_TRANSLATE_NOOP(
        "texts", "För många försök. Vänta {seconds} sekunder, eller be en administratör om hjälp."
    ),
    "slot.broken": QT_TRANSLATE_NOOP(
        "texts", "Lösenordets uppgifter är skadade. Be en administratör om ett nytt lösenord."
    ),
    "print.needs_recipient": QT_TRANSLATE_NOOP("texts", "Skriv vem som får utskriften."),
    "printer.away": QT_TRANSLATE_NOOP(
        "texts", "Skrivaren tog inte emot utskriften. Välj en annan eller spara som PDF."
    ),
    "restore.note_broken": QT_TRANSLATE_NOOP(
        "texts",
        "En återställning avbröts, och anteckningen om den ({file}) går inte att läsa. Inget har"
        " ändrats. Flytta undan den filen och återställ igen.",
    ),
    "store.away": QT_TRANSLATE_NOOP("texts", "Databasservern svarar inte."),
    "store.busy": QT_TRANSLATE_NOOP(
        "texts", "Databasen är upptagen. Inget har ändrats, försök igen."
    ),
    "store.damaged": QT_TRANSLATE_NOOP(
        "texts", "Databasen är skadad. Inget visas ur den. Återställ från en säkerhetskopia."
    ),
    "store.engine_unsafe": QT_TRANSLATE_NOOP(
        "texts", "Databasmotorn {version} kan tappa uppgifter. Programmet behöver uppdateras."
    ),
    "store.not_saved": QT_TRANSLATE_NOOP(
        "texts", "Inte sparat: disken är full eller går inte att skriva på. Texten finns kvar här."
    ),
    "store.of_another": QT_TRANSLATE_NOOP("texts", "Databasen i mappen är en annan profils."),
    "store.row_conflict": QT_TRANSLATE_NOOP(
        "texts", "Inte sparat: någon annan hann före. Öppna uppgiften igen."
    ),
    "store.too_new": QT_TRANSLATE_NOOP(
        "texts", "Databasen är skriven av en nyare version av programmet. Inget har ändrats."
    ),
    "text.invalid": QT_TRANSLATE_NOOP(
        "texts", "Texten är för lång eller har tecken som inte kan sparas."
    ),
    "triage.code_set_not_found": QT_TRANSLATE_NOOP(
        "texts", "Programmet saknar kodverket {version}."
    ),
    "triage.code_unknown": QT_TRANSLATE_NOOP("texts", "Koden finns inte i kodverket."),
    "unit.not_found": QT_TRANSLATE_NOOP("texts", "Enheten finns inte."),
    "unknown": QT_TRANSLATE_NOOP("texts", "Det gick inte."),
}


def sentence(error: KundcenterError) -> str:
    """What to say to the operator.  A fact that is missing leaves its place as it is."""
    words = _SENTENCES.get(error.code, _SENTENCES["unknown"])
    return QCoreApplication.translate("texts", str(words)).format_map(_Facts(error.facts))


class _Facts(dict[str, object]):
    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"
