"""The text fields of the switchboard and of the service desk, hall by hall."""

from __future__ import annotations

from tests.services.service_desk.service_desk_doors import service_desk_doors
from tests.services.switchboard.contact_doors import contact_doors
from tests.services.switchboard.message_doors import message_doors

DOORS = (contact_doors, service_desk_doors, message_doors)
