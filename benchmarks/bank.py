"""BANKING77 as a shop: 77 topics in four queues, a model trained on them, a database to fill."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from classifier import storage
from classifier.corpus import Example, read_examples
from classifier.encoder import load_encoder
from classifier.training import train

ROOT = Path(__file__).parent.parent
BUILD = ROOT / "build" / "bench"
QUEUES = ("sales", "orders", "care", "triage")
GROUPS = {key: -1000000000001 - place for place, key in enumerate(QUEUES)}


@dataclass(frozen=True)
class Bank:
    """What a run needs: the messages, the model file and the shop file."""

    texts: tuple[str, ...]
    model: Path
    shop: Path


def data_folder() -> Path:
    """Where the public sets lie: `BENCH_DATA`, else beside the project."""
    return Path(os.environ.get("BENCH_DATA") or ROOT.parent / "shared" / "bench" / "classifier")


def open_bank() -> Bank | None:
    """The bank, its model trained at the first call; None when the data are not there."""
    folder = data_folder() / "banking77"
    if not (folder / "test.jsonl.gz").exists():
        return None
    BUILD.mkdir(parents=True, exist_ok=True)
    lessons = read_examples(folder / "train.jsonl.gz")
    keys = {label: f"b{n:02}" for n, label in enumerate(sorted({one.label for one in lessons}))}
    shop, model = BUILD / "shop.toml", BUILD / "banking77.model"
    shop.write_text(_shop_file(keys), encoding="utf-8")
    if not model.exists():
        named = [Example(one.text, keys[one.label], "en") for one in lessons]
        routes = {key: queue_of(place) for place, key in enumerate(keys.values())}
        trained = train(named, load_encoder(), routes, cache=BUILD / "cache", date="bench")
        storage.save(trained.model, model)
    texts = tuple(one.text for one in read_examples(folder / "test.jsonl.gz"))
    return Bank(texts, model, shop)


def queue_of(place: int) -> str:
    """Neighbouring topics share a queue."""
    return QUEUES[place * len(QUEUES) // 77]


def _shop_file(keys: Mapping[str, str]) -> str:
    lines = ['[shop]\nname = "Bank"\nlanguage = "en"\ntime_zone = "UTC"\nhours = {always = true}']
    lines.append('[contacts]\nphone = "1"\n[policies]\nprivacy_url = "https://bank.example"')
    for queue in QUEUES:
        lines.append(f'[queues.{queue}]\ntitle_ru = "{queue}"\ntitle_en = "{queue}"')
    for place, (label, key) in enumerate(keys.items()):
        title = json.dumps(label.replace("_", " "))
        lines.append(f"[topics.{key}]\ntitle_ru = {title}\ntitle_en = {title}")
        lines.append(f'queue = "{queue_of(place)}"')
    return "\n".join(lines) + "\n"
