"""Why a destination is offered, or why not: a code with facts, and its sentence, which stands here.

Facts are texts: names of units, counts, instants in ISO 8601 (UTC).  They hold nothing of a person
but what the need said.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from kundcenter.domain.calendar import local

_WEEKDAYS = ("mån", "tis", "ons", "tors", "fre", "lör", "sön")
_A_WEEK = 7
_COUNTS = (
    "noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv",
)  # fmt: skip


class WhyCode(StrEnum):
    """What a reason is about."""

    # the need itself
    LIFE_THREAT = "life_threat"
    ALWAYS_112 = "always_112"
    NO_RULES = "no_rules"
    NO_RULE_FITS = "no_rule_fits"
    NO_UNIT_FITS = "no_unit_fits"
    URGENCY_UNKNOWN = "urgency_unknown"
    REASON_UNKNOWN = "reason_unknown"
    AGE_UNKNOWN = "age_unknown"
    PLACE_UNKNOWN = "place_unknown"
    PLACE_ABOUT = "place_about"
    PLACE_AS_LISTED = "place_as_listed"
    LISTED_UNKNOWN = "listed_unknown"
    OTHER_REGION = "other_region"
    # why here
    RULE = "rule"
    LISTED = "listed"
    OPEN = "open"
    ALWAYS_OPEN = "always_open"
    CLOSES_SOON = "closes_soon"
    HOURS_UNKNOWN = "hours_unknown"
    NEAREST = "nearest"
    DISTANCE = "distance"
    ABOUT_DISTANCE = "about_distance"
    SAME_MUNICIPALITY = "same_municipality"
    WAY_ASSUMED = "way_assumed"
    INSTEAD_OF = "instead_of"
    REPLACES = "replaces"
    TAKES_OVER = "takes_over"
    BOOKABLE = "bookable"
    QUEUE = "queue"
    NOTICE = "notice"
    DATA_OLD = "data_old"
    DATA_UNDATED = "data_undated"
    AGES_UNSURE = "ages_unsure"
    REASONS_UNSURE = "reasons_unsure"
    # why last, or not at all
    CLOSED = "closed"
    TOO_LATE = "too_late"
    TOO_OLD = "too_old"
    TOO_YOUNG = "too_young"
    REASON_REFUSED = "reason_refused"
    NO_QUEUE = "no_queue"
    RETIRED = "retired"
    REDIRECTED = "redirected"


@dataclass(frozen=True, slots=True)
class Why:
    """One reason.  `facts` fill the places of its sentence, by name."""

    code: WhyCode
    facts: tuple[tuple[str, str], ...] = ()

    def fact(self, name: str) -> str:
        """The fact, or nothing."""
        return dict(self.facts).get(name, "")

    def sentence(self) -> str:
        """The reason as the nurse reads it, in Swedish and without a full stop."""
        written = _SENTENCES[self.code]
        if callable(written):
            return written(dict(self.facts))
        return written.format_map(dict(self.facts))


def why(code: WhyCode, **facts: object) -> Why:
    """A reason with its facts; instants as ISO 8601, everything else as it is written."""
    return Why(code, tuple((name, _told(fact)) for name, fact in facts.items()))


def _told(fact: object) -> str:
    return fact.isoformat() if isinstance(fact, datetime | date) else str(fact)


def clock(at: datetime, like: datetime | None = None) -> str:
    """The time on a Swedish clock; midnight after the day of `like` is 24:00."""
    shown = local(at)
    if like is not None:
        next_day = local(like).date() + timedelta(days=1)
        if shown.date() == next_day and (shown.hour, shown.minute) == (0, 0):
            return "24:00"
    return f"{shown:%H:%M}"


def day_and_clock(at: datetime, seen_from: datetime) -> str:
    """The time, its weekday when it lies within a week, otherwise its date."""
    shown, today = local(at), local(seen_from).date()
    days = (shown.date() - today).days
    if days == 0:
        return f"i dag {shown:%H:%M}"
    if 0 < days < _A_WEEK:
        return f"{_WEEKDAYS[shown.weekday()]} {shown:%H:%M}"
    return f"{shown:%Y-%m-%d %H:%M}"


Facts = dict[str, str]


def _open(facts: Facts) -> str:
    arrives, closes = (datetime.fromisoformat(facts[name]) for name in ("arrives_at", "closes_at"))
    closing = clock(closes, arrives)
    if local(closes).date() != local(arrives).date() and closing != "24:00":
        closing = day_and_clock(closes, arrives)
    return f"Öppet när patienten är framme {clock(arrives)}, stänger {closing}"


def _closed(facts: Facts) -> str:
    arrives = datetime.fromisoformat(facts["arrives_at"])
    if not facts.get("opens_at"):
        return f"Stängt vid framkomst {clock(arrives)}, nästa öppettid är okänd"
    opens = datetime.fromisoformat(facts["opens_at"])
    return f"Stängt vid framkomst, öppnar {day_and_clock(opens, arrives)}"


def _too_late(facts: Facts) -> str:
    minutes = int(facts["within"])
    at_once = minutes <= 0
    within = "omedelbart" if at_once else f"inom {_how_long(minutes)}"
    if not facts.get("opens_at"):
        return f"Ingen öppettid är känd {'nu' if at_once else within}: för sent"
    arrives, opens = (datetime.fromisoformat(facts[name]) for name in ("arrives_at", "opens_at"))
    late = "för sent: vården behövs omedelbart" if at_once else f"för sent för {within}"
    return f"Öppnar först {day_and_clock(opens, arrives)} – {late}"


def _how_long(minutes: int) -> str:
    """ "fyra timmar", "24 timmar", "tre dygn"."""
    hours, odd = divmod(minutes, 60)
    if odd:
        return f"{minutes} minuter"
    days, over = divmod(hours, 24)
    if days > 1 and not over:
        return f"{_counted(days)} dygn"
    return "en timme" if hours == 1 else f"{_counted(hours)} timmar"


def _counted(count: int) -> str:
    return _COUNTS[count] if count < len(_COUNTS) else str(count)


def _always(facts: Facts) -> str:
    arrives = clock(datetime.fromisoformat(facts["arrives_at"]))
    return f"Öppet när patienten är framme {arrives}, dygnet runt"


def _listed(facts: Facts) -> str:
    return (
        "Patientens listade vårdcentral"
        if facts.get("kind") == "VC"
        else "Patienten är listad på enheten"
    )


def _redirected(facts: Facts) -> str:
    where = f"Omdirigerad till {facts['to']}" if facts.get("to") else "Tar inte emot patienter nu"
    return f"{where} av arbetsledaren: {facts['reason']}"


def _retired(facts: Facts) -> str:
    replaced = f", ersatt av {facts['by']}" if facts.get("by") else ""
    return f"Enheten tar inte längre emot patienter{replaced}"


def _ages(facts: Facts) -> str:
    youngest, oldest = facts.get("youngest"), facts.get("oldest")
    if youngest and oldest:
        whom = f"patienter från {youngest} till och med {oldest} år"
    elif oldest:
        whom = f"barn till och med {oldest} år" if int(oldest) < 18 else f"till och med {oldest} år"
    else:
        whom = f"patienter från {youngest} år"
    return f"Tar bara emot {whom}"


def _ages_unsure(facts: Facts) -> str:
    return f"{_ages(facts)}, och patientens ålder är okänd"


def _no_unit(facts: Facts) -> str:
    return f"Ingen enhet passar: {_KINDS.get(facts['kind'], facts['kind'])}"


def _about_distance(facts: Facts) -> str:
    return f"Ungefär {facts['km']} km från {facts['municipality']}"


_KINDS = {
    "VC": "vårdcentral",
    "NARAKUT": "närakut",
    "AKUT": "akutmottagning",
    "BARNAKUT": "barnakut",
    "PSYKAKUT": "psykiatrisk akutmottagning",
    "FORLOSSNING": "förlossning eller gynakut",
    "SPECIALIST": "specialistmottagning",
    "MVC_BVC": "barnmorske- eller barnavårdscentral",
}
_SENTENCES: dict[WhyCode, str | Callable[[Facts], str]] = {
    WhyCode.LIFE_THREAT: "Livshotande tillstånd: larma 112 direkt",
    WhyCode.ALWAYS_112: "Om tillståndet blir livshotande: 112",
    WhyCode.NO_RULES: "Inga regler är publicerade",
    WhyCode.NO_RULE_FITS: "Ingen regel passar: bedöm själv vart patienten ska",
    WhyCode.NO_UNIT_FITS: _no_unit,
    WhyCode.URGENCY_UNKNOWN: "Hur bråttom det är har inte valts",
    WhyCode.REASON_UNKNOWN: "Kontaktorsaken är inte vald",
    WhyCode.AGE_UNKNOWN: "Patientens ålder är okänd",
    WhyCode.PLACE_UNKNOWN: "Var patienten är nu är okänt: {minutes} minuters väg antas",
    WhyCode.PLACE_ABOUT: "Patienten är i {municipality}: minst {minutes} minuters väg antas",
    WhyCode.PLACE_AS_LISTED: (
        "Var patienten är nu är okänt: {municipality} antas, där patienten är listad,"
        " och minst {minutes} minuters väg"
    ),
    WhyCode.LISTED_UNKNOWN: "Listningen är okänd: fråga var patienten är listad",
    WhyCode.OTHER_REGION: (
        "Patienten är listad i {region}: fråga var patienten är nu, det avgör vart"
    ),
    WhyCode.RULE: "{sentence}",
    WhyCode.LISTED: _listed,
    WhyCode.OPEN: _open,
    WhyCode.ALWAYS_OPEN: _always,
    WhyCode.CLOSES_SOON: "Stänger {minutes} min efter att patienten är framme",
    WhyCode.HOURS_UNKNOWN: "Öppettiden är okänd: ring enheten först",
    WhyCode.NEAREST: "Närmast: {km} km",
    WhyCode.DISTANCE: "{km} km bort",
    WhyCode.ABOUT_DISTANCE: _about_distance,
    WhyCode.SAME_MUNICIPALITY: "I samma kommun som patienten: {municipality}",
    WhyCode.WAY_ASSUMED: "Enhetens plats är okänd: {minutes} minuters väg antas",
    WhyCode.INSTEAD_OF: "Tar emot i stället för {unit}: {reason}",
    WhyCode.REPLACES: "Har ersatt {unit}",
    WhyCode.TAKES_OVER: "Tar emot när {unit} är stängd",
    WhyCode.BOOKABLE: "1177 bokar tiden",
    WhyCode.QUEUE: "Enheten ringer upp ur sin teleQ-kö",
    WhyCode.NOTICE: "Tillfälligt: {text}",
    WhyCode.DATA_OLD: "Uppgifterna om enheten är {days} dagar gamla",
    WhyCode.DATA_UNDATED: "Det är okänt hur gamla uppgifterna om enheten är",
    WhyCode.AGES_UNSURE: _ages_unsure,
    WhyCode.REASONS_UNSURE: "Enheten tar inte emot alla kontaktorsaker, och ingen är vald",
    WhyCode.CLOSED: _closed,
    WhyCode.TOO_LATE: _too_late,
    WhyCode.TOO_OLD: _ages,
    WhyCode.TOO_YOUNG: _ages,
    WhyCode.REASON_REFUSED: "Enheten tar inte emot den här kontaktorsaken",
    WhyCode.NO_QUEUE: "Enheten har ingen teleQ-kö",
    WhyCode.RETIRED: _retired,
    WhyCode.REDIRECTED: _redirected,
}
