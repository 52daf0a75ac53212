"""The words of letters about cases.  Official letters are in Swedish, in plain words.

Law: patientsäkerhetslagen (2010:659) 3 kap. 8 b–8 e §§ and 7 kap. 10–11 §§, lag (2017:372) om
stöd vid klagomål mot hälso- och sjukvården.  "2–3 vardagar" is the standard text of seed 004.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kundcenter.domain.calendar import local
from kundcenter.domain.case_codes import (
    AnswerBy,
    CaseKind,
    Injury,
    InjuryDecision,
    LetterKind,
    Recipient,
    Stage,
)
from kundcenter.domain.case_terms import CaseTimes
from kundcenter.domain.cases import Case

CENTRE = "Kundcenter"

# What it is called by itself, and as yours.
KINDS = {
    CaseKind.COMPLAINT: ("Klagomål", "ditt klagomål"),
    CaseKind.VIEW: ("Synpunkt", "din synpunkt"),
    CaseKind.PRAISE: ("Beröm", "ditt beröm"),
    CaseKind.QUESTION: ("Fråga", "din fråga"),
    CaseKind.E_SERVICE: ("Ärende", "ditt ärende"),
    CaseKind.ADVICE: ("Fråga till sjukvårdsrådgivningen", "din fråga"),
}
RECEIVERS = {
    Recipient.OTHER_PROVIDER: "Vårdgivaren",
    Recipient.PATIENT_BOARD: "Patientnämnden",
    Recipient.IVO: "Inspektionen för vård och omsorg (IVO)",
    Recipient.LOF: "Löf – regionernas ömsesidiga försäkringsbolag",
    Recipient.DRUG_INSURANCE: "Läkemedelsförsäkringen",
    Recipient.CHIEF: "Chefläkaren",
    Recipient.OWN: "Kundcentrets ledning",
    Recipient.OTHER_AUTHORITY: "Annan myndighet",
}
INJURIES = {
    Injury.NO: "Nej",
    Injury.SUSPECTED: "Ja",
    Injury.SERIOUS: "Ja, allvarlig",
}

NUMBER = "Ärendet har nummer {number}. Säg eller skriv numret när du kontaktar oss om det."
EXPECTED = "Du får svar senast den {day}."
SERVICE_EXPECTED = "Du får ett svar{where} inom {days} vardagar, senast den {day}."
SECRECY = (
    "Uppgifter om patienten skyddas av sekretess. Utan patientens samtycke kan vi därför inte"
    " berätta allt för dig."
)
LANGUAGE = "Behöver du det här på ett annat språk eller i en annan form? Kontakta oss."
COMPLAINT = (
    "Vårdgivaren ska ta emot klagomål och svara på dem. Är du inte nöjd med svaret, eller vill du"
    " ha hjälp, kan du vända dig till patientnämnden i din region. Den är fristående och hjälper"
    " dig att föra fram klagomål och få svar. Det kostar inget."
)
IVO = (
    "Inspektionen för vård och omsorg (IVO) kan i vissa fall utreda ett klagomål när vårdgivaren"
    " har fått tillfälle att svara. Den kan låta bli om det har gått mer än två år sedan det"
    " hände. IVO:s upplysningstjänst har telefon 010-788 50 00."
)
COMPENSATION = (
    "Har du fått en skada i vården kan du ha rätt till ersättning genom patientförsäkringen (Löf),"
    " eller genom Läkemedelsförsäkringen om ett läkemedel har orsakat den. Du anmäler skadan själv."
    " Det kostar inget, men det finns tidsgränser."
)
LEX_MARIA = (
    "Chefläkaren har beslutat att händelsen ska anmälas till IVO som en händelse som har medfört,"
    " eller kunde ha medfört, en allvarlig vårdskada (lex Maria)."
)
HANDED_OVER = (
    "Vi har tagit emot det här ärendet och lämnar över det till er för fortsatt hantering"
    " (3 kap. 8 e § patientsäkerhetslagen)."
)
PATIENT_BOARD = (
    "Vi har tagit emot det här ärendet och lämnar över det, eftersom den som klagar vill ha er"
    " hjälp."
)
ANSWERED_BY_YOU = "Den som hörde av sig ska få svar av er."
NO_ANSWER = "Den som hörde av sig kan eller vill inte få något svar."
TAKEN_ON = "Vi har tagit emot det här ärendet och lämnar över det till er för fortsatt hantering."
BODY = """Hej!

Brevet om ärende {number} ligger i den bifogade filen.

{issuer}
"""

_TITLES = {
    LetterKind.CONFIRMATION: "Vi har tagit emot {yours}",
    LetterKind.COUNTER_QUESTION: "Om {yours}",
    LetterKind.ANSWER: "Svar på {yours}",
    LetterKind.HAND_OVER: "Överlämnande av ärende",
}
_MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
    "oktober", "november", "december",
)  # fmt: skip


def title(kind: LetterKind, case: Case) -> str:
    return _TITLES[kind].format(yours=KINDS[case.kind][1])


def day_words(day: date) -> str:
    """As a letter writes it: 22 juni 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def confirmed(case: Case, day: date | None, own: str, times: CaseTimes) -> Iterator[str]:
    """It has come in; when an answer comes."""
    name, yours = KINDS[case.kind][1], local(case.received_at).date()
    yield f"Tack! Vi tog emot {name} den {day_words(yours)}."
    yield NUMBER.format(number=case.number)
    match case.kind:
        case CaseKind.PRAISE:
            yield "Vi lämnar det vidare till dem som det gäller."
        case CaseKind.ADVICE:
            yield f"En sjuksköterska svarar dig, som regel inom {times.advice_minutes} minuter."
        case CaseKind.E_SERVICE if day is not None and case.promised_on is None:
            where = " i din inkorg på 1177" if case.facts.answer_by is AnswerBy.INBOX else ""
            days = "–".join(map(str, sorted({times.service_days, times.said_days})))
            yield SERVICE_EXPECTED.format(where=where, days=days, day=day_words(day))
        case _ if day is not None:
            yield EXPECTED.format(day=day_words(day))
    if own:
        yield own
    if case.kind is CaseKind.COMPLAINT:
        yield COMPLAINT


def asked(case: Case, day: date | None, own: str) -> Iterator[str]:
    """What is asked, or why it takes longer; and when an answer comes then (seed 004)."""
    yield f"Det här gäller {KINDS[case.kind][1]}. {NUMBER.format(number=case.number)}"
    if own:
        yield own
    if case.stage is Stage.ASKED or case.paused_since is not None:
        yield "Vi väntar på dig innan vi går vidare. Hör av dig till oss så snart du kan."
    if day is not None:
        yield f"Vi räknar med att du får svar senast den {day_words(day)}."


def answered(case: Case, own: str, *, secret: bool) -> Iterator[str]:
    """The answer, and where one may turn who is not content (PSL 3 kap. 8 §, lag 2017:372)."""
    came = day_words(local(case.received_at).date())
    yield f"Vi tog emot {KINDS[case.kind][1]} den {came}. {NUMBER.format(number=case.number)}"
    if own:
        yield own
    if case.decision is InjuryDecision.LEX_MARIA and not secret:
        yield LEX_MARIA
    if case.kind is CaseKind.COMPLAINT or case.facts.injured:
        yield from (COMPLAINT, IVO, COMPENSATION)
    elif case.kind is CaseKind.VIEW:
        yield COMPLAINT


def handed_over(case: Case, to: Recipient) -> Iterator[str]:
    """Why the receiver gets it, and whether it is to be answered."""
    provider = to in {Recipient.OTHER_PROVIDER, Recipient.CARE_PROVIDER, Recipient.UNSAID}
    if to is Recipient.PATIENT_BOARD:
        yield PATIENT_BOARD
    elif provider and case.feedback:
        yield HANDED_OVER
    else:
        yield TAKEN_ON
    if not case.facts.answerable:
        yield NO_ANSWER
    elif provider:
        yield ANSWERED_BY_YOU


def own_words(case: Case) -> tuple[tuple[str, str], ...]:
    """What the complainant said, so that they can put it right."""
    pairs = (
        ("Så här har vi skrivit ner det du berättade", case.facts.words.strip()),
        ("Det här vill du ska hända", case.facts.wanted.strip()),
    )
    return tuple(pair for pair in pairs if pair[1])
