"""What this machine is, as an administrator wrote it down in TOML.  Read once, typed, pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from kundcenter.domain.lines import ExchangeSettings, PhoneControl
from kundcenter.errors import Refused

LONGEST_IDLE = 30.0  # minutes: a desk that never locks is an open record


class SettingsWrong(Refused):
    """The file cannot be used.  Facts: why (names the key that is wrong, never its value)."""

    code = "settings.wrong"


@dataclass(frozen=True, slots=True)
class Settings:
    """`place` is the name of the contact centre on the door; `exchange` is None without a CTI.

    `reserve_pattern` is the form of the region's own reserve numbers (DOMAIN §1.3), if it has any.
    """

    place: str = ""
    idle_minutes: float = 5.0
    reserve_pattern: re.Pattern[str] | None = None
    exchange: ExchangeSettings | None = field(default=None)


class _Exchange(msgspec.Struct, forbid_unknown_fields=True):
    host: str
    user: str
    extension: str
    port: int = 5038
    tls: bool = False
    ca_file: str | None = None
    phone: PhoneControl = PhoneControl.BY_HAND


class _File(msgspec.Struct, forbid_unknown_fields=True):
    place: str = ""
    idle_minutes: float = 5.0
    reserve_pattern: str = ""
    exchange: _Exchange | None = None


def settings(table: Mapping[str, Any]) -> Settings:
    """The settings that a parsed file holds.  Raises SettingsWrong, with the key's name."""
    try:
        read = msgspec.convert(table, _File)
    except msgspec.ValidationError as error:
        raise SettingsWrong(why=str(error)) from None
    if not 0 < read.idle_minutes <= LONGEST_IDLE:
        raise SettingsWrong(why=f"`$.idle_minutes`: 0–{LONGEST_IDLE:.0f}")
    try:
        pattern = re.compile(read.reserve_pattern) if read.reserve_pattern else None
    except (re.error, OverflowError, RecursionError):
        raise SettingsWrong(why="`$.reserve_pattern`") from None
    exchange = read.exchange
    return Settings(
        place=read.place,
        idle_minutes=read.idle_minutes,
        reserve_pattern=pattern,
        exchange=None
        if exchange is None
        else ExchangeSettings(
            host=exchange.host,
            port=exchange.port,
            user=exchange.user,
            extension=exchange.extension,
            tls=exchange.tls,
            ca_file=exchange.ca_file,
            phone=exchange.phone,
        ),
    )
