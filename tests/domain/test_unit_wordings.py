"""What comes in of a unit lies over its card, and nothing else is touched."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.unit_cards import Criteria, Details, UnitCard
from kundcenter.domain.unit_checks import hsa_unusual
from kundcenter.domain.unit_wordings import FIELDS_GIVEN, IncomingUnit, UnitWording, planned
from kundcenter.domain.units import UnitKind, hsa_key

texts = st.sampled_from(("", "a", "b"))
ages = st.none() | st.integers(0, 9)
criteria = st.builds(Criteria, youngest=ages, oldest=ages, send_here=texts, not_here=texts)
details = st.builds(
    Details, way=texts, street=texts, queue=st.booleans(), web=texts, criteria=criteria
)
wordings = st.builds(
    UnitWording, st.sampled_from(("SE1-a", "se1-A")), texts, st.sampled_from(UnitKind), texts, texts
)
given_ = st.frozensets(st.sampled_from(sorted(FIELDS_GIVEN)))


@given(wordings, details, wordings, details, given_)
def test_only_what_is_given_changes(
    wording: UnitWording,
    older: Details,
    came: UnitWording,
    newer: Details,
    given: frozenset[str],
) -> None:
    card = UnitCard(wording.unit(UUID(int=1), "08–17"), older)
    row = IncomingUnit(came, newer, given)
    said, result = row.upon(card)
    for name in ("way", "street", "queue", "web"):
        source = newer if name in given else older
        assert getattr(result, name) == getattr(source, name)
    for name in ("youngest", "oldest", "send_here", "not_here"):
        source = newer if given & {name, "criteria"} else older
        assert getattr(result.criteria, name) == getattr(source.criteria, name)
    assert (said.name, said.kind) == (came.name, came.kind)
    assert said.phone == (came.phone or wording.phone)
    # What has come in once comes in again without a change.
    after = UnitCard(said.unit(card.id), result)
    assert planned({hsa_key(came.hsa_id): after}, (row,)).same == 1


def test_what_was_guessed_gives_way() -> None:
    there = UnitWording("SE1-a", "Akuten", UnitKind.EMERGENCY)
    came = replace(there, name="Mottagning", kind=UnitKind.SPECIALIST)
    row = IncomingUnit(came, Details(), guessed=frozenset({"kind", "name"}))
    assert row.upon(UnitCard(there.unit(UUID(int=1))))[0] == there


def test_an_unusual_hsa_id_is_told_apart() -> None:
    assert not hsa_unusual("SE0000000001-DEMO1")
    for odd in (
        "TSTNMT2321000156-1",
        "se0000000001-1",
        "SE0000000001-å",
        "SE0000000001-" + "x" * 19,
    ):
        assert hsa_unusual(odd)
