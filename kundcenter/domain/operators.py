"""Operators: the people who work at the desk, their roles, and their sessions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from kundcenter.domain.access import Actor, Role
from kundcenter.errors import NotFound, Refused


class OperatorNotFound(NotFound):
    """No operator has the id.  Facts: id."""

    code = "operator.not_found"


class OperatorExists(Refused):
    """The user name is taken."""

    code = "operator.exists"


class OperatorDisabled(Refused):
    """The operator may not sign in any more.  Facts: id."""

    code = "operator.disabled"


class UserNameInvalid(Refused):
    """A user name has 2–40 letters, digits, dots or hyphens."""

    code = "operator.user_name_invalid"


class OperatorNeedsRole(Refused):
    """An operator without a role could do nothing."""

    code = "operator.needs_role"


class LastAdministrator(Refused):
    """The only administrator cannot be disabled or lose the role."""

    code = "operator.last_administrator"


class FirstOperatorExists(Refused):
    """The first administrator is made once, in an empty store."""

    code = "operator.first_exists"


_USER_NAME = re.compile(r"[a-zåäö0-9][a-zåäö0-9.\-]{0,38}[a-zåäö0-9]")


def clean_user_name(text: str) -> str:
    """A user name as it is stored: lower case.  Raises UserNameInvalid."""
    name = text.strip().lower()
    if not _USER_NAME.fullmatch(name):
        raise UserNameInvalid(length=len(name))
    return name


@dataclass(frozen=True, slots=True)
class Operator:
    """`position` is the befattning that stands under every record entry (HSLF-FS 2016:40)."""

    id: UUID
    user_name: str
    name: str
    position: str
    roles: frozenset[Role]
    care_unit: str
    added_at: datetime
    disabled_at: datetime | None = None

    @property
    def enabled(self) -> bool:
        return self.disabled_at is None

    def enabled_at(self, at: datetime) -> bool:
        """Whether they might sign in at that time."""
        return self.disabled_at is None or at < self.disabled_at

    @property
    def administrator(self) -> bool:
        return self.enabled and Role.ADMINISTRATOR in self.roles

    def disabled(self, at: datetime) -> Operator:
        return replace(self, disabled_at=self.disabled_at or at)

    def enabled_again(self) -> Operator:
        return replace(self, disabled_at=None)

    def with_roles(self, roles: frozenset[Role]) -> Operator:
        if not roles:
            raise OperatorNeedsRole(id=self.id)
        return replace(self, roles=roles)


LONGEST_SESSION = timedelta(hours=12)  # then one signs in anew (ASVS 5.0, 7.3.2)


@dataclass(frozen=True, slots=True)
class Session:
    """One operator at one desk from signing in to signing out; roles as of the start."""

    id: UUID
    operator_id: UUID
    roles: frozenset[Role]
    care_unit: str
    opened_at: datetime
    closed_at: datetime | None = None

    def closed(self, at: datetime) -> Session:
        return replace(self, closed_at=self.closed_at or at)

    def spent(self, now: datetime) -> bool:
        """Whether it has lasted as long as a session may."""
        return now - self.opened_at >= LONGEST_SESSION

    @property
    def actor(self) -> Actor:
        return Actor(self.operator_id, self.id, self.roles, self.care_unit)
