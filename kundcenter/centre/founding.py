"""Found a centre: its schema, its epoch, its secret, its certificate, its configuration.

Done again, it changes nothing that is there; what is missing is made.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid4

from db.connect import Engine, check_central, open_central
from db.faults import NotFounded, translated
from db.migrate import pending, upgrade
from db.sync import grants
from db.sync.central import SqlCentral
from db.sync.grants import may_make_roles
from kundcenter.adapters.certificates import Authority
from kundcenter.adapters.durable_files import write_durably
from kundcenter.adapters.ticket_signing import TicketKey, new_secret
from kundcenter.centre.admitting import admission_on
from kundcenter.centre.config import CONFIG, PORT, SECRET, config_text, driver_url, keep_secret
from kundcenter.centre.doorkeeper import SECRET_BYTES
from kundcenter.domain.slots import FULL_COST, Argon2Cost
from kundcenter.domain.triage import CodeSet
from kundcenter.errors import Unavailable


class FolderUnfit(Unavailable):
    """The centre's folder cannot be written to.  Facts: why."""

    code = "centre.folder_unfit"


@dataclass(frozen=True, slots=True)
class Administrator:
    """Who may sign in first, and let others in."""

    user_name: str
    name: str
    password: str = field(repr=False)
    cost: Argon2Cost = FULL_COST


@dataclass(frozen=True, slots=True)
class Founding:
    """What an administrator asks for.  `hosts` are what desks call the centre."""

    database: str
    folder: Path
    hosts: Sequence[str] = ()
    own_authority: bool = False
    port: int = PORT
    administrator: Administrator | None = None


@dataclass(frozen=True, slots=True)
class Founded:
    """What came of it.  `guarded` says that the service's own role was made (db.sync.grants)."""

    epoch: UUID
    upgraded: bool
    certified: bool
    config: Path
    authority: Path | None
    guarded: bool = False


def found(
    founding: Founding,
    codes: Mapping[str, CodeSet],
    now: datetime,
    new_id: Callable[[], UUID] = uuid4,
) -> Founded:
    """Found the centre, or see that it is whole.

    Raises CentralUnsafe, StoreAway, StoreTooNew, ConfigWrong, CertificateBroken, FolderUnfit, and
    for the administrator what Admission.begin raises.
    """
    url = driver_url(founding.database)
    engine = open_central(url, patient=True)
    try:
        with translated(), engine.connect() as connection:
            check_central(connection)
        upgraded = pending(engine) is not None
        if upgraded:
            upgrade(engine)
        central = SqlCentral(engine, codes)
        with translated(), engine.begin() as connection:
            central.found(connection)
            guarded = may_make_roles(connection)
            if guarded:
                grants.install(connection)
        epoch = central.epoch()
        first = founding.administrator
        if first is not None:
            key = TicketKey(new_secret())  # nothing is signed by it
            admission = admission_on(engine, codes, key, lambda: now, new_id, cost=first.cost)
            admission.begin(first.user_name, first.name, first.password)
    finally:
        engine.dispose()
    try:
        certified = _furnish(founding, now)
    except OSError as error:
        raise FolderUnfit(why=type(error).__name__) from None
    authority = Authority(founding.folder).certificate if founding.own_authority else None
    return Founded(epoch, upgraded, certified, founding.folder / CONFIG, authority, guarded)


def open_founded(url: str, *, connections: int = 5) -> Engine:
    """The database of a centre.  Raises NotFounded, StoreTooNew, StoreAway."""
    asked = open_central(url, connections=1)
    try:
        if pending(asked) is not None:
            raise NotFounded
    finally:
        asked.dispose()
    # An engine of its own: connections hear what they write only from SqlCentral on.
    return open_central(url, connections=connections)


def _furnish(founding: Founding, now: datetime) -> bool:
    """Make the files that are missing; returns whether a certificate was made."""
    folder = founding.folder
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    keep_secret(folder / SECRET, secrets.token_bytes(SECRET_BYTES))
    certified = founding.own_authority and Authority(folder).certify(founding.hosts, now)
    config = folder / CONFIG
    if not config.exists():
        text = config_text(
            founding.database,
            host="0.0.0.0" if founding.hosts else "127.0.0.1",  # noqa: S104 - desks come from outside
            port=founding.port,
            certificate="server.pem" if founding.own_authority else "",
            key="server.key" if founding.own_authority else "",
        )
        write_durably(config, text.encode())
    return certified
