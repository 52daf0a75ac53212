"""`kundcenter telephone secret`: give the desk its secret at the exchange."""

from __future__ import annotations

import argparse

from kundcenter.cli.profile_commands import EXIT_CODES, attempted
from kundcenter.cli.secrets import ask_and_keep
from kundcenter.cli.words import say


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `telephone` to the program's commands."""
    telephone = commands.add_parser(
        "telephone", help=say("skrivbordets telefon", "the desk's telephone")
    )
    subjects = telephone.add_subparsers(required=True, metavar=say("VAD", "WHAT"))
    secret = subjects.add_parser(
        "secret",
        help=say("ange hemligheten hos växeln", "give the secret at the exchange"),
        description=say(
            "Frågar efter hemligheten för kontot i settings.toml, eller läser den som en rad från"
            " standard in, och sparar den krypterat.",
            "Asks for the secret of the account in settings.toml, or reads it as one line from"
            " standard input, and keeps it encrypted.",
        ),
        epilog=say(*EXIT_CODES),
    )
    secret.set_defaults(run=run_secret)


def run_secret(arguments: argparse.Namespace) -> int:
    """Exit codes as in profile_commands."""
    return attempted(lambda: _secret(arguments), as_json=False)


def _secret(arguments: argparse.Namespace) -> int:
    from kundcenter.start.desk_secrets import Secret

    return ask_and_keep(
        arguments,
        Secret.LINE,
        ask=say("Hemlighet: ", "Secret: "),
        told=say("Hemligheten är sparad.", "The secret is kept."),
    )
