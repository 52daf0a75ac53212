"""The directory in the store: each unit's card as it stands, and all that it has been."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Column, ForeignKey, Integer, Text, UniqueConstraint, bindparam, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from db.base import Rows, table
from db.base import Unit as UnitOfWork
from db.types import Id, Time
from db.units import rows as unit_rows
from db.units import units
from kundcenter.domain.unit_cards import CardVersion, Details, UnitCard
from kundcenter.domain.units import Unit, UnitNotFound, hsa_key
from kundcenter.operations import encode

unit_cards = table(
    "unit_cards",
    Column("id", Id, ForeignKey("units.id"), primary_key=True),
    Column("details", Text, nullable=False),  # JSON, as an operation writes it
    Column("number", Integer, nullable=False),
    Column("changed_at", Time, nullable=False),
    Column("changed_by", Id, nullable=False),
    Column("retired_at", Time),
    Column("replaced_by", Id),
)

unit_card_versions = table(
    "unit_card_versions",
    Column("id", Id, primary_key=True),
    Column("unit_id", Id, ForeignKey("units.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("card", Text, nullable=False),  # JSON of the whole card, the unit with it
    UniqueConstraint("unit_id", "number"),
)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of `unit_cards`."""

    id: UUID
    details: str
    number: int
    changed_at: datetime
    changed_by: UUID
    retired_at: datetime | None
    replaced_by: UUID | None


def _flat(card: UnitCard) -> dict[str, Any]:
    return {
        "id": card.id,
        "details": encode(card.details).decode(),
        "number": card.number,
        "changed_at": card.changed_at,
        "changed_by": card.changed_by,
        "retired_at": card.retired_at,
        "replaced_by": card.replaced_by,
    }


def _flat_version(version: CardVersion) -> dict[str, Any]:
    card = version.card
    return {
        "id": version.id,
        "unit_id": card.id,
        "number": card.number,
        "card": encode(card).decode(),
    }


def _whole_version(row: dict[str, Any]) -> CardVersion:
    return CardVersion(row["id"], _CARD.decode(row["card"]))


_DETAILS = msgspec.json.Decoder(Details)
_CARD = msgspec.json.Decoder(UnitCard)


def _alone(_: dict[str, Any]) -> UnitCard:
    raise AssertionError("a card is put together with its unit")


rows = Rows(unit_cards, UnitCard, flat=_flat, whole=_alone)
version_rows = Rows(unit_card_versions, CardVersion, flat=_flat_version, whole=_whole_version)

_rows = Rows(unit_cards, _Row)
_SOME = unit_rows.select().where(units.c.id.in_(bindparam("ids", expanding=True)))
_SOME_CARDS = _rows.select().where(unit_cards.c.id.in_(bindparam("ids", expanding=True)))


class _Low(FunctionElement[str]):
    """`hsa_key` in the database's words: A–Z alone have case, whatever its language is."""

    type = Text()
    inherit_cache = True


@compiles(_Low)
def _low(element: _Low, compiler: Any, **named: Any) -> str:
    return f"lower(trim({compiler.process(element.clauses, **named)}))"


@compiles(_Low, "postgresql")
def _low_central(element: _Low, compiler: Any, **named: Any) -> str:
    return f'lower(trim({compiler.process(element.clauses, **named)}) COLLATE "C")'


_BY_HSA = (
    select(units.c.id, units.c.hsa_id)
    .where(_Low(units.c.hsa_id).in_(bindparam("keys", expanding=True)))
    .order_by(units.c.id.desc())
)
_VERSIONS = (
    version_rows.select()
    .where(unit_card_versions.c.unit_id == bindparam("unit_id"))
    .order_by(unit_card_versions.c.number.desc())
)
AT_ONCE = 500  # ids in one question


class SqlUnitCards:
    """Cards by the id of their unit."""

    def __init__(self, unit: UnitOfWork) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, unit_id: UUID) -> UnitCard:
        """The card; one without details when the unit has none.  Raises UnitNotFound."""
        self._unit.note_read("unit", unit_id)
        unit = unit_rows.get(self._on, unit_id)
        if unit is None:
            raise UnitNotFound(id=unit_id)
        return _card(unit, _rows.get(self._on, unit_id))

    def put(self, card: UnitCard) -> None:
        unit_rows.put(self._on, card.unit)
        rows.put(self._on, card)
        self._unit.note_wrote("unit", card.id)

    def add_version(self, version: CardVersion) -> None:
        version_rows.add(self._on, version)

    def versions(self, unit_id: UUID) -> tuple[UnitCard, ...]:
        """All that the card has been, the newest first."""
        found = version_rows.all(self._on, _VERSIONS, unit_id=unit_id)
        return tuple(version.card for version in found)

    def all(self) -> tuple[UnitCard, ...]:
        """Every unit, also the retired ones, by name."""
        cards = {row.id: row for row in _rows.all(self._on, _rows.select())}
        found = unit_rows.all(self._on, unit_rows.select().order_by(units.c.name, units.c.id))
        return tuple(_card(unit, cards.get(unit.id)) for unit in found)

    def some(self, ids: Collection[UUID]) -> tuple[UnitCard, ...]:
        """The cards of those units that there are."""
        found: list[UnitCard] = []
        wanted = sorted(set(ids))
        for at in range(0, len(wanted), AT_ONCE):
            part = wanted[at : at + AT_ONCE]
            cards = {row.id: row for row in _rows.all(self._on, _SOME_CARDS, ids=part)}
            found += (_card(u, cards.get(u.id)) for u in unit_rows.all(self._on, _SOME, ids=part))
        return tuple(found)

    def by_hsa(self, hsa_ids: Collection[str]) -> dict[str, UUID]:
        """The units that have these HSA-ids, by `hsa_key`; of several the one that came first."""
        wanted = sorted({hsa_key(hsa_id) for hsa_id in hsa_ids})
        found: dict[str, UUID] = {}
        for at in range(0, len(wanted), AT_ONCE):
            rows = self._on.execute(_BY_HSA, {"keys": wanted[at : at + AT_ONCE]})
            found.update({hsa_key(row.hsa_id): row.id for row in rows})
        return found


def _card(unit: Unit, row: _Row | None) -> UnitCard:
    if row is None:
        return UnitCard(unit)
    return UnitCard(
        unit,
        _DETAILS.decode(row.details),
        row.number,
        row.changed_at,
        row.changed_by,
        row.retired_at,
        row.replaced_by,
    )
