"""What the operator has chosen: look, keys, pause.  Follows the operator, not the machine."""

from __future__ import annotations

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.text import LINE_LIMIT, checked
from kundcenter.ports import Store


class Choices:
    def __init__(self, store: Store) -> None:
        self._store = store

    def mine(self) -> dict[str, str]:
        with self._store.read() as reading:
            reading.actor.must(Function.OWN_CHOICES)
            return reading.choices.of(reading.actor.operator_id)

    def set(self, name: str, value: str) -> Changes:
        """The last choice stands.  Raises TextInvalid."""
        with self._store.work("choices.set", name=name, value=value) as work:
            work.actor.must(Function.OWN_CHOICES)
            work.choices.put(
                work.actor.operator_id,
                checked(name, "name", limit=LINE_LIMIT),
                checked(value, "value", limit=LINE_LIMIT),
            )
        return work.changes()
