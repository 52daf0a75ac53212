"""The program's command line: without a command it opens the workstation."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import kundcenter
from kundcenter.cli import display
from kundcenter.cli.ring import handing
from kundcenter.cli.words import say

# Imported one by one when the parser is built; each has `register(commands)`.
COMMANDS = (
    "demo",
    "exchange",
    "check",
    "backup",
    "restore",
    "verify",
    "audit",
    "telephone",
    "mail",
    "snippets",
    "route",
    "notes",
    "units",
    "packs",
    "bookings",
    "callbacks",
    "cases",
    "contacts",
    "roster",
    "report",
    "surveys",
    "topics",
    "centre",
    "ring",
)


class Formatter(argparse.HelpFormatter):
    """Help in the language of the user."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        if prefix is None:
            prefix = say("användning: ", "usage: ")
        super().add_usage(usage, actions, groups, prefix)


class Parser(argparse.ArgumentParser):
    """A parser whose headings and faults are in the language of the user."""

    def __init__(self, *arguments: object, **named: object) -> None:
        named.setdefault("formatter_class", Formatter)
        named["add_help"] = False
        super().__init__(*arguments, **named)  # type: ignore[arg-type]
        self._positionals.title = say("argument", "arguments")
        self._optionals.title = say("flaggor", "options")
        self.add_argument(
            "-h", "--help", action="help", help=say("visa den här hjälpen", "show this help")
        )

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        fault = say("Kommandot går inte att förstå", "The command cannot be understood")
        self.exit(2, f"{fault}: {message}\n")


def parser(modules: Iterable[str] = COMMANDS) -> argparse.ArgumentParser:
    """Everything that can be asked of the program, or of some of its modules."""
    top = Parser(
        prog="kundcenter",
        description=say(
            "Arbetsstation för kundcenter: 1177 på telefon, växel och servicefunktion."
            " Utan kommando öppnas arbetsstationen.",
            "Workstation for contact centres: 1177 by telephone, switchboard and service desk."
            " Without a command the workstation opens.",
        ),
    )
    top.add_argument(
        "--profile",
        type=Path,
        metavar=say("MAPP", "FOLDER"),
        help=say(
            "profilens mapp (annars KUNDCENTER_PROFILE, annars användarens egen)",
            "the profile's folder (else KUNDCENTER_PROFILE, else the user's own)",
        ),
    )
    top.add_argument(
        "--version",
        action="version",
        version=f"kundcenter {kundcenter.VERSION}",
        help=say("visa programmets version", "show the program's version"),
    )
    commands = top.add_subparsers(
        title=say("kommandon", "commands"), metavar=say("KOMMANDO", "COMMAND")
    )
    for name in modules:
        import_module(f"kundcenter.cli.{name}").register(commands)
    return top


def profile_folder(named: Path | None) -> Path:
    """The folder that was named, or the environment's, or the user's own."""
    if named is not None:
        return named
    if from_environment := os.environ.get("KUNDCENTER_PROFILE"):
        return Path(from_environment)
    import platformdirs

    return Path(platformdirs.user_data_dir("kundcenter", appauthor=False))


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments ask for; returns the exit code."""
    from kundcenter.adapters.hardening import harden

    harden()  # whatever is asked for may hold a key before it is done
    given = list(sys.argv[1:] if arguments is None else arguments)
    handed = handing(given)  # at each ring: nothing is imported that it does not need
    asked = parser(COMMANDS if handed is None else ("ring",)).parse_args(handed or given)
    asked.profile = profile_folder(asked.profile)
    if hasattr(asked, "run"):
        try:
            code: int = asked.run(asked)
            sys.stdout.flush()
        except BrokenPipeError:  # who reads has seen enough; that is no fault of what was asked
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        return code
    if not display.there():
        return display.refuse()
    from kundcenter.start.program import run

    return run(asked.profile)
