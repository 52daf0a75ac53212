"""What two desks do at the same time, each unknown to the other, is all kept."""

from __future__ import annotations

from dataclasses import replace

from kundcenter.domain.access import Role
from kundcenter.domain.calls import CallState
from kundcenter.domain.feed import Verdict
from kundcenter.domain.parts import PartKind
from kundcenter.domain.work_items import ItemKind
from tests.ground import ASKED, WHOLE, WOMAN
from tests.sync.ground import Centre, Side, shared

Three = tuple[Centre, Side, Side]


def both(three: Three) -> None:
    """A nurse at each desk, who has all that the other desk has."""
    centre, one, other = three
    one.begin()
    for name in ("anna", "bo"):
        one.operator(name, Role.NURSE, Role.SUPERVISOR_NURSE)
    one.sign_in("anna")
    one.talk(centre)
    other.talk(centre)
    other.takes("bo")
    other.talk(centre)


def agree(three: Three) -> None:
    """After all have talked, all three have the same rows."""
    centre, one, other = three
    for side in (one, other, one, other):
        side.talk(centre)
    assert shared(one.engine) == shared(other.engine) == shared(centre.engine)
    assert one.local.waiting().count == other.local.waiting().count == 0


def test_one_number_registered_at_two_desks_becomes_one_person(three: Three) -> None:
    centre, one, other = three
    both(three)
    here, there = one.person(WOMAN), other.person(WOMAN)
    mine = one.desk.journal.write(here, WHOLE).the("entry")
    theirs = other.desk.journal.write(there, replace(WHOLE, advice="Drick mer.")).the("entry")
    agree(three)
    card = one.desk.people.open(here, ASKED)
    assert {past.entry.id for past in card.history} == {mine, theirs}
    assert other.desk.journal.open(theirs, ASKED).entry.written_under.value == WOMAN
    assert set(centre.central.counts()) == {Verdict.APPLIED}


def test_two_corrections_of_one_signed_note_are_both_kept(three: Three) -> None:
    _, one, other = three
    both(three)
    entry = one.desk.journal.write(one.person(WOMAN), WHOLE).the("entry")
    one.desk.journal.sign(entry, upon=1)
    agree(three)
    other.takes("anna")
    first, second = (replace(WHOLE, advice=words) for words in ("Vila.", "Drick mer."))
    one.desk.journal.correct(entry, first, upon=1, reason="Fel råd.")
    other.desk.journal.correct(entry, second, upon=1, reason="Rådet saknades.")
    agree(three)
    versions = one.desk.journal.open(entry, ASKED).versions
    assert [(v.note.advice, v.upon) for v in versions[1:]] == [("Vila.", 0), ("Drick mer.", 1)]


def test_a_claim_that_lost_is_undone_and_becomes_work(three: Three) -> None:
    centre, one, other = three
    both(three)
    call = one.desk.calls.register("+46701740605").the("call")
    bo = next(each.id for each in one.desk.calls.colleagues() if each.name == "Test Bo")
    offer = one.desk.calls.hand_over(call, bo, "Ring upp").the("hand_over")
    agree(three)
    one.desk.calls.withdraw(call)
    other.desk.calls.take(call)
    other.desk.calls.open_part(call, PartKind.ADVICE)
    agree(three)
    assert centre.central.counts()[Verdict.REJECTED] == 1
    anna = one.desk.seat.actor.operator_id
    assert {s.desk.calls.get(call).operator_id for s in (one, other)} == {anna}
    (item, *rest) = other.desk.work_items.waiting()
    assert (item.verb, item.kind, item.about_id) == ("calls.take", ItemKind.REJECTED, offer)
    assert [each.verb for each in rest] == ["calls.open_part"]  # kept, to be looked at
    other.desk.work_items.resolve(item.id, "Anna har samtalet kvar")
    agree(three)
    assert item.id not in {each.id for each in one.desk.work_items.waiting()}


def test_work_goes_on_upon_what_is_not_answered_yet(three: Three) -> None:
    centre, one, other = three
    both(three)
    call = one.desk.calls.register("+46701740605").the("call")
    entry = one.desk.journal.write(one.person(WOMAN), WHOLE, call_id=call).the("entry")
    agree(three)
    one.desk.calls.hold(call)
    one.exchange.look()
    for _ in range(2):  # pushed, but its rows have not come down
        if one.step(centre) is None:
            break
    one.desk.calls.resume(call)
    one.desk.journal.sign(entry, upon=1)
    other.desk.people.note_language(other.person_of(WOMAN), "fi")
    other.talk(centre)
    one.talk(centre)
    assert one.desk.calls.get(call).state is CallState.TALKING
    assert one.desk.people.open(one.person_of(WOMAN), ASKED).person.language == "fi"
    agree(three)
