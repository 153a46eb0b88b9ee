"""What there is to learn from: the starter corpus, the shop's labels, its topics and queues."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from classifier.corpus import examples
from classifier.heard import Labels
from classifier.many_labels import ManyLabels
from classifier.mass import LARGE
from classifier.readings import read
from classifier.teaching import Rules, Teaching, teach
from models.lessons import Lessons, TopicFacts, lessons_of
from services.shop_file import ShopSeed, read_shop_file

TOLD_EVERY = 5000


class Advance(Protocol):
    """Hears how many of all labels have gone by."""

    def __call__(self, done: int, total: int) -> None: ...


def unheard(done: int, total: int) -> None:
    """For those who need not know."""


@dataclass(frozen=True)
class Material:
    """What to train and measure on; queues and titles (by language) of the shop's live topics."""

    teaching: Teaching
    rules: Rules
    queues: Mapping[str, str | None]
    titles: Mapping[str, Mapping[str, str]]
    language: str

    @property
    def said(self) -> dict[str, list[str]]:
        """What each live topic is called, in every language: an example of it like any other."""
        return {topic: [named[topic] for named in self.titles.values()] for topic in self.queues}

    @property
    def nobodys(self) -> set[str]:
        """Readings that are no customer's words: the starter corpus, and what topics are called."""
        titles = (title for named in self.said.values() for title in named)
        return {read(text) for text in (*(one.text for one in examples("train")), *titles)}


async def gather(database: str, shop_file: Path, advance: Advance = unheard) -> Material:
    """Read everything; the shop's file stands in where there is no database yet.

    With more than LARGE labels the texts stay in the database, but for a sample, and `advance`
    hears how many have gone by. Raises DatabaseUnusable, ShopFileError, CorpusRefused.
    """
    async with lessons_of(database) as lessons:
        topics = await lessons.topics() if lessons else []
        language = await lessons.language() if lessons else None
        if not topics or language is None:
            seed = read_shop_file(shop_file)
            topics = topics or _topics(seed)
            language = language or str(seed.facts.get("language", "ru"))
        rules = _rules(topics)
        if lessons is not None and (count := await lessons.count()) > LARGE:
            teaching = await _many(lessons, rules, partial(advance, total=count + 1))
        else:
            teaching = await _few(lessons, rules)
    live = [topic for topic in topics if topic.active and topic.merged_into is None]
    return Material(
        teaching,
        rules,
        {topic.key: topic.queue for topic in live},
        {"ru": {t.key: t.title_ru for t in live}, "en": {t.key: t.title_en for t in live}},
        language,
    )


async def _few(lessons: Lessons | None, rules: Rules) -> Teaching:
    labels = Labels()
    if lessons is not None:
        async for said in lessons.labels():
            labels.hear(said)
    return teach(labels, examples("train"), examples("heldout"), rules)


async def _many(lessons: Lessons, rules: Rules, advance: Callable[[int], None]) -> Teaching:
    """Every label goes by once; then come the texts of those that were chosen."""
    labels, heard = ManyLabels(), 0
    async for said in lessons.labels():
        labels.hear(said)
        heard += 1
        if heard % TOLD_EVERY == 0:
            advance(heard)
    settled = labels.settle(examples("train"), examples("heldout"), rules)
    return settled.teaching(await lessons.texts(settled.wanted))


def _topics(seed: ShopSeed) -> list[TopicFacts]:
    return [
        TopicFacts(one.key, one.title_ru, one.title_en, one.queue, True, None)
        for one in seed.topics
    ]


def _rules(topics: Sequence[TopicFacts]) -> Rules:
    return Rules(
        {topic.key: topic.merged_into for topic in topics if topic.merged_into},
        frozenset(topic.key for topic in topics if not topic.active and not topic.merged_into),
    )
