"""The sentences of a language as its files say them, and what each one asks for."""

import re
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

PERCENT = re.compile(r"(?<=[\d}]) %")  # a number is never parted from its sign


class _Names(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.found.add(node.id.name)


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
