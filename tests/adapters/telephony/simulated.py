"""The simulated exchange as a process, for tests."""

from __future__ import annotations

import sys

from kundcenter.adapters.exchange_simulator.process import SimulatedExchange
from kundcenter.adapters.telephony.pace import Pace

COMMAND = (sys.executable, "-m", "kundcenter.cli.exchange")
QUICK = Pace(first_wait=0.02, longest_wait=0.1, refused_wait=0.1)


def exchange(*options: str) -> SimulatedExchange:
    """Quiet: no calls but those that the test asks for, no colleagues and no wrap-up."""
    quiet = ("--arrivals", "none", "--colleagues", "0", "--wrap-up", "0")
    return SimulatedExchange(COMMAND, (*quiet, *options))
