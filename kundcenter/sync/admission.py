"""The centre's side of signing in: who may, how often one may try, and what leave they get.

An unknown name, a wrong password and a disabled operator meet the same words after the same work.
Every try is counted before it is made, so that many at the same time gain nothing.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import UUID

from kundcenter.domain.access import NOBODY, Actor, Function, NotPermitted, Role
from kundcenter.domain.operators import (
    Operator,
    OperatorNotFound,
    UserNameInvalid,
    clean_user_name,
)
from kundcenter.domain.passwords import check
from kundcenter.domain.slots import (
    FREE_FAILURES,
    PasswordWrong,
    SignInAttempts,
    SignInTooSoon,
    Slot,
)
from kundcenter.domain.tickets import LeaveOver, OperatorNotThereYet, Ticket
from kundcenter.errors import Unavailable
from kundcenter.operations import Live
from kundcenter.services.operators import Operators
from kundcenter.sync.admission_ports import AdmissionStore, Turn

DESK_FREE_FAILURES = 20  # many share a desk; from the next on all of them have to wait
DESK_FORGETS = timedelta(hours=1)
ATTEMPTS = 3

_NIL = UUID(int=0)
_CENTRE = Actor(_NIL, _NIL, frozenset({Role.ADMINISTRATOR}))  # whoever commands the centre itself


@dataclass(frozen=True, slots=True)
class AdmissionTerms:
    """How passwords are kept and tickets made.

    `seal` and `unseal` make and open a slot, whose key nobody keeps: that it opens is the proof.
    `decoy` is opened for names that do not exist.  `sign` puts the centre's signature on a ticket.
    """

    seal: Callable[[UUID, str], Slot]
    unseal: Callable[[Slot, str], object]
    decoy: Slot = field(repr=False)
    sign: Callable[[Ticket], Ticket]
    common: frozenset[str] = field(repr=False)
    now: Callable[[], datetime]
    new_id: Callable[[], UUID]


class Admission:
    """Answers those who want to sign in.  All that it remembers is in the store."""

    def __init__(self, store: AdmissionStore, terms: AdmissionTerms) -> None:
        self._store = store
        self._terms = terms

    # -- at a desk -------------------------------------------------------------------------------

    def sign_in(self, device_id: UUID, user_name: str, password: str) -> tuple[Operator, Ticket]:
        """Let an operator in at a desk, with a ticket for when the centre is away.

        Raises PasswordWrong, SignInTooSoon (facts: seconds), DeviceUnknown, DeviceFrozen.
        """
        asked = _asked_for(user_name)
        with self._store.turn() as turn:
            turn.device(device_id).must_serve()
            operator = turn.operator_named(asked) if asked else None
            slot = turn.credential(operator.id) if operator else None
            self._try(turn, device_id, asked)
        # A quarter of a second of hashing, outside every transaction.
        self._open(slot, password)
        with self._store.turn() as turn:
            if operator is None:
                raise PasswordWrong
            at = self._terms.now()
            operator = turn.operator(operator.id)  # as it is now
            if not operator.enabled or turn.credential(operator.id) != slot:
                raise PasswordWrong
            turn.device(device_id).must_serve()
            self._tried_well(turn, device_id, asked)
            ticket = self._terms.sign(Ticket.issue(self._terms.new_id(), operator, device_id, at))
            turn.issue(ticket)
        return operator, ticket

    def change_password(self, device_id: UUID, ticket_id: UUID, old: str, new: str) -> None:
        """An operator's own new password; the old one proves who sits there.

        Leave that was given elsewhere ends.  Raises PasswordWrong, SignInTooSoon, LeaveOver and
        those of passwords.check.
        """
        with self._store.turn() as turn:
            operator, _ = self._leave(turn, device_id, ticket_id)
            slot = turn.credential(operator.id)
            self._try(turn, device_id, operator.user_name)
        self._open(slot, old)
        with self._store.turn() as turn:
            operator, _ = self._leave(turn, device_id, ticket_id)
            self._tried_well(turn, device_id, operator.user_name)
        sealed = self._sealed(operator, new)
        with self._store.turn() as turn:
            operator, at = self._leave(turn, device_id, ticket_id)
            if turn.credential(operator.id) != slot:
                raise PasswordWrong
            turn.put_credential(sealed, at)
            turn.revoke(operator.id, at, but=ticket_id)

    def set_password(
        self, device_id: UUID, ticket_id: UUID, operator_id: UUID, password: str
    ) -> None:
        """A password that an administrator gives; failed tries and leave so far are forgotten.

        Raises NotPermitted, LeaveOver, OperatorNotThereYet and those of passwords.check.
        """
        with self._store.turn() as turn:
            self._administrator(turn, device_id, ticket_id)
            try:
                operator = turn.operator(operator_id)
            except OperatorNotFound:
                raise OperatorNotThereYet(id=operator_id) from None
        sealed = self._sealed(operator, password)
        with self._store.turn() as turn:
            at = self._administrator(turn, device_id, ticket_id)
            self._put(turn, operator, sealed, at, but=ticket_id)

    # -- at the centre itself ----------------------------------------------------------------------

    def begin(self, user_name: str, name: str, password: str) -> UUID:
        """The first administrator, in a centre that has no operator yet.  Returns the id.

        Raises FirstOperatorExists, UserNameInvalid, NameInvalid and those of passwords.check.
        """
        common = self._terms.common
        check(password, names=(user_name, name), common=common, administrator=True)
        with self._store.verbs() as turn:
            at = self._terms.now()
            operators = self._operators(turn, NOBODY)
            id = operators.add_first(user_name, name).the("operator")
            turn.put_credential(self._terms.seal(id, password), at)
            turn.publish(at)
        return id

    def give_password(self, user_name: str, password: str) -> None:
        """A password that is given at the centre itself.

        Raises OperatorNotFound and those of passwords.check.
        """
        with self._store.turn() as turn:
            operator = turn.operator_named(_asked_for(user_name))
        if operator is None:
            raise OperatorNotFound
        sealed = self._sealed(operator, password)
        with self._store.turn() as turn:
            self._put(turn, operator, sealed, self._terms.now())

    def revoke(self, operator_id: UUID) -> None:
        """End the leave that an operator has, at every desk.  They may sign in anew."""
        with self._store.turn() as turn:
            turn.revoke(operator_id, self._terms.now())

    def disable(self, operator_id: UUID) -> None:
        """The operator may not sign in any more, anywhere.

        Raises OperatorNotFound, LastAdministrator.
        """

        def disabled(turn: Turn) -> None:
            at = self._terms.now()
            self._operators(turn, _CENTRE).disable(operator_id)
            turn.revoke(operator_id, at)
            turn.publish(at)

        for left in reversed(range(ATTEMPTS)):
            try:
                with self._store.verbs() as turn:
                    disabled(turn)
                break
            except Unavailable:  # a desk's push was writing the same row
                if not left:
                    raise

    # -- the parts ---------------------------------------------------------------------------------

    def _operators(self, turn: Turn, actor: Actor) -> Operators:
        terms = self._terms
        store = turn.store(lambda: Live(actor, terms.now(), turn.centre_id, terms.new_id))
        return Operators(store, terms.seal, terms.common)

    def _open(self, slot: Slot | None, password: str) -> None:
        """Raise PasswordWrong unless the password opens the slot; as slowly when there is none."""
        try:
            self._terms.unseal(slot or self._terms.decoy, password)
        except PasswordWrong:
            raise PasswordWrong from None  # the same words, whether the name exists or not
        if slot is None:
            raise PasswordWrong

    def _sealed(self, operator: Operator, password: str) -> Slot:
        check(
            password,
            names=(operator.user_name, operator.name),
            common=self._terms.common,
            administrator=operator.administrator,
        )
        return self._terms.seal(operator.id, password)

    def _put(
        self, turn: Turn, operator: Operator, slot: Slot, at: datetime, *, but: UUID | None = None
    ) -> None:
        turn.put_credential(slot, at)
        turn.put_tries(_of_operator(operator.user_name), SignInAttempts(_NIL))
        turn.revoke(operator.id, at, but=but)

    def _leave(self, turn: Turn, device_id: UUID, ticket_id: UUID) -> tuple[Operator, datetime]:
        """Who has signed in at the desk with the ticket, if they still may act by it."""
        at = self._terms.now()
        turn.device(device_id).must_serve()
        issued = turn.ticket(ticket_id)
        if issued is None or issued.ticket.device_id != device_id:
            raise LeaveOver
        operator = turn.operator(issued.ticket.operator_id)
        if issued.revoked_at is not None or not issued.ticket.young(at) or not operator.enabled:
            raise LeaveOver
        return operator, at

    def _administrator(self, turn: Turn, device_id: UUID, ticket_id: UUID) -> datetime:
        operator, at = self._leave(turn, device_id, ticket_id)
        issued = turn.ticket(ticket_id)
        assert issued is not None
        if not Actor(operator.id, ticket_id, operator.roles & issued.ticket.roles).may(
            Function.ADMINISTER
        ):
            raise NotPermitted(function=Function.ADMINISTER)
        return at

    def _try(self, turn: Turn, device_id: UUID, asked: str) -> None:
        """Count a try as failed, unless one has to wait: then raise SignInTooSoon."""
        at = self._terms.now()
        mine, its = _of_operator(asked), _of_desk(device_id)
        tried, at_desk = turn.tries(mine).caught_up(at), turn.tries(its).caught_up(at)
        if at_desk.last_failed_at and at - at_desk.last_failed_at > DESK_FORGETS:
            at_desk = at_desk.cleared()
        grace = DESK_FREE_FAILURES - FREE_FAILURES
        strict = replace(at_desk, failures=max(at_desk.failures - grace, 0))
        wait = max(tried.wait(at), strict.wait(at))
        if wait:
            raise SignInTooSoon(seconds=math.ceil(wait.total_seconds()))
        turn.put_tries(mine, tried.failed(at))
        turn.put_tries(its, at_desk.failed(at))

    def _tried_well(self, turn: Turn, device_id: UUID, asked: str) -> None:
        """The try was no failure.  The desk's others stay: a thief knows one password, too."""
        mine, its = _of_operator(asked), _of_desk(device_id)
        tried, at_desk = turn.tries(mine), turn.tries(its)
        turn.put_tries(mine, tried.cleared())
        turn.put_tries(its, replace(at_desk, failures=max(at_desk.failures - 1, 0)))


def _asked_for(text: str) -> str:
    """The user name, or an empty one that nobody has."""
    try:
        return clean_user_name(text)
    except UserNameInvalid:
        return ""


def _of_operator(user_name: str) -> str:
    """Not the name itself: somebody may have typed a password in its place."""
    return f"operator {hashlib.sha256(user_name.encode()).hexdigest()[:32]}"


def _of_desk(device_id: UUID) -> str:
    return f"desk {device_id}"
