"""The lasting names of what has a key, and of where a key applies."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Where(StrEnum):
    """Where a key does something.  Two actions that can meet may not have the same key."""

    EVERYWHERE = "everywhere"  # also in dialogs, in lists that hang open, and before a door
    DESK = "desk"  # whatever page is in sight
    CARD = "card"
    LOG = "log"
    TO_DO = "to_do"
    SNIPPETS = "snippets"
    REVIEW = "review"
    OPERATORS = "operators"
    UNITS = "units"
    REFERRALS = "referrals"
    GUIDANCE = "guidance"
    CALLBACKS = "callbacks"
    FREED = "freed"
    CASES = "cases"
    PRINTOUT = "printout"  # the dialog with the page that is printed
    ALARM = "alarm"  # the screen of a call to 112
    ENTRY = "entry"  # the dialog that shows an entry out of the record
    TIMES = "times"  # the dialog with a patient's booked times
    CASE = "case"  # the dialog of an open case
    CASE_INTAKE = "case_intake"  # the dialogs in which one is taken in

    @property
    def page(self) -> bool:
        """Whether it is a page of the desk, where the desk's own keys apply too."""
        return self not in {
            Where.EVERYWHERE,
            Where.DESK,
            Where.PRINTOUT,
            Where.ALARM,
            Where.ENTRY,
            Where.TIMES,
            Where.CASE,
            Where.CASE_INTAKE,
        }

    def meets(self, other: Where) -> bool:
        """Whether one stroke could mean an action of either place."""
        if self is other or Where.EVERYWHERE in (self, other):
            return True
        return (self is Where.DESK and other.page) or (other is Where.DESK and self.page)


class Action(StrEnum):
    """The lasting names; an operator's own keys are kept under them."""

    ALARM = "alarm"
    RED_FLAGS = "red_flags"
    PALETTE = "palette"
    OVERVIEW = "overview"
    ANSWER = "answer"
    HANG_UP = "hang_up"
    HOLD = "hold"
    EXTEND = "extend"
    READY = "ready"
    PAUSE = "pause"
    REGISTER = "register"
    NEXT_REGION = "next_region"
    LAST_REGION = "last_region"
    CARDS = "cards"
    LOG = "log"
    TO_DO = "to_do"
    SNIPPETS = "snippets"
    REVIEW = "review"
    OPERATORS = "operators"
    LINK = "link"
    LOOK = "look"
    OWN_PASSWORD = "own_password"  # noqa: S105 (a name)
    LOCK = "lock"
    SIGN_OUT = "sign_out"
    NEXT_CARD = "next_card"
    LAST_CARD = "last_card"
    ADD_PART = "add_part"
    NEXT_PART = "next_part"
    LAST_PART = "last_part"
    HAND_OVER = "hand_over"
    TAKE = "take"
    WHO = "who"
    FIND_PERSON = "find_person"
    PERSON_FACTS = "person_facts"
    BLOCKS = "blocks"
    OPEN_BLOCKED = "open_blocked"
    ACCESSES = "accesses"
    FIND_ENTRY = "find_entry"
    OLDER_ENTRIES = "older_entries"
    COURSE_WORSE = "course_worse"
    COURSE_SAME = "course_same"
    COURSE_BETTER = "course_better"
    COURSE_NEW = "course_new"
    REASON = "reason"
    INFORMANT = "informant"
    HISTORY = "history"
    ASSESSMENT = "assessment"
    URGENCY = "urgency"
    OUTCOME = "outcome"
    ADVICE = "advice"
    SAVE = "save"
    SIGN = "sign"
    CORRECT = "correct"
    PRINT = "print"
    FINISH = "finish"
    FINDINGS = "findings"
    PATIENT_VIEW = "patient_view"
    DEVIATION = "deviation"
    CALL_BACK_IF = "call_back_if"
    PREVIEW = "preview"
    ADD_SNIPPET = "add_snippet"
    FIND_SNIPPET = "find_snippet"
    IMPORT_SNIPPETS = "import_snippets"
    DRAW_SAMPLE = "draw_sample"
    ACCESS_REPORT = "access_report"
    ADD_OPERATOR = "add_operator"
    SAVE_PDF = "save_pdf"
    COPY_TEXT = "copy_text"
    ALARM_ANSWERED = "alarm_answered"
    ALARM_PLACE = "alarm_place"
    CLOSE_ALARM = "close_alarm"
    ALARM_TEXT = "alarm_text"  # what an alarm left behind and no note has
    ALARM_ITEM_1 = "alarm_item_1"
    ALARM_ITEM_2 = "alarm_item_2"
    ALARM_ITEM_3 = "alarm_item_3"
    ALARM_ITEM_4 = "alarm_item_4"
    ALARM_ITEM_5 = "alarm_item_5"
    ALARM_ITEM_6 = "alarm_item_6"
    UNIDENTIFIED = "unidentified"
    ANONYMOUS = "anonymous"
    CHANGE_PERSON = "change_person"
    DROP_PART = "drop_part"
    DECLINE = "decline"
    WITHDRAW = "withdraw"
    DISSENT = "dissent"
    SUPPORT = "support"
    INSERT_RECOVERED = "insert_recovered"
    DROP_RECOVERED = "drop_recovered"
    HIDE_FLAG = "hide_flag"
    BACKGROUND = "background"
    UNIT = "unit"
    SUMMARY = "summary"
    JUDGE = "judge"
    SHOW_ACCESSES = "show_accesses"
    ALL_SAMPLES = "all_samples"
    NEXT_REVIEW = "next_review"
    GIVE_PASSWORD = "give_password"  # noqa: S105 (a name)
    SET_ROLES = "set_roles"
    TURN_OPERATOR = "turn_operator"
    ENTRY_SIGN = "entry_sign"
    ENTRY_WAIVE = "entry_waive"
    ENTRY_REWRITE = "entry_rewrite"
    ENTRY_CORRECT = "entry_correct"
    ENTRY_PRINT = "entry_print"
    ENTRY_KEEP = "entry_keep"
    ENTRY_DISSENT = "entry_dissent"
    UNITS = "units"
    REFERRALS = "referrals"
    GUIDANCE = "guidance"
    CONSULT = "consult"
    ROUTE = "route"
    LOOK_UP = "look_up"
    UNIT_CARD = "unit_card"
    REFER = "refer"
    ADD_UNIT = "add_unit"
    FIND_UNIT = "find_unit"
    IMPORT_UNITS = "import_units"
    REDIRECT = "redirect"
    RETIRE_UNIT = "retire_unit"
    UNIT_HISTORY = "unit_history"
    ROSTER = "roster"
    TELL_REACHED = "tell_reached"
    TELL_NOT_REACHED = "tell_not_reached"
    TELL_CANCELLED = "tell_cancelled"
    EARLIER_WEEK = "earlier_week"
    LATER_WEEK = "later_week"
    BEGIN_RULES = "begin_rules"
    TRY_RULES = "try_rules"
    PUBLISH_RULES = "publish_rules"
    IMPORT_PACK = "import_pack"
    APPROVE_PACK = "approve_pack"
    EDIT_TOPIC = "edit_topic"
    FIND_TOPIC = "find_topic"
    ENTRY_EXPORT = "entry_export"
    CALLBACKS = "callbacks"
    PLACE = "place"
    CALL_LATER = "call_later"
    CALLBACK_DONE = "callback_done"
    CALLBACK_NO_ANSWER = "callback_no_answer"
    CALLBACK_CANCEL = "callback_cancel"
    CALLBACK_RELEASE = "callback_release"
    CALLBACK_MOVE = "callback_move"
    CALLBACK_NUMBER = "callback_number"
    CALLBACK_HAND_ON = "callback_hand_on"
    CALLBACK_QUEUES = "callback_queues"
    TIMES = "times"
    TIMES_REBOOK = "times_rebook"
    TIMES_BOOK = "times_book"
    TIMES_QUEUE = "times_queue"
    CANCEL_RULES = "cancel_rules"
    FREED = "freed"
    NEXT_TIMES = "next_times"
    LAST_TIMES = "last_times"
    FIND_TIMES = "find_times"
    TIME_NEW = "time_new"
    TIME_TURN = "time_turn"
    TIME_PLACES = "time_places"
    TIMES_EVERY = "times_every"
    FREED_RING = "freed_ring"
    OFFER_ACCEPTED = "offer_accepted"
    OFFER_DECLINED = "offer_declined"
    OFFER_UNREACHED = "offer_unreached"
    FREED_RELEASE = "freed_release"
    FREED_DROP = "freed_drop"
    WAIT_ADD = "wait_add"
    WAIT_NEW = "wait_new"
    WAIT_END = "wait_end"
    WAIT_PRIORITY = "wait_priority"
    CASES = "cases"
    NEW_CASE = "new_case"
    CASE_INTAKE_PRINT = "case_intake_print"
    NEXT_CASES = "next_cases"
    LAST_CASES = "last_cases"
    FIND_CASE = "find_case"
    CASE_TAKE = "case_take"
    CASE_GIVE = "case_give"
    IMPORT_CASES = "import_cases"
    CASE_TERMS = "case_terms"
    CASE_FIGURES = "case_figures"
    CASE_SAVE = "case_save"
    CASE_PERSON = "case_person"
    CASE_CONFIRM = "case_confirm"
    CASE_MINE = "case_mine"
    CASE_ASSIGN = "case_assign"
    CASE_BEGIN = "case_begin"
    CASE_ASK = "case_ask"
    CASE_RESUME = "case_resume"
    CASE_ANSWER = "case_answer"
    CASE_HAND_OVER = "case_hand_over"
    CASE_PLACE = "case_place"
    CASE_WITHDRAW = "case_withdraw"
    CASE_CLOSE = "case_close"
    CASE_REOPEN = "case_reopen"
    CASE_DECIDE = "case_decide"
    CASE_INFORM = "case_inform"
    CASE_COMMENT = "case_comment"
    CASE_LETTER = "case_letter"
    CASE_HISTORY = "case_history"
    CASE_KEEP = "case_keep"
    CASE_CHANGE = "case_change"
    CASE_OTHER = "case_other"


@dataclass(frozen=True, slots=True)
class Row:
    """One action.  `keys` is the chord it has until an operator gives it another, or none.

    `words` is marked for translation.
    """

    action: Action
    where: Where
    keys: str
    words: object
