"""What breaks are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kundcenter.domain.supervision.breaks import BreakKind


def break_name(kind: BreakKind) -> str:
    """Lunchrast, paus, annat."""
    translate = QCoreApplication.translate
    return {
        BreakKind.LUNCH: translate("breaks", "Lunchrast"),
        BreakKind.PAUSE: translate("breaks", "Paus"),
        BreakKind.OTHER: translate("breaks", "Annat"),
    }[kind]


def break_help() -> str:
    """What the difference means."""
    return QCoreApplication.translate(
        "breaks", "Lunchrasten är ingen arbetstid. Paus och annat, som ett möte, är det."
    )
