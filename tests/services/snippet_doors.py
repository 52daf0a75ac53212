"""The text fields of snippets, for the tests of naughty text: what is kept, what is refused."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from kundcenter.domain.snippet_text import BODY_LIMIT, SnippetTextWrong, parse
from kundcenter.domain.snippets import CODE_LIMIT, TITLE_LIMIT, Incoming, Scope, Wording
from kundcenter.services.snippets import Snippets
from tests.naughty import MEGABYTE, NO_TEXT, Sort, free

Rows = Callable[[], list[dict[str, Any]]]
Opened = tuple[
    Callable[[dict[str, str]], object],
    dict[str, Sort],
    Callable[[], Iterable[Mapping[str, Any]]] | None,
]


def snippet_doors(
    snippets: Snippets, texts: list[str], newly: Callable[[], Rows]
) -> dict[str, Opened]:
    """By noun and verb: how to put texts, which fields there are, and where they lie afterwards.

    `newly` gives what will have come into the table of versions since it was asked.
    """
    sorts = _sorts(texts)
    each = dict.fromkeys(("code", "title", "body"))
    versions = newly()
    made = snippets.add(Scope.REGION, Wording("byts", "Byts", "Byts")).the("snippet")
    count = [1]

    def wording(texts: dict[str, str], at: str) -> Wording:
        return Wording(texts[f"{at}.code"], texts[f"{at}.title"], texts[f"{at}.body"])

    def change(texts: dict[str, str]) -> None:
        snippets.change(made, wording(texts, "wording"), upon=count[0])
        count[0] += 1

    def incoming(texts: dict[str, str]) -> tuple[Incoming, ...]:
        return (Incoming(Scope.TEAM, wording(texts, "rows.wording")),)

    def found(at: str, of: Callable[[dict[str, Any]], bool]) -> Rows:
        return lambda: [
            {f"{at}.{name}": row[name] for name in each} for row in versions() if of(row)
        ]

    def fields(at: str) -> dict[str, Sort]:
        return {f"{at}.{name}": sorts[name] for name in each}

    return {
        "snippets.add": (
            lambda t: snippets.add(Scope.PERSONAL, wording(t, "wording")),
            fields("wording"),
            found("wording", lambda row: row["scope"] is Scope.PERSONAL),
        ),
        "snippets.change": (
            change,
            fields("wording"),
            found("wording", lambda row: row["scope"] is Scope.REGION and row["number"] > 1),
        ),
        "snippets.plan": (lambda t: snippets.plan(incoming(t)), fields("rows.wording"), None),
        "snippets.import_": (
            lambda t: snippets.import_(incoming(t)),
            fields("rows.wording"),
            found("rows.wording", lambda row: row["scope"] is Scope.TEAM),
        ),
    }


def _sorts(texts: list[str]) -> dict[str, Sort]:
    title, body = free(texts, TITLE_LIMIT), free(texts, BODY_LIMIT)
    kept = {
        "title": tuple(text for text in title.kept if text.strip()),
        "body": tuple(text for text in body.kept if text.strip() and _understood(text)),
    }
    many = max(map(len, kept.values()))
    word = re.compile(rf"[a-zåäöéü0-9][a-zåäöéü0-9\-]{{0,{CODE_LIMIT - 1}}}")
    good = {_low(text): text for text in texts if word.fullmatch(_low(text))}
    bad = [text for text in texts if not word.fullmatch(_low(text))]
    codes = (*good.values(), *(f"k-{n}" for n in range(many)))
    return {
        "code": Sort(codes, (*NO_TEXT, MEGABYTE, "", "x" * (CODE_LIMIT + 1), *bad[::9]), _low),
        "title": Sort(kept["title"], (*title.refused, "", " \n")),
        "body": Sort(kept["body"], (*body.refused, "", "[[", "⟦a⟧", "{{x}}")),
    }


def _low(text: str) -> str:
    return unicodedata.normalize("NFC", text.strip()).lower()


def _understood(text: str) -> bool:
    try:
        parse(text)
    except SnippetTextWrong:
        return False
    return True
