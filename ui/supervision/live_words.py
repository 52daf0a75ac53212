"""What the screens say of how things stand now: numbers, marks and sentences without a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from kundcenter.domain.lines import QueueLoad
from kundcenter.domain.supervision.closures import Closure
from kundcenter.domain.supervision.incidents import Incident, IncidentKind
from kundcenter.domain.supervision.live_now import (
    Heed,
    LiveNow,
    QueueToday,
    free_heed,
    staff_heed,
    wait_heed,
)
from kundcenter.domain.supervision.targets import Verdict
from ui.badges import Badge
from ui.theme.colours import ToneName
from ui.times import lately, span

NOTHING = "–"
KNOWN_QUEUES = ("1177", "vaxel", "service")  # that every exchange has
_TONES = {
    Heed.UNKNOWN: (ToneName.NEUTRAL, "help"),
    Heed.CALM: (ToneName.SUCCESS, "check-circle"),
    Heed.NEAR: (ToneName.WARNING, "clock"),
    Heed.OVER: (ToneName.DANGER, "warning"),
}


def queue_name(queue: str) -> str:
    """What an answering group is called; those that every exchange has go by our names."""
    translate = QCoreApplication.translate
    known = {
        "1177": translate("dispatch", "1177 på telefon"),
        "vaxel": translate("dispatch", "Växeln"),
        "service": translate("dispatch", "Servicedisken"),
    }
    return known.get(queue, queue)


def percent(value: float | None) -> str:
    """87,5 %; a dash where there is no share."""
    return NOTHING if value is None else f"{value:.1f} %".replace(".", ",")


def seconds(value: float | None) -> str:
    """3:07; a dash where nothing was waited for."""
    return NOTHING if value is None else span(timedelta(seconds=value))


def heed_badge(heed: Heed, words: str) -> Badge:
    """A mark with a shape, a word and a colour."""
    return Badge(words, *_TONES[heed])


def wait_badge(heed: Heed) -> Badge:
    """How the longest wait stands to its limits."""
    translate = QCoreApplication.translate
    words = {
        Heed.UNKNOWN: translate("live", "Okänt"),
        Heed.CALM: translate("live", "I tid"),
        Heed.NEAR: translate("live", "Börjar bli lång"),
        Heed.OVER: translate("live", "För lång"),
    }
    return heed_badge(heed, words[heed])


def free_badge(heed: Heed, load: QueueLoad | None) -> Badge:
    """Whether somebody is there to answer."""
    translate = QCoreApplication.translate
    if load is not None and load.members == 0:
        return heed_badge(heed, translate("live", "Ingen inloggad"))
    words = {
        Heed.UNKNOWN: translate("live", "Okänt"),
        Heed.CALM: translate("live", "Bemannat"),
        Heed.NEAR: translate("live", "Ingen ledig"),
        Heed.OVER: translate("live", "Ingen ledig"),
    }
    return heed_badge(heed, words[heed])


def bare_badge(loads: Sequence[QueueLoad]) -> Badge:
    """Whether somebody is there to answer, of all queues together: the worst of them."""
    worst = max(loads, key=lambda load: list(Heed).index(free_heed(load)))
    if free_heed(worst) is Heed.CALM and not all(load.free for load in loads):
        words = QCoreApplication.translate("live", "Ingen väntar där")
        return heed_badge(Heed.CALM, words)  # all talk, and nobody waits for them
    return free_badge(free_heed(worst), worst)


def staff_badge(nurses: int | None) -> Badge | None:
    """That no nurse is signed in, or one alone."""
    translate = QCoreApplication.translate
    heed = staff_heed(nurses)
    if heed is Heed.OVER:
        return heed_badge(heed, translate("live", "Ingen inloggad"))
    return heed_badge(heed, translate("live", "Ensamarbete")) if heed is Heed.NEAR else None


def worst_wait(loads: Iterable[QueueLoad], live: LiveNow) -> Heed:
    """How the longest wait of all queues stands to the limits of each."""
    heeds = [wait_heed(load, live.limits_of(load.queue)) for load in loads]
    return max(heeds, key=list(Heed).index, default=Heed.UNKNOWN)


def verdict_badge(verdict: Verdict) -> Badge | None:
    """Whether the target is met; nothing where there is none, or nothing to judge."""
    translate = QCoreApplication.translate
    if verdict is Verdict.KEPT:
        return Badge(translate("live", "Målet nås"), ToneName.SUCCESS, "check-circle")
    if verdict is Verdict.MISSED:
        return Badge(translate("live", "Målet nås inte"), ToneName.DANGER, "warning")
    return None


def answered_note(today: QueueToday, short_seconds: int) -> str:
    """The numerator and the denominator, in words."""
    base = today.counts.offered - today.counts.short(short_seconds)
    if not base:
        return QCoreApplication.translate("live", "inga samtal än")
    words = QCoreApplication.translate("live", "{answered} av {offered}")
    return words.format(answered=today.counts.answered.count, offered=base)


def closure_words(closure: Closure, now: datetime) -> str:
    """Since when, until when and why a queue is closed."""
    translate = QCoreApplication.translate
    if closure.until is None:
        words = translate("live", "Sedan {start}, tills vidare: {reason}")
    else:
        words = translate("live", "Sedan {start}, till {end}: {reason}")
    end = lately(closure.until, now) if closure.until is not None else ""
    return words.format(start=lately(closure.starts_at, now), end=end, reason=closure.reason)


def incident_name(kind: IncidentKind) -> str:
    """What has failed."""
    translate = QCoreApplication.translate
    return {
        IncidentKind.LINE: translate("live", "Telefonin"),
        IncidentKind.CENTRE: translate("live", "Centralen"),
        IncidentKind.RECORD: translate("live", "Journalsystemet"),
        IncidentKind.NETWORK: translate("live", "Nätverket"),
        IncidentKind.POWER: translate("live", "Strömmen"),
        IncidentKind.STAFF: translate("live", "Bemanningen"),
        IncidentKind.OTHER: translate("live", "Annat"),
    }[kind]


def incident_words(incident: Incident, now: datetime) -> str:
    """Since when, and what somebody wrote of it."""
    translate = QCoreApplication.translate
    words = translate("live", "Sedan {start}").format(start=lately(incident.starts_at, now))
    if incident.automatic:
        words = translate("live", "{words}, upptäckt av en arbetsplats").format(words=words)
    first = incident.text.strip().partition("\n")[0]
    return f"{words}: {first}" if first else words


def told_at(live: LiveNow | None, now: datetime) -> str:
    """Of when the figures are."""
    if live is None:
        return QCoreApplication.translate("live", "Hämtar siffrorna")
    words = QCoreApplication.translate("live", "Siffrorna är från {clock}")
    return words.format(clock=lately(live.at, now))
