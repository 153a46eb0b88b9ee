"""Whatever the program writes into the log and into orders' histories has words on the page."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from handlers.texts import Texts
from models.memory import complaining as asked
from models.memory.complaints import PRODUCT_SCORE
from models.memory.surveys import CES, NPS
from services.finding import MODES
from services.privacy.own_data.exporting import VERB
from services.trade.return_rules import MOVES as CASES
from services.trade.states import MOVES as ORDERS
from services.voice.complaining import BY_STAFF, WORDS
from services.voice.dissatisfied import ORDER_SCORE, TICKET_SCORE

ROOT = Path(__file__).parents[2]
PLACE = {"record": 3, "note": 4}
# Verbs that come from elsewhere: by the file and what stands in the place of the verb.
NAMED = {
    ("services/finding.py", "MODES[on]"): set(MODES.values()),
    ("services/privacy/own_data/exporting.py", "VERB"): {VERB},
    ("services/promoting.py", "verb"): {
        *("model_promoted", "model_promoted_by_itself", "model_rolled_back")
    },
    ("services/settling.py", "verb"): {"pending", "resume", "resolve"},
    ("services/staffing.py", "key"): {"queue-joined", "queue-left"},
    ("services/topic_list.py", "verb"): {"topic_brought_back", "topic_retired"},
    ("services/trade/handling.py", "verb"): {verb for verb, _ in ORDERS},
    ("services/trade/holding.py", "verb"): set(),
    ("services/trade/return_cases.py", "verb"): set(),
    ("services/trade/return_desk.py", "f'giveback_{verb}'"): {
        f"giveback_{verb}" for verb, (_, _, who) in CASES.items() if who == "staff"
    },
    ("services/voice/complaining.py", "complaining.AGAIN"): {asked.AGAIN},
    ("services/voice/deciding.py", "DECIDED"): {asked.DECIDED},
}
CAUSES = {TICKET_SCORE, ORDER_SCORE, PRODUCT_SCORE, WORDS, BY_STAFF}
CAUSES |= {f"{kind}_score" for kind in (NPS, CES)}


def places() -> Iterator[tuple[str, ast.expr]]:
    """What stands in the place of the verb, wherever one is written down."""
    for path in [*(ROOT / "services").rglob("*.py"), *(ROOT / "models").rglob("*.py")]:
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call):
                name = ast.unparse(call.func).rpartition(".")[2]
                if name in PLACE and ast.unparse(call.func) != "leaving.note":
                    yield path.relative_to(ROOT).as_posix(), call.args[PLACE[name]]


def written() -> set[str]:
    """Every verb; fails on one that can't be read from the source."""
    found: set[str] = set()
    for path, said in places():
        choices = [said.body, said.orelse] if isinstance(said, ast.IfExp) else [said]
        for one in choices:
            if isinstance(one, ast.Constant):
                found.add(str(one.value))
            else:
                found |= NAMED[path, ast.unparse(one)]
    return found


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_verb_and_every_cause_has_words(language: str) -> None:
    texts, verbs = Texts(), written()
    assert {"take", "duty_off", "ship", "giveback_finish", "erase_for"} <= verbs
    for key, codes in (("own-verb", verbs), ("own-cause", CAUSES)):
        general = texts.say(language, key, name="never_heard_of")
        assert not re.search("never|_", general)
        said = {code: texts.say(language, key, name=code) for code in codes}
        assert [code for code, words in said.items() if words == general] == []
        assert len(set(said.values())) == len(said)
