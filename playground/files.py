"""Files: bytes in memory, found by file id or by download path."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import count
from typing import Any

EXTENSION = re.compile(r"\.[A-Za-z0-9]{1,8}$")
FOLDERS = {
    "photo": "photos",
    "voice": "voice",
    "video": "videos",
    "video_note": "video_notes",
    "audio": "music",
    "animation": "animations",
    "sticker": "stickers",
}


@dataclass(frozen=True)
class File:
    kind: str
    id: str
    unique_id: str
    path: str
    data: bytes
    name: str
    mime: str

    @property
    def size(self) -> int:
        return len(self.data)


class Files:
    """What Telegram has stored; `online` is what lies at addresses of the web."""

    def __init__(self) -> None:
        self._by_id: dict[str, File] = {}
        self._by_path: dict[str, File] = {}
        self.cards: dict[str, dict[str, Any]] = {}
        self._small: dict[str, File] = {}
        self.online: dict[str, bytes] = {}
        self._numbers = count(1)

    def add(self, kind: str, data: bytes, name: str, mime: str) -> File:
        number = next(self._numbers)
        extension = EXTENSION.search(name)
        folder = FOLDERS.get(kind, "documents")
        path = f"{folder}/file_{number}{extension[0] if extension else ''}"
        file = File(kind, f"PG{kind}-{number:08d}", f"pg{number:06d}", path, data, name, mime)
        self._by_id[file.id] = self._by_path[path] = file
        return file

    def smaller(self, file: File) -> File:
        """The thumbnail-sized version of a photo; here the same bytes under another id."""
        if file.id not in self._small:
            self._small[file.id] = self.add(file.kind, file.data, file.name, file.mime)
        return self._small[file.id]

    def by_id(self, file_id: str) -> File | None:
        return self._by_id.get(file_id)

    def by_path(self, path: str) -> File | None:
        return self._by_path.get(path)
