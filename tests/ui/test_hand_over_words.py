"""What a summary says of a period and hands over is marked for translation, and no other words."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from datetime import UTC, datetime
from types import ModuleType

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from kundcenter.domain.case_words import KINDS
from kundcenter.domain.supervision import hand_over_items, summary, summary_making
from kundcenter.domain.supervision.hand_over_items import (
    CLOCKS,
    INCIDENTS,
    TITLES,
    HandOverItem,
    HandOverKind,
    HandOverPart,
)
from kundcenter.domain.supervision.key_words import QUEUES
from kundcenter.domain.supervision.said import said, spoken
from kundcenter.domain.supervision.summary_making import COUNTS, WEEKDAY, WEEKDAYS
from ui.panels.supervision.shift_rows import Handed, handed_model
from ui.supervision_words.hand_over_words import HAND_OVER_WORDS, shown

AT = datetime(2026, 11, 21, 7, tzinfo=UTC)


def written(module: ModuleType) -> Iterator[str]:
    """Every text that is given to `said` as it stands there."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "said":
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def test_every_word_is_marked() -> None:
    told = {text for each in (hand_over_items, summary, summary_making) for text in written(each)}
    told |= {*TITLES.values(), *INCIDENTS.values(), *CLOCKS.values(), *QUEUES.values()}
    told |= {*WEEKDAY, *WEEKDAYS, *COUNTS.values()} | {words[0] for words in KINDS.values()}
    marked = list(map(str, HAND_OVER_WORDS))
    # Cases of advice are called what the clock of advice is: one mark is for both.
    assert set(marked) == told
    assert len(set(marked)) == len(marked)


class Signs(QTranslator):
    """Another language: every word of the hand-over begins with a sign."""

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 (Qt's own name)
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        return f"¤{sourceText}" if context == "handover" else ""


@pytest.fixture
def signs(qapp: QApplication) -> Iterator[None]:
    translator = Signs(qapp)
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.usefixtures("signs")
def test_the_list_speaks_the_language_of_the_screen_and_the_paper_swedish(
    qapp: QApplication,
) -> None:
    saying = (said("Kö: {unit}", unit="Granen"), said(", försök {count}", count=2))
    item = HandOverItem(HandOverKind.CALLBACK, spoken(saying), AT, True, saying)
    part = HandOverPart(HandOverKind.CALLBACK, 2, 1, (item,))
    model = handed_model(qapp)
    model.replace((Handed(0, part), Handed(1, part, item)))
    told = [model.index(row, 0).data().strip() for row in range(2)]
    assert told == [
        "¤Försenade återuppringningar: ¤2, varav 1 sen",
        "¤Kö: Granen¤, försök 2",
    ]
    assert (part.title, part.told) == ("Försenade återuppringningar", "2, varav 1 sen")
    assert item.what == "Kö: Granen, försök 2"


@pytest.mark.usefixtures("signs")
def test_what_fills_a_hole_is_translated_if_it_is_a_word_and_else_stays(
    qapp: QApplication,
) -> None:
    due = said("{clock} senast {day}", clock=said("svar"), day="2026-12-01")
    assert shown(("UTC+1", due)) == "UTC+1¤¤svar senast 2026-12-01"
    assert due.words() == "svar senast 2026-12-01"
    assert spoken((said("{minutes} min", minutes="{x}"),)) == "{x} min"  # what is filled in stays
