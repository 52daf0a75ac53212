"""What kinds, stages and clocks of cases are called on the command line."""

from __future__ import annotations

from kundcenter.cli.words import say

# Swedish, English.
_KINDS = {
    "KLAGOMAL": ("klagomål", "complaint"),
    "SYNPUNKT": ("synpunkt", "view"),
    "BEROM": ("beröm", "praise"),
    "FRAGA": ("fråga", "question"),
    "E_TJANST": ("e-tjänst", "e-service"),
    "RADGIVNING": ("rådgivning", "advice"),
}
_STAGES = {
    "REGISTRERAD": ("registrerat", "registered"),
    "BEKRAFTAD": ("bekräftat", "acknowledged"),
    "FORDELAD": ("fördelat", "assigned"),
    "UNDER_UTREDNING": ("under utredning", "being looked into"),
    "MOTFRAGA": ("motfråga ställd", "counter-question asked"),
    "BESVARAD": ("besvarat", "answered"),
    "AVSLUTAD": ("avslutat", "closed"),
    "OVERLAMNAD": ("överlämnat", "handed over"),
    "ATERTAGEN": ("återtaget", "withdrawn"),
}
_CLOCKS = {
    "RADGIVNING": ("rådgivning", "advice"),
    "CHEFLAKARE": ("chefläkarens beslut", "the chief's decision"),
    "BEKRAFTELSE": ("mottagningsbekräftelse", "acknowledgement"),
    "FORSTA_SVAR": ("första svar", "first answer"),
    "SVAR": ("svar", "answer"),
    "LEX_MARIA": ("lex Maria", "lex Maria"),
    "IVO": ("IVO", "IVO"),
}
_HEED = {
    "FORSENAD": ("FÖRSENAT", "LATE"),
    "I_DAG": ("i dag", "today"),
    "SNART": ("snart", "soon"),
    "LUGN": ("lugnt", "calm"),
    "VANTAR": ("väntar på svar", "waits for an answer"),
    "UPPLYSNING": ("upplysning", "notice"),
    "KLAR": ("klart", "met"),
    "KLAR_FOR_SENT": ("klart för sent", "met too late"),
}


def kind_name(code: str) -> str:
    """Words for a CaseKind of domain.case_codes."""
    return say(*_KINDS[code])


def stage_name(code: str) -> str:
    """Words for a Stage."""
    return say(*_STAGES[code])


def clock_name(code: str) -> str:
    """Words for a ClockKind."""
    return say(*_CLOCKS[code])


def heed_name(code: str) -> str:
    """Words for a Heed of domain.case_clocks."""
    return say(*_HEED[code])
