"""Invented content packs to test with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kundcenter.domain.identity import Sex
from kundcenter.domain.packs import Ask, Content, Topic

FEVER = Topic(
    code="FEBER",
    reason="FEBER",
    title="Feber",
    words=("feber", "hög temp"),
    threats=(Ask("Går personen att väcka?"), Ask("Är barnet yngre än tre månader?", oldest=0)),
    questions=(Ask("Hur hög är febern?"), Ask("Är hon gravid?", 12, 52, Sex.WOMAN)),
    advice=(Ask("Drick mer än vanligt."),),
    call_back=("Febern sitter i.",),
)
COUGH = replace(
    FEVER, code="HOSTA", reason="HOSTA_FORKYLNING", title="Hosta", words=("hosta", "slem 😀")
)
PACK = Content(
    code="test",
    version="1",
    title="Påhittat paket",
    author="Test Författare",
    written_on=date(2026, 1, 1),
    review_on=date(2027, 1, 1),
    topics=(FEVER, COUGH),
)
