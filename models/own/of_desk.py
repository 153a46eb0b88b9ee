"""The tables of the counter: who writes, what is said, what is promised and logged."""

from models.own.entry import DELETE, EMPTY, GONE_REF, NOBODY, NOW, PSEUDONYM, Entry

STAFFS = "The staff's own; kept while they work here, and for the log after that."
SHOPS = "The shop's own."

DESK = (
    Entry(
        "customer",
        "self",
        "person",
        "tg_id=telegram_id name username language phone banned created_at=known_since "
        "seen_at=last_seen",
        "id language_chosen",
        EMPTY,
        {"tg_id": PSEUDONYM, "name": "", "username": None, "phone": None}
        | {"banned": False, "reachable": False, "erased_at": NOW},
        why="A row without a person stands for them where the law keeps orders and consents.",
    ),
    Entry(
        "ticket",
        "customer",
        "tickets",
        "id=number topic_id=topic queue_id=queue agent_id=answered_by state subject matters why "
        "opened_at first_response_at resolved_at",
        "ref decision certainty probability in_scope model runners_up "
        "changed_at taken_at told_at reminded_at reopened spam choosing split_offered product_id",
        EMPTY,
        {"customer_id": NOBODY, "ref": GONE_REF, "subject": "", "why": [], "nearest": None}
        | {"matters": [], "place_chat_id": None, "place_thread_id": None, "guests": []}
        | {"order_id": None, "waiting_since": None, "due_at": None, "ask_until": None}
        | {"state": "resolved", "resolved_at": NOW},
        why="Times and topics stay as figures of the shop; no word and no person with them.",
    ),
    Entry(
        "message",
        "ticket",
        "messages",
        "ticket_id=ticket side staff_id=written_by kind text said_at=at edited_at",
        "id html file_id album chat_id tg_id copyable delivery extra",
        DELETE,
    ),
    Entry(
        "relay", "ticket", others="id ticket_id message_id chat_id tg_id form sent_at", erase=DELETE
    ),
    Entry(
        "rating",
        "ticket",
        "ratings",
        "ticket_id=ticket score solved comment asked_at answered_at",
        "id told_at",
        EMPTY,
        {"comment": None},
        why="A score without words stays with its ticket, which is nobody's then.",
    ),
    Entry(
        "label",
        "ticket",
        "labels",
        "ticket_id=ticket text topic_key=topic origin created_at=at",
        "id batch_id author_tg_id",
        DELETE,
    ),
    Entry(
        "review",
        "ticket",
        "",
        "",
        "id ticket_id batch_id text worth reason guess state created_at decided_by decided_at",
        DELETE,
        why="The words stand in the export with their message.",
    ),
    Entry(
        "inbox",
        "lane",
        "",
        "",
        "id bot_id update_id received_at done_at status tries",
        EMPTY,
        {"lane": 0, "body": None, "has_body": False, "error": None},
        why="What Telegram sent, as it came; the export shows what was made of it.",
    ),
    Entry(
        "outbox",
        "chat ticket",
        others="id bot_id kind priority status tries lost not_before created_at settled_at",
        erase=EMPTY,
        emptied={"chat_id": 0, "payload": {}, "join_key": None, "ticket_id": None}
        | {"message_id": None, "tg_id": None, "error": None},
        why="What was sent, as it went; the export shows it with its ticket or order.",
    ),
    Entry(
        "card",
        "chat subject",
        others="key chat_id thread_id tg_id digest shown_at photo_id",
        erase=DELETE,
        why="Where messages stand that are edited in place; nothing is said in them.",
    ),
    Entry("dialog", "key", "dialogs", "state data", "key", DELETE),
    Entry(
        "audit",
        "actor ticket",
        "log",
        "at verb ticket_id=ticket",
        "id",
        EMPTY,
        {"actor_tg_id": 0, "details": {}},
        why="That something was done stays in the log, without by whom.",
    ),
    Entry("job_run", "slot", others="job slot at", erase=DELETE, why="Once an hour, not oftener."),
    Entry(
        "staff",
        others="id tg_id name role language active on_duty as_customer reachable created_at",
        why=STAFFS,
    ),
    Entry("membership", others="id staff_id queue_id", why=STAFFS),
    Entry(
        "invite",
        others="id secret_hash role queue_id created_by created_at expires_at used_by used_at",
        why=STAFFS,
    ),
    Entry(
        "queue",
        others="id key title_ru title_en hours target_minutes chat_id is_forum board_posted_at "
        "typical_minutes position",
        why=SHOPS,
    ),
    Entry(
        "topic",
        others="id key title_ru title_en queue_id active merged_into position",
        why=SHOPS,
    ),
    Entry("setting", others="name value", why=SHOPS),
    Entry("waiting_group", others="chat_id title brought_by since reminded_at", why=STAFFS),
    Entry(
        "label_batch",
        others="id author_tg_id name file state found created_at settled_at",
        why="Files that an admin brought; whose words they hold is not known.",
    ),
    Entry(
        "model_version",
        others="id version file sha256 origin state parent author_tg_id figures created_at "
        "served_at settled_at",
        why=SHOPS,
    ),
    Entry(
        "training_run",
        others="id author_tg_id state stage done total started_at beat_at finished_at error "
        "model_id",
        why=SHOPS,
    ),
)
