"""What the databases complain of, in the house's own words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.exc import (
    DBAPIError,
    IntegrityError,
    InterfaceError,
    OperationalError,
    PendingRollbackError,
)

from kundcenter.errors import Conflict, NotFound, Refused, Unavailable


class NotSaved(Unavailable):
    """The disk is full or cannot be written to; nothing of the verb was kept.  Facts: why."""

    code = "store.not_saved"


class StoreBusy(Unavailable):
    """Another program holds the database; nothing was changed."""

    code = "store.busy"


class StoreDamaged(Unavailable):
    """The file does not agree with its own checksums, or is not ours.  Nothing is served."""

    code = "store.damaged"


class StoreAway(Unavailable):
    """The database server cannot be reached."""

    code = "store.away"


class StoreTooNew(Refused):
    """The file was written by a newer program.  Facts: found, known."""

    code = "store.too_new"


class StoreEngineUnsafe(Refused):
    """The SQLite in use can lose a WAL when it is reset, or does not obey.

    Facts: version, or the setting that it did not take.
    """

    code = "store.engine_unsafe"


class CentralUnsafe(Refused):
    """The centre's PostgreSQL is too old, or may lose what it has said is kept.

    Facts: setting, found.
    """

    code = "store.central_unsafe"


class NotFounded(NotFound):
    """The database is no centre, or one of an older program."""

    code = "centre.not_founded"


class RowConflict(Conflict):
    """A constraint of the database refused what the rules let through."""

    code = "store.row_conflict"


class StatementWrong(Exception):
    """A statement of ours failed in a way nobody foresaw: a bug, told without any value.

    The driver's own message may quote what was written, so only its kind is passed on.
    """


_SQLITE: tuple[tuple[str, type[Unavailable], str], ...] = (
    ("database or disk is full", NotSaved, "full"),
    ("disk i/o error", NotSaved, "input_output"),
    ("attempt to write a readonly database", NotSaved, "read_only"),
    ("unable to open database file", NotSaved, "cannot_open"),
    ("database is locked", StoreBusy, "locked"),
    ("file is not a database", StoreDamaged, "not_a_database"),
    ("malformed", StoreDamaged, "malformed"),
    ("hmac check failed", StoreDamaged, "checksum"),
)


# PostgreSQL: serialization failure, deadlock, lock not available.  Trying again may succeed.
_LOST_TO_ANOTHER = frozenset({"40001", "40P01", "55P03"})


@contextmanager
def translated() -> Iterator[None]:
    """Turn what the driver raises into an error kind of ours, or into StatementWrong.

    The driver's message may quote values, so it is never passed on.
    """
    try:
        yield
    except IntegrityError as error:
        raise RowConflict(sqlstate=getattr(error.orig, "sqlstate", None)) from None
    except DBAPIError as error:
        wrong = StatementWrong(
            type(error.orig).__name__, getattr(error.orig, "sqlstate", None), error.statement
        )
        raise _known(error) or wrong from None
    except PendingRollbackError:  # the connection was lost inside a savepoint
        raise StoreAway from None
    except sqlcipher.Error as error:  # a driver connection was used by itself
        raise _said(error) or StatementWrong(type(error).__name__) from None


def _said(error: object) -> Unavailable | None:
    text = str(error).lower()
    for words, kind, why in _SQLITE:
        if words in text:
            return kind(why=why)
    return None


def _known(error: DBAPIError) -> Unavailable | None:
    if known := _said(error.orig):
        return known
    if isinstance(error.orig, sqlcipher.Error):
        return None  # a statement of ours that cannot be right
    if error.connection_invalidated or isinstance(error, InterfaceError):
        return StoreAway()
    state = getattr(error.orig, "sqlstate", None)
    if state in _LOST_TO_ANOTHER:
        return StoreBusy(why=state)
    if isinstance(error, OperationalError) and (state is None or state[:2] in {"08", "57"}):
        return StoreAway()
    return None
