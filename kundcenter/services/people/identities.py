"""Who a person is: registered, identified later, corrected, and a mistaken number taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.access_log import Activity, Level
from kundcenter.domain.calendar import local
from kundcenter.domain.identity import IdKind, PersonId, Sex
from kundcenter.domain.identity_errors import PersonIdMalformed
from kundcenter.domain.merges import joined, met
from kundcenter.domain.people import (
    FormerIdentity,
    Person,
    PersonExists,
    PersonNeedsReason,
    birth_day,
    clean_name,
    latest_of,
)
from kundcenter.domain.text import line
from kundcenter.ports import Store, Work


class Identities:
    """The verbs of `People` that say who somebody is."""

    _store: Store

    def register(
        self,
        identity: PersonId,
        given_name: str,
        family_name: str,
        *,
        sex: Sex | None = None,
        born_on: date | None = None,
    ) -> Changes:
        """Register a person.

        Raises PersonExists with the other's id, NameInvalid, BornInTheFuture, BirthDayImpossible.
        Carried out late, it becomes one with the other instead: both desks may have written
        notes, and none of them may be turned away.
        """
        with self._store.work(
            "people.register",
            identity=identity,
            given_name=given_name,
            family_name=family_name,
            sex=sex,
            born_on=born_on,
        ) as work:
            work.actor.must(Function.IDENTIFY)
            already = work.people.by_identity(identity)
            if already is not None and not work.late:
                raise PersonExists(id=already.id)
            id = work.new_id()
            person = Person(
                id=id,
                person_id=identity if already is None else PersonId.unknown(id),
                given_name=clean_name(given_name),
                family_name=clean_name(family_name),
                registered_at=work.now,
                sex=sex or identity.sex,
                born_on=birth_day(born_on, local(work.now).date()),
            )
            work.people.put(person)
            if already is not None:
                _meet(work, already, person)
            work.witness(Activity.WRITE, person.id, level=Level.OVERVIEW)
        return work.changes()

    def register_unidentified(
        self, described: str, *, sex: Sex | None = None, born_on: date | None = None
    ) -> Changes:
        """Register somebody whose identity is not known: care may not wait for a number.

        `described` is what the operator calls the person; `born_on` may be a guess, for it is
        what tells a child from an adult.  Raises NameInvalid, BornInTheFuture,
        BirthDayImpossible.
        """
        with self._store.work(
            "people.register_unidentified", described=described, sex=sex, born_on=born_on
        ) as work:
            work.actor.must(Function.IDENTIFY)
            id = work.new_id()
            work.people.put(
                Person(
                    id=id,
                    person_id=PersonId.unknown(id),
                    given_name=clean_name(described),
                    family_name="",
                    registered_at=work.now,
                    sex=sex,
                    born_on=birth_day(born_on, local(work.now).date()),
                )
            )
            work.witness(Activity.WRITE, id, level=Level.OVERVIEW)
        return work.changes()

    def identify(
        self,
        person_id: UUID,
        identity: PersonId,
        *,
        given_name: str = "",
        family_name: str = "",
    ) -> Changes:
        """Give a person a later identity; the former one is kept and still finds them.

        With a name the person is called so from now on: who was unidentified had a description
        for one.  Entries stay under the identity that they were written under.  Raises
        PersonExists with the id of who has the number already (they may be one: merge),
        PersonMerged, NameInvalid, PersonIdMalformed for our own mark of somebody unknown.
        """
        with self._store.work(
            "people.identify",
            person_id=person_id,
            identity=identity,
            given_name=given_name,
            family_name=family_name,
        ) as work:
            work.actor.must(Function.IDENTIFY)
            if identity.kind is IdKind.OKAND:
                raise PersonIdMalformed(kind=identity.kind)
            person = work.people.get(person_id)
            other = work.people.by_identity(identity)
            if other is not None and not work.late:
                raise PersonExists(id=other.id)
            if other is not None and other.id != person.id:
                _meet(work, other, _called(person, given_name, family_name))
            else:
                work.people.put(_called(person.identified_as(identity), given_name, family_name))
                work.people.add_former(
                    FormerIdentity(
                        work.new_id(), person.id, person.person_id, work.now, work.actor.operator_id
                    )
                )
            work.witness(Activity.WRITE, person.id, level=Level.OVERVIEW)
        return work.changes()

    def unidentify(
        self,
        person_id: UUID,
        reason: str,
        *,
        given_name: str = "",
        family_name: str = "",
    ) -> Changes:
        """Take back the latest identity: it was somebody else's, and two patients were mixed.

        The person goes by the one before, the number is free again, and the row of the former
        identity stays, without a number.  With a name the person is called so from now on.
        Raises IdentityIsFirst, PersonNeedsReason, PersonMerged, NameInvalid, TextInvalid.
        """
        with self._store.work(
            "people.unidentify",
            person_id=person_id,
            reason=reason,
            given_name=given_name,
            family_name=family_name,
        ) as work:
            work.actor.must(Function.MERGE_PEOPLE)
            person = work.people.get(person_id)
            person.must_stand()
            said = line(reason, "reason")
            if not said:
                raise PersonNeedsReason(id=person_id)
            former = latest_of(person, work.people.former((person_id,)))
            before = person.identified_before_as(former.identity)
            work.people.put(_called(before, given_name, family_name))
            work.people.void_former(former.voided())
            work.witness(Activity.WRITE, person_id, level=Level.OVERVIEW, reason=said)
        return work.changes()

    def correct(
        self,
        person_id: UUID,
        given_name: str,
        family_name: str,
        *,
        sex: Sex | None = None,
        born_on: date | None = None,
        reason: str = "",
    ) -> Changes:
        """Say anew what the person is called, which sex and which day of birth are registered.

        Without `sex` or `born_on` it is the number that tells.  A reason is needed, but for
        somebody unidentified, whose facts are a description.  Raises PersonNeedsReason,
        PersonMerged, NameInvalid, TextInvalid, BornInTheFuture, BirthDayImpossible.
        """
        with self._store.work(
            "people.correct",
            person_id=person_id,
            given_name=given_name,
            family_name=family_name,
            sex=sex,
            born_on=born_on,
            reason=reason,
        ) as work:
            work.actor.must(Function.IDENTIFY)
            person = work.people.get(person_id)
            person.must_stand()
            said = line(reason, "reason")
            if not (said or person.unidentified):
                raise PersonNeedsReason(id=person_id)
            work.people.put(
                replace(
                    person.named(given_name, family_name),
                    sex=sex or person.person_id.sex,
                    born_on=birth_day(born_on, local(work.now).date()),
                )
            )
            work.witness(Activity.WRITE, person_id, level=Level.OVERVIEW, reason=said)
        return work.changes()


def _meet(work: Work, kept: Person, absorbed: Person) -> None:
    """Two desks have registered one number: the later registration points to the earlier one."""
    leads = len(work.people.cluster(absorbed.id)) > 1
    both = joined(kept, absorbed, leads=leads)
    work.merges.put(met(kept, absorbed, work.now, work.actor.operator_id))
    for person in both:
        work.people.put(person)
        work.calls.guard_numbers(person)


def _called(person: Person, given_name: str, family_name: str) -> Person:
    """The person by that name, or by the one they have when none is given."""
    if not (given_name or family_name):
        return person
    return person.named(given_name, family_name)
