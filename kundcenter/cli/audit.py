"""`kundcenter audit verify`: every faulty link of the access log and the operations."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from kundcenter.cli.bars import Bars
from kundcenter.cli.profile_commands import (
    DONE,
    EXIT_CODES,
    add_json,
    attempted,
    home,
    source_of,
)
from kundcenter.cli.verify import tell
from kundcenter.cli.words import say


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `audit` to the program's commands."""
    audit = commands.add_parser("audit", help=say("granska åtkomstloggen", "audit the access log"))
    subjects = audit.add_subparsers(dest="subject", required=True, metavar=say("VAD", "WHAT"))
    command = subjects.add_parser(
        "verify",
        help=say("kontrollera loggens kedjor", "verify the log's chains"),
        description=say(
            "Kontrollerar varje länk i åtkomstloggen och i operationerna, mot varandra, mot"
            " spegeln och mot de vittnen som anges, och namnger varje felaktig länk.",
            "Verifies every link of the access log and of the operations, against each other,"
            " the mirror and the given witnesses, and names every faulty link.",
        ),
        epilog=say(*EXIT_CODES),
    )
    command.add_argument(
        "--witness",
        type=Path,
        action="append",
        default=[],
        metavar=say("KOPIA", "COPY"),
        help=say(
            "en kopia vars etikett säger hur långt kedjorna hade kommit; kan ges flera gånger",
            "a copy whose label says how far the chains had come; may be given several times",
        ),
    )
    add_json(command)
    command.set_defaults(run=run_audit)
    _register_anchors(subjects)


def _register_anchors(subjects: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = subjects.add_parser(
        "anchors",
        help=say("skriv centralens ankare till en fil", "write the centre's anchors to a file"),
        description=say(
            "Skriver de ankare som centralen har gett till en fil, som"
            " `kundcenter centre audit --witness` jämför med centralens egna.",
            "Writes the anchors that the centre has given to a file, which"
            " `kundcenter centre audit --witness` compares with the centre's own.",
        ),
        epilog=say(*EXIT_CODES),
    )
    command.add_argument("--out", type=Path, required=True, metavar=say("FIL", "FILE"))
    command.add_argument(
        "--begin-anew",
        action="store_true",
        help=say(
            "glöm dem sedan: en administratör har sett varför de inte stämmer med centralens",
            "then forget them: an administrator has seen why they do not fit the centre's",
        ),
    )
    add_json(command)
    command.set_defaults(run=run_anchors)


def run_audit(arguments: argparse.Namespace) -> int:
    """Exit codes as in profile_commands."""
    return attempted(lambda: _audit(arguments), as_json=arguments.json)


def _audit(arguments: argparse.Namespace) -> int:
    from kundcenter.start.opening import open_profile
    from kundcenter.start.verifying import audit_profile

    bars = Bars(hidden=arguments.json)
    with open_profile(home(arguments)) as profile:
        verdict = audit_profile(
            profile, source_of(profile), witnesses=arguments.witness, progress=bars
        )
    bars.close()
    return tell(verdict, as_json=arguments.json)


def run_anchors(arguments: argparse.Namespace) -> int:
    """Exit codes as in profile_commands."""
    return attempted(lambda: _anchors(arguments), as_json=arguments.json)


def _anchors(arguments: argparse.Namespace) -> int:
    from kundcenter.adapters.witness_file import write_witness
    from kundcenter.start.anchored import begin_anew, witness_of
    from kundcenter.start.opening import open_profile

    with open_profile(home(arguments)) as profile:
        source = source_of(profile)
        found = witness_of(profile, source)
        write_witness(arguments.out, found)
        if arguments.begin_anew:
            begin_anew(profile, source)
    newest = max((each.anchor.n for each in found), default=0)
    if arguments.json:
        print(json.dumps({"anchors": len(found), "newest": newest, "file": str(arguments.out)}))
        return DONE
    line = say("{count} ankare, det senaste nummer {n}.", "{count} anchors, the newest is {n}.")
    print(line.format(count=len(found), n=newest))
    return DONE
