"""Words that are no search terms."""

from __future__ import annotations

from importlib.resources import files


def forbidden_terms() -> tuple[str, ...]:
    """The lines of the list: a word, or with * a beginning; what follows # is a comment."""
    text = (files(__name__) / "forbidden_terms.txt").read_text(encoding="utf-8")
    return tuple(text.splitlines())
