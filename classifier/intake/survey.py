"""What a file would teach: topics, repeats, contradictions, near-duplicates. Linear time."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from classifier.intake.reading import Row
from classifier.ngrams import tokens
from classifier.readings import read

LEFT_OUT = ""  # in place of a topic: a person decided that this label is not wanted
EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class Read:
    """A row, its likeliest reading, and its words in a stable order: twins have the same."""

    row: Row
    reading: str
    words: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person decided about a file.

    `topics`: by label in lower case, LEFT_OUT included; `out`: lines that are not wanted;
    `twins`: near-duplicates are wanted; `against`: also what contradicts labels known before.
    """

    topics: Mapping[str, str]
    out: frozenset[int] = frozenset()
    twins: bool = True
    against: bool = False


@dataclass(slots=True)
class Clash:
    """One message under two topics."""

    text: str
    one: str
    other: str


@dataclass(slots=True)
class Survey:
    """`kept` would be stored, each with its topic; the rest says what would not, and why."""

    kept: list[tuple[Read, str]] = field(default_factory=list)
    topics: Counter[str] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)
    wordless: int = 0
    repeats: int = 0
    known: int = 0
    twins: int = 0
    conflicts: int = 0
    clashes: list[Clash] = field(default_factory=list)
    against: int = 0
    contradictions: list[Clash] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Known:
    """What the shop knows already: topics by reading, and the words of those messages."""

    topics: Mapping[str, str]
    words: frozenset[str]


def read_rows(rows: Iterable[Row]) -> list[Read]:
    """Each row with its reading; the dear part of a survey."""
    found = []
    for row in rows:
        reading = read(row.text)
        found.append(Read(row, reading, words_of(reading)))
    return found


def read_texts(texts: Iterable[str]) -> list[Read]:
    """The readings of messages that stand in no file."""
    return read_rows(Row(0, text, "") for text in texts)


def words_of(reading: str) -> str:
    """What twins have in common: the words, each once, in whatever order; no numbers."""
    words = " ".join(sorted({word for word in tokens(reading) if word.isalpha()}))
    return words or reading


def survey(rows: Sequence[Read], choice: Choice, known: Known) -> Survey:
    """Sort the rows of a file into what would be stored and what would not."""
    found = Survey()
    wanted = list(_wanted(rows, choice, found))
    said: dict[str, str] = {}
    torn: set[str] = set()
    for one, topic in wanted:
        first = said.setdefault(one.reading, topic)
        if first != topic and one.reading not in torn:
            torn.add(one.reading)
            _note(found.clashes, Clash(one.row.text, first, topic))
    found.conflicts = len(torn)
    _keep(found, [(one, topic) for one, topic in wanted if one.reading not in torn], choice, known)
    return found


def _wanted(rows: Sequence[Read], choice: Choice, found: Survey) -> Iterable[tuple[Read, str]]:
    for one in rows:
        topic = choice.topics.get(one.row.label.casefold())
        if one.row.line in choice.out:
            continue
        if topic is None:
            found.unknown[one.row.label] += 1
        elif not one.reading:
            found.wordless += 1
        elif topic != LEFT_OUT:
            yield one, topic


def _keep(found: Survey, wanted: Iterable[tuple[Read, str]], choice: Choice, known: Known) -> None:
    taken: set[str] = set()
    words = set(known.words)
    for one, topic in wanted:
        if one.reading in taken:
            found.repeats += 1
            continue
        taken.add(one.reading)
        if not _is_news(found, one, topic, choice, known):
            continue
        twin = one.words in words and one.reading not in known.topics
        words.add(one.words)
        found.twins += twin
        if not twin or choice.twins:
            found.topics[topic] += 1
            found.kept.append((one, topic))


def _is_news(found: Survey, one: Read, topic: str, choice: Choice, known: Known) -> bool:
    """Whether the shop has not heard this before, or is told otherwise and wants that."""
    before = known.topics.get(one.reading)
    if before is None:
        return True
    if before == topic:
        found.known += 1
        return False
    found.against += 1
    _note(found.contradictions, Clash(one.row.text, before, topic))
    return choice.against


def _note(examples: list[Clash], clash: Clash) -> None:
    if len(examples) < EXAMPLES:
        examples.append(clash)
