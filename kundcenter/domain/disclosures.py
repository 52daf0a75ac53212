"""Who was given a copy of an entry, and when (patientdatalagen 3 kap. 11 §)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.text import LINE_LIMIT, checked
from kundcenter.errors import Refused


class DisclosureNeedsRecipient(Refused):
    """A copy says who gets it.  Facts: id (the entry's)."""

    code = "disclosure.needs_recipient"


class DisclosureForm(StrEnum):
    """How the copy left."""

    PRINT = "UTSKRIFT"
    COPY = "KOPIA"  # the text, for another record system
    OTHER = "ANNAT"


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One copy of one version of an entry."""

    id: UUID
    entry_id: UUID
    number: int  # the version that stood
    form: DisclosureForm
    recipient: str = field(repr=False)
    made_at: datetime
    made_by: UUID

    def checked(self) -> Disclosure:
        """The same disclosure.  Raises DisclosureNeedsRecipient or TextInvalid."""
        if not checked(self.recipient, "recipient", limit=LINE_LIMIT).strip():
            raise DisclosureNeedsRecipient(id=self.entry_id)
        return self
