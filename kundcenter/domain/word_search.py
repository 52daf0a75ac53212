"""Free text inside one opened patient's record: all words, in any spelling, but not any word.

Patientdatalagen 2 kap. 8 §: sensitive data other than health, crimes, measures of the social
services and of the Aliens Act are no search terms.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from kundcenter.domain.journal import Answer, Entry, EntryVersion
from kundcenter.domain.text import LINE_LIMIT, checked
from kundcenter.domain.triage import CodeSet
from kundcenter.errors import Refused

SHORTEST = 2  # letters
_FOREIGN = re.compile("[^\\x00-\\x7fåäö]+")
_BETWEEN = re.compile(r"[\W_]+")


class SearchTermForbidden(Refused):
    """The law does not allow the word as a search term (PDL 2 kap. 8 §).  The word is no fact."""

    code = "search.term_forbidden"


class WordsTooShort(Refused):
    """A search has at least one word of two letters.  Facts: minimum."""

    code = "search.words_too_short"


@dataclass(frozen=True, slots=True)
class ForbiddenTerms:
    """`words` are refused as they are, `beginnings` whatever follows them; all are folded."""

    words: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()

    @staticmethod
    def of(lines: Iterable[str]) -> ForbiddenTerms:
        """Of a list with one word a line; a word that ends in * is a beginning; # is a comment."""
        words = [folded(line.partition("#")[0]).strip() for line in lines]
        return ForbiddenTerms(
            frozenset(word for word in words if word and not word.endswith("*")),
            tuple(sorted(word[:-1] for word in words if word.endswith("*"))),
        )

    def forbids(self, word: str) -> bool:
        return word in self.words or (bool(self.beginnings) and word.startswith(self.beginnings))


@dataclass(frozen=True, slots=True)
class Found:
    """An entry in which every word stands, with the version that stands."""

    entry: Entry
    version: EntryVersion


def search_words(text: str, forbidden: ForbiddenTerms) -> tuple[str, ...]:
    """The folded words to look for.  Raises TextInvalid, WordsTooShort, SearchTermForbidden."""
    words = tuple(_spaced(checked(text, "words", limit=LINE_LIMIT)).split())
    if not any(len(word) >= SHORTEST for word in words):
        raise WordsTooShort(minimum=SHORTEST)
    if any(forbidden.forbids(word) for word in words):
        raise SearchTermForbidden
    return words


class Matcher:
    """Tells whether every word begins a word of a text.  Whoever types a may mean å or ä."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = tuple((w, re.compile(rf"(?<![^\W_]){re.escape(w)}").search) for w in words)

    def __call__(self, text: str) -> bool:
        exact = folded(text)
        loose = exact.replace("å", "a").replace("ä", "a").replace("ö", "o")
        return all(
            (word in exact and begins(exact)) or (word in loose and begins(loose))
            for word, begins in self._words
        )


def folded(text: str) -> str:
    """Small letters; accents fall away, but å, ä and ö are letters of their own."""
    small = unicodedata.normalize("NFC", text.casefold())
    if small.replace("å", "").replace("ä", "").replace("ö", "").isascii():
        return small  # nearly always, and much quicker
    return _FOREIGN.sub(lambda found: _plain(found[0]), small)


def _plain(letters: str) -> str:
    parts = unicodedata.normalize("NFKD", letters)
    return "".join(part for part in parts if not unicodedata.combining(part))


def _spaced(text: str) -> str:
    return _BETWEEN.sub(" ", folded(text))


@dataclass(frozen=True, slots=True)
class StoredText:
    """The latest text of one entry, as it lies in the store: what was typed, and the codes.

    `codes` is the version of the set; each of the others holds codes with a space between.
    """

    entry_id: UUID
    codes: str
    typed: str = field(repr=False)
    chosen: str
    findings: str  # CODE:PRESENT
    advice: str
    call_back: str


class Told:
    """The words that codes of one set stand for in the text of a note."""

    def __init__(self, codes: CodeSet) -> None:
        lists = (
            codes.reasons, codes.urgencies, codes.outcomes, codes.courses, codes.deviations,
            codes.patient_views, codes.interpreters, codes.languages,
        )  # fmt: skip
        self._chosen = {
            each.code: f"{each.label} {getattr(each, 'sentence', '')}"
            for known in lists
            for each in known
        }
        self._findings = {
            f"{found.code}:{answer}": told
            for found in codes.findings
            for answer, told in ((Answer.PRESENT, found.present), (Answer.ABSENT, found.absent))
        }
        self._advice = {tick.code: tick.sentence for tick in codes.advice}
        self._call_back = {tick.code: tick.sentence for tick in codes.call_back}

    def text(self, stored: StoredText) -> str:
        """All that is looked in.  A code that the set does not know stands for itself."""
        parts = [stored.typed]
        for words, codes in (
            (self._chosen, stored.chosen),
            (self._findings, stored.findings),
            (self._advice, stored.advice),
            (self._call_back, stored.call_back),
        ):
            parts += [words.get(code, code) for code in codes.split()]
        return "\n".join(parts)
