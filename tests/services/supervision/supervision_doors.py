"""The text fields of queues, incidents and reviews, for the tests of naughty text."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from typing import Any
from uuid import UUID

from kundcenter.domain.access import Role
from kundcenter.domain.lines import EndReason
from kundcenter.domain.supervision.call_reviews import COMMENT_LIMIT, Grade, Mark, Pick
from kundcenter.domain.supervision.feedback import (
    PART_LIMIT,
    TEXT_LIMIT,
    About,
    FeedbackDraft,
    FeedbackState,
)
from kundcenter.domain.supervision.incidents import TEXT_LIMIT as INCIDENT_LIMIT
from kundcenter.domain.supervision.incidents import IncidentKind
from kundcenter.domain.supervision.queue_calls import Left
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.services.calls import Ring
from tests.ground import PASSWORD, Ground
from tests.naughty import MEGABYTE, NO_TEXT, Sort, free, one_line, squeezed

Rows = Callable[[], list[dict[str, Any]]]
Opened = tuple[
    Callable[[dict[str, str]], object],
    dict[str, Sort],
    Callable[[], Iterable[Mapping[str, Any]]] | None,
]
Newly = Callable[[str], Rows]
FIRST = date(2020, 1, 1)


def supervision_doors(ground: Ground, texts: list[str], newly: Newly) -> dict[str, Opened]:
    """By noun and verb, for an operator with every role."""
    return {
        **_queues(ground, texts, newly),
        **_incidents(ground, texts, newly),
        **_reviews(ground, texts, newly),
        **_feedback(ground, texts, newly),
    }


def _line(texts: list[str], room: int = LINE_LIMIT) -> Sort:
    return replace(free(texts, room), form=squeezed)


def _stripped(texts: list[str], room: int) -> Sort:
    return replace(free(texts, room), form=str.strip)


def _queues(ground: Ground, texts: list[str], newly: Newly) -> dict[str, Opened]:
    calls, closures = ground.desk.queue_calls, ground.desk.queue_closures
    made, closed = newly("queue_calls"), newly("queue_closures")
    line = free(texts, LINE_LIMIT)
    named = replace(line, refused=(*line.refused, ""))
    waits = count()

    def left(texts: dict[str, str]) -> Left:
        """Each has waited for another second: it is another caller."""
        waited = timedelta(seconds=next(waits))
        return Left(texts["left.line_call"], texts["left.queue"], waited)

    def found(even: bool) -> Rows:
        """By how long they waited: the first verb's rows have come before the second's."""

        def look() -> list[dict[str, Any]]:
            rows = sorted(made(), key=lambda row: row["left_at"] - row["joined_at"])
            half = len(named.kept)
            some = rows[:half] if even else rows[half:]
            return [{f"left.{name}": text for name, text in row.items()} for row in some]

        return look

    fields = {"left.line_call": line, "left.queue": named}
    one = one_line(line)
    return {
        "queue_calls.note": (lambda t: calls.note((left(t),)), fields, found(even=True)),
        "queue_calls.note_new": (lambda t: calls.note_new((left(t),)), fields, found(even=False)),
        "queue_closures.close": (
            lambda t: closures.close(t["queue"], t["reason"]),
            {"queue": one, "reason": one},
            closed,
        ),
    }


def _incidents(ground: Ground, texts: list[str], newly: Newly) -> dict[str, Opened]:
    incidents = ground.desk.incidents
    made = newly("incidents")
    note = free(texts, INCIDENT_LIMIT)
    worded = incidents.note(IncidentKind.LINE).the("incident")
    seen: list[dict[str, str]] = []

    def word(texts: dict[str, str]) -> None:
        incidents.word(worded, texts["text"])
        seen.extend({"text": each.text} for each in incidents.standing() if each.id == worded)

    return {
        "incidents.note": (
            lambda t: incidents.note(IncidentKind.OTHER, t["text"]),
            {"text": replace(note, refused=(*note.refused, "", " \n"))},
            lambda: [row for row in made() if row["kind"] == IncidentKind.OTHER],
        ),
        "incidents.word": (word, {"text": note}, lambda: seen),
    }


def _reviews(ground: Ground, texts: list[str], newly: Newly) -> dict[str, Opened]:
    """One writes and another reads, each at the desk in turn: both lead nurses."""
    desk, reviews = ground.desk, ground.desk.call_reviews
    made = newly("call_reviews")
    me = desk.seat.actor
    desk.operators.add("qzkx", "Qzkx Wkjh", roles=frozenset({Role.SUPERVISOR_NURSE}))
    (other,) = (each.id for each in desk.operators.all() if each.user_name == "qzkx")
    desk.operators.give_password(other, PASSWORD)
    own = _over(ground, "line-r1")
    seats = {me.operator_id: me}
    desk.sessions.sign_in("qzkx", PASSWORD)
    seats[other] = desk.seat.actor
    theirs = _over(ground, "line-r2")
    marks = (Mark("O1", Grade.YES),)

    def begun(call: UUID, of: UUID, by: UUID) -> UUID:
        desk.seat.take(seats[by])
        review = reviews.begin((Pick(call, of),)).the("call_review")
        desk.seat.take(seats[me.operator_id])
        return review

    def seen(texts: dict[str, str]) -> None:
        review = begun(own, me.operator_id, other)
        desk.seat.take(seats[other])
        reviews.write(review, marks)
        desk.seat.take(seats[me.operator_id])
        reviews.seen(review, texts["word"])

    def write(texts: dict[str, str]) -> None:
        mark = Mark(texts["marks.criterion"], Grade.PARTLY)
        reviews.write(begun(theirs, other, me.operator_id), (mark,), texts["comment"])

    def found(call: UUID) -> Rows:
        return lambda: [
            {**row, "marks.criterion": json.loads(row["marks"])[0]["criterion"]}
            for row in made()
            if row["call_id"] == call and row["written_at"] and (row["seen_at"] or call == theirs)
        ]

    desk.seat.take(seats[me.operator_id])
    long = _stripped(texts, COMMENT_LIMIT)
    criterion = Sort(("O1", "D2"), (*NO_TEXT, MEGABYTE, "", "o1", "X9", *texts[::20]))
    return {
        "call_reviews.seen": (seen, {"word": long}, found(own)),
        "call_reviews.write": (
            write,
            {"marks.criterion": criterion, "comment": long},
            found(theirs),
        ),
    }


def _over(ground: Ground, line_call: str) -> UUID:
    calls = ground.desk.calls
    call = calls.ring(Ring(line_call)).the("call")
    calls.answer(call)
    calls.end(call, EndReason.CALLER)
    return call


def _feedback(ground: Ground, texts: list[str], newly: Newly) -> dict[str, Opened]:
    book, made = ground.desk.feedback, newly("feedback")
    text, line, part = _stripped(texts, TEXT_LIMIT), _line(texts), _line(texts, PART_LIMIT)
    fields = {
        "draft.text": replace(text, refused=(*text.refused, "", " \n")),
        "draft.name": one_line(free(texts, LINE_LIMIT)),
        "draft.part": part,
        "draft.version": part,
    }
    told = book.send(FeedbackDraft(About.RULES, "Test", name="Test")).the("feedback")

    def send(texts: dict[str, str]) -> object:
        said: dict[str, Any] = {name.removeprefix("draft."): text for name, text in texts.items()}
        return book.send(FeedbackDraft(About.RULES, **said))

    def answers() -> list[dict[str, str]]:
        (row,) = (row for row in made() if row["id"] == told)
        return [{"text": each["text"]} for each in json.loads(row["answers"])]

    return {
        "feedback.send": (
            send,
            fields,
            lambda: [
                {f"draft.{name}": text for name, text in row.items()}
                for row in made()
                if row["id"] != told
            ],
        ),
        "feedback.answer": (
            lambda t: book.answer(told, FeedbackState.DECLINED, t["text"]),
            {"text": replace(line, form=str.strip, kept=text.kept, refused=(*text.refused, ""))},
            answers,
        ),
    }
