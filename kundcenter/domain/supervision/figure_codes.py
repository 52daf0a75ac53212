"""The codes of all figures, and what a definition is made of.

The words are Swedish data and the same on the screen, on paper, in JSON and CSV (FEATURES row 88);
the screen alone translates them.  `{short}`, `{near}` and `{far}` are the limits that hold
(domain.supervision.limits), in seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kundcenter.domain.supervision.limits import Limits


class FigureCode(StrEnum):
    """Codes that stay: targets, files and pages name figures by them."""

    OFFERED = "INKOMMANDE"
    ANSWERED = "BESVARADE"
    ABANDONED = "TAPPADE"
    SHORT = "KORTA"
    UNKNOWN = "OKANDA"
    ANSW = "ANSW"
    ANSW_ALL = "ANSW_ALLA"
    LOST = "TAPPADE_ANDEL"
    MEDELV = "MEDELV"
    MEDIANV = "MEDIANV"
    LONGEST = "LANGSTV"
    SERVICE_NEAR = "SERVICEGRAD"
    SERVICE_FAR = "SERVICEGRAD_LANG"
    AHT = "AHT"
    TALK = "SAMTALSTID"
    HOLD = "PARKERAD_TID"
    WRAP = "EFTERARBETE"
    BY_HAND = "REGISTRERADE"
    UNQUEUED = "DIREKTA"
    REPEATS = "ATERKOMMANDE"
    CALLBACKS_PLACED = "ATERUPPR_LAGDA"
    CALLBACKS_REACHED = "ATERUPPR_NADDA"
    CALLBACKS_NOT_REACHED = "ATERUPPR_EJ_NADDA"
    CALLBACKS_LATE = "ATERUPPR_SENA"
    CALLBACKS_WAIT = "ATERUPPR_VANTETID"
    NOTES = "ANTECKNINGAR"
    REFERRED = "HANVISADE"
    EGENV = "EGENV"
    PRIM = "PRIM"
    DEVIATIONS = "AVVIKELSER"
    FOLLOWED = "FOLJS_LAGD"
    INTERPRETED = "TOLK"
    ALARMS = "LARM_112"
    CANCELLED = "AVBOKADE"
    CANCELLED_LATE = "SENA_AVBOK"
    FREED = "FRIGJORDA"
    CASES = "ARENDEN"
    CASES_CONFIRMED = "ARENDEN_BEKRAFTADE"
    CASES_LATE = "ARENDEN_SENA"
    QUESTIONS = "FRAGOR"
    NKI = "NKI"
    FOLJS = "FOLJS"
    RIGHT_LEVEL = "RATT_NIVA"
    ACTIVE = "AKTIV"
    PLANNED = "BEMANNING_PLAN"
    STAFFED = "BEMANNING_UTFALL"
    LONE = "ENSAMARBETE"


class Unit(StrEnum):
    """What a value is counted in."""

    COUNT = "ANTAL"
    PERCENT = "PROCENT"  # 85 is 85 %
    SECONDS = "SEKUNDER"
    MINUTES = "MINUTER"
    HOURS = "TIMMAR"
    INDEX = "INDEX"  # 0–100


class Direction(StrEnum):
    """Which way is better, if any."""

    UP = "HOGRE"
    DOWN = "LAGRE"
    NONE = "INGEN"


class Topic(StrEnum):
    """What a figure is about, in the order of the pages."""

    QUEUE = "KO"
    HANDLING = "HANTERING"
    CALLBACKS = "ATERUPPRINGNING"
    CARE = "VARD"
    ERRANDS = "ARENDEN"
    QUALITY = "KVALITET"
    STAFF = "BEMANNING"


TOPICS = {
    Topic.QUEUE: "Kö och tillgänglighet",
    Topic.HANDLING: "Hantering",
    Topic.CALLBACKS: "Återuppringning",
    Topic.CARE: "Rådgivning och hänvisning",
    Topic.ERRANDS: "Bokningar och ärenden",
    Topic.QUALITY: "Kvalitet",
    Topic.STAFF: "Bemanning",
}


@dataclass(frozen=True, slots=True)
class Definition:
    """One figure in words.  `denominator` is empty for a plain count.

    `masked`: it counts patients or their errands, so that a small count is masked when the page is
    handed on (DOMAIN §15).  `source` is the law or the public document that it comes from, empty
    where it is this program's own.  `decimals` are those that are shown.
    """

    code: FigureCode
    topic: Topic
    unit: Unit
    name: str
    text: str
    numerator: str
    denominator: str = ""
    source: str = ""
    direction: Direction = Direction.NONE
    masked: bool = False
    decimals: int = 0

    def worded(self, limits: Limits = Limits()) -> Definition:
        """With the limits that hold in its words."""
        return Definition(
            self.code,
            self.topic,
            self.unit,
            filled(self.name, limits),
            filled(self.text, limits),
            filled(self.numerator, limits),
            filled(self.denominator, limits),
            self.source,
            self.direction,
            self.masked,
            self.decimals,
        )


def filled(text: str, limits: Limits) -> str:
    """The words with the limits in them."""
    return (
        text.replace("{short}", str(limits.short_seconds))
        .replace("{near}", str(limits.service_seconds))
        .replace("{far}", str(limits.service_far_seconds))
    )
