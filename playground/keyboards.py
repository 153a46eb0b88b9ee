"""Checks of keyboards that go beyond the types of their fields."""

from __future__ import annotations

from typing import Any

from playground.errors import bad

MOST_BUTTONS = 100
DATA_LIMIT = 64
STYLES = {"danger", "success", "primary", "link"}
LOOKS = {"text", "style", "icon_custom_emoji_id"}


def checked_markup(markup: dict[str, Any] | None) -> dict[str, Any] | None:
    if markup is None:
        return None
    if "inline_keyboard" in markup:
        _check_inline(markup["inline_keyboard"])
    elif "keyboard" in markup:
        _check_reply(markup["keyboard"])
    return markup


def inline(markup: dict[str, Any] | None) -> dict[str, Any] | None:
    """The inline keyboard as the message keeps it, None when it has no button."""
    if not markup or not any(markup.get("inline_keyboard", ())):
        return None
    return {"inline_keyboard": [row for row in markup["inline_keyboard"] if row]}


def reply(markup: dict[str, Any] | None) -> dict[str, Any] | None:
    if markup and "inline_keyboard" in markup:
        return {"force_reply": True} if markup.get("force_reply") else None
    return markup


def _check_inline(rows: list[list[dict[str, Any]]]) -> None:
    buttons = [button for row in rows for button in row]
    if len(buttons) > MOST_BUTTONS:
        raise bad("REPLY_MARKUP_TOO_LONG")
    for button in buttons:
        _check_button(button)


def _check_button(button: dict[str, Any]) -> None:
    if not button["text"].strip():
        raise bad("text buttons are unallowed in the inline keyboard")
    if button.get("style", "link") not in STYLES:
        raise bad("invalid button style specified")
    actions = button.keys() - LOOKS
    if not actions:
        raise bad("text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad(f"inline keyboard button must have exactly one of {', '.join(sorted(actions))}")
    data = button.get("callback_data")
    if data is not None and not 1 <= len(data.encode()) <= DATA_LIMIT:
        raise bad("BUTTON_DATA_INVALID")
    if "url" in button and not button["url"].startswith(("http://", "https://", "tg://")):
        raise bad(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")


def _check_reply(rows: list[list[dict[str, Any]]]) -> None:
    buttons = [button for row in rows for button in row]
    if not buttons or not all(button["text"].strip() for button in buttons):
        raise bad("keyboard button text must be non-empty")
