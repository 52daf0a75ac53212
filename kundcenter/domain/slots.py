"""Operator slots: a key wrapped under a password, and the attempts to open it.

Opening the slot is the only proof of the password; no other hash is kept that could be stolen.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import UUID

from kundcenter.errors import Refused

SALT_BYTES = 16
KEY_BYTES = 32
WRAPPED_BYTES = KEY_BYTES + 8  # RFC 3394 adds one block of eight

FREE_FAILURES = 4  # so many in a row cost nothing; from the fifth on one has to wait
FIRST_DELAY = timedelta(seconds=30)
LONGEST_DELAY = timedelta(minutes=15)


class PasswordWrong(Refused):
    """The password does not open the operator's slot.  Facts: operator."""

    code = "password.wrong"


class SlotBroken(Refused):
    """The slot is not one that this program made; it is not even tried.  Facts: operator."""

    code = "slot.broken"


class SignInTooSoon(Refused):
    """Too many failures: wait, or ask an administrator to unlock.  Facts: operator, seconds."""

    code = "sign_in.too_soon"


@dataclass(frozen=True, slots=True)
class Argon2Cost:
    """What one try of a password costs (Argon2id, RFC 9106).  The defaults are for real use.

    The bounds keep a damaged or planted number from asking for a terabyte of memory.
    Raises ValueError.
    """

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.lanes <= 16:
            raise ValueError("lanes")
        if not 1 <= self.passes <= 64:
            raise ValueError("passes")
        if not 8 * self.lanes <= self.memory_kib <= 1024 * 1024:
            raise ValueError("memory_kib")


FULL_COST = Argon2Cost()  # 64 MiB, three passes, one lane: about a quarter of a second


@dataclass(frozen=True, slots=True)
class Slot:
    """A key of 32 bytes, wrapped with AES-256 (RFC 3394) under one operator's password.

    Kept, so that raising the cost later does not lock anybody out: the cost it was made with.
    """

    operator_id: UUID
    salt: bytes = field(repr=False)
    memory_kib: int
    passes: int
    lanes: int
    wrapped: bytes = field(repr=False)

    def __post_init__(self) -> None:
        try:
            self.cost  # noqa: B018  the bounds are checked by looking
        except ValueError:
            raise SlotBroken(operator=self.operator_id) from None
        if (len(self.salt), len(self.wrapped)) != (SALT_BYTES, WRAPPED_BYTES):
            raise SlotBroken(operator=self.operator_id)

    @property
    def cost(self) -> Argon2Cost:
        return Argon2Cost(self.memory_kib, self.passes, self.lanes)


def delay_after(failures: int) -> timedelta:
    """How long to wait after so many failures in a row: none up to four, 30 s, 1 min … 15 min.

    It grows and never becomes a locked door: a colleague at the keyboard, or a stuck key, must
    not be able to shut a nurse out of the only desk for a whole shift.
    """
    if failures <= FREE_FAILURES:
        return timedelta(0)
    doublings = min(failures - FREE_FAILURES - 1, 10)
    return min(FIRST_DELAY * (1 << doublings), LONGEST_DELAY)


@dataclass(frozen=True, slots=True)
class SignInAttempts:
    """The failures in a row of one operator at this desk.

    A failure must be kept before the answer is shown, or killing the program would wipe it.
    """

    operator_id: UUID
    failures: int = 0
    last_failed_at: datetime | None = None

    def failed(self, at: datetime) -> SignInAttempts:
        return replace(self, failures=self.failures + 1, last_failed_at=at)

    def cleared(self) -> SignInAttempts:
        """After a right password, or when an administrator unlocks the operator."""
        return SignInAttempts(self.operator_id)

    def caught_up(self, at: datetime) -> SignInAttempts:
        """As of `at`: a failure that lies in the future by now, for the clock was set back,
        counts as one of this moment, so that the wait has an end.
        """
        if self.last_failed_at is None or self.last_failed_at <= at:
            return self
        return replace(self, last_failed_at=at)

    def wait(self, at: datetime) -> timedelta:
        """How long the operator still has to wait.

        A clock that was set back lengthens no wait; one that was set forward ends it, which
        only somebody who may set the machine's clock can do.
        """
        if self.last_failed_at is None:
            return timedelta(0)
        delay = delay_after(self.failures)
        passed = max(at - self.last_failed_at, timedelta(0))
        return max(delay - passed, timedelta(0))

    def check(self, at: datetime) -> None:
        """Raise SignInTooSoon while the operator has to wait."""
        wait = self.wait(at)
        if wait:
            seconds = math.ceil(wait.total_seconds())
            raise SignInTooSoon(operator=self.operator_id, seconds=seconds)
