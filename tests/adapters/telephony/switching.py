"""Several desks at one simulated exchange, for tests of passing calls on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from uuid import UUID

from kundcenter.adapters.exchange_simulator.control import Control
from kundcenter.adapters.exchange_simulator.process import SimulatedExchange
from kundcenter.adapters.telephony.ami import AmiLine
from kundcenter.domain.lines import Answered, Destination, DestinationKind, LineUp, Rang
from tests.adapters.telephony.heard import Heard, listening
from tests.adapters.telephony.simulated import QUICK, exchange

CALLER = "0701740605"
PERSON = "3104"  # answers
BUSY = "3107"
SILENT = "3109"
REFERENCE = str(UUID(int=7, version=4))
FAST = ("--speed", "10")  # a ring of 15 s is over in 1.5


def phone(number: str) -> Destination:
    return Destination(DestinationKind.PHONE, number)


def queue(name: str) -> Destination:
    return Destination(DestinationKind.QUEUE, name)


@dataclass
class Desk:
    line: AmiLine
    heard: Heard

    def lift(self, patience: float = 5.0) -> Rang:
        """Answer what rings; how it rang."""
        rang = self.heard.later(Rang, patience)
        self.line.answer(rang.line_call)
        assert self.heard.later(Answered).line_call == rang.line_call
        return rang


@dataclass
class House:
    exchange: SimulatedExchange
    control: Control
    desks: tuple[Desk, ...]

    def talk(self, *, desk: int = 0, queue: str = "1177", talk: float | None = None) -> str:
        """A caller is on a desk's telephone; the name of the call."""
        self.control.ring(CALLER, queue=queue, talk=talk)
        return self.desks[desk].lift().line_call

    def channels(self) -> list[str]:
        return [each.get("Channel") for each in self.control.channels()]


@contextmanager
def house(*extensions: str, options: tuple[str, ...] = ()) -> Iterator[House]:
    """Desks like "201:1177", each with a line that is up."""
    named = [part for each in extensions for part in ("--extension", each)]
    with exchange(*named, *options) as simulated, ExitStack() as lines:
        desks: list[Desk] = []
        for each in extensions:
            settings = simulated.settings(each.partition(":")[0])
            line = AmiLine(settings, simulated.secret, pace=QUICK)
            heard = lines.enter_context(listening(line))
            heard.next(LineUp)
            desks.append(Desk(line, heard))
        control = lines.enter_context(simulated.control())
        yield House(simulated, control, tuple(desks))
