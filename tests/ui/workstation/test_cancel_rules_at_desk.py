"""The rules of cancelling: read by everybody, published by those who may, and never changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ground import Ground
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_keys import ambiguous, nameless, unreachable
from tests.ui.workstation.test_people import beside, picture
from tests.ui.workstation.timed import RULES, furnish_times, swedish_days
from ui.dialogs.cancel_rule import CancelRuleDialog, new_rule
from ui.dialogs.cancel_rules import CancelRulesDialog
from ui.theme.fonts import load_fonts
from ui.theme.look import Look
from ui.theme.wear import wear

Sit = Callable[[str], Seat]


@pytest.fixture(autouse=True)
def swedish() -> Iterator[None]:
    with swedish_days():
        yield


@pytest.fixture
def sit_down(ground: Ground, tmp_path: Path, qtbot: QtBot) -> Iterator[Sit]:
    beside(lambda: furnish_times(ground))
    load_fonts()
    seats: list[Seat] = []

    def seated(name: str) -> Seat:
        seats.append(Seat(ground, tmp_path))
        seats[-1].sign_in(name)
        seats[-1].settle()
        return seats[-1]

    yield seated
    for seat in seats:
        seat.leave()


def rules_of(seat: Seat) -> CancelRulesDialog:
    (dialog,) = seat.window.findChildren(CancelRulesDialog)
    return dialog


def rule_of(seat: Seat) -> CancelRuleDialog:
    (dialog,) = seat.window.findChildren(CancelRuleDialog)
    return dialog


def test_who_may_not_change_them_reads_them(sit_down: Sit) -> None:
    seat = sit_down("nurse")
    seat.press("Ctrl+F7")
    seat.see(
        "Regler för avbokning", "Nummer 1, gäller nu", "275 kr", "Specialistvård", "från 20 år"
    )
    dialog = rules_of(seat)
    assert not dialog.rules.add.isVisible()
    assert not dialog.comment.isVisible()
    dialog.rules.table.selectRow(0)
    dialog.rules.table.setFocus()
    seat.press("Return")
    assert seat.window.findChildren(CancelRuleDialog) == []
    picture(seat, "rules-read")
    seat.press("Esc")
    seat.see_no_more("Regler för avbokning")


def test_a_rule_shows_what_its_limit_means_and_the_next_edition_counts(sit_down: Sit) -> None:
    seat = sit_down("leader")
    seat.press("Ctrl+F7")
    seat.see("Nummer 1, gäller nu", "275 kr")
    dialog = rules_of(seat)
    dialog.rules.table.selectRow(1)
    dialog.rules.table.setFocus()
    picture(seat, "rules")
    seat.press("Return")
    seat.see(
        "Regel för avbokning", "Ett besök måndag 30 november 2026 klockan 10:00 avbokas senast"
    )
    seat.see("fredag 27 november 2026 klockan 10:00")
    picture(seat, "rule")
    rule = rule_of(seat)
    rule.amount.set_text("mycket")
    rule.primary.click()
    seat.see("Skriv ett tal.")
    rule.amount.set_text("300")
    rule.age_to.set_text("10")
    rule.primary.click()
    seat.see("Åldern ligger före den som regeln börjar vid.")
    rule.age_to.set_text("150")
    rule.primary.click()
    seat.see("300 kr")
    dialog.comment.setFocus()
    seat.write("Höjd avgift från årsskiftet")
    dialog.primary.click()
    seat.see("Reglerna för avbokning gäller nu.")
    current = asked(seat, lambda desk: desk.cancel_rules.current())
    assert current is not None
    assert (current.number, current.comment) == (2, "Höjd avgift från årsskiftet")
    assert [each.amount for each in current.rules] == [100, 300, 400]
    editions = asked(seat, lambda desk: desk.cancel_rules.all())
    assert editions[0].rules == RULES


def test_enter_struck_too_soon_publishes_nothing(sit_down: Sit) -> None:
    seat = sit_down("leader")
    seat.press("Ctrl+F7")
    seat.see("Nummer 1, gäller nu", "275 kr")
    seat.settle()
    seat.press("Return")
    seat.see("Inget är ändrat. Skriv varför")
    seat.settle()
    assert len(asked(seat, lambda desk: desk.cancel_rules.all())) == 1
    seat.write("Granskade utan ändring")
    seat.press("Return")
    seat.see("Reglerna för avbokning gäller nu.")
    assert len(asked(seat, lambda desk: desk.cancel_rules.all())) == 2


def test_whether_the_next_visit_is_free_is_ticked_for_each_rule(sit_down: Sit) -> None:
    seat = sit_down("leader")
    seat.press("Ctrl+F7")
    seat.see("275 kr")
    dialog = rules_of(seat)
    dialog.rules.table.selectRow(1)
    dialog.rules.table.setFocus()
    seat.press("Return")
    seat.see("Avbokar mottagningen för sent är nästa planerade besök avgiftsfritt")
    rule = rule_of(seat)
    assert rule.next_free.isChecked()
    rule.next_free.click()
    rule.primary.click()
    seat.settle()
    dialog.primary.click()
    seat.see("Reglerna för avbokning gäller nu.")
    current = asked(seat, lambda desk: desk.cancel_rules.current())
    assert current is not None
    assert [each.next_free for each in current.rules] == [True, False, True]
    assert not new_rule("01").next_free  # nothing is given that nobody has ticked


def test_two_rules_for_one_visit_are_told_with_the_line(sit_down: Sit) -> None:
    seat = sit_down("leader")
    seat.press("Ctrl+F7")
    seat.see("275 kr")
    dialog = rules_of(seat)
    dialog.rules.put(None, RULES[1])
    dialog.primary.click()
    seat.see("Regel 4 gäller samma besök som en regel ovanför den.")
    picture(seat, "rules-refused")
    assert dialog.height() <= seat.window.height()
    seat.settle()
    assert len(asked(seat, lambda desk: desk.cancel_rules.all())) == 1


def test_an_older_edition_can_count_again(sit_down: Sit) -> None:
    seat = sit_down("leader")
    seat.press("Ctrl+F7")
    seat.see("275 kr")
    dialog = rules_of(seat)
    dialog.rules.set_values(RULES[:2])
    dialog.primary.click()
    seat.see("Reglerna för avbokning gäller nu.")
    seat.press("Ctrl+F7")
    seat.see("Nummer 2, gäller nu")
    dialog = rules_of(seat)
    assert len(dialog.rules.values) == 2
    dialog.edition.take("1")
    assert list(dialog.rules.values) == list(RULES)
    dialog.primary.click()
    seat.settle()
    current = asked(seat, lambda desk: desk.cancel_rules.current())
    assert current is not None
    assert (current.number, current.rules) == (3, RULES)


def test_whoever_publishes_upon_an_older_edition_is_told_so(sit_down: Sit, ground: Ground) -> None:
    seat = sit_down("leader")
    seat.press("Ctrl+F7")
    seat.see("275 kr")
    beside(lambda: ground.desk.cancel_rules.publish(RULES[:1], upon=1))
    rules_of(seat).comment.set_text("Granskade utan ändring")
    rules_of(seat).primary.click()
    seat.see("Någon annan har publicerat nya regler, nummer 2.")


def test_everything_has_a_name_a_stop_for_tab_and_a_key_of_its_own(sit_down: Sit) -> None:
    seat = sit_down("leader")
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    for size in (100, 150):
        wear(app, Look(size=size))
        seat.press("Ctrl+F7")
        seat.see("275 kr")
        assert (nameless(seat), unreachable(seat), ambiguous(seat)) == ([], [], {})
        picture(seat, f"rules-{size}")
        dialog = rules_of(seat)
        assert dialog.width() <= seat.window.width()
        assert dialog.height() <= seat.window.height()
        dialog.rules.table.selectRow(0)
        dialog.rules.change.click()
        seat.see("Regel för avbokning")
        picture(seat, f"rule-{size}")
        assert (nameless(seat), unreachable(seat), ambiguous(seat)) == ([], [], {})
        assert rule_of(seat).height() <= seat.window.height()
        seat.press("Esc", "Esc")
        seat.see_no_more("275 kr")
