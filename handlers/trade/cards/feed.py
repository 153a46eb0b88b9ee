"""A catalogue file: what it would change, before anything of it is in the shop."""

from handlers.buttons import Button
from handlers.screen import Screen
from handlers.texts import Texts, cut
from services.trade.feeds.views import FeedView

NAME, TITLE, VALUE = 60, 60, 40
SHOWN = 20
COUNTS = (
    *("products_new", "products_changed", "products_gone", "products_same"),
    *("prices_up", "prices_down", "stock", "photos", "categories_new"),
)
NAMED = ("products_new", "products_gone")
Rows = list[list[Button]]


def feed(texts: Texts, view: FeedView, language: str) -> Screen:
    """The file as it stands."""
    head = texts.say(language, "feed-head", name=cut(view.name, NAME))
    if view.state == "read":
        return _preview(texts, view, language, head)
    return Screen(f"{head}\n{_state(texts, view, language)}", _while(texts, view, language))


def _state(texts: Texts, view: FeedView, language: str) -> str:
    if view.state == "failed":
        said = texts.say(language, "feed-failed", why=_why(texts, view, language))
        return said + ("\n" + texts.say(language, "feed-halfway") if view.found["halfway"] else "")
    if view.state == "applied":
        counts = {name: view.count(f"products_{name}") for name in ("new", "changed", "gone")}
        return texts.say(language, "feed-applied", **counts)
    if view.state == "reading" and view.found.get("stage") == "again":
        return texts.say(language, "feed-again")
    if view.state == "reading" and view.done:
        return texts.say(language, "feed-reading-on", count=view.done)
    if view.state == "applying" and view.done:
        percent = 100 * view.done // max(view.total, 1)
        return texts.say(language, "feed-applying-on", percent=str(percent))
    return texts.say(language, f"feed-{view.state}")


def _why(texts: Texts, view: FeedView, language: str) -> dict[str, object]:
    found = view.found
    key, line = str(found["why"]), str(found["line"])
    if key == "none" and found["value"]:
        why = _fault(texts, language, str(found["value"]), "—")
        return {"key": "feed-refused-none-why", "args": {"line": line, "why": why}}
    if key in ("broken", "entities"):
        return {"key": f"feed-refused-{key}", "args": {"line": line}}
    if key in ("currency", "not-yml"):
        return {"key": f"feed-refused-{key}", "args": {"value": found["value"]}}
    return {"key": f"feed-refused-{key}"}


def _while(texts: Texts, view: FeedView, language: str) -> Rows:
    return [[_drop(texts, view, language)]] if view.state == "reading" else []


def _drop(texts: Texts, view: FeedView, language: str) -> Button:
    return Button(texts.say(language, "button-feed-drop"), "feeddrop", str(view.id))


def _preview(texts: Texts, view: FeedView, language: str, head: str) -> Screen:
    found = view.found
    lines: list[str] = [head, ""]
    if not view.changes:
        lines.append(texts.say(language, "feed-nothing", count=found["offers"]))
    else:
        kind = "whole" if found["whole"] else "partial"
        lines.append(texts.say(language, f"feed-read-{kind}", count=found["offers"]))
        lines += _counted(texts, view, language)
        lines += _prices(texts, view, language)
    lines += _faults(texts, view, language)
    if found.get("asked"):
        lines += ["", _question(texts, view, language)]
    return Screen("\n".join(lines), _buttons(texts, view, language))


def _counted(texts: Texts, view: FeedView, language: str) -> list[str]:
    lines: list[str] = []
    for name in COUNTS:
        if not view.count(name):
            continue
        lines.append(texts.say(language, f"feed-count-{name}", count=view.count(name)))
        if name in NAMED:
            titles = [cut(one, TITLE) for one in view.found["titles"].get(name, ())[:3]]
            named = texts.say(language, "feed-named", titles=", ".join(titles))
            lines.append(named + (" …" if view.count(name) > len(titles) else ""))
    return lines


def _prices(texts: Texts, view: FeedView, language: str) -> list[str]:
    """The largest changes: a comma in the wrong place is seen here."""
    if not view.found["largest"]:
        return []
    currency = view.found["currency"]
    lines: list[str] = ["", texts.say(language, "feed-largest")]
    for title, old, new in view.found["largest"]:
        amounts = {
            "old": {"money": old, "currency": currency},
            "new": {"money": new, "currency": currency},
        }
        lines.append(texts.say(language, "feed-price", title=cut(title, TITLE), **amounts))
    return lines


def _faults(texts: Texts, view: FeedView, language: str) -> list[str]:
    if not view.found["faults"]:
        return []
    lines: list[str] = ["", texts.say(language, "feed-faults", count=view.found["faults"])]
    lines += ["• " + fault_line(texts, language, *one) for one in view.found["first"][:SHOWN]]
    return lines


def fault_line(texts: Texts, language: str, line: int, why: str, value: str) -> str:
    """Where, and what is wrong."""
    reason = _fault(texts, language, why, value)
    return texts.say(language, "feed-fault", line=str(line), why=reason)


def _fault(texts: Texts, language: str, why: str, value: str) -> dict[str, object]:
    """What is wrong; what stands there is shown where that says something."""
    key = f"feed-fault-{why}"
    named = "value" in texts.names(language, key)
    return {"key": key, "args": {"value": cut(value, VALUE)} if named else {}}


def _question(texts: Texts, view: FeedView, language: str) -> str:
    return texts.say(
        language,
        "feed-sure",
        count=view.count("products_gone"),
        all=view.found["sold"],
    )


def _buttons(texts: Texts, view: FeedView, language: str) -> Rows:
    rows: Rows = []
    ref, asked = str(view.id), view.found.get("asked")
    if view.changes and asked:
        said = texts.say(language, "button-feed-sure", count=view.count("products_gone"))
        rows.append([Button(said, "feedapply", ref, "sure")])
    elif view.changes:
        rows.append([Button(texts.say(language, "button-feed-apply"), "feedapply", ref)])
    if view.found["faults"] > SHOWN:
        rows.append([Button(texts.say(language, "button-feed-faults"), "feedfaults", ref)])
    return [*rows, [_drop(texts, view, language)]]
