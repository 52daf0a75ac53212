"""Who may do what.  Every verb and every look asks here, and nowhere else.

The matrix is DOMAIN §2.4, whose legal ground is patientdatalagen (2008:355) 4 kap. 1–2 §§:
only those who take part in the care, or need the data for their work, may have them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from kundcenter.errors import Refused


class NotPermitted(Refused):
    """The operator's roles do not include the function.  Facts: function."""

    code = "access.not_permitted"


class NotSignedIn(Refused):
    """Nobody is signed in at this desk.  Facts: function."""

    code = "access.not_signed_in"


class DeskLocked(Refused):
    """The desk is locked; reads are refused until it is unlocked.  Facts: function."""

    code = "access.locked"


class Role(StrEnum):
    """The roles of the contact centre; an operator may have several."""

    NURSE = "SSK"
    SWITCHBOARD = "VAXEL"
    SERVICE_DESK = "SERVICE"
    SUPERVISOR_NURSE = "SUPERVISOR_SSK"
    SUPERVISOR_SWITCHBOARD = "SUPERVISOR_VAXEL"
    MEDICAL_LEAD = "LEDNINGSLAKARE"
    ADMINISTRATOR = "ADMIN"
    LOG_REVIEWER = "LOGGRANSKARE"
    CASE_HANDLER = "ARENDEHANDLAGGARE"  # complaints and e-service cases


class Function(StrEnum):
    """What the matrix allows or refuses."""

    READ_RECORD = "read_record"
    WRITE_RECORD = "write_record"
    IDENTIFY = "identify"  # find, open and register a person, without medical text
    WORK_CALLS = "work_calls"
    CLOSE_FOR_OTHERS = "close_for_others"  # a call of somebody who has gone home
    FOLLOW_LINE = "follow_line"  # note that the telephone rang or was hung up
    READ_CALL_LOG = "read_call_log"
    REVIEW_ACCESS_LOG = "review_access_log"
    ADMINISTER = "administer"
    OWN_CHOICES = "own_choices"
    SIGN_OUT = "sign_out"
    RAISE_ALARM = "raise_alarm"
    MERGE_PEOPLE = "merge_people"
    LIFT_PROTECTION = "lift_protection"  # to mark somebody as protected is open to all who identify
    BLOCK_RECORD = "block_record"  # note, at the patient's wish, that a unit's data are blocked
    OPEN_BLOCKED = "open_blocked"
    OVERSEE_NOTES = "oversee_notes"  # see whose notes wait too long for a signature
    OWN_SNIPPETS = "own_snippets"
    SHARED_SNIPPETS = "shared_snippets"
    READ_DIRECTORY = "read_directory"
    EDIT_DIRECTORY = "edit_directory"  # units, their hours and lines, who is on call
    REDIRECT = "redirect"  # send nobody to a unit for a while
    SEE_GUIDANCE = "see_guidance"  # rules of routing and content packs, as they are in force
    EDIT_GUIDANCE = "edit_guidance"  # draft rules, bring in packs, word topics
    APPROVE_GUIDANCE = "approve_guidance"  # put rules and packs in force: the medical lead
    REFER = "refer"
    COUNT_REFERRALS = "count_referrals"  # how often one deviated, without names
    CALL_BACK = "call_back"  # place, take and close promised calls
    NET_RISK = "net_risk"  # promise to call and hear how it went, and say when to ring before that
    BOOK = "book"  # booked times: book, cancel, rebook, offer, put on a waiting list
    MANAGE_CAPACITY = "manage_capacity"  # queues and times; let go what another has taken
    SET_PRIORITY = "set_priority"  # say who of those that wait comes first, on medical grounds
    EDIT_CANCEL_RULES = "edit_cancel_rules"  # time limits and fees of cancelled visits
    TAKE_CASE = "take_case"  # write down a complaint, and see what one has written down
    HANDLE_COMPLAINTS = "handle_complaints"  # complaints, views and praise: a file of their own
    HANDLE_SERVICES = "handle_services"  # what comes in by e-service
    ANSWER_ADVICE = "answer_advice"  # what waits for a nurse
    LEAD_CASES = "lead_cases"  # give cases to others, reopen them, count them, hand out a year
    DECIDE_INJURY = "decide_injury"  # whether a care injury is reported: the chief
    EDIT_CASE_TERMS = "edit_case_terms"  # categories and times of cases
    EDIT_SWITCHBOARD = "edit_switchboard"  # greetings, templates, the secrecy card
    SET_MODE = "set_mode"  # day, night or emergency, whatever the hours say
    EDIT_TOPICS = "edit_topics"  # knowledge cards, and what nobody could answer
    SEE_INQUIRIES = "see_inquiries"  # what all have answered those who asked about a person
    SEE_LIVE = "see_live"  # the queues now, without anybody's name
    SHOW_LIVE = "show_live"  # their numbers on a screen in the room, whose desk may be locked
    OWN_FIGURES = "own_figures"  # of one's own calls and breaks
    SEE_FIGURES = "see_figures"  # of all calls, without names of patients or operators
    SEE_OPERATORS = "see_operators"  # the active share of each, to whoever leads them (DOMAIN §12)
    EXPORT_FIGURES = "export_figures"
    SEE_ROSTER = "see_roster"  # who works when
    EDIT_ROSTER = "edit_roster"
    NOTE_PRESENCE = "note_presence"  # that one is at the desk, or takes a break
    EDIT_TARGETS = "edit_targets"
    EDIT_SURVEYS = "edit_surveys"  # measurements that others have made
    DRAW_SAMPLES = "draw_samples"  # of calls whose care level is judged again
    JUDGE_SAMPLES = "judge_samples"
    REVIEW_CALLS = "review_calls"  # listen to how a call went, with whoever had it
    CLOSE_QUEUE = "close_queue"
    NOTE_INCIDENT = "note_incident"
    GIVE_FEEDBACK = "give_feedback"  # on content, to whoever owns it
    ANSWER_FEEDBACK = "answer_feedback"


_CARE = {Role.NURSE, Role.SUPERVISOR_NURSE, Role.MEDICAL_LEAD}
_DESK = {
    Role.NURSE,
    Role.SWITCHBOARD,
    Role.SERVICE_DESK,
    Role.SUPERVISOR_NURSE,
    Role.SUPERVISOR_SWITCHBOARD,
}
_SUPERVISING = {Role.SUPERVISOR_NURSE, Role.SUPERVISOR_SWITCHBOARD}
_LEADING = _SUPERVISING | {Role.MEDICAL_LEAD}

MATRIX: dict[Function, frozenset[Role]] = {
    Function.READ_RECORD: frozenset(_CARE),
    Function.WRITE_RECORD: frozenset(_CARE),
    Function.IDENTIFY: frozenset(_DESK | _CARE | {Role.CASE_HANDLER}),
    Function.WORK_CALLS: frozenset(_DESK | _CARE),
    Function.CLOSE_FOR_OTHERS: frozenset(_LEADING),
    Function.FOLLOW_LINE: frozenset(_DESK | _CARE),
    Function.READ_CALL_LOG: frozenset(_DESK | _CARE),
    Function.REVIEW_ACCESS_LOG: frozenset({Role.LOG_REVIEWER}),
    Function.ADMINISTER: frozenset({Role.ADMINISTRATOR}),
    Function.OWN_CHOICES: frozenset(Role),
    Function.SIGN_OUT: frozenset(Role),
    Function.RAISE_ALARM: frozenset(Role),
    Function.MERGE_PEOPLE: frozenset(_CARE),
    Function.LIFT_PROTECTION: frozenset(_LEADING),
    Function.BLOCK_RECORD: frozenset(_CARE),
    Function.OPEN_BLOCKED: frozenset(_CARE),
    Function.OVERSEE_NOTES: frozenset({Role.SUPERVISOR_NURSE, Role.MEDICAL_LEAD}),
    Function.OWN_SNIPPETS: frozenset(_DESK | _CARE),
    Function.SHARED_SNIPPETS: frozenset(_LEADING | {Role.ADMINISTRATOR}),
    Function.READ_DIRECTORY: frozenset(_DESK | _CARE | {Role.ADMINISTRATOR, Role.CASE_HANDLER}),
    Function.EDIT_DIRECTORY: frozenset(_LEADING | {Role.ADMINISTRATOR}),
    Function.REDIRECT: frozenset(_LEADING),
    Function.SEE_GUIDANCE: frozenset(_DESK | _CARE | {Role.ADMINISTRATOR}),
    Function.EDIT_GUIDANCE: frozenset(
        {Role.SUPERVISOR_NURSE, Role.MEDICAL_LEAD, Role.ADMINISTRATOR}
    ),
    Function.APPROVE_GUIDANCE: frozenset({Role.MEDICAL_LEAD}),
    Function.REFER: frozenset(_CARE),
    Function.COUNT_REFERRALS: frozenset({Role.SUPERVISOR_NURSE, Role.MEDICAL_LEAD}),
    Function.CALL_BACK: frozenset(_DESK | _CARE | {Role.CASE_HANDLER}),
    Function.NET_RISK: frozenset(_CARE),
    Function.BOOK: frozenset(_DESK | _CARE),
    Function.MANAGE_CAPACITY: frozenset(_LEADING | {Role.ADMINISTRATOR}),
    Function.SET_PRIORITY: frozenset(_CARE),
    Function.EDIT_CANCEL_RULES: frozenset(_LEADING | {Role.ADMINISTRATOR}),
    # Whoever is complained to must take it (PSL 3 kap. 8 a §); who reads them all are few.
    Function.TAKE_CASE: frozenset(Role),
    Function.HANDLE_COMPLAINTS: frozenset(_LEADING | {Role.CASE_HANDLER}),
    Function.HANDLE_SERVICES: frozenset(_DESK | _LEADING | {Role.CASE_HANDLER}),
    Function.ANSWER_ADVICE: frozenset(_CARE),
    Function.LEAD_CASES: frozenset(_LEADING | {Role.CASE_HANDLER}),
    Function.DECIDE_INJURY: frozenset({Role.MEDICAL_LEAD}),
    Function.EDIT_CASE_TERMS: frozenset(_LEADING | {Role.ADMINISTRATOR, Role.CASE_HANDLER}),
    Function.EDIT_SWITCHBOARD: frozenset(_LEADING | {Role.ADMINISTRATOR}),
    Function.SET_MODE: frozenset(_LEADING),
    Function.EDIT_TOPICS: frozenset(_LEADING | {Role.SERVICE_DESK, Role.ADMINISTRATOR}),
    Function.SEE_INQUIRIES: frozenset(_LEADING | {Role.LOG_REVIEWER}),
    Function.SEE_LIVE: frozenset(_DESK | _CARE),
    Function.SHOW_LIVE: frozenset(_DESK | _CARE),
    Function.OWN_FIGURES: frozenset(_DESK | _CARE),
    Function.SEE_FIGURES: frozenset(_LEADING),
    Function.SEE_OPERATORS: frozenset(_SUPERVISING),
    Function.EXPORT_FIGURES: frozenset(_LEADING),
    Function.SEE_ROSTER: frozenset(_DESK | _CARE | {Role.ADMINISTRATOR}),
    Function.EDIT_ROSTER: frozenset(_LEADING | {Role.ADMINISTRATOR}),
    Function.NOTE_PRESENCE: frozenset(Role),
    Function.EDIT_TARGETS: frozenset(_LEADING | {Role.ADMINISTRATOR}),
    Function.EDIT_SURVEYS: frozenset(_LEADING | {Role.ADMINISTRATOR}),
    Function.DRAW_SAMPLES: frozenset({Role.SUPERVISOR_NURSE, Role.MEDICAL_LEAD}),
    Function.JUDGE_SAMPLES: frozenset(_CARE),
    Function.REVIEW_CALLS: frozenset(_LEADING),
    Function.CLOSE_QUEUE: frozenset(_LEADING),
    Function.NOTE_INCIDENT: frozenset(_DESK | _CARE),
    Function.GIVE_FEEDBACK: frozenset(_DESK | _CARE),
    Function.ANSWER_FEEDBACK: frozenset(_LEADING | {Role.ADMINISTRATOR}),
}

# An emergency waits for no password (DOMAIN 3.6, R1); a screen in the room names nobody.
WHILE_LOCKED = frozenset({
    Function.FOLLOW_LINE,
    Function.SIGN_OUT,
    Function.RAISE_ALARM,
    Function.NOTE_PRESENCE,
    Function.SHOW_LIVE,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts at the desk, as of the session.

    `care_unit` is the HSA-id of the unit on whose behalf the operator works; it goes into
    every access record (HSLF-FS 2016:40 4 kap. 9 §).
    """

    operator_id: UUID
    session_id: UUID
    roles: frozenset[Role]
    care_unit: str = ""
    locked: bool = False

    def may(self, function: Function) -> bool:
        """Whether the function is open to this actor now."""
        if self.locked and function not in WHILE_LOCKED:
            return False
        return bool(MATRIX[function] & self.roles)

    def must(self, function: Function) -> None:
        """Raise NotSignedIn, DeskLocked or NotPermitted unless the function is open."""
        if self.may(function):
            return
        if self == NOBODY:
            raise NotSignedIn(function=function)
        if self.locked:
            raise DeskLocked(function=function)
        raise NotPermitted(function=function)

    def behind_lock(self) -> Actor:
        """The same actor while the desk is locked."""
        return replace(self, locked=True)

    def unlocked(self) -> Actor:
        """The same actor at work again."""
        return replace(self, locked=False)


NOBODY = Actor(operator_id=UUID(int=0), session_id=UUID(int=0), roles=frozenset())
