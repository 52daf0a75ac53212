"""Who has what of the supervisor's things: figures of an operator stay with the operator's team."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from kundcenter.domain.access import Role
from kundcenter.domain.feed import REFERENCE, SHARED, team
from tests.ground import CARE_UNIT
from tests.postgres import PostgresServer
from tests.services.supervision.shift_roster import roster
from tests.services.supervision.shift_supervision import supervision
from tests.sync.case_ground import an_office
from tests.sync.ground import a_side, shared
from tests.sync.test_switchboard_of_all_teams import buckets

ANOTHER = "SE0000000001-VAXEL"
REGION = ("queue_closures", "roster_terms", "work_turns", "targets", "surveys")
CENTRE = ("queue_calls", "incidents", "feedback")
TEAM = ("presences", "samples", "sampled_calls", "call_reviews")


def test_what_is_of_a_team_stays_there_and_the_rest_is_all_teams(
    postgres_server: PostgresServer, tmp_path: Path
) -> None:
    with an_office(postgres_server, tmp_path, 2) as two:
        roster(two.one, two.ids["bo"], Role.NURSE)
        two.one.takes("bo")
        supervision(two.one, "bo", "anna")
        two.agree()
        two.all_was_taken()
        centre = two.centre
        for names, bucket in ((REGION, REFERENCE), (CENTRE, SHARED), (TEAM, team(CARE_UNIT))):
            for name in names:
                assert buckets(centre, name) == {bucket}, name
        with ExitStack() as stack:
            far = a_side(stack, tmp_path / "far.db", two.one.clock, centre, "fjärran", unit=ANOTHER)
            far.talk(centre)
            here, there = shared(two.one.engine), shared(far.engine)
            for name in (*REGION, *CENTRE):
                assert here[name] == there[name] != []
            for name in TEAM:
                assert here[name] != [] == there[name]
