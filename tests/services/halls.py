"""Where the verbs lie: a module for each noun, or a package that holds several nouns."""

from __future__ import annotations

from pathlib import Path

HALLS = {"services", "switchboard", "service_desk", "supervision"}
LONGER = {"terms": "switchboard_terms"}  # a noun with a longer name than its module


def noun_of(file: Path) -> str:
    """What the verbs of a module begin with."""
    hall = file.parent.name
    return LONGER.get(file.stem, file.stem) if hall in HALLS else hall
