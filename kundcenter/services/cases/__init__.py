"""Cases: take them in, work on them, answer in time."""

from __future__ import annotations

from kundcenter.ports import Store
from kundcenter.services.cases.editing import Editing
from kundcenter.services.cases.injuries import Injuries
from kundcenter.services.cases.intake import Intake
from kundcenter.services.cases.letters import Letters
from kundcenter.services.cases.looks import Looks
from kundcenter.services.cases.moving import Moving

__all__ = ["Cases"]


class Cases(Intake, Editing, Moving, Injuries, Letters, Looks):
    """To take a case upon oneself, to close and to reopen it are claims; all else happened."""

    def __init__(self, store: Store) -> None:
        self._store = store
