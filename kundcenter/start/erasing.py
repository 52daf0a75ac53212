"""The centre has told this desk to erase itself, and has all that was done here."""

from __future__ import annotations

from contextlib import closing, suppress

from kundcenter.adapters.centre_client import CentreClient
from kundcenter.adapters.keyring_store import KeyringStore
from kundcenter.adapters.profile_erasing import erase
from kundcenter.errors import Refused, Unavailable
from kundcenter.settings import CentreSettings
from kundcenter.start.joining import client_of
from kundcenter.start.link import Link
from kundcenter.start.opening import OpenDesk
from kundcenter.sync.exchange import Exchange


class DeskErased(Refused):
    """The profile was here, and the centre has had it erased."""

    code = "profile.erased_by_centre"


def erase_desk(desk: OpenDesk, centre: CentreSettings, link: Link | None) -> None:
    """Let go of the store, destroy the key and the files, and tell the centre so.

    Always ends with DeskErased; or raises what profile_erasing.erase raises, and then all is
    still there.
    """
    client: CentreClient = client_of(desk, centre)()
    with suppress(Unavailable, Refused):
        client.make_ready()
    if link is not None:
        link.stop()
    if desk.gate is not None:
        desk.gate.close()
    desk.mirror.close()
    desk.desk.close()
    keyring = KeyringStore()
    try:
        erase(desk.profile, keyring)
    finally:
        keyring.close()
        desk.profile.close()
    farewell = Exchange.farewell()
    with closing(client), suppress(Unavailable, Refused):  # it is gone all the same
        client.ask(farewell.path.value, farewell.body)
    raise DeskErased
