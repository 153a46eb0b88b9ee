"""Messages without topics are sifted: whose, how long, and whether they are news."""

from classifier.intake.reading import Row
from classifier.intake.sifting import sift
from classifier.intake.survey import read_rows


def test_each_message_is_kept_or_counted_once() -> None:
    said = [
        ("когда привезут заказ", "0"),
        ("Заказ когда привезут?!", "0"),
        ("ок", "0"),
        ("доставка", "0"),
        ("7 5 9", "0"),
        ("где мой возврат", "0"),
        ("пишите в личку", "1"),
        ("ult vjq pfrfp", "0"),
    ]
    rows = read_rows(Row(line, text, who) for line, (text, who) in enumerate(said))
    found = sift(rows, frozenset({"1"}), frozenset({"где мой возврат"}))
    assert [one.row.text for one in found.kept] == ["когда привезут заказ", "ult vjq pfrfp"]
    assert found.left == {"repeats": 1, "short": 3, "known": 1, "away": 1}
    assert found.left.total() + len(found.kept) == len(said)
