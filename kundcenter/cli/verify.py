"""`kundcenter verify`: read everything, and say what is wrong."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from kundcenter.cli.bars import Bars
from kundcenter.cli.finding_words import describe
from kundcenter.cli.profile_commands import (
    DONE,
    EXIT_CODES,
    UNSOUND,
    add_json,
    attempted,
    home,
    source_of,
)
from kundcenter.cli.words import say

if TYPE_CHECKING:
    from db.verify import Verdict


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `verify` to the program's commands."""
    command = commands.add_parser(
        "verify",
        help=say("kontrollera databasen eller en kopia", "verify the database or a copy"),
        description=say(
            "Läser varje sida, tabell, hänvisning och kedja i databasen och dess spegel, eller i"
            " en kopia av den, och säger vad som är fel.",
            "Reads every page, table, reference and chain of the database and its mirror, or of"
            " a copy, and says what is wrong.",
        ),
        epilog=say(*EXIT_CODES),
    )
    command.add_argument(
        "copy",
        type=Path,
        nargs="?",
        metavar=say("FIL", "FILE"),
        help=say("en kopia, gjord med profilens nyckel", "a copy, made with the profile's key"),
    )
    add_json(command)
    command.set_defaults(run=run_verify)


def run_verify(arguments: argparse.Namespace) -> int:
    """Exit codes as in profile_commands."""
    return attempted(lambda: _verify(arguments), as_json=arguments.json)


def _verify(arguments: argparse.Namespace) -> int:
    from kundcenter.start.opening import open_profile
    from kundcenter.start.restoring import open_for_restore
    from kundcenter.start.verifying import verify_copy, verify_profile

    bars = Bars(hidden=arguments.json)
    if arguments.copy:
        with open_for_restore(home(arguments)) as profile:
            verdict = verify_copy(profile, source_of(profile), arguments.copy, progress=bars)
    else:
        with open_profile(home(arguments)) as profile:
            verdict = verify_profile(profile, source_of(profile), progress=bars)
    bars.close()
    return tell(verdict, as_json=arguments.json)


def tell(verdict: Verdict, *, as_json: bool) -> int:
    """Print the verdict; returns the exit code."""
    operations = sum(heads.operation.n for _, heads in verdict.heads)
    accesses = sum(heads.access.n for _, heads in verdict.heads)
    if as_json:
        told = {
            "sound": verdict.sound,
            "revision": verdict.revision,
            "operations": operations,
            "accesses": accesses,
            "findings": [
                {"part": each.part, "fault": each.fault, "where": each.where, "n": each.n}
                for each in verdict.findings
            ],
        }
        print(json.dumps(told))
    else:
        for finding in verdict.findings:
            print(describe(finding))
        said = (
            say(
                "Allt håller: {operations} operationer, {accesses} loggposter.",
                "Everything holds: {operations} operations, {accesses} log records.",
            )
            if verdict.sound
            else say("{count} fel.", "{count} faults.")
        )
        print(said.format(operations=operations, accesses=accesses, count=len(verdict.findings)))
    return DONE if verdict.sound else UNSOUND
