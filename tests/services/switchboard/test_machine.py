"""Whatever is done with messages and callers, in whatever order and by whom, it stays true."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    MultipleResults,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import event, select

from db.connect import open_local
from db.switchboard.messages import rows as message_rows
from db.switchboard.messages import step_rows
from db.switchboard.transfers import rows as transfer_rows
from db.tables import metadata
from kundcenter.domain.lines import EndReason, ReturnReason
from kundcenter.domain.switchboard.messages import (
    BY_SERVER,
    OPEN,
    Message,
    MessageChannel,
    MessageState,
    MessageStep,
    MessageStepKind,
)
from kundcenter.domain.switchboard.transfers import Transfer, TransferHow, TransferState
from kundcenter.errors import Refused
from tests.ground import KEY, NUMBER, Clock, Ground, desk_on, fill_local
from tests.services.switchboard.desk_ground import (
    answered,
    colleague,
    draft,
    staffed,
    to_contact,
)

TABLES = ("messages", "message_steps", "transfers", "calls", "operations", "access_log")
WHO = st.sampled_from(("vera", "vidar", "lena"))
DONE = {MessageStepKind.SENT, MessageStepKind.PRINTED, MessageStepKind.RECEIVED}
DONE |= {MessageStepKind.FAILED, MessageStepKind.WITHDRAWN}
STATE_OF = {kind: MessageState[kind.name] for kind in DONE}


class Switchboard(RuleBasedStateMachine):
    """Three operators at one desk, with what they have taken and whom they have passed on."""

    messages: Bundle[UUID] = Bundle("messages")
    calls: Bundle[UUID] = Bundle("calls")
    transfers: Bundle[UUID] = Bundle("transfers")
    folder: Path

    @initialize()
    def open_up(self) -> None:
        self.path = Path(tempfile.mkdtemp(dir=self.folder)) / "desk.db"
        shutil.copy(self.folder / "empty.db", self.path)
        self.engine = open_local(self.path, KEY)
        event.listen(self.engine, "connect", _in_a_hurry)
        clock = Clock()
        self.ground = Ground(desk_on(self.engine, clock), clock, self.engine)
        self.ids = staffed(self.ground)
        self.contact = colleague(self.ground)
        self.person = self.ground.person()
        self.seats: dict[str, Any] = {}
        for name in ("vera", "vidar", "lena"):
            self.ground.sign_in(name)
            self.seats[name] = self.ground.desk.seat.actor
        self.desk = self.ground.desk
        self.lines = 0
        self.done: Counter[UUID] = Counter()
        self.was: dict[UUID, Transfer] = {}

    def teardown(self) -> None:
        if hasattr(self, "engine"):
            self.engine.dispose()
            shutil.rmtree(self.path.parent)

    def act(self, who: str, carry_out: Callable[[], Any]) -> Any:
        """What the verb answers, or None when a rule refuses it and nothing has changed."""
        self.desk.seat.take(self.seats[who])
        self.was = {each.id: each for each in self.passed()}
        whole = [self.table(name) for name in TABLES]
        try:
            return carry_out()
        except Refused:
            assert [self.table(name) for name in TABLES] == whole
            return None

    def table(self, name: str) -> list[dict[str, Any]]:
        with self.engine.connect() as connection:
            found = connection.execute(select(metadata.tables[name]))
            return [dict(row) for row in found.mappings()]

    def taken(self) -> tuple[Message, ...]:
        with self.engine.connect() as connection:
            return message_rows.all(connection, message_rows.select())

    def steps(self, id: UUID) -> list[MessageStep]:
        with self.engine.connect() as connection:
            found = step_rows.all(connection, step_rows.select())
        return sorted((s for s in found if s.message_id == id), key=lambda s: (s.at, s.id))

    def passed(self) -> tuple[Transfer, ...]:
        with self.engine.connect() as connection:
            return transfer_rows.all(connection, transfer_rows.select())

    @rule(
        target=messages,
        who=WHO,
        channel=st.sampled_from(MessageChannel),
        urgent=st.booleans(),
        about=st.booleans(),
    )
    def write(self, who: str, channel: MessageChannel, urgent: bool, about: bool) -> UUID:
        address = {MessageChannel.MAIL: "a@example.com", MessageChannel.SMS: NUMBER}
        told = draft(
            self.contact,
            channel=channel,
            urgent=urgent,
            address=address.get(channel, ""),
            person_id=self.person if about else None,
        )
        changes = self.act(who, lambda: self.desk.messages.write(told))
        id: UUID = changes.the("message")
        self.done[id] += 1
        return id

    @rule(who=WHO, id=messages, kind=st.sampled_from(sorted(DONE)))
    def step(self, who: str, id: UUID, kind: MessageStepKind) -> None:
        messages = self.desk.messages
        verbs: dict[MessageStepKind, Callable[[], Any]] = {
            MessageStepKind.SENT: lambda: messages.sent(id),
            MessageStepKind.FAILED: lambda: messages.failed(id, "mail.away"),
            MessageStepKind.PRINTED: lambda: messages.printed(id),
            MessageStepKind.RECEIVED: lambda: messages.received(id),
            MessageStepKind.WITHDRAWN: lambda: messages.withdraw(id),
        }
        before = len(self.table("access_log"))
        if self.act(who, verbs[kind]) is not None:
            self.done[id] += 1
            (message,) = (each for each in self.taken() if each.id == id)
            logged = len(self.table("access_log")) - before
            assert logged == (message.draft.person_id is not None)

    @rule(target=calls, who=WHO)
    def answer(self, who: str) -> UUID:
        self.desk.seat.take(self.seats[who])
        self.lines += 1
        return answered(self.ground, f"line-{self.lines}")

    @rule(who=WHO, id=calls, close=st.booleans())
    def end(self, who: str, id: UUID, close: bool) -> None:
        self.act(who, lambda: self.desk.calls.end(id, EndReason.PASSED))
        if close:
            self.act(who, lambda: self.desk.calls.close(id, "INFO"))

    @rule(
        target=transfers,
        who=WHO,
        call=calls,
        how=st.sampled_from(TransferHow),
        about=st.booleans(),
    )
    def begin(
        self, who: str, call: UUID, how: TransferHow, about: bool
    ) -> UUID | MultipleResults[UUID]:
        person = self.person if about else None
        told = to_contact(call, self.contact, how=how, person_id=person)
        changes = self.act(who, lambda: self.desk.transfers.begin(told))
        if changes is None:
            return multiple()
        id: UUID = changes.the("transfer")
        return id

    @rule(
        who=WHO,
        id=transfers,
        state=st.sampled_from(TransferState),
        returned=st.sampled_from((None, *ReturnReason)),
    )
    def came_of(
        self, who: str, id: UUID, state: TransferState, returned: ReturnReason | None
    ) -> None:
        self.act(who, lambda: self.desk.transfers.end(id, state, returned))

    @rule(minutes=st.integers(1, 600))
    def time_passes(self, minutes: int) -> None:
        self.ground.clock.pass_time(minutes=minutes)

    @invariant()
    def a_message_is_where_its_steps_lead(self) -> None:
        for each in self.taken():
            steps = self.steps(each.id)
            assert len(steps) == self.done[each.id]
            assert steps[0].kind is MessageStepKind.WRITTEN
            kinds = [step.kind for step in steps]
            assert kinds.count(MessageStepKind.WRITTEN) == 1
            states = [STATE_OF[kind] for kind in kinds[1:]]
            assert each.state is MessageState.WAITING or each.state in states
            assert (each.state is MessageState.WAITING) == (not states)
            tried = {MessageStepKind.SENT, MessageStepKind.FAILED}
            assert each.tries == sum(kind in tried for kind in kinds)
            assert each.written_at <= each.state_at
            assert not any(step.late for step in steps)

    @invariant()
    def what_is_over_stays_over(self) -> None:
        for each in self.taken():
            kinds = [step.kind for step in self.steps(each.id)]
            if MessageStepKind.WITHDRAWN in kinds:
                assert kinds[-1] is MessageStepKind.WITHDRAWN
            if MessageStepKind.RECEIVED in kinds:
                after = kinds[kinds.index(MessageStepKind.RECEIVED) + 1 :]
                assert set(after) <= {MessageStepKind.PRINTED}
            if MessageStepKind.SENT in kinds:
                assert kinds.count(MessageStepKind.SENT) == 1
                assert each.draft.channel in BY_SERVER

    @invariant()
    def whatever_has_not_gone_is_on_the_list(self) -> None:
        self.desk.seat.take(self.seats["lena"])
        listed = [each.id for each in self.desk.messages.waiting()]
        known = sorted(
            (each for each in self.taken() if each.state in OPEN),
            key=lambda each: (not each.draft.urgent, each.written_at, each.id),
        )
        assert listed == [each.id for each in known]

    @invariant()
    def what_came_of_a_transfer_is_said_once(self) -> None:
        for each in self.passed():
            assert (each.ended_at is None) == each.open
            assert each.returned is None or each.state is TransferState.RETURNED
            was = self.was.get(each.id)
            if was is not None and not was.open and was != each:
                assert was.state is TransferState.PASSED
                assert each.state is TransferState.RETURNED

    @invariant()
    def everybodys_open_ones_are_their_own(self) -> None:
        for name, seat in self.seats.items():
            self.desk.seat.take(seat)
            mine = {each.id for each in self.desk.transfers.mine()}
            assert mine == {
                each.id for each in self.passed() if each.open and each.begun_by == self.ids[name]
            }


def _in_a_hurry(raw: Any, _record: object) -> None:
    raw.execute("PRAGMA synchronous = OFF")


def test_messages_and_transfers_stay_true(tmp_path: Path) -> None:
    fill_local(tmp_path / "empty.db")
    machine = type("Machine", (Switchboard,), {"folder": tmp_path})
    run_state_machine_as_test(
        machine, settings=settings(max_examples=20, stateful_step_count=40, deadline=None)
    )
