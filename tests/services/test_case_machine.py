"""Whatever is done with cases, in whatever order and by whom, what is known of them stays true."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import event, select

from db.cases import rows as case_rows
from db.connect import open_local
from db.tables import metadata
from kundcenter.domain.access import Role
from kundcenter.domain.case_clocks import next_clock
from kundcenter.domain.case_codes import (
    OVER,
    AnswerBy,
    CaseField,
    CaseKind,
    Complainant,
    Duty,
    EditOutcome,
    Injury,
    InjuryDecision,
    Recipient,
    Said,
    Stage,
)
from kundcenter.domain.case_terms import TIMES
from kundcenter.domain.cases import Case, CaseDraft, CaseFacts, FieldEdit, open_conflicts
from kundcenter.errors import Conflict, Refused
from tests.ground import KEY, Clock, Ground, desk_on, fill_local
from tests.services.case_ground import draft

ROLES = {
    "handler": Role.CASE_HANDLER,
    "chief": Role.MEDICAL_LEAD,
    "service": Role.SERVICE_DESK,
    "nurse": Role.NURSE,
}
TABLES = ("cases", "case_steps", "case_edits", "operations", "access_log")
# Most of what is tried may be done; what may not is tried too.
WHO = st.sampled_from(("chief", "chief", "chief", "handler", "handler", "service", "nurse"))
TEXTS = st.sampled_from(("Test", "Ändå inte", "Återkom", ""))
WAYS = st.sampled_from((AnswerBy.LETTER, AnswerBy.TELEPHONE, AnswerBy.EMAIL, AnswerBy.NOT))
BEHIND = st.sampled_from((0, 0, 0, 1))  # how many versions ago the case was seen
MOST = 3  # cases
VALUES = {
    CaseField.SUMMARY: ("", "Ringde aldrig", "Ringde för sent"),
    CaseField.INJURY: tuple(Injury),
    CaseField.ANSWER_BY: (AnswerBy.LETTER, AnswerBy.NOT),
    CaseField.EVENT: ("", "2025", "2026-11-01"),
    CaseField.CONSENT: tuple(Said),
}
ORDER = [
    Stage.REGISTERED, Stage.CONFIRMED, Stage.ASSIGNED, Stage.INVESTIGATED, Stage.ASKED,
    Stage.ANSWERED,
]  # fmt: skip


class Cases(RuleBasedStateMachine):
    """Four operators at one desk, and some cases of every sort."""

    made = Bundle("made")
    folder: Path

    @initialize(target=made)
    def open_up(self) -> UUID:
        self.path = Path(tempfile.mkdtemp(dir=self.folder)) / "desk.db"
        shutil.copy(self.folder / "empty.db", self.path)
        self.engine = open_local(self.path, KEY)
        event.listen(self.engine, "connect", _in_a_hurry)
        clock = Clock()
        self.ground = Ground(desk_on(self.engine, clock), clock, self.engine)
        self.ground.begin()
        self.seats: dict[str, Any] = {}
        for name, role in ROLES.items():
            self.ground.operator(name, role)
        for name in ROLES:
            self.ground.sign_in(name)
            self.seats[name] = self.ground.desk.seat.actor
        self.desk = self.ground.desk
        self.values: dict[UUID, CaseFacts] = {}
        self.before: dict[UUID, Case] = {}
        self.verb = ""
        return self.register_one("handler", draft(injury=Injury.SUSPECTED))

    def teardown(self) -> None:
        if hasattr(self, "engine"):
            self.engine.dispose()
            shutil.rmtree(self.path.parent)

    def act(self, who: str, verb: str, carry_out: Callable[[], Any]) -> Any:
        """What the verb answers, or None when a rule refuses it and nothing has changed."""
        self.before, self.verb = self.cases(), verb
        self.desk.seat.take(self.seats[who])
        whole = [self.table(name) for name in TABLES]
        try:
            done = carry_out()
        except (Refused, Conflict):
            assert [self.table(name) for name in TABLES] == whole
            self.verb = ""
            return None
        grown = [len(self.table(name)) - len(old) for name, old in zip(TABLES, whole, strict=True)]
        assert grown[1] + grown[2] > 0  # something tells what was done
        assert grown[3:] == [1, 1]
        for name, old in list(zip(TABLES, whole, strict=True))[1:3]:
            now = {row["id"]: row for row in self.table(name)}
            assert all(now[row["id"]] == row for row in old)
        return done

    def table(self, name: str) -> list[dict[str, Any]]:
        with self.engine.connect() as connection:
            found = connection.execute(select(metadata.tables[name]))
            return [dict(row) for row in found.mappings()]

    def cases(self) -> dict[UUID, Case]:
        with self.engine.connect() as connection:
            return {each.id: each for each in case_rows.all(connection, case_rows.select())}

    def history(self, id: UUID) -> Any:
        """The case with its steps and edits, as the store tells them."""
        with self.desk.calls._store.read() as reading:
            return reading.cases.steps([id]), reading.cases.edits([id])

    @precondition(lambda self: len(self.values) < MOST)
    @rule(
        target=made,
        who=WHO,
        kind=st.sampled_from(CaseKind),
        injury=st.sampled_from(Injury),
        known=st.sampled_from((True, True, True, False)),
        told=st.sampled_from((AnswerBy.UNSAID, AnswerBy.TELEPHONE)),
    )
    def register(
        self, who: str, kind: CaseKind, injury: Injury, known: bool, told: AnswerBy
    ) -> UUID:
        new = draft(kind=kind, injury=injury, confirmed=told if known else AnswerBy.UNSAID)
        if not known:
            facts = replace(new.facts, complainant=Complainant.ANONYMOUS, name="", number="")
            new = replace(new, facts=facts)
        return self.register_one(who, new)

    def register_one(self, who: str, new: CaseDraft) -> UUID:
        done = self.act(who, "register", lambda: self.desk.cases.register(new))
        id: UUID = done.the("case")
        self.values[id] = new.facts
        return id

    @rule(
        who=WHO, id=made, name=st.sampled_from(sorted(VALUES)), at=st.integers(0, 9), of=st.data()
    )
    def edit(self, who: str, id: UUID, name: CaseField, at: int, of: st.DataObject) -> None:
        """From what stands, or from something that somebody saw long ago."""
        stands = self.values[id].value(name)
        old = of.draw(st.sampled_from((stands, stands, *VALUES[name])))
        new = VALUES[name][at % len(VALUES[name])]
        edits = (FieldEdit(name, str(old), str(new)),)
        if old == new:
            return
        if self.act(who, "edit", lambda: self.desk.cases.edit(id, edits)) is None:
            return
        if str(old) == stands:
            self.told(id, name, new)

    @rule(who=WHO, id=made, third=st.booleans())
    def choose(self, who: str, id: UUID, third: bool) -> None:
        """Of two who said different things, when there are any; else they say them now."""
        id = next((each.id for each in self.cases().values() if each.conflicts), id)
        if not self.cases()[id].conflicts:
            seen = self.values[id].value(CaseField.SUMMARY)
            for new in (f"{seen}.", f"{seen}!"):
                edit = partial(self.desk.cases.edit, id, (FieldEdit(CaseField.SUMMARY, seen, new),))
                if self.act("chief", "edit", edit) is None:
                    return
            self.told(id, CaseField.SUMMARY, f"{seen}.")
        first = open_conflicts(self.history(id)[1])[0]
        value = VALUES[first.name][0] if third else first.new
        choose = self.desk.cases.choose
        if self.act(who, "choose", lambda: choose(id, first.id, str(value))) is not None:
            self.told(id, first.name, value)

    def told(self, id: UUID, name: CaseField, value: str) -> None:
        kind = type(getattr(CaseFacts(), name))
        self.values[id] = replace(self.values[id], **{str(name): kind(value)})

    @rule(who=WHO, id=made, text=TEXTS)
    def comment(self, who: str, id: UUID, text: str) -> None:
        self.act(who, "comment", lambda: self.desk.cases.comment(id, text))

    @rule(who=WHO, id=made, by_way=WAYS)
    def confirm(self, who: str, id: UUID, by_way: AnswerBy) -> None:
        self.act(who, "confirm", lambda: self.desk.cases.confirm(id, by_way))

    @rule(who=WHO, id=made, to=st.sampled_from((None, *ROLES)), behind=BEHIND)
    def assign(self, who: str, id: UUID, to: str | None, behind: int) -> None:
        owner = None if to is None else self.seats[to].operator_id
        upon = self.cases()[id].version - behind
        done = self.act(who, "assign", lambda: self.desk.cases.assign(id, owner, upon=upon))
        assert done is None or not behind

    @rule(who=WHO, id=made)
    def begin(self, who: str, id: UUID) -> None:
        self.act(who, "begin", lambda: self.desk.cases.begin(id))

    @rule(
        who=WHO, id=made, text=TEXTS, waits=st.booleans(), days=st.sampled_from((0, 1, 7, 30, -1))
    )
    def ask(self, who: str, id: UUID, text: str, waits: bool, days: int) -> None:
        day = None if days == 0 else (self.ground.clock.at + timedelta(days=days)).date()
        ask, by_way = self.desk.cases.ask, AnswerBy.LETTER
        self.act(who, "ask", lambda: ask(id, text, by_way=by_way, waits=waits, day=day))

    @rule(who=WHO, id=made, text=TEXTS)
    def resume(self, who: str, id: UUID, text: str) -> None:
        """Of a case that waits, when there is any."""
        id = next((each.id for each in self.cases().values() if each.paused_since), id)
        self.act(who, "resume", lambda: self.desk.cases.resume(id, text))

    @rule(who=WHO, id=made, text=TEXTS, by_way=WAYS)
    def answer(self, who: str, id: UUID, text: str, by_way: AnswerBy) -> None:
        self.act(who, "answer", lambda: self.desk.cases.answer(id, text, by_way=by_way))

    @rule(who=WHO, id=made, to=st.sampled_from((None, *Recipient)), text=TEXTS)
    def end(self, who: str, id: UUID, to: Recipient | None, text: str) -> None:
        """Handed over, or taken back."""
        cases = self.desk.cases
        if to is None:
            self.act(who, "withdraw", lambda: cases.withdraw(id, text))
        else:
            self.act(who, "hand_over", lambda: cases.hand_over(id, to, text))

    @rule(who=WHO, id=made, text=TEXTS, behind=BEHIND)
    def close(self, who: str, id: UUID, text: str, behind: int) -> None:
        upon = self.cases()[id].version - behind
        done = self.act(who, "close", lambda: self.desk.cases.close(id, upon=upon, text=text))
        assert done is None or not behind

    @rule(who=WHO, id=made, text=TEXTS)
    def reopen(self, who: str, id: UUID, text: str) -> None:
        upon = self.cases()[id].version
        self.act(who, "reopen", lambda: self.desk.cases.reopen(id, upon=upon, text=text))

    @rule(id=made, decision=st.sampled_from(InjuryDecision), text=TEXTS)
    def decide(self, id: UUID, decision: InjuryDecision, text: str) -> None:
        self.act("chief", "decide", lambda: self.desk.cases.decide(id, decision, text))

    @rule(who=WHO, id=made, duties=st.lists(st.sampled_from(Duty), max_size=2))
    def inform(self, who: str, id: UUID, duties: list[Duty]) -> None:
        self.act(who, "inform", lambda: self.desk.cases.inform(id, tuple(duties)))

    @rule(hours=st.integers(1, 24 * 20))
    def time_passes(self, hours: int) -> None:
        self.before, self.verb = self.cases(), ""
        self.ground.clock.pass_time(hours=hours)

    @invariant()
    def the_facts_are_those_that_were_told_last(self) -> None:
        assert {id: each.facts for id, each in self.cases().items()} == self.values

    @invariant()
    def the_next_clock_stands_on_the_case(self) -> None:
        for each in self.cases().values():
            clock = next_clock(each, TIMES)
            stands = None if each.due_at is None else (each.due_at, each.due_clock)
            assert stands == (None if clock is None else (clock.ends, clock.kind))

    @invariant()
    def differences_are_counted(self) -> None:
        for id, each in self.cases().items():
            _, edits = self.history(id)
            assert each.conflicts == len(open_conflicts(edits)) >= 0
            settled = [edit.settles for edit in edits if edit.outcome is EditOutcome.CHOSEN]
            assert len(settled) == len(set(settled))

    @invariant()
    def waits_are_counted(self) -> None:
        for id, each in self.cases().items():
            steps, _ = self.history(id)
            assert each.paused_days == sum(step.days for step in steps)
            assert (each.paused_since is not None) == (each.stage is Stage.ASKED)
            assert bool(each.pause_reason) == (each.paused_since is not None)

    @invariant()
    def it_goes_forward_or_is_reopened(self) -> None:
        now = self.cases()
        for id, was in self.before.items():
            each = now[id]
            assert each.over == (each.stage in OVER) == (each.over_at is not None)
            if was.over and self.verb != "reopen":
                assert (each.stage, each.over_at, each.owner) == (was.stage, was.over_at, was.owner)
            elif not each.over and self.verb not in {"ask", "resume", "reopen"}:
                assert ORDER.index(each.stage) >= ORDER.index(was.stage)
            for first in ("answered_at", "confirmed_at"):
                assert getattr(was, first) in {None, getattr(each, first)}
            # The chief is told anew only of what is worse than what was decided about.
            anew = was.decided_at is not None and each.decided_at is None
            assert anew or was.alerted_at in {None, each.alerted_at}
            assert not anew or each.decision is InjuryDecision.UNDECIDED

    @invariant()
    def whoever_saw_another_case_can_tell(self) -> None:
        now = self.cases()
        for id, was in self.before.items():
            each = now[id]
            moved = (was.stage, was.owner, was.paused_since, was.promised_on, was.flagged) != (
                each.stage, each.owner, each.paused_since, each.promised_on, each.flagged,
            )  # fmt: skip
            assert each.version >= was.version + moved

    @invariant()
    def nothing_is_closed_over_an_open_question(self) -> None:
        now = self.cases()
        for id, each in now.items():
            was = self.before.get(id)
            if self.verb == "close" and was is not None and not was.over and each.over:
                assert each.conflicts == 0
                assert not (each.facts.injured and each.decision is InjuryDecision.UNDECIDED)

    @invariant()
    def the_chief_is_told_of_every_suspicion(self) -> None:
        for each in self.cases().values():
            assert not each.facts.injured or each.alerted_at is not None
            assert each.decision is InjuryDecision.UNDECIDED or each.decided_at is not None

    @invariant()
    def whatever_needs_somebody_is_on_a_list(self) -> None:
        kinds, listed = frozenset(CaseKind), set()
        for name in ("handler", "chief"):
            self.desk.seat.take(self.seats[name])
            listed |= {each.id for each in self.desk.cases.due(kinds)}
        now = self.cases()
        needs = {id for id, e in now.items() if not e.over or e.flagged or e.due_at is not None}
        assert listed == needs


def _in_a_hurry(raw: Any, _record: object) -> None:
    raw.execute("PRAGMA synchronous = OFF")


def test_what_is_known_of_cases_stays_true(tmp_path: Path) -> None:
    fill_local(tmp_path / "empty.db")
    machine = type("Machine", (Cases,), {"folder": tmp_path})

    run_state_machine_as_test(
        machine, settings=settings(max_examples=20, stateful_step_count=50, deadline=None)
    )
