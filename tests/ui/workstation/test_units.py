"""The page of units on a real desk: found, read, written, retired and redirected by keys."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot

from kundcenter.domain.opening_text import read_hours
from kundcenter.domain.unit_cards import LineFunction
from kundcenter.domain.units import UnitKind
from tests.ground import Ground
from tests.ui.workstation.directory import HSA, NIGHT, Placed, furnish_directory
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_recovery import RECOVERED, Died
from ui.dialogs.unit_edit import UnitDialog
from ui.dialogs.unit_import import UnitImportDialog
from ui.dialogs.unit_retire import RetireDialog
from ui.kept_form import KEEP_WITHIN_MS
from ui.panels.units import UnitsPage
from ui.theme.fonts import load_fonts
from ui.widgets.dialog import Dialog

D = TypeVar("D", bound=Dialog)
CENTRE = "Ängsgärdets vårdcentral"


@pytest.fixture
def placed(ground: Ground) -> Placed:
    return furnish_directory(ground)


@pytest.fixture
def leader(placed: Placed, seat: Seat) -> Seat:
    seat.sign_in("leader")
    seat.press("Ctrl+7")
    seat.see(CENTRE)
    return seat


@pytest.fixture
def plain(placed: Placed, seat: Seat) -> Seat:
    """A nurse at the page, who may read and not write."""
    seat.sign_in("nurse")
    seat.press("Ctrl+7")
    seat.see(CENTRE)
    return seat


def page(seat: Seat) -> UnitsPage:
    (found,) = seat.window.findChildren(UnitsPage)
    return found


def dialog(seat: Seat, kind: type[D]) -> D:
    """The one of the kind that is shown."""
    seat.settle()
    (found,) = [each for each in seat.window.findChildren(kind) if each.isVisible()]
    return found


def names(seat: Seat) -> list[str]:
    seat.settle()
    return [card.unit.name for card in page(seat).model.records]


def find(seat: Seat, words: str) -> None:
    """Write the words, and wait until the card has followed."""
    seat.press("Ctrl+F")
    seat.write(words)
    seat.let_pass(200)
    seat.settle()


def test_a_unit_is_found_with_an_error_and_without_dots(plain: Seat) -> None:
    for words in ("angsgardet", "ängsgrädet", "åby vc", "ÄNGEN"):
        find(plain, words)
        assert names(plain)[:1] == [CENTRE], words


def test_the_card_tells_all_that_one_reads_to_a_caller(plain: Seat) -> None:
    find(plain, "ängsgärdet")
    plain.see("Stängt, öppnar", "Skicka hit", "Listade, samma dag.", "Feber, Halsont")
    plain.see("Skicka inte hit", "Sårskador efter klockan 15.", "Godkänt 2026-02-01, för 293")
    plain.see("från 16 år", "teleQ: kan ställas i kö", "Kan bokas från 1177", "0980-31 92 43")
    plain.see("Provtagningen har flyttat till plan 1.")
    page(plain).card.setFocus()  # a stop of Tab
    plain.press("PgDown", "PgDown")
    plain.see("Testgatan 1, 555 55 Teststad", "Entré B, plan 2")
    plain.see("Tar över när det är stängt", "Närakuten Testberga", f"{HSA}VC")


def test_a_number_for_staff_is_shown_to_those_it_is_for(placed: Placed, seat: Seat) -> None:
    for who, shown in (("nurse", True), ("switch", False)):
        seat.sign_in(who)
        seat.press("Ctrl+7")
        seat.see(CENTRE)
        find(seat, "ängsgärdet")
        seat.see("Rådgivning")
        assert ("0980-31 92 44" in seat.reads()) is shown
        seat.press("Ctrl+Q")
        seat.see("Logga in")


def test_the_list_is_sifted_by_what_is_open_and_by_kind(plain: Seat) -> None:
    assert len(names(plain)) == 4
    page(plain).open_now.click()
    assert names(plain) == ["Akutmottagningen Testberga"]
    plain.ground.clock.at = NIGHT.replace(hour=20)
    page(plain).refresh()
    assert names(plain) == ["Akutmottagningen Testberga", "Närakuten Testberga"]
    page(plain).kind.take(UnitKind.OUT_OF_HOURS)
    assert names(plain) == ["Närakuten Testberga"]
    page(plain).municipality.take("Åby")
    plain.see("Ingen enhet passar")


def test_who_may_not_write_sees_no_button_for_it(plain: Seat) -> None:
    acts = page(plain).acts
    shown = [each for each in (*acts.of_all, *acts.of_one) if each.isVisible()]
    assert shown == [acts.history]
    plain.press("Ctrl+Shift+N", "Ctrl+R", "Ctrl+Shift+D", "Ctrl+Shift+O", "Ctrl+B")
    plain.settle()
    assert [each for each in plain.window.findChildren(Dialog) if each.isVisible()] == []


def test_a_unit_is_written_and_changed_by_keys(leader: Seat) -> None:
    leader.press("Ctrl+Shift+N")
    leader.see("Ny enhet", "HSA-id")
    leader.write("Björkens vårdcentral")
    leader.press("Tab", "Tab")
    leader.write("Björkby")
    leader.press("Tab")
    leader.write("0980-31 92 60")
    leader.press("Tab")
    leader.write(f"{HSA}BJORK")
    leader.press("Ctrl+Return")
    leader.see_no_more("Var den ligger")
    leader.let_pass(200)
    assert "Björkens vårdcentral" in names(leader)
    current = page(leader).table.current
    assert current is not None
    assert (current.unit.name, current.unit.phone) == ("Björkens vårdcentral", "+46980319260")
    leader.press("Return")
    leader.see("Ändra enheten")
    leader.write("Björkhagens vårdcentral")
    leader.press("Ctrl+Return")
    leader.see_no_more("Ändra enheten")
    leader.let_pass(200)
    card = asked(leader, lambda desk: desk.units.card(current.id))
    assert (card.unit.name, card.number) == ("Björkhagens vårdcentral", 2)


def test_what_is_wrong_stands_at_its_field_and_nothing_is_saved(leader: Seat) -> None:
    find(leader, "ängsgärdet")
    page(leader).acts.change.click()
    leader.see("Ändra enheten")
    editor = dialog(leader, UnitDialog)
    for field, wrong, word in (
        (editor.phone, "070-1", "nummer"),
        (editor.hours, "mån-fre åtta till fem", ""),
        (editor.spot, "57,7, 14,1", "57.782600"),
        (editor.criteria.takes, "Feber, Ont i tån", "Ont i tån"),
        (editor.criteria.youngest, "arton", "hela år"),
        (editor.criteria.signed_on, "i går", "2027-01-31"),
        (editor.name, " ", "namn"),
    ):
        right = field.text()
        field.set_text(wrong)
        editor.primary.click()
        leader.settle()
        assert word in field.error, word
        assert field.error
        field.set_text(right)
    editor.hsa_id.set_text(f"{HSA}akut")
    editor.primary.click()
    leader.settle()
    assert editor.hsa_id.error  # taken, whatever its case
    leader.press("Esc")
    leader.settle()
    card = asked(leader, lambda desk: desk.units.directory().cards)
    assert {each.number for each in card if each.unit.name == CENTRE} == {1}


def test_every_field_is_shown_and_saved_as_it_stood(leader: Seat, placed: Placed) -> None:
    before = asked(leader, lambda desk: desk.units.card(placed.health_centre))
    find(leader, "ängsgärdet")
    page(leader).acts.change.click()
    leader.see("Ändra enheten")
    editor = dialog(leader, UnitDialog)
    editor.way.set_text("Entré C")
    editor.primary.click()
    leader.see_no_more("Ändra enheten")
    after = asked(leader, lambda desk: desk.units.card(placed.health_centre))
    assert after.number == 2
    assert after.details.way == "Entré C"
    assert after.unit == before.unit
    fields = ("hours", "lines", "notices", "criteria", "related", "synonyms", "queue", "bookable")
    for name in fields:
        assert getattr(after.details, name) == getattr(before.details, name), name


def test_a_line_is_added_in_its_own_dialog(leader: Seat, placed: Placed) -> None:
    find(leader, "ängsgärdet")
    page(leader).acts.change.click()
    leader.see("Ändra enheten")
    editor = dialog(leader, UnitDialog)
    editor.lines.add.click()
    leader.see("Telefonlinje")
    leader.press("Tab")
    leader.write("0980-31 92 61")
    leader.press("Tab")
    leader.write("mån-tor 13-15")
    leader.press("Return")
    leader.see_no_more("Telefonlinje")
    editor.primary.click()
    leader.see_no_more("Ändra enheten")
    card = asked(leader, lambda desk: desk.units.card(placed.health_centre))
    added = card.details.lines[-1]
    assert (added.function, added.number) == (LineFunction.ADVICE, "+46980319261")
    assert added.hours == read_hours("mån-tor 13:00-15:00")


def test_what_was_written_is_there_again_after_the_program_died(
    ground: Ground, tmp_path: Path, qtbot: QtBot, placed: Placed
) -> None:
    load_fonts()
    life = Died(ground, tmp_path)
    life.seat.sign_in("leader")
    life.seat.press("Ctrl+7", "Ctrl+Shift+N")
    life.seat.see("Var den ligger")
    life.seat.write("Halvskriven enhet")
    life.seat.let_pass(KEEP_WITHIN_MS + 200)
    seat = life.die_and_return("leader")
    seat.press("Ctrl+7", "Ctrl+Shift+N")
    seat.see(RECOVERED, "Halvskriven enhet")
    seat.leave()


def test_a_unit_is_retired_with_another_in_its_place_and_taken_back(
    leader: Seat, placed: Placed
) -> None:
    find(leader, "ängsgärdet")
    leader.press("Ctrl+Shift+D")
    leader.see("En annan enhet har tagit över")
    leader.press("Space")
    leader.write("närakut")
    leader.see("Närakuten Testberga")
    dialog(leader, RetireDialog).primary.click()
    leader.see_no_more("En annan enhet har tagit över")
    leader.let_pass(200)
    leader.see("Ingen enhet passar")
    card = asked(leader, lambda desk: desk.units.card(placed.health_centre))
    assert card.replaced_by == placed.out_of_hours
    page(leader).retired.click()
    leader.let_pass(200)
    leader.see("Ur bruk sedan", "Ersatt av Närakuten Testberga")
    leader.press("Ctrl+Shift+D")
    leader.see("i bruk igen?")
    leader.press("Return")
    leader.see_no_more("i bruk igen?")
    leader.settle()
    card = asked(leader, lambda desk: desk.units.card(placed.health_centre))
    assert (card.retired_at, card.number) == (None, 3)


def test_the_versions_tell_who_changed_what(leader: Seat, placed: Placed) -> None:
    find(leader, "ängsgärdet")
    page(leader).acts.change.click()
    leader.see("Ändra enheten")
    editor = dialog(leader, UnitDialog)
    editor.street.set_text("Testgatan 2")
    editor.primary.click()
    leader.see_no_more("Ändra enheten")
    leader.press("Ctrl+J")
    leader.see("Tidigare versioner", "Gata: Testgatan 1 → Testgatan 2", "Test Leader")
    leader.press("Down")
    leader.see("Första versionen")


def test_a_file_is_tried_before_it_is_brought_in(leader: Seat, tmp_path: Path) -> None:
    path = tmp_path / "enheter.csv"
    head = "hsa-id;namn;typ;kommun;telefon\n"
    rows = (
        f"{HSA}VC;Ängens vårdcentral;VC;Åby;0980-31 92 42\n"
        f"{HSA}NY;Nya mottagningen;SPECIALIST;Åby;0980-31 92 62\n"
    )
    path.write_text(head + rows + f"{HSA}NY;Igen;VC;Åby;0980-31 92 63\n", encoding="utf-8")
    leader.press("Ctrl+Shift+O")
    leader.see("Ingen fil är vald.")
    asking = dialog(leader, UnitImportDialog)
    asking.read(str(path))
    leader.see("Inget läses in. Fel i filen: 1")
    assert "Rad 4" in asking.rows.text()
    assert not asking.primary.isEnabled()
    path.write_text(head + rows, encoding="utf-8")
    asking.read(str(path))
    leader.see("1 nya enheter, 1 ändras, 0 är redan lika.")
    assert asking.rows.text() == CENTRE
    asking.primary.click()
    leader.see("Enheterna är inlästa: 2.")
    assert {"Ängens vårdcentral", "Nya mottagningen"} <= set(names(leader))


def test_the_keeper_forgets_with_the_operator(leader: Seat) -> None:
    keeper = leader.workstation.guiding.keeper
    assert keeper.directory.cards
    leader.press("Ctrl+Q")
    leader.see("Logga in")
    assert (tuple(keeper.directory.cards), keeper.view.cards, names(leader)) == ((), (), [])
