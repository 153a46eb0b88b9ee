"""Every kind of message that the shop starts, and what it needs before it may be sent."""

from dataclasses import dataclass

from models.memory.purposes import NEWS

CARE, FEEDBACK, MARKETING = "care", "feedback", "marketing"


@dataclass(frozen=True, slots=True)
class Kind:
    """`purpose`: the consent that it needs; None where the shop's service is enough.

    Care belongs to something the person ordered or asked; feedback asks how it went; only
    marketing counts towards limits. The lowest `priority` goes first.
    """

    name: str
    group: str
    priority: int
    purpose: str | None = None


KINDS = {
    one.name: one
    for one in (
        Kind("remind", CARE, 5),
        Kind("closed", CARE, 6),
        Kind("welcome", CARE, 10),
        Kind("followup", CARE, 12),
        Kind("csat", FEEDBACK, 20),
        Kind("order_rating", FEEDBACK, 21),
        Kind("product_rating", FEEDBACK, 22),
        Kind("ces", FEEDBACK, 26),
        Kind("nps", FEEDBACK, 28),
        Kind("back_in_stock", MARKETING, 30, NEWS),
        Kind("wish", MARKETING, 31, NEWS),
        Kind("price_drop", MARKETING, 32, NEWS),
        Kind("category", MARKETING, 35, NEWS),
        Kind("digest", MARKETING, 36, NEWS),
        Kind("guide", MARKETING, 38, NEWS),
        Kind("offer", MARKETING, 45, NEWS),
        Kind("winback", MARKETING, 46, NEWS),
        Kind("campaign", MARKETING, 50, NEWS),
    )
}
