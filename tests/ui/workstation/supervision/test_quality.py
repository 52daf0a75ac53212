"""Calls are gone through with whoever had them, and owners of texts hear what is wrong."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kundcenter.domain.access import Role
from kundcenter.domain.access_log import Purpose
from kundcenter.domain.service_desk.topics import Heading, TopicDraft
from kundcenter.domain.supervision.approvals import DueState
from kundcenter.domain.supervision.call_reviews import Grade, Mark
from kundcenter.domain.supervision.feedback import About, FeedbackDraft, FeedbackState
from kundcenter.start.desk import new_id
from tests.ground import NUMBER, PASSWORD, Ground
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.supervision.explored import lead_there, quality_of, work_hours
from tests.ui.workstation.supervision.leading_desk import page_of
from tests.ui.workstation.test_people import beside
from tests.ui.workstation.test_recovery import Died
from tests.ui.workstation.test_stretch import cut
from ui.dialogs.supervision.feedback import FeedbackDialog
from ui.dialogs.supervision.feedback_answer import FeedbackAnswerDialog
from ui.dialogs.supervision.review import ReviewDialog
from ui.kept_form import KEEP_WITHIN_MS
from ui.panels.entry import EntryDialog
from ui.panels.supervision.quality import QualityView
from ui.panels.supervision.quality_lists import QualityList
from ui.theme.look import Look
from ui.theme.wear import wear
from ui.times import day_and_time
from ui.widgets.dialog import Dialog

TOLD = FeedbackDraft(About.UNIT, "Telefontiden är ändrad", new_id(), name="Vårdcentralen Test")
MARKS = (Mark("O1", Grade.YES), Mark("A2", Grade.NO))


def shown(seat: Seat, kind: type[Dialog]) -> Dialog:
    seat.settle()
    (dialog,) = (each for each in seat.window.findChildren(kind) if each.isVisible())
    return dialog


def at(ground: Ground, name: str) -> None:
    ground.desk.sessions.sign_in(name, PASSWORD)


def draw(seat: Seat) -> QualityView:
    """Some calls of the nurse's are drawn by who leads."""
    view = quality_of(seat)
    seat.press("Alt+W")
    seat.see("Samtalen väljs av slumpen")
    seat.press("Return")
    seat.see("samtal att gå igenom")
    seat.settle()
    return view


def test_calls_are_drawn_and_one_is_gone_through_by_keys(ground: Ground, seat: Seat) -> None:
    work_hours(ground, 3)
    lead_there(ground)
    view = draw(seat)
    told = view.models[QualityList.REVIEWS].records
    assert len(told) == 5
    assert {each.operator for each in told} == {"Test Nurse"}
    view.table.setFocus()
    seat.press("Home", "Return")
    dialog = shown(seat, ReviewDialog)
    assert isinstance(dialog, ReviewDialog)
    assert NUMBER not in seat.reads()
    seat.press("2")  # the first question: partly
    dialog.comment.set_text("Sammanfatta mera.")
    seat.see("När du sparar kan Test Nurse läsa genomgången.")
    seat.press("Return")
    seat.see(f"{len(dialog.rows) - 1} av {len(dialog.rows)} frågor är inte besvarade.")
    assert all(not each.review.marks for each in view.models[QualityList.REVIEWS].records)
    seat.press("Return")
    seat.see("Genomgången är sparad.")
    review = next(e.review for e in view.models[QualityList.REVIEWS].records if e.review.marks)
    assert review.marks == (Mark("O1", Grade.PARTLY),)
    assert review.comment == "Sammanfatta mera."


def test_the_list_says_when_the_call_was_and_chooses_what_was_drawn(
    ground: Ground, seat: Seat
) -> None:
    work_hours(ground, 2)
    lead_there(ground)
    view = draw(seat)
    told = view.models[QualityList.REVIEWS].records
    assert view.table.current in told
    column = view.models[QualityList.REVIEWS].columns[1]
    assert column.title == "Samtalet"
    answered = beside(lambda: {e.id: e.answered_at for e in ground.desk.calls.latest(50)})
    assert {each.at for each in told} == {answered[each.review.call_id] for each in told}
    assert all(column.text(each) == day_and_time(each.at) for each in told if each.at)


def test_the_note_is_read_on_the_ground_of_the_review(ground: Ground, seat: Seat) -> None:
    work_hours(ground, 2)
    lead_there(ground)
    view = draw(seat)
    noted = next(
        each for each in view.models[QualityList.REVIEWS].records if _noted(ground, each.review.id)
    )
    view.open_review(noted.review.id)
    dialog = shown(seat, ReviewDialog)
    assert isinstance(dialog, ReviewDialog)
    dialog.note.click()
    seat.see("Läsningen är loggad.")
    shown(seat, EntryDialog)
    last = ground.accesses()[-1]
    assert (last.purpose, last.object_kind) == (Purpose.QUALITY, "entry")


def _noted(ground: Ground, id: UUID) -> bool:
    return beside(lambda: bool(ground.desk.call_reviews.open(id).entry_ids))


def test_whoever_had_the_call_reads_it_and_answers(ground: Ground, seat: Seat) -> None:
    work_hours(ground, 1)
    lead_there(ground)

    def review() -> None:
        at(ground, "lead")
        reviews = ground.desk.call_reviews
        month = ground.clock.at.replace(day=1, hour=0)
        picks = reviews.draw(month, ground.clock.at, 1)
        id = reviews.begin(picks).the("call_review")
        reviews.write(id, MARKS, "Bra avslut.")
        ground.desk.sessions.sign_out()

    beside(review)
    view = quality_of(seat, "nurse")
    seat.workstation.leading.reviews.look()  # as soon as one has sat down
    seat.see("Genomgångar att läsa: 1")
    assert view.offered == (QualityList.MINE, QualityList.SENT)
    assert not view.draw.isVisible()
    seat.see("Att läsa")
    view.table.setFocus()
    seat.press("Home", "Return")
    dialog = shown(seat, ReviewDialog)
    assert isinstance(dialog, ReviewDialog)
    assert dialog.rows["A2"].value == Grade.NO
    assert not dialog.rows["A2"].isEnabled()
    assert dialog.comment.edit.isReadOnly()
    assert not dialog.note.isVisible()
    assert dialog.rows["A2"].isHidden()
    assert dialog.answers["A2"].text() == "Nej"
    assert dialog.answers["O2"].text() == "Inte besvarad"
    bar = dialog.page.verticalScrollBar()
    assert bar.value() == 0  # it is read from the top
    seen = {0}
    while bar.value() < bar.maximum():
        seat.press("PgDown")
        assert bar.value() not in seen  # every press shows more
        seen.add(bar.value())
    assert len(seen) > 2
    assert max(b - a for a, b in pairwise(sorted(seen))) <= dialog.page.viewport().height()
    seat.press("Up")
    assert bar.value() < bar.maximum()
    dialog.word.setFocus()
    seat.write("Tack.")
    dialog.primary.click()
    seat.see("Genomgången är läst.")
    seat.workstation.leading.reviews.look()
    seat.see_no_more("Genomgångar att läsa: 1")
    (mine,) = view.models[QualityList.MINE].records
    assert (mine.review.word, mine.review.waits_for_operator) == ("Tack.", False)


def test_feedback_is_sent_on_a_text_that_is_found_by_typing(ground: Ground, seat: Seat) -> None:
    def cards() -> None:
        at(ground, "admin")
        draft = TopicDraft(Heading.FEES, "Patientavgift", "Text", owner="Ekonomi")
        ground.desk.topics.put(None, draft)
        ground.desk.sessions.sign_out()

    beside(cards)
    view = quality_of(seat, "nurse")
    seat.press("Alt+Z")
    dialog = shown(seat, FeedbackDialog)
    assert isinstance(dialog, FeedbackDialog)
    dialog.about._row.strike("4")
    dialog.which.setFocus()
    seat.write("avgift")
    assert [each.draft.name for each in dialog.which.records] == ["Patientavgift"]
    dialog.text.set_text("Beloppet är gammalt")
    dialog.primary.click()
    seat.see("Återkopplingen är skickad.")
    view.show_listing(QualityList.SENT)
    seat.settle()
    (sent,) = view.models[QualityList.SENT].records
    assert sent.feedback.draft.about is About.TOPIC
    assert (sent.feedback.draft.text, sent.feedback.draft.name) == (
        "Beloppet är gammalt",
        "Patientavgift",
    )


def test_a_text_is_chosen_and_something_is_said(ground: Ground, seat: Seat) -> None:
    quality_of(seat, "nurse")
    seat.press("Alt+Z")
    dialog = shown(seat, FeedbackDialog)
    assert isinstance(dialog, FeedbackDialog)
    dialog.about._row.strike("5")
    dialog.primary.click()
    assert dialog.which.field.error
    dialog.which.setFocus()
    seat.write("Test")
    dialog.primary.click()
    assert dialog.text.error
    assert dialog.isVisible()


def test_an_owner_answers_and_the_sender_sees_it(ground: Ground, seat: Seat) -> None:
    lead_there(ground)

    def send() -> None:
        at(ground, "nurse")
        ground.desk.feedback.send(TOLD)
        ground.desk.sessions.sign_out()

    beside(send)
    view = quality_of(seat)
    view.show_listing(QualityList.FEEDBACK)
    seat.settle()
    view.table.setFocus()
    seat.press("Home", "Return")
    dialog = shown(seat, FeedbackAnswerDialog)
    assert isinstance(dialog, FeedbackAnswerDialog)
    dialog.primary.click()
    assert dialog.state.error
    dialog.state.take_focus()
    seat.press("3")  # not changed, without a word
    dialog.primary.click()
    seat.settle()
    assert dialog.text.error == "Skriv varför innehållet inte ändras."
    dialog.text.set_text("Den gäller från januari.")
    dialog.primary.click()
    seat.see("Svaret är sparat.")
    (told,) = view.models[QualityList.FEEDBACK].records
    assert told.feedback.state is FeedbackState.DECLINED
    assert told.feedback.answers[-1].text == "Den gäller från januari."


def test_what_is_due_stands_with_the_most_pressing_first(ground: Ground, seat: Seat) -> None:
    lead_there(ground)

    def cards() -> None:
        at(ground, "admin")
        for title, read in (("Nyss", date(2026, 11, 1)), ("Snart", date(2025, 12, 1)),
                            ("Gammal", date(2025, 1, 1)), ("Aldrig", None)):  # fmt: skip
            draft = TopicDraft(Heading.FEES, title, "Text", owner="Ekonomi", reviewed_on=read)
            ground.desk.topics.put(None, draft)
        ground.desk.sessions.sign_out()

    beside(cards)
    view = quality_of(seat)
    view.show_listing(QualityList.DUE)
    seat.settle()
    found = [(each.name, each.state) for each in view.models[QualityList.DUE].records]
    assert found == [
        ("Aldrig", DueState.PASSED),
        ("Gammal", DueState.PASSED),
        ("Snart", DueState.SOON),
    ]
    seat.see("Granskning försenad", "Ekonomi")


def test_who_handles_cases_alone_sees_only_what_is_theirs(ground: Ground, seat: Seat) -> None:
    lead_there(ground, Role.SUPERVISOR_SWITCHBOARD)
    view = quality_of(seat)
    assert QualityList.DEVIATIONS not in view.offered
    assert not view.samples.isVisible()
    assert view.draw.isVisible()


@pytest.mark.parametrize("size", [100, 150])
def test_nothing_is_cut(ground: Ground, seat: Seat, qapp: QApplication, size: int) -> None:
    work_hours(ground, 1)
    lead_there(ground)
    view = draw(seat)
    wear(qapp, Look(size=size))
    for listing in view.offered:
        view.show_listing(listing)
        assert cut(seat) == [], listing
    view.show_listing(QualityList.REVIEWS)
    seat.settle()
    view.open_review(view.models[QualityList.REVIEWS].records[0].review.id)
    shown(seat, ReviewDialog)
    assert cut(seat) == []


def test_a_comment_that_was_begun_is_there_again_after_a_crash(
    ground: Ground, tmp_path: Path, qtbot: QtBot
) -> None:
    work_hours(ground, 1)
    lead_there(ground)
    life = Died(ground, tmp_path)
    view = draw(life.seat)
    id = view.models[QualityList.REVIEWS].records[0].review.id
    view.open_review(id)
    dialog = shown(life.seat, ReviewDialog)
    assert isinstance(dialog, ReviewDialog)
    dialog.comment.setFocus()
    life.seat.write("Lugn röst")
    life.seat.let_pass(KEEP_WITHIN_MS + 200)
    seat = life.die_and_return("lead")
    seat.press("Ctrl+F11", "Alt+5")
    seat.settle()
    again = page_of(seat).view
    assert isinstance(again, QualityView)
    again.open_review(id)
    dialog = shown(seat, ReviewDialog)
    assert isinstance(dialog, ReviewDialog)
    seat.until(lambda: dialog.comment.text() == "Lugn röst", "the comment")
    life.seat.leave()
