"""What several desks did apart with one message or one caller, told in every order."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import permutations, product
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Engine

from db import operations
from db.connect import open_local
from db.store import SqlStore, StoreTerms
from kundcenter.domain.lines import ReturnReason
from kundcenter.domain.switchboard.messages import MessageState
from kundcenter.domain.switchboard.modes import Mode
from kundcenter.domain.switchboard.transfers import TransferState
from kundcenter.operations import Operation
from kundcenter.services.switchboard.messages import Messages
from kundcenter.services.switchboard.modes import Modes
from kundcenter.services.switchboard.transfers import Transfers
from kundcenter.start.desk import Desk, new_id, published_codes
from kundcenter.sync.replay import rerun
from tests.ground import KEY, PASSWORD, Clock, Ground, desk_on, opened, rows
from tests.services.switchboard.desk_ground import (
    answered,
    colleague,
    draft,
    staffed,
    taken,
    to_contact,
)

Act = Callable[[Desk, UUID], object]
Base = Callable[[Ground], UUID]
TABLES = ("messages", "message_steps", "transfers", "mode_orders")


class Apart:
    """One beginning, known to all; each act is then done at a desk that hears of no other."""

    def __init__(self, folder: Path, empty: Path, base: Base) -> None:
        self.folder, self.common = folder, folder / "common.db"
        shutil.copy(empty, self.common)
        self.clock = Clock()
        with opened(open_local(self.common, KEY)) as engine:
            self.id = base(Ground(desk_on(engine, self.clock), self.clock, engine))

    @contextmanager
    def copy(self, name: str) -> Iterator[Engine]:
        path = self.folder / f"{name}.db"
        shutil.copy(self.common, path)
        with opened(open_local(path, KEY)) as engine:
            yield engine
        path.unlink()

    def done(self, acts: Sequence[Act], user: str = "vera") -> list[tuple[UUID, Operation]]:
        """Each act at a desk of its own, an instant after the one before; what it wrote down."""
        told = []
        for number, act in enumerate(acts):
            device = new_id()
            with self.copy(f"desk-{number}") as engine:
                self.clock.pass_time(minutes=1)
                desk = desk_on(engine, self.clock, device)
                desk.sessions.sign_in(user, PASSWORD)
                act(desk, self.id)
                with engine.connect() as connection:
                    told.append((device, list(operations.after(connection, device, 0))[-1]))
        return told

    def heard(self, told: Sequence[tuple[UUID, Operation]]) -> dict[str, list[dict[str, Any]]]:
        """What stands where all of it is carried out, late, in the order given."""
        with self.copy("centre") as engine:
            for device, operation in told:
                terms = StoreTerms(device, published_codes())
                rerun(partial(SqlStore, engine, terms=terms))(operation)
            return rows(engine, *TABLES)


@pytest.fixture
def message(tmp_path: Path, empty_file: Path) -> Apart:
    def base(ground: Ground) -> UUID:
        staffed(ground)
        return taken(ground, colleague(ground))

    return Apart(tmp_path, empty_file, base)


@pytest.fixture
def transfer(tmp_path: Path, empty_file: Path) -> Apart:
    def base(ground: Ground) -> UUID:
        staffed(ground)
        contact = colleague(ground)
        ground.sign_in("vera")
        return ground.desk.transfers.begin(to_contact(answered(ground), contact)).the("transfer")

    return Apart(tmp_path, empty_file, base)


DONE: dict[str, Act] = {
    "sent": lambda desk, id: desk.messages.sent(id),
    "failed": lambda desk, id: desk.messages.failed(id, "mail.away"),
    "printed": lambda desk, id: desk.messages.printed(id),
    "received": lambda desk, id: desk.messages.received(id),
    "withdrawn": lambda desk, id: desk.messages.withdraw(id),
}
STANDS = {
    ("sent", "withdrawn"): MessageState.SENT,
    ("failed", "withdrawn"): MessageState.WITHDRAWN,
    ("printed", "sent"): MessageState.SENT,
    ("received", "withdrawn"): MessageState.RECEIVED,
    ("failed", "sent"): MessageState.SENT,
    ("sent", "sent"): MessageState.SENT,
}


@pytest.mark.parametrize("names", STANDS, ids=" and ".join)
def test_two_desks_did_different_things_with_a_message(
    message: Apart, names: tuple[str, str]
) -> None:
    for pair in dict.fromkeys((names, names[::-1])):
        told = message.done([DONE[name] for name in pair])
        stands = [message.heard(order) for order in permutations(told)]
        for each in stands:
            assert each["messages"] == stands[0]["messages"]
            assert each["messages"][0]["state"] is STANDS[names]
            assert len(each["message_steps"]) == 3  # nothing that happened is lost
        tries = sum(name in {"sent", "failed"} for name in pair)
        assert stands[0]["messages"][0]["tries"] == tries


def test_of_three_every_order_comes_to_the_same(message: Apart) -> None:
    told = message.done([DONE["withdrawn"], DONE["failed"], DONE["sent"]])
    stands = [message.heard(order)["messages"] for order in permutations(told)]
    assert len(stands) == 6
    assert all(each == stands[0] for each in stands)
    assert stands[0][0]["state"] is MessageState.SENT


def test_a_step_that_changed_nothing_any_more_says_so(message: Apart) -> None:
    told = message.done([DONE["sent"], DONE["withdrawn"]])
    late = {row["kind"].value: row["late"] for row in message.heard(told)["message_steps"]}
    assert late == {"WRITTEN": False, "SENT": False, "WITHDRAWN": True}
    early = message.heard(told[::-1])["message_steps"]
    assert not any(row["late"] for row in early)


ENDS: dict[str, Act] = {
    "passed": lambda desk, id: desk.transfers.end(id, TransferState.PASSED),
    "busy": lambda desk, id: desk.transfers.end(id, TransferState.RETURNED, ReturnReason.BUSY),
    "dropped": lambda desk, id: desk.transfers.end(id, TransferState.DROPPED),
    "failed": lambda desk, id: desk.transfers.end(id, TransferState.FAILED),
}


def test_what_came_of_a_transfer_in_every_order(transfer: Apart) -> None:
    for names in product(ENDS, repeat=2):
        told = transfer.done([ENDS[name] for name in names])
        one, other = (transfer.heard(order)["transfers"] for order in (told, told[::-1]))
        assert one == other, names
        (row,) = one
        assert (row["state"] is TransferState.RETURNED) is ("busy" in names)
        assert (row["returned"] is ReturnReason.BUSY) is ("busy" in names)


def test_a_call_is_passed_on_from_a_desk_that_has_lost_it_meanwhile(transfer: Apart) -> None:
    """Somebody closed it: that it was passed on has happened all the same."""
    call = UUID(int=0)

    def close(desk: Desk, _: UUID) -> None:
        nonlocal call
        (mine,) = desk.calls.mine()
        call = mine.id
        desk.calls.close(call, "INFO")

    def begin(desk: Desk, _: UUID) -> None:
        (mine,) = desk.calls.mine()
        (contact,) = desk.contacts.all()
        desk.transfers.begin(to_contact(mine.id, contact.id, brief="Igen"))

    told = transfer.done([close, begin])
    for order in permutations(told):
        found = transfer.heard(order)["transfers"]
        assert sorted(row["brief"] for row in found) == ["Frågar om en faktura", "Igen"]
        assert {row["call_id"] for row in found} == {call}


def test_a_message_to_somebody_who_has_left_the_directory_is_taken(message: Apart) -> None:
    def retire(desk: Desk, _: UUID) -> None:
        (contact,) = desk.contacts.all()
        desk.sessions.sign_out()
        desk.sessions.sign_in("lena", PASSWORD)
        desk.contacts.retire(contact.id, upon=1)

    def write(desk: Desk, _: UUID) -> None:
        (contact,) = desk.contacts.all()
        desk.messages.write(draft(contact.id, text="Hann inte fram"))

    told = message.done([retire, write])
    for order in permutations(told):
        found = message.heard(order)["messages"]
        assert len(found) == 2
        assert {row["contact_id"] for row in found} == {found[0]["contact_id"]} != {None}


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=str)
def test_of_two_orders_the_later_holds_whichever_is_heard_first(
    message: Apart, order: tuple[int, int]
) -> None:
    acts: list[Act] = [
        lambda desk, _: desk.modes.set(Mode.NIGHT, "Först"),
        lambda desk, _: desk.modes.set(Mode.EMERGENCY, "Sedan"),
    ]
    told = message.done(acts, user="lena")
    found = message.heard([told[each] for each in order])["mode_orders"]
    assert {row["reason"]: row["lifted_at"] is None for row in found} == {
        "Först": False,
        "Sedan": True,
    }
    first, second = sorted(found, key=lambda row: row["starts_at"])
    assert first["lifted_at"] == second["starts_at"]


def test_every_fact_of_these_services_is_tried_late() -> None:
    """A verb that comes must be thought of here."""
    facts = {
        "messages": {"write", "sent", "failed", "printed", "received", "withdraw"},
        "transfers": {"begin", "end"},
        "modes": {"set", "lift"},
    }
    looks = {
        "messages": {"take_print", "to_send", "waiting", "latest", "steps"},
        "transfers": {"of_call", "arriving", "mine"},
        "modes": {"standing"},
    }
    for name, kind in (("messages", Messages), ("transfers", Transfers), ("modes", Modes)):
        public = {verb for verb in vars(kind) if not verb.startswith("_")}
        assert public == facts[name] | looks[name]
