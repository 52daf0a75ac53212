"""Names by sex and year of birth: Faker's Swedish frequencies, bent by what a generation is called.

Faker costs a third of a second and is only installed where a demo region is made.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from kundcenter.demo.chance import Weighted
from kundcenter.demo.region import Generation
from kundcenter.domain.identity import Sex

_TYPICAL = 14.0  # how much likelier a name is in its own generation
_UNTYPICAL = 0.04  # and in any other


class Names:
    """Names at a fraction, 0 to below 1, of their frequency."""

    def __init__(self, generations: tuple[Generation, ...]) -> None:
        women, men, self._family = _swedish()
        self._given = {
            sex: tuple(
                (generation.born_before, _bent(names, generation, generations, sex))
                for generation in generations
            )
            for sex, names in ((Sex.WOMAN, women), (Sex.MAN, men))
        }

    def given(self, sex: Sex, born: int, fraction: float) -> str:
        """A given name for somebody who was born in the year."""
        names = next(names for before, names in self._given[sex] if born < before)
        return names.at(fraction)

    def family(self, fraction: float) -> str:
        return self._family.at(fraction)


def user_name(given: str, family: str) -> str:
    """As user names are made of names: anna-karin.oberg."""
    plain = unicodedata.normalize("NFKD", f"{given}.{family}".lower())
    return re.sub("[^a-z0-9.-]", "", plain)


def _bent(
    names: Mapping[str, float],
    generation: Generation,
    generations: tuple[Generation, ...],
    sex: Sex,
) -> Weighted[str]:
    own = set(_typical(generation, sex))
    others = {name for other in generations for name in _typical(other, sex)} - own
    return Weighted(
        (name, weight * (_TYPICAL if name in own else _UNTYPICAL if name in others else 1.0))
        for name, weight in names.items()
    )


def _typical(generation: Generation, sex: Sex) -> list[str]:
    return (generation.women if sex is Sex.WOMAN else generation.men).split()


@cache
def _swedish() -> tuple[dict[str, float], dict[str, float], Weighted[str]]:
    from faker.providers.person.sv_SE import Provider

    women, men = dict(Provider.first_names_female), dict(Provider.first_names_male)
    family: Mapping[str, float] = Provider.last_names
    # Each list also holds what is mostly given to the other sex.
    return (
        {name: weight for name, weight in women.items() if weight >= men.get(name, 0.0)},
        {name: weight for name, weight in men.items() if weight > women.get(name, 0.0)},
        Weighted(family.items()),
    )
