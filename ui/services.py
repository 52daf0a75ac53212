"""What a window needs of the desk it stands at."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Protocol

from kundcenter.domain.calls import WrapUp
from kundcenter.domain.consult import Consult
from kundcenter.domain.guiding_terms import GuidingTerms
from kundcenter.domain.red_flags import RedFlags
from kundcenter.domain.tickets import Ended
from kundcenter.domain.triage import CodeSet
from kundcenter.domain.waiting import SigningTerms
from kundcenter.services.alarms import Alarms
from kundcenter.services.blocks import Blocks
from kundcenter.services.bookings import Bookings
from kundcenter.services.callback_queues import CallbackQueues
from kundcenter.services.callbacks import Callbacks
from kundcenter.services.calls import Calls
from kundcenter.services.cancel_rules import CancelRuleSets
from kundcenter.services.case_files import CaseFiles
from kundcenter.services.case_mail import CaseMail
from kundcenter.services.case_terms import CaseTermsBook
from kundcenter.services.cases import Cases
from kundcenter.services.choices import Choices
from kundcenter.services.drafts import Drafts
from kundcenter.services.exports import Exports
from kundcenter.services.freed_times import FreedTimes
from kundcenter.services.journal import Journal
from kundcenter.services.link import Link
from kundcenter.services.log_review import LogReview
from kundcenter.services.message_mail import MessageMail
from kundcenter.services.on_call import OnCall
from kundcenter.services.operators import Operators
from kundcenter.services.pack_files import PackFiles
from kundcenter.services.packs import Packs
from kundcenter.services.papers import Papers
from kundcenter.services.people import People
from kundcenter.services.redirects import Redirects
from kundcenter.services.referrals import Referrals
from kundcenter.services.retention import Retention
from kundcenter.services.rules import Rules
from kundcenter.services.service_desk.questions import Questions
from kundcenter.services.service_desk.topics import Topics
from kundcenter.services.sessions import Sessions
from kundcenter.services.snippet_files import SnippetFiles
from kundcenter.services.snippets import Snippets
from kundcenter.services.supervision.call_reviews import CallReviews
from kundcenter.services.supervision.explore import Explore
from kundcenter.services.supervision.feedback import FeedbackBook
from kundcenter.services.supervision.figure_files import FigureFiles
from kundcenter.services.supervision.figures import Figures
from kundcenter.services.supervision.incidents import Incidents
from kundcenter.services.supervision.presences import Presences
from kundcenter.services.supervision.queue_calls import QueueCalls
from kundcenter.services.supervision.queue_closures import QueueClosures
from kundcenter.services.supervision.roster import Roster
from kundcenter.services.supervision.roster_files import RosterFiles
from kundcenter.services.supervision.roster_terms import RosterTermsBook
from kundcenter.services.supervision.samples import Samples
from kundcenter.services.supervision.summaries import Summaries
from kundcenter.services.supervision.survey_files import SurveyFiles
from kundcenter.services.supervision.surveys import Surveys
from kundcenter.services.supervision.targets import Targets
from kundcenter.services.switchboard.absences import Absences
from kundcenter.services.switchboard.contact_files import ContactFiles
from kundcenter.services.switchboard.contacts import Contacts
from kundcenter.services.switchboard.inquiries import Inquiries
from kundcenter.services.switchboard.messages import Messages
from kundcenter.services.switchboard.modes import Modes
from kundcenter.services.switchboard.terms import SwitchboardTermsBook
from kundcenter.services.switchboard.transfers import Transfers
from kundcenter.services.telephone import Telephone
from kundcenter.services.timeslots import Timeslots
from kundcenter.services.unit_files import UnitFiles
from kundcenter.services.units import Units
from kundcenter.services.wait_list import WaitList
from kundcenter.services.work_items import WorkItems


class Services(Protocol):
    """The verbs of one desk, and the codes its cards are filled in with."""

    @property
    def absences(self) -> Absences: ...
    @property
    def alarms(self) -> Alarms: ...
    @property
    def blocks(self) -> Blocks: ...
    @property
    def bookings(self) -> Bookings: ...
    @property
    def call_reviews(self) -> CallReviews: ...
    @property
    def callback_queues(self) -> CallbackQueues: ...
    @property
    def callbacks(self) -> Callbacks: ...
    @property
    def calls(self) -> Calls: ...
    @property
    def cancel_rules(self) -> CancelRuleSets: ...
    @property
    def case_files(self) -> CaseFiles: ...
    @property
    def case_mail(self) -> CaseMail: ...
    @property
    def case_terms(self) -> CaseTermsBook: ...
    @property
    def cases(self) -> Cases: ...
    @property
    def choices(self) -> Choices: ...
    @property
    def contact_files(self) -> ContactFiles: ...
    @property
    def contacts(self) -> Contacts: ...
    @property
    def drafts(self) -> Drafts: ...
    @property
    def explore(self) -> Explore: ...
    @property
    def exports(self) -> Exports: ...
    @property
    def feedback(self) -> FeedbackBook: ...
    @property
    def figure_files(self) -> FigureFiles: ...
    @property
    def figures(self) -> Figures: ...
    @property
    def freed_times(self) -> FreedTimes: ...
    @property
    def incidents(self) -> Incidents: ...
    @property
    def inquiries(self) -> Inquiries: ...
    @property
    def journal(self) -> Journal: ...
    @property
    def log_review(self) -> LogReview: ...
    @property
    def message_mail(self) -> MessageMail: ...
    @property
    def messages(self) -> Messages: ...
    @property
    def modes(self) -> Modes: ...
    @property
    def on_call(self) -> OnCall: ...
    @property
    def operators(self) -> Operators: ...
    @property
    def pack_files(self) -> PackFiles: ...
    @property
    def packs(self) -> Packs: ...
    @property
    def papers(self) -> Papers: ...
    @property
    def people(self) -> People: ...
    @property
    def presences(self) -> Presences: ...
    @property
    def questions(self) -> Questions: ...
    @property
    def queue_calls(self) -> QueueCalls: ...
    @property
    def queue_closures(self) -> QueueClosures: ...
    @property
    def redirects(self) -> Redirects: ...
    @property
    def referrals(self) -> Referrals: ...
    @property
    def retention(self) -> Retention: ...
    @property
    def roster(self) -> Roster: ...
    @property
    def roster_files(self) -> RosterFiles: ...
    @property
    def roster_terms(self) -> RosterTermsBook: ...
    @property
    def rules(self) -> Rules: ...
    @property
    def samples(self) -> Samples: ...
    @property
    def sessions(self) -> Sessions: ...
    @property
    def snippet_files(self) -> SnippetFiles: ...
    @property
    def snippets(self) -> Snippets: ...
    @property
    def summaries(self) -> Summaries: ...
    @property
    def survey_files(self) -> SurveyFiles: ...
    @property
    def surveys(self) -> Surveys: ...
    @property
    def switchboard_terms(self) -> SwitchboardTermsBook: ...
    @property
    def targets(self) -> Targets: ...
    @property
    def telephone(self) -> Telephone: ...
    @property
    def timeslots(self) -> Timeslots: ...
    @property
    def topics(self) -> Topics: ...
    @property
    def transfers(self) -> Transfers: ...
    @property
    def unit_files(self) -> UnitFiles: ...
    @property
    def units(self) -> Units: ...
    @property
    def wait_list(self) -> WaitList: ...
    @property
    def work_items(self) -> WorkItems: ...
    @property
    def link(self) -> Link | None:
        """What waits for the centre; None at a desk that has none."""
        ...

    @property
    def end_sessions(self) -> Callable[[Ended], bool]:
        """End the sessions that the centre has ended; returns whether one was this desk's."""
        ...

    @property
    def reserve_pattern(self) -> re.Pattern[str] | None:
        """The form of the region's own reserve numbers."""
        ...

    @property
    def wrap_up(self) -> WrapUp:
        """How long the work after a talk may take."""
        ...

    @property
    def now(self) -> Callable[[], datetime]:
        """The clock that the verbs go by."""
        ...

    @property
    def signing(self) -> SigningTerms:
        """When an author is reminded of a signature, and when a supervisor is."""
        ...

    @property
    def guiding(self) -> GuidingTerms:
        """Whether 1177 books at primary care centres, and how long a way is taken to be."""
        ...

    @property
    def codes(self) -> Mapping[str, CodeSet]: ...
    @property
    def red_flags(self) -> RedFlags: ...
    @property
    def consult(self) -> Consult:
        """Whom to ask elsewhere: other regions, other languages, who answers at night."""
        ...


def current_codes(services: Services) -> CodeSet:
    """The code set in force: the newest that is published."""
    return services.codes[max(services.codes)]
