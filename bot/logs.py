"""Readable logs without secrets or personal data."""

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

TOKEN = re.compile(r"\b(?:bot)?\d{3,}:[A-Za-z0-9_-]{3,}")
PHONE = re.compile(r"\+?\d[\d\s()-]{8,}\d")
MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}")
Event = MutableMapping[str, Any]


def set_up(level: str) -> None:
    """Logs go to standard error: coloured for a person, plain lines otherwise."""
    numeric = getattr(logging, level)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="%Y-%m-%d %H:%M:%S", utc=False),
            _trace,
            _hide,
            structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty()),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(numeric),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    logging.basicConfig(level=max(numeric, logging.WARNING), stream=sys.stderr, force=True)
    for handler in logging.getLogger().handlers:
        handler.addFilter(_HideInRecords())


def hide(text: str) -> str:
    """Take out tokens, phone numbers and addresses."""
    return MAIL.sub("<mail>", PHONE.sub("<number>", TOKEN.sub("<token>", text)))


def _trace(logger: Any, name: str, event: Event) -> Event:
    """A traceback as file, line and error: never the values of variables."""
    given = event.pop("exc_info", None)
    if not given:
        return event
    error = given if isinstance(given, BaseException) else sys.exc_info()[1]
    if error is None:
        return event
    steps = []
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        steps.append(f"{code.co_filename.rsplit('/', 2)[-1]}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    event["error"] = type(error).__name__
    event["at"] = " < ".join(reversed(steps[-6:]))
    return event


def _hide(logger: Any, name: str, event: Event) -> Event:
    for key, value in event.items():
        if isinstance(value, str) and key not in ("timestamp", "level"):
            event[key] = hide(value)
    return event


class _HideInRecords(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = hide(record.getMessage()), ()
        if record.exc_info:
            kind = record.exc_info[0]
            record.msg = f"{record.msg} ({kind.__name__ if kind else 'error'})"
            record.exc_info = record.exc_text = None
        return True
