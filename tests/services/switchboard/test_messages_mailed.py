"""A message all the way: from the desk's verbs to a real mail server, and back into its steps."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from pypdf import PdfReader

from kundcenter.adapters.telephony.no_line import NoLine
from kundcenter.domain.mail import AwayReason, MailAway, MailRefused, MailSettings, MailTls
from kundcenter.domain.people import Protection
from kundcenter.domain.switchboard.message_letters import MessageNotAllowed
from kundcenter.domain.switchboard.messages import MessageChannel, MessageState
from kundcenter.errors import KundcenterError
from kundcenter.settings import Settings
from kundcenter.start.furnish import Furnished, furnish
from tests.ground import NUMBER, Ground
from tests.services.switchboard.desk_ground import TO, colleague, staffed, taken
from tests.smtp_server import HOST, Postbox, Received, serving

pytestmark = pytest.mark.loopback
ALLOWED = ("@example.com", "@sms.example.com")
SMS = MessageChannel.SMS


def services(
    ground: Ground, box: Postbox, folder: Path, *, demo: bool = False, **more: Any
) -> Furnished:
    told: dict[str, Any] = {"allowed": ALLOWED, "sms_gateway": "sms.example.com", **more}
    mail = MailSettings(HOST, box.port, "kundcenter@example.com", MailTls.NONE, **told)
    settings = replace(Settings(), mail=mail)
    return furnish(ground.desk, NoLine(), folder, settings=settings, demo=demo)


def go(desk: Furnished, id: UUID) -> None:
    """As the desk's keeper does."""
    try:
        desk.message_mail.send(desk.messages.to_send(id))
    except KundcenterError as error:
        desk.messages.failed(id, error.code)
        raise
    desk.messages.sent(id)


def body(came: Received) -> str:
    assert not list(came.message.iter_attachments())
    return str(came.message.get_content()).replace("\r\n", "\n")


def test_an_e_mail_says_what_is_wanted_and_its_subject_names_nobody(
    ground: Ground, tmp_path: Path
) -> None:
    staffed(ground)
    contact, person = colleague(ground), ground.person()
    id = taken(ground, contact, urgent=True, person_id=person)
    with serving(Postbox()) as box:
        desk = services(ground, box, tmp_path)
        assert desk.message_mail.ready and desk.message_mail.sms_ready
        go(desk, id)
    (came,) = box.received
    assert (came.to, came.message["Subject"]) == ([TO], "Meddelande från kundcenter")
    text = body(came)
    assert text.startswith("BRÅDSKANDE\n")
    for said in (
        "Vill bli uppringd om en leverans.",
        "Till: Anna Test, Läkarsekreterare, Medicinkliniken",
        "Från: En leverantör",
        "Ring upp: 070-174 06 05",
        "Mottaget: 2026-11-21 08:00 av Test Lena",
    ):
        assert said in text
    for secret in ("Person 1988", "880702", str(person)):  # whom it is about
        assert secret.encode() not in came.raw
    (message,) = ground.desk.messages.latest()
    assert (message.state, message.tries) == (MessageState.SENT, 1)


def test_an_sms_goes_by_the_gateway_and_carries_no_name(ground: Ground, tmp_path: Path) -> None:
    staffed(ground)
    contact, person = colleague(ground), ground.person()
    told = {"channel": SMS, "address": "070-174 06 10", "person_id": person}
    id = taken(ground, contact, text="Ring\n vaktmästeriet.", **told)
    with serving(Postbox()) as box:
        go(services(ground, box, tmp_path), id)
    (came,) = box.received
    assert came.to == ["46701740610@sms.example.com"]
    assert body(came) == "Kundcenter: Ring vaktmästeriet. Ring upp: 070-174 06 05.\n"
    for secret in ("Test Person", "Anna", "leverant"):
        assert secret not in str(came.message)


def test_of_a_protected_person_no_number_leaves(ground: Ground, tmp_path: Path) -> None:
    """Whenever the flag was set: it is asked for when the message goes."""
    staffed(ground)
    contact, person = colleague(ground), ground.person()
    ids = [
        taken(ground, contact, person_id=person),
        taken(ground, contact, person_id=person, channel=SMS, address="+46701740610"),
    ]
    ground.desk.people.protect(person, Protection.CONFIDENTIAL)
    with serving(Postbox()) as box:
        desk = services(ground, box, tmp_path)
        for id in ids:
            assert desk.messages.to_send(id).protected
            go(desk, id)
    for came in box.received:
        assert "lämnas av kundcenter" in body(came)
        for secret in ("174 06 05", NUMBER, "leverantör", "Test Person"):
            assert secret not in body(came)


def test_what_the_server_refuses_fails_with_a_code_and_goes_later(
    ground: Ground, tmp_path: Path
) -> None:
    staffed(ground)
    id = taken(ground, colleague(ground))
    with serving(Postbox(refuses="550 no such user")) as box:
        desk = services(ground, box, tmp_path)
        with pytest.raises(MailRefused):
            go(desk, id)
        box.refuses = ""
        go(desk, id)
    assert len(box.received) == 1
    told = [(step.kind.value, step.fault) for step in ground.desk.messages.steps(id)]
    assert told == [("WRITTEN", ""), ("FAILED", "mail.refused"), ("SENT", "")]


def test_a_server_that_is_away_is_a_fault_with_its_reason(ground: Ground, tmp_path: Path) -> None:
    staffed(ground)
    id = taken(ground, colleague(ground))
    with serving(Postbox()) as box:
        desk = services(ground, box, tmp_path)
    with pytest.raises(MailAway) as caught:
        go(desk, id)
    assert caught.value.facts == {"why": AwayReason.UNREACHABLE}
    assert [step.fault for step in ground.desk.messages.steps(id)] == ["", "mail.away"]


@pytest.mark.parametrize(
    ("told", "more"),
    [
        ({"address": "anna@annan.example.org"}, {}),
        ({"address": "anna@sub.example.com"}, {}),
        ({"channel": SMS, "address": NUMBER}, {"sms_gateway": ""}),
        ({"channel": SMS, "address": NUMBER}, {"allowed": ("@example.com",)}),
        ({"channel": SMS, "address": NUMBER}, {"sms_gateway": "annan.example.org"}),
    ],
    ids=["domain", "subdomain", "no gateway", "gateway not allowed", "another gateway"],
)
def test_what_the_region_has_not_allowed_is_never_sent(
    ground: Ground, tmp_path: Path, told: dict[str, Any], more: dict[str, Any]
) -> None:
    staffed(ground)
    id = taken(ground, colleague(ground), **told)
    with serving(Postbox()) as box:
        desk = services(ground, box, tmp_path, **more)
        (message,) = desk.messages.waiting()
        assert not desk.message_mail.may(message)
        assert desk.message_mail.sms_ready is (not more)
        with pytest.raises(MessageNotAllowed):
            go(desk, id)
    assert box.received == []
    assert [step.fault for step in desk.messages.steps(id)][-1] == "message.not_allowed"


def test_a_desk_without_a_mail_server_sends_nothing(ground: Ground, tmp_path: Path) -> None:
    staffed(ground)
    taken(ground, colleague(ground))
    desk = furnish(ground.desk, NoLine(), tmp_path, settings=Settings(), demo=False)
    assert not desk.message_mail.ready and not desk.message_mail.sms_ready
    (message,) = desk.messages.waiting()
    assert not desk.message_mail.may(message)
    with pytest.raises(MessageNotAllowed):
        desk.message_mail.send(desk.messages.to_send(message.id))


def test_a_demonstration_says_so_in_the_mail_and_on_the_page(
    ground: Ground, tmp_path: Path
) -> None:
    staffed(ground)
    id = taken(ground, colleague(ground))
    with serving(Postbox()) as box:
        desk = services(ground, box, tmp_path, demo=True)
        desk.message_mail.send(desk.messages.to_send(id))
    assert "inga verkliga personer" in body(box.received[0])
    pdf = desk.papers.message(desk.messages.take_print(id))
    text = PdfReader(BytesIO(pdf)).pages[0].extract_text()
    assert "TESTDATA" in text and "leverans" in text
