"""The codes of cases as they stand in files: the first word is written, every one is read."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from kundcenter.domain.case_codes import (
    AnswerBy,
    CaseChannel,
    CaseKind,
    Complainant,
    Injury,
    InjuryDecision,
    Recipient,
    Said,
    Service,
    Stage,
)

Code = TypeVar("Code", bound=StrEnum)
Words = Mapping[Code, tuple[str, ...]]

KINDS: Words[CaseKind] = {
    CaseKind.COMPLAINT: ("klagomål", "complaint"),
    CaseKind.VIEW: ("synpunkt", "view"),
    CaseKind.PRAISE: ("beröm", "praise"),
    CaseKind.QUESTION: ("fråga", "question"),
    CaseKind.E_SERVICE: ("e-tjänst", "e-service"),
    CaseKind.ADVICE: ("rådgivning", "advice"),
}
SERVICES: Words[Service] = {
    Service.CONTACT_US: ("kontakta oss", "contact us"),
    Service.PRESCRIPTION: (
        "förnya recept", "förnya recept på läkemedel", "renew prescription",
    ),
    Service.AIDS: ("förnya hjälpmedel", "förnya recept på hjälpmedel", "renew aids"),
    Service.CANCEL_OR_REBOOK: (
        "avboka eller omboka", "avboka/omboka", "av- eller omboka", "cancel or rebook",
    ),
    Service.OWN_REFERRAL: ("egen vårdbegäran", "own referral"),
    Service.RECORD_COPY: ("journalutskrift", "record copy"),
    Service.CERTIFICATE: ("intyg", "certificate"),
    Service.FEEDBACK: ("synpunkter", "synpunkter och klagomål", "feedback"),
    Service.CHAT: ("1177 direkt", "chatt", "chat"),
}  # fmt: skip
COMPLAINANTS: Words[Complainant] = {
    Complainant.UNSAID: ("",),
    Complainant.PATIENT: ("patient", "patienten"),
    Complainant.RELATIVE: ("närstående", "relative"),
    Complainant.OTHER: ("annan", "other"),
    Complainant.ANONYMOUS: ("anonym", "anonymous"),
}
SAID: Words[Said] = {
    Said.UNSAID: ("",),
    Said.YES: ("ja", "yes", "true", "1"),
    Said.NO: ("nej", "no", "false", "0"),
}
ANSWERS: Words[AnswerBy] = {
    AnswerBy.UNSAID: ("",),
    AnswerBy.INBOX: ("inkorg", "1177", "1177 inkorg", "inbox"),
    AnswerBy.LETTER: ("brev", "letter"),
    AnswerBy.TELEPHONE: ("telefon", "telephone", "phone"),
    AnswerBy.EMAIL: ("e-post", "epost", "e-mail", "email"),
    AnswerBy.NOT: ("inget svar", "inget", "none"),
}
INJURIES: Words[Injury] = {
    Injury.UNSAID: ("",),
    Injury.NO: ("nej", "no", "false"),
    Injury.SUSPECTED: ("misstänkt", "ja", "suspected", "yes", "true"),
    Injury.SERIOUS: ("allvarlig", "serious"),
}
CHANNELS: Words[CaseChannel] = {
    CaseChannel.TELEPHONE: ("telefon",),
    CaseChannel.E_SERVICE: ("e-tjänst",),
    CaseChannel.CHAT: ("chatt",),
    CaseChannel.LETTER: ("brev",),
    CaseChannel.EMAIL: ("e-post",),
    CaseChannel.VISIT: ("besök",),
}
STAGES: Words[Stage] = {
    Stage.REGISTERED: ("registrerat",),
    Stage.CONFIRMED: ("bekräftat",),
    Stage.ASSIGNED: ("fördelat",),
    Stage.INVESTIGATED: ("under utredning",),
    Stage.ASKED: ("motfråga",),
    Stage.ANSWERED: ("besvarat",),
    Stage.CLOSED: ("avslutat",),
    Stage.HANDED_OVER: ("överlämnat",),
    Stage.WITHDRAWN: ("återtaget",),
}
RECIPIENTS: Words[Recipient] = {
    Recipient.UNSAID: ("",),
    Recipient.CARE_PROVIDER: ("vårdgivaren",),
    Recipient.OTHER_PROVIDER: ("annan vårdgivare",),
    Recipient.PATIENT_BOARD: ("patientnämnden",),
    Recipient.IVO: ("IVO",),
    Recipient.LOF: ("Löf",),
    Recipient.DRUG_INSURANCE: ("Läkemedelsförsäkringen",),
    Recipient.CHIEF: ("chefläkaren",),
    Recipient.OWN: ("kundcentret",),
    Recipient.OTHER_AUTHORITY: ("annan myndighet",),
}
DECISIONS: Words[InjuryDecision] = {
    InjuryDecision.UNDECIDED: ("",),
    InjuryDecision.LEX_MARIA: ("lex Maria",),
    InjuryDecision.DEVIATION: ("avvikelse",),
    InjuryDecision.NEITHER: ("ingen vårdskada",),
}


def word_of(words: Words[Code], code: Code) -> str:
    """As a file says it."""
    return words[code][0]


def code_of(words: Words[Code], text: str) -> Code | None:
    """The code that a word means, or that is written itself; None of an unknown one."""
    said = text.lower()
    for code, known in words.items():
        if said in {each.lower() for each in known} or said == code.value.lower():
            return code
    return None
