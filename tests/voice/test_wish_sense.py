"""Wishes told from sentences that only sound like them: figures on sentences held out."""

from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.model import TopicModel
from insight import grouping, wishes
from services.understanding import Understanding
from services.voice.wish_sense import Sense, read_examples

HERE = Path(__file__).parent
HELDOUT = read_examples(HERE / "wishes_heldout.tsv")


async def found(sense: Sense) -> tuple[float, float]:
    """Precision and recall on the sentences held out."""
    said = await sense.wishes_in([one.text for one in HELDOUT])
    right = sum(bool(words) and one.is_wish for words, one in zip(said, HELDOUT, strict=True))
    return right / sum(map(bool, said)), right / sum(one.is_wish for one in HELDOUT)


def test_no_sentence_is_both_learned_from_and_held_out() -> None:
    learned = {one.text for one in read_examples()}
    assert len(learned) + len(HELDOUT) >= 200
    assert not learned & {one.text for one in HELDOUT}


async def test_precise_rather_than_greedy(model: TopicModel) -> None:
    precision, recall = await found(Sense(Understanding(model)))
    assert precision >= 0.95 and recall >= 0.75


async def test_without_an_encoder_only_plain_ones_are_found() -> None:
    bare = Understanding(object())  # type: ignore[arg-type]
    precision, recall = await found(Sense(bare))
    assert precision >= 0.95 and 0.1 < recall < 0.5


async def test_the_same_is_put_together_and_little_else(model: TopicModel) -> None:
    rows = [line.split("\t") for line in (HERE / "wish_groups.tsv").read_text("utf-8").splitlines()]
    held = [row[1:] for row in rows if row[0] == "held"]
    vectors = await Sense(Understanding(model)).vectors([text for _, text in held])
    centres = np.empty((0, vectors.shape[1]), np.float32)
    many, joined = list[int](), list[int]()
    for vector in vectors:
        place = grouping.nearest(centres, vector)
        if place is None:
            place = len(centres)
            centres, many = np.vstack((centres, vector[None, :])), [*many, 0]
        else:
            centres[place] = grouping.mean_of(centres[place], many[place], vector)
        many[place] += 1
        joined.append(place)
    pairs = list(combinations(range(len(held)), 2))
    true = {pair for pair in pairs if held[pair[0]][0] == held[pair[1]][0]}
    said = {pair for pair in pairs if joined[pair[0]] == joined[pair[1]]}
    assert len(true & said) / len(true) >= 0.8
    assert len(true & said) / len(said) >= 0.6


@pytest.mark.parametrize("text", ["", "…", "?!", "\n\n", "а" * 100_000, "хотелось бы " * 9000])
def test_odd_texts_are_read_in_no_time(text: str) -> None:
    for one in wishes.candidates(text):
        assert len(one) <= wishes.MOST
    assert grouping.letters_of([grouping.subject_of(text[: wishes.MOST])]).shape == (1, 512)


@given(st.text(max_size=300))
def test_any_text_has_a_vector_of_letters(text: str) -> None:
    rows = grouping.letters_of([grouping.subject_of(text)])
    assert np.isfinite(rows).all() and float(np.linalg.norm(rows)) <= 1.001
