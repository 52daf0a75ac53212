"""What the desk does with its telephone.  Opens no store; waits for the exchange, at most 3 s."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from kundcenter.domain.lines import Destination
from kundcenter.domain.phone_numbers import PhoneNumberInvalid, stored
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

    def ready(self, on: bool) -> None:
        """Whether the queues may ring this telephone; callers wait meanwhile."""
        self._line.ready(on)

    @property
    def reaches_emergency(self) -> bool:
        """Whether the exchange is there and set up to call 112.  Waits for nothing."""
        return self._line.reaches_emergency

    def call_emergency(self, line_call: str | None = None, attempt: str = "") -> None:
        """Ask the exchange to call 112 and join it to the call, or to this telephone.

        The reply says only that it tries; EmergencyAnswered or EmergencyFailed follows,
        with the name of the `attempt`.
        Raises LineAway, NoEmergencyLine, CallGone, ExchangeRefused.
        """
        self._line.call_emergency(line_call, attempt)

    @property
    def rings_out(self) -> bool:
        """Whether the exchange is there and set up to ring people up.  Waits for nothing."""
        return self._line.rings_out

    def ring_out(self, number: str) -> None:
        """Ring a public number up: the desk's own telephone first, which then dials.

        112 and other short numbers are not rung so.
        Raises PhoneNumberInvalid, NoOutgoingLine, LineAway, ExchangeRefused.
        """
        read = stored(number)
        if read is None or not read.value.startswith("+"):
            raise PhoneNumberInvalid
        self._line.ring_out(read.value)

    @property
    def passes_on(self) -> bool:
        """Whether the exchange is there and set up to pass calls on.  Waits for nothing."""
        return self._line.passes_on

    def transfer(self, line_call: str, to: Destination, reference: str = "") -> None:
        """Pass the caller on at once, without a word to whoever is to take it.

        Whoever takes it at a desk is told the `reference`.  Unanswered or engaged it rings here
        again, with the reference and the reason.
        Raises NoTransfers, LineAway, CallGone, ExchangeRefused.
        """
        self._line.transfer(line_call, to, reference)

    def consult(self, line_call: str, to: Destination, reference: str = "") -> None:
        """Ask somebody about the call while the caller waits; Consulting or ConsultEnded follows.

        Raises NoTransfers, ConsultWrong, LineAway, CallGone, ExchangeRefused.
        """
        self._line.consult(line_call, to, reference)

    def toggle(self, line_call: str) -> None:
        """Hear the other of the two.  Raises ConsultWrong, LineAway, CallGone, ExchangeRefused."""
        self._line.toggle(line_call)

    def join(self, line_call: str) -> None:
        """All three hear one another.  Raises as `toggle`."""
        self._line.join(line_call)

    def complete(self, line_call: str) -> None:
        """Leave the caller with whoever was asked.  Raises as `toggle`."""
        self._line.complete(line_call)

    def drop(self, line_call: str) -> None:
        """Let go of whoever was asked, and be with the caller again.  Raises as `toggle`."""
        self._line.drop(line_call)

    def watch(self, extensions: Collection[str]) -> None:
        """Of which telephones the state is told, in place of those before.  Never raises."""
        self._line.watch(extensions)

    @property
    def closes_queues(self) -> bool:
        """Whether the exchange is there and set up to close queues.  Waits for nothing."""
        return self._line.closes_queues

    def close_queue(self, queue: str, until: datetime | None = None) -> None:
        """Nobody is let into the queue, until then or until further notice.

        Whoever waits in it keeps their place.  Raises NoQueueSwitch, LineAway, ExchangeRefused.
        """
        self._line.close_queue(queue, until)

    def open_queue(self, queue: str) -> None:
        """Callers are let in again.  Raises as `close_queue`."""
        self._line.open_queue(queue)
