"""What a summary says of a period and hands over, marked for translation.

The words themselves are those of domain.supervision: on paper and in files they are Swedish.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kundcenter.domain.supervision.said import Saying, spoken

CONTEXT = "handover"
HAND_OVER_WORDS: tuple[object, ...] = (
    QT_TRANSLATE_NOOP("handover", "Försenade återuppringningar"),
    QT_TRANSLATE_NOOP("handover", "Öppna säkerhetsnät"),
    QT_TRANSLATE_NOOP("handover", "Osignerade, äldre än två dygn"),
    QT_TRANSLATE_NOOP("handover", "Ärenden nära sin dag"),
    QT_TRANSLATE_NOOP("handover", "Omstyrda enheter"),
    QT_TRANSLATE_NOOP("handover", "Stängda köer"),
    QT_TRANSLATE_NOOP("handover", "Händelser och avbrott"),
    QT_TRANSLATE_NOOP("handover", "Ensamarbete"),
    QT_TRANSLATE_NOOP("handover", "Telefonin borta"),
    QT_TRANSLATE_NOOP("handover", "Centralen borta"),
    QT_TRANSLATE_NOOP("handover", "Journalsystemet"),
    QT_TRANSLATE_NOOP("handover", "Nätverket"),
    QT_TRANSLATE_NOOP("handover", "Strömmen"),
    QT_TRANSLATE_NOOP("handover", "Bemanningen"),
    QT_TRANSLATE_NOOP("handover", "Annat"),
    QT_TRANSLATE_NOOP("handover", "rådgivning"),
    QT_TRANSLATE_NOOP("handover", "chefläkarens beslut"),
    QT_TRANSLATE_NOOP("handover", "mottagningsbekräftelse"),
    QT_TRANSLATE_NOOP("handover", "första svar"),
    QT_TRANSLATE_NOOP("handover", "svar"),
    QT_TRANSLATE_NOOP("handover", "lex Maria"),
    QT_TRANSLATE_NOOP("handover", "IVO"),
    QT_TRANSLATE_NOOP("handover", "klagomål"),
    QT_TRANSLATE_NOOP("handover", "synpunkt"),
    QT_TRANSLATE_NOOP("handover", "beröm"),
    QT_TRANSLATE_NOOP("handover", "fråga"),
    QT_TRANSLATE_NOOP("handover", "e-tjänst"),
    QT_TRANSLATE_NOOP("handover", "1177 på telefon"),
    QT_TRANSLATE_NOOP("handover", "Växeln"),
    QT_TRANSLATE_NOOP("handover", "Servicedisken"),
    QT_TRANSLATE_NOOP("handover", "Inga"),
    QT_TRANSLATE_NOOP("handover", "{count}, varav {late} sen"),
    QT_TRANSLATE_NOOP("handover", "{count}, varav {late} sena"),
    QT_TRANSLATE_NOOP("handover", "Egen återuppringning"),
    QT_TRANSLATE_NOOP("handover", "Kö: {unit}"),
    QT_TRANSLATE_NOOP("handover", "Enhetens kö"),
    QT_TRANSLATE_NOOP("handover", ", försök {count}"),
    QT_TRANSLATE_NOOP("handover", "Följ upp hur det gick"),
    QT_TRANSLATE_NOOP("handover", "Osignerad i {days} dygn"),
    QT_TRANSLATE_NOOP("handover", "{clock} senast {day}"),
    QT_TRANSLATE_NOOP("handover", "ingen annan enhet"),
    QT_TRANSLATE_NOOP("handover", "en annan enhet"),
    QT_TRANSLATE_NOOP("handover", "En enhet"),
    QT_TRANSLATE_NOOP("handover", "tills vidare"),
    QT_TRANSLATE_NOOP("handover", "till {moment}"),
    QT_TRANSLATE_NOOP("handover", " ({count} arbetsplatser)"),
    QT_TRANSLATE_NOOP("handover", "pågår"),
    QT_TRANSLATE_NOOP("handover", "planerat {minutes}"),
    QT_TRANSLATE_NOOP("handover", "inget schema"),
    QT_TRANSLATE_NOOP("handover", "Närvaro inte noterad"),
    QT_TRANSLATE_NOOP("handover", "{minutes} min"),
    QT_TRANSLATE_NOOP("handover", "{minutes} minuter"),
    QT_TRANSLATE_NOOP("handover", "Ensam"),
    QT_TRANSLATE_NOOP("handover", "Ingen inloggad"),
    QT_TRANSLATE_NOOP("handover", "UTC+1 på vintern, UTC+2 på sommaren"),
    QT_TRANSLATE_NOOP("handover", "{before} blir {after}, klockan ställs "),
    QT_TRANSLATE_NOOP("handover", "framåt: timmen 02–03 saknas"),
    QT_TRANSLATE_NOOP("handover", "bakåt: timmen 02–03 kommer två gånger"),
    QT_TRANSLATE_NOOP("handover", "Tiden är inte slut: siffrorna är så långt"),
    QT_TRANSLATE_NOOP("handover", "Inga samtal finns här"),
    QT_TRANSLATE_NOOP("handover", "Samtal finns här från {moment}"),
    QT_TRANSLATE_NOOP(
        "handover", "En timme i början eller slutet saknas: dess samtal har lämnat datorn"
    ),
    QT_TRANSLATE_NOOP("handover", "Väntar ännu och räknas inte: {count}"),
    QT_TRANSLATE_NOOP("handover", "Aktiv rådgivning och bemanning räknas för högst åtta dagar"),
    QT_TRANSLATE_NOOP("handover", "Ensamarbete räknas för högst två månader"),
    QT_TRANSLATE_NOOP("handover", "Ett mål ändrades under tiden: det som gällde sist är visat"),
    QT_TRANSLATE_NOOP("handover", "den senaste {weekday}"),
    QT_TRANSLATE_NOOP("handover", "de {count} senaste {weekdays}"),
    QT_TRANSLATE_NOOP("handover", "{year} vecka {week}"),
    QT_TRANSLATE_NOOP("handover", "{year} tertial {number}"),
    QT_TRANSLATE_NOOP("handover", " och "),
    QT_TRANSLATE_NOOP("handover", "två"),
    QT_TRANSLATE_NOOP("handover", "tre"),
    QT_TRANSLATE_NOOP("handover", "fyra"),
    QT_TRANSLATE_NOOP("handover", "måndagen"),
    QT_TRANSLATE_NOOP("handover", "måndagarna"),
    QT_TRANSLATE_NOOP("handover", "tisdagen"),
    QT_TRANSLATE_NOOP("handover", "tisdagarna"),
    QT_TRANSLATE_NOOP("handover", "onsdagen"),
    QT_TRANSLATE_NOOP("handover", "onsdagarna"),
    QT_TRANSLATE_NOOP("handover", "torsdagen"),
    QT_TRANSLATE_NOOP("handover", "torsdagarna"),
    QT_TRANSLATE_NOOP("handover", "fredagen"),
    QT_TRANSLATE_NOOP("handover", "fredagarna"),
    QT_TRANSLATE_NOOP("handover", "lördagen"),
    QT_TRANSLATE_NOOP("handover", "lördagarna"),
    QT_TRANSLATE_NOOP("handover", "söndagen"),
    QT_TRANSLATE_NOOP("handover", "söndagarna"),
)


def shown(saying: Saying) -> str:
    """In the language of the screen."""
    return spoken(saying, shown_text)


def shown_text(text: str) -> str:
    """One of the words above in the language of the screen."""
    return QCoreApplication.translate(CONTEXT, text)
