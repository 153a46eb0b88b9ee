"""A shop whose learner does as it is told."""

from pathlib import Path

import pytest

from classifier.model import TopicModel
from tests.conftest import OpenShop
from tests.desk import Shop
from tests.school import School


@pytest.fixture
def school(model: TopicModel, tmp_path: Path) -> School:
    """The learner that obeys."""
    return School(tmp_path / "school", model)


@pytest.fixture
async def taught(open_shop: OpenShop, school: School) -> Shop:
    """A shop whose learner obeys."""
    return await open_shop(learner=school.command)
