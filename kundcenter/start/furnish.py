"""What a window needs beside the desk: a telephone line and paper."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kundcenter.adapters.exchange_simulator.process import SimulatedExchange
from kundcenter.adapters.paper.lazy import entry_page
from kundcenter.adapters.telephony.ami import AmiLine
from kundcenter.adapters.telephony.no_line import NoLine
from kundcenter.domain.triage import CodeSet
from kundcenter.ports import Line
from kundcenter.services.calls import Calls
from kundcenter.services.choices import Choices
from kundcenter.services.journal import Journal
from kundcenter.services.operators import Operators
from kundcenter.services.papers import Papers
from kundcenter.services.people import People
from kundcenter.services.sessions import Sessions
from kundcenter.services.telephone import Telephone
from kundcenter.services.units import Units
from kundcenter.settings import Settings, SettingsWrong
from kundcenter.start.desk import Desk

EXCHANGE = (sys.executable, "-m", "kundcenter", "exchange")


@dataclass(frozen=True, slots=True)
class Furnished:
    """All the verbs of one desk, its telephone and its paper."""

    calls: Calls
    choices: Choices
    journal: Journal
    operators: Operators
    papers: Papers
    people: People
    sessions: Sessions
    telephone: Telephone
    units: Units
    codes: Mapping[str, CodeSet]
    reserve_pattern: re.Pattern[str] | None = None


def furnish(desk: Desk, line: Line, cache: Path, *, settings: Settings, demo: bool) -> Furnished:
    """The desk with its line, and paper whose typeface is kept in the folder `cache`."""
    return Furnished(
        calls=desk.calls,
        choices=desk.choices,
        journal=desk.journal,
        operators=desk.operators,
        papers=Papers(entry_page(cache), demonstration=demo),
        people=desk.people,
        sessions=desk.sessions,
        telephone=Telephone(line),
        units=desk.units,
        codes=desk.codes,
        reserve_pattern=settings.reserve_pattern,
    )


@dataclass(frozen=True, slots=True)
class Exchange:
    """The line of this desk, and the simulated exchange behind it if there is one."""

    line: Line
    there: bool
    simulated: SimulatedExchange | None = None

    def stop(self) -> None:
        self.line.stop()
        if self.simulated is not None:
            self.simulated.stop()


def exchange_for(
    settings: Settings, secret: str, *, demo: bool, callers: Sequence[str] = ()
) -> Exchange:
    """The exchange of the settings; in a demonstration a simulated one; else calls by hand.

    `callers` are options of `kundcenter exchange` that say who calls.
    Raises LineAway when the simulated exchange does not come up.
    """
    if settings.exchange is not None:
        try:
            return Exchange(AmiLine(settings.exchange, secret), there=True)
        except ValueError:
            raise SettingsWrong(why="`$.exchange.user`") from None
    if not demo:
        return Exchange(NoLine(), there=False)
    simulated = SimulatedExchange(EXCHANGE, callers)
    simulated.start()
    line = AmiLine(simulated.settings(), simulated.secret)
    return Exchange(line, there=True, simulated=simulated)
