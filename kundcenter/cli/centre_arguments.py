"""What the commands about the centre have in common."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from kundcenter.cli.profile_commands import attempted
from kundcenter.cli.words import say

Verb = Callable[[argparse.Namespace], int]


def add_config(command: argparse.ArgumentParser) -> None:
    """Which file the service is told everything by."""
    command.add_argument(
        "--config",
        type=Path,
        default=Path("centre.toml"),
        metavar=say("FIL", "FILE"),
        help=say("annars centre.toml här", "else centre.toml here"),
    )


def late(verbs: Callable[[], Mapping[str, Verb]], verb: str) -> Verb:
    """The verb, imported when it is asked for: the desk has no use for a server."""
    return lambda asked: attempted(lambda: verbs()[verb](asked), as_json=asked.json)
