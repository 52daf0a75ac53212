"""Sign in, lock, unlock, sign out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import NOBODY, Actor, Function, NotSignedIn
from kundcenter.domain.access_log import Activity, Level
from kundcenter.domain.operators import (
    Operator,
    OperatorDisabled,
    Session,
    UserNameInvalid,
    clean_user_name,
)
from kundcenter.domain.slots import PasswordWrong, Slot
from kundcenter.domain.text import LINE_LIMIT, checked
from kundcenter.domain.tickets import Leave, Ticket
from kundcenter.errors import KundcenterError
from kundcenter.ports import Store

Unseal = Callable[[Slot, str], object]


class Seat:
    """Holds the actor between verbs.  Read and set on the store lane alone."""

    def __init__(self) -> None:
        self._actor = NOBODY

    @property
    def actor(self) -> Actor:
        return self._actor

    def take(self, actor: Actor) -> None:
        self._actor = actor

    def leave(self) -> None:
        self._actor = NOBODY


@dataclass(frozen=True, slots=True)
class Asked:
    """What the centre said of somebody who wants in: who it is and their leave, or why not."""

    operator: Operator | None = None
    ticket: Ticket | None = None
    error: KundcenterError | None = None


class Sessions:
    """Signing in.  `unseal` opens a slot with a password or raises PasswordWrong.

    `decoy` is tried for user names that do not exist, so that the answer takes as long.
    """

    def __init__(self, store: Store, seat: Seat, unseal: Unseal, decoy: Slot | None) -> None:
        self._store = store
        self._seat = seat
        self._unseal = unseal
        self._decoy = decoy

    @property
    def asks_first(self) -> bool:
        """Whether somebody else is asked who may sign in, which may take its time."""
        return False

    def ask(self, user_name: str, password: str) -> Asked:
        """The centre's word, without a look at the store: on whichever thread can wait for it.

        Nobody is asked here; where there is a centre it is (kundcenter.sync.admitted).
        """
        return Asked()

    def sign_in(self, user_name: str, password: str, *, asked: Asked | None = None) -> Operator:
        """Check the password and open a session; who sat at the desk before is signed out.

        `asked` is the answer to `ask`, where that has been done already.
        Raises PasswordWrong, SignInTooSoon, OperatorDisabled.
        """
        operator = self._verified(user_name, password)
        self._take_seat(operator, None)
        return operator

    def unlock(self, password: str, *, anew: bool = False, asked: Asked | None = None) -> bool:
        """Open the locked desk for the operator who locked it.

        A session that has lasted as long as it may is closed and another one opened, and so it
        is where `anew` says that the desk has counted the hours by another clock.  Returns
        whether it was.  Raises as `sign_in`, and NotSignedIn when nobody sits here.
        """
        actor = self._seat.actor
        if actor == NOBODY:
            raise NotSignedIn
        if not actor.locked:
            return False
        with self._store.read() as reading:
            user_name = reading.operators.get(actor.operator_id).user_name
            spent = reading.sessions.get(actor.session_id).spent(reading.now)
        if spent or anew:
            self.sign_in(user_name, password, asked=asked)
            return True
        self._verified(user_name, password)
        with self._store.view() as view:
            view.witness_operator(Activity.UNLOCK)
        self._seat.take(actor.unlocked())
        return False

    def lock(self) -> None:
        """Refuse every look and every verb but the telephone's until the desk is unlocked."""
        actor = self._seat.actor
        if actor == NOBODY or actor.locked:
            return
        self._seat.take(actor.behind_lock())
        with self._store.view() as view:
            view.witness_operator(Activity.LOCK)

    def open(self, operator_id: UUID, *, leave: Leave | None = None) -> Changes:
        """The verb of `sign_in`.  It gives nobody the seat: only a checked password does.

        `leave` is what the centre gave; the session has its roles and unit.  Whoever was disabled
        later than this had a session all the same.  Raises OperatorNotFound, OperatorDisabled,
        TextInvalid.
        """
        with self._store.work("sessions.open", operator_id=operator_id, leave=leave) as work:
            operator = work.operators.get(operator_id)
            if not operator.enabled_at(work.now):
                raise OperatorDisabled(id=operator_id)
            session = Session(
                id=work.new_id(),
                operator_id=operator_id,
                roles=leave.roles if leave else operator.roles,
                care_unit=(
                    checked(leave.care_unit, "care_unit", limit=LINE_LIMIT)
                    if leave
                    else operator.care_unit
                ),
                opened_at=work.now,
            )
            work.sessions.put(session)
            work.witness_operator(Activity.SIGN_IN, operator_id)
        return work.changes()

    def sign_out(self) -> Changes:
        """Close the session.  Nobody sits at the desk afterwards."""
        if self._seat.actor == NOBODY:
            return Changes()
        try:
            return self.close()
        finally:
            self._seat.leave()  # also when the store cannot be written to

    def close(self) -> Changes:
        """The verb of `sign_out`.  Closes the actor's own session, and what is noted of presence.

        Raises NotSignedIn.
        """
        with self._store.work("sessions.close") as work:
            work.actor.must(Function.SIGN_OUT)
            work.sessions.put(work.sessions.get(work.actor.session_id).closed(work.now))
            for presence in work.presences.open_of(work.actor.operator_id):
                if presence.session_id == work.actor.session_id:
                    work.presences.put(presence.ended(work.now))
            work.witness_operator(Activity.SIGN_OUT)
        return work.changes()

    def _take_seat(self, operator: Operator, leave: Leave | None) -> None:
        """Open a session for whoever has proved who they are; it ends the one before."""
        self.sign_out()
        opened = self.open(operator.id, leave=leave).the("session")
        with self._store.read() as reading:
            self._seat.take(reading.sessions.get(opened).actor)

    def _verified(self, user_name: str, password: str) -> Operator:
        self._catch_up(user_name)
        with self._store.view() as view:
            operator = view.operators.by_user_name(asked_for(user_name))
            slot = view.slots.of(operator.id) if operator else None
            if operator is not None:
                view.slots.attempts(operator.id).check(view.now)
            id = operator.id if operator else None
            view.witness_operator(Activity.SIGN_IN, id, level=Level.PASSWORD_TRIED)
        try:
            # A quarter of a second of hashing, outside every transaction.
            self._unseal(slot or self._decoy_slot(), password)
        except PasswordWrong:
            self._failed(operator)
            raise PasswordWrong from None  # the same words, whether the name exists or not
        if operator is None or slot is None:
            raise PasswordWrong
        with self._store.view() as view:
            view.slots.put_attempts(view.slots.attempts(operator.id).cleared())
            view.witness_operator(Activity.SIGN_IN, operator.id, level=Level.PASSWORD_HELD)
        if not operator.enabled:
            raise OperatorDisabled(id=operator.id)
        return operator

    def _catch_up(self, user_name: str) -> None:
        """Keep that a failure by a clock that was set back since is of now: the wait has an end."""
        with self._store.read() as reading:
            operator = reading.operators.by_user_name(asked_for(user_name))
            tried = reading.slots.attempts(operator.id) if operator else None
            if operator is None or tried is None or tried.caught_up(reading.now) == tried:
                return
        with self._store.view() as view:
            view.slots.put_attempts(tried.caught_up(view.now))
            view.witness_operator(Activity.SIGN_IN, operator.id, level=Level.PASSWORD_TRIED)

    def _failed(self, operator: Operator | None) -> None:
        with self._store.view() as view:
            if operator is not None:
                tried = view.slots.attempts(operator.id)
                view.slots.put_attempts(tried.failed(view.now))
            view.witness_operator(Activity.SIGN_IN_FAILED, operator.id if operator else None)

    def _decoy_slot(self) -> Slot:
        assert self._decoy is not None, "signing in needs a decoy"
        return self._decoy


def asked_for(text: str) -> str:
    """The user name, or an empty one that nobody has: it shall take as long as a wrong one."""
    try:
        return clean_user_name(text)
    except UserNameInvalid:
        return ""
