"""A bot of a few lines for the page to talk with: it echoes, asks with buttons, greets."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import Command, CommandStart
from aiogram.types import (
    BotCommand,
    CallbackQuery,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
)

COMMANDS = [
    BotCommand(command="start", description="Начать сначала"),
    BotCommand(command="phone", description="Оставить телефон"),
    BotCommand(command="ask", description="Спросить о чём-то"),
    BotCommand(command="formats", description="Показать оформление"),
]
CHOICE = InlineKeyboardMarkup(
    inline_keyboard=[
        [
            InlineKeyboardButton(text="Всё верно", callback_data="yes", style="success"),
            InlineKeyboardButton(text="Не о том", callback_data="no", style="danger"),
        ],
        [InlineKeyboardButton(text="Подробнее", callback_data="more")],
        [InlineKeyboardButton(text="На сайт", url="https://shop.example/orders/1042")],
    ]
)
PHONE = ReplyKeyboardMarkup(
    keyboard=[
        [KeyboardButton(text="Отправить телефон", request_contact=True)],
        [KeyboardButton(text="Не сейчас"), KeyboardButton(text="Позже")],
    ],
    resize_keyboard=True,
    one_time_keyboard=True,
)
GREETING = "Здравствуйте! Напишите вопрос обычными словами: я передам его тем, кто знает ответ."
FORMATS = (
    "😀 <b>жирный</b>, <i>курсив</i>, <u>подчёркнутый</u>, <s>зачёркнутый</s>, <code>код</code>, "
    "<tg-spoiler>тайна</tg-spoiler>, <a href='https://shop.example/'>ссылка</a>\n"
    "<blockquote>цитата <b>с жирным</b></blockquote>\n<pre>a = 1\nb = 2</pre>\nконец"
)


async def start(message: Message) -> None:
    await message.answer(GREETING)


async def phone(message: Message) -> None:
    await message.answer("Куда перезвонить?", reply_markup=PHONE)


async def ask(message: Message) -> None:
    forced = ForceReply(input_field_placeholder="Номер заказа")
    await message.answer("Какой у вас номер заказа?", reply_markup=forced)


async def formats(message: Message) -> None:
    await message.answer(FORMATS)


async def echo(message: Message) -> None:
    if message.text and message.chat.type == "private":
        await message.answer(f"Вы написали: {message.text}", parse_mode=None, reply_markup=CHOICE)


async def chosen(query: CallbackQuery) -> None:
    await query.answer("Принято" if query.data == "yes" else "Понятно, не о том")
    if isinstance(query.message, Message):
        await query.message.edit_text(f"{query.message.text}\n\nОтвет: {query.data}")


async def explained(query: CallbackQuery) -> None:
    await query.answer("Заказ № 1042 собран и едет к вам.", show_alert=True)


def router() -> Router:
    made = Router()
    made.message.register(start, CommandStart())
    made.message.register(phone, Command("phone"))
    made.message.register(ask, Command("ask"))
    made.message.register(formats, Command("formats"))
    made.message.register(echo)
    made.callback_query.register(explained, F.data == "more")
    made.callback_query.register(chosen)
    return made


@asynccontextmanager
async def running(url: str, token: str) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    async with Bot(token, session=session, default=DefaultBotProperties(parse_mode="HTML")) as bot:
        await bot.set_my_commands(COMMANDS)
        dispatcher = Dispatcher()
        dispatcher.include_router(router())
        polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False))
        try:
            yield bot
        finally:
            await dispatcher.stop_polling()
            await polling
