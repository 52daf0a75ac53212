"""Promises in words and marks: before, at and after them by shape as well as by colour."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QLocale

from kundcenter.domain.calendar import local
from kundcenter.domain.callbacks import Callback, CallbackKind, CallbackState, Promise, Step
from kundcenter.domain.capacity import Room
from ui.badges import Badge, Shape
from ui.labels import label
from ui.theme.colours import ToneName
from ui.times import clock, lately

_STATES = {
    CallbackState.WAITING: (ToneName.NEUTRAL, "clock"),
    CallbackState.TIME_TOLD: (ToneName.NEUTRAL, "clock"),
    CallbackState.RINGING: (ToneName.INFO, "phone"),
    CallbackState.NO_ANSWER: (ToneName.WARNING, "minus"),
    CallbackState.DONE: (ToneName.SUCCESS, "check-circle"),
    CallbackState.CANCELLED: (ToneName.NEUTRAL, "close"),
    CallbackState.EXPIRED: (ToneName.DANGER, "warning"),
    CallbackState.NOT_REACHED: (ToneName.NEUTRAL, "close"),
}
translate = QCoreApplication.translate  # under the name that marks a text for the catalogue


def span_words(start: datetime, end: datetime) -> str:
    """The clock from and to, 10:15–10:45; of an instant the clock alone."""
    if start == end:
        return clock(start)
    return translate("claiming", "{start}–{end}").format(start=clock(start), end=clock(end))


def day_words(at: datetime, now: datetime) -> str:
    """The day as one says it: i dag, i morgon, onsdag 25 november."""
    day, today = local(at).date(), local(now).date()
    if day == today:
        return translate("claiming", "i dag")
    if day == today + timedelta(days=1):
        return translate("claiming", "i morgon")
    locale = QLocale()
    return translate("claiming", "{day} {date} {month}").format(
        day=locale.dayName(day.isoweekday()), date=day.day, month=locale.monthName(day.month)
    )


def promised_words(start: datetime, end: datetime, now: datetime) -> str:
    """The day where it is not today, and the clock: 10:15–10:45; i morgon 10:15–10:45."""
    if local(start).date() == local(now).date():
        return span_words(start, end)
    return translate("claiming", "{day} {span}").format(
        day=day_words(start, now), span=span_words(start, end)
    )


def listed_words(start: datetime, end: datetime, now: datetime) -> str:
    """As a list has room for: 10:15–10:45 today, else with the short day and its date."""
    day = local(start).date()
    if day == local(now).date():
        return span_words(start, end)
    name = QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat).rstrip(".")
    if abs(day - local(now).date()) >= timedelta(days=7):
        name = f"{day:%Y-%m-%d}"
    return translate("claiming", "{day} {span}").format(day=name, span=span_words(start, end))


def said_words(start: datetime, end: datetime, now: datetime, unit: str) -> str:
    """The sentence that is read to the caller."""
    words = translate("claiming", "{unit} ringer dig {day} mellan klockan {start} och {end}.")
    return words.format(unit=unit, day=day_words(start, now), start=clock(start), end=clock(end))


def promise_badge(promise: Promise) -> Badge:
    """Where now is to what was promised: a ring before, a dot at, a triangle after."""
    marks = {
        Promise.BEFORE: Badge(label(promise), ToneName.NEUTRAL, Shape.RING),
        Promise.NOW: Badge(label(promise), ToneName.INFO, Shape.DOT),
        Promise.AFTER: Badge(label(promise), ToneName.DANGER, Shape.TRIANGLE),
    }
    return marks[promise]


def callback_badge(callback: Callback, now: datetime) -> Badge:
    """How a call-back stands: one whose lease is over waits again."""
    state = callback.stands(now)
    return Badge(label(state), *_STATES[state])


def kind_badge(kind: CallbackKind) -> Badge:
    """Whose promise it is; the safety clock has a shield."""
    marks = {
        CallbackKind.QUEUE: (ToneName.NEUTRAL, "queue"),
        CallbackKind.OWN: (ToneName.NEUTRAL, "phone-out"),
        CallbackKind.SAFETY: (ToneName.INFO, "shield"),
    }
    return Badge(label(kind), *marks[kind])


def waited_words(since: datetime, now: datetime) -> str:
    """How long ago, in the largest whole unit: 45 min, 3 tim, 2 dygn."""
    minutes = max(0, int((now - since).total_seconds() // 60))
    hours = minutes // 60
    if hours >= 48:
        return translate("claiming", "{count} dygn").format(count=hours // 24)
    if hours:
        return translate("claiming", "{hours} tim").format(hours=hours)
    return translate("claiming", "{minutes} min").format(minutes=minutes)


def breaks_day(starts_at: datetime, now: datetime) -> bool:
    """Whether a time lies on another day than today, by a Swedish clock."""
    return local(starts_at).date() != local(now).date()


def room_badge(room: Room) -> Badge:
    """How many seats are free: a ring where there is room, a filled box where there is none."""
    if room.overbooked:
        words = translate("claiming", "{count} för många").format(
            count=room.held - room.timeslot.capacity
        )
        return Badge(words, ToneName.DANGER, "warning")
    if room.timeslot.closed:
        return Badge(translate("claiming", "Stängd"), ToneName.NEUTRAL, "lock")
    if not room.free:
        return Badge(translate("claiming", "Full"), ToneName.WARNING, Shape.SQUARE)
    words = translate("claiming", "{free} av {capacity}")
    return Badge(
        words.format(free=room.free, capacity=room.timeslot.capacity),
        ToneName.SUCCESS,
        Shape.RING,
    )


def ring_words(at: datetime, now: datetime) -> str:
    """The sentence that is read to whom one promises to ring oneself."""
    return translate("claiming", "Vi ringer dig {day} klockan {clock}.").format(
        day=day_words(at, now), clock=clock(at)
    )


def step_words(step: Step, now: datetime, name: Callable[[UUID], str]) -> str:
    """One thing that happened: when, what, by whom, and what was written of it."""
    told = translate("claiming", "{at}  {what}").format(
        at=lately(step.at, now), what=label(step.kind)
    )
    if step.promised_from is not None:
        promised = translate("claiming", "utlovat {time}")
        time = promised_words(step.promised_from, step.promised_from, now)
        told = ", ".join((told, promised.format(time=time)))
    parts = (told, name(step.by), step.text)
    return ", ".join(filter(None, parts))
