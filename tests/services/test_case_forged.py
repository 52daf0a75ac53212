"""What no screen asks for, and a forged call might: it opens and breaks nothing."""

from __future__ import annotations

from uuid import UUID

import pytest

from kundcenter.domain.access import NotPermitted, Role
from kundcenter.domain.access_log import Level
from kundcenter.domain.case_codes import CaseField, CaseKind, LetterKind
from kundcenter.domain.case_errors import CaseInvalid, CaseStale
from kundcenter.domain.cases import FieldEdit
from kundcenter.domain.people import PersonNotFound
from kundcenter.errors import KundcenterError
from tests.ground import Ground
from tests.services.case_ground import seen, staffed, taken_in

EVERY = frozenset(CaseKind)


def test_to_ask_for_ones_own_of_nobody_shows_no_kind_that_is_not_ones_own(ground: Ground) -> None:
    staffed(ground)
    complaint = taken_in(ground)
    service = taken_in(ground, kind=CaseKind.E_SERVICE)
    cases = ground.desk.cases
    assert {each.id for each in cases.due(EVERY, mine=True, nobody=True)} == {complaint, service}
    ground.sign_in("service")
    assert [each.id for each in cases.due(EVERY, mine=True, nobody=True)] == [service]


@pytest.mark.parametrize(
    ("name", "stands", "other", "forged", "refused"),
    [
        (CaseField.PERSON, "", "", str(UUID(int=77)), PersonNotFound),
        (CaseField.CATEGORY, "1.1", "1.2", "99.9", CaseInvalid),
        (CaseField.EVENT, "2026", "2025", "2099", CaseInvalid),
    ],
)
def test_what_an_editor_only_says_they_saw_cannot_be_chosen(
    ground: Ground,
    name: CaseField,
    stands: str,
    other: str,
    forged: str,
    refused: type[KundcenterError],
) -> None:
    staffed(ground)
    id = taken_in(ground, **{name.value: stands})
    cases = ground.desk.cases
    if stands == other:  # a person who is there, beside whom another is meant
        ground.sign_in("nurse")
        stands = str(ground.person())
        ground.sign_in("handler")
        cases.edit(id, (FieldEdit(name, "", stands),))
    cases.edit(id, (FieldEdit(name, forged, other),))
    (difference,) = cases.get(id).conflicts
    with pytest.raises(refused):
        cases.choose(id, difference.id, forged)
    assert seen(ground, id).facts.value(name) == stands
    cases.choose(id, difference.id, other)
    assert seen(ground, id).facts.value(name) == other


def test_a_letter_that_is_not_ones_own_to_see_leaves_who_asked(ground: Ground) -> None:
    staffed(ground)
    id = taken_in(ground)
    ground.sign_in("nurse")
    known = len(ground.accesses())
    with pytest.raises(NotPermitted):
        ground.desk.cases.preview(id, LetterKind.CONFIRMATION)
    (record,) = ground.accesses(known)
    assert (record.level, record.object_kind, record.object_id) == (Level.DENIED, "case", id)
    assert record.reason == NotPermitted.code


def test_who_comes_second_is_told_that_it_is_taken_and_not_that_they_may_not(
    ground: Ground,
) -> None:
    """Whoever works in the service desk leads no cases: what was free is another's now."""
    staffed(ground)
    ground.sign_in("admin")
    second = ground.operator("second", Role.SERVICE_DESK)
    first = ground.operator("first", Role.SERVICE_DESK)
    id = taken_in(ground, kind=CaseKind.E_SERVICE)
    cases = ground.desk.cases
    ground.sign_in("first")
    cases.assign(id, first, upon=0)
    ground.sign_in("second")
    with pytest.raises(CaseStale):
        cases.assign(id, second, upon=0)
    with pytest.raises(NotPermitted):
        cases.assign(id, second, upon=1)
