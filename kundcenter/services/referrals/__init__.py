"""Refer, book, hand over, and learn what came of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.access_log import Activity, Level
from kundcenter.domain.disclosures import Disclosure, DisclosureForm
from kundcenter.domain.grounds import Ground, Standing
from kundcenter.domain.journal import Entry, Note
from kundcenter.domain.referral_figures import (
    ReferralFigures,
    checked_referral_period,
    figures,
)
from kundcenter.domain.referral_papers import PrintedReferral, SbarSheet
from kundcenter.domain.referrals import (
    Referral,
    ReferralStands,
    ReferralState,
    Step,
    StepKind,
    ToldReferral,
    booked_text,
    checked_ranking,
    must_be_open,
    read_parts,
    receiver_line,
    referred,
    sends,
)
from kundcenter.domain.text import line
from kundcenter.ports import Store, Viewing, Work
from kundcenter.services.referrals import pages

AT_ONCE = 500  # entries in one question

__all__ = ["Referrals"]


class Referrals:
    """Everybody of the unit that made a referral carries it on, whoever made it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def make(
        self,
        entry_id: UUID,
        *,
        rules: int = 0,
        rank: int = 0,
        booked_at: datetime | None = None,
        allow_primary: bool = False,
    ) -> Changes:
        """Send the patient where the entry's latest version says; what was open is cancelled.

        `rules` is the number of the rule set that ranked the place, `rank` which one it was.
        `allow_primary` is the region's setting `book_primary_care`.  The deviation, its reason and
        the interpreter are the note's.  When the entry guides to another place since (DOMAIN §3.6,
        R9), the first referral stays as it was made, with the step that cancelled it.  Carried out
        late it is taken in though another desk has made the same, which is then cancelled.

        Raises EntryNotFound, EntryBlocked, ReferralOfAnotherUnit, ReferralNeedsOutcome,
        ReferralNeedsUnit, ReferralStands (the same one is open), RankingInvalid, and what `book`
        raises.
        """
        with self._store.work(
            "referrals.make",
            entry_id=entry_id,
            rules=rules,
            rank=rank,
            booked_at=booked_at,
            allow_primary=allow_primary,
        ) as work:
            work.actor.must(Function.REFER)
            checked_ranking(rules, rank)
            entry = work.journal.get(entry_id)
            work.reach(entry.person_id).must(entry)
            note = _note(work, entry_id)
            made = referred(
                work.new_id(),
                entry,
                note,
                work.codes_of(note.codes),
                at=work.now,
                by=work.actor.operator_id,
                care_unit=work.actor.care_unit,
                rules=rules,
                rank=rank,
            )
            if booked_at is not None:
                made = _booked(work, made, booked_at, allow_primary=allow_primary)
            # Drawn whether it is needed or not: late there may be one that the desk did not see.
            cancelled = work.new_id()
            for older in work.referrals.of_entries((entry_id,)):  # at most one of them is open
                if older.open and older.same_place(made) and not work.late:
                    raise ReferralStands(id=older.id)
                if older.open:
                    _told(work, older, ReferralState.CANCELLED, step_id=cancelled)
            work.referrals.put(made)
            _step(work, made, StepKind.MADE)
            if booked_at is not None:
                _step(work, made, StepKind.BOOKED, text=booked_text(booked_at))
            work.witness(Activity.WRITE, made.person_id, subject=("referral", made.id))
        return work.changes()

    def book(self, referral_id: UUID, at: datetime, *, allow_primary: bool = False) -> Changes:
        """Give the referral a time, or another one; each is kept as a step.

        Raises ReferralDone, BookingNotAllowed, BookedInPast, BookedWhenClosed (by the unit's hours
        as they are known), and as `tell`.
        """
        with self._store.work(
            "referrals.book", referral_id=referral_id, at=at, allow_primary=allow_primary
        ) as work:
            referral = _carried_on(work, referral_id)
            if not work.late:
                referral.must_go_on()
            work.referrals.put(_booked(work, referral, at, allow_primary=allow_primary))
            _step(work, referral, StepKind.BOOKED, text=booked_text(at))
            work.witness(Activity.WRITE, referral.person_id, subject=("referral", referral_id))
        return work.changes()

    def hand_over(self, referral_id: UUID, receiver: str, parts: tuple[str, ...]) -> Changes:
        """It was read to `receiver`; `parts` (S, B, A, R) are those that were ticked off.

        Carried out late it is taken in though it was cancelled meanwhile: it was said.  Raises
        ReferralNeedsReceiver, ReferralPartsInvalid, ReferralDone, TextInvalid, and as `tell`.
        """
        with self._store.work(
            "referrals.hand_over", referral_id=referral_id, receiver=receiver, parts=parts
        ) as work:
            referral = _carried_on(work, referral_id)
            if not work.late:
                referral.must_go_on()
            taker = receiver_line(receiver, referral_id)
            read = read_parts(parts, referral_id)
            work.referrals.put(referral)  # the step is its news
            _step(work, referral, StepKind.HANDED_OVER, receiver=taker, parts=read)
            work.witness(Activity.WRITE, referral.person_id, subject=("referral", referral_id))
        return work.changes()

    def tell(self, referral_id: UUID, state: ReferralState, text: str = "") -> Changes:
        """What came of it: reached, not reached or cancelled, with a line about it.

        A slip is told anew; what is cancelled stays so.  Raises ReferralNotFound, EntryBlocked,
        ReferralOfAnotherUnit, ReferralDone, ReferralUntold, TextInvalid.
        """
        with self._store.work(
            "referrals.tell", referral_id=referral_id, state=state, text=text
        ) as work:
            referral = _carried_on(work, referral_id)
            _told(work, referral, state, line(text, "text"))
            work.witness(Activity.WRITE, referral.person_id, subject=("referral", referral_id))
        return work.changes()

    def note_print(self, referral_id: UUID, receiver: str) -> Changes:
        """Note in the record that the page is handed out, to whom and when (PDL 3 kap. 11 §).

        Raises ReferralNotFound, EntryBlocked, ReferralNeedsReceiver, TextInvalid.
        """
        with self._store.work(
            "referrals.note_print", referral_id=referral_id, receiver=receiver
        ) as work:
            work.actor.must(Function.REFER)
            referral, entry = _seen(work, referral_id)
            taker = receiver_line(receiver, referral_id)
            number, by = work.journal.latest(entry.id).number, work.actor.operator_id
            form = DisclosureForm.PRINT
            copy = Disclosure(work.new_id(), entry.id, number, form, taker, work.now, by)
            work.disclosures.add(copy)
            work.referrals.put(referral)  # the step is its news
            _step(work, referral, StepKind.PRINTED, receiver=taker)
            subject = ("referral", referral_id)
            work.witness(Activity.PRINT, referral.person_id, subject=subject, reason=taker)
        return work.changes()

    # -- looks ---------------------------------------------------------------------------------

    def of_entry(self, entry_id: UUID, ground: Ground = Ground()) -> tuple[ToldReferral, ...]:
        """The referrals of one entry, the oldest first, with an access record.

        Raises EntryNotFound, EntryBlocked, GroundNeeded.
        """
        with self._store.opening() as view:
            view.actor.must(Function.READ_RECORD)
            entry = view.journal.get(entry_id)
            stands = _standing(view, entry, ground)
            found = view.referrals.of_entries((entry_id,))
            for subject in [("referral", each.id) for each in found] or [("entry", entry_id)]:
                view.witness(
                    Activity.READ,
                    entry.person_id,
                    level=Level.RECORD if found else Level.OVERVIEW,
                    purpose=stands.purpose,
                    subject=subject,
                    reason=stands.reason,
                )
            return _with_steps(found, view.referrals.steps([each.id for each in found]))

    def to_read(self, entry_id: UUID, ground: Ground = Ground()) -> SbarSheet:
        """What is read to whoever takes the patient over, with an access record.

        Raises EntryNotFound, EntryBlocked, GroundNeeded.
        """
        with self._store.opening() as view:
            view.actor.must(Function.REFER)
            entry = view.journal.get(entry_id)
            stands = _standing(view, entry, ground)
            view.witness(
                Activity.READ,
                entry.person_id,
                purpose=stands.purpose,
                subject=("entry", entry_id),
                reason=stands.reason,
            )
            found = view.referrals.of_entries((entry_id,))
            told = _with_steps(found, view.referrals.steps([each.id for each in found]))
            return pages.sheet(view, entry, told)

    def mine(self, start: datetime, end: datetime) -> tuple[ToldReferral, ...]:
        """What the operator has referred from `start` until `end`, the newest first.

        The list is of the operator's own work and names no patient: no name, no number, nothing
        of the note, and what was written about a step is left out.  So the law asks for no access
        record (patientdatalagen 4 kap. 3 § is about data of patients); whoever opens a line's entry
        leaves one.  What a patient has blocked since is left out.  Raises ReferralPeriodWrong.
        """
        checked_referral_period(start, end)
        with self._store.read() as reading:
            reading.actor.must(Function.REFER)
            found = reading.referrals.made_by(reading.actor.operator_id, start, end)
            hidden = reading.entries_beyond_reach([each.entry_id for each in found])
            seen = [each for each in found if each.entry_id not in hidden]
            steps = reading.referrals.steps([each.id for each in seen])
            return _with_steps(seen, [each.wordless() for each in steps])

    def figures(self, start: datetime, end: datetime) -> ReferralFigures:
        """Counts of the entries first referred in the period; names nobody, no operator either.

        Raises ReferralPeriodWrong.
        """
        checked_referral_period(start, end)
        with self._store.read() as reading:
            reading.actor.must(Function.COUNT_REFERRALS)
            entries = list(dict.fromkeys(r.entry_id for r in reading.referrals.made(start, end)))
            found: list[Referral] = []
            for at in range(0, len(entries), AT_ONCE):
                found += reading.referrals.of_entries(entries[at : at + AT_ONCE])
            groups = {each.code: each.group for each in reading.codes.outcomes}
            return figures(found, lambda code: groups.get(code, ""), start, end)

    def take_print(
        self, referral_id: UUID, receiver: str, ground: Ground = Ground()
    ) -> PrintedReferral:
        """What the page for the receiving clinic holds.  It is noted before the page exists.

        Raises ReferralNotFound, ReferralNeedsReceiver, TextInvalid, EntryBlocked, GroundNeeded.
        """
        taker = receiver_line(receiver, referral_id)
        with self._store.opening() as view:
            view.actor.must(Function.REFER)
            referral = view.referrals.get(referral_id)
            entry = view.journal.get(referral.entry_id)
            stands = _standing(view, entry, ground)
            view.witness(
                Activity.READ,
                entry.person_id,
                purpose=stands.purpose,
                subject=("referral", referral_id),
                reason=stands.reason,
            )
            page = pages.page(view, referral, entry, taker)
        self.note_print(referral_id, receiver)
        return page


def _carried_on(work: Work, referral_id: UUID) -> Referral:
    """The referral, which the actor's unit made.  Raises what `tell` says."""
    work.actor.must(Function.REFER)
    referral, _ = _seen(work, referral_id)
    referral.must_be_of(work.actor.care_unit)
    return referral


def _note(work: Work, entry_id: UUID) -> Note:
    """What the entry says.  Late, the newest version that sends somewhere: at the desk one did."""
    latest = work.journal.latest(entry_id).note
    if not work.late or sends(latest, work.codes_of(latest.codes)):
        return latest
    older = (version.note for version in reversed(work.journal.versions(entry_id)))
    return next((each for each in older if sends(each, work.codes_of(each.codes))), latest)


def _seen(work: Work, referral_id: UUID) -> tuple[Referral, Entry]:
    """The referral and its entry.  Raises ReferralNotFound, EntryBlocked."""
    referral = work.referrals.get(referral_id)
    entry = work.journal.get(referral.entry_id)
    work.reach(entry.person_id).must(entry)
    return referral, entry


def _standing(view: Viewing, entry: Entry, ground: Ground) -> Standing:
    """On what ground the entry may be looked at; the call that it was written in, if none is given.

    Raises EntryBlocked, GroundNeeded.
    """
    mine = entry.author_id == view.actor.operator_id
    if mine and not view.journal.latest(entry.id).signed:
        stands = Standing()
    else:
        ground = Ground(entry.call_id) if ground == Ground() else ground
        stands = view.grounded(entry.person_id, ground)
    reach = view.reach(entry.person_id)
    reach.must(entry)
    if stands.searched:  # this record names the call; the one of the look names what is looked at
        view.witness(
            Activity.READ,
            entry.person_id,
            level=Level.OVERVIEW,
            subject=stands.subject,
            reason=stands.reason,
        )
    view.witness_lifted(reach, (entry,))
    return stands


def _booked(work: Work, referral: Referral, at: datetime, *, allow_primary: bool) -> Referral:
    """Late, the unit's hours may be others than those that the desk went by."""
    booked = referral.booked(at, work.now, allow_primary=allow_primary)
    if booked.unit_id is not None and not work.late:
        must_be_open(work.unit_cards.get(booked.unit_id).details.hours, at, booked.unit_id)
    return booked


def _told(
    work: Work,
    referral: Referral,
    state: ReferralState,
    text: str = "",
    *,
    step_id: UUID | None = None,
) -> None:
    by, late = work.actor.operator_id, work.late
    work.referrals.put(referral.told(state, work.now, by, late=late))
    _step(work, referral, StepKind(state.value), text=text, step_id=step_id)


def _step(
    work: Work,
    referral: Referral,
    kind: StepKind,
    *,
    receiver: str = "",
    parts: tuple[str, ...] = (),
    text: str = "",
    step_id: UUID | None = None,
) -> None:
    by, at = work.actor.operator_id, work.now
    work.referrals.add_step(
        Step(step_id or work.new_id(), referral.id, kind, at, by, receiver, parts, text)
    )


def _with_steps(found: Sequence[Referral], steps: Collection[Step]) -> tuple[ToldReferral, ...]:
    return tuple(
        ToldReferral(each, tuple(step for step in steps if step.referral_id == each.id))
        for each in found
    )
