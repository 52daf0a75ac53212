"""The two lists of promised calls: in the units' queues, and promised by the contact centre.

No patient is named in them, and nothing says why: a row is opened by taking it.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kundcenter.domain.callbacks import MOST_ATTEMPTS, Callback, CallbackKind
from ui.badges import Badge, urgency_badge
from ui.callback_keeper import CallbackKeeper
from ui.claiming_words import (
    callback_badge,
    kind_badge,
    listed_words,
    promise_badge,
    waited_words,
)
from ui.directory_keeper import DirectoryKeeper
from ui.labels import label
from ui.link import Marks, mark_column
from ui.records import Column, RecordModel
from ui.services import Services, current_codes
from ui.tasks import Tasks
from ui.theme.colours import ToneName
from ui.times import clock

translate = QCoreApplication.translate
Columns = tuple[Column[Callback], ...]


class CallbackRows:
    """What the columns need to know."""

    def __init__(self, tasks: Tasks, services: Services) -> None:
        self._calls = CallbackKeeper.of(tasks, services)
        self._units = DirectoryKeeper.of(tasks, services)
        self._marks = Marks.of(tasks, services)
        self._levels = {each.code: each.label for each in current_codes(services).urgencies}

    def queued(self, parent: QWidget) -> RecordModel[Callback]:
        """What waits in the units' queues."""
        columns = (
            *self._when(),
            Column(translate("CallbackRows", "Ärende"), _category, width=11),
            Column(translate("CallbackRows", "Enhet"), self._unit, tip=self._unit),
            *self._how(),
        )
        return RecordModel[Callback](columns, key=lambda each: each.id, parent=parent)

    def promised(self, parent: QWidget) -> RecordModel[Callback]:
        """What the contact centre has promised itself."""
        columns = (
            *self._when(),
            Column(
                translate("CallbackRows", "Löfte"),
                lambda each: label(each.kind),
                badge=lambda each: kind_badge(each.kind),
                width=13,
            ),
            Column(translate("CallbackRows", "Vems"), self._whose, tip=self._whose),
            *self._how(),
        )
        return RecordModel[Callback](columns, key=lambda each: each.id, parent=parent)

    def _when(self) -> Columns:
        return (
            Column(
                translate("CallbackRows", "Nu är det"),
                lambda each: label(each.promise(self._calls.now)),
                badge=lambda each: promise_badge(each.promise(self._calls.now)),
                width=8,
            ),
            Column(translate("CallbackRows", "Utlovat"), self._promised, width=14),
            Column(
                translate("CallbackRows", "Läge"),
                lambda each: self._state(each).text,
                badge=self._state,
                tip=lambda each: self._state(each).text,
                width=17,
            ),
            *mark_column(self._marks, lambda each: self._marks.badge("callback", each.id)),
            Column(
                translate("CallbackRows", "Hur bråttom"),
                lambda each: self._levels.get(each.urgency, ""),
                badge=self._urgency,
                width=16,
            ),
        )

    def _how(self) -> Columns:
        return (
            Column(
                translate("CallbackRows", "Väntat"),
                lambda each: waited_words(each.made_at, self._calls.now),
                figures=True,
                width=8,
            ),
        )

    def _promised(self, each: Callback) -> str:
        if each.try_at is not None:
            words = translate("CallbackRows", "på nytt {clock}")
            return words.format(clock=clock(each.try_at))
        now = self._calls.now
        if each.kind is CallbackKind.QUEUE:
            return listed_words(each.promised_from, each.promised_to, now)
        return listed_words(each.promised_from, each.promised_from, now)

    def _urgency(self, each: Callback) -> Badge | None:
        words = self._levels.get(each.urgency)
        return urgency_badge(each.urgency, words) if words is not None else None

    def _unit(self, each: Callback) -> str:
        return self._units.name(each.unit_id)

    def _state(self, each: Callback) -> Badge:
        """Who has it now, and until when; else how it stands, and how often nobody answered."""
        badge = callback_badge(each, self._calls.now)
        held = self._held(each)
        if held:
            return replace(badge, text=held, tone=ToneName.INFO, icon="phone")
        if each.attempts:
            words = translate("CallbackRows", "{state}, {count} av {most}")
            text = words.format(state=badge.text, count=each.attempts, most=MOST_ATTEMPTS)
            return replace(badge, text=text)
        return badge

    def _whose(self, each: Callback) -> str:
        if each.holder is None:
            return translate("CallbackRows", "Vem som helst")
        if each.holder == self._calls.seen.me:
            return translate("CallbackRows", "Mitt")
        return self._calls.name(each.holder) or translate("CallbackRows", "En kollega")

    def _held(self, each: Callback) -> str:
        """Who has it now, and until when."""
        holder = each.holds(self._calls.now)
        if holder is None or each.leased_until is None:
            return ""
        name = self._calls.name(holder) or translate("CallbackRows", "En kollega")
        if holder == self._calls.seen.me:
            name = translate("CallbackRows", "Du")
        words = translate("CallbackRows", "{name}, till {clock}")
        return words.format(name=name, clock=clock(each.leased_until))


def _category(each: Callback) -> str:
    return label(each.category) if each.category is not None else ""
