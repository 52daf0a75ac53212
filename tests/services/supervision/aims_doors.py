"""The text fields of targets, measurements and samples, for the tests of naughty text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from kundcenter.domain.supervision.definitions import FigureCode
from kundcenter.domain.supervision.samples import (
    NOTE_LIMIT,
    SEED_LIMIT,
    TITLE_LIMIT,
    Frame,
    Judgement,
)
from kundcenter.domain.supervision.surveys import Measurement
from kundcenter.domain.supervision.targets import QUEUE_LIMIT, Aim
from kundcenter.domain.text import LINE_LIMIT
from tests.ground import MORNING, Ground
from tests.naughty import MEGABYTE, NO_TEXT, Sort, free, one_line, squeezed
from tests.services.supervision.sampled import spoken

Opened = tuple[
    Callable[[dict[str, str]], object],
    dict[str, Sort],
    Callable[[], Iterable[Mapping[str, Any]]] | None,
]
Rows = Callable[[], list[dict[str, Any]]]
FIRST = date(2001, 1, 1)


def aims_doors(ground: Ground, texts: list[str], newly: Callable[[str], Rows]) -> dict[str, Opened]:
    """By noun and verb, for an operator who leads nurses."""
    figure = Sort((FigureCode.ANSW,), (*NO_TEXT, MEGABYTE, "", "answ", "KORT_SEKUNDER"))
    return {
        "targets.put": _target(ground, texts, figure, newly("targets")),
        **_surveys(ground, texts, figure, newly),
        **_samples(ground, texts, newly),
    }


def _target(ground: Ground, texts: list[str], figure: Sort, made: Rows) -> Opened:
    line, name = free(texts, LINE_LIMIT), free(texts, QUEUE_LIMIT)
    days = iter(FIRST + timedelta(days=n) for n in range(70_000))
    for default in ground.desk.targets.all():
        if default.figure == FigureCode.ANSW:  # it holds on all days
            ground.desk.targets.remove(default.id, upon=default.number)

    def put(said: dict[str, str]) -> object:
        day = next(days)
        aim = Aim(
            said["aim.figure"],
            85_000,
            queue=said["aim.queue"],
            valid_from=day,
            valid_to=day,
            source=said["aim.source"],
        )
        return ground.desk.targets.put(None, aim)

    def found() -> list[dict[str, str]]:
        rows = [row for row in made() if row["removed_at"] is None]
        return [
            {f"aim.{name}": row[name] for name in ("figure", "queue", "source")}
            for row in sorted(rows, key=lambda row: row["valid_from"])
        ]

    fields = {
        "aim.figure": figure,
        "aim.queue": Sort(name.kept, name.refused, squeezed),
        "aim.source": Sort(line.kept, line.refused, squeezed),
    }
    return put, fields, found


def _surveys(
    ground: Ground, texts: list[str], figure: Sort, newly: Callable[[str], Rows]
) -> dict[str, Opened]:
    surveys, made = ground.desk.surveys, newly("surveys")
    line = free(texts, LINE_LIMIT)
    kept = Sort(line.kept, line.refused, squeezed)
    days = iter(FIRST + timedelta(days=n) for n in range(70_000))

    def measured(said: dict[str, str], before: str, answers: int) -> Measurement:
        """The number of answers tells by which verb it came."""
        day = next(days)
        words = (said[f"{before}.{name}"] for name in ("figure", "source", "comment"))
        figure, source, comment = words
        return Measurement(figure, day, day, 82_000, answers, source, comment=comment)

    def found(before: str, answers: int) -> Rows:
        return lambda: [
            {f"{before}.{name}": row[name] for name in ("figure", "source", "comment")}
            for row in sorted(made(), key=lambda row: row["period_from"])
            if row["answers"] == answers
        ]

    one = {f"measurement.{name}": kept for name in ("source", "comment")}
    several = {f"measurements.{name}": kept for name in ("source", "comment")}
    return {
        "surveys.put": (
            lambda said: surveys.put(None, measured(said, "measurement", 1)),
            {"measurement.figure": figure, **one},
            found("measurement", 1),
        ),
        "surveys.plan": (
            lambda said: surveys.plan((measured(said, "measurements", 2),)),
            {"measurements.figure": figure, **several},
            None,
        ),
        "surveys.import_": (
            lambda said: surveys.import_((measured(said, "measurements", 3),)),
            {"measurements.figure": figure, **several},
            found("measurements", 3),
        ),
    }


def _samples(ground: Ground, texts: list[str], newly: Callable[[str], Rows]) -> dict[str, Opened]:
    samples, made, judged = ground.desk.samples, newly("samples"), newly("sampled_calls")
    mine = spoken(ground, "aims-1")
    frame = Frame(MORNING - timedelta(days=1), MORNING + timedelta(days=300), "1", 1)
    # Of a call that no desk has nobody knows whose it was: so it may be judged here.
    strange = type(mine)(int=mine.int ^ 1)
    sample = samples.draw(frame, (strange,), 1).the("sample")
    known = {sample}
    seed, name = free(texts, SEED_LIMIT), free(texts, SEED_LIMIT)
    title = free(texts, TITLE_LIMIT)
    fields = {
        "frame.seed": one_line(seed),
        "frame.queue": Sort(name.kept, name.refused, squeezed),
        "frame.title": Sort(title.kept, title.refused, squeezed),
    }

    def framed(said: dict[str, str]) -> Frame:
        return replace(
            frame,
            seed=said["frame.seed"],
            queue=said["frame.queue"],
            title=said["frame.title"],
        )

    return {
        "samples.pick": (lambda said: samples.pick(framed(said)), fields, None),
        "samples.draw": (
            lambda said: samples.draw(framed(said), (mine,), 1),
            fields,
            lambda: [
                {f"frame.{name}": row[name] for name in ("seed", "queue", "title")}
                for row in sorted(made(), key=lambda row: row["drawn_at"])
                if row["id"] not in known
            ],
        ),
        "samples.judge": (
            lambda said: samples.judge(
                sample, strange, Judgement(False, note=said["judgement.note"])
            ),
            {"judgement.note": free(texts, NOTE_LIMIT)},
            lambda: [
                {"judgement.note": row["note"]}
                for row in sorted(judged(), key=lambda row: row["judged_at"])
            ],
        ),
    }
