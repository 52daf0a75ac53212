"""Why a row of a file of a telephone directory cannot be used, in words."""

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
    "kind": ("typen är varken person eller funktion", "the kind is neither person nor function"),
    "phone": ("numret går inte att ringa", "the number cannot be dialled"),
    "numbers": ("för många nummer", "too many numbers"),
    "mail": ("e-postadressen går inte att använda", "the e-mail address cannot be used"),
    "hsa_id": ("HSA-id går inte att använda", "the HSA-id cannot be used"),
    "unit": ("ingen enhet har detta HSA-id", "no unit has this HSA-id"),
    "too_long": ("texten är för lång", "the text is too long"),
    "signs": ("ett tecken som inte syns", "a sign that cannot be seen"),
    "letters": ("bokstäver har gått förlorade i filen", "letters were lost in the file"),
    "repeated": ("nyckeln står redan i filen", "the key is in the file already"),
    "too_many": ("för många rader", "too many rows"),
    "nothing": ("filen har inga rader", "the file has no rows"),
    "json": ("JSON går inte att läsa", "the JSON cannot be read"),
}


def fault_name(fault: str) -> str:
    """Words for a RowFault of domain.switchboard.contact_sheets."""
    return say(*_WORDS[fault])
