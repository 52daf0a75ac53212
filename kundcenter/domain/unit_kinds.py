"""What kind a unit is, told from its name: HSA has no kinds (docs/units.md shows the table)."""

from __future__ import annotations

import re

from kundcenter.domain.units import UnitKind

# The first that is found holds: a närakut in a vårdcentral's house is a närakut.
_RULES = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (UnitKind.PAEDIATRIC_EMERGENCY, r"barnakut|akut\w* (för )?barn|barn\w* akut"),
        (UnitKind.PSYCHIATRIC_EMERGENCY, r"psyk\w*[ -]?akut"),
        (UnitKind.OUT_OF_HOURS, r"\bnärakut|\bjourcentral|\bjourmottagning|\bjourläkar"),
        (UnitKind.EMERGENCY, r"\bakut(mottagning|klinik|en\b|vårdsklinik|sjukvård)"),
        (UnitKind.MATERNITY, r"förlossning"),
        (
            UnitKind.MOTHER_AND_CHILD,
            r"\b(mvc|bvc)\b|barnmorskemottagning|mödravårdscentral|mödrahälsovård"
            r"|barnavårdscentral|barnhälsovård",
        ),
        (
            UnitKind.PRIMARY_CARE,
            r"vårdcentral|hälsocentral|\b(vc|hc)\b|familjeläkar|husläkar|distriktsläkar",
        ),
        (UnitKind.SPECIALIST, r"mottagning|klinik"),
    )
)


def kind_by_name(*names: str) -> UnitKind | None:
    """The kind that the first telling name says; None when none does."""
    for name in names:
        for kind, pattern in _RULES:
            if pattern.search(name.lower()):
                return kind
    return None
