"""Make the database of a desk anew from its centre, when its file is broken and there is no copy.

The desk's own work comes from the centre, link by link, and what the centre has not seen yet from
the mirror.  Everybody's rows follow over the link, as at a desk that is new.
"""

from __future__ import annotations

from db import restore
from db.commits import heads
from db.connect import IMMEDIATE, Access, Engine, checkpoint, open_local
from db.faults import translated
from db.files import saving, sync_file
from db.local import mark
from db.migrate import upgrade
from db.sync import touches
from db.verify import PROFILE_MARK, verify
from kundcenter.adapters.centre_client import CentreClient
from kundcenter.adapters.device_key import DeviceKey
from kundcenter.adapters.hardening import wipe
from kundcenter.adapters.key_sources import KeySource
from kundcenter.adapters.profile import Profile
from kundcenter.errors import Refused
from kundcenter.settings import CentreSettings
from kundcenter.start.local_side import local_side
from kundcenter.start.opening import OpeningTerms, open_desk
from kundcenter.start.reconcile import MirrorTerms
from kundcenter.start.restoring import Restored, check_reach, rescue
from kundcenter.start.settings_file import SETTINGS, read_settings
from kundcenter.sync.exchange import Exchange, Path, Stopped


class NoCentreToAsk(Refused):
    """The desk is alone: nobody else has what its file held."""

    code = "rebuild.no_centre"


def rebuild(profile: Profile, source: KeySource, terms: OpeningTerms | None = None) -> Restored:
    """Let a new database, with all the desk's own work, take the place of the broken one.

    The present file is moved aside, never deleted, and what it alone holds is first brought into
    the mirror, as far as it can be read.  Until the new one is whole nothing has changed.
    The profile is closed at the end.

    Raises NoCentreToAsk, SettingsWrong; what CentreClient raises; Stopped, MessageWrong; WorkLost
    when work is neither at the centre nor in the mirror, unless `terms.accept_loss`;
    MirrorForked; NotSaved; and what open_desk raises.
    """
    terms = terms or OpeningTerms()
    centre = read_settings(profile.folder / SETTINGS).centre
    if centre is None:
        raise NoCentreToAsk
    kept = profile.key(source)
    key = bytes(kept)
    wipe(kept)
    mirror = MirrorTerms(profile.mirror, key, profile.id, watched=True)
    rescue(profile, mirror)
    path = restore.stage_new(profile.database)
    try:
        upgraded = open_local(path, key)
        try:
            upgrade(upgraded)
        finally:
            upgraded.dispose()
        engine = open_local(path, key, Access.WRITE)
        touches.watch(engine)
        try:
            with translated(), engine.execution_options(**IMMEDIATE).begin() as connection:
                mark(connection, PROFILE_MARK, str(profile.id))
            _regain(engine, profile, key, centre, terms)
            with translated(), engine.connect() as connection:
                known = heads(connection, profile.id)
            if not terms.accept_loss:
                check_reach(mirror, known)
            with translated():
                checkpoint(engine)
        finally:
            engine.dispose()
        with saving():
            path.chmod(0o600)
            sync_file(path)
    except BaseException:
        restore.unstage(profile.database)
        raise
    aside = restore.swap(profile.database, terms.now())
    profile.database_created()
    with open_desk(profile, source, terms) as opened:
        report = opened.report
    return Restored(verify(profile.database, key, progress=terms.progress), aside, report)


def _regain(
    engine: Engine, profile: Profile, key: bytes, centre: CentreSettings, terms: OpeningTerms
) -> None:
    """Ask the centre for what this desk has done, until the two agree on it."""
    exchange = Exchange(local_side(engine, profile.id, terms.now))
    client = CentreClient(
        centre.url,
        device_id=profile.id,
        key=DeviceKey(key, profile.id),
        ca_file=None if centre.ca_file is None else profile.folder / centre.ca_file,
    )
    try:
        while (ask := exchange.ask()).path in {Path.HELLO, Path.OWN}:
            if exchange.hear(client.ask(ask.path.value, ask.body)).erase:
                raise Stopped(standing="wiping")  # what is to be erased is not made anew
    finally:
        client.close()
