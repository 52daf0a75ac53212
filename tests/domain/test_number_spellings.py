"""How people, papers and exchanges write Swedish numbers, one row a spelling; fictional numbers.

The rows of tests/domain/test_phone_numbers.py are about signs; these are about habits.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.phone_numbers import (
    FICTIONAL_SERIES,
    PhoneKind,
    PhoneNumber,
    PhoneNumberInvalid,
    parse,
)

MOBILE, STOCKHOLM, GOTHENBURG = "+46701740650", "+46846500499", "+46313900655"
MALMO, KIRUNA = "+46406280477", "+46980319288"
NBSP, NARROW, FIGURE_DASH, EN_DASH = "\u00a0", "\u202f", "\u2012", "\u2013"
SOFT_HYPHEN, LEFT_TO_RIGHT, THIN = "\u00ad", "\u200e", "\u2009"

ROWS = (
    # as one writes a mobile number
    ("0701740650", MOBILE),
    ("070-1740650", MOBILE),
    ("070-174 06 50", MOBILE),
    ("070-17 40 650", MOBILE),
    ("070-174 0650", MOBILE),
    ("070 174 06 50", MOBILE),
    ("070 17 40 650", MOBILE),
    ("0701 74 06 50", MOBILE),
    ("0701-740650", MOBILE),
    ("07 01 74 06 50", MOBILE),
    ("070.174.06.50", MOBILE),
    ("070/1740650", MOBILE),
    ("070/174 06 50", MOBILE),
    ("(070) 174 06 50", MOBILE),
    ("070 - 174 06 50", MOBILE),
    # as a word processor, a web page or a spreadsheet hands it on
    (f"070{NBSP}174{NBSP}06{NBSP}50", MOBILE),
    (f"070{FIGURE_DASH}174 06 50", MOBILE),
    (f"070{EN_DASH}174{NARROW}06{NARROW}50", MOBILE),
    (f"070-{SOFT_HYPHEN}174 06 50", MOBILE),
    (f"{LEFT_TO_RIGHT}070-174 06 50", MOBILE),
    (f"070-174{THIN}06{THIN}50", MOBILE),
    ("\t070-174 06 50\n", MOBILE),
    # for whoever rings from abroad
    ("+46701740650", MOBILE),
    ("+46 70 174 06 50", MOBILE),
    ("+46 70-174 06 50", MOBILE),
    ("+46-70-1740650", MOBILE),
    ("+46.70.174.06.50", MOBILE),
    ("+46(70)1740650", MOBILE),
    ("+46 (0)70 174 06 50", MOBILE),
    ("+46 (0) 70-174 06 50", MOBILE),
    ("+46(0)701740650", MOBILE),
    ("+46 070-174 06 50", MOBILE),
    ("+460701740650", MOBILE),
    ("(+46) 70 174 06 50", MOBILE),
    ("0046701740650", MOBILE),
    ("0046 70 174 06 50", MOBILE),
    ("0046 (0)70-174 06 50", MOBILE),
    ("00 46 70 1740650", MOBILE),
    # as exchanges deliver it
    ("46701740650", MOBILE),
    ("46 70 1740650", MOBILE),
    ("46846500499", STOCKHOLM),
    ("46313900655", GOTHENBURG),
    ("46406280477", MALMO),
    ("46980319288", KIRUNA),
    # as an address
    ("tel:+46701740650", MOBILE),
    ("tel:+46-70-174-06-50", MOBILE),
    ("tel:070-174 06 50", MOBILE),
    ("TEL:0701740650", MOBILE),
    ("tel://0701740650", MOBILE),
    ("tel:%2B46701740650", MOBILE),
    ("tel:070-1740650;phone-context=+46", MOBILE),
    ("tel:+46(0)8-46500499", STOCKHOLM),
    # geographic numbers: two, three and four figures of area code
    ("08-46500499", STOCKHOLM),
    ("08-465 004 99", STOCKHOLM),
    ("08-465 00 499", STOCKHOLM),
    ("08 46 50 04 99", STOCKHOLM),
    ("08/465 004 99", STOCKHOLM),
    ("(08) 465 004 99", STOCKHOLM),
    ("+46 8 465 004 99", STOCKHOLM),
    ("+46 (0)8-465 004 99", STOCKHOLM),
    ("0046 8 46500499", STOCKHOLM),
    ("031-390 06 55", GOTHENBURG),
    ("031-39 00 655", GOTHENBURG),
    ("031 3900655", GOTHENBURG),
    ("+46 31 390 06 55", GOTHENBURG),
    ("040-6280477", MALMO),
    ("040 / 628 04 77", MALMO),
    ("+46 (0)40 628 04 77", MALMO),
    ("0980-31 92 88", KIRUNA),
    ("0980-319 288", KIRUNA),
    ("0980 319288", KIRUNA),
    ("+46 980 31 92 88", KIRUNA),
    # short numbers
    ("112", "112"),
    ("1177", "1177"),
    ("11 77", "1177"),
    ("113 13", "11313"),
    ("114-14", "11414"),
    ("tel:1177", "1177"),
    # extensions of one's own exchange
    ("104 50", "10450"),
    ("4512", "4512"),
    ("45-12", "4512"),
    ("ankn 4512", "4512"),
    ("ankn. 4512", "4512"),
    ("Ankn: 104 50", "10450"),
    ("anknytning 4512", "4512"),
    ("int. 4512", "4512"),
    ("ext 4512", "4512"),
)

REFUSED = (
    "070-174 06 50 ankn 12",  # two numbers in one: which is dialled?
    "08-465 004 99 ankn. 4512",
    "ankn",
    "ankn.",
    "ankn 1",
    "ankn 451234",
    "ankn 0701740650",
    "ankn 112",  # an alarm is no extension, whatever it is called
    "ankn. 1177",
    "ankn 4512;phone-context=+46",
    "ankn +4512",
    "tfnr 4512",
    "//0701740650",
    "tel:///0701740650",
    "tel:tel:0701740650",
    "tel:ankn4512",
    "tel:0701740650;ext=4512",
    "tel:0701740650?x=1",
    "+46701740650+",
    "+4670174065",
    "+467017406500",
    "4670174065",  # ten digits may be a personnummer
    "070-174 06 50 / 070-174 06 51",
    "070-174 06 5o",
    "０７０１７４０６５０",
    "070-174 06 50#",
    "*31#0701740650",
    "0701740650,,4512",
    "0701740650\x00",
    "sip:4512@example.com",
    "callto:0701740650",
)


def test_there_are_rows_enough_and_none_twice() -> None:
    written = [text for text, _ in ROWS]
    assert len(set(written)) == len(written) >= 60


@pytest.mark.parametrize(("text", "value"), ROWS)
def test_a_spelling_is_read(text: str, value: str) -> None:
    assert parse(text) == PhoneNumber(value)


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_one_number_is_refused(text: str) -> None:
    with pytest.raises(PhoneNumberInvalid):
        parse(text)


FICTIONAL = [number for series in FICTIONAL_SERIES for number in series]
SHORT = st.sampled_from(["112", "1177", "11313", "11414", "116111", "90101"])
EXTENSION = st.from_regex("[1-9][0-9]{1,4}", fullmatch=True)


@given(st.one_of(st.sampled_from([each.value for each in FICTIONAL]), SHORT, EXTENSION))
def test_what_is_shown_is_read_back(value: str) -> None:
    number = PhoneNumber(value)
    assert parse(number.shown()) == number
    assert parse(f"tel:{number.shown()}") == number


@given(EXTENSION, st.sampled_from(["ankn ", "ankn. ", "Ankn.", "anknytning ", "int. ", "ext "]))
def test_a_word_before_an_extension_changes_nothing(digits: str, word: str) -> None:
    if PhoneNumber(digits).kind is PhoneKind.EXTENSION:
        assert parse(word + digits) == parse(digits)
    else:
        with pytest.raises(PhoneNumberInvalid):
            parse(word + digits)
