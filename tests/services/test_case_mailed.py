"""A letter all the way: from the desk's verbs through the pages to a real mail server."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from kundcenter.adapters.telephony.no_line import NoLine
from kundcenter.domain.case_codes import AnswerBy, CaseAct, LetterKind
from kundcenter.domain.mail import MailRefused, MailSettings, MailTls
from kundcenter.settings import Settings
from kundcenter.start.furnish import Furnished, furnish
from tests.ground import Ground
from tests.services.case_ground import staffed, taken_in
from tests.smtp_server import HOST, Postbox, serving

pytestmark = pytest.mark.loopback
TO = "test@example.com"


def services(ground: Ground, box: Postbox, folder: Path) -> Furnished:
    mail = MailSettings(
        HOST, box.port, "kundcenter@example.com", MailTls.NONE, allowed=("@example.com",)
    )
    settings = replace(Settings(), mail=mail)
    return furnish(ground.desk, NoLine(), folder, settings=settings, demo=False)


def acts(ground: Ground, case_id: object) -> list[CaseAct]:
    steps = ground.desk.cases.get(case_id).steps  # type: ignore[arg-type]
    return [step.act for step in steps if step.letter is not None]


def test_an_answer_goes_by_e_mail_and_both_ends_are_written(ground: Ground, tmp_path: Path) -> None:
    staffed(ground)
    case = taken_in(ground, answer_by=AnswerBy.EMAIL, email=TO)
    with serving(Postbox()) as box:
        desk = services(ground, box, tmp_path)
        assert desk.case_mail.ready
        letter = desk.cases.take_mail(
            case, LetterKind.ANSWER, TO, "Vi ber om ursäkt.", allowed=desk.case_mail.allowed
        )
        assert acts(ground, case) == [CaseAct.MAILED]
        desk.case_mail.send(letter, TO)
        desk.cases.note_mailed(case, LetterKind.ANSWER, failed=False)
    (came,) = box.received
    _, page = came.message.iter_parts()
    text = PdfReader(BytesIO(page.get_content())).pages[0].extract_text()
    assert "Vi ber om ursäkt." in text
    assert acts(ground, case) == [CaseAct.MAILED, CaseAct.MAIL_HANDED]


def test_what_the_server_refuses_is_written_too(ground: Ground, tmp_path: Path) -> None:
    staffed(ground)
    case = taken_in(ground, answer_by=AnswerBy.EMAIL, email=TO)
    with serving(Postbox(refuses="550 no such user")) as box:
        desk = services(ground, box, tmp_path)
        letter = desk.cases.take_mail(
            case, LetterKind.CONFIRMATION, TO, allowed=desk.case_mail.allowed
        )
        with pytest.raises(MailRefused):
            desk.case_mail.send(letter, TO)
        desk.cases.note_mailed(case, LetterKind.CONFIRMATION, failed=True)
    assert box.received == []
    assert acts(ground, case) == [CaseAct.MAILED, CaseAct.MAIL_FAILED]


def test_a_desk_without_a_mail_server_sends_nothing(ground: Ground, tmp_path: Path) -> None:
    ground.begin()
    desk = furnish(ground.desk, NoLine(), tmp_path, settings=Settings(), demo=False)
    assert not desk.case_mail.ready
    assert desk.case_mail.allowed == ()
    assert not desk.case_mail.may(TO)
