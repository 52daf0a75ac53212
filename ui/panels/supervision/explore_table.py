"""The table of the statistics: one row for each part, with what it was made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject

from kundcenter.domain.supervision.exploring import Line, Query
from ui.directory_keeper import DirectoryKeeper
from ui.records import Column, RecordModel
from ui.supervision.explore_words import change_text, point_text, ratio_text

RATIO, BEFORE, CHANGE = range(2, 5)  # columns


@dataclass(frozen=True, slots=True)
class Named:
    """A line with its name; `at` is its place, -1 of all together."""

    name: str
    line: Line
    at: int

    @property
    def whole(self) -> bool:
        """Whether it is the row of all together."""
        return self.at < 0


class UnitNames(Mapping[str, str]):
    """Units' names by their ids as text, as the directory knows them now."""

    def __init__(self, units: DirectoryKeeper) -> None:
        self._units = units

    def __getitem__(self, key: str) -> str:
        try:
            name = self._units.name(UUID(key))
        except ValueError:
            name = ""
        if not name:
            raise KeyError(key)
        return name

    def __iter__(self):  # type: ignore[no-untyped-def]
        return (str(each.unit.id) for each in self._units.view.cards)

    def __len__(self) -> int:
        return len(self._units.view.cards)


def explore_model(query: Callable[[], Query], parent: QObject) -> RecordModel[Named]:
    """The rows of an answer; `query` is the question it answers."""
    translate = QCoreApplication.translate

    def sorted_by(value: Callable[[Line], float | None]) -> Callable[[Named], float | None]:
        return lambda each: None if each.whole else value(each.line)  # all together stays last

    def change(each: Named) -> str:
        return change_text(each.line.change, query())

    def before(line: Line) -> float | None:
        return None if line.before is None else line.before.value

    return RecordModel[Named](
        (
            Column(
                translate("ExploreTable", "Vad"),
                lambda each: each.name,
                sort=lambda each: None if each.whole else each.at,
                tip=lambda each: each.name,
            ),
            Column(
                translate("ExploreTable", "Värde"),
                lambda each: point_text(each.line.now, query()),
                sort=sorted_by(lambda line: line.now.value),
                figures=True,
                width=9,
            ),
            Column(
                translate("ExploreTable", "Täljare/nämnare"),
                lambda each: ratio_text(each.line.now, query()),
                sort=sorted_by(lambda line: line.now.denominator),
                figures=True,
                width=15,
            ),
            Column(
                translate("ExploreTable", "Jämfört"),
                lambda each: point_text(each.line.before, query()),
                sort=sorted_by(before),
                figures=True,
                width=9,
            ),
            Column(
                translate("ExploreTable", "Ändring"),
                change,
                sort=sorted_by(lambda line: line.change),
                figures=True,
                width=11,
            ),
        ),
        key=lambda each: (each.whole, each.line.key),
        parent=parent,
    )
