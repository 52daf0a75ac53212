"""What an administrator may write about a machine, and how a mistake is named."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from kundcenter.domain.calls import WrapUp
from kundcenter.domain.guiding_terms import GuidingTerms
from kundcenter.domain.lines import PhoneControl
from kundcenter.domain.mail import MailSettings, MailTls
from kundcenter.domain.waiting import SigningTerms
from kundcenter.settings import CentreSettings, Settings, SettingsWrong, settings
from kundcenter.start.entrance import read_settings


def test_a_machine_without_a_file_has_the_plain_settings(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "settings.toml") == Settings()


def test_an_exchange_is_read_with_its_defaults() -> None:
    exchange = settings(
        {"exchange": {"host": "vx.example.com", "user": "desk", "extension": "201"}}
    ).exchange
    assert exchange is not None
    assert (exchange.port, exchange.tls, exchange.phone) == (5038, False, PhoneControl.BY_HAND)
    assert exchange.emergency == ""
    assert exchange.outgoing == ""
    assert exchange.transfers == ""
    assert (exchange.queues, exchange.queue_switch) == ((), False)


def test_the_wrap_up_is_as_long_as_the_centre_wants_it() -> None:
    assert settings({}).wrap_up == WrapUp(120, 60)
    assert settings({"desk": {"wrap_up_seconds": 0}}).wrap_up == WrapUp(0, 60)


def test_a_desk_may_have_a_centre() -> None:
    assert settings({}).centre is None
    table = {"url": "https://centre.example.com:8443"}
    assert settings({"centre": table}).centre == CentreSettings("https://centre.example.com:8443")
    whole = settings({"centre": table | {"ca_file": "centre-ca.pem"}}).centre
    assert whole is not None
    assert whole.ca_file == "centre-ca.pem"
    for url in ("https://10.0.0.7", "https://[::1]:8443", "https://a.example.com/kundcenter/"):
        assert settings({"centre": {"url": url}}).centre == CentreSettings(url)


def test_when_a_signature_is_late_is_the_centre_s_own_rule() -> None:
    assert settings({}).signing == SigningTerms(timedelta(days=2), timedelta(days=14))
    own = settings({"journal": {"sign_within_days": 1, "escalate_after_days": 7}})
    assert own.signing == SigningTerms(timedelta(days=1), timedelta(days=7))


def test_what_the_region_has_decided_about_guiding_is_read() -> None:
    assert settings({}).guiding == GuidingTerms(book_primary_care=False, way_minutes=60)
    own = settings({"guiding": {"book_primary_care": True, "way_minutes": 0}})
    assert own.guiding == GuidingTerms(book_primary_care=True, way_minutes=0)


def test_a_mail_server_is_read_with_the_port_of_its_secrecy() -> None:
    assert settings({}).mail is None
    table = {"server": "smtp.example.com", "sender": "kundcenter@example.com"}
    assert settings({"mail": table}).mail == MailSettings(
        "smtp.example.com", 587, "kundcenter@example.com"
    )
    for tls, port in (("tls", 465), ("starttls", 587)):
        mail = settings({"mail": table | {"tls": tls}}).mail
        assert mail is not None
        assert (mail.tls, mail.port) == (MailTls(tls), port)
    for here in ("127.0.0.1", "::1", "localhost"):
        mail = settings({"mail": table | {"server": here, "tls": "none", "port": 2525}}).mail
        assert mail is not None
        assert (mail.server, mail.port) == (here, 2525)
    allowed = ["@example.com", "namn@annan.example.org"]
    mail = settings({"mail": table | {"allowed": allowed, "user": "kc", "ca_file": "ca.pem"}}).mail
    assert mail is not None
    assert (mail.allowed, mail.user, mail.ca_file) == (tuple(allowed), "kc", "ca.pem")
    assert mail.sms_gateway == ""
    mail = settings({"mail": table | {"sms_gateway": "SMS.example.com"}}).mail
    assert mail is not None
    assert mail.sms_gateway == "sms.example.com"


_MAIL = {"server": "smtp.example.com", "sender": "kundcenter@example.com"}


@pytest.mark.parametrize(
    ("more", "named"),
    [
        ({"server": ""}, "mail.server"),
        ({"server": "smtp example"}, "mail.server"),
        ({"server": "https://smtp.example.com"}, "mail.server"),
        ({"port": 65_536}, "mail.port"),
        ({"port": -1}, "mail.port"),
        ({"tls": "maybe"}, "mail.tls"),
        ({"tls": "none"}, "mail.tls"),  # in the open only to this machine itself
        ({"sender": "Kundcenter <kundcenter@example.com>"}, "mail.sender"),
        ({"sender": "kundcenter@example.com\r\nBcc: a@example.com"}, "mail.sender"),
        ({"allowed": ["example.com"]}, "mail.allowed"),
        ({"allowed": ["@"]}, "mail.allowed"),
        ({"allowed": ["@*"]}, "mail.allowed"),
        ({"allowed": "@example.com"}, "mail.allowed"),
        ({"sms_gateway": "@sms.example.com"}, "mail.sms_gateway"),
        ({"sms_gateway": "sms"}, "mail.sms_gateway"),
        ({"sms_gateway": "sms.example.com\r\nBcc: a@example.com"}, "mail.sms_gateway"),
        ({"password": "hemligt"}, "mail"),  # it lies in the encrypted store
    ],
)
def test_a_mistake_about_the_mail_server_is_named(more: dict[str, object], named: str) -> None:
    with pytest.raises(SettingsWrong) as told:
        settings({"mail": _MAIL | more})
    assert named in str(told.value.facts["why"])
    assert "hemligt" not in str(told.value)


@pytest.mark.parametrize(
    ("table", "named"),
    [
        ({"plats": "Jönköping"}, "plats"),
        ({"place": 3}, "place"),
        ({"idle_minutes": 0}, "idle_minutes"),
        ({"idle_minutes": 600}, "idle_minutes"),
        ({"reserve_pattern": "99JK["}, "reserve_pattern"),
        ({"exchange": {"host": "x", "user": "u", "extension": "1", "port": "many"}}, "port"),
        ({"exchange": {"user": "u", "extension": "1"}}, "host"),
        (
            {"exchange": {"host": "x", "user": "u", "extension": "1", "emergency": "112"}},
            "emergency",
        ),
        (
            {"exchange": {"host": "x", "user": "u", "extension": "1", "outgoing": "a b"}},
            "outgoing",
        ),
        (
            {"exchange": {"host": "x", "user": "u", "extension": "1", "transfers": "a@b"}},
            "transfers",
        ),
        (
            {"exchange": {"host": "x", "user": "u", "extension": "1", "queues": ["a b"]}},
            "queues",
        ),
        (
            {"exchange": {"host": "x", "user": "u", "extension": "1", "queues": ["q"] * 101}},
            "queues",
        ),
        ({"desk": {"wrap_up_seconds": 3601}}, "desk.wrap_up_seconds"),
        ({"desk": {"wrap_up_seconds": -1}}, "desk.wrap_up_seconds"),
        ({"desk": {"extend_seconds": 0}}, "desk.extend_seconds"),
        ({"desk": {"wrapup": 1}}, "wrapup"),
        ({"centre": {}}, "url"),
        ({"centre": {"url": "http://centre.example.com"}}, "centre.url"),
        ({"centre": {"url": "https://desk:secret@centre.example.com"}}, "centre.url"),
        ({"centre": {"url": "https://centre.example.com?desk=1"}}, "centre.url"),
        ({"centre": {"url": "https://"}}, "centre.url"),
        ({"centre": {"url": "https://a.example.com", "ca": "x"}}, "ca"),
        ({"journal": {"sign_within_days": 0}}, "journal"),
        ({"journal": {"sign_within_days": 15}}, "journal"),
        ({"journal": {"escalate_after_days": 91}}, "journal"),
        ({"journal": {"sign_after": 1}}, "sign_after"),
        ({"guiding": {"way_minutes": -1}}, "guiding.way_minutes"),
        ({"guiding": {"way_minutes": 481}}, "guiding.way_minutes"),
        ({"guiding": {"book_primary_care": "ja"}}, "guiding.book_primary_care"),
        ({"guiding": {"book": True}}, "book"),
    ],
)
def test_a_wrong_key_is_named(table: dict[str, object], named: str) -> None:
    with pytest.raises(SettingsWrong) as refused:
        settings(table)
    assert named in str(refused.value.facts["why"])


@pytest.mark.parametrize("content", [b"place = ", b"\xff\xfe", b"\x00"])
def test_a_file_that_is_no_toml_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "settings.toml").write_bytes(content)
    with pytest.raises(SettingsWrong):
        read_settings(tmp_path / "settings.toml")
