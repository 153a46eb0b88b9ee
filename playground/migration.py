"""A group becomes a supergroup and gets another id."""

from functools import partial

from playground.accounts import Account
from playground.chats import GroupChat
from playground.errors import Refusal
from playground.membership import chat_event
from playground.world import World


def migrate(world: World, old: GroupChat, actor: Account) -> GroupChat:
    """The old id answers with the new one from now on; both chats say so."""
    if old.kind == "supergroup":
        raise Refusal("that is a supergroup already")
    new = world.add_group(old.title, supergroup=True, forum=False)
    new.members = dict(old.members)
    world.service(old, actor, {"migrate_to_chat_id": new.id})
    old.migrated_to = new
    world.service(new, actor, {"migrate_from_chat_id": old.id})
    for user in new.users():
        world.hub.tell(user.id, partial(chat_event, new, user, old.id))
    return new
