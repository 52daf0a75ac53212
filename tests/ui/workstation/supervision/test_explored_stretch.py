"""Statistics and quality with words twice as long: nothing is cut."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from kundcenter.domain.supervision.periods import PeriodKind
from tests.ground import PASSWORD, Ground
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.supervision.explored import lead_there, work_hours
from tests.ui.workstation.supervision.leading_desk import page_of
from tests.ui.workstation.test_stretch import cut, doubled
from ui.panels.supervision.explore import ExploreView
from ui.panels.supervision.quality import QualityView

__all__ = ["doubled"]  # the fixture


def test_words_twice_as_long_fit(ground: Ground, seat: Seat, doubled: None) -> None:
    work_hours(ground, 1)
    lead_there(ground)
    seat.write("lead")
    seat.press("Tab")
    seat.write(PASSWORD)
    seat.press("Return")
    seat.until(lambda: seat.workstation.pages.supervision.offered != (), "a seat")
    seat.press("Ctrl+F11", "Alt+4")
    seat.settle()
    explore = page_of(seat).view
    assert isinstance(explore, ExploreView)
    explore.ask.span.kind.take(PeriodKind.OWN)
    seat.settle()
    assert cut(seat) == []
    seat.press("Alt+5")
    seat.settle()
    quality = page_of(seat).view
    assert isinstance(quality, QualityView)
    for listing in quality.offered:
        quality.show_listing(listing)
        assert cut(seat) == [], listing
    for key in ("Alt+W", "Alt+Z"):
        seat.press(key)
        seat.settle()
        assert QApplication.activeModalWidget() is not None
        assert cut(seat) == [], key
        seat.press("Esc")
        seat.settle()
