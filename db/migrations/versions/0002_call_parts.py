"""Parts of a call, wrap-up that survives a restart, cards that are handed over."""

from __future__ import annotations

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    pass
