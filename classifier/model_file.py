"""Model files: a zip of arrays and JSON, sealed by a checksum; nothing in it is ever executed."""

import hashlib
import io
import json
import os
import tempfile
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.lib import format as npy

from classifier.arrays import AnyArray

FORMAT = 1
LARGEST_FILE = 64 * 2**20
LARGEST_CONTENT = 256 * 2**20
MOST_MEMBERS = 64
HEADER = "header.json"
_KINDS = frozenset("fiub")


class ModelRefused(Exception):
    """A model file that can't be trusted or read; the message says why in plain words."""


def digest(header: Mapping[str, Any], arrays: Mapping[str, AnyArray]) -> str:
    """sha256 over the header (its own seal apart) and every array."""
    sealed = {key: value for key, value in header.items() if key != "sha256"}
    total = hashlib.sha256(json.dumps(sealed, sort_keys=True, ensure_ascii=False).encode())
    for name in sorted(arrays):
        array = np.ascontiguousarray(arrays[name])
        total.update(f"{name}|{array.dtype.str}|{array.shape}|".encode())
        total.update(array.data if array.size else b"")
    return total.hexdigest()


def write(path: Path, header: Mapping[str, Any], arrays: Mapping[str, AnyArray]) -> None:
    """Write beside the path, force to disk, then rename: readers see the old file or the new."""
    sealed = {**header, "format": FORMAT}
    sealed["sha256"] = digest(sealed, arrays)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            _pack(file, sealed, arrays)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _pack(file: Any, header: Mapping[str, Any], arrays: Mapping[str, AnyArray]) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        archive.writestr(HEADER, json.dumps(header, ensure_ascii=False, indent=1))
        for name, array in arrays.items():
            content = io.BytesIO()
            npy.write_array(content, np.ascontiguousarray(array), allow_pickle=False)
            archive.writestr(f"{name}.npy", content.getvalue())


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read(path: Path) -> tuple[dict[str, Any], dict[str, AnyArray]]:
    """Header and arrays of a model file; ModelRefused when anything about it is wrong."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise ModelRefused(f"{path.name} is larger than any model file")
        with zipfile.ZipFile(path) as archive:
            _check_members(path, archive)
            header = json.loads(archive.read(HEADER))
            names = [name for name in archive.namelist() if name != HEADER]
            arrays = {name.removesuffix(".npy"): _array(archive, name) for name in names}
    except FileNotFoundError as error:
        raise ModelRefused(f"there is no model file {path.name}") from error
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise ModelRefused(f"{path.name} is no model file, or a damaged one") from error
    except (ValueError, KeyError, RuntimeError, NotImplementedError, RecursionError) as error:
        raise ModelRefused(f"{path.name} holds what no model file holds: {error}") from error
    _check_seal(path, header, arrays)
    return header, arrays


def _check_members(path: Path, archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    names = [member.filename for member in members]
    if HEADER not in names or len(set(names)) != len(names):
        raise ModelRefused(f"{path.name} is no model file: it has no header")
    if len(members) > MOST_MEMBERS or sum(m.file_size for m in members) > LARGEST_CONTENT:
        raise ModelRefused(f"{path.name} unpacks to more than any model file")
    if strange := [name for name in names if name != HEADER and not name.endswith(".npy")]:
        raise ModelRefused(f"{path.name} holds what no model file holds: {strange[0]}")


def _array(archive: zipfile.ZipFile, name: str) -> AnyArray:
    """An array of plain numbers whose header tells the truth about its size."""
    content = io.BytesIO(archive.read(name))
    if npy.read_magic(content) != (1, 0):
        raise ValueError(f"{name} is of another array format")
    shape, fortran, dtype = npy.read_array_header_1_0(content)
    size = int(np.prod(shape, dtype=object)) * dtype.itemsize
    body = content.getbuffer()[content.tell() :]
    if dtype.kind not in _KINDS or dtype.hasobject or fortran or size != len(body):
        raise ValueError(f"{name} is no array of plain numbers")
    return np.frombuffer(body, dtype).reshape(shape)


def _check_seal(path: Path, header: Any, arrays: Mapping[str, AnyArray]) -> None:
    if not isinstance(header, dict):
        raise ModelRefused(f"{path.name} is no model file: its header is no object")
    if header.get("format") != FORMAT:
        raise ModelRefused(
            f"{path.name} has format {header.get('format')!r}, this program reads {FORMAT}"
        )
    if header.get("sha256") != digest(header, arrays):
        raise ModelRefused(f"{path.name} was changed after it was written: its checksum is wrong")
