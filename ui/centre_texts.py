"""The sentences for what can stand between a desk and the centre.  Codes in, Swedish out."""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "anchor.broken": QT_TRANSLATE_NOOP(
        "texts",
        "Centralens intyg om sina loggar följer inte på det som finns här. Arbetet går vidare."
        " En administratör behöver granska centralens loggar.",
    ),
    "anchor.differs": QT_TRANSLATE_NOOP(
        "texts",
        "Centralen känner inte igen sitt eget intyg om loggarna. Dess historia är ändrad, eller "
        "databasen tillbakalagd. Arbetet går vidare. En administratör behöver titta på det.",
    ),
    "anchor.doubt": QT_TRANSLATE_NOOP(
        "texts", "Centralens loggar stämmer inte med vad den har sagt förut."
    ),
    "anchor.forged": QT_TRANSLATE_NOOP(
        "texts",
        "Ett intyg om centralens loggar är inte undertecknat av centralen. Arbetet går vidare."
        " En administratör behöver titta på det.",
    ),
    "anchor.heads_went_back": QT_TRANSLATE_NOOP(
        "texts", "Centralen har mindre av en arbetsstation än den har intygat, eller något annat."
    ),
    "anchor.own_lost": QT_TRANSLATE_NOOP(
        "texts",
        "Centralen intygar mindre av arbetet här än den har gjort förut. Arbetet går vidare."
        " En administratör behöver granska centralens loggar.",
    ),
    "anchor.own_wrong": QT_TRANSLATE_NOOP(
        "texts",
        "Centralen intygar något annat än vad som har gjorts här. Arbetet går vidare."
        " En administratör behöver granska loggarna.",
    ),
    "anchor.witness_unreadable": QT_TRANSLATE_NOOP(
        "texts", "Filen med centralens intyg går inte att läsa ({why})."
    ),
    "anchor.witness_unwritten": QT_TRANSLATE_NOOP(
        "texts", "Filen med centralens intyg går inte att skriva ({why})."
    ),
    "centre.address_taken": QT_TRANSLATE_NOOP("texts", "Adressen går inte att lyssna på ({why})."),
    "centre.away": QT_TRANSLATE_NOOP("texts", "Centralen svarar inte. Arbetet går vidare här."),
    "centre.busy": QT_TRANSLATE_NOOP("texts", "Centralen har mycket att göra. Försök igen."),
    "centre.certificate_unusable": QT_TRANSLATE_NOOP(
        "texts", "Serverns certifikat och nyckel går inte att använda."
    ),
    "centre.config_wrong": QT_TRANSLATE_NOOP(
        "texts", "Centralens inställningar går inte att använda: {why}."
    ),
    "centre.folder_unfit": QT_TRANSLATE_NOOP(
        "texts", "Centralens mapp går inte att skriva i ({why})."
    ),
    "centre.in_use": QT_TRANSLATE_NOOP(
        "texts", "Någon använder databasen ({count} anslutningar). Stoppa tjänsten först."
    ),
    "centre.not_founded": QT_TRANSLATE_NOOP("texts", "Databasen är ingen central."),
    "centre.refused": QT_TRANSLATE_NOOP("texts", "Centralen säger nej ({code})."),
    "centre.too_large": QT_TRANSLATE_NOOP("texts", "Centralen tar inte emot så mycket på en gång."),
    "centre.untrusted": QT_TRANSLATE_NOOP(
        "texts", "Den som svarar kan inte visa att den är centralen ({why})."
    ),
    "centre.without_tls": QT_TRANSLATE_NOOP("texts", "Utan certifikat betjänas ingen."),
    "certificate.broken": QT_TRANSLATE_NOOP("texts", "Certifikatet {file} går inte att läsa."),
    "device.frozen": QT_TRANSLATE_NOOP(
        "texts",
        "Centralen har stoppat den här arbetsstationen tills någon har tittat på den.",
    ),
    "device.not_recognised": QT_TRANSLATE_NOOP("texts", "Centralen känner inte igen skrivbordet."),
    "device.unknown": QT_TRANSLATE_NOOP(
        "texts", "Centralen känner inte till den här arbetsstationen."
    ),
    "enrolment.authority_missing": QT_TRANSLATE_NOOP(
        "texts", "Filen med centralens certifikatutfärdare går inte att läsa."
    ),
    "enrolment.code_refused": QT_TRANSLATE_NOOP("texts", "Koden gäller inte. Be om en ny."),
    "enrolment.demo": QT_TRANSLATE_NOOP(
        "texts", "En demoprofil kan inte anslutas till en central."
    ),
    "enrolment.too_often": QT_TRANSLATE_NOOP(
        "texts", "För många försök. Vänta {seconds} sekunder."
    ),
    "link.failed": QT_TRANSLATE_NOOP(
        "texts", "Något gick fel i förbindelsen. Felet är antecknat i loggen."
    ),
    "link.no_centre": QT_TRANSLATE_NOOP(
        "texts",
        "Arbetsstationen hör till en central som inte längre står i inställningarna."
        " Det som görs sparas här, men skickas ingenstans.",
    ),
    "message.not_our_media": QT_TRANSLATE_NOOP("texts", "Meddelandet är av ett annat slag."),
    "message.too_large": QT_TRANSLATE_NOOP(
        "texts", "Meddelandet är för stort: högst {limit} byte."
    ),
    "quarantine.not_found": QT_TRANSLATE_NOOP("texts", "Ingen operation i karantän har det id:t."),
    "quarantine.written_anew": QT_TRANSLATE_NOOP(
        "texts", "Någon har löst uppgiften. Genomförd också skulle den finnas två gånger."
    ),
    "rebuild.no_centre": QT_TRANSLATE_NOOP(
        "texts", "Arbetsstationen har ingen central som databasen kan hämtas från."
    ),
    "store.central_unsafe": QT_TRANSLATE_NOOP(
        "texts", "PostgreSQL har {setting} = {found}, och så kan sparat arbete gå förlorat."
    ),
    "sync.centre_refused": QT_TRANSLATE_NOOP(
        "texts", "Centralen sade nej. Programmet behöver kanske uppdateras."
    ),
    "sync.diverged": QT_TRANSLATE_NOOP(
        "texts", "Uppgifterna här stämde inte med centralens. De hämtas på nytt."
    ),
    "sync.hole": QT_TRANSLATE_NOOP(
        "texts", "Något saknades i det som kom från centralen. Det hämtas på nytt."
    ),
    "sync.id_taken": QT_TRANSLATE_NOOP(
        "texts", "En annan händelse har redan samma beteckning. Arbetsledaren behöver titta på den."
    ),
    "sync.mass_removal": QT_TRANSLATE_NOOP(
        "texts",
        "Centralen vill ta bort mer än hälften av uppgifterna här ({count} stycken). "
        "Inget är borttaget. En administratör behöver titta på det.",
    ),
    "sync.message_wrong": QT_TRANSLATE_NOOP(
        "texts", "Centralen svarade något som programmet inte förstår."
    ),
    "sync.protocol_unknown": QT_TRANSLATE_NOOP(
        "texts", "Centralen och arbetsstationen är av för olika versioner."
    ),
    "sync.not_its_operator": QT_TRANSLATE_NOOP(
        "texts", "Arbetsstationen ändrade en användare som inte är dess egen."
    ),
    "sync.not_of_the_session": QT_TRANSLATE_NOOP(
        "texts", "Händelsen stämmer inte med den inloggning som den gjordes under."
    ),
    "sync.not_understood": QT_TRANSLATE_NOOP(
        "texts", "Centralen kunde inte utföra händelsen. Den är sparad där, hel."
    ),
    "sync.of_another_device": QT_TRANSLATE_NOOP(
        "texts", "Händelsen är gjord vid en annan arbetsstation än den som skickade den."
    ),
    "sync.other_centre": QT_TRANSLATE_NOOP(
        "texts", "Det är inte den central som arbetsstationen hör till. Inget har skickats dit."
    ),
    "sync.stopped": QT_TRANSLATE_NOOP(
        "texts",
        "Arbetsstationen och centralen är inte överens om vad som har gjorts här. Inget är borta.",
    ),
    "ticket.clock_behind": QT_TRANSLATE_NOOP(
        "texts", "Datorns klocka går efter. Logga in när centralen svarar."
    ),
    "ticket.exceeded": QT_TRANSLATE_NOOP(
        "texts", "Inloggningen hade fler roller, eller en annan enhet, än centralen gav."
    ),
    "ticket.forged": QT_TRANSLATE_NOOP(
        "texts", "Den sparade behörigheten är inte centralens. Logga in när centralen svarar."
    ),
    "ticket.leave_over": QT_TRANSLATE_NOOP(
        "texts", "Det var för länge sedan du loggade in hos centralen. Logga in på nytt först."
    ),
    "ticket.missing": QT_TRANSLATE_NOOP(
        "texts",
        "Centralen svarar inte. Utan den kan bara den logga in som nyligen har loggat in här.",
    ),
    "profile.erased_by_centre": QT_TRANSLATE_NOOP(
        "texts", "Den här arbetsstationen är raderad på centralens begäran."
    ),
    "ticket.none_for_session": QT_TRANSLATE_NOOP(
        "texts", "Centralen har inte gett lov till inloggningen."
    ),
    "ticket.nothing_offline": QT_TRANSLATE_NOOP(
        "texts", "Din roll kan inte användas när centralen inte svarar."
    ),
    "ticket.over": QT_TRANSLATE_NOOP(
        "texts", "Det är över tre dygn sedan du loggade in hos centralen. Logga in när den svarar."
    ),
    "ticket.revoked": QT_TRANSLATE_NOOP(
        "texts", "Inloggningen gjordes när behörigheten redan var indragen."
    ),
    "token.wrong": QT_TRANSLATE_NOOP("texts", "Skrivbordet måste visa upp sig för centralen igen."),
    "work_item.not_found": QT_TRANSLATE_NOOP("texts", "Uppgiften finns inte."),
    "work_item.resolution_needed": QT_TRANSLATE_NOOP("texts", "Skriv hur det löstes."),
    "work_item.resolved": QT_TRANSLATE_NOOP("texts", "Någon har redan löst uppgiften."),
}
