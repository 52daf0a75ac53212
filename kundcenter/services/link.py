"""What the screen asks about the centre: which records wait for it, and what was written there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol
from uuid import UUID

import msgspec

from kundcenter.changes import Change
from kundcenter.domain.feed import Verdict
from kundcenter.domain.link import Mark
from kundcenter.operations import Operation

_MARKS = {
    None: Mark.WAITING,
    Verdict.APPLIED: Mark.WAITING,
    Verdict.REJECTED: Mark.REJECTED,
    Verdict.QUARANTINED: Mark.REVIEWED,
}


class Kept(Protocol):
    """The desk's own operations, as far as they are kept here."""

    def unsettled(self) -> Mapping[Change, Verdict | None]: ...
    def kept_operation(self, id: UUID) -> Operation | None: ...


class Link:
    """There is one only at a desk that has a centre."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def marks(self) -> dict[Change, Mark]:
        """The records in which something waits for the centre's last word.  Names nobody."""
        return {change: _MARKS[verdict] for change, verdict in self._kept.unsettled().items()}

    def written(self, operation_id: UUID) -> dict[str, object] | None:
        """What an operation of this desk was told, in plain values by argument.

        None when it was made at another desk.  It may hold words of a record: whoever asks has
        opened that record first.
        """
        operation = self._kept.kept_operation(operation_id)
        if operation is None:
            return None
        return msgspec.json.decode(operation.arguments, type=dict[str, object])
