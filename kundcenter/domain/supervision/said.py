"""Sentences that are written in Swedish on paper and in files, and translated on the screen.

A sentence has holes; what fills them is no word (a count, a time, a name), or a sentence itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Translate = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Said:
    """Words with holes, `{count}`, and by name what fills them."""

    text: str
    about: tuple[tuple[str, Said | str], ...] = ()

    def words(self, translate: Translate = str) -> str:
        """Filled in; `translate` gives the words in another language."""
        filled = {
            name: each.words(translate) if isinstance(each, Said) else each
            for name, each in self.about
        }
        return translate(self.text).format(**filled)


Saying = Sequence[Said | str]  # one after another; a text among them is never translated


def said(text: str, **about: Said | str | int) -> Said:
    """The words with what fills their holes."""
    return Said(
        text, tuple((k, v if isinstance(v, (Said, str)) else str(v)) for k, v in about.items())
    )


def spoken(saying: Saying, translate: Translate = str) -> str:
    """All of it in one line."""
    return "".join(each.words(translate) if isinstance(each, Said) else each for each in saying)
