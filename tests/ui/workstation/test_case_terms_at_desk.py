"""The terms of cases and the year's figures: read, published, counted, copied, saved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from kundcenter.domain.case_terms import CATEGORIES, TIMES, Category
from tests.ground import Ground
from tests.ui.workstation.cased import Cased, furnish_cases
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_keys import ambiguous, nameless, unreachable
from tests.ui.workstation.test_people import beside, picture
from tests.ui.workstation.timed import swedish_days
from ui.dialogs.case_category import CategoryDialog
from ui.dialogs.case_figures import CATEGORY, SERVICE, UNIT, CaseFiguresDialog
from ui.dialogs.case_terms import CaseTermsDialog
from ui.theme.fonts import load_fonts
from ui.theme.look import Look
from ui.theme.wear import wear

Sit = Callable[[str], Seat]


@pytest.fixture(autouse=True)
def swedish() -> Iterator[None]:
    with swedish_days():
        yield


@pytest.fixture
def cased(ground: Ground) -> Cased:
    return furnish_cases(ground)


@pytest.fixture
def sit_down(ground: Ground, cased: Cased, tmp_path: Path, qtbot: QtBot) -> Iterator[Sit]:
    load_fonts()
    seats: list[Seat] = []

    def seated(name: str) -> Seat:
        seats.append(Seat(ground, tmp_path))
        seats[-1].sign_in(name)
        seats[-1].settle()
        seats[-1].press("Ctrl+Ä")
        seats[-1].see("Ingen nämns i listorna.")
        seats[-1].settle()
        return seats[-1]

    yield seated
    for seat in seats:
        seat.leave()


def terms_of(seat: Seat) -> CaseTermsDialog:
    (dialog,) = seat.window.findChildren(CaseTermsDialog)
    return dialog


def figures_of(seat: Seat) -> CaseFiguresDialog:
    (dialog,) = seat.window.findChildren(CaseFiguresDialog)
    return dialog


def test_before_the_first_edition_the_programs_own_are_read(sit_down: Sit) -> None:
    seat = sit_down("nurse")
    seat.press("Ctrl+B")
    seat.see("Villkor för ärenden", "Inget är publicerat", "Vård och behandling", "Bemötande")
    dialog = terms_of(seat)
    assert not dialog.categories.add.isVisible()
    assert not dialog.comment.isVisible()
    assert dialog.times["answer_weeks"].text() == "4"
    assert dialog.times["answer_weeks"].edit.isReadOnly()
    picture(seat, "terms-read")
    dialog.categories.table.selectRow(1)
    dialog.categories.table.setFocus()
    seat.press("Return")
    assert seat.window.findChildren(CategoryDialog) == []
    seat.press("Esc")
    seat.see_no_more("Villkor för ärenden")


def test_a_category_is_added_and_a_time_changed_and_both_count_at_once(
    sit_down: Sit, cased: Cased
) -> None:
    seat = sit_down("leader")
    seat.press("Ctrl+B")
    seat.see("Inget är publicerat")
    dialog = terms_of(seat)
    dialog.categories.add.click()
    seat.see("1 är en huvudkategori")
    seat.press("Return")
    seat.see("Skriv en kod, till exempel 1.7.")
    seat.write("A")
    seat.press("Tab")
    seat.write("Tolk")
    seat.press("Return")
    seat.see("Skriv en kod, till exempel 1.7.", "1 är en huvudkategori")
    seat.press("Ctrl+A")
    seat.write("3.5")
    picture(seat, "category")
    seat.press("Return")
    seat.see_no_more("1 är en huvudkategori")
    codes = [each.code for each in dialog.categories.values]
    assert codes.index("3.5") == codes.index("3.4") + 1
    dialog.times["answer_weeks"].set_text("6")
    dialog.comment.set_text("Tolk tillagd, sex veckor")
    picture(seat, "terms")
    dialog.comment.setFocus()
    seat.press("Return")
    seat.see("Villkoren för ärenden gäller nu.")
    current = asked(seat, lambda desk: desk.case_terms.current())
    assert current is not None
    assert (current.number, current.times) == (1, replace(TIMES, answer_weeks=6))
    assert Category("3.5", "Tolk") in current.categories
    assert len(current.categories) == len(CATEGORIES) + 1


def test_one_that_is_used_no_more_keeps_its_code(sit_down: Sit) -> None:
    seat = sit_down("leader")
    seat.press("Ctrl+B")
    seat.see("Inget är publicerat")
    dialog = terms_of(seat)
    dialog.categories.table.choose(1)
    dialog.categories.change.click()
    seat.see("Används inte längre, men gamla ärenden behåller den")
    (one,) = seat.window.findChildren(CategoryDialog)
    assert one.code.edit.isReadOnly()
    one.ended.click()
    one.primary.click()
    seat.settle()
    assert dialog.categories.values[1] == replace(CATEGORIES[1], ended=True)
    seat.see("inte längre")


def test_nothing_is_published_by_a_stroke_too_soon(sit_down: Sit) -> None:
    seat = sit_down("leader")
    seat.press("Ctrl+B")
    seat.see("Inget är publicerat")
    seat.settle()
    terms_of(seat).times["answer_soon"].setFocus()
    seat.press("Return")
    seat.see("Inget är ändrat. Skriv varför")
    seat.settle()
    assert asked(seat, lambda desk: desk.case_terms.all()) == ()


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("answer_weeks", "fyra", "Skriv ett tal."),
        ("answer_weeks", "", "Skriv ett tal."),
        ("confirm_days", "0", "Så kort eller lång kan tiden inte vara."),
        ("advice_minutes", "9999", "Så kort eller lång kan tiden inte vara."),
        ("said_days", "1", "Det vi säger kan inte vara kortare än tiden för svaret."),
    ],
)
def test_a_time_that_nobody_means_is_refused_at_its_field(
    sit_down: Sit, name: str, value: str, words: str
) -> None:
    seat = sit_down("leader")
    seat.press("Ctrl+B")
    seat.see("Inget är publicerat")
    dialog = terms_of(seat)
    dialog.times[name].set_text(value)
    dialog.primary.click()
    seat.see(words)
    assert dialog.times[name].error
    seat.settle()
    assert asked(seat, lambda desk: desk.case_terms.all()) == ()


@pytest.mark.parametrize(
    ("category", "words"),
    [
        (Category("10.1", "Utan huvud"), "har sin huvudkategori ovanför sig"),
        (Category("1.1", "En till"), "står en gång"),
        (Category("A", "Bokstav"), "koden är 1 eller 1.4"),
    ],
)
def test_a_category_that_cannot_be_kept_is_told_with_its_line(
    sit_down: Sit, category: Category, words: str
) -> None:
    seat = sit_down("leader")
    seat.press("Ctrl+B")
    seat.see("Inget är publicerat")
    dialog = terms_of(seat)
    dialog.categories.put(None, category)
    dialog.primary.click()
    seat.see(words, f"Kategori {category.code}:")
    assert dialog.categories.table.currentIndex().row() == len(CATEGORIES)
    assert dialog.height() <= seat.window.height()


def test_terms_that_are_written_are_not_lost_by_one_stroke(sit_down: Sit) -> None:
    seat = sit_down("leader")
    seat.press("Ctrl+B")
    seat.see("Inget är publicerat")
    terms_of(seat).times["answer_weeks"].set_text("6")
    seat.press("Esc")
    seat.see("Tryck Esc igen")
    assert terms_of(seat).times["answer_weeks"].text() == "6"
    seat.press("Esc")
    seat.see_no_more("Villkor för ärenden")
    seat.press("Ctrl+B")
    seat.see("Inget är publicerat")
    seat.press("Esc")  # nothing is written
    seat.see_no_more("Villkor för ärenden")


def test_an_older_edition_can_count_again_and_a_stale_one_is_told(
    sit_down: Sit, ground: Ground
) -> None:
    seat = sit_down("leader")
    publish = ground.desk.case_terms.publish
    beside(lambda: publish(CATEGORIES, replace(TIMES, answer_weeks=8), upon=0, comment="Åtta"))
    beside(lambda: publish(CATEGORIES, TIMES, upon=1))
    seat.press("Ctrl+B")
    seat.see("Nummer 2, gäller nu")
    dialog = terms_of(seat)
    dialog.edition.take("1")
    seat.see("Åtta")
    assert dialog.times["answer_weeks"].text() == "8"
    beside(lambda: publish(CATEGORIES, TIMES, upon=2, comment="Tre"))
    dialog.primary.click()
    seat.see("Någon annan har publicerat nya villkor, nummer 3.")


def test_new_times_move_the_clocks_that_are_seen(sit_down: Sit, ground: Ground) -> None:
    seat = sit_down("leader")
    seat.see("3 vardagar sen")
    longer = replace(TIMES, confirm_days=9, said_days=9)
    changes = beside(lambda: ground.desk.case_terms.publish(CATEGORIES, longer, upon=0))
    seat.tasks.announce(changes)
    seat.see_no_more("3 vardagar sen")
    seat.see("4 vardagar kvar")


def test_the_years_figures_are_told_copied_and_saved(sit_down: Sit, tmp_path: Path) -> None:
    seat = sit_down("leader")
    seat.press("Ctrl+T")
    seat.see("Årets tal", "5 inkomna", "Misstänkta vårdskador 1", "Rör barn: 1", "Klagomål")
    dialog = figures_of(seat)
    picture(seat, "figures")
    for sort, words in (
        (CATEGORY, "Inte sagt"),
        (UNIT, "Vårdcentralen Test"),
        (SERVICE, "Förnya recept på läkemedel"),
    ):
        dialog.sort.choose(sort)
        dialog._show_rows()
        seat.see(words)
    dialog.copy.click()
    seat.settle()
    copied = QApplication.clipboard().text()
    assert "Vårdcentralen Test" in copied
    path = tmp_path / "tal.csv"
    dialog.write_to(str(path))
    seat.see("Årets tal är sparade.")
    assert path.read_text(encoding="utf-8-sig").replace("\r\n", "\n") == copied.replace(
        "\r\n", "\n"
    )


def test_a_year_is_four_figures_and_one_without_cases_is_empty(sit_down: Sit) -> None:
    seat = sit_down("leader")
    seat.press("Ctrl+T")
    seat.see("5 inkomna")
    dialog = figures_of(seat)
    QApplication.clipboard().clear()
    dialog.year.edit.selectAll()
    dialog.year.edit.setFocus()
    seat.write("2020")
    seat.see("0 inkomna")
    dialog.year.edit.selectAll()
    seat.write("abcd")
    seat.see("Skriv ett år.")
    seat.press("Return")  # no file of another year than the one that is written
    seat.settle()
    assert dialog.findChildren(QFileDialog) == []
    assert dialog.year.isAncestorOf(seat.focus())
    dialog.copy.click()
    assert QApplication.clipboard().text() == ""
    dialog.year.edit.selectAll()
    seat.write("9999")
    seat.see("Skriv ett år.")


def test_whoever_does_not_lead_counts_nothing(sit_down: Sit) -> None:
    seat = sit_down("nurse")
    seat.press("Ctrl+T")
    seat.settle()
    assert seat.window.findChildren(CaseFiguresDialog) == []


def test_the_terms_and_figures_have_names_stops_and_keys_of_their_own(sit_down: Sit) -> None:
    seat = sit_down("leader")
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    for size in (100, 150):
        wear(app, Look(size=size))
        for keys, words, kind in (
            ("Ctrl+B", "Inget är publicerat", CaseTermsDialog),
            ("Ctrl+T", "5 inkomna", CaseFiguresDialog),
        ):
            seat.press(keys)
            seat.see(words)
            seat.settle()
            assert (nameless(seat), unreachable(seat), ambiguous(seat)) == ([], [], {})
            (dialog,) = seat.window.findChildren(kind)
            assert dialog.width() <= seat.window.width()
            assert dialog.height() <= seat.window.height()
            picture(seat, f"{kind.__name__}-{size}")
            seat.press("Esc")
            seat.see_no_more(words)


def test_a_word_about_the_next_edition_is_kept_over_a_crash(sit_down: Sit, ground: Ground) -> None:
    seat = sit_down("leader")
    seat.press("Ctrl+B")
    seat.see("Inget är publicerat")
    terms_of(seat).comment.setFocus()
    seat.write("Därför att nämnden bad om det")
    seat.let_pass(1500)
    seat.settle()
    seat.leave()
    beside(ground.desk.sessions.sign_out)
    again = sit_down("leader")
    again.press("Ctrl+B")
    again.see("Återställd text, inte sparad")
    assert terms_of(again).comment.text() == "Därför att nämnden bad om det"
