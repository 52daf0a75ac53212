"""A file of an e-service is brought in at the window: told first, then done, whole or not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kundcenter.domain.case_files import CaseRowProblem, CaseRowRefusal
from kundcenter.domain.case_sheets import CaseFault, CaseSheetFault
from tests.ground import WOMAN, Ground
from tests.ui.workstation.cased import NINE
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_keys import ambiguous, nameless, unreachable
from tests.ui.workstation.test_people import picture
from tests.ui.workstation.timed import swedish_days
from ui.case_faults import fault_words, problem_words
from ui.case_keeper import ALL_KINDS
from ui.dialogs import case_import
from ui.dialogs.case_import import CaseImportDialog
from ui.theme.fonts import load_fonts

HEAD = "ärende-id;e-tjänst;inkommet;personnummer;text;hsa-id\n"
ROW = "{id};{service};2026-11-20 10:00;{person};Behöver hjälp;{unit}\n"


def rows(count: int, *, unit: str = "", person: str = WOMAN) -> str:
    told = (
        ROW.format(id=f"K{at}", service="förnya recept", person=person, unit=unit)
        for at in range(count)
    )
    return HEAD + "".join(told)


@pytest.fixture(autouse=True)
def swedish() -> Iterator[None]:
    with swedish_days():
        yield


@pytest.fixture
def seat(ground: Ground, tmp_path: Path, qtbot: QtBot) -> Iterator[Seat]:
    load_fonts()
    ground.clock.at = NINE
    made = Seat(ground, tmp_path)
    made.sign_in("nurse")
    made.settle()
    made.press("Ctrl+Ä")
    made.see("Ingen nämns i listorna.")
    made.settle()
    made.press("Ctrl+I")
    made.see("Läs in ärenden ur en e-tjänst")
    yield made
    made.leave()


def dialog_of(seat: Seat) -> CaseImportDialog:
    (dialog,) = seat.window.findChildren(CaseImportDialog)
    return dialog


def read(seat: Seat, folder: Path, text: str, name: str = "e-tjanster.csv") -> CaseImportDialog:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    dialog_of(seat).read(str(path))
    seat.settle()
    return dialog_of(seat)


def test_what_a_file_would_do_is_told_before_it_is_done(seat: Seat, tmp_path: Path) -> None:
    dialog = read(seat, tmp_path, rows(3))
    seat.see("3 nya ärenden, 0 finns redan och lämnas som de är.")
    assert asked(seat, lambda desk: desk.cases.due(ALL_KINDS)) == ()
    picture(seat, "import")
    dialog.primary.click()
    seat.see("Ärendena är inlästa: 3.", "3 ärenden: 0 försenade")
    seat.see("Förnya recept på läkemedel", "i morgon: Första svar")
    assert len(asked(seat, lambda desk: desk.cases.due(ALL_KINDS))) == 3


def test_the_same_file_again_brings_in_nothing(seat: Seat, tmp_path: Path) -> None:
    read(seat, tmp_path, rows(3)).primary.click()
    seat.see("Ärendena är inlästa: 3.")
    seat.press("Ctrl+I")
    seat.see("Ingen fil är vald.")
    dialog = read(seat, tmp_path, rows(4))
    seat.see("1 nya ärenden, 3 finns redan och lämnas som de är.")
    dialog = read(seat, tmp_path, rows(3))
    seat.see("0 nya ärenden, 3 finns redan")
    assert not dialog.primary.isEnabled()


def test_a_fault_anywhere_refuses_the_whole_file(seat: Seat, tmp_path: Path) -> None:
    broken = rows(2) + "K9;trollkarlen;2026-11-20 10:00;;Hej;\n"
    dialog = read(seat, tmp_path, broken)
    seat.see("Inget läses in. Fel i filen: 1.", "Rad 4, e-tjänst: e-tjänsten är okänd.")
    picture(seat, "import-faulty")
    assert not dialog.primary.isEnabled()
    assert asked(seat, lambda desk: desk.cases.due(ALL_KINDS)) == ()


def test_a_unit_that_is_not_here_is_told_with_its_line(seat: Seat, tmp_path: Path) -> None:
    dialog = read(seat, tmp_path, rows(2, unit="SE9999999999-BORTA"))
    seat.see("Rader som inte går att använda här: 2.", "Rad 2: ingen enhet har HSA-id:t.")
    assert not dialog.primary.isEnabled()


def test_somebody_who_is_not_registered_and_has_no_name_is_told_without_a_number(
    seat: Seat, tmp_path: Path
) -> None:
    read(seat, tmp_path, rows(1, person="191212121212"))
    seat.see("Rad 2: personen finns inte här, och raden har inget namn att lägga upp.")
    assert "121212" not in seat.reads()


def test_json_is_read_as_well(seat: Seat, tmp_path: Path) -> None:
    text = '[{"ärende-id": "J1", "e-tjänst": "intyg", "inkommet": "2026-11-20 10:00", "text": "x"}]'
    dialog = read(seat, tmp_path, text, "e-tjanster.json")
    seat.see("1 nya ärenden")
    dialog.primary.click()
    seat.see("Ärendena är inlästa: 1.", "Intyg")


def test_a_file_that_is_none_is_told(seat: Seat, tmp_path: Path) -> None:
    dialog_of(seat).read(str(tmp_path / "borta.csv"))
    seat.see("Filen går inte att läsa.")
    read(seat, tmp_path, "")
    assert not dialog_of(seat).primary.isEnabled()
    assert "Inget läses in" in dialog_of(seat).outcome.text()


def test_a_long_file_is_brought_in_by_parts(
    seat: Seat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(case_import, "IMPORT_LIMIT", 2)  # a part is told by the number of verbs
    dialog = read(seat, tmp_path, rows(5))
    seat.see("5 nya ärenden")
    before = len(seat.ground.operations())
    dialog.primary.click()
    seat.see("Ärendena är inlästa: 5.")
    told = [each for each in seat.ground.operations(before) if each.kind == "cases.import_"]
    assert len(told) == 3


def test_all_can_be_reached_and_is_named(seat: Seat) -> None:
    assert (nameless(seat), unreachable(seat), ambiguous(seat)) == ([], [], {})


@pytest.mark.parametrize("fault", CaseFault)
def test_every_fault_has_words_of_its_own(fault: CaseFault) -> None:
    told = fault_words(CaseSheetFault(7, fault, "text"))
    assert told.startswith("Rad 7, text: ")
    assert told.endswith(".")
    others = {fault_words(CaseSheetFault(7, each, "text")) for each in CaseFault if each != fault}
    assert told not in others


@pytest.mark.parametrize("why", CaseRowRefusal)
def test_every_refusal_has_words(why: CaseRowRefusal) -> None:
    assert problem_words(CaseRowProblem(3, why)).startswith("Rad 3: ")
