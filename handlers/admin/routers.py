"""The admins' routers, in order, and those that concern everybody's comings and goings."""

from aiogram import Router

from handlers.admin import (
    arrivals,
    duty,
    exports,
    imports,
    inviting,
    models,
    review,
    staff_chats,
    staff_list,
    ties,
    topic_dialogs,
    topics_list,
)


def invited() -> list[Router]:
    """Before all others: people with an invitation."""
    return [inviting.acceptance()]


def anywhere() -> list[Router]:
    """What belongs to no kind of chat alone: who came, who left."""
    return [arrivals.router()]


def in_groups() -> list[Router]:
    """In groups: tie one to a queue; what is not ours is heard no further."""
    return [
        staff_chats.migrations(),
        ties.in_groups(),
        staff_chats.strange(),
        inviting.in_groups(),
        duty.in_groups(),
        staff_list.tickets(),
    ]


def in_private() -> list[Router]:
    """In private: invitations, the staff, one's own duty and name."""
    return [
        ties.in_private(),
        inviting.in_private(),
        staff_list.router(),
        staff_list.tickets(),
        models.router(),
        imports.router(),
        exports.router(),
        review.router(),
        topics_list.router(),
        topic_dialogs.router(),
        duty.in_private(),
    ]
