"""The way to the centre's gate: who may sign in here is asked over the same HTTPS as all else.

Imported only at a desk that has a centre.
"""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from uuid import UUID

from kundcenter.adapters.centre_client import CentreClient
from kundcenter.adapters.device_key import DeviceKey
from kundcenter.adapters.ticket_signing import TicketCheck
from kundcenter.settings import CentreSettings
from kundcenter.sync.admission_wire import Way, WiredGate


class GateClient:
    """Carries what is said about signing in.  A connection is made when it is first needed."""

    def __init__(self, centre: CentreSettings, folder: Path, key: bytes, device_id: UUID) -> None:
        self._centre, self._folder, self._device_id = centre, folder, device_id
        self._key = DeviceKey(key, device_id)
        self._lock = Lock()
        self._client: CentreClient | None = None

    def send(self, way: Way, body: bytes) -> bytes:
        """The centre's answer.  Raises Unavailable, and CentreRefused for what it will not hear."""
        with self._lock:
            if self._client is None:
                ca_file = self._centre.ca_file
                self._client = CentreClient(
                    self._centre.url,
                    device_id=self._device_id,
                    key=self._key,
                    ca_file=None if ca_file is None else self._folder / ca_file,
                )
            return self._client.ask(f"/v1/{way}", body)

    @property
    def gate(self) -> WiredGate | None:
        """The gate; None where the settings know no key for the centre's tickets."""
        if not self._centre.ticket_key:
            return None
        return WiredGate(self.send, TicketCheck(self._centre.ticket_key).check)

    def close(self) -> None:
        """Let go of the connection."""
        if self._client is not None:
            self._client.close()
