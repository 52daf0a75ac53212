"""A period is chosen by its kind and a day, by stepping, or by its two ends."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kundcenter.domain.supervision import periods
from kundcenter.domain.supervision.periods import PeriodKind, Span
from kundcenter.domain.supervision.roster_terms import Pattern
from ui.supervision.span_choice import ALL_BUT_SHIFT, SpanChoice, span_words

NOW = datetime(2026, 11, 23, 22, 30, tzinfo=UTC)  # 23:30 by a Swedish clock
NIGHT = Pattern("N", "Natt", time(21), time(7))


def choice(qtbot: QtBot, *kinds: PeriodKind) -> SpanChoice:
    made = SpanChoice(NOW, kinds or ALL_BUT_SHIFT)
    qtbot.addWidget(made)
    made.show()
    return made


def write(qtbot: QtBot, field: object, text: str) -> None:
    edit = field.edit  # type: ignore[attr-defined]
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def test_it_begins_with_today(qtbot: QtBot) -> None:
    assert choice(qtbot).span == periods.day(date(2026, 11, 23))


@pytest.mark.parametrize(
    ("kind", "span", "after"),
    [
        (PeriodKind.DAY, periods.day(date(2026, 11, 23)), periods.day(date(2026, 11, 24))),
        (PeriodKind.WEEK, periods.week(date(2026, 11, 23)), periods.week(date(2026, 11, 30))),
        (PeriodKind.MONTH, periods.month(2026, 11), periods.month(2026, 12)),
        (PeriodKind.TERTIAL, periods.tertial(2026, 3), periods.tertial(2027, 1)),
        (PeriodKind.YEAR, periods.year(2026), periods.year(2027)),
    ],
)
def test_a_kind_is_chosen_and_one_steps_by_it(
    qtbot: QtBot, kind: PeriodKind, span: Span, after: Span
) -> None:
    made = choice(qtbot)
    told: list[Span] = []
    made.chosen.connect(told.append)
    made.kind.take(kind)
    assert made.span == span
    made.on.click()
    assert made.span == after
    made.back.click()
    assert made.span == span
    assert told[-2:] == [after, span]


def test_a_day_is_written_as_one_says_it(qtbot: QtBot) -> None:
    made = choice(qtbot)
    write(qtbot, made.day, "26/3")
    assert made.span == periods.day(date(2027, 3, 26))
    assert made.day.text() == "2027-03-26"


def test_what_is_no_day_changes_nothing_and_is_said(qtbot: QtBot) -> None:
    made = choice(qtbot)
    told: list[Span] = []
    made.chosen.connect(told.append)
    write(qtbot, made.day, "någon gång")
    assert made.day.error
    assert (made.span, told) == (periods.day(date(2026, 11, 23)), [])


def test_an_own_period_has_both_its_days_and_steps_by_its_length(qtbot: QtBot) -> None:
    made = choice(qtbot)
    made.kind.take(PeriodKind.OWN)
    write(qtbot, made.since, "2026-11-01")
    write(qtbot, made.until, "2026-11-10")
    assert made.span == periods.own_days(date(2026, 11, 1), date(2026, 11, 10))
    made.back.click()
    assert made.span == periods.own_days(date(2026, 10, 22), date(2026, 10, 31))
    write(qtbot, made.until, "2026-10-01")
    assert made.until.error


def test_a_shift_has_its_real_hours(qtbot: QtBot) -> None:
    made = choice(qtbot, PeriodKind.SHIFT, PeriodKind.DAY)
    made.set_patterns((NIGHT,))
    write(qtbot, made.day, "2026-10-24")
    assert (made.span.kind, made.span.hours, made.span.name) == (PeriodKind.SHIFT, 11, "Natt")
    assert "11 timmar" in made.said.text()
    assert "+02:00 → +01:00" in made.said.text()
    write(qtbot, made.day, "2027-03-27")
    assert made.span.hours == 9


def test_the_words_of_a_day_with_a_change_of_clocks(qtbot: QtBot) -> None:
    choice(qtbot)
    assert "25 timmar" in span_words(periods.day(date(2026, 10, 25)))
    assert "23 timmar" in span_words(periods.day(date(2026, 3, 29)))
    assert "ställs om" not in span_words(periods.year(2026))
