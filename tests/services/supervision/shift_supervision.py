"""A shift's work of whoever leads: queues, presence, incidents, aims, samples, reviews."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from kundcenter.domain.lines import EndReason
from kundcenter.domain.supervision.breaks import BreakKind
from kundcenter.domain.supervision.call_reviews import Grade, Mark, Pick
from kundcenter.domain.supervision.feedback import About, FeedbackDraft, FeedbackState
from kundcenter.domain.supervision.incidents import IncidentKind
from kundcenter.domain.supervision.presences import PresenceKind
from kundcenter.domain.supervision.queue_calls import Left
from kundcenter.domain.supervision.samples import CareLevel, Frame, Judgement
from kundcenter.domain.supervision.surveys import Measurement
from kundcenter.domain.supervision.targets import Aim
from kundcenter.services.calls import Ring
from tests.ground import MORNING, NUMBER, Ground

AIM = Aim("ANSW", 85_000, valid_from=date(2026, 1, 1))
NKI = Measurement("NKI", date(2026, 1, 1), date(2026, 6, 30), 81_500, 212, "Egen 😀", asked=400)
SECOND = timedelta(seconds=1)


def supervision(ground: Ground, nurse: str, leader: str) -> None:
    """The nurse works and the leader leads, by user name; afterwards the leader sits there."""
    ground.sign_in(nurse)
    me, call = ground.desk.seat.actor.operator_id, _spoken(ground)
    told = ground.desk.feedback.send(FeedbackDraft(About.RULES, "Regel 3 är fel.", name="Regler"))
    ground.sign_in(leader)
    _queues(ground)
    _presence(ground)
    _aims(ground)
    _quality(ground, call)
    picks = (Pick(call, me),)
    review = ground.desk.call_reviews.begin(picks, drawn=True).the("call_review")
    marks = (Mark("O2", Grade.YES), Mark("L1", Grade.PARTLY))
    ground.desk.call_reviews.write(review, marks, "Bra lugn 😀")
    feedback = told.the("feedback")
    ground.desk.feedback.answer(feedback, FeedbackState.TAKEN_UP)
    ground.desk.feedback.answer(feedback, FeedbackState.DECLINED, "Den stämmer.")
    ground.sign_in(nurse)
    ground.desk.call_reviews.seen(review, "Tack!")
    ground.sign_in(leader)


def _spoken(ground: Ground) -> UUID:
    calls = ground.desk.calls
    call = calls.ring(Ring("line-7", NUMBER, "1177", "rådgivning")).the("call")
    calls.answer(call)
    calls.hold(call)
    calls.resume(call)
    calls.end(call, EndReason.CALLER, 60)
    calls.close(call, "INFO")
    return call


def _queues(ground: Ground) -> None:
    """Two have given up, one queue is closed twice and opened; the exchange was away."""
    desk = ground.desk
    left = Left("line-8", "rådgivning", 40 * SECOND, 3 * SECOND)
    desk.queue_calls.note((left, Left("line-9", "växel", 4 * SECOND)))
    desk.queue_calls.note((replace(left, ago=9 * SECOND),))
    desk.queue_closures.close("växel", "Utbildning")
    until = ground.clock.at + timedelta(days=1)
    closed = desk.queue_closures.close("växel", "Brandövning", until).of("queue_closure")
    desk.queue_closures.open(closed[-1])
    desk.queue_closures.close("service", "Storm")
    slow = desk.incidents.note(IncidentKind.RECORD, "Långsamt 😀").the("incident")
    desk.incidents.word(slow, "Står stilla")
    desk.incidents.end(slow)
    away = desk.incidents.notice(IncidentKind.LINE, 90 * SECOND).the("incident")
    desk.incidents.cease(away)
    desk.incidents.notice(IncidentKind.CENTRE, timedelta(hours=1), timedelta(minutes=12))


def _presence(ground: Ground) -> None:
    presences = ground.desk.presences
    presences.begin()
    pause = presences.begin(PresenceKind.PAUSE).the("presence")
    presences.seen()
    presences.end()
    presences.explain(pause, BreakKind.LUNCH)


def _aims(ground: Ground) -> None:
    """A target in two versions, one that is taken away; measurements by hand and from a file."""
    targets, surveys = ground.desk.targets, ground.desk.surveys
    targets.put(None, AIM)
    one = targets.put(None, replace(AIM, queue="växel", valid_to=date(2026, 6, 30)))
    targets.put(one.the("target"), replace(AIM, queue="växel", value=90_000), upon=1)
    gone = targets.put(None, replace(AIM, figure="MEDELV", queue="service", at_least=False))
    targets.remove(gone.the("target"), upon=1)
    hand = surveys.put(None, NKI).the("survey")
    surveys.put(hand, replace(NKI, value=82_000), upon=1)
    other = replace(NKI, source="Regionen", comment="Enkät våren")
    surveys.import_((replace(NKI, value=83_000), other))
    surveys.remove(hand, upon=3)


def _quality(ground: Ground, call: UUID) -> None:
    samples = ground.desk.samples
    frame = Frame(MORNING, MORNING + timedelta(days=1), "2026-11", 5, title="Baslinje")
    sample = samples.draw(frame, (call,), 7).the("sample")
    samples.judge(sample, call, Judgement(False, note="Ingen rådgivning"))
    right = Judgement(True, CareLevel.PRIMARY, CareLevel.SELF_CARE, "Kunde ha fått råd 😀")
    samples.judge(sample, call, right)
