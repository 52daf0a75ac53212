"""Operations: chained, canonical, and carried out again to the letter or not at all."""

from __future__ import annotations

import ast
import inspect
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, get_args, get_type_hints
from uuid import UUID, uuid4

import msgspec
import pytest
from sqlalchemy import select

import kundcenter.services
from db import access_log
from db.connect import open_local
from db.faults import RowConflict
from db.operations import noted_heads, operations
from kundcenter.changes import Change
from kundcenter.domain.access import NotPermitted, NotSignedIn, Role
from kundcenter.domain.access_log import GENESIS, faults
from kundcenter.domain.blocks import BlockKind, BlockPeriodInvalid
from kundcenter.domain.calls import Call, CallNotFound, CallStateWrong
from kundcenter.domain.triage import CodeSetNotFound
from kundcenter.errors import KundcenterError
from kundcenter.operations import Operation, ReplayDiverged, decode_operation, encode
from kundcenter.sync.replay import Replay, VerbUnknown
from tests.ground import (
    CARE_UNIT,
    DEVICE,
    KEY,
    MORNING,
    NUMBER,
    WHOLE,
    Clock,
    Ground,
    desk_on,
    fill_local,
    opened,
    replay_into,
    replay_on,
    rows,
)
from tests.services.halls import noun_of
from tests.services.test_access import methods
from tests.services.whole_shift import whole_shift

# What a verb is given at the desk alone: how a password becomes a slot, and the slot.
LOCAL_ONLY = {("operators.add_first", "seal"), ("operators.note_password", "slot")}

Written = tuple[str, tuple[str, ...], frozenset[str]]


def written_verbs() -> Iterator[Written]:
    """Every `work("noun.verb", name=…)` as it stands in the source: where, kind, and names."""
    for file in sorted(Path(inspect.getfile(kundcenter.services)).parent.rglob("*.py")):
        noun = noun_of(file)
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef):
                for node in ast.walk(function):
                    if (
                        isinstance(node, ast.Call)
                        and isinstance(node.func, ast.Attribute)
                        and node.func.attr == "work"
                    ):
                        kind = tuple(ast.literal_eval(argument) for argument in node.args)
                        same = frozenset(
                            each.arg
                            for each in node.keywords
                            if each.arg and ast.unparse(each.value) == each.arg
                        )
                        assert len(same) == len(node.keywords)
                        yield f"{noun}.{function.name}", kind, same


def test_every_verb_says_its_own_name_and_all_its_arguments() -> None:
    known = methods()
    found = list(written_verbs())
    assert len(found) > 20
    for where, kind, names in found:
        assert kind == (where,)
        local = {name for verb, name in LOCAL_ONLY if verb == where}
        wanted = set(inspect.signature(known[where]).parameters) - {"self"}
        assert names == wanted - local


def test_no_argument_of_a_verb_is_a_float_or_anything_without_a_form() -> None:
    def parts(hint: Any) -> Iterator[Any]:
        yield hint
        for part in get_args(hint):
            yield from parts(part)
        for each in get_type_hints(hint).values() if hasattr(hint, "__dataclass_fields__") else ():
            yield from parts(each)

    for where, _, names in written_verbs():
        hints = get_type_hints(methods()[where])
        reached = {part for name in names for part in parts(hints[name])}
        assert not reached & {float, dict, object, Any}, where


def test_a_shift_with_every_verb_is_carried_out_again_to_the_letter(ground: Ground) -> None:
    whole_shift(ground)
    verbs = {where for where, _, _ in written_verbs()}
    assert {operation.kind for operation in ground.operations()} == verbs


def test_operations_are_dense_chained_and_canonical(ground: Ground) -> None:
    whole_shift(ground)
    done = ground.operations()
    assert [operation.n for operation in done] == list(range(1, len(done) + 1))
    previous = GENESIS
    for operation in done:
        assert operation.previous_hash == previous
        assert operation.digest() == operation.hash
        previous = operation.hash
        assert replace(operation, kind="calls.other").digest() != operation.hash
        assert replace(operation, arguments=b"{}!").digest() != operation.hash
    with ground.engine.connect() as connection:
        for row in connection.execute(select(operations).order_by(operations.c.n)):
            assert decode_operation(row.body) == done[row.n - 1]
            for text in (row.body, done[row.n - 1].arguments):
                assert canonical(json.loads(text, parse_float=refuse_float)) == text
        chain = tuple(access_log.chain(connection, DEVICE))
        heads = tuple(noted_heads(connection, DEVICE))
    assert [head.n for head in heads] == [o.access.n for o in done if o.access.n]
    assert list(faults(chain, heads)) == []


def refuse_float(digits: str) -> object:
    raise AssertionError(f"a float: {digits}")


def canonical(value: object) -> bytes:
    """The one form of JSON: keys sorted, no blanks, nothing escaped that need not be."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()


class Pair:
    """A desk, and another store in which its operations are to be carried out again."""

    def __init__(self, ground: Ground, mirror: Ground) -> None:
        self.ground, self.mirror = ground, mirror
        self.replay: Replay = replay_on(mirror.engine)

    def refused(self, kind: type[Exception], operation: Operation) -> Exception:
        """Why the operation is refused in the other store, where nothing has changed."""
        before = rows(self.mirror.engine)
        with pytest.raises(kind) as caught:
            self.replay.apply(operation)
        assert rows(self.mirror.engine) == before
        return caught.value

    def diverged(self, operation: Operation) -> object:
        error = self.refused(ReplayDiverged, operation)
        assert isinstance(error, KundcenterError)
        assert error.facts["kind"] == operation.kind
        return error.facts["what"]


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    """A nurse at a desk with one open call, and the other store that knows of it."""
    clock = Clock()
    for name in ("desk.db", "mirror.db"):
        fill_local(tmp_path / name)
    with (
        opened(open_local(tmp_path / "desk.db", KEY)) as here,
        opened(open_local(tmp_path / "mirror.db", KEY)) as there,
    ):
        ground = Ground(desk_on(here, clock), clock, here)
        ground.nurse()
        ground.desk.calls.register(NUMBER)
        replay_into(there, here)
        yield Pair(ground, Ground(desk_on(there, clock), clock, there))


def last(pair: Pair) -> Operation:
    return pair.ground.operations()[-1]


def test_a_verb_that_makes_identities_of_its_own_is_caught(
    monkeypatch: pytest.MonkeyPatch, pair: Pair
) -> None:
    def with_an_id_of_its_own(**fields: Any) -> Call:
        return Call(**{**fields, "id": uuid4()})

    monkeypatch.setattr("kundcenter.services.calls.Call", with_an_id_of_its_own)
    pair.ground.desk.calls.register(NUMBER)
    assert pair.diverged(last(pair)) == "other records"


def test_a_verb_that_looks_at_the_clock_on_the_wall_is_caught_by_its_rows(
    monkeypatch: pytest.MonkeyPatch, pair: Pair
) -> None:
    wall = iter((MORNING, MORNING + timedelta(seconds=1)))

    def at_its_own_time(**fields: Any) -> Call:
        return Call(**{**fields, "rang_at": next(wall)})

    monkeypatch.setattr("kundcenter.services.calls.Call", at_its_own_time)
    pair.ground.desk.calls.register(NUMBER)
    pair.replay.apply(last(pair))
    assert rows(pair.mirror.engine) != rows(pair.ground.engine)


def test_an_operation_that_was_given_other_things_diverges(pair: Pair) -> None:
    pair.ground.desk.calls.register(NUMBER)
    registered = last(pair)
    given = registered.given
    (id,) = given.ids

    def but(**fields: Any) -> Operation:
        return replace(registered, **fields)

    assert pair.diverged(but(given=replace(given, ids=()))) == "more ids"
    assert pair.diverged(but(given=replace(given, ids=(id, id)))) == "fewer ids"
    assert pair.diverged(but(given=replace(given, ids=(uuid4(),)))) == "other records"
    assert pair.diverged(but(read=(Change("call", id),))) == "other records"
    assert pair.diverged(but(wrote=())) == "other records"
    assert pair.diverged(but(arguments=b'{"number": "+46701740605"}')) == "another verb"
    assert pair.diverged(but(arguments=b'{"number":null,"number":"+46701740605"}')) == (
        "another verb"
    )
    pair.replay.apply(registered)
    pair.refused(RowConflict, registered)  # a second time

    person = pair.ground.person()
    pair.replay.apply(last(pair))
    pair.ground.desk.journal.write(person, WHOLE)
    written = last(pair)
    given = written.given
    assert [name for name, _ in given.versions] == ["codes"]
    without = replace(written, given=replace(given, versions=()))
    assert pair.diverged(without) == "another version read"
    newer = replace(written, given=replace(given, versions=(("codes", "2999-1"),)))
    pair.refused(CodeSetNotFound, newer)
    assert pair.diverged(replace(written, read=written.read[1:])) == "other records"
    pair.replay.apply(written)
    assert rows(pair.mirror.engine) == rows(pair.ground.engine)


def test_the_rules_hold_in_replay_as_they_do_at_the_desk(pair: Pair) -> None:
    pair.ground.desk.calls.register(NUMBER)
    registered = last(pair)
    powerless = replace(registered.actor, roles=frozenset({Role.LOG_REVIEWER}))
    pair.refused(NotPermitted, replace(registered, actor=powerless))
    nobody = replace(
        registered.actor, operator_id=UUID(int=0), session_id=UUID(int=0), roles=frozenset()
    )
    pair.refused(NotSignedIn, replace(registered, actor=replace(nobody, care_unit="")))
    (first,) = (o for o in pair.mirror.operations() if o.kind == "calls.register")
    resume = replace(
        registered,
        kind="calls.resume",
        arguments=encode({"call_id": first.given.ids[0]}),
        given=replace(registered.given, ids=()),
    )
    pair.refused(CallStateWrong, resume)
    pair.refused(CallNotFound, replace(resume, arguments=encode({"call_id": UUID(int=7)})))


def test_what_is_no_verb_is_not_carried_out(pair: Pair) -> None:
    pair.ground.desk.calls.register(NUMBER)
    registered = last(pair)
    for kind, arguments in (
        ("calls.vanish", {"number": NUMBER}),
        ("nothing.ring", {}),
        ("calls", {}),
        ("", {}),
        (".", {}),
        ("calls.", {}),
        ("calls.register.twice", {}),
        ("calls._store", {}),
        ("calls.__init__", {"store": 1}),
        ("calls.mine", {}),  # a look
        ("calls.latest", {"limit": 1}),
        ("sessions.sign_out", {}),  # a verb of the desk that leaves an operation of another kind
        ("sessions.lock", {}),
    ):
        operation = replace(registered, kind=kind, arguments=encode(arguments))
        error = pair.refused(VerbUnknown, operation)
        assert isinstance(error, VerbUnknown)
        assert error.facts == {"kind": kind}


def test_arguments_that_do_not_fit_are_refused_before_anything_is_done(pair: Pair) -> None:
    pair.ground.desk.calls.register(NUMBER)
    registered = last(pair)
    for arguments in (
        b"", b"{", b"null", b"[]", b"7", b'"number"', b"{}{}", b"\xff", b'{"number":"\\ud800"}',
        b'{"number":7}', b'{"number":1.5}', b'{"number":["x"]}', b'{"number":true}',
        b'{"caller":"+46701740605"}', b'{"number":null,"caller":null}', b'{"self":null}',
        b'{"number":' + b"[" * 10_000 + b"]" * 10_000 + b"}",
    ):  # fmt: skip
        error = pair.refused(msgspec.DecodeError, replace(registered, arguments=arguments))
        assert NUMBER not in str(error)
    for arguments in (b"{}", b'{"call_id":null}', b'{"call_id":"7"}', b'{"call_id":7}'):
        answer = replace(registered, kind="calls.answer", arguments=arguments)
        pair.refused(msgspec.DecodeError, answer)


def test_a_time_that_no_clock_shows_is_refused(pair: Pair) -> None:
    """24:00, a second too many, a day too many; and what is none without a zone."""
    person = pair.ground.person()
    pair.replay.apply(last(pair))
    pair.ground.desk.blocks.set(person, BlockKind.INNER, CARE_UNIT, valid_from=MORNING)
    block = last(pair)
    said = json.loads(block.arguments)
    for text in (
        "2016-12-31T23:59:60Z", "2026-11-21T24:00:00Z", "2026-02-29T12:00:00Z", "2026-11-21",
        "0000-01-01T00:00:00Z", "10000-01-01T00:00:00Z", "1e3", "",
    ):  # fmt: skip
        arguments = encode({**said, "valid_from": text})
        pair.refused(msgspec.DecodeError, replace(block, arguments=arguments))
    for text in ("2026-11-21T12:00:00", "0001-01-01T00:00:00+05:45", "9999-12-31T23:59:59Z"):
        arguments = encode({**said, "valid_from": text})
        pair.refused(BlockPeriodInvalid, replace(block, arguments=arguments))


def test_a_slot_does_not_travel_in_an_operation(pair: Pair) -> None:
    """What is the desk's own is no argument, though somebody should write it there."""
    nurse = pair.ground.desk.seat.actor.operator_id
    pair.ground.desk.operators.give_password(nurse, "elva blåa spadar")
    noted = last(pair)
    assert json.loads(noted.arguments) == {"operator_id": str(nurse)}
    slot = {"operator_id": str(nurse), "memory_kib": 8, "passes": 1, "lanes": 1}
    forged = {"salt": "A" * 22 + "==", "wrapped": "A" * 54 + "==", **slot}
    arguments = encode({"operator_id": nurse, "slot": forged})
    assert pair.diverged(replace(noted, arguments=arguments)) == "another verb"
    seal = encode({"user_name": "b", "name": "Test", "seal": "x"})
    pair.refused(ValueError, replace(noted, kind="operators.add_first", arguments=seal))
    pair.replay.apply(noted)
    with pair.mirror.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM slots").scalar() == 0


def test_time_and_identity_come_from_the_unit_of_work_alone(ground: Ground) -> None:
    """One verb has one instant: every row that it writes says the same."""
    ground.nurse()
    before = ground.clock.at
    call = ground.desk.calls.register(NUMBER).the("call")
    (operation,) = ground.operations()[-1:]
    written = ground.desk.calls.get(call)
    times = {written.rang_at, written.queued_at, written.answered_at, operation.given.now}
    assert times == {before + timedelta(milliseconds=1)}
    assert operation.given.ids == (call,)
    assert operation.wrote == (Change("call", call),)
    assert isinstance(operation.given.now, datetime)
    assert operation.actor == ground.desk.seat.actor
