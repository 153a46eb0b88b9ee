"""The held-out messages with all it takes to measure models on them, one like the other."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from classifier.corpus import Example
from classifier.encoder import Encoder
from classifier.evaluation import Answer, answer
from classifier.model import TopicModel
from classifier.readings import checksum, read
from classifier.remembering import Remembering
from classifier.teaching import Rules

MOST = 20_000
AT_ONCE = 250
TRIAGE = "triage"
Advance = Callable[[int, int], None]


@dataclass(frozen=True)
class Bench:
    """Held-out messages, the shop's queues and what became of its topics.

    `memory` is an encoder that reads each message once, however many models are asked.
    """

    heldout: Sequence[Example]
    queues: Mapping[str, str | None]
    rules: Rules
    memory: Encoder | None = None

    def ask(self, model: TopicModel, advance: Advance = lambda done, total: None) -> list[Answer]:
        """What a model says, in the topics of now: an old model may still know merged ones."""
        if model.encoder is not None and self.memory is not None:
            model = replace(model, encoder=self.memory)
        texts, answers = [example.text for example in self.heldout], list[Answer]()
        for start in range(0, len(texts), AT_ONCE):
            verdicts = model.classify_many(texts[start : start + AT_ONCE])
            answers += [self._of_now(answer(verdict)) for verdict in verdicts]
            advance(len(answers), len(texts))
        return answers

    def _of_now(self, said: Answer) -> Answer:
        topics = dict.fromkeys(self.rules.topic(topic) or topic for topic in said.ranked)
        return replace(said, ranked=tuple(topics))

    def queue(self, topic: str) -> str | None:
        """Where messages of a topic go; None where no ticket is made, triage for unknown ones."""
        return self.queues.get(topic, TRIAGE)

    def led(self, said: Answer) -> str | None:
        """Where an answer leads."""
        return TRIAGE if said.decision == "triage" else self.queue(said.ranked[0])


def bench(
    heldout: Sequence[Example],
    queues: Mapping[str, str | None],
    rules: Rules,
    encoder: Encoder | None,
) -> Bench:
    """At most MOST of the messages, always the same ones; the rest would change no figure."""
    chosen = list(heldout)
    if len(chosen) > MOST:
        chosen = sorted(chosen, key=lambda example: checksum(read(example.text)))[:MOST]
    return Bench(chosen, queues, rules, Remembering(encoder) if encoder else None)
