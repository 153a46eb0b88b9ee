"""What customers type into a checkout, or send: an address, a phone number."""

from services.errors import Refusal
from services.incoming import Incoming
from services.trade.phones import phone_of

SHORTEST_ADDRESS, LONGEST_ADDRESS = 5, 500


def address_of(said: str) -> str:
    """An address that can be delivered to; Refusal says what is missing.

    A street has a number, a village is set off by a comma: a question has neither.
    """
    if len(said) < SHORTEST_ADDRESS or not any(one.isdigit() or one == "," for one in said):
        raise Refusal("address-how")
    if len(said) > LONGEST_ADDRESS:
        raise Refusal("address-long", most=LONGEST_ADDRESS)
    return said


def number_of(incoming: Incoming) -> str:
    """A number that was typed, or the customer's own contact; Refusal for anything else."""
    if incoming.kind == "contact":
        if incoming.extra.get("owner") != incoming.sender.tg_id:
            raise Refusal("phone-not-yours")
        said = str(incoming.extra.get("phone", ""))
        said = said if said.startswith("+") else f"+{said}"
    else:
        said = incoming.text
    phone = phone_of(said)
    if phone is None:
        raise Refusal("phone-how")
    return phone
