"""Letters handed to a real mail server on this machine: what it gets, and what stops before it."""

from __future__ import annotations

import socket
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kundcenter.adapters.certificates import Authority
from kundcenter.adapters.mail import SmtpMailer
from kundcenter.domain.mail import (
    AwayReason,
    MailAway,
    MailRefused,
    MailSettings,
    MailTls,
    Message,
)
from tests.smtp_server import HOST, Postbox, serving

pytestmark = pytest.mark.loopback

PASSWORD = "tolv gröna krukor"
PDF = b"%PDF-1.7 en sida"
MESSAGE = Message(
    to="vc@example.com",
    subject="Ärende 7F3K-9Q2M",
    body="Hej!\n\nBrevet ligger i filen.\n",
    file_name="arende-7F3K-9Q2M.pdf",
    content=PDF,
)


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    made = Authority(tmp_path_factory.mktemp("authority"))
    made.certify([], datetime.now(UTC))
    return made


@pytest.fixture
def box() -> Postbox:
    return Postbox(password=PASSWORD)


def certificate(authority: Authority) -> tuple[str, str]:
    return str(authority.server), str(authority.server_key)


def mailer(box: Postbox, tls: MailTls, ca: Path | None = None, **more: str) -> SmtpMailer:
    password = more.pop("password", PASSWORD)
    settings = MailSettings(
        server=more.pop("server", HOST),
        port=box.port,
        sender="kundcenter@example.com",
        tls=tls,
        user=more.pop("user", ""),
        ca_file=str(ca) if ca else None,
    )
    return SmtpMailer(settings, password, lambda: datetime(2026, 11, 26, 9, tzinfo=UTC), patience=3)


@pytest.mark.parametrize("tls", [MailTls.STARTTLS, MailTls.TLS])
@pytest.mark.parametrize("password", [PASSWORD, "twelve green pots"])
def test_a_letter_goes_in_secret_to_one_who_has_logged_in(
    box: Postbox, authority: Authority, tls: MailTls, password: str
) -> None:
    at_once, box.password = tls is MailTls.TLS, password
    with serving(box, certificate=certificate(authority), at_once=at_once, asks=True):
        ours = mailer(box, tls, authority.certificate, user="kundcenter", password=password)
        ours.send(MESSAGE)
    (came,) = box.received
    assert came.secret
    assert (came.sender, came.to, came.user) == (
        "kundcenter@example.com", ["vc@example.com"], "kundcenter",
    )  # fmt: skip
    message = came.message
    assert (message["From"], message["To"]) == ("kundcenter@example.com", "vc@example.com")
    assert message["Subject"] == "Ärende 7F3K-9Q2M"
    assert message["Date"] == "Thu, 26 Nov 2026 10:00:00 +0100"
    assert message["Message-ID"].endswith("@example.com>")
    body, page = message.iter_parts()
    assert body.get_content().replace("\r\n", "\n") == MESSAGE.body
    assert (page.get_content_type(), page.get_filename()) == (
        "application/pdf", "arende-7F3K-9Q2M.pdf",
    )  # fmt: skip
    assert page.get_content() == PDF
    assert socket.gethostname().encode() not in came.raw


def test_on_this_machine_itself_no_tls_is_needed(box: Postbox) -> None:
    with serving(box):
        mailer(box, MailTls.NONE).send(MESSAGE)
    assert [(came.to, came.secret) for came in box.received] == [(["vc@example.com"], False)]


def test_a_server_without_tls_gets_nothing(box: Postbox) -> None:
    with serving(box), pytest.raises(MailAway) as told:
        mailer(box, MailTls.STARTTLS).send(MESSAGE)
    assert told.value.facts == {"why": AwayReason.NOT_TRUSTED}
    assert box.received == []


@pytest.mark.parametrize("tls", [MailTls.STARTTLS, MailTls.TLS])
def test_a_certificate_of_somebody_unknown_is_not_trusted(
    box: Postbox, authority: Authority, tmp_path: Path, tls: MailTls
) -> None:
    stranger = Authority(tmp_path)
    stranger.certify([], datetime.now(UTC))
    at_once = tls is MailTls.TLS
    with (
        serving(box, certificate=certificate(authority), at_once=at_once),
        pytest.raises(MailAway) as told,
    ):
        mailer(box, tls, stranger.certificate).send(MESSAGE)
    assert told.value.facts == {"why": AwayReason.NOT_TRUSTED}
    assert box.received == []


def test_a_file_that_holds_no_authority_trusts_nobody(box: Postbox, tmp_path: Path) -> None:
    (tmp_path / "ca.pem").write_text("inget")
    for file in (tmp_path / "ca.pem", tmp_path / "borta.pem"):
        with serving(box), pytest.raises(MailAway) as told:
            mailer(box, MailTls.TLS, file).send(MESSAGE)
        assert told.value.facts == {"why": AwayReason.NOT_TRUSTED}


@pytest.mark.parametrize("wrong", ["fel", "tolv röda krukor", ""])
def test_a_wrong_password_lets_nobody_in(box: Postbox, authority: Authority, wrong: str) -> None:
    with (
        serving(box, certificate=certificate(authority), asks=True),
        pytest.raises(MailAway) as told,
    ):
        mailer(
            box, MailTls.STARTTLS, authority.certificate, user="kundcenter", password=wrong
        ).send(MESSAGE)
    assert told.value.facts == {"why": AwayReason.LOGIN_REFUSED}
    assert box.received == []


def test_a_server_that_does_not_take_the_receiver_says_so(box: Postbox) -> None:
    box.refuses = "550 no such user"
    with serving(box), pytest.raises(MailRefused) as told:
        mailer(box, MailTls.NONE).send(MESSAGE)
    assert told.value.facts == {"status": 550}
    assert box.received == []


def test_when_the_connection_breaks_it_is_not_known_whether_it_went(box: Postbox) -> None:
    box.hangs_up = True
    with serving(box), pytest.raises(MailAway) as told:
        mailer(box, MailTls.NONE).send(MESSAGE)
    assert told.value.facts == {"why": AwayReason.LOST}


def test_where_nobody_listens_the_server_is_away(box: Postbox) -> None:
    with serving(box):
        pass  # its port is free again
    with pytest.raises(MailAway) as told:
        mailer(box, MailTls.NONE).send(MESSAGE)
    assert told.value.facts == {"why": AwayReason.UNREACHABLE}


def test_a_server_that_says_nothing_is_not_waited_for_without_end(box: Postbox) -> None:
    with socket.create_server((HOST, 0)) as silent:
        box.port = silent.getsockname()[1]
        with pytest.raises(MailAway) as told:
            mailer(box, MailTls.NONE).send(MESSAGE)
    assert told.value.facts == {"why": AwayReason.UNREACHABLE}
