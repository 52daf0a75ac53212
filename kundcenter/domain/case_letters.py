"""What stands in a letter about a case.  Official letters are in Swedish.

Four letters: that it has come in, what is asked of the complainant, the hand-over to another who
is to answer, and the answer (patientsäkerhetslagen 3 kap. 8 b–8 e §§).  Of a protected person
nothing tells where they are: their letters go by Skatteverket's mediation (DOMAIN §1.4).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from kundcenter.domain import case_letter_words as words
from kundcenter.domain.calendar import local
from kundcenter.domain.case_clocks import answer_day, said_day
from kundcenter.domain.case_codes import (
    CaseKind,
    Complainant,
    LetterKind,
    Recipient,
    Said,
    Stage,
)
from kundcenter.domain.case_errors import CaseInvalid, CaseUnanswerable
from kundcenter.domain.case_terms import TIMES, CaseTimes
from kundcenter.domain.case_words import ANSWERS, COMPLAINANTS, SAID, word_of
from kundcenter.domain.cases import Case
from kundcenter.domain.mail import Message
from kundcenter.domain.papers import HIDDEN, number
from kundcenter.domain.people import Person
from kundcenter.domain.phone_numbers import stored
from kundcenter.errors import Refused

Parts = tuple[tuple[str, str], ...]


class MailNotAllowed(Refused):
    """The region has not allowed letters by e-mail to that address.  Facts: none."""

    code = "case.mail_not_allowed"


@dataclass(frozen=True, slots=True)
class CaseLetter:
    """Everything on the page.

    `to` are the lines of the address, empty when it goes by another way or through Skatteverket's
    mediation (`mediated`).  `facts` are headings with what they are of, `parts` headings with text
    that somebody said or wrote; `paragraphs` are the text of the letter itself.  `secrecy`: the
    receiver is another who has to keep it secret.  `protected`: no address and no name is on it.
    """

    kind: LetterKind
    number: str
    title: str
    paragraphs: tuple[str, ...] = field(repr=False)
    printed_at: datetime
    printed_by: str
    to: tuple[str, ...] = field(default=(), repr=False)
    issuer: str = ""
    day: date | None = None
    mediated: bool = False
    demonstration: bool = False
    facts: Parts = field(default=(), repr=False)
    parts: Parts = field(default=(), repr=False)
    secrecy: bool = False
    protected: bool = False

    def text(self) -> str:
        """The same as plain text."""
        return "\n\n".join(
            (
                *filter(None, ["\n".join(self.to)]),
                f"{self.title}, ärende {self.number}",
                *filter(None, ["\n".join(f"{name}: {value}" for name, value in self.facts)]),
                *self.paragraphs,
                *(f"{heading}\n{said}" for heading, said in self.parts),
                f"{self.printed_by}\n{self.issuer}".strip(),
            )
        )


@dataclass(frozen=True, slots=True)
class LetterAbout:
    """What a letter is made of, beside its own text.

    `protected`: by the register or by what was said.  `unit` is the name of the unit that it
    concerns; `issuer` that of the one that writes, `by` whoever does.
    """

    case: Case
    at: datetime
    by: str
    times: CaseTimes = TIMES
    person: Person | None = None
    protected: bool = False
    unit: str = ""
    issuer: str = ""

    @property
    def secret(self) -> bool:
        """Whether whoever complained may not be told of the patient (PSL 3 kap. 8 c §)."""
        facts = self.case.facts
        of_another = facts.complainant in {Complainant.RELATIVE, Complainant.OTHER}
        return of_another and facts.consent is not Said.YES


def letter(
    kind: LetterKind, about: LetterAbout, text: str = "", *, mailed: bool = False
) -> CaseLetter:
    """The letter; `text` is its own part: the question, the answer, why it is handed over.

    One that is `mailed` has no address on it.  Who is anonymous or wants no answer has none, but
    their matter may be handed over.  Raises CaseUnanswerable, CaseInvalid, as `must_be_written`.
    """
    case = about.case
    own = text.strip()
    must_be_written(kind, case, own)
    if kind is LetterKind.HAND_OVER:
        said = list(words.handed_over(case, _recipient(case)))
        return _made(
            kind, about, said, to=_receiver(about), facts=_facts(about), parts=_told(about, own)
        )
    to = () if mailed or about.protected else _address(about)
    day = None
    match kind:
        case LetterKind.CONFIRMATION:
            day = _expected(about)
            said = list(words.confirmed(case, day, own, about.times))
        case LetterKind.COUNTER_QUESTION:
            day = _answered_by(about)
            said = list(words.asked(case, day, own))
        case LetterKind.ANSWER:
            said = list(words.answered(case, own, secret=about.secret))
    if about.secret and kind is not LetterKind.COUNTER_QUESTION:
        said.append(words.SECRECY)
    if case.facts.language:
        said.append(words.LANGUAGE)
    parts = words.own_words(case) if kind is LetterKind.CONFIRMATION and not about.protected else ()
    return _made(kind, about, said, to=to, day=day, parts=parts)


def must_be_written(kind: LetterKind, case: Case, text: str) -> None:
    """Raise unless such a letter can be written about the case.

    CaseUnanswerable; CaseInvalid("text") where another care provider would learn of somebody who
    has not agreed, and nobody says why (PSL 3 kap. 8 e §).
    """
    if kind is not LetterKind.HAND_OVER:
        if not case.facts.answerable:
            raise CaseUnanswerable(id=case.id)
        return
    agreed = case.facts.consent is Said.YES or case.stage is Stage.HANDED_OVER
    if _recipient(case) is Recipient.OTHER_PROVIDER and not (agreed or text.strip()):
        raise CaseInvalid(field="text")


def message(letter: CaseLetter, to: str, content: bytes) -> Message:
    """The e-mail that carries the letter's pages: it tells of nobody itself."""
    return Message(
        to=to,
        subject=f"Ärende {letter.number}",
        body=words.BODY.format(number=letter.number, issuer=letter.issuer or words.CENTRE),
        file_name=f"arende-{letter.number}.pdf",
        content=content,
    )


def _made(
    kind: LetterKind,
    about: LetterAbout,
    paragraphs: list[str],
    *,
    to: tuple[str, ...],
    day: date | None = None,
    facts: Parts = (),
    parts: Parts = (),
) -> CaseLetter:
    over = kind is LetterKind.HAND_OVER
    return CaseLetter(
        kind=kind,
        number=about.case.number,
        title=words.title(kind, about.case),
        paragraphs=tuple(paragraphs),
        printed_at=about.at,
        printed_by=about.by,
        to=to,
        issuer=about.issuer,
        day=day,
        mediated=about.protected and not over,
        facts=facts,
        parts=parts,
        secrecy=over,
        protected=about.protected,
    )


def _expected(about: LetterAbout) -> date | None:
    """The day by which an answer can be expected, as it is said upwards (seed 004)."""
    case = about.case
    if case.kind in {CaseKind.PRAISE, CaseKind.ADVICE}:
        return None
    if case.kind is CaseKind.E_SERVICE and case.promised_on is None:
        return said_day(local(case.received_at).date(), about.times)
    return answer_day(case, about.times, local(about.at).date())


def _answered_by(about: LetterAbout) -> date | None:
    """The new day that is told; none while nothing runs before the complainant is heard."""
    waits = about.case.paused_since is not None and about.case.promised_on is None
    return None if waits else _expected(about)


def _name(about: LetterAbout) -> str:
    facts = about.case.facts
    of_patient = facts.complainant in {Complainant.PATIENT, Complainant.UNSAID}
    if not facts.name and of_patient:
        return about.person.name if about.person is not None else facts.patient
    return facts.name


def _address(about: LetterAbout) -> tuple[str, ...]:
    given = _lines(about.case.facts.address)
    return tuple(filter(None, (_name(about), *given))) if given else ()


def _lines(address: str) -> tuple[str, ...]:
    return tuple(filter(None, (line.strip() for line in address.splitlines())))


def _recipient(case: Case) -> Recipient:
    return case.handed_to or case.facts.recipient


def _receiver(about: LetterAbout) -> tuple[str, ...]:
    """Who gets what is handed over."""
    to = _recipient(about.case)
    if to in {Recipient.UNSAID, Recipient.CARE_PROVIDER, Recipient.OTHER_PROVIDER}:
        named = tuple(filter(None, (about.case.facts.provider, about.unit)))
        return named or (words.RECEIVERS[Recipient.OTHER_PROVIDER],)
    return (words.RECEIVERS[to],)


def _facts(about: LetterAbout) -> Parts:
    """What another needs to take the matter over.  The pairs are even in number, for the page."""
    facts, person = about.case.facts, about.person
    today = local(about.at).date()
    identity = number(person.person_id, today) if person is not None else ""
    patient = person.name if person is not None else facts.patient
    who = ", ".join(filter(None, (_name(about), facts.relation)))
    phone = stored(facts.number)
    ways = (phone.shown() if phone else "", facts.email, *_lines(facts.address))
    pairs = [
        ("Ärende", about.case.number),
        ("Mottaget", f"{local(about.case.received_at):%Y-%m-%d}"),
        ("Gäller", words.KINDS[about.case.kind][0]),
        ("Händelsen", facts.event or "–"),
        ("Vårdgivare", ", ".join(filter(None, (facts.provider, about.unit))) or "–"),
        ("Vem", word_of(COMPLAINANTS, facts.complainant).capitalize() or "–"),
        ("Namn", "–" if facts.anonymous else _shown(about, who)),
        ("Patient", _shown(about, patient)),
        ("Identitet", _shown(about, identity)),
        ("Nås på", "–" if facts.anonymous else _shown(about, ", ".join(filter(None, ways)))),
        ("Vill ha svar", word_of(ANSWERS, facts.answer_by).capitalize() or "–"),
        ("Samtycke", word_of(SAID, facts.consent).capitalize() or "Inte frågat"),
        ("Barn berörs", word_of(SAID, facts.child).capitalize() or "–"),
        ("Språk", facts.language or "–"),
    ]
    return tuple(pairs)


def _shown(about: LetterAbout, text: str) -> str:
    return HIDDEN if about.protected else text or "–"


def _told(about: LetterAbout, why: str) -> Parts:
    """The matter itself, the caller's own words apart from our summary."""
    facts = about.case.facts
    pairs = (
        ("Varför det lämnas över", why),
        ("Med egna ord", facts.words.strip()),
        ("Vår sammanfattning", facts.summary.strip()),
        ("Vad som önskas", facts.wanted.strip()),
        ("Misstänkt vårdskada", words.INJURIES.get(facts.injury, "")),
    )
    return tuple(pair for pair in pairs if pair[1])
