"""Letters about an open case, by keys: read first, printed, sent by a real mail server."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kundcenter.adapters.mail import SmtpMailer
from kundcenter.adapters.paper.lazy import case_pages
from kundcenter.domain.case_codes import CaseAct, LetterKind
from kundcenter.domain.mail import MailSettings, MailTls
from kundcenter.services.case_mail import CaseMail
from kundcenter.start.desk import utc_now
from kundcenter.start.program import cache_folder
from tests.ground import Ground
from tests.smtp_server import HOST, Postbox, serving
from tests.ui.workstation.open_case import (
    Office,
    dialog,
    office,
    open_case,
    opened_office,
    swedish,
    told,
)
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_people import picture
from ui.dialogs.case_letters import LettersDialog

__all__ = ["office", "swedish"]
pytestmark = pytest.mark.usefixtures("swedish")
ALLOWED = ("@example.com",)


@pytest.fixture
def box(seat: Seat) -> Iterator[Postbox]:
    """The desk has a mail server, and the region allows one domain."""
    with serving(Postbox()) as post:
        settings = MailSettings(
            HOST, post.port, "kundcenter@example.com", MailTls.NONE, allowed=ALLOWED
        )
        mail = CaseMail(case_pages(cache_folder()), SmtpMailer(settings, "", utc_now), ALLOWED)
        station = seat.workstation
        station._services = replace(station._services, case_mail=mail)  # type: ignore[type-var]
        yield post


def letters(seat: Seat, office: Office) -> list[tuple[CaseAct, LetterKind | None]]:
    steps = told(seat, office).steps
    return [(step.act, step.letter) for step in steps if step.letter is not None]


def test_a_letter_is_read_first_and_then_printed(office: Office, seat: Seat) -> None:
    open_case(seat, office)
    seat.press("Ctrl+P")
    seat.see("Vilket brev?")
    shown = dialog(seat, LettersDialog)
    assert not shown.mail.isVisible()  # this desk has no mail server
    shown.look.click()
    seat.see("Så står det i brevet")
    picture(seat, "case-letter")
    assert told(seat, office).case.number in shown.page.text()
    assert shown.page.text().count("Vi har tagit emot ditt klagomål") == 1
    seat.settle()  # the page has made it higher: its buttons are still in sight
    assert shown.frameGeometry().bottom() <= seat.window.frameGeometry().bottom()
    assert letters(seat, office) == []
    shown.primary.click()
    seat.see("Spara som PDF", within=60.0)  # the typeface is cut for the first page
    picture(seat, "case-letter-page")
    assert letters(seat, office) == [(CaseAct.PRINTED, LetterKind.CONFIRMATION)]
    seat.press("Esc", "Esc")
    seat.see("Brev skrevs ut")


def test_a_letter_says_what_was_asked(office: Office, seat: Seat) -> None:
    open_case(seat, office)
    seat.press("Ctrl+M")
    seat.see("Vänta på svaret")
    seat.write("Vilken dag ringde du?")
    seat.press("Ctrl+Return")
    seat.see("Svar har kommit")
    seat.press("Ctrl+P")
    shown = dialog(seat, LettersDialog)
    assert shown.chosen is LetterKind.COUNTER_QUESTION
    assert shown.text.text() == "Vilken dag ringde du?"


@pytest.mark.loopback
def test_a_letter_is_sent_to_an_allowed_address(office: Office, seat: Seat, box: Postbox) -> None:
    open_case(seat, office)
    seat.press("Ctrl+P")
    shown = dialog(seat, LettersDialog)
    assert shown.to.text() == "klagande@example.com"
    picture(seat, "case-mail")
    shown.mail.click()
    seat.see_no_more("Vilket brev?", within=60.0)  # the typeface is cut for the first page
    (came,) = box.received
    assert came.to == ["klagande@example.com"]
    assert letters(seat, office) == [
        (CaseAct.MAILED, LetterKind.CONFIRMATION),
        (CaseAct.MAIL_HANDED, LetterKind.CONFIRMATION),
    ]


@pytest.mark.loopback
def test_to_another_address_nothing_is_sent(office: Office, seat: Seat, box: Postbox) -> None:
    open_case(seat, office)
    seat.press("Ctrl+P")
    shown = dialog(seat, LettersDialog)
    shown.to.set_text("klagande@example.net")
    shown.mail.click()
    seat.settle()
    assert "inte tillåtit e-post" in shown.to.error
    assert (box.received, letters(seat, office)) == ([], [])


@pytest.mark.loopback
def test_what_the_mail_server_did_not_take_is_noted(
    office: Office, seat: Seat, box: Postbox
) -> None:
    box.refuses = "550 No such user"
    open_case(seat, office)
    seat.press("Ctrl+P")
    shown = dialog(seat, LettersDialog)
    shown.mail.click()
    seat.until(shown.mail.isEnabled, "the end of the attempt", within=60.0)
    assert shown.isVisible()
    assert shown.mail.isEnabled()
    assert [act for act, _ in letters(seat, office)] == [CaseAct.MAILED, CaseAct.MAIL_FAILED]


@pytest.mark.loopback
def test_of_a_protected_one_no_address_stands_ready(
    ground: Ground, seat: Seat, box: Postbox
) -> None:
    office = opened_office(ground, protected="JA")
    open_case(seat, office)
    seat.press("Ctrl+P")
    shown = dialog(seat, LettersDialog)
    assert shown.to.text() == ""
    shown.to.set_text("klagande@example.com")
    shown.mail.click()
    seat.settle()
    assert box.received == []
    assert letters(seat, office) == []
