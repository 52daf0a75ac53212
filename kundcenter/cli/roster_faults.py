"""Why a row of a file of turns cannot be used, in words."""

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
    "too_long": ("texten är för lång", "the text is too long"),
    "signs": ("ett tecken som inte syns", "a sign that cannot be seen"),
    "letters": ("bokstäver har gått förlorade i filen", "letters were lost in the file"),
    "nothing": ("filen har inga rader", "the file has no rows"),
    "too_many": ("för många rader; ta en månad i taget", "too many rows; take a month at a time"),
    "date": ("datumet är inget datum", "the date is no date"),
    "user": ("ingen med det användarnamnet kan ha pass", "nobody of that user name has turns"),
    "left": ("användaren får inte logga in längre", "the user may not sign in any more"),
    "pattern": ("passet finns inte, eller används inte", "there is no such shift in use"),
    "no_times": ("varken pass eller tider", "neither a shift nor times"),
    "time": ("tiden går inte att använda", "the time cannot be used"),
    "breaks": ("rasterna går inte att använda", "the breaks cannot be used"),
    "role": ("rollen finns inte, eller är inte användarens", "no such role, or not the user's"),
    "role_needed": ("användaren har flera roller", "the user has several roles"),
    "taken": ("samma person har ett annat pass då", "the same person has another turn then"),
}


def fault_name(fault: str) -> str:
    """Words for a RosterFault of domain.supervision.roster_sheets."""
    return say(*_WORDS[fault])
