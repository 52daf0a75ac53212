"""The desk's own secrets elsewhere: kept in the encrypted store, whose key is in the keyring."""

from __future__ import annotations

from enum import StrEnum

from db.connect import IMMEDIATE, Engine
from db.faults import translated
from db.local import mark, marked


class Secret(StrEnum):
    """Where it is the desk's; lasting names."""

    LINE = "line_secret"  # at the exchange
    MAIL = "mail_secret"  # at the mail server


def keep(engine: Engine, where: Secret, secret: str) -> None:
    """Store the secret in place of an earlier one.  Raises NotSaved."""
    with translated(), engine.execution_options(**IMMEDIATE).begin() as connection:
        mark(connection, where.value, secret)


def kept(engine: Engine, where: Secret) -> str:
    """The secret, empty when none was given."""
    with translated(), engine.connect() as connection:
        return marked(connection, where.value) or ""
