"""What is past is on its way when a person is opened or sought, and the screen says so quietly."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kundcenter.domain.identity import PersonId
from kundcenter.domain.link import LinkState, Phase
from kundcenter.services.link import Link
from kundcenter.sync.history import Recalled, Wishes
from tests.ground import MAN, WOMAN, identity
from tests.ui.workstation.joined import Joined
from tests.ui.workstation.seat import Seat
from ui.dialogs.person import RegisterDialog
from ui.link import LinkView
from ui.past import PastLine

Sit = Callable[..., Seat]


class Centre:
    """Stands in for the link: it tells of the wishes what the link would tell."""

    def __init__(self, joined: Joined, view: LinkView) -> None:
        self.wishes = Wishes()
        self._joined, self._view = joined, view
        joined.ground.desk.link = Link(joined.local, self.wishes)

    def hears(self, phase: Phase = Phase.JOINED) -> None:
        """All that was looked at reaches the wishes, and their state the screen."""
        heads = self._joined.local.heads().access.n
        self.wishes.looked(self._joined.local.accesses(heads - 1, 1))
        self.tells(phase)

    def has_heard_of_a_search(self, sought: PersonId) -> None:
        """Somebody has been sought in vain at the desk."""
        self._joined.ground.desk.people.find(sought)
        heads = self._joined.local.heads().access.n
        self.wishes.looked(self._joined.local.accesses(heads - 1, 1))

    def tells(self, phase: Phase = Phase.JOINED) -> None:
        self._view.tell(LinkState(phase, past=self.wishes.past))

    def says(self, *, past: bool) -> None:
        wish = self.wishes.next()
        assert wish is not None
        self.wishes.answered(wish, Recalled(past))
        if past:
            self.tells()
            self.wishes.arrived()
        self.tells()


@pytest.fixture
def centre(joined: Joined, view: LinkView) -> Centre:
    return Centre(joined, view)


def line(seat: Seat) -> PastLine:
    shown = seat.workstation.cards.current
    assert shown is not None
    return shown.who.person_view.history.past


def test_older_notes_are_said_to_be_on_their_way_until_the_centre_has_answered(
    centre: Centre, sit: Sit
) -> None:
    seat = sit()
    seat.take_call(keyed_id=WOMAN)
    seat.see("Test Person 1988")
    assert line(seat).said == ""
    centre.hears()
    seat.see("Äldre anteckningar hämtas…")
    centre.says(past=False)
    seat.until(lambda: line(seat).said == "", "silence")


def test_older_notes_that_have_come_are_shown_when_the_operator_wants_them(
    centre: Centre, joined: Joined, sit: Sit
) -> None:
    seat = sit()
    seat.take_call(keyed_id=WOMAN)
    seat.see("Test Person 1988")
    centre.hears(Phase.AWAY)
    seat.see("Äldre anteckningar hämtas när centralen nås.")
    centre.tells()
    centre.says(past=True)
    seat.see("Äldre anteckningar har hämtats.")
    looked = joined.local.heads().access.n
    line(seat).show_it.click()
    seat.settle()
    assert joined.local.heads().access.n > looked  # it is a look, and logged
    centre.hears()
    seat.until(lambda: line(seat).said == "", "silence")


def test_nothing_is_said_of_another_person(centre: Centre, sit: Sit) -> None:
    seat = sit()
    seat.take_call(keyed_id=WOMAN)
    seat.see("Test Person 1988")
    centre.hears()
    seat.see("Äldre anteckningar hämtas…")
    shown = seat.workstation.cards.current
    assert shown is not None
    shown.who.person_view.changed_mind.emit()
    assert line(seat).said == ""


def test_who_is_not_here_is_sought_at_the_centre_and_opened_when_they_come(
    centre: Centre, joined: Joined, sit: Sit
) -> None:
    centre.has_heard_of_a_search(identity(MAN))
    seat = sit()
    seat.take_call(keyed_id=MAN)
    seat.see("Ny person")
    centre.tells(Phase.AWAY)
    seat.see("Centralen nås inte. Personen kan finnas där.")
    centre.tells()
    seat.see("Söker också hos centralen…")
    seat.tasks.run(seat.workstation, lambda: joined.ground.person(MAN))
    seat.settle()
    centre.says(past=True)
    seat.see("Test Person 1988", "Byt")
    seat.until(lambda: not seat.window.findChildren(RegisterDialog), "no dialog")


def test_who_is_nowhere_is_registered_as_before(centre: Centre, sit: Sit) -> None:
    centre.has_heard_of_a_search(identity(MAN))
    seat = sit()
    seat.take_call(keyed_id=MAN)
    seat.see("Ny person")
    centre.tells()
    seat.see("Söker också hos centralen…")
    centre.says(past=False)
    (dialog,) = seat.window.findChildren(RegisterDialog)
    seat.until(dialog.elsewhere.isHidden, "silence")
    assert dialog.isVisible()


def test_a_desk_without_a_centre_says_nothing_of_it(nurse: Seat) -> None:
    nurse.take_call(keyed_id="070101-2387")
    nurse.see("Ny person")
    (dialog,) = nurse.window.findChildren(RegisterDialog)
    assert dialog.elsewhere.isHidden()
