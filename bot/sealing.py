"""The secret that buttons and invoices are sealed with: made once, kept in the database."""

import secrets

from models import queues
from models.store import Session

SECRET = "button_secret"


async def secret(tx: Session) -> bytes:
    """The shop's secret, made at the first start."""
    kept = await queues.read_setting(tx, SECRET)
    if kept is None:
        kept = {"key": secrets.token_hex(32)}
        await queues.write_setting(tx, SECRET, kept)
    return bytes.fromhex(kept["key"])
