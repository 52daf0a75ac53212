"""A letter was printed or sent at one desk while another moved the case on: it is not undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kundcenter.domain.case_codes import (
    AnswerBy,
    CaseAct,
    Complainant,
    LetterKind,
    Recipient,
    Said,
    Stage,
)
from tests.postgres import PostgresServer
from tests.sync.case_ground import Office, an_office, changes

TO, ALLOWED = "test@example.com", ("@example.com",)


@pytest.fixture
def two(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[Office]:
    with an_office(postgres_server, tmp_path, 2) as office:
        yield office


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=str)
def test_a_letter_of_a_case_that_another_withdrew_is_kept(
    two: Office, order: tuple[int, int]
) -> None:
    case = two.takes_in(answer_by=AnswerBy.EMAIL, email=TO)
    cases = two.one.desk.cases
    cases.take_letter(case, LetterKind.CONFIRMATION)
    cases.take_mail(case, LetterKind.ANSWER, TO, "Hej.", allowed=ALLOWED)
    cases.note_mailed(case, LetterKind.ANSWER, failed=False)
    two.other.desk.cases.withdraw(case, "Har ångrat sig.")
    two.agree(order)
    two.all_was_taken()
    assert two.case(case).stage is Stage.WITHDRAWN
    for act in (CaseAct.PRINTED, CaseAct.MAILED, CaseAct.MAIL_HANDED):
        (step,) = two.steps(case, act)
        assert step.late is (order == (1, 0))


def test_a_letter_to_one_who_turned_out_to_be_anonymous_or_protected_is_kept(two: Office) -> None:
    """What would be refused at the desk has happened: it is said, not hidden."""
    silent, hidden, elsewhere = (
        two.takes_in(answer_by=AnswerBy.EMAIL, email=TO, **more)
        for more in ({}, {}, {"consent": Said.YES, "recipient": Recipient.OTHER_PROVIDER})
    )
    changes(two.other, silent, answer_by=AnswerBy.NOT)
    changes(two.other, hidden, protected=Said.YES, complainant=Complainant.OTHER)
    changes(two.other, elsewhere, consent=Said.NO)
    mine = two.one.desk.cases
    mine.take_letter(silent, LetterKind.ANSWER, "Svar.")
    mine.take_mail(hidden, LetterKind.ANSWER, TO, "Svar.", allowed=ALLOWED)
    mine.take_letter(elsewhere, LetterKind.HAND_OVER)
    two.agree((1, 0))
    two.all_was_taken()
    assert [step.text for step in two.steps(silent, CaseAct.PRINTED)] == ["Svar."]
    assert [step.text for step in two.steps(hidden, CaseAct.MAILED)] == [f"{TO}\n\nSvar."]
    assert len(two.steps(elsewhere, CaseAct.PRINTED)) == 1
