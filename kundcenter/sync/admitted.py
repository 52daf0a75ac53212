"""Signing in at a desk that has a centre: the centre is asked, and a ticket does while it is away.

At a desk that is alone the services are those of kundcenter.services, with none of this.
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import NOBODY, Function
from kundcenter.domain.access_log import Activity, Level, Purpose
from kundcenter.domain.operators import FirstOperatorExists, Operator
from kundcenter.domain.slots import PasswordWrong, Slot
from kundcenter.domain.tickets import (
    MOST_FAILURES,
    Ended,
    LeaveOver,
    OperatorNotHereYet,
    SignedIn,
    Ticket,
    TicketForged,
    TicketMissing,
    signed_in,
)
from kundcenter.errors import Unavailable
from kundcenter.ports import Store
from kundcenter.services.operators import Operators, Seal
from kundcenter.services.sessions import Asked, Seat, Sessions, Unseal, asked_for
from kundcenter.sync.admission_ports import Gate, Tickets


class AdmittedSessions(Sessions):
    """Sessions at a desk that has a centre.

    `seal` makes the slot by which the operator's password is known while the centre is away.
    """

    def __init__(
        self,
        store: Store,
        seat: Seat,
        unseal: Unseal,
        decoy: Slot,
        *,
        gate: Gate,
        tickets: Tickets,
        seal: Seal,
    ) -> None:
        super().__init__(store, seat, unseal, decoy)
        self._gate = gate
        self._tickets = tickets
        self._seal = seal

    @property
    def asks_first(self) -> bool:
        """The centre."""
        return True

    def ask(self, user_name: str, password: str) -> Asked:
        """The centre's word; that it is away, or says no, is an answer too.

        Raises SignInTooSoon, and what else the gate raises.
        """
        try:
            return Asked(*self._gate.sign_in(user_name, password))
        except (Unavailable, PasswordWrong) as error:
            return Asked(error=error)

    def sign_in(self, user_name: str, password: str, *, asked: Asked | None = None) -> SignedIn:
        """Ask the centre; while it is away, let in who has a ticket of it.

        Raises PasswordWrong, SignInTooSoon, OperatorNotHereYet; while the centre is away
        TicketMissing, TicketOver, TicketForged, ClockBehind, NothingOffline, OperatorDisabled.
        """
        asked = asked or self.ask(user_name, password)
        offline = isinstance(asked.error, Unavailable)
        if offline:
            operator, ticket = self._without_centre(user_name, password)
        elif asked.operator is None or asked.ticket is None:
            self._refused(user_name)
            raise PasswordWrong
        else:
            operator, ticket = asked.operator, asked.ticket
            self._let_in(operator, ticket, password)
        self._take_seat(operator, ticket.leave(offline=offline))
        return signed_in(operator, offline=offline)

    def unlock(self, password: str, *, anew: bool = False, asked: Asked | None = None) -> bool:
        """As at a desk that is alone; whose slot was destroyed has to sign in by the centre."""
        actor = self._seat.actor
        if actor.locked:
            with self._store.read() as reading:
                self._tickets.saw(reading.now)
                anew = anew or reading.slots.of(actor.operator_id) is None
        return super().unlock(password, anew=anew, asked=asked)

    def end(self, ended: Ended) -> bool:
        """The centre has taken back these operators' leave: their session here ends at once.

        Who has signed in anew since then goes on.  What they have written stays and is sent.
        Returns whether one of them sat here.
        """
        over: set[UUID] = set()
        for operator_id in ended.operator_ids:
            ticket = self._tickets.of(operator_id)
            if ticket is None or ended.ends(ticket):
                self._tickets.drop(operator_id)
                over.add(operator_id)
        seated = self._seat.actor != NOBODY and self._seat.actor.operator_id in over
        if seated:
            self.sign_out()
        return seated

    def _let_in(self, operator: Operator, ticket: Ticket, password: str) -> None:
        """Keep what the centre gave, so that the operator may come back while it is away."""
        if (ticket.operator_id, ticket.device_id) != (operator.id, self._tickets.device_id):
            raise TicketForged(id=ticket.id)
        slot = self._seal(operator.id, password)
        with self._store.read() as reading:
            known = reading.operators.by_user_name(operator.user_name)
            if known is None or known.id != operator.id:
                raise OperatorNotHereYet(id=operator.id)
        with self._store.view() as view:
            view.slots.put(slot)
            view.slots.put_attempts(view.slots.attempts(operator.id).cleared())
            view.witness(
                Activity.SIGN_IN,
                level=Level.PASSWORD_HELD,
                purpose=Purpose.ADMINISTRATION,
                subject=("operator", operator.id),
            )
        self._tickets.put(ticket)

    def _without_centre(self, user_name: str, password: str) -> tuple[Operator, Ticket]:
        """Let in by the slot and the ticket of before, or raise; in this order, so that only
        who knows the password learns how things stand with the ticket.
        """
        highest = self._tickets.highest()
        with self._store.read() as reading:
            now = reading.now
            known = reading.operators.by_user_name(asked_for(user_name))
            slot = reading.slots.of(known.id) if known else None
        self._tickets.saw(max(now, highest or now))
        try:
            operator = self._verified(user_name, password)
        except PasswordWrong:
            if slot is None:
                raise TicketMissing from None
            raise
        ticket = self._tickets.of(operator.id)
        if ticket is None or ticket.operator_id != operator.id:
            raise TicketMissing
        self._gate.check(ticket)
        ticket.must_hold(self._tickets.device_id, now, highest)
        return operator, ticket

    def _failed(self, operator: Operator | None) -> None:
        """The fifth failure in a row destroys the slot and the ticket."""
        super()._failed(operator)
        if operator is None:
            return
        with self._store.read() as reading:
            failures = reading.slots.attempts(operator.id).failures
        if failures >= MOST_FAILURES:
            self._tickets.drop(operator.id)

    def _refused(self, user_name: str) -> None:
        """The access log is told of what the centre has refused."""
        with self._store.view() as view:
            operator = view.operators.by_user_name(asked_for(user_name))
            view.witness(
                Activity.SIGN_IN_FAILED,
                level=Level.SESSION,
                purpose=Purpose.ADMINISTRATION,
                subject=("operator", operator.id) if operator else None,
            )


class AdmittedOperators(Operators):
    """Operators at a desk that has a centre: their passwords are the centre's."""

    def __init__(
        self,
        store: Store,
        seal: Seal,
        common: frozenset[str],
        unseal: Callable[[Slot, str], object],
        *,
        gate: Gate,
        tickets: Tickets,
    ) -> None:
        super().__init__(store, seal, common, unseal)
        self._gate = gate
        self._tickets = tickets

    def any(self) -> bool:
        """There is somebody at the centre, whether or not this desk has heard of them yet."""
        return True

    def begin(self, user_name: str, name: str, password: str) -> Changes:
        """The first administrator is made at the centre itself.  Raises FirstOperatorExists."""
        raise FirstOperatorExists

    def give_password(self, operator_id: UUID, password: str) -> Changes:
        """Give an operator a new password, at the centre; what they had here is destroyed.

        Raises OperatorNotFound, OperatorNotThereYet, LeaveOver, NotPermitted, Unavailable and
        those of passwords.check.
        """
        with self._store.read() as reading:
            reading.actor.must(Function.ADMINISTER)
            reading.operators.get(operator_id)
            own = reading.actor.operator_id
        self._gate.set_password(self._ticket(own).id, operator_id, password)
        if operator_id == own:
            return self.note_password(operator_id, slot=self._seal(operator_id, password))
        self._tickets.drop(operator_id)
        return self.note_password(operator_id)

    def change_password(self, old: str, new: str) -> Changes:
        """Give oneself a new password, at the centre; the old one proves who sits here.

        Raises PasswordWrong, SignInTooSoon, LeaveOver, Unavailable and those of passwords.check.
        """
        with self._store.read() as reading:
            reading.actor.must(Function.OWN_CHOICES)
            own = reading.actor.operator_id
        try:
            self._gate.change_password(self._ticket(own).id, old, new)
        except PasswordWrong:
            with self._store.view() as view:
                view.witness(
                    Activity.SIGN_IN_FAILED,
                    level=Level.PASSWORD_TRIED,
                    purpose=Purpose.ADMINISTRATION,
                    subject=("operator", own),
                )
            raise
        return self.note_password(own, slot=self._seal(own, new))

    def _ticket(self, own: UUID) -> Ticket:
        ticket = self._tickets.of(own)
        if ticket is None:
            raise LeaveOver
        return ticket
