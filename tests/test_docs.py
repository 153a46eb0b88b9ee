"""What the documents name exists."""

import re
from pathlib import Path

import pytest
from aiogram import Router
from aiogram.filters import Command
from typer.main import get_command

from bot.cli.wiring import app
from handlers.dispatching import customers, groups, staff_private

ROOT = Path(__file__).parent.parent
DOCS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\((?!https?://|#|mailto:)([^)#\s]+)")


def commands_of(router: Router) -> set[str]:
    """Every Telegram command that a router and its children know."""
    found: set[str] = set()
    for child in router.chain_tail:
        for handler in child.message.handlers:
            for held in handler.filters or []:
                if isinstance(held.callback, Command):
                    found |= {str(name) for name in held.callback.commands}
    return found


def test_command_line_in_documents_exists() -> None:
    known = set(get_command(app).commands)  # type: ignore[attr-defined]
    for path in DOCS:
        named = set(re.findall(r"python -m bot ([a-z]+)", path.read_text(encoding="utf-8")))
        assert named <= known, path.name
    assert known == {
        *("run", "demo", "migrate", "train", "evaluate", "classify", "check"),
        *("catalogue", "retention"),
    }


def test_make_targets_in_documents_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    known = set(re.findall(r"^([a-z-]+):", makefile, re.M))
    for path in DOCS:
        named = set(re.findall(r"`make ([a-z-]+)", path.read_text(encoding="utf-8")))
        assert named <= known, path.name


def test_telegram_commands_in_guides_exist() -> None:
    known = commands_of(groups()) | commands_of(staff_private()) | commands_of(customers())
    for path in sorted((ROOT / "docs" / "guides").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        named = set(re.findall(r"`/([a-z]+)", text))
        assert named <= known, (path.name, named - known)


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    for target in LINK.findall(path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


def test_every_setting_is_explained_to_operators() -> None:
    assert ".env.example" in (ROOT / "docs" / "guides" / "operator.md").read_text(encoding="utf-8")
