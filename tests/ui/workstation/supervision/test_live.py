"""How it stands now: queues against their limits, what is switched, and the switches themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QApplication, QWidget

from kundcenter.domain.access import Role
from kundcenter.domain.lines import DownReason, EndReason, HungUp, LineDown, QueueLoad, Rang
from kundcenter.domain.supervision.definitions import FigureCode
from kundcenter.domain.supervision.incidents import IncidentKind
from kundcenter.domain.supervision.limits import Setting
from kundcenter.domain.supervision.live_now import Heed, LiveNow, staff_heed
from kundcenter.domain.supervision.targets import Aim, AimKind
from tests.ground import PASSWORD
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.supervision.leading_desk import (
    call,
    lead,
    live_of,
    sit,
    tell_loads,
)
from tests.ui.workstation.test_people import beside, picture
from ui.dialogs.redirect import LiftDialog, RedirectDialog
from ui.dialogs.supervision.close_queue import CloseQueueDialog
from ui.dialogs.supervision.incident import IncidentDialog
from ui.dialogs.supervision.which_unit import WhichUnitDialog
from ui.supervising.leading import FRESHEN_MS, MORE_MS, SETTLE_MS
from ui.supervision.figure_words import shown_definition

UNIT = "Vårdcentralen Test"


def calls_of_today(seat: Seat) -> None:
    """Three that were answered in the queue of 1177, one of them after eleven minutes."""

    def made() -> None:
        ground = seat.ground
        ground.desk.sessions.sign_in("nurse", PASSWORD)
        for waited in (10, 50, 660):
            call(ground, queue="1177", waited=waited, lasts=300)
        ground.desk.sessions.sign_out()

    beside(made)


def queue_rows(seat: Seat) -> dict[str, list[str]]:
    """What stands in the table, by the queue's name."""
    model = live_of(seat).queues
    return {
        model.columns[0].text(row): [column.text(row) for column in model.columns[1:]]
        for row in model.records
    }


def switched_rows(seat: Seat) -> list[list[str]]:
    model = live_of(seat).switches
    return [[column.text(row) for column in model.columns] for row in model.records]


def test_the_queues_stand_with_what_the_exchange_tells_and_what_today_was(seat: Seat) -> None:
    calls_of_today(seat)
    lead(seat.ground)
    sit(seat)
    tell_loads(seat)
    view = live_of(seat)
    seat.until(lambda: view.answered.value == "100,0 %", "the figures of today")
    assert view.waiting.words == "I kö nu: 5, längst 7:00, Börjar bli lång"
    assert view.free.words == "Köer utan någon ledig: 2, av 3 köer, Ingen inloggad"
    assert view.answered.words == "Besvarade i dag: 100,0 %, 3 av 3, Målet nås"
    assert view.mean.words == "Medelväntetid i dag: 4:00, längst 11:00, Målet nås"
    told = shown_definition(FigureCode.ANSW).text
    assert view.answered.accessibleDescription() == told  # the same words as on paper
    assert told in view.answered.toolTip()
    assert queue_rows(seat) == {
        "1177 på telefon": ["4", "7:00", "0 av 12", "Börjar bli lång", "100,0 %", "4:00", "3"],
        "Servicedisken": ["0", "–", "2 av 3", "I tid", "–", "–", "0"],
        "Växeln": ["1", "0:20", "0 av 0", "Ingen inloggad", "–", "–", "0"],
    }
    picture(seat, "live")
    tell_loads(seat, QueueLoad("1177", 0, timedelta(), 0, 2))
    assert view.free.words.startswith("Köer utan någon ledig: 1, av 1 kö, ")


def test_a_wait_that_is_too_long_is_told_by_word_and_shape(seat: Seat) -> None:
    lead(seat.ground)
    sit(seat)
    view = live_of(seat)
    seat.until(lambda: view._keeper.live is not None, "the figures")
    tell_loads(seat, QueueLoad("1177", 1, timedelta(seconds=601), 1, 2))
    assert view.waiting.words.endswith("För lång")
    assert view.table.model().index(0, 4).data() == "För lång"
    tell_loads(seat, QueueLoad("1177", 0, timedelta(), 1, 2))
    assert view.waiting.words == "I kö nu: 0, I tid"
    seat.line.tell(LineDown(DownReason.UNREACHABLE))
    seat.until(lambda: view.waiting.words == "I kö nu: –, Växeln tiger", "an exchange that is away")


def test_that_no_nurse_is_there_is_told_louder_than_that_one_is_alone(seat: Seat) -> None:
    lead(seat.ground)
    sit(seat)
    view = live_of(seat)
    live = seen(seat)
    for nurses, words in ((0, "0, Ingen inloggad"), (1, "1, Ensamarbete"), (2, "2")):
        view._keeper.live = replace(live, nurses=nurses)
        view._keeper.changed.emit()
        assert view.nurses.words == f"Inloggade sjuksköterskor: {words}"
    assert [staff_heed(n) for n in (None, 0, 1, 2)] == [
        Heed.UNKNOWN,
        Heed.OVER,
        Heed.NEAR,
        Heed.CALM,
    ]


def test_a_queue_where_all_talk_and_nobody_waits_is_not_called_manned(seat: Seat) -> None:
    lead(seat.ground)
    sit(seat)
    seen(seat)
    view = live_of(seat)
    tell_loads(
        seat, QueueLoad("1177", 0, timedelta(), 0, 2), QueueLoad("vaxel", 0, timedelta(), 1, 1)
    )
    assert view.free.words == "Köer utan någon ledig: 1, av 2 köer, Ingen väntar där"
    tell_loads(seat, QueueLoad("1177", 0, timedelta(), 1, 2))
    assert view.free.words == "Köer utan någon ledig: 0, av 1 kö, Bemannat"


def seen(seat: Seat) -> LiveNow:
    """The figures, when they have come."""
    keeper = live_of(seat)._keeper
    seat.until(lambda: keeper.live is not None, "the figures")
    assert keeper.live is not None
    return keeper.live


def test_a_new_call_is_seen_without_asking(seat: Seat) -> None:
    lead(seat.ground)
    sit(seat)
    view = live_of(seat)
    seat.until(lambda: view._keeper.live is not None, "the figures")
    assert view.answered.value == "–"
    seat.line.tell(Rang("line-7", "+46701740605", queue="1177", waited=timedelta(seconds=9)))
    seat.see("Ringer")
    seat.until(lambda: "1177 på telefon" in queue_rows(seat), "the call of today")
    assert queue_rows(seat)["1177 på telefon"][-1] == "0"  # it rings: nobody knows what comes of it
    seat.line.tell(HungUp("line-7", EndReason.CALLER))
    seat.until(lambda: queue_rows(seat)["1177 på telefon"][-1] == "1", "the caller who gave up")


def test_a_queue_is_closed_and_opened_by_keys_alone(seat: Seat) -> None:
    lead(seat.ground)
    sit(seat)
    tell_loads(seat)
    seat.press("Ctrl+Shift+F6")
    seat.see("Kön är öppen.", "Växeln stänger inga köer härifrån nu.")
    seat.press("Esc")
    seat.line.closes_queues = True
    seat.press("Ctrl+Shift+F6")
    seat.see("Kön är öppen.")
    seat.see_no_more("Växeln stänger inga köer härifrån nu.")
    seat.write("Växeln")
    seat.press("Tab")
    seat.press("Return")
    seat.see("Skriv varför.")
    seat.write("Utrymning av huset")
    seat.press("Tab")
    seat.write("25:00")
    seat.press("Return")
    seat.see("Skriv tiden som 21:00")
    seat.press("Ctrl+A")
    seat.write("21:00")
    seat.press("Return")
    seat.see("Växeln är stängd.")
    seat.until(lambda: len(switched_rows(seat)) == 1, "the closed queue")
    assert switched_rows(seat)[0][:2] == ["Stängd kö", "Växeln"]
    assert "till 21:00: Utrymning av huset" in switched_rows(seat)[0][2]
    assert queue_rows(seat)["Växeln"][3] == "Stängd"
    seat.press("Alt+T")
    seat.press("Return")  # on the row: to open it again
    seat.see("Kön är stängd.", "Öppna kön")
    picture(seat, "close-queue-closed")
    seat.press("Return")
    seat.see("Växeln är öppen igen.")
    seat.until(lambda: switched_rows(seat) == [], "the open queue")
    assert (
        seat.window.focusWidget() is live_of(seat).table
    )  # an empty list is no place for the focus
    kinds = [each.kind for each in seat.ground.operations() if "queue_closures" in each.kind]
    assert kinds == ["queue_closures.close", "queue_closures.open"]
    seat.until(lambda: len(seat.line.switched) == 2, "the exchange told")
    assert [told[:2] for told in seat.line.switched] == [("vaxel", True), ("vaxel", False)]


def test_what_is_long_in_one_queue_is_not_in_another(seat: Seat) -> None:
    lead(seat.ground)

    def limited() -> None:
        desk = seat.ground.desk
        desk.sessions.sign_in("lead", PASSWORD)
        for setting, seconds in ((Setting.WAIT_WARN, 5), (Setting.WAIT_MOST, 10)):
            aim = Aim(setting, seconds * 1_000, queue="service", kind=AimKind.SETTING)
            desk.targets.put(None, aim)
        desk.sessions.sign_out()

    beside(limited)
    sit(seat)
    waits = timedelta(seconds=60)
    tell_loads(seat, QueueLoad("1177", 1, waits, 1, 2), QueueLoad("service", 1, waits, 1, 2))
    seat.until(lambda: len(queue_rows(seat)) == 2, "the queues")
    states = {name: row[3] for name, row in queue_rows(seat).items()}
    assert states == {"1177 på telefon": "I tid", "Servicedisken": "För lång"}
    assert live_of(seat).waiting.words.endswith("För lång")


def test_a_list_without_rows_is_no_stop_of_the_tab_key(seat: Seat) -> None:
    lead(seat.ground)
    sit(seat)
    view = live_of(seat)
    assert view.big.hasFocus()
    assert not lists_on_the_round(seat)
    tell_loads(seat)
    assert lists_on_the_round(seat) == {view.table}
    seat.press("Alt+S")
    seat.settle()
    assert view.table.hasFocus()


def lists_on_the_round(seat: Seat) -> set[QWidget]:
    """Those of the page's two lists that the tab key stops at on its way once round the window."""
    view, start, reached = live_of(seat), seat.window.focusWidget(), set()
    for _ in range(60):
        seat.press("Tab")
        reached.add(seat.window.focusWidget())
        if seat.window.focusWidget() is start:
            return reached & {view.table, view.switched}
    raise AssertionError("the tab key does not come round")


def test_whoever_may_not_close_reads_how_it_is(seat: Seat) -> None:
    def closed() -> None:
        desk = seat.ground.desk
        desk.sessions.sign_in("lead", PASSWORD)
        desk.queue_closures.close("1177", "Brand")
        desk.sessions.sign_out()

    lead(seat.ground)
    beside(closed)
    sit(seat, "nurse")
    view = live_of(seat)
    seat.until(lambda: len(switched_rows(seat)) == 1, "the closed queue")
    assert view.close_queue.isHidden()
    assert view.redirect.isHidden()
    assert not view.incident.isHidden()
    seat.press("Alt+T")
    seat.press("Return")
    seat.see("Kön är stängd.", "Brand", "Stäng fönstret")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CloseQueueDialog)
    assert dialog.reason.isHidden()
    seat.press("Return")
    seat.see_no_more("Stäng fönstret")
    assert [each.kind for each in seat.ground.operations()][-1] != "queue_closures.open"


def test_an_incident_is_noted_told_more_of_and_ended(seat: Seat) -> None:
    lead(seat.ground)
    sit(seat, "nurse")
    seat.press("Ctrl+Shift+F10")
    seat.see("Anteckna en händelse")
    seat.press("Return")
    seat.see("Välj vad det är.")
    seat.press("3")  # the record system
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, IncidentDialog)
    dialog.text.setFocus()
    seat.write("Svarar inte")
    dialog.starts.setFocus()
    seat.write("99:00")
    seat.press("Return")
    seat.see("Skriv tiden som 13:40")
    seat.press("Ctrl+A")
    seat.write("07:30")
    seat.press("Return")
    seat.see("Händelsen är antecknad.")
    seat.until(lambda: len(switched_rows(seat)) == 1, "the incident")
    row = switched_rows(seat)[0]
    assert row[:2] == ["Händelse", "Journalsystemet"]
    assert row[2].endswith("07:30: Svarar inte")
    seat.press("Alt+T")
    seat.press("Return")
    seat.see("Händelse: Journalsystemet", "Det är över nu")
    again = QApplication.activeModalWidget()
    assert isinstance(again, IncidentDialog)
    again.text.set_text("Svarar inte. IT-jouren är ringd.")
    again.over.click()
    seat.see("Händelsen är över.")
    seat.until(lambda: switched_rows(seat) == [], "nothing out of order")
    desk = seat.ground.desk
    (noted,) = beside(
        lambda: desk.incidents.between(
            seat.ground.clock.at - timedelta(days=1), seat.ground.clock.at
        )
    )
    assert (noted.kind, noted.text) == (IncidentKind.RECORD, "Svarar inte. IT-jouren är ringd.")
    assert noted.ends_at is not None


def test_a_unit_is_redirected_and_the_order_lifted(seat: Seat) -> None:
    lead(seat.ground)
    sit(seat)
    seat.press("Alt+R")
    seat.see("Omdirigera en enhet")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, WhichUnitDialog)
    seat.press("Return")
    seat.see("Sök och välj en enhet.")
    seat.write("vårdcentralen")
    seat.press("Return")
    seat.see(f"Omdirigera {UNIT}")
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, RedirectDialog)
    asked.where.choose("nobody")
    asked.reason.set_text("Vattenläcka")
    asked.primary.click()
    seat.until(lambda: len(switched_rows(seat)) == 1, "the order")
    assert switched_rows(seat)[0][:2] == ["Omdirigerad", UNIT]
    seat.press("Alt+T")
    seat.press("Return")
    lifting = QApplication.activeModalWidget()
    assert isinstance(lifting, LiftDialog)
    lifting.primary.click()
    seat.until(lambda: switched_rows(seat) == [], "the order lifted")


def test_nothing_is_asked_for_while_nobody_looks(seat: Seat) -> None:
    lead(seat.ground)
    sit(seat)
    keeper = live_of(seat)._keeper
    seat.until(lambda: keeper.live is not None, "the figures")
    assert keeper._age.isActive()
    seat.press("Ctrl+1")
    assert not keeper._age.isActive()
    seat.line.tell(Rang("line-8", "+46701740605", queue="1177", waited=timedelta(seconds=9)))
    seat.see("Ringer")
    assert not keeper._soon.isActive()
    seat.press("Ctrl+F11")
    seat.until(lambda: "1177 på telefon" in queue_rows(seat), "what has come meanwhile")


def test_figures_are_counted_ahead_a_little_at_a_time_while_somebody_sits_here(
    seat: Seat,
) -> None:
    lead(seat.ground)
    sit(seat)
    leading = seat.workstation.leading
    assert leading._fresh.isActive()
    assert leading._fresh.interval() == SETTLE_MS
    leading._freshen()  # as when that time has passed
    assert leading._fresh.interval() == FRESHEN_MS
    seat.until(lambda: leading._fresh.interval() == MORE_MS, "there is more to count")
    seat.press("Ctrl+Q")
    seat.see("Logga in")
    assert not leading._fresh.isActive()


def test_a_telephonist_sees_it_too(seat: Seat) -> None:
    lead(seat.ground, Role.SWITCHBOARD)
    sit(seat)
    tell_loads(seat)
    assert len(queue_rows(seat)) == 3
