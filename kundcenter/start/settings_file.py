"""The file in a profile's folder in which an administrator wrote what this machine is."""

from __future__ import annotations

import tomllib
from pathlib import Path

from kundcenter.settings import Settings, SettingsWrong, settings

SETTINGS = "settings.toml"


def read_settings(path: Path) -> Settings:
    """The settings in a TOML file; the plain ones when there is none.  Raises SettingsWrong."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsWrong(why=type(error).__name__) from None
    try:
        return settings(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise SettingsWrong(why=str(error)) from None
    except RecursionError:
        raise SettingsWrong(why="RecursionError") from None
