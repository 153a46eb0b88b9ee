"""F16: two programs by mistake: one refuses, or one gives way."""

from itertools import pairwise

from tests.faults.counter import Counter
from tests.faults.program import Program

IDLE = (5, 5, 10, 10, 20, 20, 40, 40)  # the two take turns, and each idles ever longer


async def test_a_second_program_on_the_same_database_refuses(counter: Counter) -> None:
    """Plain words and an exit code; the first goes on undisturbed."""
    await counter.opens()
    second = Program(counter.program.nest, counter.program.env, counter.home)
    second.log = counter.home / "second.log"
    await second.starts()
    assert await second.ends() == 2
    assert "Another Prilavok works with this database" in second.said()
    assert "Traceback" not in second.said()
    anna = counter.playground.user("Анна", language="ru")
    await anna.says("Сколько стоит доставка в Тверь?")
    await anna.waits_for("№1")
    await counter.ends_well("Анна", "Тверь")


async def test_a_second_program_with_its_own_database_gives_way(counter: Counter) -> None:
    """Who is answered 409 says so and idles ever longer; nothing is lost between the two."""
    await counter.opens()
    home = counter.home / "other"
    home.mkdir()
    second = Program(counter.program.nest, {**counter.program.env, "DATA_DIR": str(home)}, home)
    (home / "models").symlink_to(counter.home / "models")
    await second.starts()
    await second.serves()
    try:
        await counter.program.says("second_poller")
        assert "stop one of the two" in counter.program.said()
        people = [counter.playground.user(f"Гость{n}", language="ru") for n in range(5)]
        for guest in people:
            await guest.says("Сколько стоит доставка в Тверь?")
            await guest.waits_for("№")
        asked = counter.playground.calls.of("getUpdates")
        conflicts = [one.time for one in asked if one.status == 409]
        gaps = [later - sooner for sooner, later in pairwise(conflicts)]
        print(f"F16: {len(conflicts)} conflicts, seconds between them: {gaps}")
        assert all(gap > idle - 1 for gap, idle in zip(gaps, IDLE, strict=False)), gaps
    finally:
        await second.is_gone()
    await counter.ends_well("Гость", "Тверь")
