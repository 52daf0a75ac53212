"""A shift's work with people and their records: every verb that writes about a patient."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from kundcenter.domain.blocks import BlockKind, LiftGround
from kundcenter.domain.disclosures import DisclosureForm
from kundcenter.domain.identity import Sex
from kundcenter.domain.journal import Answer, Finding, Relation, WaiverReason
from kundcenter.domain.people import Protection
from kundcenter.domain.special_notes import SpecialKind
from tests.ground import ASKED, CARE_UNIT, CHILD, MAN, WHOLE, WOMAN, Ground, identity

TICKED = replace(
    WHOLE,
    course="SAMRE",
    findings=(Finding("HOG_FEBER", Answer.PRESENT), Finding("DRICKER", Answer.ABSENT)),
    advice_ticks=("VILA", "DRICK"),
    call_back_ticks=("SAMRE",),
    understood=True,
    interpreter_kind="BILDTOLK",
    interpreter_language="ar",
)


@dataclass(frozen=True, slots=True)
class Records:
    """Whom the shift was about, and an entry of theirs that is signed."""

    woman: UUID
    entry: UUID


def records(ground: Ground, call: UUID, unit: UUID) -> Records:
    """What a nurse who also supervises writes about the people of one call."""
    woman, unknown = _people(ground)
    entry = _entries(ground, woman, call, unit)
    ground.desk.journal.write(unknown, WHOLE)
    block = ground.desk.blocks.set(
        woman,
        BlockKind.INNER,
        CARE_UNIT.lower(),
        valid_from=ground.clock.at - timedelta(days=400),
        valid_until=ground.clock.at.replace(microsecond=999_999),
    ).the("block")
    ground.desk.blocks.lift(woman, (CARE_UNIT,), LiftGround.EMERGENCY, "Medvetslös patient")
    ground.desk.blocks.revoke(block, "Ångrat sig.")
    return Records(woman, entry)


def _people(ground: Ground) -> tuple[UUID, UUID]:
    people = ground.desk.people
    woman = people.register(
        identity(WOMAN), "Åsa", "Test", sex=Sex.WOMAN, born_on=date(1988, 2, 29)
    ).the("person")
    people.protect(woman, Protection.CONFIDENTIAL, "Skatteverket")
    people.protect(woman, Protection.NONE, "Markeringen är borttagen.")
    unknown = people.register_unidentified("Man på torget").the("person")
    special = people.note_special(unknown, SpecialKind.THREAT, "Hot.").the("special_note")
    people.end_special(special)
    people.note_death(unknown, "2026-10-00")
    people.note_death(unknown, "")
    people.note_language(unknown, "Somaliska")
    other = people.register(identity(MAN), "Test", "Ännu en").the("person")
    merge = people.merge(unknown, other, "Samma man").the("merge")
    people.unmerge(merge)
    people.identify(unknown, identity(CHILD))
    people.unidentify(unknown, "Numret var en annans.", given_name="Man på torget")
    people.correct(unknown, "Man i parken", "", sex=Sex.MAN, born_on=date(1980, 7, 1))
    people.identify(unknown, identity(CHILD), given_name="Test", family_name="Barn")
    people.correct(woman, "Åsa", "Tést", born_on=date(1988, 2, 28), reason="Felskrivet.")
    people.register_unidentified("Kvinna", sex=Sex.WOMAN, born_on=date(1986, 7, 1))
    return woman, unknown


def _entries(ground: Ground, woman: UUID, call: UUID, unit: UUID) -> UUID:
    journal = ground.desk.journal
    text = replace(TICKED, outcome="VC", unit_id=unit, history='"\\\n\t\u2028å😀')
    entry = journal.write(woman, text, call).the("entry")
    journal.save(entry, replace(WHOLE, advice="\x1f\x7f"), upon=1)
    journal.sign(entry, upon=2)
    journal.correct(entry, replace(WHOLE, follows=entry), upon=2, reason="Fel råd.")
    journal.dissent(entry, "Jag hade ingen feber.", "Test Åsa", Relation.SELF)
    journal.disclose(entry, "Försäkringskassan")
    journal.disclose(entry, "Patienten", DisclosureForm.PRINT)
    journal.take_copy(entry, "En annan vårdenhet", ASKED)
    journal.sign_not_required(entry, upon=3, reason=WaiverReason.UNNECESSARY)
    return entry
