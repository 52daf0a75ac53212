"""What an import is told to do is what it does: nothing of either version is left unsaid."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.packs import Ask, Content, Edit, Pack, Topic
from kundcenter.domain.packs.plan import Difference, natural, planned
from kundcenter.domain.packs.shelf import as_worded, in_force, shelf_of
from tests.packs import COUGH, FEVER, PACK

AT = datetime(2026, 11, 21, tzinfo=UTC)
NOBODY = UUID(int=1)
TOPICS = st.lists(
    st.builds(
        lambda code, title: replace(FEVER, code=code, title=title),
        st.sampled_from("ABCD"),
        st.sampled_from(["Feber", "Hosta", "Yrsel"]),
    ),
    min_size=1,
    unique_by=lambda topic: topic.code,
).map(tuple)


def stored(content: Content, n: int = 1, *, approved: bool = True) -> Pack:
    at = AT.replace(minute=n)
    return Pack(UUID(int=n), content, at, NOBODY, at if approved else None)


def edit(topic: Topic | None, *, base: str = "1", number: int = 1, code: str = "") -> Edit:
    code = code or (topic.code if topic else "")
    return Edit(UUID(int=100 + number), "test", code, topic, base, number, AT, NOBODY)


def pack(version: str, topics: Iterable[Topic]) -> Content:
    return replace(PACK, version=version, topics=tuple(topics))


def test_each_field_is_told_old_and_new() -> None:
    newer = replace(FEVER, title="Hög feber", advice=(Ask("Vila.", 2, 5),))
    (change,) = planned(pack("2", (newer, COUGH)), [stored(PACK)], ()).changed
    assert change.differences == (
        Difference("title", ("Feber",), ("Hög feber",)),
        Difference("advice", ("Drick mer än vanligt.",), ("Vila. (2–5 år)",)),
    )


def test_who_a_question_is_for_is_a_difference_too() -> None:
    newer = replace(FEVER, threats=(replace(FEVER.threats[0], youngest=3), *FEVER.threats[1:]))
    (change,) = planned(pack("2", (newer,)), [stored(PACK)], ()).changed
    assert [each.field for each in change.differences] == ["threats"]


def test_the_first_version_is_all_new_and_what_is_the_packs_own_is_told() -> None:
    plan = planned(PACK, (), ())
    assert (plan.new, plan.since, plan.older, plan.known) == (PACK.topics, "", False, False)
    renamed = replace(PACK, version="2", title="Annat namn", author="Annan")
    about = planned(renamed, [stored(PACK)], ()).about
    assert [each.field for each in about] == ["title", "author"]


def test_another_pack_is_not_compared_with() -> None:
    other = replace(PACK, code="annat")
    assert planned(other, [stored(PACK)], ()).new == PACK.topics


def test_an_older_version_is_told_to_be() -> None:
    held = [stored(pack("2026-10", PACK.topics))]
    assert planned(pack("2026-9", PACK.topics), held, ()).older
    assert not planned(pack("2026-11", PACK.topics), held, ()).older


def test_versions_are_put_in_order_as_one_reads_them() -> None:
    ordered = ["1", "2", "10", "2026-1", "2026-2", "2026-10", "2027-1", "a", "b2", "b10"]
    assert all(natural(one) < natural(two) for one, two in pairwise(ordered))


@given(TOPICS, TOPICS)
def test_every_topic_of_both_is_told_once(
    older: tuple[Topic, ...], newer: tuple[Topic, ...]
) -> None:
    plan = planned(pack("2", newer), [stored(pack("1", older))], ())
    was, now = {topic.code: topic for topic in older}, {topic.code: topic for topic in newer}
    assert {topic.code for topic in plan.new} == now.keys() - was.keys()
    assert {topic.code for topic in plan.gone} == was.keys() - now.keys()
    same = {code for code in was.keys() & now.keys() if was[code] == now[code]}
    assert plan.same == len(same)
    changed = {(each.older, each.newer) for each in plan.changed}
    assert changed == {(was[code], now[code]) for code in (was.keys() & now.keys()) - same}


@given(TOPICS, TOPICS, st.sampled_from("ABCD"), st.sampled_from(["Feber", "Hosta", "Eget"]))
def test_a_local_wording_is_kept_or_in_conflict_and_always_shown(
    older: tuple[Topic, ...], newer: tuple[Topic, ...], code: str, title: str
) -> None:
    """It is in conflict exactly when the pack has changed it since, to something else."""
    was = {topic.code: topic for topic in older}
    if code not in was:
        return
    own = edit(replace(FEVER, code=code, title=title))
    first, second = stored(pack("1", older)), stored(pack("2", newer), 2)
    plan = planned(second.content, [first], [own])
    incoming = next((topic for topic in newer if topic.code == code), None)
    disputed = incoming not in (was[code], own.topic)
    assert [each.edit for each in plan.conflicts] == ([own] if disputed else [])
    assert list(plan.kept_edits) == ([] if disputed else [own])
    shown = shelf_of([first, second], {"test": [own]}).get("test", code)
    assert shown is not None
    assert (shown.topic, shown.edited, shown.conflict) == (own.topic, True, disputed)


def test_a_wording_taken_back_is_neither_kept_nor_in_conflict() -> None:
    taken = edit(None, number=2, code="FEBER")
    changed = pack("2", (replace(FEVER, title="Ny"), COUGH))
    plan = planned(changed, [stored(PACK)], [edit(replace(FEVER, title="Egen")), taken])
    assert (plan.kept_edits, plan.conflicts) == ((), ())


def test_what_waits_or_is_retired_is_not_in_force() -> None:
    waiting = stored(pack("2", PACK.topics), 2, approved=False)
    retired = replace(stored(pack("3", PACK.topics), 3), retired_at=AT)
    other = stored(replace(PACK, code="annat"), 4)
    packs = [stored(PACK), waiting, retired, other]
    assert [found.content.code for found in in_force(packs)] == ["annat", "test"]
    assert in_force(packs)[1].content.version == "1"
    assert shelf_of([], {}).topics == ()


def test_a_pack_is_written_out_with_the_local_wordings_in_it() -> None:
    own = replace(FEVER, title="Egen")
    assert as_worded(PACK, [edit(own)]).topics == (own, COUGH)
    assert as_worded(PACK, [edit(own), edit(None, number=2, code="FEBER")]) == PACK
