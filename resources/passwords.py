"""The list of passwords that are too common to be chosen."""

from __future__ import annotations

from importlib.resources import files


def common_passwords() -> frozenset[str]:
    """Lower-case words; their ornamented forms are left to the rule that uses the list."""
    text = (files("resources") / "codes" / "common_passwords.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))
