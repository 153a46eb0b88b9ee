"""The staff's card of a ticket: the customer, the matter, why it came here, what to press."""

from datetime import datetime

from handlers.buttons import Button
from handlers.cards.figures import signed
from handlers.screen import Screen
from handlers.texts import Markup, Texts, cut, escape
from handlers.trade.cards.goods import priced, stocked
from handlers.trade.ticket_order import order_line, order_row
from handlers.voice.cards.own_complaint import complaint_line, complaint_row
from services.card_views import TicketView
from services.states import ASKING, OPEN, PENDING, RESOLVED, Message

RUNNERS = 3
TOLD = ("staff", "picked")  # by a person: the figures beside it are the model's all the same
WORTH_SAYING = 0.01


def ticket(texts: Texts, view: TicketView, language: str, chat_id: int, now: datetime) -> Screen:
    """The card in the language of its place; elsewhere it says where the conversation went on."""
    said = [_head(texts, view, language), _who(texts, view, language)]
    said += [_product(texts, view, language), order_line(texts, view, language)]
    said.append(complaint_line(texts, view, language, now))
    said += [_why(texts, view, language), *_replies(texts, view, language, now)]
    if view.ticket.place_chat_id == chat_id and view.ticket.state != RESOLVED:
        said.append(texts.say(language, "how-private" if chat_id > 0 else "how-topic"))
    return Screen("\n".join(line for line in said if line), _rows(texts, view, language, chat_id))


def _head(texts: Texts, view: TicketView, language: str) -> str:
    one = view.ticket
    return texts.say(
        language,
        "ticket-head",
        number=str(one.id),
        topic=view.topic.titles[language] if view.topic else texts.say(language, "topic-none"),
        queue=view.queue.titles[language],
        state=texts.say(language, "state-spam" if one.spam else f"state-{one.state}"),
        agent=view.agent.name if view.agent else "—",
    )


def _who(texts: Texts, view: TicketView, language: str) -> str:
    customer = view.customer
    reach = "reach-yes" if customer.reachable else "reach-no"
    return texts.say(
        language,
        "ticket-customer",
        name=customer.name or "—",
        username=f"@{customer.username}" if customer.username else "—",
        spoken=texts.say(language, f"language-{customer.language}"),
        earlier=view.earlier,
        reach=texts.say(language, "reach-banned" if customer.banned else reach),
    )


def _product(texts: Texts, view: TicketView, language: str) -> str:
    """What the customer asks about, as it is sold now."""
    one = view.product
    if view.ticket.product_id is None:
        return ""
    if one is None:
        return texts.say(language, "ticket-product-gone")
    said = texts.say(
        language,
        "ticket-product",
        title=cut(one.product.title(language), 120),
        price=priced(texts, language, one.price, one.currency, one.old_price, varied=one.varied),
        stock=stocked(texts, language, one.left),
    )
    if not view.product_photo:
        return said
    return f"{said} · {texts.say(language, 'ticket-product-photo', url=view.product_photo)}"


def _why(texts: Texts, view: TicketView, language: str) -> str:
    one = view.ticket
    score = view.complaint.score if view.complaint is not None else None
    if one.probability is None and score is not None:
        return texts.say(language, "why-score", score=str(score))
    if one.probability is None:
        return texts.say(language, "why-no-words")
    runners = [
        f"{escape(view.shop.topics[key].titles[language])} {signed(chance, language, 0)}"
        for place, (key, chance) in enumerate(one.runners_up[:RUNNERS])
        if key in view.shop.topics and (place == 0 or chance >= WORTH_SAYING)
    ]
    words = ", ".join(str(word) for word in one.why) or "—"
    said = texts.say(
        language,
        "ticket-why-told" if one.certainty in TOLD else "ticket-why",
        certainty=texts.say(language, f"certainty-{one.certainty}"),
        runners=Markup(" · ".join(runners) or "—"),
        words=words,
    )
    if one.nearest:
        said = Markup(f"{said}\n{texts.say(language, 'ticket-nearest', text=one.nearest)}")
    known = [key for key in one.matters if key in view.shop.topics]
    if len(known) > 1:
        named = " · ".join(view.shop.topics[key].titles[language] for key in known)
        said = Markup(f"{said}\n{texts.say(language, 'ticket-matters', topics=named)}")
    return said


def _replies(texts: Texts, view: TicketView, language: str, now: datetime) -> list[str]:
    """How the last replies fared; the parts of an album in one line, when they fared alike."""
    said = (_reply(texts, one, language, now) for one in view.last_replies if one.delivery)
    return list(dict.fromkeys(said))


def _reply(texts: Texts, message: Message, language: str, now: datetime) -> str:
    when = texts.date(language, message.said_at, now)
    return texts.say(language, f"reply-{message.delivery}", when=when)


def _rows(texts: Texts, view: TicketView, language: str, chat_id: int) -> list[list[Button]]:
    one = view.ticket
    about = [*order_row(texts, view, language), *complaint_row(texts, view, language)]

    def button(verb: str) -> Button:
        return Button(texts.say(language, f"button-{verb}"), verb, one.ref)

    if one.state == RESOLVED:
        return [[button("reopen"), button("card")], *about]
    if one.state in (OPEN, ASKING):
        take = Button(texts.say(language, "button-take", number=str(one.id)), "take", one.ref)
        last = [button("card"), button("ban")]
        return [[take], [button("topic"), button("transfer")], last, *about]
    wait = button("resume") if one.state == PENDING else button("pending")
    rows = [[button("resolve"), wait], [button("topic"), button("transfer")]]
    rows.append([button("card"), button("wish"), button("ban")])
    if one.place_chat_id is not None and one.place_chat_id > 0:
        rows.append([button("callin")])
    return [*rows, *about]
