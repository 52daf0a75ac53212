"""What stands on printed pages, as values; how it is set on paper is the printer's business."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from kundcenter.domain.journal import Entry, EntryVersion
from kundcenter.domain.people import Person
from kundcenter.domain.triage import CodeSet
from kundcenter.domain.units import Unit
from kundcenter.errors import Refused


class PrintNeedsRecipient(Refused):
    """A copy says who gets it (patientdatalagen 3 kap. 11 §)."""

    code = "print.needs_recipient"


@dataclass(frozen=True, slots=True)
class PrintedEntry:
    """Everything on the page of one record entry.

    `versions` are all of them, the first one first; the last one stands.  Labels are those of
    the entry's own code set.  `unit` is where the caller was guided.  `recipient` is who gets
    the copy (patientdatalagen 3 kap. 11 §).
    """

    person: Person
    entry: Entry
    versions: tuple[EntryVersion, ...]
    codes: CodeSet
    unit: Unit | None
    signer: str
    printed_at: datetime
    printed_by: str
    recipient: str = field(repr=False)
    demonstration: bool = False
