"""What a window needs of the desk it stands at."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol

from kundcenter.domain.triage import CodeSet
from kundcenter.services.calls import Calls
from kundcenter.services.choices import Choices
from kundcenter.services.journal import Journal
from kundcenter.services.operators import Operators
from kundcenter.services.papers import Papers
from kundcenter.services.people import People
from kundcenter.services.sessions import Sessions
from kundcenter.services.telephone import Telephone
from kundcenter.services.units import Units


class Services(Protocol):
    """The verbs of one desk, and the codes its cards are filled in with."""

    @property
    def calls(self) -> Calls: ...
    @property
    def choices(self) -> Choices: ...
    @property
    def journal(self) -> Journal: ...
    @property
    def operators(self) -> Operators: ...
    @property
    def papers(self) -> Papers: ...
    @property
    def people(self) -> People: ...
    @property
    def sessions(self) -> Sessions: ...
    @property
    def telephone(self) -> Telephone: ...
    @property
    def units(self) -> Units: ...
    @property
    def reserve_pattern(self) -> re.Pattern[str] | None:
        """The form of the region's own reserve numbers."""
        ...

    @property
    def codes(self) -> Mapping[str, CodeSet]: ...


def current_codes(services: Services) -> CodeSet:
    """The code set in force: the newest that is published."""
    return services.codes[max(services.codes)]
