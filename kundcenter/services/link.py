"""What the screen asks about the centre: which records wait for it, and what was written there."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

import msgspec

from kundcenter.changes import Change
from kundcenter.domain.access import NOBODY, Actor, Function
from kundcenter.domain.identity import PersonId
from kundcenter.domain.journal import Note
from kundcenter.domain.link import GRAVITY, Mark, Removal, Unsettled
from kundcenter.operations import Operation

log = logging.getLogger(__name__)

_TYPED = ("brief", "reason", "text", "how")  # arguments that somebody has typed, beside a note


class Kept(Protocol):
    """The desk's own operations, as far as they are kept here."""

    def unsettled(self) -> Sequence[Unsettled]: ...
    def kept_operation(self, id: UUID) -> Operation | None: ...
    def facts_of(self, n: int) -> Mapping[str, str]: ...
    def removals(self) -> tuple[Removal, ...]: ...
    def allow_removal(self, bucket: str, most: int | None = None) -> None: ...


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


class Asking(Protocol):
    """The desk's wishes of its centre."""

    def sought(self, identity: PersonId) -> None: ...
    def has_come(self, identity: PersonId) -> bool: ...


class Link:
    """There is one only at a desk that has a centre."""

    def __init__(
        self,
        kept: Kept,
        asking: Asking | None = None,
        actor: Callable[[], Actor] = lambda: NOBODY,
    ) -> None:
        """`actor` says who sits at the desk now."""
        self._kept, self._asking, self._actor = kept, asking, actor

    def removals(self) -> tuple[Removal, ...]:
        """What the centre would take away, and does not until an administrator has said so."""
        return self._kept.removals()

    def may_allow(self) -> bool:
        """Whether whoever sits here may say so."""
        return self._actor().may(Function.ADMINISTER)

    def allow_removal(self, removal: Removal) -> None:
        """So many rows may go, once.  Raises NotSignedIn, DeskLocked, NotPermitted."""
        actor = self._actor()
        actor.must(Function.ADMINISTER)
        self._kept.allow_removal(removal.bucket, removal.count)
        log.warning(
            "operator %s lets %d rows of %d go, once",
            actor.operator_id,
            removal.count,
            removal.size,
        )

    def seek(self, identity: PersonId) -> None:
        """Nobody here has the identity: perhaps the centre knows them.  Returns at once."""
        if self._asking is not None:
            self._asking.sought(identity)

    def has_come(self, identity: PersonId) -> bool:
        """Whether the centre has given whoever was sought so."""
        return self._asking is not None and self._asking.has_come(identity)

    def marks(self) -> dict[Change, Mark]:
        """The records in which something waits for the centre's last word.  Names nobody."""
        marks: dict[Change, Mark] = {}
        for each in self._kept.unsettled():
            if (mark := each.mark) is not None:
                for change in each.wrote:
                    marks[change] = max(marks.get(change, mark), mark, key=GRAVITY.index)
        return marks

    def facts(self, operation_id: UUID) -> Mapping[str, str]:
        """What the centre said beside its verdict; nothing of another desk's operation."""
        operation = self._kept.kept_operation(operation_id)
        return {} if operation is None else self._kept.facts_of(operation.n)

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
