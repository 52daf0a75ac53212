"""A case is of all teams of the centre, and the call that it came in of one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from kundcenter.domain.access import NotPermitted, Role
from kundcenter.domain.calls import CallNotFound
from kundcenter.domain.case_codes import CaseAct, Said
from kundcenter.domain.feed import Verdict
from tests.ground import NUMBER, Clock, fill_central
from tests.postgres import PostgresServer
from tests.services.case_ground import draft
from tests.sync.case_ground import changes
from tests.sync.ground import Centre, Side, a_centre, a_side

ANOTHER = "SE0000000001-VAXEL"


@pytest.fixture
def teams(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[tuple[Centre, Side, Side]]:
    """A nurse of one care unit, and whoever handles cases, of another."""
    clock = Clock()
    with ExitStack() as stack:
        url = stack.enter_context(postgres_server.clone("empty", fill_central))
        centre = stack.enter_context(a_centre(url, clock))
        one = a_side(stack, tmp_path / "one.db", clock, centre, "ett")
        other = a_side(stack, tmp_path / "other.db", clock, centre, "ärenden", unit=ANOTHER)
        one.begin()
        one.operator("anna", Role.NURSE)
        one.desk.operators.add(
            "bo",
            "Test Bo",
            roles=frozenset({Role.CASE_HANDLER, Role.SWITCHBOARD}),
            position="Handläggare",
            care_unit=ANOTHER,
        )
        one.sign_in("anna")
        one.talk(centre)
        other.talk(centre)
        other.takes("bo")
        yield centre, one, other


def test_who_handles_it_does_not_have_the_call_and_changes_it_all_the_same(
    teams: tuple[Centre, Side, Side],
) -> None:
    """That they are protected, the handler heard later: then the number of the call goes too."""
    centre, one, other = teams
    call = one.desk.calls.register(NUMBER).the("call")
    case = one.desk.cases.register(draft(), call_id=call).the("case")
    one.desk.calls.close(call, "INFO")
    one.talk(centre)
    other.talk(centre)
    assert one.desk.calls.get(call).number == NUMBER
    with pytest.raises(CallNotFound):
        other.desk.calls.get(call)
    changes(other, case, protected=Said.YES, summary="Utlovad uppringning uteblev.")
    for side in (other, one):
        side.talk(centre)
    assert set(centre.central.counts()) == {Verdict.APPLIED}
    assert one.desk.cases.get(case).case.facts.protected is Said.YES
    assert one.desk.calls.get(call).number is None


def test_who_took_it_in_adds_to_it_where_nobody_heard_that_it_is_over(
    teams: tuple[Centre, Side, Side],
) -> None:
    """Of one that is over only those who handle it may do that: but it has happened."""
    centre, one, other = teams
    case = one.desk.cases.register(draft()).the("case")
    one.talk(centre)
    other.talk(centre)
    other.desk.cases.withdraw(case, "Ringde och tog tillbaka det.")
    other.talk(centre)
    one.desk.cases.comment(case, "Hon ringde igen.")
    changes(one, case, wanted="En ursäkt.")
    for side in (one, other):
        side.talk(centre)
    assert set(centre.central.counts()) == {Verdict.APPLIED}
    told = other.desk.cases.get(case)
    assert (told.case.flagged, told.case.facts.wanted) == (True, "En ursäkt.")
    assert [each.late for each in told.steps if each.act is CaseAct.COMMENTED] == [True]
    with pytest.raises(NotPermitted):
        one.desk.cases.comment(case, "En gång till.")
