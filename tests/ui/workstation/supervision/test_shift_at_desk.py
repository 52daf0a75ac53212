"""The tab Skift: figures beside their targets, what is handed over, and the pages of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from kundcenter.domain.access_log import Activity, Level
from kundcenter.domain.calendar import local
from kundcenter.domain.callbacks import CallbackKind, Promised
from kundcenter.domain.supervision.definitions import FigureCode
from kundcenter.domain.supervision.periods import PeriodKind
from kundcenter.domain.supervision.summary import Summary
from kundcenter.domain.supervision.targets import Aim, Verdict
from tests.ground import CHILD, PASSWORD
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.supervision.leading_desk import call, lead, page_of, sit
from tests.ui.workstation.test_keys import ambiguous, nameless, unreachable
from tests.ui.workstation.test_people import beside, picture
from tests.ui.workstation.test_stretch import cut
from ui.actions import Action
from ui.dialogs.supervision.summary import SummaryDialog
from ui.panels.supervision.shift import ShiftView
from ui.panels.supervision.shift_rows import USUAL
from ui.records import Role
from ui.theme.look import Look
from ui.theme.wear import wear

PATIENCE = 90.0  # the platform is asked for its printers


def shift_of(seat: Seat) -> ShiftView:
    """The tab, at the desk of somebody who leads."""
    sit(seat, tab="Alt+3")
    view = page_of(seat).view
    assert isinstance(view, ShiftView)
    seat.until(lambda: view.lines.rowCount() > 0, "figures")
    return view


def led(seat: Seat, before: Callable[[], None] = lambda: None) -> ShiftView:
    """A shift with two calls, the nurse's, of which lena has the summary before her."""

    def worked() -> None:
        ground = seat.ground
        ground.sign_in("nurse")
        for waited in (15, 400):
            call(ground, queue="1177", waited=waited, lasts=300, wrap=60)
        person, soon = ground.person(CHILD), ground.clock.at + timedelta(minutes=1)
        ground.desk.callbacks.promise(CallbackKind.OWN, soon, Promised(person, "+46701740605"))
        ground.clock.pass_time(minutes=40)
        ground.desk.sessions.sign_out()

    lead(seat.ground)
    beside(before)
    beside(worked)
    return shift_of(seat)


def made_of(view: ShiftView) -> Summary:
    """What is shown."""
    assert view.summary is not None
    return view.summary


def opened(seat: Seat) -> SummaryDialog:
    """The dialog with the pages, by its key."""
    seat.press("Alt+M")
    dialog = seat.window.findChild(SummaryDialog)
    assert dialog is not None
    return dialog


def test_the_shift_that_goes_on_is_shown_beside_its_targets(seat: Seat) -> None:
    view = led(seat)
    assert view.span.kind is PeriodKind.SHIFT
    assert view.span.start <= seat.ground.clock.at
    shown = {each.code: each for each in view.lines.records}
    assert shown[FigureCode.ANSW].ratio == "2 / 2"
    assert shown[FigureCode.MEDELV].shown == "3:28"
    seat.see("Andel besvarade samtal")
    first = view.handed.record(0)
    assert (first.part.told, first.item) == ("1, varav 1 sen", None)
    view.take_focus()
    seat.press("Home")
    meaning = next(e for e in made_of(view).meanings if e.code == view.lines.record(0).code)
    seat.see(meaning.text)
    seat.see("Målet nås: minst 85")


def test_each_queue_is_judged_by_its_own_target_in_a_word_and_a_shape(seat: Seat) -> None:
    def aimed() -> None:
        ground = seat.ground
        ground.desk.sessions.sign_in("lead", PASSWORD)
        own = Aim(FigureCode.MEDELV, 100_000, at_least=False, queue="1177")
        ground.desk.targets.put(None, own)
        ground.desk.sessions.sign_out()

    view = led(seat, before=aimed)
    for _ in range(2):
        seat.press("Alt+P")
    seat.see(
        "Mål per kö", "1177 på telefon: Medelväntetid", "högst 1:40 min, eget", "Målet nås inte"
    )
    judged = {each.line.code: each for each in view.queues.records}
    assert (judged[FigureCode.MEDELV].own, judged[FigureCode.ANSW].own) == (True, False)
    row = next(n for n, each in enumerate(view.queues.records) if each.own)
    shown = view.queues.index(row, len(view.queues.columns) - 1)
    assert (shown.data(), shown.data(Role.BADGE).icon) == ("Målet nås inte", "warning")
    view.aims.choose((judged[FigureCode.MEDELV].queue, FigureCode.MEDELV))
    seat.see("415 s / 2. Kön har ett eget mål: högst 1:40 min. Målet nås inte.")
    whole = next(each for each in view.lines.records if each.code == FigureCode.MEDELV)
    assert whole.verdict is Verdict.KEPT  # of all queues another one holds


def test_another_period_is_chosen_and_the_shift_of_now_comes_back_by_its_key(seat: Seat) -> None:
    view = led(seat)
    shift = view.span
    view.choice.kind.choose(PeriodKind.MONTH)
    view.choice.kind.chosen.emit(PeriodKind.MONTH)
    seat.settle()
    day = local(shift.start)
    assert made_of(view).title == "Styrkort"
    assert local(made_of(view).span.start).date() == day.date().replace(day=1)
    seat.press("Alt+N")
    seat.settle()
    assert made_of(view).span == shift


def test_the_pages_are_seen_and_kept_as_a_file_and_both_are_logged(seat: Seat) -> None:
    view = led(seat)
    known = len(seat.ground.accesses())
    dialog = opened(seat)
    dialog.primary.click()
    seat.until(lambda: not seat.busy(), "the pages and the printers", within=PATIENCE)
    seat.see("Spara som PDF")
    path = seat.out / "ut.pdf"
    dialog.save_to(str(path))
    seat.see("Sidan är sparad som PDF.")
    text = "\n".join(page.extract_text() for page in PdfReader(path).pages)
    assert "Skiftsammanfattning" in text and "Test Lead" in text and "Sida 1 (" in text
    logged = [each for each in seat.ground.accesses(known) if each.activity is Activity.PRINT]
    assert [(each.level, each.person_id) for each in logged] == [(Level.SUMMARY, None)]
    assert view.isVisible()


def test_what_is_spread_names_nobody_and_what_names_somebody_is_not_spread(seat: Seat) -> None:
    led(seat)
    dialog = opened(seat)
    for box, wanted in ((dialog.identities, (True, False)), (dialog.distribution, (False, True))):
        box.setChecked(True)
        assert (dialog.order.identities, dialog.order.distribution) == wanted
    seat.press("Escape")


def test_the_figures_are_kept_as_json(seat: Seat) -> None:
    view = led(seat)
    path = seat.out / "skift.json"
    view.write_to(str(path))
    seat.see("Sammanfattningen är sparad som JSON.")
    told = json.loads(Path(path).read_text(encoding="utf-8"))
    assert told["format"] == "kundcenter.summary" and told["period"]["kind"] == "SKIFT"
    assert {each["code"] for each in told["figures"]} >= {"ANSW", "MEDELV"}


def test_one_goes_between_the_lists_by_key_and_nothing_stays_when_one_leaves(seat: Seat) -> None:
    view = led(seat)
    view.take_focus()
    seat.press("Alt+P")
    assert view.left.hasFocus()
    seat.see("Försenade återuppringningar: 1, varav 1 sen", "Egen återuppringning", "Sen")
    seat.press("Alt+P")
    assert view.aims.hasFocus()
    seat.press("Alt+P")
    assert view.figures.hasFocus()
    page_of(seat).forget()
    assert view.lines.rowCount() == view.handed.rowCount() == 0
    assert Action.SUPERVISION_SHIFT not in page_of(seat).offered


def test_nothing_is_cut_and_everything_has_a_name_and_is_reached_by_key(
    seat: Seat, qapp: QApplication
) -> None:
    view = led(seat)
    for percent in (100, 150):
        wear(qapp, Look(size=percent))
        for _ in range(3):  # each list
            seat.press("Alt+P")
            seat.until(lambda: not cut(seat), f"nothing cut at {percent} %")
            assert (nameless(seat), unreachable(seat), ambiguous(seat)) == ([], [], {})
            picture(seat, f"shift-{view.parts.value}-{percent}")
        dialog = opened(seat)
        seat.until(lambda: not cut(seat), f"nothing cut in the dialog at {percent} %")
        dialog.reject()
        seat.settle()
    assert view.figures.isColumnHidden(USUAL)  # in large text it stands below the list alone
