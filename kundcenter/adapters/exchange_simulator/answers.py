"""What people do whose telephones a call is passed on to, by number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

ALWAYS = frozenset({"112", "1177"})


class Behaviour(StrEnum):
    ANSWER = "answer"
    BUSY = "busy"
    SILENT = "silent"  # it rings, and nobody lifts
    NONE = "none"  # there is no such number


_LAST_DIGITS = {"7": Behaviour.BUSY, "9": Behaviour.SILENT}


@dataclass(frozen=True, slots=True)
class Answers:
    """`rules` are numbers, or their ends after a star; without one the last digit decides.

    `after` is how long it rings before somebody lifts, in seconds.  `phones` are the extensions of
    the house whose state the exchange tells.
    """

    rules: Mapping[str, Behaviour] = field(default_factory=dict, repr=False)
    after: float = 2.5
    phones: range = range(3101, 3371)

    def of(self, number: str) -> Behaviour:
        if number in self.rules:
            return self.rules[number]
        ends = [rule for rule in self.rules if rule[0] == "*" and number.endswith(rule[1:])]
        if ends:
            return self.rules[max(ends, key=len)]
        if number in ALWAYS:
            return Behaviour.ANSWER
        return _LAST_DIGITS.get(number[-1:], Behaviour.ANSWER)
