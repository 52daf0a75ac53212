"""Add operators, give them roles and passwords, disable them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Actor, Function, Role
from kundcenter.domain.access_log import Activity, Level
from kundcenter.domain.operators import (
    FirstOperatorExists,
    LastAdministrator,
    Operator,
    OperatorExists,
    OperatorNeedsRole,
    clean_user_name,
)
from kundcenter.domain.passwords import check
from kundcenter.domain.people import clean_name
from kundcenter.domain.slots import PasswordWrong, Slot
from kundcenter.domain.text import LINE_LIMIT, checked
from kundcenter.ports import Store, Work

Seal = Callable[[UUID, str], Slot]
Unseal = Callable[[Slot, str], object]


class Operators:
    """`seal` makes a slot of an operator's id and a password; `common` are refused passwords.

    `unseal` opens a slot with a password or raises PasswordWrong.
    Passwords and slots are never an argument of an operation: they open this desk alone.
    """

    def __init__(
        self, store: Store, seal: Seal, common: frozenset[str], unseal: Unseal | None = None
    ) -> None:
        self._store = store
        self._seal = seal
        self._unseal = unseal
        self._common = common

    def any(self) -> bool:
        """Whether the store has an operator yet; asked before anybody can sign in."""
        with self._store.read() as reading:
            return reading.operators.count() > 0

    def all(self) -> tuple[Operator, ...]:
        with self._store.read() as reading:
            reading.actor.must(Function.ADMINISTER)
            return reading.operators.all()

    def me(self) -> Operator:
        """The operator who is signed in."""
        with self._store.read() as reading:
            reading.actor.must(Function.OWN_CHOICES)
            return reading.operators.get(reading.actor.operator_id)

    def begin(self, user_name: str, name: str, password: str) -> Changes:
        """Add the first administrator to an empty store, with a password of their own.

        Raises FirstOperatorExists, UserNameInvalid, NameInvalid and those of passwords.check.
        """
        check(password, names=(user_name, name), common=self._common, administrator=True)
        return self.add_first(user_name, name, seal=lambda id: self._seal(id, password))

    def add_first(
        self, user_name: str, name: str, *, seal: Callable[[UUID], Slot] | None = None
    ) -> Changes:
        """The verb of `begin`.  Operator and slot are one transaction: no lock without a key."""
        with self._store.work("operators.add_first", user_name=user_name, name=name) as work:
            if work.operators.count() and not work.late:  # at a desk that was alone it was so
                raise FirstOperatorExists
            id = _add(work, user_name, name, roles=frozenset({Role.ADMINISTRATOR}))
            if seal is not None:
                work.slots.put(seal(id))
        return work.changes()

    def add(
        self,
        user_name: str,
        name: str,
        *,
        roles: frozenset[Role],
        position: str = "",
        care_unit: str = "",
    ) -> Changes:
        """Add an operator, who cannot sign in before `give_password`.

        Raises OperatorExists, UserNameInvalid, NameInvalid, OperatorNeedsRole.
        """
        with self._store.work(
            "operators.add",
            user_name=user_name,
            name=name,
            roles=roles,
            position=position,
            care_unit=care_unit,
        ) as work:
            work.actor.must(Function.ADMINISTER)
            _add(work, user_name, name, roles=roles, position=position, care_unit=care_unit)
        return work.changes()

    def give_password(self, operator_id: UUID, password: str) -> Changes:
        """Give an operator a new password; the failed attempts are forgotten with the old.

        Raises OperatorNotFound and those of passwords.check.
        """
        with self._store.read() as reading:
            _may_give_password(reading.actor, operator_id)
            operator = reading.operators.get(operator_id)
        check(
            password,
            names=(operator.user_name, operator.name),
            common=self._common,
            administrator=operator.administrator,
        )
        return self.note_password(operator_id, slot=self._seal(operator_id, password))

    def change_password(self, old: str, new: str) -> Changes:
        """Give oneself a new password; the old one proves who sits here.

        A wrong old one counts as a failed attempt to sign in.  Raises PasswordWrong,
        SignInTooSoon and those of passwords.check.
        """
        with self._store.read() as reading:
            reading.actor.must(Function.OWN_CHOICES)
            own = reading.actor.operator_id
            slot = reading.slots.of(own)
        with self._store.view() as view:
            view.slots.attempts(own).check(view.now)
            view.witness_operator(Activity.SIGN_IN, own, level=Level.PASSWORD_TRIED)
        assert self._unseal is not None, "changing a password needs to open the old slot"
        try:
            if slot is None:
                raise PasswordWrong
            self._unseal(slot, old)  # a quarter of a second of hashing, outside every transaction
        except PasswordWrong:
            with self._store.view() as view:
                view.slots.put_attempts(view.slots.attempts(own).failed(view.now))
                view.witness_operator(Activity.SIGN_IN_FAILED, own, level=Level.PASSWORD_TRIED)
            raise PasswordWrong from None
        return self.give_password(own, new)

    def note_password(self, operator_id: UUID, *, slot: Slot | None = None) -> Changes:
        """The verb of `give_password`.  Operators may give themselves one; others need ADMIN."""
        with self._store.work("operators.note_password", operator_id=operator_id) as work:
            _may_give_password(work.actor, operator_id)
            work.operators.put(work.operators.get(operator_id))
            if slot is not None:
                # Bound to its operator: a slot that was made for another opens for nobody.
                work.slots.put(replace(slot, operator_id=operator_id))
                work.slots.put_attempts(work.slots.attempts(operator_id).cleared())
            work.witness_operator(Activity.AUTHORITY, operator_id, level=Level.PASSWORD)
        return work.changes()

    def disable(self, operator_id: UUID) -> Changes:
        """The operator can no longer sign in.  Raises LastAdministrator, OperatorNotFound."""
        with self._store.work("operators.disable", operator_id=operator_id) as work:
            work.actor.must(Function.ADMINISTER)
            work.operators.put(work.operators.get(operator_id).disabled(work.now))
            _administrator_left(work)
            work.witness_operator(Activity.AUTHORITY, operator_id, level=Level.DISABLED)
        return work.changes()

    def enable(self, operator_id: UUID) -> Changes:
        """The operator may sign in again.  Raises OperatorNotFound."""
        with self._store.work("operators.enable", operator_id=operator_id) as work:
            work.actor.must(Function.ADMINISTER)
            work.operators.put(work.operators.get(operator_id).enabled_again())
            work.witness_operator(Activity.AUTHORITY, operator_id, level=Level.ENABLED)
        return work.changes()

    def set_roles(self, operator_id: UUID, roles: frozenset[Role]) -> Changes:
        """Other roles, from the operator's next session on.

        Raises OperatorNeedsRole, LastAdministrator, OperatorNotFound.
        """
        with self._store.work("operators.set_roles", operator_id=operator_id, roles=roles) as work:
            work.actor.must(Function.ADMINISTER)
            operator = work.operators.get(operator_id).with_roles(roles)
            work.operators.put(operator)
            _administrator_left(work)
            work.witness_operator(Activity.AUTHORITY, operator_id, level=Level.ROLES)
        return work.changes()


def _add(
    work: Work,
    user_name: str,
    name: str,
    *,
    roles: frozenset[Role],
    position: str = "",
    care_unit: str = "",
) -> UUID:
    user_name = clean_user_name(user_name)
    if work.operators.by_user_name(user_name) is not None:
        raise OperatorExists
    if not roles:
        raise OperatorNeedsRole
    operator = Operator(
        id=work.new_id(),
        user_name=user_name,
        name=clean_name(name),
        position=checked(position, "position", limit=LINE_LIMIT),
        roles=roles,
        care_unit=checked(care_unit, "care_unit", limit=LINE_LIMIT),
        added_at=work.now,
    )
    work.operators.put(operator)
    work.witness_operator(Activity.AUTHORITY, operator.id, level=Level.ADDED)
    return operator.id


def _may_give_password(actor: Actor, operator_id: UUID) -> None:
    own = operator_id == actor.operator_id
    actor.must(Function.OWN_CHOICES if own else Function.ADMINISTER)


def _administrator_left(work: Work) -> None:
    if not any(operator.administrator for operator in work.operators.all()):
        raise LastAdministrator
