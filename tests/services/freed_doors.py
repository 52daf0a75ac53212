"""The text fields of times and waiting lists, for the tests of naughty text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from kundcenter.domain.freed_times import WaitDraft
from kundcenter.domain.grounds import Ground, GroundCategory
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.domain.visit_times import CODE_LIMIT, SOURCE_LIMIT, NewTime
from tests.ground import MORNING, NUMBER, rows
from tests.ground import Ground as Desk
from tests.naughty import MEGABYTE, NO_TEXT, Sort, free, one_line, squeezed

Rows = Callable[[], list[dict[str, Any]]]
Opened = tuple[
    Callable[[dict[str, str]], object],
    dict[str, Sort],
    Callable[[], Iterable[Mapping[str, Any]]] | None,
]
WHY = GroundCategory.QUALITY
AT = MORNING + timedelta(days=9)
PHONE = Sort(("070-174 06 05", NUMBER), (*NO_TEXT, MEGABYTE, "", "nummer"), lambda _: NUMBER)


@dataclass
class Line:
    """Somebody who waits at a unit for one thing at a time."""

    ground: Desk
    person: UUID
    unit: UUID
    waits: list[UUID] = field(default_factory=list)

    def draft(
        self, time_type: str = "NYBESOK", comment: str = "", number: str = NUMBER
    ) -> WaitDraft:
        return WaitDraft(self.person, self.unit, time_type, number, comment=comment)

    def add(self, draft: WaitDraft) -> UUID:
        """What they waited for before has ended: nobody waits for the same twice."""
        if self.waits:
            self.ground.desk.wait_list.end(self.waits.pop())
        self.waits.append(self.ground.desk.wait_list.add(draft).the("wait"))
        return self.waits[-1]


def freed_doors(
    ground: Desk, person: UUID, texts: list[str], newly: Callable[[str], Rows]
) -> dict[str, Opened]:
    """By noun and verb: how to put texts, which fields there are, and where they lie afterwards."""
    timeslots, waits = ground.desk.timeslots, ground.desk.wait_list
    unit = ground.unit("Fritt Test", "SE0000000001-FRITT")
    there, changing = Line(ground, person, unit), Line(ground, person, unit)
    line = Sort(free(texts, LINE_LIMIT).kept, free(texts, LINE_LIMIT).refused, squeezed)
    code = one_line(free(texts, CODE_LIMIT))
    own = Sort(free(texts, CODE_LIMIT).kept, code.refused[: len(line.refused)], squeezed)
    source = _different(free(texts, SOURCE_LIMIT), len(code.kept))
    added, ended = newly("wait_list"), newly("wait_list")

    def time(told: dict[str, str]) -> None:
        names: dict[str, Any] = {p.removeprefix("times."): text for p, text in told.items()}
        timeslots.add((NewTime(unit, starts_at=AT, ends_at=AT + timedelta(hours=1), **names),))

    def known(told: dict[str, str]) -> None:
        assert timeslots.known((told["sources"],)) == {told["sources"]}

    def free_ones(told: dict[str, str]) -> None:
        found = timeslots.free(start=AT, end=AT + timedelta(1), time_type=told["time_type"])
        assert {room.timeslot.category for room in found} == {squeezed(told["time_type"])}

    def of(draft: dict[str, str]) -> dict[str, str]:
        return {path.removeprefix("draft."): text for path, text in draft.items()}

    def drafted() -> list[dict[str, Any]]:
        wanted = {"draft.time_type": "time_type", "draft.number": "number"}
        wanted["draft.comment"] = "comment"
        return [{path: row[name] for path, name in wanted.items()} for row in added()]

    def changed(told: dict[str, str]) -> None:
        wait = changing.waits[-1] if changing.waits else changing.add(changing.draft())
        waits.change(wait, changing.draft(**of(told)))
        assert waits.get(wait, stated()).wait.comment == squeezed(told["draft.comment"])

    def stopped(told: dict[str, str]) -> None:
        """One that could be ended before it is asked with what is refused."""
        if not there.waits:
            there.add(there.draft("ATERBESOK"))
        waits.end(there.waits[-1], told["text"])
        there.waits.pop()

    def stated(text: str = "Uppföljning av väntelistan") -> Ground:
        return Ground(category=WHY, text=text)

    def entry() -> UUID:
        return there.waits[-1] if there.waits else there.add(there.draft("ATERBESOK"))

    kept = tuple(text for text in line.kept if len(squeezed(text)) >= 10)
    why = {"ground.text": Sort(kept, (*line.refused, "kort", " " * 30))}
    told = {"draft.time_type": code, "draft.number": PHONE, "draft.comment": line}
    same = Sort(("NYBESOK",), (*code.refused, "ATERBESOK"))
    return {
        "timeslots.add": (
            time,
            {
                "times.time_type": code,
                "times.care_type": own,
                "times.performer": line,
                "times.resource": line,
                "times.source": source,
            },
            lambda: [
                {"times.time_type": row["category"]}
                | {f"times.{n}": row[n] for n in ("care_type", "performer", "resource", "source")}
                for row in rows(ground.engine, "timeslots")[
                    "timeslots"
                ]  # others' ids are in no order
                if row["unit_id"] == unit
            ],
        ),
        "timeslots.known": (known, {"sources": source}, None),
        "timeslots.free": (free_ones, {"time_type": Sort(code.kept, line.refused)}, None),
        "wait_list.add": (lambda t: there.add(there.draft(**of(t))), told, drafted),
        "wait_list.change": (changed, {**told, "draft.time_type": same}, None),
        "wait_list.end": (
            stopped,
            {"text": line},
            lambda: [{"text": row["outcome"]} for row in ended() if row["outcome"]],
        ),
        "wait_list.get": (lambda t: waits.get(entry(), stated(t["ground.text"])), why, None),
        "wait_list.of_person": (
            lambda t: waits.of_person(person, stated(t["ground.text"])),
            why,
            None,
        ),
    }


def _different(sort: Sort, many: int) -> Sort:
    """As many as there will be rows: a number that is there already makes none."""
    kept = dict.fromkeys(filter(None, map(squeezed, sort.kept)))
    fillers = (f"nr {n}" for n in range(many - len(kept)))
    return Sort((*kept, *fillers), sort.refused, squeezed)
