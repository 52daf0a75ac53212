"""What one shift leaves to the next: what is late, what is near, what is not as usual just now.

DOMAIN §15, FEATURES leap 19.  It names no patient.  Whom an item is about stands in `person`, and
only where it was asked for; such a list is "Sekretess" wherever it goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.calendar import local
from kundcenter.domain.callbacks import Callback, CallbackKind, Promise
from kundcenter.domain.case_clocks import Heed, heed, next_clock
from kundcenter.domain.case_codes import ClockKind
from kundcenter.domain.case_terms import CaseTimes
from kundcenter.domain.case_words import KINDS, word_of
from kundcenter.domain.cases import Case
from kundcenter.domain.journal import Entry
from kundcenter.domain.redirects import Redirect
from kundcenter.domain.supervision.closures import Closure
from kundcenter.domain.supervision.incidents import Incident, IncidentKind, outages
from kundcenter.domain.supervision.key_words import QUEUES
from kundcenter.domain.supervision.lone_working import LoneWorking
from kundcenter.domain.supervision.said import Said, Saying, said, spoken
from kundcenter.domain.supervision.stays import Stretch
from kundcenter.domain.waiting import SigningTerms, Waiting

Names = Mapping[UUID, str]  # of units and operators, by their ids
MOST_TOLD = 200  # characters of what somebody wrote
A_MINUTE = timedelta(minutes=1)
MOST_ITEMS = 40  # of a kind; of the rest one is told how many they are
NEAR = frozenset({Heed.LATE, Heed.TODAY, Heed.SOON})


class HandOverKind(StrEnum):
    """What is handed over, in the order of the page."""

    CALLBACK = "ATERUPPRINGNING"
    SAFETY = "SAKERHETSNAT"
    UNSIGNED = "OSIGNERAT"
    CASE = "ARENDE"
    REDIRECT = "OMSTYRNING"
    CLOSURE = "STANGD_KO"
    INCIDENT = "HANDELSE"
    LONE = "ENSAMARBETE"


TITLES = {
    HandOverKind.CALLBACK: "Försenade återuppringningar",
    HandOverKind.SAFETY: "Öppna säkerhetsnät",
    HandOverKind.UNSIGNED: "Osignerade, äldre än två dygn",
    HandOverKind.CASE: "Ärenden nära sin dag",
    HandOverKind.REDIRECT: "Omstyrda enheter",
    HandOverKind.CLOSURE: "Stängda köer",
    HandOverKind.INCIDENT: "Händelser och avbrott",
    HandOverKind.LONE: "Ensamarbete",
}
INCIDENTS = {
    IncidentKind.LINE: "Telefonin borta",
    IncidentKind.CENTRE: "Centralen borta",
    IncidentKind.RECORD: "Journalsystemet",
    IncidentKind.NETWORK: "Nätverket",
    IncidentKind.POWER: "Strömmen",
    IncidentKind.STAFF: "Bemanningen",
    IncidentKind.OTHER: "Annat",
}
CLOCKS = {
    ClockKind.ADVICE: "rådgivning",
    ClockKind.INJURY: "chefläkarens beslut",
    ClockKind.CONFIRM: "mottagningsbekräftelse",
    ClockKind.FIRST_ANSWER: "första svar",
    ClockKind.ANSWER: "svar",
    ClockKind.LEX_MARIA: "lex Maria",
    ClockKind.IVO: "IVO",
}


@dataclass(frozen=True, slots=True)
class HandOverItem:
    """One line.  `at` is when it was or is due, or began; `late` is told in words.

    `what` is `said` in Swedish.  `about` are the patient's id and that of the record it stands in,
    for whoever asks for identities; neither leaves the store.  `person` is what is then said of
    the patient.
    """

    kind: HandOverKind
    what: str
    at: datetime | None = None
    late: bool = False
    said: Saying = ()
    about: UUID | None = field(default=None, repr=False)
    entry: UUID | None = field(default=None, repr=False)
    person: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class HandOverPart:
    """All of one kind: how many there are, how many are late, and the first of them.

    `words` say it where a count does not, `said` is the same with its holes.
    """

    kind: HandOverKind
    count: int
    late: int
    items: tuple[HandOverItem, ...] = ()
    words: str = ""
    said: Saying = ()

    @property
    def title(self) -> str:
        return TITLES[self.kind]

    @property
    def left_out(self) -> int:
        """How many have no line."""
        return self.count - len(self.items)

    @property
    def told(self) -> str:
        """The count in words."""
        return spoken(self.tells)

    @property
    def tells(self) -> Saying:
        """The same, for the screen to translate."""
        if self.words:
            return self.said or (self.words,)
        if not self.count:
            return (said("Inga"),)
        if not self.late:
            return (f"{self.count}",)
        if self.late == 1:
            return (said("{count}, varav {late} sen", count=self.count, late=self.late),)
        return (said("{count}, varav {late} sena", count=self.count, late=self.late),)


@dataclass(frozen=True, slots=True)
class HandOver:
    """How it stands at one moment; parts that have nothing are there and say so.

    `current` False: of a time that is past, only what happened in it.
    """

    at: datetime
    parts: tuple[HandOverPart, ...] = ()
    current: bool = True

    @property
    def title(self) -> str:
        return "Att lämna över" if self.current else "Händelser under tiden"

    @property
    def stands(self) -> str:
        return f"läget {moment(self.at)}" if self.current else ""

    @property
    def count(self) -> int:
        return sum(part.count for part in self.parts)


def part(kind: HandOverKind, items: Iterable[HandOverItem]) -> HandOverPart:
    """The items of one kind: what is late first, then what is due or began first."""
    found = sorted(items, key=lambda each: (not each.late, _moment(each.at), each.what))
    late = sum(each.late for each in found)
    return HandOverPart(kind, len(found), late, tuple(found[:MOST_ITEMS]))


def late_callbacks(
    callbacks: Iterable[Callback], names: Names, now: datetime
) -> Iterable[HandOverItem]:
    """Promises in a queue and one's own whose time is over, broken ones too; no safety clock."""
    for each in callbacks:
        if each.over or each.kind is CallbackKind.SAFETY:
            continue
        if each.open and each.promise(now) is not Promise.AFTER:
            continue
        whose = said("Egen återuppringning")
        if each.kind is CallbackKind.QUEUE:
            unit = names.get(each.unit_id, "") if each.unit_id else ""
            whose = said("Kö: {unit}", unit=unit) if unit else said("Enhetens kö")
        yield _item(
            HandOverKind.CALLBACK,
            (whose, *_tried(each)),
            each.due_at,
            late=True,
            about=each.person_id,
            entry=each.entry_id,
        )


def safety_clocks(callbacks: Iterable[Callback], now: datetime) -> Iterable[HandOverItem]:
    """Every safety clock that runs; late are those whose time is over (FEATURES leap 5)."""
    for each in callbacks:
        if each.over or each.kind is not CallbackKind.SAFETY:
            continue
        yield _item(
            HandOverKind.SAFETY,
            (said("Följ upp hur det gick"), *_tried(each)),
            each.due_at,
            late=each.promise(now) is Promise.AFTER,
            about=each.person_id,
            entry=each.entry_id,
        )


def unsigned_notes(
    waiting: Iterable[Waiting], entries: Mapping[UUID, Entry], now: datetime, terms: SigningTerms
) -> Iterable[HandOverItem]:
    """Notes that ought to have been signed; late are those that a supervisor is told of anyway."""
    for each in waiting:
        entry = entries.get(each.entry_id)
        days = (now - each.since) // timedelta(days=1)
        yield _item(
            HandOverKind.UNSIGNED,
            (said("Osignerad i {days} dygn", days=days),),
            each.since,
            late=each.since < now - terms.escalate_after,
            about=entry.person_id if entry else None,
            entry=each.entry_id,
        )


def near_cases(cases: Iterable[Case], times: CaseTimes, now: datetime) -> Iterable[HandOverItem]:
    """Cases whose next clock ends soon, today, or has ended: by number, without who and why."""
    for case in cases:
        clock = next_clock(case, times)
        if clock is None or (how := heed(clock, times, now)) not in NEAR:
            continue
        kind = said(word_of(KINDS, case.kind))
        due = said(
            "{clock} senast {day}", clock=said(CLOCKS[clock.kind]), day=clock.day.isoformat()
        )
        what = (f"{case.number}, ", kind, ": ", due)
        yield _item(HandOverKind.CASE, what, clock.ends, late=how is Heed.LATE)


def redirected_units(redirects: Iterable[Redirect], names: Names) -> Iterable[HandOverItem]:
    """Orders in force: from which unit to which, until when and why."""
    for each in redirects:
        there: Said | str = said("ingen annan enhet")
        if each.to_id:
            there = names.get(each.to_id) or said("en annan enhet")
        unit = names.get(each.unit_id) or said("En enhet")
        what = (unit, " → ", there, ", ", until(each.ends_at), f": {each.reason}")
        yield _item(HandOverKind.REDIRECT, what, each.starts_at)


def closed_queues(closures: Iterable[Closure], *, texts: bool) -> Iterable[HandOverItem]:
    """Closed at some moment of the period, or now; with `texts` why."""
    for each in closures:
        queue = said(QUEUES[each.queue]) if each.queue in QUEUES else each.queue
        why = f": {each.reason}" if texts else ""
        yield _item(HandOverKind.CLOSURE, (queue, ", ", until(each.until), why), each.starts_at)


def disturbances(incidents: Iterable[Incident], *, texts: bool) -> Iterable[HandOverItem]:
    """What disturbed the work; of what many desks noted of the same, one line."""
    for each in outages(incidents):
        count = len(each.incidents)
        desks = (said(" ({count} arbetsplatser)", count=count),) if count > 1 else ()
        end = said("pågår") if each.ends_at is None else until(each.ends_at)
        told = next((one.text for one in each.incidents if one.text), "")
        more = f": {_cut(told)}" if texts and told else ""
        what = (said(INCIDENTS[each.kind]), *desks, ", ", end, more)
        yield _item(HandOverKind.INCIDENT, what, each.starts_at, late=each.ends_at is None)


def lone_times(
    worked: LoneWorking | None, planned: LoneWorking, *, known: bool, told: bool
) -> HandOverPart:
    """When one nurse was alone, and when nobody was signed in; nobody is named.

    `worked` None: nobody noted who was here.  `known` says whether there is a roster; `told`
    whether each time is told, which of a month are too many.
    """
    plan = said("planerat {minutes}", minutes=planned.minutes) if known else said("inget schema")
    if worked is None:
        words: Saying = (said("Närvaro inte noterad"), ", ", plan)
    else:
        words = (said("{minutes} min", minutes=worked.minutes), ", ", plan)
    if worked is None or not told:
        return HandOverPart(HandOverKind.LONE, 0, 0, words=spoken(words), said=words)
    both = ((worked.alone, said("Ensam")), (worked.nobody, said("Ingen inloggad")))
    found = [
        _stretch(each, what) for times, what in both for each in times if each.lasts >= A_MINUTE
    ]
    return replace(part(HandOverKind.LONE, found), words=spoken(words), said=words)


def _item(
    kind: HandOverKind,
    saying: Saying,
    at: datetime,
    *,
    late: bool = False,
    about: UUID | None = None,
    entry: UUID | None = None,
) -> HandOverItem:
    return HandOverItem(kind, spoken(saying), at, late, saying, about, entry)


def _tried(callback: Callback) -> Saying:
    count = callback.attempts
    return (said(", försök {count}", count=count),) if count else ()


def _cut(text: str) -> str:
    """The beginning, in one line: the whole stands in the list of what happened."""
    line = " ".join(text.split())
    return line if len(line) <= MOST_TOLD else line[:MOST_TOLD].rstrip() + "…"


def _stretch(stretch: Stretch, what: Said) -> HandOverItem:
    minutes = stretch.lasts // A_MINUTE
    clock = f" {local(stretch.starts_at):%H:%M}–{local(stretch.ends_at):%H:%M}, "
    lasts = said("{minutes} minuter", minutes=minutes)
    return _item(HandOverKind.LONE, (what, clock, lasts), stretch.starts_at)


def until(ends_at: datetime | None) -> Said:
    """Until when something holds."""
    return (
        said("tills vidare") if ends_at is None else said("till {moment}", moment=moment(ends_at))
    )


def moment(at: datetime) -> str:
    return f"{local(at):%Y-%m-%d %H:%M}"


def _moment(at: datetime | None) -> float:
    return at.timestamp() if at else float("inf")
