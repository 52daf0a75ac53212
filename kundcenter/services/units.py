"""The units that callers are guided to, and their cards: what is known of them, and all it was."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Actor, Function
from kundcenter.domain.opening import HoursInvalid
from kundcenter.domain.routing.rules import in_force
from kundcenter.domain.text import LINE_LIMIT, TextInvalid, checked
from kundcenter.domain.triage import CodeSet
from kundcenter.domain.unit_cards import CardVersion, Details, UnitCard, UnitStale
from kundcenter.domain.unit_checks import (
    CardFault,
    UnitHsaTaken,
    UnitInvalid,
    checked_details,
    checked_together,
    checked_wording,
)
from kundcenter.domain.unit_wordings import (
    FIELDS_GIVEN,
    FIELDS_GUESSED,
    IMPORT_LIMIT,
    DirectoryView,
    IncomingUnit,
    UnitPlan,
    UnitsTooMany,
    UnitWording,
    planned,
)
from kundcenter.domain.units import Unit, UnitKind, hsa_key
from kundcenter.ports import Reading, Store, Work


class Units:
    """A staff-only number is left out for whose roles are not named, unless they edit cards."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[Unit, ...]:
        with self._store.read() as reading:
            reading.actor.must(Function.READ_CALL_LOG)
            return reading.units.all()

    def directory(self) -> DirectoryView:
        """Every unit, also the retired ones, with the orders and the rules that hold now."""
        with self._store.read() as reading:
            reading.actor.must(Function.READ_DIRECTORY)
            return DirectoryView(
                cards=_shown_all(reading, reading.unit_cards.all()),
                redirects=reading.redirects.standing(reading.now),
                rules=in_force(reading.rule_sets.all()),
                as_of=reading.now,
            )

    def some(self, ids: tuple[UUID, ...]) -> tuple[UnitCard, ...]:
        """The cards of those units that there are."""
        with self._store.read() as reading:
            reading.actor.must(Function.READ_DIRECTORY)
            return _shown_all(reading, reading.unit_cards.some(ids))

    def card(self, unit_id: UUID) -> UnitCard:
        """One unit's card; without details when it has none yet.  Raises UnitNotFound."""
        with self._store.read() as reading:
            reading.actor.must(Function.READ_DIRECTORY)
            return _shown(reading.actor, reading.unit_cards.get(unit_id))

    def history(self, unit_id: UUID) -> tuple[UnitCard, ...]:
        """What the card has been, the newest first.  Raises UnitNotFound."""
        with self._store.read() as reading:
            reading.actor.must(Function.READ_DIRECTORY)
            card = reading.unit_cards.get(unit_id)
            return _shown_all(reading, reading.unit_cards.versions(unit_id) or (card,))

    def writers(self, unit_id: UUID) -> dict[UUID, str]:
        """The names of those who have written the card, by their ids.  Raises UnitNotFound."""
        with self._store.read() as reading:
            reading.actor.must(Function.READ_DIRECTORY)
            reading.unit_cards.get(unit_id)
            versions = reading.unit_cards.versions(unit_id)
            ids = {card.changed_by for card in versions if card.changed_by is not None}
            return {id: reading.operators.get(id).name for id in sorted(ids)}

    def add(
        self, hsa_id: str, name: str, *, kind: UnitKind, municipality: str, phone: str, hours: str
    ) -> Changes:
        """Add a unit to the directory.  Raises TextInvalid."""
        with self._store.work(
            "units.add",
            hsa_id=hsa_id,
            name=name,
            kind=kind,
            municipality=municipality,
            phone=phone,
            hours=hours,
        ) as work:
            work.actor.must(Function.ADMINISTER)
            work.units.put(
                Unit(
                    id=work.new_id(),
                    hsa_id=checked(hsa_id, "hsa_id", limit=64),
                    name=checked(name, "name", limit=LINE_LIMIT),
                    kind=kind,
                    municipality=checked(municipality, "municipality", limit=LINE_LIMIT),
                    phone=checked(phone, "phone", limit=LINE_LIMIT),
                    hours=checked(hours, "hours", limit=LINE_LIMIT),
                )
            )
        return work.changes()

    def save(
        self, unit_id: UUID | None, wording: UnitWording, details: Details, *, upon: int = 0
    ) -> Changes:
        """A new unit, or the next version of the card whose number was `upon`; it is kept.

        Raises UnitNotFound, UnitStale, UnitHsaTaken, UnitInvalid, HoursInvalid, TextInvalid.
        """
        with self._store.work(
            "units.save", unit_id=unit_id, wording=wording, details=details, upon=upon
        ) as work:
            work.actor.must(Function.EDIT_DIRECTORY)
            codes = work.codes
            older = None if unit_id is None else _current(work, unit_id, upon)
            if older is None and upon:
                raise UnitStale(id=None, number=0)
            wording, details = checked_wording(wording), checked_details(details, codes)
            checked_together(wording, details)
            if older is None or hsa_key(older.unit.hsa_id) != hsa_key(wording.hsa_id):
                _must_be_free(work, wording.hsa_id)
            if older is None:
                _put(work, UnitCard(wording.unit(work.new_id()), details), work.new_id())
            else:
                first = work.new_id() if older.number == 0 else None
                _put_next(work, older, _worded(older, wording, details), work.new_id(), first)
        return work.changes()

    def retire(self, unit_id: UUID, *, upon: int, replaced_by: UUID | None = None) -> Changes:
        """Send callers there no more; `replaced_by` has taken its place.

        Raises UnitNotFound, UnitStale, UnitRetired (the unit, or its replacement), and
        UnitReplacesItself.
        """
        with self._store.work(
            "units.retire", unit_id=unit_id, upon=upon, replaced_by=replaced_by
        ) as work:
            work.actor.must(Function.EDIT_DIRECTORY)
            older = _current(work, unit_id, upon)
            other = None if replaced_by is None else work.unit_cards.get(replaced_by)
            newer = older.retired(work.now, other)
            first = work.new_id() if older.number == 0 else None
            _put_next(work, older, newer, work.new_id(), first)
        return work.changes()

    def restore(self, unit_id: UUID, *, upon: int) -> Changes:
        """A retired unit is open to callers again.

        Raises UnitNotFound, UnitStale, UnitNotRetired.
        """
        with self._store.work("units.restore", unit_id=unit_id, upon=upon) as work:
            work.actor.must(Function.EDIT_DIRECTORY)
            older = _current(work, unit_id, upon)
            _put_next(work, older, older.restored(), work.new_id())
        return work.changes()

    def plan(self, rows: tuple[IncomingUnit, ...]) -> UnitPlan:
        """What `import_` of the rows would do.  Raises what it raises."""
        with self._store.read() as reading:
            reading.actor.must(Function.EDIT_DIRECTORY)
            return _planned(reading, rows)

    def import_(self, rows: tuple[IncomingUnit, ...]) -> Changes:
        """Bring in all rows or none; one whose HSA-id is there becomes the card's next version.

        What a row does not give stays as it is; a retired unit stays retired.  The facts of what
        is wrong with a row have also row (from 1).  Raises UnitsTooMany, UnitRepeated,
        UnitInvalid, HoursInvalid, TextInvalid.
        """
        with self._store.work("units.import_", rows=rows) as work:
            work.actor.must(Function.EDIT_DIRECTORY)
            plan = _planned(work, rows)
            # As many ids as could be needed: at the centre others may have written meanwhile, and
            # what was new at the desk is a change there, or the other way round.
            given = {
                hsa_key(row.wording.hsa_id): (work.new_id(), work.new_id(), work.new_id())
                for row in rows
            }
            for row in plan.new:
                id, version, _ = given[hsa_key(row.wording.hsa_id)]
                _put(work, UnitCard(row.wording.unit(id), row.details), version)
            for older, row in plan.changed:
                _, version, first = given[hsa_key(row.wording.hsa_id)]
                _put_next(work, older, _worded(older, *row.upon(older)), version, first)
        return work.changes()


def _shown_all(reading: Reading, cards: Collection[UnitCard]) -> tuple[UnitCard, ...]:
    return tuple(_shown(reading.actor, card) for card in cards)


def _shown(actor: Actor, card: UnitCard) -> UnitCard:
    lines = card.details.lines
    if all(not line.roles for line in lines) or actor.may(Function.EDIT_DIRECTORY):
        return card
    seen = tuple(line for line in lines if not line.roles or line.roles & actor.roles)
    return replace(card, details=replace(card.details, lines=seen))


def _current(work: Work, unit_id: UUID, upon: int) -> UnitCard:
    card = work.unit_cards.get(unit_id)
    if card.number != upon:
        raise UnitStale(id=unit_id, number=card.number)
    return card


def _must_be_free(work: Work, hsa_id: str) -> None:
    for other in work.unit_cards.by_hsa((hsa_id,)).values():
        raise UnitHsaTaken(id=other)


def _worded(card: UnitCard, wording: UnitWording, details: Details) -> UnitCard:
    return replace(card, unit=wording.unit(card.id, card.unit.hours), details=details)


def _put_next(
    work: Work, older: UnitCard, newer: UnitCard, version: UUID, first: UUID | None = None
) -> None:
    """The next version; of what a unit was before it had a card, there is then a version too."""
    if older.number == 0 and first is not None:
        work.unit_cards.add_version(CardVersion(first, older))
    _put(work, newer, version)


def _put(work: Work, card: UnitCard, version: UUID) -> None:
    """The card as it stands from now on, and a version that stays."""
    by = work.actor.operator_id
    card = replace(card, number=card.number + 1, changed_at=work.now, changed_by=by)
    work.unit_cards.put(card)
    work.unit_cards.add_version(CardVersion(version, card))


def _planned(reading: Reading, rows: tuple[IncomingUnit, ...]) -> UnitPlan:
    codes = reading.codes
    if len(rows) > IMPORT_LIMIT:
        raise UnitsTooMany(count=len(rows), limit=IMPORT_LIMIT)
    good = tuple(_checked(row, at, codes) for at, row in enumerate(rows, start=1))
    ids = reading.unit_cards.by_hsa([row.wording.hsa_id for row in good])
    cards = {card.id: card for card in reading.unit_cards.some(ids.values())}
    there = {key: cards[id] for key, id in ids.items()}
    for at, row in enumerate(good, start=1):
        older = there.get(hsa_key(row.wording.hsa_id))
        try:
            checked_together(*(row.upon(older) if older else (row.wording, row.details)))
        except UnitInvalid as wrong:
            raise UnitInvalid(**wrong.facts, row=at) from None
    return planned(there, good)


def _checked(row: IncomingUnit, at: int, codes: CodeSet) -> IncomingUnit:
    for name, fields, known in (
        ("given", row.given, FIELDS_GIVEN),
        ("guessed", row.guessed, FIELDS_GUESSED),
    ):
        if not fields <= known:
            raise UnitInvalid(field=name, fault=CardFault.FIELD, row=at)
    try:
        return replace(
            row,
            wording=checked_wording(row.wording),
            details=checked_details(row.details, codes),
        )
    except (UnitInvalid, HoursInvalid, TextInvalid) as wrong:
        raise type(wrong)(**wrong.facts, row=at) from None
