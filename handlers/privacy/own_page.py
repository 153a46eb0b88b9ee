"""One's own data as a page to read and print: one file, no scripts, nothing loaded."""

import asyncio
import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from aiogram.methods import SendDocument
from aiogram.types import FSInputFile

from handlers.calls import Call, NothingToSend
from handlers.privacy.own_words import Words
from handlers.texts import Markup, Texts
from services.outcomes import Sent
from services.views import Views

STYLE = """
:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1,h2{line-height:1.2}h2{margin-top:2.5rem;border-bottom:1px solid #8886}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #8883}
td{overflow-wrap:break-word;white-space:pre-wrap}
th{font-weight:600}.wide{overflow-x:auto}
.row{margin:1rem 0}.row{table-layout:fixed}.row th{width:30%}
.none{opacity:.6}
@media(max-width:36rem){.row th{width:42%}}
@media print{.wide{overflow:visible}}
@media print{body{max-width:none;margin:0;font-size:11pt}tr{break-inside:avoid}}
""".strip()
WIDEST = 6


async def own_document(texts: Texts, views: Views, row: Sent) -> Call:
    """The call that sends an export; raises NothingToSend when its file is gone."""
    given = row.payload
    path, language = views.privacy.own_file(given["own"]), given["language"]
    if not await asyncio.to_thread(path.is_file):
        raise NothingToSend
    if given["form"] == "html":
        path = await asyncio.to_thread(written, texts, language, path)
    name = f"{texts.say(language, 'own-file-name')}.{given['form']}"
    caption = texts.say(language, f"own-caption-{given['form']}")
    file = FSInputFile(path, filename=name)
    return Call(SendDocument(chat_id=row.chat_id, document=file, caption=caption))


def written(texts: Texts, language: str, path: Path) -> Path:
    """Write the page beside the file that it shows; for a thread."""
    target = path.with_suffix(".html")
    found = json.loads(path.read_text("utf-8"))
    with target.open("w", encoding="utf-8", errors="replace") as file:
        file.writelines(page(texts, language, found))
    return target


def page(texts: Texts, language: str, found: Mapping[str, Any]) -> Iterator[str]:
    """The page, piece by piece. `found`: what a file of an export holds."""
    draw = _Drawing(texts, language, found)
    title = draw.say("own-title", shop=found["shop"])
    yield f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width">'
    yield f"<title>{title}</title><style>{STYLE}</style></head><body>\n<h1>{title}</h1>\n"
    yield from draw.about()
    empty = []
    for name, rows in found["sections"].items():
        if rows:
            yield from draw.section(name, rows)
        else:
            empty.append(draw.say("own-section", name=name))
    if empty:
        yield f'<p class="none">{draw.say("own-none", list=Markup("; ".join(empty)))}</p>\n'
    yield "</body></html>\n"


class _Drawing:
    """Draws the parts of one page."""

    def __init__(self, texts: Texts, language: str, found: Mapping[str, Any]) -> None:
        self._found, self._words = found, Words(texts, language, found)
        self.say = self._words.say
        self.label = cache(lambda name: self.say("own-field", name=name))

    def about(self) -> Iterator[str]:
        """What for, who sees it, for how long, and what can be done."""
        found, words = self._found, self._words
        at = words.moment(found["made_at"])
        yield f"<p>{self.say('own-about', at=at, zone=words.zone)}</p>\n"
        yield f"<h2>{self.say('own-why')}</h2>\n<ul>"
        for one in found["purposes"]:
            yield f"<li>{self.say('own-purpose', name=one['purpose'])}</li>"
        yield f"</ul>\n<h2>{self.say('own-who')}</h2>\n<ul>"
        for one in found["recipients"]:
            yield f"<li>{self.say('own-recipient', name=one)}</li>"
        yield f"</ul>\n<h2>{self.say('own-how-long')}</h2>\n<p>{self.say('own-until')}</p>\n<ul>"
        for name, term in found["kept"].items():
            if term is not None:
                yield f"<li>{self.say('own-term', name=name)}: {words.term(name, term)}</li>"
        yield f"</ul>\n<p>{self.say('own-rights')}</p>\n"

    def section(self, name: str, rows: list[dict[str, Any]]) -> Iterator[str]:
        """One kind of data: a table, or where rows are long each row by itself."""
        yield f"<h2>{self.say('own-section', name=name)}</h2>\n"
        said = (self._words.row(name, row) for row in rows)
        if len(rows[0]) > WIDEST:
            for row in said:
                yield from self._alone(row)
        else:
            yield from self._table(list(said))

    def _table(self, rows: list[dict[str, Any]]) -> Iterator[str]:
        heads = "".join(f"<th>{self.label(name)}</th>" for name in rows[0])
        yield f'<div class="wide"><table><thead><tr>{heads}</tr></thead><tbody>\n'
        for row in rows:
            cells = (f"<td>{self._words.value(name, one, row)}</td>" for name, one in row.items())
            yield f"<tr>{''.join(cells)}</tr>\n"
        yield "</tbody></table></div>\n"

    def _alone(self, row: dict[str, Any]) -> Iterator[str]:
        yield '<table class="row"><tbody>'
        for name, one in row.items():
            if one not in (None, "", [], {}):
                value = self._words.value(name, one, row)
                yield f"<tr><th>{self.label(name)}</th><td>{value}</td></tr>"
        yield "</tbody></table>\n"
