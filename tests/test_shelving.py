"""Which model a program starts with: the operator's new one, the pointer's, a kept one."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.settings import Settings, read_settings
from bot.shelving import starting
from classifier import storage
from classifier.model import TopicModel
from classifier.model_file import ModelRefused
from services.pointing import Listed, Pointer
from services.shelf import Shelf, sha256_of


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A data folder of its own."""
    (tmp_path / "models").mkdir()
    return read_settings(data_dir=tmp_path, _env_file=None)


def lies(settings: Settings, model: TopicModel, version: str) -> Pointer:
    """A model on the shelf, and what points to it."""
    path = settings.data_dir / "models" / f"{version}.model"
    storage.save(replace(model, version=version), path)
    return Pointer(version, path.name, sha256_of(path))


def listed(*pointers: Pointer) -> Listed:
    return Listed(pointers, frozenset(one.sha256 for one in pointers))


def never() -> TopicModel:
    raise AssertionError("no starter is needed")


def test_the_pointers_model(settings: Settings, model: TopicModel) -> None:
    new, old = (lies(settings, model, name) for name in ("new", "old"))
    start = starting(settings, listed(new, old), model.encoder, never)
    assert (start.model.version, start.own) == ("new", False)


@pytest.mark.parametrize("harm", ["gone", "cut", "swapped"])
def test_a_kept_one_stands_in(settings: Settings, model: TopicModel, harm: str) -> None:
    new, old = (lies(settings, model, name) for name in ("new", "old"))
    path = settings.data_dir / "models" / new.file
    if harm == "gone":
        path.unlink()
    elif harm == "cut":
        path.write_bytes(path.read_bytes()[:-4000])
        new = replace(new, sha256=sha256_of(path))
    else:
        path.write_bytes((path.parent / old.file).read_bytes())
    start = starting(settings, listed(new, old), model.encoder, never)
    assert (start.model.version, start.own) == ("old", False)


def test_the_starter_when_nothing_else_is_left(settings: Settings, model: TopicModel) -> None:
    start = starting(settings, listed(Pointer("new", "new.model", "0")), None, lambda: model)
    assert start.model is model and not start.own


def test_a_model_that_the_operator_put_there(settings: Settings, model: TopicModel) -> None:
    """`make train` writes a file nobody has registered: it serves from the next start on."""
    pointer = lies(settings, model, "new")
    storage.save(replace(model, version="trained"), settings.model_file)
    start = starting(settings, listed(pointer), model.encoder, never)
    assert (start.model.version, start.own) == ("trained", True)


def test_the_starters_own_copy_is_not_taken_for_new(settings: Settings, model: TopicModel) -> None:
    old, new = lies(settings, model, "old"), lies(settings, model, "new")
    settings.model_file.write_bytes((settings.data_dir / "models" / old.file).read_bytes())
    start = starting(settings, listed(new, old), model.encoder, never)
    assert start.model.version == "new"


def test_a_broken_file_of_the_operator_is_passed_over(
    settings: Settings, model: TopicModel
) -> None:
    pointer = lies(settings, model, "new")
    settings.model_file.write_bytes(b"PK\x03\x04 not a model")
    assert starting(settings, listed(pointer), model.encoder, never).model.version == "new"


def test_the_first_start_with_a_broken_file_ends(settings: Settings) -> None:
    settings.model_file.write_bytes(b"PK\x03\x04 not a model")
    with pytest.raises(ModelRefused):
        starting(settings, Listed(), None, lambda: storage.load(settings.model_file, None))


def test_results_of_long_ago_make_room(tmp_path: Path) -> None:
    """A folder of the same number is left from before the database was restored."""
    shelf = Shelf(tmp_path, lambda path: storage.load(path, None))
    for number in (1, 5, 24, 25, 26):
        shelf.run(number).mkdir(parents=True)
    shelf.clear_for(25)
    assert sorted(one.name for one in (tmp_path / "runs").iterdir()) == ["24"]


@pytest.mark.parametrize("name", ["../secret.model", "/etc/passwd", "a/../../b.model"])
def test_the_shelf_never_leaves_its_folder(tmp_path: Path, name: str) -> None:
    shelf = Shelf(tmp_path, lambda path: storage.load(path, None))
    assert shelf.model(name).parent == tmp_path / "models"
