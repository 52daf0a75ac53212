"""A profile's desk with somebody signed in, for the commands that ask who one is."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kundcenter.cli.asking import typed
from kundcenter.cli.profile_commands import home, source_of
from kundcenter.cli.words import say

if TYPE_CHECKING:
    from kundcenter.start.desk import Desk


@contextmanager
def signed_in(arguments: argparse.Namespace) -> Iterator[Desk]:
    """The desk with `--user` signed in, whose password is asked for last."""
    with seated(arguments) as (desk, _):
        yield desk


@contextmanager
def seated(arguments: argparse.Namespace) -> Iterator[tuple[Desk, bool]]:
    """The same, and whether it is a demonstration."""
    from kundcenter.start.opening import open_desk, open_profile

    with open_profile(home(arguments)) as profile:
        opened = open_desk(profile, source_of(profile))
        try:
            sessions = opened.desk.sessions
            sessions.sign_in(arguments.user, typed(say("Lösenord: ", "Password: ")))
            try:
                yield opened.desk, profile.demo
            finally:
                sessions.sign_out()
        finally:
            opened.close()
