"""The states a ticket can be in, and who can have said something."""

from models.messages import CUSTOMER, NOTE, STAFF, Message
from models.tickets import ASKING, LIVE, OPEN, PENDING, RESOLVED, TAKEN, WAITING

__all__ = [
    "ASKING",
    "CUSTOMER",
    "LIVE",
    "NOTE",
    "OPEN",
    "PENDING",
    "RESOLVED",
    "STAFF",
    "TAKEN",
    "WAITING",
    "Message",
]
