"""The served model: what a verdict says, which branch says it, and that a file keeps it all."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError, replace
from pathlib import Path

import pytest

from classifier import model as served
from classifier import ngrams
from classifier.corpus import Example
from classifier.scorer import Scorer
from classifier.storage import load, save
from classifier.training import Trained, train
from tests.classifier.messages import QUEUES, shop_messages
from tests.classifier.stub import StubEncoder

TEXTS = ["где мой заказ", "ghbdtn", "верните бабки", "какая погода завтра", "", "насос", "👍 hm"]


def test_a_verdict_says_it_all(trained: Trained) -> None:
    verdict = trained.model.classify("Здравствуйте, где мой заказ?")
    assert verdict.topic == "order_status"
    assert verdict.decision == "route"
    assert verdict.text == "Здравствуйте, где мой заказ?"
    assert {"где", "мой", "заказ"} >= set(verdict.why) != set()
    assert len(verdict.runners_up) == 4
    assert verdict.probability + sum(p for _, p in verdict.runners_up) == pytest.approx(1, abs=1e-4)
    with pytest.raises(FrozenInstanceError):
        verdict.topic = "refund"  # type: ignore[misc]


def test_strangers_go_to_triage_with_their_likeliest_topic(trained: Trained) -> None:
    verdict = trained.model.classify("заработок без вложений пиши в личку")
    assert verdict.decision == "triage"
    assert verdict.topic in QUEUES


def test_one_by_one_or_many_at_once_is_the_same(trained: Trained) -> None:
    many = trained.model.classify_many(TEXTS)
    one = [trained.model.classify(text) for text in TEXTS]
    assert [(v.topic, v.decision, v.branch) for v in many] == [
        (v.topic, v.decision, v.branch) for v in one
    ]


def test_quick_answers_only_when_sure(trained: Trained) -> None:
    always = replace(trained.model, thresholds=replace(trained.model.thresholds, sure=0.0))
    never = replace(trained.model, thresholds=replace(trained.model.thresholds, sure=1.01))
    assert always.quick("где мой заказ") is not None
    assert never.quick("где мой заказ") is None
    assert never.classify("где мой заказ").branch == "both"


def test_what_quick_was_unsure_of_is_not_heard_twice(
    trained: Trained, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(Scorer, "read", lambda scorer, text: heard.append(text) or text)
    monkeypatch.setattr(served, "REMEMBERED", 2)
    never = replace(trained.model, thresholds=replace(trained.model.thresholds, sure=1.01))
    assert [never.quick(text) for text in ("a", "b", "c")] == [None] * 3
    assert [verdict.text for verdict in never.full(["c", "a", "c"])] == ["c", "a", "c"]
    assert heard == ["a", "b", "c", "a", "c"]


def test_the_encoder_shows_the_nearest_message(trained: Trained) -> None:
    [verdict] = trained.model.full(["верните бабки"])
    assert verdict.branch == "both"
    assert verdict.nearest is not None
    assert "верните бабки" in verdict.nearest


def test_without_an_encoder_the_ngrams_answer_and_it_says_so(trained: Trained) -> None:
    model = replace(trained.model, encoder=None)
    assert model.encoder_missing
    assert not trained.model.encoder_missing
    assert {verdict.branch for verdict in model.classify_many(TEXTS)} == {"ngrams"}


def test_a_model_without_encoder_misses_none(plain: Trained) -> None:
    assert not plain.model.encoder_missing
    assert plain.model.classify("где мой заказ").topic == "order_status"
    assert [v.branch for v in plain.model.full(["где мой заказ"])] == ["ngrams"]


def test_a_file_keeps_every_answer(trained: Trained, plain: Trained, tmp_path: Path) -> None:
    for name, model in (("both", trained.model), ("plain", plain.model)):
        save(model, tmp_path / name)
        again = load(tmp_path / name, StubEncoder())
        assert (again.version, again.topics) == (model.version, model.topics)
        assert again.metrics == model.metrics
        for before, after in zip(
            model.classify_many(TEXTS), again.classify_many(TEXTS), strict=True
        ):
            assert (before.topic, before.decision, before.why, before.nearest) == (
                after.topic,
                after.decision,
                after.why,
                after.nearest,
            )
            assert before.probability == pytest.approx(after.probability, abs=0.01)


def test_the_version_names_date_and_content(trained: Trained) -> None:
    assert trained.model.version.startswith("2026-01-31-")
    again = train(shop_messages(), StubEncoder(), QUEUES, date="2026-01-31")
    assert again.model.version == trained.model.version
    fewer = train(shop_messages()[:-1], StubEncoder(), QUEUES, date="2026-01-31")
    assert fewer.model.version != trained.model.version


def test_training_tells_its_progress_and_remembers_embeddings(tmp_path: Path) -> None:
    heard: list[tuple[str, int, int]] = []
    messages = shop_messages()
    train(messages, StubEncoder(), QUEUES, lambda *step: heard.append(step), cache=tmp_path)
    assert list(dict.fromkeys(stage for stage, _, _ in heard)) == ["embed", "ngrams", "encoder"]
    assert all(done <= total for _, done, total in heard)
    heard.clear()
    train(messages, StubEncoder(), QUEUES, lambda *step: heard.append(step), cache=tmp_path)
    assert "embed" not in {stage for stage, _, _ in heard}


def test_a_broken_cache_is_no_loss(tmp_path: Path) -> None:
    (tmp_path / "embeddings-stub-160.npz").write_bytes(b"PK\x03\x04 no archive")
    train(shop_messages(), StubEncoder(), QUEUES, cache=tmp_path)


def test_a_report_measures_strangers(trained: Trained) -> None:
    assert trained.report.messages == 150
    assert trained.report.out_of_scope == 30
    assert trained.report.accuracy > 0.8
    assert trained.model.metrics["accuracy"] == trained.report.accuracy


def test_threads_may_ask_at_once(trained: Trained, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ngrams, "REMEMBERED", 3)
    texts = TEXTS * 20
    alone = trained.model.classify_many(texts)
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(trained.model.classify_many, [texts] * 8))
    assert all([v.topic for v in said] == [v.topic for v in alone] for said in together)


@pytest.mark.parametrize("encoder", [None, StubEncoder()])
@pytest.mark.parametrize(
    "messages",
    [
        [Example("где заказ", "status")],
        [Example("где заказ", "status"), Example("", "refund")],
        [Example("где заказ", "status"), Example("спам", "out_of_scope")],
        [Example("👍", "status", voice="a"), *shop_messages()[:40]],
    ],
)
def test_a_new_shop_with_few_messages_gets_a_model(
    encoder: StubEncoder | None, messages: list[Example], tmp_path: Path
) -> None:
    trained = train(messages, encoder, {"status": "orders"})
    save(trained.model, tmp_path / "m")
    verdict = load(tmp_path / "m", encoder).classify("где мой заказ")
    assert verdict.topic in trained.model.topics
    assert 0 <= verdict.in_scope <= 1
    assert 0 <= verdict.probability <= 1.001
