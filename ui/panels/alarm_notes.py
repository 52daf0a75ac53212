"""What an alarm leaves behind: its words for the note, and what brings it back after a restart."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from kundcenter.domain.alarms import Alarm
from kundcenter.domain.drafts import Unsaved
from kundcenter.domain.journal import Note
from ui.panels.alarm import AlarmNotes
from ui.services import Services
from ui.times import clock
from ui.widgets.timer import as_clock

ANSWER_HOLDS = timedelta(minutes=5)  # for longer a confirmed answer says nothing of now


@dataclass(frozen=True, slots=True)
class LeftText:
    """What was noted in an alarm that is put away, and stands in no note yet."""

    alarm_id: UUID | None  # None where the store did not take the alarm
    call_id: UUID | None
    raised_at: datetime
    words: str = field(repr=False)


def alarm_words(notes: AlarmNotes) -> str:
    """The times and answers, each on a line of its own, as they go into the note."""
    translate = QCoreApplication.translate
    lines: list[str] = []
    if notes.raised_at is not None:
        said = translate("AlarmNotes", "Larm 112 kl. {time}.")
        lines.append(said.format(time=clock(notes.raised_at)))
    if notes.answered_after is not None:
        said = translate("AlarmNotes", "112 svarade {span} efter larmet.")
        lines.append(said.format(span=as_clock(notes.answered_after)))
    elif notes.failed_after is not None:
        said = translate("AlarmNotes", "Växeln nådde inte 112, {span} efter larmet.")
        lines.append(said.format(span=as_clock(notes.failed_after)))
    else:
        lines.append(translate("AlarmNotes", "Inget svar från 112 är bekräftat i programmet."))
    if notes.place.strip():
        said = translate("AlarmNotes", "Patienten är: {place}")
        lines.append(said.format(place=notes.place.strip()))
    ticked = sorted(notes.ticked.items(), key=lambda item: item[1])
    lines += [f"– {words} ({as_clock(seconds)})" for words, seconds in ticked]
    return "\n".join(lines)


def as_draft(notes: AlarmNotes) -> Unsaved:
    """What was typed and ticked, as a draft keeps it: the place, and a line for each item."""
    ticked = "\n".join(f"{seconds} {words}" for words, seconds in notes.ticked.items())
    return Unsaved(note=Note(history=notes.place, background=ticked))


def going_on(services: Services) -> tuple[Alarm, AlarmNotes] | None:
    """The operator's latest alarm that is not put away, on the store's thread."""
    alarms = services.alarms.open_of_mine()
    if not alarms:
        return None
    alarm = max(alarms, key=lambda each: each.raised_at)
    drafts = services.drafts.of_alarms()
    kept = next((d.unsaved for d in drafts if d.call_id == alarm.id), Unsaved())
    return alarm, _notes(alarm, kept)


def noted(notes: AlarmNotes) -> bool:
    """Whether the operator has noted anything that is nowhere else."""
    return bool(notes.place.strip() or notes.ticked)


def left_texts(services: Services) -> tuple[LeftText, ...]:
    """What the operator's earlier alarms left behind, the oldest first, on the store's thread."""
    found: list[LeftText] = []
    for draft in services.drafts.of_alarms():
        alarm = services.alarms.mine(draft.call_id)
        notes = _notes(alarm, draft.unsaved)
        if not alarm.open and noted(notes):
            words = alarm_words(notes)
            found.append(LeftText(alarm.id, alarm.call_id, alarm.raised_at, words))
    return tuple(sorted(found, key=lambda each: each.raised_at))


def _notes(alarm: Alarm, kept: Unsaved) -> AlarmNotes:
    ticked: dict[str, int] = {}
    for line in kept.note.background.splitlines():
        seconds, _, words = line.partition(" ")
        if seconds.isdecimal():
            ticked[words] = int(seconds)
    return AlarmNotes(
        kept.note.history,
        ticked,
        alarm.raised_at,
        _after(alarm, alarm.connected_at),
        _after(alarm, alarm.failed_at),
    )


def _after(alarm: Alarm, at: datetime | None) -> int | None:
    return None if at is None else round((at - alarm.raised_at).total_seconds())
