"""A task for staff: whom to ask what, and what came of it."""

from datetime import datetime

from handlers.buttons import Button
from handlers.screen import Screen
from handlers.texts import Texts
from services.trade.tasks import OUTCOMES, UNWANTED, TaskView


def task(texts: Texts, view: TaskView, language: str, now: datetime) -> Screen:
    """The card in the language of its place."""
    one, customer = view.task, view.customer
    delivered = view.order.delivered_at if view.order else None
    said: str = texts.say(
        language,
        f"task-{one.kind}",
        name=customer.name or "—",
        username=f"@{customer.username}" if customer.username else "—",
        phone=(view.order.contact_phone if view.order else "") or customer.phone or "—",
        order=str(one.order_id or "—"),
        delivered=texts.moment(language, delivered, now) if delivered else "—",
    )
    if one.outcome == UNWANTED:
        return Screen(f"{said}\n\n{texts.say(language, 'task-unwanted')}")
    if one.done_at is not None:
        name = view.done_by.name if view.done_by else "—"
        told = texts.say(language, f"task-came-{one.outcome}", name=name)
        return Screen(f"{said}\n\n{told}")
    if one.tries:
        said = f"{said}\n\n{texts.say(language, 'task-tried', count=one.tries)}"
    rows = [
        [Button(texts.say(language, f"button-task-{outcome}"), "taskdone", one.ref, outcome)]
        for outcome in OUTCOMES
    ]
    return Screen(said, rows)
