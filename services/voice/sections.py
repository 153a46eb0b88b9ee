"""What `shop.toml` says of what customers say of the shop.

Raises ValueError with the section and what to write there.
"""

from collections.abc import Mapping
from typing import Any

NAMES: tuple[str, ...] = ("feedback", "complaints", "voice")
MOST_POLICY = 1500
WHOLE = {
    "feedback": {
        "spacing_hours": (0, 24 * 90),
        "nps_days": (0, 3650),
        "ces_percent": (0, 100),
    },
    "complaints": {"answer_hours": (1, 240), "decide_days": (1, 60), "ask_days": (1, 60)},
    "voice": {},
}
WORDS = {"feedback": (), "complaints": ("policy_ru", "policy_en"), "voice": ("digest",)}


def sections(raw: Mapping[str, Any]) -> dict[str, Any]:
    """The facts, as they are stored; only what the file names. `raw`: the file."""
    return {name: _section(name, raw[name]) for name in NAMES if name in raw}


def _section(name: str, entry: Any) -> dict[str, Any]:
    if not isinstance(entry, dict):
        raise ValueError(f"[{name}] must be a section")
    for key, value in entry.items():
        if key in WHOLE[name]:
            _check_whole(name, key, value)
        elif key in WORDS[name]:
            _check_words(name, key, value)
        else:
            known = ", ".join([*WHOLE[name], *WORDS[name]])
            raise ValueError(f"[{name}] {key} is unknown; it takes {known}")
    return dict(entry)


def _check_whole(name: str, key: str, value: Any) -> None:
    least, most = WHOLE[name][key]
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise ValueError(f"[{name}] {key} must be a whole number from {least} to {most}")


def _check_words(name: str, key: str, value: Any) -> None:
    if not isinstance(value, str) or len(value) > MOST_POLICY:
        raise ValueError(f'[{name}] {key} must be text of up to {MOST_POLICY} characters: "…"')
