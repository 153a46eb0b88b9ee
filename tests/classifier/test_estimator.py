"""TopicClassifier keeps scikit-learn's conventions and survives poor data."""

from typing import Any

import numpy as np
import pytest
from sklearn.base import clone

from classifier import fitting
from classifier.encoder import embed
from classifier.estimator import TopicClassifier
from classifier.readings import read
from tests.classifier.messages import shop_messages
from tests.classifier.stub import StubEncoder

EXAMPLES = shop_messages()
TEXTS = [example.text for example in EXAMPLES]
LABELS = [example.label for example in EXAMPLES]


def test_probabilities_of_topics_sum_to_one_and_rejection_is_no_topic() -> None:
    model = TopicClassifier(StubEncoder()).fit(TEXTS, LABELS)
    chances = model.predict_proba(["где мой заказ", "", "👍", "верните деньги"])
    assert chances.shape == (4, 5)
    assert np.allclose(chances.sum(axis=1), 1, atol=1e-5)
    assert "out_of_scope" not in model.classes_
    assert list(model.classes_) == sorted(model.classes_)


def test_strangers_seem_less_in_scope() -> None:
    model = TopicClassifier(StubEncoder()).fit(TEXTS, LABELS)
    inside, outside = model.in_scope(["где мой заказ", "какая погода завтра"])
    assert inside > 0.5 > outside


def test_parameters_are_cloned_and_same_seeds_agree() -> None:
    model = TopicClassifier(StubEncoder(), ngram_strength=2.0, random_state=3)
    copy = clone(model)
    assert copy.get_params()["ngram_strength"] == 2.0
    first = model.fit(TEXTS, LABELS).predict_proba(TEXTS[:9])
    assert np.array_equal(first, copy.fit(TEXTS, LABELS).predict_proba(TEXTS[:9]))


def test_embeddings_made_before_give_the_same_model() -> None:
    encoder = StubEncoder()
    vectors = embed(encoder, [read(text) for text in TEXTS])
    given = TopicClassifier(encoder).fit(TEXTS, LABELS, embeddings=vectors)
    made = TopicClassifier(encoder).fit(TEXTS, LABELS)
    assert np.array_equal(given.predict_proba(TEXTS), made.predict_proba(TEXTS))


def test_works_without_an_encoder() -> None:
    model = TopicClassifier().fit(TEXTS, LABELS)
    assert model.score(*zip(*[(e.text, e.label) for e in EXAMPLES if e.label != "out_of_scope"],
                            strict=True)) > 0.9  # fmt: skip


def test_voices_are_left_out_whole() -> None:
    voices = [example.voice for example in EXAMPLES]
    folds = TopicClassifier().fit(TEXTS, LABELS, groups=voices).lesson_.folds
    for voice in set(voices):
        assert len({fold for fold, name in zip(folds, voices, strict=True) if name == voice}) == 1


@pytest.mark.parametrize("encoder", [None, StubEncoder()])
@pytest.mark.parametrize(
    ("texts", "labels"),
    [
        (["где заказ"], ["status"]),
        (["где заказ", "когда"], ["status", "status"]),
        (["где заказ", "верните"], ["status", "refund"]),
        (["", "", ""], ["a", "b", "out_of_scope"]),
        (["а", "б", "в", "г"], ["a", "a", "a", "b"]),
        (["x", "спам"], ["a", "out_of_scope"]),
    ],
)
def test_few_or_empty_messages_are_enough(
    encoder: StubEncoder | None, texts: list[str], labels: list[str]
) -> None:
    model = TopicClassifier(encoder).fit(texts, labels)
    chances = model.predict_proba(["где заказ", ""])
    assert np.isfinite(chances).all()
    assert np.isfinite(model.in_scope(["что угодно"])).all()


@pytest.mark.parametrize(("texts", "labels"), [([], []), (["а"], []), (["спам"], ["out_of_scope"])])
def test_refuses_what_teaches_nothing(texts: list[str], labels: list[str]) -> None:
    with pytest.raises(ValueError, match="needed"):
        TopicClassifier().fit(texts, labels)


def test_no_messages_get_no_answers() -> None:
    model = TopicClassifier(StubEncoder()).fit(TEXTS, LABELS)
    assert model.predict_proba([]).shape == (0, 5)


def test_titles_teach_where_messages_are_few() -> None:
    texts, labels = ["где мой заказ", "когда придёт заказ", "брак, не работает"], ["a", "a", "b"]
    titles = {"a": ["где заказ"], "b": ["ремонт"], "c": ["бабки назад"]}
    model = TopicClassifier(StubEncoder()).fit(texts, labels, titles=titles)
    assert list(model.classes_) == ["a", "b", "c"]
    assert list(model.predict(["деньги назад", "заказ где", "ремонт нужен"])) == ["c", "a", "b"]
    assert len(model.lesson_.labels) == len(model.fitted_.alone.topics) == len(texts)


def test_of_many_messages_one_fold_chooses_and_all_calibrate(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[int] = []
    known = fitting._Encoded._try

    def counting(self: Any, strength: float, *given: Any) -> Any:
        asked.append(len(given[-1]))
        return known(self, strength, *given)

    monkeypatch.setattr(fitting, "MANY", 10)
    monkeypatch.setattr(fitting._Encoded, "_try", counting)
    model = TopicClassifier(StubEncoder()).fit(TEXTS, LABELS)
    assert asked == [1, 1, 1, 4]
    assert model.fitted_.both is not None
