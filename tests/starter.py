"""The starter model that tests serve: trained once, kept below `build/` until the corpus changes.

`python -m tests.starter` trains it beside other checks, so that no test waits for it.
"""

import fcntl
from pathlib import Path

from bot import starter
from classifier.corpus import examples
from classifier.encoder import load_encoder
from classifier.model import TopicModel
from classifier.model_file import ModelRefused
from classifier.training import fingerprint
from services.shop_file import ShopSeed, read_shop_file

ROOT = Path(__file__).parent.parent


def kept_at() -> Path:
    """Where the model of the present corpus lies."""
    return ROOT / "build" / f"starter-{fingerprint(examples('train'))[:12]}.model"


def loaded(seed: ShopSeed, path: Path) -> TopicModel:
    """The model, trained when it is not there; whoever comes meanwhile waits."""
    routes = {topic.key: topic.queue for topic in seed.topics}
    path.parent.mkdir(exist_ok=True)
    with (path.parent / "training.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            return starter.load_or_train(path, routes, "test", load_encoder())
        except ModelRefused:
            path.unlink()
            return starter.load_or_train(path, routes, "test", load_encoder())


if __name__ == "__main__":
    loaded(read_shop_file(ROOT / "shop.toml"), kept_at())
