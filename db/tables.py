"""Every table, gathered so that the MetaData is whole when it is asked for."""

from __future__ import annotations

from sqlalchemy import Table

from db.access_log import access_log
from db.alarms import alarms
from db.base import metadata
from db.blocks import block_lifts, block_revocations, blocks
from db.bookings import bookings, cancellations
from db.callback_queues import callback_queues
from db.callbacks import callback_steps, callbacks
from db.calls import calls
from db.cancel_rules import cancel_rules
from db.case_terms import case_terms
from db.cases import case_edits, case_steps, cases
from db.choices import choices
from db.disclosures import disclosures
from db.dissents import dissents
from db.drafts import drafts
from db.exchange_tables import CENTRE, DESK
from db.freed_times import freed_times, offers
from db.hand_overs import hand_overs
from db.journal import entries, entry_versions
from db.local import LOCAL as OWN
from db.log_reviews import log_drawn, log_draws, log_findings
from db.merges import merges
from db.names import name_words
from db.on_call import duties
from db.operations import operations
from db.operators import operators, sessions
from db.packs import pack_edits, packs
from db.parts import parts
from db.people import identities, people
from db.redirects import redirects
from db.referrals import referral_steps, referrals
from db.rule_sets import rule_sets
from db.service_desk.questions import questions
from db.service_desk.topics import topic_versions, topics
from db.snippets import snippet_uses, snippet_versions, snippets
from db.special_notes import special_notes
from db.supervision.call_reviews import call_reviews
from db.supervision.cell_tables import FIGURES
from db.supervision.feedback import feedback
from db.supervision.incidents import incidents
from db.supervision.presences import presences
from db.supervision.queue_calls import queue_calls
from db.supervision.queue_closures import queue_closures
from db.supervision.roster_terms import roster_terms
from db.supervision.samples import sampled_calls, samples
from db.supervision.surveys import surveys
from db.supervision.targets import targets
from db.supervision.work_turns import work_turns
from db.switchboard.absences import absences
from db.switchboard.contacts import contacts
from db.switchboard.inquiries import inquiries
from db.switchboard.messages import message_steps, messages
from db.switchboard.modes import mode_orders
from db.switchboard.terms import switchboard_terms
from db.switchboard.transfers import transfers
from db.timeslots import timeslot_seats, timeslots
from db.unit_cards import unit_card_versions, unit_cards
from db.units import units
from db.wait_list import wait_list
from db.waiting import waiting_entries, waivers
from db.work_items import work_items

# PostgreSQL's partial indexes have the same conditions.  Said here, for the word alone makes
# SQLAlchemy import the dialect: a tenth of a second that no desk shall wait.
for _index in (index for each in metadata.tables.values() for index in each.indexes):
    _index.dialect_options["postgresql"]["where"] = _index.dialect_options["sqlite"]["where"]

# Rows that a verb writes, and that a replay must write again, to the letter.
REPLAYED: tuple[Table, ...] = (
    operators,
    sessions,
    people,
    identities,
    merges,
    special_notes,
    name_words,
    units,
    unit_cards,
    unit_card_versions,
    redirects,
    duties,
    rule_sets,
    packs,
    pack_edits,
    calls,
    entries,
    entry_versions,
    waiting_entries,
    waivers,
    dissents,
    disclosures,
    referrals,
    referral_steps,
    callback_queues,
    timeslots,
    timeslot_seats,
    callbacks,
    callback_steps,
    cancel_rules,
    bookings,
    cancellations,
    wait_list,
    freed_times,
    offers,
    case_terms,
    cases,
    case_steps,
    case_edits,
    contacts,
    absences,
    switchboard_terms,
    mode_orders,
    messages,
    message_steps,
    transfers,
    inquiries,
    topics,
    topic_versions,
    questions,
    queue_calls,
    queue_closures,
    presences,
    incidents,
    roster_terms,
    work_turns,
    targets,
    surveys,
    samples,
    sampled_calls,
    call_reviews,
    feedback,
    parts,
    hand_overs,
    alarms,
    choices,
    snippets,
    snippet_versions,
    snippet_uses,
    blocks,
    block_revocations,
    block_lifts,
    log_draws,
    log_drawn,
    log_findings,
    work_items,
    operations,
)

# Rows that are shared through the centre.  Operations travel by themselves; sessions and reviews
# of the log stay where they are made, and at the centre.
_UNSHARED = (operations, sessions, log_draws, log_drawn, log_findings)
SYNCED: tuple[Table, ...] = tuple(each for each in REPLAYED if each not in _UNSHARED)

# Rows that are only ever added to; the databases refuse the rest (db/guards.py).
APPEND_ONLY: tuple[Table, ...] = (
    access_log,
    operations,
    entries,
    waivers,
    dissents,
    disclosures,
    snippet_versions,
    unit_card_versions,
    pack_edits,
    referral_steps,
    callback_steps,
    cancellations,
    cancel_rules,
    case_terms,
    case_steps,
    case_edits,
    switchboard_terms,
    message_steps,
    inquiries,
    topic_versions,
    roster_terms,
    samples,
    sampled_calls,
    blocks,
    block_revocations,
    block_lifts,
    log_draws,
    log_drawn,
    log_findings,
)

# Rows that are this desk's own: neither replayed nor mirrored word for word.
LOCAL: tuple[Table, ...] = (*OWN, drafts, *DESK, *FIGURES)

__all__ = ["APPEND_ONLY", "CENTRE", "LOCAL", "REPLAYED", "SYNCED", "metadata"]
