"""How the shop's file and the database have parted since the first start."""

from services.shop import Shop
from services.shop_file import ShopSeed


def differences(seed: ShopSeed, shop: Shop) -> list[str]:
    """How the file and the database differ, a line each; the database is what counts."""
    found: list[str] = []
    lines = {queue.key: queue for queue in shop.queues.values()}
    for queue in seed.queues:
        stored = lines.pop(queue.key, None)
        if stored is None:
            found.append(f"queue {queue.key} is only in the file")
        elif stored.target_minutes != queue.target_minutes:
            found.append(
                f"queue {queue.key}: target {stored.target_minutes}, file {queue.target_minutes}"
            )
    found += [f"queue {key} is only in the database" for key in lines]
    return found + _topic_differences(seed, shop)


def _topic_differences(seed: ShopSeed, shop: Shop) -> list[str]:
    found: list[str] = []
    file_topics = {topic.key: topic.queue for topic in seed.topics}
    for key in sorted(file_topics.keys() | shop.topics.keys()):
        if key in shop.former:
            found.append(f"topic {key} was retired in the database")
        elif key not in shop.topics:
            found.append(f"topic {key} is only in the file")
        elif key not in file_topics:
            found.append(f"topic {key} is only in the database")
        elif shop.routes[key] != file_topics[key]:
            found.append(f"topic {key}: queue {shop.routes[key]}, file {file_topics[key]}")
    return found
