"""How customers are served: the report's first page, and its lists."""

from collections.abc import Sequence

from handlers.buttons import Button
from handlers.screen import Screen
from handlers.texts import Texts, cut
from handlers.voice.cards.pages import (
    arrows,
    back,
    leaf,
    share_said,
    split,
    titles,
    usually,
    within,
)
from services.drift import Share
from services.voice.reports.scores import FEW
from services.voice.reports.service_figures import ServiceFigures, Spread, Times

VERB = "svpage"
LISTS = ("topics", "queues", "agents")
NAME = 60


def service(texts: Texts, found: ServiceFigures, page: str, language: str) -> Screen:
    """The page that was asked for."""
    name, place = split(page)
    if name == "weeks":
        return _weeks(texts, found, language)
    if name in LISTS:
        return _list(texts, found, name, place, language)
    return _main(texts, found, language)


def _main(texts: Texts, found: ServiceFigures, language: str) -> Screen:
    first, times = found.weeks[0].monday, found.whole
    month = texts.say(language, f"month-{first.month}")
    said: list[str] = [
        texts.say(language, "service-head", weeks=len(found.weeks), day=first.day, month=month),
        "",
        texts.say(language, "service-volume", count=times.tickets, backlog=found.backlog),
        _spreads(texts, language, "service-first", times.first, times.first_clock),
        *_share(texts, language, "service-target", times.in_target),
        _spreads(texts, language, "service-resolved", times.resolved, times.resolved_clock),
        *_share(texts, language, "service-right", found.right),
        "",
        texts.say(language, "service-hint", few=FEW),
    ]
    names = ("weeks", *LISTS)
    buttons = [Button(texts.say(language, f"button-report-{one}"), VERB, "", one) for one in names]
    return Screen("\n".join(said), [buttons[:2], buttons[2:]])


def _spreads(texts: Texts, language: str, key: str, hours: Spread, clock: Spread) -> str:
    if hours is None or clock is None:
        return texts.say(language, f"{key}-none")
    open_, clocked = usually(texts, language, hours), usually(texts, language, clock, by_clock=True)
    if open_ == clocked:
        return texts.say(language, f"{key}-same", open=open_)
    return texts.say(language, key, open=open_, clock=clocked)


def _share(texts: Texts, language: str, key: str, share: Share) -> list[str]:
    """Nothing is said of nothing."""
    return [texts.say(language, key, share=share_said(texts, language, share))] * bool(share.whole)


def _weeks(texts: Texts, found: ServiceFigures, language: str) -> Screen:
    said: list[str] = [texts.say(language, "service-by-weeks"), ""]
    for week in reversed(found.weeks):
        month = texts.say(language, f"month-{week.monday.month}")
        name = texts.say(language, "service-week", day=week.monday.day, month=month)
        said.append(_line(texts, language, name, week.times))
        said[-1] += texts.say(language, "service-backlog", count=week.backlog)
    return Screen("\n".join(said), [back(texts, language, VERB)])


def _list(texts: Texts, found: ServiceFigures, name: str, place: int, language: str) -> Screen:
    called = titles(texts, found, language)[name]
    every: Sequence[tuple[int | None, Times]] = sorted(
        getattr(found, name).items(), key=lambda one: (-one[1].tickets, one[0] or 0)
    )
    rows, place, pages = leaf(every, place)
    said: list[str] = [texts.say(language, f"service-by-{name}"), ""]
    said += [_line(texts, language, cut(called(key), NAME), of) for key, of in rows]
    if not rows:
        said.append(texts.say(language, "report-nothing"))
    return Screen("\n".join(said), [*arrows(VERB, name, place, pages), back(texts, language, VERB)])


def _line(texts: Texts, language: str, name: str, times: Times) -> str:
    if times.first is None:
        return texts.say(language, "service-line-none", name=name, count=times.tickets)
    middle, tail = (within(texts, language, one) for one in times.first)
    told = {"name": name, "count": times.tickets, "middle": middle}
    if middle == tail:
        said = texts.say(language, "service-line-same", **told)
    else:
        said = texts.say(language, "service-line", tail=tail, **told)
    if not times.in_target.whole:
        return said
    share = share_said(texts, language, times.in_target)
    return said + texts.say(language, "service-line-target", share=share)
