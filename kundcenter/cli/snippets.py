"""`kundcenter snippets import`: bring in a file of snippets, or tell what that would do."""

from __future__ import annotations

import argparse
import json
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
    from kundcenter.domain.snippet_files import Fault, Sheet
    from kundcenter.domain.snippets import Plan
    from kundcenter.start.desk import Desk

SCOPES = ("EGEN", "ENHET", "REGION")


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `snippets` to the program's commands."""
    snippets = commands.add_parser("snippets", help=say("fraser", "snippets"))
    subjects = snippets.add_subparsers(required=True, metavar=say("VAD", "WHAT"))
    command = subjects.add_parser(
        "import",
        help=say("läs in fraser från en CSV-fil", "bring in snippets from a CSV file"),
        description=say(
            "Läser in hela filen eller inget av den. Rubriker: kod, rubrik, text, nivå, granskas"
            " senast, fält; kod och text behövs. Lösenordet frågas efter, eller läses som nästa rad"
            " från standard in.",
            "Brings in the whole file or nothing of it. Headings: code, title, text, scope, review,"
            " fields; code and text are needed. The password is asked for, or read as the next"
            " line of standard input.",
        ),
        epilog=say(*EXIT_CODES),
    )
    command.add_argument("file", metavar=say("FIL", "FILE"))
    add_user(command, ("vem som läser in dem", "who brings them in"))
    command.add_argument(
        "--scope",
        choices=SCOPES,
        default="EGEN",
        help=say("nivå för rader utan egen (EGEN)", "scope of rows without one (EGEN)"),
    )
    add_dry_run(command)
    add_json(command)
    command.set_defaults(run=run_import)


def run_import(arguments: argparse.Namespace) -> int:
    """Exit codes as in profile_commands; 1 when rows have faults, and then nothing was done."""
    return attempted(lambda: _import(arguments), as_json=arguments.json)


def _import(arguments: argparse.Namespace) -> int:
    from kundcenter.adapters.text_file import read_text
    from kundcenter.domain.snippet_files import read_sheet
    from kundcenter.domain.snippets import Scope

    # The file first: nobody types a password for a file that is not there.
    sheet = read_sheet(read_text(arguments.file), Scope(arguments.scope))
    with signed_in(arguments) as desk:
        plan = _brought_in(desk, sheet, dry_run=arguments.dry_run)
    done = not sheet.faults and not arguments.dry_run
    _tell(plan, sheet.faults, done=done, as_json=arguments.json)
    return UNSOUND if sheet.faults else DONE


def _brought_in(desk: Desk, sheet: Sheet, *, dry_run: bool) -> Plan:
    """What the sound rows would do; done, if all are sound and it is not only asked for."""
    plan = desk.snippets.plan(sheet.rows)
    if not (sheet.faults or dry_run) and (plan.new or plan.changed):
        desk.snippets.import_(sheet.rows)
    return plan


def _tell(plan: Plan, faults: tuple[Fault, ...], *, done: bool, as_json: bool) -> None:
    counts = {"new": len(plan.new), "changed": len(plan.changed), "same": plan.same}
    if as_json:
        told = [
            {"line": each.line, "fault": each.fault, **({"at": each.at} if each.at else {})}
            for each in faults
        ]
        print(json.dumps({"done": done, **counts, "faulty": len(faults), "faults": told}))
        return
    sentence = say(
        "{new} nya, {changed} ändrade, {same} lika, {faulty} rader med fel.",
        "{new} new, {changed} changed, {same} the same, {faulty} faulty rows.",
    )
    print(sentence.format(**counts, faulty=len(faults)))
    for each in faults:
        place = f" ({each.at[0]}:{each.at[1]})" if each.at else ""
        print(
            say("rad {line}: {what}", "line {line}: {what}").format(
                line=each.line, what=_fault_name(each.fault) + place
            )
        )
    print(
        say("Fraserna är inlästa.", "The snippets are brought in.")
        if done
        else say("Inget är ändrat.", "Nothing was changed.")
    )


def _fault_name(fault: str) -> str:
    return {
        "no_headings": say("rubrikerna kod och text saknas", "no headings code and text"),
        "heading_twice": say("samma rubrik två gånger", "the same heading twice"),
        "cells": say("fel antal celler", "wrong number of cells"),
        "quotes": say("ett citattecken är fel", "a quotation mark is wrong"),
        "code": say("koden kan inte användas", "the code cannot be used"),
        "empty": say("texten saknas", "the text is missing"),
        "too_long": say("texten eller rubriken är för lång", "the text or title is too long"),
        "not_text": say("ett tecken kan inte sparas", "a character cannot be kept"),
        "text": say("luckorna eller variablerna är fel", "its holes or variables are wrong"),
        "scope": say("nivån är okänd", "the scope is unknown"),
        "review": say("datumet är inte ÅÅÅÅ-MM-DD", "the day is not YYYY-MM-DD"),
        "fields": say("fältet är okänt", "the field is unknown"),
        "repeated": say("koden står redan i filen", "the code is in the file already"),
        "too_many": say("för många rader", "too many rows"),
        "nothing": say("filen har inga fraser", "the file has no snippets"),
    }[fault]
