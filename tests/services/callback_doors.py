"""The text fields of call-backs and their queues, for the tests of naughty text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from kundcenter.domain.access_log import Level
from kundcenter.domain.calendar import local
from kundcenter.domain.callback_queues import QueueSpan
from kundcenter.domain.callbacks import CODE_LIMIT, CallbackKind, Placing, Promised
from kundcenter.domain.capacity import MOST_SEATS
from kundcenter.domain.grounds import Ground, GroundCategory
from kundcenter.domain.phone_numbers import stored
from kundcenter.domain.text import LINE_LIMIT, NOTE_LIMIT
from kundcenter.domain.unit_cards import Details
from kundcenter.domain.unit_wordings import UnitWording
from kundcenter.domain.units import UnitKind
from tests.ground import NUMBER
from tests.ground import Ground as Desk
from tests.naughty import MEGABYTE, NO_TEXT, Sort, free, one_line, squeezed
from tests.services.callback_ground import draft

Rows = Callable[[], list[dict[str, Any]]]
Opened = tuple[
    Callable[[dict[str, str]], object],
    dict[str, Sort],
    Callable[[], Iterable[Mapping[str, Any]]] | None,
]
WHY = GroundCategory.QUALITY
UNIT = UnitWording("SE0000000001-DEMORING", "Test", UnitKind.PRIMARY_CARE)
ALWAYS = tuple(QueueSpan(day, 0, 24 * 60, 240, MOST_SEATS) for day in range(1, 8))


def callback_doors(
    ground: Desk, person: UUID, texts: list[str], newly: Callable[[str], Rows]
) -> dict[str, Opened]:
    """By noun and verb, for an operator who leads and takes part in the care.

    `newly` gives what will have come into a table since it was asked.
    """
    callbacks, queues = ground.desk.callbacks, ground.desk.callback_queues
    unit = ground.desk.units.save(None, UNIT, Details()).the("unit")
    plain = draft(unit, spans=ALWAYS)
    queue = queues.put(None, plain).the("callback_queue")
    count = [1]
    line, note = free(texts, LINE_LIMIT), free(texts, NOTE_LIMIT)
    one = Sort(line.kept, line.refused, squeezed)
    said = {
        "number": _phones(texts),
        "urgency": Sort(("U1", "", " U3"), (*NO_TEXT, MEGABYTE, "x" * (CODE_LIMIT + 1), "XXL"),
                        squeezed),
        "reason": one,
        "language": one,
    }  # fmt: skip
    criteria = Sort(tuple(filter(str.strip, note.kept)), (*note.refused, "", " \n"), str.strip)
    known: list[int] = []
    made, steps = newly("callbacks"), newly("callback_steps")

    def put(texts: dict[str, str]) -> None:
        queues.put(queue, draft(unit, spans=ALWAYS, comment=texts["draft.comment"]), upon=count[0])
        count[0] += 1
        kept.append({"draft.comment": queues.of_unit(unit)[0].comment})

    kept: list[dict[str, str]] = []

    def place(texts: dict[str, str]) -> None:
        day = local(ground.clock.at).date() + timedelta(days=1)
        starts_at = queues.rooms(queue, day, 1)[0].timeslot.starts_at
        words: dict[str, Any] = {
            path.removeprefix("placing."): text for path, text in texts.items()
        }
        id = callbacks.place(queue, starts_at, Placing(person, **words)).the("callback")
        callbacks.cancel(id)  # or the next would be the same one

    def promise(texts: dict[str, str]) -> None:
        words: dict[str, Any] = {
            path.removeprefix("promised."): text for path, text in texts.items()
        }
        at = ground.clock.at + timedelta(hours=1)
        callbacks.promise(CallbackKind.SAFETY, at, Promised(person, **words))

    def own() -> UUID:
        at = ground.clock.at + timedelta(hours=1)
        changes = callbacks.promise(CallbackKind.OWN, at, Promised(person, NUMBER))
        return changes.the("callback")

    def of(of_queue: UUID | None, prefix: str, names: Iterable[str]) -> Rows:
        return lambda: [
            {prefix + name: row[name] for name in names}
            for row in made()
            if row["queue_id"] == of_queue and row["kind"] != CallbackKind.OWN
        ]

    def told(kind: str, field: str) -> Rows:
        return lambda: [
            {field: row["text"]} for row in steps() if row["kind"] == kind and row["text"]
        ]

    def looked(texts: dict[str, str]) -> None:
        known.append(len(ground.accesses()))
        callbacks.of_person(person, Ground(category=WHY, text=texts["ground.text"]))

    def reasons() -> list[dict[str, str]]:
        return [
            {"ground.text": r.reason}
            for r in ground.accesses(known[0])
            if r.level == Level.STATED and r.reason.startswith(WHY)
        ]

    long_enough = tuple(text for text in line.kept if len(squeezed(text)) >= 10)
    why = Sort(
        long_enough, (*line.refused, "kort", " " * 30), lambda text: f"{WHY}: {squeezed(text)}"
    )
    spoken = one_line(line)
    return {
        "callback_queues.put": (put, {"draft.comment": one}, lambda: kept),
        "callbacks.place": (
            place,
            {f"placing.{name}": sort for name, sort in said.items()},
            of(queue, "placing.", said),
        ),
        "callbacks.promise": (
            promise,
            {f"promised.{name}": sort for name, sort in {**said, "criteria": criteria}.items()},
            of(None, "promised.", {**said, "criteria": criteria}),
        ),
        "callbacks.set_number": (
            lambda t: callbacks.set_number(own(), t["number"], False),
            {"number": said["number"]},
            None,
        ),
        "callbacks.same_number": (
            lambda t: callbacks.same_number(unit, plain.category, t["number"], person),
            {"number": said["number"]},
            None,
        ),
        "callbacks.tried": (
            lambda t: callbacks.tried(own(), text=t["text"]),
            {"text": Sort(spoken.kept, line.refused, squeezed)},
            told("EJ_SVAR", "text"),
        ),
        "callbacks.done": (
            lambda t: callbacks.done(own(), t["outcome"]),
            {"outcome": spoken},
            told("KLAR", "outcome"),
        ),
        "callbacks.cancel": (
            lambda t: callbacks.cancel(own(), t["text"]),
            {"text": spoken},
            told("AVBOKAD", "text"),
        ),
        "callbacks.of_person": (looked, {"ground.text": why}, reasons),
    }


def _phones(texts: list[str]) -> Sort:
    good = ("+46701740605", "112", "1177", "070-174 06 05", " 0313900600\n")
    bad = [text for text in texts if stored(text) is None]
    return Sort(good, (*NO_TEXT, MEGABYTE, "anonymous", "12 34 567", *bad[::9]), _number)


def _number(text: str) -> str:
    number = stored(text)
    assert number is not None
    return number.value
