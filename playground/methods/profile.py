"""What a bot tells about itself: commands, names, descriptions, menu buttons."""

from __future__ import annotations

from typing import Any

from playground.access import reachable
from playground.errors import bad
from playground.menu import scope_key
from playground.registry import Call, method

COMMAND_LIMIT = 100
LIMITS = {"name": 64, "description": 512, "short_description": 120}


def _key(call: Call) -> tuple[str, str]:
    return scope_key(call.get("scope")), call.get("language_code", "")


@method("setMyCommands")
def set_commands(call: Call) -> bool:
    commands = call.params["commands"]
    scope = call.get("scope", {})
    if "chat_id" in scope:
        reachable(call.world, call.bot, scope["chat_id"])
    if len(commands) > COMMAND_LIMIT:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        _check_command(command)
    call.bot.commands[_key(call)] = commands
    call.playground.commands_changed(call.bot)
    return True


def _check_command(command: dict[str, Any]) -> None:
    name = command["command"].removeprefix("/")
    plain = name.isascii() and name.replace("_", "").isalnum() and name == name.lower()
    if not plain or len(name) > 32:
        raise bad("BOT_COMMAND_INVALID")
    if not 1 <= len(command["description"]) <= 256:
        raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    command["command"] = name


@method("getMyCommands")
def get_commands(call: Call) -> list[dict[str, Any]]:
    return call.bot.commands.get(_key(call), [])


@method("deleteMyCommands")
def delete_commands(call: Call) -> bool:
    call.bot.commands.pop(_key(call), None)
    call.playground.commands_changed(call.bot)
    return True


def _field(call: Call) -> str:
    name = call.method.lower()[5:]
    return {"shortdescription": "short_description"}.get(name, name)


@method("setMyName", "setMyDescription", "setMyShortDescription")
def set_text(call: Call) -> bool:
    field = _field(call)
    text = call.get(field, "")
    if len(text) > LIMITS[field]:
        raise bad(f"bot {field.replace('_', ' ')} is too long")
    language = call.get("language_code", "")
    call.bot.profile[field, language] = text
    if field == "name" and text and not language:
        call.bot.first_name = text
        call.playground.commands_changed(call.bot)
    return True


@method("getMyName", "getMyDescription", "getMyShortDescription")
def get_text(call: Call) -> dict[str, str]:
    field = _field(call)
    profile = call.bot.profile
    default = profile.get((field, ""), call.bot.first_name if field == "name" else "")
    return {field: profile.get((field, call.get("language_code", "")), default)}


@method("setChatMenuButton")
def set_menu_button(call: Call) -> bool:
    button = call.get("menu_button", {"type": "default"})
    call.bot.menu_buttons[call.get("chat_id", 0)] = button
    return True


@method("getChatMenuButton")
def get_menu_button(call: Call) -> dict[str, Any]:
    buttons = call.bot.menu_buttons
    default = buttons.get(0, {"type": "default"})
    return buttons.get(call.get("chat_id", 0), default)


@method("setMyDefaultAdministratorRights")
def set_default_rights(call: Call) -> bool:
    call.bot.default_rights[call.get("for_channels", False)] = call.get("rights", {})
    return True
