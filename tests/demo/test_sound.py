"""What is made beneath the verbs is what the verbs would have made."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from uuid import UUID

from kundcenter.demo.month import DemoRegion, made
from kundcenter.domain.access_log import AccessRecord, Activity, faults
from kundcenter.domain.calls import LONGEST_WRAP_UP, Call, CallState
from kundcenter.domain.journal import Entry, EntryVersion
from kundcenter.domain.lines import EndReason
from kundcenter.domain.operators import Session
from kundcenter.domain.people import Person, clean_name
from kundcenter.domain.units import Unit
from tests.demo.conftest import UNTIL, of, terms

CODES = terms().codes


def test_the_same_seed_makes_the_same_region_and_another_another(region: DemoRegion) -> None:
    small = list(made(terms(300)).values())
    assert small == list(made(terms(300)).values())
    assert of(small, Call) != of(list(made(terms(300, seed=2)).values()), Call)


def test_parents_come_before_their_children(values: list[object]) -> None:
    seen: set[UUID] = set()
    for value in values:
        match value:
            case Entry():
                assert value.person_id in seen
                assert value.call_id in seen
                assert value.author_id in seen
            case EntryVersion():
                assert value.entry_id in seen
                assert value.note.unit_id is None or value.note.unit_id in seen
            case Session():
                assert value.operator_id in seen
            case _:
                pass
        if not isinstance(value, AccessRecord):
            seen.add(value.id)  # type: ignore[attr-defined]


def test_ids_follow_the_clock_and_have_the_form_of_version_7(values: list[object]) -> None:
    calls = of(values, Call)
    assert all(
        (call.id.version, call.id.variant) == (7, UUID(int=0x8 << 60).variant) for call in calls
    )
    by_id = sorted(calls, key=lambda call: call.id)
    assert [call.rang_at for call in by_id] == sorted(call.rang_at for call in calls)
    kept = [value.id for value in values if isinstance(value, Call | Entry | EntryVersion | Person)]
    assert len(set(kept)) == len(kept)


def test_every_call_is_one_that_the_rules_allow(values: list[object]) -> None:
    for call in of(values, Call):
        assert call.queued_at <= call.rang_at
        ringing = replace(
            call,
            state=CallState.RINGING,
            operator_id=None,
            answered_at=None,
            ended_at=None,
            closed_at=None,
            outcome=None,
            wrap_up_until=None,
            held_ms=0,
        )
        assert call.ended_at is not None
        assert call.closed_at is not None
        if call.answered_at is not None:
            assert call.operator_id is not None
            assert call.rang_at <= call.answered_at <= call.ended_at <= call.closed_at
            talking = ringing.answered(call.answered_at, call.operator_id)
            if call.held_ms:
                parked = call.answered_at + timedelta(milliseconds=call.held_ms)
                talking = talking.held(call.answered_at).resumed(parked)
            wrap_up = LONGEST_WRAP_UP if call.wrap_up_until else 0
            ended = talking.ended(call.ended_at, EndReason.CALLER, wrap_up)
            ready = ended.wrap_up_over(call.closed_at)
            assert call == ready.closed(call.closed_at, call.outcome)
        elif call.state is CallState.PASSED_ON:
            assert call == ringing.ended(call.ended_at, EndReason.NO_ANSWER)
        else:
            assert call == ringing.ended(call.ended_at, EndReason.ABANDONED)


def test_every_signed_note_is_complete_and_bound_to_its_codes(values: list[object]) -> None:
    versions = of(values, EntryVersion)
    assert all(version.note.checked(CODES) == version.note for version in versions)
    signed = [version for version in versions if version.signed]
    assert [version.note.missing(CODES) for version in signed if version.note.missing(CODES)] == []
    assert len(signed) > 2_000


def test_versions_follow_each_other_as_the_rules_say(values: list[object]) -> None:
    versions: dict[UUID, list[EntryVersion]] = defaultdict(list)
    for version in of(values, EntryVersion):
        versions[version.entry_id].append(version)
    for own in versions.values():
        assert [version.number for version in own] == list(range(1, len(own) + 1))
        for before, after in pairwise(own):
            allowed = before.succeeded(
                after.id,
                note=after.note,
                at=after.written_at,
                by=after.written_by,
                correction=after.correction,
            )
            signed = replace(allowed, signed_at=after.signed_at, signed_by=after.signed_by)
            assert signed == after
    assert any(len(own) > 1 for own in versions.values())


def test_a_call_has_the_outcome_of_its_last_note_and_a_known_one(values: list[object]) -> None:
    noted = {entry.id: entry.call_id for entry in of(values, Entry)}
    of_call = {noted[each.entry_id]: each.note.outcome for each in of(values, EntryVersion)}
    for call in of(values, Call):
        if call.outcome is not None:
            assert CODES.outcome(call.outcome).journal == (call.id in of_call)
            assert of_call.get(call.id, call.outcome) == call.outcome


def test_every_name_is_one_that_could_have_been_registered(values: list[object]) -> None:
    for person in of(values, Person):
        assert clean_name(person.name) == person.name
        assert person.registered_at <= UNTIL


def test_units_are_near_and_of_the_right_kind(values: list[object]) -> None:
    units = {unit.id: unit.kind for unit in of(values, Unit)}
    kinds: dict[str, set[str]] = defaultdict(set)
    for version in of(values, EntryVersion):
        if version.note.unit_id is not None:
            kinds[version.note.outcome].add(units[version.note.unit_id])
    assert kinds["VC"] == {"VC"}
    assert kinds["BARNAKUT"] == {"BARNAKUT"}
    assert kinds["NARAKUT"] == {"NARAKUT"}
    assert all(len(kind) == 1 for kind in kinds.values())


def test_the_access_log_has_a_sound_chain_for_every_workplace(values: list[object]) -> None:
    chains: dict[UUID, list[AccessRecord]] = defaultdict(list)
    for record in of(values, AccessRecord):
        chains[record.device_id].append(record)
    assert len(chains) > 30
    for chain in chains.values():
        assert [*faults(chain)] == []
        assert [record.at for record in chain] == sorted(record.at for record in chain)


def test_every_note_was_preceded_by_an_opening_and_witnessed(values: list[object]) -> None:
    records = of(values, AccessRecord)
    opened = {
        (each.operator_id, each.person_id) for each in records if each.activity is Activity.READ
    }
    registered = {
        each.person_id
        for each in records
        if each.activity is Activity.WRITE and each.level == "Översikt"
    }
    answered = {call.id: call.answered_at for call in of(values, Call)}
    for entry in of(values, Entry):
        assert entry.call_id is not None
        assert entry.contact_at == answered[entry.call_id]
        assert (entry.author_id, entry.person_id) in opened or entry.person_id in registered
    written = Counter(
        each.object_id for each in records if each.activity is Activity.WRITE and each.object_id
    )
    versions = Counter(version.entry_id for version in of(values, EntryVersion))
    assert written == versions
    signed = Counter(each.object_id for each in records if each.activity is Activity.SIGN)
    assert signed == Counter(v.entry_id for v in of(values, EntryVersion) if v.signed)


def test_operators_work_within_their_sessions_and_never_in_two(values: list[object]) -> None:
    sessions: dict[UUID, list[Session]] = defaultdict(list)
    for session in of(values, Session):
        sessions[session.operator_id].append(session)
    for own in sessions.values():
        own.sort(key=lambda session: session.opened_at)
        for before, after in pairwise(own):
            assert before.closed_at is not None
            assert before.closed_at <= after.opened_at
    for call in of(values, Call):
        if call.operator_id is not None:
            assert any(
                session.opened_at <= call.rang_at and call.closed_at <= session.closed_at  # type: ignore[operator]
                for session in sessions[call.operator_id]
            )
