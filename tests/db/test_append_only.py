"""The databases themselves refuse to change or delete what must not change (PDL 3 kap. 14 §)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import Engine, Table, delete, insert, select, text, update

from db.faults import RowConflict, translated
from db.journal import entries, entry_versions
from db.tables import APPEND_ONLY
from kundcenter.demo.cancel_rules import demo_rules
from kundcenter.domain.access import Role
from kundcenter.domain.blocks import BlockKind, LiftGround
from kundcenter.domain.callbacks import Placing
from kundcenter.domain.cancellations import CancelFacts, CancelledBy, CancelReason
from kundcenter.domain.case_codes import CaseField
from kundcenter.domain.case_terms import CATEGORIES, TIMES
from kundcenter.domain.cases import CaseDraft, CaseFacts, FieldEdit
from kundcenter.domain.journal import Relation, WaiverReason
from kundcenter.domain.log_review import Period, Verdict
from kundcenter.domain.service_desk.topics import Heading, TopicDraft
from kundcenter.domain.snippets import Scope, Wording
from kundcenter.domain.supervision.roster_terms import LIMITS, PATTERNS
from kundcenter.domain.supervision.samples import Frame, Judgement
from kundcenter.domain.switchboard.contacts import ContactDraft
from kundcenter.domain.switchboard.inquiries import Answer, Asked, Asker, InquiryDraft
from kundcenter.domain.switchboard.messages import MessageChannel, MessageDraft
from kundcenter.domain.switchboard.terms_default import DEFAULT
from kundcenter.domain.visit_times import NewTime
from tests.ground import ASKED, CARE_UNIT, MORNING, NUMBER, WHOLE, Ground
from tests.packs import FEVER, PACK
from tests.services.callback_ground import SATURDAY, draft

WRITTEN = (*APPEND_ONLY, entry_versions)


@pytest.fixture
def worked(ground: Ground) -> Ground:
    """A signed version and an unsigned one, and a row in every other table that only grows."""
    ground.begin()
    unit = ground.unit()
    ground.operator("nurse", Role.NURSE, Role.MEDICAL_LEAD, Role.LOG_REVIEWER)
    ground.sign_in("nurse")
    desk, journal, person = ground.desk, ground.desk.journal, ground.person()
    entry = journal.write(person, WHOLE).the("entry")
    journal.sign(entry, upon=1)
    journal.correct(entry, WHOLE, upon=1, reason="Fel brådska.")
    waived = journal.write(person, WHOLE).the("entry")
    journal.sign_not_required(waived, upon=1, reason=WaiverReason.HINDERED)
    journal.dissent(entry, "Så sade jag inte.", "Test Person", Relation.SELF)
    journal.disclose(entry, "Patienten")
    block = desk.blocks.set(person, BlockKind.INNER, CARE_UNIT).the("block")
    desk.blocks.revoke(block, "Patienten ångrade sig")
    desk.blocks.lift(person, (CARE_UNIT,), LiftGround.CONSENT, "Patienten samtycker")
    desk.snippets.add(Scope.PERSONAL, Wording("x", "Test", "Text"))
    desk.packs.approve(desk.packs.import_(PACK).the("pack"))
    desk.packs.edit("test", "FEBER", replace(FEVER, title="Hög feber"), upon=0)
    sent = journal.write(person, replace(WHOLE, outcome="NARAKUT", unit_id=unit)).the("entry")
    desk.referrals.make(sent)
    _claims(ground, unit, person)
    _case(ground)
    _switchboard(ground, person)
    _leading(ground, person)
    desk.units.retire(unit, upon=0)
    of_another = ground.accesses()[0].id
    period = Period(MORNING - timedelta(days=1), MORNING + timedelta(days=1))
    draw = desk.log_review.draw(period, (of_another,)).the("draw")
    desk.log_review.note(of_another, Verdict.IN_ORDER, draw_id=draw)
    return ground


def _claims(ground: Ground, unit: UUID, person: UUID) -> None:
    """Somebody is placed, and a booked time is cancelled by an edition of the rules."""
    desk = ground.desk
    desk.cancel_rules.publish(demo_rules(), upon=0, own="06")
    queue = desk.callback_queues.put(None, draft(unit)).the("callback_queue")
    desk.callbacks.place(queue, SATURDAY[0], Placing(person, NUMBER))
    starts = MORNING + timedelta(days=2)
    time = NewTime(unit, "NYBESOK", starts, starts + timedelta(minutes=30))
    slot = desk.timeslots.add((time,)).the("timeslot")
    booking = desk.bookings.book(slot, person).the("booking")
    facts = CancelFacts(CancelledBy.PATIENT, CancelReason.DOES_NOT_SUIT)
    desk.bookings.cancel(booking, facts)


def _case(ground: Ground) -> None:
    """A complaint is taken in and edited, by an edition of the terms."""
    cases = ground.desk.cases
    ground.desk.case_terms.publish(CATEGORIES, TIMES, upon=0)
    case = cases.register(CaseDraft(CaseFacts())).the("case")
    cases.edit(case, (FieldEdit(CaseField.SUMMARY, "", "Ingen ringde"),))


def _switchboard(ground: Ground, person: UUID) -> None:
    """Terms, a message, somebody who asked about a patient, and a card."""
    desk = ground.desk
    desk.switchboard_terms.publish(DEFAULT, upon=0)
    contact = desk.contacts.put(None, ContactDraft("Regionen", "Test Testsson")).the("contact")
    desk.messages.write(MessageDraft(MessageChannel.PRINT, "Ring upp", contact))
    asked = InquiryDraft(Asker.PRESS, Asked.IS_HERE, Answer.REFUSED, person_id=person)
    desk.inquiries.note(asked)
    desk.topics.put(None, TopicDraft(Heading.FEES, "Avgift", "Text", owner="Redaktionen"))


def _leading(ground: Ground, call: UUID) -> None:
    """An edition of the shifts, and a sample with a judgement; of a call that is not here."""
    desk = ground.desk
    desk.roster_terms.publish(PATTERNS, LIMITS, upon=0)
    frame = Frame(MORNING, MORNING + timedelta(days=1), "2026-11", 1)
    sample = desk.samples.draw(frame, (call,), 1).the("sample")
    desk.samples.judge(sample, call, Judgement(advisory=False))


def changed(engine: Engine, statement: str) -> None:
    with translated(), engine.begin() as connection:
        connection.execute(text(statement))


@pytest.mark.parametrize("table", WRITTEN, ids=lambda table: str(table.name))
def test_a_row_is_never_deleted(worked: Ground, table: Table) -> None:
    with pytest.raises(RowConflict), translated(), worked.engine.begin() as connection:
        connection.execute(delete(table))
    with worked.engine.connect() as connection:
        assert connection.execute(select(table)).first()


@pytest.mark.parametrize("table", APPEND_ONLY, ids=lambda table: str(table.name))
def test_a_row_is_never_changed(worked: Ground, table: Table) -> None:
    columns = [column for column in table.columns if not column.primary_key]
    for column in columns:
        with pytest.raises(RowConflict), translated(), worked.engine.begin() as connection:
            connection.execute(update(table).values({column: column}))


def test_nothing_in_a_signed_version_is_changed(worked: Ground) -> None:
    signed = entry_versions.c.signed_at.is_not(None)
    for column in entry_versions.columns:
        with pytest.raises(RowConflict), translated(), worked.engine.begin() as connection:
            connection.execute(update(entry_versions).where(signed).values({column: column}))


def test_a_signature_is_never_taken_back(worked: Ground) -> None:
    for name in ("signed_at", "signed_by"):
        with pytest.raises(RowConflict):
            changed(worked.engine, f"UPDATE entry_versions SET {name} = NULL WHERE number = 1")


def test_the_text_of_an_unsigned_version_is_never_rewritten(worked: Ground) -> None:
    for name in ("history", "assessment", "advice", "urgency", "correction"):
        with pytest.raises(RowConflict):
            changed(worked.engine, f"UPDATE entry_versions SET {name} = 'x' WHERE number = 2")


def test_an_unsigned_version_is_signed_once(worked: Ground) -> None:
    with worked.engine.connect() as connection:
        entry = connection.execute(select(entries.c.id).order_by(entries.c.id)).scalars().first()
        assert entry is not None
    worked.desk.journal.sign(entry, upon=2)
    assert all(version.signed for version in worked.desk.journal.open(entry, ASKED).versions)


@pytest.mark.parametrize("table", WRITTEN, ids=lambda table: str(table.name))
def test_there_is_no_way_around_the_guards(worked: Ground, table: Table) -> None:
    """Without recursion SQLite's REPLACE deletes past the triggers; so does TRUNCATE elsewhere."""
    if worked.engine.dialect.name == "postgresql":
        with pytest.raises(RowConflict):
            changed(worked.engine, f"TRUNCATE {table.name} CASCADE")
        return
    with worked.engine.connect() as connection:
        row = dict(connection.execute(select(table)).mappings().first() or {})
    again = insert(table).prefix_with("OR REPLACE").values(row)
    with pytest.raises(RowConflict), translated(), worked.engine.begin() as connection:
        connection.execute(again)
