"""How many statements the supervisor's verbs and looks need, and that none reads a whole table."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from sqlalchemy import Engine

from db.tables import metadata
from kundcenter.domain.calendar import local as by_clock
from kundcenter.domain.supervision import periods
from kundcenter.domain.supervision.call_reviews import Grade, Mark, Pick
from kundcenter.domain.supervision.exploring import By, Query
from kundcenter.domain.supervision.feedback import About, FeedbackDraft
from kundcenter.domain.supervision.summary import SummaryOrder
from tests.db.test_queries import SMALL, Said, listening
from tests.ground import WHOLE, Clock, Ground, desk_on
from tests.services.supervision.leading_deeds import WEEK, Led, every_verb, made_led, shift
from tests.services.supervision.sampled import FRAME, RIGHT, spoken

# What the house decides a few times a week at most, and hours that nobody has counted yet.
ORDERS = {
    *("queue_closures", "redirects", "roster_terms", "case_terms", "targets", "surveys"),
    *("packs", "rule_sets", "topics", "figure_stale"),
}
LARGE = metadata.tables.keys() - SMALL - ORDERS
OF_SOME = {  # that hold only the few rows that somebody has still to see to
    index.name
    for table in metadata.tables.values()
    for index in table.indexes
    if index.dialect_options["sqlite"]["where"] is not None
}


@pytest.fixture
def ground(local: Engine) -> Ground:
    clock = Clock()
    return Ground(desk_on(local, clock), clock, local)


@pytest.fixture
def led(ground: Ground) -> Led:
    return made_led(ground)


def test_every_verb_and_look_is_in_the_list(led: Led) -> None:
    named = set[str]()
    for name, _, deed in shift(led):
        named.add(name.partition(" ")[0])
        deed()
    assert named == every_verb()


def test_each_needs_few_statements_and_reads_no_whole_table(led: Led) -> None:
    many, slow = [], []
    for name, most, deed in shift(led):
        with listening(led.ground.engine) as said:
            deed()
        assert said, name
        if len(said) > most:
            many.append((name, len(said), most))
        slow += [(name, line) for line in whole_tables(led.ground.engine, said)]
    assert (many, slow) == ([], [])


def test_a_table_that_is_read_from_end_to_end_is_seen(led: Led) -> None:
    for statement, seen in (
        ("SELECT * FROM presences WHERE kind = 'x'", True),
        ("SELECT * FROM call_reviews ORDER BY begun_at, id", True),  # by its index, but all of it
        ("SELECT * FROM call_reviews ORDER BY begun_at, id LIMIT 9", False),
        ("SELECT * FROM feedback WHERE state IN ('open', 'taken_up')", False),
        ("SELECT * FROM roster_terms", False),
    ):
        assert bool(whole_tables(led.ground.engine, [(statement, ())])) == seen, statement


def whole_tables(engine: Engine, said: Said) -> list[str]:
    """What SQLite's planner reads from end to end of that which grows."""
    with engine.connect() as connection:
        return [
            f"{line}: {statement}"
            for statement, values in said
            if re.match(r"SELECT|UPDATE|DELETE|INSERT", statement)
            for *_, line in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
            if _whole(line, statement)
        ]


def _whole(line: str, statement: str) -> bool:
    scanned = re.match(r"SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?$", line)
    if scanned is None or scanned[1] not in LARGE:
        return False
    return scanned[2] is None or not (" LIMIT " in statement or scanned[2] in OF_SOME)


@pytest.mark.parametrize("rounds", [3])
def test_the_number_of_statements_does_not_grow_with_the_number_of_rows(
    led: Led, rounds: int
) -> None:
    desk, at = led.ground.desk, led.ground.clock.at
    span = periods.day(by_clock(at).date())
    looks: dict[str, Callable[[], object]] = {
        "figures.live": desk.figures.live,
        "figures.operators": lambda: desk.figures.operators(span),
        "figures.of": lambda: desk.figures.of(span),
        "summaries.of": lambda: desk.summaries.of(SummaryOrder(span)),
        "explore.look": lambda: desk.explore.look(Query(By.REASON, span)),
        "presences.now": desk.presences.now,
        "samples.all": desk.samples.all,
        "call_reviews.latest": desk.call_reviews.latest,
        "feedback.latest": desk.feedback.latest,
        "roster.between": lambda: desk.roster.between(at - WEEK, at + WEEK),
    }
    counts: list[dict[str, int]] = []
    for number in range(rounds):
        _more(led, number)
        desk.figures.of(span)  # what has changed is counted before
        counts.append({})
        for name, look in looks.items():
            with listening(led.ground.engine) as said:
                look()
            counts[-1][name] = len(said)
    assert counts[0] == counts[1] == counts[2]


def _more(led: Led, number: int) -> None:
    desk = led.ground.desk
    led.ground.sign_in("nora")
    for n in range(4):
        call = spoken(led.ground, f"line-{number}-{n}")
        desk.journal.write(led.ground.people["one"], WHOLE, call)
        desk.feedback.send(FeedbackDraft(About.RULES, "Fel", name="Regler"))
    led.ground.sign_in("lisa")
    sample = desk.samples.draw(FRAME, (call,), 1).the("sample")
    desk.samples.judge(sample, call, RIGHT)
    review = desk.call_reviews.begin((Pick(call, led.nurse.operator_id),)).the("call_review")
    desk.call_reviews.write(review, (Mark("O2", Grade.YES),), "Bra")
