"""A model that says what it is told to say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from classifier.verdict import Decision, Verdict


@dataclass
class Parrot:
    """`answers` by text: a topic, or a topic and a decision; anything else is `default`."""

    answers: Mapping[str, str | tuple[str, Decision]] = field(default_factory=dict)
    default: str = "refund"
    encoder_name: str | None = None
    encoder: object | None = None

    def classify(self, text: str) -> Verdict:
        said = self.answers.get(text, self.default)
        topic, decision = said if isinstance(said, tuple) else (said, "route")
        in_scope = 0.1 if decision == "triage" else 0.9
        others = tuple((other, 0.05) for other in ("one", "two") if other != topic)
        return Verdict(text, topic, 0.9, others, decision, in_scope, (), None, "ngrams")

    def classify_many(self, texts: Sequence[str]) -> list[Verdict]:
        return [self.classify(text) for text in texts]
