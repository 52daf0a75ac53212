"""Why a row of a file of units cannot be used, in words."""

from __future__ import annotations

from kundcenter.cli.words import say

# Swedish, English.
_WORDS = {
    "no_headings": ("rubriken saknas", "the heading is missing"),
    "heading": ("rubriken är okänd", "the heading is unknown"),
    "heading_twice": ("samma rubrik två gånger", "the same heading twice"),
    "cells": ("fel antal celler", "wrong number of cells"),
    "quotes": ("ett citattecken är fel", "a quotation mark is wrong"),
    "missing": ("cellen är tom", "the cell is empty"),
    "hsa_id": ("HSA-id går inte att använda", "the HSA-id cannot be used"),
    "kind": (
        "typen är okänd; ange --kind om alla sådana är av samma typ",
        "the kind is unknown; give --kind if all such are of one kind",
    ),
    "phone": ("numret går inte att ringa", "the number cannot be dialled"),
    "hours": ("tiderna går inte att läsa", "the hours cannot be read"),
    "spot": ("platsen går inte att läsa", "the place cannot be read"),
    "age": ("åldern är inte hela år", "the age is not in whole years"),
    "reasons": ("kontaktorsaken är okänd", "the contact reason is unknown"),
    "day": ("dagen är inte ÅÅÅÅ-MM-DD", "the day is not YYYY-MM-DD"),
    "flag": ("svaret är inte ja eller nej", "the answer is neither ja nor nej"),
    "web": ("adressen börjar inte med https://", "the address does not begin with https://"),
    "too_long": ("texten är för lång", "the text is too long"),
    "signs": ("ett tecken som inte syns", "a sign that cannot be seen"),
    "letters": (
        "bokstäver har gått förlorade i filen",
        "letters were lost in the file",
    ),
    "repeated": ("HSA-id står redan i filen", "the HSA-id is in the file already"),
    "too_many": ("för många enheter", "too many units"),
    "nothing": ("filen har inga enheter", "the file has no units"),
    "markup": ("filens XML är trasig", "the file's XML is broken"),
    "doctype": ("en dokumenttyp, som inte läses", "a document type, which is not read"),
    "not_hsa": ("XML men inte enheter ur HSA", "XML, but not units of HSA"),
    "nested": ("XML är för djupt nästlad", "the XML is nested too deeply"),
}


def fault_name(fault: str) -> str:
    """Words for a RowFault of domain.unit_sheets."""
    return say(*_WORDS[fault])
