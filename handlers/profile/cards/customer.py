"""A customer's card for staff: pages of one screen, the first with what matters most."""

from collections.abc import Callable
from datetime import datetime

from handlers.amounts import money
from handlers.buttons import Button
from handlers.profile.cards import customer_lines
from handlers.profile.cards.customer_pages import agreements, known, opinions, owed
from handlers.profile.cards.lines import spaced
from handlers.screen import Screen
from handlers.texts import Markup, Texts
from services.profile.staff_card import StaffCard

FEW, ALL = 3, 8
Lines = Callable[[Texts, StaffCard, str, datetime], list[Markup]]


def customer(texts: Texts, view: StaffCard, page: str, language: str, now: datetime) -> Screen:
    """One page of the card, in the language of its place."""
    page = page if page in PAGES else ""
    said = [_head(texts, view, language, now), Markup(""), *PAGES[page](texts, view, language, now)]
    return Screen("\n".join(said), _rows(texts, view, page, language))


def _head(texts: Texts, view: StaffCard, language: str, now: datetime) -> Markup:
    who = view.known.customer
    local = now.astimezone(view.profile.zone)
    lines = [
        texts.say(
            language,
            "customer-head",
            name=who.name or "—",
            username=f"@{who.username}" if who.username else "—",
            spoken=texts.say(language, f"language-{who.language}"),
            phone=spaced(view.phone) or "—",
            reach=texts.say(language, customer_lines.reach(view.known)),
            since=texts.date(language, who.created_at, now),
        ),
        texts.say(language, "card-clock", clock=f"{local.hour}:{local:%M}"),
    ]
    if view.called:
        lines.insert(1, texts.say(language, "card-called", name=view.called))
    return Markup("\n".join(lines))


def _who(texts: Texts, view: StaffCard, language: str, now: datetime) -> list[Markup]:
    first = [
        *_stage(texts, view, language),
        *owed(texts, view, language, now),
        *_not_to_offer(texts, view, language),
    ]
    lines = [
        *([*first, Markup("")] if first else []),
        *customer_lines.tickets(texts, view.known, language, now, FEW),
    ]
    bought = customer_lines.orders(texts, view.known, language, now, FEW)
    lines += [Markup(""), *bought] if bought else []
    return lines + customer_lines.last(texts, view.known, language, now)


def _stage(texts: Texts, view: StaffCard, language: str) -> list[Markup]:
    row = view.glance.segment
    if row is None:
        return []
    worth = Markup(money(language, row.worth, view.currency))
    stage = texts.say(language, f"card-stage-{row.stage}")
    lines = [texts.say(language, "card-stage", stage=stage, worth=worth)]
    if row.why:
        lines.append(texts.say(language, "card-stage-why", why={"lines": list(row.why)}))
    return lines


def _not_to_offer(texts: Texts, view: StaffCard, language: str) -> list[Markup]:
    if not view.cautions:
        return []
    said = [texts.say(language, one.key, **one.args) for one in view.cautions]
    return [texts.say(language, "card-cautions"), *said]


def _orders(texts: Texts, view: StaffCard, language: str, now: datetime) -> list[Markup]:
    bought = customer_lines.orders(texts, view.known, language, now, ALL)
    return bought or [texts.say(language, "card-no-orders")]


def _tickets(texts: Texts, view: StaffCard, language: str, now: datetime) -> list[Markup]:
    return customer_lines.tickets(texts, view.known, language, now, ALL)


PAGES: dict[str, Lines] = {
    "": _who,
    "orders": _orders,
    "tickets": _tickets,
    "opinions": opinions,
    "known": known,
    "agreements": agreements,
}


def _rows(texts: Texts, view: StaffCard, page: str, language: str) -> list[list[Button]]:
    ref = view.known.ticket.ref
    verb = "unban" if view.known.customer.banned else "ban"
    pages = [
        Button(
            f"· {_title(texts, one, language)} ·" if one == page else _title(texts, one, language),
            "cardpage",
            ref,
            one,
        )
        for one in PAGES
    ]
    opens = [Button(f"№{one.id}", "workopen", one.ref) for one in view.known.orders]
    rows = [pages[:3], pages[3:]]
    if opens and page in ("", "orders"):
        rows.append(opens)
    return [*rows, [Button(texts.say(language, f"button-{verb}"), verb, ref)]]


def _title(texts: Texts, page: str, language: str) -> str:
    return texts.say(language, f"button-card-{page or 'who'}")
