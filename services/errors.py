"""What a person is told when something can't be done: a refusal is no fault."""

from typing import Any


class Refusal(Exception):
    """The desk says no; `key` names the sentence, `args` fill it.

    Nothing of the story is stored; the person is told politely.
    """

    def __init__(self, key: str, **args: Any) -> None:
        super().__init__(key)
        self.key = key
        self.args_ = args
