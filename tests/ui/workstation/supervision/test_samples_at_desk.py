"""The baseline sample at the desk: drawn, judged call by call, and what it tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kundcenter.domain.access import Role
from kundcenter.domain.access_log import Activity
from kundcenter.domain.drafts import FormKind
from kundcenter.domain.journal import Relation
from kundcenter.domain.lines import EndReason
from kundcenter.domain.supervision.samples import CareLevel, Frame, Judgement
from kundcenter.services.calls import Ring
from tests.ground import MORNING, NUMBER, PASSWORD, WHOLE, WOMAN, Ground, identity
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_keys import nameless, unreachable
from tests.ui.workstation.test_people import beside, picture
from tests.ui.workstation.test_stretch import cut
from ui.dialogs.supervision.judge import JudgeDialog
from ui.dialogs.supervision.sample import SampleDialog
from ui.dialogs.supervision.sample_draw import SampleDrawDialog
from ui.dialogs.supervision.sample_paper import SamplePaperDialog
from ui.dialogs.supervision.samples import SamplesDialog
from ui.theme.fonts import load_fonts
from ui.theme.look import Look
from ui.theme.wear import wear

Sit = Callable[[str], Seat]
FRAME = Frame(
    MORNING - timedelta(days=1), MORNING + timedelta(days=1), "2026-11", 9, "1177", "Baslinje"
)
PATIENCE = 90.0  # the platform is asked for its printers
TOLD = "Förälder Testsson"


@pytest.fixture
def sampled(ground: Ground) -> dict[str, UUID]:
    """Four calls of a nurse, one of whoever leads, and a sample of all; the first has no note."""

    def made() -> dict[str, UUID]:
        desk = ground.desk
        desk.sessions.sign_in("admin", PASSWORD)
        ground.operator("lead", Role.SUPERVISOR_NURSE)
        ground.operator("other", Role.NURSE)
        ground.sign_in("nurse")
        person = desk.people.find(identity(WOMAN))
        assert person is not None
        note = replace(WHOLE, informant=Relation.GUARDIAN, informant_name=TOLD)
        for n in range(4):
            call = spoken(ground, f"line-{n}")
            if n:
                desk.journal.write(person.id, note, call)
        ground.sign_in("lead")
        own = spoken(ground, "line-9")
        desk.journal.write(person.id, note, own)
        picked = desk.samples.pick(FRAME)
        sample = desk.samples.draw(FRAME, picked.call_ids, picked.population).the("sample")
        desk.sessions.sign_out()
        return {"sample": sample, "own": own}

    return beside(made)


def spoken(ground: Ground, line_call: str) -> UUID:
    calls = ground.desk.calls
    call = calls.ring(Ring(line_call, NUMBER, queue="1177")).the("call")
    calls.answer(call)
    ground.clock.pass_time(minutes=3)
    calls.end(call, EndReason.CALLER)
    calls.close(call, "EGENVARD")
    return call


@pytest.fixture
def sit_down(
    ground: Ground, sampled: dict[str, UUID], tmp_path: Path, qtbot: QtBot
) -> Iterator[Sit]:
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


def samples_of(seat: Seat) -> SamplesDialog:
    for key in ("Ctrl+F11", "Alt+5", "Alt+L"):
        seat.press(key)
        seat.settle()
    (dialog,) = seat.window.findChildren(SamplesDialog)
    return dialog


def opened(seat: Seat) -> SampleDialog:
    samples_of(seat).primary.click()
    seat.see("Ett urval", "5 av 5 samtal")
    (dialog,) = seat.window.findChildren(SampleDialog)
    seat.settle()
    return dialog


def judging(seat: Seat) -> JudgeDialog:
    seat.settle()
    (dialog,) = [each for each in seat.window.findChildren(JudgeDialog) if each.isVisible()]
    return dialog


def choose(dialog: SampleDialog, *, own: bool = False, noted: bool = True) -> None:
    """A call of the sample: one's own, or of the nurse with a note or without."""
    lines = dialog._opened.lines if dialog._opened else ()
    bare = [each for each in lines if not each.own]
    first = min((each for each in bare if each.queued_at), key=lambda e: str(e.queued_at))
    wanted = next(
        each
        for each in lines
        if each.own is own and (own or (each.call_id == first.call_id) is not noted)
    )
    dialog.table.choose(wanted.call_id)


def test_a_sample_is_drawn_with_its_seed(sit_down: Sit) -> None:
    seat = sit_down("lead")
    dialog = samples_of(seat)
    seat.see("Urval för bedömning", "Baslinje, 1177", "0 av 5")
    assert nameless(seat) == []
    assert unreachable(seat) == []
    picture(seat, "samples")
    dialog.draw.click()
    seat.see("Dra ett urval", "2026-10-01", "2026-10-31", "2026-10 1")
    (draw,) = seat.window.findChildren(SampleDrawDialog)
    assert nameless(seat) == []
    draw.primary.click()
    seat.see("Inget besvarat samtal ringde under de dagarna.")
    draw.first.set_text("2026-11-21")
    draw.last.set_text("2026-11-20")
    draw.primary.click()
    seat.see("Sista dagen ligger före den första")
    draw.last.set_text("i dag")
    draw.primary.click()
    seat.see("Skriv datumet som 2026-11-21.")
    draw.last.set_text("2026-11-21")
    draw.size_.set_text("900")
    draw.primary.click()
    seat.see("Ett urval har minst ett och högst 400 samtal.")
    draw.size_.set_text("2")
    draw.seed.set_text("")
    draw.primary.click()
    seat.see("Skriv ett frö: vilket ord eller tal som helst.")
    draw.seed.set_text("42")
    draw.title.set_text("Kontroll")
    picture(seat, "sample-draw")
    draw.primary.click()
    seat.see("Kontroll", "0 av 2")
    told = asked(seat, lambda desk: desk.samples.all())
    assert (told[0].sample.seed, told[0].sample.size, told[0].sample.population) == ("42", 2, 5)


def test_a_nurse_judges_and_draws_nothing(sit_down: Sit, sampled: dict[str, UUID]) -> None:
    seat = sit_down("other")
    assert not samples_of(seat).draw.isVisible()
    seat.press("Esc")
    dialog = opened(seat)
    assert not dialog.again.isVisible()
    assert nameless(seat) == []
    choose(dialog)
    picture(seat, "sample")
    seat.press("Return")
    seat.see("Bedöm samtal", "Feber sedan i går", "Att du läser anteckningen är loggat.")
    judge = judging(seat)
    assert TOLD not in seat.reads()
    assert "1988" not in seat.reads()
    assert nameless(seat) == []
    assert unreachable(seat) == []
    assert (judge.advisory.value, judge.given.value) == ("yes", CareLevel.SELF_CARE)
    judge.primary.click()
    seat.see("Välj ett av svaren.")
    judge.right.choose(CareLevel.PRIMARY)
    judge.note.set_text("Tre dygn: borde ha setts.")
    picture(seat, "sample-judge")
    judge.primary.click()
    seat.see("För låg nivå", "Egenvård → Primärvård", "Test Other")
    judged = asked(seat, lambda desk: desk.samples.open(sampled["sample"])).result
    assert (judged.judged, judged.under, judged.right) == (1, 1, 0)
    dialog.choice.choose("result")
    dialog._show_choice()
    seat.see("1 av 5; dragna ur 5 samtal", "0 av 1 · 0,0 % (0,0–79,3)", "1 av 1 · 100,0 %")
    picture(seat, "sample-result")


def test_what_was_judged_is_judged_anew(sit_down: Sit, sampled: dict[str, UUID]) -> None:
    seat = sit_down("other")
    dialog = opened(seat)
    choose(dialog, noted=False)
    dialog.primary.click()
    seat.see("Samtalet har ingen anteckning.")
    judge = judging(seat)
    assert judge.advisory.value == "yes"  # what came of the call says so
    judge.advisory.choose("no")
    judge._show_levels()
    assert not judge.given.isVisible()
    judge.primary.click()
    seat.see("Ingen rådgivning")
    seat.settle()
    choose(dialog, noted=False)
    dialog.primary.click()
    seat.see("Samtalet har ingen anteckning.")
    judge = judging(seat)
    assert judge.advisory.value == "no"
    judge.advisory.choose("yes")
    judge._show_levels()
    judge.given.choose(CareLevel.EMERGENCY)
    judge.right.choose("unclear")
    judge.primary.click()
    seat.see("Går inte att bedöma", "Akut")
    result = asked(seat, lambda desk: desk.samples.open(sampled["sample"])).result
    assert (result.judged, result.advisory, result.unclear) == (1, 1, 1)


def test_nobody_judges_a_call_of_their_own(sit_down: Sit) -> None:
    seat = sit_down("lead")
    dialog = opened(seat)
    choose(dialog, own=True)
    seat.see("Det är ditt eget samtal. Någon annan bedömer det.", "Eget samtal")
    assert not dialog.primary.isEnabled()
    seat.press("Return")
    seat.settle()
    assert seat.window.findChildren(JudgeDialog) == []


def test_the_draw_is_made_again_to_see_that_it_holds(sit_down: Sit, ground: Ground) -> None:
    seat = sit_down("lead")
    dialog = opened(seat)
    dialog.again.click()
    seat.see("Dragningen stämmer: samma frö ger samma samtal.")
    asked(seat, lambda desk: spoken(ground, "line-99"))
    dialog.again.click()
    seat.see("dagarna har nu 6 samtal, mot 5 när urvalet drogs.")


def test_the_result_is_seen_as_a_page_and_kept_as_a_file(sit_down: Sit) -> None:
    seat = sit_down("lead")
    dialog = opened(seat)
    known = len(seat.ground.accesses())
    dialog.paper.click()
    (paper,) = seat.window.findChildren(SamplePaperDialog)
    seat.see("Urvalets resultat på papper", "2026-11-20 – 2026-11-22")
    assert paper.distribution.isVisible() and not paper.distribution.isChecked()
    assert (nameless(seat), unreachable(seat)) == ([], [])
    paper.primary.click()
    seat.until(lambda: not seat.busy(), "the page and the printers", within=PATIENCE)
    seat.see("Spara som PDF")
    picture(seat, "sample-paper")
    path = seat.out / "urval.pdf"
    paper.save_to(str(path))
    seat.see("Sidan är sparad som PDF.")
    (page,) = pypdfium2.PdfDocument(path)
    text = page.get_textpage().get_text_range()
    assert "Bedömning av vårdnivå" in text and "Test Lead" in text and "Test Nurse" not in text
    logged = [each for each in seat.ground.accesses(known) if each.activity is Activity.PRINT]
    assert [(each.object_kind, each.person_id) for each in logged] == [("sample", None)]


def test_who_does_not_lead_prints_for_the_house_alone(sit_down: Sit) -> None:
    seat = sit_down("other")
    opened(seat).paper.click()
    (paper,) = seat.window.findChildren(SamplePaperDialog)
    assert not paper.distribution.isVisible()
    seat.press("Esc")


def test_a_reason_that_is_being_written_is_kept(sit_down: Sit) -> None:
    seat = sit_down("other")
    dialog = opened(seat)
    choose(dialog)
    dialog.primary.click()
    seat.see("Bedöm samtal")
    judge = judging(seat)
    judge.note.setFocus()
    seat.write("Halva tanken")
    seat.let_pass(1_500)
    line = dialog.table.current
    assert line is not None
    kept = asked(seat, lambda desk: desk.drafts.form(FormKind.JUDGEMENT, line.call_id))
    assert kept == {"note": "Halva tanken"}


@pytest.mark.parametrize("size", [100, 150])
def test_nothing_is_cut(sit_down: Sit, sampled: dict[str, UUID], size: int) -> None:
    seat = sit_down("other")
    app = QApplication.instance()
    assert isinstance(app, QApplication)

    def all_judged() -> None:
        ground, levels = seat.ground, list(CareLevel)
        for n, line in enumerate(ground.desk.samples.open(sampled["sample"]).lines):
            judgement = Judgement(True, levels[n], levels[(n * 2) % 6])
            ground.desk.samples.judge(sampled["sample"], line.call_id, judgement)

    asked(seat, lambda _: all_judged())
    if size != 100:
        wear(app, Look(size=size))
        seat.settle()
    try:
        dialog = opened(seat)
        assert cut(seat) == []
        picture(seat, f"sample-{size}")
        choose(dialog)
        dialog.primary.click()
        seat.see("Bedöm samtal")
        assert cut(seat) == []
        picture(seat, f"sample-judge-{size}")
        seat.press("Esc")
        dialog.paper.click()
        seat.see("Urvalets resultat på papper")
        assert cut(seat) == []
        seat.press("Esc")
        dialog.choice.choose("result")
        dialog._show_choice()
        assert cut(seat) == []
        assert nameless(seat) == []
        chart = dialog.results.chart
        chart.setFocus()
        for key in ("Home", "Right"):
            seat.press(key)
        assert chart.readout == "Primärvård: Rätt 0 samtal"
        assert "För hög 0 samtal, För låg 1" in chart.spoken
        picture(seat, f"sample-result-{size}")
    finally:
        wear(app, Look())
