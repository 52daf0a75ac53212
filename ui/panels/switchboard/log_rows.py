"""What the call log says of a call, column by column, and which calls a search finds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject

from kundcenter.changes import Change
from kundcenter.domain.calls import CallState
from kundcenter.domain.parts import Part
from kundcenter.services.calls import LoggedCall
from ui.badges import Badge
from ui.labels import label
from ui.link import Marks, mark_column
from ui.numbers import number_of_call
from ui.records import Column, RecordModel
from ui.services import Services, current_codes
from ui.switchboard.missed_keeper import MissedKeeper
from ui.tasks import Tasks
from ui.theme.colours import ToneName
from ui.times import lately, span

_TONES = {
    CallState.RINGING: (ToneName.ACCENT, "phone-ring"),
    CallState.TALKING: (ToneName.SUCCESS, "phone"),
    CallState.HELD: (ToneName.WARNING, "hold"),
    CallState.WRAP_UP: (ToneName.INFO, "pen"),
    CallState.DONE: (ToneName.NEUTRAL, "check"),
    CallState.ABANDONED: (ToneName.WARNING, "phone-hangup"),
    CallState.PASSED_ON: (ToneName.NEUTRAL, "phone-transfer"),
}
_NO_DIGIT = re.compile(r"[^0-9]")
translate = QCoreApplication.translate


class LogRows:
    """The words of one window's call log."""

    def __init__(self, tasks: Tasks, services: Services) -> None:
        outcomes = current_codes(services).outcomes
        self._outcomes = {outcome.code: outcome.label for outcome in outcomes}
        self._marks = Marks.of(tasks, services)
        self._keeper = MissedKeeper.of(tasks, services)

    def model(self, parent: QObject) -> RecordModel[LoggedCall]:
        return RecordModel[LoggedCall](self._columns(), key=lambda row: row.call.id, parent=parent)

    def fits(self, row: LoggedCall, wanted: str) -> bool:
        """Whether every word stands in the row; figures are found however they are grouped."""
        call = row.call
        told = " ".join((number_of_call(call), call.queue or "", label(call.state)))
        told = f"{told} {self.led_to(row)} {self.handled(row)}".casefold()
        digits = _NO_DIGIT.sub("", number_of_call(call))
        if figures := _NO_DIGIT.sub("", wanted):
            return figures in digits or wanted.casefold() in told
        return all(word in told for word in wanted.casefold().split())

    def led_to(self, row: LoggedCall) -> str:
        """The outcome; of a call with several parts that of each, and what is still to be done."""
        parts = row.parts
        if len(parts) < 2 and not any(part.note_due for part in parts):
            return self._outcome(row.call.outcome, done=row.call.state is CallState.DONE)
        return " · ".join(map(self._part, parts))

    def handled(self, row: LoggedCall) -> str:
        """Of a missed call, whether somebody has seen to it, and who and when."""
        call = row.call
        if not call.missed:
            return ""
        if call.handled_at is None:
            return translate("LogRows", "Missat")
        name, time = self._keeper.name(call.handled_by), lately(call.handled_at)
        if not name:
            return translate("LogRows", "Hanterat {time}").format(time=time)
        words = translate("LogRows", "Hanterat {time}, {name}")
        return words.format(time=time, name=name)

    def _columns(self) -> Sequence[Column[LoggedCall]]:
        return (
            Column(
                translate("LogRows", "Tid"),
                lambda row: lately(row.call.rang_at),
                sort=lambda row: row.call.rang_at,
                figures=True,
                width=16,
            ),
            Column(
                translate("LogRows", "Läge"),
                lambda row: label(row.call.state),
                badge=lambda row: Badge(label(row.call.state), *_TONES[row.call.state]),
                width=16,
            ),
            *mark_column(self._marks, self._mark),
            Column(translate("LogRows", "Nummer"), lambda row: number_of_call(row.call), width=16),
            Column(translate("LogRows", "Kö"), lambda row: row.call.queue or "–", width=10),
            Column(
                translate("LogRows", "Väntade"),
                lambda row: span(row.call.waited),
                sort=lambda row: row.call.waited,
                figures=True,
                width=9,
            ),
            Column(
                translate("LogRows", "Ledde till"),
                lambda row: self.handled(row) or self.led_to(row),
                badge=self._handled_badge,
                tip=self.handled,
            ),
        )

    def _handled_badge(self, row: LoggedCall) -> Badge | None:
        words = self.handled(row)
        if not words:
            return None
        if row.call.handled_at is None:
            return Badge(words, ToneName.WARNING, "phone-hangup")
        return Badge(words, ToneName.SUCCESS, "check")

    def _mark(self, row: LoggedCall) -> Badge | None:
        """How the centre stands to the call, and to what is worst of its parts."""
        parts = (Change("part", part.id) for part in row.parts)
        return self._marks.worst(Change("call", row.call.id), *parts)

    def _part(self, part: Part) -> str:
        done = part.closed_at is not None
        outcome = self._outcome(part.outcome, done=done)
        outcome = outcome or translate("LogRows", "inget utfall än")
        words = translate("LogRows", "{kind}: {outcome}")
        if part.note_due:
            words = translate("LogRows", "{kind}: {outcome}, anteckning återstår")
        return words.format(kind=label(part.kind), outcome=outcome)

    def _outcome(self, code: str | None, *, done: bool) -> str:
        if done and code is None:  # what is done has an outcome; this one is kept from the seat
            return translate("LogRows", "visas inte")
        return self._outcomes.get(code or "", code or "")
