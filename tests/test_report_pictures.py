"""Pictures of a retraining: as wide as a phone, whatever the shop calls its topics."""

import struct
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from bot.reports.canvas import Words
from bot.reports.retraining import draw
from classifier.bench import Bench
from classifier.corpus import Example
from classifier.curve import fit
from classifier.teaching import Rules
from classifier.trial import compare
from handlers.texts import Texts
from tests.classifier.parrot import Parrot

WIDE, TALLEST = 1080, 3000
LONG = "Очень длинное название темы про всё на свете, чтобы увидеть, что станет с ним на картинке"


def size_of(picture: Path) -> tuple[int, int]:
    head = picture.read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", head[16:24])
    return width, height


@pytest.mark.parametrize(
    ("topics", "compared", "language"), [(1, False, "en"), (3, True, "en"), (45, True, "ru")]
)
def test_every_shop_gets_pictures(
    tmp_path: Path, topics: int, compared: bool, language: str
) -> None:
    names = [f"topic_{number}" for number in range(topics)]
    titles = {name: f"{LONG} {name} $x$ <b> 🚚 {{}}" for name in names[1:]}
    heldout = [Example(f"{name} {number}", name) for name in names for number in range(4)]
    stand = Bench(heldout, dict.fromkeys(names, "care"), Rules())
    random = np.random.default_rng(0)
    said = {one.text: one.label if random.random() < 0.7 else names[0] for one in heldout}
    trial = compare(Parrot(said), Parrot() if compared else None, stand)  # type: ignore[arg-type]
    counts = [Counter(dict.fromkeys(names, size)) for size in (5, 10, 20)]
    tops = [one.ranked[0] for one in trial.candidate.answers]
    curve = fit(stand, counts, [[names[0]] * len(tops), tops, tops])
    words = Words(language, titles)
    found = draw(trial, curve if compared else None, stand, 2, words, tmp_path)
    assert len(found) == (5 if compared else 4)
    for one in found:
        width, height = size_of(tmp_path / one["file"])
        assert width == WIDE
        assert height < TALLEST
        assert one["caption_key"] in Texts().keys(language)


def test_titles_are_cut_and_lose_what_can_not_be_drawn() -> None:
    words = Words("ru", {"a": "🚚 Доставка", "b": LONG, "c": "🚚", "d": "Цена $"})
    assert words.title("a", 20) == "Доставка"
    assert words.title("b", 20) == "Очень длинное назва…"
    assert words.title("c", 20) == "c"
    assert words.title("d", 20) == r"Цена \$"
    assert words.title("unknown", 20) == "unknown"
    assert (words.percent(0.9375), Words("en", {}).percent(0.9375)) == ("93,8", "93.8")
