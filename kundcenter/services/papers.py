"""Pages of what was taken to print.  Opens no store, so it may run beside the store lane."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kundcenter.domain.access_reports import AccessReport
from kundcenter.domain.case_letters import CaseLetter
from kundcenter.domain.papers import PrintedEntry
from kundcenter.domain.referral_papers import PrintedReferral
from kundcenter.domain.supervision.sample_pages import SamplePages
from kundcenter.domain.supervision.summary import Summary
from kundcenter.domain.supervision.summary_json import summary_json
from kundcenter.domain.switchboard.message_letters import LeavingMessage


class Papers:
    """`entry_page` sets one entry as a PDF, `access_pages` who has opened a record,
    `referral_page` where a patient was sent, `case_pages` a letter about a case, `message_page` a
    message that was taken, `summary_pages` a shift or another period, `sample_pages` what a sample
    tells.

    A demonstration says so on every page.
    """

    def __init__(
        self,
        entry_page: Callable[[PrintedEntry], bytes],
        access_pages: Callable[[AccessReport], bytes],
        referral_page: Callable[[PrintedReferral], bytes],
        case_pages: Callable[[CaseLetter], bytes],
        message_page: Callable[[LeavingMessage], bytes],
        *,
        summary_pages: Callable[[Summary], bytes],
        sample_pages: Callable[[SamplePages], bytes],
        demonstration: bool = False,
    ) -> None:
        self._entry_page = entry_page
        self._access_pages = access_pages
        self._referral_page = referral_page
        self._case_pages = case_pages
        self._message_page = message_page
        self._summary_pages = summary_pages
        self._sample_pages = sample_pages
        self._demonstration = demonstration

    def entry(self, printed: PrintedEntry) -> bytes:
        """A PDF of A4 pages."""
        return self._entry_page(replace(printed, demonstration=self._demonstration))

    def accesses(self, report: AccessReport) -> bytes:
        """A PDF of A4 pages."""
        return self._access_pages(replace(report, demonstration=self._demonstration))

    def referral(self, printed: PrintedReferral) -> bytes:
        """A PDF of A4 pages."""
        return self._referral_page(replace(printed, demonstration=self._demonstration))

    def case_letter(self, letter: CaseLetter) -> bytes:
        """A PDF of A4 pages."""
        return self._case_pages(replace(letter, demonstration=self._demonstration))

    def message(self, leaving: LeavingMessage) -> bytes:
        """A PDF of A4 pages."""
        return self._message_page(replace(leaving, demonstration=self._demonstration))

    def summary(self, summary: Summary) -> bytes:
        """A PDF of A4 pages."""
        return self._summary_pages(replace(summary, demonstration=self._demonstration))

    def summary_json(self, summary: Summary) -> bytes:
        """The same figures for programs; a demonstration says so there too."""
        return summary_json(replace(summary, demonstration=self._demonstration)).encode("utf-8")

    def sample(self, found: SamplePages) -> bytes:
        """A PDF of A4 pages."""
        return self._sample_pages(replace(found, demonstration=self._demonstration))
