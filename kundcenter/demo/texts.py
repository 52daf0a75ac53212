"""The words of a note: phrases of the contact reason, filled in, joined, now and then mistyped."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from kundcenter.demo.chance import one
from kundcenter.demo.region import Level, Phrases, ReasonHabit
from kundcenter.domain.identity import Sex
from kundcenter.domain.journal import Relation

GROWN = 13  # years: phrases marked "barn:" are for those younger, "vuxen:" for the others
_ADULT, _OLD = 18, 70
_MISTYPED = 0.12  # of the texts
_PLAIN = str.maketrans("åäöÅÄÖ", "aaoAAO")
_ACUTE, _CALM = {"U0", "U1"}, {"U6", "UX"}


class Texts:
    """Chooses phrases; which suit whom is worked out once for each contact reason."""

    def __init__(self, phrases: Phrases, reasons: Mapping[str, ReasonHabit]) -> None:
        self._phrases = phrases
        self._levels = {
            (code, name, grown): _suited(level, grown)
            for code, habit in reasons.items()
            for name, level in (("acute", habit.acute), ("soon", habit.soon), ("calm", habit.calm))
            for grown in (False, True)
        }

    def level(self, reason: str, urgency: str, age: int) -> tuple[Level, str]:
        """The phrases to choose from, and the name of their level."""
        name = "acute" if urgency in _ACUTE else "calm" if urgency in _CALM else "soon"
        return self._levels[reason, name, age >= GROWN], name

    def case(
        self, chance: Random, level: Level, *, acute: bool, teller: tuple[Relation, Sex]
    ) -> tuple[str, str]:
        """What is told, and the assessment that goes with it."""
        phrases = self._phrases
        told, assessment = one(chance, level.cases)
        told = told.format(
            sedan=one(chance, phrases.since_now if acute else phrases.since),
            nyss=one(chance, phrases.happened_now if acute else phrases.happened),
            grader=one(chance, phrases.degrees),
        )
        relation, sex = teller
        if relation is not Relation.SELF:
            told = f"{one(chance, phrases.speaker[relation][sex])} {told}"
        if chance.random() < 0.45:
            told = f"{told} {one(chance, phrases.history_more)}"
        return self.typed(chance, told), self.typed(chance, assessment)

    def background(self, chance: Random, age: int) -> str:
        """Nothing, one or two phrases that go with the age."""
        phrases = self._phrases
        known = phrases.background_old if age >= _OLD else phrases.background_adult
        if age < _ADULT:
            known = phrases.background_child
        many = chance.random()
        if many < 0.35:
            return ""
        first = one(chance, known)
        second = one(chance, known) if many > 0.85 else first
        return first if second == first else f"{first} {second}"

    def advice(self, chance: Random, level: Level, *, acute: bool) -> str:
        said = one(chance, level.advice)
        if not acute and chance.random() < 0.5:
            said = f"{said} {one(chance, self._phrases.advice_more)}"
        return self.typed(chance, said)

    def correction(self, chance: Random) -> tuple[str, str]:
        """Why a signed note was corrected, and what was added to it."""
        phrases = self._phrases
        return one(chance, phrases.correction_reasons), one(chance, phrases.correction_added)

    @staticmethod
    def typed(chance: Random, text: str) -> str:
        """The text as it came from the keyboard: mostly right."""
        return mistyped(chance, text) if chance.random() < _MISTYPED else text


def mistyped(chance: Random, text: str) -> str:
    """The text with one slip of the fingers in a word of four letters or more, if it has one.

    Digits are left alone: a wrong number would be another number.
    """
    words = text.split(" ")
    long = [place for place, word in enumerate(words) if len(word) > 3 and word.isalpha()]
    if not long:
        return text
    place = long[int(chance.random() * len(long))]
    words[place] = _slipped(chance, words[place])
    return " ".join(words)


def _slipped(chance: Random, word: str) -> str:
    at = 1 + int(chance.random() * (len(word) - 2))
    match int(chance.random() * 4):
        case 0:
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        case 1:
            return word[:at] + word[at + 1 :]
        case 2:
            return word[:at] + word[at] + word[at:]
        case _:
            return word.translate(_PLAIN)


def _suited(level: Level, grown: bool) -> Level:
    mine, others = ("vuxen: ", "barn: ") if grown else ("barn: ", "vuxen: ")
    return Level(
        tuple(
            (told.removeprefix(mine), assessment)
            for told, assessment in level.cases
            if not told.startswith(others)
        ),
        tuple(said.removeprefix(mine) for said in level.advice if not said.startswith(others)),
    )
