"""Whatever the supervisor's services show or hand out of calls and patients is in the access log.

What, by whom, and of how many: a record for each row, or one for what names nobody.
"""

from __future__ import annotations

import pytest

from kundcenter.domain.access_log import Activity, Level, Purpose
from tests.ground import Ground
from tests.services.supervision.leading_deeds import every_verb, made_led, shift

# A look changes nothing that a replay could differ in.
pytestmark = pytest.mark.parametrize("ground", ["sqlcipher"], indirect=True)

Told = tuple[Activity, Level, Purpose, str]
_LOT: Told = (Activity.SEARCH, Level.OVERVIEW, Purpose.QUALITY, "")
_CALL: Told = (Activity.READ, Level.OVERVIEW, Purpose.STATISTICS, "call")
_NO_CALL: Told = (Activity.READ, Level.OVERVIEW, Purpose.STATISTICS, "")
LOGGED: dict[str, set[Told]] = {
    "call_reviews.draw": {_LOT},
    "call_reviews.open": {(Activity.READ, Level.OVERVIEW, Purpose.QUALITY, "call")},
    "explore.rows": {_CALL, _NO_CALL},
    "explore.take": {(Activity.PRINT, Level.OVERVIEW, Purpose.STATISTICS, "")},
    "samples.again": {_LOT},
    "samples.look": {(Activity.READ, Level.RECORD, Purpose.QUALITY, "entry")},
    "samples.pick": {_LOT},
    "samples.take_print": {(Activity.PRINT, Level.OVERVIEW, Purpose.QUALITY, "sample")},
    "summaries.take_print": {(Activity.PRINT, Level.SUMMARY, Purpose.STATISTICS, "")},
}


def test_each_act_leaves_its_records_and_no_other_act_any(ground: Ground) -> None:
    led = made_led(ground)
    wrong, seen = list[tuple[str, object]](), dict[str, set[Told]]()
    for name, _, deed in shift(led):
        verb = name.partition(" ")[0]
        known = len(ground.accesses())
        found = deed()
        records = ground.accesses(known)
        told = {(e.activity, Level(e.level), e.purpose, e.object_kind) for e in records}
        seen.setdefault(verb, set()).update(told)
        if bool(records) != (verb in LOGGED) or not told <= LOGGED.get(verb, set()):
            wrong.append((name, told))
        if any(each.operator_id != led.leader.operator_id for each in records):
            wrong.append((name, "of somebody else"))
        if verb == "explore.rows":
            rows = found.rows  # type: ignore[attr-defined]
            calls = sorted(each.object_id for each in records if each.object_id is not None)
            assert calls == sorted(each.id for each in rows), name
            assert len(records) == max(len(rows), 1)
        elif verb in LOGGED:
            assert len(records) == 1, name
    assert wrong == []
    assert seen.keys() == every_verb()
    assert {verb: told for verb, told in seen.items() if told} == LOGGED
