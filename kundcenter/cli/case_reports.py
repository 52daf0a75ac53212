"""`kundcenter cases due`, `export` and `figures`: what is due, and a year's cases as files."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kundcenter.cli.case_names import clock_name, heed_name, kind_name, stage_name
from kundcenter.cli.profile_commands import (
    DONE,
    EXIT_CODES,
    add_json,
    add_user,
    attempted,
)
from kundcenter.cli.signed_in import signed_in
from kundcenter.cli.words import say

if TYPE_CHECKING:
    from datetime import datetime

    from kundcenter.domain.case_exports import ExportNames
    from kundcenter.domain.case_terms import CaseTimes
    from kundcenter.domain.cases import Case
    from kundcenter.start.desk import Desk

PART = 200  # cases in one look
DUE_MOST = 1_000


def register(subjects: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the three to the subjects of `cases`."""
    command = subjects.add_parser(
        "due",
        help=say("lista det som inte är klart", "list what is not done"),
        description=say(
            "Det som ska göras först står först, utan namn och utan vad som sagts.",
            "What is due first comes first, without names and without what was said.",
        ),
        epilog=say(*EXIT_CODES),
    )
    command.add_argument("--mine", action="store_true", help=say("bara mina egna", "only my own"))
    add_user(command)
    add_json(command)
    command.set_defaults(run=run_due)
    command = subjects.add_parser(
        "export",
        help=say("skriv ett års klagomål till en fil", "write a year's complaints to a file"),
        description=say(
            "Skriver varje klagomål, synpunkt, beröm och fråga som kom in under året. Det"
            " antecknas för vart och ett att det lämnades ut. Nummer och adress till den som har"
            " skyddade personuppgifter är inte med. Bara du får läsa filen.",
            "Writes every complaint, view, praise and question that came in during the year. That"
            " it was handed out is written of each. The number and the address of a person with"
            " protected identity are left out. Only you may read the file.",
        ),
        epilog=say(*EXIT_CODES),
    )
    _add_files(command, needed=True)
    add_user(command)
    command.set_defaults(run=run_export)
    command = subjects.add_parser(
        "figures",
        help=say("visa ett års siffror", "show a year's figures"),
        description=say(
            "Antal, och hur länge svaren dröjde, efter typ, kategori och enhet: som patientnämnden"
            " frågar efter dem.",
            "How many, and how long the answers took, by kind, category and unit: as the patient"
            " board asks for them.",
        ),
        epilog=say(*EXIT_CODES),
    )
    _add_files(command, needed=False)
    add_user(command)
    command.set_defaults(run=run_figures)


def _add_files(command: argparse.ArgumentParser, *, needed: bool) -> None:
    command.add_argument(
        "--year",
        type=_year,
        required=True,
        metavar=say("ÅR", "YEAR"),
        help=say("året de kom in", "the year in which they came in"),
    )
    files = command.add_mutually_exclusive_group(required=needed)
    for name, kind in (("--csv", "CSV"), ("--json", "JSON")):
        files.add_argument(
            name,
            metavar=say("FIL", "FILE"),
            help=say("skriv filen som {kind}", "write the file as {kind}").format(kind=kind),
        )
    command.add_argument(
        "--replace",
        action="store_true",
        help=say("skriv över en fil som finns", "write over a file that is there"),
    )


def _year(text: str) -> int:
    """A year that cases can be of.  Raises ArgumentTypeError."""
    if not (text.isascii() and text.isdigit() and 2005 <= int(text[:5]) < 2200):
        raise argparse.ArgumentTypeError(say("inget år", "no year"))
    return int(text)


def run_due(arguments: argparse.Namespace) -> int:
    """Exit codes as in profile_commands."""
    return attempted(lambda: _due(arguments), as_json=arguments.json)


def run_export(arguments: argparse.Namespace) -> int:
    """Exit codes as in profile_commands."""
    return attempted(lambda: _export(arguments), as_json=False)


def run_figures(arguments: argparse.Namespace) -> int:
    """Exit codes as in profile_commands."""
    return attempted(lambda: _figures(arguments), as_json=False)


def _due(arguments: argparse.Namespace) -> int:
    from kundcenter.domain.case_terms import TIMES
    from kundcenter.start.desk import utc_now

    with signed_in(arguments) as desk:
        terms = desk.case_terms.current()
        found = list(_open(desk, mine=arguments.mine))
    times, now = terms.times if terms else TIMES, utc_now()
    told = [_told(case, times, now) for case in found]
    if arguments.json:
        print(json.dumps({"cases": told, "more": len(told) == DUE_MOST}))
        return DONE
    for each, case in zip(told, found, strict=True):
        print(_line(each, case))
    print(say("{n} ärenden.", "{n} cases.").format(n=len(told)))
    if len(told) == DUE_MOST:
        print(say("Fler visas inte.", "More are not shown."))
    return DONE


def _open(desk: Desk, *, mine: bool) -> Iterator[Case]:
    from kundcenter.domain.case_codes import CaseKind

    for skip in range(0, DUE_MOST, PART):
        found = desk.cases.due(frozenset(CaseKind), mine=mine, limit=PART, skip=skip)
        yield from found
        if len(found) < PART:
            return


def _told(case: Case, times: CaseTimes, now: datetime) -> dict[str, object]:
    from kundcenter.domain.case_clocks import heed, next_clock

    clock = next_clock(case, times)
    return {
        "number": case.number,
        "kind": case.kind,
        "stage": case.stage,
        "clock": clock.kind if clock else None,
        "day": clock.day.isoformat() if clock else None,
        "heed": heed(clock, times, now) if clock else None,
        "owned": case.owner is not None,
        "conflicts": case.conflicts,
        "flagged": case.flagged,
    }


def _line(told: dict[str, object], case: Case) -> str:
    parts = [case.number, kind_name(case.kind), stage_name(case.stage)]
    if told["heed"] is not None:
        clock = clock_name(str(told["clock"]))
        parts.append(f"{clock} {told['day']}: {heed_name(str(told['heed']))}")
    if case.owner is None:
        parts.append(say("utan ägare", "nobody's"))
    if case.conflicts:
        parts.append(say("två uppgifter skiljer sig", "two say different things"))
    if case.flagged:
        parts.append(say("något har kommit in efteråt", "something came in afterwards"))
    return ", ".join(parts)


def _export(arguments: argparse.Namespace) -> int:
    from kundcenter.domain.case_exports import cases_json, written_cases

    _must_be_writable(arguments)
    with signed_in(arguments) as desk:
        names = _names(desk)
        cases = desk.cases.export(arguments.year)
    if arguments.csv:
        _write(arguments.csv, "arenden", written_cases(cases, names), arguments)
    else:
        text = cases_json(arguments.year, cases, names)
        _write(arguments.json, "arenden", text, arguments)
    print(say("{n} ärenden är skrivna.", "{n} cases are written.").format(n=len(cases)))
    return DONE


def _figures(arguments: argparse.Namespace) -> int:
    from kundcenter.domain.case_exports import (
        FIGURE_HEADINGS,
        figure_rows,
        figures_json,
        written_figures,
    )

    _must_be_writable(arguments)
    with signed_in(arguments) as desk:
        names = _names(desk)
        figures = desk.cases.figures(arguments.year)
    if arguments.csv:
        _write(arguments.csv, "siffror", written_figures(figures, names), arguments)
    elif arguments.json:
        _write(arguments.json, "siffror", figures_json(figures, names), arguments)
    else:
        print("\t".join(FIGURE_HEADINGS))
        for row in figure_rows(figures, names):
            print("\t".join(row[heading] for heading in FIGURE_HEADINGS))
    return DONE


def _names(desk: Desk) -> ExportNames:
    from kundcenter.domain.case_exports import export_names

    cards = desk.units.directory().cards
    return export_names(
        ((card.id, card.unit.hsa_id, card.unit.name) for card in cards), desk.case_terms.all()
    )


def _must_be_writable(arguments: argparse.Namespace) -> None:
    """Nobody types a password for a file that is there already."""
    from kundcenter.adapters.new_files import must_be_new

    file = arguments.csv or arguments.json
    if file:
        must_be_new(Path(file), replace=arguments.replace)


def _write(file: str, name: str, text: str, arguments: argparse.Namespace) -> None:
    """Write the file; in a folder one called `name` and the year."""
    from kundcenter.adapters.new_files import write_into

    # The mark tells a spreadsheet that the letters are UTF-8; JSON has none.
    ending, letters = ("csv", "utf-8-sig") if arguments.csv else ("json", "utf-8")
    name = f"{name}-{arguments.year}.{ending}"
    write_into(file, name, text.encode(letters), replace=arguments.replace)
