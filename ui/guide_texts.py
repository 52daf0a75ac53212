"""The sentences for the errors of guiding: units, redirects, rules, packs, referrals."""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "unit.hsa_taken": QT_TRANSLATE_NOOP(
        "texts", "En annan enhet har redan detta HSA-id. Den kan vara tagen ur bruk."
    ),
    "unit.invalid": QT_TRANSLATE_NOOP("texts", "En uppgift om enheten går inte att spara."),
    "unit.not_retired": QT_TRANSLATE_NOOP("texts", "Enheten är redan i bruk."),
    "unit.repeated": QT_TRANSLATE_NOOP("texts", "Samma HSA-id står två gånger (rad {row})."),
    "unit.replaces_itself": QT_TRANSLATE_NOOP("texts", "En enhet kan inte ersätta sig själv."),
    "unit.retired": QT_TRANSLATE_NOOP("texts", "Enheten är tagen ur bruk."),
    "unit.too_many": QT_TRANSLATE_NOOP(
        "texts", "Det är {count} enheter. Högst {limit} kan läsas in på en gång."
    ),
    "redirect.lifted": QT_TRANSLATE_NOOP("texts", "Omdirigeringen är redan hävd."),
    "redirect.needs_reason": QT_TRANSLATE_NOOP("texts", "Skriv varför enheten omdirigeras."),
    "redirect.not_found": QT_TRANSLATE_NOOP("texts", "Omdirigeringen finns inte."),
    "redirect.period_invalid": QT_TRANSLATE_NOOP(
        "texts", "Omdirigeringen måste sluta efter att den har börjat."
    ),
    "redirect.to_itself": QT_TRANSLATE_NOOP(
        "texts", "Omdirigeringen skulle leda tillbaka till samma enhet. Välj en annan."
    ),
    "duty.invalid": QT_TRANSLATE_NOOP("texts", "En uppgift om jourpasset går inte att spara."),
    "duty.not_found": QT_TRANSLATE_NOOP("texts", "Jourpasset finns inte längre."),
    "duty.stale": QT_TRANSLATE_NOOP("texts", "Någon annan har ändrat jourpasset. Öppna det igen."),
    "duty.taken": QT_TRANSLATE_NOOP(
        "texts", "Ett annat jourpass har samma plats i ordningen vid den tiden."
    ),
    "duty.too_many": QT_TRANSLATE_NOOP(
        "texts", "Det är {count} jourpass. Högst {limit} kan läsas in på en gång."
    ),
    "hours.invalid": QT_TRANSLATE_NOOP(
        "texts",
        "Öppettid nummer {at} stämmer inte: dag, tid eller datum saknas eller krockar.",
    ),
    "hours.text_wrong": QT_TRANSLATE_NOOP(
        "texts",
        "Öppettiderna går inte att läsa vid tecken {at}."
        " Skriv till exempel mån-fre 08:00-17:00; lör 10:00-14:00; 2026-12-24 stängt.",
    ),
    "hours.too_many": QT_TRANSLATE_NOOP("texts", "Öppettiderna är för många: högst {limit}."),
    "unit.stale": QT_TRANSLATE_NOOP(
        "texts", "Någon annan har ändrat enhetens kort. Öppna det igen."
    ),
    "unit.file_faulty": QT_TRANSLATE_NOOP(
        "texts", "Filen är inte inläst: {count} fel, det första på rad {line}."
    ),
    "unit.file_too_large": QT_TRANSLATE_NOOP("texts", "Filen är för stor för att vara enheter."),
    "consult.wrong": QT_TRANSLATE_NOOP(
        "texts", "Uppgifterna om andra regioner och språk går inte att använda ({why})."
    ),
    "pack.not_found": QT_TRANSLATE_NOOP("texts", "Innehållspaketet finns inte."),
    "pack.topic_not_found": QT_TRANSLATE_NOOP("texts", "Innehållspaketet har inget sådant ämne."),
    "pack.stale": QT_TRANSLATE_NOOP("texts", "Någon annan har ändrat ämnet. Öppna det igen."),
    "pack.faulty": QT_TRANSLATE_NOOP(
        "texts", "Innehållspaketet är inte inläst: {count} fel, det första vid {place}."
    ),
    "pack.file_too_large": QT_TRANSLATE_NOOP(
        "texts", "Filen är för stor för att vara ett innehållspaket."
    ),
    "pack.known": QT_TRANSLATE_NOOP(
        "texts", "Den versionen av innehållspaketet är redan inläst. Ge den ändrade en ny version."
    ),
    "pack.review_passed": QT_TRANSLATE_NOOP(
        "texts", "Granskningsdagen är passerad. Läs in en granskad version."
    ),
    "pack.approved": QT_TRANSLATE_NOOP("texts", "Innehållspaketet är redan godkänt."),
    "pack.retired": QT_TRANSLATE_NOOP("texts", "Innehållspaketet är taget ur bruk."),
    "pack.topic_not_edited": QT_TRANSLATE_NOOP(
        "texts", "Ämnet har ingen lokal formulering att ta tillbaka."
    ),
    "rules.cases_fail": QT_TRANSLATE_NOOP(
        "texts", "Alla fall i tabellen måste stämma. Prova reglerna och se vilka som inte gör det."
    ),
    "rules.draft_stands": QT_TRANSLATE_NOOP(
        "texts", "Det finns redan ett utkast till regler. Gör klart det, eller kasta det först."
    ),
    "rules.invalid": QT_TRANSLATE_NOOP(
        "texts", "En uppgift i reglerna eller i tabellen med fall går inte att spara."
    ),
    "rules.not_found": QT_TRANSLATE_NOOP("texts", "Reglerna finns inte."),
    "rules.published": QT_TRANSLATE_NOOP(
        "texts", "Reglerna är publicerade och ändras inte. Gör ett nytt utkast."
    ),
    "rules.stale": QT_TRANSLATE_NOOP("texts", "Någon annan har ändrat utkastet. Öppna det igen."),
    "export.empty": QT_TRANSLATE_NOOP("texts", "Det finns inget att exportera."),
    "export.needs_number": QT_TRANSLATE_NOOP(
        "texts", "Patienten har inget nummer som andra journalsystem känner. Skriv ut i stället."
    ),
    "export.of_several": QT_TRANSLATE_NOOP(
        "texts", "En fil gäller en patient. Exportera varje patient för sig."
    ),
    "export.protected": QT_TRANSLATE_NOOP(
        "texts",
        "Patienten har skyddade personuppgifter, som inte får stå i en fil. Skriv ut i stället.",
    ),
    "export.too_large": QT_TRANSLATE_NOOP(
        "texts", "En fil har plats för högst {limit} anteckningar. Välj en kortare tid."
    ),
    "export.unsigned": QT_TRANSLATE_NOOP(
        "texts", "Anteckningen är inte signerad. Signera den innan den exporteras."
    ),
    "new_file.there": QT_TRANSLATE_NOOP(
        "texts", "Det finns redan en fil med det namnet. Välj ett annat."
    ),
    "new_file.unwritten": QT_TRANSLATE_NOOP("texts", "Filen gick inte att skriva ({why})."),
    "referral.booked_in_past": QT_TRANSLATE_NOOP(
        "texts", "Tiden har redan varit, eller är mer än ett år bort."
    ),
    "referral.booked_when_closed": QT_TRANSLATE_NOOP(
        "texts", "Enheten är stängd då. Välj en tid när den är öppen."
    ),
    "referral.booking_not_allowed": QT_TRANSLATE_NOOP(
        "texts", "Dit bokar 1177 inga tider. Hänvisa utan tid."
    ),
    "referral.done": QT_TRANSLATE_NOOP(
        "texts", "Hänvisningen är redan avbokad, eller så är det redan sagt."
    ),
    "referral.needs_outcome": QT_TRANSLATE_NOOP(
        "texts", "Anteckningen säger inte vart. Välj hänvisning (F9) och spara först."
    ),
    "referral.needs_receiver": QT_TRANSLATE_NOOP("texts", "Skriv vem som tar emot."),
    "referral.needs_unit": QT_TRANSLATE_NOOP(
        "texts", "Hänvisningen behöver en enhet. Välj den (Ctrl+F9) och spara först."
    ),
    "referral.not_found": QT_TRANSLATE_NOOP("texts", "Hänvisningen finns inte."),
    "referral.of_another_unit": QT_TRANSLATE_NOOP(
        "texts", "En annan enhet har hänvisat. Den följer upp det."
    ),
    "referral.parts_invalid": QT_TRANSLATE_NOOP("texts", "Bocka av det som du har läst upp."),
    "referral.period_wrong": QT_TRANSLATE_NOOP(
        "texts", "Perioden börjar efter att den slutar, eller är längre än 400 dagar."
    ),
    "referral.ranking_invalid": QT_TRANSLATE_NOOP(
        "texts", "Platsen i listan stämmer inte. Öppna listan igen."
    ),
    "referral.stands": QT_TRANSLATE_NOOP(
        "texts", "Patienten är redan hänvisad dit. Boka om eller avboka i stället."
    ),
    "referral.untold": QT_TRANSLATE_NOOP("texts", "Säg nådd, ej nådd eller avbokad."),
}
