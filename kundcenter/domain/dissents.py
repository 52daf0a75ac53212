"""What a patient holds to be wrong in the record (patientdatalagen 3 kap. 8 §)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from kundcenter.domain.journal import Relation
from kundcenter.domain.text import LINE_LIMIT, NOTE_LIMIT, checked
from kundcenter.errors import Refused


class DissentEmpty(Refused):
    """A dissenting opinion says what is held to be wrong, and whose it is.  Facts: field."""

    code = "dissent.empty"


@dataclass(frozen=True, slots=True)
class Dissent:
    """A dissenting opinion, beside the entry for as long as the entry is kept.

    `by_name` is who holds the opinion; `noted_by` is the operator who wrote it down.
    """

    id: UUID
    entry_id: UUID
    text: str = field(repr=False)
    by_name: str = field(repr=False)
    relation: Relation
    noted_at: datetime
    noted_by: UUID

    def checked(self) -> Dissent:
        """The same opinion.  Raises DissentEmpty or TextInvalid."""
        for name, limit in (("text", NOTE_LIMIT), ("by_name", LINE_LIMIT)):
            if not checked(getattr(self, name), name, limit=limit).strip():
                raise DissentEmpty(field=name)
        return self
