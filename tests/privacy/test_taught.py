"""What the model learned from somebody who is erased stands in no file."""

import json
from pathlib import Path

from classifier import storage
from classifier.model import TopicModel
from classifier.readings import read
from classifier.wordless import only_words_of
from models.labels import PICK, Label
from services.privacy.own_data.taught import forget, marks_of
from tests.customer.conversation import stored
from tests.desk import Shop
from tests.privacy.canary import WORD, files_with
from tests.privacy.test_erasure import erases, swept

SAID = f"Верните деньги, {WORD}!"


async def test_texts_go_from_results_of_retrainings_and_exported_labels(shop: Shop) -> None:
    anna = shop.playground.user("Анна", language="ru")
    await anna.says(f"где мой заказ? {WORD}")
    await anna.waits_for("№1")
    async with shop.app.store.change() as tx:
        row = Label(ticket_id=1, text=SAID, topic_key="refund", origin=PICK)
        row.author_tg_id, row.created_at = anna.id, shop.clock()
        tx.add(row)
        other = Label(text="чужое", topic_key="refund", origin=PICK, author_tg_id=1)
        other.created_at = shop.clock()
        tx.add(other)
    folder = shop.app.settings.data_dir
    (folder / "runs" / "1").mkdir(parents=True)
    (folder / "exports").mkdir()
    trial = folder / "runs" / "1" / "trial.json"
    trial.write_text(json.dumps({"changed": [{"text": SAID}, {"text": "чужое"}], "n": 1}))
    (folder / "exports" / "x.csv").write_text(SAID)
    await erases(shop, anna)
    await swept(shop)
    assert json.loads(trial.read_text()) == {"changed": [{"text": ""}, {"text": "чужое"}], "n": 1}
    assert await files_with(shop, WORD) == []
    assert [one.text for one in await stored(shop, Label)] == ["чужое"]


def test_marks_hold_no_text_and_tell_cut_ones(tmp_path: Path) -> None:
    long = "слово " * 100
    (tmp_path / "runs" / "2").mkdir(parents=True)
    trial = tmp_path / "runs" / "2" / "trial.json"
    trial.write_text(json.dumps({"a": long[:300], "b": read(long), "c": [long]}))
    marks = marks_of([long])
    assert not any("слово" in mark for mark in marks)
    forget(tmp_path, marks)
    assert json.loads(trial.read_text()) == {"a": "", "b": "", "c": [""]}


def test_a_model_file_keeps_known_texts_only_and_says_the_same(
    model: TopicModel, tmp_path: Path
) -> None:
    branch = model.scorer.encoder
    assert branch is not None
    texts = branch.neighbours.texts
    secret, known = texts[0], set(texts[1:]) - {texts[0]}
    wordless = only_words_of(model, known)
    storage.save(wordless, tmp_path / "wordless.model")
    loaded = storage.load(tmp_path / "wordless.model", model.encoder)
    assert loaded.scorer.encoder is not None
    kept = loaded.scorer.encoder.neighbours.texts
    assert len(kept) == len(texts) and secret not in kept and kept[1:9] == texts[1:9]
    for text in ("где мой заказ?", "хочу вернуть деньги за шлем"):
        before, after = model.full([text])[0], loaded.full([text])[0]
        assert (before.topic, before.decision) == (after.topic, after.decision)
