"""What the machine of the centre is, as an administrator wrote it in centre.toml.  Read once."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import msgspec

from kundcenter.adapters.durable_files import write_durably
from kundcenter.centre.doorkeeper import SECRET_BYTES
from kundcenter.centre.server import Listening
from kundcenter.domain.ageing import KeepTerms
from kundcenter.errors import Refused

CONFIG, SECRET = "centre.toml", "secret"
PORT = 8443
FEWEST_DAYS, MOST_DAYS = 8, 36_500  # no less than what was asked for stays at a desk

TEMPLATE = """\
# The centre's service, for `kundcenter centre serve --config centre.toml`.
# Files are looked for beside this one.

# No password belongs here: PostgreSQL's own clients read it from a pgpass file.
database = {database}
secret_file = "secret"     # signs what desks are given; every service of this centre has the same

[listen]
host = {host}
port = {port}
certificate = {certificate}
key = {key}

[monitor]
metrics = "loopback"       # who may read /metrics: "loopback", or "all"

[keep]
desks_days = 90            # what is older leaves the desks, and comes when a person is opened
feed_days = 180            # a desk that was away for longer is filled anew
"""


class ConfigWrong(Refused):
    """The service's configuration cannot be used.  Facts: why (names what is wrong in it)."""

    code = "centre.config_wrong"


class _Listen(msgspec.Struct, forbid_unknown_fields=True):
    host: str = "127.0.0.1"
    port: int = PORT
    certificate: str = ""
    key: str = ""


class _Monitor(msgspec.Struct, forbid_unknown_fields=True):
    metrics: str = "loopback"


class _Keep(msgspec.Struct, forbid_unknown_fields=True):
    desks_days: int = KeepTerms().team.days
    feed_days: int = KeepTerms().feed.days


class _File(msgspec.Struct, forbid_unknown_fields=True):
    database: str
    secret_file: str = SECRET
    listen: _Listen = msgspec.field(default_factory=_Listen)
    monitor: _Monitor = msgspec.field(default_factory=_Monitor)
    keep: _Keep = msgspec.field(default_factory=_Keep)


@dataclass(frozen=True, slots=True)
class Config:
    """Where the database is, where to listen, and the service's secret."""

    database: str = field(repr=False)
    listening: Listening
    secret_file: Path
    metrics_for_all: bool = False
    keep: KeepTerms = field(default_factory=KeepTerms)

    def secret(self) -> bytes:
        """What signs nonces and tokens.  Raises ConfigWrong when others can read it."""
        try:
            if os.name == "posix" and self.secret_file.stat().st_mode & 0o077:
                raise ConfigWrong(why="secret_file: 0600")
            found = self.secret_file.read_bytes()
        except OSError as error:
            raise ConfigWrong(why=f"secret_file: {type(error).__name__}") from None
        if len(found) != SECRET_BYTES:
            raise ConfigWrong(why="secret_file")
        return found


def read_config(path: Path) -> Config:
    """The configuration in the file.  Raises ConfigWrong."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        read = msgspec.convert(table, _File)
    except (OSError, UnicodeDecodeError, RecursionError) as error:
        raise ConfigWrong(why=type(error).__name__) from None
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ConfigWrong(why=str(error)) from None
    listen = read.listen
    if not 0 <= listen.port <= 65535:
        raise ConfigWrong(why="`$.listen.port`")
    if bool(listen.certificate) != bool(listen.key):
        raise ConfigWrong(why="`$.listen`: certificate, key")
    if read.monitor.metrics not in {"loopback", "all"}:
        raise ConfigWrong(why="`$.monitor.metrics`")
    days = {"desks_days": read.keep.desks_days, "feed_days": read.keep.feed_days}
    for name, count in days.items():
        if not FEWEST_DAYS <= count <= MOST_DAYS:
            raise ConfigWrong(why=f"`$.keep.{name}`")
    beside = path.absolute().parent
    certificate = beside / listen.certificate if listen.certificate else None
    key = beside / listen.key if listen.key else None
    for each in (certificate, key):
        if each is not None and not each.is_file():
            raise ConfigWrong(why=f"`$.listen`: {each.name}")
    return Config(
        driver_url(read.database),
        Listening(listen.host, listen.port, certificate, key),
        beside / read.secret_file,
        metrics_for_all=read.monitor.metrics == "all",
        keep=KeepTerms(timedelta(read.keep.desks_days), timedelta(read.keep.feed_days)),
    )


def driver_url(url: str) -> str:
    """The URL with the name of the driver.  Raises ConfigWrong when it is not PostgreSQL's."""
    scheme, separator, rest = url.partition("://")
    if scheme not in {"postgresql", "postgres", "postgresql+psycopg"} or not separator:
        raise ConfigWrong(why="database: postgresql://…")
    if "@" in rest and ":" in rest.partition("@")[0]:
        raise ConfigWrong(why="database: no password")
    return f"postgresql+psycopg://{rest}"


def config_text(database: str, *, host: str, port: int, certificate: str, key: str) -> str:
    """What centre.toml says."""
    quoted = {
        name: msgspec.json.encode(value).decode()  # a TOML basic string is a JSON string
        for name, value in (
            ("database", database),
            ("host", host),
            ("certificate", certificate),
            ("key", key),
        )
    }
    return TEMPLATE.format(**quoted, port=port)


def keep_secret(path: Path, secret: bytes) -> None:
    """Make the secret's file, which its owner alone may read; one that is there stays."""
    if not path.exists():
        write_durably(path, secret)
