"""No file, however broken or hostile, does more than raise ModelRefused."""

import io
import json
import pickle
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from classifier import model_file
from classifier.model_file import ModelRefused
from classifier.storage import arrays_of, header_of, load, save
from classifier.training import Trained
from tests.classifier.stub import StubEncoder


@pytest.fixture
def file(trained: Trained, tmp_path: Path) -> Path:
    path = tmp_path / "starter.model"
    save(trained.model, path)
    return path


def refuses(path: Path, reason: str) -> None:
    with pytest.raises(ModelRefused, match=reason):
        load(path, StubEncoder())


def repacked(path: Path, change: Callable[[dict[str, bytes]], None]) -> None:
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    refuses(tmp_path / "none.model", "there is no model file none.model")


@pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 0.99])
def test_a_truncated_file_is_refused(file: Path, share: float) -> None:
    file.write_bytes(file.read_bytes()[: int(share * file.stat().st_size)])
    refuses(file, "no model file, or a damaged one")


def test_every_flipped_byte_is_noticed(file: Path) -> None:
    whole = file.read_bytes()
    for position in range(0, len(whole), len(whole) // 60):
        broken = bytearray(whole)
        broken[position] ^= 0xFF
        file.write_bytes(broken)
        try:
            load(file, StubEncoder())
        except ModelRefused:
            continue
        with zipfile.ZipFile(file) as archive:
            assert archive.testzip() is None


def test_changed_content_breaks_the_seal(file: Path) -> None:
    def change(members: dict[str, bytes]) -> None:
        header = json.loads(members["header.json"])
        members["header.json"] = json.dumps({**header, "version": "other"}).encode()

    repacked(file, change)
    refuses(file, "changed after it was written")


class Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (pytest.fail, ("a pickle was opened",))


def test_a_pickle_is_never_opened(file: Path) -> None:
    content = io.BytesIO()
    np.lib.format.write_array(content, np.array([Evil()], object), allow_pickle=True)
    repacked(file, lambda members: members.update({"rarity.npy": content.getvalue()}))
    refuses(file, "no array of plain numbers")
    file.write_bytes(pickle.dumps(Evil()))
    refuses(file, "no model file")


def test_an_array_that_lies_about_its_size_is_refused(file: Path) -> None:
    content = io.BytesIO()
    np.lib.format.write_array_header_1_0(
        content, {"descr": "<f4", "fortran_order": False, "shape": (10**12,)}
    )
    repacked(file, lambda members: members.update({"rarity.npy": content.getvalue() + b"1234"}))
    refuses(file, "no array of plain numbers")


def test_a_zip_bomb_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_file, "LARGEST_CONTENT", 2**20)
    repacked(file, lambda members: members.update({"rarity.npy": bytes(2**21)}))
    refuses(file, "unpacks to more")


def test_a_giant_is_refused_unread(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_file, "LARGEST_FILE", 10)
    refuses(file, "larger than any")


@pytest.mark.parametrize("name", ["../evil.py", "code.pkl", "/etc/passwd"])
def test_strange_members_are_refused(file: Path, name: str) -> None:
    repacked(file, lambda members: members.update({name: b"x"}))
    refuses(file, "what no model file holds")


@pytest.mark.parametrize("header", [b"[]", b"{", b"\xff", b"[" * 100_000, b'{"format": 99}'])
def test_a_strange_header_is_refused(file: Path, header: bytes) -> None:
    repacked(file, lambda members: members.update({"header.json": header}))
    refuses(file, "starter.model")


def test_a_file_of_the_time_before_the_centre_still_serves(
    trained: Trained, tmp_path: Path
) -> None:
    arrays = arrays_of(trained.model.scorer)
    del arrays["centre"]
    model_file.write(tmp_path / "m", header_of(trained.model), arrays)
    branch = load(tmp_path / "m", StubEncoder()).scorer.encoder
    assert branch is not None
    assert not branch.neighbours.centre.any()


def test_a_newer_format_is_named(file: Path) -> None:
    repacked(file, lambda members: members.update({"header.json": b'{"format": 99}'}))
    refuses(file, "has format 99, this program reads 1")


@pytest.mark.parametrize("missing", ["rarity", "ngram_weights", "vectors", "texts"])
def test_a_sealed_file_without_an_array_is_refused(
    trained: Trained, tmp_path: Path, missing: str
) -> None:
    arrays = arrays_of(trained.model.scorer)
    del arrays[missing]
    model_file.write(tmp_path / "m", header_of(trained.model), arrays)
    refuses(tmp_path / "m", "incomplete or inconsistent")


@pytest.mark.parametrize("name", ["rarity", "ngram_bias", "encoder_weights", "labels", "centre"])
def test_sealed_nonsense_is_refused(trained: Trained, tmp_path: Path, name: str) -> None:
    arrays = arrays_of(trained.model.scorer)
    for nonsense in (arrays[name][:-1], np.full(arrays[name].shape, np.nan)):
        model_file.write(tmp_path / "m", header_of(trained.model), {**arrays, name: nonsense})
        refuses(tmp_path / "m", "incomplete or inconsistent")


@pytest.mark.parametrize("key", ["topics", "thresholds", "vote", "queues", "alone"])
def test_a_sealed_header_with_nonsense_is_refused(
    trained: Trained, tmp_path: Path, key: str
) -> None:
    for nonsense in (None, [], {"a": "b"}, "x"):
        header = {**header_of(trained.model), key: nonsense}
        if key == "queues" and nonsense == {"a": "b"}:
            continue
        model_file.write(tmp_path / "m", header, arrays_of(trained.model.scorer))
        refuses(tmp_path / "m", "incomplete or inconsistent")


def test_another_encoder_is_refused(trained: Trained, tmp_path: Path) -> None:
    save(trained.model, tmp_path / "m")
    other = StubEncoder()
    other.name = "another"
    with pytest.raises(ModelRefused, match="needs the encoder stub"):
        load(tmp_path / "m", other)


def test_a_failed_save_leaves_the_old_file(
    trained: Trained, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = file.read_bytes()
    monkeypatch.setattr(model_file.os, "fsync", lambda handle: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        save(trained.model, file)
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == [file.name]
