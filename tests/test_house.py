"""The house rules that are checks: short files, no registry addresses, no paths of a machine."""

import re
import subprocess
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TOO_LONG = 200
BY_NATURE_LONG = ("models/migrations/versions/",)


def tracked(*patterns: str) -> list[str]:
    """The project's files."""
    found = subprocess.run(
        ["git", "ls-files", *patterns], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [name for name in found.stdout.splitlines() if (ROOT / name).exists()]


def test_files_are_short() -> None:
    long = {
        name: lines
        for name in tracked("*.py", "*.js", "*.css")
        if not name.startswith(BY_NATURE_LONG)
        and (lines := len((ROOT / name).read_text(encoding="utf-8").splitlines())) > TOO_LONG
    }
    assert not long


def test_the_lock_names_no_addresses() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert not re.search(r"https?://|index-url|find-links", text), name
        pins = [line for line in text.splitlines() if re.match(r"[a-z]", line)]
        assert pins
        assert all("==" in line for line in pins)


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_every_pin_has_a_hash(name: str) -> None:
    blocks = re.split(r"\n(?=[a-z])", (ROOT / name).read_text(encoding="utf-8"))
    assert all("--hash=sha256:" in block for block in blocks if "==" in block)


def test_no_module_has_a_name_that_says_nothing() -> None:
    empty = {"utils", "helpers", "manager", "common", "misc"}
    assert not [name for name in tracked("*.py") if Path(name).stem in empty]


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_the_lock_pins_the_extras_that_packages_ask_for(name: str) -> None:
    """Where only `name` is pinned, pip takes the newest of `name[extra]` and then refuses it."""
    text = (ROOT / name).read_text(encoding="utf-8")
    pins = set(re.findall(r"^([a-z][\w.-]*(?:\[[\w,-]+\])?)==", text, re.MULTILINE))
    names = {pin.partition("[")[0] for pin in pins}
    asked = {
        needed.group(1).lower()
        for package in metadata.distributions()
        if package.metadata["Name"].lower() in names
        for requirement in package.requires or ()
        if (needed := re.match(r"([\w.-]+\[[\w,-]+\])", requirement))
        and "extra ==" not in requirement
    }
    assert not asked - pins
