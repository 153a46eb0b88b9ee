"""A wrong setting is named in plain words."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import WrongSetting, read_settings
from services.shop_file import ShopFileError, read_shop_file

ROOT = Path(__file__).parent.parent
GOOD = (ROOT / "shop.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"bot_token": "hello"}, "BOT_TOKEN: must look like 123456:ABC-DEF"),
        ({"bot_api_url": "telegram.org"}, "BOT_API_URL: must begin with http"),
        ({"database_url": "mysql://x"}, "DATABASE_URL: must begin with sqlite"),
        ({"admin_ids": "12, anna"}, "ADMIN_IDS: must be Telegram ids"),
        ({"send_rate": "fast"}, "SEND_RATE: must be a number from 0 to 1000, such as 28"),
        ({"send_rate": "fast"}, "(messages a second), not fast"),
        ({"send_rate": "-1"}, "SEND_RATE: must be a number from 0 to 1000"),
        ({"send_rate": 1001}, "not 1001"),
        ({"send_rate": "nan"}, "not nan"),
        ({"log_level": "loud"}, "LOG_LEVEL: must be DEBUG, INFO, WARNING or ERROR, not loud"),
    ],
)
def test_a_wrong_setting_is_named(given: dict[str, object], said: str) -> None:
    with pytest.raises(WrongSetting) as caught:
        read_settings(_env_file=None, **given)
    assert said in str(caught.value)


def test_every_wrong_setting_is_named_at_once() -> None:
    with pytest.raises(WrongSetting) as caught:
        read_settings(_env_file=None, bot_token="x", admin_ids="y")
    assert "BOT_TOKEN" in str(caught.value)
    assert "ADMIN_IDS" in str(caught.value)


def test_the_example_explains_every_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    for name in type(read_settings(_env_file=None)).model_fields:
        assert f"{name.upper()}=" in example, name


def test_settings_come_from_the_env_file(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("ADMIN_IDS=1, 22\nSEND_RATE=0\nLOG_LEVEL=debug\nDATABASE_URL=\n")
    settings = read_settings(_env_file=file)
    assert settings.admin_ids == (1, 22)
    assert settings.send_rate == 0
    assert settings.log_level == "DEBUG"
    assert settings.database.startswith("sqlite+aiosqlite:///")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('queue = "orders"', 'queue = "order"', "queue «order» is not among"),
        ("[queues.triage]", "[queues.other]", "[queues.triage] is missing"),
        ('[["фляга", "бутылка"]', '[["фляга"]', "[search] synonyms must be lists"),
        ("Europe/Moscow", "Europe/Moskow", "time_zone «Europe/Moskow» is unknown"),
        ("target_minutes = 15", "target_minutes = 0", "target_minutes must be a whole number"),
        ('title_ru = "Продажи"\n', "", 'needs title_ru = "…"'),
        ("mon-fri", "mon-fry", "unknown day"),
        ("[shop]", "[shop", "can't be read"),
    ],
)
def test_a_wrong_shop_file_is_explained(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    file = tmp_path / "shop.toml"
    file.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(ShopFileError) as caught:
        read_shop_file(file)
    assert said in str(caught.value)


def test_a_missing_shop_file_is_explained(tmp_path: Path) -> None:
    with pytest.raises(ShopFileError, match="does not exist"):
        read_shop_file(tmp_path / "shop.toml")


def test_a_wrong_rate_and_level_end_the_program_in_plain_words(tmp_path: Path) -> None:
    wrong = {"SEND_RATE": "fast", "LOG_LEVEL": "loud", "BOT_TOKEN": "100:TEST"}
    done = subprocess.run(
        [sys.executable, "-m", "bot", "run"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, **wrong, "DATA_DIR": str(tmp_path), "COLUMNS": "200"},
    )
    assert done.returncode == 2
    assert "SEND_RATE: must be a number from 0 to 1000" in done.stderr
    assert "LOG_LEVEL: must be DEBUG, INFO, WARNING or ERROR, not loud" in done.stderr
    assert "pydantic" not in done.stderr + done.stdout
