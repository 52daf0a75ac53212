"""Whatever is chosen and written: what the form lets through the store takes, as it was meant."""

from __future__ import annotations

from random import Random

import pytest

from kundcenter.domain.case_checks import checked_draft
from kundcenter.domain.case_codes import AnswerBy, CaseField, Complainant, Said
from kundcenter.domain.case_fields import telling
from tests.ground import WOMAN
from tests.ui.workstation.intake import WORDS, form, intake, open_form, swedish
from tests.ui.workstation.seat import Seat
from ui.dialogs.case_intake_form import CaseForm
from ui.widgets.choice_row import ChoiceRow, Segment
from ui.widgets.combo import Combo
from ui.widgets.field import Field
from ui.widgets.text_area import TextArea
from ui.widgets.tick_row import TickRow

__all__ = ["swedish"]
pytestmark = pytest.mark.usefixtures("swedish")

ROUNDS = 120
TEXTS = {
    "happened": ("", "2024", "november 2025", "i går", "24/11", "2026-11-20", "snart", "2031"),
    "received": ("", "18/11", "i dag", "i morgon", "2026-10-01", "länge sedan"),
    "number": ("", "070-174 06 05", "+46 70 174 06 06", "08-465 004 00", "070"),
    "email": ("", "test@example.com", "test", "a b@example.com", "test@example.com, x@example.com"),
}
WRITTEN = ("", "  ", WORDS, "En rad\nen till", "Å" * 40)


def fill(shown: CaseForm, chance: Random) -> None:
    """Anything in every field, and any choice or none."""
    for name, part in shown.kept().items():
        if isinstance(part, ChoiceRow):
            values = [each.choice.value for each in part.findChildren(Segment)]
            part.choose(chance.choice([None, *values]))
        elif isinstance(part, TickRow):
            for box in part.boxes.values():
                box.setChecked(chance.random() < 0.3)
        elif isinstance(part, Combo):
            values = [part.box.itemData(at) for at in range(part.box.count())]
            part.choose(chance.choice([None, *values]))
        elif isinstance(part, Field | TextArea):
            part.set_text(chance.choice(TEXTS.get(name, WRITTEN)))
    shown.show_parts()


@pytest.mark.parametrize("in_call", [False, True])
def test_what_the_form_lets_through_the_store_takes(seat: Seat, in_call: bool) -> None:
    seat.sign_in("nurse")
    if in_call:
        seat.take_call(keyed_id=WOMAN)
        seat.see("Test Person 1988")
    open_form(seat)
    shown, chance = form(seat), Random(7)
    now, through, anonymous = seat.ground.clock(), 0, 0
    for _ in range(ROUNDS):
        fill(shown, chance)
        draft = shown.draft(intake(seat).routes.value)
        assert telling(draft.facts) == ()
        if shown.complete():
            good = checked_draft(draft, now)
            through += 1
            anonymous += draft.facts.anonymous
            assert good.facts.words == draft.facts.words
            if draft.facts.protected is Said.YES:
                assert draft.facts.address == ""
            if not draft.facts.answerable:
                assert draft.confirmed is AnswerBy.UNSAID
    assert through > ROUNDS / 10
    assert anonymous > 0


def test_only_what_is_asked_is_taken_down(seat: Seat) -> None:
    """A name that was written before one said that one complains for oneself is not of the case."""
    seat.sign_in("nurse")
    open_form(seat)
    who = form(seat).who
    who.complainant.choose(Complainant.RELATIVE)
    who.name.set_text("Anna Exempel")
    who.relation.set_text("mor")
    who.consent.choose(Said.NO)
    assert form(seat).facts.name == "Anna Exempel"
    who.complainant.choose(Complainant.OTHER)
    assert (form(seat).facts.name, form(seat).facts.relation) == ("Anna Exempel", "")
    who.complainant.choose(Complainant.PATIENT)
    facts = form(seat).facts
    assert (facts.name, facts.relation, facts.consent) == ("", "", Said.UNSAID)


def test_every_fact_that_the_store_may_refuse_has_a_field_to_say_it_at(seat: Seat) -> None:
    seat.sign_in("nurse")
    open_form(seat)
    form(seat).who.complainant.choose(Complainant.RELATIVE)
    form(seat).answer.answer_by.choose(AnswerBy.LETTER)
    form(seat).show_parts()
    seat.settle()
    elsewhere = {CaseField.PERSON, CaseField.RECIPIENT, CaseField.REGISTRY}
    for name in set(CaseField) - elsewhere:
        assert form(seat).show_wrong(name, "Fel."), name
