"""The sentence for every error that is raised on purpose.  Codes and facts in, Swedish out."""

from __future__ import annotations

from kundcenter.errors import KundcenterError
from ui.case_texts import SENTENCES as CASES
from ui.centre_texts import SENTENCES as CENTRE
from ui.claiming_texts import SENTENCES as CLAIMING
from ui.guide_texts import SENTENCES as GUIDE
from ui.marked import QT_TRANSLATE_NOOP
from ui.person_texts import SENTENCES as PERSON
from ui.supervision_words.texts import SENTENCES as SUPERVISION
from ui.switchboard_words.texts import SENTENCES as SWITCHBOARD

_SENTENCES: dict[str, str] = {
    "access.locked": QT_TRANSLATE_NOOP("texts", "Skrivbordet är låst. Lås upp först."),
    "access.not_permitted": QT_TRANSLATE_NOOP("texts", "Din roll får inte göra det här."),
    "access.not_signed_in": QT_TRANSLATE_NOOP("texts", "Ingen är inloggad här."),
    "call.of_another": QT_TRANSLATE_NOOP("texts", "Samtalet är en annan operatörs."),
    "call.wrap_up_outside": QT_TRANSLATE_NOOP(
        "texts", "Efterarbete kan vara högst {limit} sekunder. Ta paus i stället."
    ),
    "hand_over.already_offered": QT_TRANSLATE_NOOP(
        "texts", "Kortet är redan erbjudet till en kollega. Ta tillbaka det först."
    ),
    "hand_over.not_offered": QT_TRANSLATE_NOOP(
        "texts", "Kortet är inte längre erbjudet. Någon har tagit det eller tagit tillbaka det."
    ),
    "hand_over.receiver_unfit": QT_TRANSLATE_NOOP(
        "texts", "Den kollegan kan inte ta emot kort. Välj en annan."
    ),
    "part.closed": QT_TRANSLATE_NOOP("texts", "Den delen av samtalet är redan avslutad."),
    "part.entry_elsewhere": QT_TRANSLATE_NOOP(
        "texts", "Anteckningen hör till ett annat samtal eller en annan del."
    ),
    "part.needs_note": QT_TRANSLATE_NOOP(
        "texts",
        "Råd till en patient ska journalföras. Skriv anteckningen, eller välj ett utfall som inte"
        " kräver någon.",
    ),
    "part.not_empty": QT_TRANSLATE_NOOP("texts", "Delen har ett innehåll och kan inte tas bort."),
    "part.not_found": QT_TRANSLATE_NOOP("texts", "Delen av samtalet finns inte."),
    "part.of_another_person": QT_TRANSLATE_NOOP(
        "texts", "Delen har en anteckning om en annan person. Öppna en ny del."
    ),
    "call.on_line": QT_TRANSLATE_NOOP("texts", "Samtalet pågår. Lägg på innan du avslutar kortet."),
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
    "entry.has_holes": QT_TRANSLATE_NOOP("texts", "Fyll i luckan innan du signerar."),
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
    "log_review.draw_not_found": QT_TRANSLATE_NOOP("texts", "Stickprovet finns inte."),
    "log_review.draw_too_large": QT_TRANSLATE_NOOP(
        "texts", "Ett stickprov omfattar högst {largest} åtkomster."
    ),
    "log_review.finding_needs_text": QT_TRANSLATE_NOOP("texts", "Skriv vad du fann."),
    "log_review.own_access": QT_TRANSLATE_NOOP(
        "texts", "Åtkomsten är din egen. Någon annan granskar den."
    ),
    "log_review.period_wrong": QT_TRANSLATE_NOOP(
        "texts", "Perioden ska ha passerat och är högst {longest_days} dygn."
    ),
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
    "alarm.not_found": QT_TRANSLATE_NOOP("texts", "Larmet finns inte."),
    "alarm.of_another": QT_TRANSLATE_NOOP("texts", "Larmet är någon annans."),
    "red_flags.wrong": QT_TRANSLATE_NOOP(
        "texts", "Innehållet i varningskortet kan inte användas: {why}"
    ),
    "line.no_emergency": QT_TRANSLATE_NOOP(
        "texts", "Växeln kan inte ringa 112 härifrån. Ring 112 på telefonen."
    ),
    "line.no_outgoing": QT_TRANSLATE_NOOP(
        "texts", "Växeln kan inte ringa upp härifrån. Slå numret på telefonen."
    ),
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
    "entry.follows_another": QT_TRANSLATE_NOOP(
        "texts",
        "Jämförelsen gäller en annan person. Välj Inte sagt under Sedan förra kontakten.",
    ),
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
    "dissent.empty": QT_TRANSLATE_NOOP(
        "texts", "Skriv både vem som har en annan mening och vad den är."
    ),
    "entry.ticked_twice": QT_TRANSLATE_NOOP(
        "texts", "Samma ruta är ikryssad två gånger. Kryssa i den en gång."
    ),
    "printer.away": QT_TRANSLATE_NOOP(
        "texts", "Skrivaren tog inte emot utskriften. Välj en annan eller spara som PDF."
    ),
    "restore.note_broken": QT_TRANSLATE_NOOP(
        "texts",
        "En återställning avbröts, och anteckningen om den ({file}) går inte att läsa. Inget har"
        " ändrats. Flytta undan den filen och återställ igen.",
    ),
    "snippet.code_invalid": QT_TRANSLATE_NOOP(
        "texts", "En kod har 1–20 bokstäver, siffror eller bindestreck, utan mellanslag."
    ),
    "snippet.code_taken": QT_TRANSLATE_NOOP("texts", "Koden har redan en fras på den nivån."),
    "snippet.empty": QT_TRANSLATE_NOOP("texts", "En fras behöver en rubrik och en text."),
    "snippet.file_faulty": QT_TRANSLATE_NOOP(
        "texts", "Inget är inläst: {count} rader i filen har fel, den första är rad {line}."
    ),
    "snippet.file_too_large": QT_TRANSLATE_NOOP(
        "texts", "Filen är för stor för en frasfil: högst {limit} byte."
    ),
    "snippet.many_choices": QT_TRANSLATE_NOOP("texts", "En lucka har högst nio val."),
    "snippet.needs_unit": QT_TRANSLATE_NOOP(
        "texts", "Du har ingen vårdenhet, så det finns ingen enhet att spara frasen för."
    ),
    "snippet.not_found": QT_TRANSLATE_NOOP("texts", "Frasen finns inte längre."),
    "snippet.repeated": QT_TRANSLATE_NOOP("texts", "Samma kod står två gånger (fras {at})."),
    "snippet.stale": QT_TRANSLATE_NOOP("texts", "Någon annan har ändrat frasen. Öppna den igen."),
    "snippet.text_wrong": QT_TRANSLATE_NOOP(
        "texts", "Texten går inte att förstå på rad {line}, tecken {column}."
    ),
    "snippet.too_many": QT_TRANSLATE_NOOP("texts", "Det är för många fraser: högst {limit}."),
    "text_file.away": QT_TRANSLATE_NOOP("texts", "Filen går inte att läsa."),
    "text_file.not_text": QT_TRANSLATE_NOOP("texts", "Filen är ingen textfil."),
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
    "operator.not_here_yet": QT_TRANSLATE_NOOP(
        "texts", "Centralen känner dig, men arbetsstationen vet det inte än. Vänta lite."
    ),
    "operator.not_there_yet": QT_TRANSLATE_NOOP(
        "texts", "Centralen har inte hunnit få veta av användaren. Försök igen om en stund."
    ),
    "unit.not_found": QT_TRANSLATE_NOOP("texts", "Enheten finns inte."),
    "unknown": QT_TRANSLATE_NOOP("texts", "Det gick inte."),
    **PERSON,
    **CENTRE,
    **GUIDE,
    **CLAIMING,
    **CASES,
    **SWITCHBOARD,
    **SUPERVISION,
}


def words_of(code: str) -> str | None:
    """The Swedish words of a code, their places unfilled; None when it has none."""
    return _SENTENCES.get(code)


def sentence(error: KundcenterError) -> str:
    """What to say to the operator.  A fact that is missing leaves its place as it is."""
    return _translated(error.code).format_map(_Facts(error.facts))


def sentence_of(code: str) -> str:
    """The sentence for a code of which nothing more is known; its places are left out."""
    return _translated(code).format_map(_Nothing()).replace(" (…)", "")


def _translated(code: str) -> str:
    from PySide6.QtCore import QCoreApplication  # the command line reads the table without Qt

    return QCoreApplication.translate("texts", _SENTENCES.get(code, _SENTENCES["unknown"]))


class _Nothing(dict[str, object]):
    def __missing__(self, name: str) -> str:
        return "…"


class _Facts(dict[str, object]):
    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"
