"""The password at the mail server: kept in the encrypted store, whose key is in the keyring."""

from __future__ import annotations

from db.connect import IMMEDIATE, Engine
from db.faults import translated
from db.local import mark, marked

MARK = "mail_secret"


def keep(engine: Engine, secret: str) -> None:
    """Store the password in place of an earlier one.  Raises NotSaved."""
    with translated(), engine.execution_options(**IMMEDIATE).begin() as connection:
        mark(connection, MARK, secret)


def kept(engine: Engine) -> str:
    """The password, empty when none was given."""
    with translated(), engine.connect() as connection:
        return marked(connection, MARK) or ""
