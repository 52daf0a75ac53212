"""`kundcenter audit verify`: every faulty link of the access log and the operations."""

from __future__ import annotations

import argparse
from pathlib import Path

from kundcenter.cli.profile_commands import (
    EXIT_CODES,
    Bars,
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
