"""`kundcenter backup`: a verified, encrypted copy of the database."""

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
from kundcenter.cli.words import say


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `backup` to the program's commands."""
    command = commands.add_parser(
        "backup",
        help=say("gör en säkerhetskopia", "make a backup"),
        description=say(
            "Gör en krypterad kopia av databasen, kontrollerar den och lägger en etikett bredvid.",
            "Makes an encrypted copy of the database, verifies it, and lays a label beside it.",
        ),
        epilog=say(*EXIT_CODES),
    )
    command.add_argument(
        "to",
        type=_place,
        nargs="?",
        metavar=say("UT", "OUT"),
        help=say(
            "en mapp, eller en ny fil; annars profilens egen mapp för kopior",
            "a folder, or a new file; else the profile's own folder of copies",
        ),
    )
    add_json(command)
    command.set_defaults(run=run_backup)


def _place(text: str) -> Path:
    if text:
        return Path(text)  # of nothing, it would be the folder one happens to stand in
    raise argparse.ArgumentTypeError(say("en tom plats", "an empty place"))


def run_backup(arguments: argparse.Namespace) -> int:
    """Exit codes as in profile_commands."""
    return attempted(lambda: _back_up(arguments), as_json=arguments.json)


def _back_up(arguments: argparse.Namespace) -> int:
    from kundcenter.start.opening import OpeningTerms, open_desk, open_profile

    bars = Bars(hidden=arguments.json)
    with open_profile(home(arguments)) as profile:
        source = source_of(profile)
        with open_desk(profile, source, OpeningTerms(progress=bars)) as opened:
            copy = opened.back_up(arguments.to, progress=bars)
    bars.close()
    assert copy.label is not None
    heads = dict(copy.label.heads).get(copy.label.profile_id)
    operations, accesses = (heads.operation.n, heads.access.n) if heads else (0, 0)
    if arguments.json:
        told = {
            "copy": str(copy.path),
            "revision": copy.label.revision,
            "operations": operations,
            "accesses": accesses,
        }
        print(json.dumps(told))
    else:
        said = say(
            "Kopian är gjord och kontrollerad: {path}", "The copy is made and verified: {path}"
        )
        print(said.format(path=copy.path))
    return DONE
