"""A shift is hundreds of calls: what a call's card was made of is gone when it has been closed."""

from __future__ import annotations

import gc
from collections import Counter
from weakref import ref

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication

from tests.ground import WOMAN
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_card import sign
from ui.panels.advice import AdvicePart
from ui.panels.card import CallCard

FIRST, CALLS = 2, 8  # what is made once is made in the first ones
# Qt makes these for whatever is scrolled or moved, whenever it likes.
OF_QT = {"QPanGesture", "QPropertyAnimation"}


def work_call(seat: Seat) -> tuple[ref[CallCard], ref[AdvicePart]]:
    """A call from its card to its end, signed; its card and its note, if somebody keeps them."""
    seat.call_by_hand()
    seat.write(WOMAN)
    seat.press("Return")
    sign(seat)
    seat.press("Ctrl+Shift+V", "Escape")  # what is only made when it is asked for
    card = seat.workstation.cards.current
    assert card is not None
    view = card.view
    assert isinstance(view, AdvicePart)
    kept = ref(card), ref(view)
    seat.press("Ctrl+D")
    seat.see("Inget samtal pågår")
    return kept


def objects_of_qt(seat: Seat) -> Counter[str]:
    """How many of each class are there, with the next card made beforehand."""
    cards = seat.workstation.cards
    seat.until(lambda: len(cards.findChildren(CallCard)) == 1, "the next card")
    seat.settle()
    gc.collect()
    app = QCoreApplication.instance()
    assert app is not None
    roots: list[QObject] = [app, *QApplication.topLevelWidgets()]
    there = [each for root in roots for each in (root, *root.findChildren(QObject))]
    counted = Counter(each.metaObject().className() for each in there)
    for name in OF_QT:
        counted.pop(name, None)
    return counted


def test_nothing_of_a_closed_call_stays(nurse: Seat) -> None:
    for _ in range(FIRST):
        work_call(nurse)
    before = objects_of_qt(nurse)
    kept = [work_call(nurse) for _ in range(CALLS)]
    after = objects_of_qt(nurse)
    assert after - before == Counter()
    assert [part for call in kept for part in call if part() is not None] == []
