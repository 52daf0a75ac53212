"""The numbers, days and times of cases and their terms, for the tests of odd ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from kundcenter.domain.case_codes import CaseKind, Service
from kundcenter.domain.case_errors import CaseInvalid, CaseStale
from kundcenter.domain.case_files import ImportedCase
from kundcenter.domain.case_terms import CATEGORIES, CaseTermsInvalid, CaseTermsStale
from kundcenter.domain.case_terms import TIMES as HOW_LONG
from kundcenter.domain.cases import CaseDraft, CaseFacts
from kundcenter.errors import KundcenterError
from tests.ground import MORNING, Ground

DAYS = {"cases.ask.day"}
TIMES = {
    "cases.register.draft.received_at",
    *(f"cases.{verb}.rows.received_at" for verb in ("plan", "import_")),
}
ROW = ImportedCase(
    2, "T-1", Service.CONTACT_US, CaseKind.E_SERVICE, MORNING, CaseFacts(kind=CaseKind.E_SERVICE)
)
# 0 is good of these two: a clock that is never taken up before its end.
_INSTEAD = {"confirm_soon": -1, "answer_soon": -1}


def case_numbers(
    ground: Ground,
) -> dict[str, tuple[type[KundcenterError], Callable[[Any], object]]]:
    """Every number that is refused unless it is right, with how it is refused."""
    cases, book = ground.desk.cases, ground.desk.case_terms
    book.publish(CATEGORIES, HOW_LONG, upon=0)
    moved, over = _moved(ground), _moved(ground)
    cases.withdraw(over, "Ångrade sig.")

    def publish(name: str) -> Callable[[Any], object]:
        def put(number: int) -> object:
            changed: dict[str, Any] = {name: number or _INSTEAD.get(name, 0)}
            return book.publish(CATEGORIES, replace(HOW_LONG, **changed), upon=1)

        return put

    return {
        **{
            f"case_terms.publish.times.{name}": (CaseTermsInvalid, publish(name))
            for name in HOW_LONG.__slots__
        },
        "case_terms.publish.upon": (
            CaseTermsStale,
            lambda n: book.publish(CATEGORIES, HOW_LONG, upon=n),
        ),
        "cases.assign.upon": (CaseStale, lambda n: cases.assign(moved, None, upon=n)),
        "cases.close.upon": (CaseStale, lambda n: cases.close(moved, upon=n, text="Klart.")),
        "cases.reopen.upon": (CaseStale, lambda n: cases.reopen(over, upon=n, text="Igen.")),
        "cases.due.skip": (
            CaseInvalid,
            lambda n: cases.due(frozenset(CaseKind), skip=n or -1),
        ),
        "cases.figures.year": (CaseInvalid, cases.figures),
        "cases.export.year": (CaseInvalid, cases.export),
        "cases.plan.rows.row": (CaseInvalid, lambda n: cases.plan((replace(ROW, row=n),))),
        "cases.import_.rows.row": (CaseInvalid, lambda n: cases.import_((replace(ROW, row=n),))),
    }


def _moved(ground: Ground) -> UUID:
    """A case that somebody has moved on: its version is not 0."""
    id = ground.desk.cases.register(CaseDraft(CaseFacts())).the("case")
    ground.desk.cases.begin(id)
    return id
