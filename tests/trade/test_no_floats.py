"""Money is never a fraction: not in a column, not in an expression, not in the shop's file."""

import ast
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import JSON, BigInteger, Float, Integer, Numeric

from models.schema import metadata
from services.trade.prices import minor

ROOT = Path(__file__).parents[2]
ROOMS = ("models/trade", "services/trade", "handlers/trade")
MONEY = re.compile(r"price|total|amount|discount|goods|paid|cost|refund|least|money|minor", re.I)
COLUMNS = re.compile(r"price|total|amount|discount|refund|least$")


def fractions(tree: ast.AST) -> Iterator[int]:
    """Lines where something that is money is divided, or made or mixed with a float."""
    for node in ast.walk(tree):
        if isinstance(node, ast.BinOp):
            floats = isinstance(node.op, ast.Div) or any(map(_is_float, ast.walk(node)))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            floats = node.func.id in ("float", "round")
        else:
            continue
        if floats and any(map(_is_money, ast.walk(node))):
            yield node.lineno


def _is_float(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, float)


def _is_money(node: ast.AST) -> bool:
    name = getattr(node, "id", None) or getattr(node, "attr", None)
    return isinstance(name, str) and name != "total_seconds" and MONEY.search(name) is not None


def test_no_expression_makes_money_a_fraction() -> None:
    found = [
        f"{file.relative_to(ROOT)}:{line}"
        for room in ROOMS
        for file in sorted((ROOT / room).rglob("*.py"))
        for line in fractions(ast.parse(file.read_text(encoding="utf-8")))
    ]
    assert found == []


@pytest.mark.parametrize(
    "said", ["price / 2", "total * 0.9", "float(amount)", "round(order.total)", "x.discount + 0.5"]
)
def test_the_check_sees_what_it_should(said: str) -> None:
    assert list(fractions(ast.parse(said))) == [1]


def test_every_column_of_money_is_whole() -> None:
    found = {
        f"{table.name}.{column.name}": column.type
        for table in metadata.tables.values()
        for column in table.columns
        if COLUMNS.search(column.name) and not isinstance(column.type, JSON)
    }
    assert len(found) > 10
    wrong = [name for name, kind in found.items() if not isinstance(kind, BigInteger | Integer)]
    assert wrong == []
    assert not [name for name, kind in found.items() if isinstance(kind, Float | Numeric)]


@pytest.mark.parametrize(
    ("said", "currency", "found"),
    [
        (300, "RUB", 30000),
        ("12 990,50", "RUB", 1299050),
        (Decimal("0.1"), "RUB", 10),
        ("1299", "JPY", 1299),
        ("0", "RUB", 0),
    ],
)
def test_prices_are_read_exactly(said: object, currency: str, found: int) -> None:
    assert minor(said, currency) == found


@pytest.mark.parametrize(
    "said",
    [0.1, "12.345", "-5", "дорого", "", "NaN", "Infinity", True, None, "1e30", "1.5e1000000"],
)
def test_what_is_no_price_is_refused(said: object) -> None:
    with pytest.raises(ValueError, match="price"):
        minor(said, "RUB")
