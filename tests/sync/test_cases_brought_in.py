"""One file of an e-service that two desks bring in, and work that is done with it meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import text

from kundcenter.domain.case_codes import CaseAct, CaseField, CaseKind, EditOutcome, Service
from kundcenter.domain.case_files import ImportedCase
from kundcenter.domain.cases import CaseFacts, FieldEdit
from kundcenter.domain.feed import Verdict
from kundcenter.domain.unit_cards import Details
from kundcenter.domain.unit_wordings import UnitWording
from kundcenter.domain.units import UnitKind
from tests.ground import MAN, MORNING, WOMAN, identity
from tests.sync.test_two_at_once import Three, agree, both

SAID = "När kommer svaret?"


def row(number: int = 1, **told: Any) -> ImportedCase:
    plain: dict[str, Any] = {"identity": identity(WOMAN), "given_name": "Åsa"}
    return ImportedCase(
        row=number,
        source=f"KO-{number}",
        service=Service.CONTACT_US,
        kind=CaseKind.E_SERVICE,
        received_at=MORNING - timedelta(hours=1),
        facts=CaseFacts(kind=CaseKind.E_SERVICE, words=SAID),
        **{**plain, "family_name": "Ny", **told},
    )


def counted(three: Three, table: str, where: str = "1 = 1") -> int:
    with three[0].engine.connect() as connection:
        query = f"SELECT count(*) FROM {table} WHERE {where}"
        return int(connection.execute(text(query)).scalar_one())


def all_was_taken(three: Three) -> None:
    assert set(three[0].central.counts()) == {Verdict.APPLIED}


def test_one_file_that_two_desks_bring_in_is_one_of_everything(three: Three) -> None:
    both(three)
    _, one, other = three
    for side in (one, other):
        side.desk.cases.import_((row(1), row(2)))
    agree(three)
    all_was_taken(three)
    assert counted(three, "cases") == 2
    assert counted(three, "people", "family_name = 'Ny'") == 1
    assert counted(three, "case_steps", f"act = '{CaseAct.REGISTERED}'") == 2
    told = other.desk.cases.get(row(1).case_id)
    assert told.person is not None
    assert told.person.family_name == "Ny"


def test_parts_of_one_file_that_overlap_are_the_whole_of_it(three: Three) -> None:
    both(three)
    _, one, other = three
    one.desk.cases.import_((row(1), row(2)))
    other.desk.cases.import_((row(2), row(3)))
    agree(three)
    all_was_taken(three)
    assert counted(three, "cases") == 3
    assert one.desk.cases.plan((row(1), row(2), row(3))).same == 3


def test_a_file_that_comes_late_changes_nothing_of_what_was_done_with_it(three: Three) -> None:
    both(three)
    centre, one, other = three
    case = row(1).case_id
    for side in (one, other):
        side.desk.cases.import_((row(1),))
    one.desk.cases.edit(case, (FieldEdit(CaseField.WORDS, SAID, "Svaret på provet"),))
    one.talk(centre)
    agree(three)
    all_was_taken(three)
    for side in (one, other):
        told = side.desk.cases.get(case)
        assert told.case.facts.words == "Svaret på provet"
        assert [each.outcome for each in told.edits] == [EditOutcome.APPLIED]
        assert told.case.version == 0


def test_whoever_was_registered_at_another_desk_meanwhile_is_whom_it_is_about(
    three: Three,
) -> None:
    both(three)
    _, one, other = three
    person = one.person(WOMAN)
    other.desk.cases.import_((row(1),))
    agree(three)
    all_was_taken(three)
    assert counted(three, "people", "family_name = 'Ny'") == 0
    told = other.desk.cases.get(row(1).case_id)
    assert told.case.facts.person_id == person


def test_of_one_number_that_two_files_tell_of_two_persons_the_first_stands(three: Three) -> None:
    both(three)
    centre, one, other = three
    one.desk.cases.import_((row(1),))
    other.desk.cases.import_((row(1, identity=identity(MAN), family_name="Annan"), row(2)))
    one.talk(centre)
    agree(three)
    all_was_taken(three)
    assert counted(three, "cases") == 2
    told = other.desk.cases.get(row(1).case_id)
    assert told.person is not None
    assert told.person.family_name == "Ny"


def test_a_unit_that_the_centre_turned_away_takes_no_matter_with_it(three: Three) -> None:
    """The desk had given a unit another HSA-id by a claim that was lost; the file names it."""
    both(three)
    centre, one, other = three
    lost = UnitWording("SE0000000001-DEMO8", "Ny mottagning", UnitKind.PRIMARY_CARE)
    for side in (one, other):
        taken = replace(lost, hsa_id="SE0000000001-DEMO7")
        unit = side.desk.units.save(None, taken, Details()).the("unit")
    other.desk.units.save(unit, lost, Details(), upon=1)
    nobody = row(3, identity=None, given_name="", family_name="", hsa_id=lost.hsa_id)
    other.desk.cases.import_((row(1, hsa_id=lost.hsa_id), row(2), nobody))
    assert other.desk.cases.get(nobody.case_id).case.facts.unit_id == unit
    one.talk(centre)
    agree(three)
    assert centre.central.counts()[Verdict.REJECTED] == 2
    assert Verdict.QUARANTINED not in centre.central.counts()
    assert counted(three, "cases") == 3
    facts = other.desk.cases.get(nobody.case_id).case.facts
    assert (facts.unit_id, facts.provider, facts.words) == (None, lost.hsa_id, SAID)
