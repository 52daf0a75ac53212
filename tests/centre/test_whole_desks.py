"""Whole desks on real profiles: enrolled by a code, signed in at the centre, linked over HTTPS."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import text

from kundcenter.centre.admitting import admission_on, ticket_key
from kundcenter.changes import Changes
from kundcenter.domain.access import Role
from kundcenter.domain.devices import DeviceState
from kundcenter.domain.link import LinkState, Phase
from kundcenter.domain.slots import PasswordWrong
from kundcenter.domain.tickets import Ended, SignedIn, TicketMissing
from kundcenter.settings import CentreSettings
from kundcenter.start.desk import Desk
from kundcenter.start.enrolling import Introduction, enrol
from kundcenter.start.erasing import DeskErased, erase_desk
from kundcenter.start.joining import begin_link
from kundcenter.start.link import Link
from kundcenter.start.opening import OpenDesk, open_profile
from kundcenter.start.settings_file import SETTINGS, read_settings
from tests.centre.ground import LONG, SECRET, House
from tests.ground import ASKED, CARE_UNIT, CHEAP, NUMBER, PASSWORD, WHOLE, WOMAN, identity
from tests.profiles import make_profile, opened, source
from tests.rig.proxy import Fault, proxy_before
from tests.sync.ground import knows

pytestmark = pytest.mark.loopback


@dataclass(slots=True)
class Whole:
    """An open desk with its link, and what the link has told."""

    open: OpenDesk
    link: Link
    settings: CentreSettings
    states: list[LinkState] = field(default_factory=list)
    changes: list[Changes] = field(default_factory=list)
    told: list[Ended] = field(default_factory=list)
    erase: list[bool] = field(default_factory=list)

    @property
    def desk(self) -> Desk:
        return self.open.desk

    @property
    def ended(self) -> set[UUID]:
        """Whose leave the centre has said to be over."""
        return {id for ended in self.told for id in ended.operator_ids}

    def end(self) -> bool:
        """What the window does with it; returns whether somebody had to go."""
        gone = [self.desk.end_sessions(ended) for ended in tuple(self.told)]
        return any(gone)

    def until(self, holds: Callable[[], object], what: str) -> None:
        """Wait until it holds."""
        end = time.monotonic() + LONG
        while not holds():
            assert time.monotonic() < end, what
            time.sleep(0.01)

    def drained(self) -> None:
        """Wait until the centre has answered all."""
        local = self.open.local
        assert local is not None
        self.until(lambda: local.waiting().count == 0, "the answers")


class Floor:
    """Desks on profiles in folders, beside one centre."""

    def __init__(self, house: House, folder: Path, stack: ExitStack) -> None:
        self.house, self.folder, self.stack = house, folder, stack
        self.way = stack.enter_context(proxy_before(int(house.url.rpartition(":")[2])))
        admission = admission_on(
            house.centre.engine,
            house.service._terms.codes,
            ticket_key(SECRET),
            house.centre.clock,
            house.service._terms.new_id,
            cost=CHEAP,
        )
        admission.begin("admin", "Test Administratör", PASSWORD)

    def desk(self, name: str) -> Whole:
        """A desk that has just been enrolled."""
        folder = make_profile(self.folder / name)
        with open_profile(folder) as profile:
            url = f"https://127.0.0.1:{self.way.port}"
            ca_file = self.house.authority.certificate
            given = Introduction(url, self.house.invited(name), ca_file)
            enrol(profile, source(), given)
        return self.again(folder)

    def again(self, folder: Path) -> Whole:
        """The program is started."""
        desk = opened(folder)
        settings = read_settings(folder / SETTINGS).centre
        assert settings is not None
        found: list[Whole] = []

        def erase() -> None:
            found[0].erase.append(True)

        states: list[LinkState] = []
        changes: list[Changes] = []
        told: list[Ended] = []
        link = begin_link(
            desk,
            settings,
            tell=states.append,
            announce=changes.append,
            ended=told.append,
            erase=erase,
        )
        whole = Whole(desk, link, settings, states, changes, told)
        found.append(whole)
        self.stack.callback(self.leave, whole)
        return whole

    @staticmethod
    def leave(whole: Whole) -> None:
        whole.link.stop()
        whole.open.close()


@pytest.fixture
def floor(house: House, tmp_path: Path) -> Iterator[Floor]:
    with ExitStack() as stack:
        yield Floor(house, tmp_path, stack)


def nurse(at: Whole, name: str = "anna") -> UUID:
    """A nurse whom the administrator at the desk adds, with a password that the centre keeps."""
    at.until(lambda: knows(at.open.engine, "admin"), "the operators")
    at.desk.sessions.sign_in("admin", PASSWORD)
    roles = frozenset({Role.NURSE})
    added = at.desk.operators.add(
        name, f"Test {name}", roles=roles, position="Sjuksköterska", care_unit=CARE_UNIT
    ).the("operator")
    at.drained()
    at.desk.operators.give_password(added, PASSWORD)
    at.desk.sessions.sign_out()
    return added


def test_what_a_nurse_does_at_one_desk_is_at_the_other_within_moments(floor: Floor) -> None:
    one, other = floor.desk("ett"), floor.desk("två")
    nurse(one)
    one.desk.sessions.sign_in("anna", PASSWORD)
    person = one.desk.people.register(identity(WOMAN), "Test", "Person").the("person")
    call = one.desk.calls.register(NUMBER).the("call")
    entry = one.desk.journal.write(person, WHOLE, call_id=call).the("entry")
    one.desk.journal.sign(entry, upon=1)
    other.until(lambda: knows(other.open.engine, "anna"), "the operator")
    signed = other.desk.sessions.sign_in("anna", PASSWORD)
    assert isinstance(signed, SignedIn)
    assert not signed.offline
    other.until(lambda: entry in {id for c in other.changes for id in c.of("entry")}, "the note")
    other.until(lambda: other.desk.journal.open(entry, ASKED).versions[-1].signed, "the signature")
    one.drained()
    assert one.states[-1].phase is Phase.JOINED


def test_who_the_centre_does_not_know_comes_in_nowhere(floor: Floor) -> None:
    one = floor.desk("ett")
    nurse(one)
    with pytest.raises(PasswordWrong):
        one.desk.sessions.sign_in("anna", "fel lösenord helt")
    with pytest.raises(PasswordWrong):
        one.desk.sessions.sign_in("okänd", PASSWORD)


def test_without_the_centre_only_who_was_here_comes_in(floor: Floor) -> None:
    one, other = floor.desk("ett"), floor.desk("två")
    nurse(one)
    one.desk.sessions.sign_in("anna", PASSWORD)
    one.desk.sessions.sign_out()
    one.drained()
    other.until(lambda: knows(other.open.engine, "anna"), "the operator")
    floor.way.be(Fault(refuse=True))
    floor.way.reset()
    signed = one.desk.sessions.sign_in("anna", PASSWORD)
    assert isinstance(signed, SignedIn)
    assert signed.offline
    assert one.desk.calls.register(NUMBER)
    with pytest.raises(TicketMissing):
        other.desk.sessions.sign_in("anna", PASSWORD)


def test_a_disabled_operator_is_ended_everywhere(floor: Floor) -> None:
    one, other = floor.desk("ett"), floor.desk("två")
    anna = nurse(one)
    other.until(lambda: knows(other.open.engine, "anna"), "the operator")
    other.desk.sessions.sign_in("anna", PASSWORD)
    one.desk.sessions.sign_in("admin", PASSWORD)
    one.desk.operators.disable(anna)
    other.until(lambda: anna in other.ended, "the end of the session")
    assert other.end()
    with pytest.raises(PasswordWrong):
        other.desk.sessions.sign_in("anna", PASSWORD)


def test_a_desk_that_is_to_be_erased_first_sends_all_it_has(floor: Floor) -> None:
    one = floor.desk("ett")
    nurse(one)
    one.desk.sessions.sign_in("anna", PASSWORD)
    one.drained()
    folder, id = one.open.profile.folder, one.open.profile.id
    central = floor.house.centre.central
    with central.batch(id) as batch:
        batch.put_device(batch.device.to_wipe())
    call = one.desk.calls.register(NUMBER).the("call")
    one.until(lambda: one.erase, "the order")
    with pytest.raises(DeskErased):
        erase_desk(one.open, one.settings, one.link)
    with floor.house.centre.engine.connect() as connection:
        query = text("SELECT count(*) FROM calls WHERE id = :id")
        assert connection.execute(query, {"id": call}).scalar() == 1
    assert central.device(id).state is DeviceState.GONE
    assert [path.name for path in folder.iterdir() if "lock" not in path.name] == []
