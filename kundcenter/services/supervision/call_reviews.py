"""Calls that a supervisor goes through with whoever had them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.access_log import Activity, Level, Purpose
from kundcenter.domain.calendar import is_instant
from kundcenter.domain.calls import Call, CallNotFound
from kundcenter.domain.log_review import sample
from kundcenter.domain.supervision.call_reviews import (
    LARGEST_DRAW,
    LONGEST_PERIOD,
    MOST_SHOWN,
    CallNotReviewable,
    CallReview,
    CallReviewInvalid,
    Mark,
    OwnCall,
    Pick,
    ReviewSeen,
    ReviewUnwritten,
    checked_picks,
)
from kundcenter.ports import Reading, Store, Work

DRAWN_AMONG = 200  # calls, of which those that anybody has gone through are left out


@dataclass(frozen=True, slots=True)
class ToldReview:
    """A review with the names of both operators.

    `at` is when the call was answered; None at a desk that does not have it, and of one review.
    """

    review: CallReview
    operator: str = field(repr=False)
    reviewer: str = field(repr=False)
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OpenReview:
    """A review with its call, without number or what came of it where that is blocked.

    `call` is None at a desk that does not have it.  `entry_ids` are the call's notes that the
    reviewer may open, on the ground of this review; `own` says that whoever looks had the call.
    """

    told: ToldReview
    call: Call | None
    entry_ids: tuple[UUID, ...] = ()
    own: bool = False


class CallReviews:
    """Read by whoever had the call and by who leads; by nobody else (DOMAIN §12)."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def draw(
        self, start: datetime, end: datetime, size: int, operator_id: UUID | None = None
    ) -> tuple[Pick, ...]:
        """Calls of [start, end) chosen by lot, none of the reviewer's own and none that anybody has
        gone through; of one operator or of all.

        Raises CallReviewInvalid (facts field "period", "picks").
        """
        with self._store.view() as view:
            view.actor.must(Function.REVIEW_CALLS)
            if not (is_instant(start) and is_instant(end)) or not (
                start < end and end - start <= LONGEST_PERIOD
            ):
                raise CallReviewInvalid(field="period")
            if not 1 <= size <= LARGEST_DRAW:
                raise CallReviewInvalid(field="picks")
            me = view.actor.operator_id
            of = {
                call: by
                for call, by in view.calls.answered_between(start, end)
                if by != me and operator_id in {None, by}
            }
            seed = f"{view.now.isoformat()} {view.actor.session_id}"
            some = sample(of, DRAWN_AMONG, seed)
            done = {each.call_id for each in view.call_reviews.of_calls(some)}
            view.witness(Activity.SEARCH, level=Level.OVERVIEW, purpose=Purpose.QUALITY)
            fresh = [id for id in some if id not in done]
            return tuple(Pick(id, of[id]) for id in fresh[:size])

    def begin(self, picks: tuple[Pick, ...], *, drawn: bool = False) -> Changes:
        """Reviews of these calls, still unwritten; `drawn` says that they were chosen by lot.

        Raises CallReviewInvalid, OwnCall, CallNotFound, CallNotReviewable.
        """
        with self._store.work("call_reviews.begin", picks=picks, drawn=drawn) as work:
            work.actor.must(Function.REVIEW_CALLS)
            me = work.actor.operator_id
            for pick in checked_picks(picks):
                if pick.operator_id == me:
                    raise OwnCall(id=pick.call_id)
                _must_be_reviewable(work, pick)
                review = CallReview(
                    id=work.new_id(),
                    call_id=pick.call_id,
                    operator_id=pick.operator_id,
                    reviewer_id=me,
                    begun_at=work.now,
                    drawn=drawn,
                )
                work.call_reviews.put(review)
        return work.changes()

    def write(self, review_id: UUID, marks: tuple[Mark, ...], comment: str = "") -> Changes:
        """What the reviewer found; the operator may read it from now on.

        Late, when it has been read meanwhile, it is to be read anew.  Raises CallReviewNotFound,
        ReviewOfAnother, ReviewSeen, CallReviewInvalid, TextInvalid.
        """
        with self._store.work(
            "call_reviews.write", review_id=review_id, marks=marks, comment=comment
        ) as work:
            work.actor.must(Function.REVIEW_CALLS)
            review = work.call_reviews.get(review_id)
            review.must_be_by(work.actor.operator_id)
            if review.seen_at is not None and not work.late:
                raise ReviewSeen(id=review_id)
            work.call_reviews.put(review.written(marks, comment, work.now))
        return work.changes()

    def seen(self, review_id: UUID, word: str = "") -> Changes:
        """The operator has read it, and says something to it or nothing.

        Late, what the reviewer has written after that is not read by it.  Raises
        CallReviewNotFound, ReviewOfAnother, ReviewUnwritten, ReviewSeen, TextInvalid.
        """
        with self._store.work("call_reviews.seen", review_id=review_id, word=word) as work:
            work.actor.must(Function.OWN_FIGURES)
            review = work.call_reviews.get(review_id)
            review.must_be_of(work.actor.operator_id)
            if not work.late:
                if review.written_at is None:
                    raise ReviewUnwritten(id=review_id)
                if review.seen_at is not None:
                    raise ReviewSeen(id=review_id)
            work.call_reviews.put(review.seen(word, work.now))
        return work.changes()

    def latest(self) -> tuple[ToldReview, ...]:
        """The latest two hundred, for who leads; those of oneself are not among them."""
        with self._store.read() as reading:
            reading.actor.must(Function.REVIEW_CALLS)
            me = reading.actor.operator_id
            found = reading.call_reviews.latest(MOST_SHOWN)
            return _listed(reading, (each for each in found if each.operator_id != me))

    def mine(self) -> tuple[ToldReview, ...]:
        """The reviews of one's own calls that are written, the latest first."""
        with self._store.read() as reading:
            reading.actor.must(Function.OWN_FIGURES)
            me = reading.actor.operator_id
            return _listed(reading, reading.call_reviews.of_operator(me, MOST_SHOWN))

    def open(self, review_id: UUID) -> OpenReview:
        """One review with its call; the look at the call is logged, unless it was one's own.

        Raises CallReviewNotFound, ReviewOfAnother (also of one's own that is not written yet).
        """
        with self._store.view() as view:
            view.actor.must(Function.OWN_FIGURES)
            review = view.call_reviews.get(review_id)
            own = review.operator_id == view.actor.operator_id
            if not own:
                view.actor.must(Function.REVIEW_CALLS)
            if own and review.written_at is None:
                review.must_be_by(view.actor.operator_id)
            view.witness(
                Activity.READ,
                level=Level.OVERVIEW,
                purpose=Purpose.QUALITY,
                subject=("call", review.call_id),
            )
            told = _told(view, (review,))[0]
            entries = () if own else _entries(view, review.call_id)
            return OpenReview(told, _call(view, review.call_id), entries, own)


def _must_be_reviewable(work: Work, pick: Pick) -> None:
    """Raises CallNotFound, CallNotReviewable; late, whoever has the call now, it was gone through.

    A desk of another team does not have the call.
    """
    try:
        call = work.calls.get(pick.call_id)
    except CallNotFound:
        if not work.late:
            raise
        return
    over = call.answered_at is not None and call.ended_at is not None
    if not work.late and (not over or call.operator_id != pick.operator_id):
        raise CallNotReviewable(id=pick.call_id)


def _call(reading: Reading, call_id: UUID) -> Call | None:
    """As somebody sees it who has nothing to do with the patient: no number, none blocked."""
    try:
        call = reading.calls.get(call_id)
    except CallNotFound:
        return None
    blocked = call_id in reading.beyond_reach((call_id,))
    shown = call.without_outcome() if blocked else call
    return replace(shown, number=None, keyed_id=None)


def _entries(reading: Reading, call_id: UUID) -> tuple[UUID, ...]:
    """The call's notes that are not blocked, for whoever may read a record at all."""
    if not reading.actor.may(Function.READ_RECORD):
        return ()
    found = reading.journal.of_call(call_id)
    hidden = reading.entries_beyond_reach([entry.id for entry in found])
    return tuple(entry.id for entry in found if entry.id not in hidden)


def _listed(reading: Reading, reviews: Iterable[CallReview]) -> tuple[ToldReview, ...]:
    """The same with when each call was."""
    told = _told(reading, reviews)
    at = reading.calls.answered_at({each.review.call_id for each in told})
    return tuple(replace(each, at=at.get(each.review.call_id)) for each in told)


def _told(reading: Reading, reviews: Iterable[CallReview]) -> tuple[ToldReview, ...]:
    found = tuple(reviews)
    names = {each.id: each.name for each in reading.operators.all()} if found else {}
    return tuple(
        ToldReview(each, names.get(each.operator_id, ""), names.get(each.reviewer_id, ""))
        for each in found
    )
