"""What the commands on a profile share: the key, and how they end.

0   it was done, and everything holds
1   it was done, and something does not hold: the findings say what
2   the command line cannot be understood
3   it was not done: the sentence on stderr says why
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kundcenter.cli.asking import typed
from kundcenter.cli.error_words import explained
from kundcenter.cli.words import say
from kundcenter.errors import KundcenterError

if TYPE_CHECKING:
    from kundcenter.adapters.key_sources import KeySource
    from kundcenter.adapters.profile import Profile

DONE, UNSOUND, NOT_DONE = 0, 1, 3
EXIT_CODES = (
    "Slutkod: 0 gjort och helt, 1 gjort men något är fel, 2 kommandot går inte att förstå, 3 inte"
    " gjort.",
    "Exit code: 0 done and sound, 1 done but something is wrong, 2 the command is not understood,"
    " 3 not done.",
)


def add_json(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--json",
        action="store_true",
        help=say("svara med ett JSON-objekt", "answer with one JSON object"),
    )


def add_user(
    command: argparse.ArgumentParser, who: tuple[str, str] = ("vem du är", "who you are")
) -> None:
    """Whoever does it signs in by name; the password is asked for."""
    command.add_argument("--user", required=True, metavar=say("NAMN", "NAME"), help=say(*who))


def add_dry_run(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--dry-run",
        action="store_true",
        help=say("säg bara vad som skulle hända", "only tell what would be done"),
    )


def attempted(command: Callable[[], int], *, as_json: bool) -> int:
    """Run a command; what it raises on purpose becomes a sentence and the exit code 3."""
    try:
        return command()
    except KundcenterError as error:
        if as_json:
            print(json.dumps({"error": error.code, "facts": error.facts}, default=str))
        print(explained(error), file=sys.stderr)
        return NOT_DONE
    except KeyboardInterrupt:
        print(say("Avbrutet.", "Interrupted."), file=sys.stderr)
        return NOT_DONE


def source_of(profile: Profile) -> KeySource:
    """Where the profile's key comes from; a passphrase is asked for, or read from standard in."""
    if profile.demo and profile.needs_passphrase:
        from kundcenter.start.demo_region import published_source

        return published_source()
    if not profile.needs_passphrase:
        from kundcenter.adapters.key_sources import KeyringSource
        from kundcenter.adapters.keyring_store import KeyringStore

        return KeyringSource(KeyringStore())
    from kundcenter.adapters.passphrase import PassphraseSource

    return PassphraseSource(typed(say("Lösenfras: ", "Passphrase: ")))


def home(arguments: argparse.Namespace) -> Path:
    """The folder of the profile that was named."""
    folder: Path = arguments.profile
    return folder
