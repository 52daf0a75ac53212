"""The text of a note, composed from what was ticked and typed: one for screen, paper and export.

The record is in Swedish (patientdatalagen 3 kap. 13 §), whatever language the screen has.  Every
typed character stands in the text once, as it was typed; every tick has its sentence.  The
sections and their order are those of DOMAIN §3.3.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kundcenter.domain.journal import Answer, Note, Relation
from kundcenter.domain.triage import Alternative, CodeSet, Outcome, Reason, Tick, Urgency
from kundcenter.domain.units import Unit

RELATIONS = {
    Relation.SELF: "Patienten själv",
    Relation.GUARDIAN: "Vårdnadshavare",
    Relation.TRUSTEE: "God man",
    Relation.LEGAL_GUARDIAN: "Förmyndare",
    Relation.ADMINISTRATOR: "Förvaltare",
    Relation.RELATIVE: "Anhörig",
    Relation.CLOSE_PERSON: "Annan närstående",
    Relation.MUNICIPAL_STAFF: "Kommunal vård- eller omsorgspersonal",
    Relation.CARE_STAFF: "Hälso- och sjukvårdspersonal",
    Relation.EMERGENCY_CENTRE: "SOS Alarm",
    Relation.UNKNOWN: "Okänd eller vill inte uppge",
}
UNDERSTOOD = "Samtalet sammanfattades och råden var förstådda."
NO_INTERPRETER = "Obs! Den som tolkade är inte utbildad tolk."
FOLLOWS = "Gäller samma besvär som en tidigare kontakt."

Coded = Reason | Urgency | Outcome | Alternative


@dataclass(frozen=True, slots=True)
class Section:
    """One heading with its text; `key` is the same in every version of the program."""

    key: str
    heading: str
    text: str = field(repr=False)


def compose(note: Note, codes: CodeSet, unit: Unit | None = None) -> tuple[Section, ...]:
    """The sections of a note that have something in them, in order.

    `codes` is the set that the note is bound to, `unit` the one it guides to.  A code that the
    set does not know stands as it is: a note is shown whatever is wrong with it.
    """
    parts = (
        ("informant", "Uppgiftslämnare", _informant(note)),
        ("contact_reason", "Kontaktorsak", _reason(note, codes)),
        ("history", "Symtom och anamnes", _paragraphs(findings(note, codes), note.history)),
        ("background", "Bakgrund", note.background),
        ("assessment", "Bedömning", note.assessment),
        ("urgency", "Hur bråttom", _label(codes.urgencies, note.urgency)),
        ("referral", "Hänvisning", _referral(note, codes, unit)),
        ("advice", "Råd och information", _advice(note, codes)),
        ("call_back", "Återkom om", _call_back(note, codes)),
        ("decision_support", "Beslutsstöd", _support(note, codes)),
        ("patient_view", "Patientens inställning", _patient_view(note, codes)),
        ("interpreter", "Tolk", _interpreter(note, codes)),
    )
    return tuple(Section(key, heading, text) for key, heading, text in parts if text.strip())


def plain_text(sections: Iterable[Section]) -> str:
    """The sections as text, each heading on a line of its own."""
    return "\n\n".join(f"{section.heading}\n{section.text}" for section in sections)


def findings(note: Note, codes: CodeSet) -> str:
    """What was asked about: first what is there, then what is not, each in the set's order."""
    answers = {found.code: found.answer for found in note.findings}
    known = [found for found in codes.findings if found.code in answers]
    present = [f.present for f in known if answers[f.code] is Answer.PRESENT]
    absent = [f.absent for f in known if answers[f.code] is Answer.ABSENT]
    strange = answers.keys() - {found.code for found in known}
    return " ".join((*present, *absent, *sorted(strange)))


def _informant(note: Note) -> str:
    relation = RELATIONS[note.informant]
    if note.informant_name.strip():
        return f"{note.informant_name} ({relation[0].lower()}{relation[1:]})"
    return relation


def _reason(note: Note, codes: CodeSet) -> str:
    course = _sentence(codes.courses, note.course) or (FOLLOWS if note.follows else "")
    return _paragraphs(_label(codes.reasons, note.reason), course)


def _referral(note: Note, codes: CodeSet, unit: Unit | None) -> str:
    parts = (_label(codes.outcomes, note.outcome), unit.name if unit else "")
    return ": ".join(filter(None, parts))


def _advice(note: Note, codes: CodeSet) -> str:
    ticked = _ticked(codes.advice, note.advice_ticks)
    return _paragraphs(ticked, note.advice, UNDERSTOOD if note.understood else "")


def _call_back(note: Note, codes: CodeSet) -> str:
    return _paragraphs(_ticked(codes.call_back, note.call_back_ticks), note.call_back_if)


def _support(note: Note, codes: CodeSet) -> str:
    version = f"Version {note.support_version}" if note.support_version.strip() else ""
    return _paragraphs(
        note.support_topic,
        version,
        _sentence(codes.deviations, note.deviation),
        note.deviation_reason,
    )


def _patient_view(note: Note, codes: CodeSet) -> str:
    said = _sentence(codes.patient_views, note.patient_view)
    return _paragraphs(said, note.patient_view_text)


def _interpreter(note: Note, codes: CodeSet) -> str:
    parts = (
        _label(codes.interpreters, note.interpreter_kind),
        _label(codes.languages, note.interpreter_language),
    )
    kind = _known(codes.interpreters, note.interpreter_kind)
    risky = isinstance(kind, Alternative) and kind.risk
    return _paragraphs(", ".join(filter(None, parts)), NO_INTERPRETER if risky else "")


def _ticked(known: Iterable[Tick], ticks: tuple[str, ...]) -> str:
    """The sentences of the ticks in the set's order, whatever the order of ticking."""
    sentences = {tick.code: tick.sentence for tick in known}
    ordered = [sentence for code, sentence in sentences.items() if code in ticks]
    return " ".join([*ordered, *sorted(set(ticks) - sentences.keys())])


def _known(known: Iterable[Coded], code: str) -> Coded | None:
    return next((each for each in known if each.code == code), None)


def _label(known: Iterable[Coded], code: str) -> str:
    found = _known(known, code)
    return found.label if found else code


def _sentence(known: Iterable[Alternative], code: str) -> str:
    found = next((each for each in known if each.code == code), None)
    return (found.sentence or found.label) if found else code


def _paragraphs(*parts: str) -> str:
    return "\n".join(part for part in parts if part.strip())
