"""Where model files and training runs lie; nothing is loaded whose content is not as recorded."""

import hashlib
import json
import shutil
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from classifier.model_file import ModelRefused
from services.understanding import FIRST_WORDS, Model

SUFFIX = ".model"
TRIAL = "trial.json"
CANDIDATE = f"candidate{SUFFIX}"
LARGEST_TRIAL = 8 * 2**20
KNOWN = 0.5
RUNS_KEPT = 20


class Unfit(Exception):
    """A model file that can't serve; `why` is missing, changed, damaged or foreign."""

    def __init__(self, why: str, said: str = "") -> None:
        super().__init__(said or f"its file is {why}")
        self.why = why


class Loaded(Model, Protocol):
    """A model that tells which topics it knows."""

    @property
    def topics(self) -> Collection[str]:
        """The topics it knows."""
        ...


@dataclass(frozen=True, slots=True)
class Shelf:
    """The data folder's `models` and `runs`; `load` makes a model of a file or refuses it."""

    folder: Path
    load: Callable[[Path], Loaded]

    @property
    def models(self) -> Path:
        """Where model files lie."""
        return self.folder / "models"

    def model(self, file: str) -> Path:
        """A model file by its name; never outside the folder."""
        return self.models / Path(file).name

    def run(self, run_id: int) -> Path:
        """Where one retraining leaves its results."""
        return self.folder / "runs" / str(run_id)

    def take(self, file: str, sha256: str, topics: Collection[str]) -> Loaded:
        """A model, checked and warm; slow, so never on the event loop. Raises Unfit."""
        path = self.model(file)
        try:
            if sha256_of(path) != sha256:
                raise Unfit("changed")
        except OSError as error:
            raise Unfit("missing", str(error)) from error
        try:
            model = self.load(path)
        except ModelRefused as error:
            raise Unfit("damaged", str(error)) from error
        if topics and len(set(topics) & set(model.topics)) < KNOWN * len(model.topics):
            raise Unfit("foreign")
        model.full([FIRST_WORDS])
        return model

    def clear_for(self, run_id: int) -> None:
        """Room for a retraining: of those before only the latest results stay."""
        runs = self.run(run_id).parent
        runs.mkdir(parents=True, exist_ok=True)
        numbers = sorted(int(one.name) for one in runs.iterdir() if one.name.isdigit())
        for number in numbers:
            if number <= run_id - RUNS_KEPT or number >= run_id:
                shutil.rmtree(self.run(number), ignore_errors=True)

    def trial(self, run_id: int) -> dict[str, Any]:
        """What a retraining found out; empty when its folder is gone or can't be read."""
        path = self.run(run_id) / TRIAL
        try:
            if path.stat().st_size > LARGEST_TRIAL:
                return {}
            found = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def adopt(self, run_id: int, version: str) -> tuple[str, str]:
        """Move a retraining's candidate among the models; its file's name and sha256."""
        source, name = self.run(run_id) / CANDIDATE, f"{version}{SUFFIX}"
        self.models.mkdir(parents=True, exist_ok=True)
        sha256 = sha256_of(source)
        source.replace(self.model(name))
        return name, sha256


def sha256_of(path: Path) -> str:
    """The checksum of a whole file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
