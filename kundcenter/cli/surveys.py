"""`kundcenter surveys`: bring in a file of measurements that others have made, or write one."""

from __future__ import annotations

import argparse
import json
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
from kundcenter.cli.signed_in import signed_in
from kundcenter.cli.words import say

if TYPE_CHECKING:
    from kundcenter.domain.supervision.survey_files import RowTold, SurveyPlan

# Swedish, English.
_FAULTS = {
    "no_headings": ("rubriken saknas", "the heading is missing"),
    "heading": ("rubriken är okänd", "the heading is unknown"),
    "heading_twice": ("samma rubrik två gånger", "the same heading twice"),
    "cells": ("fel antal celler", "wrong number of cells"),
    "quotes": ("ett citattecken är fel", "a quotation mark is wrong"),
    "missing": ("cellen är tom", "the cell is empty"),
    "figure": ("måttet är okänt", "the figure is unknown"),
    "number": ("talet går inte att använda", "the number cannot be used"),
    "day": ("datumet är inte ÅÅÅÅ-MM-DD", "the day is not YYYY-MM-DD"),
    "period": ("perioden går inte att använda", "the period cannot be used"),
    "answers": ("fler svar än tillfrågade", "more answers than were asked"),
    "area": ("området är varken ”egen” eller ”riket”", "the area is neither own nor nation"),
    "too_long": ("texten är för lång", "the text is too long"),
    "signs": ("ett tecken kan inte sparas", "a character cannot be kept"),
    "repeated": ("mätningen står redan i filen", "the measurement is in the file already"),
    "too_many": ("för många rader", "too many rows"),
    "nothing": ("filen har inga rader", "the file has no rows"),
}


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `surveys` to the program's commands."""
    surveys = commands.add_parser(
        "surveys", help=say("mätningar: NKI, följsamhet", "measurements: NKI, follow-through")
    )
    subjects = surveys.add_subparsers(required=True, metavar=say("VAD", "WHAT"))
    command = subjects.add_parser(
        "import",
        help=say("läs in mätningar från en CSV-fil", "bring in measurements from a CSV file"),
        description=say(
            "Läser in hela filen eller inget av den. Rubriker: mått, från, till, värde, svar,"
            " tillfrågade, område, källa, kommentar; de fyra första behövs. Samma mått, område,"
            " källa och period en gång till blir en ny version. Lösenordet frågas efter, eller"
            " läses som nästa rad från standard in.",
            "Brings in the whole file or nothing of it. Headings: figure, from, to, value, answers,"
            " asked, area, source, comment; the first four are needed. The same figure, area,"
            " source and period once more is a new version. The password is asked for, or read as"
            " the next line of standard input.",
        ),
        epilog=say(*EXIT_CODES),
    )
    command.add_argument("file", metavar=say("FIL", "FILE"))
    add_user(command, ("vem som läser in dem", "who brings them in"))
    add_dry_run(command)
    add_json(command)
    command.set_defaults(run=run_import)
    command = subjects.add_parser(
        "export",
        help=say("skriv mätningarna till en CSV-fil", "write the measurements to a CSV file"),
        description=say(
            "Skriver alla mätningar till en fil som kan läsas in igen.",
            "Writes all measurements to a file that can be brought in again.",
        ),
        epilog=say(*EXIT_CODES),
    )
    command.add_argument("file", metavar=say("FIL", "FILE"))
    add_user(command)
    command.add_argument(
        "--replace",
        action="store_true",
        help=say("skriv över en fil som finns", "write over a file that is there"),
    )
    add_json(command)
    command.set_defaults(run=run_export)


def run_import(arguments: argparse.Namespace) -> int:
    """Exit codes as in profile_commands; 1 when rows have faults, and then nothing was done."""
    return attempted(lambda: _import(arguments), as_json=arguments.json)


def run_export(arguments: argparse.Namespace) -> int:
    """Exit codes as in profile_commands."""
    return attempted(lambda: _export(arguments), as_json=arguments.json)


def _import(arguments: argparse.Namespace) -> int:
    from kundcenter.adapters.survey_file import read_survey_text
    from kundcenter.domain.supervision.survey_files import SurveyPlan, read_sheet

    # The file first: nobody types a password for a file that is not there, or faulty.
    sheet = read_sheet(read_survey_text(arguments.file))
    plan = SurveyPlan()
    if not sheet.faults:
        with signed_in(arguments) as desk:
            plan = desk.surveys.plan(sheet.rows)
            if not arguments.dry_run and (plan.new or plan.changed):
                desk.surveys.import_(sheet.rows)
    done = not (sheet.faults or arguments.dry_run)
    _tell(plan, sheet.faults, done=done, as_json=arguments.json)
    return UNSOUND if sheet.faults else DONE


def _export(arguments: argparse.Namespace) -> int:
    from kundcenter.adapters.new_files import write_new
    from kundcenter.domain.supervision.survey_files import written

    with signed_in(arguments) as desk:
        found = desk.surveys.all()
    # The mark tells a spreadsheet that the letters are UTF-8.
    write_new(Path(arguments.file), written(found).encode("utf-8-sig"), replace=arguments.replace)
    if arguments.json:
        print(json.dumps({"surveys": len(found), "file": arguments.file}))
    else:
        sentence = say("{count} mätningar är skrivna.", "{count} measurements are written.")
        print(sentence.format(count=len(found)))
    return DONE


def _tell(plan: SurveyPlan, faults: tuple[RowTold, ...], *, done: bool, as_json: bool) -> None:
    counts = {"new": len(plan.new), "changed": len(plan.changed), "same": plan.same}
    if as_json:
        told = [
            {
                "line": each.line,
                "fault": each.fault,
                **({"column": each.column} if each.column else {}),
            }
            for each in faults
        ]
        print(json.dumps({"done": done, **counts, "faulty": len(faults), "faults": told}))
        return
    if not faults:
        sentence = say(
            "{new} nya, {changed} ändrade, {same} lika.",
            "{new} new, {changed} changed, {same} the same.",
        )
        print(sentence.format(**counts))
    for each in faults:
        place = f"{each.line}, {each.column}" if each.column else f"{each.line}"
        sentence = say("rad {place}: {what}", "line {place}: {what}")
        print(sentence.format(place=place, what=fault_name(each.fault)))
    print(
        say("Mätningarna är inlästa.", "The measurements are brought in.")
        if done
        else say("Inget är ändrat.", "Nothing was changed.")
    )


def fault_name(fault: str) -> str:
    """Words for a RowFault of domain.supervision.survey_files."""
    return say(*_FAULTS[fault])
