"""What must hold of the switchboard, whatever went wrong (RELIABILITY §2.2)."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Connection

from db.base import Rows
from db.service_desk import questions
from db.service_desk.topics import rows as topic_rows
from db.service_desk.topics import version_rows
from db.switchboard import absences, contacts, inquiries, messages, modes, transfers
from kundcenter.domain.service_desk.topics import Topic
from kundcenter.domain.switchboard.messages import MessageState, MessageStep, MessageStepKind
from kundcenter.domain.switchboard.modes import ModeOrder
from kundcenter.operations import decode_operation
from tests.sync.simulator.evidence import first

if TYPE_CHECKING:
    from tests.sync.simulator.world import World

LOST = "deeds at the switchboard of which nothing is kept"
UNTOLD = "messages in a state that none of their steps has told"
TRIED = "messages that miscount how often they were tried"
STRANGE = "cards that are not their latest version"
GAPS = "cards of which a version is missing"
BOTH = "modes that hold at once"
TWICE = "rows of a directory that are there twice"
RULES = (LOST, UNTOLD, TRIED, STRANGE, GAPS, BOTH, TWICE)

# Of each verb whose deed is a row of its own, by the first id that it drew: the rows.
_ROWS: dict[str, Rows[Any]] = {
    "absences.set": absences.rows,
    "inquiries.note": inquiries.rows,
    "messages.write": messages.rows,
    "messages.sent": messages.step_rows,
    "messages.failed": messages.step_rows,
    "messages.printed": messages.step_rows,
    "messages.received": messages.step_rows,
    "messages.withdraw": messages.step_rows,
    "modes.set": modes.rows,
    "questions.note": questions.rows,
    "transfers.begin": transfers.rows,
}
_REACHED = {
    MessageState.WAITING: MessageStepKind.WRITTEN,
    MessageState.FAILED: MessageStepKind.FAILED,
    MessageState.WITHDRAWN: MessageStepKind.WITHDRAWN,
    MessageState.PRINTED: MessageStepKind.PRINTED,
    MessageState.SENT: MessageStepKind.SENT,
    MessageState.RECEIVED: MessageStepKind.RECEIVED,
}
_TRIES = {MessageStepKind.SENT, MessageStepKind.FAILED}


def c22_switchboard(world: World) -> Iterator[str]:
    """What somebody did is kept, and what came of it follows from it."""
    with world.centre.engine.connect() as connection:
        yield from first(_lost(world, connection), LOST)
        yield from _messages(connection)
        yield from _cards(connection)
        orders = modes.rows.all(connection, modes.rows.select())
        yield from first(_both(list(orders)), BOTH)
        yield from first(_twice(connection), TWICE)


def _lost(world: World, connection: Connection) -> Iterator[str]:
    """Of each that was carried out there is the row whose id it drew."""
    kept = {
        kind: {each.id for each in rows.all(connection, rows.select())}
        for kind, rows in _ROWS.items()
    }
    query = "SELECT body FROM operations WHERE kind = ANY (:kinds)"
    for row in world.centre.rows(query, kinds=list(_ROWS)):
        operation = decode_operation(bytes(row.body))
        if operation.given.ids[0] not in kept[operation.kind]:
            yield f"{operation.n} of {operation.device_id} ({operation.kind})"


def _messages(connection: Connection) -> Iterator[str]:
    steps: dict[UUID, list[MessageStep]] = defaultdict(list)
    for step in messages.step_rows.all(connection, messages.step_rows.select()):
        steps[step.message_id].append(step)
    found = messages.rows.all(connection, messages.rows.select())
    untold = [
        f"{each.id} {each.state}"
        for each in found
        if _REACHED[each.state] not in {step.kind for step in steps[each.id]}
    ]
    yield from first(untold, UNTOLD)
    tried = [
        str(each.id)
        for each in found
        if each.tries != sum(step.kind in _TRIES for step in steps[each.id])
    ]
    yield from first(tried, TRIED)


def _cards(connection: Connection) -> Iterator[str]:
    history: dict[UUID, list[Topic]] = defaultdict(list)
    for version in version_rows.all(connection, version_rows.select()):
        history[version.topic.id].append(version.topic)
    strange, gaps = [], []
    for card in topic_rows.all(connection, topic_rows.select()):
        versions = sorted(history[card.id], key=lambda each: each.number)
        if not versions or versions[-1] != card:
            strange.append(str(card.id))
        if [each.number for each in versions] != list(range(1, len(versions) + 1)):
            gaps.append(str(card.id))
    yield from first(strange, STRANGE)
    yield from first(gaps, GAPS)


def _both(orders: list[ModeOrder]) -> Iterator[str]:
    """Whichever has not been lifted had ended when the next that ever held began."""
    held = (e for e in orders if e.lifted_at is None or e.lifted_at > e.starts_at)
    turn = sorted(held, key=lambda each: (each.starts_at, each.id))
    for one, other in pairwise(turn):
        if one.lifted_at is None and (one.ends_at is None or one.ends_at > other.starts_at):
            yield f"{one.id} and {other.id}"


def _twice(connection: Connection) -> Iterator[str]:
    seen = set[tuple[str, str]]()
    for each in contacts.rows.all(connection, contacts.rows.select()):
        key = (each.told.directory, each.told.key)
        if each.told.key and key in seen:
            yield json.dumps(key)
        seen.add(key)
