"""More fields of a note; dissenting opinions and disclosures."""

from __future__ import annotations

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    pass
