"""What is looked for when a call is gone through: the five phases of the call process.

DOMAIN §3.2: Öppna, Lyssna, Analysera, Motivera, Avsluta (Vårdhandboken).  The summary and the
check that it was understood are what is most often left out [TORNROS].
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

EDITION = "2026-1"


class Phase(StrEnum):
    OPEN = "OPPNA"
    LISTEN = "LYSSNA"
    ANALYSE = "ANALYSERA"
    MOTIVATE = "MOTIVERA"
    CLOSE = "AVSLUTA"
    RECORD = "DOKUMENTERA"  # no phase of the call itself


@dataclass(frozen=True, slots=True)
class Criterion:
    """One question, answered yes, partly, no or not applicable.  A code is never used anew."""

    code: str
    phase: Phase
    text: str


CRITERIA = (
    Criterion("O1", Phase.OPEN, "Presenterade sig och frågade vad samtalet gäller"),
    Criterion("O2", Phase.OPEN, "Uteslöt livshot innan annat togs upp"),
    Criterion(
        "O3", Phase.OPEN, "Tog reda på vem som är patient och talade med den som har besvären"
    ),
    Criterion("L1", Phase.LISTEN, "Lät den som ringde berätta till punkt"),
    Criterion("L2", Phase.LISTEN, "Frågade om oro och förväntningar"),
    Criterion("A1", Phase.ANALYSE, "Ställde de frågor som beslutsstödet anger"),
    Criterion("A2", Phase.ANALYSE, "Sammanfattade vad som sagts"),
    Criterion("A3", Phase.ANALYSE, "Bedömde hur bråttom det är utifrån det som kommit fram"),
    Criterion("M1", Phase.MOTIVATE, "Förklarade varför rådet gavs"),
    Criterion("M2", Phase.MOTIVATE, "Kom överens med den som ringde om vad som ska göras"),
    Criterion("S1", Phase.CLOSE, "Sade när och vart man hör av sig igen"),
    Criterion("S2", Phase.CLOSE, "Förvissade sig om att rådet var förstått"),
    Criterion("D1", Phase.RECORD, "Anteckningen stämmer med samtalet"),
    Criterion("D2", Phase.RECORD, "Anteckningen säger vem som lämnat uppgifterna"),
)
