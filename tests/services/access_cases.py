"""The table of DOMAIN §2.4 for cases, method by method.

Anybody may take a case in, and may go on for a while with what they took in: that somebody may ask
of a case at all, everybody may.  What of each kind is whose, tests/services/test_case_access.py
says.
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from kundcenter.domain.case_codes import (
    AnswerBy,
    CaseKind,
    InjuryDecision,
    LetterKind,
    Recipient,
)
from kundcenter.domain.case_terms import CATEGORIES, TIMES
from kundcenter.domain.cases import CaseDraft, CaseFacts
from tests.ground import Ground
from tests.services.access_rows import (
    APPROVING,
    COMPLAINTS,
    EVERYBODY,
    SERVICES,
    TERMS_OF_CASES,
)

CASES: dict[str, str] = {
    "cases.register": EVERYBODY,
    "cases.plan": SERVICES,
    "cases.import_": SERVICES,
    "cases.edit": EVERYBODY,
    "cases.choose": EVERYBODY,
    "cases.comment": EVERYBODY,
    "cases.confirm": EVERYBODY,
    "cases.assign": EVERYBODY,
    "cases.begin": EVERYBODY,
    "cases.ask": EVERYBODY,
    "cases.resume": EVERYBODY,
    "cases.answer": EVERYBODY,
    "cases.hand_over": EVERYBODY,
    "cases.withdraw": EVERYBODY,
    "cases.close": EVERYBODY,
    "cases.reopen": EVERYBODY,
    "cases.decide": APPROVING,
    "cases.inform": EVERYBODY,
    "cases.preview": EVERYBODY,
    "cases.take_letter": EVERYBODY,
    "cases.take_mail": EVERYBODY,
    "cases.note_letter": EVERYBODY,
    "cases.note_mail": EVERYBODY,
    "cases.note_mailed": EVERYBODY,
    "cases.due": EVERYBODY,
    "cases.waiting": EVERYBODY,
    "cases.registered": EVERYBODY,
    "cases.find": EVERYBODY,
    "cases.undecided": APPROVING,
    "cases.handlers": SERVICES,
    "cases.get": EVERYBODY,
    "cases.figures": COMPLAINTS,
    "cases.export": COMPLAINTS,
    "case_terms.current": EVERYBODY,
    "case_terms.all": EVERYBODY,
    "case_terms.publish": TERMS_OF_CASES,
}


def case_calls(ground: Ground) -> dict[str, Callable[[], object]]:
    """Each method with arguments that would do, but of things that do not exist."""
    cases, none = ground.desk.cases, UUID(int=7)
    letter, post = LetterKind.ANSWER, AnswerBy.LETTER
    to = "test@example.com"
    return {
        "cases.register": lambda: cases.register(CaseDraft(CaseFacts(event="i går"))),
        "cases.plan": lambda: cases.plan(()),
        "cases.import_": lambda: cases.import_(()),
        "cases.edit": lambda: cases.edit(none, ()),
        "cases.choose": lambda: cases.choose(none, none, ""),
        "cases.comment": lambda: cases.comment(none, "Test"),
        "cases.confirm": lambda: cases.confirm(none, post),
        "cases.assign": lambda: cases.assign(none, None, upon=0),
        "cases.ask": lambda: cases.ask(none, "När?", by_way=post, waits=True, day=None),
        "cases.resume": lambda: cases.resume(none, "Test"),
        "cases.answer": lambda: cases.answer(none, "Test", by_way=post),
        "cases.hand_over": lambda: cases.hand_over(none, Recipient.IVO, "Test"),
        "cases.withdraw": lambda: cases.withdraw(none, "Test"),
        "cases.close": lambda: cases.close(none, upon=0),
        "cases.reopen": lambda: cases.reopen(none, upon=0, text="Test"),
        "cases.decide": lambda: cases.decide(none, InjuryDecision.NEITHER, "Test"),
        "cases.inform": lambda: cases.inform(none, ()),
        "cases.preview": lambda: cases.preview(none, letter, "Test"),
        "cases.take_letter": lambda: cases.take_letter(none, letter, "Test"),
        "cases.take_mail": lambda: cases.take_mail(none, letter, to, "Test", allowed=(to,)),
        "cases.note_letter": lambda: cases.note_letter(none, letter, "Test"),
        "cases.note_mail": lambda: cases.note_mail(none, letter, to, "Test", allowed=(to,)),
        "cases.note_mailed": lambda: cases.note_mailed(none, letter, failed=True),
        "cases.undecided": cases.undecided,
        "cases.due": lambda: cases.due(frozenset(CaseKind)),
        "cases.find": lambda: cases.find("fel"),
        "cases.figures": lambda: cases.figures(2026),
        "cases.export": lambda: cases.export(2026),
        "case_terms.publish": lambda: ground.desk.case_terms.publish(CATEGORIES, TIMES, upon=-1),
    }
