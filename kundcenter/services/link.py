"""What the screen asks about the centre: which records wait for it, and what was written there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

import msgspec

from kundcenter.changes import Change
from kundcenter.domain.feed import Verdict
from kundcenter.domain.journal import Note
from kundcenter.domain.link import Mark
from kundcenter.operations import Operation

_MARKS = {
    None: Mark.WAITING,
    Verdict.APPLIED: Mark.WAITING,
    Verdict.REJECTED: Mark.REJECTED,
    Verdict.QUARANTINED: Mark.REVIEWED,
}


_TYPED = ("brief", "reason", "text", "how")  # arguments that somebody has typed, beside a note


class Kept(Protocol):
    """The desk's own operations, as far as they are kept here."""

    def unsettled(self) -> Mapping[Change, Verdict | None]: ...
    def kept_operation(self, id: UUID) -> Operation | None: ...


@dataclass(frozen=True, slots=True)
class Written:
    """What an operation of this desk was told.  `note` is the text that it wrote, if any.

    `upon` is the version that it was written on, 0 for none; `call_id` the call that it was about;
    `words` what else was typed, by argument.
    """

    note: Note | None = None
    upon: int = 0
    call_id: UUID | None = None
    words: tuple[tuple[str, str], ...] = ()


class Link:
    """There is one only at a desk that has a centre."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def marks(self) -> dict[Change, Mark]:
        """The records in which something waits for the centre's last word.  Names nobody."""
        return {change: _MARKS[verdict] for change, verdict in self._kept.unsettled().items()}

    def written(self, operation_id: UUID) -> Written | None:
        """What an operation was told; None when it was made at another desk.

        It may hold words of a record: whoever asks has opened that record first.
        """
        operation = self._kept.kept_operation(operation_id)
        if operation is None:
            return None
        told = msgspec.json.decode(operation.arguments, type=dict[str, msgspec.Raw])
        note, call, upon = told.get("note"), told.get("call_id"), told.get("upon")
        typed = ((name, _text(told.get(name))) for name in _TYPED)
        return Written(
            note=None if note is None else msgspec.json.decode(note, type=Note),
            upon=0 if upon is None else msgspec.json.decode(upon, type=int),
            call_id=None if call is None else msgspec.json.decode(call, type=UUID | None),
            words=tuple((name, text) for name, text in typed if text),
        )


def _text(raw: msgspec.Raw | None) -> str:
    return "" if raw is None else msgspec.json.decode(raw, type=str)
