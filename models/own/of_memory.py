"""The tables of what is remembered: consents, notices, profiles, opinions, segments."""

from models.own.entry import DELETE, EMPTY, NOBODY, NOW, Entry
from models.own.of_desk import SHOPS

PROOF = "Proof of what was agreed to: three years, without the person's name or account."

MEMORY = (
    Entry(
        "consent",
        "customer",
        "consents",
        "purpose given at",
        "customer_id event_id",
        DELETE,
    ),
    Entry(
        "consent_event",
        "customer",
        "consent_log",
        "purpose action text_id=text source at",
        "id customer_id",
        EMPTY,
        {"message_tg_id": None},
        why=PROOF,
    ),
    Entry(
        "policy_text",
        others="id purpose language version sha256 text first_at",
        why=SHOPS,
    ),
    Entry(
        "contact_preference",
        "customer",
        "contact",
        "time_zone quiet_from quiet_to most within_days pace paused_until stopped_at muted fewer "
        "changed_at=at",
        "customer_id",
        DELETE,
    ),
    Entry(
        "notice",
        "customer",
        "notices",
        "kind state reason created_at=at settled_at",
        "id ref customer_id dedup payload not_before expires_at tg_id",
        DELETE,
    ),
    Entry(
        "profile_entry",
        "customer",
        "profile",
        "field value source why at removed_at",
        "id ref customer_id",
        DELETE,
    ),
    Entry(
        "subscription",
        "customer",
        "subscriptions",
        "kind subject price created_at=at ended_at",
        "id ref customer_id item_id",
        DELETE,
    ),
    Entry(
        "news_item",
        others="id kind product_id category_id price price_before details created_at told_to "
        "done_at",
        why=SHOPS,
    ),
    Entry("product_seen", others="product_id price there seen_at", why=SHOPS),
    Entry("variant_seen", others="variant_id there seen_at", why=SHOPS),
    Entry(
        "segment",
        "customer",
        "segment",
        "stage since vip orders spent first_at last_at recency_score frequency_score money_score "
        "again worth why computed_at=at",
        "customer_id wanted nights",
        DELETE,
    ),
    Entry(
        "segment_move",
        "customer",
        "segment_moves",
        "night before after why",
        "id customer_id",
        DELETE,
    ),
    Entry("segment_night", others="night fitted totals seconds at", why=SHOPS),
    Entry(
        "survey",
        "customer",
        "surveys",
        "kind score comment asked_at answered_at",
        "id ref customer_id slot ticket_id due_at",
        DELETE,
    ),
    Entry(
        "product_rating",
        "customer",
        "product_ratings",
        "product_id=thing score comment rated_at=at",
        "line_id customer_id",
        DELETE,
    ),
    Entry(
        "complaint",
        "customer",
        "complaints",
        "ticket_id=ticket cause score state opened_at answer_due_at decide_due_at outcome words "
        "amount closed_at better",
        "id ref about_ticket_id supervisor_id answered_at look_at told_answer_at told_decide_at "
        "asked_at",
        EMPTY,
        {"customer_id": NOBODY, "order_id": None, "words": ""}
        | {"state": "closed", "closed_at": NOW},
        why="When and how it ended stays as a figure of the shop; no word and no person with it.",
    ),
    Entry(
        "wish",
        "customer ticket",
        "wishes",
        "text origin created_at=at",
        "id group_id customer_id ticket_id message_id staff_id product_id hidden",
        DELETE,
    ),
    Entry(
        "wish_group",
        others="id ref title state created_at changed_at centre",
        why="Named by the shop, or after a wish that is erased: then after another of its wishes.",
    ),
    Entry(
        "erasure_act",
        others="id mark reason asked_at done_at found",
        why="Proof that data was destroyed; holds a sealed mark in the place of a person.",
    ),
)
