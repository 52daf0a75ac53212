"""The stores of cases and of their terms."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Protocol
from uuid import UUID

from kundcenter.domain.case_codes import CaseKind, ClockKind
from kundcenter.domain.case_terms import CaseTerms
from kundcenter.domain.cases import Case, CaseEdit, CaseStep


class CaseStore(Protocol):
    def get(self, id: UUID) -> Case: ...
    def find(self, id: UUID) -> Case | None: ...
    def put(self, case: Case) -> None: ...
    def add_step(self, step: CaseStep) -> None: ...
    def add_edit(self, edit: CaseEdit) -> None: ...
    def steps(self, case_ids: Collection[UUID]) -> tuple[CaseStep, ...]: ...
    def edits(self, case_ids: Collection[UUID]) -> tuple[CaseEdit, ...]: ...
    def due(
        self,
        kinds: Collection[CaseKind],
        *,
        owner: UUID | None = None,
        nobody: bool = False,
        limit: int = 200,
        skip: int = 0,
    ) -> tuple[Case, ...]:
        """Those that are not over: what is due first, then what waits; of one owner or of none."""

    def count(
        self, kinds: Collection[CaseKind], until: datetime, clocks: Collection[ClockKind] = ()
    ) -> tuple[int, int]:
        """How many are not over, and of how many of them the next clock ends by then.

        With `clocks`, of how many it is one of those and ends by then.
        """

    def undecided(self) -> tuple[Case, ...]:
        """Those of which nobody has decided about a suspected care injury: the first told first."""

    def by_number(self, number: str) -> tuple[Case, ...]: ...
    def by_source(self, sources: Collection[str]) -> dict[str, UUID]: ...
    def registered(self, by: UUID, since: datetime) -> tuple[Case, ...]:
        """What one operator has taken in since then, the latest first."""

    def received(
        self, kinds: Collection[CaseKind], start: datetime, end: datetime
    ) -> Iterable[Case]:
        """Those received in [start, end), in that order: for figures and for export."""


class CaseTermsStore(Protocol):
    def get(self, id: UUID) -> CaseTerms: ...
    def add(self, terms: CaseTerms) -> None: ...
    def latest(self) -> CaseTerms | None: ...
    def all(self) -> tuple[CaseTerms, ...]: ...
