"""The mark of a text for the catalogue, without Qt: the command line reads the tables too."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """The text itself.  lupdate knows the name, and collects the text under its context."""
    return text
