"""From the case to the mail server: what is written, set, sent, and what never leaves."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from kundcenter.adapters.mail import SmtpMailer
from kundcenter.adapters.paper.lazy import case_pages
from kundcenter.domain.case_letters import CaseLetter, MailNotAllowed
from kundcenter.domain.mail import AwayReason, MailAway, MailSettings, MailTls
from kundcenter.services.case_mail import CaseMail
from kundcenter.start.desk import utc_now
from tests.adapters.test_case_letter_page import LETTER
from tests.smtp_server import HOST, Postbox, serving

pytestmark = pytest.mark.loopback
ALLOWED = ("@example.com",)


def settings(box: Postbox) -> MailSettings:
    return MailSettings(HOST, box.port, "kundcenter@example.com", MailTls.NONE, allowed=ALLOWED)


def test_an_allowed_address_gets_the_letter_as_pages_and_nothing_else(tmp_path: Path) -> None:
    with serving(Postbox()) as box:
        mailer = SmtpMailer(settings(box), "", utc_now)
        mail = CaseMail(case_pages(tmp_path), mailer, ALLOWED, demonstration=True)
        mail.send(LETTER, "vc@EXAMPLE.com")
    (came,) = box.received
    assert came.to == ["vc@example.com"]
    body, page = came.message.iter_parts()
    pages = PdfReader(BytesIO(page.get_content())).pages
    assert "senast den 28 december 2026" in " ".join(pages[0].extract_text().split())
    assert "TESTDATA" in pages[0].extract_text()
    around = came.message["Subject"] + body.get_content() + str(page.get_filename())
    assert "7F3K-9Q2M" in around
    assert not [said for said in ("Öberg", "klagomål", "glömde", "Testgatan") if said in around]


@pytest.mark.parametrize("to", ["vc@example.net", "vc@example.com\r\nBcc: a@example.net", ""])
def test_another_address_gets_nothing_and_no_page_is_made(to: str) -> None:
    made: list[CaseLetter] = []

    def pages(letter: CaseLetter) -> bytes:
        made.append(letter)
        return b"%PDF"

    with serving(Postbox()) as box:
        mail = CaseMail(pages, SmtpMailer(settings(box), "", utc_now), ALLOWED)
        assert not mail.may(to)
        with pytest.raises(MailNotAllowed):
            mail.send(LETTER, to)
    assert (box.received, made) == ([], [])


def test_a_protected_person_s_letter_never_goes_by_e_mail() -> None:
    with serving(Postbox()) as box:
        mail = CaseMail(lambda _: b"%PDF", SmtpMailer(settings(box), "", utc_now), ALLOWED)
        with pytest.raises(MailNotAllowed):
            mail.send(replace(LETTER, to=(), mediated=True, protected=True), "vc@example.com")
    assert box.received == []


def test_without_a_mail_server_nothing_is_sent_to_anybody() -> None:
    mail = CaseMail(lambda _: b"%PDF", None, ALLOWED)
    assert not mail.ready
    with pytest.raises(MailAway) as told:
        mail.send(LETTER, "vc@example.com")
    assert told.value.facts == {"why": AwayReason.UNREACHABLE}
