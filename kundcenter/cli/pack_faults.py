"""Why a content pack cannot be taken in, and where that stands, in words."""

from __future__ import annotations

from kundcenter.cli.words import say

# Swedish, English.
_WORDS = {
    "syntax": ("filen går inte att läsa som TOML", "the file cannot be read as TOML"),
    "kind": ("fel sorts värde", "the wrong kind of value"),
    "unknown": ("ett namn som formatet inte har", "a name that the format does not have"),
    "missing": ("saknas", "is missing"),
    "empty": ("är tomt", "is empty"),
    "too_long": ("är för långt", "is too long"),
    "not_text": ("ett tecken kan inte sparas", "a character cannot be kept"),
    "hidden": ("ett tecken som inte syns", "a sign that cannot be seen"),
    "code": ("koden kan inte användas", "the code cannot be used"),
    "repeated": ("står två gånger", "stands twice"),
    "too_many": ("är för många", "are too many"),
    "too_large": ("är för mycket text", "is too much text"),
    "reason": ("kontaktorsaken är okänd", "the contact reason is unknown"),
    "no_threats": ("frågor om fara för livet saknas", "questions of danger to life are missing"),
    "no_call_back": ("råd utan återkomstkriterier", "advice without call-back criteria"),
    "ages": ("åldrarna stämmer inte", "the ages are not right"),
    "review": (
        "granskningsdagen är inte efter dagen den skrevs",
        "the day of review is not after the day of writing",
    ),
}
_PARTS = {
    "pack": ("paketet", "the pack"),
    "topics": ("ämne", "topic"),
    "words": ("sökord", "word"),
    "threats": ("livshotsfråga", "life-threat question"),
    "questions": ("fråga", "question"),
    "advice": ("råd", "advice"),
    "call_back": ("återkomstkriterium", "call-back criterion"),
}


def fault_name(fault: str) -> str:
    return say(*_WORDS[fault])


def place_name(place: str) -> str:
    """`topics.3.threats.1.text` as "ämne 3, livshotsfråga 1, text"; of a line, "rad 7"."""
    if place.isdecimal():
        return say("rad {line}", "line {line}").format(line=place)
    named: list[str] = []
    for part in place.split("."):
        if part.isdecimal():
            named[-1] = f"{named[-1]} {part}"
        else:
            named.append(say(*_PARTS[part]) if part in _PARTS else part)
    return ", ".join(named)
