"""The words for the codes of targets, measurements and samples."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from kundcenter.domain.supervision.limits import Setting
from kundcenter.domain.supervision.samples import CareLevel
from kundcenter.domain.supervision.surveys import Area
from kundcenter.domain.supervision.targets import AimKind

AIM_PAIRS: tuple[tuple[StrEnum, object], ...] = (
    (AimKind.TARGET, QT_TRANSLATE_NOOP("labels", "Mål")),
    (AimKind.COMPARISON, QT_TRANSLATE_NOOP("labels", "Jämförelse")),
    (AimKind.SETTING, QT_TRANSLATE_NOOP("labels", "Gräns")),
    (Setting.SHORT, QT_TRANSLATE_NOOP("labels", "Kort uppringning, kortare än")),
    (Setting.SERVICE_NEAR, QT_TRANSLATE_NOOP("labels", "Servicegrad, besvarat inom")),
    (Setting.SERVICE_FAR, QT_TRANSLATE_NOOP("labels", "Servicegrad, den längre tiden")),
    (Setting.WAIT_WARN, QT_TRANSLATE_NOOP("labels", "Kö just nu, varning från")),
    (Setting.WAIT_MOST, QT_TRANSLATE_NOOP("labels", "Kö just nu, högst")),
    (Setting.SMALL_CELL, QT_TRANSLATE_NOOP("labels", "Små tal döljs, mindre än")),
    (Area.OWN, QT_TRANSLATE_NOOP("labels", "Vår egen")),
    (Area.NATION, QT_TRANSLATE_NOOP("labels", "Riket")),
    (CareLevel.SELF_CARE, QT_TRANSLATE_NOOP("labels", "Egenvård")),
    (CareLevel.PRIMARY, QT_TRANSLATE_NOOP("labels", "Primärvård")),
    (CareLevel.SPECIALIST, QT_TRANSLATE_NOOP("labels", "Specialist")),
    (CareLevel.EMERGENCY, QT_TRANSLATE_NOOP("labels", "Akut")),
    (CareLevel.SOS, QT_TRANSLATE_NOOP("labels", "112")),
    (CareLevel.OTHER, QT_TRANSLATE_NOOP("labels", "Annan vård")),
)
