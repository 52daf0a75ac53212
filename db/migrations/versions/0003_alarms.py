"""Calls to 112: when, for which call, whether the line confirmed it."""

from __future__ import annotations

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    pass
