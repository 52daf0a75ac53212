"""The printed summary: read back from the PDF, and its picture compared with what it should be."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pypdfium2
import pytest
from pypdf import PdfReader

from kundcenter.adapters.paper.sheet import plain
from kundcenter.adapters.paper.summary import SummaryPages
from kundcenter.domain.supervision import periods
from kundcenter.domain.supervision.charts import Chart, ChartKind, Mark, Series
from kundcenter.domain.supervision.hand_over_items import HandOver
from kundcenter.domain.supervision.summary import Sheet
from kundcenter.services.papers import Papers
from tests.domain.supervision.summed_up import NIGHT, PATIENT, handed, made
from tests.naughty import ODD

SCALE = 2.0  # pixels of a point
MM = SCALE * 72 / 25.4
EDGE = 15  # mm
DARK = 140  # of 255: ink, and neither the paper nor a hair line


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> SummaryPages:
    return SummaryPages(tmp_path_factory.mktemp("typeface"))


def texts(pdf: bytes) -> list[str]:
    """What stands on each page, in one line."""
    read = PdfReader(BytesIO(pdf)).pages
    return [" ".join(page.extract_text().replace("\xa0", " ").split()) for page in read]


def test_the_first_page_says_everything_at_a_glance(pages: SummaryPages) -> None:
    first, *rest = texts(pages(made()))
    for said in (
        "Skiftsammanfattning",
        "Kundcenter, Region Exempel",
        "Utan uppgifter om enskilda",
        "Natt, 2026-10-24 21:00 – 2026-10-25 07:00, 11 timmar",
        "UTC+2 blir UTC+1",
        "Arbetsledare: Test Vera",
        "de fyra senaste lördagarna",
        "Andel besvarade samtal 80,0 % 4 / 5 minst 85 % ▲ når inte 80,0 % (80,0–80,0)",
        "Andel besvarade, alla 66,7 % 4 / 6",
        "Medelväntetid 3:57 947 s / 4 högst 10:00 ● når",
        "Hanteringstid 8:01 1 923 s / 4",
        "Andel egenvård 37,7 % 20 / 53 riket 2019 32 %",
        "Samtal per timme",
        "Vårdnivå (%)",
        "Att lämna över, läget 2026-10-25 07:10",
        "Försenade återuppringningar 7, varav 7 sena",
        "45 min, planerat 0",
        "Utskrivet 2026-10-25 07:10 av Test Lena",
        "TESTDATA",
        f"Sida 1 ({1 + len(rest)})",
    ):
        assert said in first, said
    assert rest[0].find("Bilaga 1. Att lämna över") >= 0
    whole = " ".join(rest)
    for said in ("Per timme", "Per kö", "Vad måtten betyder", "Nämnare: Inkommande samtal utom"):
        assert said in whole, said
    for number, text in enumerate((first, *rest), start=1):
        assert f"Sida {number} ({1 + len(rest)})" in text and "Utskrivet" in text


def test_an_hour_that_comes_twice_stands_twice(pages: SummaryPages) -> None:
    first, *rest = texts(pages(made()))
    assert "21 22 23 00 01 02+2 02+1 03 04 05 06" in first  # under the bars
    assert "02 +02:00" in " ".join(rest) and "02 +01:00" in " ".join(rest)


def test_it_names_patients_only_where_it_is_asked_for_and_says_so(pages: SummaryPages) -> None:
    plain, named = texts(pages(made())), texts(pages(made(identities=True)))
    assert not any("880702" in text or "SEKRETESS" in text for text in plain)
    assert all("SEKRETESS enligt 25 kap." in text for text in named)
    assert sum(text.count(PATIENT) for text in named[1:]) == 7
    assert PATIENT not in named[0]  # the page one works from lies about


def test_what_is_spread_hides_what_is_small(pages: SummaryPages) -> None:
    whole = " ".join(texts(pages(made(distribution=True))))
    assert "För spridning: små tal visas som <5" in whole
    assert "group AKUT <5 –" in whole and "group EGENVARD •" in whole
    assert "group PRIMARVARD 30 56,6 %" in whole


@pytest.mark.parametrize("items", [0, 40])
def test_the_first_page_is_one_page_however_much_is_handed_over(
    pages: SummaryPages, items: int
) -> None:
    long = "Ett mycket långt namn på en mottagning som ingen får plats med "
    full = handed(items)
    parts = tuple(
        replace(p, items=tuple(replace(each, what=long * 3) for each in p.items))
        for p in full.parts
    )
    found = made(hand_over=HandOver(full.at, parts), supervisors=("Test Anna",) * 30)
    wide = tuple(replace(each, name=long[:60]) for each in found.lines)
    first, second, *_ = texts(pages(replace(found, lines=wide)))
    assert "Ensamarbete" in first and "Bilaga" not in first
    assert "Bilaga 1. Att lämna över" in second and "Skiftsammanfattning" in second


def test_other_periods_have_their_own_names_and_parts(pages: SummaryPages) -> None:
    month = periods.month(2026, 10)
    text = texts(pages(made(month, hand_over=HandOver(month.end, (), current=False))))[0]
    assert "Styrkort" in text and "2026-10-01 – 2026-10-31" in text
    assert "medel av 2026-09 och 2025-10" in text
    assert "UTC+1 på vintern, UTC+2 på sommaren" in text and "Samtal per dag" in text
    assert "Tiden är inte slut" in text


def test_an_empty_shift_has_dashes_and_no_share(pages: SummaryPages) -> None:
    day = periods.day(date(2026, 11, 2))
    nothing = made(day, figures=(), tallies={}, groups=(), groups_before=(), by_queue=())
    first = texts(pages(replace(nothing, hand_over=None)))[0]
    assert "Inga uppgifter" in first and "0 %" not in first


def test_odd_text_is_set_as_it_is(pages: SummaryPages) -> None:
    odd = " ".join(ODD)[:300]
    sheet = Sheet(odd, (odd, "Antal"), ((odd, "1"),), odd)
    full = handed(1)
    parts = tuple(
        replace(p, items=tuple(replace(each, what=odd) for each in p.items)) for p in full.parts
    )
    found = made(hand_over=replace(full, parts=parts), supervisors=(odd,))
    assert pages(replace(found, sheets=(sheet,), issuer=odd)).startswith(b"%PDF")


def test_nothing_lies_outside_the_margins_and_the_figures_stand_in_columns(
    pages: SummaryPages,
) -> None:
    pdf = pypdfium2.PdfDocument(pages(made()))
    for at in range(len(pdf)):
        picture = pdf[at].render(scale=SCALE, grayscale=True).to_pil()
        box = picture.point(lambda shade: 255 if shade < DARK else 0).getbbox()
        assert box is not None
        left, top, right, bottom = box
        assert left >= (EDGE - 0.5) * MM and top >= (EDGE - 1) * MM
        assert right <= picture.width - (EDGE - 0.5) * MM
        assert bottom <= picture.height - EDGE * MM
        assert left <= (EDGE + 0.5) * MM  # what is at the left is at the edge
    text = pdf[0].get_textpage()
    found = [text.get_rect(at) for at in range(text.count_rects())]
    ends = sorted(round(rect[2]) for rect in found)
    assert sum(abs(end - round(195 * 72 / 25.4)) <= 1 for end in ends) >= 16  # the last column


def test_bars_of_two_series_differ_without_colour(pages: SummaryPages) -> None:
    """The first is filled, the second hatched: the shares of ink in them are far apart."""
    chart = Chart(
        "Prov", "", ("a", "b"), (Series("Ett", (10.0, 10.0)), Series("Två", (10.0, 10.0)))
    )
    found = replace(made(), charts=(chart,), hand_over=None, boxes=(), sheets=(), meanings=())
    picture = pypdfium2.PdfDocument(pages(found))[0].render(scale=SCALE, grayscale=True).to_pil()
    text = pypdfium2.PdfDocument(pages(found))[0].get_textpage()
    searcher = text.search("a", match_whole_word=True)
    index, _ = searcher.get_next()
    _, _, _, top = text.get_charbox(index)
    row = round(picture.height - (top + 40) * SCALE)  # through the bars
    shades = [picture.getpixel((x, row)) for x in range(picture.width)]
    solid = [shade for shade in shades if shade < 90]
    light = [shade for shade in shades if 150 < shade < 200]
    assert len(solid) > 80 and len(light) > 80


def test_lines_have_a_mark_for_the_target_and_gaps_where_nothing_is_known(
    pages: SummaryPages,
) -> None:
    chart = Chart(
        "Andel", "%", tuple("abcd"), (Series("Utfall", (80.0, None, 90.0, 85.0)),),
        ChartKind.LINES, (Mark("Mål", 85.0),),
    )  # fmt: skip
    stacked = Chart(
        "Stapel", "", ("a",), (Series("Ett", (1.0,)), Series("Två", (None,))), ChartKind.STACKED
    )
    found = replace(made(), charts=(chart, stacked), hand_over=None)
    (first, *_) = texts(pages(found))
    assert "Andel (%)" in first and "Mål" in first and "100" in first


def test_the_charts_of_the_appendix_stand_on_one_page_wherever_it_begins(
    pages: SummaryPages,
) -> None:
    """Beneath ever longer tables: lower where there is less room, then all on the next page."""
    found = replace(made(), hand_over=None, meanings=())
    titles = ("Diagram", "Andel besvarade per timme", "Medelväntetid per timme")
    apart, on = [], []
    for rows in (2, 26, 29, 32, 36):
        sheet = Sheet("Lång", ("Vad", "Antal"), tuple((f"{at}", "1") for at in range(rows)))
        pdf = pypdfium2.PdfDocument(pages(replace(found, sheets=(sheet,))))
        tops = [{title: top for title in titles if (top := top_of(page, title))} for page in pdf]
        where = [at for at, each in enumerate(tops) if each]
        assert len(where) == 1 and set(tops[where[0]]) == set(titles), rows
        stands = tops[where[0]]
        on.append(where[0])
        apart.append(round(stands[titles[1]] - stands[titles[2]]))
    assert on == [1, 1, 1, 1, 2]
    assert apart[0] > apart[1] > apart[2] > apart[3] > apart[0] / 2
    assert apart[4] == apart[0]  # the next page has room again


def top_of(page: pypdfium2.PdfPage, words: str) -> float | None:
    """Where the words first stand on the page, in points from below."""
    text = page.get_textpage()
    found = text.search(words, match_case=True).get_next()
    return None if found is None else text.get_charbox(found[0])[3]


def test_a_page_is_the_same_every_time(pages: SummaryPages) -> None:
    pictures = [
        pypdfium2.PdfDocument(pages(made()))[0].render(scale=1).to_pil().tobytes() for _ in range(2)
    ]
    assert pictures[0] == pictures[1]
    other = made(replace(NIGHT, start=NIGHT.start + timedelta(hours=1)))
    changed = pypdfium2.PdfDocument(pages(other))[0].render(scale=1).to_pil().tobytes()
    assert changed != pictures[0]


def test_a_letter_of_two_signs_is_printed_as_one() -> None:
    assert plain("a\u030angstr\u00f6m <b>") == "ångström &lt;b&gt;"


@pytest.mark.parametrize("demonstration", [True, False])
def test_figures_for_programs_say_too_whether_they_are_a_demonstration(demonstration: bool) -> None:
    def nothing(_: object) -> bytes:
        return b""

    papers = Papers(
        nothing,
        nothing,
        nothing,
        nothing,
        nothing,
        summary_pages=nothing,
        sample_pages=nothing,
        demonstration=demonstration,
    )
    told = json.loads(papers.summary_json(replace(made(), demonstration=not demonstration)))
    assert told["demonstration"] is demonstration
