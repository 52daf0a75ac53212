"""The text fields of the service desk and of questions about persons, for naughty text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import count
from typing import Any

from kundcenter.domain.service_desk.questions import UNANSWERED_LIMIT
from kundcenter.domain.service_desk.topics import (
    LINK_LIMIT,
    OWNER_LIMIT,
    TEXT_LIMIT,
    TITLE_LIMIT,
    Heading,
    TopicDraft,
)
from kundcenter.domain.switchboard.inquiries import (
    REASON_LIMIT,
    Answer,
    Asked,
    Asker,
    DisclosureGround,
    InquiryDraft,
)
from kundcenter.domain.text import LINE_LIMIT
from tests.ground import Ground
from tests.naughty import MEGABYTE, NO_TEXT, Sort, free, one_line, squeezed
from tests.services.service_desk.service_desk_ground import ASKED

Rows = Callable[[], list[dict[str, Any]]]
Opened = tuple[
    Callable[[dict[str, str]], object],
    dict[str, Sort],
    Callable[[], Iterable[Mapping[str, Any]]] | None,
]
LINKS = ("", "https://www.1177.se/", " https://1177.se/a?b=c%20d#e\n")
HEADINGS = {"draft": Heading.OTHER, "drafts": Heading.FEES}  # by hand, and from a file
NAMES = ("title", "text", "link", "owner", "words")


def service_desk_doors(
    ground: Ground, texts: list[str], newly: Callable[[str], Rows]
) -> dict[str, Opened]:
    """By noun and verb, for an operator who may do everything."""
    desk = ground.desk
    made, asked, inquired = newly("topics"), newly("questions"), newly("inquiries")
    by_hand = _fields(texts)
    by_file = {**by_hand, "title": _titles(texts)}
    line = replace(free(texts, LINE_LIMIT), form=squeezed)
    stripped = replace(free(texts, UNANSWERED_LIMIT), form=str.strip)
    reason = _text(texts, REASON_LIMIT)

    def found(before: str) -> Rows:
        def look() -> list[dict[str, Any]]:
            new = (row for row in made() if row["heading"] == HEADINGS[before])
            return [{f"{before}.{name}": row[name] for name in NAMES} for row in new]

        return look

    def inquire(texts: dict[str, str]) -> object:
        return desk.inquiries.note(
            InquiryDraft(
                Asker.OTHER,
                Asked.DETAILS,
                Answer.DISCLOSED,
                DisclosureGround.CONSENT,
                reason=texts["draft.reason"],
                who=texts["draft.who"],
            )
        )

    files = {f"drafts.{name}": sort for name, sort in by_file.items()}
    return {
        "topics.put": (
            lambda t: desk.topics.put(None, _draft(t, "draft")),
            {f"draft.{name}": sort for name, sort in by_hand.items()},
            found("draft"),
        ),
        "topics.plan": (lambda t: desk.topics.plan((_draft(t, "drafts"),)), files, None),
        "topics.import_": (
            lambda t: desk.topics.import_((_draft(t, "drafts"),)),
            files,
            found("drafts"),
        ),
        "questions.note": (
            lambda t: desk.questions.note(replace(ASKED, unanswered=t["draft.unanswered"])),
            {"draft.unanswered": stripped},
            lambda: [{"draft.unanswered": row["unanswered"]} for row in asked()],
        ),
        "inquiries.note": (
            inquire,
            {"draft.reason": reason, "draft.who": line},
            lambda: [
                {"draft.reason": row["reason"], "draft.who": row["who"]} for row in inquired()
            ],
        ),
    }


def _draft(texts: dict[str, str], at: str) -> TopicDraft:
    said: dict[str, Any] = {name: texts[f"{at}.{name}"] for name in NAMES}
    return TopicDraft(heading=HEADINGS[at], **said)


def _fields(texts: list[str]) -> dict[str, Sort]:
    no_links = (text for text in texts[::9] if text.strip())
    return {
        "title": one_line(free(texts, TITLE_LIMIT)),
        "text": _text(texts, TEXT_LIMIT),
        "link": Sort(
            LINKS,
            (*NO_TEXT, MEGABYTE, "x" * (LINK_LIMIT + 1), "http://1177.se/", *no_links),
            squeezed,
        ),
        "owner": one_line(free(texts, OWNER_LIMIT)),
        "words": replace(free(texts, LINE_LIMIT), form=squeezed),
    }


def _titles(texts: list[str]) -> Sort:
    """Each is there once, or one card would be a later version of another."""
    sort, numbers = one_line(free(texts, TITLE_LIMIT - 10)), count()
    many = max(len(each.kept) for each in _fields(texts).values())
    kept = [f"{next(numbers)} § {text}" for text in sort.kept]
    kept += [f"{next(numbers)} §" for _ in range(many - len(kept))]
    return Sort(tuple(kept), one_line(free(texts, TITLE_LIMIT)).refused, squeezed)


def _text(texts: list[str], limit: int) -> Sort:
    """What is kept without the space around it, and says something."""
    sort = free(texts, limit)
    kept = tuple(filter(str.strip, sort.kept))
    return Sort(kept, (*sort.refused, "", " \n\t"), str.strip)
