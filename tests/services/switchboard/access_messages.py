"""Who may take messages, pass calls on, give orders of mode and publish the switchboard's terms."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from kundcenter.domain.switchboard.messages import MessageChannel, MessageDraft
from kundcenter.domain.switchboard.modes import Mode
from kundcenter.domain.switchboard.terms_default import DEFAULT
from kundcenter.domain.switchboard.transfers import (
    TargetKind,
    TransferDraft,
    TransferHow,
    TransferState,
)
from tests.ground import Ground
from tests.services.access_rows import CALLS, DIRECTORY, EDITING, LEADING

MESSAGES = {
    "messages.write": CALLS,
    "messages.sent": CALLS,
    "messages.failed": CALLS,
    "messages.printed": CALLS,
    "messages.received": CALLS,
    "messages.withdraw": CALLS,
    "messages.take_print": CALLS,
    "messages.to_send": CALLS,
    "messages.waiting": CALLS,
    "messages.latest": CALLS,
    "messages.steps": CALLS,
    "transfers.begin": CALLS,
    "transfers.end": CALLS,
    "transfers.of_call": CALLS,
    "transfers.arriving": CALLS,
    "transfers.mine": CALLS,
    "modes.standing": DIRECTORY,
    "modes.set": LEADING,
    "modes.lift": LEADING,
    "switchboard_terms.current": DIRECTORY,
    "switchboard_terms.all": DIRECTORY,
    "switchboard_terms.publish": EDITING,
}
NONE = UUID(int=7)
DRAFT = MessageDraft(MessageChannel.PRINT, "Ring upp.", contact_id=NONE)
PASSED = TransferDraft(NONE, TargetKind.NUMBER, TransferHow.BLIND, number="1177")


def message_calls(ground: Ground) -> dict[str, Callable[[], object]]:
    """Each of them that needs arguments, of things that do not exist."""
    desk = ground.desk
    messages, transfers = desk.messages, desk.transfers
    return {
        "messages.write": lambda: messages.write(DRAFT),
        "messages.sent": lambda: messages.sent(NONE),
        "messages.failed": lambda: messages.failed(NONE, "mail.away"),
        "messages.printed": lambda: messages.printed(NONE),
        "messages.received": lambda: messages.received(NONE),
        "messages.withdraw": lambda: messages.withdraw(NONE),
        "messages.take_print": lambda: messages.take_print(NONE),
        "messages.to_send": lambda: messages.to_send(NONE),
        "messages.steps": lambda: messages.steps(NONE),
        "transfers.begin": lambda: transfers.begin(PASSED),
        "transfers.end": lambda: transfers.end(NONE, TransferState.PASSED),
        "transfers.of_call": lambda: transfers.of_call(NONE),
        "transfers.arriving": lambda: transfers.arriving(str(NONE)),
        "modes.set": lambda: desk.modes.set(Mode.NIGHT, ""),
        "modes.lift": lambda: desk.modes.lift(NONE),
        "switchboard_terms.publish": lambda: desk.switchboard_terms.publish(DEFAULT, upon=-1),
    }
