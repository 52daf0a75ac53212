"""The tour ends with a table of the keys that each journey took."""

from __future__ import annotations

from kundcenter.start.tour.album import key_table
from kundcenter.start.tour.player import Journey


def test_each_journey_has_its_keys_and_the_last_line_has_their_sum() -> None:
    told = key_table([Journey("Svara", 0, 1, 0.1), Journey("Skriva en anteckning", 120, 9, 2.0)])
    assert [line.split() for line in told.splitlines()] == [
        ["Arbete", "Tecken", "Andra", "Tangenter"],
        ["Svara", "0", "1", "1"],
        ["Skriva", "en", "anteckning", "120", "9", "129"],
        ["Summa", "120", "10", "130"],
    ]
    assert len({len(line) for line in told.splitlines()}) == 1


def test_a_tour_without_journeys_has_a_table_all_the_same() -> None:
    assert key_table([]).splitlines()[-1].split() == ["Summa", "0", "0", "0"]
