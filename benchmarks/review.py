"""Does the order of `/review` teach faster than chance? A simulation with messages of known topic.

It begins with a few labels a topic. In every round the model of that moment reads what waits, some
messages are asked about in the given order, their true topics are learned, and the accuracy on the
held-out messages is taken. What belongs to no topic costs a tap and teaches nothing.
"""

import argparse
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import mean, stdev

from benchmarks.classifier import QUEUES, table
from classifier.corpus import Example, by_label, examples
from classifier.encoder import SentenceEncoder
from classifier.model import TopicModel
from classifier.remembering import Remembering
from classifier.scorer import REJECTED
from classifier.training import train
from classifier.verdict import Verdict
from services.shop_file import read_shop_file
from services.worth import Case, in_turns, words_of, worth_of

SHOP = read_shop_file(Path(__file__).parent.parent / "shop.toml")
TITLES = {one.key: [one.title_ru, one.title_en] for one in SHOP.topics}
Messages = Sequence[Example]
Order = Callable[[list[Case], int, random.Random], list[int]]


def by_chance(cases: list[Case], count: int, luck: random.Random) -> list[int]:
    """Whatever came."""
    return luck.sample(range(len(cases)), count)


def by_margin(cases: list[Case], count: int, luck: random.Random) -> list[int]:
    """Those first whose two likeliest topics lie closest: what most systems do."""
    gaps = [one.ranked[0][1] - one.ranked[1][1] for one in cases]
    return sorted(range(len(cases)), key=gaps.__getitem__)[:count]


def by_worth(cases: list[Case], count: int, luck: random.Random) -> list[int]:
    """The worthiest first, whatever their topics."""
    return sorted(range(len(cases)), key=lambda at: -_worth(cases[at]))[:count]


def as_reviewed(cases: list[Case], count: int, luck: random.Random) -> list[int]:
    """The order of `/review`."""
    return in_turns([(_worth(one), one.ranked[0][0]) for one in cases], count)


ORDERS: dict[str, Order] = {
    "by chance": by_chance,
    "closest two topics": by_margin,
    "worth alone": by_worth,
    "`/review`": as_reviewed,
}


def _worth(case: Case) -> float:
    found = worth_of(case)
    return found.much if found else 0.0


def cases_of(model: TopicModel, waiting: Messages) -> list[Case]:
    """What the review knows of each message."""
    return [_case(model, verdict) for verdict in model.full([one.text for one in waiting])]


def _case(model: TopicModel, verdict: Verdict) -> Case:
    ranked = [(verdict.topic, verdict.probability), *verdict.runners_up]
    new, words = len(set(model.new_words(verdict.text))), len(words_of(verdict.text))
    return Case(ranked, verdict.decision, verdict.in_scope, {}, new, words)


def drawn(messages: Messages, count: int, even: bool, luck: random.Random) -> list[Example]:
    """What waits: topics alike, or the second half as common as the first, the third a third."""
    groups = [luck.sample(rows, len(rows)) for rows in by_label(messages).values()]
    luck.shuffle(groups)
    weights = [1.0 if even else 1 / at for at in range(1, len(groups) + 1)]
    shares = [round(count * weight / sum(weights)) for weight in weights]
    return [one for rows, share in zip(groups, shares, strict=True) for one in rows[:share]]


def taught(
    order: Order,
    known: list[Example],
    waiting: list[Example],
    rounds: int,
    asked: argparse.Namespace,
    seed: int,
) -> list[float]:
    """The accuracy on held-out messages at the start and after every round."""
    luck, found = random.Random(seed), list[float]()
    heldout = [one for one in examples("heldout") if one.label != REJECTED]
    for done in range(rounds + 1):
        model = train(known, asked.encoder, QUEUES, titles=TITLES).model
        said = model.classify_many([one.text for one in heldout])
        found.append(mean(a.topic == b.label for a, b in zip(said, heldout, strict=True)))
        if done < rounds:
            chosen = set(order(cases_of(model, waiting), asked.a_round, luck))
            known = known + [waiting[at] for at in chosen if waiting[at].label != REJECTED]
            waiting = [one for at, one in enumerate(waiting) if at not in chosen]
    return found


def simulated(asked: argparse.Namespace) -> str:
    """The table: mean accuracy by the number of taps, and how far the seeds spread at the end."""
    runs: dict[str, list[list[float]]] = {name: [] for name in ORDERS}
    for seed in range(asked.seeds):
        luck = random.Random(seed)
        groups = by_label(examples("train")).values()
        shuffled = [luck.sample(rows, len(rows)) for rows in groups]
        known = [one for rows in shuffled for one in rows[: asked.start]]
        rest = [one for rows in shuffled for one in rows[asked.start :]]
        waiting = drawn(rest, asked.waiting, asked.even, luck)
        for name, order in ORDERS.items():
            found = taught(order, known, waiting, asked.rounds, asked, seed)
            runs[name].append(found)
            print(seed, name, *(f"{one:.3f}" for one in found), flush=True)
    taps = [f"{done * asked.a_round} taps" for done in range(asked.rounds + 1)]
    rows = [
        (name, *map(mean, zip(*found, strict=True)), mean(map(mean, found)), _spread(found))
        for name, found in runs.items()
    ]
    return table(("order", *taps, "mean of all", "±"), rows)


def _spread(found: list[list[float]]) -> float:
    ends = [one[-1] for one in found]
    return stdev(ends) if len(ends) > 1 else 0.0


def main() -> None:
    """Simulate and print a markdown table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--start", type=int, default=5, help="labels a topic at the start")
    parser.add_argument("--a-round", type=int, default=40, help="taps between two trainings")
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--waiting", type=int, default=2000, help="messages to choose from")
    parser.add_argument("--even", action="store_true", help="topics equally common")
    asked = parser.parse_args()
    asked.encoder = Remembering(SentenceEncoder())
    print(simulated(asked))


if __name__ == "__main__":
    main()
