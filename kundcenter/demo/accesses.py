"""The access log of the demo region: what the verbs would have written, one chain per workplace.

Each operator has a workplace of her own, so that her records come in the order of time and
every chain can be verified; the desk on which the region is opened has a chain of its own.
"""

from __future__ import annotations

from random import Random
from typing import Any
from uuid import UUID

from kundcenter.demo.chance import ID_BITS, id_at, instant
from kundcenter.demo.floor import Agent
from kundcenter.domain.access_log import AccessRecord, Activity, Head, Level, Purpose
from kundcenter.domain.grounds import OWN_TASK
from kundcenter.domain.operators import Operator


class AccessLog:
    """Makes chained records of what happens at `starts` or later; of earlier acts it makes none."""

    def __init__(self, chance: Random, *, starts: float, until: float) -> None:
        self._chance = chance
        self._starts = starts
        self._until = until
        self._devices: dict[UUID, UUID] = {}
        self._heads: dict[UUID, Head] = {}

    def session(self, agent: Agent, activity: Activity, at: float) -> list[AccessRecord]:
        """Signing in or out."""
        return self._made(
            agent,
            at,
            activity=activity,
            level=Level.SESSION,
            purpose=Purpose.ADMINISTRATION,
            subject=("operator", agent.operator.id) if activity is Activity.SIGN_IN else None,
        )

    def person(
        self,
        agent: Agent,
        activity: Activity,
        at: float,
        *,
        person_id: UUID,
        level: Level = Level.RECORD,
    ) -> list[AccessRecord]:
        """A search that found the person, or an opening."""
        reason = OWN_TASK if activity is Activity.READ else ""
        return self._made(
            agent, at, activity=activity, level=level, person_id=person_id, reason=reason
        )

    def stated(
        self,
        agent: Agent,
        at: float,
        *,
        person_id: UUID,
        level: Level,
        purpose: Purpose = Purpose.CARE,
        reason: str = "",
    ) -> list[AccessRecord]:
        """An opening outside the own task: refused, or on a reason that was stated."""
        return self._made(
            agent,
            at,
            activity=Activity.READ,
            level=level,
            purpose=purpose,
            person_id=person_id,
            reason=reason,
        )

    def entry(
        self, agent: Agent, activity: Activity, at: float, *, person_id: UUID, entry_id: UUID
    ) -> list[AccessRecord]:
        """Writing or signing."""
        subject = ("entry", entry_id)
        return self._made(agent, at, activity=activity, person_id=person_id, subject=subject)

    def _made(
        self,
        agent: Agent,
        at: float,
        *,
        activity: Activity,
        level: Level = Level.RECORD,
        purpose: Purpose = Purpose.CARE,
        person_id: UUID | None = None,
        subject: tuple[str, UUID] | None = None,
        reason: str = "",
    ) -> list[AccessRecord]:
        if at < self._starts:
            return []
        operator = agent.operator
        device_id = self._device(operator)
        head = self._heads.get(device_id, Head())
        when = instant(min(at, self._until))
        kind, id = subject or ("", None)
        fields: dict[str, Any] = {
            "id": id_at(when, self._chance.getrandbits(ID_BITS)),
            "device_id": device_id,
            "n": head.n + 1,
            "at": when,
            "operator_id": operator.id,
            "session_id": agent.session_id,
            "roles": " ".join(sorted(operator.roles)),
            "care_unit": operator.care_unit,
            "activity": activity,
            "level": level.value,
            "purpose": purpose,
            "person_id": person_id,
            "object_kind": kind,
            "object_id": id,
            "reason": reason,
            "previous_hash": head.hash,
        }
        digest = AccessRecord(**fields).digest()
        self._heads[device_id] = Head(head.n + 1, digest)
        return [AccessRecord(**fields, hash=digest)]  # much cheaper than replace()

    def _device(self, operator: Operator) -> UUID:
        if operator.id not in self._devices:
            bits = self._chance.getrandbits(ID_BITS)
            self._devices[operator.id] = id_at(operator.added_at, bits)
        return self._devices[operator.id]
