"""What the classifier says of one message."""

from dataclasses import dataclass
from typing import Literal

Decision = Literal["route", "ask", "triage"]
Branch = Literal["ngrams", "both"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """`topic` is always the likeliest real topic, `probability` its chance if it has one.

    `runners_up` are the next likeliest, `in_scope` in 0..1, `why` the words that weighed most,
    `nearest` the training message closest in meaning when the encoder was asked, `matters` the
    topics that parts of the message are surely about where these lead to several queues.
    """

    text: str
    topic: str
    probability: float
    runners_up: tuple[tuple[str, float], ...]
    decision: Decision
    in_scope: float
    why: tuple[str, ...]
    nearest: str | None
    branch: Branch
    matters: tuple[str, ...] = ()
