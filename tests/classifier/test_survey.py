"""What a file would teach, and which of its labels are probably wrong."""

from classifier.intake.reading import Row
from classifier.intake.survey import Choice, Known, Survey, read_rows, survey, words_of
from classifier.intake.suspects import Seen, spread, suspects
from classifier.readings import read

TOPICS = {"delivery": "delivery", "refund": "refund"}
NOTHING = Known({}, frozenset())


def found(rows: list[tuple[str, str]], known: Known = NOTHING, **choice: object) -> Survey:
    given = Choice(**({"topics": TOPICS} | choice))  # type: ignore[arg-type]
    read_in = read_rows([Row(at, *row) for at, row in enumerate(rows, start=1)])
    return survey(read_in, given, known)


def test_repeats_conflicts_and_unknown_labels() -> None:
    said = found(
        [
            ("где заказ", "delivery"),
            ("Где  заказ", "Delivery"),
            ("верните деньги", "refund"),
            ("верните деньги", "delivery"),
            ("что-то", "other"),
            ("не то", "Refund"),
        ]
    )
    assert [one.row.line for one, _ in said.kept] == [1, 6]
    assert (said.repeats, said.conflicts, dict(said.unknown)) == (1, 1, {"other": 1})
    [clash] = said.clashes
    assert (clash.one, clash.other) == ("refund", "delivery")


def test_unknown_labels_are_mapped_or_left_out_and_lines_taken_out() -> None:
    rows = [("где заказ", "Доставка"), ("верните", "мусор"), ("когда", "delivery")]
    said = found(rows, topics=TOPICS | {"доставка": "delivery", "мусор": ""}, out=frozenset({3}))
    assert [(one.row.line, topic) for one, topic in said.kept] == [(1, "delivery")]
    assert not said.unknown


def test_what_is_known_already() -> None:
    said_before = {read("где заказ"): "delivery", read("верните деньги"): "refund"}
    known = Known(said_before, frozenset(map(words_of, said_before)))
    rows = [
        ("где заказ", "delivery"),
        ("Верните деньги!", "refund"),
        ("верните деньги", "delivery"),
    ]
    said = found(rows, known)
    assert said.known == 1
    assert [(one.one, one.other) for one in said.contradictions] == [("refund", "delivery")]
    assert [one.row.line for one, _ in said.kept] == [2]
    assert [one.row.line for one, _ in found(rows, known, against=True).kept] == [2, 3]


def test_twins_have_the_same_words() -> None:
    rows = [
        ("где заказ 15", "delivery"),
        ("заказ 16 где?", "delivery"),
        ("где посылка", "delivery"),
    ]
    assert found(rows).twins == 1
    assert len(found(rows).kept) == 3
    assert [one.row.line for one, _ in found(rows, twins=False).kept] == [1, 3]


def test_doubts_are_those_where_the_model_is_as_sure_as_usual_of_another_topic() -> None:
    seen = [Seen(at, "x", "delivery", {"delivery": 0.9, "refund": 0.1}) for at in range(5)]
    seen += [Seen(10 + at, "y", "refund", {"refund": 0.8, "delivery": 0.2}) for at in range(5)]
    wrong = Seen(20, "z", "refund", {"delivery": 0.95, "refund": 0.02})
    weak = Seen(21, "w", "refund", {"delivery": 0.6, "refund": 0.4})
    foreign = Seen(22, "v", "gifts", {"delivery": 0.99})
    doubted = suspects([*seen, wrong, weak, foreign], frozenset(TOPICS))
    assert [(one.line, one.said, one.guess) for one in doubted] == [(20, "refund", "delivery")]


def test_a_sample_is_spread_evenly() -> None:
    assert spread(3, 5) == [0, 1, 2]
    assert spread(10, 5) == [0, 2, 4, 6, 8]
