"""What an administrator may write about a machine, and how a mistake is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from kundcenter.domain.lines import PhoneControl
from kundcenter.settings import Settings, SettingsWrong, settings
from kundcenter.start.entrance import read_settings


def test_a_machine_without_a_file_has_the_plain_settings(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "settings.toml") == Settings()


def test_an_exchange_is_read_with_its_defaults() -> None:
    exchange = settings(
        {"exchange": {"host": "vx.example.com", "user": "desk", "extension": "201"}}
    ).exchange
    assert exchange is not None
    assert (exchange.port, exchange.tls, exchange.phone) == (5038, False, PhoneControl.BY_HAND)


@pytest.mark.parametrize(
    ("table", "named"),
    [
        ({"plats": "Jönköping"}, "plats"),
        ({"place": 3}, "place"),
        ({"idle_minutes": 0}, "idle_minutes"),
        ({"idle_minutes": 600}, "idle_minutes"),
        ({"reserve_pattern": "99JK["}, "reserve_pattern"),
        ({"exchange": {"host": "x", "user": "u", "extension": "1", "port": "many"}}, "port"),
        ({"exchange": {"user": "u", "extension": "1"}}, "host"),
    ],
)
def test_a_wrong_key_is_named(table: dict[str, object], named: str) -> None:
    with pytest.raises(SettingsWrong) as refused:
        settings(table)
    assert named in str(refused.value.facts["why"])


@pytest.mark.parametrize("content", [b"place = ", b"\xff\xfe", b"\x00"])
def test_a_file_that_is_no_toml_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "settings.toml").write_bytes(content)
    with pytest.raises(SettingsWrong):
        read_settings(tmp_path / "settings.toml")
