"""To whom a letter may go by e-mail: what was written down, and nothing that only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.mail import is_whole_domain, mail_address, may_mail

ALLOWED = ("@example.com", "namn@annan.example.org")


@pytest.mark.parametrize(
    "address",
    [
        "vc@example.com",
        "vc.mottagning+arende@EXAMPLE.com",
        "namn@annan.example.org",
        "Namn@Annan.Example.org",
    ],
)
def test_what_was_written_down_may_have_letters(address: str) -> None:
    assert may_mail(address, ALLOWED)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "@example.com",
        "vc@",
        "vc@example",
        "vc@sub.example.com",
        "vc@example.com.example.net",
        "vc@notexample.com",
        "annan@annan.example.org",
        "namn@annan.example.org@example.net",
        "namn@example.net@example.com",
        '"a@example.net"@example.com',
        "vc@example.com,annan@example.net",
        "vc@example.com annan@example.net",
        "annan@example.net <vc@example.com>",
        "Namn <vc@example.com>",
        "vc@example.com\r\nBcc: annan@example.net",
        "vc@example.com\n",
        "vc\n@example.com",
        "vc@example.com\0",
        "vc@exаmple.com",  # a Cyrillic a
        "åsa@example.com",
        ".vc@example.com",
        "vc..a@example.com",
        "annan%example.net@example.com",
        "example.net!annan@example.com",
        "=?utf-8?q?annan=40example.net=2C?=@example.com",
        "vc@-example.com",
        f"{'v' * 65}@example.com",
        f"vc@{'e' * 250}.com",
    ],
)
def test_what_only_looks_like_it_gets_nothing(address: str) -> None:
    assert not may_mail(address, ALLOWED)


def test_nobody_is_allowed_where_nothing_is_written_down() -> None:
    assert not may_mail("vc@example.com", ())
    assert not may_mail("vc@example.com", ("", "@", "example.com", "vc"))


def test_the_domain_is_kept_in_small_letters_and_the_rest_as_it_was_written() -> None:
    assert mail_address("Vc.Test@EXAMPLE.Com") == "Vc.Test@example.com"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("@example.com", True),
        ("@a.example.com", True),
        ("example.com", False),
        ("@example", False),
        ("@", False),
        ("@@example.com", False),
        ("vc@example.com", False),
        ("@example.com\n", False),
        ("@*.example.com", False),
    ],
)
def test_a_whole_domain_begins_with_its_sign(text: str, whole: bool) -> None:
    assert is_whole_domain(text) is whole


@given(st.text(max_size=40), st.sampled_from(["\r\n", "\n", "\r", "\0", " ", ",", ";", "<", ">"]))
def test_nothing_that_could_end_a_header_is_an_address(text: str, sign: str) -> None:
    for broken in (f"{text}{sign}@example.com", f"vc@example.com{sign}{text}", f"{sign}{text}"):
        assert mail_address(broken) is None


@given(st.text(max_size=60) | st.emails())
def test_an_address_is_ascii_and_has_one_at_sign(text: str) -> None:
    found = mail_address(text)
    if found is not None:
        assert found.isascii()
        assert found.count("@") == 1
        assert not set(found) & set('\r\n\0\t ,;:<>()[]"\\')
        assert mail_address(found) == found
