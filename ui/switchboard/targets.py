"""Where a caller can be passed on to, as a row of the board gives it."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from kundcenter.domain.lines import Destination, DestinationKind
from kundcenter.domain.phone_numbers import stored
from kundcenter.domain.switchboard.board import Board, Key, Line, LineKind, Special
from kundcenter.domain.switchboard.transfers import (
    TargetKind,
    Transfer,
    TransferDraft,
    TransferHow,
)

ADVICE_QUEUE = "1177"  # the group of the region's nurses, where the exchange has it
MOST = 1_000  # of the rows that are there without a word
FEWEST = 3  # digits of a number that is written


def name_of(line: Line) -> str:
    """What the row is called; groups that every exchange has go by our names for them."""
    translate = QCoreApplication.translate
    known = {
        Special.ADVICE.value: translate("dispatch", "1177 på telefon"),
        Special.EMERGENCY.value: translate("dispatch", "112, med inringaren"),
        "vaxel": translate("dispatch", "Växeln"),
        "service": translate("dispatch", "Servicedisken"),
    }
    special = line.kind in {LineKind.QUEUE, LineKind.SPECIAL}
    return known.get(line.code, line.name) if special else line.name


@dataclass(frozen=True, slots=True)
class Target:
    """Whom the caller is passed on to.  `extension` is the telephone whose state is known.

    `hidden`: the number is dialled, and neither shown nor said.  `key` is that of the board's row.
    """

    kind: TargetKind
    name: str = field(repr=False)
    to: Destination
    key: Key | None = None
    id: UUID | None = None
    extension: str = field(default="", repr=False)
    hidden: bool = False

    def draft(
        self, call_id: UUID, how: TransferHow, brief: str = "", person_id: UUID | None = None
    ) -> TransferDraft:
        """What is written down before the exchange is asked."""
        queue = self.to.kind is DestinationKind.QUEUE
        return TransferDraft(
            call_id=call_id,
            kind=self.kind,
            how=how,
            target_id=self.id,
            number="" if queue else self.to.value,
            queue=self.to.value if queue else "",
            brief=brief,
            person_id=person_id,
        )


def target_of(line: Line, queues: frozenset[str] = frozenset()) -> Target | None:
    """Where a row leads; None where it has no number.  `queues` are those the exchange has.

    112 is no target: it is called with the caller, by the alarm.
    """
    special = line.kind is LineKind.SPECIAL
    if line.kind is LineKind.QUEUE or (line.code == Special.ADVICE and ADVICE_QUEUE in queues):
        return _queue(line, line.code)
    if special and line.code not in {Special.EMERGENCY, Special.VOICEMAIL}:
        return _phone(line, TargetKind.NUMBER, line.code)
    if line.kind is LineKind.CONTACT:
        return _contact(line)
    if line.kind is LineKind.UNIT and line.card is not None and line.card.unit.phone:
        return _phone(line, TargetKind.UNIT, line.card.unit.phone)
    if line.kind is LineKind.DUTY and line.duties:
        return _phone(line, TargetKind.DUTY, line.duties[0].phone, line.duties[0].id)
    return None


def voicemail_of(line: Line) -> Target | None:
    """The mailbox of somebody's telephone at our own exchange; None where there is none."""
    contact = line.contact
    if contact is None or not contact.told.extension:
        return None
    to = Destination(DestinationKind.VOICEMAIL, contact.told.extension)
    return Target(TargetKind.VOICEMAIL, contact.name, to, line.key, contact.id, hidden=True)


def written(text: str) -> Line | None:
    """A number that is written instead of a name, as a row; None for anything else."""
    digits = sum(each.isdecimal() for each in text)
    if digits < FEWEST or any(each.isalpha() for each in text):
        return None
    read = stored(text)
    if read is None or read.value in set(Special):
        return None
    return Line(LineKind.SPECIAL, read.shown(), code=read.value)


def row_of(transfer: Transfer, board: Board) -> Line | None:
    """The board's row that a transfer led to; None when it is not found any more."""
    draft = transfer.draft
    match draft.kind:
        case TargetKind.CONTACT | TargetKind.VOICEMAIL if draft.target_id is not None:
            return board.line((LineKind.CONTACT, draft.target_id))
        case TargetKind.UNIT if draft.target_id is not None:
            return board.line((LineKind.UNIT, draft.target_id))
        case TargetKind.QUEUE:
            return board.line((LineKind.QUEUE, draft.queue))
        case TargetKind.DUTY:
            lines = (line for line in board.find("", MOST) if line.kind is LineKind.DUTY)
            turns = ((line, {turn.id for turn in line.duties}) for line in lines)
            return next((line for line, ids in turns if draft.target_id in ids), None)
    return board.line((LineKind.SPECIAL, draft.number)) or written(draft.number)


def _contact(line: Line) -> Target | None:
    assert line.contact is not None
    told = line.contact.told
    number = told.first_number
    if not number:
        return None
    shown = {each.number for each in told.shown_numbers} | {told.shown_extension}
    to = Destination(DestinationKind.PHONE, number)
    hidden, extension = number not in shown, told.extension
    return Target(TargetKind.CONTACT, told.name, to, line.key, line.contact.id, extension, hidden)


def _phone(line: Line, kind: TargetKind, number: str, id: UUID | None = None) -> Target:
    to = Destination(DestinationKind.PHONE, number)
    return Target(kind, name_of(line), to, line.key, id or line.id)


def _queue(line: Line, queue: str) -> Target:
    to = Destination(DestinationKind.QUEUE, queue)
    return Target(TargetKind.QUEUE, name_of(line), to, line.key)
