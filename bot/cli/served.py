"""The model that serves, and where its topics lead."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from bot import clock
from bot.settings import Settings
from classifier import storage
from classifier.encoder import Encoder
from classifier.model import TopicModel
from services.shop_file import read_shop_file

if TYPE_CHECKING:
    from bot.shelving import Starting


def routes_of(settings: Settings) -> dict[str, str | None]:
    """Queue by topic, from the shop's file."""
    return {topic.key: topic.queue for topic in read_shop_file(settings.shop_file).topics}


def starting_with(
    settings: Settings, routes: Mapping[str, str | None], encoder: Encoder | None
) -> "Starting":
    """What a program that starts serves with: as the database says, else the starter."""
    from bot.shelving import listed_in, starting

    listed = listed_in(settings)
    return starting(settings, listed, encoder, lambda: _starter(settings, routes, encoder))


def model_of(
    settings: Settings, routes: Mapping[str, str | None], encoder: Encoder | None
) -> TopicModel:
    """The serving model; trained first, with a progress bar, when there is none."""
    if (settings.data_dir / "prilavok.db").exists() or settings.database_url:
        return starting_with(settings, routes, encoder).model
    return _starter(settings, routes, encoder)


def _starter(
    settings: Settings, routes: Mapping[str, str | None], encoder: Encoder | None
) -> TopicModel:
    if settings.model_file.exists():
        return storage.load(settings.model_file, encoder)
    from bot import starter
    from bot.cli.progress import bars

    topics = read_shop_file(settings.shop_file).topics
    said = {topic.key: (topic.title_ru, topic.title_en) for topic in topics}

    with bars("Training the starter model (once)") as progress:
        return starter.load_or_train(
            settings.model_file, routes, f"{clock.now():%Y%m%d}", encoder, progress, said
        )
