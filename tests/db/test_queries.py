"""How many statements a verb needs, and that none of them reads a whole table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, event

from db.tables import metadata
from kundcenter.domain.access import Role
from kundcenter.domain.blocks import BlockKind, LiftGround
from kundcenter.domain.drafts import Unsaved
from kundcenter.domain.grounds import Ground as Stated
from kundcenter.domain.journal import WaiverReason
from kundcenter.domain.lines import EndReason
from kundcenter.domain.log_review import Period
from kundcenter.domain.parts import PartKind
from kundcenter.domain.snippets import Scope, Wording
from kundcenter.services.calls import Ring
from tests.ground import ASKED, CARE_UNIT, NUMBER, WHOLE, WOMAN, Clock, Ground, desk_on, identity

Said = list[tuple[str, Any]]

# Tables that hold a few hundred rows at most, however long the centre works.
SMALL = {"operators", "units", "marks", "slots", "sign_in_attempts", "alembic_version"}

LARGE = metadata.tables.keys() - SMALL


@pytest.fixture
def ground(local: Engine) -> Ground:
    clock = Clock()
    return Ground(desk_on(local, clock), clock, local)


@contextmanager
def listening(engine: Engine) -> Iterator[Said]:
    """The statements that are executed, with their parameters."""
    said: Said = []

    def heard(*heard: Any) -> None:
        said.append((heard[2], heard[3]))

    event.listen(engine, "before_cursor_execute", heard)
    yield said
    event.remove(engine, "before_cursor_execute", heard)


def shift(ground: Ground) -> Iterator[tuple[str, int, Callable[[], object]]]:
    """Verbs and looks of a nurse's day: name, most statements, and the deed."""
    desk = ground.desk
    person = ground.person()
    entry = desk.journal.write(person, WHOLE).the("entry")
    call = desk.calls.ring(Ring("line-1", number=NUMBER)).the("call")
    yield "calls.ring", 6, lambda: desk.calls.ring(Ring("line-2", number=NUMBER))
    yield "calls.answer", 6, lambda: desk.calls.answer(call)
    yield "calls.get", 2, lambda: desk.calls.get(call)
    yield "calls.latest", 3, desk.calls.latest
    yield "calls.mine", 2, desk.calls.mine
    yield "calls.logged", 4, desk.calls.logged
    missed = desk.calls.ring(Ring("line-3", number=NUMBER)).the("call")
    desk.calls.end(missed, EndReason.ABANDONED)
    yield "calls.missed", 3, desk.calls.missed
    yield "calls.mark_handled", 6, lambda: desk.calls.mark_handled((missed,))
    part = desk.calls.open_part(call, PartKind.ADVICE).the("part")
    yield "calls.open_part", 7, lambda: desk.calls.open_part(call, PartKind.SERVICE)
    yield "calls.point_part", 10, lambda: desk.calls.point_part(part, person)
    yield "calls.parts", 2, lambda: desk.calls.parts(call)
    yield "calls.parts_due", 2, desk.calls.parts_due
    yield "calls.close_part", 12, lambda: desk.calls.close_part(part, "INFO")
    yield "calls.handed_to_me", 2, desk.calls.handed_to_me
    yield "calls.hand_overs", 2, lambda: desk.calls.hand_overs(call)
    yield "calls.colleagues", 2, desk.calls.colleagues
    yield "alarms.sound", 10, lambda: desk.alarms.sound(call)
    yield "alarms.open_of_mine", 2, desk.alarms.open_of_mine
    yield "alarms.of_call", 2, lambda: desk.alarms.of_call(call)
    yield "alarms.confirm", 6, lambda: desk.alarms.confirm(desk.alarms.open_of_mine()[0].id)
    yield "people.find", 4, lambda: desk.people.find(identity(WOMAN))
    yield "people.of_caller", 8, lambda: desk.people.of_caller(NUMBER)
    yield "people.open", 20, lambda: desk.people.open(person, ASKED)
    yield "journal.write", 14, lambda: desk.journal.write(person, WHOLE, call)
    yield "journal.save", 9, lambda: desk.journal.save(entry, replace(WHOLE, history="b"), upon=1)
    yield "journal.sign", 9, lambda: desk.journal.sign(entry, upon=2)
    yield "journal.open", 18, lambda: desk.journal.open(entry)
    yield "journal.of_call", 16, lambda: desk.journal.of_call(call)
    yield "drafts.keep", 4, lambda: desk.drafts.keep(call, call, Unsaved(number="8807"))
    yield "drafts.mine", 2, desk.drafts.mine
    yield "drafts.drop", 3, lambda: desk.drafts.drop(call)
    yield "journal.unsigned", 2, desk.journal.unsigned
    why = "Patienten samtycker"
    yield "blocks.set", 7, lambda: desk.blocks.set(person, BlockKind.OUTER, CARE_UNIT)
    yield "blocks.of_person", 10, lambda: desk.blocks.of_person(person, ASKED)
    yield "blocks.units", 12, lambda: desk.blocks.units(person, LiftGround.CONSENT, why)
    yield "blocks.lift", 7, lambda: desk.blocks.lift(person, (CARE_UNIT,), LiftGround.CONSENT, why)
    yield "people.open by a lift", 28, lambda: desk.people.open(person, Stated())
    yield "people.compare", 34, lambda: desk.people.compare(person, person)
    own = Stated(call_id=desk.calls.register(NUMBER).the("call"))
    stranger = desk.people.register_unidentified("Okänd").the("person")
    yield "people.open on a call", 20, lambda: desk.people.open(stranger, own)
    free, no_need = desk.journal.write(person, WHOLE).the("entry"), WaiverReason.UNNECESSARY
    waive = desk.journal.sign_not_required
    yield "journal.sign_not_required", 18, lambda: waive(free, upon=1, reason=no_need)
    yield "retention.of_person", 12, lambda: desk.retention.of_person(person, Stated())
    yield "calls.end", 6, lambda: desk.calls.end(call, EndReason.CALLER)
    yield "calls.extend_wrap_up", 6, lambda: desk.calls.extend_wrap_up(call, 60)
    yield "calls.ready", 6, lambda: desk.calls.ready(call)
    yield "calls.close", 12, lambda: desk.calls.close(call, "INFO")
    yield "snippets.add", 9, lambda: desk.snippets.add(Scope.PERSONAL, Wording("a", "A", "A"))
    yield "snippets.mine", 7, desk.snippets.mine
    yield "sessions.sign_out", 8, desk.sessions.sign_out


def test_a_verb_needs_few_statements(ground: Ground) -> None:
    ground.nurse()
    counted = {}
    for name, most, deed in shift(ground):
        with listening(ground.engine) as said:
            deed()
        counted[name] = (len(said), most)
    assert {name: count for name, count in counted.items() if count[0] > count[1]} == {}


def test_the_number_of_statements_does_not_grow_with_the_number_of_rows(ground: Ground) -> None:
    ground.nurse()
    person = ground.person()
    desk = ground.desk
    looks: dict[str, Callable[[], object]] = {
        "of_caller": lambda: desk.people.of_caller(NUMBER),
        "latest": desk.calls.latest,
        "mine": desk.calls.mine,
        "open": lambda: desk.people.open(person, ASKED),
    }
    counts: list[dict[str, int]] = []
    for _ in range(3):
        for _ in range(4):
            call = desk.calls.register(NUMBER).the("call")
            desk.journal.write(person, WHOLE, call)
        counts.append({})
        for name, look in looks.items():
            with listening(ground.engine) as said:
                look()
            counts[-1][name] = len(said)
    assert counts[0] == counts[1] == counts[2]


def test_no_statement_reads_a_whole_table(ground: Ground) -> None:
    ground.nurse()
    for name, _, deed in shift(ground):
        with listening(ground.engine) as said:
            deed()
        assert [(name, line) for line in _slow_steps(ground.engine, said)] == []


def test_a_statement_that_reads_a_whole_table_is_seen(ground: Ground) -> None:
    assert _slow_steps(ground.engine, [("SELECT * FROM calls WHERE outcome = 'x'", ())])
    assert _slow_steps(ground.engine, [("SELECT * FROM calls ORDER BY outcome", ())])


def _slow_steps(engine: Engine, said: Said) -> list[str]:
    """What SQLite's planner would do without an index, table by table."""
    slow = []
    with engine.connect() as connection:
        for statement, values in said:
            if not re.match(r"SELECT|UPDATE|DELETE", statement):
                continue
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
            for *_, line in plan:
                scanned = re.match(r"SCAN (\w+)$", line)
                whole = scanned and scanned[1] in LARGE
                if whole or ("TEMP B-TREE FOR ORDER BY" in line and not _of_one(statement)):
                    slow.append(f"{line}: {statement}")
    return slow


def _of_one(statement: str) -> bool:
    """Sorting what belongs to one operator, entry or call is sorting a handful."""
    return bool(re.search(r"WHERE \w+\.(operator_id|entry_id|call_id|number) = ", statement))


def test_a_log_review_reads_no_whole_table(ground: Ground) -> None:
    ground.begin()
    ground.operator("nurse", Role.NURSE)
    ground.operator("reviewer", Role.LOG_REVIEWER, position="Loggranskare")
    ground.sign_in("nurse")
    call = ground.desk.calls.register(NUMBER).the("call")
    ground.desk.people.open(ground.person(), Stated(call_id=call))
    ground.clock.pass_time(days=2)
    ground.sign_in("reviewer")
    period = Period(ground.clock.at - timedelta(days=3), ground.clock.at)
    with listening(ground.engine) as said:
        assert ground.desk.log_review.patterns(period).accesses
    # What is found is put in order of time; it is not looked for in whole tables.
    assert [step for step in _slow_steps(ground.engine, said) if step.startswith("SCAN")] == []
