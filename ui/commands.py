"""What the palette finds: actions in reach, calls in hand and handed over, own cases, units, and
people who are asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from kundcenter.domain.access import NotPermitted
from kundcenter.domain.calls import Call
from kundcenter.domain.hand_overs import Handed
from kundcenter.domain.identity import PersonIdInvalid, Reading, parse
from kundcenter.domain.parts import Part
from kundcenter.domain.person_cards import Hits
from kundcenter.domain.waiting import Unsigned
from kundcenter.errors import KundcenterError
from ui.actions import Action, words_of
from ui.dialogs.palette import Hit, Kind, Palette
from ui.directory_keeper import DirectoryKeeper
from ui.keys import BoundKey, keys
from ui.labels import label
from ui.numbers import number_of_call
from ui.people import name_of, number_of, today, told
from ui.services import Services
from ui.tasks import Tasks
from ui.times import clock, lately
from ui.unit_state import unit_badge
from ui.widgets.key_hint import key_text
from ui.window import Window

UNITS = 12  # hits
_BORN = re.compile(r"(?<!\d)((?:19|20)\d{2})-?(\d{2})-?(\d{2})(?!\d)")


class Commands(QObject):
    """`call_wanted`, `take_wanted`, `entry_wanted` and `person_wanted` carry ids, `unit_wanted` a
    Unit."""

    call_wanted = Signal(object)
    take_wanted = Signal(object)
    entry_wanted = Signal(object)
    person_wanted = Signal(object)
    unit_wanted = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, window: Window) -> None:
        super().__init__(window)
        self._tasks, self._services, self._window = tasks, services, window

    def open(self) -> None:
        """Open the palette over the desk."""
        palette = Palette(partial(self._search_hits), parent=self._window)
        palette.offer(Kind.ACTION, [_action_hit(bound) for bound in self._in_reach()])
        run, services = self._tasks.run, self._services
        nothing: Callable[[KundcenterError], object] = lambda _: None  # noqa: E731
        run(palette, services.calls.handed_to_me, partial(self._offer_handed, palette), nothing)
        run(palette, services.calls.mine, partial(self._offer_calls, palette), nothing)
        cases = partial(own_cases, services)
        run(palette, cases, partial(self._offer_cases, palette), nothing)
        self._palette = palette
        palette.open()

    def _in_reach(self) -> list[BoundKey]:
        seen: dict[Action, BoundKey] = {}
        for bound in keys().live(self._window):
            if bound.action is not Action.PALETTE:
                seen.setdefault(bound.action, bound)
        return list(seen.values())

    def _offer_handed(self, palette: Palette, handed: tuple[Handed, ...]) -> None:
        """Not with what the colleague wrote to it, which may name somebody."""
        palette.offer(
            Kind.HANDED,
            [
                Hit(
                    f"handed {each.call.id}",
                    Kind.HANDED,
                    self.tr("Ta över {number}, {time}").format(
                        number=number_of_call(each.call), time=clock(each.call.rang_at)
                    ),
                    partial(self.take_wanted.emit, each.call.id),
                    self.tr("Överlämnade till mig"),
                )
                for each in handed
            ],
        )

    def _offer_cases(self, palette: Palette, cases: OwnCases) -> None:
        """By their times alone: whom a note is about is not known before it is opened."""
        due = [
            Hit(
                f"due {part.id}",
                Kind.CASE,
                self.tr("Återstår efter larm 112: samtal {time}").format(
                    time=lately(part.opened_at)
                ),
                partial(self.call_wanted.emit, part.call_id),
                self.tr("Skriv anteckningen."),
            )
            for part in cases.due
        ]
        unsigned = [
            Hit(
                f"entry {each.entry_id}",
                Kind.CASE,
                self.tr("Osignerad anteckning, kontakt {time}").format(
                    time=lately(each.contact_at)
                ),
                partial(self.entry_wanted.emit, each.entry_id),
                self.tr("Försenad") if each.late else "",
            )
            for each in cases.unsigned
        ]
        palette.offer(Kind.CASE, [*due, *unsigned])

    def _offer_calls(self, palette: Palette, calls: tuple[Call, ...]) -> None:
        palette.offer(
            Kind.CALL,
            [
                Hit(
                    f"call {call.id}",
                    Kind.CALL,
                    self.tr("Samtal {number}").format(number=number_of_call(call)),
                    partial(self.call_wanted.emit, call.id),
                    f"{clock(call.rang_at)}  {label(call.state)}",
                )
                for call in calls
            ],
        )

    def _unit_hits(self, text: str) -> list[Hit]:
        """Units as the page of units finds them, and whether they are open."""
        keeper = DirectoryKeeper.of(self._tasks, self._services)
        return [
            Hit(
                f"unit {card.id}",
                Kind.UNIT,
                ", ".join(filter(None, (card.unit.name, card.unit.municipality))),
                partial(self.unit_wanted.emit, card.unit),
                unit_badge(keeper, card).text,
            )
            for card in keeper.directory.find(text, limit=UNITS)
        ]

    # -- people: asked for by Enter, logged when they are found ---------------------------------

    def _search_hits(self, text: str) -> Sequence[Hit]:
        """Units; and a line that looks somebody up, once the words can mean hardly anybody else."""
        reading = self._read(text)
        if reading is not None:
            words = self.tr("Sök personen med numret {number}")
            shown = words.format(number=number_of(reading.person_id))
            detail = told(reading)
        elif names_and_birth(text):
            shown, detail = self.tr("Sök personen {text}").format(text=text), ""
        else:
            return self._unit_hits(text)
        search = partial(self._search, text)
        return (Hit(f"search {text}", Kind.SEARCH, shown, search, detail, stays=True),)

    def _read(self, text: str) -> Reading | None:
        try:
            return parse(text, today(), local_pattern=self._services.reserve_pattern)
        except PersonIdInvalid:
            return None

    def _search(self, text: str) -> None:
        palette = self._palette
        palette.set_busy(True)
        pattern = self._services.reserve_pattern
        verb = partial(self._services.people.search, text, reserve_pattern=pattern)
        self._tasks.run(palette, verb, self._offer_people, palette.refuse, topic="find")

    def _offer_people(self, hits: Hits) -> None:
        people = hits.people
        if not people:
            self._palette.say(self.tr("Ingen person hittades."))
            return
        self._palette.set_busy(False)
        self._palette.offer(
            Kind.PERSON,
            [
                Hit(
                    f"person {person.id}",
                    Kind.PERSON,
                    name_of(person),
                    partial(self.person_wanted.emit, person.id),
                    "" if person.protected else number_of(person.person_id),
                )
                for person in people
            ],
        )


@dataclass(frozen=True, slots=True)
class OwnCases:
    """What waits for the operator: notes due after an alarm, and notes without a signature."""

    due: tuple[Part, ...] = ()
    unsigned: tuple[Unsigned, ...] = ()


def own_cases(services: Services) -> OwnCases:
    """The operator's own, on the store's thread; no patient is looked at."""
    due = services.calls.parts_due()
    try:
        return OwnCases(due, services.journal.unsigned_of_mine(services.signing))
    except NotPermitted:  # who writes in no record has none to sign
        return OwnCases(due)


def names_and_birth(text: str) -> bool:
    """Whether a text has a date of birth, all eight figures, and two letters of a name."""
    found = _BORN.search(text)
    if found is None:
        return False
    try:
        date(*(int(part) for part in found.groups()))
    except ValueError:
        return False
    return sum(letter.isalpha() for letter in _BORN.sub("", text)) >= 2


def _action_hit(bound: BoundKey) -> Hit:
    return Hit(
        f"action {bound.action}",
        Kind.ACTION,
        words_of(bound.action),
        partial(QTimer.singleShot, 0, bound.run),  # when the window has the focus again
        keys=key_text(bound.action),
    )
