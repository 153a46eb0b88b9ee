"""The running shop purges by itself; its file says for how long what is kept."""

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from models import fsm
from models.inbox import DONE, Inbox
from services.privacy.own_data import terms
from services.privacy.own_data.keeping import old_backups
from tests.desk import Shop


async def test_the_shop_purges_by_itself_and_old_backups_go(shop: Shop) -> None:
    database = shop.app.settings.data_dir / "prilavok.db"
    old, fresh = (database.with_name(f"prilavok-000{n}-x.backup.db") for n in (1, 2))
    for path in (old, fresh):
        path.write_bytes(b"x")
    long_ago = (shop.clock() - timedelta(days=91)).timestamp()
    os.utime(old, (long_ago, long_ago))
    until = {"until": shop.clock().isoformat()}
    async with shop.app.store.change() as tx:
        await fsm.write(tx, {f"7:-100500:71:{topic}": ("asks", until) for topic in (1, 2)})
        for update in (1, 2):
            row = Inbox(bot_id=1, update_id=update, lane=5, status=DONE)
            row.received_at = shop.clock() - timedelta(days=100)
            tx.add(row)
    await shop.app.desk.privacy.keeping.purge(shop.clock() + timedelta(days=1))
    async with shop.looks() as tx:
        assert await tx.scalar(select(func.count()).select_from(Inbox)) == 1
        assert await fsm.read_all(tx) == {}
    assert fresh.exists() and not old.exists()
    assert old_backups(Path("/nowhere/x.db"), shop.clock()) == []


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({"browse_days": 0}, "whole number"),
        ({"browse_days": "many"}, "whole number"),
        ({"brows_days": 5}, "is not known"),
        ({"surveys_days": 60}, "from 92"),
        ({"notices_days": 91}, "from 92"),
        (5, "must be a table"),
    ],
)
def test_a_wrong_term_is_told_in_plain_words(entry: Any, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        terms.read({"retention": entry})


def test_terms_as_they_were_called_before_still_count() -> None:
    assert terms.days({"keep_update_bodies_days": 3}, "bodies_days") == 3
    assert terms.days({"retention": {"bodies_days": 2}}, "bodies_days") == 2
    assert terms.days({}, "messages_days") is None
    assert round(terms.days({}, "orders_years") or 0) == 1826
