"""A shop whose learner does as it is told."""

from pathlib import Path

import pytest

from classifier.model import TopicModel
from tests.conftest import OpenShop
from tests.databases import database_url, empty_database_url
from tests.desk import Shop
from tests.school import School

__all__ = ["database_url", "empty_database_url"]


@pytest.fixture
def school(model: TopicModel, tmp_path: Path) -> School:
    """The learner that obeys."""
    return School(tmp_path / "school", model)


@pytest.fixture
async def taught(open_shop: OpenShop, school: School) -> Shop:
    """A shop whose learner obeys."""
    return await open_shop(learner=school.command)


@pytest.fixture
async def taught_anywhere(database_url: str, open_shop: OpenShop, school: School) -> Shop:
    """The same, on every kind of database."""
    return await open_shop(learner=school.command, database_url=database_url)
