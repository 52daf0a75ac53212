"""What the desk does with its telephone.  Opens no store; waits for the exchange, at most 3 s."""

from __future__ import annotations

from kundcenter.ports import Line


class Telephone:
    """Raises LineAway, CallGone, PhoneByHand or ExchangeRefused where the exchange says no."""

    def __init__(self, line: Line) -> None:
        self._line = line

    def answer(self, line_call: str) -> None:
        self._line.answer(line_call)

    def hang_up(self, line_call: str) -> None:
        self._line.hang_up(line_call)

    def hold(self, line_call: str) -> None:
        self._line.hold(line_call)

    def resume(self, line_call: str) -> None:
        self._line.resume(line_call)
