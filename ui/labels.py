"""The words for codes that the core knows: states, relations, roles, kinds of identity."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kundcenter.domain.access import Role
from kundcenter.domain.calls import CallState
from kundcenter.domain.identity import Caution, IdKind, Sex
from kundcenter.domain.journal import Relation

_PAIRS: tuple[tuple[StrEnum, object], ...] = (
    (CallState.RINGING, QT_TRANSLATE_NOOP("labels", "Ringer")),
    (CallState.TALKING, QT_TRANSLATE_NOOP("labels", "Pågår")),
    (CallState.HELD, QT_TRANSLATE_NOOP("labels", "Parkerat")),
    (CallState.WRAP_UP, QT_TRANSLATE_NOOP("labels", "Efterarbete")),
    (CallState.DONE, QT_TRANSLATE_NOOP("labels", "Klart")),
    (CallState.ABANDONED, QT_TRANSLATE_NOOP("labels", "Avbrutet i kö")),
    (CallState.PASSED_ON, QT_TRANSLATE_NOOP("labels", "Gick vidare")),
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
    (Role.NURSE, QT_TRANSLATE_NOOP("labels", "Telefonsjuksköterska")),
    (Role.SWITCHBOARD, QT_TRANSLATE_NOOP("labels", "Växeltelefonist")),
    (Role.SERVICE_DESK, QT_TRANSLATE_NOOP("labels", "Servicehandläggare")),
    (Role.SUPERVISOR_NURSE, QT_TRANSLATE_NOOP("labels", "Arbetsledare 1177")),
    (Role.SUPERVISOR_SWITCHBOARD, QT_TRANSLATE_NOOP("labels", "Arbetsledare växel")),
    (Role.MEDICAL_LEAD, QT_TRANSLATE_NOOP("labels", "Medicinskt ledningsansvarig")),
    (Role.ADMINISTRATOR, QT_TRANSLATE_NOOP("labels", "Administratör")),
    (Role.LOG_REVIEWER, QT_TRANSLATE_NOOP("labels", "Logggranskare")),
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
_WORDS = {(type(code), code): words for code, words in _PAIRS}


def label(code: StrEnum) -> str:
    """The word for a code, in the language of the screen."""
    return QCoreApplication.translate("labels", str(_WORDS[type(code), code]))
