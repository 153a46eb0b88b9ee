"""The tables of selling: carts and orders, money, returns; and the shop's own goods."""

from models.own.entry import DELETE, EMPTY, KEEP, Entry
from models.own.of_desk import SHOPS

LAW = "The law on accounting: what was sold to whom is kept, without name and address."

TRADE = (
    Entry("browse", "customer", "catalogue", "place changed_at=at", "customer_id", DELETE),
    Entry(
        "cart_line",
        "customer",
        "cart",
        "variant_id=thing chosen quantity price_seen=price added_at=at",
        "id customer_id choice note",
        DELETE,
    ),
    Entry(
        "remembered",
        "customer",
        "filled_in",
        "name phone address delivery agreed_at",
        "customer_id",
        DELETE,
    ),
    Entry(
        "shop_order",
        "customer",
        "orders",
        "id=number state currency goods_total discount delivery_price total promo_code delivery "
        "address contact_name contact_phone comment payment paid carrier tracking tracking_url "
        "expected_at reason wish created_at placed_at delivered_at rated owed",
        "ref customer_id step agent_id asked_at reminded_at changed_at told_at",
        EMPTY,
        {"address": "", "contact_name": "", "contact_phone": "", "comment": "", "tracking": ""}
        | {"tracking_url": "", "reason": "", "wish": "", "notes": [], "proposal": {}}
        | {"rated": None},
        waits=True,
        why=LAW,
    ),
    Entry(
        "order_line",
        "order",
        "order_lines",
        "order_id=order title_ru=thing quantity price returned",
        "id product_id variant_id title_en chosen counted",
        KEEP,
        waits=True,
        why=LAW,
    ),
    Entry(
        "order_event",
        "order",
        "order_events",
        "order_id=order at verb details",
        "id",
        EMPTY,
        {"by_tg_id": 0, "details": {}},
        waits=True,
        why=LAW,
    ),
    Entry(
        "payment",
        "order",
        "payments",
        "order_id=order way amount currency state charge at",
        "id provider_charge",
        EMPTY,
        {"by_tg_id": 0},
        waits=True,
        why=LAW,
    ),
    Entry(
        "promo_use",
        "customer",
        "promo_codes",
        "order_id=order promo_id=code at",
        "id customer_id",
        KEEP,
        waits=True,
        why=LAW,
    ),
    Entry(
        "return_case",
        "customer",
        "returns",
        "order_id=order quantity reason want state refund answer asked_at done_at",
        "id ref line_id product_id customer_id restocked agent_id changed_at",
        EMPTY,
        {"ticket_id": None},
        waits=True,
        why=LAW,
    ),
    Entry(
        "task",
        "customer",
        "tasks",
        "kind order_id=order due_at done_at outcome",
        "id ref customer_id queue_id told_at done_by tries",
        DELETE,
    ),
    Entry(
        "category",
        others="id key parent_id title_ru title_en photo position active",
        why=SHOPS,
    ),
    Entry(
        "product",
        others="id key category_id title_ru title_en about_ru about_en brand badges attributes "
        "options rules position active changed_at",
        why=SHOPS,
    ),
    Entry(
        "variant",
        others="id key product_id title_ru title_en price old_price currency stock position active "
        "stock_said",
        why=SHOPS,
    ),
    Entry(
        "photo",
        others="id product_id variant_id source tg_file_id broken position",
        why=SHOPS,
    ),
    Entry(
        "promo",
        others="id code percent amount least left once starts_at ends_at active from_file",
        why=SHOPS,
    ),
    Entry(
        "feed",
        others="id author_tg_id name file state done total revision found created_at settled_at",
        why=SHOPS,
    ),
    Entry(
        "feed_row",
        others="id feed_id kind target_id active product_id price old_price currency counts stock "
        "chooses options rules",
        why=SHOPS,
    ),
)
