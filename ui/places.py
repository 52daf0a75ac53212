"""The pages of the desk: what each is called, who may see it, and how it is made.

A new page is one more row.  What a page offers beyond being a widget the workstation finds by
itself: `refresh` when it is shown, `take_focus`, and the signals named in `ui.pages`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from kundcenter.domain.access import MATRIX, Function, Role
from ui.actions import Action, words_of
from ui.panels.callbacks import CallbacksPage
from ui.panels.cards import CardsPage
from ui.panels.cases import CasesPage
from ui.panels.freed import FreedPage
from ui.panels.guidance import GuidancePage
from ui.panels.log import LogPage
from ui.panels.operators import OperatorsPage
from ui.panels.referrals import ReferralsPage
from ui.panels.review import ReviewPage
from ui.panels.service_desk.page import ServicePage
from ui.panels.snippets import SnippetsPage
from ui.panels.supervision.page import SupervisionPage
from ui.panels.switchboard.dispatch import DispatchPage
from ui.panels.to_do import ToDoPage
from ui.panels.units import UnitsPage
from ui.services import Services
from ui.tasks import Tasks

CARDS = "cards"
DISPATCH = "dispatch"
SUPERVISION = "supervision"


@dataclass(frozen=True, slots=True)
class Place:
    """One page.  `function` is what an operator must be allowed to do to see it."""

    name: str
    function: Function
    icon: str
    action: Action  # its key, and its word in the rail
    make: Callable[[Tasks, Services], QWidget]

    @property
    def label(self) -> str:
        return words_of(self.action)

    def open_to(self, roles: frozenset[Role]) -> bool:
        return bool(MATRIX[self.function] & roles)


PLACES = (  # in the order in which they are offered
    Place(CARDS, Function.WORK_CALLS, "headset", Action.CARDS, CardsPage),
    Place("log", Function.READ_CALL_LOG, "list", Action.LOG, LogPage),
    Place("to_do", Function.WRITE_RECORD, "check-circle", Action.TO_DO, ToDoPage),
    Place("snippets", Function.OWN_SNIPPETS, "note", Action.SNIPPETS, SnippetsPage),
    Place("review", Function.REVIEW_ACCESS_LOG, "shield-check", Action.REVIEW, ReviewPage),
    Place("operators", Function.ADMINISTER, "people", Action.OPERATORS, OperatorsPage),
    Place("units", Function.READ_DIRECTORY, "building", Action.UNITS, UnitsPage),
    Place("referrals", Function.REFER, "arrow-right", Action.REFERRALS, ReferralsPage),
    Place("callbacks", Function.CALL_BACK, "phone-out", Action.CALLBACKS, CallbacksPage),
    Place("freed", Function.BOOK, "timer", Action.FREED, FreedPage),
    Place("cases", Function.TAKE_CASE, "note", Action.CASES, CasesPage),
    Place(DISPATCH, Function.WORK_CALLS, "switchboard", Action.DISPATCH, DispatchPage),
    Place("service", Function.WORK_CALLS, "service-desk", Action.SERVICE, ServicePage),
    Place(SUPERVISION, Function.SEE_ROSTER, "gauge", Action.SUPERVISION, SupervisionPage),
    Place("guidance", Function.EDIT_GUIDANCE, "settings", Action.GUIDANCE, GuidancePage),
)
