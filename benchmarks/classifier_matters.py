"""Two matters in one message: how many are noticed, and how often one is taken for two."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from classifier.corpus import Example
from classifier.model import TopicModel
from classifier.scorer import REJECTED

FILE = Path(__file__).parent / "data" / "two_matters.tsv"


def noticed(
    model: TopicModel, heldout: Sequence[Example], queues: Mapping[str, str | None]
) -> list[tuple[str, object]]:
    """Rows of figures; only matters of different queues count, as those need different people."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    asked = [row for row in rows if queues[row["first"]] != queues[row["second"]]]
    said = model.classify_many([row["text"] for row in asked])
    both = sum(
        {row["first"], row["second"]} <= set(one.matters)
        for row, one in zip(asked, said, strict=True)
    )
    single = [example.text for example in heldout if example.label != REJECTED]
    false = sum(bool(one.matters) for one in model.classify_many(single))
    return [
        ("messages with two matters of different queues", len(asked)),
        ("of those, both named", both),
        ("held-out messages of one matter", len(single)),
        ("of those, taken for two", false),
    ]
