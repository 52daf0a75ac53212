"""What the page of a referral is put together from."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from kundcenter.domain.journal import Entry
from kundcenter.domain.opened import OpenEntry
from kundcenter.domain.referral_papers import PrintedReferral, SbarSheet
from kundcenter.domain.referrals import Referral, ReferralState, ToldReferral
from kundcenter.domain.sbar import sbar
from kundcenter.domain.unit_cards import UnitCard
from kundcenter.ports import Viewing


def page(view: Viewing, referral: Referral, entry: Entry, receiver: str) -> PrintedReferral:
    """The page as of now, out of the entry's latest version; its look has been witnessed.

    The number is the one that the entry was written under, unless it was taken back since.
    """
    person = view.people.get(entry.person_id)
    former = [each.identity for each in view.people.former((person.id,))]
    version = view.journal.latest(entry.id)
    codes = view.codes_of(version.note.codes)
    card = _card(view, referral.unit_id)
    steps = view.referrals.steps((referral.id,))
    waivers = view.waiting.waivers_of(entry.id)
    who = {step.by for step in steps} | {version.written_by} | {w.noted_by for w in waivers}
    names = {id: view.operators.get(id).name for id in who}
    opened = OpenEntry(entry, (version,), waivers=waivers, names=names).under(person, former)
    printed = opened.page(
        person,
        units=view.units.all(),
        codes={version.note.codes: codes},
        at=view.now,
        by=view.operators.get(view.actor.operator_id).name,
        recipient=receiver,
    )
    return PrintedReferral(
        person=person,
        patient=printed.patient,
        entry=printed.entry,
        referral=referral,
        parts=sbar(
            version.note,
            codes,
            person,
            card.unit if card else None,
            at=view.now,
            booked_at=referral.booked_at,
            identity=printed.entry.written_under,
        ),
        outcome=codes.outcome(referral.outcome).label,
        urgency=codes.urgency(referral.urgency).label if referral.urgency else "",
        signed=printed.signature(version),
        printed_at=view.now,
        printed_by=printed.printed_by,
        receiver=receiver,
        steps=steps,
        card=card,
        names=names,
        care_unit=printed.care_unit,
    )


def sheet(view: Viewing, entry: Entry, told: tuple[ToldReferral, ...]) -> SbarSheet:
    """What is read aloud, out of the entry's latest version; its look has been witnessed."""
    person = view.people.get(entry.person_id)
    note = view.journal.latest(entry.id).note
    codes = view.codes_of(note.codes)
    card = _card(view, note.unit_id)
    there = (note.outcome, note.unit_id)
    standing = [each for each in told if each.referral.state is not ReferralState.CANCELLED]
    current = next(
        (
            each
            for each in reversed(standing)
            if (each.referral.outcome, each.referral.unit_id) == there
        ),
        None,
    )
    return SbarSheet(
        entry=entry,
        parts=sbar(
            note,
            codes,
            person,
            card.unit if card else None,
            at=view.now,
            booked_at=current.referral.booked_at if current else None,
        ),
        told=told,
        current=current,
        outcome=note.outcome,
        destination=codes.outcome(note.outcome).label if note.outcome else "",
        card=card,
        at=view.now,
    )


def _card(view: Viewing, unit_id: UUID | None) -> UnitCard | None:
    """The receiving unit's, without its lines: no page has them, and some are for other roles."""
    if unit_id is None:
        return None
    card = view.unit_cards.get(unit_id)
    return replace(card, details=replace(card.details, lines=()))
