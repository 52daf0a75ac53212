"""What the databases complain of, in the house's own words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError, OperationalError

from kundcenter.errors import Conflict, Refused, Unavailable


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
    """The SQLite in use can lose a WAL when it is reset.  Facts: version."""

    code = "store.engine_unsafe"


class RowConflict(Conflict):
    """A constraint of the database refused what the rules let through."""

    code = "store.row_conflict"


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


@contextmanager
def translated() -> Iterator[None]:
    """Turn what the driver raises into an error kind of ours; leave our own bugs as they are.

    The driver's message may quote values, so it is never passed on.
    """
    try:
        yield
    except IntegrityError as error:
        raise RowConflict(sqlstate=getattr(error.orig, "sqlstate", None)) from None
    except DBAPIError as error:
        known = _known(error)
        if known is None:
            raise
        raise known from None


def _known(error: DBAPIError) -> Unavailable | None:
    said = str(error.orig).lower()
    for words, kind, why in _SQLITE:
        if words in said:
            return kind(why=why)
    if error.connection_invalidated or isinstance(error, InterfaceError):
        return StoreAway()
    state = getattr(error.orig, "sqlstate", None)
    if isinstance(error, OperationalError) and (state is None or state[:2] in {"08", "57"}):
        return StoreAway()
    return None
