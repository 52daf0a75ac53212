"""Who may sign in, as one service of the centre answers it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from datetime import datetime
from uuid import UUID

from db.connect import Engine
from db.sync.admission import SqlAdmission
from kundcenter.adapters import slots
from kundcenter.adapters.ticket_signing import TicketKey, derived_secret
from kundcenter.domain.slots import FULL_COST, KEY_BYTES, Argon2Cost, Slot
from kundcenter.domain.triage import CodeSet
from kundcenter.sync.admission import Admission, AdmissionTerms
from resources.passwords import common_passwords


def ticket_key(secret: bytes) -> TicketKey:
    """The key for tickets; every service that has the secret signs the same way."""
    return TicketKey(derived_secret(secret))


def admission_on(
    engine: Engine,
    codes: Mapping[str, CodeSet],
    key: TicketKey,
    now: Callable[[], datetime],
    new_id: Callable[[], UUID],
    *,
    cost: Argon2Cost = FULL_COST,
) -> Admission:
    """The centre's admission on its database."""

    def seal(operator_id: UUID, password: str) -> Slot:
        key = secrets.token_bytes(KEY_BYTES)  # nobody keeps it: that it opens is the proof
        return slots.seal(password, key, operator_id=operator_id, cost=cost)

    decoy = Slot(
        UUID(int=0), bytes(16), cost.memory_kib, cost.passes, cost.lanes, wrapped=bytes(40)
    )
    terms = AdmissionTerms(
        seal=seal,
        unseal=slots.unseal,
        decoy=decoy,
        sign=key.sign,
        common=common_passwords(),
        now=now,
        new_id=new_id,
    )
    return Admission(SqlAdmission(engine, codes), terms)
