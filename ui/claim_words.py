"""What one can do when the centre has turned a claim away: words, and a key that leads there.

A new claim is one more row.  Words may name facts of the rejection, such as the times that are
free instead: `{times}`.  A way whose facts did not come is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui.actions import Action
from ui.case_ways import CASE_WAYS
from ui.claiming_ways import CLAIMING_WAYS, times_words
from ui.supervision_ways import SUPERVISION_WAYS
from ui.switchboard_ways import SWITCHBOARD_WAYS

ANY = ""  # whatever the code of the rejection is


@dataclass(frozen=True, slots=True)
class Way:
    """One thing to do.  `action` leads there, where one key does."""

    words: str
    action: Action | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A way as it stands in the table."""

    words: object  # marked for translation, so only an object to the types
    action: Action | None = None


Rows = Mapping[tuple[str, str], tuple[Row, ...]]

_NEXT = Row(QT_TRANSLATE_NOOP("ways", "Ta nästa kort som väntar på dig"), Action.TAKE)
_ASK = Row(QT_TRANSLATE_NOOP("ways", "Be den som har samtalet att lämna över det."))
_LOG = Row(QT_TRANSLATE_NOOP("ways", "Se vad samtalet ledde till"), Action.LOG)
_AGAIN = Row(QT_TRANSLATE_NOOP("ways", "Se vad som gäller nu, och gör om det om det behövs."))
_PERSON = Row(
    QT_TRANSLATE_NOOP("ways", "Öppna personen, se vad som gäller nu och gör om det om det behövs.")
)
_SNIPPET = Row(QT_TRANSLATE_NOOP("ways", "Se hur frasen är nu"), Action.SNIPPETS)
_UNITS = Row(QT_TRANSLATE_NOOP("ways", "Se hur enheten är nu"), Action.UNITS)
_ROSTER = Row(QT_TRANSLATE_NOOP("ways", "Se hur jourlistan är nu"), Action.UNITS)
_OPERATOR = Row(QT_TRANSLATE_NOOP("ways", "Se hur operatören är nu"), Action.OPERATORS)
_PACK = Row(QT_TRANSLATE_NOOP("ways", "Se vilka innehållspaket som gäller nu"), Action.GUIDANCE)
_TOPIC = Row(
    QT_TRANSLATE_NOOP("ways", "Se hur ämnet är formulerat nu, och ändra det igen om det behövs"),
    Action.GUIDANCE,
)
_RULES = Row(QT_TRANSLATE_NOOP("ways", "Se hur reglerna är nu"), Action.GUIDANCE)

ROWS: Rows = {
    ("calls.take", ANY): (_NEXT, _ASK),
    ("calls.take", "call.state_wrong"): (_LOG, _NEXT),
    ("calls.hand_over", ANY): (
        Row(QT_TRANSLATE_NOOP("ways", "Öppna kortet, och lämna över det till någon annan.")),
    ),
    ("calls.hand_over", "hand_over.already_offered"): (
        Row(
            QT_TRANSLATE_NOOP(
                "ways", "Kortet väntar redan på en kollega. Öppna det, och ta tillbaka det först."
            )
        ),
    ),
    ("calls.hand_over", "call.of_another"): (_ASK,),
    ("calls.withdraw", ANY): (_ASK,),
    ("operators.add", ANY): (_OPERATOR,),
    ("operators.add", "operator.exists"): (
        Row(
            QT_TRANSLATE_NOOP("ways", "Lägg upp operatören med ett annat användarnamn"),
            Action.OPERATORS,
        ),
    ),
    ("operators.disable", ANY): (_OPERATOR,),
    ("operators.enable", ANY): (_OPERATOR,),
    ("operators.set_roles", ANY): (_OPERATOR,),
    ("packs.approve", ANY): (_PACK,),
    ("packs.edit", ANY): (_TOPIC,),
    ("packs.import_", ANY): (_PACK,),
    ("packs.retire", ANY): (_PACK,),
    ("packs.take_back", ANY): (_TOPIC,),
    ("people.merge", ANY): (_PERSON,),
    ("people.unmerge", ANY): (_PERSON,),
    ("rules.begin", ANY): (
        Row(QT_TRANSLATE_NOOP("ways", "Fortsätt på utkastet som finns"), Action.GUIDANCE),
    ),
    ("rules.drop", ANY): (_RULES,),
    ("rules.publish", ANY): (_RULES,),
    ("rules.publish", "rules.cases_fail"): (
        Row(
            QT_TRANSLATE_NOOP("ways", "Prova reglerna igen: katalogen är ändrad sedan dess"),
            Action.GUIDANCE,
        ),
    ),
    ("rules.save", ANY): (
        Row(
            QT_TRANSLATE_NOOP("ways", "Öppna utkastet, och ändra det som det är nu"),
            Action.GUIDANCE,
        ),
    ),
    ("snippets.add", ANY): (_SNIPPET,),
    ("snippets.add", "snippet.code_taken"): (
        Row(QT_TRANSLATE_NOOP("ways", "Lägg till frasen igen, med en annan kod"), Action.SNIPPETS),
    ),
    ("snippets.change", ANY): (_SNIPPET,),
    ("snippets.import_", ANY): (
        Row(
            QT_TRANSLATE_NOOP("ways", "Se vilka fraser som finns, och läs in filen igen"),
            Action.SNIPPETS,
        ),
    ),
    ("snippets.retire", ANY): (_SNIPPET,),
    ("on_call.import_", ANY): (_ROSTER,),
    ("on_call.put", ANY): (_ROSTER,),
    ("on_call.put", "duty.taken"): (
        Row(QT_TRANSLATE_NOOP("ways", "Lägg in jourpasset på en annan plats i ordningen.")),
        _ROSTER,
    ),
    ("on_call.remove", ANY): (_ROSTER,),
    ("redirects.lift", ANY): (_UNITS,),
    ("redirects.set", ANY): (
        Row(
            QT_TRANSLATE_NOOP("ways", "Se vilka omdirigeringar som gäller, och omdirigera på nytt"),
            Action.UNITS,
        ),
    ),
    ("units.import_", ANY): (
        Row(
            QT_TRANSLATE_NOOP("ways", "Se vilka enheter som finns, och läs in filen igen"),
            Action.UNITS,
        ),
    ),
    ("units.restore", ANY): (_UNITS,),
    ("units.retire", ANY): (_UNITS,),
    ("units.save", ANY): (
        Row(
            QT_TRANSLATE_NOOP("ways", "Öppna enhetens kort, och ändra det som det är nu"),
            Action.UNITS,
        ),
    ),
    ("units.save", "unit.hsa_taken"): (
        Row(
            QT_TRANSLATE_NOOP("ways", "En kollega har lagt till enheten. Ändra det kortet"),
            Action.UNITS,
        ),
    ),
    ("units.add", ANY): (
        Row(
            QT_TRANSLATE_NOOP("ways", "Sök enheten: en kollega kan ha lagt till den"),
            Action.PALETTE,
        ),
    ),
    ("work_items.resolve", ANY): (
        Row(QT_TRANSLATE_NOOP("ways", "En kollega hann före. Skriv det, så är det klart.")),
    ),
    **{
        claim: tuple(Row(words, action) for words, action in told)
        for claim, told in {
            **CLAIMING_WAYS,
            **CASE_WAYS,
            **SWITCHBOARD_WAYS,
            **SUPERVISION_WAYS,
        }.items()
    },
}


def ways_of(
    verb: str, code: str, facts: Mapping[str, str] | None = None, *, rows: Rows = ROWS
) -> tuple[Way, ...]:
    """What can be done instead of a claim; of a later program's claim, to look again."""
    found = rows.get((verb, code)) or rows.get((verb, ANY)) or (_AGAIN,)
    told = dict(facts or {})
    if told.get("times"):
        told["times"] = times_words(told["times"])
    else:
        told.pop("times", None)  # nothing is free instead
    ways = []
    for row in found:
        words = QCoreApplication.translate("ways", str(row.words))
        try:
            ways.append(Way(words.format_map(told), row.action))
        except KeyError:
            continue
    return tuple(ways)
