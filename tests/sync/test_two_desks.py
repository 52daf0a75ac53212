"""Two desks and the centre: what one does the other sees, and all three agree."""

from __future__ import annotations

from tests.ground import WHOLE, WOMAN
from tests.sync.ground import Centre, Side, shared


def test_what_one_desk_does_the_other_has(three: tuple[Centre, Side, Side]) -> None:
    centre, one, other = three
    one.nurse()
    call = one.desk.calls.register("+46701740605").the("call")
    one.desk.journal.write(one.person(WOMAN), WHOLE, call_id=call)
    assert one.local.waiting().count > 5
    one.talk(centre)
    other.talk(centre)
    assert one.local.waiting().count == 0
    assert shared(one.engine) == shared(centre.engine)
    assert shared(other.engine) == shared(centre.engine)
