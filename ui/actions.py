"""Every action that has a key: its lasting name, its words, where it applies, its own chord."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication


class Where(StrEnum):
    """Where a key does something.  Two actions that can meet may not have the same key."""

    EVERYWHERE = "everywhere"  # also in dialogs, in lists that hang open, and before a door
    DESK = "desk"  # whatever page is in sight
    CARD = "card"
    LOG = "log"
    TO_DO = "to_do"
    SNIPPETS = "snippets"
    REVIEW = "review"
    OPERATORS = "operators"
    PRINTOUT = "printout"  # the dialog with the page that is printed
    ALARM = "alarm"  # the screen of a call to 112

    @property
    def page(self) -> bool:
        """Whether it is a page of the desk, where the desk's own keys apply too."""
        return self not in {Where.EVERYWHERE, Where.DESK, Where.PRINTOUT, Where.ALARM}

    def meets(self, other: Where) -> bool:
        """Whether one stroke could mean an action of either place."""
        if self is other or Where.EVERYWHERE in (self, other):
            return True
        return (self is Where.DESK and other.page) or (other is Where.DESK and self.page)


class Action(StrEnum):
    """The lasting names; an operator's own keys are kept under them."""

    ALARM = "alarm"
    RED_FLAGS = "red_flags"
    PALETTE = "palette"
    OVERVIEW = "overview"
    ANSWER = "answer"
    HANG_UP = "hang_up"
    HOLD = "hold"
    EXTEND = "extend"
    READY = "ready"
    PAUSE = "pause"
    REGISTER = "register"
    NEXT_REGION = "next_region"
    LAST_REGION = "last_region"
    CARDS = "cards"
    LOG = "log"
    TO_DO = "to_do"
    SNIPPETS = "snippets"
    REVIEW = "review"
    OPERATORS = "operators"
    LOOK = "look"
    OWN_PASSWORD = "own_password"  # noqa: S105 (a name)
    LOCK = "lock"
    SIGN_OUT = "sign_out"
    NEXT_CARD = "next_card"
    LAST_CARD = "last_card"
    ADD_PART = "add_part"
    NEXT_PART = "next_part"
    LAST_PART = "last_part"
    HAND_OVER = "hand_over"
    TAKE = "take"
    WHO = "who"
    FIND_PERSON = "find_person"
    PERSON_FACTS = "person_facts"
    BLOCKS = "blocks"
    OPEN_BLOCKED = "open_blocked"
    ACCESSES = "accesses"
    FIND_ENTRY = "find_entry"
    COURSE_WORSE = "course_worse"
    COURSE_SAME = "course_same"
    COURSE_BETTER = "course_better"
    COURSE_NEW = "course_new"
    REASON = "reason"
    HISTORY = "history"
    ASSESSMENT = "assessment"
    URGENCY = "urgency"
    OUTCOME = "outcome"
    ADVICE = "advice"
    SAVE = "save"
    SIGN = "sign"
    CORRECT = "correct"
    PRINT = "print"
    FINISH = "finish"
    FINDINGS = "findings"
    PATIENT_VIEW = "patient_view"
    DEVIATION = "deviation"
    CALL_BACK_IF = "call_back_if"
    PREVIEW = "preview"
    ADD_SNIPPET = "add_snippet"
    FIND_SNIPPET = "find_snippet"
    IMPORT_SNIPPETS = "import_snippets"
    DRAW_SAMPLE = "draw_sample"
    ACCESS_REPORT = "access_report"
    ADD_OPERATOR = "add_operator"
    SAVE_PDF = "save_pdf"
    COPY_TEXT = "copy_text"
    ALARM_ANSWERED = "alarm_answered"
    ALARM_PLACE = "alarm_place"
    CLOSE_ALARM = "close_alarm"
    ALARM_ITEM_1 = "alarm_item_1"
    ALARM_ITEM_2 = "alarm_item_2"
    ALARM_ITEM_3 = "alarm_item_3"
    ALARM_ITEM_4 = "alarm_item_4"
    ALARM_ITEM_5 = "alarm_item_5"
    ALARM_ITEM_6 = "alarm_item_6"


@dataclass(frozen=True, slots=True)
class Row:
    """One action.  `keys` is the chord it has until an operator gives it another, or none.

    `words` is marked for translation.
    """

    action: Action
    where: Where
    keys: str
    words: object


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
    Row(Action.LOOK, Where.DESK, "Ctrl+,", QT_TRANSLATE_NOOP("actions", "Utseende")),
    Row(Action.OWN_PASSWORD, Where.DESK, "", QT_TRANSLATE_NOOP("actions", "Byt lösenord")),
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
    Row(Action.NEXT_PART, Where.CARD, "Ctrl+J", QT_TRANSLATE_NOOP("actions", "Nästa del")),
    Row(
        Action.LAST_PART,
        Where.CARD,
        "Ctrl+Shift+J",
        QT_TRANSLATE_NOOP("actions", "Föregående del"),
    ),
    Row(Action.HAND_OVER, Where.CARD, "Ctrl+Shift+O", QT_TRANSLATE_NOOP("actions", "Lämna över")),
    Row(Action.TAKE, Where.CARD, "Ctrl+Shift+T", QT_TRANSLATE_NOOP("actions", "Ta över samtal")),
    Row(Action.WHO, Where.CARD, "F2", QT_TRANSLATE_NOOP("actions", "Vem gäller det?")),
    Row(Action.FIND_PERSON, Where.CARD, "Shift+F2", QT_TRANSLATE_NOOP("actions", "Sök person")),
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
    Row(Action.HISTORY, Where.CARD, "F4", QT_TRANSLATE_NOOP("actions", "Symtom och anamnes")),
    Row(Action.ASSESSMENT, Where.CARD, "F7", QT_TRANSLATE_NOOP("actions", "Bedömning")),
    Row(Action.URGENCY, Where.CARD, "F8", QT_TRANSLATE_NOOP("actions", "Hur bråttom")),
    Row(Action.OUTCOME, Where.CARD, "F9", QT_TRANSLATE_NOOP("actions", "Hänvisning")),
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
    Row(
        Action.ADD_OPERATOR,
        Where.OPERATORS,
        "Ctrl+Shift+N",
        QT_TRANSLATE_NOOP("actions", "Ny operatör"),
    ),
    Row(Action.SAVE_PDF, Where.PRINTOUT, "Ctrl+S", QT_TRANSLATE_NOOP("actions", "Spara som PDF")),
    Row(
        Action.COPY_TEXT,
        Where.PRINTOUT,
        "Ctrl+Shift+C",
        QT_TRANSLATE_NOOP("actions", "Kopiera texten"),
    ),
    Row(
        Action.ALARM_ANSWERED,
        Where.ALARM,
        "Ctrl+Shift+A",
        QT_TRANSLATE_NOOP("actions", "112 svarade mig"),
    ),
    Row(Action.ALARM_PLACE, Where.ALARM, "F2", QT_TRANSLATE_NOOP("actions", "Var är patienten?")),
    Row(
        Action.CLOSE_ALARM,
        Where.ALARM,
        "Ctrl+Shift+K",
        QT_TRANSLATE_NOOP("actions", "Stäng larmet"),
    ),
    Row(
        Action.ALARM_ITEM_1,
        Where.ALARM,
        "Ctrl+1",
        QT_TRANSLATE_NOOP("actions", "Sagt: var patienten är"),
    ),
    Row(
        Action.ALARM_ITEM_2,
        Where.ALARM,
        "Ctrl+2",
        QT_TRANSLATE_NOOP("actions", "Sagt: vad som har hänt"),
    ),
    Row(
        Action.ALARM_ITEM_3,
        Where.ALARM,
        "Ctrl+3",
        QT_TRANSLATE_NOOP("actions", "Sagt: om patienten är vaken och andas"),
    ),
    Row(
        Action.ALARM_ITEM_4,
        Where.ALARM,
        "Ctrl+4",
        QT_TRANSLATE_NOOP("actions", "Sagt: numret att ringa tillbaka på"),
    ),
    Row(
        Action.ALARM_ITEM_5,
        Where.ALARM,
        "Ctrl+5",
        QT_TRANSLATE_NOOP("actions", "Sagt: vem som möter"),
    ),
    Row(
        Action.ALARM_ITEM_6,
        Where.ALARM,
        "Ctrl+6",
        QT_TRANSLATE_NOOP("actions", "Sagt till inringaren: lägg inte på"),
    ),
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
    Where.ALARM: QT_TRANSLATE_NOOP("actions", "Larm 112"),
}


def words_of(action: Action) -> str:
    """What the action is called on the screen."""
    return QCoreApplication.translate("actions", str(BY_ACTION[action].words))


def words_of_place(where: Where) -> str:
    return QCoreApplication.translate("actions", str(_WHERE[where]))
