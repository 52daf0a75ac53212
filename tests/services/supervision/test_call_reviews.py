"""A supervisor goes through calls; only whoever had the call and who leads read of it."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from kundcenter.domain.access import NotPermitted, Role
from kundcenter.domain.access_log import Activity, Purpose
from kundcenter.domain.calls import CallNotFound
from kundcenter.domain.supervision.call_reviews import (
    CallNotReviewable,
    CallReviewInvalid,
    CallReviewNotFound,
    Grade,
    Mark,
    OwnCall,
    Pick,
    ReviewOfAnother,
    ReviewSeen,
    ReviewUnwritten,
)
from kundcenter.services.calls import Ring
from kundcenter.start.desk import new_id
from tests.ground import MORNING, NUMBER, Ground
from tests.services.supervision.reviewed import led, spoken

MARKS = (Mark("O1", Grade.YES), Mark("A2", Grade.NO))


def begun(ground: Ground) -> tuple[dict[str, UUID], UUID, UUID]:
    """Ids, a call of Nora's and a review of it; Lisa sits there."""
    ids = led(ground)
    ground.sign_in("nora")
    call = spoken(ground, "line-1")
    ground.sign_in("lisa")
    changes = ground.desk.call_reviews.begin((Pick(call, ids["nora"]),))
    return ids, call, changes.the("call_review")


def test_a_review_is_begun_written_and_read(ground: Ground) -> None:
    ids, call, id = begun(ground)
    reviews = ground.desk.call_reviews
    reviews.write(id, MARKS, "Sammanfatta mera.")
    (told,) = reviews.latest()
    assert (told.operator, told.reviewer) == ("Test Nora", "Test Lisa")
    ground.sign_in("nora")
    (mine,) = reviews.mine()
    assert (mine.review.marks, mine.review.comment) == (MARKS, "Sammanfatta mera.")
    assert (mine.review.call_id, mine.review.reviewer_id) == (call, ids["lisa"])
    reviews.seen(id, "Det ska jag.")
    (mine,) = reviews.mine()
    assert mine.review.seen_at is not None
    assert mine.review.word == "Det ska jag."


def test_an_unwritten_review_is_the_reviewers_alone(ground: Ground) -> None:
    _, _, id = begun(ground)
    reviews = ground.desk.call_reviews
    ground.sign_in("nora")
    assert reviews.mine() == ()
    with pytest.raises(ReviewOfAnother):
        reviews.open(id)
    with pytest.raises(ReviewUnwritten):
        reviews.seen(id)


def test_nobody_else_reads_it(ground: Ground) -> None:
    _, _, id = begun(ground)
    reviews = ground.desk.call_reviews
    reviews.write(id, MARKS)
    ground.sign_in("nils")
    assert reviews.mine() == ()
    for look in (reviews.latest, lambda: reviews.open(id)):
        with pytest.raises(NotPermitted):
            look()
    with pytest.raises(ReviewOfAnother):
        reviews.seen(id)


def test_who_leads_does_not_find_the_reviews_of_their_own_calls_in_the_list(
    ground: Ground,
) -> None:
    ids = led(ground)
    call = spoken(ground, "line-1")
    ground.sign_in("admin")
    ground.operator("olle", Role.SUPERVISOR_NURSE)
    ground.sign_in("olle")
    reviews = ground.desk.call_reviews
    id = reviews.begin((Pick(call, ids["lisa"]),)).the("call_review")
    reviews.write(id, MARKS)
    ground.sign_in("lisa")
    assert reviews.latest() == ()
    assert [each.review.id for each in reviews.mine()] == [id]


def test_a_look_at_the_call_is_logged_and_shows_no_number(ground: Ground) -> None:
    _, call, id = begun(ground)
    opened = ground.desk.call_reviews.open(id)
    assert opened.call is not None
    assert (opened.call.id, opened.call.number, opened.call.keyed_id) == (call, None, None)
    last = ground.accesses()[-1]
    assert (last.activity, last.purpose) == (Activity.READ, Purpose.QUALITY)
    assert (last.object_kind, last.object_id, last.person_id) == ("call", call, None)


def test_nobody_reviews_a_call_of_their_own(ground: Ground) -> None:
    ids = led(ground)
    call = spoken(ground, "line-1")
    with pytest.raises(OwnCall):
        ground.desk.call_reviews.begin((Pick(call, ids["lisa"]),))


def test_only_a_call_that_somebody_answered_and_that_is_over_is_reviewed(ground: Ground) -> None:
    ids = led(ground)
    ground.sign_in("nora")
    calls = ground.desk.calls
    ringing = calls.ring(Ring("line-1", NUMBER, "+4684650040", "1177")).the("call")
    over = spoken(ground, "line-2")
    ground.sign_in("lisa")
    begin = ground.desk.call_reviews.begin
    for pick in (Pick(ringing, ids["nora"]), Pick(over, ids["nils"])):
        with pytest.raises(CallNotReviewable):
            begin((pick,))
    with pytest.raises(CallNotFound):
        begin((Pick(new_id(), ids["nora"]),))


def test_what_the_operator_has_read_is_not_changed(ground: Ground) -> None:
    _, _, id = begun(ground)
    reviews = ground.desk.call_reviews
    reviews.write(id, MARKS, "Först")
    ground.sign_in("nora")
    reviews.seen(id)
    with pytest.raises(ReviewSeen):
        reviews.seen(id, "Igen")
    ground.sign_in("lisa")
    with pytest.raises(ReviewSeen):
        reviews.write(id, MARKS, "Ändrat")


def test_only_the_reviewer_writes(ground: Ground) -> None:
    _, _, id = begun(ground)
    ground.sign_in("nora")
    with pytest.raises(NotPermitted):
        ground.desk.call_reviews.write(id, MARKS)
    with pytest.raises(CallReviewNotFound):
        ground.desk.call_reviews.seen(new_id())


def test_the_lot_leaves_out_ones_own_the_reviewed_and_what_is_not_over(ground: Ground) -> None:
    ids, call, _ = begun(ground)  # reviewed already
    own = spoken(ground, "line-own")
    ground.sign_in("nils")
    theirs = {spoken(ground, f"line-n{n}") for n in range(3)}
    ground.desk.calls.ring(Ring("line-r", NUMBER, "+4684650040", "1177"))
    ground.sign_in("lisa")
    end = MORNING + timedelta(days=1)
    drawn = ground.desk.call_reviews.draw(MORNING, end, 20)
    assert {each.call_id for each in drawn} == theirs
    assert {each.operator_id for each in drawn} == {ids["nils"]}
    assert not theirs & {call, own}
    assert ground.desk.call_reviews.draw(MORNING, end, 20, ids["nora"]) == ()
    assert len(ground.desk.call_reviews.draw(MORNING, end, 2)) == 2
    changes = ground.desk.call_reviews.begin(drawn, drawn=True)
    assert len(changes.of("call_review")) == 3
    assert all(each.review.drawn for each in ground.desk.call_reviews.latest()[:3])


def test_a_draw_is_of_a_period_and_of_a_number(ground: Ground) -> None:
    led(ground)
    draw = ground.desk.call_reviews.draw
    for start, end, size in (
        (MORNING, MORNING, 1),
        (MORNING, MORNING + timedelta(days=32), 1),
        (MORNING.replace(tzinfo=None), MORNING, 1),
        (MORNING, MORNING + timedelta(days=1), 0),
        (MORNING, MORNING + timedelta(days=1), 21),
    ):
        with pytest.raises(CallReviewInvalid):
            draw(start, end, size)
