"""A desk that is to be erased: first all it has is sent, then its key goes, then its files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kundcenter.adapters import profile_folder as at
from kundcenter.adapters.key_errors import KeyMissing, KeyringAway
from kundcenter.adapters.key_sources import KeyringSource
from kundcenter.adapters.keyring_store import KeyringStore
from kundcenter.adapters.private_secret_service import installed, private_secret_service
from kundcenter.adapters.profile import Profile
from kundcenter.adapters.profile_erasing import erase, erasing_begun
from kundcenter.domain.access import Role
from kundcenter.domain.devices import DeviceFrozen, DeviceState, DeviceUnknown
from kundcenter.sync.exchange import Exchange, News
from kundcenter.sync.exchange import Path as Where
from kundcenter.sync.wire import Emptied, Pull
from tests.ground import PASSWORD, fill_central
from tests.profiles import make_profile, source
from tests.sync.admission_ground import House, Seat, a_house


@pytest.fixture
def house(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    server = request.getfixturevalue("postgres_server")
    with server.clone("empty", fill_central) as url, a_house(url, tmp_path) as house:
        yield house


def mark(house: House, seat: Seat, state: DeviceState) -> None:
    with house.centre.engine.begin() as connection:
        where = f"WHERE id = '{seat.side.device_id}'"
        connection.exec_driver_sql(f"UPDATE centre_devices SET state = '{state}' {where}")


def state(house: House, seat: Seat) -> DeviceState:
    return house.centre.central.device(seat.side.device_id).state


def step(house: House, seat: Seat) -> tuple[Where, News]:
    ask = seat.side.exchange.ask()
    return ask.path, seat.side.exchange.hear(house.centre.answer(seat.side.device_id, ask))


def worked(house: House) -> Seat:
    """A desk where a nurse has worked, and has sent nothing of it."""
    house.operator("nurse", Role.NURSE)
    house.other.sign_in("nurse")
    house.other.side.person()
    return house.other


def test_all_that_was_not_sent_is_sent_before_anything_is_erased(house: House) -> None:
    seat = worked(house)
    mark(house, seat, DeviceState.WIPING)
    seat.side.exchange = Exchange(seat.side.local)
    assert seat.side.local.waiting().count > 0
    heard: list[tuple[Where, News]] = []
    while not heard or not heard[-1][1].erase:
        assert seat.side.local.cursors()  # nothing is taken away by the way either
        heard.append(step(house, seat))
    assert [path for path, _ in heard] == [Where.HELLO, Where.PUSH, Where.EMPTIED]
    assert seat.side.local.waiting().count == 0
    assert {verdict for _, verdict, _ in house.verdicts(seat)} == {"applied"}
    assert state(house, seat) is DeviceState.WIPING
    house.centre.answer(seat.side.device_id, Exchange.farewell())
    house.centre.answer(seat.side.device_id, Exchange.farewell())  # the answer may have been lost
    assert state(house, seat) is DeviceState.GONE
    with pytest.raises(DeviceUnknown):
        seat.sign_in("nurse")
    with pytest.raises(DeviceUnknown):
        step(house, seat)


def test_what_is_written_while_the_centre_is_asked_is_sent_first(house: House) -> None:
    seat = worked(house)
    mark(house, seat, DeviceState.WIPING)
    seat.side.exchange = Exchange(seat.side.local)
    step(house, seat)
    step(house, seat)
    ask = seat.side.exchange.ask()
    assert ask.path is Where.EMPTIED
    told = house.centre.answer(seat.side.device_id, ask)
    seat.desk.calls.register("+46701740605")  # in this very moment
    assert not seat.side.exchange.hear(told).erase
    paths: list[tuple[Where, News]] = []
    while not paths or not paths[-1][1].erase:
        paths.append(step(house, seat))
    assert [path for path, _ in paths] == [Where.HELLO, Where.PUSH, Where.EMPTIED]
    assert house.verdicts(seat)[-1] == ("calls.register", "applied", "")


def test_the_centre_lets_nothing_be_erased_that_it_does_not_have(house: House) -> None:
    seat = worked(house)
    judge, id = house.centre.judge, seat.side.device_id
    mine = Emptied(seat.side.local.heads())
    mark(house, seat, DeviceState.WIPING)
    assert not judge.emptied(id, mine).granted
    mark(house, seat, DeviceState.ACTIVE)
    seat.talk(house)
    assert not judge.emptied(id, Emptied(seat.side.local.heads())).granted  # nobody asked for it
    with pytest.raises(DeviceFrozen):
        judge.erased(id)
    assert state(house, seat) is DeviceState.ACTIVE


def test_a_desk_in_wrong_hands_is_erased_at_once_and_not_believed(house: House) -> None:
    seat = worked(house)
    mark(house, seat, DeviceState.HOSTILE)
    seat.side.exchange = Exchange(seat.side.local)
    path, news = step(house, seat)
    assert (path, news.erase) == (Where.HELLO, True)
    assert house.centre.judge.pull(seat.side.device_id, Pull({})).buckets == ()
    house.centre.answer(seat.side.device_id, Exchange.farewell())
    assert state(house, seat) is DeviceState.GONE


def test_a_desk_that_is_to_be_erased_is_given_no_more_rows(house: House) -> None:
    seat = worked(house)
    mark(house, seat, DeviceState.WIPING)
    page = house.centre.judge.pull(seat.side.device_id, Pull({"ref": 0}))
    assert (page.buckets, page.anew) == ((), True)


# -- the files -------------------------------------------------------------------------------------


@pytest.fixture
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KeyringStore]:
    if not installed():
        pytest.skip("needs a Secret Service: apt-get install dbus-daemon gnome-keyring")
    with private_secret_service(tmp_path_factory.mktemp("keyring"), PASSWORD) as environment:
        store = KeyringStore(environment=environment, patience=20)
        yield store
        store.close()


def filled(folder: Path) -> None:
    """Something in every place that a profile has."""
    for name in (at.DATABASE, f"{at.DATABASE}-wal", f"{at.DATABASE}-shm", "settings.toml"):
        (folder / name).write_bytes(b"x" * 100)
    for name in (at.MIRROR, at.BACKUPS, at.LOGS, "aside"):
        (folder / name / "deep").mkdir(parents=True)
        (folder / name / "deep" / "file").write_bytes(b"y" * 100)


def test_the_key_is_gone_from_the_keyring_and_no_file_is_left(
    tmp_path: Path, store: KeyringStore
) -> None:
    folder = tmp_path / "profile"
    with Profile.create(folder, KeyringSource(store)) as profile:
        filled(folder)
        profile.database_created()
        store.fetch(profile.id)
        erase(profile, store)
        assert not erasing_begun(folder)
        with pytest.raises(KeyMissing):
            store.fetch(profile.id)
        assert {path.name for path in folder.iterdir()} <= {at.LOCK}
        assert not at.exists(folder)


class Away:
    """A keyring that does not answer."""

    def forget(self, profile_id: object, *, backend: str | None = None) -> None:
        raise KeyringAway(reason="closed")


def test_while_the_key_cannot_be_destroyed_no_file_is_touched(
    tmp_path: Path, store: KeyringStore
) -> None:
    folder = tmp_path / "profile"
    with Profile.create(folder, KeyringSource(store)) as profile:
        filled(folder)
        profile.database_created()
        before = sorted(folder.rglob("*"))
        with pytest.raises(KeyringAway):
            erase(profile, Away())
        assert erasing_begun(folder)
        assert set(before) < set(folder.rglob("*"))
    with Profile.open(folder, for_restore=True) as profile:  # the program was started again
        erase(profile, store)
    assert {path.name for path in folder.iterdir()} <= {at.LOCK}


def test_an_erasure_that_was_interrupted_is_gone_on_with(tmp_path: Path) -> None:
    folder = make_profile(tmp_path / "profile")
    filled(folder)
    with Profile.open(folder) as profile:
        profile.key(source())
        profile.database_created()

    class Killed(Exception):
        pass

    def end(path: Path) -> None:
        raise Killed

    with (
        Profile.open(folder) as profile,
        pytest.MonkeyPatch.context() as patch,
        pytest.raises(Killed),
    ):
        patch.setattr("kundcenter.adapters.profile_erasing.shutil.rmtree", end)
        erase(profile, Away())
    assert erasing_begun(folder)
    with Profile.open(folder, for_restore=True) as profile:
        erase(profile, Away())  # the key is of a passphrase: its salt goes with the record
    assert {path.name for path in folder.iterdir()} <= {at.LOCK}
