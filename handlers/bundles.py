"""The sentences of a language as its files say them, and what each one asks for."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

LONGEST, MARK = 2500, "\x01"
PERCENT = re.compile(r"(?<=[\d}]) %")  # a number is never parted from its sign


class _Names(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.found.add(node.id.name)


def formatted(
    bundle: FluentBundle, pattern: Any, values: Mapping[str, Any]
) -> tuple[str, list[Exception]]:
    """A sentence with its arguments; what is too long for a placeable is put in afterwards.

    A mark stands for it meanwhile, of a character that no argument may hold.
    """
    long = {f"{MARK}{name}{MARK}": one for name, one in values.items() if _is_long(one)}
    short = {name: f"{MARK}{name}{MARK}" if _is_long(one) else one for name, one in values.items()}
    found, errors = bundle.format_pattern(pattern, short)
    said = str(found)
    for mark, words in long.items():
        said = said.replace(mark, words)
    return said, list(errors)


def _is_long(value: Any) -> bool:
    return isinstance(value, str) and len(value) > LONGEST


def bundle(folder: Path, language: str) -> FluentBundle:
    """Every sentence of a language."""
    found = FluentBundle([language], use_isolating=False)
    for file in sorted(folder.glob(f"{language}*.ftl")):
        said = file.read_text(encoding="utf-8")
        found.add_resource(_parsed(PERCENT.sub("\u00a0%", said)))
    return found


def arguments(bundle: FluentBundle, key: str) -> frozenset[str]:
    """The arguments that a sentence takes."""
    visitor = _Names()
    visitor.visit(bundle._messages[key])
    return frozenset(visitor.found)


@cache
def _parsed(text: str) -> ast.Resource:
    """Sentences are parsed once in a process: it takes a third of a second."""
    return FluentResource(text)
