"""Opening hours as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.opening import Hours, HoursInvalid, HoursTooMany, OtherHours, Span
from kundcenter.domain.opening_reader import HoursFault, HoursTextWrong
from kundcenter.domain.opening_text import hours_text, read_hours
from tests.domain.hours import hours_of_all_kinds

WEEK = tuple(Span(day, 480, day, 1020) for day in range(1, 6))


@pytest.mark.parametrize(
    "text",
    [
        "mån-fre 08:00-17:00; lör 10:00-14:00; helg 10:00-14:00",
        "mån-fre 08:00-12:00 (drop-in), 13:00-17:00",
        "dygnet runt",
        "mån-tis dygnet runt (akut); ons 08:00-12:00",
        "mån-sön 07:00-21:00",
        "fre 22:00-06:00",
        "mån 00:00-sön 24:00",
        "mån-fre 17:00-22:00; mån 08:00-fre 17:00 (bemannat)",
        "mån-fre 08:00-17:00; 2026-12-24 stängt",
        "2026-12-27..2026-12-30 10:00-15:00 (julöppet)",
        "2026-12-27 08:00-12:00, 13:00-02:00; 2026-12-31 stängt (firas)",
        "mån 08:00-17:00; sön 10:00-14:00; helg som vardag; afton som vardag",
        "afton som vardag",
        "",
    ],
)
def test_the_form_in_which_hours_are_written_is_read_back(text: str) -> None:
    assert hours_text(read_hours(text)) == text


@given(hours_of_all_kinds())
def test_all_hours_that_can_be_stored_are_read_back_as_they_were(hours: Hours) -> None:
    assert read_hours(hours_text(hours)) == hours


@pytest.mark.parametrize(
    "text",
    [
        "mån-fre 08:00-17:00",
        "mån–fre 8–17",
        "Måndag - Fredag 08.00 – 17.00",
        "måndagar till fredagar kl 8 till kl. 17",
        "man-fre 0800-1700",
        "må, ti, on, to, fr 8-17",
        "mån, tis och ons 8-17; tors & fre 8-17",
        "1-5 8-17",
        "1,2,3,4,5 8-17",
        "1-3 8-17; 4-5: 8-17",
        "vardagar 8-17",
        "vard: 8-17",
        "mån-ons 8-17\ntors-fre 8-17\n",
        "mån-ons 8-17, tor-fre 8-17.",
        "mån-fre 8-17; lör-sön stängt",
        "1-4 8-17, 5 8-17",
        "MÅN-FRE 8:00-17:00;",
        "ma\u030an-fre 8\u201317",
    ],
)
def test_many_spellings_are_read(text: str) -> None:
    assert read_hours(text).spans == WEEK


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("lör, helg 10-14", [Span(6, 600, 6, 840), Span(7, 600, 7, 840)]),
        ("helgdagar 10-14", [Span(7, 600, 7, 840)]),
        ("lör-mån 10-14", [Span(day, 600, day, 840) for day in (1, 6, 7)]),
        ("sön 22-06", [Span(7, 1320, 1, 360)]),
        ("sön 22-00", [Span(7, 1320, 7, 1440)]),
        ("fre 22:00-lör 06:00", [Span(5, 1320, 6, 360)]),
        ("fre 22:00-mån 00:00", [Span(5, 1320, 7, 1440)]),
        ("mån 2-3, 1-2, dygnet runt", [Span(1, 0, 1, 1440), Span(1, 60, 1, 120),
                                       Span(1, 120, 1, 180)]),
        ("tors dygnet runt", [Span(4, 0, 4, 1440)]),
        ("alla dagar 8-20", [Span(day, 480, day, 1200) for day in range(1, 8)]),
        ("varje dag 8-20", [Span(day, 480, day, 1200) for day in range(1, 8)]),
        ("mån 20-2 (natt)", [Span(1, 1200, 2, 120, "natt")]),
        ("mån 8-9 (a (b) c), 10-11 (d\\)e)", [Span(1, 480, 1, 540, "a (b) c"),
                                              Span(1, 600, 1, 660, "d)e")]),
    ],
)  # fmt: skip
def test_days_nights_and_comments_mean_what_they_say(text: str, spans: list[Span]) -> None:
    assert list(read_hours(text).spans) == spans


@pytest.mark.parametrize("through", ["..", " - ", "–", " till "])
def test_days_of_exception_are_read_with_any_dash(through: str) -> None:
    hours = read_hours(f"2026-12-27{through}2026-12-30: 10-15 (julöppet), 2026-12-24 stängt")
    assert hours.exceptions == (
        OtherHours(date(2026, 12, 24), date(2026, 12, 24)),
        OtherHours(date(2026, 12, 27), date(2026, 12, 30), 600, 900, "julöppet"),
    )


@pytest.mark.parametrize(
    ("text", "at", "fault"),
    [
        ("8-17", 1, HoursFault.DAYS),
        ("mån-fre", 8, HoursFault.TIMES),
        ("mån-fre 8", 10, HoursFault.TIMES),
        ("mån-fre 8-25", 11, HoursFault.TIMES),
        ("mån-fre 8:60-17", 9, HoursFault.TIMES),
        ("mån-fre 24-17", 9, HoursFault.TIMES),
        ("mån-fre 8-17; lard 8-12", 15, HoursFault.DAYS),
        ("mån-fre 8-17 !", 14, HoursFault.DAYS),
        ("mån-x 8-17", 4, HoursFault.DAYS),
        ("t 8-17", 1, HoursFault.DAYS),
        ("mån-tis 22:00-ons 06:00", 15, HoursFault.DAYS),
        ("mån 8-mån 7", 1, HoursFault.TIMES),
        ("mån 8-17 (a", 10, HoursFault.COMMENT),
        ("mån 8-17 (" + "a" * 101 + ")", 10, HoursFault.COMMENT),
        ("mån 8-17; lör stängt (flyttat)", 21, HoursFault.COMMENT),
        ("mån 8-17; 2026-02-30 stängt", 11, HoursFault.DATE),
        ("2026-12-30..2026-12-27 stängt", 1, HoursFault.DATE),
        ("stängt", 1, HoursFault.DAYS),
        ("mån-sön stängt", 1, HoursFault.TIMES),
        ("mån 8-17\0", 1, HoursFault.LENGTH),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(text: str, at: int, fault: HoursFault) -> None:
    with pytest.raises(HoursTextWrong) as refused:
        read_hours(text)
    assert refused.value.facts == {"at": at, "fault": fault}


def test_what_can_be_read_but_not_kept_is_refused_as_elsewhere() -> None:
    with pytest.raises(HoursTooMany):
        read_hours("mån-sön " + ", ".join(f"{hour}-{hour + 1}" for hour in range(12)))
    with pytest.raises(HoursInvalid):
        read_hours("2026-12-24 stängt; 2026-12-24 10-12")


@given(st.text(st.sampled_from("mån-fre lördhlgst 0123456789:.;,()–\n\\"), max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        hours = read_hours(text)
    except HoursInvalid as error:
        assert error.code.startswith("hours.")
        return
    assert read_hours(hours_text(hours)) == hours
