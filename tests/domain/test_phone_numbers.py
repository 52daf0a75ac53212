"""Telephone numbers in every spelling; all of them fictional or public services."""

from __future__ import annotations

import re
import subprocess
import sys
import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kundcenter.domain.phone_numbers import (
    FICTIONAL_SERIES,
    AreaCodeMissing,
    PhoneKind,
    PhoneNumber,
    PhoneNumberInvalid,
    is_fictional,
    parse,
)
from tests.external import external

FICTIONAL = [number for series in FICTIONAL_SERIES for number in series]

SPELLINGS = {
    "+46701740605": (
        "070-174 06 05", "0701740605", "070 174 06 05", "070-1740605", "070 1740605",
        "070/174 06 05", "070/1740605", "070.174.06.05", "(070) 174 06 05", "(070)1740605",
        "070 - 174 06 05", "070–174 06 05", "070—1740605", "070\u2011174\u00a006\u00a005",
        "070\u2212174\u200906\u200905", "\u202a070-174 06 05\u202c", "\ufeff0701740605",
        "\t0701740605\r\n", "0 7 0 1 7 4 0 6 0 5", "0701-74 06 05", "07-01740605",
        "+46701740605", "+46 70 174 06 05", "+46 70-174 06 05", "+46-70-174-06-05",
        "+46 (0)70-174 06 05", "+46(0)701740605", "+46 (0) 70 174 06 05", "(+46) 70 174 06 05",
        "+46.70.174.06.05", "+46 0701740605", "+46 (070) 174 06 05", "+ 46 70 174 06 05",
        "0046701740605", "0046 70 174 06 05", "0046 (0)70-174 06 05", "00 46 70-1740605",
        "0046-0701740605", "46701740605", "46 70 174 06 05",
        "tel:+46701740605", "TEL:+46-70-174-06-05", "tel:0701740605", "tel:%2B46701740605",
        "tel:070-1740605;phone-context=+46", "tel:+46(0)701740605",
    ),
    "+46846500400": (
        "08-465 004 00", "0846500400", "08-46500400", "08 - 465 00 400", "08/465 004 00",
        "+46 8 465 004 00", "+46 (0)8 465 004 00", "0046846500400", "(08) 465 004 00",
        "(0)8-465 004 00",
    ),
    "+46980319200": (
        "0980-319 200", "0980-31 92 00", "0980319200", "+46 980 319 200", "0046 980 319200",
        "+46(0)980-319200",
    ),
    "+46313900600": ("031-390 06 00", "0313900600", "+46 31 390 06 00", "+46(0)31-3900600"),
    "+46406280400": ("040-628 04 00", "0406280400", "+46 40 628 04 00", "040 / 628 04 00"),
    "+46771117700": ("0771-11 77 00", "+46 771 11 77 00", "077-111 77 00"),  # 1177 from abroad
    "+442079460000": ("+44 20 7946 0000", "+44 (0)20 7946 0000", "0044 20 7946 0000"),
    "+12025550143": ("+1 (202) 555-0143", "001 202 555 0143"),
    "112": ("112", "1 1 2", "tel:112"),
    "1177": ("1177", "11 77", "11-77"),
    "11313": ("113 13", "11313"),
    "11414": ("114 14",),
    "116111": ("116 111",),
    "10450": ("104 50", "10450"),
    "77": ("77",),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value"),
    [(text, value) for value, spellings in SPELLINGS.items() for text in spellings],
)
def test_a_number_is_read_in_any_spelling(text: str, value: str) -> None:
    assert parse(text) == PhoneNumber(value)


@pytest.mark.parametrize(
    ("value", "kind", "shown"),
    [
        ("+46701740605", PhoneKind.PUBLIC, "070-174 06 05"),
        ("+46846500400", PhoneKind.PUBLIC, "08-465 004 00"),
        ("+46980319200", PhoneKind.PUBLIC, "0980-31 92 00"),
        ("+46313900600", PhoneKind.PUBLIC, "031-390 06 00"),
        ("+46406280400", PhoneKind.PUBLIC, "040-628 04 00"),
        ("+46771117700", PhoneKind.PUBLIC, "0771-11 77 00"),
        ("+442079460000", PhoneKind.PUBLIC, "+44 20 7946 0000"),
        ("112", PhoneKind.SHORT, "112"),
        ("1177", PhoneKind.SHORT, "1177"),
        ("11313", PhoneKind.SHORT, "113 13"),
        ("116111", PhoneKind.SHORT, "116 111"),
        ("90101", PhoneKind.SHORT, "901 01"),
        ("10450", PhoneKind.EXTENSION, "10450"),
        ("1178", PhoneKind.EXTENSION, "1178"),
    ],
)
def test_a_number_is_shown_as_swedes_group_it(value: str, kind: PhoneKind, shown: str) -> None:
    number = PhoneNumber(value)
    assert (number.kind, number.shown()) == (kind, shown)
    assert parse(shown) == number


@pytest.mark.parametrize(
    "text",
    ["", "  ", "anonymous", "Anonymous", "withheld", "Skyddat nummer", "Hemligt nummer", "okänt"],
)
def test_a_withheld_number_is_none(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "070-174 06 0",  # a digit short
        "070-174 06 055",  # one too many
        "070-174 06 05 ankn 12",  # letters would be dialled as digits by some libraries
        "070-KUNDCENTER",
        "070-174 06 05, 070-174 06 06",
        "070-174 06 05/070-174 06 06",
        "tel:0701740605;ext=12",
        "tel:0701740605;phone-context=example.com",
        "sip:0701740605@example.com",
        "++46701740605",
        "46+701740605",
        "070+1740605",
        "+46 112",
        "+46 1177",
        "099-123 45 67",  # no such series
        "+999 12345678",
        "+",
        "0",
        "00",
        "()",
        "1",
        "#31#0701740605",
        "*21*",
        "461109-1234",  # could be a personnummer
        "19461109-1234",
        "０７０１７４０６０５",
        "٠٧٠١٧٤٠٦٠٥",
        "070-174 06 05\ud800",
        "0701740605\0",
        "0" * 65,
    ],
)
def test_what_cannot_be_dialled_is_refused(text: str) -> None:
    with pytest.raises(PhoneNumberInvalid) as caught:
        parse(text)
    assert not isinstance(caught.value, AreaCodeMissing)


@pytest.mark.parametrize("text", ["465 004 00", "31 92 00", "701740605", "174 06 05"])
def test_a_local_part_is_refused_for_want_of_its_area_code(text: str) -> None:
    with pytest.raises(AreaCodeMissing):
        parse(text)


@pytest.mark.parametrize("value", ["", "0701740605", "+4670-1740605", "+0701740605", "12345678"])
def test_a_value_in_the_wrong_form_cannot_be_made(value: str) -> None:
    with pytest.raises(PhoneNumberInvalid):
        PhoneNumber(value)


def test_there_are_495_fictional_numbers_and_all_are_usable() -> None:
    assert len(set(FICTIONAL)) == len(FICTIONAL) == 495
    for number in FICTIONAL:
        assert is_fictional(number)
        assert parse(number.shown()) == number


@pytest.mark.parametrize(
    "value",
    ["+46701740604", "+46701740700", "+46980319300", "+4670174060", "+467017406050", "112", "1177"],
)
def test_other_numbers_are_not_fictional(value: str) -> None:
    assert not is_fictional(PhoneNumber(value))


def test_fictional_numbers_show_the_area_codes_of_their_places() -> None:
    shown = {number.shown().split("-")[0] for number in FICTIONAL}
    assert shown == {"070", "031", "040", "08", "0980"}


def test_neither_repr_nor_refusal_tells_the_number() -> None:
    assert "0605" not in repr(parse("070-174 06 05"))
    with pytest.raises(PhoneNumberInvalid) as caught:
        parse("070-174 06 055")
    assert not re.search(r"\d", repr((caught.value, caught.value.args, caught.value.facts)))


def test_the_library_is_not_imported_before_it_is_needed() -> None:
    code = (
        "import sys, kundcenter.domain.phone_numbers as p;"
        "p.parse('1177').shown(); p.is_fictional(p.PhoneNumber('+46701740605'));"
        "sys.exit('phonenumbers' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# Properties


@given(
    st.sampled_from(FICTIONAL),
    st.lists(st.tuples(st.integers(0, 12), st.sampled_from(" -./–\u00a0\u200b")), max_size=6),
)
def test_separators_change_nothing(number: PhoneNumber, separators: list[tuple[int, str]]) -> None:
    text = "0" + number.value[3:]
    for place, separator in separators:
        text = text[: place + 1] + separator + text[place + 1 :]
    assert parse(text) == number


SIGNS = st.text(st.sampled_from("0123456789+-()/. ;=%Bbtel:٠１²\0\ud800\u202e"), max_size=70)


@given(st.one_of(st.text(), SIGNS, st.from_regex(r"(?:\+|00)[1-9][0-9]{6,14}", fullmatch=True)))
@example("tel:")
@example("tel:;")
@example("+46(0)")
@example("+200000000000")
def test_every_text_is_answered(text: str) -> None:
    try:
        number = parse(text)
    except PhoneNumberInvalid:
        return
    if number is not None:
        assert parse(number.value) == number
        assert parse(number.shown()) == number


def test_the_naughty_strings_are_all_answered() -> None:
    for text in external("text/blns.json"):
        try:
            number = parse(text)
        except PhoneNumberInvalid:
            continue
        assert number is None or number.kind is not PhoneKind.PUBLIC


def test_a_megabyte_is_refused_at_once() -> None:
    began = time.process_time()
    for _ in range(1000):
        with pytest.raises(PhoneNumberInvalid):
            parse("0701740605" * 100_000)
    assert time.process_time() - began < 2


def test_only_the_digits_0_to_9_are_digits() -> None:
    foreign = [c for c in map(chr, range(128, 0x110000)) if unicodedata.category(c) in {"Nd", "No"}]
    assert "٣" in foreign and "３" in foreign
    for digit in foreign:
        with pytest.raises(PhoneNumberInvalid):
            parse(f"070174060{digit}")
