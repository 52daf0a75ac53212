"""`kundcenter mail secret`: give the desk its password at the mail server."""

from __future__ import annotations

import argparse

from kundcenter.cli.profile_commands import EXIT_CODES, attempted
from kundcenter.cli.secrets import ask_and_keep
from kundcenter.cli.words import say


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `mail` to the program's commands."""
    mail = commands.add_parser(
        "mail", help=say("brev med e-post om ärenden", "letters by e-mail about cases")
    )
    subjects = mail.add_subparsers(required=True, metavar=say("VAD", "WHAT"))
    secret = subjects.add_parser(
        "secret",
        help=say("ange lösenordet hos e-postservern", "give the password at the mail server"),
        description=say(
            "Frågar efter lösenordet för kontot under [mail] i settings.toml, eller läser det som"
            " en rad från standard in, och sparar det krypterat.",
            "Asks for the password of the account under [mail] in settings.toml, or reads it as"
            " one line from standard input, and keeps it encrypted.",
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
        Secret.MAIL,
        ask=say("Lösenord: ", "Password: "),
        told=say("Lösenordet är sparat.", "The password is kept."),
    )
