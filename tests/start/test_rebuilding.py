"""A database made anew from the centre; with a real centre that is tried in tests/rig."""

from __future__ import annotations

from pathlib import Path

import pytest

from kundcenter.adapters.centre_faults import CentreAway
from kundcenter.start.opening import open_profile
from kundcenter.start.rebuilding import NoCentreToAsk, rebuild
from kundcenter.start.settings_file import SETTINGS
from tests.profiles import TERMS, Shift, make_profile, opened, source


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "profile.lock"
    }


@pytest.mark.loopback
@pytest.mark.parametrize("settings", ["", '[centre]\nurl = "https://localhost:9"\n'])
def test_without_a_centre_that_answers_nothing_is_changed(tmp_path: Path, settings: str) -> None:
    folder = make_profile(tmp_path / "profile")
    with opened(folder) as desk:
        Shift(desk.desk).begin()
    (folder / SETTINGS).write_text(settings, encoding="utf-8")
    before = files(folder)
    with open_profile(folder) as profile, pytest.raises((NoCentreToAsk, CentreAway)) as caught:
        rebuild(profile, source(), TERMS)
    assert isinstance(caught.value, CentreAway if settings else NoCentreToAsk)
    left = files(folder)
    assert {name: left[name] for name in before if "-" not in name} == {
        name: content for name, content in before.items() if "-" not in name
    }
    assert [name for name in left if "restoring" in name] == []
