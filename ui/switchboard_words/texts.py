"""The sentences for the errors of the switchboard.  Codes and facts in, Swedish out."""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "absence.invalid": QT_TRANSLATE_NOOP(
        "texts", "Frånvaron går inte att spara så. Se över tiderna och vem som ersätter."
    ),
    "absence.not_found": QT_TRANSLATE_NOOP("texts", "Frånvaron finns inte."),
    "absence.over": QT_TRANSLATE_NOOP("texts", "Frånvaron är redan avslutad."),
    "contact.file_too_large": QT_TRANSLATE_NOOP(
        "texts", "Filen är för stor för att vara en telefonkatalog."
    ),
    "contact.invalid": QT_TRANSLATE_NOOP(
        "texts", "En uppgift i katalogens rad går inte att spara så. Se över den."
    ),
    "contact.not_found": QT_TRANSLATE_NOOP("texts", "Raden finns inte i katalogen."),
    "contact.stale": QT_TRANSLATE_NOOP(
        "texts", "Någon har ändrat raden i katalogen. Se hur den är nu."
    ),
    "contact.too_many": QT_TRANSLATE_NOOP(
        "texts", "Det är för många rader på en gång: {count}. Högst {limit} går."
    ),
    "handed.no_reply": QT_TRANSLATE_NOOP("texts", "Arbetsstationen svarade inte."),
    "handed.nobody_hears": QT_TRANSLATE_NOOP("texts", "Ingen arbetsstation är i gång på profilen."),
    "handed.way_not_own": QT_TRANSLATE_NOOP(
        "texts", "Mappen där andra program når arbetsstationen är inte din egen."
    ),
    "handed.invalid": QT_TRANSLATE_NOOP(
        "texts", "Det som lämnades in från ett annat program går inte att läsa."
    ),
    "inquiry.invalid": QT_TRANSLATE_NOOP(
        "texts", "Svaret går inte att spara så. Ange grund, skäl och vem som ringdes upp."
    ),
    "inquiry.protected": QT_TRANSLATE_NOOP(
        "texts", "Personen har skyddad identitet. Växeln lämnar inte ut något till någon."
    ),
    "line.consult_wrong": QT_TRANSLATE_NOOP(
        "texts", "Det går inte nu: antingen tillfrågas ingen, eller så tillfrågas någon redan."
    ),
    "line.no_transfers": QT_TRANSLATE_NOOP(
        "texts", "Växeln kan inte koppla samtal från den här arbetsplatsen. Koppla på telefonen."
    ),
    "message.invalid": QT_TRANSLATE_NOOP(
        "texts", "Meddelandet går inte att spara så. Se över mottagare, text och hur det ska fram."
    ),
    "message.not_allowed": QT_TRANSLATE_NOOP(
        "texts", "Regionen har inte tillåtit meddelanden till den adressen."
    ),
    "message.not_found": QT_TRANSLATE_NOOP("texts", "Meddelandet finns inte."),
    "message.state_wrong": QT_TRANSLATE_NOOP("texts", "Det går inte så som meddelandet står nu."),
    "mode.invalid": QT_TRANSLATE_NOOP(
        "texts", "Läget går inte att ändra så. Ange ett skäl, och en sluttid som inte har varit."
    ),
    "mode.lifted": QT_TRANSLATE_NOOP("texts", "Läget är redan hävt."),
    "mode.not_found": QT_TRANSLATE_NOOP("texts", "Ändringen av läget finns inte."),
    "question.invalid": QT_TRANSLATE_NOOP(
        "texts", "Frågan går inte att spara så. Välj ett kort, eller skriv vad som frågades."
    ),
    "question.not_found": QT_TRANSLATE_NOOP("texts", "Frågan finns inte."),
    "question.settled": QT_TRANSLATE_NOOP("texts", "Frågan är redan omhändertagen."),
    "switchboard_terms.invalid": QT_TRANSLATE_NOOP(
        "texts", "Växelns villkor går inte att publicera så. Se rad {row}."
    ),
    "switchboard_terms.not_found": QT_TRANSLATE_NOOP(
        "texts", "Den utgåvan av växelns villkor finns inte."
    ),
    "switchboard_terms.stale": QT_TRANSLATE_NOOP(
        "texts", "Någon har publicerat utgåva {number} av växelns villkor. Se vad som gäller nu."
    ),
    "topic.invalid": QT_TRANSLATE_NOOP(
        "texts", "Kunskapskortet går inte att spara så. Se över uppgifterna."
    ),
    "topic.not_found": QT_TRANSLATE_NOOP("texts", "Kunskapskortet finns inte."),
    "topic.too_many": QT_TRANSLATE_NOOP(
        "texts", "För många kunskapskort på en gång ({count}, högst {limit})."
    ),
    "topic.repeated": QT_TRANSLATE_NOOP(
        "texts", "Två kort har samma område och rubrik (kort {row})."
    ),
    "topic.file_too_large": QT_TRANSLATE_NOOP(
        "texts", "Filen är för stor för att vara kunskapskort."
    ),
    "topic.stale": QT_TRANSLATE_NOOP("texts", "Någon har ändrat kunskapskortet. Se hur det är nu."),
    "transfer.invalid": QT_TRANSLATE_NOOP(
        "texts", "Samtalet går inte att koppla så. Välj mottagare igen."
    ),
    "transfer.not_found": QT_TRANSLATE_NOOP("texts", "Kopplingen finns inte."),
    "transfer.over": QT_TRANSLATE_NOOP("texts", "Det är redan klart hur kopplingen gick."),
}
