"""The definitions of the figures, their numerators and denominators, marked for translation."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: tuple[object, ...] = (
    QT_TRANSLATE_NOOP(
        "figures",
        "Samtal som nådde kön under tiden, också de som lades på. Ett samtal räknas en gång "
        "för varje kö, när det kom in i kön.",
    ),
    QT_TRANSLATE_NOOP("figures", "Alla inkommande samtal till kön"),
    QT_TRANSLATE_NOOP("figures", "Inkommande samtal som någon svarade på."),
    QT_TRANSLATE_NOOP("figures", "Samtal som någon svarade på"),
    QT_TRANSLATE_NOOP(
        "figures",
        "Samtal där den som ringde lade på före svar, efter minst {short} s.",
    ),
    QT_TRANSLATE_NOOP("figures", "Samtal som lades på före svar, efter minst {short} s"),
    QT_TRANSLATE_NOOP("figures", "Samtal där den som ringde lade på inom {short} s."),
    QT_TRANSLATE_NOOP("figures", "Samtal som lades på före {short} s"),
    QT_TRANSLATE_NOOP(
        "figures",
        "Samtal som ringde hos någon utan att besvaras här, och där växeln inte har sagt att "
        "den som ringde lade på. De räknas som inkommande när det har gått en timme: så länge kan "
        "de vänta ännu.",
    ),
    QT_TRANSLATE_NOOP("figures", "Samtal utan svar och utan besked om hur de slutade"),
    QT_TRANSLATE_NOOP(
        "figures",
        "Besvarade samtal av inkommande, utan korta uppringningar (under {short} s).",
    ),
    QT_TRANSLATE_NOOP("figures", "Inkommande samtal utom korta uppringningar (under {short} s)"),
    QT_TRANSLATE_NOOP("figures", "Besvarade samtal av alla inkommande, också korta uppringningar."),
    QT_TRANSLATE_NOOP(
        "figures",
        "Samtal som lades på efter minst {short} s, av inkommande utan korta uppringningar.",
    ),
    QT_TRANSLATE_NOOP(
        "figures",
        "Väntan i kö till svar, i medeltal för besvarade samtal. Tappade samtal ingår inte.",
    ),
    QT_TRANSLATE_NOOP("figures", "Sammanlagd väntan för besvarade samtal, sekunder"),
    QT_TRANSLATE_NOOP(
        "figures",
        "Hälften av de besvarade samtalen väntade högst så länge, i hela sekunder.",
    ),
    QT_TRANSLATE_NOOP("figures", "Väntan för det mittersta besvarade samtalet, sekunder"),
    QT_TRANSLATE_NOOP("figures", "Den längsta väntan i kö till svar."),
    QT_TRANSLATE_NOOP("figures", "Väntan för det besvarade samtal som väntade längst, sekunder"),
    QT_TRANSLATE_NOOP(
        "figures",
        "Samtal som besvarades inom {near} s, av inkommande utan korta uppringningar.",
    ),
    QT_TRANSLATE_NOOP("figures", "Samtal besvarade inom {near} s"),
    QT_TRANSLATE_NOOP(
        "figures",
        "Samtal som besvarades inom {far} s, av inkommande utan korta uppringningar.",
    ),
    QT_TRANSLATE_NOOP("figures", "Samtal besvarade inom {far} s"),
    QT_TRANSLATE_NOOP(
        "figures",
        "Samtalstid, parkerad tid och efterarbete, i medeltal för besvarade samtal som är "
        "avslutade.",
    ),
    QT_TRANSLATE_NOOP("figures", "Samtalstid, parkerad tid och efterarbete, sekunder"),
    QT_TRANSLATE_NOOP("figures", "Besvarade samtal som är avslutade"),
    QT_TRANSLATE_NOOP(
        "figures",
        "Tid i samtal, utan parkerad tid, i medeltal för besvarade samtal som är avslutade.",
    ),
    QT_TRANSLATE_NOOP("figures", "Samtalstid utan parkerad tid, sekunder"),
    QT_TRANSLATE_NOOP(
        "figures",
        "Tid som den som ringde var parkerad, i medeltal för besvarade samtal som är avslutade.",
    ),
    QT_TRANSLATE_NOOP("figures", "Parkerad tid, sekunder"),
    QT_TRANSLATE_NOOP(
        "figures",
        "Tid från samtalets slut tills den som svarade är redo igen, i medeltal för "
        "besvarade samtal som är avslutade.",
    ),
    QT_TRANSLATE_NOOP("figures", "Efterarbete, sekunder"),
    QT_TRANSLATE_NOOP(
        "figures", "Samtal som någon själv registrerade. De ingår inte i måtten för kön."
    ),
    QT_TRANSLATE_NOOP("figures", "Samtal registrerade för hand"),
    QT_TRANSLATE_NOOP(
        "figures",
        "Samtal från växeln som inte kom genom en kö. De ingår inte i måtten för kön.",
    ),
    QT_TRANSLATE_NOOP(
        "figures",
        "Anteckningar om en patient som också hade kontakt under de 24 timmarna före, i ett annat "
        "samtal.",
    ),
    QT_TRANSLATE_NOOP(
        "figures", "Anteckningar om en patient som hade kontakt under 24 timmar före"
    ),
    QT_TRANSLATE_NOOP(
        "figures",
        "Återuppringningar som lades under tiden. De räknas för sig, inte i köns väntan.",
    ),
    QT_TRANSLATE_NOOP(
        "figures",
        "Återuppringningar som avslutades med att den som väntade nåddes, under tiden.",
    ),
    QT_TRANSLATE_NOOP(
        "figures",
        "Återuppringningar som avslutades utan att någon nåddes, under tiden.",
    ),
    QT_TRANSLATE_NOOP("figures", "Återuppringningar avslutade utan svar"),
    QT_TRANSLATE_NOOP(
        "figures",
        "Återuppringningar som nåddes efter utlovad tid, av alla som nåddes under tiden.",
    ),
    QT_TRANSLATE_NOOP("figures", "Nådda efter utlovad tid"),
    QT_TRANSLATE_NOOP(
        "figures",
        "Tid från att återuppringningen lades till att den som väntade nåddes, i medeltal. "
        "Redovisas skilt från medelväntetiden i kö.",
    ),
    QT_TRANSLATE_NOOP("figures", "Sammanlagd väntan till nådd, minuter"),
    QT_TRANSLATE_NOOP("figures", "Anteckningar om kontakter under tiden, signerade eller inte."),
    QT_TRANSLATE_NOOP(
        "figures",
        "Anteckningar som säger vart patienten hänvisades. Avbrutna samtal och ren "
        "information ingår inte.",
    ),
    QT_TRANSLATE_NOOP("figures", "Anteckningar med hänvisning (inte avbrutna, inte information)"),
    QT_TRANSLATE_NOOP("figures", "Anteckningar som gav råd om egenvård, av alla med hänvisning."),
    QT_TRANSLATE_NOOP("figures", "Anteckningar i gruppen egenvård"),
    QT_TRANSLATE_NOOP(
        "figures",
        "Anteckningar som hänvisade till primärvård, av alla med hänvisning.",
    ),
    QT_TRANSLATE_NOOP("figures", "Anteckningar i gruppen primärvård"),
    QT_TRANSLATE_NOOP(
        "figures",
        "Anteckningar där den som skrev valde annat än beslutsstödet föreslog, av alla med"
        " hänvisning.",
    ),
    QT_TRANSLATE_NOOP("figures", "Anteckningar med avsteg"),
    QT_TRANSLATE_NOOP(
        "figures",
        "Hänvisningar gjorda under tiden där patienten kom fram, av dem som någon har följt upp.",
    ),
    QT_TRANSLATE_NOOP("figures", "Hänvisningar som nådde fram"),
    QT_TRANSLATE_NOOP("figures", "Hänvisningar som följts upp: nådd, ej nådd eller avbokad"),
    QT_TRANSLATE_NOOP("figures", "Anteckningar om kontakter med tolk."),
    QT_TRANSLATE_NOOP("figures", "Anteckningar med tolk"),
    QT_TRANSLATE_NOOP(
        "figures",
        "Gånger som 112 ringdes upp härifrån, också de som inte kom fram.",
    ),
    QT_TRANSLATE_NOOP("figures", "Uppringningar till 112"),
    QT_TRANSLATE_NOOP("figures", "Bokningar som avbokades under tiden."),
    QT_TRANSLATE_NOOP("figures", "Avbokningar efter tidsgränsen, av alla avbokningar."),
    QT_TRANSLATE_NOOP("figures", "Avbokningar efter tidsgränsen"),
    QT_TRANSLATE_NOOP("figures", "Tider som blev lediga när någon avbokade."),
    QT_TRANSLATE_NOOP("figures", "Synpunkter, klagomål och andra ärenden som kom in under tiden."),
    QT_TRANSLATE_NOOP("figures", "Ärenden där den som skrev fick en bekräftelse under tiden."),
    QT_TRANSLATE_NOOP("figures", "Ärenden som har passerat sin tidsgräns när sidan skrivs ut."),
    QT_TRANSLATE_NOOP("figures", "Frågor som besvarades eller togs emot av servicefunktionen."),
    QT_TRANSLATE_NOOP("figures", "Frågor"),
    QT_TRANSLATE_NOOP(
        "figures",
        "Värde 0–100 ur den nationella enkäten vartannat år; över 74 är mycket nöjd. Importeras.",
    ),
    QT_TRANSLATE_NOOP("figures", "Enkätens index"),
    QT_TRANSLATE_NOOP(
        "figures",
        "Andel som säger att de följde rådet helt eller delvis, ur enkät. Importeras.",
    ),
    QT_TRANSLATE_NOOP("figures", "Svarande som följde rådet helt eller delvis"),
    QT_TRANSLATE_NOOP("figures", "Svarande"),
    QT_TRANSLATE_NOOP("figures", "Bedömda samtal i urvalet där vårdnivån bedömdes rätt."),
    QT_TRANSLATE_NOOP("figures", "Samtal bedömda som rätt vårdnivå"),
    QT_TRANSLATE_NOOP("figures", "Bedömda rådgivningssamtal i urvalet"),
    QT_TRANSLATE_NOOP(
        "figures",
        "Samtalstid, parkerad tid och efterarbete under schemalagd arbetstid som sjuksköterska, "
        "av den arbetstiden. Lunch ingår inte i arbetstiden, paus gör det.",
    ),
    QT_TRANSLATE_NOOP("figures", "Samtalstid, parkerad tid och efterarbete"),
    QT_TRANSLATE_NOOP("figures", "Sjuksköterskors schemalagda tid utan lunch"),
    QT_TRANSLATE_NOOP("figures", "Schemalagd arbetstid under tiden, utan lunch."),
    QT_TRANSLATE_NOOP("figures", "Schemalagda timmar"),
    QT_TRANSLATE_NOOP("figures", "Tid som personal var inloggad, utan lunch."),
    QT_TRANSLATE_NOOP("figures", "Inloggade timmar"),
    QT_TRANSLATE_NOOP("figures", "Minuter då bara en sjuksköterska var inloggad."),
    QT_TRANSLATE_NOOP("figures", "Minuter med en ensam inloggad"),
)
