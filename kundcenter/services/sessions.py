"""Sign in, lock, unlock, sign out."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import NOBODY
from kundcenter.domain.access_log import Activity, Purpose
from kundcenter.domain.operators import Operator, OperatorDisabled, Session
from kundcenter.domain.slots import PasswordWrong, Slot
from kundcenter.ports import Store
from kundcenter.services.seat import Seat

Unseal = Callable[[Slot, str], object]


class Sessions:
    """Signing in.  `unseal` opens a slot with a password or raises PasswordWrong.

    `decoy` is tried for user names that do not exist, so that the answer takes as long.
    """

    def __init__(self, store: Store, seat: Seat, unseal: Unseal, decoy: Slot | None) -> None:
        self._store = store
        self._seat = seat
        self._unseal = unseal
        self._decoy = decoy

    def sign_in(self, user_name: str, password: str) -> Operator:
        """Check the password and open a session at this desk.

        Raises PasswordWrong, SignInTooSoon, OperatorDisabled.
        """
        operator = self._verified(user_name.strip().lower(), password)
        self.open(operator.id)
        return operator

    def unlock(self, password: str) -> None:
        """Open the locked desk for the operator who locked it.  Raises as `sign_in`."""
        actor = self._seat.actor
        with self._store.read() as reading:
            user_name = reading.operators.get(actor.operator_id).user_name
        self._verified(user_name, password)
        with self._store.view() as view:
            view.witness(Activity.UNLOCK, level="Session", purpose=Purpose.ADMINISTRATION)
        self._seat.take(actor.unlocked())

    def lock(self) -> None:
        """Refuse every look and every verb but the telephone's until the desk is unlocked."""
        if self._seat.actor in (NOBODY, NOBODY.behind_lock()):
            return
        self._seat.take(self._seat.actor.behind_lock())
        with self._store.view() as view:
            view.witness(Activity.LOCK, level="Session", purpose=Purpose.ADMINISTRATION)

    def open(self, operator_id: UUID) -> Changes:
        """Open a session for an operator whose password has been checked."""
        with self._store.work("sessions.open", operator_id=operator_id) as work:
            operator = work.operators.get(operator_id)
            if not operator.enabled:
                raise OperatorDisabled(id=operator_id)
            session = Session(
                id=work.new_id(),
                operator_id=operator_id,
                roles=operator.roles,
                care_unit=operator.care_unit,
                opened_at=work.now,
            )
            work.sessions.put(session)
            work.witness(
                Activity.SIGN_IN,
                level="Session",
                purpose=Purpose.ADMINISTRATION,
                subject=("operator", operator_id),
            )
        self._seat.take(session.actor)
        return work.changes()

    def sign_out(self) -> Changes:
        """Close the session.  Nobody sits at the desk afterwards."""
        actor = self._seat.actor.unlocked()
        if actor == NOBODY:
            return Changes()
        changes = self.close(actor.session_id)
        self._seat.leave()
        return changes

    def close(self, session_id: UUID) -> Changes:
        with self._store.work("sessions.close", session_id=session_id) as work:
            work.sessions.put(work.sessions.get(session_id).closed(work.now))
            work.witness(Activity.SIGN_OUT, level="Session", purpose=Purpose.ADMINISTRATION)
        return work.changes()

    def _verified(self, user_name: str, password: str) -> Operator:
        with self._store.view() as view:
            operator = view.operators.by_user_name(user_name)
            slot = view.slots.of(operator.id) if operator else None
            if operator is not None:
                view.slots.attempts(operator.id).check(view.now)
            view.witness(
                Activity.SIGN_IN,
                level="Lösenordskontroll",
                purpose=Purpose.ADMINISTRATION,
                subject=("operator", operator.id) if operator else None,
            )
        try:
            # A quarter of a second of hashing, outside every transaction.
            self._unseal(slot or self._decoy_slot(), password)
        except PasswordWrong:
            self._failed(operator)
            raise
        if operator is None or slot is None:
            raise PasswordWrong
        with self._store.view() as view:
            view.slots.put_attempts(view.slots.attempts(operator.id).cleared())
            view.witness(
                Activity.SIGN_IN,
                level="Lösenord godkänt",
                purpose=Purpose.ADMINISTRATION,
                subject=("operator", operator.id),
            )
        if not operator.enabled:
            raise OperatorDisabled(id=operator.id)
        return operator

    def _failed(self, operator: Operator | None) -> None:
        with self._store.view() as view:
            if operator is not None:
                tried = view.slots.attempts(operator.id)
                view.slots.put_attempts(tried.failed(view.now))
            view.witness(
                Activity.SIGN_IN_FAILED,
                level="Session",
                purpose=Purpose.ADMINISTRATION,
                subject=("operator", operator.id) if operator else None,
            )

    def _decoy_slot(self) -> Slot:
        assert self._decoy is not None, "signing in needs a decoy"
        return self._decoy
