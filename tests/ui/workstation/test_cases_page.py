"""The page of cases: what is due first, whose lists, searched; and nobody is named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kundcenter.domain.access import Role
from tests.ground import Ground
from tests.ui.workstation.cased import (
    NAME,
    WORDS,
    Cased,
    begin,
    furnish_cases,
    go_to,
    listed,
)
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_keys import ambiguous, nameless, unreachable
from tests.ui.workstation.test_people import picture
from tests.ui.workstation.timed import swedish_days
from ui import case_keeper
from ui.case_keeper import Listing
from ui.places import PLACES
from ui.theme.fonts import load_fonts
from ui.theme.look import Look
from ui.theme.themes import ThemeName
from ui.theme.wear import wear


@pytest.fixture(autouse=True)
def swedish() -> Iterator[None]:
    with swedish_days():
        yield


@pytest.fixture
def cased(ground: Ground) -> Cased:
    return furnish_cases(ground)


@pytest.fixture
def seat(ground: Ground, cased: Cased, tmp_path: Path, qtbot: QtBot) -> Iterator[Seat]:
    load_fonts()
    made = Seat(ground, tmp_path)
    yield made
    made.leave()


def test_what_is_due_first_stands_first_and_says_so_by_shape_and_word(
    seat: Seat, cased: Cased
) -> None:
    page = begin(seat, "handler")
    assert page.listing is Listing.FEEDBACK
    wanted = [cased.number(name) for name in ("late", "today")]
    assert listed(seat)[:2] == wanted
    assert set(listed(seat)[2:]) == {cased.number(name) for name in ("soon", "calm", "injury")}
    seat.see(
        "3 vardagar sen", "I dag", "1 vardag kvar", "2 vardagar kvar", "ons 25 nov: Bekräftelse"
    )
    seat.see("Barn", "Skyddad", "Vårdskada", "Vårdcentralen Test", "Ingens")
    seat.see("5 ärenden: 1 försenade, 3 snart, 0 väntar på svar")
    told = [column.badge for column in page.model.columns if column.badge is not None]
    badges = [badge(line) for line in page.model.records for badge in told]
    shapes = {badge.icon for badge in badges if badge is not None}
    assert {"shape-triangle", "shape-square", "shape-diamond", "shape-ring"} <= shapes
    picture(seat, "page-handler")


def test_nobody_is_named_in_any_list(seat: Seat) -> None:
    page = begin(seat, "leader")
    for _ in page._offered:
        assert WORDS not in seat.reads()
        assert NAME not in seat.reads()
        assert "070-174 06 22" not in seat.reads()
        seat.press("Ctrl+J")
        seat.settle()
    assert page.listing is Listing.FEEDBACK  # once round


def test_looking_at_lists_leaves_no_access_record(seat: Seat, ground: Ground) -> None:
    before = len(ground.accesses())
    begin(seat, "handler")
    for _ in range(6):
        seat.press("Ctrl+J")
        seat.settle()
    told = [each for each in ground.accesses()[before:] if each.object_kind == "case"]
    assert told == []


def test_each_role_has_its_own_lists(seat: Seat, cased: Cased) -> None:
    page = begin(seat, "nurse")
    assert page._offered == (
        Listing.SERVICES, Listing.ADVICE, Listing.MINE, Listing.NOBODY, Listing.TAKEN_IN
    )  # fmt: skip
    assert listed(seat) == [cased.number("service")]
    seat.see("Förnya recept på läkemedel", "2 vardagar kvar")
    seat.press("Ctrl+J")
    seat.see("18 min kvar", "Rådgivning")
    picture(seat, "page-advice")
    assert listed(seat) == [cased.number("chat")]
    seat.press("Ctrl+Shift+J", "Ctrl+Shift+J")
    seat.settle()
    assert page.listing is Listing.TAKEN_IN
    assert len(listed(seat)) == 7
    picture(seat, "page-taken-in")
    assert not page.figures.isVisible()


def test_whoever_handles_nothing_sees_what_they_took_in_and_nothing_else(seat: Seat) -> None:
    page = begin(seat, "reviewer")
    assert page._offered == (Listing.TAKEN_IN,)
    seat.see("Inget intaget av dig")
    for button in (page.take, page.give, page.bring, page.terms, page.figures):
        assert not button.isVisible()
    assert page.new.isVisible()
    assert page.part is not None
    assert not page.part.isVisible()  # of one list there is nothing to choose
    seat.press("Ctrl+J")
    seat.settle()
    assert page.listing is Listing.TAKEN_IN
    assert (nameless(seat), unreachable(seat), ambiguous(seat)) == ([], [], {})
    picture(seat, "page-reviewer")


def test_the_list_is_searched_by_words_and_an_empty_find_says_so(seat: Seat, cased: Cased) -> None:
    page = begin(seat, "handler")
    seat.press("Ctrl+F")
    seat.write("vårdcentralen")
    seat.settle()
    assert listed(seat) == [cased.number("today")]
    picture(seat, "page-searched")
    page.search.edit.selectAll()
    seat.write("finns inte")
    seat.see("Inget i listan stämmer")
    assert listed(seat) == []
    page.search.edit.selectAll()
    seat.write("försenat")
    seat.settle()
    assert listed(seat) == [cased.number("late")]


@pytest.mark.parametrize("role", Role)
def test_a_page_is_there_for_every_role(role: Role) -> None:
    """A patient's complaint is received by whoever meets it (PSL 3 kap. 8 a §)."""
    (place,) = [each for each in PLACES if each.name == "cases"]
    assert place.open_to(frozenset({role}))


def test_a_longer_list_is_shown_by_parts(
    seat: Seat, cased: Cased, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(case_keeper, "PAGE", 2)
    page = begin(seat, "nurse")
    seat.press("Ctrl+Shift+J")
    seat.settle()
    assert page.listing is Listing.TAKEN_IN
    assert len(listed(seat)) == 2
    assert page.more.isVisible()
    seat.see("Listan är längre.")
    for count in (4, 6, 7):
        page.more.click()
        seat.settle()
        assert len(listed(seat)) == count
    assert not page.more.isVisible()


def test_everything_has_a_name_a_stop_for_tab_and_a_key_of_its_own(
    seat: Seat, cased: Cased
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    page = begin(seat, "leader")
    go_to(seat, cased.cases["late"])
    for size in (100, 150):
        wear(app, Look(size=size))
        seat.settle()
        for _ in page._offered:
            assert (nameless(seat), unreachable(seat), ambiguous(seat)) == ([], [], {})
            seat.press("Ctrl+J")
            seat.settle()
        picture(seat, f"page-{size}")
    seat.press("Ctrl+Shift+O")
    seat.see("Ge ärendet till en annan")
    assert (nameless(seat), unreachable(seat), ambiguous(seat)) == ([], [], {})


def test_the_page_is_readable_in_every_theme(seat: Seat) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    begin(seat, "leader")
    for theme in ThemeName:
        wear(app, Look(theme=theme))
        seat.settle()
        picture(seat, f"page-{theme}")
        seat.see("3 vardagar sen")
