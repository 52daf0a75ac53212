"""The chain of the access log: what was done to it is found, and a sound one is left in peace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.access_log import (
    GENESIS,
    AccessRecord,
    Activity,
    ChainFault,
    Fault,
    Head,
    Level,
    Purpose,
    faults,
)

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
DEVICE, NURSE, SESSION, PERSON = (UUID(int=n) for n in (1, 2, 3, 4))

Chain = tuple[AccessRecord, ...]


def chain(length: int, *, reason: str = "Samtal pågår", after: Head | None = None) -> Chain:
    """A sound chain, or one that goes on after a head."""
    head = after or Head()
    made = []
    for n in range(head.n + 1, head.n + length + 1):
        record = AccessRecord(
            id=UUID(int=1000 + n),
            device_id=DEVICE,
            n=n,
            at=NOON + timedelta(seconds=n),
            operator_id=NURSE,
            session_id=SESSION,
            roles="SSK",
            care_unit="SE0000000001-DEMO1",
            activity=Activity.READ,
            level="Journal",
            purpose=Purpose.CARE,
            person_id=PERSON,
            object_kind="",
            object_id=None,
            reason=reason,
        ).chained(head.hash)
        made.append(record)
        head = Head(record.n, record.hash)
    return tuple(made)


def heads(records: Sequence[AccessRecord]) -> tuple[Head, ...]:
    return tuple(Head(record.n, record.hash) for record in records)


def found(records: Sequence[AccessRecord], noted: Sequence[Head] = ()) -> list[ChainFault]:
    return list(faults(records, noted))


@given(length=st.integers(0, 12), often=st.integers(1, 5), twice=st.booleans())
def test_a_sound_chain_is_left_in_peace(length: int, often: int, twice: bool) -> None:
    sound = chain(length)
    noted = [head for head in heads(sound)[::often] for _ in range(1 + twice)]
    assert found(sound, noted) == []
    assert found(sound, [Head(), *noted]) == []


CHANGES: dict[str, Any] = {
    "id": UUID(int=77),
    "device_id": UUID(int=77),
    "at": NOON,
    "operator_id": UUID(int=77),
    "session_id": UUID(int=77),
    "roles": "SSK LOGGRANSKARE",
    "care_unit": "SE0000000001-ANNAN",
    "activity": Activity.SEARCH,
    "level": "Översikt",
    "purpose": Purpose.STATISTICS,
    "person_id": None,
    "object_kind": "entry",
    "object_id": UUID(int=77),
    "reason": "samtal pågår",
}


@given(at=st.integers(0, 5), name=st.sampled_from(sorted(CHANGES)))
def test_every_field_of_a_record_is_held_by_its_hash(at: int, name: str) -> None:
    edited = list(chain(6))
    edited[at] = replace(edited[at], **{name: CHANGES[name]})
    assert found(edited) == [ChainFault(at + 1, Fault.EDITED)]


def test_every_field_is_tried() -> None:
    assert {*CHANGES, "n", "previous_hash", "hash"} == set(AccessRecord.__slots__)


def test_the_words_of_the_level_are_those_that_stand_in_the_logs() -> None:
    """Records are years old: a word that is changed makes two of what is one."""
    assert {level.name: level.value for level in Level} == {
        "RECORD": "Journal",
        "OVERVIEW": "Översikt",
        "RETENTION": "Bevarande",
        "STATED": "Skäl",
        "DENIED": "Nekad",
        "BLOCK": "Spärr",
        "BLOCKED_UNITS": "Spärrade enheter",
        "LIFTED": "Hävd spärr",
        "BLOCKED_ENTRY": "Spärrad anteckning",
        "ACCESS_LOG": "Åtkomstlogg",
        "SESSION": "Session",
        "PASSWORD_TRIED": "Lösenordskontroll",
        "PASSWORD_HELD": "Lösenord godkänt",
        "PASSWORD": "Lösenord",
        "ADDED": "Tillagd",
        "ROLES": "Roller",
        "DISABLED": "Avstängd",
        "ENABLED": "Öppnad",
        "SUMMARY": "Skiftsammanfattning",
    }


@given(at=st.integers(0, 5))
def test_an_edited_record_with_a_new_hash_breaks_the_chain_behind_it(at: int) -> None:
    edited = list(chain(6))
    edited[at] = replace(edited[at], reason="Något annat").chained(edited[at].previous_hash)
    behind = [ChainFault(at + 2, Fault.BROKEN)] if at < 5 else []
    assert found(edited) == behind
    rebuilt = found(edited, heads(chain(6)))
    assert ChainFault(at + 1, Fault.REBUILT) in rebuilt


@given(at=st.integers(0, 4), count=st.integers(1, 3))
def test_a_record_taken_out_is_missed(at: int, count: int) -> None:
    sound = chain(9)
    assert found(sound[:at] + sound[at + count :]) == [
        ChainFault(at + 1 + each, Fault.MISSING) for each in range(min(count, 9 - at))
    ]
    renumbered = chain(9)[:at] + tuple(
        replace(record, n=record.n - count) for record in sound[at + count :]
    )
    assert {each.fault for each in found(renumbered)} >= {Fault.BROKEN, Fault.EDITED}


def test_of_a_gap_without_bound_the_first_numbers_and_the_last_are_named() -> None:
    far = replace(chain(1)[0], n=2**63 - 1)
    named = [each.n for each in found([far]) if each.fault is Fault.MISSING]
    assert named == [*range(1, 1_000), 2**63 - 2]


def test_a_fault_that_two_witnesses_tell_of_is_named_once() -> None:
    other = Head(2, b"other")
    assert found(chain(3), [other, other]) == [ChainFault(2, Fault.REBUILT)]


@given(one=st.integers(0, 5), other=st.integers(0, 5))
def test_two_records_that_changed_places_are_both_found(one: int, other: int) -> None:
    swapped = list(chain(6))
    swapped[one], swapped[other] = (
        replace(swapped[other], n=one + 1),
        replace(swapped[one], n=other + 1),
    )
    edited = {each.n for each in found(swapped) if each.fault is Fault.EDITED}
    assert edited == ({one + 1, other + 1} if one != other else set())
    told = {each.n for each in found(swapped) if each.fault is Fault.SWAPPED}
    assert told == edited


def test_an_edited_record_has_changed_places_with_nobody() -> None:
    edited = [replace(record, reason="x") for record in chain(6)]
    assert {each.fault for each in found(edited)} == {Fault.EDITED}


@given(kept=st.integers(0, 5))
def test_a_tail_that_was_cut_off_is_found_by_a_head_noted_elsewhere(kept: int) -> None:
    sound = chain(6)
    cut = sound[:kept]
    assert found(cut) == []  # a chain alone cannot know
    noted = heads(sound)
    gone = [ChainFault(n, Fault.TRUNCATED) for n in range(kept + 1, 7)]
    assert found(cut, noted) == gone
    assert found(cut, noted[-1:]) == gone
    assert found(cut, noted[:kept]) == []


@given(kept=st.integers(0, 5), length=st.integers(6, 9))
def test_a_chain_rebuilt_from_some_record_on_is_found_by_a_noted_head(
    kept: int, length: int
) -> None:
    sound = chain(6)
    start = Head(kept, sound[kept - 1].hash if kept else GENESIS)
    rebuilt = sound[:kept] + chain(length - kept, reason="Något annat", after=start)
    assert found(rebuilt) == []
    assert found(rebuilt, heads(sound)[:kept]) == []
    assert found(rebuilt, heads(sound)[-1:]) == [ChainFault(6, Fault.REBUILT)]
    every = found(rebuilt, heads(sound))
    assert every == [ChainFault(n, Fault.REBUILT) for n in range(kept + 1, 7)]


@given(st.data())
def test_no_change_at_all_goes_unseen_once_the_head_is_noted(data: st.DataObject) -> None:
    sound = chain(7)
    records = list(sound)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, max(len(records) - 1, 0)))
        match data.draw(st.sampled_from(("edit", "drop", "double", "swap"))):
            case "edit" if records:
                records[at] = replace(records[at], level="Annat").chained(GENESIS)
            case "drop" if records:
                del records[at]
            case "double" if records:
                records.insert(at, records[at])
            case "swap" if len(records) > 1:
                records[0], records[-1] = records[-1], records[0]
    if tuple(records) == sound:
        assert found(records, heads(sound)[-1:]) == []
    else:
        assert found(records, heads(sound)[-1:])


def test_a_record_tells_no_log_on_what_ground_it_was_made() -> None:
    (record,) = chain(1, reason="Utskrift till Anna Test")
    assert "Anna" not in repr(record)
