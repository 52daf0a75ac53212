"""Whether a unit is open, as the operator reads it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QLocale

from kundcenter.domain.calendar import STOCKHOLM
from kundcenter.domain.opening import Hours, OtherHours, Span, opening_at
from ui.badges import Badge
from ui.opening_words import opening_badge, when_words
from ui.theme.colours import ToneName

HOURS = Hours((*(Span(day, 480, day, 1020) for day in range(1, 6)), Span(5, 1320, 6, 360)))


@pytest.fixture(autouse=True)
def swedish() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden))
    yield
    QLocale.setDefault(before)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=STOCKHOLM).astimezone(UTC)


def told(hours: Hours, now: str) -> Badge:
    return opening_badge(opening_at(hours, at(now)), at(now))


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("2026-11-20T12:00", "Öppet, stänger 17:00"),
        ("2026-11-20T16:25", "Öppet, stänger om 35 min"),
        ("2026-11-20T16:59:30", "Öppet, stänger om 1 min"),
        ("2026-11-20T16:00", "Öppet, stänger om 60 min"),
        ("2026-11-20T15:59", "Öppet, stänger 17:00"),
        ("2026-11-20T23:00", "Öppet, stänger i morgon 06:00"),
        ("2026-11-20T17:00", "Stängt, öppnar 22:00"),
        ("2026-11-20T07:39:30", "Stängt, öppnar om 21 min"),
        ("2026-11-19T18:00", "Stängt, öppnar i morgon 08:00"),
        ("2026-11-21T12:00", "Stängt, öppnar mån 08:00"),
        ("2026-12-23T17:00", "Stängt, öppnar mån 08:00"),  # Christmas between
    ],
)
def test_one_reads_until_when(now: str, words: str) -> None:
    assert told(HOURS, now).text == words


def test_what_is_a_week_away_is_told_with_its_date() -> None:
    away = Hours(HOURS.spans, (OtherHours(date(2026, 11, 21), date(2026, 11, 29)),))
    assert told(away, "2026-11-21T12:00").text == "Stängt, öppnar 2026-11-30 08:00"
    assert when_words(at("2026-11-27T08:00"), at("2026-11-21T08:00")) == "fre 08:00"
    assert when_words(at("2026-11-28T08:00"), at("2026-11-21T08:00")) == "2026-11-28 08:00"


def test_always_never_and_unknown_have_words() -> None:
    always = told(Hours((Span(1, 0, 7, 1440),)), "2026-11-20T12:00")
    assert always.text == "Öppet dygnet runt"
    day = date(2026, 11, 20)
    assert told(Hours((), (OtherHours(day, day),)), "2026-11-20T12:00").text == (
        "Stängt, nästa öppning okänd"
    )
    assert told(Hours(), "2026-11-20T12:00").text == "Öppettid okänd"


def test_no_state_is_told_by_its_colour_alone() -> None:
    badges = [
        told(HOURS, "2026-11-20T12:00"),
        told(HOURS, "2026-11-20T16:25"),
        told(HOURS, "2026-11-21T12:00"),
        told(Hours(), "2026-11-21T12:00"),
    ]
    assert len({badge.tone for badge in badges}) == len({badge.icon for badge in badges}) == 4
    assert all(badge.text and badge.icon for badge in badges)
    assert badges[1].tone is ToneName.WARNING
