"""`kundcenter report`: the figures of a shift, a day, a month … as pages and as JSON."""

from __future__ import annotations

import argparse
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from kundcenter.cli.profile_commands import DONE, EXIT_CODES, add_user, attempted
from kundcenter.cli.signed_in import seated
from kundcenter.cli.words import say

if TYPE_CHECKING:
    from kundcenter.domain.supervision.periods import Span
    from kundcenter.domain.supervision.summary import Summary
    from kundcenter.start.desk import Desk

Moment = tuple[date, time | None]  # by a Swedish clock; None is the whole day
KINDS = ("shift", "day", "week", "month", "tertial", "year", "own")
FIRST, LAST = date(2000, 1, 1), date(2199, 12, 31)


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `report` to the program's commands."""
    command = commands.add_parser(
        "report",
        help=say(
            "skriv ett skift eller en annan tid till fil", "write a shift or a period to file"
        ),
        description=say(
            "Skriver sammanfattningen av ett skift (shift), ett dygn (day), en vecka, en månad"
            " (styrkort), ett tertial, ett år eller en egen tid (own) som PDF och som JSON. Utan"
            " filer visas måtten här. Ingen patient nämns. Att sidorna tas ut loggas. Bara du får"
            " läsa filerna.",
            "Writes the summary of a shift, a day, a week, a month, a tertial, a year or an own"
            " time as PDF and as JSON. Without files the figures are shown here. No patient is"
            " named. That the pages are taken out is logged. Only you may read the files.",
        ),
        epilog=say(*EXIT_CODES),
    )
    command.add_argument("kind", choices=KINDS, metavar=say("VAD", "WHAT"), help=" | ".join(KINDS))
    for flag, words in (
        ("--from", ("från: ÅÅÅÅ-MM-DD eller ÅÅÅÅ-MM-DDTHH:MM", "from: YYYY-MM-DD[THH:MM]")),
        ("--to", ("till: dagen är med, klockslaget inte", "to: a day is in it, a time is not")),
    ):
        command.add_argument(
            flag,
            dest=f"{flag[2:]}_time",
            type=_moment,
            metavar=say("TID", "TIME"),
            help=say(*words),
        )
    command.add_argument(
        "--shift",
        metavar=say("KOD", "CODE"),
        help=say(
            "skiftets kod i schemat; annars dagens första, eller det som pågick den tiden",
            "the shift's code on the roster; else the day's first, or what went on at the time",
        ),
    )
    for flag, kind in (("--out", "PDF"), ("--json", "JSON")):
        command.add_argument(
            flag,
            metavar=say("FIL", "FILE"),
            help=say("skriv filen som {kind}", "write the file as {kind}").format(kind=kind),
        )
    command.add_argument(
        "--distribution",
        action="store_true",
        help=say("för spridning: små tal visas som <5", "to be spread: small counts are <5"),
    )
    command.add_argument(
        "--replace",
        action="store_true",
        help=say("skriv över en fil som finns", "write over a file that is there"),
    )
    add_user(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Exit codes as in profile_commands."""
    return attempted(lambda: _report(arguments), as_json=False)


def _report(arguments: argparse.Namespace) -> int:
    from dataclasses import replace

    from kundcenter.domain.supervision.summary import SummaryOrder, file_name
    from kundcenter.domain.supervision.summary_json import summary_json

    _must_be_writable(arguments)
    taken = arguments.out is not None or arguments.json is not None
    with seated(arguments) as (desk, demonstration):
        span = _span(desk, arguments).checked()
        order = SummaryOrder(span, distribution=arguments.distribution)
        _must_have_room(arguments, file_name(span))
        made = desk.summaries.take_print(order) if taken else desk.summaries.of(order)
    made = replace(made, demonstration=demonstration)
    if arguments.out is not None:
        _write(arguments.out, f"{made.file_name}.pdf", _pages(made), arguments)
    if arguments.json is not None:
        content = summary_json(made).encode("utf-8")
        _write(arguments.json, f"{made.file_name}.json", content, arguments)
    if not taken:
        _show(made)
    return DONE


def _must_be_writable(arguments: argparse.Namespace) -> None:
    """Nobody types a password for a file that is there already, or for one in another's place."""
    from kundcenter.adapters.new_files import FileUnwritten, must_be_new

    files = [each for each in (arguments.out, arguments.json) if each is not None]
    for file in files:
        if not file.strip():
            raise FileUnwritten(why="unnamed")
        must_be_new(Path(file), replace=arguments.replace)
    if len(files) == 2 and _place(files[0]) == _place(files[1]) and not Path(files[0]).is_dir():
        raise FileUnwritten(why="same")


def _must_have_room(arguments: argparse.Namespace, name: str) -> None:
    """Of a folder the name of the file is known now, and nothing is logged yet."""
    from kundcenter.adapters.new_files import must_be_new

    for file, ending in ((arguments.out, "pdf"), (arguments.json, "json")):
        if file is not None and Path(file).is_dir():
            must_be_new(Path(file) / f"{name}.{ending}", replace=arguments.replace)


def _place(file: str) -> str:
    """Where a path leads, however it is written."""
    import os

    return os.path.realpath(file)


def _write(file: str, name: str, content: bytes, arguments: argparse.Namespace) -> None:
    from kundcenter.adapters.new_files import write_into

    path = write_into(file, name, content, replace=arguments.replace)
    print(say("Skriven: {path}", "Written: {path}").format(path=path))


def _pages(made: Summary) -> bytes:
    import platformdirs

    from kundcenter.adapters.paper.lazy import summary_pages

    cache = Path(platformdirs.user_cache_dir("kundcenter", appauthor=False))
    return summary_pages(cache)(made)


def _show(made: Summary) -> None:
    """The figures of the first page, one a line."""
    from kundcenter.domain.supervision.summary import VERDICTS, period_words

    print(f"{made.title}: {period_words(made.span)}")
    for line in made.lines[: made.front]:
        parts = (line.name, line.shown, line.ratio, line.aim, VERDICTS[line.verdict])
        print("\t".join(parts).rstrip())


def _moment(text: str) -> Moment:
    """A day, or a day and a time by a Swedish clock.  Raises ArgumentTypeError."""
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        read = None
    if read is None or read.tzinfo is not None or not FIRST <= read.date() <= LAST:
        raise argparse.ArgumentTypeError(say("ingen tid", "no time"))
    return read.date(), read.time() if len(text) > len("2026-11-23") else None


def _span(desk: Desk, arguments: argparse.Namespace) -> Span:
    """The time that is meant.  Raises SpanWrong, ShiftUnknown, NoShiftThen."""
    from kundcenter.domain.calendar import local
    from kundcenter.domain.supervision import periods

    day, _ = arguments.from_time or (local(desk.now()).date(), None)
    whole = {
        "day": lambda: periods.day(day),
        "week": lambda: periods.week(day),
        "month": lambda: periods.month(day.year, day.month),
        "tertial": lambda: periods.tertial(day.year, (day.month - 1) // 4 + 1),
        "year": lambda: periods.year(day.year),
        "own": lambda: periods.own(*_bounds(arguments)),
    }
    if arguments.kind in whole:
        return whole[arguments.kind]()
    if arguments.to_time is not None:
        return periods.Span(periods.PeriodKind.SHIFT, *_bounds(arguments))
    return _shift(desk, arguments)


def _bounds(arguments: argparse.Namespace) -> tuple[datetime, datetime]:
    """From the first instant until the last: a day is in it, a time is not.  Raises SpanWrong."""
    from kundcenter.domain.calendar import at_clock, day_bounds
    from kundcenter.domain.supervision.periods import SpanWrong

    if arguments.from_time is None or arguments.to_time is None:
        raise SpanWrong
    day, clock = arguments.to_time
    end = day_bounds(day)[1] if clock is None else at_clock(day, clock)
    return _instant(arguments.from_time), end


def _instant(moment: Moment) -> datetime:
    from kundcenter.domain.calendar import at_clock

    day, clock = moment
    return at_clock(day, clock or time())


def _shift(desk: Desk, arguments: argparse.Namespace) -> Span:
    """The shift with that code, or the one that went on then, of the asker's own kind.

    Raises ShiftUnknown, NoShiftThen.
    """
    from kundcenter.domain.supervision.shift_at import NoShiftThen

    code, given = arguments.shift or "", arguments.from_time
    if given is None:
        found = desk.roster.shift(code=code)
    elif given[1] is None:
        found = desk.roster.shift(day=given[0], code=code)
    else:
        found = desk.roster.shift(_instant(given), code=code)
    if found is None:
        raise NoShiftThen
    return found[1]
