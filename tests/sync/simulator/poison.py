"""Operations that no centre can carry out, put into a desk's chain as a bug or a thief would."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from random import Random
from typing import Any

from sqlalchemy import insert

from db import operations
from kundcenter.changes import Change
from kundcenter.operations import Given, Operation, decode_operation, encode
from tests.sync.simulator.places import Place

KINDS = ("unknown", "altered", "nul", "nul_kind", "deep", "naive", "nul_unit", "taken", "huge")


def poison(rng: Random, place: Place, what: str) -> None:
    """Put one more operation at the end of the desk's chain; `what` of KINDS is wrong with it."""
    heads = place.local.heads()
    actor = place.desk.seat.actor
    arguments: dict[str, Any] = {"number": None}
    operation = Operation(
        id=place.ids(),
        device_id=place.device_id,
        n=heads.operation.n + 1,
        kind="calls.register",
        actor=actor,
        arguments=encode(arguments),
        given=Given(datetime(2026, 11, 21, 8, tzinfo=UTC), (place.ids(),)),
        read=(),
        wrote=(Change("call", place.ids()),),
        access=heads.access,
    )
    match what:
        case "unknown":
            operation = replace(operation, kind="future.verb")
        case "nul":
            operation = replace(operation, arguments=encode({"number": "+46\x00"}))
        case "nul_kind":
            operation = replace(operation, kind="calls.\x00register")
        case "deep":
            operation = replace(
                operation, arguments=b'{"number":' + b"[" * 9999 + b"]" * 9999 + b"}"
            )
        case "naive":
            naive = Given(datetime(2026, 11, 21, 8), operation.given.ids)  # noqa: DTZ001
            operation = replace(operation, given=naive)
        case "nul_unit":
            operation = replace(operation, actor=replace(actor, care_unit="SE\x00"))
        case "taken":
            others = place.rows("SELECT body FROM operations ORDER BY n")
            if others:
                taken = decode_operation(bytes(rng.choice(others).body))
                operation = replace(operation, id=taken.id)
        case "huge":
            operation = replace(operation, kind="k" * 5000)
    operation = operation.chained(heads.operation.hash)
    if what == "altered":
        operation = replace(operation, arguments=encode({"number": "+46701740606"}))
    row = operations.rows.row(replace(operation, given=replace(operation.given, now=_AT)))
    if what == "taken":  # here it is another's: the desk's own file would not take it twice
        row["id"] = place.ids()
    with place.engine.begin() as connection:
        connection.execute(insert(operations.operations), {**row, "body": encode(operation)})
    place.saved[operation.n] = operation


_AT = datetime(2026, 11, 21, 8, tzinfo=UTC)
