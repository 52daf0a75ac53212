"""Text that was never saved, kept by this desk for its operator."""

from __future__ import annotations

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    pass
