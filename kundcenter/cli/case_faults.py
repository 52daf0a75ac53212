"""Why a row of a file of cases cannot be used, in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kundcenter.cli import booking_faults
from kundcenter.cli.words import say

if TYPE_CHECKING:
    from kundcenter.domain.case_sheets import CaseSheetFault

# Swedish, English; what a file of times may have too is said in the same words.
_WORDS = {
    "instant": (
        "tiden går inte att läsa, eller finns inte på en svensk klocka",
        "the time cannot be read, or no Swedish clock shows it",
    ),
    "future": ("det har inte hänt ännu", "it has not happened yet"),
    "service": ("e-tjänsten är okänd", "the e-service is unknown"),
    "kind": (
        "typen är okänd, eller hör inte till e-tjänsten",
        "the kind is unknown, or is none of that e-service",
    ),
    "complainant": ("anmälaren är okänd", "the complainant is unknown"),
    "answer": ("sättet att svara är okänt", "the way to answer is unknown"),
    "event": (
        "inte ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD",
        "not YYYY, YYYY-MM or YYYY-MM-DD",
    ),
    "phone": ("inget telefonnummer", "no telephone number"),
    "email": ("ingen e-postadress", "no e-mail address"),
    "language": ("språket går inte att använda", "the language cannot be used"),
    "injury": (
        "inte nej, misstänkt eller allvarlig",
        "not no, suspected or serious",
    ),
    "anonymous": (
        "den som är anonym får inte pekas ut",
        "whoever is anonymous may not be told of",
    ),
    "unusable": ("uppgiften går inte att använda", "it cannot be used"),
    "json": ("filens JSON är trasig", "the file's JSON is broken"),
    "shape": ("JSON men ingen lista med ärenden", "JSON, but no list of cases"),
    "value": (
        "värdet är inte text, true, false eller null",
        "the value is no text, true, false or null",
    ),
}


def fault_name(fault: str) -> str:
    """Words for a CaseFault of domain.case_sheets, or a CaseRowRefusal of case_files."""
    return say(*_WORDS[fault]) if fault in _WORDS else booking_faults.fault_name(fault)


def told_faults(faults: Iterable[CaseSheetFault]) -> list[dict[str, object]]:
    """The faults for another program."""
    return [
        {
            "line": each.line,
            "fault": each.fault,
            **({"column": each.column} if each.column else {}),
        }
        for each in faults
    ]


def print_faults(faults: Iterable[CaseSheetFault]) -> None:
    """The faults for a person, one a line."""
    for each in faults:
        place = f"{each.line}, {each.column}" if each.column else f"{each.line}"
        sentence = say("rad {place}: {what}", "line {place}: {what}")
        print(sentence.format(place=place, what=fault_name(each.fault)))
