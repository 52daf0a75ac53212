"""The words for codes that the core knows: states, relations, roles, kinds of identity."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kundcenter.domain.access import Role
from kundcenter.domain.blocks import BlockKind, LiftGround
from kundcenter.domain.calls import CallState
from kundcenter.domain.disclosures import DisclosureForm
from kundcenter.domain.grounds import GroundCategory
from kundcenter.domain.identity import Caution, IdKind, Sex
from kundcenter.domain.journal import Answer, Relation, WaiverReason
from kundcenter.domain.parts import PartKind
from kundcenter.domain.people import Protection
from kundcenter.domain.repeats import Course, Span
from kundcenter.domain.snippets import NoteField, Scope
from kundcenter.domain.special_notes import SpecialKind
from ui.case_labels import CASE_PAIRS
from ui.claiming_labels import CLAIMING_PAIRS
from ui.guide_labels import GUIDE_PAIRS
from ui.supervision_words.labels import SUPERVISION_PAIRS
from ui.switchboard_words.labels import SWITCHBOARD_PAIRS

_PAIRS: tuple[tuple[StrEnum, object], ...] = (
    (CallState.RINGING, QT_TRANSLATE_NOOP("labels", "Ringer")),
    (CallState.TALKING, QT_TRANSLATE_NOOP("labels", "Pågår")),
    (CallState.HELD, QT_TRANSLATE_NOOP("labels", "Parkerat")),
    (CallState.WRAP_UP, QT_TRANSLATE_NOOP("labels", "Efterarbete")),
    (CallState.DONE, QT_TRANSLATE_NOOP("labels", "Klart")),
    (CallState.ABANDONED, QT_TRANSLATE_NOOP("labels", "Avbrutet i kö")),
    (CallState.PASSED_ON, QT_TRANSLATE_NOOP("labels", "Gick vidare")),
    (PartKind.ADVICE, QT_TRANSLATE_NOOP("labels", "Rådgivning")),
    (PartKind.SWITCHBOARD, QT_TRANSLATE_NOOP("labels", "Växel")),
    (PartKind.CANCELLATION, QT_TRANSLATE_NOOP("labels", "Avbokning")),
    (PartKind.SERVICE, QT_TRANSLATE_NOOP("labels", "Service")),
    (PartKind.COMPLAINT, QT_TRANSLATE_NOOP("labels", "Klagomål")),
    (Relation.SELF, QT_TRANSLATE_NOOP("labels", "Patienten själv")),
    (Relation.GUARDIAN, QT_TRANSLATE_NOOP("labels", "Vårdnadshavare")),
    (Relation.TRUSTEE, QT_TRANSLATE_NOOP("labels", "God man")),
    (Relation.LEGAL_GUARDIAN, QT_TRANSLATE_NOOP("labels", "Förmyndare")),
    (Relation.ADMINISTRATOR, QT_TRANSLATE_NOOP("labels", "Förvaltare")),
    (Relation.RELATIVE, QT_TRANSLATE_NOOP("labels", "Anhörig")),
    (Relation.CLOSE_PERSON, QT_TRANSLATE_NOOP("labels", "Annan närstående")),
    (Relation.MUNICIPAL_STAFF, QT_TRANSLATE_NOOP("labels", "Kommunal personal")),
    (Relation.CARE_STAFF, QT_TRANSLATE_NOOP("labels", "Vårdpersonal")),
    (Relation.EMERGENCY_CENTRE, QT_TRANSLATE_NOOP("labels", "SOS Alarm")),
    (Relation.UNKNOWN, QT_TRANSLATE_NOOP("labels", "Okänd")),
    (GroundCategory.CARE, QT_TRANSLATE_NOOP("labels", "Vård")),
    (GroundCategory.ADMINISTRATION, QT_TRANSLATE_NOOP("labels", "Administration")),
    (GroundCategory.LAW, QT_TRANSLATE_NOOP("labels", "Lagkrav")),
    (GroundCategory.QUALITY, QT_TRANSLATE_NOOP("labels", "Kvalitet")),
    (GroundCategory.SUPERVISION, QT_TRANSLATE_NOOP("labels", "Uppföljning")),
    (GroundCategory.STATISTICS, QT_TRANSLATE_NOOP("labels", "Statistik")),
    (LiftGround.CONSENT, QT_TRANSLATE_NOOP("labels", "Patientens samtycke")),
    (LiftGround.EMERGENCY, QT_TRANSLATE_NOOP("labels", "Nödöppning")),
    (LiftGround.LACKS_DECISION, QT_TRANSLATE_NOOP("labels", "Varaktig beslutsoförmåga")),
    (BlockKind.INNER, QT_TRANSLATE_NOOP("labels", "Inre")),
    (BlockKind.OUTER, QT_TRANSLATE_NOOP("labels", "Yttre")),
    (Answer.PRESENT, QT_TRANSLATE_NOOP("labels", "Ja")),
    (Answer.ABSENT, QT_TRANSLATE_NOOP("labels", "Nej")),
    (WaiverReason.UNNECESSARY, QT_TRANSLATE_NOOP("labels", "Obehövligt")),
    (WaiverReason.HINDERED, QT_TRANSLATE_NOOP("labels", "Synnerligt hinder")),
    (DisclosureForm.PRINT, QT_TRANSLATE_NOOP("labels", "Utskrift")),
    (DisclosureForm.COPY, QT_TRANSLATE_NOOP("labels", "Kopia av texten")),
    (DisclosureForm.OTHER, QT_TRANSLATE_NOOP("labels", "På annat sätt")),
    (Role.NURSE, QT_TRANSLATE_NOOP("labels", "Telefonsjuksköterska")),
    (Role.SWITCHBOARD, QT_TRANSLATE_NOOP("labels", "Växeltelefonist")),
    (Role.SERVICE_DESK, QT_TRANSLATE_NOOP("labels", "Servicehandläggare")),
    (Role.SUPERVISOR_NURSE, QT_TRANSLATE_NOOP("labels", "Arbetsledare 1177")),
    (Role.SUPERVISOR_SWITCHBOARD, QT_TRANSLATE_NOOP("labels", "Arbetsledare växel")),
    (Role.MEDICAL_LEAD, QT_TRANSLATE_NOOP("labels", "Medicinskt ledningsansvarig")),
    (Role.ADMINISTRATOR, QT_TRANSLATE_NOOP("labels", "Administratör")),
    (Role.LOG_REVIEWER, QT_TRANSLATE_NOOP("labels", "Loggranskare")),
    (Role.CASE_HANDLER, QT_TRANSLATE_NOOP("labels", "Ärendehandläggare")),
    (IdKind.PNR, QT_TRANSLATE_NOOP("labels", "Personnummer")),
    (IdKind.SAM, QT_TRANSLATE_NOOP("labels", "Samordningsnummer")),
    (IdKind.NRID, QT_TRANSLATE_NOOP("labels", "Nationellt reservnummer")),
    (IdKind.LRES_SLL, QT_TRANSLATE_NOOP("labels", "Reservnummer Stockholm")),
    (IdKind.LRES_VGR, QT_TRANSLATE_NOOP("labels", "Reservnummer Västra Götaland")),
    (IdKind.LRES_VARMLAND, QT_TRANSLATE_NOOP("labels", "Reservnummer Värmland")),
    (IdKind.LRES_CARELINK, QT_TRANSLATE_NOOP("labels", "Reservnummer Carelink")),
    (IdKind.LRES_LOCAL, QT_TRANSLATE_NOOP("labels", "Lokalt reservnummer")),
    (IdKind.LMA, QT_TRANSLATE_NOOP("labels", "LMA-nummer")),
    (IdKind.OKAND, QT_TRANSLATE_NOOP("labels", "Okänd identitet")),
    (SpecialKind.THREAT, QT_TRANSLATE_NOOP("labels", "Hot eller våld")),
    (SpecialKind.INTERPRETER, QT_TRANSLATE_NOOP("labels", "Tolk behövs")),
    (SpecialKind.LANGUAGE, QT_TRANSLATE_NOOP("labels", "Språk")),
    (SpecialKind.HEARING, QT_TRANSLATE_NOOP("labels", "Hörsel eller tal")),
    (SpecialKind.CARE_PLAN, QT_TRANSLATE_NOOP("labels", "Vårdplan")),
    (SpecialKind.OTHER, QT_TRANSLATE_NOOP("labels", "Övrigt")),
    (Course.WORSE, QT_TRANSLATE_NOOP("labels", "Sämre")),
    (Course.UNCHANGED, QT_TRANSLATE_NOOP("labels", "Oförändrat")),
    (Course.BETTER, QT_TRANSLATE_NOOP("labels", "Bättre")),
    (Course.NEW, QT_TRANSLATE_NOOP("labels", "Nytt")),
    (Span.DAY, QT_TRANSLATE_NOOP("labels", "24 tim")),
    (Span.THREE_DAYS, QT_TRANSLATE_NOOP("labels", "72 tim")),
    (Span.WEEK, QT_TRANSLATE_NOOP("labels", "7 dygn")),
    (Protection.NONE, QT_TRANSLATE_NOOP("labels", "Inget skydd")),
    (Protection.CONFIDENTIAL, QT_TRANSLATE_NOOP("labels", "Sekretessmarkering")),
    (Protection.PROTECTED_REGISTRATION, QT_TRANSLATE_NOOP("labels", "Skyddad folkbokföring")),
    (Scope.PERSONAL, QT_TRANSLATE_NOOP("labels", "Egen")),
    (Scope.TEAM, QT_TRANSLATE_NOOP("labels", "Enhetens")),
    (Scope.REGION, QT_TRANSLATE_NOOP("labels", "Regionens")),
    (NoteField.HISTORY, QT_TRANSLATE_NOOP("labels", "Anamnes")),
    (NoteField.BACKGROUND, QT_TRANSLATE_NOOP("labels", "Bakgrund")),
    (NoteField.ASSESSMENT, QT_TRANSLATE_NOOP("labels", "Bedömning")),
    (NoteField.ADVICE, QT_TRANSLATE_NOOP("labels", "Råd")),
    (Sex.WOMAN, QT_TRANSLATE_NOOP("labels", "kvinna")),
    (Sex.MAN, QT_TRANSLATE_NOOP("labels", "man")),
    (
        Caution.SIGN_MISMATCH,
        QT_TRANSLATE_NOOP("labels", "Tecknet mellan siffrorna stämmer inte med åldern."),
    ),
    (
        Caution.CHECK_NOT_VERIFIED,
        QT_TRANSLATE_NOOP("labels", "Kontrollsiffran är inte kontrollerad."),
    ),
    (Caution.INTERIM, QT_TRANSLATE_NOOP("labels", "Interimsnummer: ingen nationell identitet.")),
)
# By class as well: two sets of codes may share a text ("OKAND").
_WORDS = {
    (type(code), code): words
    for code, words in (
        *_PAIRS,
        *GUIDE_PAIRS,
        *CLAIMING_PAIRS,
        *CASE_PAIRS,
        *SWITCHBOARD_PAIRS,
        *SUPERVISION_PAIRS,
    )
}


def label(code: StrEnum) -> str:
    """The word for a code, in the language of the screen."""
    return QCoreApplication.translate("labels", str(_WORDS[type(code), code]))
