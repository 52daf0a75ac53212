"""The text fields of switchboard, service desk and supervisor, hall by hall."""

from __future__ import annotations

from tests.services.service_desk.service_desk_doors import service_desk_doors
from tests.services.supervision.aims_doors import aims_doors
from tests.services.supervision.figure_doors import figure_doors
from tests.services.supervision.roster_doors import roster_doors
from tests.services.supervision.supervision_doors import supervision_doors
from tests.services.switchboard.contact_doors import contact_doors
from tests.services.switchboard.message_doors import message_doors

DOORS = (
    contact_doors,
    service_desk_doors,
    message_doors,
    roster_doors,
    aims_doors,
    supervision_doors,
    figure_doors,
)
