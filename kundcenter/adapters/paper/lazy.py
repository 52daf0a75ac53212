"""Loads what sets a page when the first one is wanted: reportlab takes a fifth of a second."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kundcenter.domain.access_reports import AccessReport
from kundcenter.domain.case_letters import CaseLetter
from kundcenter.domain.papers import PrintedEntry
from kundcenter.domain.referral_papers import PrintedReferral
from kundcenter.domain.supervision.sample_pages import SamplePages
from kundcenter.domain.supervision.summary import Summary
from kundcenter.domain.switchboard.message_letters import LeavingMessage


def entry_page(cache: Path) -> Callable[[PrintedEntry], bytes]:
    """Sets one record entry as a PDF; the typeface is kept in the folder `cache`."""

    def page(printed: PrintedEntry) -> bytes:
        from kundcenter.adapters.paper.entry import EntryPage

        return EntryPage(cache)(printed)

    return page


def access_pages(cache: Path) -> Callable[[AccessReport], bytes]:
    """Sets who has opened a record as a PDF; the typeface is kept in the folder `cache`."""

    def pages(report: AccessReport) -> bytes:
        from kundcenter.adapters.paper.access_report import AccessPages

        return AccessPages(cache)(report)

    return pages


def referral_page(cache: Path) -> Callable[[PrintedReferral], bytes]:
    """Sets one referral as a PDF; the typeface is kept in the folder `cache`."""

    def page(printed: PrintedReferral) -> bytes:
        from kundcenter.adapters.paper.referral import ReferralPage

        return ReferralPage(cache)(printed)

    return page


def case_pages(cache: Path) -> Callable[[CaseLetter], bytes]:
    """Sets one letter about a case as a PDF; the typeface is kept in the folder `cache`."""

    def pages(letter: CaseLetter) -> bytes:
        from kundcenter.adapters.paper.case_letter import CaseLetterPages

        return CaseLetterPages(cache)(letter)

    return pages


def message_page(cache: Path) -> Callable[[LeavingMessage], bytes]:
    """Sets one message as a PDF; the typeface is kept in the folder `cache`."""

    def page(leaving: LeavingMessage) -> bytes:
        from kundcenter.adapters.paper.message import MessagePage

        return MessagePage(cache)(leaving)

    return page


def summary_pages(cache: Path) -> Callable[[Summary], bytes]:
    """Sets a shift or another period as a PDF; the typeface is kept in the folder `cache`."""

    def pages(summary: Summary) -> bytes:
        from kundcenter.adapters.paper.summary import SummaryPages

        return SummaryPages(cache)(summary)

    return pages


def sample_pages(cache: Path) -> Callable[[SamplePages], bytes]:
    """Sets what a sample tells as a PDF; the typeface is kept in the folder `cache`."""

    def pages(found: SamplePages) -> bytes:
        from kundcenter.adapters.paper.sample import SampleResultPages

        return SampleResultPages(cache)(found)

    return pages
