"""Doubles are found, and only doubles."""

import random

from classifier.check import Finding, check, leaks
from classifier.corpus import Example
from tests.classifier.messages import shop_messages


def kinds(findings: list[Finding]) -> list[str]:
    return [finding.kind for finding in findings]


def test_the_same_words_are_a_duplicate_whatever_their_marks() -> None:
    assert kinds(check([Example("Где заказ?", "a"), Example("где   заказ!!!", "a")])) == [
        "duplicate"
    ]


def test_one_message_with_two_labels_is_a_conflict() -> None:
    assert kinds(check([Example("ок", "a"), Example("Ок.", "b")])) == ["conflict"]


def test_nearly_the_same_is_found() -> None:
    first = Example("подскажите пожалуйста когда придет мой заказ", "a")
    second = Example("подскажите пожалуйста когда придет мой заказ а", "a")
    other = Example("подскажите пожалуйста есть ли такой насос", "a")
    assert kinds(check([first, second, other])) == ["near"]


def test_short_messages_may_be_alike() -> None:
    assert check([Example("где оно", "a"), Example("где они", "b")]) == []


def test_prefix_filtering_finds_what_comparing_all_pairs_finds() -> None:
    random.seed(1)
    words = sorted({word for e in shop_messages() for word in e.text.split()})[:14]
    corpus = [Example(" ".join(random.choices(words, k=6)), "a") for _ in range(150)]
    found = {frozenset((f.first.text, f.second.text)) for f in check(corpus)}

    def trigrams(text: str) -> set[str]:
        return {text[i : i + 3] for i in range(len(text) - 2)}

    expected = {
        frozenset((one.text, two.text))
        for i, one in enumerate(corpus)
        for two in corpus[i + 1 :]
        if len(trigrams(one.text) & trigrams(two.text))
        >= 0.8 * len(trigrams(one.text) | trigrams(two.text))
    }
    assert found == expected


def test_only_pairs_across_both_parts_are_leaks() -> None:
    train = [Example("где мой заказ скажите", "a"), Example("где мой заказ скажите", "a")]
    heldout = [Example("Где мой заказ, скажите", "a"), Example("верните мне деньги", "b")]
    assert [finding.second for finding in leaks(train, heldout)] == [heldout[0]]
