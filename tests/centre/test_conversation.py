"""Two desks and the centre over HTTPS: what one does the other has, whatever happens between."""

from __future__ import annotations

import threading
import time
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import text

from db.connect import open_central
from kundcenter.adapters.centre_client import CentreClient
from kundcenter.adapters.centre_faults import CentreAway
from kundcenter.adapters.certificates import Authority
from kundcenter.domain.feed import REFERENCE, team
from kundcenter.sync.exchange import Path as Where
from kundcenter.sync.wire import Pushed, Wait, Woken, pack, unpack
from tests.centre.ground import LONG, House, a_house, talk, until
from tests.centre.processes import own_postgres
from tests.ground import CARE_UNIT, WHOLE, WOMAN, Clock, fill_central, opened
from tests.sync.ground import Side, a_centre, shared

pytestmark = pytest.mark.loopback


def work(side: Side) -> None:
    """A nurse's first note."""
    side.nurse()
    person = side.person(WOMAN)
    call = side.desk.calls.register("+46701740605").the("call")
    side.desk.journal.write(person, WHOLE, call_id=call)


def test_what_one_desk_does_the_other_has(house: House, tmp_path: Path) -> None:
    one, its = house.side(tmp_path / "one.db", "ett")
    other, others = house.side(tmp_path / "other.db", "två")
    work(one)
    talk(one, its)
    talk(other, others)
    assert one.local.waiting().count == 0
    assert shared(one.engine) == shared(house.centre.engine)
    assert shared(other.engine)["entries"] == shared(one.engine)["entries"]
    assert len(shared(other.engine)["entries"]) == 1


def test_a_desk_that_waits_is_woken_when_another_has_done_something(
    house: House, tmp_path: Path
) -> None:
    one, its = house.side(tmp_path / "one.db", "ett")
    other, others = house.side(tmp_path / "other.db", "två")
    talk(other, others)
    woken: list[bytes] = []
    body = pack(Wait(other.local.cursors()))
    thread = threading.Thread(target=lambda: woken.append(others.ask("wait", body)))
    thread.start()
    until(lambda: house.service.ticker.waiting)
    begun = time.monotonic()
    work(one)
    talk(one, its)
    thread.join(LONG)
    assert unpack(woken[0], Woken).changed
    assert time.monotonic() - begun < 20  # and not when the wait is over by itself
    asked = house.service.ticker.asked
    threading.Event().wait(0.6)  # two ticks: nobody waits, so nothing is asked
    assert house.service.ticker.asked <= asked + 1


def test_nobody_is_woken_by_what_is_not_theirs(house: House, tmp_path: Path) -> None:
    one, its = house.side(tmp_path / "one.db", "ett")
    stranger = house.client()
    stranger.enrol(house.invited(care_unit="SE0000000001-OTHER"))
    work(one)
    talk(one, its)
    assert one.local.cursors()[team(CARE_UNIT)] > 0
    house.service.ticker._longest = 0.8
    asked = stranger.ask("wait", pack(Wait({team(CARE_UNIT): 0})))
    assert not unpack(asked, Woken).changed
    assert unpack(stranger.ask("wait", pack(Wait({REFERENCE: 0}))), Woken).changed
    assert unpack(its.ask("wait", pack(Wait({team(CARE_UNIT): 0}))), Woken).changed


def test_many_who_wait_cost_one_question_a_tick(house: House) -> None:
    clients = [house.enrolled()[1] for _ in range(8)]
    threads = [
        threading.Thread(target=lambda c=client: swallowed(c), name=f"waits {n}")
        for n, client in enumerate(clients)
    ]
    for thread in threads:
        thread.start()
    until(lambda: house.service.ticker.waiting == 8)
    before, begun = house.service.ticker.asked, time.monotonic()
    until(lambda: house.service.ticker.asked >= before + 4)
    assert time.monotonic() - begun >= 0.7
    for client in clients:
        client.close()
    for thread in threads:
        thread.join(LONG)


def swallowed(client: CentreClient) -> None:
    with pytest.raises(CentreAway):
        client.ask("wait", pack(Wait({})))


def test_the_same_bytes_meet_the_same_verdicts_at_whichever_service(
    house: House, store: str, authority: Authority, tmp_path: Path
) -> None:
    one, its = house.side(tmp_path / "one.db", "ett")
    work(one)
    one.exchange.look()
    while (ask := one.exchange.ask()).path is not Where.PUSH:
        one.exchange.hear(its.ask(ask.path.value, ask.body))
    first = its.ask("push", ask.body)
    assert unpack(first, Pushed).results
    with a_house(house.centre, store, authority) as second:
        there = house.client(one.device_id, url=second.url)
        assert unpack(there.ask("push", ask.body), Pushed).results == unpack(first, Pushed).results
        answers: list[bytes] = []
        threads = [
            threading.Thread(target=lambda c=c: answers.append(c.ask("push", ask.body)))
            for c in (its, there) * 3
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(LONG)
        verdicts = [unpack(each, Pushed).results for each in answers]
        assert verdicts == [unpack(first, Pushed).results] * 6
        one.exchange.hear(first)
        talk(one, there)  # a token of the one is good at the other
    assert shared(one.engine) == shared(house.centre.engine)


def test_two_services_at_once_serve_two_desks_on_one_database(
    house: House, store: str, authority: Authority, tmp_path: Path
) -> None:
    one, its = house.side(tmp_path / "one.db", "ett")
    other, _ = house.side(tmp_path / "other.db", "två")
    with a_house(house.centre, store, authority) as second:
        others = house.client(other.device_id, url=second.url)
        work(one)
        talk(one, its)
        talk(other, others)
        other.takes("nurse")
        for n in range(4):
            one.desk.calls.register(f"+4670174060{5 + n}")
            other.desk.calls.register(f"+4670174060{5 + n}")
        threads = [
            threading.Thread(target=talk, args=each) for each in ((one, its), (other, others))
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(LONG)
        talk(one, its)
        talk(other, others)
    assert shared(one.engine)["calls"] == shared(other.engine)["calls"]
    assert len(shared(one.engine)["calls"]) == 9
    assert house.centre.central.quarantined() == []


def test_without_postgresql_desks_are_told_to_come_again_and_are_served_when_it_is_back(
    authority: Authority, tmp_path: Path
) -> None:
    with ExitStack() as stack:
        server = stack.enter_context(own_postgres())
        url = server.url.replace("postgresql:", "postgresql+psycopg:")
        fill_central(url)
        centre = stack.enter_context(a_centre(url, Clock()))
        house = stack.enter_context(a_house(centre, url, authority))
        one, its = house.side(tmp_path / "one.db", "ett")
        work(one)
        waited: list[object] = []

        def wait() -> None:
            try:
                waited.append(its.ask("wait", pack(Wait({}))))
            except CentreAway as away:
                waited.append(away.facts["why"])

        thread = threading.Thread(target=wait)
        thread.start()
        until(lambda: house.service.ticker.waiting)
        server.stop()
        thread.join(LONG)
        assert waited == ["busy"]
        with pytest.raises(CentreAway) as caught:
            talk(one, its)
        assert (caught.value.facts["why"], caught.value.facts["retry_after"]) == ("busy", 5)
        assert house.raw().get("/health").status_code == 503
        server.start()
        assert house.raw().get("/health").status_code == 200
        talk(one, its)
        assert one.local.waiting().count == 0
        assert shared(one.engine) == shared(centre.engine)


def test_a_statement_at_the_centre_may_not_take_for_ever(store: str) -> None:
    with opened(open_central(store)) as engine, engine.connect() as connection:
        limits = [
            connection.execute(text(f"SHOW {name}")).scalar()
            for name in (
                "statement_timeout",
                "lock_timeout",
                "idle_in_transaction_session_timeout",
            )
        ]
    assert limits == ["5s", "2s", "30s"]
    with opened(open_central(store, patient=True)) as engine, engine.connect() as connection:
        assert connection.execute(text("SHOW statement_timeout")).scalar() == "0"
