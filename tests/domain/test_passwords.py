"""Which passwords may be chosen."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.passwords import (
    PasswordContainsName,
    PasswordTooCommon,
    PasswordTooLong,
    PasswordTooShort,
    PasswordUnusable,
    check,
    check_passphrase,
    normalised,
)
from kundcenter.errors import Refused
from resources.passwords import common_passwords

COMMON = common_passwords()


def choose(password: str, *, administrator: bool = False) -> None:
    names = ("test.testsson", "Åsa-Lo Testsson")
    check(password, names=names, common=COMMON, administrator=administrator)


@pytest.mark.parametrize(
    "password",
    [
        "blå hund äter tidning",
        "kvw8 3!x",
        "xxxxzzzzqqqqw",
        "correct horse battery",
        "gräsklippare på vift",
        "😀🐎🔋📎🧲🪴🚜🎷",
        "密码是一个很长的句子",
        "x" * 3 + "jag sjunger i kören varje torsdag " * 8,
        "12 personer i 3 båtar",
    ],
)
def test_a_long_unusual_password_needs_no_signs_or_digits(password: str) -> None:
    choose(password)


def test_sixty_four_characters_and_more_are_allowed() -> None:
    long = "".join(chr(ord("a") + number * 7 % 26) for number in range(600))
    choose(long[:64])
    choose(long)


@pytest.mark.parametrize("password", ["", "a", "kvw8 3!", "å" * 7])
def test_seven_characters_are_too_few(password: str) -> None:
    with pytest.raises(PasswordTooShort) as refused:
        choose(password)
    assert refused.value.facts == {"minimum": 8}


def test_an_administrator_needs_twelve() -> None:
    choose("kvw8 3!xrt7")
    with pytest.raises(PasswordTooShort) as refused:
        choose("kvw8 3!xrt7", administrator=True)
    assert refused.value.facts == {"minimum": 12}
    choose("kvw8 3!xrt7p", administrator=True)


def test_one_character_that_unfolds_into_many_counts_as_one() -> None:
    with pytest.raises(PasswordTooShort):
        choose("\ufdfa")  # eighteen letters in the form NFKC


def test_a_pasted_file_is_no_password() -> None:
    with pytest.raises(PasswordTooLong):
        choose("blå hund " * 200)


@pytest.mark.parametrize(
    "password",
    [
        "password1", "Password123!", "P@ssw0rd", "p4ssw0rd", "qwerty123", "Qwertyui", "1qaz2wsx",
        "12345678", "1234567890", "87654321", "123456789a", "11111111", "abababab", "abcdefgh",
        "zyxwvuts", "Sommar2026!", "Hösten2026", "lösenord1", "LÖSENORD", "hejhejhej", "iloveyou",
        "Jönköping1", "nässjö2024", "välkommen1", "sköterska1", "vårdcentralen", "admin123",
        "asdfghjklö", "qwertyuiopå", "ｐａｓｓｗｏｒｄ", "kalle anka 1", "letmein!!", "trustno1",
        "sunshine", "football1", "baseball", "superman1", "dragon123", "monkey12", "1q2w3e4r",
        "00000000", "passw0rd", "princess1", "starwars", "charlie1", "computer", "michelle",
    ],
)  # fmt: skip
def test_what_everybody_tries_first_is_refused(password: str) -> None:
    with pytest.raises(PasswordTooCommon):
        choose(password)


def test_the_list_and_its_ornaments_cover_more_than_three_thousand_passwords() -> None:
    refused = 0
    for word in COMMON:
        for form in (word, f"{word}1", f"{word}123", f"{word}2026!", f"1{word}", word.title()):
            try:
                check(form, names=(), common=COMMON)
            except PasswordTooCommon:
                refused += 1
            except Refused:
                continue
            else:
                pytest.fail(f"{form} was accepted")
    assert refused >= 3000


@pytest.mark.parametrize(
    "password",
    ["kundcenter är bäst", "Mitt KundCenter 7", "testsson i skogen", "min TEST.TESTSSON grej"],
)
def test_a_name_or_the_place_is_no_part_of_a_password(password: str) -> None:
    with pytest.raises(PasswordContainsName):
        choose(password)


def test_a_short_part_of_a_name_may_occur_in_a_word() -> None:
    choose("salongen låser sju")  # Lo and Åsa are in it


@pytest.mark.parametrize("bad", ["\0", "\n", "\x7f", "\ud800", "\u0378", "\ufffe", "\U000e0080"])
def test_a_character_that_may_change_or_get_lost_is_refused(bad: str) -> None:
    with pytest.raises(PasswordUnusable) as refused:
        choose(f"blå hund{bad} äter tidning")
    assert refused.value.facts == {}


@given(st.text(st.characters(exclude_categories=("Cc", "Cn", "Cs"))))
def test_two_keyboards_give_one_password(text: str) -> None:
    forms = {normalised(unicodedata.normalize(form, text)) for form in ("NFC", "NFD", "NFKC")}
    assert forms == {normalised(text)}
    assert normalised(normalised(text)) == normalised(text)


@given(st.text(max_size=40))
def test_no_refusal_repeats_the_password(text: str) -> None:
    try:
        choose(text)
    except Refused as refused:
        assert set(refused.facts) <= {"minimum", "maximum"}
        assert refused.__cause__ is None


def test_a_passphrase_has_fifteen_characters() -> None:
    with pytest.raises(PasswordTooShort):
        check_passphrase("åtta blå kor", common=COMMON)
    with pytest.raises(PasswordTooCommon):
        check_passphrase("aaaaaaaaaaaaaaaaaaaa", common=COMMON)
    check_passphrase("åtta blå kor på rad", common=COMMON)
