"""Settings from the environment or `.env`; a wrong one is named in plain words."""

import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

TOKEN = re.compile(r"\d{3,}:[A-Za-z0-9_-]{3,}")
PAYMENT_TOKEN = re.compile(r"[\w:.-]{5,200}")
FASTEST = 1000
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
DATABASES = ("sqlite+aiosqlite://", "postgresql+psycopg://")


class WrongSetting(Exception):
    """One or more settings can't be used; the message says which, why, and what to write."""


class Settings(BaseSettings):
    """Everything that can be set; `.env.example` explains each."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True)

    bot_token: str = ""
    payment_token: str = ""
    bot_api_url: str = "https://api.telegram.org"
    database_url: str = ""
    data_dir: Path = Path("data")
    admin_ids: Annotated[tuple[int, ...], NoDecode] = ()
    shop_file: Path = Path("shop.toml")
    send_rate: float = 28.0
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @field_validator("bot_token")
    @classmethod
    def _token(cls, value: str) -> str:
        if value and not TOKEN.fullmatch(value):
            raise ValueError("must look like 123456:ABC-DEF, as BotFather gives it")
        return value

    @field_validator("payment_token")
    @classmethod
    def _payment(cls, value: str) -> str:
        if value and not PAYMENT_TOKEN.fullmatch(value):
            raise ValueError("must look like 123456:TEST:789, as BotFather gives it under Payments")
        return value

    @field_validator("bot_api_url")
    @classmethod
    def _url(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")):
            raise ValueError("must begin with http:// or https://")
        return value.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        if value and not value.startswith(DATABASES):
            raise ValueError(f"must begin with {' or '.join(DATABASES)}")
        return value

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _admins(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        parts = [part.strip() for part in value.split(",") if part.strip()]
        if not all(part.isdigit() for part in parts):
            raise ValueError("must be Telegram ids with commas between, such as 12345,67890")
        return tuple(int(part) for part in parts)

    @field_validator("send_rate", mode="before")
    @classmethod
    def _rate(cls, value: object) -> float:
        try:
            rate = float(str(value))
        except ValueError:
            rate = -1
        if not 0 <= rate <= FASTEST:
            raise ValueError(
                f"must be a number from 0 to {FASTEST}, such as 28 (messages a second), not {value}"
            )
        return rate

    @field_validator("log_level", mode="before")
    @classmethod
    def _level(cls, value: object) -> str:
        level = str(value).upper()
        if level not in LEVELS:
            raise ValueError(f"must be {', '.join(LEVELS[:-1])} or {LEVELS[-1]}, not {value}")
        return level

    @property
    def database(self) -> str:
        """The database's address; SQLite below DATA_DIR when none is set."""
        return self.database_url or f"sqlite+aiosqlite:///{self.data_dir / 'prilavok.db'}"

    @property
    def model_file(self) -> Path:
        """Where the serving model lies."""
        return self.data_dir / "models" / "current.model"


def make_folder(folder: Path) -> None:
    """A folder below DATA_DIR, or of the database; WrongSetting when it can't be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WrongSetting(
            f"DATA_DIR or DATABASE_URL: the folder {folder} can't be made ({error.strerror})"
        ) from error


def read_settings(**given: object) -> Settings:
    """Read the settings; raises WrongSetting that names every wrong one."""
    try:
        return Settings(**given)  # type: ignore[arg-type]
    except ValidationError as error:
        lines = [
            f"{str(one['loc'][0]).upper()}: {one['msg'].removeprefix('Value error, ')}"
            for one in error.errors()
        ]
        raise WrongSetting("\n".join(lines)) from error
