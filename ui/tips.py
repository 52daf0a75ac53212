"""Tool tips."""

from __future__ import annotations

from html import escape


def plain_tip(text: str) -> str:
    """A tool tip that shows `text` as it is: Qt would otherwise guess at HTML in it."""
    return f"<qt>{escape(text)}</qt>" if text else ""
