"""What stands in a row of the switchboard's list: what it is, its line, whether anybody is there.

A hidden number is in none of these words.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from kundcenter.domain.lines import PhoneState, QueueLoad
from kundcenter.domain.opening import OpenState, opening_at
from kundcenter.domain.switchboard.absences import UNSAID, Absence
from kundcenter.domain.switchboard.board import Line, LineKind, Special
from kundcenter.domain.switchboard.contacts import Contact, ContactKind
from ui.badges import Badge
from ui.directory_keeper import DirectoryKeeper
from ui.labels import label
from ui.opening_words import when_words
from ui.switchboard.board_keeper import BoardKeeper
from ui.switchboard.targets import ADVICE_QUEUE
from ui.theme.colours import ToneName
from ui.times import clock
from ui.unit_state import unit_badge

SOON = timedelta(hours=12)  # an absence that begins within them is told of
ICONS = {
    LineKind.CONTACT: "person",
    LineKind.UNIT: "building",
    LineKind.DUTY: "shield",
    LineKind.QUEUE: "queue",
    LineKind.SPECIAL: "phone",
}
_STATES = {
    PhoneState.FREE: (ToneName.SUCCESS, "check-circle"),
    PhoneState.RINGING: (ToneName.WARNING, "phone-ring"),
    PhoneState.BUSY: (ToneName.DANGER, "phone"),
    PhoneState.AWAY: (ToneName.NEUTRAL, "cloud-off"),
}


def icon_of(line: Line) -> str:
    """What sort of row it is."""
    if line.contact is not None and line.contact.told.kind is ContactKind.FUNCTION:
        return "headset"
    if line.code == Special.EMERGENCY:
        return "ambulance"
    return ICONS[line.kind]


def about(line: Line) -> str:
    """Title and workplace; a unit's kind and municipality; what a row of another sort is."""
    translate = QCoreApplication.translate
    match line.kind:
        case LineKind.CONTACT if line.contact is not None:
            told = line.contact.told
            place = told.workplace or told.municipality or told.directory
            return ", ".join(filter(None, (told.title, place)))
        case LineKind.UNIT if line.card is not None:
            unit = line.card.unit
            return ", ".join(filter(None, (label(unit.kind), unit.municipality)))
        case LineKind.DUTY:
            at = line.card.unit.name if line.card is not None else ""
            return ", ".join(filter(None, (translate("dispatch", "Jour"), at)))
        case LineKind.QUEUE:
            return translate("dispatch", "Svarsgrupp")
    words: dict[str, str] = {
        Special.ADVICE.value: translate("dispatch", "Sjukvårdsrådgivningen"),
        Special.EMERGENCY.value: translate("dispatch", "Öppnar larmet"),
        Special.VOICEMAIL.value: translate("dispatch", "Välj en person först"),
    }
    return words.get(line.code, translate("dispatch", "Skrivet nummer"))


def load_of(keeper: BoardKeeper, line: Line) -> QueueLoad | None:
    """How it is in the group that the row leads to."""
    if line.kind is LineKind.QUEUE:
        return keeper.load(line.code)
    return keeper.load(ADVICE_QUEUE) if line.code == Special.ADVICE else None


def state_of(keeper: BoardKeeper, line: Line) -> PhoneState:
    """What the exchange knows of the row's telephone."""
    extension = line.contact.told.extension if line.contact is not None else ""
    return keeper.state(extension) if extension else PhoneState.UNKNOWN


def line_badge(keeper: BoardKeeper, line: Line) -> Badge | None:
    """The telephone's state, or how many wait in a group; None where nothing is known."""
    load = load_of(keeper, line)
    if load is not None:
        words = QCoreApplication.translate("dispatch", "{count} väntar").format(count=load.waiting)
        tone = ToneName.WARNING if load.waiting > load.free else ToneName.SUCCESS
        return Badge(words, tone, "queue")
    found = _STATES.get(state := state_of(keeper, line))
    return None if found is None else Badge(label(state), *found)


def there_badge(keeper: BoardKeeper, units: DirectoryKeeper, line: Line) -> Badge | None:
    """Absent until when, open until when, how many are free."""
    now = keeper.now
    load = load_of(keeper, line)
    if load is not None:
        return _members(load)
    if line.kind is LineKind.DUTY and line.duties:
        words = QCoreApplication.translate("dispatch", "Jour till {when}")
        return Badge(words.format(when=_short(line.duties[0].ends_at, now)), ToneName.INFO, "clock")
    if line.kind is LineKind.UNIT and line.card is not None:
        return unit_badge(units, line.card)
    return None if line.contact is None else _contact_there(keeper, units, line.contact)


def _contact_there(keeper: BoardKeeper, units: DirectoryKeeper, contact: Contact) -> Badge | None:
    """Away, else the unit closed, else soon away."""
    now, absence = keeper.now, keeper.absence(contact.id)
    if absence is not None:
        return Badge(absence_words(absence, now), ToneName.WARNING, "coffee")
    card = units.unit(contact.told.unit_id)
    if card is not None and opening_at(card.details.hours, now).state is OpenState.CLOSED:
        return unit_badge(units, card)
    later = [each for each in keeper.absences_of(contact.id) if each.starts_at > now]
    soon = min(later, key=lambda each: each.starts_at, default=None)
    if soon is None or soon.starts_at - now >= SOON:
        return None
    words = QCoreApplication.translate("dispatch", "Borta från {when}")
    return Badge(words.format(when=when_words(soon.starts_at, now)), ToneName.INFO, "calendar")


def _short(at: datetime, now: datetime) -> str:
    """Within a day the clock says enough."""
    return clock(at) if at - now < timedelta(hours=24) else when_words(at, now)


def absence_words(absence: Absence, now: datetime) -> str:
    """Why, unless that is said to nobody, and when they are back."""
    translate = QCoreApplication.translate
    why = translate("dispatch", "Frånvarande")
    if absence.reason not in UNSAID:
        why = label(absence.reason)
    if absence.back_at is None:
        return why
    words = translate("dispatch", "{why}, åter {when}")
    return words.format(why=why, when=when_words(absence.back_at, now))


def doubt(keeper: BoardKeeper, units: DirectoryKeeper, line: Line) -> str:
    """Why the caller may not get through there now; empty when nothing speaks against it."""
    translate = QCoreApplication.translate
    load = load_of(keeper, line)
    if load is not None:
        return "" if load.members else translate("dispatch", "Ingen är inloggad i gruppen.")
    if line.contact is not None:
        absence = keeper.absence(line.contact.id)
        if absence is not None:
            return f"{absence_words(absence, keeper.now)}."
        state = state_of(keeper, line)
        if state in {PhoneState.BUSY, PhoneState.RINGING, PhoneState.AWAY}:
            return f"{label(state)}."
    card = line.card if line.kind is LineKind.UNIT else None
    if line.contact is not None:
        card = units.unit(line.contact.told.unit_id)
    if card is None:
        return ""
    closed = opening_at(card.details.hours, keeper.now).state is OpenState.CLOSED
    barred = line.kind is LineKind.UNIT and units.redirect_of(card.id) is not None
    return f"{unit_badge(units, card).text}." if closed or barred else ""


def longest_words(load: QueueLoad) -> str:
    """How long the first has waited."""
    minutes = int(load.longest.total_seconds() // 60)
    words = QCoreApplication.translate("dispatch", "Längst {minutes} min")
    return words.format(minutes=minutes) if load.waiting else ""


def _members(load: QueueLoad) -> Badge:
    translate = QCoreApplication.translate
    if not load.members:
        return Badge(translate("dispatch", "Ingen inloggad"), ToneName.DANGER, "warning")
    words = translate("dispatch", "{free} av {members} lediga")
    tone = ToneName.SUCCESS if load.free else ToneName.WARNING
    return Badge(words.format(free=load.free, members=load.members), tone, "people")
