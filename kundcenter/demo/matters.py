"""What those who are served tell the demo region, as resources/demo/matters.toml has it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from kundcenter.domain.case_codes import (
    AnswerBy,
    CaseKind,
    Complainant,
    Injury,
    Recipient,
    Said,
    Service,
    Stage,
)
from kundcenter.domain.units import UnitKind


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter, and how far it has come; it came `days` and `minutes` before the region's end.

    `owner`: somebody has taken it upon them.  `question` and `answer` are what was written back.
    """

    kind: CaseKind
    words: str
    days: int = 0
    minutes: int = 0
    complainant: Complainant = Complainant.PATIENT
    service: Service | None = None
    stage: Stage = Stage.REGISTERED
    owner: bool = False
    summary: str = ""
    wanted: str = ""
    relation: str = ""
    consent: Said = Said.UNSAID
    child: Said = Said.UNSAID
    heard: Said = Said.UNSAID
    injury: Injury = Injury.UNSAID
    category: str = ""
    unit: UnitKind | None = None
    provider: str = ""
    answer_by: AnswerBy = AnswerBy.INBOX
    recipient: Recipient = Recipient.UNSAID
    question: str = ""
    answer: str = ""

    @property
    def ago(self) -> timedelta:
        return timedelta(days=self.days, minutes=self.minutes)
