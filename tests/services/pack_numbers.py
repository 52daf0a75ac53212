"""The numbers and days of content packs: kept as they are, or refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from kundcenter.domain.packs import Ask, Content, PackStale, Topic
from kundcenter.domain.packs.checks import PackFaulty
from kundcenter.errors import KundcenterError
from tests.ground import Ground
from tests.packs import FEVER, PACK

DAYS = {
    f"packs.{verb}.content.{name}"
    for verb in ("import_", "plan")
    for name in ("written_on", "review_on")
}
_ASKS = ("threats", "questions", "advice")


def pack_numbers(
    ground: Ground,
) -> dict[str, tuple[type[KundcenterError], Callable[[Any], object]]]:
    """Every number that is refused unless it is right, with how it is refused."""
    packs = ground.desk.packs
    packs.import_(replace(PACK, code="byts"))
    packs.edit("byts", "HOSTA", replace(FEVER, code="HOSTA"), upon=0)
    doors: dict[str, tuple[type[KundcenterError], Callable[[Any], object]]] = {
        "packs.edit.upon": (
            PackStale,
            lambda n: packs.edit("byts", "FEBER", FEVER, upon=n or 2),
        ),
        "packs.take_back.upon": (
            PackStale,
            lambda n: packs.take_back("byts", "HOSTA", upon=n),
        ),
    }
    ways: dict[str, Callable[[Topic], object]] = {
        "packs.edit.topic": lambda topic: packs.edit("byts", "FEBER", topic, upon=0),
        "packs.import_.content.topics": lambda topic: packs.import_(_content(topic)),
        "packs.plan.content.topics": lambda topic: packs.plan(_content(topic)),
    }
    for at, put in ways.items():
        for part in _ASKS:
            for name in ("youngest", "oldest"):
                doors[f"{at}.{part}.{name}"] = PackFaulty, _through(put, _wrong(part, name))
    return doors


def _through(
    put: Callable[[Topic], object], wrong: Callable[[int], Topic]
) -> Callable[[Any], object]:
    return lambda number: put(wrong(number))


def _wrong(part: str, name: str) -> Callable[[int], Topic]:
    """A topic with an age that is none; 0 is a good one."""

    def made(number: int) -> Topic:
        age: dict[str, Any] = {name: number or -1}
        asks: dict[str, Any] = {part: (Ask("Fråga?", **age),)}
        return replace(FEVER, **asks)

    return made


def _content(topic: Topic) -> Content:
    return replace(PACK, version="9", topics=(topic,))
