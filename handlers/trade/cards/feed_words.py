"""What is said of a catalogue file: how it stands, what it would change, what is wrong in it."""

from handlers.texts import Texts, cut
from services.trade.feeds.views import FeedView

NAME, TITLE, VALUE = 60, 60, 40
SHOWN = 20
COUNTS = (
    *("products_new", "products_changed", "products_gone", "products_same"),
    *("prices_up", "prices_down", "stock", "photos", "categories_new"),
)
NAMED = ("products_new", "products_gone")


def words(texts: Texts, view: FeedView, language: str) -> str:
    """The file as it stands."""
    head = texts.say(language, "feed-head", name=cut(view.name, NAME))
    if view.state == "read":
        return "\n".join([head, "", *_preview(texts, view, language)])
    return f"{head}\n{_state(texts, view, language)}"


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


def _preview(texts: Texts, view: FeedView, language: str) -> list[str]:
    found = view.found
    lines: list[str] = []
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
    return lines


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
