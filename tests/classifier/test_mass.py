"""A model of very many messages: as good as of few, the same each time, safe in its file."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from classifier import model_file
from classifier.bulk import Bulk
from classifier.corpus import Example
from classifier.evaluation import evaluate
from classifier.hashed import HashedVocabulary
from classifier.hashing import Hasher, learn_hashed, spelled
from classifier.mass import massed
from classifier.model import TopicModel
from classifier.model_file import ModelRefused
from classifier.ngrams import tokens
from classifier.storage import arrays_of, header_of, load, save
from classifier.training import Trained, train
from tests.classifier.messages import QUEUES, shop_messages
from tests.classifier.stub import StubEncoder

TAILS = ("", " пожалуйста", " спасибо", " срочно", " please", " подскажите", " очень жду")
ASKED = [Example(f"{one.text} а", one.label) for one in shop_messages()[1::7]]


def messages() -> list[Example]:
    return [replace(one, text=one.text + tail) for one in shop_messages() for tail in TAILS]


def learn(examples: list[Example], encoder: StubEncoder | None, seed: int = 0) -> TopicModel:
    sample, mass = massed(examples, large=0, most=400)
    assert mass is not None
    return train(sample, encoder, QUEUES, seed=seed, mass=mass).model


@pytest.fixture(scope="module")
def many() -> TopicModel:
    return learn(messages(), StubEncoder())


@pytest.fixture
def file(many: TopicModel, tmp_path: Path) -> Path:
    path = tmp_path / "many.model"
    save(many, path)
    return path


@pytest.mark.parametrize("encoder", [None, StubEncoder()])
def test_it_is_about_as_good_as_with_all_at_once(encoder: StubEncoder | None) -> None:
    everything: Trained = train(messages(), encoder, QUEUES)
    ours, theirs = evaluate(learn(messages(), encoder), ASKED), evaluate(everything.model, ASKED)
    assert ours.accuracy > theirs.accuracy - 0.05
    assert ours.accuracy > 0.85
    assert ours.caught is not None and ours.caught > 0.5


def test_the_large_way_is_the_one_taken_and_only_a_sample_has_meaning(many: TopicModel) -> None:
    scorer = many.scorer
    assert isinstance(scorer.vocabulary, HashedVocabulary)
    assert scorer.encoder is not None
    assert len(scorer.encoder.neighbours.texts) <= 400 < len(messages())


def test_the_same_messages_make_the_same_model_whatever_chance_does_elsewhere() -> None:
    np.random.default_rng().random()
    first, again = (learn(messages(), StubEncoder()) for _ in range(2))
    assert first.version == again.version
    other = learn(messages(), StubEncoder(), seed=1)
    assert other.version != first.version


def test_it_serves_what_it_was_trained_on() -> None:
    bulk = Bulk()
    texts = ["где мой заказ", "заказ заказ где", "", "! 12 34", "abc где", "а", "😀 где", "где 😀"]
    for text in texts:
        bulk.add(text)
    spelling = spelled(bulk)
    vocabulary = learn_hashed(bulk, np.arange(len(texts)), spelling, 10_000, rarest=1)
    rows = Hasher(bulk, spelling, vocabulary).features(np.arange(len(texts))).toarray()
    for text, row in zip(texts, rows, strict=True):
        served = vocabulary.features(tokens(text))
        dense = np.zeros(len(row))
        dense[served.ids] = served.values
        assert dense == pytest.approx(row, abs=1e-6)


def test_words_beyond_the_limit_are_passed_over() -> None:
    bulk = Bulk(most_words=2)
    for text in ("раз два три раз", "четыре", "два"):
        bulk.add(text)
    assert list(bulk.words) == ["раз", "два"]
    counted = bulk.rows(np.arange(3)).counted(2).toarray()
    assert counted.tolist() == [[2, 1], [0, 0], [0, 1]]
    vocabulary = learn_hashed(bulk, np.arange(3), spelled(bulk), 100, rarest=1)
    assert vocabulary.knows("раз") and not vocabulary.knows("четыре")


def test_its_file_says_the_same(many: TopicModel, file: Path) -> None:
    loaded = load(file, StubEncoder())
    assert isinstance(loaded.scorer.vocabulary, HashedVocabulary)
    texts = [one.text for one in ASKED]
    for ours, theirs in zip(many.classify_many(texts), loaded.classify_many(texts), strict=True):
        assert (ours.topic, ours.why, ours.branch) == (theirs.topic, theirs.why, theirs.branch)
        assert ours.probability == pytest.approx(theirs.probability, abs=0.01)
    assert loaded.classify("где мой закаэ").topic == "order_status"  # mended
    assert loaded.new_words("где мой квадрокоптер") == ["квадрокоптер"]
    assert loaded.classify("где мой заказ").why


def refuses(path: Path) -> None:
    with pytest.raises(ModelRefused):
        load(path, StubEncoder())


@pytest.mark.parametrize("share", [0.01, 0.5, 0.99])
def test_a_truncated_file_is_refused(file: Path, share: float) -> None:
    file.write_bytes(file.read_bytes()[: int(share * file.stat().st_size)])
    refuses(file)


def test_sealed_nonsense_is_refused(many: TopicModel, tmp_path: Path) -> None:
    arrays = arrays_of(many.scorer)
    kept = arrays["buckets"]
    for name, nonsense in (
        ("buckets", kept[:-1]),
        ("buckets", kept.astype(np.float32)),
        ("buckets", np.zeros_like(kept)),
        ("buckets", kept.astype(np.int64) - 2**22),
        ("buckets", kept.astype(np.int64) + 2**22),
        ("buckets", kept.reshape(1, -1)),
        ("rarity", np.full(len(kept), np.nan)),
        ("words", np.frombuffer(b"\xff\xfe", np.uint8)),
        ("ngram_weights", arrays["ngram_weights"][:-1]),
    ):
        model_file.write(tmp_path / "m", header_of(many), {**arrays, name: nonsense})
        refuses(tmp_path / "m")
    del arrays["words"]
    model_file.write(tmp_path / "m", header_of(many), arrays)
    refuses(tmp_path / "m")


@pytest.mark.parametrize("encoder", [None, StubEncoder()])
@pytest.mark.parametrize(
    ("texts", "labels"),
    [
        (["где заказ"] * 5, ["status"] * 5),
        (["где заказ", "верните"] * 9, ["status", "refund"] * 9),
        ([""] * 8, ["a", "b", "out_of_scope", "a"] * 2),
        (["x" * 100_000, "где", "верните", ""], ["a", "a", "a", "b"]),
        ([*(f"где заказ {n}" for n in "абвгдежз"), "верните"], [*["status"] * 8, "refund"]),
    ],
)
def test_odd_lessons_do_no_harm(
    encoder: StubEncoder | None, texts: list[str], labels: list[str]
) -> None:
    sample, mass = massed([Example(*pair) for pair in zip(texts, labels, strict=True)], large=0)
    model = train(sample, encoder, {}, mass=mass, titles={"new": ["совсем новое"]}).model
    for text in ("где заказ", "", "x" * 100_000):
        assert np.isfinite(model.classify(text).probability)
