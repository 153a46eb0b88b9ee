"""TopicClassifier: the classifier with scikit-learn's conventions, for training and experiments."""

from collections.abc import Mapping, Sequence

import numpy as np
from sklearn.base import BaseEstimator, ClassifierMixin

from classifier.arrays import AnyArray, Floats
from classifier.encoder import Encoder, embed
from classifier.fitting import Fitted, fit
from classifier.lesson import Lesson, Settings, prepare
from classifier.mass import Mass
from classifier.ngrams import tokens
from classifier.progress import Progress, silent
from classifier.readings import read
from classifier.scorer import Scores, joined

BATCH = 256


class TopicClassifier(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """TF-IDF of words and letters, joined with sentence embeddings by a weighted log-linear vote.

    Without an `encoder` it works on n-grams alone. The label `out_of_scope` is not a class: its
    examples teach `in_scope` to reject. `classes_` are the topics in alphabetical order.
    """

    def __init__(
        self,
        encoder: Encoder | None = None,
        ngram_strength: float = 1.0,
        encoder_strengths: tuple[float, ...] = (1.0, 10.0, 100.0),
        largest_vocabulary: int = 100_000,
        random_state: int = 0,
    ) -> None:
        self.encoder = encoder
        self.ngram_strength = ngram_strength
        self.encoder_strengths = encoder_strengths
        self.largest_vocabulary = largest_vocabulary
        self.random_state = random_state

    def fit(
        self,
        texts: Sequence[str],
        labels: Sequence[str],
        groups: Sequence[str] | None = None,
        embeddings: Floats | None = None,
        progress: Progress = silent,
        titles: Mapping[str, Sequence[str]] | None = None,
        mass: Mass | None = None,
    ) -> "TopicClassifier":
        """Learn from messages; `groups` names who wrote each, so that calibration is on strangers.

        `embeddings` (n, dimensions) of the readings spare the encoder. `titles` say in words what
        a label means; where there are few messages, they teach as much as some. With a `mass`,
        the messages are its sample. ValueError on no messages.
        """
        readings = [read(text) for text in texts]
        meant = {name: [read(title) for title in said] for name, said in (titles or {}).items()}
        self.lesson_: Lesson = prepare(readings, list(labels), groups, self.random_state, meant)
        if embeddings is None and self.encoder is not None:
            embeddings = embed(self.encoder, readings)
        meanings = embed(self.encoder, self.lesson_.titles) if self.encoder else None
        self.fitted_: Fitted = fit(
            self.lesson_, embeddings, self._settings(), progress, meanings, mass
        )
        self.classes_: AnyArray = np.array(self.lesson_.topics)
        return self

    def _settings(self) -> Settings:
        return Settings(
            self.ngram_strength, self.encoder_strengths, self.largest_vocabulary, self.random_state
        )

    def scores(self, texts: Sequence[str]) -> Scores:
        """Topic probabilities (n, topics), in_scope (n,) in 0..1, and the nearest messages."""
        scorer = self.fitted_.scorer
        readings = [scorer.read(text) for text in texts]
        rows = [scorer.ngram_scores(scorer.vocabulary.features(tokens(r))) for r in readings]
        raw = np.stack(rows) if rows else np.empty((0, len(scorer.ngrams.bias)), np.float32)
        if self.encoder is None or not rows:
            return scorer.by_ngrams(raw)
        vectors = embed(self.encoder, readings)
        parts = range(0, len(rows), BATCH)
        return joined([scorer.by_both(raw[i : i + BATCH], vectors[i : i + BATCH]) for i in parts])

    def predict_proba(self, texts: Sequence[str]) -> Floats:
        """Calibrated probabilities (n, topics) of the topics, given that a message has one."""
        return self.scores(texts).topics

    def predict(self, texts: Sequence[str]) -> AnyArray:
        """The likeliest topic of each message."""
        result: AnyArray = self.classes_[self.predict_proba(texts).argmax(axis=1)]
        return result

    def in_scope(self, texts: Sequence[str]) -> Floats:
        """How likely each message is about the shop at all."""
        return self.scores(texts).in_scope
