"""The units that callers are guided to."""

from __future__ import annotations

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.text import LINE_LIMIT, checked
from kundcenter.domain.units import Unit, UnitKind
from kundcenter.ports import Store


class Units:
    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[Unit, ...]:
        with self._store.read() as reading:
            reading.actor.must(Function.READ_CALL_LOG)
            return reading.units.all()

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
