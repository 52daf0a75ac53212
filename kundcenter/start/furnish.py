"""What a window needs beside the desk: a telephone line and paper."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from kundcenter.adapters.care_documentation import document, faults
from kundcenter.adapters.case_file import read_case_file
from kundcenter.adapters.contact_file import read_contact_file
from kundcenter.adapters.exchange_simulator.process import SimulatedExchange
from kundcenter.adapters.new_files import write_into
from kundcenter.adapters.paper.lazy import (
    access_pages,
    case_pages,
    entry_page,
    message_page,
    referral_page,
    sample_pages,
    summary_pages,
)
from kundcenter.adapters.roster_file import read_roster_file
from kundcenter.adapters.spreadsheet import workbook
from kundcenter.adapters.survey_file import read_survey_text
from kundcenter.adapters.telephony.ami import AmiLine
from kundcenter.adapters.telephony.no_line import NoLine
from kundcenter.adapters.text_file import read_text
from kundcenter.adapters.unit_file import read_unit_file
from kundcenter.domain.calls import WrapUp
from kundcenter.domain.consult import Consult
from kundcenter.domain.guiding_terms import GuidingTerms
from kundcenter.domain.red_flags import RedFlags
from kundcenter.domain.tickets import Ended
from kundcenter.domain.triage import CodeSet
from kundcenter.domain.waiting import SigningTerms
from kundcenter.ports import Line
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
from kundcenter.services.teleq import Teleq
from kundcenter.services.timeslots import Timeslots
from kundcenter.services.unit_files import UnitFiles
from kundcenter.services.units import Units
from kundcenter.services.wait_list import WaitList
from kundcenter.services.work_items import WorkItems
from kundcenter.settings import Settings, SettingsWrong
from kundcenter.start.desk import Desk, published_consult, published_red_flags, utc_now

EXCHANGE = (sys.executable, "-m", "kundcenter", "exchange")
DEMO_QUEUES = ("vaxel", "service")  # besides the desk's own


@dataclass(frozen=True, slots=True)
class Furnished:
    """All the verbs of one desk, its telephone and its paper."""

    absences: Absences
    alarms: Alarms
    blocks: Blocks
    bookings: Bookings
    call_reviews: CallReviews
    callback_queues: CallbackQueues
    callbacks: Callbacks
    calls: Calls
    cancel_rules: CancelRuleSets
    case_files: CaseFiles
    case_mail: CaseMail
    case_terms: CaseTermsBook
    cases: Cases
    choices: Choices
    contact_files: ContactFiles
    contacts: Contacts
    drafts: Drafts
    explore: Explore
    exports: Exports
    feedback: FeedbackBook
    figure_files: FigureFiles
    figures: Figures
    freed_times: FreedTimes
    incidents: Incidents
    inquiries: Inquiries
    journal: Journal
    log_review: LogReview
    message_mail: MessageMail
    messages: Messages
    modes: Modes
    on_call: OnCall
    operators: Operators
    pack_files: PackFiles
    packs: Packs
    papers: Papers
    people: People
    presences: Presences
    questions: Questions
    queue_calls: QueueCalls
    queue_closures: QueueClosures
    redirects: Redirects
    referrals: Referrals
    retention: Retention
    roster: Roster
    roster_files: RosterFiles
    roster_terms: RosterTermsBook
    rules: Rules
    samples: Samples
    sessions: Sessions
    snippet_files: SnippetFiles
    snippets: Snippets
    summaries: Summaries
    survey_files: SurveyFiles
    surveys: Surveys
    switchboard_terms: SwitchboardTermsBook
    targets: Targets
    telephone: Telephone
    teleq: Teleq
    timeslots: Timeslots
    topics: Topics
    transfers: Transfers
    unit_files: UnitFiles
    units: Units
    wait_list: WaitList
    work_items: WorkItems
    codes: Mapping[str, CodeSet]
    red_flags: RedFlags
    consult: Consult
    reserve_pattern: re.Pattern[str] | None = None
    signing: SigningTerms = field(default_factory=SigningTerms)
    guiding: GuidingTerms = field(default_factory=GuidingTerms)
    wrap_up: WrapUp = field(default_factory=WrapUp)
    now: Callable[[], datetime] = utc_now
    link: Link | None = None
    end_sessions: Callable[[Ended], bool] = lambda _: False


def furnish(
    desk: Desk,
    line: Line,
    cache: Path,
    *,
    settings: Settings,
    demo: bool,
    mail_password: str = "",
) -> Furnished:
    """The desk with its line, and paper whose typeface is kept in the folder `cache`.

    `mail_password` is that of the settings' account at the mail server.
    """
    return Furnished(
        absences=desk.absences,
        alarms=desk.alarms,
        blocks=desk.blocks,
        bookings=desk.bookings,
        call_reviews=desk.call_reviews,
        callback_queues=desk.callback_queues,
        callbacks=desk.callbacks,
        calls=desk.calls,
        cancel_rules=desk.cancel_rules,
        case_mail=_mail(desk, settings, mail_password, cache, demo=demo),
        case_files=CaseFiles(read_case_file, write_into, utc_now),
        case_terms=desk.case_terms,
        cases=desk.cases,
        choices=desk.choices,
        contact_files=ContactFiles(read_contact_file),
        contacts=desk.contacts,
        drafts=desk.drafts,
        explore=desk.explore,
        exports=Exports(document, faults, write_into),
        feedback=desk.feedback,
        figure_files=FigureFiles(write_into, workbook),
        figures=desk.figures,
        freed_times=desk.freed_times,
        incidents=desk.incidents,
        inquiries=desk.inquiries,
        journal=desk.journal,
        log_review=desk.log_review,
        message_mail=_message_mail(desk, settings, mail_password, demo=demo),
        messages=desk.messages,
        modes=desk.modes,
        on_call=desk.on_call,
        operators=desk.operators,
        pack_files=PackFiles(read_text, desk.codes[max(desk.codes)]),
        packs=desk.packs,
        papers=Papers(
            entry_page(cache),
            access_pages(cache),
            referral_page(cache),
            case_pages(cache),
            message_page(cache),
            summary_pages=summary_pages(cache),
            sample_pages=sample_pages(cache),
            demonstration=demo,
        ),
        people=desk.people,
        presences=desk.presences,
        questions=desk.questions,
        queue_calls=desk.queue_calls,
        queue_closures=desk.queue_closures,
        redirects=desk.redirects,
        referrals=desk.referrals,
        retention=desk.retention,
        roster=desk.roster,
        roster_files=RosterFiles(read_roster_file),
        roster_terms=desk.roster_terms,
        rules=desk.rules,
        samples=desk.samples,
        sessions=desk.sessions,
        snippet_files=SnippetFiles(read_text),
        snippets=desk.snippets,
        summaries=desk.summaries,
        survey_files=SurveyFiles(read_survey_text),
        surveys=desk.surveys,
        switchboard_terms=desk.switchboard_terms,
        targets=desk.targets,
        telephone=Telephone(line),
        teleq=desk.teleq,
        timeslots=desk.timeslots,
        topics=desk.topics,
        transfers=desk.transfers,
        unit_files=UnitFiles(read_unit_file, desk.codes[max(desk.codes)]),
        units=desk.units,
        wait_list=desk.wait_list,
        work_items=desk.work_items,
        codes=desk.codes,
        red_flags=published_red_flags(),
        consult=published_consult(),
        reserve_pattern=settings.reserve_pattern,
        signing=settings.signing,
        guiding=settings.guiding,
        wrap_up=settings.wrap_up,
        now=desk.now,
        link=desk.link,
        end_sessions=desk.end_sessions,
    )


def _mail(desk: Desk, settings: Settings, password: str, cache: Path, *, demo: bool) -> CaseMail:
    pages = case_pages(cache)
    if settings.mail is None:
        return CaseMail(pages, demonstration=demo)
    from kundcenter.adapters.mail import SmtpMailer  # few desks have a mail server

    mailer = SmtpMailer(settings.mail, password, desk.now)
    return CaseMail(pages, mailer, settings.mail.allowed, demonstration=demo)


def _message_mail(desk: Desk, settings: Settings, password: str, *, demo: bool) -> MessageMail:
    if settings.mail is None:
        return MessageMail(demonstration=demo)
    from kundcenter.adapters.mail import SmtpMailer

    mailer = SmtpMailer(settings.mail, password, desk.now)
    allowed, gateway = settings.mail.allowed, settings.mail.sms_gateway
    return MessageMail(mailer, allowed, sms_gateway=gateway, demonstration=demo)


@dataclass(frozen=True, slots=True)
class Exchange:
    """The line of this desk, and the simulated exchange behind it if there is one."""

    line: Line
    there: bool
    simulated: SimulatedExchange | None = None

    def stop(self) -> None:
        self.line.stop()
        if self.simulated is not None:
            self.simulated.stop()


def exchange_for(
    settings: Settings, secret: str, *, demo: bool, callers: Sequence[str] = ()
) -> Exchange:
    """The exchange of the settings; in a demonstration a simulated one; else calls by hand.

    `callers` are options of `kundcenter exchange` that say who calls.
    Raises LineAway when the simulated exchange does not come up.
    """
    if settings.exchange is not None:
        try:
            return Exchange(AmiLine(settings.exchange, secret), there=True)
        except ValueError:
            raise SettingsWrong(why="`$.exchange.user`") from None
    if not demo:
        return Exchange(NoLine(), there=False)
    queues = tuple(part for queue in DEMO_QUEUES for part in ("--queue", queue))
    simulated = SimulatedExchange(EXCHANGE, (*queues, *callers))
    simulated.start()
    line = AmiLine(simulated.settings(), simulated.secret)
    return Exchange(line, there=True, simulated=simulated)
