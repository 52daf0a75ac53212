"""A whole desk, its link and the service: who is opened comes back from what is past."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest

from db.sync.ageing import SqlAgeing
from kundcenter.domain.ageing import KeepTerms
from kundcenter.domain.lines import EndReason
from kundcenter.domain.parts import PartKind
from tests.centre.ground import House
from tests.centre.test_whole_desks import Floor, nurse
from tests.ground import ASKED, NUMBER, PASSWORD, WHOLE, WOMAN, identity

pytestmark = pytest.mark.loopback


@pytest.fixture
def floor(house: House, tmp_path: Path) -> Iterator[Floor]:
    with ExitStack() as stack:
        yield Floor(house, tmp_path, stack)


def test_who_is_sought_and_opened_comes_back_by_itself(floor: Floor) -> None:
    one = floor.desk("ett")
    nurse(one)
    one.desk.sessions.sign_in("anna", PASSWORD)
    desk = one.desk
    person = desk.people.register(identity(WOMAN), "Test", "Testsson").the("person")
    call = desk.calls.register(NUMBER).the("call")
    part = desk.calls.open_part(call, PartKind.ADVICE).the("part")
    entry = desk.journal.write(person, WHOLE, call, part).the("entry")
    desk.journal.sign(entry, upon=1)
    desk.calls.end(call, EndReason.OTHER)
    desk.calls.close(call, "EGENVARD")
    one.drained()
    clock = floor.house.centre.clock
    ageing = SqlAgeing(floor.house.centre.engine, KeepTerms(team=timedelta(0)))
    assert ageing.age(clock() + timedelta(seconds=1)) > 5
    one.link.nudge()
    one.until(lambda: desk.people.find(identity(WOMAN)) is None, "the person gone")

    assert desk.link is not None
    desk.link.seek(identity(WOMAN))
    one.until(lambda: desk.link and desk.link.has_come(identity(WOMAN)), "the person")
    found = desk.people.find(identity(WOMAN))
    assert found is not None
    assert found.id == person
    assert desk.people.open(person, ASKED).history == ()
    one.until(lambda: person in one.states[-1].past.come, "the notes")
    assert [each.entry.id for each in desk.people.open(person, ASKED).history] == [entry]
    assert any(person in state.past.asked for state in one.states)
    one.until(lambda: person not in one.states[-1].past.come, "that they are on the screen")
