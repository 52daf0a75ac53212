"""Names as they are searched for: words, folded two ways.

Of every word two forms are kept: one with å, ä and ö, and one where they are a and o.  Whoever
types å means å; whoever types a may mean any of them.  Accents and case never matter.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date

from kundcenter.errors import Refused

SHORTEST = 2  # letters of the longest word, or half the region would be listed
MOST_WORDS = 6

_KEPT = {"å": "å", "ä": "ä", "ö": "ö", "æ": "ä", "ø": "ö"}
_SPELT = {"ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "œ": "oe"}
_TOLERANT = str.maketrans("åäö", "aao")
_DATE = re.compile(r"((?:18|19|20|21)\d{2})-?(\d{2})?-?(\d{2})?")


class SearchTooShort(Refused):
    """Too little to search by: a name needs two letters.  Facts: shortest."""

    code = "search.too_short"


def folded(word: str) -> str:
    """Lower case, no accents, å ä ö kept; what is no letter or digit falls away."""
    return "".join(_letter(letter) for letter in unicodedata.normalize("NFC", word.casefold()))


def _letter(letter: str) -> str:
    if letter in _KEPT:
        return _KEPT[letter]
    plain = "".join(
        part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part)
    )
    return "".join(_SPELT.get(part, part) for part in plain if part.isalnum())


def tolerant(word: str) -> str:
    """A folded word with å and ä as a, and ö as o."""
    return word.translate(_TOLERANT)


def words(*names: str) -> tuple[str, ...]:
    """The folded words of names, each once, in order; a hyphen parts two words."""
    parts = re.split(r"[\s\-\u2010-\u2015,.;/]+", " ".join(names))
    return tuple(dict.fromkeys(filter(None, map(folded, parts))))


def index_words(*names: str) -> tuple[str, ...]:
    """Every form under which a person with the names is found."""
    found = words(*names)
    return tuple(dict.fromkeys([*found, *map(tolerant, found)]))


@dataclass(frozen=True, slots=True)
class NameQuery:
    """What was typed: the beginnings of words, and of a birth date as 1985-07-09."""

    words: tuple[str, ...] = field(repr=False)
    born: str = field(default="", repr=False)


def name_query(text: str) -> NameQuery:
    """Words in any order, with a year or a day of birth anywhere.  Raises SearchTooShort."""
    sought: list[str] = []
    born = ""
    for part in text.replace(",", " ").split():
        match = _DATE.fullmatch(part)
        if match:
            born = "-".join(filter(None, match.groups()))
        elif part[0].isdigit():
            born = born or "-"  # a date in no spelling of ours finds nobody
        else:
            sought += words(part)
    if not sought or max(map(len, sought)) < SHORTEST:
        raise SearchTooShort(shortest=SHORTEST)
    return NameQuery(tuple(dict.fromkeys(sought))[:MOST_WORDS], born)


def born_text(born: date | None) -> str:
    """A day of birth as the index keeps it; empty when it is not known."""
    return "" if born is None else born.isoformat()
