"""With many labels the texts stay where they are, and what counts is the same as with few."""

import random
import sys
import tracemalloc
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import numpy as np

from classifier.arrays import Ints
from classifier.corpus import Example
from classifier.heard import ORIGINS, Labels
from classifier.many_labels import ManyLabels
from classifier.mass import massed, stratified
from classifier.readings import read
from classifier.settled import Settled
from classifier.teaching import UNFIT, Rules, Teaching, teach

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
TRAIN = [Example(f"где мой заказ {n}", "order_status", "ru", f"v{n}") for n in "абвгдежз"]
HELDOUT = [Example("когда привезут", "delivery"), Example("деньги где", "refund")]
RULES = Rules({"refund": "returns", "returns": "care"}, frozenset({"loyalty"}))


@dataclass(frozen=True)
class Said:
    id: int
    text: str
    topic: str
    origin: str
    at: datetime


def quarrel(count: int = 300) -> list[Said]:
    """Labels that contradict each other in every way, about shipped messages as well."""
    dice = random.Random(7)
    topics = ["refund", "care", "payment", "loyalty", "out_of_scope", UNFIT]
    texts = [f"вопрос {word} про {other}" for word in "абвгдежзик" for other in "клмнопрсту"]
    texts += [one.text for one in (*TRAIN, *HELDOUT)] + ["", "  ", "😀", "x" * 100_000]
    return [
        Said(
            number,
            dice.choice((str.upper, str.title, str))(dice.choice(texts)),
            dice.choice(topics),
            dice.choice([*ORIGINS, "unheard of"]),
            NOON + timedelta(minutes=dice.randrange(40)),
        )
        for number in range(1, count + 1)
    ]


def settled(said: list[Said], rules: Rules = RULES, most: int = 10_000) -> Settled:
    labels = ManyLabels()
    for one in said:
        labels.hear(one)
    return labels.settle(TRAIN, HELDOUT, rules, most)


def taught(said: list[Said], rules: Rules = RULES) -> Teaching:
    found = settled(said, rules)
    texts = {one.id: one.text for one in said}
    return found.teaching({number: texts[number] for number in found.wanted})


def pairs(examples: list[Example]) -> Counter[tuple[str, str]]:
    return Counter((read(one.text), one.label) for one in examples)


def test_what_counts_is_what_counts_of_few() -> None:
    said = quarrel()
    few = Labels()
    for one in said:
        few.hear(one)
    expected, found = teach(few, TRAIN, HELDOUT, RULES), taught(said)
    assert pairs(found.train) == pairs(expected.train)
    assert pairs(found.heldout) == pairs(expected.heldout)
    assert found.shop_heldout == expected.shop_heldout
    assert Counter(found.by_origin) == Counter(
        {("other" if name == "unheard of" else name): n for name, n in expected.by_origin.items()}
    )
    assert found.counts == Counter(one.label for one in expected.train)
    assert {one.voice for one in found.train} == {one.voice for one in expected.train}


def test_texts_are_asked_for_only_of_a_sample_and_the_erased_are_left_out() -> None:
    said = quarrel()
    found = settled(said, most=40)
    assert len(found.mass.rows) > 45
    assert len(found.mass.sample) <= 40
    held = len(found.held)
    assert len(found.wanted) <= 40 + held
    texts = {one.id: one.text for one in said if one.id in set(found.wanted[::2])}
    teaching = found.teaching(texts)
    assert teaching.mass is not None
    assert len(teaching.train) == len(teaching.mass.sample) < len(found.mass.sample)
    names = [teaching.mass.names[n] for n in teaching.mass.labels[teaching.mass.sample]]
    assert [one.label for one in teaching.train] == names


TEXT = (
    "верните {} рублей за невыполненный заказ, который не приехал вовремя, потому что курьерская "
    "служба перенесла доставку на послепраздничную неделю без предупреждения"
)


def test_labels_take_a_part_of_the_memory_of_their_texts() -> None:
    labels = ManyLabels()

    def hear(start: int) -> None:
        for number in range(start, start + 3000):
            labels.hear(Said(number, TEXT.format(number), "refund", "review", NOON))

    tracemalloc.start()
    try:
        hear(0)
        before, _ = tracemalloc.get_traced_memory()
        hear(3000)
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert after - before < 3000 * sys.getsizeof(TEXT) / 2
    assert len(labels._bulk.words) < 30


def test_nobody_said_anything() -> None:
    teaching = taught([], Rules())
    assert pairs(teaching.train) == pairs(TRAIN)
    assert teaching.heldout == HELDOUT
    assert teaching.by_origin == {"starter": len(TRAIN)}


def sizes(chosen: Ints, labels: Ints) -> list[int]:
    return np.bincount(labels[chosen], minlength=4).tolist()


def test_a_sample_holds_every_topic_and_stays_mostly_the_same() -> None:
    labels = np.repeat([0, 1, 3], [90_000, 9_990, 10])
    marks = np.random.default_rng(0).permutation(len(labels)).astype(np.uint64)
    chosen = stratified(labels, marks, most=2000, fewest=200)
    first, second, none, rare = sizes(chosen, labels)
    assert (none, rare) == (0, 10)
    assert second > 200 and first > 3 * second
    assert len(chosen) <= 2000
    more = stratified(labels[:-5000], marks[:-5000], most=2000, fewest=200)
    assert len(set(marks[chosen].tolist()) & set(marks[more].tolist())) > 0.8 * len(chosen)
    assert len(stratified(labels[:0], marks[:0])) == 0


def test_files_of_many_messages_become_a_mass_too() -> None:
    few, none = massed(TRAIN)
    assert (few, none) == (TRAIN, None)
    sample, mass = massed(TRAIN, large=4, most=6)
    assert mass is not None
    assert len(sample) == len(mass.sample) == 6
    assert mass.counts == {"order_status": len(TRAIN)}
    _, again = massed(TRAIN[::-1], large=4, most=6)
    assert again is not None and again.fingerprint == mass.fingerprint
    _, other = massed(TRAIN[1:], large=4, most=6)
    assert other is not None and other.fingerprint != mass.fingerprint
