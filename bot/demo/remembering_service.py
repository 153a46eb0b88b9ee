"""The scene of what the shop remembers, first half: asked first, served, put right."""

from bot.demo.acting import BOT, WAIT, presses, reads, says, sees
from bot.demo.opening import DemoShop
from bot.demo.playing import line

PURPOSES = ("Помнить меня", "Новости", "Подборки")
QUESTION = "Здравствуйте! Вернула вам шлем неделю назад, деньги так и не пришли. Когда вернёте?"
ANSWER = "Анна, посмотрю и вернусь к вам."
WORDS = "3490 — Деньги вернули сегодня утром, банк зачислит их до пятницы. Простите за ожидание."


async def first_contact(shop: DemoShop) -> None:
    """What is kept and why, in two lines; everything that is not needed can be refused."""
    anna = shop.anna
    await says(anna, "Анна", "/start")
    await reads(anna, "Анна", "Здравствуйте, Анна")
    asked = await reads(anna, "Анна", "Ваши данные")
    for row in range(len(PURPOSES)):
        refuse = asked.button_rows[row][1]
        await anna.presses(asked, data=str(refuse["callback_data"]))
        line("Анна", f"[{PURPOSES[row]}: {refuse['text']}]")
    await sees(anna, "Анна", asked, "Спасибо, записали")


async def poor_rating(shop: DemoShop) -> None:
    """Asked, answered poorly, rated two."""
    anna, boris, forum = shop.anna, shop.boris, shop.forum
    await says(anna, "Анна", QUESTION)
    await reads(anna, "Анна", "№1")
    board = await boris.waits_for("№1", chat=forum, thread=0, timeout=WAIT)
    await presses(boris, "Борис", board, "Взять №1")
    question = await boris.waits_for("Вернула вам шлем", chat=forum, timeout=WAIT)
    await boris.says(ANSWER, chat=forum, thread=question.topic)
    line("Борис", ANSWER)
    await reads(anna, "Анна", ANSWER)
    await boris.says("/resolve", chat=forum, thread=question.topic)
    line("Борис", "/resolve")
    asked = await reads(anna, "Анна", "Вопрос решён?")
    await presses(anna, "Анна", asked, "2")


async def complaint(shop: DemoShop) -> None:
    """Who follows it, by when, what is due; decided and told."""
    anna, olga = shop.anna, shop.olga
    await reads(anna, "Анна", "Разберёмся, что пошло не так")
    card = await olga.waits_for("Жалоба №", timeout=WAIT)
    line(BOT.format("Ольга"), card.text)
    await presses(olga, "Ольга", card, "Беру")
    await presses(olga, "Ольга", card, "Исход")
    await presses(olga, "Ольга", card, "Возврат денег")
    await reads(olga, "Ольга", "Напишите сумму")
    await says(olga, "Ольга", WORDS)
    shown = await reads(olga, "Ольга", "Покупатель увидит")
    await presses(olga, "Ольга", shown, "Отправить")
    await reads(anna, "Анна", "Решение по обращению")


async def asked_again(shop: DemoShop) -> None:
    """Days later: whether it is better now."""
    asked = await reads(shop.anna, "Анна", "Стало лучше?")
    await presses(shop.anna, "Анна", asked, "Да")
