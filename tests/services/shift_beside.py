"""A shift's work beside the patients: 112, snippets, and the review of the access log."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from kundcenter.domain.access import Role
from kundcenter.domain.log_review import Period, Verdict
from kundcenter.domain.snippets import Incoming, NoteField, Scope, Wording
from tests.ground import Ground


def alarms(ground: Ground, call: UUID) -> None:
    """112 from a call, told again by the exchange, and 112 from no call."""
    desk = ground.desk
    alarm = desk.alarms.sound(call).the("alarm")
    desk.alarms.fail(alarm)
    desk.alarms.confirm(alarm)
    desk.alarms.end(alarm)
    desk.alarms.end(desk.alarms.sound().the("alarm"))
    desk.alarms.end(desk.alarms.sound(call, desk.calls.parts(call)[0].id).the("alarm"))


def snippets(ground: Ground) -> None:
    """A snippet of one's own from its first wording to its last, and a file of others."""
    snippets = ground.desk.snippets
    first = Wording("feb", "Feber", "Feber sedan [[när]].")
    own = snippets.add(Scope.PERSONAL, first).the("snippet")
    review = Wording("feber", "Feber", "Feber.", date(2028, 2, 29), frozenset(NoteField))
    snippets.change(own, review, upon=1)
    snippets.note_uses((own, own))
    team = Incoming(Scope.TEAM, Wording("råd", "Råd", "Vila och \nvätska 😀."))
    snippets.import_((team, Incoming(Scope.REGION, Wording("sos", "112", "Ring 112."))))
    snippets.import_((Incoming(Scope.TEAM, Wording("råd", "Råd", "Vila.")),))
    snippets.retire(own)


def log_review(ground: Ground) -> None:
    """A reviewer takes the seat, draws, and judges; then whoever sat there before is back."""
    desk = ground.desk
    desk.operators.set_roles(
        ground.operator("karin", Role.LOG_REVIEWER), frozenset({Role.LOG_REVIEWER})
    )
    ground.sign_in("karin")
    day = Period(ground.clock.at - timedelta(days=1), ground.clock.at + timedelta(hours=1))
    chosen = desk.log_review.sample(day, 5)
    draw = desk.log_review.draw(day, chosen).the("draw")
    desk.log_review.note(chosen[0], Verdict.IN_ORDER, draw_id=draw)
    desk.log_review.note(chosen[1], Verdict.ASKED, "Varför \n utskrift?", draw)
    desk.log_review.note(chosen[1], Verdict.UNAUTHORISED, "Ingen vårdrelation.")
    ground.sign_in("admin")
