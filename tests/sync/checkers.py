"""What must hold after heal, quiesce and drain, whatever went wrong (RELIABILITY §6).

Each checker looks at the databases themselves, and at what a witness beside them has noted.  It
returns what it found broken, in words that name the checker, the desk and the record.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

import msgspec
from sqlalchemy import select

from db.exchange_tables import touched
from db.sync.images import plain
from kundcenter.domain.feed import MODULO, Verdict, row_sum
from kundcenter.operations import decode_operation, encode
from tests.sync.capacity_checkers import c4_as_many_as_there_is_room_for, c5_offered_to_one
from tests.sync.case_checkers import c21_cases
from tests.sync.feed_checks import dense, members_of, together, versions_told
from tests.sync.simulator.evidence import (
    Key,
    Rows,
    differences,
    feed_at,
    first,
    given_rows,
    living,
    past_at,
    rows_of,
)
from tests.sync.simulator.oracle import oracle
from tests.sync.supervision.leading_checkers import c23_leading
from tests.sync.switchboard_checkers import c22_switchboard

if TYPE_CHECKING:
    from tests.sync.simulator.places import Place
    from tests.sync.simulator.world import World

# Rows that are written once and stay: a desk that has shown one shows it for ever.
LASTING = ("people", "calls", "entries", "entry_versions", "blocks", "waivers", "dissents")


# What the centre does itself (its first administrator) is no desk's, and nobody judges it.
_DRIVEN = (
    "SELECT o.id, device_id, n FROM operations o JOIN centre_quarantine USING (device_id, n) "
    "WHERE driven_at IS NOT NULL"
)
_OF_DESKS = "SELECT id FROM operations WHERE device_id IN (SELECT id FROM centre_devices)"

# -- the checkers --------------------------------------------------------------------------------


def c1_nothing_saved_is_lost(world: World) -> Iterator[str]:
    """What the screen said was saved is at the centre, with the same hash."""
    at_centre = {(each.device_id, each.n): each.hash for each in world.centre.log}
    for place in living(world):
        missing = [
            f"operation {n} ({op.kind})"
            for n, op in place.saved.items()
            if at_centre.get((place.device_id, n)) != op.hash
        ]
        yield from first(missing, f"{place.name} had saved what the centre has not")


def c2_no_phantom(world: World) -> Iterator[str]:
    """What the centre has carried out was done at a desk."""
    done = {op.id for place in world.places for op in place.saved.values()} | world.elsewhere
    for place in world.places:
        done |= {op.id for op in place.local.operations(0, 100_000)} | place.lost
    found = world.centre.rows("SELECT id, device_id, n FROM operations")
    phantoms = [f"operation {row.n} of {row.device_id}" for row in found if row.id not in done]
    yield from first(phantoms, "the centre has what nobody did")


def c3_exactly_once(world: World) -> Iterator[str]:
    """One effect of each operation, and one verdict however often it is asked for."""
    yield from first(world.centre.contradictions, "the centre has said two things")
    applied = Counter(
        each.operation_id for each in world.centre.log if each.verdict == Verdict.APPLIED
    )
    kept = Counter(row.id for row in world.centre.rows(_OF_DESKS))
    later = {row.id for row in world.centre.rows(_DRIVEN)}  # their verdict stays what it was
    applied += Counter(later)
    twice = [str(id) for id, count in (applied + Counter()).items() if count > 1]
    yield from first(twice, "operations with two verdicts")
    wrong = [str(id) for id in applied.keys() ^ kept.keys()]
    yield from first(wrong, "operations whose verdict and effect do not go together")
    numbered = Counter((each.device_id, each.n) for each in world.centre.log)
    yield from first((str(key) for key, x in numbered.items() if x > 1), "judged twice")


def c6_dense(world: World) -> Iterator[str]:
    """The feed has every number once, and no desk has ever gone back in it."""
    yield from dense(world)
    for device in {each.device_id for each in world.centre.log}:
        numbers = [each.n for each in world.centre.log if each.device_id == device]
        if numbers != list(range(1, len(numbers) + 1)):
            yield f"the verdicts on {device} are not dense"
    yield from (told for told in world.surprises if told.startswith("C6"))


def c7_all_agree(world: World) -> Iterator[str]:
    """Every desk has the rows of its buckets as the centre has them, and they add up."""
    with world.centre.engine.connect() as connection:
        its = rows_of(connection)
    members, past = members_of(world)
    yield from _sums(world, its, members)
    everywhere = set().union(*members.values(), *past.values())
    nowhere = [str(key) for key in its if key not in everywhere]
    yield from first(nowhere, "the centre has rows that come to no desk")
    yield from together(its, members, past)
    for place in living(world):
        cursors = place.local.cursors()
        keys = set().union(*(members[bucket] for bucket in cursors))
        wanted = {key: its[key] for key in keys if key in its}
        with place.engine.connect() as connection:
            mine = given_rows(connection)
        yield from first(differences(mine, wanted), f"{place.name} differs from the centre")
        if place.local.filling():
            yield f"{place.name} never filled {sorted(place.local.filling())}"
        behind = {
            row.id: (cursors[row.id], row.seq)
            for row in world.centre.rows("SELECT id, seq FROM centre_buckets")
            if row.id in cursors and cursors[row.id] != row.seq
        }
        if behind:
            yield f"{place.name} is behind in {behind}"


def _sums(world: World, its: Rows, members: Mapping[str, set[Key]]) -> Iterator[str]:
    for row in world.centre.rows("SELECT id, size, total FROM centre_buckets"):
        there = [key for key in members[row.id] if key in its]
        total = sum(row_sum(*key, its[key]) for key in there) % MODULO
        if (len(there), total) != (row.size, int(row.total)):
            yield f"the rows of {row.id} do not add up to what its counter says"


def c8_sessions(world: World) -> Iterator[str]:
    """What was made from something comes after it, in everybody's order."""
    made: dict[UUID, int] = {}
    operations = {
        (row.device_id, row.n): decode_operation(bytes(row.body))
        for row in world.centre.rows("SELECT device_id, n, body FROM operations")
    }
    early = []
    for place_in_log, each in enumerate(world.centre.log):
        operation = operations.get((each.device_id, each.n))
        if operation is not None:
            for id in operation.given.ids:
                made.setdefault(id, place_in_log)
    for place_in_log, each in enumerate(world.centre.log):
        operation = operations.get((each.device_id, each.n))
        for seen in operation.read if operation is not None else ():
            if made.get(seen.id, -1) > place_in_log:
                early.append(f"operation {each.n} of {each.device_id} before {seen.kind}")
    if not world.put_back:  # else each desk tells its own again, and nobody knows who was first
        yield from first(early, "carried out before what it had read")
    yield from (told for told in world.surprises if told.startswith("C8"))


def c9_one_moment(world: World) -> Iterator[str]:
    """Whatever a desk showed was one moment of the centre with the desk's own work on top."""
    yield from (told for told in world.surprises if told.startswith("C9"))


def c10_oracle(world: World) -> Iterator[str]:
    """The same operations one after the other in an empty database make the same rows."""

    yield from oracle(world)


def c11_signed_stays(world: World) -> Iterator[str]:
    """A signed version never changes anywhere, and versions follow one another."""
    signed: dict[str, str] = {}
    changed = []
    for row in versions_told(world):
        body = None if row.body is None else json.loads(row.body)
        known = signed.get(row.key)
        if known is not None and row.body != known:
            changed.append(f"{row.key} at {row.bucket} {row.seq}")
        if body is not None and body["signed_at"] is not None:
            signed[row.key] = row.body
    yield from first(changed, "a signed version was changed in the feed")
    with world.centre.engine.connect() as connection:
        yield from _versions("the centre", rows_of(connection, "entry_versions"), signed)
    for place in living(world):
        with place.engine.connect() as connection:
            mine = given_rows(connection, "entry_versions")
        held = {key: text for key, text in signed.items() if _is_held(place, key)}
        yield from _versions(place.name, mine, held)


def _is_held(place: Place, key: str) -> bool:
    return bool(
        place.rows(f"SELECT 1 FROM sync_held WHERE entity = 'entry_versions' AND key = '{key}'")
    )


def _versions(name: str, rows: Rows, signed: Mapping[str, str]) -> Iterator[str]:
    numbers: dict[str, list[int]] = defaultdict(list)
    for (entity, _), body in rows.items():
        if entity == "entry_versions":
            numbers[body["entry_id"]].append(body["number"])
    lost = [
        key for key, text in signed.items() if rows.get(("entry_versions", key)) != json.loads(text)
    ]
    yield from first(lost, f"{name} has lost or changed a signed version")
    holes = [id for id, all in numbers.items() if sorted(all) != list(range(1, len(all) + 1))]
    yield from first(holes, f"{name} has holes among the versions of an entry")


def c12_everything_refused_is_work(world: World) -> Iterator[str]:
    """Each operation that was not carried out is one work item, open or resolved."""
    items = {row.id: row for row in world.centre.rows("SELECT * FROM work_items")}
    refused = {
        each.operation_id: each for each in world.centre.log if each.verdict != Verdict.APPLIED
    }
    none = [f"{each.n} ({each.code})" for id, each in refused.items() if id not in items]
    yield from first(none, "operations that were not carried out, and nobody is told")
    more = [str(id) for id in items if id not in refused]
    yield from first(more, "work items of nothing")
    kinds = {Verdict.REJECTED.value: "AVVISAD", Verdict.QUARANTINED.value: "GRANSKAS"}
    for id, row in items.items():
        each = refused.get(id)
        if each and (row.kind, row.n, row.device_id) != (
            kinds[each.verdict],
            each.n,
            each.device_id,
        ):
            yield f"work item {id} tells of something else"
        if row.resolved_at is not None and not row.resolution:
            yield f"work item {id} was ended without a word"
    held = {
        row.key
        for row in world.centre.rows("SELECT key FROM centre_current WHERE entity = 'work_items'")
    }
    unseen = [str(id) for id in items if id.hex not in held]
    yield from first(unseen, "work items that come to no desk")


def c15_nothing_is_stuck(world: World) -> Iterator[str]:
    """Within bounded steps everything was said, answered and settled."""
    yield from (told for told in world.surprises if told.startswith("C15"))
    for place in living(world):
        waiting = place.local.waiting().count
        if waiting:
            yield f"{place.name} still waits for {waiting} answers"
        loose = place.rows(
            "SELECT n, verdict FROM sync_answers WHERE settled_at IS NULL "
            "AND verdict <> 'quarantined'"
        )
        yield from first((f"{row.n} {row.verdict}" for row in loose), f"{place.name} never settled")
        driven = {row.n for row in world.centre.rows(_DRIVEN) if row.device_id == place.device_id}
        shown = place.rows("SELECT n FROM sync_answers WHERE settled_at IS NULL")
        still = (str(row.n) for row in shown if row.n in driven)
        yield from first(still, f"{place.name} still shows as its own what was carried out")
        unasked = place.rows("SELECT n FROM operations WHERE n NOT IN (SELECT n FROM sync_answers)")
        yield from first((str(row.n) for row in unasked), f"{place.name} has no answer to")
    yield from _twins(world)


def _twins(world: World) -> Iterator[str]:
    """Two copies of one profile that went different ways cannot both be let on."""
    by_device: dict[UUID, list[Place]] = defaultdict(list)
    for place in living(world):
        by_device[place.device_id].append(place)
    for device, some in by_device.items():
        heads = {place.local.heads().operation.hash for place in some}
        if len(heads) > 1:
            yield f"two different desks go on as {device}"
    for place in living(world):
        known = {
            each.n: each.hash for each in world.centre.log if each.device_id == place.device_id
        }
        mine = {op.n: op.hash for op in place.local.operations(0, 100_000)}
        if any(mine.get(n) != hash for n, hash in known.items()):
            yield f"{place.name} goes on although the centre knows it otherwise"


def c19_all_accounted_for(world: World) -> Iterator[str]:
    """Applied, rejected and quarantined are all there is, and what is kept is what was done."""
    heads = {row.id: row.n for row in world.centre.rows("SELECT id, n FROM centre_devices")}
    verdicts = {(each.device_id, each.n): each for each in world.centre.log}
    kept = {
        (row.device_id, row.n): bytes(row.body)
        for row in world.centre.rows("SELECT device_id, n, body FROM operations")
    }
    aside = {
        (row.device_id, row.n): bytes(row.body)
        for row in world.centre.rows("SELECT device_id, n, body FROM centre_quarantine")
    }
    driven = {(row.device_id, row.n) for row in world.centre.rows(_DRIVEN)}
    for device, n in heads.items():
        judged = sum(each.device_id == device for each in world.centre.log)
        if judged != n:
            yield f"{device} has come to {n}, and {judged} were judged"
    for key, each in verdicts.items():
        if key in driven:
            whole = each.verdict == Verdict.QUARANTINED and aside[key] == kept[key]
        else:
            whole = (each.verdict == Verdict.APPLIED) == (key in kept) != (key in aside)
        if not whole:
            yield f"operation {key[1]} of {key[0]} is {each.verdict}, and not kept as that"
    for place in living(world):
        for operation in place.local.operations(0, 100_000):
            key = (place.device_id, operation.n)
            body = kept.get(key, aside.get(key))
            if body is not None and body != encode(operation):
                yield f"operation {operation.n} of {place.name} was kept in other bytes"
        total = place.local.heads().operation.n
        waiting = place.local.waiting().count
        if total != heads[place.device_id] + waiting:
            yield f"{place.name}: {total} are not {heads[place.device_id]} and {waiting}"


CHECKERS: dict[str, Callable[[World], Iterator[str]]] = {
    "C1": c1_nothing_saved_is_lost,
    "C2": c2_no_phantom,
    "C3": c3_exactly_once,
    "C4": c4_as_many_as_there_is_room_for,
    "C5": c5_offered_to_one,
    "C6": c6_dense,
    "C7": c7_all_agree,
    "C8": c8_sessions,
    "C9": c9_one_moment,
    "C10": c10_oracle,
    "C11": c11_signed_stays,
    "C12": c12_everything_refused_is_work,
    "C15": c15_nothing_is_stuck,
    "C19": c19_all_accounted_for,
    "C21": c21_cases,
    "C22": c22_switchboard,
    "C23": c23_leading,
}


def broken(world: World) -> dict[str, list[str]]:
    """By checker, what it found."""
    found = {name: list(checker(world)) for name, checker in CHECKERS.items()}
    return {name: told for name, told in found.items() if told}


# -- while it goes on ----------------------------------------------------------------------------


def look(world: World, place: Place) -> None:
    """C8 and C9 at one desk, right after rows have come."""
    cursors = place.local.cursors()
    with place.engine.connect() as connection:
        mine, given = rows_of(connection), given_rows(connection)
        own = {(row.entity, row.key) for row in connection.execute(select(touched))}
    for told in _moments(world, place, cursors, given):
        world.surprises.append(f"C9: {place.name} {told}")
    foreign = [
        str(key)
        for key in mine.keys() | given.keys()
        if mine.get(key) != given.get(key) and key not in own
    ]
    world.surprises += [f"C9: {told}" for told in first(foreign, f"{place.name} shows as its own")]
    shown = {key: _lasting(key[0], body) for key, body in given.items() if key[0] in LASTING}
    past = past_at(world, cursors)
    for key, what in place.shown.items():
        if what and shown.get(key) != what and not (key in past and key not in shown):
            world.surprises.append(f"C8: {place.name} showed {key}, and it is gone or changed")
    place.shown = shown


def _moments(world: World, place: Place, cursors: Mapping[str, int], given: Rows) -> Iterator[str]:
    filled = {b: seq for b, seq in cursors.items() if b not in place.local.filling()}
    if not any(
        all(moment.get(bucket, 0) == seq for bucket, seq in filled.items())
        for moment in world.centre.moments
    ):
        yield f"stands at no one moment of the centre: {dict(filled)}"
    if len(filled) == len(cursors):
        yield from first(differences(given, feed_at(world, cursors)), "is not what the feed says")


def _lasting(entity: str, body: Mapping[str, Any]) -> str:
    """What of the row may never change; empty when only its being there may not."""
    if entity in {"people", "calls"}:
        return "there"
    if entity == "entry_versions" and body["signed_at"] is None:
        return ""
    return msgspec.json.encode({k: plain(v) for k, v in body.items()}, order="sorted").decode()
