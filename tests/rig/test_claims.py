"""Many want the same thing (F44, F45), and two correct the same signed note (F49): over HTTPS."""

from __future__ import annotations

import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from threading import Barrier, Thread
from uuid import UUID

import pytest
from sqlalchemy import text

from db.base import Unit
from db.operators import SqlOperators
from kundcenter.adapters.centre_client import CentreClient
from kundcenter.adapters.centre_faults import CentreAway
from kundcenter.domain.access import Role
from kundcenter.domain.case_codes import CaseKind
from kundcenter.domain.case_terms import CATEGORIES, TIMES
from kundcenter.domain.cases import CaseDraft, CaseFacts
from kundcenter.domain.feed import Verdict
from kundcenter.domain.parts import PartKind
from kundcenter.domain.snippets import Scope, Wording
from kundcenter.sync.exchange import Path as Where
from tests.centre.ground import talk
from tests.ground import MAN, NUMBER, WHOLE, WOMAN, identity
from tests.postgres import PostgresServer
from tests.rig import seat_claims as seats
from tests.rig.network import FULL, Street, a_street, measured
from tests.sync.ground import Side, a_side, shared

pytestmark = pytest.mark.loopback
DESKS = 40 if FULL else 8
CHIEF = "chef"


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that only one can have: how it comes to be there, and how somebody claims it."""

    name: str
    prepare: Callable[[Side], UUID]
    claim: Callable[[Side, UUID], object]
    taken: tuple[str, str]  # which table tells how often it was had, and under what condition
    who: str = CHIEF  # claims it


def bo(side: Side) -> UUID:
    """A colleague."""
    with side.engine.connect() as connection:
        found = SqlOperators(Unit(connection)).by_user_name("bo")
    assert found is not None
    return found.id


def an_offer(side: Side) -> UUID:
    call = side.desk.calls.register(NUMBER).the("call")
    side.desk.calls.open_part(call, PartKind.ADVICE)
    side.desk.calls.hand_over(call, bo(side), "Ring upp")
    return call


def a_call(side: Side) -> UUID:
    return side.desk.calls.register(NUMBER).the("call")


def two_persons(side: Side) -> UUID:
    side.desk.people.register(identity(WOMAN), "Test", "Person")
    return side.desk.people.register(identity(MAN), "Test", "Person").the("person")


def a_snippet(side: Side) -> UUID:
    return side.desk.snippets.add(Scope.TEAM, Wording("feb", "Feber", "Drick.")).the("snippet")


def a_case(side: Side) -> UUID:
    facts = CaseFacts(kind=CaseKind.ADVICE, words="Jag har feber")  # any nurse may have it
    return side.desk.cases.register(CaseDraft(facts)).the("case")


def nothing(side: Side) -> UUID:
    return side.desk.seat.actor.operator_id


CLAIMS = (
    Claim(
        "take",
        an_offer,
        lambda side, call: side.desk.calls.take(call),
        ("hand_overs", "taken_at IS NOT NULL"),
        who="bo",
    ),
    Claim(
        "hand over",
        a_call,
        lambda side, call: side.desk.calls.hand_over(call, bo(side), f"Från {side.device_id}"),
        ("hand_overs", "true"),
    ),
    Claim(
        "merge",
        two_persons,
        lambda side, person: side.desk.people.merge(person, side.person_of(WOMAN), "Samma"),
        ("merges", "true"),
    ),
    Claim(
        "change a snippet",
        a_snippet,
        lambda side, id: side.desk.snippets.change(
            id, Wording("feb", "Feber", f"Vila. {side.device_id}"), upon=1
        ),
        ("snippet_versions", "number = 2"),
    ),
    Claim(
        "add a snippet",
        nothing,
        lambda side, _: side.desk.snippets.add(
            Scope.TEAM, Wording("ny", "Ny", f"Text av {side.device_id}")
        ),
        ("snippets", "code = 'ny'"),
    ),
    Claim(
        "a place in a queue",
        seats.a_queue,
        seats.place,
        ("timeslot_seats", "held_by IS NOT NULL"),
    ),
    Claim(
        "a time",
        seats.a_free_time,
        lambda side, time: side.desk.bookings.book(time, seats.another(side)),
        ("timeslot_seats", "held_by IS NOT NULL"),
    ),
    Claim(
        "a time to move to",
        seats.a_free_time_to_move_to,
        seats.rebook,
        ("bookings", "replaces IS NOT NULL"),
    ),
    Claim(
        "an offer", seats.a_freed_time_and_who_waits, seats.offer_to_the_first, ("offers", "true")
    ),
    Claim("an answer", seats.an_offer, seats.accept, ("offers", "state = 'TACKAT_JA'")),
    Claim(
        "a case",
        a_case,
        lambda side, case: side.desk.cases.assign(case, bo(side), upon=0),
        ("case_steps", "act = 'FORDELAD'"),
    ),
    Claim(
        "the end of a case",
        a_case,
        lambda side, case: side.desk.cases.close(case, upon=0, text=f"Av {side.device_id}"),
        ("case_steps", "act = 'AVSLUTAD'"),
    ),
    Claim(
        "an edition of the case terms",
        a_case,
        lambda side, _: side.desk.case_terms.publish(CATEGORIES, TIMES, upon=0),
        ("case_terms", "true"),
    ),
)


@pytest.fixture
def street(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[Street]:
    with a_street(postgres_server, tmp_path) as street:
        yield street


def chief_at(street: Street) -> Side:
    """A desk with somebody at it who may do all of this."""
    side = street.desk("först")
    side.begin()
    side.operator("bo", Role.NURSE)
    side.operator(CHIEF, Role.NURSE, Role.SUPERVISOR_NURSE)
    side.unit()
    side.sign_in(CHIEF)
    return side


def desks(street: Street, number: int, who: str = CHIEF) -> list[Side]:
    """Desks that all know what there is, with the same person signed in at each."""
    template = street.desk("mall")
    street.settle(template)
    with template.engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        assert raw is not None
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    house = street.house
    found = []
    for each in range(number):
        path = Path(shutil.copy(street.folder / "mall.db", street.folder / f"desk-{each}.db"))
        side = a_side(street.stack, path, house.centre.clock, house.centre, f"d{each}")
        with house.centre.engine.begin() as connection:
            key = {"key": house.key(side.device_id).public, "id": side.device_id}
            connection.execute(
                text("UPDATE centre_devices SET public_key = :key WHERE id = :id"), key
            )
        side.takes(who)
        found.append(side)
    return found


def all_at_once(street: Street, sides: list[Side]) -> list[BaseException]:
    """Everybody says all there is to say, at the same moment."""
    begin, failed = Barrier(len(sides)), list[BaseException]()

    def say(side: Side, client: CentreClient) -> None:
        try:
            ask = side.exchange.ask()
            side.exchange.hear(client.ask(ask.path.value, ask.body))  # hello
            begin.wait(60)
            while (ask := side.exchange.ask()).path is not Where.WAIT:
                try:
                    side.exchange.hear(client.ask(ask.path.value, ask.body))
                except CentreAway as away:
                    pause = away.facts["retry_after"]
                    assert isinstance(pause, int), away.facts
                    time.sleep(pause)  # as the centre asks for
        except BaseException as error:
            failed.append(error)

    threads = [
        Thread(target=say, args=(side, street.house.client(side.device_id)), name=f"desk {n}")
        for n, side in enumerate(sides)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    return failed


def verdicts(street: Street, sides: list[Side]) -> Counter[str]:
    """Of the last operation of each desk."""
    last = [(side.device_id, side.local.heads().operation.n) for side in sides]
    with street.house.centre.engine.connect() as connection:
        query = text("SELECT verdict FROM centre_results WHERE device_id = :device AND n = :n")
        return Counter(
            connection.execute(query, {"device": device, "n": n}).scalar_one() for device, n in last
        )


def agree(street: Street, sides: list[Side]) -> None:
    for side in sides:
        talk(side, street.house.client(side.device_id))
    its = shared(street.house.centre.engine)
    for side in sides:
        assert side.local.waiting().count == 0
        assert shared(side.engine) == its


def how_often(street: Street, claim: Claim) -> int:
    table, condition = claim.taken
    with street.house.centre.engine.connect() as connection:
        query = text(f"SELECT count(*) FROM {table} WHERE {condition}")
        return int(connection.execute(query).scalar_one())


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.name)
def test_of_all_who_claim_it_at_once_one_has_it_and_all_others_have_work(
    street: Street, claim: Claim
) -> None:
    """F44: nobody is told yes who has not got it, and nobody no without a work item."""
    first = chief_at(street)
    what = claim.prepare(first)
    street.settle(first)
    sides = desks(street, DESKS, claim.who)
    for side in sides:
        claim.claim(side, what)
    begun = time.monotonic()
    assert all_at_once(street, sides) == []
    measured(f"{DESKS} desks {claim.name} at once: {time.monotonic() - begun:.1f} s")
    assert verdicts(street, sides) == {Verdict.APPLIED: 1, Verdict.REJECTED: DESKS - 1}
    assert how_often(street, claim) == 1
    agree(street, sides)
    items = shared(street.house.centre.engine)["work_items"]
    assert len(items) == DESKS - 1
    assert {(item["kind"], item["resolved_at"]) for item in items} == {("AVVISAD", None)}
    assert len({item["device_id"] for item in items}) == DESKS - 1


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("claim", CLAIMS[:1] if not FULL else CLAIMS, ids=lambda claim: claim.name)
def test_of_two_who_claimed_it_offline_the_first_to_be_heard_has_it(
    street: Street, claim: Claim, seed: int
) -> None:
    """F45: which of them worked first does not matter; both see how it ended."""
    first = chief_at(street)
    what = claim.prepare(first)
    street.settle(first)
    sides = desks(street, 2, claim.who)
    for side in sides:
        claim.claim(side, what)
        side.desk.calls.register(NUMBER)  # and work goes on: that is not lost with the claim
    turns = [0, 1]
    Random(seed).shuffle(turns)
    heard = [sides[turn] for turn in turns]
    for side in heard:
        talk(side, street.house.client(side.device_id))
    with street.house.centre.engine.connect() as connection:
        rejected = connection.execute(
            text("SELECT device_id FROM centre_results WHERE verdict = 'rejected'")
        ).all()
    assert [row.device_id for row in rejected] == [heard[1].device_id]
    assert how_often(street, claim) == 1
    agree(street, sides)
    (item,) = shared(sides[0].engine)["work_items"]
    assert (item["kind"], UUID(item["device_id"])) == ("AVVISAD", heard[1].device_id)
    assert [each.id for each in heard[1].desk.work_items.waiting()] == [UUID(item["id"])]


@pytest.mark.parametrize("seed", range(2))
def test_of_two_who_corrected_one_signed_note_offline_both_are_kept(
    street: Street, seed: int
) -> None:
    """F49: the later one follows on the earlier, and says which version its author had seen."""
    first = chief_at(street)
    person = first.person(WOMAN)
    entry = first.desk.journal.write(person, WHOLE).the("entry")
    first.desk.journal.sign(entry, upon=1)
    street.settle(first)
    sides = desks(street, 2)
    said = {}
    for number, side in enumerate(sides):
        note = replace(WHOLE, advice=f"Råd nummer {number}")
        side.desk.journal.correct(entry, note, upon=1, reason="Fel råd.")
        side.desk.journal.sign(entry, upon=2)
        said[side.device_id] = f"Råd nummer {number}"
    turns = [0, 1]
    Random(seed).shuffle(turns)
    heard = [sides[turn] for turn in turns]
    for side in heard:
        talk(side, street.house.client(side.device_id))
    agree(street, sides)
    versions = shared(street.house.centre.engine)["entry_versions"]
    told = sorted((row["number"], row["upon"], row["advice"]) for row in versions)
    assert told[1:] == [
        (2, 0, said[heard[0].device_id]),
        (3, 1, said[heard[1].device_id]),
    ]
    assert all(row["signed_at"] for row in versions)
    assert shared(street.house.centre.engine)["work_items"] == []
