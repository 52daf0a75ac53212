"""Several change one case: fields are joined one by one, and nothing is lost (F50)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from kundcenter.domain.access_log import Activity, Purpose
from kundcenter.domain.case_codes import (
    AnswerBy,
    CaseAct,
    CaseField,
    CaseKind,
    ClockKind,
    Complainant,
    EditOutcome,
    Injury,
)
from kundcenter.domain.case_errors import CaseConflictNotFound, CaseInvalid, CaseNotFound
from kundcenter.domain.case_terms import TIMES, Category
from kundcenter.domain.cases import FieldEdit, ToldCase
from kundcenter.domain.people import PersonNotFound
from kundcenter.domain.text import TextInvalid
from kundcenter.domain.units import UnitNotFound
from kundcenter.start.desk import new_id
from tests.ground import PASSWORD, Ground
from tests.services.case_ground import draft, edited, facts, seen, staffed, taken_in

APPLIED, SAME, CHOSEN = EditOutcome.APPLIED, EditOutcome.SAME, EditOutcome.CHOSEN


def told(ground: Ground, id: UUID) -> ToldCase:
    return ground.desk.cases.get(id)


def test_each_field_has_its_history(ground: Ground) -> None:
    ids = staffed(ground)
    id = taken_in(ground)
    before = seen(ground, id).facts
    edited(ground, id, before, summary="Ingen ringde.", wanted="En ursäkt.")
    edited(ground, id, seen(ground, id).facts, summary="Ingen ringde upp.")
    now, history = seen(ground, id), told(ground, id).edits
    assert (now.facts.summary, now.facts.wanted) == ("Ingen ringde upp.", "En ursäkt.")
    assert (now.version, now.conflicts) == (0, 0)
    summaries = [each for each in history if each.name is CaseField.SUMMARY]
    assert [(each.old, each.stood, each.new, each.outcome, each.by) for each in summaries] == [
        ("", "", "Ingen ringde.", APPLIED, ids["handler"]),
        ("Ingen ringde.", "Ingen ringde.", "Ingen ringde upp.", APPLIED, ids["handler"]),
    ]
    assert summaries[0].at < summaries[1].at


def test_two_windows_of_different_fields_are_joined(ground: Ground) -> None:
    ids = staffed(ground)
    id = taken_in(ground)
    before = seen(ground, id).facts
    other = ground.restarted()
    other.desk.sessions.sign_in("chief", PASSWORD)
    edited(ground, id, before, summary="Ingen ringde.")
    edited(other, id, before, wanted="En ursäkt.", category="6.1")
    now = seen(ground, id)
    assert (now.facts.summary, now.facts.wanted) == ("Ingen ringde.", "En ursäkt.")
    assert (now.facts.category, now.conflicts) == ("6.1", 0)
    assert {each.by for each in told(ground, id).edits} == {ids["handler"], ids["chief"]}


def test_of_one_field_both_values_are_kept_until_somebody_chooses(ground: Ground) -> None:
    ids = staffed(ground)
    id = taken_in(ground)
    before = seen(ground, id).facts
    edited(ground, id, before, summary="Ingen ringde.")
    ground.sign_in("chief")
    edited(ground, id, before, summary="De ringde för sent.")
    now = told(ground, id)
    assert (now.case.facts.summary, now.case.conflicts) == ("Ingen ringde.", 1)
    (conflict,) = now.conflicts
    assert (conflict.old, conflict.stood, conflict.new) == (
        "",
        "Ingen ringde.",
        "De ringde för sent.",
    )
    assert conflict.by == ids["chief"]
    ground.desk.cases.choose(id, conflict.id, conflict.new)
    now = told(ground, id)
    assert (now.case.facts.summary, now.case.conflicts) == ("De ringde för sent.", 0)
    assert now.conflicts == ()
    chosen = now.edits[-1]
    assert (chosen.outcome, chosen.settles) == (CHOSEN, conflict.id)
    assert (chosen.stood, chosen.new) == ("Ingen ringde.", "De ringde för sent.")
    assert ground.refuses(
        CaseConflictNotFound, ground.desk.cases.choose, id, conflict.id, "Något."
    ) == {"id": id}


@pytest.mark.parametrize("value", ["Ingen ringde.", "Ett tredje."])
def test_what_stood_or_a_third_value_may_be_chosen(ground: Ground, value: str) -> None:
    staffed(ground)
    id = taken_in(ground)
    before = seen(ground, id).facts
    edited(ground, id, before, summary="Ingen ringde.")
    edited(ground, id, before, summary="De ringde för sent.")
    (conflict,) = told(ground, id).conflicts
    ground.desk.cases.choose(id, conflict.id, value)
    assert (seen(ground, id).facts.summary, seen(ground, id).conflicts) == (value, 0)


def test_five_who_say_five_things_leave_four_differences(ground: Ground) -> None:
    staffed(ground)
    id = taken_in(ground)
    before = seen(ground, id).facts
    values = [f"Nummer {number}." for number in range(5)]
    for number, value in enumerate(values):
        edited(ground, id, before, summary=value, **{["wanted", "patient"][number % 2]: value})
    now = told(ground, id)
    assert now.case.facts.summary == values[0]
    assert (now.case.facts.wanted, now.case.facts.patient) == (values[0], values[1])
    assert now.case.conflicts == len(now.conflicts) == 4 + 3
    assert {each.new for each in now.edits} == set(values)
    for conflict in now.conflicts:
        ground.desk.cases.choose(id, conflict.id, conflict.new)
    assert (seen(ground, id).conflicts, seen(ground, id).facts.summary) == (0, values[-1])


def test_two_who_mean_the_same_do_not_differ(ground: Ground) -> None:
    staffed(ground)
    id = taken_in(ground)
    before = seen(ground, id).facts
    edited(ground, id, before, number="070-174 06 07", event="2026-05")
    edited(ground, id, before, number="+46 70 174 06 07", event=" 2026-05 ")
    found = [(each.new, each.outcome) for each in told(ground, id).edits]
    for value in ("+46701740607", "2026-05"):
        assert [outcome for new, outcome in found if new == value] == [APPLIED, SAME]
    assert seen(ground, id).conflicts == 0


def test_an_edit_that_wants_nothing_leaves_no_history(ground: Ground) -> None:
    staffed(ground)
    id = taken_in(ground)
    before = seen(ground, id).facts
    edited(ground, id, before, name=before.name, injury=before.injury)
    assert told(ground, id).edits == ()


def test_a_suspected_injury_tells_the_chief_once_and_moves_the_clock(ground: Ground) -> None:
    staffed(ground)
    id = taken_in(ground, confirmed=AnswerBy.TELEPHONE)
    edited(ground, id, seen(ground, id).facts, injury=Injury.SUSPECTED)
    first = seen(ground, id)
    assert (first.due_clock, first.alerted_at is not None) == (ClockKind.INJURY, True)
    edited(ground, id, first.facts, injury=Injury.NO)
    calm = seen(ground, id)
    assert (calm.due_clock, calm.alerted_at) == (ClockKind.ANSWER, first.alerted_at)
    edited(ground, id, calm.facts, injury=Injury.SERIOUS)
    assert seen(ground, id).alerted_at == first.alerted_at
    acts = [each.act for each in told(ground, id).steps]
    assert acts.count(CaseAct.ALERTED) == 1


def test_a_chosen_injury_tells_the_chief_too(ground: Ground) -> None:
    staffed(ground)
    id = taken_in(ground)
    before = seen(ground, id).facts
    edited(ground, id, before, injury=Injury.NO)
    edited(ground, id, before, injury=Injury.SERIOUS)
    assert seen(ground, id).alerted_at is None
    (conflict,) = told(ground, id).conflicts
    ground.desk.cases.choose(id, conflict.id, "ALLVARLIG")
    assert seen(ground, id).alerted_at is not None
    assert told(ground, id).steps[-1].act is CaseAct.ALERTED


def test_the_event_and_the_answers_way_move_the_clocks(ground: Ground) -> None:
    staffed(ground)
    id = taken_in(ground, injury=Injury.SERIOUS)
    edited(ground, id, seen(ground, id).facts, event="2026-08-03")
    assert seen(ground, id).due_clock is ClockKind.LEX_MARIA
    plain = taken_in(ground)
    edited(ground, plain, seen(ground, plain).facts, answer_by=AnswerBy.NOT)
    assert (seen(ground, plain).due_at, seen(ground, plain).due_clock) == (None, None)


def test_a_case_stays_with_those_who_handle_it(ground: Ground) -> None:
    staffed(ground)
    id = taken_in(ground)
    edited(ground, id, seen(ground, id).facts, kind=CaseKind.VIEW)
    wrong: tuple[tuple[UUID, CaseKind, CaseKind], ...] = (
        (id, CaseKind.VIEW, CaseKind.E_SERVICE),
        (id, CaseKind.VIEW, CaseKind.ADVICE),
        (taken_in(ground, kind=CaseKind.E_SERVICE), CaseKind.E_SERVICE, CaseKind.COMPLAINT),
    )
    for case_id, old, new in wrong:
        edits = (FieldEdit(CaseField.KIND, old, new),)
        refused = ground.refuses(CaseInvalid, ground.desk.cases.edit, case_id, edits)
        assert refused == {"field": "kind"}


def test_what_cannot_be_is_refused_and_nothing_of_the_edit_is_kept(ground: Ground) -> None:
    staffed(ground)
    id = taken_in(ground)

    def refused(kind: type[Any], *edits: FieldEdit) -> dict[str, object]:
        return ground.refuses(kind, ground.desk.cases.edit, id, edits)

    fine = FieldEdit(CaseField.SUMMARY, "", "Ingen ringde.")
    assert refused(CaseInvalid, fine, FieldEdit(CaseField.EVENT, "", "i maj")) == {"field": "event"}
    assert refused(CaseInvalid, fine, fine) == {"field": "summary"}
    assert refused(CaseInvalid, FieldEdit(CaseField.CATEGORY, "", "7.9")) == {"field": "category"}
    assert refused(CaseInvalid, FieldEdit(CaseField.EVENT, "", "2027")) == {"field": "event"}
    refused(PersonNotFound, FieldEdit(CaseField.PERSON, "", str(new_id())))
    refused(UnitNotFound, FieldEdit(CaseField.UNIT, "", str(new_id())))
    refused(TextInvalid, FieldEdit(CaseField.SUMMARY, "\0", "Nytt."))
    refused(TextInvalid, FieldEdit(CaseField.SUMMARY, "", "å" * 5_001))
    assert seen(ground, id).facts == facts()
    ground.refuses(CaseNotFound, ground.desk.cases.edit, new_id(), (fine,))
    ground.refuses(CaseConflictNotFound, ground.desk.cases.choose, id, new_id(), "")


def test_an_ended_category_stays_where_it_is(ground: Ground) -> None:
    """It may be chosen where it stands; nobody writes it anew, whatever they say that they saw."""
    staffed(ground)
    id = taken_in(ground)
    before = seen(ground, id).facts
    edited(ground, id, before, category="1.1")
    terms = (Category("1", "Vård"), Category("1.1", "Undersökning", ended=True))
    ground.desk.case_terms.publish(terms, TIMES, upon=0)
    edited(ground, id, before, category="1")
    (conflict,) = told(ground, id).conflicts
    ground.desk.cases.choose(id, conflict.id, "1.1")
    assert (seen(ground, id).facts.category, seen(ground, id).conflicts) == ("1.1", 0)
    edited(ground, id, seen(ground, id).facts, category="1", summary="Ingen ringde.")
    for forged in ("1.1", "1"):
        again = (FieldEdit(CaseField.CATEGORY, forged, "1.1" if forged == "1" else "1.2"),)
        refused = ground.refuses(CaseInvalid, ground.desk.cases.edit, id, again)
        assert refused == {"field": "category"}


def test_nobody_becomes_anonymous_while_the_case_tells_who_it_is(ground: Ground) -> None:
    staffed(ground)
    id = taken_in(ground)
    before = seen(ground, id).facts
    veiled = FieldEdit(CaseField.COMPLAINANT, before.complainant, Complainant.ANONYMOUS)
    edit = ground.desk.cases.edit
    assert ground.refuses(CaseInvalid, edit, id, (veiled,)) == {"field": "name"}
    edited(ground, id, before, complainant=Complainant.ANONYMOUS, name="", number="")
    assert seen(ground, id).due_at is None
    named = (FieldEdit(CaseField.NAME, "", "Test Person"),)
    assert ground.refuses(CaseInvalid, edit, id, named) == {"field": "name"}
    edited(ground, id, before, complainant=Complainant.RELATIVE)
    (conflict,) = told(ground, id).conflicts
    ground.desk.cases.choose(id, conflict.id, "NARSTAENDE")
    edited(ground, id, seen(ground, id).facts, name="Test Person")


def test_a_remark_flags_a_case_that_is_over(ground: Ground) -> None:
    staffed(ground)
    id = taken_in(ground)
    ground.desk.cases.comment(id, "Ringde igen.\nMycket arg.")
    assert not seen(ground, id).flagged
    ground.desk.cases.withdraw(id, "Vill inte längre.")
    ground.desk.cases.comment(id, "Ringde ändå.")
    now = told(ground, id)
    assert now.case.flagged and now.case.over
    remarks = [each for each in now.steps if each.act is CaseAct.COMMENTED]
    assert [(each.text, each.late) for each in remarks] == [
        ("Ringde igen.\nMycket arg.", False),
        ("Ringde ändå.", True),
    ]
    for blank in ("", " \n"):
        refused = ground.refuses(CaseInvalid, ground.desk.cases.comment, id, blank)
        assert refused == {"field": "text"}
    ground.refuses(CaseNotFound, ground.desk.cases.comment, new_id(), "Hej.")


def test_every_change_leaves_an_access_record(ground: Ground) -> None:
    staffed(ground)
    ground.sign_in("nurse")
    person = ground.person()
    ground.sign_in("handler")
    id = ground.desk.cases.register(draft(person=str(person))).the("case")
    before, start = seen(ground, id).facts, len(ground.accesses())
    edited(ground, id, before, summary="Ett.")
    edited(ground, id, before, summary="Två.")
    (conflict,) = told(ground, id).conflicts
    looked = len(ground.accesses()) - start - 2
    ground.desk.cases.choose(id, conflict.id, "Två.")
    ground.desk.cases.comment(id, "Klart.")
    written = [each for each in ground.accesses(start) if each.activity is Activity.WRITE]
    assert looked == 1 and len(written) == 4
    assert {(each.person_id, each.object_id, each.purpose) for each in written} == {
        (person, id, Purpose.LAW)
    }
