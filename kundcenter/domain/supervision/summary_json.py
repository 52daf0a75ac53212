"""A summary as JSON, for other systems: the same figures and words as on paper, and no identities.

The form is docs/summary.schema.json.  Times are UTC, shares in percent, other times in the unit of
their figure; `null` is no figure, or one that is masked.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from kundcenter.domain.supervision.hand_over_items import HandOver, HandOverPart
from kundcenter.domain.supervision.periods import offset_text
from kundcenter.domain.supervision.summary import Line, Summary

FORMAT, VERSION = "kundcenter.summary", 1
DIGITS = 4


def summary_json(summary: Summary) -> str:
    """One object, with its keys in the order of the page."""
    return json.dumps(_told(summary), ensure_ascii=False, indent=2) + "\n"


def _told(summary: Summary) -> dict[str, Any]:
    span = summary.span
    return {
        "format": FORMAT,
        "version": VERSION,
        "title": summary.title,
        "period": {
            "kind": span.kind.value,
            "name": span.name,
            "start": _instant(span.start),
            "end": _instant(span.end),
            "hours": round(span.hours, DIGITS),
            "utc_offsets": [offset_text(each) for each in span.offsets],
        },
        "issuer": summary.issuer,
        "made_at": _instant(summary.printed_at),
        "distribution": summary.order.distribution,
        "demonstration": summary.demonstration,
        "held_against": summary.held_against,
        "remarks": list(summary.remarks),
        "figures": [_line(each) for each in summary.lines],
        "definitions": {
            each.code: {
                "name": each.name,
                "text": each.text,
                "numerator": each.numerator,
                "denominator": each.denominator,
                "source": each.source,
            }
            for each in summary.meanings
        },
        "tables": [
            {"title": each.title, "headings": each.headings, "rows": each.rows, "note": each.note}
            for each in summary.sheets
        ],
        "hand_over": None if summary.hand_over is None else _hand_over(summary.hand_over),
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "code": line.code,
        "name": line.name,
        "unit": line.unit,
        "value": _number(line.value),
        "numerator": _number(line.numerator),
        "denominator": _number(line.denominator),
        "masked": line.masked,
        "shown": line.shown,
        "target": _number(line.target),
        "at_least": None if line.target is None else line.at_least,
        "verdict": line.verdict.value,
        "before": [_number(each) for each in line.before],
    }


def _hand_over(hand_over: HandOver) -> dict[str, Any]:
    return {
        "at": _instant(hand_over.at),
        "current": hand_over.current,
        "parts": [_part(each) for each in hand_over.parts],
    }


def _part(part: HandOverPart) -> dict[str, Any]:
    return {
        "kind": part.kind.value,
        "title": part.title,
        "count": part.count,
        "late": part.late,
        "words": part.words,
        "items": [
            {"what": each.what, "at": _instant(each.at) if each.at else None, "late": each.late}
            for each in part.items
        ],
    }


def _number(value: float | None) -> float | int | None:
    if value is None:
        return None
    return int(value) if value == int(value) else round(value, DIGITS)


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
