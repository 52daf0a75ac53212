"""What the simulator found, each as small as it can be told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import insert, text

from db import operations
from db.connect import IMMEDIATE
from db.sync import restoring
from db.sync.images import TABLES, key_of
from kundcenter.domain.access import Role
from kundcenter.domain.feed import Verdict, team
from kundcenter.operations import Operation, encode
from kundcenter.sync.exchange import Exchange
from kundcenter.sync.exchange import Path as Where
from kundcenter.sync.wire import Pull, pack, unpack
from tests.ground import CARE_UNIT, WHOLE, WOMAN, identity
from tests.sync.ground import Centre, Side, shared

Three = tuple[Centre, Side, Side]
OTHER_UNIT = "SE0000000001-DEMO2"


def test_an_answer_that_was_lost_is_asked_for_in_the_next_conversation(three: Three) -> None:
    centre, one, _ = three
    one.nurse()
    ask = one.exchange.ask()
    while ask.path is not Where.PUSH:
        one.exchange.hear(centre.answer(one.device_id, ask))
        ask = one.exchange.ask()
    centre.answer(one.device_id, ask)  # and nobody hears it
    one.exchange = Exchange(one.local)
    one.talk(centre)
    assert one.local.waiting().count == 0
    assert one.local.answered_through() == one.local.heads().operation.n


def test_what_reaches_a_bucket_of_others_is_settled_all_the_same(three: Three) -> None:
    centre, one, other = three
    one.begin()
    one.desk.operators.add(
        "cilla", "Test Cilla", roles=frozenset({Role.NURSE}), care_unit=OTHER_UNIT
    )
    one.operator("anna", Role.NURSE)
    one.sign_in("anna")
    person = one.person(WOMAN)
    one.talk(centre)
    other.talk(centre)
    other.takes("cilla")  # a desk of the first unit, on behalf of the second
    other.desk.journal.write(person, WHOLE)
    other.talk(centre)
    one.desk.people.note_language(person, "polska")  # it goes to both units
    one.talk(centre)
    with one.engine.connect() as connection:
        open_ends = connection.execute(
            text("SELECT count(*) FROM sync_answers WHERE settled_at IS NULL")
        ).scalar()
    assert open_ends == 0


def test_what_a_person_is_found_by_goes_wherever_the_person_is(three: Three) -> None:
    centre, one, other = three
    one.begin()
    one.desk.operators.add(
        "cilla", "Test Cilla", roles=frozenset({Role.NURSE}), care_unit=OTHER_UNIT
    )
    one.operator("anna", Role.NURSE)
    one.sign_in("anna")
    person = one.desk.people.register_unidentified("Kvinna").the("person")
    one.talk(centre)
    other.talk(centre)
    other.takes("cilla")
    other.desk.journal.write(person, WHOLE)
    other.talk(centre)
    one.desk.people.identify(person, identity(WOMAN), given_name="Test", family_name="Testsson")
    one.talk(centre)
    with centre.engine.connect() as connection:
        found = connection.execute(
            text(
                "SELECT bucket, count(*) FROM centre_current "
                "WHERE entity IN ('name_words', 'identities') GROUP BY bucket"
            )
        ).all()
    assert len(found) == 2
    assert len({row.count for row in found}) == 1


@pytest.mark.parametrize("rows", [1, 2])
def test_a_desk_is_filled_by_pages_that_hold_half_of_a_record(three: Three, rows: int) -> None:
    centre, one, other = three
    one.nurse()
    person = one.person(WOMAN)
    entry = one.desk.journal.write(person, WHOLE).the("entry")
    one.talk(centre)
    one.desk.people.note_language(person, "polska")  # now the person comes after the entry
    one.talk(centre)
    for _ in range(400):
        ask = other.exchange.ask()
        body = ask.body
        if ask.path is Where.PULL:
            asked = unpack(body, Pull)
            body = pack(Pull(asked.cursors, asked.through, asked.whole, rows))
        other.exchange.hear(centre.answer(other.device_id, replace(ask, body=body)))
        if ask.path is Where.WAIT:
            break
    assert not other.local.filling()
    assert {row["id"] for row in shared(other.engine)["entries"]} == {entry.hex}


def _poison(side: Side, **changed: Any) -> None:
    """One more operation at the end of the desk's chain, as no verb would write it."""
    heads = side.local.heads()
    (last,) = side.local.operations(heads.operation.n - 1, 1)
    wrong: Operation = (
        replace(last, id=side.device_id, n=heads.operation.n + 1, kind="future.verb", **changed)
        if "id" not in changed
        else replace(last, n=heads.operation.n + 1, **changed)
    )
    wrong = wrong.chained(heads.operation.hash)
    row = operations.rows.row(last) | {
        "n": wrong.n,
        "id": side.device_id,
        "hash": wrong.hash,
        "body": encode(wrong),
    }
    with side.engine.begin() as connection:
        connection.execute(insert(operations.operations), row)


@pytest.mark.parametrize("what", ["naive", "unit", "kind", "taken", "unread"])
def test_a_poisoned_operation_stops_no_other_and_is_work_for_somebody(
    three: Three, what: str
) -> None:
    centre, one, _ = three
    one.nurse()
    (first,) = one.local.operations(0, 1)
    match what:
        case "naive":
            _poison(one, given=replace(first.given, now=first.given.now.replace(tzinfo=None)))
        case "unit":
            _poison(one, actor=replace(first.actor, care_unit="SE\x00"))
        case "kind":
            _poison(one, id=one.device_id, kind="calls.\x00")
        case "taken":
            _poison(one, id=first.id)
        case "unread":
            _poison(one)
            with one.engine.begin() as connection:
                connection.execute(text("DROP TRIGGER operations_never_changed"))
                connection.execute(
                    text(
                        "UPDATE operations SET body = CAST(replace(CAST(body AS TEXT), "
                        "'future.verb', 'other.verb') AS BLOB) WHERE kind <> ''"
                    )
                )
    poisoned = one.local.heads().operation.n
    call = one.desk.calls.register("+46701740605").the("call")
    one.talk(centre)
    counts = centre.central.counts()
    assert counts[Verdict.QUARANTINED] == 1
    (item,) = shared(centre.engine)["work_items"]
    assert item["n"] == poisoned
    assert [row["id"] for row in shared(centre.engine)["calls"]] == [call.hex]
    assert shared(one.engine)["work_items"] == [item]


def test_a_row_comes_back_to_the_letter(three: Three) -> None:
    _, one, _ = three
    kept = '{"id": "X\'01890000000070008000000000000001\'", "name": "\'100 % :a ? %%\'"}'
    with one.engine.connect() as connection:
        found = restoring.as_kept(connection, "operators", kept)
    assert found["name"] == "100 % :a ? %%"


def test_two_rows_may_have_changed_places(three: Three) -> None:
    _, one, _ = three
    one.begin()
    one.unit(hsa_id="SE0000000001-A")
    one.unit(hsa_id="SE0000000001-B")
    with one.engine.execution_options(**IMMEDIATE).begin() as connection:
        first, second = connection.execute(
            TABLES["units"].select().order_by(text("hsa_id"))
        ).mappings()
        changed = [
            {**first, "hsa_id": second["hsa_id"]},
            {**second, "hsa_id": first["hsa_id"]},
        ]
        restoring.make_so(connection, {("units", key_of("units", row)): row for row in changed})
    assert {row["id"]: row["hsa_id"] for row in shared(one.engine)["units"]} == {
        row["id"].hex: row["hsa_id"] for row in changed
    }


def test_what_an_unfinished_refill_did_not_come_to_still_goes_away(three: Three) -> None:
    centre, one, other = three
    one.nurse()
    one.desk.calls.register("+46701740605")
    one.talk(centre)
    other.talk(centre)
    bucket = team(CARE_UNIT)
    other.local.refill(bucket)
    with centre.engine.begin() as connection:  # meanwhile a row is gone
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        connection.execute(text("DELETE FROM calls"))
        connection.execute(text("DELETE FROM centre_current WHERE entity = 'calls'"))
        connection.execute(text("DELETE FROM centre_feed WHERE entity = 'calls'"))
        left = connection.execute(
            text("SELECT sum FROM centre_current WHERE bucket = :bucket"), {"bucket": bucket}
        ).scalars()
        sums = [int(each) for each in left]
        connection.execute(
            text("UPDATE centre_buckets SET size = :size, total = :total WHERE id = :bucket"),
            {"size": len(sums), "total": str(sum(sums) % 2**64), "bucket": bucket},
        )
    other.local.refill(bucket)
    other.exchange = Exchange(other.local)
    other.talk(centre)
    assert shared(other.engine)["calls"] == []
