"""Which role may do what with which kind of case, verb by verb (DOMAIN §7.4; F74)."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from kundcenter.domain.access import Actor, NotPermitted, Role
from kundcenter.domain.case_codes import (
    AnswerBy,
    CaseKind,
    InjuryDecision,
    LetterKind,
    Recipient,
)
from tests.ground import Ground
from tests.services.access_rows import APPROVING, COMPLAINTS, RECORD, ROLES, SERVICES
from tests.services.case_ground import taken_in
from tests.services.test_access import closed_by

POST, LETTER, TO = AnswerBy.LETTER, LetterKind.CONFIRMATION, "test@example.com"

WHOSE = {
    CaseKind.COMPLAINT: COMPLAINTS,
    CaseKind.VIEW: COMPLAINTS,
    CaseKind.PRAISE: COMPLAINTS,
    CaseKind.QUESTION: COMPLAINTS,
    CaseKind.E_SERVICE: SERVICES,
    CaseKind.ADVICE: RECORD,
}


def acts(ground: Ground, id: UUID, me: UUID, other: UUID) -> dict[str, Callable[[], object]]:
    """Everything that can be done with one case, in words that say nothing."""
    cases = ground.desk.cases
    return {
        "get": lambda: cases.get(id),
        "edit": lambda: cases.edit(id, ()),
        "choose": lambda: cases.choose(id, other, ""),
        "comment": lambda: cases.comment(id, "Test"),
        "confirm": lambda: cases.confirm(id, AnswerBy.UNSAID),
        "assign (to oneself)": lambda: cases.assign(id, me, upon=-1),
        "assign (to another)": lambda: cases.assign(id, other, upon=-1),
        "begin": lambda: cases.begin(id),
        "ask": lambda: cases.ask(id, "", by_way=POST, waits=True, day=None),
        "resume": lambda: cases.resume(id, ""),
        "answer": lambda: cases.answer(id, "", by_way=POST),
        "hand_over": lambda: cases.hand_over(id, Recipient.UNSAID, ""),
        "withdraw": lambda: cases.withdraw(id, ""),
        "close": lambda: cases.close(id, upon=-1),
        "reopen": lambda: cases.reopen(id, upon=-1, text="Mer"),
        "decide": lambda: cases.decide(id, InjuryDecision.UNDECIDED, ""),
        "inform": lambda: cases.inform(id, ()),
        "preview": lambda: cases.preview(id, LETTER),
        "take_letter": lambda: cases.take_letter(id, LETTER),
        "take_mail": lambda: cases.take_mail(id, LETTER, TO, allowed=(TO,)),
        "note_letter": lambda: cases.note_letter(id, LETTER),
        "note_mail": lambda: cases.note_mail(id, LETTER, TO, allowed=(TO,)),
        "note_mailed": lambda: cases.note_mailed(id, LETTER, failed=True),
    }


LEADING_IT = {"assign (to another)", "reopen"}
_WHO_TOOK_IT_IN = {
    "get", "edit", "choose", "comment", "confirm", "inform", "preview", "take_letter",
    "take_mail", "note_letter", "note_mail", "note_mailed",
}  # fmt: skip


def expected(act: str, kind: CaseKind) -> str:
    if act == "decide":
        return APPROVING
    whose = WHOSE[kind]
    if act in LEADING_IT:  # the case handler leads, but has no part in the care
        return "".join(min(pair) for pair in zip(whose, COMPLAINTS, strict=True))
    return whose


def test_the_kind_of_the_case_and_the_role_say_who_may(ground: Ground) -> None:
    ground.begin()
    other = ground.operator("annan", Role.LOG_REVIEWER)
    seats: list[Actor] = []
    for at, role in enumerate(map(Role, ROLES.split())):
        ground.operator(f"x{at}", role)
    for at, _ in enumerate(Role):
        ground.sign_in(f"x{at}")
        seats.append(ground.desk.seat.actor)
    ground.sign_in("annan")
    taker = ground.desk.seat.actor
    ids = {kind: taken_in(ground, kind=kind) for kind in CaseKind}
    seat = ground.desk.seat
    wrong: list[tuple[object, ...]] = []
    for kind, id in ids.items():
        for name in acts(ground, id, other, other):
            found = ""
            for actor in seats:
                seat.take(actor)
                act = acts(ground, id, actor.operator_id, other)[name]
                found += "o" if closed_by(act) is NotPermitted else "x"
            if found != expected(name, kind):
                wrong.append((name, kind, found))
        seat.take(taker)
        mine = {name for name, act in acts(ground, id, other, other).items() if not closed_by(act)}
        if mine != _WHO_TOOK_IT_IN:
            wrong.append(("taken in", kind, mine ^ _WHO_TOOK_IT_IN))
    assert wrong == []


def test_a_list_holds_no_kind_that_is_not_ones_own(ground: Ground) -> None:
    ground.begin()
    for name, role in enumerate(map(Role, ROLES.split())):
        ground.operator(f"x{name}", role)
    ids = {kind: taken_in(ground, kind=kind) for kind in CaseKind}
    for name, _ in enumerate(ROLES.split()):
        ground.sign_in(f"x{name}")
        listed = {each.id for each in ground.desk.cases.due(frozenset(CaseKind))}
        own = {id for kind, id in ids.items() if WHOSE[kind][name] == "x"}
        assert listed == own
        assert ground.desk.cases.waiting()[0] == len(own)
