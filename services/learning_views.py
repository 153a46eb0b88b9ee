"""What cards of retrainings and models show, as plain values."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from models import registry
from models.registry import ModelVersion, TrainingRun
from services.confusion import Confused, confused
from services.context import Context
from services.pointing import read
from services.promoting import is_automatic, objections_of
from services.shop import Shop
from services.training_pace import minutes_left, share

PAGE = 5
MOST_PICTURES = 10


@dataclass(frozen=True, slots=True)
class RunView:
    """A retraining; `trial` is what it found out, `row` the model that came of it."""

    run: TrainingRun
    author: str
    behind: float
    minutes: int | None
    row: ModelVersion | None
    trial: Mapping[str, Any]
    objections: tuple[Mapping[str, Any], ...]
    changed: tuple[Mapping[str, Any], ...]
    page: str
    arg: int
    shop: Shop

    @property
    def confused(self) -> tuple[Confused, ...]:
        """Topics that the model of this run takes for each other."""
        return confused(self.trial, self.shop)


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A model in the list."""

    row: ModelVersion
    author: str
    has_report: bool


@dataclass(frozen=True, slots=True)
class ModelsView:
    """What serves, and one page of all models; `asked` is the one to roll back to."""

    serving: VersionLine | None
    lines: tuple[VersionLine, ...]
    page: int
    pages: int
    automatic: bool
    runs: int | None
    asked: ModelVersion | None
    shop: Shop


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a report, and the sentence under it."""

    path: Path
    caption_key: str


class LearningViews:
    """Reads what the cards of retrainings and models show."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def run(self, run_id: int, page: str, now: datetime) -> RunView | None:
        """One retraining; the page is empty, `confirm` or `changes.N`."""
        async with self._context.store.look() as tx:
            run = await tx.get(TrainingRun, run_id)
            if run is None:
                return None
            row = await tx.get(ModelVersion, run.model_id) if run.model_id else None
        name, _, arg = page.partition(".")
        found = await self._trial(run_id) if name == "changes" else {}
        behind = share(run.stage, run.done, run.total)
        changed = found.get("changed")
        return RunView(
            run,
            self._name(run.author_tg_id),
            behind,
            minutes_left(run.started_at, now, behind),
            row,
            row.figures if row is not None else {},
            tuple(objections_of(row)) if row is not None else (),
            tuple(one for one in changed if isinstance(one, dict)) if changed else (),
            name,
            int(arg) if arg.isdigit() else 0,
            self._context.shop,
        )

    async def models(self, page: str) -> ModelsView:
        """The list of models; the page is empty, `list.N` or `back.ID`."""
        name, _, arg = page.partition(".")
        number = int(arg) if arg.isdigit() else 0
        async with self._context.store.look() as tx:
            total = await registry.count_versions(tx)
            pages = max(1, -(-total // PAGE))
            at = min(number, pages - 1) if name == "list" else 0
            rows = await registry.versions(tx, PAGE, at * PAGE)
            pointer = await read(tx)
            serving = await registry.version_named(tx, pointer.version) if pointer else None
            asked = await tx.get(ModelVersion, number) if name == "back" else None
            run = await registry.running(tx)
            lines = [await self._line(tx, row) for row in rows]
            first = await self._line(tx, serving) if serving is not None else None
            automatic = await is_automatic(tx)
        return ModelsView(
            first,
            tuple(lines),
            at,
            pages,
            automatic,
            run.id if run else None,
            asked,
            self._context.shop,
        )

    async def pictures(self, run_id: int) -> list[Picture]:
        """The pictures of a report that are there, in the report's order."""
        listed = (await self._trial(run_id)).get("pictures")
        folder = self._context.shelf.run(run_id)
        found = [
            Picture(folder / Path(str(one.get("file"))).name, str(one.get("caption_key")))
            for one in (listed if isinstance(listed, list) else [])
            if isinstance(one, dict)
        ]
        there = await asyncio.to_thread(lambda: [one for one in found if one.path.is_file()])
        return there[:MOST_PICTURES]

    async def _line(self, tx: Any, row: ModelVersion) -> VersionLine:
        run = await registry.run_of(tx, row.id)
        return VersionLine(row, self._name(row.author_tg_id), run is not None)

    async def _trial(self, run_id: int) -> dict[str, Any]:
        return await asyncio.to_thread(self._context.shelf.trial, run_id)

    def _name(self, tg_id: int) -> str:
        return self._context.directory.find(tg_id).name if tg_id else ""
