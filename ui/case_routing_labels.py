"""The words for who should have a matter: wishes, reasons, and what to tell the caller first."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from kundcenter.domain.case_routing import Caution, Reason, Wish

ROUTING_PAIRS: tuple[tuple[StrEnum, object], ...] = (
    (Wish.HELP_FROM_BOARD, QT_TRANSLATE_NOOP("labels", "Ha hjälp av någon oberoende")),
    (Wish.COMPENSATION, QT_TRANSLATE_NOOP("labels", "Ha ersättning för en skada")),
    (Wish.DRUG, QT_TRANSLATE_NOOP("labels", "Ha ersättning för skada av läkemedel")),
    (Wish.AUTHORITY, QT_TRANSLATE_NOOP("labels", "Anmäla till en myndighet")),
    (Wish.OWN_CENTRE, QT_TRANSLATE_NOOP("labels", "Klaga på kundcentret")),
    (Reason.INJURY, QT_TRANSLATE_NOOP("labels", "En vårdskada misstänks.")),
    (Reason.CARE, QT_TRANSLATE_NOOP("labels", "Den som gav vården svarar.")),
    (Reason.OTHERS, QT_TRANSLATE_NOOP("labels", "En annan vårdgivare gav vården.")),
    (Reason.ABOUT_US, QT_TRANSLATE_NOOP("labels", "Det gäller kundcentret.")),
    (
        Reason.WANTS_HELP,
        QT_TRANSLATE_NOOP("labels", "Den som ringer vill ha hjälp av någon oberoende."),
    ),
    (Reason.ANSWERED, QT_TRANSLATE_NOOP("labels", "Vårdgivaren har svarat, och det räckte inte.")),
    (Reason.WANTS_AUTHORITY, QT_TRANSLATE_NOOP("labels", "Den som ringer vill anmäla.")),
    (
        Reason.SERIOUS,
        QT_TRANSLATE_NOOP("labels", "Vid allvarlig skada utreder IVO, när vårdgivaren har svarat."),
    ),
    (Reason.WANTS_COMPENSATION, QT_TRANSLATE_NOOP("labels", "Den som ringer vill ha ersättning.")),
    (Reason.DRUG, QT_TRANSLATE_NOOP("labels", "Det gäller skada av läkemedel.")),
    (
        Caution.NOT_HEARD,
        QT_TRANSLATE_NOOP("labels", "Vårdgivaren har inte svarat än: IVO kan lämna över det."),
    ),
    (
        Caution.NOT_ASKED,
        QT_TRANSLATE_NOOP("labels", "Fråga om vårdgivaren har svarat, och när det hände."),
    ),
    (Caution.OLDER, QT_TRANSLATE_NOOP("labels", "Mer än två år sedan: IVO kan avstå.")),
    (
        Caution.ONLY_IF_PATIENT_CANNOT,
        QT_TRANSLATE_NOOP("labels", "En närstående kan anmäla bara om patienten inte kan."),
    ),
    (
        Caution.NEEDS_NAME,
        QT_TRANSLATE_NOOP("labels", "En anmälan dit ska ha namn och adress."),
    ),
    (
        Caution.NEEDS_CONSENT,
        QT_TRANSLATE_NOOP("labels", "Fråga om det får lämnas över dit."),
    ),
    (
        Caution.ONLY_INFORMATION,
        QT_TRANSLATE_NOOP("labels", "Vi bara upplyser: den som ringer vänder sig dit själv."),
    ),
    (
        Caution.PRIVATE_PERSON_CANNOT,
        QT_TRANSLATE_NOOP("labels", "Lex Maria anmäls av vårdgivaren, aldrig av en privatperson."),
    ),
)
