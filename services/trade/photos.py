"""Where a picture comes from: Telegram's own copy, an address, a file of the shop or of ours."""

from dataclasses import dataclass
from pathlib import Path

from models.trade.products import Photo

FILE, DRAWN = "file:", "drawn:"
FOLDER = "photos"
COUNTER = f"{DRAWN}counter"
OURS = {COUNTER: Path(__file__).parent / "counter.png"}


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo as it can be sent: `given` is Telegram's file or an address, else `path` is a file.

    Neither: what it comes from is nothing that can be sent.
    """

    id: int
    given: str | None = None
    path: Path | None = None


def picture_of(photo: Photo, data: Path) -> Picture:
    """How to send a photo; files of the shop lie below `photos` of the data folder."""
    if photo.tg_file_id:
        return Picture(photo.id, photo.tg_file_id)
    source = photo.source
    if source.startswith(("https://", "http://")):
        return Picture(photo.id, source)
    if source in OURS:
        return Picture(photo.id, path=OURS[source])
    name = source.removeprefix(FILE)
    if source.startswith(FILE) and name and name == Path(name).name and name[0] != ".":
        return Picture(photo.id, path=data / FOLDER / name)
    return Picture(photo.id)
