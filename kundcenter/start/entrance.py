"""The way into a profile: what it needs before it opens, and what opens it.  Knows no screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Thread

from db.mirror.outbox import MirrorBehind
from kundcenter.adapters.key_sources import KeyringSource, KeySource
from kundcenter.adapters.keyring_store import KeyringStore
from kundcenter.adapters.passphrase import PassphraseSource
from kundcenter.adapters.profile import Profile, ProfileMissing
from kundcenter.settings import Settings
from kundcenter.start.desk import utc_now
from kundcenter.start.opening import OpenDesk, OpeningTerms, open_desk, open_profile
from kundcenter.start.settings_file import SETTINGS, read_settings

__all__ = ["SETTINGS", "Entrance", "PassphraseNeeded", "read_settings"]


@dataclass(frozen=True, slots=True)
class PassphraseNeeded:
    """Somebody has to be asked.  `new` when the profile is to be made with it."""

    new: bool


class Entrance:
    """Opens one profile folder, from the first time on.

    The key comes from `source` when it is given, else from the keyring; only where there is no
    keyring, or the profile was made without one, is a passphrase asked for.
    """

    def __init__(
        self,
        folder: Path,
        *,
        source: KeySource | None = None,
        keyring: KeyringStore | None = None,
        gui: Thread | None = None,
        announce: Callable[[MirrorBehind | None], None] | None = None,
        now: Callable[[], datetime] | None = None,
    ) -> None:
        """`announce` is told, from any thread, when the mirror falls behind or has caught up.

        `now` in place of the machine's clock.
        """
        self._folder = folder
        self._source = source
        self._keyring = keyring or KeyringStore()
        self._terms = OpeningTerms(gui=gui, announce=announce, now=now or utc_now)

    def knock(self) -> OpenDesk | PassphraseNeeded:
        """Open the desk, or say that a passphrase is needed.

        Raises what open_profile, Profile.create and open_desk raise.
        """
        if self._source is not None:
            return self._open(self._source)
        try:
            profile = open_profile(self._folder)
        except ProfileMissing:
            if not self._keyring.usable():
                return PassphraseNeeded(new=True)
            return self._open(KeyringSource(self._keyring))
        if profile.needs_passphrase:
            profile.close()
            return PassphraseNeeded(new=False)
        return self._into(profile, KeyringSource(self._keyring))

    def open_with(self, passphrase: str) -> OpenDesk:
        """Open the desk, or make it, with a key from the passphrase.

        Raises as `knock`, and PassphraseWrong, PasswordTooShort, PasswordTooCommon.
        """
        return self._open(PassphraseSource(passphrase))

    def settings(self) -> Settings:
        """What an administrator wrote in the profile's folder.  Raises SettingsWrong."""
        return read_settings(self._folder / SETTINGS)

    def close(self) -> None:
        """End a question to the keyring that is still waiting for an answer."""
        self._keyring.close()

    def _open(self, source: KeySource) -> OpenDesk:
        try:
            profile = open_profile(self._folder)
        except ProfileMissing:
            profile = Profile.create(self._folder, source)
        return self._into(profile, source)

    def _into(self, profile: Profile, source: KeySource) -> OpenDesk:
        return _or_close(profile, lambda: open_desk(profile, source, self._terms))


def _or_close(profile: Profile, open: Callable[[], OpenDesk]) -> OpenDesk:
    try:
        return open()
    except BaseException:
        profile.close()
        raise
