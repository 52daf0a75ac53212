"""`kundcenter cases`: bring in an e-service's file, list what is due, write the year's cases."""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kundcenter.cli import case_reports
from kundcenter.cli.case_faults import fault_name, print_faults, told_faults
from kundcenter.cli.parts import brought_in, compared
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
    from kundcenter.domain.case_files import ImportedCase
    from kundcenter.domain.case_sheets import CaseSheet
    from kundcenter.domain.identity import PersonId
    from kundcenter.start.desk import Desk

PROBLEMS_TOLD = 100


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `cases` to the program's commands."""
    cases = commands.add_parser("cases", help=say("ärenden", "cases"))
    subjects = cases.add_subparsers(required=True, metavar=say("VAD", "WHAT"))
    command = subjects.add_parser(
        "import",
        help=say("läs in ärenden från en e-tjänst", "bring in cases of an e-service"),
        description=say(
            "Läser in hela filen eller inget av den: en CSV-fil med rubriker, eller JSON."
            " Ett avbrott lämnar hela rader; samma fil en gång till tar resten. Lösenordet frågas"
            " efter, eller läses som nästa rad från standard in.",
            "Brings in the whole file or nothing of it: a CSV file with headings, or JSON."
            " An interruption leaves whole rows; the same file once more takes the rest. The"
            " password is asked for, or read as the next line of standard input.",
        ),
        epilog=say(*EXIT_CODES),
    )
    command.add_argument("file", metavar=say("FIL", "FILE"))
    add_user(command)
    add_dry_run(command)
    add_json(command)
    command.set_defaults(run=run_import)
    case_reports.register(subjects)


def run_import(arguments: argparse.Namespace) -> int:
    """Exit codes as in profile_commands; 1 when rows have faults, and then nothing was done."""
    return attempted(lambda: _import(arguments), as_json=arguments.json)


@dataclass(slots=True)
class _Told:
    """What was found out of the file; `problems` are lines with what only the store knows."""

    counts: dict[str, int] = field(default_factory=lambda: {"new": 0, "same": 0, "persons": 0})
    problems: list[tuple[int, str]] = field(default_factory=list)


def _import(arguments: argparse.Namespace) -> int:
    from kundcenter.adapters.case_file import read_case_file
    from kundcenter.domain.case_files import IMPORT_LIMIT
    from kundcenter.start.desk import utc_now

    # The file first: nobody types a password for a file that is not there, or faulty.
    sheet = read_case_file(arguments.file, utc_now())
    told = _Told()
    if not sheet.faults:
        with signed_in(arguments) as desk:
            wanted = _planned(desk, sheet.rows, told, hidden=arguments.json)
            if not (arguments.dry_run or told.problems):
                verb = desk.cases.import_
                brought_in(wanted, verb, most=IMPORT_LIMIT, unit=_unit(), hidden=arguments.json)
    faulty = bool(sheet.faults or told.problems)
    _tell(sheet, told, done=not (faulty or arguments.dry_run), as_json=arguments.json)
    return UNSOUND if faulty else DONE


def _planned(
    desk: Desk, rows: tuple[ImportedCase, ...], told: _Told, *, hidden: bool
) -> list[ImportedCase]:
    """The rows that are not here yet, after all of them were looked at."""
    from kundcenter.domain.case_files import IMPORT_LIMIT

    wanted: list[ImportedCase] = []
    persons: set[PersonId] = set()  # somebody may stand in several parts

    def look(part: tuple[ImportedCase, ...]) -> None:
        plan = desk.cases.plan(part)
        wanted.extend(plan.new)
        told.counts["new"] += len(plan.new)
        told.counts["same"] += plan.same
        persons.update(plan.persons)
        told.counts["persons"] = len(persons)
        told.problems.extend((each.row, each.why) for each in plan.problems)

    compared(rows, look, most=IMPORT_LIMIT, unit=_unit(), hidden=hidden)
    return wanted


def _unit() -> str:
    return say(" ärenden", " cases")


def _tell(sheet: CaseSheet, told: _Told, *, done: bool, as_json: bool) -> None:
    problems = told.problems[:PROBLEMS_TOLD]
    if as_json:
        faults = told_faults(sheet.faults)
        faults += [{"line": line, "fault": why} for line, why in problems]
        faulty = len(sheet.faults) + len(told.problems)
        whole = {"done": done, **told.counts, "encoding": sheet.encoding, "faulty": faulty}
        print(json.dumps({**whole, "faults": faults}))
        return
    print(say("Läst som {encoding}.", "Read as {encoding}.").format(encoding=sheet.encoding))
    if not sheet.faults:
        sentence = say("{new} nya ärenden, {same} redan inlästa.", "{new} new cases, {same} known.")
        print(sentence.format(**told.counts))
    if told.counts["persons"]:
        sentence = say("{n} personer registreras.", "{n} persons are registered.")
        print(sentence.format(n=told.counts["persons"]))
    print_faults(sheet.faults)
    for line, why in problems:
        sentence = say("rad {line}: {what}", "line {line}: {what}")
        print(sentence.format(line=line, what=fault_name(why)))
    print(
        say("Ärendena är inlästa.", "The cases are brought in.")
        if done
        else say("Inget är ändrat.", "Nothing was changed.")
    )
