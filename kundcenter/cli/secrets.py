"""A secret of the desk's own is asked for, and kept in its profile."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from kundcenter.cli.asking import typed
from kundcenter.cli.profile_commands import DONE, home, source_of

if TYPE_CHECKING:
    from kundcenter.start.desk_secrets import Secret


def ask_and_keep(arguments: argparse.Namespace, where: Secret, *, ask: str, told: str) -> int:
    """Ask by the words `ask`, keep what is typed, and say `told`."""
    from kundcenter.start.desk_secrets import keep
    from kundcenter.start.opening import open_desk, open_profile

    with open_profile(home(arguments)) as profile:
        desk = open_desk(profile, source_of(profile))
        try:
            keep(desk.engine, where, typed(ask))
        finally:
            desk.close()
    print(told)
    return DONE
