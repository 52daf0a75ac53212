"""Words for what `verify` and `audit` find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kundcenter.cli.reason_words import reason
from kundcenter.cli.words import say

if TYPE_CHECKING:
    from db.verify import Finding


def describe(finding: Finding) -> str:
    """One finding as a line, without a word of a record."""
    part = {
        "file": say("filen", "the file"),
        "pages": say("sida", "page"),
        "tables": say("tabellerna", "the tables"),
        "references": say("hänvisning i {where}, rad", "reference in {where}, row"),
        "schema": say("schemat {where}", "the schema {where}"),
        "guards": say("skyddet {where}", "the guard {where}"),
        "operations": say("operation på {where}, nummer", "operation at {where}, number"),
        "access_log": say("loggpost på {where}, nummer", "log record at {where}, number"),
        "mirror": say("spegelns segment {where}, ram", "the mirror's segment {where}, frame")
        if finding.where
        else say("spegeln", "the mirror"),
        "anchors": say("ankare {where} nummer", "anchor {where} number")
        if finding.where
        else say("ankare nummer", "anchor number"),
    }[finding.part.value].format(where=finding.where)
    place = f" {finding.n}" if finding.n else ""
    return f"{part}{place}: {_fault_name(finding.fault)}"


def part_name(part: str) -> str:
    """What was looked at, without a place in it."""
    names = {
        "file": say("filen", "the file"),
        "pages": say("sidorna", "the pages"),
        "tables": say("tabellerna", "the tables"),
        "references": say("hänvisningarna", "the references"),
        "schema": say("schemat", "the schema"),
        "guards": say("skydden", "the guards"),
        "operations": say("operationerna", "the operations"),
        "access_log": say("åtkomstloggen", "the access log"),
        "mirror": say("spegeln", "the mirror"),
        "anchors": say("ankarna", "the anchors"),
    }
    return names.get(part, part)


def _fault_name(fault: str) -> str:
    names = {
        "broken": say("hänger inte ihop med den före", "does not follow the one before"),
        "changed": say("är ändrad", "has been changed"),
        "checksum": say("fel kontrollsumma", "wrong check sum"),
        "edited": say("är ändrad", "has been edited"),
        "doubted": say("stämmer inte med det som fanns här", "does not fit what was here"),
        "empty": say("är tom", "is empty"),
        "forged": say("är inte undertecknat av centralen", "is not signed by the centre"),
        "forged_witness": say(
            "i vittnets fil är inte undertecknat av centralen",
            "in the witness's file is not signed by the centre",
        ),
        "inconsistent": say("stämmer inte med sig själva", "do not agree with themselves"),
        "malformed": say("är skadad", "is damaged"),
        "missing": say("saknas", "is missing"),
        "none": say("saknas", "is missing"),
        "not_a_database": say(
            "är ingen databas, eller har en annan nyckel", "is no database, or has another key"
        ),
        "points_nowhere": say("pekar på något som inte finns", "points to nothing"),
        "put_back": say(
            "är av en tidigare grundning och finns inte här längre",
            "is of an earlier founding and is not here any more",
        ),
        "rebuilt": say("är en annan än den som bevittnats", "is not the one that was witnessed"),
        "root": say("har ett annat innehåll än sin rot", "has other heads than its root is of"),
        "shortened": say("är avkortat", "has been shortened"),
        "swapped": say("har bytt plats med en annan", "has changed places with another"),
        "strange": say("hör inte hit", "does not belong here"),
        "truncated": say(
            "kedjan slutar före vad som bevittnats", "the chain ends before what was witnessed"
        ),
        "unknown": say("är okänt", "is unknown"),
        "unproven": say("visar inte vad det säger", "does not prove what it says"),
        "unreadable": say("går inte att läsa", "cannot be read"),
    }
    return names.get(fault) or reason(fault)
