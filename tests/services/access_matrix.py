"""The table of DOMAIN §2.4, written out method by method, and a call of each method."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from kundcenter.domain.access import Role
from kundcenter.domain.blocks import BlockKind, LiftGround
from kundcenter.domain.drafts import FormKind, Unsaved
from kundcenter.domain.journal import Relation, WaiverReason
from kundcenter.domain.log_review import Period, Verdict
from kundcenter.domain.on_call import Turn
from kundcenter.domain.people import Protection
from kundcenter.domain.referrals import ReferralState
from kundcenter.domain.routing.text import RulesText
from kundcenter.domain.snippets import Scope, Wording
from kundcenter.domain.special_notes import OF_CARE, SpecialKind
from kundcenter.domain.unit_cards import Details
from kundcenter.domain.unit_wordings import UnitWording
from kundcenter.domain.units import UnitKind
from kundcenter.services.calls import Ring
from tests.ground import (
    ASKED,
    CARE_UNIT,
    MAN,
    MORNING,
    NUMBER,
    PASSWORD,
    WHOLE,
    WOMAN,
    Ground,
    identity,
)
from tests.packs import PACK
from tests.services.access_cases import CASES, case_calls
from tests.services.access_claims import CLAIMS
from tests.services.access_rows import (
    ADMINISTRATION,
    ANYBODY,
    APPROVING,
    CALLS,
    DIRECTORY,
    EDITING,
    EDITING_GUIDANCE,
    EVERYBODY,
    GUIDANCE,
    LEADING,
    LEADING_CARE,
    PERSONS,
    RECORD,
    REVIEW,
    SHARED,
    SNIPPETS,
)
from tests.services.booking_ground import booking_calls
from tests.services.callback_ground import callback_calls
from tests.services.freed_calls import freed_calls
from tests.services.service_desk.access_service_desk import SERVICE_DESK, service_desk_calls
from tests.services.supervision.access_supervision import (
    BEHIND,
    SUPERVISION,
    supervision_calls,
)
from tests.services.switchboard.access_contacts import CONTACTS, contact_calls
from tests.services.switchboard.access_messages import MESSAGES, message_calls
from tests.services.teleq_doors import TELEQ_MATRIX, teleq_calls

WHY = "Medvetslös patient"

MATRIX: dict[str, str] = {
    "calls.ring": CALLS,
    "calls.register": CALLS,
    "calls.answer": CALLS,
    "calls.hold": CALLS,
    "calls.resume": CALLS,
    "calls.end": CALLS,
    "calls.close": CALLS,
    "calls.get": CALLS,
    "calls.latest": CALLS,
    "calls.mine": CALLS,
    "calls.logged": CALLS,
    "calls.missed": CALLS,
    "calls.mark_handled": CALLS,
    "calls.extend_wrap_up": CALLS,
    "calls.ready": CALLS,
    "calls.open_part": CALLS,
    "calls.point_part": CALLS,
    "calls.note_part": RECORD,
    "calls.close_part": CALLS,
    "calls.drop_part": CALLS,
    "calls.parts": CALLS,
    "calls.parts_due": CALLS,
    "calls.hand_over": CALLS,
    "calls.take": CALLS,
    "calls.withdraw": CALLS,
    "calls.handed_to_me": CALLS,
    "calls.hand_overs": CALLS,
    "calls.colleagues": CALLS,
    "choices.mine": EVERYBODY,
    "choices.set": EVERYBODY,
    "journal.write": RECORD,
    "journal.save": RECORD,
    "journal.sign": RECORD,
    "journal.correct": RECORD,
    "journal.open": RECORD,
    "journal.of_call": RECORD,
    "journal.unsigned": RECORD,
    "journal.take_print": RECORD,
    "operators.any": ANYBODY,
    "operators.begin": ANYBODY,  # in an empty store only
    "operators.add_first": ANYBODY,
    "operators.all": ADMINISTRATION,
    "operators.me": EVERYBODY,
    "operators.add": ADMINISTRATION,
    "operators.give_password": ADMINISTRATION,  # to others
    "operators.note_password": ADMINISTRATION,
    "operators.disable": ADMINISTRATION,
    "operators.enable": ADMINISTRATION,
    "operators.set_roles": ADMINISTRATION,
    "people.find": PERSONS,
    "people.of_caller": PERSONS,
    "people.open": PERSONS,
    "people.register": PERSONS,
    "people.register_unidentified": PERSONS,
    "people.protect": PERSONS,
    "people.accesses": REVIEW,
    "sessions.ask": ANYBODY,
    "sessions.sign_in": ANYBODY,
    "sessions.unlock": EVERYBODY,
    "sessions.lock": ANYBODY,
    "sessions.open": ANYBODY,
    "sessions.sign_out": ANYBODY,
    "sessions.close": EVERYBODY,
    "units.all": CALLS,
    "units.add": ADMINISTRATION,
    "alarms.sound": EVERYBODY,
    "alarms.confirm": EVERYBODY,
    "alarms.fail": EVERYBODY,
    "alarms.end": EVERYBODY,
    "alarms.open_of_mine": EVERYBODY,
    "alarms.mine": EVERYBODY,
    "alarms.of_call": CALLS,
    "blocks.set": RECORD,
    "blocks.revoke": RECORD,
    "blocks.of_person": RECORD,
    "blocks.units": RECORD,
    "blocks.lift": RECORD,
    "drafts.keep": CALLS,
    "drafts.drop": CALLS,
    "drafts.mine": CALLS,
    "drafts.keep_alarm": EVERYBODY,
    "drafts.of_alarms": EVERYBODY,
    "drafts.drop_alarm": EVERYBODY,
    "drafts.keep_form": EVERYBODY,
    "drafts.form": EVERYBODY,
    "drafts.drop_form": EVERYBODY,
    "journal.search": RECORD,
    "journal.dissent": RECORD,
    "journal.disclose": RECORD,
    "journal.sign_not_required": RECORD,
    "journal.take_copy": RECORD,
    "journal.unsigned_of_mine": RECORD,
    "journal.unsigned_overdue": LEADING_CARE,
    "log_review.sample": REVIEW,
    "log_review.draw": REVIEW,
    "log_review.note": REVIEW,
    "log_review.draws": REVIEW,
    "log_review.open_draw": REVIEW,
    "log_review.patterns": REVIEW,
    "log_review.of_person": REVIEW,
    "log_review.take_report": REVIEW,
    "operators.change_password": EVERYBODY,  # one's own
    "people.search": PERSONS,
    "people.look_alikes": PERSONS,
    "people.radar_of_number": CALLS,
    "people.identify": PERSONS,
    "people.unidentify": RECORD,
    "people.correct": PERSONS,
    "people.note_death": PERSONS,
    "people.note_language": PERSONS,
    "people.note_special": PERSONS,
    "people.note_special (of care)": RECORD,
    "people.end_special": PERSONS,
    "people.compare": RECORD,
    "people.merge": RECORD,
    "people.unmerge": RECORD,
    "people.undoing": RECORD,
    "retention.of_person": RECORD,
    "snippets.mine": SNIPPETS,
    "snippets.history": SNIPPETS,
    "snippets.add": CALLS,
    "snippets.add (for the region)": SHARED,
    "snippets.change": SNIPPETS,
    "snippets.retire": SNIPPETS,
    "snippets.plan": SNIPPETS,
    "snippets.import_": SNIPPETS,
    "snippets.note_uses": CALLS,
    "units.directory": DIRECTORY,
    "units.some": DIRECTORY,
    "units.card": DIRECTORY,
    "units.history": DIRECTORY,
    "units.writers": DIRECTORY,
    "units.save": EDITING,
    "units.retire": EDITING,
    "units.restore": EDITING,
    "units.plan": EDITING,
    "units.import_": EDITING,
    "redirects.standing": DIRECTORY,
    "redirects.set": LEADING,
    "redirects.lift": LEADING,
    "on_call.now": DIRECTORY,
    "on_call.between": DIRECTORY,
    "on_call.put": EDITING,
    "on_call.remove": EDITING,
    "on_call.import_": EDITING,
    "packs.shelf": GUIDANCE,
    "packs.topic": GUIDANCE,
    "packs.all": EDITING_GUIDANCE,
    "packs.edits": EDITING_GUIDANCE,
    "packs.plan": EDITING_GUIDANCE,
    "packs.import_": EDITING_GUIDANCE,
    "packs.approve": APPROVING,
    "packs.retire": EDITING_GUIDANCE,
    "packs.edit": EDITING_GUIDANCE,
    "packs.take_back": EDITING_GUIDANCE,
    "rules.all": GUIDANCE,
    "rules.in_force": GUIDANCE,
    "rules.begin": EDITING_GUIDANCE,
    "rules.save": EDITING_GUIDANCE,
    "rules.publish": APPROVING,
    "rules.drop": EDITING_GUIDANCE,
    "journal.disclose_each": RECORD,
    "journal.exportable": RECORD,
    "journal.take_export": RECORD,
    "referrals.make": RECORD,
    "referrals.book": RECORD,
    "referrals.hand_over": RECORD,
    "referrals.tell": RECORD,
    "referrals.note_print": RECORD,
    "referrals.of_entry": RECORD,
    "referrals.to_read": RECORD,
    "referrals.mine": RECORD,
    "referrals.figures": LEADING_CARE,
    "referrals.take_print": RECORD,
    **TELEQ_MATRIX,
    "work_items.waiting": EVERYBODY,  # one's own, and everybody's for those who lead
    "work_items.resolve": EVERYBODY,
    **CLAIMS,
    **CASES,
    **CONTACTS,
    **SERVICE_DESK,
    **MESSAGES,
    **SUPERVISION,
}
BEHIND_THE_LOCK = BEHIND | {
    "calls.ring", "calls.answer", "calls.hold", "calls.resume", "calls.end", "sessions.close",
    "sessions.unlock",
    "alarms.sound", "alarms.confirm", "alarms.fail", "alarms.end", "alarms.open_of_mine",
    "alarms.mine", "drafts.keep_alarm",
}  # fmt: skip

NONE = UUID(int=7)
WORDING = UnitWording("SE0000000001-DEMO7", "Test", UnitKind.PRIMARY_CARE)
TURN = Turn("Psykiatrijour", None, MORNING, MORNING + timedelta(hours=12), 1, NUMBER)


def bound(ground: Ground, name: str) -> Callable[[], object]:
    """The method with arguments that would do, but of things that do not exist."""
    desk = ground.desk
    period = Period(MORNING - timedelta(days=1), MORNING)
    care_kind = next(iter(OF_CARE))
    free_kind = next(kind for kind in SpecialKind if kind not in OF_CARE)
    nobody: dict[str, Callable[[], object]] = {
        "calls.ring": lambda: desk.calls.ring(Ring("line-1")),
        "calls.register": desk.calls.register,
        "calls.missed": desk.calls.missed,
        "calls.mark_handled": lambda: desk.calls.mark_handled((NONE,)),
        "choices.set": lambda: desk.choices.set("theme", "dark"),
        "journal.write": lambda: desk.journal.write(NONE, WHOLE),
        "journal.save": lambda: desk.journal.save(NONE, WHOLE, upon=1),
        "journal.sign": lambda: desk.journal.sign(NONE, upon=1),
        "journal.correct": lambda: desk.journal.correct(NONE, WHOLE, upon=1, reason="Fel."),
        "journal.take_print": lambda: desk.journal.take_print(NONE, "Patienten"),
        "operators.begin": lambda: desk.operators.begin("b", "Test", PASSWORD),
        "operators.add_first": lambda: desk.operators.add_first("b", "Test"),
        "operators.add": lambda: desk.operators.add("c d", "Test", roles=frozenset({Role.NURSE})),
        "operators.give_password": lambda: desk.operators.give_password(NONE, PASSWORD),
        "operators.set_roles": lambda: desk.operators.set_roles(NONE, frozenset({Role.NURSE})),
        "people.find": lambda: desk.people.find(identity(MAN)),
        "people.of_caller": lambda: desk.people.of_caller(NUMBER),
        "people.open": lambda: desk.people.open(NONE, ASKED),
        "people.register": lambda: desk.people.register(identity(WOMAN), "", "Test"),
        "people.register_unidentified": lambda: desk.people.register_unidentified(""),
        "people.protect": lambda: desk.people.protect(NONE, Protection.CONFIDENTIAL),
        "sessions.ask": lambda: desk.sessions.ask("nobody", PASSWORD),
        "sessions.sign_in": lambda: desk.sessions.sign_in("nobody", PASSWORD),
        "sessions.unlock": lambda: desk.sessions.unlock("wrong"),
        "units.add": lambda: desk.units.add(
            "\0", "Test", kind=UnitKind.PRIMARY_CARE, municipality="", phone="", hours=""
        ),
        "blocks.set": lambda: desk.blocks.set(NONE, BlockKind.INNER, CARE_UNIT),
        "blocks.revoke": lambda: desk.blocks.revoke(NONE, "Patienten ångrade sig"),
        "blocks.of_person": lambda: desk.blocks.of_person(NONE, ASKED),
        "blocks.units": lambda: desk.blocks.units(NONE, LiftGround.CONSENT, WHY),
        "blocks.lift": lambda: desk.blocks.lift(NONE, (CARE_UNIT,), LiftGround.CONSENT, WHY),
        "drafts.keep_form": lambda: desk.drafts.keep_form(FormKind.DISSENT, NONE, {}),
        "drafts.form": lambda: desk.drafts.form(FormKind.DISSENT, NONE),
        "drafts.drop_form": lambda: desk.drafts.drop_form(FormKind.DISSENT, NONE),
        "drafts.keep_alarm": lambda: desk.drafts.keep_alarm(NONE, Unsaved()),
        "drafts.keep": lambda: desk.drafts.keep(NONE, NONE, Unsaved()),
        "journal.search": lambda: desk.journal.search(NONE, "feber"),
        "journal.dissent": lambda: desk.journal.dissent(NONE, "Fel", "Test", Relation.SELF),
        "journal.disclose": lambda: desk.journal.disclose(NONE, "Patienten"),
        "journal.sign_not_required": lambda: desk.journal.sign_not_required(
            NONE, upon=1, reason=WaiverReason.HINDERED
        ),
        "journal.take_copy": lambda: desk.journal.take_copy(NONE, "Patienten"),
        "log_review.sample": lambda: desk.log_review.sample(period, 1),
        "log_review.draw": lambda: desk.log_review.draw(period, (NONE,)),
        "log_review.note": lambda: desk.log_review.note(NONE, Verdict.IN_ORDER),
        "log_review.patterns": lambda: desk.log_review.patterns(period),
        "log_review.of_person": lambda: desk.log_review.of_person(identity(MAN), period),
        "log_review.take_report": lambda: desk.log_review.take_report(identity(MAN), period),
        "operators.change_password": lambda: desk.operators.change_password("wrong", PASSWORD),
        "people.search": lambda: desk.people.search("Test Person"),
        "people.look_alikes": lambda: desk.people.look_alikes("Test", "Person", None),
        "people.radar_of_number": lambda: desk.people.radar_of_number(NUMBER),
        "people.identify": lambda: desk.people.identify(NONE, identity(MAN)),
        "people.unidentify": lambda: desk.people.unidentify(NONE, "Fel person"),
        "people.correct": lambda: desk.people.correct(NONE, "Test", "Person", reason="Felskrivet"),
        "people.note_death": lambda: desk.people.note_death(NONE, "2026-01-01"),
        "people.note_language": lambda: desk.people.note_language(NONE, "sv"),
        "people.note_special": lambda: desk.people.note_special(NONE, free_kind, "Text"),
        "people.note_special (of care)": lambda: desk.people.note_special(NONE, care_kind, "Text"),
        "people.merge": lambda: desk.people.merge(NONE, UUID(int=8), "Samma person"),
        "retention.of_person": lambda: desk.retention.of_person(NONE, ASKED),
        "snippets.add": lambda: desk.snippets.add(Scope.PERSONAL, Wording("x", "Test", "Text")),
        "snippets.add (for the region)": lambda: desk.snippets.add(
            Scope.REGION, Wording("x", "Test", "Text")
        ),
        "snippets.change": lambda: desk.snippets.change(NONE, Wording("x", "Test", "Text"), upon=1),
        "snippets.plan": lambda: desk.snippets.plan(()),
        "snippets.import_": lambda: desk.snippets.import_(()),
        "snippets.note_uses": lambda: desk.snippets.note_uses(()),
        "units.some": lambda: desk.units.some((NONE,)),
        "units.save": lambda: desk.units.save(NONE, WORDING, Details(), upon=1),
        "units.retire": lambda: desk.units.retire(NONE, upon=1),
        "units.restore": lambda: desk.units.restore(NONE, upon=1),
        "units.plan": lambda: desk.units.plan(()),
        "units.import_": lambda: desk.units.import_(()),
        "redirects.set": lambda: desk.redirects.set(NONE, None, "Översvämning"),
        "on_call.between": lambda: desk.on_call.between(period.start, period.end),
        "on_call.put": lambda: desk.on_call.put(NONE, TURN, upon=1),
        "on_call.remove": lambda: desk.on_call.remove(NONE, upon=1),
        "on_call.import_": lambda: desk.on_call.import_(()),
        "packs.topic": lambda: desk.packs.topic("test", "1", "FEBER"),
        "packs.edits": lambda: desk.packs.edits("test", "FEBER"),
        "packs.plan": lambda: desk.packs.plan(PACK),
        "packs.import_": lambda: desk.packs.import_(PACK),
        "packs.edit": lambda: desk.packs.edit("test", "FEBER", PACK.topics[0], upon=0),
        "packs.take_back": lambda: desk.packs.take_back("test", "FEBER", upon=0),
        "rules.begin": lambda: desk.rules.begin("Test", NONE),
        "rules.save": lambda: desk.rules.save(NONE, RulesText("Test", (), ()), upon=1),
        "rules.publish": lambda: desk.rules.publish(NONE, upon=1),
        "rules.drop": lambda: desk.rules.drop(NONE, upon=1),
        "journal.disclose_each": lambda: desk.journal.disclose_each((NONE,), "Patienten"),
        "journal.take_export": lambda: desk.journal.take_export((NONE,), "Patienten"),
        "referrals.book": lambda: desk.referrals.book(NONE, MORNING),
        "referrals.hand_over": lambda: desk.referrals.hand_over(NONE, "Test", ("S",)),
        "referrals.tell": lambda: desk.referrals.tell(NONE, ReferralState.REACHED),
        "referrals.note_print": lambda: desk.referrals.note_print(NONE, "Test"),
        "referrals.take_print": lambda: desk.referrals.take_print(NONE, "Test"),
        "referrals.mine": lambda: desk.referrals.mine(period.start, period.end),
        "referrals.figures": lambda: desk.referrals.figures(period.start, period.end),
        **callback_calls(ground),
        **booking_calls(ground),
        **freed_calls(ground),
        **case_calls(ground),
        **contact_calls(ground),
        **service_desk_calls(ground),
        **message_calls(ground),
        **supervision_calls(ground),
        **teleq_calls(ground),
        "work_items.resolve": lambda: desk.work_items.resolve(NONE, "Löst"),
    }
    if name in nobody:
        return nobody[name]
    noun, _, verb = name.partition(".")
    method = getattr(getattr(desk, noun), verb)
    required = [
        parameter
        for parameter in inspect.signature(method).parameters.values()
        if parameter.default is inspect.Parameter.empty
    ]
    return lambda: method(*(NONE for _ in required))
