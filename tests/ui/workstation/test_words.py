"""Every error has a sentence of its own with its places filled, and every code a word."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from enum import StrEnum

import pytest

import db
import kundcenter
import resources
import ui
import ui.labels
from kundcenter.errors import Conflict, KundcenterError, NotFound, Refused, Unavailable
from ui.labels import label
from ui.texts import sentence

KINDS = {Refused, Unavailable, Conflict, NotFound}
PROGRAMS = ("__main__", "kundcenter.adapters.keyring_child", "db.migrations")
OURS = ("kundcenter.", "db.", "ui.")  # other tests have errors of their own
PLACE = re.compile(r"\{(\w+)\}")


def errors() -> list[type[KundcenterError]]:
    """Every error of every module there is."""
    for package in (kundcenter, ui, db, resources):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not any(part in module.name for part in PROGRAMS):
                importlib.import_module(module.name)
    ours = (kind for kind in _below(KundcenterError) if kind.__module__.startswith(OURS))
    return [kind for kind in ours if kind not in KINDS]


def _below(kind: type[KundcenterError]) -> Iterator[type[KundcenterError]]:
    for sub in kind.__subclasses__():
        yield sub
        yield from _below(sub)


def code_sets() -> list[type[StrEnum]]:
    return [
        found
        for found in vars(ui.labels).values()
        if isinstance(found, type) and issubclass(found, StrEnum) and found is not StrEnum
    ]


def test_there_is_more_than_a_handful_of_errors() -> None:
    assert len(errors()) > 50


def test_every_error_has_a_sentence_of_its_own() -> None:
    nothing = sentence(KundcenterError())
    silent = [kind.__name__ for kind in errors() if sentence(kind()) == nothing]
    assert silent == []


def test_every_error_has_a_code_of_its_own() -> None:
    codes = [kind.code for kind in errors() if "code" in vars(kind)]
    assert len(codes) == len(set(codes))


def test_a_place_in_a_sentence_is_a_fact_that_the_error_promises() -> None:
    unpromised = [
        (kind.__name__, place)
        for kind in errors()
        for place in PLACE.findall(sentence(kind()))
        if place not in (kind.__doc__ or "").partition("Facts:")[2]
    ]
    assert unpromised == []


def test_facts_fill_the_places() -> None:
    for kind in errors():
        places = PLACE.findall(sentence(kind()))
        told = sentence(kind(**dict.fromkeys(places, 17)))
        assert PLACE.findall(told) == []
        assert told.count("17") >= len(places)


def test_a_sentence_ends_and_shouts_at_nobody() -> None:
    for told in {sentence(kind()) for kind in errors()}:
        assert told[0].isupper() or told[0] == "{", told
        assert told[-1] in ".?}", told
        assert "!" not in told, told


@pytest.mark.parametrize("codes", code_sets(), ids=lambda codes: codes.__name__)
def test_every_code_has_a_word(codes: type[StrEnum]) -> None:
    words = [label(code) for code in codes]
    assert all(words)
    assert len(set(words)) == len(words)
