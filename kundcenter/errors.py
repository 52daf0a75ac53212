"""The four ways something can fail, and what the desk does about each."""

from __future__ import annotations

from typing import ClassVar


class KundcenterError(Exception):
    """Base of every error that is raised on purpose.

    `code` is the key of a sentence in ui/texts.py; `facts` fill its named places.  Facts are ids,
    codes and counts, never a name, a number of a person or a word of a record.
    """

    code: ClassVar[str] = "unknown"

    def __init__(self, **facts: object) -> None:
        super().__init__(self.code, facts)
        self.facts = facts


class Refused(KundcenterError):
    """A rule of the work says no.  The operator can do something else."""


class Unavailable(KundcenterError):
    """Something outside the program is away.  Work goes on; it is tried again later."""


class Conflict(KundcenterError):
    """Two desks changed the same thing.  A person has to choose."""


class NotFound(KundcenterError):
    """The record is gone or was never here."""


class Spoilt(Exception):
    """A unit of work has to begin anew, more carefully.  Nobody is ever told of it."""
