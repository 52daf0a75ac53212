"""Swedish words as they are looked for: small letters, without dots and rings, without endings."""

from __future__ import annotations

import re
from functools import lru_cache

from kundcenter.domain.word_search import folded

SHORTEST = 3  # letters that stay of a word
_WORD = re.compile(r"[^\W_]+")
_PLAIN = str.maketrans("åäö", "aao")
# The longest that leaves a stem goes.  What two forms of a word share is enough, it need not be a
# word.
_ENDINGS_TEXT = """
heterna heten heter andes andet anden ande endes ende ningarna ningar ningen ning arnas ernas ornas
arna erna orna arens aren arne aste ades ade ats at ast ad ens en ets et ers er ars ar ors or es as
ern are an na iska iskt isk tt te ts t s a e n d de
"""
_ENDINGS = tuple(sorted(_ENDINGS_TEXT.split(), key=lambda ending: (-len(ending), ending)))
_CONSONANTS = frozenset("tsnd")  # as often the end of a short word: hals
# They tell nothing of what somebody suffers from.
_SILENT_TEXT = """
jag du han hon den det de vi ni man mig dig sig honom henne oss er dem min mitt mina din ditt dina
sin sitt sina hans hennes vår vårt våra en ett och eller men som att på i av till från för med om
vid är var varit vara blev blir blivit har hade haft när då nu sen sedan så mycket lite väldigt
jätte också igen kan ska skulle måste får fick nog bara ganska lilla gammal år månader dag dagar
tre två ju väl hela
"""
SILENT = frozenset(_SILENT_TEXT.split())


def words_of(text: str) -> list[str]:
    """The words of a text, folded."""
    return _WORD.findall(folded(text))


def telling(words: list[str]) -> list[str]:
    """The words that tell something; all of them when none does."""
    return [word for word in words if word not in SILENT] or words


def plain(word: str) -> str:
    """A folded word as it is typed where there are no dots and rings."""
    return word.translate(_PLAIN)


@lru_cache(maxsize=16_384)  # the same few thousand words stand in all topics
def stem(word: str) -> str:
    """A folded word without its ending, plain."""
    bare = plain(word)
    for ending in _ENDINGS:
        left = len(bare) - len(ending)
        if bare.endswith(ending) and left >= SHORTEST + (ending in _CONSONANTS):
            return bare[: -len(ending)]
    return bare


def without_one(word: str) -> set[str]:
    """The word with each letter left out once: words one typing error apart share one of them."""
    return {word[:at] + word[at + 1 :] for at in range(len(word))}
