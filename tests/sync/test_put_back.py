"""A centre that was put back in time: what any desk still has is all there again, each once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from db.connect import open_central
from db.sync.desk import Diverged, FeedHole, MassRemoval
from db.sync.refounding import CentreInUse, refound
from kundcenter.domain.access import Role
from kundcenter.domain.devices import Device
from kundcenter.domain.feed import Verdict
from kundcenter.domain.journal import Relation
from kundcenter.domain.parts import PartKind
from kundcenter.sync.exchange import Exchange, OtherCentre
from kundcenter.sync.wire import Hello
from tests.ground import MAN, NUMBER, WHOLE, WOMAN, opened
from tests.sync.ground import Centre, Side, shared
from tests.sync.putting_back import Copies
from tests.sync.redrive_ground import agree, all_of, an_older_centre, loose, waiting

Three = tuple[Centre, Side, Side]
SAID = "the centre was put back in time"
back = pytest.mark.logs(SAID)


@pytest.fixture
def copies(request: pytest.FixtureRequest, three: Three) -> Iterator[Copies]:
    made = Copies(request.getfixturevalue("postgres_server"), three[0])
    try:
        yield made
    finally:
        made.drop()


def at_work(three: Three) -> tuple[Centre, Side, Side]:
    """Anna at one desk and Bo at the other, who agree with the centre on all there is."""
    centre, one, other = three
    one.begin()
    one.operator("anna", Role.NURSE)
    one.operator("bo", Role.NURSE)
    for side in (one, other):
        side.talk(centre)
    one.sign_in("anna")
    other.takes("bo")
    agree(centre, one, other)
    return centre, one, other


def verdicts(centre: Centre) -> list[tuple[Any, ...]]:
    with centre.engine.connect() as connection:
        query = "SELECT device_id, n, operation_id, verdict FROM centre_results ORDER BY 1, 2"
        return [tuple(row) for row in connection.execute(text(query))]


def begun_anew(centre: Centre, side: Side) -> None:
    """All that there is to say; the program is started anew after every answer."""
    for _ in range(200):
        side.exchange = Exchange(side.local)
        before = (side.local.heads(), side.local.cursors(), side.local.answered_through())
        for _ in range(4):  # hello, and what comes next
            if side.step(centre) is None:
                break
        if before == (side.local.heads(), side.local.cursors(), side.local.answered_through()):
            return
    raise AssertionError("it goes on for ever")


@back
@pytest.mark.parametrize(("first", "anew"), [("one", False), ("other", True)])
def test_two_desks_with_half_of_what_was_lost_each_bring_all_of_it_back(
    three: Three, copies: Copies, first: str, anew: bool
) -> None:
    """F54: also what the one has built on what the other had made."""
    centre, one, other = at_work(three)
    copy = copies.take()
    person = one.person()
    call = one.desk.calls.register(NUMBER).the("call")
    one.desk.calls.open_part(call, PartKind.ADVICE)
    agree(centre, one, other)
    entry = other.desk.journal.write(person, WHOLE).the("entry")
    agree(centre, one, other)
    one.desk.journal.dissent(entry, "Så sade jag inte", "Test", Relation.SELF)
    other.desk.journal.sign(entry, upon=1)
    agree(centre, one, other)
    one.desk.people.note_language(person, "polska")  # which the centre never heard of
    expected, judged = shared(one.engine), verdicts(centre)
    copies.put_back(copy)
    assert shared(centre.engine) != expected
    order = (one, other) if first == "one" else (other, one)
    for side in (*order, *order, *order):
        begun_anew(centre, side) if anew else side.talk(centre)
    agree(centre, one, other)
    assert waiting(centre) == []
    found = shared(centre.engine)
    items = found.pop("work_items")
    assert not [item for item in items if item["resolved_at"] is None]
    expected.pop("work_items")
    assert found == expected
    assert {row[:3] for row in judged} <= {row[:3] for row in verdicts(centre)}
    stood = all_of(centre)
    for side in (one, other):
        side.exchange = Exchange(side.local)
        side.talk(centre)
    assert all_of(centre) == stood


def handed_over(one: Side) -> UUID:
    """A call of Anna's that she offers to both, so to say: to Bo."""
    call = one.desk.calls.register(NUMBER).the("call")
    bo = next(x.id for x in one.desk.calls.colleagues() if x.name == "Test Bo")
    one.desk.calls.hand_over(call, bo, "Ring upp")
    return call


@back
def test_a_claim_that_had_lost_does_not_win_because_it_comes_first(
    three: Three, copies: Copies
) -> None:
    centre, one, other = at_work(three)
    call = handed_over(one)
    agree(centre, one, other)
    copy = copies.take()
    one.desk.calls.withdraw(call)
    other.desk.calls.take(call)
    one.talk(centre)
    other.talk(centre)
    agree(centre, one, other)
    expected = shared(centre.engine)
    assert [item["verb"] for item in expected["work_items"]] == ["calls.take"]
    copies.put_back(copy)
    other.talk(centre)
    agree(centre, one, other)
    for name in ("calls", "hand_overs"):
        assert shared(centre.engine)[name] == expected[name]
    (item,) = shared(centre.engine)["work_items"]
    assert (item["verb"], item["kind"], item["code"]) == (
        "calls.take",
        "AVVISAD",
        expected["work_items"][0]["code"],
    )


@back
def test_a_claim_that_had_won_is_a_fact_and_waits_for_what_it_was_built_on(
    three: Three, copies: Copies
) -> None:
    centre, one, other = at_work(three)
    copy = copies.take()
    call = handed_over(one)
    agree(centre, one, other)
    other.desk.calls.take(call)
    agree(centre, one, other)
    expected = shared(centre.engine)
    copies.put_back(copy)
    other.talk(centre)  # nobody has told the centre of the call yet
    ((device, n),) = waiting(centre)
    assert (device, loose(other)) == (other.device_id, [n])
    with centre.engine.connect() as connection:
        (verdict,) = connection.execute(
            text("SELECT verdict FROM centre_results WHERE device_id = :id AND n = :n"),
            {"id": device, "n": n},
        ).scalars()
    assert verdict == Verdict.QUARANTINED
    assert len(other.desk.work_items.waiting()) == 1
    agree(centre, one, other)
    assert waiting(centre) == []
    assert other.desk.work_items.waiting() == ()
    for name in ("calls", "hand_overs"):
        assert shared(centre.engine)[name] == expected[name]


@back
def test_what_nobody_but_the_centre_had_is_gone_and_what_a_desk_has_stays(
    three: Three, copies: Copies
) -> None:
    """A third desk never comes back: its work is lost, and everybody goes on all the same."""
    centre, one, other = at_work(three)
    copy = copies.take()
    one.person(WOMAN)
    other.person(MAN)
    agree(centre, one, other)
    copies.put_back(copy)
    one.talk(centre)
    people = [row["given_name"] for row in shared(one.engine)["people"]]
    assert len(people) == 1
    assert loose(one) == []
    assert shared(one.engine) == shared(centre.engine)


@back
def test_a_bucket_that_stands_as_it_did_is_not_filled_anew(three: Three, copies: Copies) -> None:
    centre, one, _ = at_work(three)
    one.desk.choices.set("theme", "ljust")
    one.talk(centre)
    copy = copies.take()
    held = one.local.cursors()
    one.desk.choices.set("theme", "mörkt")
    one.talk(centre)
    copies.put_back(copy)
    one.exchange = Exchange(one.local)
    one.step(centre)  # hello
    (own,) = one.local.filling()
    assert own.startswith("operator:")
    held.pop(own)
    assert {**held, own: 0} == one.local.cursors()
    one.talk(centre)
    assert shared(one.engine) == shared(centre.engine)
    assert [row["value"] for row in shared(centre.engine)["choices"]] == ["mörkt"]


@pytest.mark.logs(SAID, "most of a bucket would go")
def test_a_centre_that_was_put_back_to_nothing_takes_nothing_away(
    three: Three, copies: Copies
) -> None:
    """The desk that has the most to tell puts it right, and the other one goes on."""
    centre, one, other = at_work(three)
    copy = copies.take()
    for _ in range(120):
        one.desk.calls.register(NUMBER)
    agree(centre, one, other)
    stood = shared(other.engine)["calls"]
    copies.put_back(copy)
    for _ in range(2):
        other.exchange = Exchange(other.local)
        with pytest.raises(MassRemoval):
            other.talk(centre)
        assert shared(other.engine)["calls"] == stood
    one.talk(centre)
    other.exchange = Exchange(other.local)
    agree(centre, one, other)
    assert shared(other.engine)["calls"] == stood


@back
def test_a_centre_of_another_line_is_told_nothing_and_changes_nothing(
    three: Three, copies: Copies
) -> None:
    """F55: also the old one, which comes back when its desks have gone over to another."""
    centre, one, other = at_work(three)
    epoch = one.local.epoch()
    one.desk.calls.register(NUMBER)
    copy = copies.take()
    _say_that_it_was_put_back(centre)
    agree(centre, one, other)
    new = one.local.epoch()
    assert new is not None
    assert new != epoch
    copies.put_back(copy, say_so=False)  # the old one is there again
    stood, mine = all_of(centre), shared(one.engine)
    one.desk.calls.register(NUMBER)
    one.exchange = Exchange(one.local)
    with pytest.raises(OtherCentre) as other_centre:
        one.talk(centre)
    assert other_centre.value.facts == {"mine": new, "its": epoch}
    assert all_of(centre) == stood
    assert centre.central.device(one.device_id) == _as_it_stood(centre, one)
    assert one.local.waiting().count == 1
    assert len(shared(one.engine)["calls"]) == len(mine["calls"]) + 1
    copies.put_back(copy, new)  # whoever puts it right names the epoch that the desks are of
    agree(centre, one, other)


def _say_that_it_was_put_back(centre: Centre) -> None:
    centre.engine.dispose()
    with centre.engine.begin() as connection:
        refound(connection)


def _as_it_stood(centre: Centre, side: Side) -> Device:
    """A hello of another line leaves no trace, not even of when it was."""
    before = centre.central.device(side.device_id)
    hello = Hello(side.device_id, side.local.heads(), uuid4())
    assert centre.judge.hello(hello).buckets == ()
    return before


@back
def test_an_epoch_may_be_missed_altogether(three: Three, copies: Copies) -> None:
    centre, one, other = at_work(three)
    copy = copies.take()
    one.person(WOMAN)
    agree(centre, one, other)
    first = copies.put_back(copy)
    one.talk(centre)
    other.person(MAN)  # it hears of none of this
    one.desk.calls.register(NUMBER)
    assert first is not None
    one.talk(centre)
    copies.put_back(copy, first.epoch)
    agree(centre, other, one)
    assert len(shared(centre.engine)["people"]) == 2
    assert len(shared(centre.engine)["calls"]) == 1


def patiently(centre: Centre, side: Side) -> None:
    """As the link does: what does not add up is filled anew."""
    for _ in range(10):
        side.exchange = Exchange(side.local)
        try:
            side.talk(centre)
        except (Diverged, FeedHole) as error:
            side.local.refill(str(error.facts["bucket"]))
        else:
            return
    raise AssertionError("it never adds up")


@pytest.mark.logs(SAID, "mended", "bucket differs")
def test_a_centre_that_has_forgotten_and_does_not_say_so_is_told_again(
    three: Three, copies: Copies
) -> None:
    centre, one, other = at_work(three)
    copy = copies.take()
    person = one.person()
    one.desk.journal.write(person, WHOLE)
    one.talk(centre)
    done = one.local.heads().operation.n
    copies.put_back(copy, say_so=False)
    with an_older_centre("journal.write"):  # and now it is of another mind
        patiently(centre, one)
    patiently(centre, other)
    assert one.local.epoch() == centre.central.epoch()
    assert waiting(centre) == [(one.device_id, done)]
    assert shared(other.engine) == shared(centre.engine)
    assert len(shared(one.engine)["entries"]) == 1  # what was written is still seen here
    with one.engine.connect() as connection:
        known = connection.execute(
            text("SELECT verdict FROM sync_answers WHERE n = :n"), {"n": done}
        ).scalar()
    assert known == Verdict.QUARANTINED


def test_a_centre_that_is_in_use_is_not_told_so(three: Three, copies: Copies) -> None:
    centre, one, other = at_work(three)
    agree(centre, one, other)
    url = centre.engine.url.render_as_string(hide_password=False)
    with opened(open_central(url)) as busy, busy.connect() as connection:
        connection.execute(text("SELECT 1"))
        centre.engine.dispose()
        with centre.engine.begin() as asked, pytest.raises(CentreInUse) as in_use:
            refound(asked)
    assert in_use.value.facts == {"count": 1}
    epoch, earlier = centre.central.lineage()
    assert (epoch, earlier) == (one.local.epoch(), ())


@back
def test_what_is_of_an_operator_whom_the_centre_has_forgotten_here_is_held_meanwhile(
    three: Three, copies: Copies
) -> None:
    centre, _, other = at_work(three)
    copy = copies.take()
    other.takes("anna")  # for the first time at this desk
    other.desk.choices.set("theme", "mörkt")
    for _ in range(2):
        other.exchange = Exchange(other.local)
        other.talk(centre)
    held = other.local.cursors().keys()
    copies.put_back(copy)
    other.exchange = Exchange(other.local)
    for _ in range(3):
        other.step(centre)
        assert other.local.cursors().keys() == held
        assert [row["value"] for row in shared(other.engine)["choices"]] == ["mörkt"]
    other.talk(centre)
    assert shared(other.engine) == shared(centre.engine)
