"""Why a row of a file of times or of call-backs cannot be used, in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kundcenter.cli.words import say

if TYPE_CHECKING:
    from kundcenter.domain.booking_sheets import SheetFault

# Swedish, English.
_WORDS = {
    "no_headings": ("rubriken saknas", "the heading is missing"),
    "heading": ("rubriken är okänd", "the heading is unknown"),
    "heading_twice": ("samma rubrik två gånger", "the same heading twice"),
    "cells": ("fel antal celler", "wrong number of cells"),
    "quotes": ("ett citattecken är fel", "a quotation mark is wrong"),
    "missing": ("uppgiften saknas", "it is missing"),
    "hsa_id": ("HSA-id går inte att använda", "the HSA-id cannot be used"),
    "flag": ("svaret är inte ja eller nej", "the answer is neither yes nor no"),
    "too_long": ("texten är för lång", "the text is too long"),
    "signs": ("ett tecken som inte syns", "a sign that cannot be seen"),
    "letters": ("bokstäver har gått förlorade i filen", "letters were lost in the file"),
    "repeated": ("raden står redan i filen", "the row is in the file already"),
    "too_many": ("för många rader", "too many rows"),
    "nothing": ("filen har inga rader", "the file has no rows"),
    "markup": ("filens XML är trasig", "the file's XML is broken"),
    "doctype": ("en dokumenttyp, som inte läses", "a document type, which is not read"),
    "nested": ("XML är för djupt nästlad", "the XML is nested too deeply"),
    "number": ("numret är inget personnummer", "the number is no person's"),
    "instant": (
        "tiden går inte att läsa, eller finns inte på en svensk klocka",
        "the time cannot be read, or no Swedish clock shows it",
    ),
    "order": (
        "tiden slutar innan den börjar, eller varar mer än ett dygn",
        "the time ends before it begins, or lasts more than a day",
    ),
    "kind": (
        "typen är okänd, eller stämmer inte med tiderna",
        "the kind is unknown, or does not go with the times",
    ),
    "care": ("vårdtypen är okänd", "the kind of care is unknown"),
    "places": ("antalet platser är inte 1–500", "the number of places is not 1–500"),
    "twice": ("elementet står två gånger", "the element stands twice"),
    "placement": ("placeringens id går inte att läsa", "the place's id cannot be read"),
    "outcome": ("utfallet är okänt", "the outcome is unknown"),
    "digits": ("ett nummer i texten", "a number in the text"),
    "unreadable": (
        "filen är för stor, ingen text, eller går inte att läsa",
        "the file is too large, no text, or cannot be read",
    ),
    "not_riv": ("XML men inga tider ur crm:scheduling", "XML, but no times of crm:scheduling"),
    # What only the store knows of a row.
    "unit": (
        "katalogen har ingen enhet med radens HSA-id",
        "the directory has no unit with the row's HSA-id",
    ),
    "person": (
        "personen är inte registrerad, och raden har inget namn",
        "the person is not registered, and the row has no name",
    ),
    "other_person": (
        "bokningen finns redan för någon annan",
        "the booking is there already, and is somebody else's",
    ),
    "unknown": ("placeringen finns inte här", "there is no such place here"),
}


def fault_name(fault: str) -> str:
    """Words for a BookingFault of domain.booking_sheets, or a RowRefusal of imported_bookings."""
    return say(*_WORDS[fault])


def told_faults(faults: Iterable[SheetFault]) -> list[dict[str, object]]:
    """The faults for another program."""
    return [
        {
            "line": each.line,
            "fault": each.fault,
            **({"column": each.column} if each.column else {}),
        }
        for each in faults
    ]


def print_faults(faults: Iterable[SheetFault]) -> None:
    """The faults for a person, one a line."""
    for each in faults:
        place = f"{each.line}, {each.column}" if each.column else f"{each.line}"
        sentence = say("rad {place}: {what}", "line {place}: {what}")
        print(sentence.format(place=place, what=fault_name(each.fault)))
