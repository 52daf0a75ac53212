"""What the tour leaves beside its pictures: a page that shows them, and the keys they took."""

from __future__ import annotations

import json
from dataclasses import asdict
from html import escape
from pathlib import Path

from kundcenter.start.tour.player import Journey, Shot

PAGE = """<!DOCTYPE html>
<html lang="sv">
<head>
<meta charset="utf-8">
<title>Kundcenter – rundtur</title>
<style>
body {{ font: 16px/1.5 Inter, system-ui, sans-serif; margin: 2rem auto; max-width: 1100px;
  padding: 0 1rem; color: #24211d; background: #f4f1ec; }}
figure {{ margin: 0 0 2.5rem; }}
figcaption {{ margin-bottom: .5rem; }}
img {{ max-width: 100%; border: 1px solid #d3cbbf; border-radius: 8px; }}
table {{ border-collapse: collapse; margin-bottom: 2.5rem; }}
td, th {{ text-align: left; padding: .25rem 1.5rem .25rem 0; border-bottom: 1px solid #d3cbbf; }}
td + td, th + th {{ text-align: right; }}
</style>
</head>
<body>
<h1>Kundcenter – rundtur</h1>
<p>Varje bild är tagen av det riktiga programmet, styrt med tangenter.
TESTDATA – inga verkliga personer.</p>
<table>
<tr><th>Arbete</th><th>Skrivna tecken</th><th>Andra tangenter</th><th>Summa</th></tr>
{journeys}
</table>
{shots}
</body>
</html>
"""
JOURNEY = "<tr><td>{name}</td><td>{typed}</td><td>{pressed}</td><td>{keys}</td></tr>"
PICTURE = '<figure><figcaption>{sentence}</figcaption><img src="{file}" alt=""></figure>'
FILE = '<p><a href="{file}">{file}</a> – {sentence}</p>'


def bind(out: Path, shots: list[Shot], journeys: list[Journey]) -> None:
    """Write index.html and keys.json."""
    page = PAGE.format(
        journeys="\n".join(
            JOURNEY.format(
                name=escape(each.name),
                typed=each.typed,
                pressed=each.pressed,
                keys=each.typed + each.pressed,
            )
            for each in journeys
        ),
        shots="\n".join(_shown(shot) for shot in shots),
    )
    (out / "index.html").write_text(page, encoding="utf-8")
    told = {"journeys": [{**asdict(each), "keys": each.typed + each.pressed} for each in journeys]}
    text = json.dumps(told, ensure_ascii=False, indent=2)
    (out / "keys.json").write_text(text + "\n", encoding="utf-8")


def key_table(journeys: list[Journey]) -> str:
    """The keys of every journey as lines of text, and the sum of all: a letter is a key too."""
    rows = [(each.name, each.typed, each.pressed) for each in journeys]
    rows.append(("Summa", sum(row[1] for row in rows), sum(row[2] for row in rows)))
    wide = max(len(name) for name, _, _ in rows)
    lines = [f"{'Arbete':<{wide}}  Tecken  Andra  Tangenter"]
    lines += [
        f"{name:<{wide}}  {typed:>6}  {pressed:>5}  {typed + pressed:>9}"
        for name, typed, pressed in rows
    ]
    return "\n".join(lines) + "\n"


def _shown(shot: Shot) -> str:
    form = PICTURE if shot.file.endswith(".png") else FILE
    return form.format(file=escape(shot.file), sentence=escape(shot.sentence))
