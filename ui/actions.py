"""Every action that has a key: its words, where it applies, the chord it comes with."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui.action_names import Action, Row, Where
from ui.alarm_actions import ALARM_PLACES, ALARM_ROWS
from ui.case_actions import CASE_PLACES, CASE_ROWS
from ui.claiming_actions import CLAIMING_PLACES, CLAIMING_ROWS
from ui.guide_actions import GUIDE_PLACES, GUIDE_ROWS
from ui.supervision_words.actions import SUPERVISION_PLACES, SUPERVISION_ROWS
from ui.switchboard_words.actions import SWITCHBOARD_PLACES, SWITCHBOARD_ROWS

__all__ = [
    "BY_ACTION", "NEVER_WITHOUT", "ROWS", "Action", "Row", "Where", "words_of", "words_of_place",
]  # fmt: skip


ROWS = (  # in the order in which the overview shows them
    Row(Action.ALARM, Where.EVERYWHERE, "F12", QT_TRANSLATE_NOOP("actions", "Larma 112")),
    Row(
        Action.RED_FLAGS,
        Where.EVERYWHERE,
        "F11",
        QT_TRANSLATE_NOOP("actions", "Varningstecken"),
    ),
    Row(Action.PALETTE, Where.DESK, "Ctrl+K", QT_TRANSLATE_NOOP("actions", "Sök och gör")),
    Row(Action.OVERVIEW, Where.DESK, "F1", QT_TRANSLATE_NOOP("actions", "Alla tangenter")),
    Row(Action.ANSWER, Where.DESK, "Ctrl+Shift+S", QT_TRANSLATE_NOOP("actions", "Svara")),
    Row(Action.HANG_UP, Where.DESK, "Ctrl+Shift+L", QT_TRANSLATE_NOOP("actions", "Lägg på")),
    Row(
        Action.HOLD,
        Where.DESK,
        "Ctrl+Shift+P",
        QT_TRANSLATE_NOOP("actions", "Parkera eller återta"),
    ),
    Row(Action.EXTEND, Where.DESK, "F5", QT_TRANSLATE_NOOP("actions", "Mer tid för efterarbete")),
    Row(
        Action.READY,
        Where.DESK,
        "Shift+F5",
        QT_TRANSLATE_NOOP("actions", "Avsluta efterarbetet, ledig nu"),
    ),
    Row(Action.PAUSE, Where.DESK, "Ctrl+F5", QT_TRANSLATE_NOOP("actions", "Paus eller tillbaka")),
    Row(Action.REGISTER, Where.DESK, "Ctrl+N", QT_TRANSLATE_NOOP("actions", "Nytt samtal")),
    Row(Action.CARDS, Where.DESK, "Ctrl+1", QT_TRANSLATE_NOOP("actions", "Samtalskort")),
    Row(Action.LOG, Where.DESK, "Ctrl+2", QT_TRANSLATE_NOOP("actions", "Samtal")),
    Row(Action.TO_DO, Where.DESK, "Ctrl+3", QT_TRANSLATE_NOOP("actions", "Att göra")),
    Row(Action.SNIPPETS, Where.DESK, "Ctrl+4", QT_TRANSLATE_NOOP("actions", "Fraser")),
    Row(Action.REVIEW, Where.DESK, "Ctrl+5", QT_TRANSLATE_NOOP("actions", "Loggranskning")),
    Row(Action.OPERATORS, Where.DESK, "Ctrl+6", QT_TRANSLATE_NOOP("actions", "Operatörer")),
    Row(Action.NEXT_REGION, Where.DESK, "F6", QT_TRANSLATE_NOOP("actions", "Nästa fönsterdel")),
    Row(
        Action.LAST_REGION,
        Where.DESK,
        "Shift+F6",
        QT_TRANSLATE_NOOP("actions", "Föregående fönsterdel"),
    ),
    Row(Action.LINK, Where.DESK, "Ctrl+0", QT_TRANSLATE_NOOP("actions", "Kontakt med centralen")),
    Row(Action.LOOK, Where.DESK, "Ctrl+,", QT_TRANSLATE_NOOP("actions", "Utseende")),
    Row(Action.OWN_PASSWORD, Where.DESK, "", QT_TRANSLATE_NOOP("actions", "Byt lösenord")),
    Row(Action.ALARM_TEXT, Where.DESK, "", QT_TRANSLATE_NOOP("actions", "Text från larm 112")),
    Row(Action.LOCK, Where.DESK, "Ctrl+L", QT_TRANSLATE_NOOP("actions", "Lås")),
    Row(Action.SIGN_OUT, Where.DESK, "Ctrl+Q", QT_TRANSLATE_NOOP("actions", "Logga ut")),
    Row(Action.NEXT_CARD, Where.CARD, "Ctrl+Tab", QT_TRANSLATE_NOOP("actions", "Nästa kort")),
    Row(
        Action.LAST_CARD,
        Where.CARD,
        "Ctrl+Shift+Tab",
        QT_TRANSLATE_NOOP("actions", "Föregående kort"),
    ),
    Row(Action.ADD_PART, Where.CARD, "Ctrl+Shift+N", QT_TRANSLATE_NOOP("actions", "Ny del")),
    Row(
        Action.DROP_PART, Where.CARD, "Ctrl+Shift+D", QT_TRANSLATE_NOOP("actions", "Ta bort delen")
    ),
    Row(Action.NEXT_PART, Where.CARD, "Ctrl+J", QT_TRANSLATE_NOOP("actions", "Nästa del")),
    Row(
        Action.LAST_PART,
        Where.CARD,
        "Ctrl+Shift+J",
        QT_TRANSLATE_NOOP("actions", "Föregående del"),
    ),
    Row(Action.HAND_OVER, Where.CARD, "Ctrl+Shift+O", QT_TRANSLATE_NOOP("actions", "Lämna över")),
    Row(Action.TAKE, Where.CARD, "Ctrl+Shift+T", QT_TRANSLATE_NOOP("actions", "Ta över samtal")),
    Row(
        Action.DECLINE,
        Where.CARD,
        "Ctrl+Shift+W",
        QT_TRANSLATE_NOOP("actions", "Avböj ett överlämnat samtal"),
    ),
    Row(
        Action.WITHDRAW,
        Where.CARD,
        "Ctrl+Shift+R",
        QT_TRANSLATE_NOOP("actions", "Ta tillbaka ett överlämnat samtal"),
    ),
    Row(Action.WHO, Where.CARD, "F2", QT_TRANSLATE_NOOP("actions", "Vem gäller det?")),
    Row(Action.FIND_PERSON, Where.CARD, "Shift+F2", QT_TRANSLATE_NOOP("actions", "Sök person")),
    Row(
        Action.UNIDENTIFIED,
        Where.CARD,
        "Ctrl+Shift+I",
        QT_TRANSLATE_NOOP("actions", "Okänd identitet"),
    ),
    Row(
        Action.ANONYMOUS,
        Where.CARD,
        "Ctrl+Shift+G",
        QT_TRANSLATE_NOOP("actions", "Anonym, eller ange person"),
    ),
    Row(
        Action.CHANGE_PERSON,
        Where.CARD,
        "Ctrl+Shift+B",
        QT_TRANSLATE_NOOP("actions", "Byt patient"),
    ),
    Row(
        Action.PERSON_FACTS,
        Where.CARD,
        "Ctrl+F2",
        QT_TRANSLATE_NOOP("actions", "Uppgifter om personen"),
    ),
    Row(
        Action.BLOCKS,
        Where.CARD,
        "Ctrl+Shift+F2",
        QT_TRANSLATE_NOOP("actions", "Patientens spärrar"),
    ),
    Row(
        Action.OPEN_BLOCKED,
        Where.CARD,
        "Ctrl+Shift+F3",
        QT_TRANSLATE_NOOP("actions", "Öppna spärrade uppgifter"),
    ),
    Row(
        Action.ACCESSES,
        Where.CARD,
        "Ctrl+Shift+F4",
        QT_TRANSLATE_NOOP("actions", "Vem har öppnat personen"),
    ),
    Row(Action.FIND_ENTRY, Where.CARD, "Ctrl+F", QT_TRANSLATE_NOOP("actions", "Sök i journalen")),
    Row(
        Action.OLDER_ENTRIES,
        Where.CARD,
        "Ctrl+Shift+F",
        QT_TRANSLATE_NOOP("actions", "Äldre anteckningar"),
    ),
    Row(Action.COURSE_WORSE, Where.CARD, "Alt+1", QT_TRANSLATE_NOOP("actions", "Sämre sedan sist")),
    Row(
        Action.COURSE_SAME,
        Where.CARD,
        "Alt+2",
        QT_TRANSLATE_NOOP("actions", "Oförändrat sedan sist"),
    ),
    Row(
        Action.COURSE_BETTER,
        Where.CARD,
        "Alt+3",
        QT_TRANSLATE_NOOP("actions", "Bättre sedan sist"),
    ),
    Row(
        Action.COURSE_NEW, Where.CARD, "Alt+4", QT_TRANSLATE_NOOP("actions", "Nytt, annat än sist")
    ),
    Row(Action.REASON, Where.CARD, "F3", QT_TRANSLATE_NOOP("actions", "Kontaktorsak")),
    Row(Action.INFORMANT, Where.CARD, "Shift+F3", QT_TRANSLATE_NOOP("actions", "Uppgiftslämnare")),
    Row(Action.HISTORY, Where.CARD, "F4", QT_TRANSLATE_NOOP("actions", "Symtom och anamnes")),
    Row(Action.BACKGROUND, Where.CARD, "Shift+F7", QT_TRANSLATE_NOOP("actions", "Bakgrund")),
    Row(Action.ASSESSMENT, Where.CARD, "F7", QT_TRANSLATE_NOOP("actions", "Bedömning")),
    Row(Action.URGENCY, Where.CARD, "F8", QT_TRANSLATE_NOOP("actions", "Hur bråttom")),
    Row(Action.OUTCOME, Where.CARD, "F9", QT_TRANSLATE_NOOP("actions", "Hänvisning")),
    Row(Action.UNIT, Where.CARD, "Ctrl+F9", QT_TRANSLATE_NOOP("actions", "Enhet")),
    Row(Action.ADVICE, Where.CARD, "F10", QT_TRANSLATE_NOOP("actions", "Råd och information")),
    Row(
        Action.FINDINGS,
        Where.CARD,
        "Shift+F4",
        QT_TRANSLATE_NOOP("actions", "Frågor med ja och nej"),
    ),
    Row(
        Action.PATIENT_VIEW,
        Where.CARD,
        "Shift+F8",
        QT_TRANSLATE_NOOP("actions", "Patientens inställning"),
    ),
    Row(
        Action.DEVIATION,
        Where.CARD,
        "Shift+F9",
        QT_TRANSLATE_NOOP("actions", "Avsteg från beslutsstödet"),
    ),
    Row(Action.CALL_BACK_IF, Where.CARD, "Shift+F10", QT_TRANSLATE_NOOP("actions", "Återkom om")),
    Row(
        Action.SUMMARY,
        Where.CARD,
        "Ctrl+F10",
        QT_TRANSLATE_NOOP("actions", "Sammanfattat och förstått"),
    ),
    Row(Action.SUPPORT, Where.CARD, "Ctrl+B", QT_TRANSLATE_NOOP("actions", "Beslutsstöd och tolk")),
    Row(
        Action.INSERT_RECOVERED,
        Where.CARD,
        "Ctrl+I",
        QT_TRANSLATE_NOOP("actions", "Infoga återställd text"),
    ),
    Row(
        Action.DROP_RECOVERED,
        Where.CARD,
        "Ctrl+Shift+H",
        QT_TRANSLATE_NOOP("actions", "Ta bort återställd text"),
    ),
    Row(
        Action.HIDE_FLAG, Where.CARD, "Ctrl+H", QT_TRANSLATE_NOOP("actions", "Dölj varningstecknet")
    ),
    Row(
        Action.DISSENT,
        Where.CARD,
        "Ctrl+Shift+M",
        QT_TRANSLATE_NOOP("actions", "Anteckna avvikande mening"),
    ),
    Row(
        Action.PREVIEW,
        Where.CARD,
        "Ctrl+Shift+V",
        QT_TRANSLATE_NOOP("actions", "Texten som den blir"),
    ),
    Row(Action.SAVE, Where.CARD, "Ctrl+S", QT_TRANSLATE_NOOP("actions", "Spara")),
    Row(Action.SIGN, Where.CARD, "Ctrl+Return", QT_TRANSLATE_NOOP("actions", "Signera")),
    Row(Action.CORRECT, Where.CARD, "Ctrl+R", QT_TRANSLATE_NOOP("actions", "Rätta")),
    Row(Action.PRINT, Where.CARD, "Ctrl+P", QT_TRANSLATE_NOOP("actions", "Skriv ut")),
    Row(Action.FINISH, Where.CARD, "Ctrl+D", QT_TRANSLATE_NOOP("actions", "Avsluta")),
    Row(
        Action.ADD_SNIPPET,
        Where.SNIPPETS,
        "Ctrl+Shift+N",
        QT_TRANSLATE_NOOP("actions", "Ny fras"),
    ),
    Row(Action.FIND_SNIPPET, Where.SNIPPETS, "Ctrl+F", QT_TRANSLATE_NOOP("actions", "Sök fras")),
    Row(
        Action.IMPORT_SNIPPETS,
        Where.SNIPPETS,
        "Ctrl+Shift+O",
        QT_TRANSLATE_NOOP("actions", "Läs in fraser ur en fil"),
    ),
    Row(
        Action.DRAW_SAMPLE,
        Where.REVIEW,
        "Ctrl+Shift+N",
        QT_TRANSLATE_NOOP("actions", "Dra stickprov"),
    ),
    Row(
        Action.ACCESS_REPORT,
        Where.REVIEW,
        "Ctrl+P",
        QT_TRANSLATE_NOOP("actions", "Rapport till patienten"),
    ),
    Row(Action.NEXT_REVIEW, Where.REVIEW, "Ctrl+J", QT_TRANSLATE_NOOP("actions", "Nästa flik")),
    Row(
        Action.SHOW_ACCESSES, Where.REVIEW, "Ctrl+F", QT_TRANSLATE_NOOP("actions", "Visa åtkomster")
    ),
    Row(Action.JUDGE, Where.REVIEW, "Ctrl+B", QT_TRANSLATE_NOOP("actions", "Bedöm åtkomsten")),
    Row(
        Action.ALL_SAMPLES,
        Where.REVIEW,
        "Ctrl+Shift+B",
        QT_TRANSLATE_NOOP("actions", "Alla stickprov"),
    ),
    Row(
        Action.ADD_OPERATOR,
        Where.OPERATORS,
        "Ctrl+Shift+N",
        QT_TRANSLATE_NOOP("actions", "Ny operatör"),
    ),
    Row(
        Action.GIVE_PASSWORD,
        Where.OPERATORS,
        "Ctrl+B",
        QT_TRANSLATE_NOOP("actions", "Nytt lösenord"),
    ),
    Row(Action.SET_ROLES, Where.OPERATORS, "Ctrl+R", QT_TRANSLATE_NOOP("actions", "Ändra roller")),
    Row(
        Action.TURN_OPERATOR,
        Where.OPERATORS,
        "Ctrl+Shift+D",
        QT_TRANSLATE_NOOP("actions", "Stäng av eller öppna igen"),
    ),
    Row(Action.SAVE_PDF, Where.PRINTOUT, "Ctrl+S", QT_TRANSLATE_NOOP("actions", "Spara som PDF")),
    Row(
        Action.COPY_TEXT,
        Where.PRINTOUT,
        "Ctrl+Shift+C",
        QT_TRANSLATE_NOOP("actions", "Kopiera texten"),
    ),
    *ALARM_ROWS,
    Row(Action.ENTRY_SIGN, Where.ENTRY, "Ctrl+G", QT_TRANSLATE_NOOP("actions", "Signera")),
    Row(
        Action.ENTRY_WAIVE,
        Where.ENTRY,
        "Ctrl+Shift+W",
        QT_TRANSLATE_NOOP("actions", "Behöver inte signeras"),
    ),
    Row(Action.ENTRY_REWRITE, Where.ENTRY, "Ctrl+Shift+R", QT_TRANSLATE_NOOP("actions", "Ändra")),
    Row(Action.ENTRY_CORRECT, Where.ENTRY, "Ctrl+R", QT_TRANSLATE_NOOP("actions", "Rätta")),
    Row(Action.ENTRY_PRINT, Where.ENTRY, "Ctrl+P", QT_TRANSLATE_NOOP("actions", "Skriv ut")),
    Row(
        Action.ENTRY_KEEP, Where.ENTRY, "Ctrl+Shift+B", QT_TRANSLATE_NOOP("actions", "Bevarandetid")
    ),
    Row(
        Action.ENTRY_DISSENT,
        Where.ENTRY,
        "Ctrl+Shift+M",
        QT_TRANSLATE_NOOP("actions", "Anteckna avvikande mening"),
    ),
    *GUIDE_ROWS,
    *CLAIMING_ROWS,
    *CASE_ROWS,
    *SWITCHBOARD_ROWS,
    *SUPERVISION_ROWS,
)
BY_ACTION = {row.action: row for row in ROWS}
NEVER_WITHOUT = frozenset({Action.ALARM})  # what must have a key

_WHERE = {
    Where.EVERYWHERE: QT_TRANSLATE_NOOP("actions", "Överallt"),
    Where.DESK: QT_TRANSLATE_NOOP("actions", "Arbetsplatsen"),
    Where.CARD: QT_TRANSLATE_NOOP("actions", "Samtalskort"),
    Where.LOG: QT_TRANSLATE_NOOP("actions", "Samtal"),
    Where.TO_DO: QT_TRANSLATE_NOOP("actions", "Att göra"),
    Where.SNIPPETS: QT_TRANSLATE_NOOP("actions", "Fraser"),
    Where.REVIEW: QT_TRANSLATE_NOOP("actions", "Loggranskning"),
    Where.OPERATORS: QT_TRANSLATE_NOOP("actions", "Operatörer"),
    Where.PRINTOUT: QT_TRANSLATE_NOOP("actions", "Utskrift"),
    **ALARM_PLACES,
    Where.ENTRY: QT_TRANSLATE_NOOP("actions", "Läst anteckning"),
    **GUIDE_PLACES,
    **CLAIMING_PLACES,
    **CASE_PLACES,
    **SWITCHBOARD_PLACES,
    **SUPERVISION_PLACES,
}


def words_of(action: Action) -> str:
    """What the action is called on the screen."""
    return QCoreApplication.translate("actions", str(BY_ACTION[action].words))


def words_of_place(where: Where) -> str:
    return QCoreApplication.translate("actions", str(_WHERE[where]))
