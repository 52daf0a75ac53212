"""A demo profile: made once, whole or not at all, and an ordinary desk afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from db import bulk
from kundcenter.adapters.passphrase import PassphraseSource
from kundcenter.adapters.profile import Profile, ProfileExists
from kundcenter.demo.region import published
from kundcenter.domain.calls import Call, CallState
from kundcenter.domain.identity import PersonId, parse
from kundcenter.domain.lines import EndReason
from kundcenter.services.calls import Ring
from kundcenter.start.demo_region import PASSPHRASE, PASSWORD, Wish, make, source_for
from kundcenter.start.entrance import SETTINGS, read_settings
from kundcenter.start.opening import OpenDesk, open_desk, open_profile
from kundcenter.start.verifying import verify_profile
from tests.demo.conftest import UNTIL
from tests.demo.numbers_guard import TODAY
from tests.ground import ASKED, CHEAP, NUMBER, WHOLE

WISH = Wish(UNTIL, calls=600)


def source() -> PassphraseSource:
    return PassphraseSource(PASSPHRASE, cost=CHEAP)


def opened(folder: Path) -> OpenDesk:
    return open_desk(open_profile(folder), source())


def test_a_nurse_takes_a_call_in_the_demo_region_like_anywhere(tmp_path: Path) -> None:
    made = make(tmp_path / "demo", source(), WISH)
    assert made.counts[Call] == 600
    with opened(made.folder) as desk:
        calls, people, journal = desk.desk.calls, desk.desk.people, desk.desk.journal
        assert desk.profile.demo
        assert desk.desk.sessions.sign_in("ssk", PASSWORD).position == "Sjuksköterska"
        call = calls.ring(Ring("line-1", number=NUMBER, waited=timedelta(seconds=5))).the("call")
        calls.answer(call)
        person = people.find(_official())
        assert person is not None
        people.open(person.id, ASKED)
        entry = journal.write(person.id, WHOLE, call).the("entry")
        journal.sign(entry, upon=1)
        calls.end(call, EndReason.CALLER)
        calls.close(call)
        assert calls.latest()[0].state is CallState.DONE
        assert journal.take_print(entry, "arkivet").entry.id == entry
        history = people.open(person.id, ASKED).history
        assert history[0].entry.id == entry
    with open_profile(made.folder) as profile:
        assert verify_profile(profile, source()).findings == ()


def test_the_door_says_whose_workstation_it_is(tmp_path: Path) -> None:
    made = make(tmp_path / "demo", source(), WISH)
    assert read_settings(made.folder / SETTINGS).place == "Kundcenter Jönköping (demo)"


def test_everybody_named_in_the_readme_can_sign_in(tmp_path: Path) -> None:
    made = make(tmp_path / "demo", source(), WISH)
    with opened(made.folder) as desk:
        for user in (post.user for post in published().posts):
            desk.desk.sessions.sign_in(user, PASSWORD)
            desk.desk.sessions.sign_out()


def test_a_region_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    first = make(tmp_path / "demo", source(), WISH)
    with opened(first.folder) as desk:
        desk.desk.sessions.sign_in("ssk", PASSWORD)
        call = desk.desk.calls.register().the("call")
    again = make(first.folder, source(), Wish(UNTIL + timedelta(days=9)))
    assert again.mark == first.mark
    assert not again.counts
    with opened(first.folder) as desk:
        desk.desk.sessions.sign_in("ssk", PASSWORD)
        assert desk.desk.calls.get(call).id == call


def test_a_region_that_is_made_again_is_new_all_through(tmp_path: Path) -> None:
    first = make(tmp_path / "demo", source(), WISH)
    with opened(first.folder) as desk:
        desk.desk.sessions.sign_in("ssk", PASSWORD)
        desk.desk.calls.register()
    again = make(first.folder, source(), replace(WISH, seed=7), again=True)
    assert (again.mark.seed, again.counts[Call]) == (7, 600)
    with opened(first.folder) as desk:
        desk.desk.sessions.sign_in("ssk", PASSWORD)
        assert len(desk.desk.calls.latest(1000)) == 600
    with open_profile(first.folder) as profile:
        assert verify_profile(profile, source()).findings == ()


def test_making_that_was_interrupted_is_begun_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(bulk, "write", interrupted)
        with pytest.raises(KeyboardInterrupt):
            make(tmp_path / "demo", source(), WISH)
    with open_profile(tmp_path / "demo") as profile:
        assert not profile.ready
        assert not profile.database.exists()
    assert make(tmp_path / "demo", source(), WISH).counts[Call] == 600


def test_a_profile_of_real_work_is_never_filled(tmp_path: Path) -> None:
    Profile.create(tmp_path / "real", source()).close()
    for again in (False, True):
        with pytest.raises(ProfileExists):
            make(tmp_path / "real", source(), WISH, again=again)
    with open_profile(tmp_path / "real") as profile:
        assert not profile.database.exists()


def test_a_demo_profile_on_a_machine_without_a_keyring_opens_with_what_all_know(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "demo"
    assert isinstance(source_for(folder), PassphraseSource)
    made = make(folder, source_for(folder), WISH)
    with open_profile(folder) as profile:
        assert profile.needs_passphrase
    open_desk(open_profile(made.folder), PassphraseSource(PASSPHRASE)).close()


def _official() -> PersonId:
    return parse("198107022389", TODAY).person_id
