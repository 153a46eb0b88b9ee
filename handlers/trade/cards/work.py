"""The staff's card of an order: all there is to know, and the next step."""

from datetime import datetime

from handlers.buttons import Button
from handlers.screen import Screen
from handlers.texts import Markup, Texts, cut
from handlers.trade import order_words
from handlers.trade.cards import forms
from services.trade import states
from services.trade.order_views import OrderView
from services.trade.said import expected_said, link_said, parcel_said, reason_said
from services.trade.states import OrderEvent

WORDS = 120
EVENTS = frozenset(
    {
        *("confirm", "accept", "pack", "ship", "deliver", "cancel", "paid", "invoice", "refund"),
        *("change", "propose", "withdraw", "decline", "ask", "rate", "comment"),
        *("giveback_asked", "giveback_withdrawn", "giveback_approve"),
        *("giveback_receive", "giveback_refuse", "giveback_finish"),
    }
)
FORMS = {"ship": forms.ship, "cancel": forms.cancel, "change": forms.change}


def work(texts: Texts, view: OrderView, language: str, now: datetime) -> Screen:
    """The card in the language of its place; an open form stands under it."""
    form = FORMS.get(view.order.step)
    if form is not None:
        lines, rows = form(texts, view, language, now)
        ending = ["", *lines]
    else:
        ending, rows = _waits(texts, view, language), _rows(texts, view, language)
    said = order_words.fitting(lambda size: [*_facts(texts, view, language, now, size), *ending])
    return Screen(said, rows)


def _facts(
    texts: Texts, view: OrderView, language: str, now: datetime, size: order_words.Size
) -> list[str]:
    return [
        _head(texts, view, language),
        _customer(texts, view, language),
        "",
        *order_words.contents(texts, view, language, size.contents),
        *order_words.totals(texts, view, language),
        order_words.payment(texts, view, language),
        *_money(texts, view, language),
        *order_words.reached(texts, view, language),
        *_parcel(texts, view, language),
        "",
        *_history(texts, view, language, now, size.history),
    ]


def _head(texts: Texts, view: OrderView, language: str) -> str:
    one = view.order
    head = texts.say(
        language,
        "work-head",
        number=str(one.id),
        state=texts.say(language, f"order-state-{one.state}"),
        agent=view.agent.name if view.agent else "—",
    )
    if one.wish:
        wish = texts.say(language, f"wish-{one.wish}")
        return Markup(f"{head}\n{texts.say(language, 'work-wish', wish=wish)}")
    return head


def _customer(texts: Texts, view: OrderView, language: str) -> str:
    known = view.customer
    reach = "reach-yes" if known.reachable else "reach-no"
    return texts.say(
        language,
        "work-customer",
        name=known.name or "—",
        username=f"@{known.username}" if known.username else "—",
        reach=texts.say(language, "reach-banned" if known.banned else reach),
    )


def _money(texts: Texts, view: OrderView, language: str) -> list[str]:
    owed = view.order.owed
    if not owed:
        return []
    key = "work-we-owe" if owed > 0 else "work-they-owe"
    return [texts.say(language, key, amount=order_words.amount(language, view, abs(owed)))]


def _parcel(texts: Texts, view: OrderView, language: str) -> list[str]:
    one = view.order
    if one.state not in (states.SHIPPED, states.DELIVERED) or not one.carrier:
        return []
    parcel = parcel_said(view.shop, one, language)
    given = {"parcel": parcel, "expected": expected_said(one), "link": link_said(one)}
    return [texts.say(language, "work-parcel", **given)]


def _history(texts: Texts, view: OrderView, language: str, now: datetime, most: int) -> list[str]:
    said: list[str] = [texts.say(language, "work-history")]
    left = len(view.events) - most
    if left > 0:
        said.append(texts.say(language, "work-earlier", count=left))
    return said + [_event(texts, view, one, language, now) for one in view.events[-most:]]


def _event(texts: Texts, view: OrderView, one: OrderEvent, language: str, now: datetime) -> str:
    verb = one.verb if one.verb in EVENTS else "other"
    return texts.say(
        language,
        "work-event",
        when=texts.moment(language, one.at, now),
        what=texts.say(language, f"event-{verb}"),
        who=_who(texts, view, one, language),
        more=_more(texts, view, one, language),
    )


def _who(texts: Texts, view: OrderView, one: OrderEvent, language: str) -> str:
    if one.by_tg_id == view.customer.tg_id:
        return texts.say(language, "by-customer")
    return view.names.get(one.by_tg_id) or texts.say(language, "by-shop")


def _more(texts: Texts, view: OrderView, one: OrderEvent, language: str) -> str:
    details = one.details
    if "reason" in details:
        reason = reason_said(str(details["reason"]), to_staff=True)
        return texts.say(language, "event-reason", reason=reason)
    if "wish" in details:
        wish = texts.say(language, f"wish-{details['wish']}")
        return texts.say(language, "event-reason", reason=wish)
    if "words" in details:
        return texts.say(language, "event-reason", reason=cut(str(details["words"]), WORDS))
    if "score" in details:
        return texts.say(language, "event-score", score=str(details["score"]))
    if one.verb == "change":
        before, after = (
            order_words.amount(language, view, int(details[name])) for name in ("before", "after")
        )
        return texts.say(language, "event-sums", before=before, after=after)
    if "amount" in details:
        given = order_words.amount(language, view, int(details["amount"]))
        return texts.say(language, "event-amount", amount=given)
    return ""


def _waits(texts: Texts, view: OrderView, language: str) -> list[str]:
    if not view.waits_for_yes:
        return []
    total = order_words.amount(language, view, view.comes.total)
    changes = order_words.proposed(view, language)
    return ["", texts.say(language, "work-waits-yes", changes=changes, total=total)]


def _rows(texts: Texts, view: OrderView, language: str) -> list[list[Button]]:
    one = view.order

    def button(key: str, verb: str, arg: str = "") -> Button:
        return Button(texts.say(language, f"button-{key}"), verb, one.ref, arg)

    steps = {
        states.PLACED: [button("accept", "wmove", "accept")],
        states.ACCEPTED: [button("pack", "wmove", "pack"), button("ship", "wform", "ship")],
        states.PACKED: [button("ship", "wform", "ship")],
        states.SHIPPED: [button("deliver", "wmove", "deliver")],
    }
    if view.pickup:
        handed = button("hand-over", "wmove", "deliver")
        steps |= {states.ACCEPTED: [button("ready", "wmove", "pack")], states.PACKED: [handed]}
    rows = [steps.get(one.state, [])]
    if view.waits_for_yes:
        rows.append([button("withdraw", "wdrop")])
    rows.append(_money_row(view, button))
    if one.state in (states.PLACED, states.ACCEPTED, states.PACKED):
        rows.append([button("change", "wform", "change"), button("order-off", "wform", "cancel")])
    elif one.state == states.SHIPPED:
        rows.append([button("order-off", "wform", "cancel")])
    rows.append([button("write", "wwrite")])
    return [row for row in rows if row]


def _money_row(view: OrderView, button: forms.MakeButton) -> list[Button]:
    one = view.order
    if one.owed > 0:
        return [button("refunded", "wrefund")]
    if one.state == states.CANCELLED:
        return []
    row = []
    if one.paid == "no" and one.payment != "on_delivery":
        row.append(button("invoiced", "winvoice"))
    if one.paid in ("no", "asked", "unsure") or one.owed < 0:
        row.append(button("paid", "wpaid"))
    return row
