"""The routers in their one visible order."""

from aiogram import Dispatcher, F, Router
from aiogram.enums import ChatType
from aiogram.fsm.strategy import FSMStrategy

from handlers import refusals, rooms
from handlers.admin import routers as admin
from handlers.admin.arrivals import Arrivals
from handlers.buttons import Sealer
from handlers.customer import routers as customer
from handlers.in_place import check_in_place
from handlers.memory import DialogStorage
from handlers.presses import Unseal
from handlers.profile.prompting import Prompts
from handlers.roles import AsCustomer, AsStaff, Gate, WhoActs
from handlers.staff import asked
from handlers.staff import routers as staff
from handlers.texts import Texts
from handlers.trade import routers as trade
from services.desk import Desk


def build_dispatcher(desk: Desk, texts: Texts, sealer: Sealer, memory: DialogStorage) -> Dispatcher:
    """Everything that is said and pressed, and who hears it first.

    What hears most messages stands first, what hears none last: a message passes every router
    before its own.
    """
    apart = FSMStrategy.USER_IN_TOPIC  # a question in one topic is not answered in another
    dispatcher = Dispatcher(
        storage=memory, fsm_strategy=apart, desk=desk, texts=texts, sealer=sealer
    )
    gates(dispatcher, desk, sealer)
    dispatcher.include_routers(
        *admin.invited(),
        customers(),
        groups(),
        staff_private(),
        *admin.anywhere(),
        *trade.anywhere(),
        *staff.anywhere(),
        refusals.router(),
        refusals.leftovers(),
    )
    check_in_place(dispatcher)
    return dispatcher


def gates(dispatcher: Dispatcher, desk: Desk, sealer: Sealer) -> None:
    """What every update passes before its handler."""
    who, gate = WhoActs(desk.context.directory), Gate()
    for observer in (
        dispatcher.message,
        dispatcher.edited_message,
        dispatcher.callback_query,
        dispatcher.pre_checkout_query,
        dispatcher.message_reaction,
        dispatcher.my_chat_member,
        dispatcher.chat_member,
    ):
        observer.outer_middleware(who)
        observer.middleware(gate)
    dispatcher.message.outer_middleware(Arrivals(desk))
    dispatcher.callback_query.outer_middleware(Unseal(sealer))


def groups() -> Router:
    """Staff chats."""
    routes = Router(name="groups")
    for observer in (routes.message, routes.edited_message):
        observer.filter(F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    routes.callback_query.filter(F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    routes.include_routers(
        *admin.in_groups(),
        asked.router(),
        *trade.of_staff(),
        *of_staff(),
        *staff.in_groups(),
    )
    return routes


def of_staff() -> list[Router]:
    """What the rooms have for staff."""
    return [route for room in rooms.ROOMS for route in room.of_staff()]


def staff_private() -> Router:
    """Staff in private with the bot, unless they write as a customer."""
    routes = Router(name="staff in private")
    for observer in (routes.message, routes.edited_message):
        observer.filter(F.chat.type == ChatType.PRIVATE, AsStaff())
    routes.callback_query.filter(F.message.chat.type == ChatType.PRIVATE, AsStaff())
    routes.include_routers(
        asked.router(),
        *trade.of_staff(),
        *of_staff(),
        *trade.of_admins(),
        *(route for room in rooms.ROOMS for route in room.of_admins()),
        *admin.in_private(),
        *staff.in_private(),
    )
    return routes


def customers() -> Router:
    """Customers in private with the bot, and staff who write as customers."""
    routes = Router(name="customers")
    for observer in (routes.message, routes.edited_message):
        observer.filter(F.chat.type == ChatType.PRIVATE, AsCustomer())
    routes.callback_query.filter(F.message.chat.type == ChatType.PRIVATE, AsCustomer())
    for observer in (routes.message, routes.callback_query):
        observer.outer_middleware(Prompts())
    routes.include_routers(*staff.as_customers(), *customer.all_of_them())
    return routes
