"""Model files of a program that starts: which of them serves, and where it is kept."""

import asyncio
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import structlog

from bot.settings import Settings
from classifier import storage
from classifier.encoder import Encoder
from classifier.model import TopicModel
from classifier.model_file import ModelRefused
from models.schema import DatabaseUnusable, SchemaTooNew, is_there, newest_version, version_of
from models.store import Store, StoreFault
from services import pointing
from services.pointing import Kept, Listed, Pointer
from services.shelf import SUFFIX, Shelf, Unfit, sha256_of

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Starting:
    """The model a program starts with and its file; `own` as in `pointing.Kept`."""

    model: TopicModel
    file: Path | None = None
    own: bool = True


def shelf_of(folder: Path, model: object) -> Shelf:
    """The shelf of a data folder; files are read with the encoder of the model that serves."""
    encoder: Encoder | None = getattr(model, "encoder", None)
    return Shelf(folder, lambda path: storage.load(path, encoder))


def keep(shelf: Shelf, start: Starting) -> Kept:
    """The model's file lies among the others under its version; slow, for a thread."""
    model, name = start.model, f"{start.model.version}{SUFFIX}"
    path = shelf.model(name)
    if not path.exists():
        shelf.models.mkdir(parents=True, exist_ok=True)
        if start.file is not None:
            _copy(start.file, path)
        else:
            storage.save(model, path)
    metrics = dict(model.metrics)
    mistakes = metrics.pop("mistakes", None)
    held = {"messages": metrics.get("messages", 0)}
    figures = {"candidate": metrics, "heldout": held, "mistakes": mistakes}
    return Kept(Pointer(model.version, name, sha256_of(path)), figures, start.own)


def _copy(source: Path, target: Path) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=target.name, suffix=".tmp")
    os.close(handle)
    try:
        shutil.copyfile(source, name)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def listed_in(settings: Settings) -> Listed:
    """What the database says of models."""
    return asyncio.run(listed_at(settings.database)) if is_there(settings.database) else Listed()


async def listed_at(url: str) -> Listed:
    """What a database says of models; nothing where there is none, or one of older days."""
    try:
        if not is_there(url) or await version_of(url) != newest_version():
            return Listed()
    except (SchemaTooNew, DatabaseUnusable):
        return Listed()
    store = Store(url)
    try:
        async with store.look() as tx:
            return await pointing.listed(tx)
    except StoreFault:
        return Listed()
    finally:
        await store.close()


def starting(
    settings: Settings,
    listed: Listed,
    encoder: Encoder | None,
    starter: Callable[[], TopicModel],
) -> Starting:
    """The operator's newly put model, else the pointer's, else one kept, else the starter."""
    own = settings.model_file
    if own.exists() and listed.pointers and sha256_of(own) not in listed.known:
        try:
            return Starting(storage.load(own, encoder), own)
        except ModelRefused as error:
            log.error("model_refused", file=own.name, said=str(error))
    shelf = Shelf(settings.data_dir, lambda path: storage.load(path, encoder))
    for place, pointer in enumerate(listed.pointers):
        try:
            model = storage.load(checked(shelf, pointer), encoder)
        except (Unfit, ModelRefused) as error:
            log.error("model_refused", version=pointer.version, said=str(error))
            continue
        if place:
            log.warning("model_stands_in", version=pointer.version)
        return Starting(model, shelf.model(pointer.file), own=False)
    if listed.pointers:
        log.warning("starter_stands_in")
    return Starting(starter(), own, own=not listed.pointers)


def checked(shelf: Shelf, pointer: Pointer) -> Path:
    """The file of a pointer's model; Unfit when it is missing or not as recorded."""
    path = shelf.model(pointer.file)
    try:
        if sha256_of(path) != pointer.sha256:
            raise Unfit("changed")
    except OSError as error:
        raise Unfit("missing", str(error)) from error
    return path
