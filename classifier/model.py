"""The served model: frozen numbers that answer in a fraction of a millisecond, or with meaning."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from classifier.arrays import Floats, Ints
from classifier.decision import Thresholds, decide, number_queues, ranked
from classifier.encoder import Encoder
from classifier.matters import clauses
from classifier.ngrams import Features, tokens
from classifier.normalise import MAX_CHARS
from classifier.scorer import Scorer, Scores, certainty
from classifier.verdict import Branch, Decision, Verdict
from classifier.why import deciding_words

RUNNERS_UP = 4
BATCH = 32
REMEMBERED = 256


@dataclass(frozen=True)
class _Heard:
    """A message on its way: text, reading, tokens, n-gram features and raw scores."""

    text: str
    reading: str
    words: list[str]
    features: Features
    scores: Floats


@dataclass(frozen=True)
class TopicModel:
    """Answers by n-grams where they are sure, else together with the sentence encoder.

    A model trained with an encoder needs one to answer fully; without it (None) it answers by
    n-grams alone and `encoder_missing` says so. Safe to use from several threads.
    """

    scorer: Scorer
    thresholds: Thresholds
    queues: Mapping[str, str | None]
    version: str
    metrics: Mapping[str, Any] = field(default_factory=dict)
    fingerprint: str = ""
    encoder_name: str | None = None
    encoder: Encoder | None = field(default=None, compare=False, repr=False)
    _unsure: dict[str, _Heard] = field(default_factory=dict, init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_numbers", number_queues(self.topics, self.queues))

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics it knows, in the order of its columns."""
        return self.scorer.topics

    @property
    def encoder_missing(self) -> bool:
        """True when the model was trained with a sentence encoder and has none here."""
        return self.encoder_name is not None and self.encoder is None

    def classify(self, text: str) -> Verdict:
        """One message: `quick`, and `full` only where the n-grams are not sure."""
        return self.quick(text) or self.full([text])[0]

    def classify_many(self, texts: Sequence[str]) -> list[Verdict]:
        """What `classify` says of each, the encoder asked in batches."""
        quick = [self.quick(text) for text in texts]
        unsure = [text for text, verdict in zip(texts, quick, strict=True) if verdict is None]
        rest = iter(self.full(unsure))
        return [verdict or next(rest) for verdict in quick]

    def quick(self, text: str) -> Verdict | None:
        """The verdict when n-grams alone are sure (about .1 ms), else None."""
        heard = self._hear(text)
        scores = self.scorer.by_ngrams(heard.scores[None])
        if self.encoder is not None and certainty(scores)[0] < self.thresholds.sure:
            self._remember(heard)
            return None
        return self._verdict(heard, scores, 0, "ngrams")

    def _remember(self, heard: _Heard) -> None:
        """What `quick` is not sure of comes to `full` next: it need not be heard again."""
        if len(self._unsure) >= REMEMBERED:
            self._unsure.clear()
        self._unsure[heard.text] = heard

    def new_words(self, text: str) -> list[str]:
        """The words of a message, in its likeliest reading, that the model has never met."""
        knows = self.scorer.vocabulary.knows
        return [word for word in self._hear(text).words if word.isalpha() and not knows(word)]

    def full(self, texts: Sequence[str]) -> list[Verdict]:
        """Verdicts of both branches; some milliseconds a text, to be called in a thread."""
        verdicts: list[Verdict] = []
        for start in range(0, len(texts), BATCH):
            batch = texts[start : start + BATCH]
            verdicts += self._full(list(map(self._heard, batch)))
        return verdicts

    def _full(self, batch: list[_Heard]) -> list[Verdict]:
        raw = np.stack([heard.scores for heard in batch])
        if self.encoder is None:
            return self._verdicts(batch, self.scorer.by_ngrams(raw), "ngrams")
        vectors = self.encoder.encode([heard.reading for heard in batch])
        return self._verdicts(batch, self.scorer.by_both(raw, vectors), "both")

    def _verdicts(self, batch: list[_Heard], scores: Scores, branch: Branch) -> list[Verdict]:
        return [self._verdict(heard, scores, row, branch) for row, heard in enumerate(batch)]

    def _heard(self, text: str) -> _Heard:
        known = self._unsure.pop(text, None)
        return known if known is not None else self._hear(text)

    def _hear(self, text: str) -> _Heard:
        reading = self.scorer.read(text)
        words = tokens(reading)
        features = self.scorer.vocabulary.features(words)
        return _Heard(text, reading, words, features, self.scorer.ngram_scores(features))

    def _verdict(self, heard: _Heard, scores: Scores, row: int, branch: Branch) -> Verdict:
        chances, in_scope = scores.topics[row], float(scores.in_scope[row])
        order = ranked(chances, self._queue_numbers)[: RUNNERS_UP + 1]
        likely = [(self.topics[number], float(chances[number])) for number in order]
        return Verdict(
            text=heard.text,
            topic=likely[0][0],
            probability=likely[0][1],
            runners_up=tuple(likely[1:]),
            decision=self._decide(heard, chances, in_scope),
            in_scope=in_scope,
            why=deciding_words(self.scorer.ngrams, heard.words, heard.features, order[0]),
            nearest=self._nearest(scores.nearest[row], order[0]),
            branch=branch,
            matters=self._matters(heard.text),
        )

    def _matters(self, text: str) -> tuple[str, ...]:
        """What the parts of a message are about, each by the n-grams alone and only where sure."""
        found: dict[str, int] = {}
        for part in clauses(text[:MAX_CHARS]):
            heard = self._hear(part)
            scores = self.scorer.by_ngrams(heard.scores[None])
            number = int(scores.topics[0].argmax())
            said = self._decide(heard, scores.topics[0], float(scores.in_scope[0]))
            if said == "route" and certainty(scores)[0] >= self.thresholds.sure:
                found.setdefault(self.topics[number], int(self._queue_numbers[number]))
        leading = {topic: queue for topic, queue in found.items() if self.queues.get(topic)}
        return tuple(leading) if len(set(leading.values())) > 1 else ()

    def _decide(self, heard: _Heard, chances: Floats, in_scope: float) -> Decision:
        """A message without a single known sign can't be routed: its writer is asked."""
        if not heard.words:
            return "ask"
        return decide(chances, in_scope, self._queue_numbers, self.thresholds)

    def _nearest(self, number: int, topic: int) -> str | None:
        """The nearest training message where it speaks for the topic."""
        if number < 0 or self.scorer.encoder is None:
            return None
        neighbours = self.scorer.encoder.neighbours
        return neighbours.texts[number] if int(neighbours.labels[number]) == topic else None

    @property
    def _queue_numbers(self) -> Ints:
        numbers: Ints = self.__dict__["_numbers"]
        return numbers
