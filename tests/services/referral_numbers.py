"""The numbers, days and times of referrals and of files of notes, for the tests of odd ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from kundcenter.domain.referrals import RankingInvalid
from kundcenter.errors import KundcenterError
from tests.ground import Ground

DAYS = {f"journal.exportable.{end}" for end in ("first", "last")}
TIMES = {
    "referrals.make.booked_at", "referrals.book.at",
    *(f"referrals.{look}.{end}" for look in ("mine", "figures") for end in ("start", "end")),
}  # fmt: skip


def referral_numbers(
    ground: Ground, entry: UUID
) -> dict[str, tuple[type[KundcenterError], Callable[[Any], object]]]:
    """Every number that is refused unless it is right, with how it is refused."""
    make = ground.desk.referrals.make
    return {
        "referrals.make.rules": (RankingInvalid, lambda n: make(entry, rules=n or -1)),
        "referrals.make.rank": (RankingInvalid, lambda n: make(entry, rules=1, rank=n or -1)),
    }
