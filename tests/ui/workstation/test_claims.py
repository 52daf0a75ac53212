"""A claim is preliminary until the centre has answered; then it holds, or one is told more."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtWidgets import QPushButton

from kundcenter.changes import Change, Changes
from kundcenter.domain.claims import CLAIMS
from kundcenter.domain.feed import Verdict
from tests.ground import NUMBER
from tests.ui.workstation.joined import Joined
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_handed_back import opened, part
from ui import link
from ui.actions import Action
from ui.claim_words import ANY, ROWS, Row, Way, ways_of
from ui.panels.handed_back import HandedBack
from ui.panels.handed_back_item import HandedBackDialog

Sit = Callable[..., Seat]


def given_away(joined: Joined) -> UUID:
    """A call that the nurse has handed over, and the centre has not heard of."""
    call = joined.ground.desk.calls.register(NUMBER).the("call")
    joined.accepts(joined.last("calls.register"))
    joined.rows_come()
    joined.ground.desk.calls.hand_over(call, joined.ground.people["bo"], "Ring upp")
    return call


def rejected(joined: Joined, code: str = "hand_over.not_offered") -> UUID:
    """A card that the nurse took, and the centre did not give."""
    desk, people = joined.ground.desk, joined.ground.people
    call = desk.calls.register(NUMBER).the("call")
    desk.calls.hand_over(call, people["bo"], "Ring upp")
    desk.calls.withdraw(call)
    operation = joined.last("calls.withdraw")
    return joined.says(operation, Verdict.REJECTED, code)


def looked(seat: Seat) -> bool:
    """Whether it is known what had come back before."""
    return seat.tasks.findChild(link.Marks)._known is not None  # type: ignore[union-attr]


def told(seat: Seat, *kinds: str) -> None:
    """The link has news for the screen."""
    seat.tasks.announce(Changes(tuple(Change(kind, UUID(int=1)) for kind in kinds)))  # type: ignore[arg-type]


def test_a_claim_is_preliminary_then_confirmed_and_soon_like_everything_else(
    joined: Joined, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(link, "CONFIRMED_MS", 300)
    given_away(joined)
    seat = sit()
    tabs = seat.workstation.cards.tabs
    seat.until(lambda: tabs.tabText(0).endswith("Överlämnas, preliminär"), "a claim")
    joined.accepts(joined.last("calls.hand_over"))
    told(seat, "call")
    seat.until(lambda: tabs.tabText(0).endswith("Överlämnas, bekräftad"), "the answer")
    joined.rows_come()
    told(seat, "call")
    seat.until(lambda: tabs.tabText(0).endswith("Överlämnas"), "quiet")


def test_an_answer_that_comes_with_its_rows_is_told_of_too(joined: Joined, sit: Sit) -> None:
    given_away(joined)
    seat = sit()
    tabs = seat.workstation.cards.tabs
    seat.until(lambda: tabs.tabText(0).endswith("preliminär"), "a claim")
    joined.accepts(joined.last("calls.hand_over"))
    joined.rows_come()
    told(seat, "call")
    seat.until(lambda: tabs.tabText(0).endswith("bekräftad"), "the answer")


def test_what_happened_is_never_preliminary(joined: Joined, sit: Sit) -> None:
    joined.ground.desk.calls.register(NUMBER)
    seat = sit()
    tabs = seat.workstation.cards.tabs
    seat.until(lambda: tabs.tabText(0).endswith("Pågår, ej skickad"), "a fact")


def test_whoever_believes_that_a_claim_holds_is_told_at_once_that_it_does_not(
    joined: Joined, sit: Sit
) -> None:
    seat = sit()
    seat.see("Inget samtal pågår")
    seat.until(lambda: looked(seat), "a first look")
    asked(seat, lambda _: rejected(joined))
    told(seat, "work_item")
    seat.see("Avvisad: kort togs tillbaka eller avböjdes.", "Att göra (Ctrl+3)")


def test_what_came_back_before_one_sat_down_is_no_news(joined: Joined, sit: Sit) -> None:
    rejected(joined)
    seat = sit()
    seat.until(lambda: looked(seat), "a first look")
    assert [words for words in seat.window.notices.sentences if "Avvisad" in words] == []
    back: HandedBack = part(seat, HandedBack)
    assert len(back.items) == 1


def test_a_rejected_claim_says_what_one_can_do_and_a_key_leads_there(
    joined: Joined, sit: Sit
) -> None:
    desk, people = joined.ground.desk, joined.ground.people
    call = desk.calls.register(NUMBER).the("call")
    desk.calls.hand_over(call, people["bo"], "Ring upp")
    item = joined.ground.hand_back(
        people["nurse"],
        verb="snippets.add",
        code="snippet.code_taken",
        about_kind="snippet",
    )
    seat = sit()
    dialog = opened(seat, item)
    (go,) = (each for each in dialog.ways.findChildren(QPushButton))
    assert go.text() == "Lägg till frasen igen, med en annan kod"
    go.setFocus()
    seat.press("Space")
    seat.until(lambda: seat.window.page == "snippets", "the phrases")


def test_what_one_began_to_say_is_there_when_it_is_opened_again(joined: Joined, sit: Sit) -> None:
    item = joined.ground.hand_back(joined.ground.people["nurse"])
    seat = sit()
    dialog = opened(seat, item)
    dialog.how.edit.setFocus()
    seat.write("Bo har samtalet, och ")
    seat.press("Esc")
    seat.until(lambda: not seat.window.findChildren(HandedBackDialog), "the end of it")
    again = opened(seat, item)
    seat.until(lambda: again.how.text() == "Bo har samtalet, och ", "what was written")
    again.how.edit.setFocus()
    seat.press("End")
    seat.write("ringer upp.")
    seat.press("Return")
    seat.see("Uppgiften är löst.")
    assert asked(seat, lambda desk: desk.work_items.waiting()) == ()


def test_every_claim_has_something_that_one_can_do() -> None:
    general = ways_of("of.a.later.program", "")
    assert len(general) == 1
    for verb in CLAIMS:
        assert (verb, ANY) in ROWS, verb
        assert ways_of(verb, "whatever") != general


def test_a_way_whose_facts_did_not_come_is_left_out() -> None:
    rows = {("places.hold", ANY): (Row("Lediga tider: {times}"), Row("Välj en annan", Action.TAKE))}
    assert ways_of("places.hold", "", rows=rows) == (Way("Välj en annan", Action.TAKE),)
    told = ways_of("places.hold", "", {"times": "10.30, 11.00"}, rows=rows)
    assert [way.words for way in told] == ["Lediga tider: 10.30, 11.00", "Välj en annan"]
