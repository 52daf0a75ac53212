"""The printed result of a sample, read back from the PDF."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from kundcenter.adapters.paper.sample import SampleResultPages
from kundcenter.domain.supervision.samples import CareLevel
from tests.domain.supervision.test_sample_pages import COMMON, judged, made
from tests.naughty import ODD

EDGE = 15 / 25.4 * 72  # points


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> SampleResultPages:
    return SampleResultPages(tmp_path_factory.mktemp("typeface"))


def texts(pdf: bytes) -> list[str]:
    """What stands on each page, in one line."""
    return [
        " ".join(page.get_textpage().get_text_range().replace("\xa0", " ").split())
        for page in pypdfium2.PdfDocument(pdf)
    ]


def test_the_page_says_how_often_the_level_was_right_and_how_sure_that_is(
    pages: SampleResultPages,
) -> None:
    drawn, found = judged(COMMON, unclear=1, none=3)
    pdf = pages(replace(made(drawn, found), issuer="Kundcenter, Test", demonstration=True))
    (text,) = texts(pdf)
    for said in (
        "Bedömning av vårdnivå",
        "Kundcenter, Test",
        "Utan uppgifter om enskilda",
        "Baslinje hösten, 1177 på telefon",
        "65 av 9 812 samtal drogs · 64 är bedömda",
        "Rätt vårdnivå 38 av 60 63,3 % 50,7–74,4 %",
        "Efter given vårdnivå (samtal)",
        "Given nivå Samtal Rätt För hög För låg Åt annat håll Andel rätt 95 % intervall",
        "Egenvård 26 20 0 6 0 76,9 % 57,9–89,0 %",
        "Given nivå mot rätt nivå",
        "95-procentigt konfidensintervall",
        "Utskrivet 2026-11-21 08:00 av Test Lisa",
        "TESTDATA",
        "Sida 1 (1)",
    ):
        assert said in text, said
    assert text.count("Test Lisa") == 1


def test_what_is_spread_hides_what_is_small_and_says_so(pages: SampleResultPages) -> None:
    drawn, found = judged(COMMON | {(CareLevel.SOS, CareLevel.SOS): 3})
    (text,) = texts(pages(made(drawn, found, distribution=True)))
    assert "För spridning: små tal visas som <5" in text
    assert "112 <5" in text and "något antal är för litet" in text
    assert "Baslinje" not in text and "mot rätt nivå" not in text


def test_nothing_lies_outside_the_margins_whatever_is_written(pages: SampleResultPages) -> None:
    odd = " ".join(ODD)[:300]
    every = {(given, right): 30 for given in CareLevel for right in CareLevel}
    drawn, found = judged(every)
    found_pages = made(replace(drawn, title=odd, seed=odd[:80], queue=odd[:80]), found)
    for page in pypdfium2.PdfDocument(pages(found_pages)):
        text = page.get_textpage()
        wide, high = page.get_size()
        for at in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(at)
            assert left >= EDGE - 1 and right <= wide - EDGE + 1, text.get_text_bounded(
                left, bottom, right, top
            )
            assert bottom >= EDGE and top <= high - EDGE + 1
