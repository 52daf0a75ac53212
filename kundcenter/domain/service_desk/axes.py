"""Who handles a citizen's question, by three axes (seed 003 §6.1; DOMAIN §0.1)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Scope(StrEnum):
    GENERAL = "ALLMAN"
    INDIVIDUAL = "INDIVIDBUNDEN"


class Complexity(StrEnum):
    SIMPLE = "ENKEL"
    COMPLEX = "KOMPLICERAD"


class Nature(StrEnum):
    ADMINISTRATIVE = "ADMINISTRATIV"
    MEDICAL = "MEDICINSK"


class HandledBy(StrEnum):
    SWITCHBOARD = "TELEVAXEL"
    SITE = "1177_SE"
    SERVICE_DESK = "SERVICEFUNKTION"
    PRIMARY_CARE = "VARDCENTRAL"
    E_SERVICES = "E_TJANSTER"
    NURSE_LINE = "1177_PA_TELEFON"


@dataclass(frozen=True, slots=True)
class Axes:
    scope: Scope
    complexity: Complexity
    nature: Nature


@dataclass(frozen=True, slots=True)
class Handling:
    """In which order the question is handled, and whether the seed says so itself."""

    handlers: tuple[HandledBy, ...]
    proposed: bool  # DOMAIN §0.1 proposes it, the seed is silent


def handled_by(axes: Axes) -> Handling:
    """The row of the table that the question meets."""
    simple = axes.complexity is Complexity.SIMPLE
    if simple and axes.nature is Nature.ADMINISTRATIVE:
        return Handling((HandledBy.SWITCHBOARD,), proposed=False)
    if axes.scope is Scope.INDIVIDUAL:
        if axes.nature is Nature.MEDICAL:
            nearest = (HandledBy.PRIMARY_CARE, HandledBy.E_SERVICES, HandledBy.NURSE_LINE)
            return Handling(nearest, proposed=False)
        return Handling((HandledBy.SERVICE_DESK,), proposed=True)
    if simple:
        return Handling((HandledBy.SITE, HandledBy.NURSE_LINE), proposed=True)
    return Handling((HandledBy.SITE, HandledBy.SERVICE_DESK), proposed=False)
