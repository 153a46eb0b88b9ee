"""The sealed mark of a person in an act: it says whether somebody was erased, and nothing else."""

import hmac
import secrets

from models import queues
from models.store import Session

SECRET = "erasure_secret"


async def mark_of(tx: Session, tg_id: int) -> str:
    """The mark of a Telegram account, 64 hexadecimal digits; the shop's key is made once."""
    kept = await queues.read_setting(tx, SECRET)
    if kept is None:
        kept = {"key": secrets.token_hex(32)}
        await queues.write_setting(tx, SECRET, kept)
    return hmac.digest(bytes.fromhex(kept["key"]), str(tg_id).encode(), "sha256").hex()
