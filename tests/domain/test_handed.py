"""What other programs hand in: read once, strictly, and never repeated."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kundcenter.domain.switchboard.handed import (
    MOST,
    HandedDial,
    HandedFault,
    HandedInvalid,
    HandedRing,
    read_url,
    ring_url,
    was_handed,
)
from tests.external import external

MOBILE = "+46701740605"


@pytest.mark.parametrize(
    ("url", "ring"),
    [
        ("kundcenter://ring?from=0701740605&to=1177", HandedRing(MOBILE, "1177")),
        ("kundcenter://ring/?from=0701740605&to=1177", HandedRing(MOBILE, "1177")),
        ("Kundcenter://RING?to=1177&from=070-174%2006%2005", HandedRing(MOBILE, "1177")),
        ("kundcenter://ring?from=+46701740605&to=1177", HandedRing(MOBILE, "1177")),
        ("kundcenter://ring?from=%2B46701740605&to=1177", HandedRing(MOBILE, "1177")),
        ("kundcenter://ring?from=46701740605&to=1177", HandedRing(MOBILE, "1177")),
        ("kundcenter://ring?from=701740605&to=1177", HandedRing(MOBILE, "1177")),
        ("kundcenter://ring?from=070%C2%A0174%C2%A006%C2%A005&to=77", HandedRing(MOBILE, "77")),
        ("kundcenter://ring?from=&to=1177", HandedRing(None, "1177")),
        ("kundcenter://ring?from=anonymous&to=1177", HandedRing(None, "1177")),
        ("kundcenter://ring?from=hemligt%20nummer&to=1177", HandedRing(None, "1177")),
        (
            "kundcenter://ring?from=4512&to=08-46500400&queue=V%C3%A4xel%201&id=19121212-1212",
            HandedRing("4512", "+46846500400", "Växel 1", "191212121212"),
        ),
        (
            "kundcenter://ring?from=0701740605&to=1177&ended=1",
            HandedRing(MOBILE, "1177", ended=True),
        ),
        ("kundcenter://ring?from=0701740605&to=1177&queue=&id=", HandedRing(MOBILE, "1177")),
    ],
)
def test_a_ring_is_read(url: str, ring: HandedRing) -> None:
    assert read_url(url) == ring


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("tel:0701740605", MOBILE),
        ("tel:+46-70-174-06-05", MOBILE),
        ("TEL:070-174%2006%2005", MOBILE),
        ("tel:%2B46701740605", MOBILE),
        ("tel://0701740605", MOBILE),
        ("tel:070-1740605;phone-context=+46", MOBILE),
        ("kundcenter://dial?number=070-174%2006%2005", MOBILE),
        ("kundcenter://dial/?number=1177", "1177"),
        ("tel:112", "112"),
    ],
)
def test_a_number_to_dial_is_read(url: str, number: str) -> None:
    assert read_url(url) == HandedDial(number)


RING = "kundcenter://ring?from=0701740605&to=1177"


@pytest.mark.parametrize(
    ("url", "fault", "field"),
    [
        ("", "scheme", None),
        ("0701740605", "scheme", None),
        ("http://ring?from=0701740605&to=1177", "scheme", None),
        ("callto:0701740605", "scheme", None),
        ("javascript:alert(1)", "scheme", None),
        (f"view-source:{RING}", "scheme", None),
        ("kundcenter:ring?from=0701740605&to=1177", "host", None),
        ("kundcenter:///ring?from=0701740605&to=1177", "host", None),
        ("kundcenter://?from=0701740605&to=1177", "host", None),
        ("kundcenter://answer?id=1", "host", None),
        ("kundcenter://ring@example.com?from=0701740605&to=1177", "host", None),
        ("kundcenter://ring:80?from=0701740605&to=1177", "host", None),
        ("kundcenter://ring/../dial?number=112", "host", None),
        ("kundcenter://r%69ng?from=0701740605&to=1177", "host", None),
        ("kundcenter://ring#x?from=0701740605&to=1177", "host", None),
        ("kundcenter://ring", "field_missing", "to"),
        ("kundcenter://ring?to=1177", "field_missing", "from"),
        ("kundcenter://ring?from=0701740605", "field_missing", "to"),
        ("kundcenter://dial", "field_missing", "number"),
        (f"{RING}&x=1", "field_unknown", None),
        (f"{RING}&To=1178", "field_unknown", None),
        (f"{RING}&t%6F=1178", "field_unknown", None),
        (f"{RING}&", "field_unknown", None),
        (f"{RING}&ended", "field_unknown", None),
        ("kundcenter://dial?number=0701740605&from=1", "field_unknown", None),
        (f"{RING}&to=1177", "field_twice", "to"),
        (f"{RING}&ended=0", "value", "ended"),
        (f"{RING}&ended=1&ended=1", "field_twice", "ended"),
        (f"{RING}&id=12a", "value", "id"),
        (f"{RING}&id=--", "value", "id"),
        (f"{RING}&id={'1' * 33}", "value", "id"),
        (f"{RING}&queue={'k' * 65}", "value", "queue"),
        (f"{RING}&queue=a%0Ab", "signs", "queue"),
        (f"{RING}&queue=a%00b", "signs", "queue"),
        (f"{RING}&queue=%E2%80%AEb", "signs", "queue"),  # text from right to left
        (f"{RING}&queue=%F3%A0%81%81", "signs", "queue"),  # a tag that nobody sees
        (f"{RING}&queue=%ED%A0%80", "encoding", "queue"),  # half of a surrogate pair
        (f"{RING}&queue=%C0%80", "encoding", "queue"),  # NUL, in two bytes
        (f"{RING}&queue=%FF", "encoding", "queue"),
        (f"{RING}&queue=%", "encoding", "queue"),
        (f"{RING}&queue=%4", "encoding", "queue"),
        (f"{RING}&queue=%GG", "encoding", "queue"),
        (f"{RING}&queue=%2541", "encoding", "queue"),  # encoded twice
        (f"{RING}&queue=a#b", "encoding", "queue"),
        ("kundcenter://ring?from=070-174%2006%2005%20ankn%2012&to=1177", "value", "from"),
        ("kundcenter://ring?from=0701740605,0701740606&to=1177", "value", "from"),
        ("kundcenter://ring?from=46500400&to=1177", "value", "from"),  # no area code
        ("kundcenter://ring?from=0701740605&to=anonymous", "value", "to"),
        ("kundcenter://ring?from=0701740605&to=", "value", "to"),
        ("tel:", "value", "number"),
        ("tel:anonymous", "value", "number"),
        ("tel:0701740605;ext=12", "value", "number"),
        ("tel:0701740605?x=1", "value", "number"),
        ("tel:%252B46701740605", "encoding", "number"),
        ("tel:*31%230701740605", "value", "number"),
        (f"{RING} ", "signs", None),
        (f"{RING}\n", "signs", None),
        (f"{RING}\0", "signs", None),
        (f"{RING}&queue=växel", "signs", None),
        ("tel:" + "0" * MOST, "too_long", None),
    ],
)
def test_what_is_not_wholly_right_is_refused(url: str, fault: str, field: str | None) -> None:
    with pytest.raises(HandedInvalid) as caught:
        read_url(url)
    facts = {"fault": HandedFault(fault)} | ({"field": field} if field else {})
    assert caught.value.facts == facts


def test_neither_repr_nor_refusal_tells_a_number() -> None:
    ring = read_url(f"{RING}&id=191212121212")
    assert not re.search(r"\d", repr(ring).replace("HandedRing", ""))
    with pytest.raises(HandedInvalid) as caught:
        read_url("tel:070174060512345")
    assert not re.search(r"\d", repr((caught.value, caught.value.args)))
    assert caught.value.__cause__ is None


@given(
    st.sampled_from(["0701740605", "070-174 06 05", "+46 (0)70-174 06 05", "", "anonymous"]),
    st.none()
    | st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1, max_size=20),
    st.booleans(),
)
def test_what_is_written_is_read_back(number: str, queue: str | None, ended: bool) -> None:
    url = ring_url(number, "11 77", queue=queue, keyed_id="191212121212", ended=ended)
    read = HandedRing(MOBILE if "7" in number else None, "1177", queue, "191212121212", ended)
    assert read_url(url) == read


@pytest.mark.parametrize("text", ["k" * 600, "å" * 300])
def test_an_address_that_would_be_too_long_is_not_written(text: str) -> None:
    with pytest.raises(HandedInvalid):
        ring_url("0701740605", "1177", queue=text)


HARD = st.text(st.sampled_from("kundcenter:/?&=%#+;@tlringfomd0123456789abAB \n\0åé\u202e\ud800"))
FORM = st.from_regex(r"(kundcenter://(ring|dial)\?|tel:)([a-z]{2,6}=[%0-9A-F+&=a-z-]*&?){0,5}")


@given(st.one_of(st.text(), HARD, FORM))
@example("kundcenter://ring?from=%&to=%")
def test_every_text_is_answered(text: str) -> None:
    try:
        read = read_url(text)
    except HandedInvalid:
        return
    numbers = (read.number, read.called) if isinstance(read, HandedRing) else (read.number,)
    assert all(number is None or re.fullmatch(r"\+?[0-9]{2,15}", number) for number in numbers)
    if isinstance(read, HandedRing):
        assert read.keyed_id is None or read.keyed_id.isdecimal()
        assert read.queue is None or read.queue.isprintable() or "\u00a0" in read.queue


def test_the_naughty_strings_are_all_answered() -> None:
    for text in external("text/blns.json"):
        for url in (text, f"tel:{text}", f"kundcenter://ring?from={text}&to=1177"):
            try:
                read_url(url)
            except HandedInvalid:
                continue


def test_only_what_was_handed_in_is_called_so() -> None:
    assert was_handed("handed-1")
    assert not any(map(was_handed, (None, "", "1763900000.12", "PJSIP/handed-1")))
