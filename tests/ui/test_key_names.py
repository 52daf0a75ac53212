"""Every word that a breakdown's key has on paper can be translated on the screen."""

from __future__ import annotations

from kundcenter.domain.supervision import key_words
from kundcenter.domain.supervision.dimensions import Dimension
from kundcenter.domain.triage import CodeSet
from ui.supervision_words.key_names import KEY_WORDS

NO_CODES = CodeSet("", (), (), ())


def test_every_word_is_marked() -> None:
    marked = set(map(str, KEY_WORDS))
    told = {
        key_words.key_word(dimension, key, NO_CODES, {})
        for dimension, words in key_words._WORDS.items()
        for key in words
    }
    told |= set(key_words.QUEUES.values()) | {key_words.UNSAID}
    told.add(key_words.key_word(Dimension.UNIT, "gone", NO_CODES, {}))
    assert told == marked
