"""`kundcenter roster`: bring in who works when, or write it to a file."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kundcenter.cli.profile_commands import (
    DONE,
    EXIT_CODES,
    UNSOUND,
    add_dry_run,
    add_json,
    add_user,
    attempted,
)
from kundcenter.cli.roster_faults import fault_name
from kundcenter.cli.signed_in import signed_in
from kundcenter.cli.words import say

if TYPE_CHECKING:
    from kundcenter.domain.supervision.colleagues import Colleague
    from kundcenter.domain.supervision.roster_sheets import (
        PlacedTurns,
        RosterRowTold,
        RosterSheet,
    )
    from kundcenter.start.desk import Desk

Counts = dict[str, int]
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2199, 12, 31)


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `roster` to the program's commands."""
    roster = commands.add_parser("roster", help=say("schemat: vem arbetar när", "who works when"))
    subjects = roster.add_subparsers(required=True, metavar=say("VAD", "WHAT"))
    command = subjects.add_parser(
        "import",
        help=say("läs in pass från en CSV-fil", "bring in turns from a CSV file"),
        description=say(
            "Läser in hela filen eller inget av den, i ett steg. Ett pass känns igen på person och"
            " början; det som filen inte har står kvar, om den inte är hela schemat. Lösenordet"
            " frågas efter, eller läses som nästa rad från standard in.",
            "Brings in the whole file or nothing of it, in one step. A turn is known by its person"
            " and beginning; what the file does not have stays, unless it is the whole roster. The"
            " password is asked for, or read as the next line of standard input.",
        ),
        epilog=say(*EXIT_CODES),
    )
    _add_usual(command)
    command.add_argument(
        "--whole",
        action="store_true",
        help=say(
            "filen är hela schemat för sina dagar och roller: andra pass tas bort",
            "the file is the whole roster of its days and roles: other turns are removed",
        ),
    )
    add_dry_run(command)
    add_json(command)
    command.set_defaults(run=run_import)
    command = subjects.add_parser(
        "export",
        help=say("skriv passen till en CSV-fil", "write the turns to a CSV file"),
        description=say(
            "Skriver passen som börjar på de dagarna till en CSV-fil som kan läsas in igen.",
            "Writes the turns that begin on those days to a CSV file that can be brought in again.",
        ),
        epilog=say(*EXIT_CODES),
    )
    _add_usual(command)
    for flag, words in (
        ("--from", ("första dagen, ÅÅÅÅ-MM-DD", "the first day, YYYY-MM-DD")),
        ("--to", ("sista dagen", "the last day")),
    ):
        command.add_argument(
            flag,
            dest=flag[2:] + "_day",
            type=_day,
            required=True,
            metavar=say("DAG", "DAY"),
            help=say(*words),
        )
    command.add_argument(
        "--replace",
        action="store_true",
        help=say("skriv över en fil som finns", "write over a file that is there"),
    )
    add_json(command)
    command.set_defaults(run=run_export)


def _day(text: str) -> date:
    """A day of a roster.  Raises ArgumentTypeError."""
    try:
        read = date.fromisoformat(text)
    except ValueError:
        read = None
    if read is None or read.isoformat() != text or not FIRST_DAY <= read <= LAST_DAY:
        raise argparse.ArgumentTypeError(say("ingen dag", "no day"))
    return read


def _add_usual(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar=say("FIL", "FILE"))
    add_user(command)


def run_import(arguments: argparse.Namespace) -> int:
    """Exit codes as in profile_commands; 1 when rows have faults, and then nothing was done."""
    return attempted(lambda: _import(arguments), as_json=arguments.json)


def run_export(arguments: argparse.Namespace) -> int:
    """Exit codes as in profile_commands."""
    return attempted(lambda: _export(arguments), as_json=arguments.json)


def _import(arguments: argparse.Namespace) -> int:
    from kundcenter.adapters.roster_file import read_roster_file

    # The file first: nobody types a password for a file that is not there, or faulty.
    sheet = read_roster_file(arguments.file)
    faults = sheet.faults
    counts: Counts = {"new": 0, "changed": 0, "same": 0, "gone": 0}
    if not faults:
        with signed_in(arguments) as desk:
            faults = _carried_out(desk, sheet, arguments, counts)
    done = not (faults or arguments.dry_run)
    _tell(sheet.encoding, faults, counts, done=done, as_json=arguments.json)
    return UNSOUND if faults else DONE


def _carried_out(
    desk: Desk, sheet: RosterSheet, arguments: argparse.Namespace, counts: Counts
) -> tuple[RosterRowTold, ...]:
    """Bring them in, if nothing speaks against it; what does is given back."""
    people = desk.roster.colleagues()
    found = _placed(desk, sheet, people)
    if found.faults:
        return found.faults
    whole = found.whole if arguments.whole else None
    start, end = (whole.start, whole.end) if whole else (None, None)
    change = desk.roster.plan(found.plans, start=start, end=end)
    found = found.weighed(change, people)
    if found.faults:
        return found.faults
    counts.update(new=change.new, changed=change.changed, same=change.same, gone=len(change.gone))
    if not arguments.dry_run and (change.new or change.changed or change.gone):
        desk.roster.import_(found.plans, start=start, end=end)
    return ()


def _placed(desk: Desk, sheet: RosterSheet, people: tuple[Colleague, ...]) -> PlacedTurns:
    from kundcenter.domain.supervision.roster_sheets import placed
    from kundcenter.domain.supervision.roster_terms import in_force

    patterns, _ = in_force(desk.roster_terms.current())
    return placed(sheet.rows, people, patterns)


def _export(arguments: argparse.Namespace) -> int:
    from kundcenter.adapters.new_files import write_new
    from kundcenter.domain.calendar import day_bounds
    from kundcenter.domain.supervision.roster_files import written

    start, end = day_bounds(arguments.from_day)[0], day_bounds(arguments.to_day)[1]
    with signed_in(arguments) as desk:
        turns = [each for each in desk.roster.between(start, end) if start <= each.starts_at]
        people = {each.id: each for each in desk.roster.colleagues()}
    turns = [each for each in turns if each.operator_id in people]
    # The mark tells a spreadsheet that the letters are UTF-8.
    content = written(turns, people).encode("utf-8-sig")
    write_new(Path(arguments.file), content, replace=arguments.replace)
    if arguments.json:
        print(json.dumps({"turns": len(turns), "file": arguments.file}))
    else:
        sentence = say("{count} pass är skrivna.", "{count} turns are written.")
        print(sentence.format(count=len(turns)))
    return DONE


def _tell(
    encoding: str,
    faults: tuple[RosterRowTold, ...],
    counts: Mapping[str, int],
    *,
    done: bool,
    as_json: bool,
) -> None:
    if as_json:
        told = [{"line": each.line, "fault": each.fault, **_column(each.column)} for each in faults]
        whole = {"done": done, **counts, "encoding": encoding, "faulty": len(faults)}
        print(json.dumps({**whole, "faults": told}))
        return
    print(say("Läst som {encoding}.", "Read as {encoding}.").format(encoding=encoding))
    if not faults:
        sentence = say(
            "{new} nya, {changed} ändrade, {same} lika, {gone} borttagna.",
            "{new} new, {changed} changed, {same} the same, {gone} removed.",
        )
        print(sentence.format(**counts))
    for each in faults:
        place = f"{each.line}, {each.column}" if each.column else f"{each.line}"
        sentence = say("rad {place}: {what}", "line {place}: {what}")
        print(sentence.format(place=place, what=fault_name(each.fault)))
    print(
        say("Schemat är inläst.", "The roster is brought in.")
        if done
        else say("Inget är ändrat.", "Nothing was changed.")
    )


def _column(column: str) -> dict[str, str]:
    return {"column": column} if column else {}
